/* sql.c: ad-hoc SQL, read-only. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "bounds.h"
#include "parameters.h"
#include "show.h"

enum { QUERY_LIMIT = 1000000, PARAMETERS_LIMIT = 64 };

static const char *timeout_text = "10", *max_rows_text = "0";
static option_list parameter_list;

/* The query as an argument, or from standard input; it lasts as long as the run. */
static tz_status read_query(cli *run, const char **sql)
{
    if (run->argument_count > 0 && strcmp(run->arguments[0], "-") != 0) {
        *sql = run->arguments[0];
        return TZ_OK;
    }
    char *text = malloc(QUERY_LIMIT + 1);
    if (!text)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    size_t size = fread(text, 1, QUERY_LIMIT + 1, stdin);
    bool is_text = size <= QUERY_LIMIT && !memchr(text, '\0', size);
    if (is_text)
        text[size] = '\0';
    char *fitting = is_text ? realloc(text, size + 1) : NULL;
    *sql = keep_text(run, fitting ? fitting : text);
    if (!*sql)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    if (ferror(stdin))
        return complain(run, TZ_IO, "标准输入读取失败：%s", "standard input can't be read: %s",
                        strerror(errno));
    return is_text ? TZ_OK
                   : complain(run, TZ_REJECTED, "标准输入不是 SQL 文本，或超过 1 MB",
                              "standard input is no SQL, or more than 1 MB");
}

static tz_status query_ledger(cli *run, const char *sql, const tz_limits *limits)
{
    char as_of[11];
    tz_parameter parameters[1 + PARAMETERS_LIMIT] = {{"as_of", as_of}}; /* a later one wins */
    tz_rows *rows;
    tz_status status = tz_read_day_argument(run->ledger, run->options.as_of, as_of);
    if (status == TZ_OK)
        status = read_parameters(run, &parameter_list, parameters + 1, PARAMETERS_LIMIT);
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK) {
        begin_bounds(run, limits->timeout_seconds);
        status = tz_sql(run->ledger, sql, parameters, 1 + parameter_list.count, limits, &rows);
        status = end_bounds(run, status);
    }
    return status == TZ_OK ? show_rows(run, rows) : status;
}

static tz_status run_sql(cli *run)
{
    const char *sql = NULL;
    tz_limits limits;
    tz_status status = read_limits(run, timeout_text, max_rows_text, &limits);
    if (status == TZ_OK)
        status = read_query(run, &sql);
    if (status == TZ_OK)
        status = query_ledger(run, sql, &limits);
    free(parameter_list.values);
    return status;
}

static const option_row options[] = {
    {"timeout", 0, OPTION_TEXT, &timeout_text, "最多运行几秒，0 不限（默认 10）",
     "seconds it may run; 0: no limit (else 10)", "秒", "SECONDS", 0},
    {"max-rows", 0, OPTION_TEXT, &max_rows_text, "最多几行，0 不限（默认 0）",
     "rows it may give; 0: no limit (else 0)", "行数", "ROWS", 0},
    {"param", 0, OPTION_LIST, &parameter_list, "查询中 :名 的值，可多次给出；:as_of 为 --as-of",
     "the value of :NAME in the query; may be repeated; :as_of is --as-of", "名=值", "NAME=VALUE",
     0},
    OPTIONS_END,
};

const command_entry sql_command = {
    "sql",
    "只读 SQL 查询；不给查询或给 - 时从标准输入读",
    "run a read-only SQL query; without one, or with -, it comes from standard input",
    "[查询]",
    "[QUERY]",
    0,
    1,
    TAKES_AS_OF,
    options,
    run_sql,
};
