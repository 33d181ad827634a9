/* bulletin.c: the bulletin (通报): drafting it, issuing it, correcting it. */
#include <string.h>

#include "bulletin_paper.h"
#include "command.h"

static const char *issuer, *number;
static bool accepts_obstacles;

/* The bulletin's quarter and day, as the ledger spells them, into `made`. */
static tz_status read_quarter_and_day(cli *run, const char *day_text, bulletin *made)
{
    char quarter[7], day[11];
    tz_status status = tz_read_quarter_argument(run->ledger, run->arguments[0], quarter);
    if (status == TZ_OK)
        status = tz_read_day_argument(run->ledger, day_text, day);
    if (status == TZ_OK)
        status = keep_value(run, quarter, &made->quarter);
    return status == TZ_OK ? keep_value(run, day, &made->day) : status;
}

/* Tells what a bulletin of that day can't show yet, or shows of another quarter. */
static void warn_of_day(const cli *run, const bulletin *made)
{
    const paper_rows *scope = &find_part(made, "bulletin_scope")->rows;
    const char *later = paper_value(scope, 0, "later_quarter");
    const char *due = paper_value(scope, 0, "report_due_on");
    if (*paper_value(scope, 0, "is_due") == '\0')
        say(run, "注意：%s 的报送期限是 %s，亮灯尚未按该季度评价",
            "note: the returns of %s are due on %s, and lamps don't judge by that quarter yet",
            made->quarter, due);
    if (*later != '\0')
        say(run, "注意：截至该日亮灯已按 %s 评价，不再是 %s",
            "note: on that day lamps judge by %s already, not by %s", later, made->quarter);
}

/* Reads the bulletin and writes its paper. */
static tz_status write_bulletin(cli *run, bulletin *made, const paper_format *format)
{
    tz_status status = read_bulletin(run, made);
    if (status != TZ_OK)
        return status;
    warn_of_day(run, made);
    return finish_paper(run, make_bulletin_paper(made), format, run->options.output_path);
}

static tz_status run_draft(cli *run)
{
    const paper_format *format;
    bulletin made = {.issuer = issuer};
    tz_status status = choose_paper_format(run, &format);
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = read_quarter_and_day(run, run->options.as_of, &made);
    if (status == TZ_OK)
        status = write_bulletin(run, &made, format);
    free_bulletin(&made);
    return status;
}

static const option_row draft_options[] = {ISSUER_OPTION(&issuer), OPTIONS_END};

const command_entry bulletin_draft_command = {
    "bulletin draft",
    "起草一个季度的通报，写成 .docx、.html 或 .md 文件（--output），默认写到标准输出",
    "draft a quarter's bulletin as a .docx, .html or .md file (--output), else on standard output",
    "季度",
    "QUARTER",
    1,
    1,
    TAKES_AS_OF | IS_PAPER,
    draft_options,
    run_draft,
};

/* ---- issuing */

/* What issuing does within its write: the paper is written before the commit, so that nothing is
 * issued that isn't there. */
typedef struct issuing {
    const paper_format *format;
    bulletin made;
} issuing;

static tz_status issue_bulletin(cli *run, void *context)
{
    issuing *act = context;
    act->made = (bulletin){.issuer = issuer, .number = number};
    tz_status status = read_quarter_and_day(run, run->options.on, &act->made);
    if (status != TZ_OK)
        return status;
    tz_bulletin issued = TZ_BULLETIN_INIT;
    issued.quarter = act->made.quarter;
    issued.number = number;
    issued.issued_on = act->made.day;
    issued.issuer = issuer;
    issued.accepts_obstacles = accepts_obstacles;
    status = tz_bulletin_issue(run->ledger, &issued, &act->made.bulletin_id);
    return status == TZ_OK ? write_bulletin(run, &act->made, act->format) : status;
}

static tz_status run_issue(cli *run)
{
    issuing act = {0};
    if (!number)
        return complain(run, TZ_MALFORMED, "bulletin issue 须用 --number 写明文号",
                        "bulletin issue needs --number");
    tz_status status = choose_paper_format(run, &act.format);
    if (status == TZ_OK)
        status = write_ledger(run, issue_bulletin, &act, false);
    if (status == TZ_OK)
        say(run, "已印发：%s，%s，截至 %s", "issued: %s, %s as of %s", number, act.made.quarter,
            act.made.day);
    free_bulletin(&act.made);
    return status;
}

static const option_row issue_options[] = {
    {"number", 0, OPTION_TEXT, &number, "文号（必填），如 聊政办字〔2022〕12号",
     "the document's number (needed)", "文号", "NUMBER", 0},
    ISSUER_OPTION(&issuer),
    {"yes", 'y', OPTION_FLAG, &accepts_obstacles,
     "亮灯不按该季度评价（未到期限，或已按其后的季度）也印发",
     "issue it also where lamps don't judge by that quarter: not yet, or no more", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry bulletin_issue_command = {
    "bulletin issue",
    "印发通报：写成文件，并留存文号、日期和所用的全部数据，供下次比较和更正",
    "issue a bulletin: write it, and keep its number, its day and every row it is made of",
    "季度",
    "QUARTER",
    1,
    1,
    TAKES_ON | TAKES_ACTOR | IS_PAPER,
    issue_options,
    run_issue,
};

/* ---- correcting */

/* A difference of the figures in words; the others stand in the table alone. */
static void add_figure_change(document *paper, const paper_rows *rows, size_t row)
{
    document_add_paragraph(paper, "%s：由%s更正为%s。", paper_value(rows, row, "title"),
                           paper_value(rows, row, "was"), paper_value(rows, row, "now"));
}

static void add_differences(document *paper, const paper_rows *rows)
{
    document_add_heading(paper, 1, "一、总体数字");
    size_t figures = 0;
    for (size_t i = 0; i < rows->row_count; i++)
        if (strcmp(paper_code(rows, i, "part"), "bulletin_figures") == 0) {
            add_figure_change(paper, rows, i);
            figures++;
        }
    if (figures == 0)
        document_add_paragraph(paper, "总体数字没有变化。");
    document_add_heading(paper, 1, "二、逐项更正");
    add_paper_table(paper, NULL, rows);
}

static document *make_correction(const paper_rows *issued, const paper_rows *rows,
                                 const char *today)
{
    char title[160], quarter[PAPER_DAY_SIZE], day[PAPER_DAY_SIZE];
    bool is_wrong = rows->row_count > 0;
    quarter_in_words(paper_value(issued, 0, "quarter"), quarter);
    snprintf(title, sizeof title, "关于%s《政府工作报告》重点工作任务进展情况通报的%s", quarter,
             is_wrong ? "更正" : "核对情况");
    document *paper = document_new(title);
    if (!paper)
        return NULL;
    document_set_day(paper, today);
    document_add_text(paper, BLOCK_ADDRESSEE, "各牵头单位、责任单位：");
    document_add_paragraph(paper, "%s（%s印发）所列数据，按现有台账重新核对其截至日的情况，%s。",
                           paper_value(issued, 0, "number"),
                           day_in_words(paper_value(issued, 0, "issued_on"), day),
                           is_wrong ? "更正如下" : "没有变化，无需更正");
    if (is_wrong)
        add_differences(paper, rows);
    document_add_signature(paper, issuer ? issuer : paper_value(issued, 0, "issuer"),
                           day_in_words(today, day));
    return paper;
}

static tz_status open_differences(cli *run, const void *context, tz_rows **rows)
{
    return tz_bulletin_difference(run->ledger, context, rows);
}

/* The issued bulletin by its number or quarter, and the differences. */
static tz_status read_differences(cli *run, paper_rows *issued, paper_rows *rows)
{
    const char *name;
    report_query query = {.report = "bulletin_list"};
    tz_status status = tz_find_name(run->ledger, TZ_NAME_BULLETIN, run->arguments[0], &name);
    if (status == TZ_OK)
        status = keep_value(run, name, &name);
    if (status != TZ_OK)
        return status;
    bind_parameter(&query, "number", name);
    bind_parameter(&query, "as_of", "2040-12-31"); /* it may be dated ahead */
    status = read_report(run, &query, false, issued);
    return status == TZ_OK ? read_rows(run, open_differences, name, true, rows) : status;
}

static tz_status run_diff(cli *run)
{
    const paper_format *format;
    paper_rows issued = {0}, rows = {0};
    char today[11];
    tz_status status = choose_paper_format(run, &format);
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_read_day_argument(run->ledger, run->options.on, today);
    if (status == TZ_OK)
        status = tz_read_begin(run->ledger);
    if (status == TZ_OK)
        status = read_differences(run, &issued, &rows);
    tz_read_end(run->ledger);
    if (status == TZ_OK)
        status = finish_paper(run, make_correction(&issued, &rows, today), format,
                              run->options.output_path);
    free_paper_rows(&issued);
    free_paper_rows(&rows);
    return status;
}

static const option_row diff_options[] = {
    ISSUER_OPTION(&issuer),
    OPTIONS_END,
};

const command_entry bulletin_diff_command = {
    "bulletin diff",
    "起草更正：已印发的通报，按现有台账核对其截至日，哪些数据不同（--on 为落款日期）",
    "draft the correction: what an issued bulletin would say otherwise for its own day (--on: the "
    "day it is signed)",
    "季度或文号",
    "QUARTER|NUMBER",
    1,
    1,
    TAKES_ON | IS_PAPER,
    diff_options,
    run_diff,
};

const command_entry bulletin_list_command = {
    "bulletin list",
    "通报一览",
    "list the bulletins that were issued",
    "",
    "",
    0,
    0,
    TAKES_AS_OF,
    NULL,
    run_list,
};
