/* form_import.c: forms in (填报表): from a file to its sheets' rows, which form_reader.c reads. */
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "form_reader.h"
#include "query.h"

/* Beyond those that are asked: keys of headings, rows that were copied. */
enum { MOST_OTHER_ROWS = 1000 };

/* ---- what is wrong with a file, in both languages, by tz_xlsx_problem */

static const struct file_words {
    const char *zh, *en, *hint_zh, *hint_en;
} file_words[] = {
    [TZ_XLSX_NOT_ORDINARY] = {"不是普通文件", "isn't an ordinary file", "", ""},
    [TZ_XLSX_FILE_TOO_LARGE] = {"超过 64 MiB", "is over 64 MiB", "请删去表中的图片等附件",
                                "take pictures and the like out of it"},
    [TZ_XLSX_NOT_ZIP] = {"不是 .xlsx 工作簿", "isn't an .xlsx workbook",
                         "请在 Excel、WPS 中另存为 .xlsx", "save it as .xlsx"},
    [TZ_XLSX_COMPOUND] = {"是旧版 .xls，或设了打开密码",
                          "is an old .xls, or is locked with a password",
                          "请另存为不设密码的 .xlsx", "save it as .xlsx without a password"},
    [TZ_XLSX_ENCRYPTED] = {"是加密的", "is encrypted", "请另存为不设密码的 .xlsx",
                           "save it as .xlsx without a password"},
    [TZ_XLSX_DAMAGED] = {"已损坏或不完整", "is damaged or cut off", "请重新取一份文件",
                         "get another copy of the file"},
    [TZ_XLSX_TOO_LARGE] = {"展开后过大，不像填报表", "is too large unpacked to be a form",
                           "请把内容填到重新导出的填报表中", "fill in the form anew"},
    [TZ_XLSX_NO_SHEETS] = {"里没有工作表", "has no sheets", "请在 Excel、WPS 中另存为 .xlsx",
                           "save it as .xlsx"},
    [TZ_XLSX_DOCTYPE] = {"的 XML 带有文档类型定义，不予读取",
                         "has a document type in its XML, which is not read",
                         "请在 Excel、WPS 中另存为 .xlsx", "save it as .xlsx"},
    [TZ_XLSX_MALFORMED] = {"的内容不合 .xlsx 格式", "isn't written as .xlsx is",
                           "请在 Excel、WPS 中另存为 .xlsx", "save it as .xlsx"},
};

static tz_status fail_file(tz_ledger *ledger, const char *path, tz_status status,
                           tz_xlsx_problem problem)
{
    const struct file_words *words = &file_words[problem];
    switch (status) {
    case TZ_NO_MEMORY:
        return tz_fail_memory(ledger);
    case TZ_NOT_FOUND:
        return tz_fail(ledger, status, "找不到文件 %s", "no such file: %s", path);
    case TZ_IO:
        return tz_fail(ledger, status, "无法读取 %s：%s", "can't read %s: %s", path,
                       strerror(errno));
    default:
        tz_fail(ledger, TZ_REJECTED, "%s %s", "%s %s", path,
                TZ_PICK(ledger->language, words->zh, words->en));
        if (words->hint_zh[0] != '\0')
            tz_hint(ledger, "%s", "%s", TZ_PICK(ledger->language, words->hint_zh, words->hint_en));
        return TZ_REJECTED;
    }
}

/* ---- the sheets */

static tz_status read_sheet(tz_form_reader *reader, tz_xlsx *workbook, size_t sheet,
                            const tz_xlsx_reader *functions)
{
    tz_status status = tz_xlsx_read_sheet(workbook, sheet, functions, reader);
    tz_xlsx_problem problem = tz_xlsx_problem_kind(workbook);
    if (status == TZ_REJECTED && problem != TZ_XLSX_SOUND)
        return fail_file(reader->ledger, reader->path, status, problem);
    return status == TZ_NO_MEMORY ? tz_fail_memory(reader->ledger) : status;
}

static tz_status open_workbook(tz_form_reader *reader, tz_xlsx **workbook)
{
    tz_xlsx_problem problem;
    tz_status status = tz_xlsx_open(reader->path, workbook, &problem);
    if (status != TZ_OK)
        return fail_file(reader->ledger, reader->path, status, problem);
    reader->is_1904 = tz_xlsx_is_1904(*workbook);
    return TZ_OK;
}

static tz_status count_key(void *context, const tz_xlsx_cell *cell)
{
    tz_form_reader *reader = context;
    tz_form_key key;
    bool is_whole = false;
    if (cell->kind != TZ_XLSX_CELL_TEXT || !tz_form_key_read(cell->text, &key, &is_whole) ||
        ++reader->keyed_rows <= reader->most_rows)
        return TZ_OK;
    tz_fail(reader->ledger, TZ_REJECTED, "%s 的行太多：%s共 %zu 项应报事项",
            "%s has too many rows: %s asks for %zu entries", reader->path, reader->quarter,
            reader->most_rows - MOST_OTHER_ROWS);
    tz_hint(reader->ledger, "请把内容填到重新导出的填报表中", "fill in the form anew");
    return TZ_REJECTED;
}

/* Reads every sheet before the write begins, to see that it can be read, and that it hasn't more
 * rows to judge than any form: nobody waits for either. */
static tz_status look_through(tz_form_reader *reader, tz_xlsx *workbook)
{
    static const tz_xlsx_reader functions = {.cell = count_key};
    sqlite3_stmt *statement = NULL;
    int64_t requests = 0;
    tz_status status =
        tz_prepare(reader->ledger, "SELECT count(*) FROM request WHERE quarter = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, reader->quarter);
    status = tz_query_integer(reader->ledger, statement, &requests);
    reader->most_rows = (size_t)requests + MOST_OTHER_ROWS;
    for (size_t i = 0; i < tz_xlsx_sheet_count(workbook) && status == TZ_OK; i++)
        status = read_sheet(reader, workbook, i, &functions);
    return status;
}

static tz_status fail_no_form(const tz_form_reader *reader)
{
    tz_fail(reader->ledger, TZ_REJECTED, "%s 不是本系统导出的填报表，或隐藏的标识列已丢失",
            "%s isn't a form of ours, or has lost its hidden column", reader->path);
    tz_hint(reader->ledger, "请填在 form export 导出的文件里，不要只复制可见部分",
            "fill in the file that form export wrote, not a copy of what is visible in it");
    return TZ_REJECTED;
}

static tz_status read_sheets(tz_form_reader *reader, tz_xlsx *workbook)
{
    static const tz_xlsx_reader functions = {tz_form_take_cell, tz_form_end_row,
                                             tz_form_take_merged};
    tz_status status = tz_entry_rows_begin(&reader->rows);
    for (size_t i = 0; i < tz_xlsx_sheet_count(workbook) && status == TZ_OK; i++) {
        tz_form_start_sheet(reader, tz_xlsx_sheet_name(workbook, i));
        status = read_sheet(reader, workbook, i, &functions);
    }
    if (status != TZ_OK)
        return status;
    if (!reader->has_form)
        return fail_no_form(reader);
    if (reader->result.errors > 0)
        return tz_fail_errors(reader->ledger, reader->path, reader->result.errors);
    return TZ_OK;
}

/* ---- the call */

/* The round that is collected: the one that is named, else the newest opened by the day. */
static tz_status find_quarter(tz_form_reader *reader, const char *named)
{
    sqlite3_stmt *statement = NULL;
    if (named != NULL)
        return tz_argument_quarter(reader->ledger, named, reader->quarter);
    tz_status status = tz_prepare(
        reader->ledger, "SELECT max(quarter) FROM round WHERE opened_on <= ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, reader->day);
    status = tz_query_text(reader->ledger, statement, reader->quarter, sizeof reader->quarter);
    if (status != TZ_OK || reader->quarter[0] != '\0')
        return status;
    tz_fail(reader->ledger, TZ_NOT_FOUND, "到%s还没有开启调度", "no round was open on %s",
            reader->day);
    tz_hint(reader->ledger, "用 quarter list 看有哪些", "quarter list shows which there are");
    return TZ_NOT_FOUND;
}

static tz_status write_workbook(tz_form_reader *reader, tz_xlsx *workbook,
                                const tz_form_import_options *options)
{
    bool is_own = false;
    const char *command = options->command != NULL ? options->command : "form import";
    tz_status status = tz_write_enter(reader->ledger, command, &is_own);
    if (status != TZ_OK)
        return status;
    status = read_sheets(reader, workbook);
    if (status != TZ_OK || !options->is_trial)
        return tz_write_leave(reader->ledger, is_own, status);
    tz_write_leave(reader->ledger, is_own, TZ_REFUSED); /* takes it back */
    return TZ_OK;
}

tz_status tz_form_import(tz_ledger *ledger, const char *path, const tz_form_import_options *options,
                         tz_import_result *result)
{
    static const tz_form_import_options none = TZ_FORM_IMPORT_OPTIONS_INIT;
    tz_form_reader *reader = NULL;
    tz_xlsx *workbook = NULL;
    assert(path != NULL && result != NULL);
    if (options == NULL)
        options = &none;
    memset(result, 0, sizeof *result);
    tz_status status = tz_form_reader_new(ledger, path, options->allow_late, &reader);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, options->on, reader->day);
    if (status == TZ_OK)
        status = open_workbook(reader, &workbook);
    if (status == TZ_OK)
        status = find_quarter(reader, options->quarter);
    if (status == TZ_OK)
        status = tz_form_ledger_id(ledger, reader->ledger_id);
    if (status == TZ_OK)
        status = look_through(reader, workbook);
    if (status == TZ_OK)
        status = write_workbook(reader, workbook, options);
    if (reader != NULL)
        *result = reader->result;
    if (status != TZ_OK)
        result->added = result->unchanged = 0;
    tz_xlsx_close(workbook);
    tz_form_reader_free(reader);
    return status;
}
