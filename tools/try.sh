#!/bin/sh
# Sets up, builds, and runs the main job on the real 2022 plan with sample entries (示例), in a ledger of its own.
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
show --as-of 2022-07-08
