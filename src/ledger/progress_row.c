/* progress_row.c: one entry (进展), from the texts that a person gives. */
#include "progress_row.h"

#include <string.h>

#include "figure.h"
#include "query.h"

static tz_status read_task(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    return tz_find_task(ledger, text, &entry->task_id, entry->code);
}

static tz_status read_quarter(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    return tz_argument_quarter(ledger, text, entry->quarter);
}

static tz_status read_reported_on(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    return tz_argument_day(ledger, text, entry->reported_on);
}

/* The unit that answers for the task's first lead unit (谁牵头谁统筹) on the day reported. */
static tz_status find_answering_unit(tz_ledger *ledger, tz_entry *entry)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "SELECT unit_id FROM task_answering\n"
                                  "WHERE task_id = ?1 AND as_of = ?2",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, entry->task_id);
    tz_bind_text(statement, 2, entry->reported_on);
    status = tz_query_integer(ledger, statement, &entry->unit_id);
    if (status != TZ_OK || entry->unit_id != 0)
        return status;
    status = tz_fail(ledger, TZ_NOT_FOUND, "任务没有牵头单位", "the task has no lead unit");
    tz_hint(ledger, "请写明报送单位", "name the unit that reports");
    return status;
}

static tz_status read_unit(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    if (text == NULL)
        return find_answering_unit(ledger, entry);
    return tz_find_unit(ledger, text, &entry->unit_id);
}

static tz_status read_percent(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    entry->has_percent = text != NULL;
    return text == NULL ? TZ_OK : tz_argument_percent(ledger, text, &entry->percent);
}

static tz_status read_state(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    return text == NULL ? TZ_OK : tz_find_word(ledger, "state", text, entry->state);
}

static tz_status read_completed_on(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    return text == NULL ? TZ_OK : tz_argument_day(ledger, text, entry->completed_on);
}

static tz_status read_summary(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    entry->summary = text;
    return tz_check_text(ledger, text);
}

static tz_status read_problem(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    entry->problem = text;
    return tz_check_text(ledger, text);
}

static tz_status read_next_step(tz_ledger *ledger, const char *text, tz_entry *entry)
{
    entry->next_step = text;
    return tz_check_text(ledger, text);
}

const tz_entry_column tz_entry_columns[TZ_ENTRY_FIELD_COUNT] = {
    [TZ_ENTRY_TASK] = {"code", "任务编号", offsetof(tz_progress, task), false, false, read_task},
    [TZ_ENTRY_QUARTER] = {"quarter", "季度", offsetof(tz_progress, quarter), false, false,
                          read_quarter},
    [TZ_ENTRY_REPORTED_ON] = {"reported_on", "报送日期", offsetof(tz_progress, reported_on), false,
                              false, read_reported_on},
    [TZ_ENTRY_UNIT] = {"unit", "报送单位", offsetof(tz_progress, unit), false, false, read_unit},
    [TZ_ENTRY_PERCENT] = {"percent", "完成百分比", offsetof(tz_progress, percent), true, false,
                          read_percent},
    [TZ_ENTRY_STATE] = {"state", "状态", offsetof(tz_progress, state), true, false, read_state},
    [TZ_ENTRY_COMPLETED_ON] = {"completed_on", "完成日期", offsetof(tz_progress, completed_on),
                               true, false, read_completed_on},
    [TZ_ENTRY_SUMMARY] = {"summary", "进展情况", offsetof(tz_progress, summary), true, true,
                          read_summary},
    [TZ_ENTRY_PROBLEM] = {"problem", "存在问题", offsetof(tz_progress, problem), true, true,
                          read_problem},
    [TZ_ENTRY_NEXT_STEP] = {"next_step", "下一步措施", offsetof(tz_progress, next_step), true, true,
                            read_next_step},
};

const char *tz_entry_text(const tz_progress *progress, tz_entry_field field)
{
    const char *text = NULL;
    memcpy(&text, (const char *)progress + tz_entry_columns[field].offset, sizeof text);
    return text;
}

void tz_entry_set_text(tz_progress *progress, tz_entry_field field, const char *text)
{
    memcpy((char *)progress + tz_entry_columns[field].offset, &text, sizeof text);
}

tz_status tz_entry_read_field(tz_ledger *ledger, const tz_progress *progress, tz_entry_field field,
                              tz_entry *entry)
{
    return tz_entry_columns[field].read(ledger, tz_entry_text(progress, field), entry);
}

/* ---- readings */

tz_status tz_entry_read_reading(tz_ledger *ledger, const char *text, size_t ordinal,
                                tz_entry *entry)
{
    tz_target_record target;
    if (text == NULL || text[0] == '\0')
        return TZ_OK;
    tz_status status = tz_find_target(ledger, entry->task_id, (int64_t)ordinal, &target);
    if (status == TZ_OK && entry->reading_count == TZ_MOST_READINGS)
        status = tz_fail(ledger, TZ_REJECTED, "一次至多报 %d 个指标",
                         "an entry gives %d readings at most", TZ_MOST_READINGS);
    if (status != TZ_OK)
        return status;
    struct tz_entry_reading *reading = &entry->readings[entry->reading_count];
    reading->target_id = target.target_id;
    reading->ordinal = ordinal;
    status = tz_argument_figure(ledger, text, target.measure, &reading->value);
    if (status == TZ_OK)
        entry->reading_count++;
    return status;
}
