/* figure.c: figures as people write them, and the targets (指标) that they are of. */
#include "figure.h"

#include <stdio.h>
#include <string.h>

#include "nearest.h"
#include "query.h"
#include "value.h"

tz_status tz_argument_percent(tz_ledger *ledger, const char *text, double *percent)
{
    if (tz_read_percent(text, percent))
        return TZ_OK;
    tz_status status =
        tz_fail(ledger, TZ_MALFORMED, "“%s”不是百分比", "\"%s\" is not a percent", text);
    tz_hint(ledger, "写作 45 或 45%%", "write 45 or 45%%");
    return status;
}

bool tz_measure_is_percent(const char *measure)
{
    return strcmp(measure, "%") == 0 || strcmp(measure, "％") == 0;
}

/* Both texts are folded. */
static bool read_measured(char *text, const char *measure, double *value)
{
    size_t size = strlen(text), measure_size = strlen(measure);
    if (measure_size > 0 && size > measure_size && strcmp(text + size - measure_size, measure) == 0)
        text[size - measure_size] = '\0';
    return tz_read_number(text, value);
}

tz_status tz_argument_figure(tz_ledger *ledger, const char *text, const char *measure,
                             double *value)
{
    tz_buffer folded = {0}, folded_measure = {0};
    tz_status status = tz_check_text(ledger, text);
    if (status != TZ_OK)
        return status;
    tz_fold_name(&folded, text);
    tz_fold_name(&folded_measure, measure);
    if (folded.failed || folded_measure.failed) {
        status = tz_fail_memory(ledger);
    } else if (folded.size == 0 ||
               !read_measured(folded.bytes, tz_buffer_text(&folded_measure), value)) {
        status = tz_fail(ledger, TZ_MALFORMED, "“%s”不是数", "\"%s\" is not a number", text);
        if (measure[0] != '\0')
            tz_hint(ledger, "只写以%s计的数", "write the number alone, in %s", measure);
    }
    tz_buffer_free(&folded);
    tz_buffer_free(&folded_measure);
    return status;
}

static tz_status fail_target(tz_ledger *ledger, int64_t task_id, int64_t ordinal)
{
    sqlite3_stmt *statement = NULL;
    char targets[512];
    tz_status status = tz_prepare(ledger,
                                  "SELECT group_concat(ordinal || ' ' || name || coalesce('（' || "
                                  "measure || '）', ''), ?2)\n"
                                  "FROM (SELECT * FROM target WHERE task_id = ?1 ORDER BY ordinal)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_text(statement, 2, tz_joint(ledger));
    status = tz_query_text(ledger, statement, targets, sizeof targets);
    if (status != TZ_OK)
        return status;
    status = tz_fail(ledger, TZ_NOT_FOUND, "任务没有第%lld个指标", "the task has no target %lld",
                     (long long)ordinal);
    if (targets[0] != '\0')
        tz_hint(ledger, "任务的指标：%s", "its targets: %s", targets);
    else
        tz_hint(ledger, "任务没有指标：请填完成百分比，或先用 target add 增列",
                "it has no targets: give a percent, or add one with target add");
    return status;
}

tz_status tz_find_target(tz_ledger *ledger, int64_t task_id, int64_t ordinal,
                         tz_target_record *target)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    memset(target, 0, sizeof *target);
    tz_status status = tz_prepare(ledger,
                                  "SELECT target_id, measure FROM target\n"
                                  "WHERE task_id = ?1 AND ordinal = ?2",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, ordinal);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    if (!has_row)
        return fail_target(ledger, task_id, ordinal);
    target->target_id = sqlite3_column_int64(statement, 0);
    snprintf(target->measure, sizeof target->measure, "%s", tz_column_text(statement, 1));
    sqlite3_reset(statement);
    return TZ_OK;
}

tz_status tz_find_target_value(tz_ledger *ledger, int64_t task_id, int64_t ordinal, const char *day,
                               double *value)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    *value = 0;
    tz_status status = tz_prepare(ledger,
                                  "SELECT value FROM target_status\n"
                                  "WHERE as_of = ?1 AND task_id = ?2 AND ordinal = ?3",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, day);
    tz_bind_integer(statement, 2, task_id);
    tz_bind_integer(statement, 3, ordinal);
    status = tz_step(ledger, statement, &has_row);
    if (status == TZ_OK && has_row)
        *value = sqlite3_column_double(statement, 0);
    sqlite3_reset(statement);
    return status;
}
