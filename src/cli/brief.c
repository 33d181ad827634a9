/* brief.c: one page for one leader (领导参阅): own tasks, what is red and why, what awaits a
 * decision. */
#include <string.h>

#include "code_list.h"
#include "command.h"
#include "fold.h"
#include "paper.h"

/* The reports of a brief, each with as_of and leader. */
enum { BRIEF_FIGURES, BRIEF_RED, BRIEF_MATTERS, BRIEF_TASKS, BRIEF_COUNT };
static const char *const reports[BRIEF_COUNT] = {
    [BRIEF_FIGURES] = "brief_figures",
    [BRIEF_RED] = "brief_red",
    [BRIEF_MATTERS] = "open_matter",
    [BRIEF_TASKS] = "brief_tasks",
};

/* How many of each the page tells: codes of a lamp, red tasks with their reasons, matters. */
enum { MOST_CODES, MOST_RED, MOST_MATTERS, MOST_COUNT };

typedef struct brief {
    const char *leader, *day;
    paper_rows rows[BRIEF_COUNT];
    size_t most[MOST_COUNT];
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
        query.report = reports[i];
        status = read_report(run, &query, false, &made->rows[i]);
    }
    return status;
}

/* ---- text */

/* In one line, a long one cut. */
static void add_short(tz_buffer *out, const char *text, size_t most)
{
    const char *end = text + strlen(text);
    bool is_cut = tz_utf8_length(text, (size_t)(end - text)) > most;
    for (size_t i = is_cut ? 1 : 0; text < end && i < most; i++) {
        uint32_t character = tz_utf8_next(&text, end);
        tz_utf8_add(out, character < ' ' ? ' ' : character);
    }
    if (is_cut)
        tz_buffer_add_text(out, "…");
}

/* Adds the paragraph and clears the text. */
static void add_text(document *paper, tz_buffer *text)
{
    document_add_text(paper, BLOCK_PARAGRAPH, tz_buffer_text(text));
    paper->failed |= text->failed;
    tz_buffer_free(text);
}

/* ---- the parts */

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

/* Of fixed widths, with the texts cut to two lines, the reasons to three. */
static void add_red_table(document *paper, const paper_rows *rows, size_t count)
{
    static const struct brief_column {
        const char *name;
        unsigned weight;
        size_t most;
    } told[] = {{"code", 6, 16}, {"text", 14, 24}, {"lead_unit", 8, 24}, {"reason", 14, 38}};
    enum { COLUMNS = sizeof told / sizeof *told };
    document_column columns[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = (document_column){paper_title(rows, told[i].name), told[i].weight, false};
    document_table *table = document_add_table(paper, NULL, columns, COLUMNS);
    for (size_t i = 0; i < count * COLUMNS; i++) {
        const struct brief_column *column = &told[i % COLUMNS];
        tz_buffer cell = {0};
        add_short(&cell, paper_value(rows, i / COLUMNS, column->name), column->most);
        document_add_cell(paper, table, tz_buffer_text(&cell));
        paper->failed |= cell.failed;
        tz_buffer_free(&cell);
    }
}

/* The worst with their reasons; the others are named among all. */
static void add_red(document *paper, const brief *made)
{
    const paper_rows *rows = &made->rows[BRIEF_RED];
    size_t count = made->most[MOST_RED];
    tz_buffer heading = {0};
    tz_buffer_add_text(&heading, "一、红灯任务及原因");
    if (count < rows->row_count)
        tz_buffer_format(&heading, "（共%zu项，列出%zu项）", rows->row_count, count);
    document_add_heading(paper, 1, tz_buffer_text(&heading));
    paper->failed |= heading.failed;
    tz_buffer_free(&heading);
    if (rows->row_count == 0)
        document_add_paragraph(paper, "无。");
    else if (count > 0)
        add_red_table(paper, rows, count);
}

/* 1．内容（市城管局，第172项，2022年7月1日提出，已14天；客观原因：…） */
static void add_matter(document *paper, const paper_rows *rows, size_t row)
{
    char day[PAPER_DAY_SIZE];
    const char *unit = paper_value(rows, row, "unit"), *label = paper_value(rows, row, "label");
    const char *reason = paper_value(rows, row, "objective_reason");
    tz_buffer text = {0};
    tz_buffer_format(&text, "%zu．", row + 1);
    add_short(&text, paper_value(rows, row, "content"), 45);
    tz_buffer_format(&text, "（%s%s", unit, *unit ? "，" : "");
    if (*label)
        add_one_code(&text, label);
    tz_buffer_format(&text, "%s%s提出，已%s天", *label ? "，" : "",
                     day_in_words(paper_value(rows, row, "raised_on"), day),
                     paper_value(rows, row, "days_open"));
    if (*reason) {
        tz_buffer_add_text(&text, "；客观原因：");
        add_short(&text, reason, 24);
    }
    tz_buffer_add_text(&text, "）");
    add_text(paper, &text);
}

static void add_matters(document *paper, const brief *made)
{
    const paper_rows *rows = &made->rows[BRIEF_MATTERS];
    size_t count = made->most[MOST_MATTERS];
    document_add_heading(paper, 1, "二、待决定事项");
    if (rows->row_count == 0)
        document_add_paragraph(paper, "无。");
    for (size_t i = 0; i < count; i++)
        add_matter(paper, rows, i);
    if (count < rows->row_count)
        document_add_paragraph(paper, "%s%zu项见台账。", count > 0 ? "其余" : "共",
                               rows->row_count - count);
}

/* Whether the red tasks that are told with their reasons have this one. */
static bool is_told(const brief *made, const char *task_id)
{
    for (size_t i = 0; i < made->most[MOST_RED]; i++)
        if (strcmp(paper_value(&made->rows[BRIEF_RED], i, "task_id"), task_id) == 0)
            return true;
    return false;
}

/* Those of one lamp, whose rows begin at `first`, and where they end:
 * 黄灯：第24、…、86项等46项 */
static size_t add_lamp(tz_buffer *text, const brief *made, size_t first)
{
    const paper_rows *rows = &made->rows[BRIEF_TASKS];
    const char *lamp = paper_value(rows, first, "lamp");
    tz_buffer codes = {0};
    code_list list = {.text = &codes};
    size_t end = first, count = 0;
    for (; end < rows->row_count && strcmp(paper_value(rows, end, "lamp"), lamp) == 0; end++) {
        if (is_told(made, paper_value(rows, end, "task_id")))
            continue;
        if (count++ < made->most[MOST_CODES])
            add_code(&list, paper_value(rows, end, "code"));
    }
    if (list.count > 0)
        end_codes(&list);
    if (count > 0)
        tz_buffer_format(text, "%s%s：%s", text->size > 0 ? "；" : "", lamp,
                         tz_buffer_text(&codes));
    if (count > list.count)
        tz_buffer_format(text, "%s%zu项", list.count > 0 ? "等" : "", count);
    text->failed |= codes.failed;
    tz_buffer_free(&codes);
    return end;
}

/* By lamp, as they come: 黄灯：第1项；绿灯：第159、160项。 */
static void add_others(document *paper, const brief *made)
{
    tz_buffer text = {0};
    document_add_heading(paper, 1, "三、其余任务");
    for (size_t row = 0; row < made->rows[BRIEF_TASKS].row_count;)
        row = add_lamp(&text, made, row);
    tz_buffer_add_text(&text, text.size > 0 ? "。" : "无。");
    add_text(paper, &text);
}

/* ---- the page */

static document *make_brief(const brief *made)
{
    char title[256], words[PAPER_DAY_SIZE], day[PAPER_DAY_SIZE + 8];
    snprintf(title, sizeof title, "%s牵头任务进展情况", made->leader);
    snprintf(day, sizeof day, "（%s）", day_in_words(made->day, words));
    document *paper = document_new(title);
    if (!paper)
        return NULL;
    document_set_day(paper, made->day);
    document_add_text(paper, BLOCK_SUBTITLE, day);
    add_figures(paper, &made->rows[BRIEF_FIGURES]);
    add_red(paper, made);
    add_matters(paper, made);
    add_others(paper, made);
    return paper;
}

/* Takes one of what there is most of; false where there is nothing left to take. */
static bool tell_less(brief *made)
{
    static const size_t floors[][MOST_COUNT] = {
        {24, 8, 4}, {12, 5, 2}, {6, 3, 1}, {3, 1, 1}, {0, 0, 0}};
    for (size_t stage = 0; stage < sizeof floors / sizeof *floors; stage++)
        for (int i = 0; i < MOST_COUNT; i++)
            if (made->most[i] > floors[stage][i]) {
                made->most[i]--;
                return true;
            }
    return false;
}

/* As much as one page holds: of what there is, and no more than could ever stand on it. */
static document *fit_brief(brief *made)
{
    static const struct brief_bound {
        int report;
        size_t most;
    } bounds[MOST_COUNT] = {
        [MOST_CODES] = {BRIEF_TASKS, 120},
        [MOST_RED] = {BRIEF_RED, 20},
        [MOST_MATTERS] = {BRIEF_MATTERS, 12},
    };
    for (int i = 0; i < MOST_COUNT; i++) {
        size_t count = made->rows[bounds[i].report].row_count;
        made->most[i] = count < bounds[i].most ? count : bounds[i].most;
    }
    document *paper = make_brief(made);
    while (paper && document_height(paper) > DOCUMENT_PAGE_HEIGHT && tell_less(made)) {
        document_free(paper);
        paper = make_brief(made);
    }
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
        status = tz_read_begin(run->ledger);
    if (status == TZ_OK)
        status = read_brief(run, &made);
    tz_read_end(run->ledger);
    if (status == TZ_OK)
        status = finish_paper(run, fit_brief(&made), format, run->options.output_path);
    for (int i = 0; i < BRIEF_COUNT; i++)
        free_paper_rows(&made.rows[i]);
    return status;
}

const command_entry brief_command = {
    "brief",
    "领导参阅：一位领导牵头的任务、红灯及原因、待决定事项，一页 A4，写成 .docx、.html 或 .md",
    "one A4 page for one leader: own tasks, what is red and why, what awaits a decision, as "
    ".docx, .html or .md",
    "领导",
    "LEADER",
    1,
    1,
    TAKES_AS_OF | IS_PAPER,
    NULL,
    run_brief,
};
