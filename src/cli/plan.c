/* plan.c: a notice's text becomes a plan (分工方案); the plans there are. */
#include "command.h"
#include "show.h"

static const char *alias_file, *member_file, *year_text;
static bool accepts_gaps, is_trial;

static void say_counts(const cli *run, const tz_plan_import_result *result)
{
    say(run, "%d 年：章节 %zu，任务 %zu，指标 %zu；已修正 %zu，待确认 %zu，错误 %zu",
        "%d: %zu sections, %zu tasks, %zu targets; %zu repaired, %zu to confirm, %zu errors",
        result->year, result->sections, result->tasks, result->targets, result->repairs,
        result->questions, result->errors);
}

/* What a trial has read is shown while the write is still open. */
static tz_status show_trial(cli *run, int year)
{
    report_query query = {.report = "plan_task_list"};
    tz_status status = bind_integer(run, &query, "year", year);
    if (status == TZ_OK)
        status = show_report(run, &query);
    if (status == TZ_OK)
        say(run, "试运行，未写入", "dry run: nothing was written");
    return status;
}

/* The words of what stops the import come last, behind what was read. */
static tz_status end_trial(cli *run, const tz_plan_import_result *result)
{
    const char *error = keep_copy(run, tz_ledger_error(run->ledger));
    const char *hint = keep_copy(run, tz_ledger_hint(run->ledger));
    if (!error || !hint)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    tz_status status = show_trial(run, result->year);
    if (status != TZ_OK || result->stopped_by == TZ_OK)
        return status;
    complain(run, result->stopped_by, "%s", "%s", error);
    if (*hint != '\0')
        advise(run, "%s", "%s", hint);
    return result->stopped_by;
}

static tz_status import_plan(cli *run, void *context)
{
    const tz_plan_import_options *options = context;
    tz_plan_import_result result;
    tz_status status = tz_plan_import(run->ledger, run->arguments[0], options, &result);
    if (status != TZ_OK)
        return status;
    say_counts(run, &result);
    return is_trial ? end_trial(run, &result) : TZ_OK;
}

static tz_status run_import(cli *run)
{
    unsigned long year = 0;
    if (year_text) {
        tz_status status = read_count(run, "year", year_text, 9999, &year);
        if (status != TZ_OK)
            return status;
    }
    tz_plan_import_options import = {
        .alias_file = alias_file,
        .member_file = member_file,
        .year = (int)year,
        .accept_gaps = accepts_gaps,
        .is_trial = is_trial,
    };
    return write_ledger(run, import_plan, &import, is_trial);
}

static const option_row import_options[] = {
    {"dry-run", 'n', OPTION_FLAG, &is_trial, "只显示读到、修正和不明白的，不写入",
     "show what was read, repaired and not understood; write nothing", NULL, NULL, 0},
    {"aliases", 0, OPTION_TEXT, &alias_file, "单位别名表（CSV：alias,name,reason）",
     "names of one unit, misprints (CSV: alias,name,reason)", "文件", "FILE", 0},
    {"members", 0, OPTION_TEXT, &member_file, "统称单位成员表（CSV：collective,member,reason）",
     "who a collective unit stands for (CSV: collective,member,reason)", "文件", "FILE", 0},
    {"year", 0, OPTION_TEXT, &year_text, "年度（默认通知所写）",
     "the year (else as the notice says)", "年", "YEAR", 0},
    {"accept-gaps", 0, OPTION_FLAG, &accepts_gaps, "编号有缺或任务无牵头单位时仍导入",
     "import in spite of a missing number or lead unit", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry plan_import_command = {
    "plan import",
    "导入分工方案：通知原文（UTF-8 或 GB18030 文本，或表格另存的 CSV），- 为标准输入",
    "import a plan from the text of a notice (UTF-8 or GB18030, or a table saved as CSV); - is "
    "standard input",
    "文件",
    "FILE",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    import_options,
    run_import,
};

const command_entry plan_list_command = {
    "plan list", "分工方案一览", "list the plans", "", "", 0, 0, TAKES_AS_OF, NULL, run_list,
};
