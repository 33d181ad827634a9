#!/bin/sh
# Makes sql/seed.sql, the plan of 聊政发〔2022〕5号, from data/ through the importer.
#   tools/make-seed.sh [TAIZHANG]          writes sql/seed.sql; TAIZHANG is the command, else build/taizhang
#   tools/make-seed.sh --check TAIZHANG    compares, and fails where they differ
set -eu
check=false
if [ "${1-}" = --check ]; then
    check=true
    shift
fi
command=$(realpath "${1:-$(dirname "$0")/../build/taizhang}")
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$command" init --empty --quiet --ledger "$folder/seed.db"
"$command" plan import data/liaocheng-2022-5.txt --quiet --ledger "$folder/seed.db" \
    --aliases data/aliases-2022.csv --members data/members-2022.csv 2>"$folder/notes" ||
    { cat "$folder/notes" >&2; exit 1; }

# Every table that the import fills, as one INSERT each: a parent before its children.
{
    echo "-- seed.sql: the plan of 聊政发〔2022〕5号, made by tools/make-seed.sh from data/. Never edited by hand."
    for table in plan section leader unit unit_alias unit_member task task_leader task_unit \
        task_unit_member target; do
        sqlite3 "$folder/seed.db" <<SQL
.mode list
.headers off
SELECT printf('%sINSERT INTO $table (%s) VALUES', char(10), group_concat(name, ', '))
FROM pragma_table_info('$table') HAVING EXISTS (SELECT 1 FROM $table);
SQL
        columns=$(sqlite3 "$folder/seed.db" \
            "SELECT group_concat('quote(' || name || ')', ' || '', '' || ') FROM pragma_table_info('$table')")
        order=$(sqlite3 "$folder/seed.db" \
            "SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info('$table') WHERE pk > 0 ORDER BY pk)")
        sqlite3 "$folder/seed.db" \
            "SELECT '  (' || $columns || ')' || CASE lead(1) OVER w WHEN 1 THEN ',' ELSE ';' END
             FROM $table WINDOW w AS (ORDER BY $order)"
    done
} >"$folder/seed.sql"

if $check; then
    cmp "$folder/seed.sql" sql/seed.sql
else
    cp "$folder/seed.sql" sql/seed.sql
fi
