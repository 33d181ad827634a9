#!/bin/sh
# run.sh TAIZHANG TRANSCRIPT: runs the commands of a transcript in a folder of their own and compares what they say.
#
# A transcript has, for every command:
#   $ command     as typed into sh; taizhang is the program under test
#   text          what must come on standard output
#   ! text        what must come on standard error
#   ? 2           the exit code; without this line 0
# "unprivileged taizhang ..." runs it as somebody whom permissions bind, also where the tests are root's.
# A line that begins with # is a comment. $DATA is the project's folder data/. The order of a command's lines on the two
# outputs does not matter.
set -u
program=$1
transcript=$2
here=$(cd "$(dirname "$transcript")" && pwd)
transcript=$here/$(basename "$transcript")
DATA=$(cd "$here/../../data" && pwd)
work=$(mktemp -d) || exit 1
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/folder"
ln -s "$program" "$work/bin/taizhang"
cat >"$work/bin/unprivileged" <<'END'
#!/bin/sh
[ "$(id -u)" = 0 ] || exec "$@"
overrides=-dac_override,-dac_read_search
exec setpriv --bounding-set "$overrides" --inh-caps "$overrides" "$@"
END
chmod +x "$work/bin/unprivileged"
cd "$work/folder" || exit 1

PATH=$work/bin:$PATH TAIZHANG_ACTOR=督查科 LANG=C TZ=Asia/Shanghai
export PATH TAIZHANG_ACTOR LANG TZ DATA
unset LC_ALL LC_MESSAGES TAIZHANG_LEDGER NO_COLOR COLUMNS

failures=0
command=
: >"$work/expected_out" >"$work/expected_err"
expected_code=0

# differs WHAT EXPECTED ACTUAL: shows the difference, if there is one.
differs() {
  cmp -s "$2" "$3" && return 1
  printf '%s\n  $ %s\n' "$1 differs (- expected, + came):" "$command"
  diff -u "$2" "$3" | sed 1,3d
}

check() {
  [ -n "$command" ] || return 0
  (eval "$command") >"$work/out" 2>"$work/err" </dev/null
  printf '%s\n' "$?" >"$work/code"
  printf '%s\n' "$expected_code" >"$work/expected_code"
  differs "standard output" "$work/expected_out" "$work/out" && failures=$((failures + 1))
  differs "standard error" "$work/expected_err" "$work/err" && failures=$((failures + 1))
  differs "the exit code" "$work/expected_code" "$work/code" && failures=$((failures + 1))
  return 0
}

commands=0
while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    '$ '*)
      check
      command=${line#??}
      commands=$((commands + 1))
      expected_code=0
      : >"$work/expected_out" >"$work/expected_err"
      ;;
    '! '*) printf '%s\n' "${line#??}" >>"$work/expected_err" ;;
    '? '*) expected_code=${line#??} ;;
    '#'*) ;;
    *) [ -z "$command" ] || printf '%s\n' "$line" >>"$work/expected_out" ;;
  esac
done <"$transcript"
check

[ "$commands" -gt 0 ] || { echo "no command in $transcript"; exit 1; }
echo "$commands commands, $failures differences"
[ "$failures" -eq 0 ]
