/* new_file.h: a file that appears under its name whole or not at all: it is made beside the target
 * and then given the name, if nothing has it. */
#ifndef TZ_LEDGER_NEW_FILE_H
#define TZ_LEDGER_NEW_FILE_H

#include "ledger.h"

/* Makes an empty file beside `target` and names it in `*path`, which tz_new_file_discard or
 * tz_new_file_publish frees. TZ_OK; TZ_REFUSED something is at `target`; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_new_file(tz_ledger *ledger, const char *target, char **path);
/* The same where something may be at `target`, which tz_new_file_replace then takes the place of.
 */
tz_status tz_new_file_beside(tz_ledger *ledger, const char *target, char **path);
/* Writes `path` to the disk and gives it the name `target`. Whatever it returns, no file is left at
 * `path`. Statuses as tz_new_file. */
tz_status tz_new_file_publish(tz_ledger *ledger, char *path, const char *target);
/* The same over a file that has the name. */
tz_status tz_new_file_replace(tz_ledger *ledger, char *path, const char *target);
/* Removes the file and what SQLite may have left beside it. `path` may be NULL. */
void tz_new_file_discard(char *path);

/* What the above fail with: an errno of writing `path`, and a name that something has. */
tz_status tz_fail_new(tz_ledger *ledger, const char *path, int error);
tz_status tz_fail_taken(tz_ledger *ledger, const char *target);
/* A new name is on the disk once its folder is. 0, or an errno. */
int tz_synchronise_folder_of(const char *path);

#endif
