#!/bin/sh
# init.sh TAIZHANG: a ledger that the command makes holds the very tables, views and rows that the sqlite3 shell makes of the four
# files. The journal is the command's own, and chance gives each its identity.
set -eu
command=$(realpath "$1")
sql=$(cd "$(dirname "$0")/../../sql" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$command" init --quiet --ledger "$folder/made.db"
cat "$sql/schema.sql" "$sql/views.sql" "$sql/dictionary.sql" "$sql/seed.sql" |
    sqlite3 -init /dev/null -bail "$folder/loaded.db"
for ledger in made loaded; do
    sqlite3 -init /dev/null "$folder/$ledger.db" .dump >"$folder/dump"
    grep -v '^INSERT INTO \(journal\|ledger\) ' "$folder/dump" >"$folder/$ledger.sql"
    sqlite3 -init /dev/null "$folder/$ledger.db" 'PRAGMA application_id; PRAGMA user_version' \
        >>"$folder/$ledger.sql"
done
[ "$(grep -c '^INSERT INTO task ' "$folder/made.sql")" -eq 188 ] || # 186 numbers and two sub-items
    { echo "the dump of init has no plan"; exit 1; }
echo "- sqlite3 and the four files, + taizhang init"
diff -u "$folder/loaded.sql" "$folder/made.sql" | head -n 40
cmp "$folder/loaded.sql" "$folder/made.sql"
# Two that are made at once are two.
for ledger in made loaded; do
    sqlite3 -init /dev/null "$folder/$ledger.db" 'SELECT ledger_id FROM ledger'
done >"$folder/ids"
[ "$(grep -cE '^[0-9a-f]{16}$' "$folder/ids")" -eq 2 ] && [ "$(sort -u "$folder/ids" | wc -l)" -eq 2 ] ||
    { echo "the identities of two ledgers:"; cat "$folder/ids"; exit 1; }
