/* bulletin_charts.c: the pictures of a bulletin. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bulletin_paper.h"

/* The lamps in the order in which they are stacked, and the columns that count them. */
static const struct lamp_series {
    const char *column, *name;
    chart_tone tone;
} lamps[] = {
    {"closed", "已销号", TONE_BLUE}, {"green", "绿灯", TONE_GREEN},
    {"yellow", "黄灯", TONE_YELLOW}, {"red", "红灯", TONE_RED},
    {"grey", "暂不评价", TONE_GREY},
};
enum { LAMP_COUNT = sizeof lamps / sizeof *lamps };

static document_chart *add_lamp_chart(document *paper, chart_kind kind, const char *title)
{
    document_chart *chart = document_add_chart(paper, kind, title);
    for (size_t i = 0; i < LAMP_COUNT; i++)
        document_add_series(paper, chart, lamps[i].name, lamps[i].tone);
    return chart;
}

/* A category of the lamps that a row counts; in the words it is called by `in_words`. */
static void add_lamp_row(document *paper, document_chart *chart, const paper_rows *rows, size_t row,
                         const char *name, const char *in_words, tz_buffer *words)
{
    double values[LAMP_COUNT];
    tz_buffer_format(words, "%s：", in_words);
    for (size_t i = 0; i < LAMP_COUNT; i++) {
        values[i] = paper_number(rows, row, lamps[i].column);
        tz_buffer_format(words, "%s%s%s", i > 0 ? "、" : "", lamps[i].name,
                         paper_value(rows, row, lamps[i].column));
    }
    tz_buffer_add_text(words, "。");
    document_add_category(paper, chart, name, values);
}

static void finish_chart(document *paper, document_chart *chart, tz_buffer *words)
{
    document_set_alternative(paper, chart, tz_buffer_text(words));
    paper->failed |= words->failed;
    tz_buffer_free(words);
}

void add_section_chart(document *paper, const bulletin *made)
{
    const paper_rows *rows = &find_part(made, "bulletin_section")->rows;
    tz_buffer words = {0};
    document_chart *chart = add_lamp_chart(paper, CHART_BARS, "各章节亮灯情况（项）");
    if (chart)
        chart->is_in_a_table = true;
    for (size_t i = 0; i < rows->row_count; i++) {
        char name[256];
        const char *title = paper_value(rows, i, "title");
        snprintf(name, sizeof name, "%s%s%s", paper_value(rows, i, "section"), *title ? "、" : "",
                 title);
        add_lamp_row(paper, chart, rows, i, name, name, &words);
    }
    finish_chart(paper, chart, &words);
}

/* The quarters are looked at on days that are alike. */
static void add_day(const paper_rows *trend, bool is_first, tz_buffer *words)
{
    char quarter[PAPER_DAY_SIZE], day[PAPER_DAY_SIZE];
    tz_buffer_format(words, "%s%s截至%s",
                     is_first ? "各季度取报送期限后同样天数之日，已印发通报的取通报日：" : "，",
                     quarter_in_words(paper_value(trend, 0, "quarter"), quarter),
                     day_in_words(paper_value(trend, 0, "as_of"), day));
}

void add_trend_chart(document *paper, const bulletin *made)
{
    char in_words[PAPER_DAY_SIZE];
    tz_buffer words = {0}, days = {0};
    document_chart *chart = add_lamp_chart(paper, CHART_LINES, "各季度亮灯情况（项）");
    for (size_t i = 0; i < made->quarter_count; i++) {
        const paper_rows *trend = &made->quarters[i].trend;
        if (trend->row_count == 0)
            continue;
        const char *quarter = paper_value(trend, 0, "quarter");
        add_lamp_row(paper, chart, trend, 0, quarter, quarter_in_words(quarter, in_words), &words);
        add_day(trend, days.size == 0, &days);
    }
    tz_buffer_format(&words, "%s。", tz_buffer_text(&days));
    paper->failed |= days.failed;
    tz_buffer_free(&days);
    finish_chart(paper, chart, &words);
}

/* The unit's share in one quarter, NAN where it had no task that is judged. */
static double unit_value(const paper_rows *rows, const char *unit)
{
    for (size_t i = 0; i < rows->row_count; i++)
        if (strcmp(paper_value(rows, i, "unit"), unit) == 0)
            return paper_number(rows, i, "on_schedule_percent");
    return NAN;
}

void add_heat_map(document *paper, const bulletin *made)
{
    document_chart *chart =
        document_add_chart(paper, CHART_HEAT, "各牵头单位各季度序时推进率（%）");
    const paper_rows *units = &find_part(made, "bulletin_unit")->rows;
    for (size_t i = 0; i < made->quarter_count; i++)
        document_add_series(paper, chart,
                            made->quarters[i].trend.row_count > 0
                                ? paper_value(&made->quarters[i].trend, 0, "quarter")
                                : "—",
                            TONE_BLUE);
    double *values = calloc(made->quarter_count, sizeof *values);
    paper->failed |= !values;
    for (size_t i = 0; values && i < units->row_count; i++) {
        const char *unit = paper_value(units, i, "unit");
        for (size_t k = 0; k < made->quarter_count; k++)
            values[k] = unit_value(&made->quarters[k].units, unit);
        document_add_category(paper, chart, unit, values);
    }
    free(values);
    document_set_alternative(paper, chart,
                             "每格为该单位已销号和绿灯任务占已评价任务的百分比，颜色越深越高；"
                             "“—”为当季没有评价的任务。");
}
