/* brief.c: one page for one leader (领导参阅): own tasks, what is red and why, what awaits a
 * decision. */
#include <string.h>

#include "command.h"
#include "paper.h"

/* The reports of a brief, each with as_of and leader. */
enum { BRIEF_FIGURES, BRIEF_RED, BRIEF_MATTERS, BRIEF_TASKS, BRIEF_COUNT };
static const struct brief_source {
    const char *report;
    bool for_table;
} sources[BRIEF_COUNT] = {
    [BRIEF_FIGURES] = {"leader_show_scorecard", false},
    [BRIEF_RED] = {"brief_red", true},
    [BRIEF_MATTERS] = {"open_matter", true},
    [BRIEF_TASKS] = {"brief_tasks", true},
};

typedef struct brief {
    const char *leader, *day;
    paper_rows rows[BRIEF_COUNT];
} brief;

static tz_status read_brief(cli *run, brief *made)
{
    report_query names = {0};
    char day[11];
    tz_status status = bind_answering(run, &names, "leader", TZ_NAME_LEADER, run->arguments[0]);
    if (status == TZ_OK)
        status = tz_read_day_argument(run->ledger, run->options.as_of, day);
    if (status == TZ_OK)
        status = keep_value(run, day, &made->day);
    if (status != TZ_OK)
        return status;
    made->leader = names.parameters[0].value;
    bind_parameter(&names, "as_of", made->day);
    for (int i = 0; status == TZ_OK && i < BRIEF_COUNT; i++) {
        report_query query = names;
        query.report = sources[i].report;
        status = read_report(run, &query, sources[i].for_table, &made->rows[i]);
    }
    return status;
}

/* A line of figures for each plan. */
static void add_figures(document *paper, const paper_rows *rows)
{
    if (rows->row_count == 0)
        document_add_paragraph(paper, "截至该日没有牵头的任务。");
    for (size_t i = 0; i < rows->row_count; i++)
        document_add_paragraph(
            paper,
            "%s年牵头任务%s项：已销号%s项，绿灯%s项，黄灯%s项，红灯%s项，暂不评价%s项；"
            "逾期%s项，滞后%s项，未报送%s项。",
            paper_value(rows, i, "plan_year"), paper_value(rows, i, "tasks"),
            paper_value(rows, i, "closed"), paper_value(rows, i, "green"),
            paper_value(rows, i, "yellow"), paper_value(rows, i, "red"),
            paper_value(rows, i, "grey"), paper_value(rows, i, "overdue"),
            paper_value(rows, i, "lagging"), paper_value(rows, i, "missing"));
}

/* A page holds so many rows of a table, and the codes of the other tasks. */
enum { ROWS_MOST = 6 };

/* 第3、4、6(2)项 */
static void add_codes(tz_buffer *text, const paper_rows *rows, size_t first, size_t end)
{
    tz_buffer_add_text(text, "第");
    for (size_t i = first; i < end; i++)
        tz_buffer_format(text, "%s%s", i > first ? "、" : "", paper_value(rows, i, "code"));
    tz_buffer_add_text(text, "项");
}

static void end_paragraph(document *paper, tz_buffer *text)
{
    document_add_paragraph(paper, "%s。", tz_buffer_text(text));
    paper->failed |= text->failed;
    tz_buffer_free(text);
}

/* The worst with their reasons. */
static void add_red(document *paper, const paper_rows *rows)
{
    document_add_heading(paper, 1, "一、红灯任务及原因");
    if (rows->row_count == 0) {
        document_add_paragraph(paper, "无。");
        return;
    }
    paper_rows worst = *rows;
    worst.row_count = rows->row_count < ROWS_MOST ? rows->row_count : ROWS_MOST;
    add_paper_table(paper, NULL, &worst);
    if (worst.row_count == rows->row_count)
        return;
    tz_buffer text = {0};
    tz_buffer_add_text(&text, "其余红灯任务：");
    add_codes(&text, rows, worst.row_count, rows->row_count);
    end_paragraph(paper, &text);
}

static void add_matters(document *paper, const paper_rows *rows)
{
    document_add_heading(paper, 1, "二、待决定事项");
    if (rows->row_count == 0)
        document_add_paragraph(paper, "无。");
    for (size_t i = 0; i < rows->row_count; i++) {
        const char *code = paper_value(rows, i, "code");
        const char *reason = paper_value(rows, i, "objective_reason");
        document_add_paragraph(
            paper, "%zu．%s（%s%s%s%s提出，已%s天）%s%s", i + 1, paper_value(rows, i, "content"),
            *code ? "第" : "", code, *code ? "项，" : "", paper_value(rows, i, "raised_on"),
            paper_value(rows, i, "days_open"), *reason ? "客观原因：" : "", reason);
    }
}

/* By lamp, as they come: 黄灯：第1项；绿灯：第159、160项。 */
static void add_others(document *paper, const paper_rows *rows)
{
    tz_buffer text = {0};
    size_t end;
    document_add_heading(paper, 1, "三、其余任务");
    for (size_t first = 0; first < rows->row_count; first = end) {
        const char *lamp = paper_value(rows, first, "lamp");
        for (end = first; end < rows->row_count; end++)
            if (strcmp(paper_value(rows, end, "lamp"), lamp) != 0)
                break;
        tz_buffer_format(&text, "%s%s：", first > 0 ? "；" : "", lamp);
        add_codes(&text, rows, first, end);
    }
    if (rows->row_count == 0)
        tz_buffer_add_text(&text, "无");
    end_paragraph(paper, &text);
}

static document *make_brief(const brief *made)
{
    char title[256], day[PAPER_DAY_SIZE];
    snprintf(title, sizeof title, "%s牵头任务进展情况", made->leader);
    document *paper = document_new(title);
    if (!paper)
        return NULL;
    document_set_day(paper, made->day);
    document_set_number(paper, day_in_words(made->day, day));
    add_figures(paper, &made->rows[BRIEF_FIGURES]);
    add_red(paper, &made->rows[BRIEF_RED]);
    add_matters(paper, &made->rows[BRIEF_MATTERS]);
    add_others(paper, &made->rows[BRIEF_TASKS]);
    return paper;
}

static tz_status run_brief(cli *run)
{
    const paper_format *format;
    brief made = {0};
    tz_status status = choose_paper_format(run, &format);
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = read_brief(run, &made);
    if (status == TZ_OK)
        status = finish_paper(run, make_brief(&made), format, run->options.output_path);
    for (int i = 0; i < BRIEF_COUNT; i++)
        free_paper_rows(&made.rows[i]);
    return status;
}

const command_entry brief_command = {
    "brief",
    "领导参阅：一位领导牵头的任务、红灯及原因、待决定事项，写成 .docx、.html 或 .md",
    "a page for one leader: own tasks, what is red and why, what awaits a decision, as .docx, "
    ".html "
    "or .md",
    "领导",
    "LEADER",
    1,
    1,
    TAKES_AS_OF | LEAVES_TITLES,
    NULL,
    run_brief,
};
