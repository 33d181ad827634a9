#!/bin/sh
# load.sh: schema, views, dictionary and seed load with the plain sqlite3 shell, in that order, without a word, and what they make
# is whole.
set -eu
cd "$(dirname "$0")/../../sql"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for file in schema views dictionary seed; do
    sqlite3 -init /dev/null -bail "$folder/ledger.db" <"$file.sql" >"$folder/said" 2>&1 ||
        { echo "$file.sql fails:"; cat "$folder/said"; exit 1; }
    [ ! -s "$folder/said" ] || { echo "$file.sql says:"; cat "$folder/said"; exit 1; }
done

sqlite3 -init /dev/null "$folder/ledger.db" >"$folder/found" 2>&1 <<'SQL'
PRAGMA application_id;
PRAGMA user_version;
PRAGMA integrity_check;
PRAGMA foreign_key_check;
SQL
# 0x545A4C47, version 1, whole, and no reference into nothing
printf '1415203911\n1\nok\n' | diff - "$folder/found"
