/* bounds.c: bounds of time and memory for SQL that a person gives. */
#include "bounds.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

enum { HEAP_LIMIT = 256 * 1024 * 1024 };

tz_status read_limits(cli *run, const char *timeout, const char *max_rows, tz_limits *limits)
{
    unsigned long seconds = 0, rows = 0;
    tz_status status = read_count(run, "timeout", timeout, 86400, &seconds);
    if (status == TZ_OK)
        status = read_count(run, "max-rows", max_rows, 1000000000, &rows);
    *limits = (tz_limits){(unsigned)seconds, rows};
    return status;
}

static const char *alarm_words;

static void end_at_the_alarm(int signal_number)
{
    (void)signal_number;
    ssize_t written = write(STDERR_FILENO, alarm_words, strlen(alarm_words));
    _exit(written < 0 ? TZ_IO : TZ_REJECTED);
}

/* While it prepares a statement SQLite looks at neither the clock nor the library's bound on memory
 * (views nested in views that double at each level); the process does: it has nothing open but the
 * read-only ledger. The library's own time is up a second earlier, so that its message comes where
 * it can. */
void begin_bounds(const cli *run, unsigned seconds)
{
    alarm_words = run->language == TZ_ZH
                      ? "taizhang: SQL 编译超过时限（--timeout）\n"
                      : "taizhang: the SQL took too long to prepare (--timeout)\n";
    sqlite3_hard_heap_limit64(HEAP_LIMIT);
    signal(SIGALRM, end_at_the_alarm);
    if (seconds > 0)
        alarm(seconds + 1);
}

tz_status end_bounds(cli *run, tz_status status)
{
    alarm(0);
    if (status == TZ_NO_MEMORY)
        return complain(run, TZ_REJECTED, "查询所需内存超过 %d MB",
                        "the query takes more than %d MB of memory", HEAP_LIMIT / 1024 / 1024);
    return status;
}
