/* form_look.c: the look of a form: its colours and widths, what stands above the rows, how it
 * prints. */
#include <stdio.h>
#include <string.h>

#include "form_parts.h"

enum { PAPER_A4 = 9 };
enum { YELLOW = 0xFFFBE6, GREY = 0xF2F2F2, DARK_GREY = 0xD9D9D9, BLUE = 0xDDEBF7 };

const double tz_form_widths[TZ_FORM_COLUMN_COUNT] = {
    [TZ_FORM_KEY] = 4,        [TZ_FORM_CODE] = 5.5,   [TZ_FORM_TEXT] = 24,
    [TZ_FORM_DUE_ON] = 10.5,  [TZ_FORM_TARGETS] = 21, [TZ_FORM_LAST] = 18,
    [TZ_FORM_PERCENT] = 8,    [TZ_FORM_STATE] = 10,   [TZ_FORM_COMPLETED_ON] = 10.5,
    [TZ_FORM_READING] = 8,    [TZ_FORM_SUMMARY] = 32, [TZ_FORM_PROBLEM] = 17,
    [TZ_FORM_NEXT_STEP] = 17,
};

/* ---- cells */

static lxw_format *add_format(tz_form_sheet *form, int background, int align)
{
    lxw_format *format = workbook_add_format(form->book);
    if (format == NULL) {
        tz_form_keep_error(form, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return NULL;
    }
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 10);
    format_set_text_wrap(format);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(format, (uint8_t)align);
    format_set_bg_color(format, (lxw_color_t)background);
    return format;
}

/* A cell to fill in. */
static lxw_format *add_open_format(tz_form_sheet *form, int align, const char *number_format)
{
    lxw_format *format = add_format(form, YELLOW, align);
    if (format == NULL)
        return NULL;
    format_set_unlocked(format);
    format_set_num_format(format, number_format);
    return format;
}

static void add_formats(tz_form_sheet *form)
{
    form->shown = add_format(form, GREY, LXW_ALIGN_LEFT);
    form->shown_middle = add_format(form, GREY, LXW_ALIGN_CENTER);
    form->no_target = add_format(form, DARK_GREY, LXW_ALIGN_CENTER);
    form->text = add_open_format(form, LXW_ALIGN_LEFT, "@");
    form->state = add_open_format(form, LXW_ALIGN_CENTER, "@");
    form->percent = add_open_format(form, LXW_ALIGN_CENTER, "0.0%");
    form->percent_reading = add_open_format(form, LXW_ALIGN_CENTER, "0.00%");
    form->day = add_open_format(form, LXW_ALIGN_CENTER, "yyyy-mm-dd");
}

/* General, with the measure behind it: 17.5公里. Each measure is one format. */
lxw_format *tz_form_reading_format(tz_form_sheet *form, const struct tz_form_target *target)
{
    const char *measure = tz_form_mend(form, target->measure);
    char number_format[LXW_FORMAT_FIELD_LEN];
    if (target->is_percent)
        return form->percent_reading;
    int size = snprintf(number_format, sizeof number_format, "General\"%s\"", measure);
    if (measure[0] == '\0' || strchr(measure, '"') || (size_t)size >= sizeof number_format)
        strcpy(number_format, "General");
    return add_open_format(form, LXW_ALIGN_CENTER, number_format);
}

/* ---- over the rows */

static void merge(tz_form_sheet *form, lxw_row_t row, size_t first, size_t last, const char *text,
                  lxw_format *format)
{
    text = tz_form_mend(form, text);
    if (first == last)
        tz_form_keep_error(
            form, worksheet_write_string(form->sheet, row, (lxw_col_t)first, text, format));
    else
        tz_form_keep_error(form, worksheet_merge_range(form->sheet, row, (lxw_col_t)first, row,
                                                       (lxw_col_t)last, text, format));
}

static lxw_format *add_plain_format(tz_form_sheet *form, double size, int align)
{
    lxw_format *format = workbook_add_format(form->book);
    if (format == NULL) {
        tz_form_keep_error(form, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return NULL;
    }
    format_set_font_name(format, "宋体");
    format_set_font_size(format, size);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(format, (uint8_t)align);
    return format;
}

/* Whom to ask is for the unit to write: the one open cell above the rows. */
static void write_top(tz_form_sheet *form)
{
    size_t last = form->column_count - 1;
    lxw_format *title = add_plain_format(form, 18, LXW_ALIGN_CENTER);
    lxw_format *line = add_plain_format(form, 11, LXW_ALIGN_LEFT);
    lxw_format *contact = add_plain_format(form, 11, LXW_ALIGN_LEFT);
    if (form->error != LXW_NO_ERROR)
        return;
    format_set_bold(title);
    format_set_unlocked(contact);
    worksheet_set_row(form->sheet, TZ_FORM_TITLE_ROW, 34, NULL);
    worksheet_set_row(form->sheet, TZ_FORM_UNIT_ROW, 22, NULL);
    worksheet_set_row(form->sheet, TZ_FORM_GUIDE_ROW, 32, NULL);
    merge(form, TZ_FORM_TITLE_ROW, 1, last, form->page.title, title);
    merge(form, TZ_FORM_UNIT_ROW, 1, TZ_FORM_DUE_ON, form->page.unit, line);
    merge(form, TZ_FORM_UNIT_ROW, TZ_FORM_DUE_ON + 1, last - 3, form->page.deadline, line);
    merge(form, TZ_FORM_UNIT_ROW, last - 2, last,
          TZ_PICK(form->page.language, "填报人：　　　　　联系电话：", "filled in by:      phone:"),
          contact);
    merge(
        form, TZ_FORM_GUIDE_ROW, 1, last,
        TZ_PICK(form->page.language,
                "填表说明：只填浅黄色单元格，整行不填的不导入。完成百分比填 45 或 "
                "45%；状态从下拉列表中选；"
                "完成日期填 2022-07-05；指标只填数，含义见“指标及目标值”栏。填好后存为 .xlsx 交回，"
                "请勿增删列，隐藏列请保留。",
                "Fill in the yellow cells; a row without any is passed over. Percent: 45 or 45%; "
                "state: from the list; day: 2022-07-05; readings: the number alone. Save as "
                ".xlsx and leave the hidden column where it is."),
        line);
}

/* next_step is "next step" to people, and read as either. */
static void name_column(const tz_form_sheet *form, const tz_form_place *column, char name[64])
{
    const char *heading = form->page.headings[column->kind];
    if (column->kind == TZ_FORM_READING)
        snprintf(name, 64, "%s%zu", heading, column->target + 1);
    else
        snprintf(name, 64, "%s", heading);
    for (char *at = strchr(name, '_'); at != NULL; at = strchr(at, '_'))
        *at = ' ';
}

static void write_headings(tz_form_sheet *form)
{
    lxw_format *heading = add_format(form, BLUE, LXW_ALIGN_CENTER);
    if (heading == NULL)
        return;
    format_set_bold(heading);
    worksheet_set_row(form->sheet, TZ_FORM_HEADING_ROW, 30, NULL);
    for (size_t i = 0; i < form->column_count; i++) {
        char name[64];
        bool is_key = form->columns[i].kind == TZ_FORM_KEY;
        if (!is_key)
            name_column(form, &form->columns[i], name);
        tz_form_keep_error(form,
                           worksheet_write_string(form->sheet, TZ_FORM_HEADING_ROW, (lxw_col_t)i,
                                                  is_key ? form->page.key : name, heading));
    }
}

static void set_page(tz_form_sheet *form)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    for (size_t i = 0; i < form->column_count; i++)
        tz_form_keep_error(
            form, worksheet_set_column_opt(form->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                           tz_form_widths[form->columns[i].kind], NULL,
                                           form->columns[i].kind == TZ_FORM_KEY ? &hidden : NULL));
    worksheet_freeze_panes(form->sheet, TZ_FORM_FIRST_ROW, TZ_FORM_TEXT + 1);
    worksheet_protect(form->sheet, NULL, &allowed);
    worksheet_set_landscape(form->sheet);
    worksheet_set_paper(form->sheet, PAPER_A4);
    worksheet_fit_to_pages(form->sheet, 1, 0);
    worksheet_set_margins(form->sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_center_horizontally(form->sheet);
    tz_form_keep_error(
        form, worksheet_repeat_rows(form->sheet, TZ_FORM_HEADING_ROW, TZ_FORM_HEADING_ROW));
    tz_form_keep_error(
        form, worksheet_set_footer(form->sheet, TZ_PICK(form->page.language, "&C第 &P 页，共 &N 页",
                                                        "&CPage &P of &N")));
}

void tz_form_lay_out(tz_form_sheet *form)
{
    set_page(form);
    add_formats(form);
    write_top(form);
    write_headings(form);
}
