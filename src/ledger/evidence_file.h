/* evidence_file.h: a file that is to be kept in the ledger, as it lies on the disk. */
#ifndef TZ_LEDGER_EVIDENCE_FILE_H
#define TZ_LEDGER_EVIDENCE_FILE_H

#include "ledger.h"

typedef struct tz_evidence_file {
    tz_ledger *ledger;
    const char *path;
    int descriptor;
    unsigned mode;
    int64_t mtime;
    uint64_t size; /* when it was opened */
    uint64_t read; /* bytes since the start */
    uint64_t done; /* bytes of all readings, for the progress */
} tz_evidence_file;

/* Opens an ordinary file of at most `limit` bytes, without following a symbolic link and without
 * waiting for a pipe. Close it with tz_evidence_file_close, also after a failure. TZ_NOT_FOUND;
 * TZ_REJECTED; TZ_IO. */
tz_status tz_evidence_file_open(tz_ledger *ledger, const char *path, uint64_t limit,
                                tz_evidence_file *file);
/* A tz_content_source. TZ_REJECTED where it has grown since it was opened. */
tz_status tz_evidence_file_read(void *file, unsigned char *bytes, size_t most, size_t *size);
/* To its start again. */
tz_status tz_evidence_file_rewind(tz_evidence_file *file);
void tz_evidence_file_close(tz_evidence_file *file);

/* Is told of a copy that isn't what was put in, and why. */
typedef tz_status tz_damage_function(void *context, int64_t evidence_id, const char *name,
                                     const char *reason);
/* Compares every copy with its hash. TZ_OK, also with damaged ones; what `tell` returns; TZ_IO. */
tz_status tz_evidence_examine(tz_ledger *ledger, tz_damage_function *tell, void *context);

/* Whether a name is that of a file in a folder, and of none elsewhere: no slash or backslash, no
 * control character, neither . nor .. */
bool tz_is_file_name(const char *name);
/* What stands behind the last slash of a path. */
const char *tz_file_name_of(const char *path);

#endif
