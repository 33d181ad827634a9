/* own_report.h: an office's own reports (本单位报表): files NAME.sql in a folder. */
#ifndef TZ_LEDGER_OWN_REPORT_H
#define TZ_LEDGER_OWN_REPORT_H

#include "buffer.h"
#include "report.h"
#include "rows.h"

/* Reads the report into `text`, its file's name into `path`. TZ_REJECTED it has no title, a
 * built-in report has its name; TZ_NOT_FOUND; TZ_IO; TZ_NO_MEMORY. Each error names FILE:LINE. */
tz_status tz_own_report_read(tz_ledger *ledger, const char *name, tz_buffer *path, tz_buffer *text);
/* Prepares its one statement, whose parameters must be declared. Statuses as tz_sql_prepare. */
tz_status tz_own_report_prepare(tz_rows *rows, const tz_report_text *report);
/* TZ_REJECTED where its query does not give a column that it names for a table or a sheet. */
tz_status tz_own_report_check_columns(tz_rows *rows, const tz_report_text *report);

/* The names of the folder's reports, in order; each and the list are freed by
 * tz_own_report_names_free. Without a folder there are none. TZ_NOT_FOUND; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_own_report_names(tz_ledger *ledger, char ***names, size_t *count);
void tz_own_report_names_free(char **names, size_t count);

#endif
