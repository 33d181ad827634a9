/* plan_files.h: the two lists that go with a notice: aliases, and members of collective units. */
#ifndef TZ_LEDGER_PLAN_FILES_H
#define TZ_LEDGER_PLAN_FILES_H

#include "ledger.h"
#include "notice.h"

/* Pairs of names with the reason why they belong together. Start as {0}. */
typedef struct tz_name_pairs {
    notice_alias *rows; /* alias: the first name, name: the second; "" for a reason not given */
    size_t *lines;      /* of the file, for each row */
    size_t count, capacity;
} tz_name_pairs;

/* Reads a CSV file with the columns `first` and `second` and, where there is one, reason. NULL is
 * no file. TZ_NOT_FOUND; TZ_IO; TZ_REJECTED it isn't text, or lacks a column or a name. */
tz_status tz_read_name_pairs(tz_ledger *ledger, const char *path, const char *first,
                             const char *second, tz_name_pairs *pairs);
void tz_name_pairs_free(tz_name_pairs *pairs);

#endif
