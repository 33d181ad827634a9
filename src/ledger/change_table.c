/* change_table.c: journal_change, the changes of a journal row as a table (change_words.h). It
 * walks the changeset as it is read; nothing of it is kept but the change that it stands on. */
#include <stdlib.h>
#include <string.h>

#include "change.h"
#include "change_words.h"
#include "journal.h"

static const char declaration[] =
    "CREATE TABLE journal_change (change_number, field_number, table_name, operation, record, "
    "task_id, unit_id, column_name, is_key, old_value, new_value, measure, before_id, "
    "before_value, journal_id HIDDEN)";
enum {
    CHANGE_NUMBER,
    FIELD_NUMBER,
    TABLE_NAME,
    OPERATION,
    RECORD,
    TASK_ID,
    UNIT_ID,
    COLUMN_NAME,
    IS_KEY,
    OLD_VALUE,
    NEW_VALUE,
    MEASURE,
    BEFORE_ID,
    BEFORE_VALUE,
    JOURNAL_ID
};
/* The bits of a plan: the journal row is always given; a field_number may be. */
enum { PLAN_FIELD_NUMBER = 1 };

typedef struct change_table {
    sqlite3_vtab base;
    tz_ledger *ledger;
    tz_tables tables; /* for the columns' names; read when first asked */
} change_table;

typedef struct change_cursor {
    sqlite3_vtab_cursor base;
    tz_changeset_reader reader;
    sqlite3_changeset_iter *iterator;
    bool is_at_end, wants_first_field_only;
    int64_t row_number, journal_id, change_number;
    /* the change it stands on */
    tz_change change;
    const tz_table *table; /* NULL: the ledger has it no more */
    int column, field_number;
    bool has_record;
    tz_record record;
} change_cursor;

static tz_ledger *ledger_of(const change_cursor *cursor)
{
    return ((change_table *)cursor->base.pVtab)->ledger;
}

/* ---------------------------------------------------------------- the table */

static int connect_table(sqlite3 *connection, void *ledger, int count, const char *const *arguments,
                         sqlite3_vtab **table, char **error)
{
    (void)count;
    (void)arguments;
    (void)error;
    int code = sqlite3_declare_vtab(connection, declaration);
    if (code != SQLITE_OK)
        return code;
    change_table *made = sqlite3_malloc(sizeof *made);
    if (!made)
        return SQLITE_NOMEM;
    *made = (change_table){.ledger = ledger};
    *table = &made->base;
    return SQLITE_OK;
}

static int disconnect_table(sqlite3_vtab *table)
{
    tz_tables_free(&((change_table *)table)->tables);
    sqlite3_free(table);
    return SQLITE_OK;
}

/* The index of a usable constraint COLUMN = …; -1 where there is none. */
static int find_constraint(const sqlite3_index_info *plan, int column)
{
    for (int i = 0; i < plan->nConstraint; i++)
        if (plan->aConstraint[i].iColumn == column && plan->aConstraint[i].usable &&
            plan->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
            return i;
    return -1;
}

static int choose_plan(sqlite3_vtab *table, sqlite3_index_info *plan)
{
    (void)table;
    int journal_id = find_constraint(plan, JOURNAL_ID);
    int field_number = find_constraint(plan, FIELD_NUMBER);
    if (journal_id < 0)
        return SQLITE_CONSTRAINT;
    plan->aConstraintUsage[journal_id].argvIndex = 1;
    plan->aConstraintUsage[journal_id].omit = 1;
    if (field_number >= 0) {
        plan->aConstraintUsage[field_number].argvIndex = 2;
        plan->idxNum = PLAN_FIELD_NUMBER;
    }
    plan->estimatedCost = field_number >= 0 ? 1000 : 10000;
    return SQLITE_OK;
}

/* ---------------------------------------------------------------- the cursor */

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    change_table *asked = (change_table *)table;
    sqlite3 *database = asked->ledger->database;
    if (asked->tables.count == 0 &&
        tz_tables_read(asked->ledger, database, &asked->tables) != TZ_OK) {
        tz_tables_free(&asked->tables);
        return SQLITE_NOMEM;
    }
    change_cursor *made = calloc(1, sizeof *made);
    if (!made)
        return SQLITE_NOMEM;
    *cursor = &made->base;
    return SQLITE_OK;
}

static void leave_changeset(change_cursor *cursor)
{
    sqlite3changeset_finalize(cursor->iterator);
    cursor->iterator = NULL;
    tz_changeset_close(&cursor->reader);
    tz_record_free(&cursor->record);
    cursor->has_record = false;
    cursor->is_at_end = true;
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
    change_cursor *cursor = (change_cursor *)base;
    leave_changeset(cursor);
    free(cursor);
    return SQLITE_OK;
}

/* Whatever is wrong with a changeset that memory and disk could give: it was tampered with. */
static int fail(change_cursor *cursor, int code)
{
    int kind = code & 0xff;
    if (kind == SQLITE_OK || kind == SQLITE_NOMEM || kind == SQLITE_IOERR || kind == SQLITE_BUSY)
        return code;
    sqlite3_free(cursor->base.pVtab->zErrMsg);
    cursor->base.pVtab->zErrMsg = sqlite3_mprintf(
        "第%lld号日志已损坏：与其哈希不符 | journal row %lld is damaged: it doesn't "
        "match its hash",
        cursor->journal_id, cursor->journal_id);
    return SQLITE_CORRUPT_VTAB;
}

static bool is_field(const change_cursor *cursor, int column)
{
    sqlite3_value *value = tz_change_new(&cursor->change, column);
    if (cursor->change.operation == SQLITE_UPDATE)
        return value != NULL;
    if (cursor->change.operation == SQLITE_DELETE)
        value = tz_change_old(&cursor->change, column);
    return value && sqlite3_value_type(value) != SQLITE_NULL;
}

/* Moves to the next change. An SQLite code. */
static int next_change(change_cursor *cursor)
{
    tz_record_free(&cursor->record);
    cursor->has_record = false;
    int code = sqlite3changeset_next(cursor->iterator);
    cursor->is_at_end = code != SQLITE_ROW;
    if (code != SQLITE_ROW)
        return code == SQLITE_DONE ? SQLITE_OK : fail(cursor, code);
    code = tz_change_read(cursor->iterator, &cursor->change);
    if (code != SQLITE_OK)
        return fail(cursor, code);
    const change_table *of = (change_table *)cursor->base.pVtab;
    cursor->table = tz_tables_find(&of->tables, cursor->change.table);
    cursor->change_number++;
    cursor->column = -1;
    cursor->field_number = 0;
    return SQLITE_OK;
}

/* Moves to the next field, of this change or of one behind it. */
static int next_field(change_cursor *cursor)
{
    int code = SQLITE_OK;
    bool leaves = cursor->wants_first_field_only && cursor->field_number > 0;
    do {
        if (leaves || cursor->column + 1 >= cursor->change.column_count)
            code = next_change(cursor);
        leaves = false;
        cursor->column++;
    } while (code == SQLITE_OK && !cursor->is_at_end &&
             (cursor->column >= cursor->change.column_count || !is_field(cursor, cursor->column)));
    cursor->field_number++;
    cursor->row_number++;
    return code;
}

static int next_row(sqlite3_vtab_cursor *base)
{
    return next_field((change_cursor *)base);
}

/* SQLite 3.40 walks on for ever behind the end of some damaged changesets: none is walked that
 * doesn't match its hash. */
static int check_hash(tz_ledger *ledger, int64_t journal_id, bool *is_there)
{
    unsigned char expected[TZ_HASH_SIZE], found[TZ_HASH_SIZE];
    sqlite3_stmt *row;
    *is_there = false;
    if (tz_prepare(ledger, "SELECT " TZ_ROW_COLUMNS " FROM journal WHERE journal_id = ?1", &row) !=
        TZ_OK)
        return SQLITE_NOMEM;
    tz_bind_integer(row, 1, journal_id);
    if (tz_step(ledger, row, is_there) != TZ_OK)
        return sqlite3_errcode(ledger->database);
    if (!*is_there)
        return SQLITE_OK;
    int code = tz_journal_row_hash(row, "main", expected);
    bool is_same =
        tz_journal_copy_hash(row, TZ_ROW_HASH, found) && memcmp(found, expected, TZ_HASH_SIZE) == 0;
    sqlite3_reset(row);
    return code == SQLITE_OK && !is_same ? SQLITE_CORRUPT : code;
}

static int filter(sqlite3_vtab_cursor *base, int plan, const char *name, int count,
                  sqlite3_value **arguments)
{
    (void)name;
    (void)count;
    change_cursor *cursor = (change_cursor *)base;
    tz_ledger *ledger = ledger_of(cursor);
    leave_changeset(cursor);
    cursor->journal_id = sqlite3_value_int64(arguments[0]);
    cursor->wants_first_field_only =
        plan == PLAN_FIELD_NUMBER && sqlite3_value_int64(arguments[1]) == 1;
    cursor->change = (tz_change){0};
    cursor->change_number = cursor->column = cursor->field_number = 0;
    bool is_there;
    int code = check_hash(ledger, cursor->journal_id, &is_there);
    if (code != SQLITE_OK || !is_there)
        return fail(cursor, code);
    code = tz_changeset_open(ledger->database, "main", cursor->journal_id, &cursor->reader);
    if (code == SQLITE_OK)
        code = sqlite3changeset_start_strm(&cursor->iterator, tz_changeset_input, &cursor->reader);
    if (code != SQLITE_OK)
        return fail(cursor, code);
    cursor->is_at_end = false;
    return next_field(cursor);
}

static int is_at_end(sqlite3_vtab_cursor *cursor)
{
    return ((change_cursor *)cursor)->is_at_end;
}

static int row_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number)
{
    *number = ((change_cursor *)cursor)->row_number;
    return SQLITE_OK;
}

/* ---------------------------------------------------------------- the columns */

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

static tz_status read_record(change_cursor *cursor)
{
    tz_ledger *ledger = ledger_of(cursor);
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
        tz_answer_failure(ledger_of(cursor), context, status);
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

static int answer_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
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

/* Without xCreate it is there by its name alone and can't be made under another. */
static const sqlite3_module module = {
    .xConnect = connect_table,
    .xBestIndex = choose_plan,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next_row,
    .xEof = is_at_end,
    .xColumn = answer_column,
    .xRowid = row_number,
};

int tz_change_table_register(tz_ledger *ledger)
{
    return sqlite3_create_module(ledger->database, "journal_change", &module, ledger);
}
