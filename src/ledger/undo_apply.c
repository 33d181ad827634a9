/* undo_apply.c: the inverse of a changeset into the tables, or the first conflict. */
#include "change.h"
#include "undo.h"

typedef struct undo_application {
    tz_ledger *ledger;
    tz_undo_conflict conflict;
} undo_application;

static int filter_table(void *context, const char *table)
{
    (void)context;
    return tz_journal_covers(table);
}

/* SQLite tells of a foreign key no more than that it is broken. A query that finds the record
 * (child, its key, the parent, the key that it refers to) is made of what the schema says of it. */
static const char find_reference_sql[] =
    "WITH broken AS (\n"
    "  SELECT \"table\" AS child, parent, fkid FROM pragma_foreign_key_check LIMIT 1),\n"
    "part AS (\n"
    "  SELECT '\"' || f.\"from\" || '\"' AS child_column,\n"
    "    '\"' || coalesce(f.\"to\", (SELECT name FROM pragma_table_info(b.parent)\n"
    "                            WHERE pk = f.seq + 1)) || '\"' AS parent_column\n"
    "  FROM broken AS b JOIN pragma_foreign_key_list(b.child) AS f ON f.id = b.fkid)\n"
    "SELECT format('SELECT %Q, %s, %Q, %s FROM \"%w\" AS c WHERE NOT EXISTS ('\n"
    "              || 'SELECT 1 FROM \"%w\" AS p WHERE %s) AND %s LIMIT 1',\n"
    "  b.child,\n"
    "  (SELECT group_concat('c.\"' || name || '\"', ' || '' '' || ')\n"
    "   FROM pragma_table_info(b.child) WHERE pk > 0),\n"
    "  b.parent,\n"
    "  (SELECT group_concat('c.' || child_column, ' || '' '' || ') FROM part),\n"
    "  b.child, b.parent,\n"
    "  (SELECT group_concat('p.' || parent_column || ' = c.' || child_column, ' AND ') FROM "
    "part),\n"
    "  (SELECT group_concat('c.' || child_column || ' IS NOT NULL', ' AND ') FROM part))\n"
    "FROM broken AS b";

static void take_reference(tz_undo_conflict *conflict, sqlite3_stmt *row)
{
    tz_buffer *const taken[] = {&conflict->table, &conflict->key, &conflict->parent,
                                &conflict->parent_key};
    for (int i = 0; i < 4; i++)
        tz_buffer_add_text(taken[i], tz_column_text(row, i));
}

/* Which record refers to one that isn't there. */
static void find_reference(undo_application *application)
{
    sqlite3 *database = application->ledger->database;
    sqlite3_stmt *made = NULL, *row = NULL;
    if (sqlite3_prepare_v2(database, find_reference_sql, -1, &made, NULL) == SQLITE_OK &&
        sqlite3_step(made) == SQLITE_ROW &&
        sqlite3_prepare_v2(database, tz_column_text(made, 0), -1, &row, NULL) == SQLITE_OK &&
        sqlite3_step(row) == SQLITE_ROW)
        take_reference(&application->conflict, row);
    sqlite3_finalize(row);
    sqlite3_finalize(made);
}

static int stop_at_conflict(void *context, int kind, sqlite3_changeset_iter *iterator)
{
    undo_application *application = context;
    tz_undo_conflict *conflict = &application->conflict;
    tz_change change;
    conflict->kind = kind;
    if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
        find_reference(application);
    } else if (tz_change_read(iterator, &change) == SQLITE_OK) {
        tz_buffer_add_text(&conflict->table, change.table);
        tz_change_add_key(&change, &conflict->key);
    }
    return SQLITE_CHANGESET_ABORT;
}

static int apply(undo_application *application, int64_t journal_id)
{
    sqlite3 *database = application->ledger->database;
    tz_changeset_reader reader;
    int code = tz_changeset_open(database, "main", journal_id, &reader);
    if (code == SQLITE_OK) {
        sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
        code = sqlite3changeset_apply_v2_strm(database, tz_changeset_input, &reader, filter_table,
                                              stop_at_conflict, application, NULL, NULL,
                                              SQLITE_CHANGESETAPPLY_INVERT);
        sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
    }
    tz_changeset_close(&reader);
    return code;
}

static tz_status fail(tz_ledger *ledger, int64_t journal_id, int code)
{
    if (!tz_is_damage(code))
        return tz_fail_code(ledger, code);
    return tz_fail(ledger, TZ_IO, "第%lld号日志的变更集已损坏",
                   "the changeset of journal row %lld is damaged", (long long)journal_id);
}

tz_status tz_undo_apply(tz_ledger *ledger, int64_t journal_id)
{
    undo_application application = {.ledger = ledger};
    tz_undo_conflict *conflict = &application.conflict;
    int code = apply(&application, journal_id);
    tz_status status = TZ_OK;
    if (conflict->kind != 0)
        status = tz_undo_refuse(ledger, journal_id, conflict);
    else if (code != SQLITE_OK)
        status = fail(ledger, journal_id, code);
    tz_buffer_free(&conflict->table);
    tz_buffer_free(&conflict->key);
    tz_buffer_free(&conflict->parent);
    tz_buffer_free(&conflict->parent_key);
    return status;
}
