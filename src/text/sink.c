/* sink.c: a checked way out to a stream. */
#include "sink.h"

#include <errno.h>

static tz_status fail(tz_sink *sink)
{
    sink->error = errno ? errno : EIO;
    return TZ_IO;
}

tz_status tz_sink_check(tz_sink *sink)
{
    return ferror(sink->out) ? fail(sink) : TZ_OK;
}

tz_status tz_sink_drain(tz_sink *sink)
{
    if (sink->text.failed)
        return TZ_NO_MEMORY;
    size_t size = sink->text.size;
    if (size > 0 && fwrite(sink->text.bytes, 1, size, sink->out) != size)
        return fail(sink);
    tz_buffer_clear(&sink->text);
    return TZ_OK;
}

tz_status tz_sink_close(tz_sink *sink, tz_status status)
{
    if (status == TZ_OK)
        status = tz_sink_drain(sink);
    if (status == TZ_OK)
        status = tz_sink_check(sink);
    if (status == TZ_OK && fflush(sink->out) != 0)
        status = fail(sink);
    tz_buffer_free(&sink->text);
    if (status == TZ_IO && sink->error)
        errno = sink->error;
    return status;
}
