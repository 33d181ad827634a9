/* report.h: reports are SQL files whose header comment tells their title and parameters:
 *
 *     -- 逾期任务 | Overdue tasks
 *     -- :as_of 截至日 | day
 *     -- :unit 牵头单位 | lead unit
 *     -- table: code, text, lead_unit, due_on
 *     -- sheet: code, section, text, lead_unit, due_on, reason
 *     -- days: trend_days
 *     -- part of: task show
 *
 * The first line is the title; each line of the comment that begins with a colon is a parameter.
 * Where it gives more columns than a window holds, table names those that people read, in their
 * order, and sheet those of a sheet or a page, where that holds more; what only a command shows,
 * among other things, is part of that command. A built-in report that needs days which the ledger
 * has to tell names the report that lists them: its rows are bound to :day_1, :day_2 and so on, for
 * a view is quick for a day only where that is a parameter. */
#ifndef TZ_LEDGER_REPORT_H
#define TZ_LEDGER_REPORT_H

#include "embedded.h"
#include "ledger.h"

typedef struct tz_report_text {
    const char *name, *text;
    const char *path; /* of an office's own report; NULL: built in */
} tz_report_text;

/* The built-in report of that name, or NULL. */
const struct tz_embedded *tz_report_find(const char *name);
/* tz_report of a report at hand. */
tz_status tz_report_run(tz_ledger *ledger, const tz_report_text *report,
                        const tz_parameter *parameters, size_t parameter_count, tz_rows **rows);
/* Whether the report declares the parameter. */
bool tz_report_declares(const char *text, const char *name);
/* Whether it takes a task by its code, as the parameter task, for the :task_id that it declares. */
bool tz_report_takes_task(const char *text);
/* The title in `language`, of which `*size` bytes count. */
const char *tz_report_title(const char *text, tz_language language, size_t *size);
/* The next parameter's name behind `*line`, of `*size` bytes, or NULL; start with `*line` the text.
 */
const char *tz_report_next_parameter(const char **line, size_t *size);
/* What stands behind "-- NAME: " in the header, of `*size` bytes, or NULL. */
const char *tz_report_remark(const char *text, const char *name, size_t *size);
/* The next name of a list behind `*names`, of `*size` bytes, or NULL. */
const char *tz_report_next_column(const char **names, size_t *size);

#endif
