/* schema.c: what the views and their columns mean. */
#include "command.h"
#include "show.h"

static tz_status run_schema(cli *run)
{
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status != TZ_OK)
        return status;
    report_query query = {.report = run->argument_count > 0 ? "schema_columns" : "schema_views"};
    if (run->argument_count == 0)
        return show_report(run, &query);
    bind_parameter(&query, "view_name", run->arguments[0]);
    run->options.quiet = true; /* an empty list is the error below */
    status = show_report(run, &query);
    if (status != TZ_OK || run->found_rows)
        return status;
    complain(run, TZ_NOT_FOUND, "没有视图 %s", "there is no view %s", run->arguments[0]);
    advise(run, "视图见 taizhang schema", "taizhang schema lists the views");
    return TZ_NOT_FOUND;
}

const command_entry schema_command = {
    "schema",
    "说明各视图；给出视图名时说明它的各列",
    "explain the views, or the columns of one",
    "[视图]",
    "[VIEW]",
    0,
    1,
    0,
    NULL,
    run_schema,
};
