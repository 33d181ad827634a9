/* form_sheet.c: the look of a form: what is locked, what each cell takes, how it prints. */
#include "form_sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "fold.h"
#include "language.h"
#include "xlsx.h"

enum { TITLE_ROW, UNIT_ROW, GUIDE_ROW, HEADING_ROW, FIRST_ROW };
enum { PAPER_A4 = 9, MOST_COLUMNS = TZ_FORM_COLUMN_COUNT + TZ_FORM_MOST_TARGETS };
enum { YELLOW = 0xFFFBE6, GREY = 0xF2F2F2, DARK_GREY = 0xD9D9D9, BLUE = 0xDDEBF7 };

/* A column of the sheet. */
typedef struct sheet_column {
    tz_form_column kind;
    size_t target; /* of READING, from 0 */
} sheet_column;

struct tz_form_sheet {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    char *path, *folder; /* in which the temporary files are too */
    tz_form_page page;
    sheet_column columns[MOST_COLUMNS];
    size_t column_count;
    lxw_row_t next_row;
    lxw_format *shown, *shown_middle, *text, *percent, *state, *day, *no_target, *percent_reading;
    lxw_error error; /* the first */
};

static const double widths[TZ_FORM_COLUMN_COUNT] = {
    [TZ_FORM_KEY] = 4,        [TZ_FORM_CODE] = 5.5,   [TZ_FORM_TEXT] = 24,
    [TZ_FORM_DUE_ON] = 10.5,  [TZ_FORM_TARGETS] = 21, [TZ_FORM_LAST] = 18,
    [TZ_FORM_PERCENT] = 8,    [TZ_FORM_STATE] = 10,   [TZ_FORM_COMPLETED_ON] = 10.5,
    [TZ_FORM_READING] = 8,    [TZ_FORM_SUMMARY] = 32, [TZ_FORM_PROBLEM] = 17,
    [TZ_FORM_NEXT_STEP] = 17,
};

static void keep_error(tz_form_sheet *form, lxw_error error)
{
    if (form->error == LXW_NO_ERROR)
        form->error = error;
}

static void list_columns(tz_form_sheet *form)
{
    for (tz_form_column kind = 0; kind < TZ_FORM_COLUMN_COUNT; kind++) {
        size_t count = 1;
        if (kind == TZ_FORM_READING)
            count = form->page.target_count;
        if (kind == TZ_FORM_TARGETS && form->page.target_count == 0)
            count = 0;
        for (size_t target = 0; target < count; target++)
            form->columns[form->column_count++] = (sheet_column){kind, target};
    }
}

/* ---- how cells look */

static lxw_format *add_format(tz_form_sheet *form, int background, int align)
{
    lxw_format *format = workbook_add_format(form->book);
    if (format == NULL) {
        keep_error(form, LXW_ERROR_MEMORY_MALLOC_FAILED);
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
static lxw_format *reading_format(tz_form_sheet *form, const char *measure)
{
    char number_format[LXW_FORMAT_FIELD_LEN];
    if (strcmp(measure, "%") == 0 || strcmp(measure, "％") == 0)
        return form->percent_reading;
    int size = snprintf(number_format, sizeof number_format, "General\"%s\"", measure);
    if (measure[0] == '\0' || strchr(measure, '"') || (size_t)size >= sizeof number_format)
        strcpy(number_format, "General");
    return add_open_format(form, LXW_ALIGN_CENTER, number_format);
}

/* ---- what a cell takes: a prompt when it is chosen, a refusal of anything else */

static lxw_data_validation start_validation(const tz_form_sheet *form, uint8_t validate,
                                            uint8_t criteria)
{
    return (lxw_data_validation){
        .validate = validate,
        .criteria = criteria,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_ON,
        .dropdown = LXW_VALIDATION_ON,
        .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
        .error_title = TZ_PICK(form->page.language, "填写有误", "not taken"),
    };
}

static void add_validation(tz_form_sheet *form, size_t column, lxw_data_validation *validation)
{
    keep_error(form, worksheet_data_validation_cell(form->sheet, form->next_row, (lxw_col_t)column,
                                                    validation));
}

static void take_percent(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN);
    taken.minimum_number = 0;
    taken.maximum_number = 1;
    taken.input_message =
        TZ_PICK(form->page.language, "填 45 或 45%，0% 至 100%", "45 or 45%, from 0% to 100%");
    taken.error_message = TZ_PICK(form->page.language, "百分比须在 0% 至 100% 之间，填 45 或 45%",
                                  "a percent is from 0% to 100%: write 45 or 45%");
    add_validation(form, column, &taken);
}

static void take_state(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_LIST, LXW_VALIDATION_CRITERIA_NONE);
    const char *states[TZ_FORM_MOST_STATES + 1] = {NULL};
    memcpy(states, form->page.states, form->page.state_count * sizeof *states);
    taken.value_list = (char **)(void *)states;
    taken.input_message = TZ_PICK(form->page.language, "从下拉列表中选", "choose from the list");
    taken.error_message =
        TZ_PICK(form->page.language, "请从下拉列表中选一项", "choose one of the list");
    add_validation(form, column, &taken);
}

static void take_day(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_DATE, LXW_VALIDATION_CRITERIA_BETWEEN);
    taken.minimum_datetime = (lxw_datetime){.year = 2020, .month = 1, .day = 1};
    taken.maximum_datetime = (lxw_datetime){.year = 2040, .month = 12, .day = 31};
    taken.input_message = TZ_PICK(form->page.language, "已完成的填完成日期，如 2022-07-05",
                                  "the day of completion, such as 2022-07-05");
    taken.error_message =
        TZ_PICK(form->page.language, "请填日期，如 2022-07-05", "write a day, such as 2022-07-05");
    add_validation(form, column, &taken);
}

/* Excel takes 255 characters for a prompt; a name of a target is never so long but in bytes. */
static void take_reading(tz_form_sheet *form, size_t column, const struct tz_form_target *target)
{
    enum { LONGEST_PROMPT = 255 };
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN);
    taken.minimum_number = -1e12;
    taken.maximum_number = 1e12;
    if (strlen(target->aim) <= LONGEST_PROMPT)
        taken.input_message = (char *)target->aim; /* it is copied */
    taken.error_message = TZ_PICK(form->page.language, "只填数，计量单位不用写",
                                  "the number alone, without its measure");
    add_validation(form, column, &taken);
}

static void take_text(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken = start_validation(form, LXW_VALIDATION_TYPE_LENGTH,
                                                 LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO);
    taken.value_number = 2000;
    taken.error_message = TZ_PICK(form->page.language, "至多 2000 字", "2000 characters at most");
    add_validation(form, column, &taken);
}

/* ---- over the rows */

static void merge(tz_form_sheet *form, lxw_row_t row, size_t first, size_t last, const char *text,
                  lxw_format *format)
{
    if (first == last)
        keep_error(form, worksheet_write_string(form->sheet, row, (lxw_col_t)first, text, format));
    else
        keep_error(form, worksheet_merge_range(form->sheet, row, (lxw_col_t)first, row,
                                               (lxw_col_t)last, text, format));
}

static lxw_format *add_plain_format(tz_form_sheet *form, double size, int align)
{
    lxw_format *format = workbook_add_format(form->book);
    if (format == NULL) {
        keep_error(form, LXW_ERROR_MEMORY_MALLOC_FAILED);
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
    worksheet_set_row(form->sheet, TITLE_ROW, 34, NULL);
    worksheet_set_row(form->sheet, UNIT_ROW, 22, NULL);
    worksheet_set_row(form->sheet, GUIDE_ROW, 32, NULL);
    merge(form, TITLE_ROW, 1, last, form->page.title, title);
    merge(form, UNIT_ROW, 1, TZ_FORM_DUE_ON, form->page.unit, line);
    merge(form, UNIT_ROW, TZ_FORM_DUE_ON + 1, last - 3, form->page.deadline, line);
    merge(form, UNIT_ROW, last - 2, last,
          TZ_PICK(form->page.language, "填报人：　　　　　联系电话：", "filled in by:      phone:"),
          contact);
    merge(
        form, GUIDE_ROW, 1, last,
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

static void write_headings(tz_form_sheet *form)
{
    lxw_format *heading = add_format(form, BLUE, LXW_ALIGN_CENTER);
    if (heading == NULL)
        return;
    format_set_bold(heading);
    worksheet_set_row(form->sheet, HEADING_ROW, 30, NULL);
    for (size_t i = 0; i < form->column_count; i++) {
        char numbered[64];
        const sheet_column *column = &form->columns[i];
        const char *text = form->page.headings[column->kind];
        if (column->kind == TZ_FORM_KEY)
            text = form->page.key;
        if (column->kind == TZ_FORM_READING) {
            snprintf(numbered, sizeof numbered, "%s%zu", text, column->target + 1);
            text = numbered;
        }
        keep_error(form,
                   worksheet_write_string(form->sheet, HEADING_ROW, (lxw_col_t)i, text, heading));
    }
}

static void lay_out(tz_form_sheet *form)
{
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    lxw_protection allowed = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    for (size_t i = 0; i < form->column_count; i++)
        keep_error(form, worksheet_set_column_opt(
                             form->sheet, (lxw_col_t)i, (lxw_col_t)i, widths[form->columns[i].kind],
                             NULL, form->columns[i].kind == TZ_FORM_KEY ? &hidden : NULL));
    worksheet_freeze_panes(form->sheet, FIRST_ROW, TZ_FORM_TEXT + 1);
    worksheet_protect(form->sheet, NULL, &allowed);
    worksheet_set_landscape(form->sheet);
    worksheet_set_paper(form->sheet, PAPER_A4);
    worksheet_fit_to_pages(form->sheet, 1, 0);
    worksheet_set_margins(form->sheet, 0.4, 0.4, 0.5, 0.6);
    worksheet_center_horizontally(form->sheet);
    keep_error(form, worksheet_repeat_rows(form->sheet, HEADING_ROW, HEADING_ROW));
    keep_error(
        form, worksheet_set_footer(form->sheet, TZ_PICK(form->page.language, "&C第 &P 页，共 &N 页",
                                                        "&CPage &P of &N")));
}

/* ---- the calls */

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
}

static tz_status open_book(tz_form_sheet *form, const char *path)
{
    form->path = strdup(path);
    form->folder = folder_of(path);
    if (form->path == NULL || form->folder == NULL)
        return TZ_NO_MEMORY;
    lxw_workbook_options options = {.tmpdir = form->folder};
    form->book = workbook_new_opt(path, &options);
    if (form->book != NULL)
        form->sheet =
            workbook_add_worksheet(form->book, TZ_PICK(form->page.language, "填报表", "form"));
    return form->sheet != NULL ? TZ_OK : TZ_NO_MEMORY;
}

tz_status tz_form_sheet_open(const char *path, const tz_form_page *page, tz_form_sheet **sheet)
{
    tz_form_sheet *form = calloc(1, sizeof *form);
    *sheet = form;
    if (form == NULL)
        return TZ_NO_MEMORY;
    form->page = *page;
    form->next_row = FIRST_ROW;
    tz_status status = open_book(form, path);
    if (status != TZ_OK)
        return status;
    list_columns(form);
    lay_out(form);
    add_formats(form);
    write_top(form);
    write_headings(form);
    return form->error == LXW_ERROR_MEMORY_MALLOC_FAILED ? TZ_NO_MEMORY : TZ_OK;
}

static void write_blank_cell(tz_form_sheet *form, size_t column, lxw_format *format)
{
    keep_error(form, worksheet_write_blank(form->sheet, form->next_row, (lxw_col_t)column, format));
}

static void write_reading(tz_form_sheet *form, size_t column, const tz_form_row *row, size_t target)
{
    if (row->targets[target].aim == NULL) {
        write_blank_cell(form, column, form->no_target);
        return;
    }
    write_blank_cell(form, column, reading_format(form, row->targets[target].measure));
    take_reading(form, column, &row->targets[target]);
}

static void write_cell(tz_form_sheet *form, size_t at, const tz_form_row *row)
{
    const sheet_column *column = &form->columns[at];
    switch (column->kind) {
    case TZ_FORM_PERCENT:
        write_blank_cell(form, at, form->percent);
        take_percent(form, at);
        break;
    case TZ_FORM_STATE:
        write_blank_cell(form, at, form->state);
        take_state(form, at);
        break;
    case TZ_FORM_COMPLETED_ON:
        write_blank_cell(form, at, form->day);
        take_day(form, at);
        break;
    case TZ_FORM_READING:
        write_reading(form, at, row, column->target);
        break;
    case TZ_FORM_SUMMARY:
    case TZ_FORM_PROBLEM:
    case TZ_FORM_NEXT_STEP:
        write_blank_cell(form, at, form->text);
        take_text(form, at);
        break;
    default: {
        bool is_prose = column->kind == TZ_FORM_TEXT || column->kind == TZ_FORM_TARGETS ||
                        column->kind == TZ_FORM_LAST;
        const char *text = row->texts[column->kind];
        keep_error(form, worksheet_write_string(form->sheet, form->next_row, (lxw_col_t)at,
                                                text != NULL ? text : "",
                                                is_prose ? form->shown : form->shown_middle));
    }
    }
}

/* How many lines a text takes in a column. */
static size_t count_lines(const char *text, double width)
{
    size_t lines = 1, taken = 0;
    const char *end = text + strlen(text);
    while (text < end) {
        uint32_t character = tz_utf8_next(&text, end);
        size_t wide = tz_is_chinese(character) ? 2 : 1;
        bool is_full = (double)(taken + wide) > width;
        lines += character == '\n' || is_full;
        taken = character == '\n' ? 0 : is_full ? wide : taken + wide;
    }
    return lines;
}

/* A spreadsheet finds a row's height only where the file gives none, and not all of them then.
 * There is room to write in; locked as the sheet is, heights may still be changed. */
static double row_height(const tz_form_row *row)
{
    enum { FEWEST_LINES = 5, LINE_POINTS = 14, MARGIN_POINTS = 4, MOST_POINTS = 409 };
    size_t most = FEWEST_LINES;
    for (tz_form_column column = TZ_FORM_CODE; column < TZ_FORM_PERCENT; column++) {
        size_t lines =
            count_lines(row->texts[column] ? row->texts[column] : "", widths[column] - 1);
        if (lines > most)
            most = lines;
    }
    double points = (double)(most * LINE_POINTS + MARGIN_POINTS);
    return points < MOST_POINTS ? points : MOST_POINTS;
}

tz_status tz_form_sheet_add(tz_form_sheet *sheet, const tz_form_row *row)
{
    keep_error(sheet, worksheet_set_row(sheet->sheet, sheet->next_row, row_height(row), NULL));
    for (size_t i = 0; i < sheet->column_count; i++)
        write_cell(sheet, i, row);
    sheet->next_row++;
    return sheet->error == LXW_ERROR_MEMORY_MALLOC_FAILED ? TZ_NO_MEMORY : TZ_OK;
}

/* Sets the room aside that the form and the parts it is made of will take, and gives it back:
 * libxlsxwriter doesn't look whether its writing of the parts succeeds. */
static bool has_room(const tz_form_sheet *form)
{
    enum { ROOM_FOR_PARTS = 256 << 10, ROOM_FOR_ROW = 32 << 10 };
    int file = open(form->path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0)
        return false;
    int error = posix_fallocate(file, 0, ROOM_FOR_PARTS + (off_t)form->next_row * ROOM_FOR_ROW);
    if (ftruncate(file, 0) != 0 && error == 0)
        error = errno;
    close(file);
    errno = error;
    return error == 0 || error == EOPNOTSUPP || error == EINVAL; /* some file systems can't tell */
}

/* What was written is read again, since the disk may have become full all the same. */
static tz_status check_written(const tz_form_sheet *form)
{
    tz_status status = tz_xlsx_check(form->path);
    if (status == TZ_REJECTED) {
        errno = ENOSPC;
        status = TZ_IO;
    }
    return status;
}

static tz_status write_book(tz_form_sheet *form)
{
    keep_error(form, worksheet_print_area(form->sheet, 0, 1, form->next_row - 1,
                                          (lxw_col_t)(form->column_count - 1)));
    if (form->error == LXW_ERROR_MEMORY_MALLOC_FAILED)
        return TZ_NO_MEMORY;
    if (form->error == LXW_NO_ERROR && !has_room(form))
        return TZ_IO;
    errno = 0;
    if (form->error == LXW_NO_ERROR) {
        form->error = workbook_close(form->book);
        form->book = NULL;
    }
    if (form->error == LXW_NO_ERROR)
        return check_written(form);
    if (errno == 0)
        errno = EIO;
    return form->error == LXW_ERROR_MEMORY_MALLOC_FAILED ? TZ_NO_MEMORY : TZ_IO;
}

tz_status tz_form_sheet_close(tz_form_sheet *sheet, tz_status status)
{
    if (sheet == NULL)
        return status;
    if (status == TZ_OK)
        status = write_book(sheet);
    int error = errno;
    lxw_workbook_free(sheet->book);
    free(sheet->path);
    free(sheet->folder);
    free(sheet);
    errno = error;
    return status;
}
