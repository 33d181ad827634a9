/* undo.c: the last command, or a named one, taken back (撤销). */
#include "undo.h"

#include <assert.h>
#include <inttypes.h>

#include "journal.h"
#include "query.h"

/* ---- which row */

static tz_status fail_snapshot(tz_ledger *ledger, int64_t journal_id)
{
    tz_fail(ledger, TZ_REFUSED, "第%lld号日志在快照之前，或就是快照，不能撤销",
            "journal row %lld is a snapshot or before one, and can't be taken back",
            (long long)journal_id);
    tz_hint(ledger, "用 log 查看可撤销的命令", "log shows the commands");
    return TZ_REFUSED;
}

static tz_status read_snapshot_id(tz_ledger *ledger, int64_t *journal_id)
{
    sqlite3_stmt *statement;
    tz_status status = tz_prepare(ledger,
                                  "SELECT journal_id FROM journal\n"
                                  "WHERE kind = 'snapshot'\n"
                                  "ORDER BY journal_id DESC LIMIT 1",
                                  &statement);
    return status == TZ_OK ? tz_query_integer(ledger, statement, journal_id) : status;
}

static tz_status choose_row(tz_ledger *ledger, int64_t wanted, int64_t *journal_id)
{
    int64_t last = 0, snapshot = 0;
    unsigned char hash[TZ_HASH_SIZE];
    tz_status status = tz_journal_head(ledger, &last, hash);
    if (status == TZ_OK)
        status = read_snapshot_id(ledger, &snapshot);
    if (status != TZ_OK)
        return status;
    *journal_id = wanted == 0 ? last : wanted;
    if (wanted == 0 && last == snapshot)
        return tz_fail(ledger, TZ_NOT_FOUND, "没有可撤销的命令",
                       "there is no command to take back");
    if (wanted < 0 || wanted > last)
        return tz_fail(ledger, TZ_NOT_FOUND, "没有第%lld号日志，最后一号是%lld",
                       "there is no journal row %lld: the last is %lld", (long long)wanted,
                       (long long)last);
    return *journal_id > snapshot ? TZ_OK : fail_snapshot(ledger, *journal_id);
}

static tz_status check_row(tz_ledger *ledger, sqlite3_stmt *row, int64_t journal_id)
{
    bool is_sound;
    int code = tz_journal_row_is_sound(row, "main", &is_sound);
    if (code != SQLITE_OK)
        return tz_fail_code(ledger, code);
    if (is_sound)
        return TZ_OK;
    return tz_fail(ledger, TZ_IO, "第%lld号日志已损坏：与其哈希不符",
                   "journal row %lld is damaged: it isn't what its hash says",
                   (long long)journal_id);
}

/* A row that isn't what its hash says must not go into the tables. */
static tz_status read_row(tz_ledger *ledger, int64_t journal_id, tz_undo_result *result)
{
    sqlite3_stmt *row;
    bool has_row = false;
    tz_status status = tz_prepare(
        ledger, "SELECT " TZ_ROW_COLUMNS " FROM main.journal WHERE journal_id = ?1", &row);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(row, 1, journal_id);
    status = tz_step(ledger, row, &has_row);
    if (status == TZ_OK && !has_row)
        status = tz_fail(ledger, TZ_IO, "缺第%lld号日志", "journal row %lld isn't there",
                         (long long)journal_id);
    if (status != TZ_OK)
        return status;
    result->journal_id = journal_id;
    snprintf(result->command, sizeof result->command, "%s", tz_column_text(row, TZ_ROW_COMMAND));
    status = check_row(ledger, row, journal_id);
    sqlite3_reset(row);
    return status;
}

/* ---- what the rules say of it */

static tz_status remember_violations(tz_ledger *ledger)
{
    return tz_execute(ledger, "CREATE TEMP TABLE violation_before AS\n"
                              "SELECT rule, task_id, record FROM main.violation");
}

static void fail_violation(tz_ledger *ledger, int64_t journal_id, sqlite3_stmt *row)
{
    char meaning[TZ_TEXT_LIMIT];
    const char *code = tz_column_text(row, 0), *record = tz_column_text(row, 1);
    const char *half = tz_half(ledger, tz_column_text(row, 2), meaning);
    if (*code == '\0')
        tz_fail(ledger, TZ_REFUSED, "不能撤销第%lld号：%s：%s",
                "row %lld can't be taken back: %s: %s", (long long)journal_id, record, half);
    else
        tz_fail(ledger, TZ_REFUSED, "不能撤销第%lld号：第%s项 %s：%s",
                "row %lld can't be taken back: task %s %s: %s", (long long)journal_id, code, record,
                half);
}

static tz_status refuse_new_violation(tz_ledger *ledger, int64_t journal_id)
{
    sqlite3_stmt *statement;
    bool has_row = false;
    tz_status status =
        tz_prepare(ledger,
                   "SELECT code, record, meaning, table_name, task_id FROM main.violation AS v\n"
                   "WHERE NOT EXISTS (\n"
                   "  SELECT 1 FROM temp.violation_before AS b\n"
                   "  WHERE b.rule = v.rule AND b.task_id IS v.task_id AND b.record IS v.record)\n"
                   "LIMIT 1",
                   &statement);
    if (status == TZ_OK)
        status = tz_step(ledger, statement, &has_row);
    if (status == TZ_OK && has_row) {
        fail_violation(ledger, journal_id, statement);
        status =
            tz_undo_hint_at_task(ledger, journal_id, tz_column_text(statement, 3),
                                 sqlite3_column_int64(statement, 4), tz_column_text(statement, 1));
        sqlite3_reset(statement);
    }
    return status == TZ_OK ? tz_execute(ledger, "DROP TABLE temp.violation_before") : status;
}

/* ---- the call */

static tz_status take_back(tz_ledger *ledger, int64_t journal_id)
{
    tz_status status = remember_violations(ledger);
    if (status == TZ_OK)
        status = tz_undo_apply(ledger, journal_id);
    return status == TZ_OK ? refuse_new_violation(ledger, journal_id) : status;
}

/* Within the write, so that the last row is still the last. */
static tz_status undo(tz_ledger *ledger, const tz_undo_options *options, bool is_own,
                      tz_undo_result *result, tz_rows **changes)
{
    char command[40];
    int64_t journal_id = 0;
    tz_status status = choose_row(ledger, options->journal_id, &journal_id);
    snprintf(command, sizeof command, "undo %" PRId64, journal_id);
    if (status == TZ_OK && is_own)
        status = tz_write_name(ledger, command);
    if (status == TZ_OK)
        status = read_row(ledger, journal_id, result);
    if (status == TZ_OK)
        status = tz_undo_list(ledger, journal_id, options->most_changes, &result->changes, changes);
    return status == TZ_OK ? take_back(ledger, journal_id) : status;
}

tz_status tz_undo(tz_ledger *ledger, const tz_undo_options *options, tz_undo_result *result,
                  tz_rows **changes)
{
    const tz_undo_options none = TZ_UNDO_OPTIONS_INIT;
    bool is_own = false;
    assert(ledger->database && result && changes);
    if (!options)
        options = &none;
    *result = (tz_undo_result){0};
    *changes = NULL;
    tz_status status = tz_write_enter(ledger, "undo", &is_own);
    if (status != TZ_OK)
        return status;
    status = undo(ledger, options, is_own, result, changes);
    if (status == TZ_OK && options->is_trial)
        tz_write_leave(ledger, is_own, TZ_REFUSED); /* rolls back */
    else
        status = tz_write_leave(ledger, is_own, status);
    if (status != TZ_OK) {
        tz_rows_close(*changes);
        *changes = NULL;
        *result = (tz_undo_result){0};
    }
    return status;
}
