/* form_sheet.c: a form from its first row to the file. */
#include "form_sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fold.h"
#include "form_parts.h"
#include "workbook.h"
#include "xlsx.h"

void tz_form_keep_error(tz_form_sheet *form, lxw_error error)
{
    if (form->error == LXW_NO_ERROR)
        form->error = error;
}

const char *tz_form_mend(tz_form_sheet *form, const char *text)
{
    tz_buffer_clear(&form->mended);
    tz_add_mended(&form->mended, text, strlen(text), tz_add_cell_text);
    tz_cut_cell_text(&form->mended);
    if (form->mended.failed)
        tz_form_keep_error(form, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return tz_buffer_text(&form->mended);
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
            form->columns[form->column_count++] = (tz_form_place){kind, target};
    }
}

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
    form->next_row = TZ_FORM_FIRST_ROW;
    tz_status status = open_book(form, path);
    if (status != TZ_OK)
        return status;
    list_columns(form);
    tz_form_lay_out(form);
    return form->error == LXW_ERROR_MEMORY_MALLOC_FAILED ? TZ_NO_MEMORY : TZ_OK;
}

static void write_blank_cell(tz_form_sheet *form, size_t column, lxw_format *format)
{
    tz_form_keep_error(
        form, worksheet_write_blank(form->sheet, form->next_row, (lxw_col_t)column, format));
}

static void write_reading(tz_form_sheet *form, size_t column, const tz_form_row *row, size_t target)
{
    if (row->targets[target].aim == NULL) {
        write_blank_cell(form, column, form->no_target);
        return;
    }
    write_blank_cell(form, column, tz_form_reading_format(form, &row->targets[target]));
    tz_form_take_reading(form, column, &row->targets[target]);
}

static void write_cell(tz_form_sheet *form, size_t at, const tz_form_row *row)
{
    const tz_form_place *column = &form->columns[at];
    switch (column->kind) {
    case TZ_FORM_PERCENT:
        write_blank_cell(form, at, form->percent);
        tz_form_take_percent(form, at);
        break;
    case TZ_FORM_STATE:
        write_blank_cell(form, at, form->state);
        tz_form_take_state(form, at);
        break;
    case TZ_FORM_COMPLETED_ON:
        write_blank_cell(form, at, form->day);
        tz_form_take_day(form, at);
        break;
    case TZ_FORM_READING:
        write_reading(form, at, row, column->target);
        break;
    case TZ_FORM_SUMMARY:
    case TZ_FORM_PROBLEM:
    case TZ_FORM_NEXT_STEP:
        write_blank_cell(form, at, form->text);
        tz_form_take_text(form, at);
        break;
    default: {
        bool is_prose = column->kind == TZ_FORM_TEXT || column->kind == TZ_FORM_TARGETS ||
                        column->kind == TZ_FORM_LAST;
        const char *text = row->texts[column->kind];
        tz_form_keep_error(form,
                           worksheet_write_string(form->sheet, form->next_row, (lxw_col_t)at,
                                                  tz_form_mend(form, text != NULL ? text : ""),
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
            count_lines(row->texts[column] ? row->texts[column] : "", tz_form_widths[column] - 1);
        if (lines > most)
            most = lines;
    }
    double points = (double)(most * LINE_POINTS + MARGIN_POINTS);
    return points < MOST_POINTS ? points : MOST_POINTS;
}

tz_status tz_form_sheet_add(tz_form_sheet *sheet, const tz_form_row *row)
{
    tz_form_keep_error(sheet,
                       worksheet_set_row(sheet->sheet, sheet->next_row, row_height(row), NULL));
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

/* What was written is read again, since the disk may have become full all the same. What is whole
 * but can't be read has something in it that a workbook can't hold. */
static tz_status check_written(const tz_form_sheet *form)
{
    tz_xlsx_problem problem;
    tz_status status = tz_xlsx_check(form->path, &problem);
    if (status == TZ_REJECTED && problem != TZ_XLSX_MALFORMED) {
        errno = ENOSPC;
        status = TZ_IO;
    }
    return status;
}

static tz_status write_book(tz_form_sheet *form)
{
    tz_form_keep_error(form, worksheet_print_area(form->sheet, 0, 1, form->next_row - 1,
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
    tz_buffer_free(&sheet->mended);
    free(sheet);
    errno = error;
    return status;
}
