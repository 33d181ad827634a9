/* form_files.h: the files of an export of forms, which appear in their folder all or none, unless
 * the disk fails while they get their names. */
#ifndef TZ_LEDGER_FORM_FILES_H
#define TZ_LEDGER_FORM_FILES_H

#include "ledger.h"

typedef struct tz_form_files {
    const char *folder;
    bool overwrites;
    bool made_folder;
    struct tz_form_file {
        char *new_path; /* NULL once it is published */
        char *target;
    } * items;
    size_t count, capacity;
} tz_form_files;

/* Makes the folder if it isn't there. TZ_OK; TZ_IO it can't be made or isn't one; TZ_NO_MEMORY. In
 * any case tz_form_files_close. */
tz_status tz_form_files_open(tz_ledger *ledger, const char *folder, bool overwrites,
                             tz_form_files *files);
/* A new file that will be called after the unit, as Windows and Linux both take a name. `*new_path`
 * is where to write it, `*target` what it will be. TZ_OK; TZ_REFUSED a file has the name; TZ_IO;
 * TZ_NO_MEMORY. */
tz_status tz_form_files_add(tz_ledger *ledger, tz_form_files *files, const char *unit,
                            const char **new_path, const char **target);
/* Where `status` is TZ_OK, gives the files their names; else, or where that fails, takes away what
 * has none. The status of the whole. */
tz_status tz_form_files_close(tz_ledger *ledger, tz_form_files *files, tz_status status);

#endif
