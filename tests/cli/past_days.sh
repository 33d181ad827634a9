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
    # 166 and 164 are divided later, 165 gets its milestones and targets in two goes
    t milestone add 165 --title 示例开工 --due 2022-03-31 --percent 20 --owner 示例张三 --on 2022-02-10
    t milestone add 165 --title 示例主体 --due 2022-06-30 --percent 50 --on 2022-02-10
    t target add 165 --name 示例指标 --kind amount --value 100 --measure 处 --on 2022-02-10
    t target node 165 1 2022Q1 20 --on 2022-02-10
    t target node 172 1 2022Q1 5 --on 2022-02-10
    t target share 172 1 东昌府区人民政府 30 --on 2022-02-10
    t unit contact 市城管局 --name 示例王五 --phone 0635-0000000 --on 2022-02-10
    t quarter open 2022Q1 --on 2022-03-31
    # 173 never reports, 172 in time and accepted, 169 late, 170 returned and never redone, 171 done
    t progress add 172 2022Q1 --percent 10 --reading 3.9 --on 2022-04-06
    t progress accept 172 2022Q1 --on 2022-04-10
    t progress add 169 2022Q1 --percent 30 --state on_schedule --on 2022-04-11
    t progress add 170 2022Q1 --percent 20 --state behind --on 2022-04-07
    t progress return 170 2022Q1 --note 情况不明（示例） --redo 2022-04-19 --on 2022-04-12
    t progress add 171 2022Q1 --percent 100 --state done --problem 示例 --on 2022-04-08
    t task close 171 --basis 验收报告（示例） --on 2022-04-20 --yes
    t progress add 166 2022Q1 --percent 20 --state on_schedule --on 2022-04-07
    t progress add 165 2022Q1 --percent 15 --reading 1=20 --state on_schedule --on 2022-04-07
    t request add 172 2022Q1 东昌府区人民政府 --on 2022-04-01
    t progress add 172 2022Q1 --unit 东昌府区人民政府 --reading 3 --on 2022-04-08
    echo 示例 >示例.txt
    t evidence add 示例.txt --task 172 --quarter 2022Q1 --on 2022-04-08
    t action propose 173 --as-of 2022-04-11 --record
    t action add inspect --task 172 --method covert --on 2022-05-10
    t action conclude 2 --conclusion 示例 --delivered-on 2022-05-20 --rectify-due 2022-06-10
    t quarter close 2022Q1 --on 2022-04-22
    t progress add 164 2022Q1 --percent 20 --state on_schedule --on 2022-04-25 --late
    # a unit and a leader that have been succeeded once before
    t unit rename 市公安局 示例公安局 --on 2022-06-01
    t leader succeed 李强 示例领导甲 --new --on 2022-06-01
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
    t progress add 172 2022Q1 --percent 8 --reading 3.1 --on 2022-08-05 --late
    t progress add 172 2022Q2 --percent 40 --reading 15.5 --on 2022-08-05
    t progress add 170 2022Q1 --percent 100 --state done --problem 示例 --on 2022-08-05 --late
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
    # papers: a bulletin that is issued, a letter that is recorded
    t bulletin issue 2022Q2 --number 示〔2022〕1号 --on 2022-08-08 --output bulletin.md
    t letter press 172 --on 2022-08-08 --output letters --record
    # matters
    t matter decide 1 --decision 同意（示例） --on 2022-08-09
    t matter add --unit 市财政局 --content 资金缺口（示例） --on 2022-08-09
    # what is added later, and a second opening, which asks for it
    t task add 188 --text 新增事项（示例） --lead-units 市财政局 --starts-on 2022-06-01 --on 2022-08-10
    t milestone done 165 1 --on 2022-08-10
    t milestone add 165 --title 示例竣工 --due 2022-07-15 --percent 60 --on 2022-08-10
    t milestone add 172 --title 示例开工 --due 2022-04-30 --percent 70 --on 2022-08-10
    t target add 171 --name 示例指标 --kind level --value 9 --on 2022-08-10
    t target add 172 --name 示例指标 --kind reach --value 9 --on 2022-08-10
    t target node 172 1 2022Q2 38 --on 2022-08-10
    t target node 172 1 2022Q1 30 --on 2022-08-10
    t target node 165 1 2022Q2 90 --on 2022-08-10
    t target share 172 1 东昌府区人民政府 12 --on 2022-08-10
    t target share 172 1 聊城高新技术产业开发区管委会 8 --on 2022-08-10
    t unit contact 市城管局 --name 示例赵六 --on 2022-08-10
    t quarter open 2022Q2 --on 2022-08-11
    t request add 172 2022Q2 东昌府区人民政府 --on 2022-08-11
    # a round closed, and an entry after it
    t quarter close 2022Q2 --on 2022-08-22
    t progress add 165 2022Q2 --percent 80 --reading 1=90 --on 2022-08-23 --late
    t progress add 172 2022Q2 --unit 东昌府区人民政府 --reading 9 --on 2022-08-23 --late
    t evidence add 示例.txt --task 165 --quarter 2022Q2 --on 2022-08-23
    # actions answered, rectified, closed
    t action reply 1 --reply 示例 --on 2022-08-23
    t action close 1 --on 2022-08-24
    t action rectify 2 --rectification 示例 --on 2022-08-23
    t action verify 2 --on 2022-08-24
    t action close 2 --on 2022-08-24
    # tasks divided: with an entry, with a late one, with none
    t task split 166 --part 示例甲 --part '示例乙|市财政局' --on 2022-08-25
    t task split 164 --part 示例甲 --part 示例乙 --on 2022-08-25
    t task split 160 --part 示例甲 --part 示例乙 --on 2022-08-25
    # renames, and successors: of one that was there from the start, and of one that came itself
    t unit rename 市城管局 市城市管理局 --on 2022-09-01
    t unit rename 示例公安局 示例警务局 --on 2022-09-01
    t unit add 示例发展局 --kind 部门
    t unit succeed 市发展改革委 示例发展局 --on 2022-09-01
    t leader succeed 王峰 示例领导乙 --new --on 2022-09-01
    t leader succeed 示例领导甲 示例领导丙 --new --on 2022-09-01
    t quarter open 2022Q3 --on 2022-09-30
    t progress add 172 2022Q3 --percent 70 --reading 1=18 --on 2022-10-10
    # the year settled, its standing tasks carried over, the next one begun
    t quarter close 2022Q3 --on 2022-10-20
    printf '1.示例：新建市场3处。（牵头单位：市城管局）\n' >示例2023.txt
    t plan import 示例2023.txt --year 2023
    t plan close 2022 --carry-to 2023 --yes --on 2023-01-20
    t quarter open 2023Q1 --on 2023-03-31
}

days='2022-03-31 2022-04-07 2022-04-09 2022-04-12 2022-04-20 2022-05-10 2022-06-15 2022-07-07 2022-07-08 2022-07-12 2022-07-20 2022-07-31'

# The views that have a day; opening, opening_request and round_closing tell what an opening or a closing would still make.
views() {
    sqlite3 taizhang.db "SELECT v.name FROM sqlite_schema AS v JOIN pragma_table_info(v.name) AS c ON c.name = 'as_of'
      WHERE v.type = 'view' AND v.name NOT IN ('opening', 'opening_request', 'round_closing') ORDER BY v.name"
}

# A unit, a leader, a task or a plan that comes later is itself on any day: what is compared is what was there before.
of_old() {
    case $1 in
        unit_answering | unit_asked_for) echo "AND unit_id <= $units" ;;
        leader_answering) echo "AND leader_id <= $leaders" ;;
        lead_unit_answering | task_leader_answering | task_answering | due_in_force | task_label) echo "AND task_id <= $tasks" ;;
        plan_obstacle) echo 'AND plan_year = 2022' ;;
    esac
}

record() {
    list=$(echo "$days" | sed "s/ /', '/g")
    for view in $(views); do
        sqlite3 -csv taizhang.db "SELECT '$view', * FROM $view WHERE as_of IN ('$list') $(of_old "$view")" | sort
    done
    for report in closures matter_list progress_list quarter_list milestone_list target_list request_list action_list \
        evidence_list contact_list unit_scorecard_change settlement; do
        for day in 2022-04-12 2022-06-15 2022-07-31; do
            "$program" report "$report" --as-of "$day" --format csv | sed "s/^/$report,/"
        done
    done
    for day in 2022-04-12 2022-07-31; do
        "$program" quarter status 2022Q1 --as-of "$day" --format csv
        "$program" task show 172 --as-of "$day" --format csv
    done
}

live
units=$(sqlite3 taizhang.db 'SELECT max(unit_id) FROM unit')
leaders=$(sqlite3 taizhang.db 'SELECT max(leader_id) FROM leader')
tasks=$(sqlite3 taizhang.db 'SELECT max(task_id) FROM task')
record >before.csv
live_on
record >after.csv
# all that was done keeps the rules, and is what the journal says
t verify
# something to compare
for view in task_status overdue lagging missing due_soon awaiting late_milestone target_status contribution_status share_total task_rollup \
    unit_scorecard leader_scorecard section_scorecard open_matter action_status action_proposal overdue_reply closure_status \
    closing_obstacle settlement unit_contact request_status milestone_list request_list action_list evidence_list; do
    grep -q "^$view," before.csv || { echo "no row of $view"; exit 1; }
done
diff before.csv after.csv >difference.txt || { echo 'a past day answers otherwise (< before, > after):'; head -20 difference.txt; exit 1; }
echo "$(wc -l <before.csv) rows of $(views | wc -l) views stay as they were"
