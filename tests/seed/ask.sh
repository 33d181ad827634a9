#!/bin/sh
# ask.sh ANSWERS: asks the ledger that the four SQL files make, in the plain sqlite3 shell, and compares.
#
# In ANSWERS every question is
#   # how the answer was found
#   ? SELECT …    the query, on one line or on several that each begin with ?
#   rows          the answer, columns parted by |
set -u
answers=$(realpath "$1")
cd "$(dirname "$0")/../.." || exit 1
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

cat sql/schema.sql sql/views.sql sql/dictionary.sql sql/seed.sql |
    sqlite3 -init /dev/null -bail "$folder/ledger.db" || exit 1

questions=0
failures=0
: >"$folder/query" >"$folder/expected"

check() {
    [ -s "$folder/query" ] || return 0
    questions=$((questions + 1))
    sqlite3 -init /dev/null -bail "$folder/ledger.db" <"$folder/query" >"$folder/found" 2>&1
    if ! diff -u "$folder/expected" "$folder/found" >"$folder/difference"; then
        failures=$((failures + 1))
        echo "differs (- expected, + found):"
        cat "$folder/query"
        sed 1,3d "$folder/difference"
    fi
    : >"$folder/query" >"$folder/expected"
}

while IFS= read -r line || [ -n "$line" ]; do
    case $line in
        '? '*)
            [ ! -s "$folder/expected" ] || check
            printf '%s\n' "${line#??}" >>"$folder/query"
            ;;
        '#'* | '') check ;;
        *) printf '%s\n' "$line" >>"$folder/expected" ;;
    esac
done <"$answers"
check

[ "$questions" -gt 0 ] || { echo "no question in $answers"; exit 1; }
echo "$questions questions, $failures differences"
[ "$failures" -eq 0 ]
