/* bulletin_paper.c: a bulletin (通报) as a document. Every number comes from a report; here are the
 * words around them. */
#include "bulletin_paper.h"

#include <string.h>

static const struct part_source {
    const char *report, *title;
} part_sources[PART_COUNT] = {
    [PART_SECTION] = {"bulletin_section", "各章节任务进展情况"},
    [PART_UNIT] = {"bulletin_unit", "各牵头单位任务进展情况"},
    [PART_FINISHED] = {"bulletin_finished", "已完成任务"},
    [PART_AHEAD] = {"bulletin_ahead", "超序时任务"},
    [PART_CHANGE] = {"bulletin_change", "较上次通报亮灯变化的任务"},
    [PART_OVERDUE] = {"bulletin_overdue", "逾期任务"},
    [PART_LAGGING] = {"bulletin_lagging", "滞后任务及原因"},
    [PART_MISSING] = {"bulletin_missing", "未报送、迟报任务"},
    [PART_MATTER] = {"bulletin_matter", "需市政府研究决定的事项"},
    [PART_PRAISE] = {"bulletin_praise", "通报表扬和通报批评"},
};

/* ---- reading */

static tz_status read_part(cli *run, const char *report, const char *quarter, const char *day,
                           bool for_table, paper_rows *rows)
{
    report_query query = {.report = report};
    bind_parameter(&query, "as_of", day);
    bind_parameter(&query, "quarter", quarter);
    return read_report(run, &query, for_table, rows);
}

/* The quarters come with the newest first, and are shown with the oldest first. */
static tz_status read_trends(cli *run, bulletin *made)
{
    paper_rows days = {0};
    tz_status status = read_part(run, "bulletin_days", made->quarter, made->day, false, &days);
    made->trend_count =
        days.row_count < BULLETIN_QUARTERS_MOST ? days.row_count : BULLETIN_QUARTERS_MOST;
    for (size_t i = 0; status == TZ_OK && i < made->trend_count; i++) {
        size_t row = made->trend_count - 1 - i;
        const char *quarter = paper_value(&days, row, "quarter");
        const char *day = paper_value(&days, row, "day");
        status = read_part(run, "bulletin_trend", quarter, day, false, &made->trends[i]);
        if (status == TZ_OK)
            status =
                read_part(run, "bulletin_unit_trend", quarter, day, false, &made->unit_trends[i]);
    }
    free_paper_rows(&days);
    return status;
}

static tz_status read_parts(cli *run, bulletin *made)
{
    tz_status status = TZ_OK;
    unsigned number = 0;
    for (int i = 0; status == TZ_OK && i < PART_COUNT; i++) {
        status =
            read_part(run, part_sources[i].report, made->quarter, made->day, true, &made->parts[i]);
        if (made->parts[i].row_count > 0)
            made->annexes[i] = ++number;
    }
    return status;
}

tz_status read_bulletin(cli *run, bulletin *made)
{
    const struct {
        const char *report;
        paper_rows *rows;
    } singles[] = {
        {"bulletin_figures", &made->figures},
        {"bulletin_change_figures", &made->change_figures},
    };
    tz_status status = read_quarter_scope(run, made->quarter, made->day, &made->scope);
    for (size_t i = 0; status == TZ_OK && i < sizeof singles / sizeof *singles; i++)
        status =
            read_part(run, singles[i].report, made->quarter, made->day, false, singles[i].rows);
    if (status == TZ_OK)
        status = read_parts(run, made);
    return status == TZ_OK ? read_trends(run, made) : status;
}

void free_bulletin(bulletin *made)
{
    free_paper_rows(&made->scope);
    free_paper_rows(&made->figures);
    free_paper_rows(&made->change_figures);
    for (int i = 0; i < PART_COUNT; i++)
        free_paper_rows(&made->parts[i]);
    for (size_t i = 0; i < made->trend_count; i++) {
        free_paper_rows(&made->trends[i]);
        free_paper_rows(&made->unit_trends[i]);
    }
}

/* ---- the prose */

static const char *figure(const bulletin *made, const char *name)
{
    return paper_value(&made->figures, 0, name);
}

static bool is_zero(const char *figure)
{
    return strcmp(figure, "0") == 0;
}

/* （详见附件3）, or nothing where the part has no rows. In `words`, which is returned. */
static const char *see_annex(const bulletin *made, bulletin_part part, char words[PAPER_DAY_SIZE])
{
    words[0] = '\0';
    if (made->annexes[part] > 0)
        snprintf(words, PAPER_DAY_SIZE, "（详见附件%u）", made->annexes[part]);
    return words;
}

static void add_opening(document *paper, const bulletin *made)
{
    char day[PAPER_DAY_SIZE], quarter[PAPER_DAY_SIZE];
    document_add_text(paper, BLOCK_ADDRESSEE, "各牵头单位、责任单位：");
    document_add_paragraph(paper,
                           "现将%s《政府工作报告》重点工作任务进展情况通报如下（数据截至%s）。",
                           quarter_in_words(made->quarter, quarter), day_in_words(made->day, day));
}

static void add_overall(document *paper, const bulletin *made)
{
    char section[PAPER_DAY_SIZE], unit[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "一、总体进展情况");
    document_add_paragraph(paper,
                           "《%s》共%s项任务，其中阶段性任务%s项、长期性任务%s项，由%s个单位牵头。",
                           paper_value(&made->scope, 0, "title"), figure(made, "tasks"),
                           figure(made, "staged"), figure(made, "standing"), figure(made, "units"));
    document_add_paragraph(
        paper,
        "已销号%s项，亮绿灯%s项、黄灯%s项、红灯%s项，暂不评价%s项；销号率%s%%，序时推进率%s%%。"
        "分章节、分单位情况见附件%u、附件%u。",
        figure(made, "closed"), figure(made, "green"), figure(made, "yellow"), figure(made, "red"),
        figure(made, "grey"), figure(made, "completed_percent"),
        *figure(made, "on_schedule_percent") ? figure(made, "on_schedule_percent") : "—",
        made->annexes[PART_SECTION], made->annexes[PART_UNIT]);
    if (!is_zero(figure(made, "awaiting")))
        document_add_paragraph(paper, "另有%s项由单位报告完成，待核验销号%s。",
                               figure(made, "awaiting"), see_annex(made, PART_FINISHED, section));
    if (made->annexes[PART_AHEAD] > 0)
        document_add_paragraph(paper, "超序时推进且亮绿灯的任务%zu项%s。",
                               made->parts[PART_AHEAD].row_count,
                               see_annex(made, PART_AHEAD, unit));
}

static void add_returns(document *paper, const bulletin *made)
{
    char annex[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "二、报送情况");
    document_add_paragraph(paper,
                           "本季度应报送%s项，已报送%s项，报送率%s%%，尚未报送%s项。"
                           "截至通报日，未报送（含退回后逾期未重报）任务%s项、迟报任务%s项%s。",
                           figure(made, "asked"), figure(made, "returned"),
                           *figure(made, "returned_percent") ? figure(made, "returned_percent")
                                                             : "—",
                           figure(made, "outstanding"), figure(made, "missing"),
                           figure(made, "late"), see_annex(made, PART_MISSING, annex));
}

static const char *change(const bulletin *made, const char *name)
{
    return paper_value(&made->change_figures, 0, name);
}

/* The figures that are compared: their names in either report. */
static const struct compared_figure {
    const char *title, *before, *now;
} compared[] = {
    {"已销号", "closed_before", "closed"}, {"绿灯", "green_before", "green"},
    {"黄灯", "yellow_before", "yellow"},   {"红灯", "red_before", "red"},
    {"逾期", "overdue_before", "overdue"}, {"未报送", "missing_before", "missing"},
};

/* 绿灯由1项变为5项，黄灯持平（1项） */
static void add_compared(document *paper, const bulletin *made)
{
    char day[PAPER_DAY_SIZE];
    tz_buffer text = {0};
    for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
        const char *before = change(made, compared[i].before), *now = figure(made, compared[i].now);
        tz_buffer_format(&text, "%s%s", i > 0 ? "，" : "", compared[i].title);
        if (strcmp(before, now) == 0)
            tz_buffer_format(&text, "持平（%s项）", now);
        else
            tz_buffer_format(&text, "由%s项变为%s项", before, now);
    }
    paper->failed |= text.failed;
    document_add_paragraph(paper, "上次通报为%s（截至%s）。与之相比，%s。", change(made, "number"),
                           day_in_words(change(made, "issued_on"), day), tz_buffer_text(&text));
    tz_buffer_free(&text);
}

static void add_changes(document *paper, const bulletin *made)
{
    char annex[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "三、较上次通报的变化");
    if (made->change_figures.row_count == 0) {
        document_add_paragraph(paper, "本次为首次通报，没有上次可比。");
        return;
    }
    add_compared(paper, made);
    document_add_paragraph(paper, "新销号%s项，新亮红灯%s项，不再亮红灯%s项%s。",
                           change(made, "newly_closed"), change(made, "newly_red"),
                           change(made, "no_longer_red"), see_annex(made, PART_CHANGE, annex));
}

enum { NAMED_MOST = 5 }; /* tasks that the prose names */

/* 其中第1项（市财政局，逾期30天）、…: the first rows of a part, which are the worst. */
static void add_worst(document *paper, const bulletin *made, bulletin_part part,
                      const char *lead_in, const char *detail)
{
    const paper_rows *rows = &made->parts[part];
    tz_buffer text = {0};
    for (size_t i = 0; i < rows->row_count && i < NAMED_MOST; i++)
        tz_buffer_format(&text, "%s第%s项（%s，%s）", i > 0 ? "、" : lead_in,
                         paper_value(rows, i, "code"), paper_value(rows, i, "lead_unit"),
                         paper_value(rows, i, detail));
    paper->failed |= text.failed;
    if (text.size > 0)
        document_add_paragraph(paper, "%s。", tz_buffer_text(&text));
    tz_buffer_free(&text);
}

static void add_problems(document *paper, const bulletin *made)
{
    char annex[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "四、存在的主要问题");
    document_add_heading(paper, 2, "（一）逾期任务");
    document_add_paragraph(paper, "已过完成时限而未完成的任务%s项%s。", figure(made, "overdue"),
                           see_annex(made, PART_OVERDUE, annex));
    add_worst(paper, made, PART_OVERDUE, "逾期较久的有：", "reason");
    document_add_heading(paper, 2, "（二）滞后任务");
    document_add_paragraph(paper, "进度滞后的任务%s项%s。", figure(made, "lagging"),
                           see_annex(made, PART_LAGGING, annex));
    add_worst(paper, made, PART_LAGGING, "滞后较多的有：", "reason");
}

/* 1. 内容（提出单位） */
static void add_matters(document *paper, const bulletin *made)
{
    const paper_rows *rows = &made->parts[PART_MATTER];
    document_add_heading(paper, 1, "五、需市政府研究决定的事项");
    if (rows->row_count == 0) {
        document_add_paragraph(paper, "目前没有待研究决定的事项。");
        return;
    }
    document_add_paragraph(paper, "各单位请示、尚待决定的事项%s项（详见附件%u）。",
                           figure(made, "matters"), made->annexes[PART_MATTER]);
    for (size_t i = 0; i < rows->row_count && i < NAMED_MOST; i++)
        document_add_paragraph(paper, "%zu．%s（%s，%s提出）", i + 1,
                               paper_value(rows, i, "content"), paper_value(rows, i, "unit"),
                               paper_value(rows, i, "raised_on"));
}

static void add_praise(document *paper, const bulletin *made)
{
    const paper_rows *rows = &made->parts[PART_PRAISE];
    if (rows->row_count == 0)
        return;
    document_add_heading(paper, 1, "六、通报表扬和通报批评");
    for (size_t i = 0; i < rows->row_count; i++)
        document_add_paragraph(paper, "经%s批准，对%s予以%s。%s",
                               paper_value(rows, i, "approved_by"), paper_value(rows, i, "unit"),
                               paper_value(rows, i, "action"), paper_value(rows, i, "content"));
}

static void add_demands(document *paper, const bulletin *made)
{
    document_add_heading(paper, 1, made->annexes[PART_PRAISE] ? "七、工作要求" : "六、工作要求");
    document_add_paragraph(
        paper, "各牵头单位要对照附件逐项核对，逾期、滞后任务要说明原因、提出措施、明确时限，"
               "未报送的要立即补报；确因客观原因不能按期完成的，及早报市政府研究。");
}

static void add_annex_list(document *paper, const bulletin *made)
{
    document_add_text(paper, BLOCK_PARAGRAPH, "");
    for (int i = 0; i < PART_COUNT; i++)
        if (made->annexes[i] > 0)
            document_add_paragraph(paper, "%s%u．%s", made->annexes[i] == 1 ? "附件：" : "　　　",
                                   made->annexes[i], part_sources[i].title);
}

static void add_signature(document *paper, const bulletin *made)
{
    char day[PAPER_DAY_SIZE];
    document_add_signature(paper,
                           made->issuer ? made->issuer : paper_value(&made->scope, 0, "issuer"),
                           day_in_words(made->day, day));
}

static void add_annexes(document *paper, const bulletin *made)
{
    char label[PAPER_DAY_SIZE];
    for (int i = 0; i < PART_COUNT; i++) {
        if (made->annexes[i] == 0)
            continue;
        snprintf(label, sizeof label, "附件%u", made->annexes[i]);
        document_add_annex(paper, label, part_sources[i].title);
        if (i == PART_SECTION)
            add_section_chart(paper, made);
        add_paper_table(paper, NULL, &made->parts[i]);
        if (i == PART_SECTION)
            add_trend_chart(paper, made);
        else if (i == PART_UNIT)
            add_heat_map(paper, made);
    }
}

document *make_bulletin_paper(const bulletin *made)
{
    char title[160], quarter[PAPER_DAY_SIZE];
    snprintf(title, sizeof title, "关于%s《政府工作报告》重点工作任务进展情况的通报",
             quarter_in_words(made->quarter, quarter));
    document *paper = document_new(title);
    if (!paper)
        return NULL;
    document_set_number(paper, made->number);
    document_set_day(paper, made->day);
    add_opening(paper, made);
    add_overall(paper, made);
    add_returns(paper, made);
    add_changes(paper, made);
    add_problems(paper, made);
    add_matters(paper, made);
    add_praise(paper, made);
    add_demands(paper, made);
    add_annex_list(paper, made);
    add_signature(paper, made);
    add_annexes(paper, made);
    return paper;
}
