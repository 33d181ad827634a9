#!/bin/sh
# Installs with apt what building and testing need, where it is missing; says what to install where it may not.
set -eu

packages="gcc g++ cmake make pkg-config sqlite3 libsqlite3-dev libsmartcols-dev libpopt-dev
libutf8proc-dev libcsv-dev libsodium-dev zlib1g-dev libjansson-dev libzip-dev libexpat1-dev libxlsxwriter-dev
libcmocka-dev python3 python3-openpyxl time"

missing=""
for package in $packages; do
    status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    echo "setup: these packages are missing and need root to install:" >&2
    echo "    apt-get install$missing" >&2
    exit 1
fi

echo "setup: installing$missing" >&2
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    $missing >&2
