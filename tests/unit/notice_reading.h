/* notice_reading.h: what the tests of the notice reader share: reading, and comparing what was
 * read. */
#ifndef TZ_TEST_NOTICE_READING_H
#define TZ_TEST_NOTICE_READING_H

#include "notice.h"

/* Reads a file under the project's folder, in Chinese; `expected` is the status it must give. */
notice_plan *read_notice_file(const char *path, tz_status expected);
notice_plan *read_notice_text(const char *text, tz_status expected);

/* Fails where the plan has no task of that code. */
const notice_task *task_of(const notice_plan *plan, const char *code);

/* Names joined with 、 in order; "" for none. */
void assert_leaders(const notice_task *task, const char *names);
void assert_lead_units(const notice_task *task, const char *names);
void assert_responsible_units(const notice_task *task, const char *names);

/* How many findings there are of a severity. */
size_t count_findings(const notice_plan *plan, notice_severity severity);
/* One finding stands at that line, of that task (NULL: of none), and its text holds `part`. */
void assert_finding(const notice_plan *plan, notice_severity severity, size_t line,
                    const char *code, const char *part);

#endif
