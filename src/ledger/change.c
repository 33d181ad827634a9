#include "change.h"

int tz_change_read(sqlite3_changeset_iter *iterator, tz_change *change)
{
    *change = (tz_change){.iterator = iterator};
    int code = sqlite3changeset_op(iterator, &change->table, &change->column_count,
                                   &change->operation, NULL);
    return code == SQLITE_OK ? sqlite3changeset_pk(iterator, &change->is_key, NULL) : code;
}

sqlite3_value *tz_change_old(const tz_change *change, int column)
{
    sqlite3_value *value = NULL;
    if (change->operation != SQLITE_INSERT)
        sqlite3changeset_old(change->iterator, column, &value);
    return value;
}

sqlite3_value *tz_change_new(const tz_change *change, int column)
{
    sqlite3_value *value = NULL;
    if (change->operation != SQLITE_DELETE)
        sqlite3changeset_new(change->iterator, column, &value);
    return value;
}

void tz_add_value(tz_buffer *text, sqlite3_value *value)
{
    if (!value || sqlite3_value_type(value) == SQLITE_NULL)
        return;
    if (sqlite3_value_type(value) == SQLITE_BLOB) {
        tz_buffer_format(text, "(%d B)", sqlite3_value_bytes(value));
        return;
    }
    const unsigned char *bytes = sqlite3_value_text(value);
    if (bytes)
        tz_buffer_add_text(text, (const char *)bytes);
    else
        text->failed = true;
}

void tz_change_add_key(const tz_change *change, tz_buffer *text)
{
    bool is_first = true;
    for (int i = 0; i < change->column_count; i++) {
        if (!change->is_key[i])
            continue;
        if (!is_first)
            tz_buffer_add_char(text, ' ');
        is_first = false;
        sqlite3_value *value = tz_change_old(change, i);
        tz_add_value(text, value ? value : tz_change_new(change, i));
    }
}
