/* undo_apply.c: the inverse of a changeset into the tables, or the reason why not. */
#include <string.h>

#include "change.h"
#include "journal.h"
#include "undo.h"

/* The first conflict: what it is and the record it is in. */
typedef struct undo_conflict {
    tz_ledger *ledger;
    int kind; /* SQLITE_CHANGESET_…; 0 none */
    tz_buffer table, key;
} undo_conflict;

static int filter_table(void *context, const char *table)
{
    (void)context;
    return tz_journal_covers(table);
}

/* Which record still refers to one that would go. SQLite tells no more than that there is one. */
static void find_reference(undo_conflict *conflict)
{
    sqlite3_stmt *row;
    if (sqlite3_prepare_v2(conflict->ledger->database,
                           "SELECT \"table\", rowid FROM pragma_foreign_key_check LIMIT 1", -1,
                           &row, NULL) != SQLITE_OK)
        return;
    if (sqlite3_step(row) == SQLITE_ROW) {
        tz_buffer_add_text(&conflict->table, tz_column_text(row, 0));
        tz_buffer_add_text(&conflict->key, tz_column_text(row, 1));
    }
    sqlite3_finalize(row);
}

static int stop_at_conflict(void *context, int kind, sqlite3_changeset_iter *iterator)
{
    undo_conflict *conflict = context;
    tz_change change;
    conflict->kind = kind;
    if (kind == SQLITE_CHANGESET_FOREIGN_KEY) {
        find_reference(conflict);
    } else if (tz_change_read(iterator, &change) == SQLITE_OK) {
        tz_buffer_add_text(&conflict->table, change.table);
        tz_change_add_key(&change, &conflict->key);
    }
    return SQLITE_CHANGESET_ABORT;
}

/* Whether the iterator's changeset, a later one, changes the record of the conflict. */
static bool changes_record(const undo_conflict *conflict, sqlite3_changeset_iter *iterator)
{
    bool is_found = false;
    tz_buffer key = {0};
    while (!is_found && sqlite3changeset_next(iterator) == SQLITE_ROW) {
        tz_change change;
        if (tz_change_read(iterator, &change) != SQLITE_OK ||
            strcmp(change.table, tz_buffer_text(&conflict->table)) != 0)
            continue;
        tz_buffer_clear(&key);
        tz_change_add_key(&change, &key);
        is_found = strcmp(tz_buffer_text(&key), tz_buffer_text(&conflict->key)) == 0;
    }
    tz_buffer_free(&key);
    return is_found;
}

static bool row_changes_record(const undo_conflict *conflict, int64_t journal_id)
{
    tz_changeset_reader reader;
    sqlite3_changeset_iter *iterator = NULL;
    bool is_found = false, is_sound = false;
    if (tz_journal_is_sound(conflict->ledger->database, "main", journal_id, &is_sound) !=
            SQLITE_OK ||
        !is_sound)
        return false;
    if (tz_changeset_open(conflict->ledger->database, "main", journal_id, &reader) == SQLITE_OK &&
        sqlite3changeset_start_strm(&iterator, tz_changeset_input, &reader) == SQLITE_OK) {
        is_found = changes_record(conflict, iterator);
        sqlite3changeset_finalize(iterator);
    }
    tz_changeset_close(&reader);
    return is_found;
}

/* Hints at the newest later row that changed the record of the conflict: to be taken back first. */
static void hint_at_later_row(const undo_conflict *conflict, int64_t journal_id)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    tz_ledger *ledger = conflict->ledger;
    if (tz_prepare(ledger,
                   "SELECT journal_id, command FROM journal\n"
                   "WHERE journal_id > ?1\n"
                   "ORDER BY journal_id DESC",
                   &statement) != TZ_OK)
        return;
    tz_bind_integer(statement, 1, journal_id);
    while (tz_step(ledger, statement, &has_row) == TZ_OK && has_row) {
        int64_t later = sqlite3_column_int64(statement, 0);
        if (!row_changes_record(conflict, later))
            continue;
        tz_hint(ledger, "第%lld号日志改过它：%s；如要撤销，请先撤销第%lld号",
                "journal row %lld changed it: %s; take back row %lld first", (long long)later,
                tz_column_text(statement, 1), (long long)later);
        break;
    }
    sqlite3_reset(statement);
}

/* What a table is called in the handle's language; its name where there is no word. */
static const char *table_word(tz_ledger *ledger, const char *table, char word[64])
{
    sqlite3_stmt *statement;
    bool has_row = false;
    snprintf(word, 64, "%s", table);
    if (tz_prepare(ledger,
                   "SELECT iif(?2, zh, en) FROM word\n"
                   "WHERE column_name = 'table_name' AND value = ?1",
                   &statement) != TZ_OK)
        return word;
    tz_bind_text(statement, 1, table);
    tz_bind_integer(statement, 2, ledger->language == TZ_ZH);
    if (tz_step(ledger, statement, &has_row) == TZ_OK && has_row)
        snprintf(word, 64, "%s", tz_column_text(statement, 0));
    sqlite3_reset(statement);
    return word;
}

static tz_status refuse(const undo_conflict *conflict, int64_t journal_id)
{
    static const char *const reasons[][2] = {
        [SQLITE_CHANGESET_DATA] = {"之后又改过", "was changed later"},
        [SQLITE_CHANGESET_NOTFOUND] = {"已不存在", "isn't there any more"},
        [SQLITE_CHANGESET_CONFLICT] = {"已重新存在", "is there again"},
        [SQLITE_CHANGESET_CONSTRAINT] = {"与其他记录冲突", "would collide with another record"},
        [SQLITE_CHANGESET_FOREIGN_KEY] = {"是之后的记录，仍以它为依据", "stands on it"},
    };
    char word[64];
    tz_ledger *ledger = conflict->ledger;
    if (conflict->table.failed || conflict->key.failed)
        return tz_fail_memory(ledger);
    tz_fail(ledger, TZ_REFUSED, "不能撤销第%lld号：%s %s %s",
            "row %lld can't be taken back: %s %s %s", (long long)journal_id,
            table_word(ledger, tz_buffer_text(&conflict->table), word),
            tz_buffer_text(&conflict->key),
            TZ_PICK(ledger->language, reasons[conflict->kind][0], reasons[conflict->kind][1]));
    hint_at_later_row(conflict, journal_id);
    return TZ_REFUSED;
}

static int apply(undo_conflict *conflict, int64_t journal_id)
{
    sqlite3 *database = conflict->ledger->database;
    tz_changeset_reader reader;
    int code = tz_changeset_open(database, "main", journal_id, &reader);
    if (code == SQLITE_OK) {
        sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
        code = sqlite3changeset_apply_v2_strm(database, tz_changeset_input, &reader, filter_table,
                                              stop_at_conflict, conflict, NULL, NULL,
                                              SQLITE_CHANGESETAPPLY_INVERT);
        sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
    }
    tz_changeset_close(&reader);
    return code;
}

tz_status tz_undo_apply(tz_ledger *ledger, int64_t journal_id)
{
    undo_conflict conflict = {.ledger = ledger};
    int code = apply(&conflict, journal_id);
    tz_status status = TZ_OK;
    if (conflict.kind != 0)
        status = refuse(&conflict, journal_id);
    else if (code != SQLITE_OK)
        status = tz_fail_changeset(ledger, journal_id, code);
    tz_buffer_free(&conflict.table);
    tz_buffer_free(&conflict.key);
    return status;
}
