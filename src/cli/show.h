/* show.h: from a query to the output. */
#ifndef TAIZHANG_CLI_SHOW_H
#define TAIZHANG_CLI_SHOW_H

#include "cli.h"

enum { PARAMETERS_MOST = 8 };

/* A report with the parameters that are bound to it. */
typedef struct report_query {
    const char *report;
    tz_parameter parameters[PARAMETERS_MOST];
    size_t count;
} report_query;

/* Binds a parameter unless its value is NULL. */
void bind_parameter(report_query *query, const char *name, const char *value);
/* Binds a number; the text lasts as long as the run. TZ_OK; TZ_NO_MEMORY. */
tz_status bind_integer(cli *run, report_query *query, const char *name, int64_t value);
/* Binds as_of, when --as-of was given, as the ledger spells it. TZ_OK; TZ_MALFORMED. */
tz_status bind_as_of(cli *run, report_query *query);
/* Binds as_of, unit, leader and section as they were given; the ledger must be open. TZ_OK;
 * TZ_MALFORMED; TZ_NOT_FOUND. */
tz_status bind_filters(cli *run, report_query *query);
/* Binds what people call a thing in the ledger's own spelling. TZ_OK; TZ_MALFORMED; TZ_NOT_FOUND.
 */
tz_status bind_name(cli *run, report_query *query, const char *parameter, tz_name_kind kind,
                    const char *name);
/* Lists name who answers on their day: a unit or leader that was succeeded by then is bound as its
 * successor. Nothing without a name. Statuses as bind_name. */
tz_status bind_answering(cli *run, report_query *query, const char *parameter, tz_name_kind kind,
                         const char *name);
tz_status bind_quarter(cli *run, report_query *query, const char *text);
/* Binds task_id by the task's code. TZ_OK; TZ_MALFORMED; TZ_NOT_FOUND. */
tz_status bind_task(cli *run, report_query *query, const char *code);

/* Whether the format is one that people read: others have all columns, codes and no remarks. */
bool is_for_people(const cli *run);
/* Binds task_ids by the command's arguments, which are codes of tasks; nothing without any. TZ_OK;
 * TZ_MALFORMED; TZ_NOT_FOUND; TZ_NO_MEMORY. */
tz_status bind_task_list(cli *run, report_query *query);

/* Runs a report; for people it has the columns that it names for a table, or for a sheet. */
tz_status run_query(cli *run, const report_query *query, tz_rows **rows);
/* Writes a result set and closes it. TZ_IO also where a row of the journal was found damaged: it is
 * named, and the others are written. Else statuses as tz_render. */
tz_status show_rows(cli *run, tz_rows *rows);
/* Runs a report and writes it. An empty one is told on stderr. */
tz_status show_report(cli *run, const report_query *query);

/* One of several result sets that are shown together. */
typedef struct report_part {
    report_query query;
    const char *zh, *en; /* title for people */
} report_part;

/* Writes several: for people each under its title, those without rows left out, also as CSV with
 * titles; as JSON one array; as CSV one behind the other, a blank line between; a sheet or a table
 * each in a workbook or a page, which as a whole is called `title` (NULL: as the first). */
tz_status show_parts(cli *run, const char *title, const report_part *parts, size_t count);

/* What a page or a workbook of several result sets has beyond them. */
typedef struct book_options {
    const char *title;                /* of the whole; NULL: as the first part's */
    bool keeps_empty;                 /* parts without rows are shown too */
    const char *const *chart_columns; /* of the last part, as in tz_book_part */
} book_options;

/* The same with more than a title. */
tz_status show_book(cli *run, const book_options *book, const report_part *parts, size_t count);

#endif
