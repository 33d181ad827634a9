/* chart.c: charts as inline SVG. The words stand in it as text: it is read aloud, searched, printed
 * and enlarged like the page around it. */
#include <math.h>
#include <string.h>

#include "markup.h"

/* In units of the picture, which a phone shows at about three quarters. */
enum {
    WIDTH = 480,
    FONT = 15,
    TEXT_DOWN = 5, /* from the middle of a line of text to its foot */
    BAR_HEIGHT = 26,
    BAR_STEP = 62, /* from one bar to the next, its name above it */
    LEGEND_HEIGHT = 30,
    PIECE_LEAST = 26 /* of a bar, for its number */
};

/* Class names in document.css, where the colours are. */
static const char *const tone_classes[] = {
    [TONE_GREEN] = "green", [TONE_YELLOW] = "yellow", [TONE_RED] = "red",
    [TONE_BLUE] = "blue",   [TONE_GREY] = "grey",
};

static const char *const kind_classes[] = {
    [CHART_BARS] = "bars", [CHART_LINES] = "lines", [CHART_HEAT] = "heat"};

static double value_of(const document_chart *chart, size_t category, size_t series)
{
    return chart->values[category * chart->series_count + series];
}

static void add_label(tz_buffer *out, const char *classes, double x, double y, const char *text)
{
    tz_buffer_format(out, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", classes, x, y);
    markup_add(out, text);
    tz_buffer_add_text(out, "</text>\n");
}

static void add_number(tz_buffer *out, const char *classes, double x, double y, double value)
{
    tz_buffer text = {0};
    document_add_value(&text, value);
    add_label(out, classes, x, y, tz_buffer_text(&text));
    out->failed |= text.failed;
    tz_buffer_free(&text);
}

/* Names of the series beside their colours. */
static void add_legend(tz_buffer *out, const document_chart *chart)
{
    double step = (double)WIDTH / (double)chart->series_count;
    for (size_t i = 0; i < chart->series_count; i++) {
        double x = step * (double)i;
        tz_buffer_format(out,
                         "<rect class=\"%s\" x=\"%.1f\" y=\"6\" width=\"14\" height=\"14\"/>\n",
                         tone_classes[chart->tones[i]], x);
        add_label(out, "name", x + 20, 13 + TEXT_DOWN, chart->series[i]);
    }
}

/* ---- bars */

/* The sum of a bar's values, and how many of them there are above nothing. */
static double total_of(const document_chart *chart, size_t category, size_t *pieces)
{
    double total = 0;
    *pieces = 0;
    for (size_t i = 0; i < chart->series_count; i++) {
        double value = value_of(chart, category, i);
        if (isnan(value) || value <= 0)
            continue;
        total += value;
        ++*pieces;
    }
    return total;
}

static void add_piece(tz_buffer *out, const document_chart *chart, size_t category, size_t series,
                      const double at[3])
{
    double value = value_of(chart, category, series);
    chart_tone tone = chart->tones[series];
    tz_buffer_format(
        out, "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"><title>",
        tone_classes[tone], at[0], at[1], at[2], BAR_HEIGHT);
    markup_add(out, chart->categories[category]);
    tz_buffer_add_text(out, "：");
    markup_add(out, chart->series[series]);
    tz_buffer_format(out, " %.15g</title></rect>\n", value);
    add_number(out, tone == TONE_YELLOW ? "mark dark" : "mark light", at[0] + at[2] / 2,
               at[1] + BAR_HEIGHT / 2 + TEXT_DOWN, value);
}

/* Every piece has room for its number, and a share of what is left. */
static void add_bar(tz_buffer *out, const document_chart *chart, size_t category, double y)
{
    size_t pieces;
    double total = total_of(chart, category, &pieces), x = 0;
    add_label(out, "name", 0, y - 8, chart->categories[category]);
    for (size_t i = 0; i < chart->series_count; i++) {
        double value = value_of(chart, category, i);
        if (isnan(value) || value <= 0)
            continue;
        double width = PIECE_LEAST + (WIDTH - PIECE_LEAST * (double)pieces) * value / total;
        const double at[3] = {x, y, width};
        add_piece(out, chart, category, i, at);
        x += width;
    }
}

static void add_bars(tz_buffer *out, const document_chart *chart)
{
    add_legend(out, chart);
    for (size_t i = 0; i < chart->category_count; i++)
        add_bar(out, chart, i, LEGEND_HEIGHT + 26 + BAR_STEP * (double)i);
}

/* ---- lines */

enum { PLOT_TOP = 24, PLOT_HEIGHT = 200, PLOT_LEFT = 34, PLOT_RIGHT = 360, LABEL_STEP = 20 };

static double largest_value(const document_chart *chart)
{
    double largest = 1;
    for (size_t i = 0; i < chart->series_count * chart->category_count; i++)
        if (!isnan(chart->values[i]) && chart->values[i] > largest)
            largest = chart->values[i];
    return largest;
}

static double point_x(const document_chart *chart, size_t category)
{
    if (chart->category_count < 2)
        return PLOT_RIGHT;
    return PLOT_LEFT +
           (PLOT_RIGHT - PLOT_LEFT) * (double)category / (double)(chart->category_count - 1);
}

static double point_y(const document_chart *chart, size_t category, size_t series)
{
    return PLOT_TOP + PLOT_HEIGHT * (1 - value_of(chart, category, series) / largest_value(chart));
}

static void add_line(tz_buffer *out, const document_chart *chart, size_t series)
{
    const char *tone = tone_classes[chart->tones[series]];
    tz_buffer_format(out, "<polyline class=\"line %s\" points=\"", tone);
    for (size_t i = 0; i < chart->category_count; i++)
        if (!isnan(value_of(chart, i, series)))
            tz_buffer_format(out, "%.1f,%.1f ", point_x(chart, i), point_y(chart, i, series));
    tz_buffer_add_text(out, "\"/>\n");
    for (size_t i = 0; i < chart->category_count; i++)
        if (!isnan(value_of(chart, i, series)))
            tz_buffer_format(out, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n", tone,
                             point_x(chart, i), point_y(chart, i, series));
}

/* Where the name of a line stands: beside its end, moved down where the one above it needs room. */
static double label_y(const document_chart *chart, size_t series)
{
    size_t last = chart->category_count - 1, above = 0;
    double own = value_of(chart, last, series), least = 0;
    for (size_t i = 0; i < chart->series_count; i++) {
        double other = value_of(chart, last, i);
        if (other > own || (other == own && i < series))
            above++;
    }
    least = PLOT_TOP + LABEL_STEP * (double)above;
    double most = PLOT_TOP + PLOT_HEIGHT - LABEL_STEP * (double)(chart->series_count - 1 - above);
    return fmin(fmax(point_y(chart, last, series), least), most);
}

static void add_line_name(tz_buffer *out, const document_chart *chart, size_t series)
{
    size_t last = chart->category_count - 1;
    tz_buffer text = {0};
    if (isnan(value_of(chart, last, series)))
        return;
    tz_buffer_format(&text, "%s ", chart->series[series]);
    document_add_value(&text, value_of(chart, last, series));
    tz_buffer_format(out, "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"12\" height=\"12\"/>\n",
                     tone_classes[chart->tones[series]], PLOT_RIGHT + 12,
                     label_y(chart, series) - 6);
    add_label(out, "name", PLOT_RIGHT + 30, label_y(chart, series) + TEXT_DOWN,
              tz_buffer_text(&text));
    out->failed |= text.failed;
    tz_buffer_free(&text);
}

static void add_lines(tz_buffer *out, const document_chart *chart)
{
    tz_buffer_format(out, "<line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                     PLOT_LEFT, PLOT_TOP + PLOT_HEIGHT, PLOT_RIGHT, PLOT_TOP + PLOT_HEIGHT);
    for (size_t i = 0; i < chart->series_count; i++)
        add_line(out, chart, i);
    for (size_t i = 0; chart->category_count > 0 && i < chart->series_count; i++)
        add_line_name(out, chart, i);
    for (size_t i = 0; i < chart->category_count; i++)
        add_label(out, "name middle", point_x(chart, i), PLOT_TOP + PLOT_HEIGHT + 24,
                  chart->categories[i]);
}

/* ---- the heat map */

enum { HEAT_STEP = 30, HEAT_LEFT = 250, HEAT_SHADES = 5 };

/* Shades of one colour, from light to dark: 0 to 4. */
static int shade_of(double percent)
{
    int shade = (int)(percent / (100.0 / HEAT_SHADES));
    return shade < 0 ? 0 : shade >= HEAT_SHADES ? HEAT_SHADES - 1 : shade;
}

static void add_square(tz_buffer *out, double x, double y, double width, double value)
{
    int shade = isnan(value) ? 0 : shade_of(value);
    tz_buffer_format(out,
                     "<rect class=\"%s%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>\n",
                     isnan(value) ? "none" : "heat", shade, x, y, width - 2, HEAT_STEP - 2);
    add_number(out, shade >= 3 ? "mark light" : "mark dark", x + width / 2,
               y + HEAT_STEP / 2 + TEXT_DOWN, value);
}

static void add_heat(tz_buffer *out, const document_chart *chart)
{
    double width = (double)(WIDTH - HEAT_LEFT) / (double)chart->series_count;
    for (size_t i = 0; i < chart->series_count; i++)
        add_label(out, "name middle", HEAT_LEFT + width * ((double)i + 0.5), FONT + TEXT_DOWN,
                  chart->series[i]);
    for (size_t i = 0; i < chart->category_count; i++) {
        double y = LEGEND_HEIGHT + HEAT_STEP * (double)i;
        add_label(out, "name end", HEAT_LEFT - 8, y + HEAT_STEP / 2 + TEXT_DOWN,
                  chart->categories[i]);
        for (size_t k = 0; k < chart->series_count; k++)
            add_square(out, HEAT_LEFT + width * (double)k, y, width, value_of(chart, i, k));
    }
}

/* ---- the picture */

static double height_of(const document_chart *chart)
{
    double count = (double)chart->category_count;
    switch (chart->kind) {
    case CHART_BARS:
        return LEGEND_HEIGHT + BAR_STEP * count;
    case CHART_LINES:
        return PLOT_TOP + PLOT_HEIGHT + 40;
    case CHART_HEAT:
        return LEGEND_HEIGHT + HEAT_STEP * count;
    }
    return 0;
}

void markup_add_chart(tz_buffer *out, const document_block *block, size_t number)
{
    const document_chart *chart = block->chart;
    tz_buffer_format(
        out,
        "<svg class=\"%s\" viewBox=\"0 0 %d %.0f\" role=\"img\" aria-labelledby=\"t%zu d%zu\">\n"
        "<title id=\"t%zu\">",
        kind_classes[chart->kind], WIDTH, height_of(chart), number, number, number);
    markup_add(out, block->text);
    tz_buffer_format(out, "</title>\n<desc id=\"d%zu\">", number);
    markup_add(out, chart->alternative ? chart->alternative : block->text);
    tz_buffer_add_text(out, "</desc>\n");
    if (chart->kind == CHART_BARS)
        add_bars(out, chart);
    else if (chart->kind == CHART_LINES)
        add_lines(out, chart);
    else
        add_heat(out, chart);
    tz_buffer_add_text(out, "</svg>\n");
}
