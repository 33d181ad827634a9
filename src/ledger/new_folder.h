/* new_folder.h: a folder of files that appears under its name whole or not at all. */
#ifndef TZ_LEDGER_NEW_FOLDER_H
#define TZ_LEDGER_NEW_FOLDER_H

#include "ledger.h"

/* Makes an empty folder beside `target` and names it in `*path`, which tz_new_folder_discard or
 * tz_new_folder_publish frees. TZ_OK; TZ_REFUSED something is at `target`; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_new_folder(tz_ledger *ledger, const char *target, char **path);
/* Gives the folder the name `target`, of which nothing may be there. Whatever it returns, no folder
 * is left at `path`. Statuses as tz_new_folder. */
tz_status tz_new_folder_publish(tz_ledger *ledger, char *path, const char *target);
/* Removes the folder and the files in it. `path` may be NULL. */
void tz_new_folder_discard(char *path);

#endif
