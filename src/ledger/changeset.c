#include "changeset.h"

#include <string.h>

static int give_session(void *context, tz_changeset_output *output, void *to)
{
    return sqlite3session_changeset_strm(context, output, to);
}

tz_changeset_source tz_session_source(sqlite3_session *session)
{
    return (tz_changeset_source){give_session, session};
}

bool tz_journal_covers(const char *table)
{
    return strcmp(table, "journal") != 0 && strcmp(table, "sqlar") != 0 &&
           strncmp(table, "sqlite_", 7) != 0;
}

int tz_changeset_open(sqlite3 *connection, const char *schema, int64_t journal_id,
                      tz_changeset_reader *reader)
{
    *reader = (tz_changeset_reader){0};
    int code =
        sqlite3_blob_open(connection, schema, "journal", "changeset", journal_id, 0, &reader->blob);
    if (code == SQLITE_OK)
        reader->size = sqlite3_blob_bytes(reader->blob);
    return code;
}

int tz_changeset_input(void *context, void *bytes, int *size)
{
    tz_changeset_reader *reader = context;
    int rest = reader->size - reader->offset;
    if (*size > rest)
        *size = rest;
    if (*size > 0)
        reader->code = sqlite3_blob_read(reader->blob, bytes, *size, reader->offset);
    reader->offset += *size;
    return reader->code;
}

void tz_changeset_close(tz_changeset_reader *reader)
{
    sqlite3_blob_close(reader->blob);
    *reader = (tz_changeset_reader){0};
}
