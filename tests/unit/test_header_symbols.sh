#!/bin/sh
# test_header_symbols.sh HEADER LIBRARY [NM]: what the shared library exports are the header's TZ_API functions, no more and no
# less.
set -eu
header=$1
library=$2
nm=${3:-nm}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Of each declaration that TZ_API begins, the name before the first parenthesis.
awk '/^TZ_API / { sub(/\(.*/, ""); print $NF }' "$header" | sed 's/^\**//' | sort >"$folder/declared"
# The linker exports its own marks of the sections once a library that is linked does so, as libxlsxwriter does.
"$nm" -D --defined-only "$library" |
    awk '$2 ~ /^[TDB]$/ && $3 !~ /^(__bss_start|_edata|_end)$/ { print $3 }' | sort >"$folder/exported"

[ -s "$folder/declared" ] || { echo "no TZ_API in $header"; exit 1; }
# Also one whose name is not on the line of TZ_API is to be seen here.
[ "$(grep -c '^TZ_API ' "$header")" -eq "$(grep -c '^tz_[a-z0-9_]*$' "$folder/declared")" ] ||
    { echo "a declaration was not understood:"; grep -v '^tz_' "$folder/declared"; exit 1; }
echo "- declared by the header, + exported by the library"
diff -u "$folder/declared" "$folder/exported"
