/* plan_import.h: an in-memory plan into the tables. */
#ifndef TZ_LEDGER_PLAN_IMPORT_H
#define TZ_LEDGER_PLAN_IMPORT_H

#include "notice.h"
#include "plan_files.h"

/* plan_rows.c: inserts the plan, its sections, tasks, units and targets, within a write that is
 * open. `result` receives the counts. */
typedef struct tz_plan_rows {
    tz_ledger *ledger;
    const notice_plan *notice;
    const char *path; /* for notes */
    int year;
    char starts_on[16], ends_on[16];
    int64_t plan_id;
    int64_t *section_ids, *task_ids; /* by the index in the notice */
    tz_plan_import_result *result;
} tz_plan_rows;
tz_status tz_insert_plan(tz_plan_rows *rows);

#endif
