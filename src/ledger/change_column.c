/* change_column.c: the columns of journal_change. */
#include "change_cursor.h"

static sqlite3_value *value_by_name(void *context, const char *name)
{
    const change_cursor *cursor = context;
    int column = cursor->table ? tz_table_column_index(cursor->table, name) : -1;
    if (column < 0 || column >= cursor->change.column_count)
        return NULL;
    sqlite3_value *value = tz_change_new(&cursor->change, column);
    return value ? value : tz_change_old(&cursor->change, column);
}

/* A record that record.sql knows no words for is its table and its key. */
static char *plain_name(const change_cursor *cursor)
{
    tz_buffer name = {0};
    tz_buffer_format(&name, "%s ", cursor->change.table);
    tz_change_add_key(&cursor->change, &name);
    if (name.failed)
        tz_buffer_free(&name);
    return name.bytes;
}

static int answer_key(const change_cursor *cursor, sqlite3_context *context)
{
    tz_buffer key = {0};
    tz_change_add_key(&cursor->change, &key);
    if (!key.failed)
        sqlite3_result_text(context, tz_buffer_text(&key), -1, SQLITE_TRANSIENT);
    int code = key.failed ? SQLITE_NOMEM : SQLITE_OK;
    tz_buffer_free(&key);
    return code;
}

static tz_status read_record(change_cursor *cursor)
{
    tz_ledger *ledger = cursor->ledger;
    if (cursor->has_record)
        return TZ_OK;
    tz_status status = tz_record_read(ledger, cursor->journal_id, cursor->change.table,
                                      value_by_name, cursor, &cursor->record);
    if (status == TZ_OK && !cursor->record.name && !(cursor->record.name = plain_name(cursor)))
        status = tz_fail_memory(ledger);
    cursor->has_record = status == TZ_OK;
    if (status != TZ_OK)
        tz_record_free(&cursor->record);
    return status;
}

static void answer_id(sqlite3_context *context, int64_t id)
{
    if (id)
        sqlite3_result_int64(context, id);
}

static int answer_from_record(change_cursor *cursor, sqlite3_context *context, int column)
{
    const tz_record *record = &cursor->record;
    tz_status status = read_record(cursor);
    if (status != TZ_OK)
        tz_answer_failure(cursor->ledger, context, status);
    else if (column == RECORD)
        sqlite3_result_text(context, record->name, -1, SQLITE_TRANSIENT);
    else if (column == TASK_ID)
        answer_id(context, record->task_id);
    else if (column == UNIT_ID)
        answer_id(context, record->unit_id);
    else if (column == BEFORE_ID)
        answer_id(context, record->before_id);
    else if (column == MEASURE)
        sqlite3_result_text(context, record->measure, -1, SQLITE_TRANSIENT);
    else if (record->before_value)
        sqlite3_result_value(context, record->before_value);
    return SQLITE_OK;
}

static void answer_column_name(const change_cursor *cursor, sqlite3_context *context)
{
    const tz_table *table = cursor->table;
    char name[32];
    snprintf(name, sizeof name, "column %d", cursor->column + 1);
    bool is_known = table && (size_t)cursor->column < table->column_count;
    sqlite3_result_text(context, is_known ? table->columns[cursor->column].name : name, -1,
                        SQLITE_TRANSIENT);
}

static void answer_value(sqlite3_context *context, sqlite3_value *value)
{
    if (value)
        sqlite3_result_value(context, value);
}

static const char *operation_name(int operation)
{
    if (operation == SQLITE_INSERT)
        return "insert";
    return operation == SQLITE_UPDATE ? "update" : "delete";
}

int tz_change_answer(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
    change_cursor *cursor = (change_cursor *)base;
    switch (column) {
    case CHANGE_NUMBER:
        sqlite3_result_int64(context, cursor->change_number);
        return SQLITE_OK;
    case FIELD_NUMBER:
        sqlite3_result_int(context, cursor->field_number);
        return SQLITE_OK;
    case TABLE_NAME:
        sqlite3_result_text(context, cursor->change.table, -1, SQLITE_TRANSIENT);
        return SQLITE_OK;
    case OPERATION:
        sqlite3_result_text(context, operation_name(cursor->change.operation), -1, SQLITE_STATIC);
        return SQLITE_OK;
    case RECORD_KEY:
        return answer_key(cursor, context);
    case COLUMN_NAME:
        answer_column_name(cursor, context);
        return SQLITE_OK;
    case IS_KEY:
        sqlite3_result_int(context, cursor->change.is_key[cursor->column] != 0);
        return SQLITE_OK;
    case OLD_VALUE:
        answer_value(context, tz_change_old(&cursor->change, cursor->column));
        return SQLITE_OK;
    case NEW_VALUE:
        answer_value(context, tz_change_new(&cursor->change, cursor->column));
        return SQLITE_OK;
    case JOURNAL_ID:
        sqlite3_result_int64(context, cursor->journal_id);
        return SQLITE_OK;
    default:
        return answer_from_record(cursor, context, column);
    }
}
