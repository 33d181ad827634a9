/* archive.h: the content of a file in SQLite's archive table sqlar: deflated by zlib where that is
 * smaller, else as it is. In pieces: neither the file nor what is kept of it is ever whole in
 * memory.
 */
#ifndef TZ_LEDGER_ARCHIVE_H
#define TZ_LEDGER_ARCHIVE_H

#include <sodium.h>

#include "ledger.h"

enum { TZ_EVIDENCE_HASH_SIZE = 32 }; /* BLAKE2b-256 */

/* What is known of a content. */
typedef struct tz_content {
    uint64_t size;
    uint64_t stored_size; /* in the archive: below `size` where it is deflated */
    unsigned char hash[TZ_EVIDENCE_HASH_SIZE];
} tz_content;

/* Gives up to `most` bytes, fewer only at the end. */
typedef tz_status tz_content_source(void *context, unsigned char *bytes, size_t most, size_t *size);
/* Takes bytes. */
typedef tz_status tz_content_sink(void *context, const unsigned char *bytes, size_t size);

/* Reads a source to its end and finds out what `content` holds. TZ_OK; TZ_NO_MEMORY; what the
 * source returns. */
tz_status tz_archive_measure(tz_ledger *ledger, tz_content_source *source, void *context,
                             tz_content *content);
/* Reads the source again into the row of sqlar, whose data has room for content->stored_size bytes.
 * TZ_REJECTED it isn't the content that was measured. */
tz_status tz_archive_write(tz_ledger *ledger, int64_t row_id, tz_content_source *source,
                           void *context, const tz_content *content);
/* Gives the content of the row of that name in sqlar to `sink` (NULL: nobody), and compares it with
 * `content`, of which stored_size doesn't matter. TZ_IO: it is gone, damaged or another. */
tz_status tz_archive_read(tz_ledger *ledger, const char *name, const tz_content *content,
                          tz_content_sink *sink, void *context);

#endif
