/* bulletin_paper.c: a bulletin (通报) as a document. Every number comes from a report; here are the
 * words around them. */
#include "bulletin_paper.h"

#include <string.h>

#include "code_list.h"

static const char *figure(const bulletin *made, const char *name)
{
    return paper_value(&find_part(made, "bulletin_figures")->rows, 0, name);
}

static bool is_zero(const char *figure)
{
    return strcmp(figure, "0") == 0;
}

static unsigned annex_of(const bulletin *made, const char *report)
{
    return find_part(made, report)->annex;
}

/* （详见附件3）, or nothing where the part has no rows. In `words`, which is returned. */
static const char *see_annex(const bulletin *made, const char *report, char words[PAPER_DAY_SIZE])
{
    words[0] = '\0';
    if (annex_of(made, report) > 0)
        snprintf(words, PAPER_DAY_SIZE, "（详见附件%u）", annex_of(made, report));
    return words;
}

static void end_paragraph(document *paper, tz_buffer *text)
{
    paper->failed |= text->failed;
    document_add_paragraph(paper, "%s", tz_buffer_text(text));
    tz_buffer_free(text);
}

static void add_opening(document *paper, const bulletin *made)
{
    char day[PAPER_DAY_SIZE], quarter[PAPER_DAY_SIZE];
    document_add_text(paper, BLOCK_ADDRESSEE, "各牵头单位、责任单位：");
    document_add_paragraph(paper,
                           "现将%s《政府工作报告》重点工作任务进展情况通报如下（数据截至%s）。",
                           quarter_in_words(made->quarter, quarter), day_in_words(made->day, day));
}

/* A percentage, — where there is nothing that it is of. */
static const char *rate(const paper_rows *rows, size_t row, const char *name)
{
    const char *value = paper_value(rows, row, name);
    return *value != '\0' ? value : "—";
}

/* How many tasks there are, of a plan or of all. */
static void add_tasks(tz_buffer *text, const paper_rows *rows, size_t row)
{
    tz_buffer_format(text, "共%s项任务，其中阶段性任务%s项、长期性任务%s项，由%s个单位牵头",
                     paper_value(rows, row, "tasks"), paper_value(rows, row, "staged"),
                     paper_value(rows, row, "standing"), paper_value(rows, row, "units"));
}

/* How their lamps are. */
static void add_lamps(tz_buffer *text, const paper_rows *rows, size_t row)
{
    tz_buffer_format(text,
                     "已销号%s项，亮绿灯%s项、黄灯%s项、红灯%s项，暂不评价%s项；"
                     "销号率%s%%，序时推进率%s%%",
                     paper_value(rows, row, "closed"), paper_value(rows, row, "green"),
                     paper_value(rows, row, "yellow"), paper_value(rows, row, "red"),
                     paper_value(rows, row, "grey"), rate(rows, row, "completed_percent"),
                     rate(rows, row, "on_schedule_percent"));
}

/* Each of several plans by itself; figures are of all of them from there on. */
static void add_plans(document *paper, const paper_rows *plans, const paper_rows *figures)
{
    tz_buffer text = {0};
    for (size_t i = 0; i < plans->row_count; i++) {
        tz_buffer_format(&text, "《%s》", paper_value(plans, i, "title"));
        add_tasks(&text, plans, i);
        tz_buffer_add_text(&text, "；");
        add_lamps(&text, plans, i);
        tz_buffer_add_text(&text, "。");
        end_paragraph(paper, &text);
    }
    tz_buffer_format(&text, "以上%zu个方案合计，", plans->row_count);
    add_tasks(&text, figures, 0);
    tz_buffer_add_text(&text, "；以下数字均为合计。");
    end_paragraph(paper, &text);
}

static void add_overall(document *paper, const bulletin *made)
{
    char annex[PAPER_DAY_SIZE];
    const paper_rows *plans = &find_part(made, "bulletin_plan")->rows;
    const paper_rows *figures = &find_part(made, "bulletin_figures")->rows;
    tz_buffer text = {0};
    document_add_heading(paper, 1, "一、总体进展情况");
    if (plans->row_count > 1) {
        add_plans(paper, plans, figures);
    } else {
        tz_buffer_format(&text, "《%s》", paper_value(plans, 0, "title"));
        add_tasks(&text, plans, 0);
        tz_buffer_add_text(&text, "。");
        end_paragraph(paper, &text);
    }
    add_lamps(&text, figures, 0);
    tz_buffer_format(&text, "。分章节、分单位情况见附件%u、附件%u。",
                     annex_of(made, "bulletin_section"), annex_of(made, "bulletin_unit"));
    end_paragraph(paper, &text);
    if (!is_zero(figure(made, "awaiting")))
        document_add_paragraph(paper, "另有%s项由单位报告完成，待核验销号%s。",
                               figure(made, "awaiting"),
                               see_annex(made, "bulletin_finished", annex));
    if (!is_zero(figure(made, "ahead")))
        document_add_paragraph(paper, "超序时推进且亮绿灯的任务%s项%s。", figure(made, "ahead"),
                               see_annex(made, "bulletin_ahead", annex));
}

static void add_returns(document *paper, const bulletin *made)
{
    char annex[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "二、报送情况");
    document_add_paragraph(paper,
                           "本季度应报送%s项，已报送%s项，报送率%s%%，尚未报送%s项。"
                           "截至通报日，未报送（含退回后逾期未重报）任务%s项、迟报任务%s项%s。",
                           figure(made, "asked"), figure(made, "returned"),
                           rate(&find_part(made, "bulletin_figures")->rows, 0, "returned_percent"),
                           figure(made, "outstanding"), figure(made, "missing"),
                           figure(made, "late"), see_annex(made, "bulletin_missing", annex));
}

static const paper_rows *changes_of(const bulletin *made)
{
    return &find_part(made, "bulletin_change_figures")->rows;
}

static const char *change(const bulletin *made, const char *name)
{
    return paper_value(changes_of(made), 0, name);
}

/* The figures that are compared, with the names of their columns. */
static const struct compared_figure {
    const char *title, *before, *now;
} compared[] = {
    {"已销号", "closed_before", "closed"}, {"绿灯", "green_before", "green"},
    {"黄灯", "yellow_before", "yellow"},   {"红灯", "red_before", "red"},
    {"逾期", "overdue_before", "overdue"}, {"未报送", "missing_before", "missing"},
};

/* What is compared, where not all tasks are in both. */
static void add_basis(tz_buffer *text, const bulletin *made)
{
    const char *come = change(made, "tasks_come"), *gone = change(made, "tasks_gone");
    if (is_zero(come) && is_zero(gone)) {
        tz_buffer_add_text(text, "与之相比，");
        return;
    }
    tz_buffer_format(text, "两次通报都列入的任务%s项（", change(made, "tasks"));
    if (!is_zero(come))
        tz_buffer_format(text, "本次新列入的%s项", come);
    if (!is_zero(gone))
        tz_buffer_format(text, "%s不再列入的%s项", is_zero(come) ? "" : "、", gone);
    tz_buffer_add_text(text, "不作比较），其中");
}

/* 绿灯由1项变为5项，黄灯持平（1项） */
static void add_compared(document *paper, const bulletin *made)
{
    char day[PAPER_DAY_SIZE];
    tz_buffer text = {0};
    tz_buffer_format(&text, "上次通报为%s（截至%s）。", change(made, "number"),
                     day_in_words(change(made, "issued_on"), day));
    add_basis(&text, made);
    for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
        const char *before = change(made, compared[i].before), *now = change(made, compared[i].now);
        tz_buffer_format(&text, "%s%s", i > 0 ? "，" : "", compared[i].title);
        if (strcmp(before, now) == 0)
            tz_buffer_format(&text, "持平（%s项）", now);
        else
            tz_buffer_format(&text, "由%s项变为%s项", before, now);
    }
    tz_buffer_add_text(&text, "。");
    end_paragraph(paper, &text);
}

static void add_changes(document *paper, const bulletin *made)
{
    char annex[PAPER_DAY_SIZE], day[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "三、较上次通报的变化");
    if (changes_of(made)->row_count == 0) {
        document_add_paragraph(paper, "本次为首次通报，没有上次可比。");
    } else if (is_zero(change(made, "tasks"))) {
        document_add_paragraph(paper, "上次通报为%s（截至%s），与本次没有相同的任务，不作比较。",
                               change(made, "number"),
                               day_in_words(change(made, "issued_on"), day));
    } else {
        add_compared(paper, made);
        document_add_paragraph(paper, "新销号%s项，新亮红灯%s项，不再亮红灯%s项%s。",
                               change(made, "newly_closed"), change(made, "newly_red"),
                               change(made, "no_longer_red"),
                               see_annex(made, "bulletin_change", annex));
    }
}

enum { NAMED_MOST = 5 }; /* tasks that the prose names */

/* 逾期较久的有：第1项（市财政局，逾期30天）、…: the first rows of a part, which are the worst. */
static void add_worst(document *paper, const bulletin *made, const char *report,
                      const char *lead_in)
{
    const paper_rows *rows = &find_part(made, report)->rows;
    tz_buffer text = {0};
    for (size_t i = 0; i < rows->row_count && i < NAMED_MOST; i++) {
        const char *unit = paper_value(rows, i, "lead_unit");
        tz_buffer_add_text(&text, i > 0 ? "、" : lead_in);
        add_one_code(&text, paper_value(rows, i, "code"));
        tz_buffer_format(&text, "（%s%s", unit, *unit ? "，" : "");
        add_in_words(&text, paper_value(rows, i, "reason"), made->quarter);
        tz_buffer_add_text(&text, "）");
    }
    if (rows->row_count > 0) {
        tz_buffer_add_text(&text, "。");
        end_paragraph(paper, &text);
    }
}

static void add_problems(document *paper, const bulletin *made)
{
    char annex[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "四、存在的主要问题");
    document_add_heading(paper, 2, "（一）逾期任务");
    document_add_paragraph(paper, "已过完成时限而未完成的任务%s项%s。", figure(made, "overdue"),
                           see_annex(made, "bulletin_overdue", annex));
    add_worst(paper, made, "bulletin_overdue", "逾期较久的有：");
    document_add_heading(paper, 2, "（二）滞后任务");
    document_add_paragraph(paper, "进度滞后的任务%s项%s。", figure(made, "lagging"),
                           see_annex(made, "bulletin_lagging", annex));
    add_worst(paper, made, "bulletin_lagging", "滞后较多的有：");
}

/* 1. 内容（提出单位） */
static void add_matters(document *paper, const bulletin *made)
{
    const paper_rows *rows = &find_part(made, "bulletin_matter")->rows;
    char day[PAPER_DAY_SIZE];
    document_add_heading(paper, 1, "五、需市政府研究决定的事项");
    if (rows->row_count == 0) {
        document_add_paragraph(paper, "目前没有待研究决定的事项。");
        return;
    }
    document_add_paragraph(paper, "各单位请示、尚待决定的事项%s项（详见附件%u）。",
                           figure(made, "matters"), annex_of(made, "bulletin_matter"));
    for (size_t i = 0; i < rows->row_count && i < NAMED_MOST; i++)
        document_add_paragraph(paper, "%zu．%s（%s，%s提出）", i + 1,
                               paper_value(rows, i, "content"), paper_value(rows, i, "unit"),
                               day_in_words(paper_value(rows, i, "raised_on"), day));
}

static void add_praise(document *paper, const bulletin *made)
{
    const paper_rows *rows = &find_part(made, "bulletin_praise")->rows;
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
    document_add_heading(paper, 1,
                         annex_of(made, "bulletin_praise") ? "七、工作要求" : "六、工作要求");
    document_add_paragraph(
        paper, "各牵头单位要对照附件逐项核对，逾期、滞后任务要说明原因、提出措施、明确时限，"
               "未报送的要立即补报；确因客观原因不能按期完成的，及早报市政府研究。");
}

static void add_annex_list(document *paper, const bulletin *made)
{
    document_add_text(paper, BLOCK_PARAGRAPH, "");
    for (size_t i = 0; i < made->part_count; i++) {
        const bulletin_part *part = &made->parts[i];
        if (part->annex > 0)
            document_add_paragraph(paper, "%s%u．%s", part->annex == 1 ? "附件：" : "　　　",
                                   part->annex, part->is->annex);
    }
}

static void add_signature(document *paper, const bulletin *made)
{
    char day[PAPER_DAY_SIZE];
    document_add_signature(paper,
                           made->issuer
                               ? made->issuer
                               : paper_value(&find_part(made, "bulletin_scope")->rows, 0, "issuer"),
                           day_in_words(made->day, day));
}

static void add_annex(document *paper, const bulletin *made, const bulletin_part *part)
{
    char label[PAPER_DAY_SIZE];
    bool is_of_sections = part == find_part(made, "bulletin_section");
    snprintf(label, sizeof label, "附件%u", part->annex);
    document_add_annex(paper, label, part->is->annex);
    if (is_of_sections)
        add_section_chart(paper, made);
    add_paper_table(paper, NULL, &part->rows);
    if (is_of_sections)
        add_trend_chart(paper, made);
    else if (part == find_part(made, "bulletin_unit"))
        add_heat_map(paper, made);
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
    for (size_t i = 0; i < made->part_count; i++)
        if (made->parts[i].annex > 0)
            add_annex(paper, made, &made->parts[i]);
    return paper;
}
