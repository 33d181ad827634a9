/* raw_source.h: the bytes of a file, a pipe or a piece of memory, readable from the start more than
 * once. */
#ifndef TZ_TEXT_RAW_SOURCE_H
#define TZ_TEXT_RAW_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

#include "taizhang.h"

/* Start as {0}. */
typedef struct tz_raw_source {
    FILE *file; /* NULL for memory */
    bool owns_file;
    off_t start; /* where the text begins: standard input may stand behind something read before */
    const char *memory;
    size_t memory_size, memory_offset;
} tz_raw_source;

/* Opens `path`, or standard input for "-". What isn't a regular file is copied to a temporary one
 * first. TZ_NOT_FOUND; TZ_IO with errno. */
tz_status tz_raw_source_open(tz_raw_source *raw, const char *path);
void tz_raw_source_open_memory(tz_raw_source *raw, const char *bytes, size_t size);
/* Reads until `bytes` is full or the input ends: then `*size` is less than `capacity`. TZ_IO with
 * errno. */
tz_status tz_raw_source_read(tz_raw_source *raw, char *bytes, size_t capacity, size_t *size);
/* Back to the start. TZ_IO with errno. */
tz_status tz_raw_source_rewind(tz_raw_source *raw);
void tz_raw_source_close(tz_raw_source *raw);

#endif
