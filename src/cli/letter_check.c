/* letter_check.c: what a letter can't be about: a quarter that was not opened, a task that is
 * closed or divided. */
#include "letter_check.h"

#include <stdlib.h>

/* Without a round nobody owes. A quarter that lamps don't judge by any more is chased all the same.
 */
tz_status check_asked(cli *run, const char *day, const paper_rows *rows)
{
    char quarter[7];
    paper_rows scope = {0};
    tz_status status = tz_read_quarter_argument(run->ledger, run->arguments[0], quarter);
    if (status == TZ_OK)
        status = read_quarter_scope(run, quarter, day, &scope);
    const char *later = status == TZ_OK ? paper_value(&scope, 0, "later_quarter") : "";
    if (*later != '\0' && rows->row_count > 0)
        say(run, "注意：截至该日亮灯已按 %s 评价，催报的是 %s",
            "note: on that day lamps judge by %s already; what is chased is of %s", later, quarter);
    free_paper_rows(&scope);
    return status;
}

/* Two plans may have a task of the same code. */
static bool has_task(const paper_rows *rows, int64_t task_id)
{
    for (size_t i = 0; i < rows->row_count; i++)
        if (strtoll(paper_value(rows, i, "task_id"), NULL, 10) == task_id)
            return true;
    return false;
}

static tz_status find_division(cli *run, int64_t task_id, const char *day, bool *is_divided)
{
    report_query query = {.report = "task_show_parts"};
    paper_rows parts = {0};
    bind_parameter(&query, "as_of", day);
    tz_status status = bind_integer(run, &query, "task_id", task_id);
    if (status == TZ_OK)
        status = read_report(run, &query, false, &parts);
    *is_divided = parts.row_count > 0;
    free_paper_rows(&parts);
    return status;
}

static tz_status complain_of_unpressed(cli *run, const char *code, int64_t task_id, const char *day)
{
    bool is_divided;
    tz_status status = find_division(run, task_id, day, &is_divided);
    if (status != TZ_OK)
        return status;
    if (!is_divided)
        return complain(run, TZ_REJECTED, "第%s项在 %s 已销号、暂缓或尚未开始，不必督办",
                        "task %s is closed, suspended or not begun on %s: there is nothing to "
                        "press",
                        code, day);
    complain(run, TZ_REJECTED, "第%s项已分解为分项，须按分项督办",
             "task %s is divided: press its sub-items", code);
    advise(run, "用 taizhang task show %s 看有哪些分项", "taizhang task show %s lists them", code);
    return TZ_REJECTED;
}

tz_status check_pressed(cli *run, const char *day, const paper_rows *rows)
{
    for (size_t i = 0; i < run->argument_count; i++) {
        int64_t task_id;
        const char *code = run->arguments[i];
        tz_status status = tz_find_task_id(run->ledger, code, &task_id);
        if (status != TZ_OK)
            return status;
        if (!has_task(rows, task_id))
            return complain_of_unpressed(run, code, task_id, day);
    }
    return TZ_OK;
}
