/* letter_check.h: what a letter can't be about. */
#ifndef TAIZHANG_CLI_LETTER_CHECK_H
#define TAIZHANG_CLI_LETTER_CHECK_H

#include "paper.h"

/* Of letter chase: a quarter that was not opened by the day is TZ_NOT_FOUND, said; that lamps judge
 * by a later one is told where there are rows. */
tz_status check_asked(cli *run, const char *day, const paper_rows *rows);
/* Of letter press: a task that was named and isn't among the rows has nothing to press:
 * TZ_REJECTED, said. */
tz_status check_pressed(cli *run, const char *day, const paper_rows *rows);

#endif
