/* verify_replay.c: the tables that the journal gives, against those in the file: an edit made
 * behind the ledger's back is a difference, and named. */
#include <string.h>

#include "change.h"
#include "verify.h"

/* ---- from the newest snapshot on, into the empty tables of main */

typedef struct replay {
    tz_verification *verification;
    int64_t journal_id; /* the row being applied */
    bool has_conflict, has_damage;
    tz_status status;
} replay;

/* The tables are empty; without indexes they fill sooner. */
static tz_status drop_indexes(tz_verification *verification)
{
    sqlite3_stmt *row;
    tz_status status =
        tz_verify_prepare(verification, "replay",
                          "SELECT group_concat('DROP INDEX main.\"' || name || '\"', ';')\n"
                          "FROM main.sqlite_schema\n"
                          "WHERE type = 'index' AND sql IS NOT NULL",
                          &row);
    char *sql = row && sqlite3_step(row) == SQLITE_ROW
                    ? sqlite3_mprintf("%s", tz_column_text(row, 0))
                    : NULL;
    status = tz_verify_end(verification, "replay", row, status);
    if (status == TZ_OK && !sql)
        status = tz_fail_memory(verification->ledger);
    if (status == TZ_OK &&
        sqlite3_exec(verification->connection, sql, NULL, NULL, NULL) != SQLITE_OK)
        status = tz_fail_connection(verification->ledger, verification->connection);
    sqlite3_free(sql);
    return status;
}

static int filter_table(void *context, const char *table)
{
    (void)context;
    return tz_journal_covers(table);
}

/* The first conflict of a row is told; what follows shows in the comparison. */
static int pass_over(void *context, int kind, sqlite3_changeset_iter *iterator)
{
    replay *running = context;
    tz_change change;
    tz_buffer key = {0};
    if (running->has_conflict || kind == SQLITE_CHANGESET_FOREIGN_KEY ||
        tz_change_read(iterator, &change) != SQLITE_OK)
        return SQLITE_CHANGESET_OMIT;
    running->has_conflict = true;
    tz_change_add_key(&change, &key);
    const tz_finding finding = {
        .check = "replay", .table = change.table, .record = tz_buffer_text(&key)};
    running->status =
        tz_verify_add(running->verification, &finding, "第%lld号日志在此不能重放",
                      "journal row %lld can't be replayed here", (long long)running->journal_id);
    tz_buffer_free(&key);
    return running->status == TZ_OK ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

static tz_status add_damage(replay *running, const char *reason)
{
    char record[24];
    const tz_finding finding = {.check = "replay", .table = "journal", .record = record};
    snprintf(record, sizeof record, "%lld", (long long)running->journal_id);
    running->has_damage = true;
    return tz_verify_add(running->verification, &finding, "变更集已损坏，未能重放（%s）",
                         "the changeset is damaged and isn't replayed: %s", reason);
}

/* `*is_damaged` whether it is the journal that failed: what is applied goes to a database on the
 * temporary disk, which can fail too. */
static int apply_changeset(replay *running, bool *is_damaged)
{
    sqlite3 *connection = running->verification->connection;
    tz_changeset_reader reader = {0};
    int code = tz_changeset_open(connection, "ledger", running->journal_id, &reader);
    *is_damaged = tz_verify_is_damage(code);
    if (code == SQLITE_OK) {
        code = sqlite3changeset_apply_v2_strm(connection, tz_changeset_input, &reader, filter_table,
                                              pass_over, running, NULL, NULL, 0);
        *is_damaged = tz_is_damage(code) || tz_verify_is_damage(reader.code);
    }
    tz_changeset_close(&reader);
    return code;
}

static tz_status apply_row(replay *running)
{
    sqlite3 *connection = running->verification->connection;
    bool is_sound = false;
    running->has_conflict = false;
    int code = tz_journal_is_sound(connection, "ledger", running->journal_id, &is_sound);
    bool is_damaged = tz_verify_is_damage(code);
    if (code == SQLITE_OK && !is_sound)
        return add_damage(running, TZ_PICK(running->verification->ledger->language, "与哈希不符",
                                           "it isn't what its hash says"));
    if (code == SQLITE_OK)
        code = apply_changeset(running, &is_damaged);
    if (running->status != TZ_OK || code == SQLITE_OK)
        return running->status;
    if (is_damaged)
        return add_damage(running, sqlite3_errstr(code));
    return tz_fail_connection_code(running->verification->ledger, connection, code);
}

/* The number of the row behind `*journal_id`; 0 behind the last. A damaged row rolls back to where
 * it began, which ends every statement that still reads: hence a query for each. */
static tz_status find_next(tz_verification *verification, int64_t *journal_id)
{
    sqlite3_stmt *row;
    tz_status status = tz_verify_prepare(
        verification, "replay",
        "SELECT journal_id FROM ledger.journal WHERE journal_id > ?1 ORDER BY journal_id LIMIT 1",
        &row);
    if (row)
        sqlite3_bind_int64(row, 1, *journal_id);
    *journal_id = row && sqlite3_step(row) == SQLITE_ROW ? sqlite3_column_int64(row, 0) : 0;
    return tz_verify_end(verification, "replay", row, status);
}

/* `*is_based` whether the snapshot itself could be replayed: without it there is nothing to compare
 * the tables with. */
static tz_status apply_rows(tz_verification *verification, bool *is_based)
{
    replay running = {.verification = verification, .journal_id = verification->snapshot_id};
    tz_status status = TZ_OK;
    while (status == TZ_OK && running.journal_id != 0) {
        bool is_snapshot = running.journal_id == verification->snapshot_id;
        status = apply_row(&running);
        *is_based = !is_snapshot || !running.has_damage;
        if (!*is_based)
            return status;
        if (status == TZ_OK)
            status = find_next(verification, &running.journal_id);
    }
    return status;
}

/* ---- one table of the file against that of the replay */

/* Makes the comparisons of a table ?1, f being the file's row and j the journal's: the rows that
 * differ (key, the file's values, the journal's), those only in the file, those only in the
 * journal. */
static const char comparisons[] =
    "WITH c AS (SELECT '\"' || name || '\"' AS name, pk FROM pragma_table_info(?1, 'main')),\n"
    "part AS (\n"
    "  SELECT '\"' || ?1 || '\"' AS t,\n"
    "    (SELECT group_concat('f.' || name, ' || '' '' || ') FROM c WHERE pk > 0) AS file_key,\n"
    "    (SELECT group_concat('j.' || name, ' || '' '' || ') FROM c WHERE pk > 0) AS journal_key,\n"
    "    (SELECT group_concat('f.' || name || ' = j.' || name, ' AND ') FROM c WHERE pk > 0)\n"
    "      AS is_same,\n"
    "    (SELECT group_concat('f.' || name || ' IS NOT j.' || name, ' OR ') FROM c WHERE pk = 0)\n"
    "      AS differs,\n"
    "    (SELECT group_concat('f.' || name, ', ') FROM c WHERE pk = 0) AS file_values,\n"
    "    (SELECT group_concat('j.' || name, ', ') FROM c WHERE pk = 0) AS journal_values)\n"
    "SELECT 'SELECT ' || file_key || ', ' || file_values || ', ' || journal_values\n"
    "       || ' FROM ledger.' || t || ' AS f CROSS JOIN main.' || t || ' AS j ON ' || is_same\n"
    "       || ' WHERE ' || differs,\n"
    "       'SELECT ' || file_key || ' FROM ledger.' || t || ' AS f WHERE NOT EXISTS ('\n"
    "       || 'SELECT 1 FROM main.' || t || ' AS j WHERE ' || is_same || ')',\n"
    "       'SELECT ' || journal_key || ' FROM main.' || t || ' AS j WHERE NOT EXISTS ('\n"
    "       || 'SELECT 1 FROM ledger.' || t || ' AS f WHERE ' || is_same || ')'\n"
    "FROM part";
enum { CHANGED_ROWS, ADDED_ROWS, DELETED_ROWS, COMPARISONS };

typedef struct comparison {
    tz_verification *verification;
    const char *table;
    tz_buffer file_value, journal_value;
} comparison;

static bool is_equal(sqlite3_value *a, sqlite3_value *b)
{
    const void *left = sqlite3_value_blob(a), *right = sqlite3_value_blob(b);
    int size = sqlite3_value_bytes(a);
    return sqlite3_value_type(a) == sqlite3_value_type(b) && size == sqlite3_value_bytes(b) &&
           (size == 0 || (left && right && memcmp(left, right, (size_t)size) == 0));
}

static tz_status add_cell(comparison *compared, sqlite3_stmt *row, int file, int journal)
{
    sqlite3_value *file_value = sqlite3_column_value(row, file);
    sqlite3_value *journal_value = sqlite3_column_value(row, journal);
    if (is_equal(file_value, journal_value))
        return TZ_OK;
    tz_buffer_clear(&compared->file_value);
    tz_buffer_clear(&compared->journal_value);
    tz_add_value(&compared->file_value, file_value);
    tz_add_value(&compared->journal_value, journal_value);
    const tz_finding finding = {
        .check = "replay",
        .table = compared->table,
        .record = tz_column_text(row, 0),
        .column = sqlite3_column_name(row, file),
        .file_value = tz_buffer_text(&compared->file_value),
        .journal_value = tz_buffer_text(&compared->journal_value),
    };
    return tz_verify_add(compared->verification, &finding, "文件中的值不是日志所记",
                         "the file has another value than the journal");
}

static tz_status add_row(comparison *compared, sqlite3_stmt *row, int kind)
{
    int count = (sqlite3_column_count(row) - 1) / 2;
    const tz_finding finding = {
        .check = "replay", .table = compared->table, .record = tz_column_text(row, 0)};
    tz_status status = TZ_OK;
    if (kind == ADDED_ROWS)
        return tz_verify_add(compared->verification, &finding, "日志中没有这条记录",
                             "the journal doesn't have the record");
    if (kind == DELETED_ROWS)
        return tz_verify_add(compared->verification, &finding, "文件中缺这条记录",
                             "the file lacks the record");
    for (int i = 1; i <= count && status == TZ_OK; i++)
        status = add_cell(compared, row, i, count + i);
    return status;
}

static tz_status compare(comparison *compared, const char *sql, int kind)
{
    sqlite3_stmt *row;
    tz_status status = tz_verify_prepare(compared->verification, "replay", sql, &row);
    while (status == TZ_OK && row && sqlite3_step(row) == SQLITE_ROW)
        status = add_row(compared, row, kind);
    return tz_verify_end(compared->verification, "replay", row, status);
}

static tz_status compare_table(tz_verification *verification, const char *table)
{
    comparison compared = {.verification = verification, .table = table};
    sqlite3_stmt *made;
    verification->table = table;
    tz_status status = tz_verify_prepare(verification, "replay", comparisons, &made);
    if (made)
        sqlite3_bind_text(made, 1, table, -1, SQLITE_STATIC);
    if (status == TZ_OK && made && sqlite3_step(made) == SQLITE_ROW)
        for (int kind = 0; kind < COMPARISONS && status == TZ_OK; kind++)
            if (sqlite3_column_type(made, kind) == SQLITE_TEXT) /* else only key columns */
                status = compare(&compared, tz_column_text(made, kind), kind);
    tz_buffer_free(&compared.file_value);
    tz_buffer_free(&compared.journal_value);
    status = tz_verify_end(verification, "replay", made, status);
    verification->table = NULL;
    return status;
}

static tz_status compare_tables(tz_verification *verification)
{
    sqlite3_stmt *table;
    tz_status status = tz_verify_prepare(verification, "replay",
                                         "SELECT name FROM main.sqlite_schema\n"
                                         "WHERE type = 'table'\n"
                                         "ORDER BY rowid",
                                         &table);
    while (status == TZ_OK && table && sqlite3_step(table) == SQLITE_ROW)
        if (tz_journal_covers(tz_column_text(table, 0)))
            status = compare_table(verification, tz_column_text(table, 0));
    return tz_verify_end(verification, "replay", table, status);
}

tz_status tz_verify_replay(tz_verification *verification)
{
    if (verification->snapshot_id == 0)
        return TZ_OK; /* tz_verify_chain has said so */
    bool is_based = false;
    tz_status status = drop_indexes(verification);
    if (status == TZ_OK)
        status = apply_rows(verification, &is_based);
    return status == TZ_OK && is_based ? compare_tables(verification) : status;
}
