#!/bin/sh
# run.sh TAIZHANG CASES: edits a ledger behind its back with the sqlite3 shell, and compares what verify names.
#
# A case is:
#   > SQL        what the shell runs on a fresh copy of the ledger, as many lines as it takes
#   = text       what must stand in verify's findings (CSV in English: check, table, record, column, value in the file, value
#                by the journal, finding), each of these
#   @ 7          the exit code; without this line 6
#   zero SQL     the page of the number that it gives is filled with zeros, as a failing disk may
#   head         verify is given the hash of the last row of the untouched ledger
#   richer       the ledger has also a milestone, a share, an extension, a closure, a matter, an action and evidence
# A line that begins with # is a comment. The ledger has a plan, two rounds, two entries and a task that was set: six journal rows.
set -u
program=$(realpath "$1")
cases=$(realpath "$2")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
TAIZHANG_ACTOR=示例 LANG=en_GB.UTF-8 TZ=Asia/Shanghai
export TAIZHANG_ACTOR LANG TZ
unset LC_ALL LC_MESSAGES TAIZHANG_LEDGER

taizhang() { "$program" "$@" --quiet --ledger base.db || exit 1; }
taizhang init
taizhang quarter open 2022Q1 --on 2022-03-31
taizhang progress add 172 2022Q1 --percent 10 --reading 3.9 --on 2022-04-06 --summary 示例：完成3.9公里
taizhang task set 172 --key yes
taizhang quarter open 2022Q2 --on 2022-06-30
cp base.db older.db
taizhang progress add 172 2022Q2 --percent 45 --reading 17.5 --on 2022-07-06 --summary 示例：完成17.5公里
cp base.db richer.db
rich() { "$program" "$@" --quiet --ledger richer.db || exit 1; }
printf '示例：验收报告' >报告.txt
rich milestone add 172 --title 开工（示例） --due 2022-07-31 --percent 30 --on 2022-07-06
rich target share 172 1 市城管局 38.8 --on 2022-07-06
rich task adjust 172 --due 2023-03-31 --reason 汛期（示例） --authority 市政府 --on 2022-07-07
rich task close 1 --outcome terminated --basis 上级调整（示例） --on 2022-07-07
rich matter add --task 172 --content 资金缺口（示例） --on 2022-07-07
rich action add 督办 --task 172 --content 示例 --on 2022-07-08
rich evidence add 报告.txt --task 172 --quarter 2022Q2 --on 2022-07-08
rich verify || { echo "the richer ledger doesn't verify"; exit 1; }
HEAD=$(sqlite3 -init /dev/null base.db "SELECT hex(hash) FROM journal WHERE journal_id = 6")
taizhang verify --head "$HEAD" || { echo "the untouched ledger doesn't verify"; exit 1; }

count=0
failures=0
has_case=false
start() { : >sql; : >expected; code=6; head=; zero=; has_case=false; from=base.db; }

# The page of edited.db whose number a query gives, filled with zeros.
fill_page() {
  page=$(sqlite3 -init /dev/null edited.db "$1")
  dd if=/dev/zero of=edited.db bs=4096 count=1 seek=$((page - 1)) conv=notrunc 2>said ||
    { cat said; failures=$((failures + 1)); }
}

check() {
  $has_case || return 0
  count=$((count + 1))
  cp $from edited.db
  sqlite3 -init /dev/null -bail edited.db <sql >said 2>&1 || { echo "the shell fails:"; cat sql said; failures=$((failures + 1)); }
  [ -z "$zero" ] || fill_page "$zero"
  "$program" verify --format csv --ledger edited.db ${head:+--head "$head"} >found 2>&1
  was=$?
  good=true
  [ "$was" -eq "$code" ] || good=false
  while IFS= read -r text; do
    grep -qF -- "$text" found || { good=false; echo "missing: $text"; }
  done <expected
  [ -s expected ] || good=false
  $good && return 0
  failures=$((failures + 1))
  echo "exit $was, expected $code, after:"
  cat sql
  echo "verify says:"
  head -n 12 found
}

start
while IFS= read -r line; do
  case $line in
    '> '*)
      # the first SQL line behind an expectation begins the next case
      if [ -s expected ]; then check; start; fi
      has_case=true
      printf '%s\n' "${line#??}" >>sql
      ;;
    '= '*) printf '%s\n' "${line#??}" >>expected ;;
    '@ '*) code=${line#??} ;;
    'zero '*)
      if [ -s expected ]; then check; start; fi
      has_case=true
      zero=${line#?????}
      ;;
    head) head=$HEAD ;;
    richer) from=richer.db ;;
  esac
done <"$cases"
check
[ "$count" -ge 50 ] || { echo "only $count cases"; exit 1; }
echo "$count tamperings, $failures not named"
[ "$failures" -eq 0 ]
