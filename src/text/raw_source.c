#include "raw_source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { COPY_SIZE = 16384 };

static tz_status open_file(tz_raw_source *raw, const char *path)
{
    bool is_standard_input = strcmp(path, "-") == 0;
    raw->file = is_standard_input ? stdin : fopen(path, "rb");
    raw->owns_file = !is_standard_input;
    if (raw->file != NULL)
        return TZ_OK;
    return errno == ENOENT || errno == ENOTDIR ? TZ_NOT_FOUND : TZ_IO;
}

static bool copy(FILE *from, FILE *to)
{
    char bytes[COPY_SIZE];
    size_t size;
    while ((size = fread(bytes, 1, sizeof bytes, from)) > 0)
        if (fwrite(bytes, 1, size, to) != size)
            return false;
    return !ferror(from) && fflush(to) == 0 && fseeko(to, 0, SEEK_SET) == 0;
}

static void close_file(FILE *file)
{
    int error = errno; /* says why the call that gives up failed */
    fclose(file);
    errno = error;
}

/* Puts a temporary file with the same bytes in the place of one that can't be read twice. */
static tz_status spool(tz_raw_source *raw)
{
    FILE *spooled = tmpfile();
    if (spooled == NULL)
        return TZ_IO;
    if (!copy(raw->file, spooled)) {
        close_file(spooled);
        return TZ_IO;
    }
    if (raw->owns_file)
        fclose(raw->file);
    raw->file = spooled;
    raw->owns_file = true;
    return TZ_OK;
}

static tz_status make_rereadable(tz_raw_source *raw)
{
    struct stat status;
    if (fstat(fileno(raw->file), &status) != 0)
        return TZ_IO;
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return TZ_IO;
    }
    if (!S_ISREG(status.st_mode))
        return spool(raw);
    raw->start = ftello(raw->file);
    return raw->start >= 0 ? TZ_OK : TZ_IO;
}

tz_status tz_raw_source_open(tz_raw_source *raw, const char *path)
{
    *raw = (tz_raw_source){0};
    tz_status status = open_file(raw, path);
    if (status == TZ_OK)
        status = make_rereadable(raw);
    if (status != TZ_OK)
        tz_raw_source_close(raw);
    return status;
}

void tz_raw_source_open_memory(tz_raw_source *raw, const char *bytes, size_t size)
{
    *raw = (tz_raw_source){.memory = bytes, .memory_size = size};
}

static size_t read_memory(tz_raw_source *raw, char *bytes, size_t capacity)
{
    size_t left = raw->memory_size - raw->memory_offset;
    size_t size = left < capacity ? left : capacity;
    if (size > 0)
        memcpy(bytes, raw->memory + raw->memory_offset, size);
    raw->memory_offset += size;
    return size;
}

tz_status tz_raw_source_read(tz_raw_source *raw, char *bytes, size_t capacity, size_t *size)
{
    if (raw->file == NULL) {
        *size = read_memory(raw, bytes, capacity);
        return TZ_OK;
    }
    *size = fread(bytes, 1, capacity, raw->file);
    return ferror(raw->file) ? TZ_IO : TZ_OK;
}

tz_status tz_raw_source_rewind(tz_raw_source *raw)
{
    raw->memory_offset = 0;
    if (raw->file == NULL)
        return TZ_OK;
    return fseeko(raw->file, raw->start, SEEK_SET) == 0 ? TZ_OK : TZ_IO;
}

void tz_raw_source_close(tz_raw_source *raw)
{
    if (raw->file != NULL && raw->owns_file)
        close_file(raw->file);
    *raw = (tz_raw_source){0};
}
