#!/bin/sh
# Sets up, builds, and runs the main job and the supervision loop on the real 2022 plan with
# sample entries (示例), in a ledger of its own.
set -eu
cd "$(dirname "$0")/.."
tools/setup.sh
cmake --preset release >/dev/null
cmake --build --preset release -j "$(nproc)"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TAIZHANG_LEDGER="$folder/taizhang.db"
export TAIZHANG_ACTOR=示例

show() {
    printf '\n$ taizhang %s\n' "$*"
    build/taizhang "$@"
}

show init
show quarter open 2022Q1 --on 2022-03-31
show progress add 172 2022Q1 --percent 10 --reading 3.9 --on 2022-04-06 --summary "示例：完成3.9公里"
show quarter open 2022Q2 --on 2022-06-30
show progress import data/示例-2022Q2.csv --dry-run
show progress import data/示例-2022Q2.csv
show quarter status 2022Q2 --as-of 2022-07-08
show lagging --as-of 2022-07-08 --unit 市城管局
show overdue --as-of 2023-01-01 --unit 市城管局
show sql "SELECT 牵头单位, count(*) AS 项数 FROM 逾期 WHERE 截至日 = '2023-01-01' GROUP BY 1 ORDER BY 2 DESC LIMIT 5"

# The supervision loop: chase, send back, put a matter to the government, put off, close, settle; who did what, and that nothing was forged.
show action propose 2 186 --as-of 2022-07-08 --record
show action reply 1 --reply "示例：已补报" --on 2022-07-12
show action list --overdue --as-of 2022-07-14
show progress return 168 2022Q2 --note "示例：请附用地手续" --redo 2022-07-15 --on 2022-07-08
show matter add --task 168 --content "示例：年内难以建成" --objective-reason "示例：用地手续" --leader 王峰 --on 2022-07-18
show matter decide 1 --decision "示例：同意延期" --on 2022-07-25
show task adjust 168 --due 2023-06-30 --reason "示例：用地手续" --authority "示例：市政府常务会议" --on 2022-07-25
show awaiting --as-of 2022-07-20
show task close 159 --basis "示例：验收报告" --on 2022-07-20
show report settlement_summary --as-of 2022-12-31
show task set 2 --key 是
show undo
show log --task 168
show verify
show --as-of 2022-07-08
