#!/bin/sh
# readme.sh TAIZHANG README: what the README shows is what the program says. Runs the commands of its ```console blocks in a
# folder of their own, in a window of 80 columns, and compares. A command goes on over the lines behind it that begin with
# four blanks. The time of day in the log is left out of the comparison.
set -u
program=$1
readme=$2
root=$(cd "$(dirname "$readme")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/folder/build"
ln -s "$program" "$work/folder/build/taizhang"
ln -s "$root/data" "$work/folder/data"
sed -n '/^```console$/,/^```$/p' "$readme" | grep -v '^```' >"$work/shown"
[ -s "$work/shown" ] || { echo "no console block in $readme"; exit 1; }

PATH=$work/folder/build:$PATH COLUMNS=80 TZ=Asia/Shanghai LANG=zh_CN.UTF-8
export PATH COLUMNS TZ LANG
unset LC_ALL LC_MESSAGES TAIZHANG_LEDGER TAIZHANG_ACTOR NO_COLOR
cd "$work/folder" || exit 1

# The commands alone, with the lines they go on over.
awk '/^\$ / {held = 1; printf "%s\n", $0; next}
     /^    / && held {print; next}
     {held = 0}' "$work/shown" >"$work/commands"
run() {
  [ -n "$command" ] || return 0
  printf '$ %s\n' "$command"
  eval "$command" 2>&1 </dev/null
}
command=
{
  while IFS= read -r line; do
    case $line in
      '$ '*)
        run
        command=${line#??}
        ;;
      *)
        command="$command
$line"
        ;;
    esac
  done <"$work/commands"
  run
} >"$work/came"

# Without blanks at the end of a line, which an editor may take, and the time of day.
even() { sed -E 's/ +$//; s/20[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?/TIME/' "$1"; }
even "$work/shown" >"$work/expected"
even "$work/came" | diff -u "$work/expected" -
