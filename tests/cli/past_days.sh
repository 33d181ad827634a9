#!/bin/sh
# past_days.sh TAIZHANG: what every view says of a dozen past days is recorded, the ledger is lived on, and they are asked again:
# nothing that is decided, reported, returned or reopened later may change what a past day answers.
#
# A new kind of later change goes into live_on, with days from 2022-08-01 on; what it needs before goes into live.
set -eu
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export TAIZHANG_ACTOR=督查科 LANG=C TZ=Asia/Shanghai

t() {
    "$program" "$@" --quiet || { echo "failed: taizhang $*"; exit 1; }
}

live() {
    t init
    t task set 173 --due-on 2022-05-31
    t quarter open 2022Q1 --on 2022-03-31
    # 173 never reports, 172 in time and accepted, 169 late, 170 returned and never redone, 171 done
    t progress add 172 2022Q1 --percent 10 --reading 3.9 --on 2022-04-06
    t progress accept 172 2022Q1 --on 2022-04-10
    t progress add 169 2022Q1 --percent 30 --state on_schedule --on 2022-04-11
    t progress add 170 2022Q1 --percent 20 --state behind --on 2022-04-07
    t progress return 170 2022Q1 --note 情况不明（示例） --redo 2022-04-19 --on 2022-04-12
    t progress add 171 2022Q1 --percent 100 --state done --problem 示例 --on 2022-04-08
    t task close 171 --basis 验收报告（示例） --on 2022-04-20 --yes
    t task adjust 168 --suspend --reason 规划调整（示例） --authority 市政府 --on 2022-05-10
    t matter add --task 172 --content 汛期无法施工（示例） --on 2022-06-10
    t quarter open 2022Q2 --on 2022-06-30
    t progress add 172 2022Q2 --percent 45 --reading 17.5 --on 2022-07-11
    t progress add 169 2022Q2 --percent 100 --state done --problem 示例 --on 2022-07-06
}

live_on() {
    # reviews: of the newest, of an older one, of one that was accepted; corrections, also of a quarter long past
    t progress accept 169 2022Q1 --on 2022-08-01
    t progress return 172 2022Q2 --note 指标不实（示例） --redo 2022-08-10 --on 2022-08-01
    t progress return 172 2022Q1 --note 暗访发现未完工（示例） --redo 2022-08-10 --on 2022-08-02
    t progress add 172 2022Q1 --percent 8 --reading 3.1 --on 2022-08-05
    t progress add 172 2022Q2 --percent 40 --reading 15.5 --on 2022-08-05
    t progress add 170 2022Q1 --percent 100 --state done --problem 示例 --on 2022-08-05
    t progress add 173 2022Q2 --percent 50 --state ahead --interim --on 2022-08-05
    t task close 173 --outcome 转入下年 --basis 示例 --on 2022-08-06
    # adjustments
    t task adjust 172 --due 2022-10-31 --reason 提前完成（示例） --authority 市政府常务会议 --on 2022-08-06
    t task adjust 172 --target 1=20 --reason 管线重叠（示例） --authority 市政府常务会议 --on 2022-08-06
    t task adjust 168 --resume --reason 规划已定（示例） --authority 市政府 --on 2022-08-06
    t task adjust 167 --suspend --reason 规划调整（示例） --authority 市政府 --on 2022-08-06
    # closures and reopenings
    t task reopen 171 --reason 抽查未完工（示例） --on 2022-08-07
    t task close 171 --basis 复核（示例） --on 2022-08-20 --yes
    t task close 169 --basis 验收报告（示例） --on 2022-08-08 --yes
    t task close 1 --outcome terminated --basis 上级调整（示例） --on 2022-08-08
    # matters
    t matter decide 1 --decision 同意（示例） --on 2022-08-09
    t matter add --unit 市财政局 --content 资金缺口（示例） --on 2022-08-09
    # what is added later, and a second opening
    t task add 188 --text 新增事项（示例） --lead-units 市财政局 --on 2022-08-10
    t quarter open 2022Q2 --on 2022-08-11
    t quarter open 2022Q3 --on 2022-09-30
}

days='2022-03-31 2022-04-07 2022-04-09 2022-04-12 2022-04-20 2022-05-10 2022-06-15 2022-07-07 2022-07-08 2022-07-12 2022-07-20 2022-07-31'

# The views that have a day; opening, opening_request and round_closing tell what an opening or a closing would still make.
views() {
    sqlite3 taizhang.db "SELECT v.name FROM sqlite_schema AS v JOIN pragma_table_info(v.name) AS c ON c.name = 'as_of'
      WHERE v.type = 'view' AND v.name NOT IN ('opening', 'opening_request', 'round_closing') ORDER BY v.name"
}

record() {
    list=$(echo "$days" | sed "s/ /', '/g")
    for view in $(views); do
        sqlite3 -csv taizhang.db "SELECT '$view', * FROM $view WHERE as_of IN ('$list')" | sort
    done
    for report in closures matter_list progress_list; do
        for day in 2022-04-12 2022-06-15 2022-07-31; do
            "$program" report "$report" --as-of "$day" --format csv
        done
    done
}

live
record >before.csv
live_on
record >after.csv
# something to compare
for view in task_status overdue lagging missing due_soon awaiting target_status unit_scorecard open_matter closure_status \
    closing_obstacle; do
    grep -q "^$view," before.csv || { echo "no row of $view"; exit 1; }
done
diff before.csv after.csv >difference.txt || { echo 'a past day answers otherwise (< before, > after):'; head -20 difference.txt; exit 1; }
echo "$(wc -l <before.csv) rows of $(views | wc -l) views stay as they were"
