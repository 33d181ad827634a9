/* form_export.c: forms out (填报表): a workbook for each unit that owes entries for a quarter. What
 * stands in it is the report form_rows, how it looks is src/xlsx/form_sheet.c. */
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "form_files.h"
#include "form_key.h"
#include "form_row.h"
#include "new_file.h"
#include "progress_row.h"
#include "query.h"

typedef struct form_export {
    tz_ledger *ledger;
    char as_of[11], quarter[7], ledger_id[TZ_LEDGER_ID_SIZE];
    const char *unit; /* the one asked for, or NULL */
    char *states[TZ_FORM_MOST_STATES];
    size_t state_count;
    char first_day[11], last_day[11]; /* of the calendar */
    tz_form_files files;
    tz_form_sheet *sheet; /* the form that is being written, */
    char *sheet_unit;     /* whose it is, */
    const char *target;   /* and what it will be called */
    tz_buffer key;        /* of the row */
    tz_form_texts texts;
    tz_form_export_result result;
} form_export;

/* ---- what is asked */

static tz_status fail_nothing(const form_export *export)
{
    tz_ledger *ledger = export->ledger;
    if (export->unit != NULL) {
        tz_fail(ledger, TZ_NOT_FOUND, "%s没有向%s下达应报事项", "%s: nothing is asked of %s",
                export->quarter, export->unit);
        tz_hint(ledger, "quarter status %s 列出应报单位", "quarter status %s lists who is asked",
                export->quarter);
    } else {
        tz_fail(ledger, TZ_NOT_FOUND, "%s没有应报事项", "%s: nothing is asked", export->quarter);
        tz_hint(ledger, "先开启调度：quarter open %s", "open it first: quarter open %s",
                export->quarter);
    }
    return TZ_NOT_FOUND;
}

/* The words for the drop-down. */
static tz_status read_states(form_export *export)
{
    tz_rows *rows = NULL;
    bool has_row = true;
    tz_status status = tz_report(export->ledger, "form_states", NULL, 0, &rows);
    while (status == TZ_OK && has_row && export->state_count < TZ_FORM_MOST_STATES) {
        status = tz_rows_next(rows, &has_row);
        if (status != TZ_OK || !has_row)
            break;
        char *state = strdup(tz_rows_word(rows, 0));
        if (state == NULL)
            status = tz_fail_memory(export->ledger);
        else
            export->states[export->state_count++] = state;
    }
    tz_rows_close(rows);
    return status;
}

/* The days that a cell for a day takes are those of the calendar. */
static tz_status read_calendar(form_export *export)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status =
        tz_prepare(export->ledger, "SELECT min(day), max(day) FROM calendar", &statement);
    if (status == TZ_OK)
        status = tz_step(export->ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    snprintf(export->first_day, sizeof export->first_day, "%s", tz_column_text(statement, 0));
    snprintf(export->last_day, sizeof export->last_day, "%s", tz_column_text(statement, 1));
    sqlite3_reset(statement);
    return TZ_OK;
}

/* ---- a form */

static tz_status fail_sheet(form_export *export, tz_status status)
{
    if (status == TZ_NO_MEMORY)
        return tz_fail_memory(export->ledger);
    if (status == TZ_REJECTED) { /* the keys, which nothing is left out of */
        tz_fail(export->ledger, status, "%s：单位名称中有工作簿不能保存的字符，未写出",
                "%s: the unit's name has a character that a workbook can't hold: not written",
                export->target);
        tz_hint(export->ledger, "用 unit rename 更名", "give it another name with unit rename");
        return status;
    }
    return status == TZ_OK ? TZ_OK : tz_fail_new(export->ledger, export->target, errno);
}

static void make_key(const form_export *export, const char *unit, const char *task, tz_buffer *text)
{
    tz_form_key key = {.unit = unit};
    strcpy(key.ledger, export->ledger_id);
    strcpy(key.quarter, export->quarter);
    snprintf(key.task, sizeof key.task, "%s", task);
    tz_buffer_clear(text);
    tz_form_key_write(&key, text);
}

static void name_columns(const tz_ledger *ledger, tz_form_page *page)
{
    static const tz_entry_field fields[TZ_FORM_COLUMN_COUNT] = {
        [TZ_FORM_CODE] = TZ_ENTRY_TASK,          [TZ_FORM_PERCENT] = TZ_ENTRY_PERCENT,
        [TZ_FORM_STATE] = TZ_ENTRY_STATE,        [TZ_FORM_COMPLETED_ON] = TZ_ENTRY_COMPLETED_ON,
        [TZ_FORM_SUMMARY] = TZ_ENTRY_SUMMARY,    [TZ_FORM_PROBLEM] = TZ_ENTRY_PROBLEM,
        [TZ_FORM_NEXT_STEP] = TZ_ENTRY_NEXT_STEP};
    for (tz_form_column column = 0; column < TZ_FORM_COLUMN_COUNT; column++) {
        const tz_entry_column *names = &tz_entry_columns[fields[column]];
        page->headings[column] = TZ_PICK(ledger->language, names->zh, names->en);
    }
    for (tz_form_column column = TZ_FORM_TEXT; column < TZ_FORM_PERCENT; column++)
        page->headings[column] = TZ_PICK(ledger->language, tz_form_shown_headings[column].zh,
                                         tz_form_shown_headings[column].en);
    page->headings[TZ_FORM_READING] = TZ_PICK(ledger->language, "指标", "reading ");
}

/* 2022年第二季度重点工作任务进展情况填报表 */
static void make_title(const form_export *export, tz_buffer *title)
{
    static const char *const ordinals[] = {"一", "二", "三", "四"};
    int quarter = export->quarter[5] - '1';
    if (export->ledger->language == TZ_ZH)
        tz_buffer_format(title, "%.4s年第%s季度重点工作任务进展情况填报表", export->quarter,
                         ordinals[quarter & 3]);
    else
        tz_buffer_format(title, "Progress of the key tasks, %s", export->quarter);
}

static tz_status open_page(form_export *export, const tz_rows *rows, const char *path,
                           tz_buffer lines[4])
{
    tz_language language = export->ledger->language;
    const char *unit = export->sheet_unit;
    tz_form_page page = {.language = language,
                         .state_count = export->state_count,
                         .target_count = (size_t)tz_rows_integer(rows, TZ_FORM_ROW_MOST_TARGETS)};
    make_key(export, unit, "", &lines[0]);
    make_title(export, &lines[1]);
    tz_buffer_format(&lines[2], "%s%s", TZ_PICK(language, "填报单位：", "unit: "), unit);
    tz_buffer_format(&lines[3], "%s%s", TZ_PICK(language, "报送截止：", "due on: "),
                     tz_rows_text(rows, TZ_FORM_ROW_UNIT_DUE_ON, NULL));
    for (int i = 0; i < 4; i++) {
        if (lines[i].failed)
            return tz_fail_memory(export->ledger);
    }
    page.key = lines[0].bytes;
    page.title = lines[1].bytes;
    page.unit = lines[2].bytes;
    page.deadline = lines[3].bytes;
    page.first_day = export->first_day;
    page.last_day = export->last_day;
    name_columns(export->ledger, &page);
    for (size_t i = 0; i < export->state_count; i++)
        page.states[i] = export->states[i];
    if (page.target_count > TZ_FORM_MOST_TARGETS)
        page.target_count = TZ_FORM_MOST_TARGETS;
    return fail_sheet(export, tz_form_sheet_open(path, &page, &export->sheet));
}

static tz_status open_sheet(form_export *export, const tz_rows *rows)
{
    const char *path = NULL;
    tz_buffer lines[4] = {{0}};
    export->sheet_unit = strdup(tz_rows_text(rows, TZ_FORM_ROW_UNIT, NULL));
    if (export->sheet_unit == NULL)
        return tz_fail_memory(export->ledger);
    tz_status status = tz_form_files_add(export->ledger, &export->files, export->sheet_unit, &path,
                                         &export->target);
    if (status == TZ_OK)
        status = open_page(export, rows, path, lines);
    for (int i = 0; i < 4; i++)
        tz_buffer_free(&lines[i]);
    return status;
}

static tz_status close_sheet(form_export *export, tz_status status)
{
    bool was_open = export->sheet != NULL;
    tz_status closed = tz_form_sheet_close(export->sheet, status);
    if (status == TZ_OK && was_open) {
        status = fail_sheet(export, closed);
        export->result.forms++;
    }
    export->sheet = NULL;
    free(export->sheet_unit);
    export->sheet_unit = NULL;
    return status;
}

/* A row of another unit than the one before begins the next form. */
static tz_status take_row(form_export *export, const tz_rows *rows)
{
    tz_status status = TZ_OK;
    tz_form_row row;
    const char *unit = tz_rows_text(rows, TZ_FORM_ROW_UNIT, NULL);
    if (export->sheet_unit == NULL || strcmp(export->sheet_unit, unit) != 0) {
        status = close_sheet(export, TZ_OK);
        if (status == TZ_OK)
            status = open_sheet(export, rows);
    }
    if (status != TZ_OK)
        return status;
    status = tz_form_row_make(export->ledger, rows, &export->texts, &row);
    if (status != TZ_OK)
        return status;
    make_key(export, unit, tz_rows_text(rows, TZ_FORM_ROW_TASK, NULL), &export->key);
    if (export->key.failed)
        return tz_fail_memory(export->ledger);
    row.texts[TZ_FORM_KEY] = export->key.bytes;
    export->result.rows++;
    return fail_sheet(export, tz_form_sheet_add(export->sheet, &row));
}

/* ---- the whole */

static tz_status write_forms(form_export *export)
{
    const tz_parameter parameters[] = {
        {"as_of", export->as_of},
        {"quarter", export->quarter},
        {"unit", export->unit},
    };
    tz_rows *rows = NULL;
    bool has_row = true;
    tz_status status = tz_report(export->ledger, "form_rows", parameters,
                                 sizeof parameters / sizeof *parameters, &rows);
    while (status == TZ_OK && has_row) {
        status = tz_rows_next(rows, &has_row);
        if (status == TZ_OK && has_row)
            status = take_row(export, rows);
    }
    status = close_sheet(export, status);
    tz_rows_close(rows);
    if (status == TZ_OK && export->result.forms == 0)
        status = fail_nothing(export);
    return status;
}

static tz_status export_forms(form_export *export, const char *folder, bool overwrites)
{
    tz_status status = tz_form_ledger_id(export->ledger, export->ledger_id);
    if (status == TZ_OK)
        status = read_states(export);
    if (status == TZ_OK)
        status = read_calendar(export);
    if (status == TZ_OK) {
        status = tz_form_files_open(export->ledger, folder, overwrites, &export->files);
        if (status == TZ_OK)
            status = write_forms(export);
        status = tz_form_files_close(export->ledger, &export->files, status);
    }
    for (size_t i = 0; i < export->state_count; i++)
        free(export->states[i]);
    tz_buffer_free(&export->key);
    tz_form_texts_free(&export->texts);
    return status;
}

static tz_status read_arguments(form_export *export, const char *quarter,
                                const tz_form_export_options *options, char **unit)
{
    const char *spelling = NULL;
    tz_status status = tz_argument_quarter(export->ledger, quarter, export->quarter);
    if (status == TZ_OK)
        status = tz_argument_day(export->ledger, options->as_of, export->as_of);
    if (status != TZ_OK || options->unit == NULL)
        return status;
    status =
        tz_find_answering(export->ledger, TZ_NAME_UNIT, options->unit, export->as_of, &spelling);
    if (status == TZ_OK && (*unit = strdup(spelling)) == NULL)
        status = tz_fail_memory(export->ledger);
    export->unit = *unit;
    return status;
}

tz_status tz_form_export(tz_ledger *ledger, const char *quarter, const char *folder,
                         const tz_form_export_options *options, tz_form_export_result *result)
{
    static const tz_form_export_options none = TZ_FORM_EXPORT_OPTIONS_INIT;
    form_export export = {.ledger = ledger};
    char *unit = NULL;
    assert(quarter != NULL && folder != NULL && result != NULL);
    if (options == NULL)
        options = &none;
    *result = (tz_form_export_result){0};
    tz_status status = read_arguments(&export, quarter, options, &unit);
    if (status == TZ_OK)
        status = export_forms(&export, folder, options->overwrites);
    free(unit);
    if (status == TZ_OK)
        *result = export.result;
    return status;
}
