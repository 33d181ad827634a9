/* sink.h: a checked way out to a stream. */
#ifndef TZ_TEXT_SINK_H
#define TZ_TEXT_SINK_H

#include <stdio.h>

#include "buffer.h"
#include "taizhang.h"

/* A stream, and the text that waits to be written to it. Start with `out` set and the rest zero.
 * The stream stays the caller's. */
typedef struct tz_sink {
    FILE *out;
    tz_buffer text;
    int error; /* errno of the write that failed, or 0 */
} tz_sink;

/* Writes the text and empties it. TZ_OK; TZ_NO_MEMORY the text is incomplete, nothing of it was
 * written; TZ_IO. */
tz_status tz_sink_drain(tz_sink *sink);
/* For who writes to `out` without the sink and sets errno to 0 before: TZ_OK; TZ_IO a write failed.
 */
tz_status tz_sink_check(tz_sink *sink);
/* Ends the output with the status that it came to: where that is TZ_OK, writes and flushes what
 * waits. Frees the text. The status, TZ_NO_MEMORY, or TZ_IO, with errno. */
tz_status tz_sink_close(tz_sink *sink, tz_status status);

#endif
