#!/bin/bash
# Measures side by side and prints ratios: the command against the sqlite3 shell with the same SQL on the same file, and a
# large generated ledger against a small one. What docs/performance.md says comes from here.
#   tools/bench.sh [TASKS]     TASKS of the large ledger, 100000 unless given
set -euo pipefail
cd "$(dirname "$0")/.."
tasks=${1:-100000}
runs=21
cmake --preset release >/dev/null
cmake --build --preset release -j "$(nproc)" >/dev/null
taizhang=$PWD/build/taizhang
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
day=2023-02-01

# generate FILE TASKS: a ledger of 示例 entries, loaded by the sqlite3 shell
generate() {
    {
        cat sql/schema.sql sql/views.sql sql/dictionary.sql
        printf '.parameter init\n.parameter set :tasks %s\n' "$2"
        cat tools/bench-ledger.sql
    } | sqlite3 -bail "$1"
}

# elapsed COMMAND...: microseconds of one run, its output thrown away
elapsed() {
    local start=${EPOCHREALTIME/[.,]/}
    "$@" >/dev/null 2>&1
    echo $((${EPOCHREALTIME/[.,]/} - start))
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

# compare LABEL A... -- B...: medians of alternating runs, and A / B
compare() {
    local label=$1 a=() b=()
    shift
    while [ "$1" != -- ]; do a+=("$1"); shift; done
    shift
    b=("$@")
    : >"$folder/a"; : >"$folder/b"
    for _ in $(seq $runs); do
        elapsed "${a[@]}" >>"$folder/a"
        elapsed "${b[@]}" >>"$folder/b"
    done
    awk -v label="$label" -v a="$(median <"$folder/a")" -v b="$(median <"$folder/b")" \
        'BEGIN {printf "%-44s %9.1f ms %9.1f ms   %6.2f\n", label, a / 1000, b / 1000, a / b}'
}

echo "$(uname -sm), $(nproc) processors, SQLite $(sqlite3 --version | cut -d' ' -f1); medians of $runs alternating runs"

echo
echo "The 2022 plan, four rounds full of entries: taizhang against sqlite3"
small=$folder/small.db
"$taizhang" init --quiet --ledger "$small"
for round in 2022Q1:2022-03-31:2022-04-06 2022Q2:2022-06-30:2022-07-06 2022Q3:2022-09-30:2022-10-10 2022Q4:2022-12-31:2023-01-06; do
    IFS=: read -r quarter opened reported <<<"$round"
    "$taizhang" quarter open "$quarter" --on "$opened" --quiet --ledger "$small"
    sqlite3 -csv -header "$small" "SELECT quarter, t.code, 20 * substr(quarter, 6) AS percent, '示例' AS summary
        FROM request JOIN task AS t USING (task_id) WHERE quarter = '$quarter'" |
        "$taizhang" progress import - --on "$reported" --quiet --ledger "$small"
done
printf '%-44s %12s %12s   %s\n' "" taizhang sqlite3 ratio
for view in overdue lagging missing; do
    compare "$view --format csv" "$taizhang" "$view" --as-of $day --format csv --ledger "$small" -- \
        sqlite3 -csv "$small" "SELECT * FROM $view WHERE as_of = '$day'"
done
lamps="SELECT task_id, lamp FROM task_status WHERE as_of = '$day'"
compare "sql: the lamp of all tasks" "$taizhang" sql "$lamps" --max-rows 1000 --ledger "$small" -- sqlite3 "$small" "$lamps"
task_id=$(sqlite3 "$small" "SELECT task_id FROM task WHERE code = '172'")
{
    printf '.parameter init\n.parameter set :as_of "%s"\n.parameter set :task_id %s\n' "'$day'" "$task_id"
    cat sql/reports/task_show_*.sql
} >"$folder/show.sql"
compare "task show 172 ($(ls sql/reports/task_show_*.sql | wc -l) queries)" "$taizhang" task show 172 --as-of $day --ledger "$small" -- \
    sqlite3 "$small" ".read $folder/show.sql"
# the same durability, and nothing of the journal
entry="PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE;
    INSERT INTO progress (task_id, quarter, unit_id, revision, reported_on, percent, summary, entered_by)
    SELECT task_id, quarter, unit_id, max(revision) + 1, '2023-01-07', 90, '示例', '示例'
    FROM progress WHERE task_id = 174 AND quarter = '2022Q4';
    INSERT INTO reading SELECT max(progress_id), 86, 35 FROM progress; COMMIT"
compare "progress add 172 (one entry, one reading)" "$taizhang" progress add 172 2022Q4 --percent 90 --reading 35 \
    --summary 示例 --on 2023-01-07 --quiet --ledger "$small" -- sqlite3 "$small" "$entry"
compare "form export 2022Q4 (43 forms) / task list" "$taizhang" form export 2022Q4 -o "$folder/forms" --yes --as-of 2022-12-31 \
    --quiet --ledger "$small" -- "$taizhang" task list --as-of 2022-12-31 --format csv --ledger "$small"
compare "sqlite3: lamp of all tasks / SELECT 1" sqlite3 "$small" "$lamps" -- sqlite3 "$small" "SELECT 1"

printf '%-44s ' "form export, 43 forms: processor time"
TIMEFORMAT='%U s user, %S s system'
time "$taizhang" form export 2022Q4 -o "$folder/forms" --yes --as-of 2022-12-31 --quiet --ledger "$small"

echo
echo "Growth: a ledger of $tasks tasks and $((tasks * 4)) entries against one of $((tasks / 10)) and $((tasks * 4 / 10))"
generate "$folder/large.db" "$tasks"
generate "$folder/tenth.db" "$((tasks / 10))"
runs=3
printf '%-44s %12s %12s   %s\n' "" large tenth ratio
for query in "SELECT * FROM overdue" "SELECT * FROM lagging" "SELECT task_id, lamp FROM task_status"; do
    compare "$query" sqlite3 "$folder/large.db" "$query WHERE as_of = '$day'" -- \
        sqlite3 "$folder/tenth.db" "$query WHERE as_of = '$day'"
done

echo
echo "Peak memory, KiB"
peak() { printf '%-44s %9s\n' "$1" "$(shift; /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1)"; }
peak "init" "$taizhang" init --quiet --ledger "$folder/new.db"
peak "plan import" "$taizhang" plan import data/liaocheng-2022-5.txt --dry-run --ledger "$folder/tenth.db" --year 2023
peak "overdue, table" "$taizhang" overdue --as-of $day --ledger "$small"
peak "task list, json" "$taizhang" task list --as-of $day --format json --ledger "$small"
peak "form export, 43 forms" "$taizhang" form export 2022Q4 -o "$folder/forms" --yes --as-of 2022-12-31 --ledger "$small"
peak "form import" "$taizhang" form import "$folder/forms/市发展改革委.xlsx" --on 2023-01-20 --quiet --ledger "$small"
peak "glance" "$taizhang" --as-of $day --ledger "$small"
peak "task list, xlsx, $tasks tasks" "$taizhang" task list --as-of $day --format xlsx --output "$folder/tasks.xlsx" --ledger "$folder/large.db"
peak "export, xlsx, $((tasks / 10)) tasks" "$taizhang" export --as-of $day --format xlsx --output "$folder/ledger.xlsx" --ledger "$folder/tenth.db"
printf '%-44s ' "export, xlsx, $((tasks / 10)) tasks: processor time"
time "$taizhang" export --as-of $day --format xlsx --output "$folder/ledger.xlsx" --ledger "$folder/tenth.db" --quiet
printf '%-44s ' "its nine lists as csv, one by one"
time for list in task_list quarter_status overdue lagging missing unit_scorecard leader_scorecard section_scorecard trend; do
    "$taizhang" report $list --as-of $day --format csv --output "$folder/list.csv" --ledger "$folder/tenth.db" --quiet
done
peak "export, xlsx, $tasks tasks" "$taizhang" export --as-of $day --format xlsx --output "$folder/ledger.xlsx" --ledger "$folder/large.db"
peak "verify, the 2022 plan" "$taizhang" verify --quiet --ledger "$folder/new.db"
half=$((tasks / 2))
{
    echo "quarter,code,percent,state,summary"
    for quarter in 2022Q1 2022Q2 2022Q3 2022Q4; do
        seq "$half" | sed "s/.*/$quarter,&,50,on_schedule,示例：再报一次，按计划推进/"
    done
} >"$folder/many.csv"
peak "progress import, $((half * 4)) entries" "$taizhang" progress import "$folder/many.csv" --on 2023-01-20 --quiet --ledger "$folder/large.db"
peak "undo of it" "$taizhang" undo --quiet --ledger "$folder/large.db"
peak "verify, $tasks tasks" "$taizhang" verify --quiet --ledger "$folder/large.db"
