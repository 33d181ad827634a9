#include "encoding.h"

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "line_count.h"
#include "raw_source.h"
#include "utf8.h"

enum {
    PIECE_SIZE = 65536,
    /* GB18030 → UTF-8 grows by half at most: two bytes become three, four stay four. */
    CONVERTED_SIZE = PIECE_SIZE * 2
};

struct tz_text_source {
    tz_raw_source raw;
    tz_encoding encoding;
    iconv_t converter; /* for GB18030 */
    bool has_converter;
    bool is_at_start; /* where a byte order mark may stand */
    bool has_mark;    /* one stood there */
    bool has_ended;   /* no more bytes come from `raw` */
    size_t waiting;   /* bytes in `piece`, of which the first `used` were handed out */
    size_t used;
    char piece[PIECE_SIZE];
    char converted[CONVERTED_SIZE];
};

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bool begins_with(const char *bytes, size_t size, const char *prefix)
{
    size_t length = strlen(prefix);
    return size >= length && memcmp(bytes, prefix, length) == 0;
}

/* Drops what was used and fills the piece up. A character cut by the end of the piece moves to its
 * front. */
static tz_status fill(tz_text_source *source)
{
    size_t kept = source->waiting - source->used;
    memmove(source->piece, source->piece + source->used, kept);
    source->waiting = kept;
    source->used = 0;
    if (source->has_ended)
        return TZ_OK;
    size_t asked = PIECE_SIZE - kept, got;
    tz_status status = tz_raw_source_read(&source->raw, source->piece + kept, asked, &got);
    source->waiting += got;
    source->has_ended = got < asked;
    return status;
}

static tz_status restart(tz_text_source *source)
{
    source->waiting = source->used = 0;
    source->has_ended = false;
    source->is_at_start = true;
    return tz_raw_source_rewind(&source->raw);
}

/* The whole characters at the front of the piece; none where the next one is malformed. */
static void take_utf8(tz_text_source *source, const char **bytes, size_t *size)
{
    while (source->used < source->waiting) {
        int length = tz_utf8_sequence(source->piece + source->used, source->waiting - source->used);
        if (length == TZ_UTF8_MALFORMED || length == TZ_UTF8_CUT)
            break;
        source->used += (size_t)length;
    }
    *bytes = source->piece;
    *size = source->used;
}

/* The same for GB18030. iconv stops before what is malformed or cut, as the UTF-8 way does. */
static void take_gb18030(tz_text_source *source, const char **bytes, size_t *size)
{
    char *from = source->piece, *to = source->converted;
    size_t from_left = source->waiting, to_left = CONVERTED_SIZE;
    iconv(source->converter, &from, &from_left, &to, &to_left);
    source->used = (size_t)(from - source->piece);
    *bytes = source->converted;
    *size = (size_t)(to - source->converted);
}

static void drop_mark(tz_text_source *source, const char **bytes, size_t *size)
{
    if (source->is_at_start && begins_with(*bytes, *size, byte_order_mark)) {
        *bytes += strlen(byte_order_mark);
        *size -= strlen(byte_order_mark);
        source->has_mark = true;
    }
    source->is_at_start = false;
}

tz_status tz_text_source_read(tz_text_source *source, const char **bytes, size_t *size)
{
    *bytes = source->piece;
    *size = 0;
    tz_status status = fill(source);
    if (status != TZ_OK)
        return status;
    if (source->encoding == TZ_UTF8)
        take_utf8(source, bytes, size);
    else
        take_gb18030(source, bytes, size);
    if (source->used == 0 && source->waiting > 0)
        return TZ_REJECTED;
    drop_mark(source, bytes, size);
    return TZ_OK;
}

bool tz_text_source_has_mark(const tz_text_source *source)
{
    return source->has_mark;
}

tz_encoding tz_text_source_encoding(const tz_text_source *source)
{
    return source->encoding;
}

/* What a first pass over the bytes tells about their encoding. */
typedef struct survey {
    tz_line_count lines;
    size_t malformed;      /* bytes that no UTF-8 character has */
    size_t malformed_line; /* of the first of them */
    size_t chinese;        /* well-formed UTF-8 characters that are Chinese */
    size_t nul_line;       /* of a NUL byte, 0 without one */
    bool has_utf8_mark, has_utf16_mark;
} survey;

static void survey_character(survey *found, const char *bytes, int length)
{
    const char *cursor = bytes;
    if (length == TZ_UTF8_MALFORMED && found->malformed++ == 0)
        found->malformed_line = found->lines.line;
    if (length >= 3)
        found->chinese += tz_is_chinese(tz_utf8_next(&cursor, bytes + length));
    if (bytes[0] == '\0' && found->nul_line == 0)
        found->nul_line = found->lines.line;
    /* LF and CR stand for themselves in GB18030 too, so that the lines are right in either encoding
     */
    tz_line_count_add(&found->lines, bytes, 1);
}

static void survey_piece(survey *found, tz_text_source *source)
{
    while (source->used < source->waiting) {
        const char *bytes = source->piece + source->used;
        int length = tz_utf8_sequence(bytes, source->waiting - source->used);
        if (length == TZ_UTF8_CUT && !source->has_ended)
            break;
        if (length == TZ_UTF8_CUT)
            length = TZ_UTF8_MALFORMED;
        survey_character(found, bytes, length);
        source->used += length > 0 ? (size_t)length : 1;
    }
}

static tz_status survey_source(tz_text_source *source, survey *found)
{
    *found = (survey){.lines = {1, false}};
    tz_status status = fill(source);
    const char *bytes = source->piece;
    found->has_utf8_mark = begins_with(bytes, source->waiting, byte_order_mark);
    found->has_utf16_mark = begins_with(bytes, source->waiting, "\xFF\xFE") ||
                            begins_with(bytes, source->waiting, "\xFE\xFF");
    while (status == TZ_OK && source->waiting > 0 && found->nul_line == 0) {
        survey_piece(found, source);
        status = fill(source);
    }
    return status;
}

/* UTF-8 with a few bytes broken would often pass as GB18030, and be read as other characters. The
 * one that was meant shows in the rest of the text: GB18030 is malformed as UTF-8 in nearly every
 * character. */
static bool is_damaged_utf8(const survey *found)
{
    return found->malformed > 0 &&
           (found->has_utf8_mark || (found->chinese > 0 && found->chinese >= found->malformed));
}

static tz_status open_converter(tz_text_source *source)
{
    source->converter = iconv_open("UTF-8", "GB18030");
    source->has_converter = source->converter != (iconv_t)-1;
    if (source->has_converter)
        return TZ_OK;
    return errno == ENOMEM ? TZ_NO_MEMORY : TZ_IO;
}

/* Reads the text once to its end. `*bad_line` is where it is malformed. */
static tz_status check_text(tz_text_source *source, size_t *bad_line)
{
    tz_line_count lines = {1, false};
    const char *bytes;
    size_t size;
    tz_status status;
    do {
        status = tz_text_source_read(source, &bytes, &size);
        tz_line_count_add(&lines, bytes, size);
    } while (status == TZ_OK && source->used > 0);
    if (status == TZ_REJECTED)
        *bad_line = lines.line;
    return status;
}

static tz_status check_gb18030(tz_text_source *source, size_t *bad_line)
{
    source->encoding = TZ_GB18030;
    tz_status status = open_converter(source);
    if (status == TZ_OK)
        status = restart(source);
    if (status == TZ_OK)
        status = check_text(source, bad_line);
    return status;
}

static tz_status detect_encoding(tz_text_source *source, size_t *bad_line)
{
    survey found;
    tz_status status = survey_source(source, &found);
    if (status != TZ_OK)
        return status;
    if (found.has_utf16_mark)
        return TZ_REJECTED;
    if (found.nul_line > 0 || is_damaged_utf8(&found)) {
        *bad_line = found.nul_line > 0 ? found.nul_line : found.malformed_line;
        return TZ_REJECTED;
    }
    if (found.malformed > 0)
        status = check_gb18030(source, bad_line);
    return status == TZ_OK ? restart(source) : status;
}

/* Takes over `raw`, also on failure. */
static tz_status open_source(tz_raw_source *raw, tz_text_source **source, size_t *bad_line)
{
    size_t line = 0;
    tz_status status = TZ_NO_MEMORY;
    tz_text_source *opened = calloc(1, sizeof *opened);
    if (opened != NULL) {
        opened->raw = *raw;
        status = detect_encoding(opened, &line);
    } else {
        tz_raw_source_close(raw);
    }
    if (status != TZ_OK) {
        tz_text_source_close(opened);
        opened = NULL;
    }
    *source = opened;
    if (bad_line != NULL)
        *bad_line = line;
    return status;
}

tz_status tz_text_source_open(const char *path, tz_text_source **source, size_t *bad_line)
{
    tz_raw_source raw;
    *source = NULL;
    if (bad_line != NULL)
        *bad_line = 0;
    tz_status status = tz_raw_source_open(&raw, path);
    return status == TZ_OK ? open_source(&raw, source, bad_line) : status;
}

tz_status tz_text_source_open_memory(const char *bytes, size_t size, tz_text_source **source,
                                     size_t *bad_line)
{
    tz_raw_source raw;
    tz_raw_source_open_memory(&raw, bytes, size);
    return open_source(&raw, source, bad_line);
}

void tz_text_source_close(tz_text_source *source)
{
    if (source == NULL)
        return;
    int error = errno; /* of the read that failed, for the caller to tell */
    if (source->has_converter)
        iconv_close(source->converter);
    tz_raw_source_close(&source->raw);
    free(source);
    errno = error;
}

tz_status tz_text_source_read_all(tz_text_source *source, size_t limit, tz_buffer *text)
{
    size_t total = 0, size;
    const char *bytes;
    do {
        tz_status status = tz_text_source_read(source, &bytes, &size);
        if (status != TZ_OK)
            return status;
        if (size > limit - total)
            return TZ_REJECTED;
        tz_buffer_add(text, bytes, size);
        total += size;
    } while (size > 0);
    return text->failed ? TZ_NO_MEMORY : TZ_OK;
}
