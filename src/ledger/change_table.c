/* change_table.c: journal_change, the changes of a journal row as a table (change_words.h). It
 * walks the changeset as it is read; nothing of it is kept but the change that it stands on. */
#include "change_cursor.h"

#include <stdlib.h>

#include "journal.h"

static const char declaration[] =
    "CREATE TABLE journal_change (change_number, field_number, table_name, operation, record, "
    "record_key, task_id, unit_id, column_name, is_key, old_value, new_value, measure, before_id, "
    "before_value, journal_id HIDDEN)";
/* The bits of a plan: the journal row is always given; a field_number may be. */
enum { PLAN_FIELD_NUMBER = 1 };

typedef struct change_table {
    sqlite3_vtab base;
    tz_ledger *ledger;
    tz_tables tables; /* for the columns' names; read when first asked */
} change_table;

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

/* Whether the order asked for is that of the changeset: by change_number, then field_number. */
static bool is_in_order(const sqlite3_index_info *plan)
{
    static const int order[] = {CHANGE_NUMBER, FIELD_NUMBER};
    if (plan->nOrderBy > 2)
        return false;
    for (int i = 0; i < plan->nOrderBy; i++)
        if (plan->aOrderBy[i].iColumn != order[i] || plan->aOrderBy[i].desc)
            return false;
    return true;
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
    plan->orderByConsumed = is_in_order(plan);
    plan->estimatedCost = field_number >= 0 ? 1000 : 10000;
    return SQLITE_OK;
}

/* ---------------------------------------------------------------- the cursor */

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    change_table *asked = (change_table *)table;
    sqlite3 *database = asked->ledger->database;
    tz_status status = TZ_OK;
    if (asked->tables.count == 0)
        status = tz_tables_read(asked->ledger, database, &asked->tables);
    if (status != TZ_OK) {
        int code = tz_failure_code(asked->ledger, status);
        tz_tables_free(&asked->tables);
        return code;
    }
    change_cursor *made = calloc(1, sizeof *made);
    if (!made)
        return SQLITE_NOMEM;
    made->ledger = asked->ledger;
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

/* A damaged row ends here, and what follows it goes on: the handle remembers which it was. */
static int pass_over(change_cursor *cursor, int code)
{
    if (!tz_is_damage(code))
        return code;
    leave_changeset(cursor);
    cursor->ledger->damaged_row = cursor->journal_id;
    return SQLITE_OK;
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
        return code == SQLITE_DONE ? SQLITE_OK : pass_over(cursor, code);
    code = tz_change_read(cursor->iterator, &cursor->change);
    if (code != SQLITE_OK)
        return pass_over(cursor, code);
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

int tz_change_check_row(tz_ledger *ledger, int64_t journal_id, bool *is_sound)
{
    sqlite3_stmt *row;
    bool is_there = false;
    *is_sound = false;
    tz_status status =
        tz_prepare(ledger, "SELECT " TZ_ROW_COLUMNS " FROM journal WHERE journal_id = ?1", &row);
    if (status == TZ_OK) {
        tz_bind_integer(row, 1, journal_id);
        status = tz_step(ledger, row, &is_there);
    }
    if (status != TZ_OK)
        return tz_failure_code(ledger, status);
    if (!is_there)
        return SQLITE_OK;
    int code = tz_journal_row_is_sound(row, "main", is_sound);
    sqlite3_reset(row);
    if (code == SQLITE_OK && !*is_sound)
        ledger->damaged_row = journal_id;
    return code;
}

static int filter(sqlite3_vtab_cursor *base, int plan, const char *name, int count,
                  sqlite3_value **arguments)
{
    (void)name;
    (void)count;
    change_cursor *cursor = (change_cursor *)base;
    tz_ledger *ledger = cursor->ledger;
    leave_changeset(cursor);
    cursor->journal_id = sqlite3_value_int64(arguments[0]);
    cursor->wants_first_field_only =
        plan == PLAN_FIELD_NUMBER && sqlite3_value_int64(arguments[1]) == 1;
    cursor->change = (tz_change){0};
    cursor->change_number = cursor->column = cursor->field_number = 0;
    bool is_sound;
    int code = tz_change_check_row(ledger, cursor->journal_id, &is_sound);
    if (code != SQLITE_OK || !is_sound)
        return code;
    code = tz_changeset_open(ledger->database, "main", cursor->journal_id, &cursor->reader);
    if (code == SQLITE_OK)
        code = sqlite3changeset_start_strm(&cursor->iterator, tz_changeset_input, &cursor->reader);
    if (code != SQLITE_OK)
        return pass_over(cursor, code);
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
    .xColumn = tz_change_answer,
    .xRowid = row_number,
};

int tz_change_table_register(tz_ledger *ledger)
{
    return sqlite3_create_module(ledger->database, "journal_change", &module, ledger);
}
