/* progress.c: writing an entry (进展). The rules that it must keep are the file's; here they get
 * the record, the value and the way out. */
#include <assert.h>
#include <string.h>

#include "progress_row.h"
#include "query.h"

/* Binds what is reported, the same parameters in both statements below. */
static void bind_entry(sqlite3_stmt *statement, const tz_entry *entry)
{
    tz_bind_integer(statement, 1, entry->task_id);
    tz_bind_text(statement, 2, entry->quarter);
    tz_bind_integer(statement, 3, entry->unit_id);
    tz_bind_text(statement, 4, entry->reported_on);
    tz_bind_integer(statement, 5, entry->is_interim);
    if (entry->has_percent)
        tz_bind_real(statement, 6, entry->percent);
    tz_bind_given(statement, 7, entry->state);
    tz_bind_given(statement, 8, entry->completed_on);
    tz_bind_given(statement, 9, entry->summary);
    tz_bind_given(statement, 10, entry->problem);
    tz_bind_given(statement, 11, entry->next_step);
}

static tz_status insert_entry(tz_ledger *ledger, const tz_entry *entry, int64_t *progress_id,
                              int *revision)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO progress (task_id, quarter, unit_id, reported_on, is_interim,\n"
                   "  percent, state, completed_on, summary, problem, next_step, entered_by,\n"
                   "  revision, is_after_close)\n"
                   "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,\n"
                   "       1 + coalesce(max(e.revision), 0),\n"
                   "       ?13 AND EXISTS (\n"
                   "         SELECT 1 FROM round AS r JOIN task AS t ON t.plan_id = r.plan_id\n"
                   "         WHERE t.task_id = ?1 AND r.quarter = ?2 AND r.closed_on <= ?4)\n"
                   "FROM progress AS e\n"
                   "WHERE e.task_id = ?1 AND e.quarter = ?2\n"
                   "RETURNING progress_id, revision",
                   &statement);
    if (status != TZ_OK)
        return status;
    bind_entry(statement, entry);
    tz_bind_given(statement, 12, entry->entered_by);
    tz_bind_integer(statement, 13, entry->allow_late);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    *progress_id = sqlite3_column_int64(statement, 0);
    *revision = sqlite3_column_int(statement, 1);
    sqlite3_reset(statement);
    return TZ_OK;
}

static tz_status insert_readings(tz_ledger *ledger, const tz_entry *entry, int64_t progress_id)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < entry->reading_count && status == TZ_OK; i++) {
        sqlite3_stmt *statement = NULL;
        status = tz_prepare(ledger,
                            "INSERT INTO reading (progress_id, target_id, value)\n"
                            "VALUES (?1, ?2, ?3)",
                            &statement);
        if (status != TZ_OK)
            break;
        tz_bind_integer(statement, 1, progress_id);
        tz_bind_integer(statement, 2, entry->readings[i].target_id);
        tz_bind_real(statement, 3, entry->readings[i].value);
        status = tz_run(ledger, statement);
        if (status == TZ_REJECTED)
            tz_name_record(ledger, "指标%zu %g", "reading %zu, %g", entry->readings[i].ordinal,
                           entry->readings[i].value);
    }
    return status;
}

/* A unit that says done with a target unmet has to say why. */
static tz_status check_targets(tz_ledger *ledger, int64_t progress_id)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(ledger,
                                  "SELECT name, comparison, value, coalesce(measure, ''), reading\n"
                                  "FROM unmet_when_done\n"
                                  "WHERE progress_id = ?1\n"
                                  "LIMIT 1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, progress_id);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    bool is_ceiling = strcmp(tz_column_text(statement, 1), "<=") == 0;
    const char *measure = tz_column_text(statement, 3);
    status = tz_fail(ledger, TZ_REJECTED, "状态为已完成，而指标“%s”的目标%s %g%s，完成值为 %g%s",
                     "done, but target \"%s\" is to be %s %g %s and stands at %g %s",
                     tz_column_text(statement, 0),
                     TZ_PICK(ledger->language, is_ceiling ? "不高于" : "不低于",
                             is_ceiling ? "at most" : "at least"),
                     sqlite3_column_double(statement, 2), measure,
                     sqlite3_column_double(statement, 4), measure);
    tz_hint(ledger, "请在存在问题（--problem）中说明原因，或改报状态",
            "say why in the problem (--problem), or report another state");
    sqlite3_reset(statement);
    return status;
}

/* ---- which field a broken rule is about */

static const tz_entry_field doubtful_fields[] = {
    TZ_ENTRY_PERCENT, TZ_ENTRY_COMPLETED_ON, TZ_ENTRY_STATE, TZ_ENTRY_UNIT, TZ_ENTRY_REPORTED_ON};
enum { DOUBTFUL_COUNT = sizeof doubtful_fields / sizeof doubtful_fields[0] };

/* Takes a field out of the entry, the day reported by one that is early for no quarter; false where
 * it wasn't given. */
static bool take_out(tz_ledger *ledger, tz_entry *entry, tz_entry_field field)
{
    bool was_given = false;
    int64_t unit_id = entry->unit_id;
    tz_progress nothing = TZ_PROGRESS_INIT;
    switch (field) {
    case TZ_ENTRY_PERCENT:
        was_given = entry->has_percent;
        entry->has_percent = false;
        break;
    case TZ_ENTRY_COMPLETED_ON:
        was_given = entry->completed_on[0] != '\0';
        entry->completed_on[0] = '\0';
        break;
    case TZ_ENTRY_STATE:
        was_given = entry->state[0] != '\0';
        entry->state[0] = '\0';
        break;
    case TZ_ENTRY_REPORTED_ON:
        was_given = true;
        strcpy(entry->reported_on, "2040-12-31"); /* the calendar's last */
        break;
    default: /* TZ_ENTRY_UNIT */
        was_given = tz_entry_read_field(ledger, &nothing, field, entry) == TZ_OK &&
                    entry->unit_id != unit_id;
    }
    return was_given;
}

static bool passes_without(tz_ledger *ledger, const tz_entry *entry, tz_entry_field field)
{
    tz_entry without = *entry;
    int64_t progress_id = 0;
    int revision = 0;
    if (!take_out(ledger, &without, field) || tz_part_enter(ledger) != TZ_OK)
        return false;
    bool passes = insert_entry(ledger, &without, &progress_id, &revision) == TZ_OK;
    tz_part_leave(ledger, TZ_REJECTED); /* undoes the trial */
    return passes;
}

/* The field without which the entry would be accepted, found by trying, so that the rule itself
 * stays in the file. The error set before is kept. */
static tz_entry_field find_culprit(tz_ledger *ledger, const tz_entry *entry)
{
    char error[TZ_TEXT_LIMIT], hint[TZ_TEXT_LIMIT];
    tz_entry_field culprit = TZ_ENTRY_FIELD_COUNT;
    memcpy(error, ledger->error, sizeof error);
    memcpy(hint, ledger->hint, sizeof hint);
    for (size_t i = 0; i < DOUBTFUL_COUNT && culprit == TZ_ENTRY_FIELD_COUNT; i++) {
        if (passes_without(ledger, entry, doubtful_fields[i]))
            culprit = doubtful_fields[i];
    }
    memcpy(ledger->error, error, sizeof error);
    memcpy(ledger->hint, hint, sizeof hint);
    return culprit;
}

tz_status tz_entry_write(tz_ledger *ledger, const tz_entry *entry, int *revision,
                         tz_entry_field *culprit)
{
    int64_t progress_id = 0;
    *culprit = TZ_ENTRY_FIELD_COUNT;
    tz_status status = tz_part_enter(ledger);
    if (status != TZ_OK)
        return status;
    status = insert_entry(ledger, entry, &progress_id, revision);
    if (status == TZ_REJECTED)
        *culprit = find_culprit(ledger, entry);
    if (status == TZ_OK)
        status = insert_readings(ledger, entry, progress_id);
    if (status == TZ_OK) {
        status = check_targets(ledger, progress_id);
        if (status == TZ_REJECTED)
            *culprit = TZ_ENTRY_STATE;
    }
    return tz_part_leave(ledger, status);
}

/* ---- an entry that is there already */

static tz_status same_readings(tz_ledger *ledger, const tz_entry *entry, int64_t progress_id,
                               bool *same)
{
    sqlite3_stmt *statement = NULL;
    int64_t count = 0;
    tz_status status =
        tz_prepare(ledger, "SELECT count(*) FROM reading WHERE progress_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, progress_id);
    status = tz_query_integer(ledger, statement, &count);
    *same = count == (int64_t)entry->reading_count;
    for (size_t i = 0; i < entry->reading_count && status == TZ_OK && *same; i++) {
        status = tz_prepare(ledger,
                            "SELECT 1 FROM reading\n"
                            "WHERE progress_id = ?1 AND target_id = ?2 AND value = ?3",
                            &statement);
        if (status != TZ_OK)
            break;
        tz_bind_integer(statement, 1, progress_id);
        tz_bind_integer(statement, 2, entry->readings[i].target_id);
        tz_bind_real(statement, 3, entry->readings[i].value);
        status = tz_query_integer(ledger, statement, &count);
        *same = count == 1;
    }
    return status;
}

tz_status tz_entry_stands(tz_ledger *ledger, const tz_entry *entry, bool compares_day, bool *stands)
{
    sqlite3_stmt *statement = NULL;
    int64_t progress_id = 0;
    *stands = false;
    tz_status status =
        tz_prepare(ledger,
                   "SELECT e.progress_id FROM progress AS e\n"
                   "WHERE e.progress_id = (\n"
                   "    SELECT y.progress_id FROM progress AS y\n"
                   "    WHERE y.task_id = ?1 AND y.quarter = ?2 AND y.unit_id = ?3\n"
                   "    ORDER BY y.revision DESC LIMIT 1)\n"
                   "  AND (?12 = 0 OR e.reported_on = ?4) AND e.is_interim = ?5\n"
                   "  AND e.percent IS ?6 AND e.state IS ?7 AND e.completed_on IS ?8\n"
                   "  AND e.summary IS ?9 AND e.problem IS ?10 AND e.next_step IS ?11",
                   &statement);
    if (status != TZ_OK)
        return status;
    bind_entry(statement, entry);
    tz_bind_integer(statement, 12, compares_day);
    status = tz_query_integer(ledger, statement, &progress_id);
    if (status != TZ_OK || progress_id == 0)
        return status;
    return same_readings(ledger, entry, progress_id, stands);
}

/* ---- one entry by hand */

/* Puts the record, and the field where one is meant, before the error. */
static void name_field(tz_ledger *ledger, const tz_progress *progress, const tz_entry *entry,
                       tz_entry_field field, bool with_value)
{
    if (field == TZ_ENTRY_FIELD_COUNT) {
        tz_name_record(ledger, "第%s项 %s", "task %s, %s", entry->code, entry->quarter);
        return;
    }
    const char *text = tz_entry_text(progress, field);
    bool shows_value = with_value && text != NULL;
    tz_name_record(
        ledger, "第%s项 %s：%s%s%s", "task %s, %s: %s%s%s", entry->code, entry->quarter,
        TZ_PICK(ledger->language, tz_entry_columns[field].zh, tz_entry_columns[field].en),
        shows_value ? " " : "", shows_value ? text : "");
}

static tz_status read_readings(tz_ledger *ledger, const tz_progress *progress, tz_entry *entry)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < progress->reading_count && status == TZ_OK; i++) {
        status = tz_entry_read_reading(ledger, progress->readings[i], i + 1, entry);
        if (status != TZ_OK)
            tz_name_record(ledger, "第%s项 %s：指标%zu", "task %s, %s: reading %zu", entry->code,
                           entry->quarter, i + 1);
    }
    return status;
}

static tz_status read_entry(tz_ledger *ledger, const tz_progress *progress, tz_entry *entry)
{
    tz_status status = TZ_OK;
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT && status == TZ_OK; field++) {
        status = tz_entry_read_field(ledger, progress, field, entry);
        if (status != TZ_OK && field > TZ_ENTRY_QUARTER)
            name_field(ledger, progress, entry, field, false);
    }
    return status == TZ_OK ? read_readings(ledger, progress, entry) : status;
}

static bool is_given(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/* Whether it says nothing of how the task stands. */
static bool says_nothing(const tz_progress *progress)
{
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++) {
        if (tz_entry_columns[field].is_reported && is_given(tz_entry_text(progress, field)))
            return false;
    }
    for (size_t i = 0; i < progress->reading_count; i++) {
        if (is_given(progress->readings[i]))
            return false;
    }
    return true;
}

static tz_status refuse_nothing(tz_ledger *ledger, const tz_entry *entry)
{
    tz_fail(ledger, TZ_MALFORMED, "第%s项 %s：没有给出进展",
            "task %s, %s: there is nothing to enter", entry->code, entry->quarter);
    tz_hint(ledger, "至少给一项，如完成百分比（--percent）", "give a percent (--percent), for one");
    return TZ_MALFORMED;
}

static tz_status add_entry(tz_ledger *ledger, const tz_progress *progress, int *revision)
{
    tz_entry entry = {.is_interim = progress->is_interim,
                      .allow_late = progress->allow_late,
                      .entered_by =
                          progress->entered_by != NULL ? progress->entered_by : ledger->actor};
    tz_entry_field culprit = TZ_ENTRY_FIELD_COUNT;
    tz_status status = tz_check_text(ledger, entry.entered_by);
    if (status == TZ_OK)
        status = read_entry(ledger, progress, &entry);
    if (status == TZ_OK && says_nothing(progress))
        status = refuse_nothing(ledger, &entry);
    if (status != TZ_OK)
        return status;
    status = tz_entry_write(ledger, &entry, revision, &culprit);
    if (status != TZ_OK)
        name_field(ledger, progress, &entry, culprit, true);
    return status;
}

tz_status tz_progress_add(tz_ledger *ledger, const tz_progress *entry, int *revision)
{
    bool is_own = false;
    int number = 0;
    assert(entry != NULL && entry->task != NULL && entry->quarter != NULL);
    assert(entry->readings != NULL || entry->reading_count == 0);
    if (revision != NULL)
        *revision = 0;
    tz_status status = tz_write_enter(ledger, "progress add", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, add_entry(ledger, entry, &number));
    if (status == TZ_OK && revision != NULL)
        *revision = number;
    return status;
}
