/* undo_refuse.c: why a row can't be taken back: the record in the log's words, and the later rows
 * that are to be taken back first. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "query.h"
#include "undo.h"

/* ---- the journal rows that changed a record */

enum { ROWS_MOST = 20 }; /* of so many the newest are named */

/* Those that count, ascending: of a row that was taken back since neither it nor its undo. */
typedef struct changing_rows {
    int64_t ids[ROWS_MOST];
    size_t count;
    tz_buffer record; /* what the last of all calls the record; empty: none changed it */
} changing_rows;

/* Which records: one by its key, or else all that are about a task and perhaps a quarter. */
typedef struct record_choice {
    const char *table, *key;
    int64_t task_id;
    const char *quarter; /* a text that may begin with one */
} record_choice;

static void remove_id(changing_rows *rows, size_t index)
{
    rows->count--;
    memmove(&rows->ids[index], &rows->ids[index + 1], (rows->count - index) * sizeof *rows->ids);
}

static void add_row(changing_rows *rows, int64_t journal_id, const char *command)
{
    int64_t undone = 0;
    if (rows->count > 0 && rows->ids[rows->count - 1] == journal_id)
        return;
    if (sscanf(command, "undo %" SCNd64, &undone) == 1)
        for (size_t i = 0; i < rows->count; i++)
            if (rows->ids[i] == undone) {
                remove_id(rows, i);
                return;
            }
    if (rows->count == ROWS_MOST)
        remove_id(rows, 0);
    rows->ids[rows->count++] = journal_id;
}

static tz_status find_rows(tz_ledger *ledger, int64_t from, int64_t to, const record_choice *choice,
                           changing_rows *rows)
{
    sqlite3_stmt *row;
    bool has_row = true;
    tz_status status = tz_prepare(ledger,
                                  "SELECT j.journal_id, j.command, c.record\n"
                                  "FROM journal AS j CROSS JOIN journal_change(j.journal_id) AS c\n"
                                  "WHERE j.journal_id BETWEEN ?1 AND ?2 AND j.kind = 'change'\n"
                                  "  AND c.field_number = 1 AND c.table_name = ?3\n"
                                  "  AND CASE WHEN ?4 IS NOT NULL THEN c.record_key = ?4\n"
                                  "      ELSE c.task_id IS ?5 AND (\n"
                                  "        ?6 NOT GLOB '[0-9][0-9][0-9][0-9]Q[1-4]*'\n"
                                  "        OR instr(c.record, substr(?6, 1, 6))) END\n"
                                  "ORDER BY j.journal_id",
                                  &row);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(row, 1, from);
    tz_bind_integer(row, 2, to);
    tz_bind_text(row, 3, choice->table);
    tz_bind_text(row, 4, choice->key);
    tz_bind_id(row, 5, choice->task_id);
    tz_bind_text(row, 6, choice->quarter);
    while ((status = tz_step(ledger, row, &has_row)) == TZ_OK && has_row) {
        add_row(rows, sqlite3_column_int64(row, 0), tz_column_text(row, 1));
        tz_buffer_clear(&rows->record);
        tz_buffer_add_text(&rows->record, tz_column_text(row, 2));
    }
    return status == TZ_OK && rows->record.failed ? tz_fail_memory(ledger) : status;
}

/* ---- the hint */

static tz_status read_command(tz_ledger *ledger, int64_t journal_id, char *command, size_t size)
{
    sqlite3_stmt *row;
    tz_status status =
        tz_prepare(ledger, "SELECT command FROM journal WHERE journal_id = ?1", &row);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(row, 1, journal_id);
    return tz_query_text(ledger, row, command, size);
}

/* The rows, the newest first, which is the order in which they can be taken back. */
static tz_status hint(tz_ledger *ledger, const changing_rows *rows)
{
    char command[200];
    if (rows->count == 0)
        return TZ_OK;
    const int64_t newest = rows->ids[rows->count - 1];
    tz_status status = read_command(ledger, newest, command, sizeof command);
    if (status != TZ_OK)
        return status;
    if (rows->count == 1) {
        tz_hint(ledger, "第%lld号日志改过它：%s；如要撤销，请先撤销第%lld号",
                "journal row %lld changed it: %s; take back row %lld first", (long long)newest,
                command, (long long)newest);
        return TZ_OK;
    }
    tz_buffer numbers = {0};
    for (size_t i = rows->count; i > 0; i--)
        tz_buffer_format(&numbers, "%s%" PRId64, i == rows->count ? "" : tz_joint(ledger),
                         rows->ids[i - 1]);
    tz_hint(ledger, "第%s号日志改过它，最近的是：%s；如要撤销，请按此顺序先撤销它们",
            "journal rows %s changed it, the newest is: %s; take them back first, in this order",
            tz_buffer_text(&numbers), command);
    tz_buffer_free(&numbers);
    return TZ_OK;
}

static tz_status hint_at(tz_ledger *ledger, int64_t journal_id, const record_choice *choice)
{
    changing_rows later = {0};
    tz_status status = find_rows(ledger, journal_id + 1, INT64_MAX, choice, &later);
    if (status == TZ_OK)
        status = hint(ledger, &later);
    tz_buffer_free(&later.record);
    return status;
}

tz_status tz_undo_hint_at_task(tz_ledger *ledger, int64_t journal_id, const char *table,
                               int64_t task_id, const char *record)
{
    const record_choice choice = {.table = table, .task_id = task_id, .quarter = record};
    tz_status status = hint_at(ledger, journal_id, &choice);
    return status == TZ_OK ? TZ_REFUSED : status;
}

/* ---- the refusal */

static tz_status fail(tz_ledger *ledger, int64_t journal_id, const char *record, const char *zh,
                      const char *en)
{
    return tz_fail(ledger, TZ_REFUSED, "不能撤销第%lld号：%s %s",
                   "row %lld can't be taken back: %s %s", (long long)journal_id, record,
                   TZ_PICK(ledger->language, zh, en));
}

/* A later record refers to one that would go; or one that would come back, to one that is gone. */
static tz_status refuse_reference(tz_ledger *ledger, int64_t journal_id,
                                  const tz_undo_conflict *conflict, const changing_rows *own,
                                  const changing_rows *later)
{
    if (own->count == 0 || later->count > 0) {
        fail(ledger, journal_id, tz_buffer_text(&later->record), "是之后的记录，仍以它为依据",
             "stands on it");
        return hint(ledger, later);
    }
    const record_choice parent = {.table = tz_buffer_text(&conflict->parent),
                                  .key = tz_buffer_text(&conflict->parent_key)};
    fail(ledger, journal_id, tz_buffer_text(&own->record), "所引用的记录已不存在",
         "refers to a record that isn't there any more");
    return hint_at(ledger, journal_id, &parent);
}

static tz_status refuse_change(tz_ledger *ledger, int64_t journal_id, int kind,
                               const changing_rows *own, const changing_rows *later)
{
    static const char *const reasons[][2] = {
        [SQLITE_CHANGESET_DATA] = {"之后又改过", "was changed later"},
        [SQLITE_CHANGESET_NOTFOUND] = {"已不存在", "isn't there any more"},
        [SQLITE_CHANGESET_CONFLICT] = {"已重新存在", "is there again"},
        [SQLITE_CHANGESET_CONSTRAINT] = {"与其他记录冲突", "would collide with another record"},
    };
    fail(ledger, journal_id, tz_buffer_text(&own->record), reasons[kind][0], reasons[kind][1]);
    return hint(ledger, later);
}

tz_status tz_undo_refuse(tz_ledger *ledger, int64_t journal_id, const tz_undo_conflict *conflict)
{
    changing_rows own = {0}, later = {0};
    const record_choice record = {.table = tz_buffer_text(&conflict->table),
                                  .key = tz_buffer_text(&conflict->key)};
    if (conflict->table.failed || conflict->key.failed || conflict->parent.failed ||
        conflict->parent_key.failed)
        return tz_fail_memory(ledger);
    tz_status status = find_rows(ledger, journal_id, journal_id, &record, &own);
    if (status == TZ_OK)
        status = find_rows(ledger, journal_id + 1, INT64_MAX, &record, &later);
    if (later.record.size == 0) /* the journal doesn't know it */
        tz_buffer_format(&later.record, "%s %s", record.table, record.key);
    if (status == TZ_OK && conflict->kind == SQLITE_CHANGESET_FOREIGN_KEY)
        status = refuse_reference(ledger, journal_id, conflict, &own, &later);
    else if (status == TZ_OK)
        status = refuse_change(ledger, journal_id, conflict->kind, &own, &later);
    tz_buffer_free(&own.record);
    tz_buffer_free(&later.record);
    return status == TZ_OK ? TZ_REFUSED : status;
}
