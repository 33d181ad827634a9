/* test_header.c: taizhang.h alone, with nothing included before it, in C17; twice, for its guard.
 */
#include "taizhang.h"

/* The exit codes of the command: scripts rely on them. */
_Static_assert(TZ_OK == 0 && TZ_MALFORMED == 2 && TZ_NOT_FOUND == 3 && TZ_REJECTED == 4 &&
                   TZ_BUSY == 5 && TZ_IO == 6 && TZ_REFUSED == 7,
               "a status was renumbered");

/* Reads the language's own view of the header, in test_header_cxx.cpp. */
extern int check_from_cxx(void);

static int check_from_c(void)
{
    const tz_task_change change = TZ_TASK_CHANGE_INIT;
    const tz_progress entry = TZ_PROGRESS_INIT;
    return change.is_key == -1 && change.kind_confirmed == -1 && entry.readings == NULL &&
           entry.reading_count == 0;
}

int main(void)
{
    return check_from_c() && check_from_cxx() ? 0 : 1;
}
