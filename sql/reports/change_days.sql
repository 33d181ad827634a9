-- 对比日 | The day that a scorecard is compared with
-- :as_of 截至日 | the day
-- :since 对比日，默认上季度末 | the day it is compared with, else the last of the quarter before
-- part of: report unit_scorecard_change
SELECT coalesce(:since, date(:as_of, 'start of month', printf('-%d months', (strftime('%m', :as_of) + 2) % 3), '-1 day')) AS since;
