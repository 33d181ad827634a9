#!/bin/sh
# Makes the Chinese views at the end of sql/dictionary.sql from the dictionary's own rows.
#   tools/make-chinese-views.sh          writes them into sql/dictionary.sql
#   tools/make-chinese-views.sh --check  compares, and fails where they differ
set -eu
cd "$(dirname "$0")/.."
made=$(mktemp)
trap 'rm -f "$made"' EXIT
sed '/^-- 中文视图: /q' sql/dictionary.sql >"$made"
{
    cat sql/schema.sql sql/views.sql "$made"
    cat <<'SQL'
.mode list
SELECT printf('%sCREATE VIEW %s (%s) AS SELECT * FROM %s;', char(10), v.zh,
              (SELECT group_concat(zh, ', ') FROM (
                 SELECT d.zh FROM pragma_table_info(v.view_name) AS c
                 JOIN dictionary AS d ON d.view_name = v.view_name AND d.column_name = c.name
                 ORDER BY c.cid)),
              v.view_name)
FROM dictionary AS v
JOIN sqlite_schema AS s ON s.name = v.view_name
WHERE v.column_name = '*'
ORDER BY s.rowid;
SQL
} | sqlite3 -bail :memory: >>"$made"
if [ "${1-}" = --check ]; then
    cmp "$made" sql/dictionary.sql
else
    cat "$made" >sql/dictionary.sql
fi
