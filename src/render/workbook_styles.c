/* workbook_styles.c: how the cells of a workbook look: as the office prints its tables. */
#include "workbook.h"

static const char body_font[] = "宋体", title_font[] = "黑体";
static const double font_size = 10.5; /* 五号 */
enum { GRID_COLOUR = 0xA6A6A6, TITLE_FILL = 0xDDE6F0 };

static const struct lamp_colours {
    lxw_color_t fill, font, chart;
} lamp_colours[TZ_LAMP_COUNT] = {
    [TZ_LAMP_NONE] = {LXW_COLOR_UNSET, LXW_COLOR_UNSET, LXW_COLOR_UNSET},
    [TZ_LAMP_RED] = {0xFFC7CE, 0x9C0006, 0xC00000},
    [TZ_LAMP_YELLOW] = {0xFFEB9C, 0x7F4F00, 0xFFC000},
    [TZ_LAMP_GREEN] = {0xC6EFCE, 0x006100, 0x4EA72E},
    [TZ_LAMP_BLUE] = {0xBDD7EE, 0x1F3864, 0x2E75B6},
    [TZ_LAMP_GREY] = {0xD9D9D9, 0x404040, 0xA6A6A6},
};

lxw_color_t tz_lamp_fill_colour(tz_lamp lamp)
{
    return lamp_colours[lamp].fill;
}

lxw_color_t tz_lamp_chart_colour(tz_lamp lamp)
{
    return lamp_colours[lamp].chart;
}

static lxw_format *add_style(tz_workbook *workbook, tz_style style, uint8_t align)
{
    lxw_format *format = workbook_add_format(workbook->book);
    workbook->styles[style] = format;
    if (!format)
        return NULL;
    format_set_font_name(format, style == TZ_STYLE_TITLE ? title_font : body_font);
    format_set_font_size(format, font_size);
    format_set_align(format, align);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, GRID_COLOUR);
    return format;
}

static bool add_number_style(tz_workbook *workbook, tz_style style, uint8_t align,
                             const char *number_format)
{
    lxw_format *format = add_style(workbook, style, align);
    if (format)
        format_set_num_format(format, number_format);
    return format != NULL;
}

static bool add_text_style(tz_workbook *workbook, tz_style style, uint8_t align)
{
    lxw_format *format = add_style(workbook, style, align);
    if (format)
        format_set_text_wrap(format);
    return format != NULL;
}

static bool add_filled_style(tz_workbook *workbook, tz_style style, lxw_color_t fill,
                             lxw_color_t font)
{
    if (!add_text_style(workbook, style, LXW_ALIGN_CENTER))
        return false;
    lxw_format *format = workbook->styles[style];
    if (fill != LXW_COLOR_UNSET) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_bg_color(format, fill);
    }
    if (font != LXW_COLOR_UNSET)
        format_set_font_color(format, font);
    return true;
}

/* Percentages are 0 to 100, as in the ledger: the column's title says what they are of. */
tz_status tz_workbook_add_styles(tz_workbook *workbook)
{
    bool done = add_filled_style(workbook, TZ_STYLE_TITLE, TITLE_FILL, LXW_COLOR_UNSET) &&
                add_text_style(workbook, TZ_STYLE_TEXT, LXW_ALIGN_LEFT) &&
                add_text_style(workbook, TZ_STYLE_WORD, LXW_ALIGN_CENTER) &&
                add_number_style(workbook, TZ_STYLE_NUMBER, LXW_ALIGN_RIGHT, "General") &&
                add_number_style(workbook, TZ_STYLE_PERCENT, LXW_ALIGN_RIGHT, "0.0") &&
                add_number_style(workbook, TZ_STYLE_DAY, LXW_ALIGN_CENTER, "yyyy-mm-dd") &&
                add_number_style(workbook, TZ_STYLE_TIME, LXW_ALIGN_CENTER, "yyyy-mm-dd hh:mm");
    for (int lamp = 0; done && lamp < TZ_LAMP_COUNT; lamp++)
        done = add_filled_style(workbook, (tz_style)(TZ_STYLE_LAMP + lamp), lamp_colours[lamp].fill,
                                lamp_colours[lamp].font);
    return done ? TZ_OK : TZ_NO_MEMORY;
}
