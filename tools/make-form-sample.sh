#!/bin/sh
# Makes tests/forms/samples/ again: a form that was filled in and saved by LibreOffice.
#   tools/make-form-sample.sh TAIZHANG
set -eu
cd "$(dirname "$0")/.."
command -v soffice >/dev/null || { echo "LibreOffice is missing: apt-get install libreoffice-calc-nogui" >&2; exit 1; }
exec /usr/bin/python3 -B tests/forms/libreoffice.py --make "$1"
