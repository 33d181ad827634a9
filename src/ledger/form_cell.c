/* form_cell.c: what a spreadsheet keeps of what a person typed, as text again. */
#include "form_cell.h"

#include <math.h>
#include <string.h>

#include "fold.h"
#include "value.h"
#include "xlsx_number.h"

static tz_status add_text(tz_ledger *ledger, tz_buffer *text, const char *bytes, size_t size)
{
    tz_buffer_add(text, bytes, size);
    return text->failed ? tz_fail_memory(ledger) : TZ_OK;
}

/* ---- percents */

/* What has no percent sign of its own. */
static bool read_bare(const tz_xlsx_cell *cell, tz_xlsx_number *number)
{
    if (cell->kind == TZ_XLSX_CELL_NUMBER)
        return cell->format != TZ_XLSX_AS_PERCENT && tz_xlsx_number_read(cell->text, number);
    tz_buffer folded = {0};
    const char *trimmed = cell->text;
    size_t size = strlen(trimmed);
    tz_trim(&trimmed, &size);
    tz_fold_width(&folded, trimmed, size);
    bool is_number = cell->kind == TZ_XLSX_CELL_TEXT && !folded.failed &&
                     tz_xlsx_number_read(tz_buffer_text(&folded), number);
    tz_buffer_free(&folded);
    return is_number;
}

/* A cell shown as a percent keeps 97% that is typed as what it shows, but 9700% as what it has
 * already; its format is as the sheet is protected, which has no password. */
static tz_status fail_ambiguous(tz_ledger *ledger, const tz_xlsx_number *number, bool is_percent)
{
    char as_written[TZ_XLSX_NUMBER_SIZE] = "", as_part[TZ_XLSX_NUMBER_SIZE] = "";
    tz_xlsx_number_write(number, 0, as_written);
    tz_xlsx_number_write(number, 2, as_part);
    tz_fail(ledger, TZ_MALFORMED, "不知是 %s%% 还是 %s%%", "it may be %s%% or %s%%", as_written,
            as_part);
    if (is_percent)
        tz_hint(ledger,
                "若是前者，键入 %s%%；若是后者，撤销工作表保护（没有密码），把格式改为“常规”，键入 "
                "%s",
                "if the first, type %s%%; if the second, unprotect the sheet (it has no password), "
                "make the cell's format General and type %s",
                as_written, as_part);
    else
        tz_hint(ledger, "请带百分号填写", "write it with its percent sign");
    return TZ_MALFORMED;
}

/* 97 that was pasted into a cell shown as a percent is shown as 9700%, where 97% was meant. */
static bool shows_too_much(const tz_xlsx_number *number, double most_percent)
{
    char digits[TZ_XLSX_NUMBER_SIZE];
    double shown = 0;
    if (!tz_xlsx_number_write(number, 2, digits) || !tz_read_number(digits, &shown))
        return false;
    shown = fabs(shown);
    return shown > most_percent && shown / 100 <= most_percent;
}

/* 45% is kept as 0.45 and shown as 45% by the cell's format. Without the format nobody knows what a
 * bare number is that is above 0 and not above 1; nor with it one that is too much. */
static tz_status check_percent(tz_ledger *ledger, const tz_xlsx_cell *cell, double most_percent)
{
    tz_xlsx_number number;
    if (read_bare(cell, &number) && tz_xlsx_number_is_small(&number))
        return fail_ambiguous(ledger, &number, false);
    if (cell->kind == TZ_XLSX_CELL_NUMBER && cell->format == TZ_XLSX_AS_PERCENT &&
        tz_xlsx_number_read(cell->text, &number) && shows_too_much(&number, most_percent))
        return fail_ambiguous(ledger, &number, true);
    return TZ_OK;
}

/* ---- numbers */

static tz_status fail_kind(tz_ledger *ledger, tz_form_use use, const char *zh, const char *en)
{
    static const char *const wanted[][2] = {
        [TZ_FORM_USE_WORDS] = {"文字", "text"},
        [TZ_FORM_USE_PERCENT] = {"百分比", "a percent"},
        [TZ_FORM_USE_DAY] = {"日期", "a day"},
        [TZ_FORM_USE_FIGURE] = {"数", "a number"},
    };
    return tz_fail(ledger, TZ_MALFORMED, "单元格是%s，应为%s", "the cell holds %s, not %s",
                   TZ_PICK(ledger->language, zh, en),
                   wanted[use][ledger->language == TZ_ZH ? 0 : 1]);
}

/* Digits, and a percent sign where the cell shows one. What no office writes stays as the file has
 * it, to be refused with the cell's other errors. */
static tz_status add_number(tz_ledger *ledger, const tz_xlsx_cell *cell,
                            const tz_xlsx_number *number, tz_buffer *text)
{
    char digits[TZ_XLSX_NUMBER_SIZE];
    bool is_percent = cell->format == TZ_XLSX_AS_PERCENT;
    if (!tz_xlsx_number_write(number, is_percent ? 2 : 0, digits))
        return add_text(ledger, text, cell->text, strlen(cell->text));
    tz_buffer_add_text(text, digits);
    return add_text(ledger, text, "%", is_percent);
}

/* A serial number, or 20220705, which is a day as it stands. */
static tz_status add_day(tz_ledger *ledger, const tz_xlsx_cell *cell, const tz_xlsx_number *number,
                         bool is_1904, tz_buffer *text)
{
    enum { COMPACT_DIGITS = 8 };
    char day[11];
    if (cell->format == TZ_XLSX_AS_PERCENT)
        return fail_kind(ledger, TZ_FORM_USE_DAY, "百分比", "a percent");
    if (number->exponent == COMPACT_DIGITS)
        return add_number(ledger, cell, number, text);
    if (!tz_xlsx_number_day(number, is_1904, day))
        return fail_kind(ledger, TZ_FORM_USE_DAY, "数", "a number");
    return add_text(ledger, text, day, strlen(day));
}

static tz_status number_text(tz_ledger *ledger, const tz_xlsx_cell *cell, tz_form_use use,
                             bool is_1904, tz_buffer *text)
{
    tz_xlsx_number number;
    bool shows_day = cell->format == TZ_XLSX_AS_DAY;
    if (!tz_xlsx_number_read(cell->text, &number))
        return add_text(ledger, text, cell->text, strlen(cell->text));
    if (use == TZ_FORM_USE_DAY || (use == TZ_FORM_USE_WORDS && shows_day))
        return add_day(ledger, cell, &number, is_1904, text);
    if (shows_day)
        return fail_kind(ledger, use, "日期", "a day");
    return add_number(ledger, cell, &number, text);
}

/* ---- text */

/* A day that was pasted into a cell for text leaves its serial number there. */
static bool read_serial(const char *text, size_t size, tz_xlsx_number *number)
{
    enum { SERIAL_DIGITS = 5 };
    tz_buffer folded = {0};
    tz_fold_width(&folded, text, size);
    bool is_serial = !folded.failed && folded.size == SERIAL_DIGITS &&
                     strspn(folded.bytes, "0123456789") == SERIAL_DIGITS &&
                     tz_xlsx_number_read(folded.bytes, number);
    tz_buffer_free(&folded);
    return is_serial;
}

static tz_status text_text(tz_ledger *ledger, const tz_xlsx_cell *cell, tz_form_use use,
                           bool is_1904, tz_buffer *text)
{
    tz_xlsx_number number;
    const char *trimmed = cell->text;
    size_t size = strlen(trimmed);
    tz_trim(&trimmed, &size);
    if (use == TZ_FORM_USE_DAY && read_serial(trimmed, size, &number))
        return add_day(ledger, cell, &number, is_1904, text);
    return add_text(ledger, text, trimmed, size);
}

/* A cell that is kept as a day. */
static tz_status day_text(tz_ledger *ledger, const tz_xlsx_cell *cell, tz_form_use use,
                          tz_buffer *text)
{
    if (use != TZ_FORM_USE_DAY && use != TZ_FORM_USE_WORDS)
        return fail_kind(ledger, use, "日期", "a day");
    return add_text(ledger, text, cell->text, strcspn(cell->text, "T"));
}

static tz_status fail_uncalculated(tz_ledger *ledger)
{
    tz_fail(ledger, TZ_MALFORMED, "公式还没有算出值", "the formula has not been calculated");
    tz_hint(ledger, "请用 Excel、WPS 打开并保存一次，或直接填值",
            "open and save it once with Excel or WPS, or write the value itself");
    return TZ_MALFORMED;
}

tz_status tz_form_cell_text(tz_ledger *ledger, const tz_xlsx_cell *cell,
                            const tz_form_wanted *wanted, bool is_1904, tz_buffer *text)
{
    tz_form_use use = wanted->use;
    bool is_day = cell->kind == TZ_XLSX_CELL_NUMBER && cell->format == TZ_XLSX_AS_DAY;
    if (use == TZ_FORM_USE_PERCENT && !is_day &&
        check_percent(ledger, cell, wanted->most_percent) != TZ_OK)
        return TZ_MALFORMED;
    switch (cell->kind) {
    case TZ_XLSX_CELL_NUMBER:
        return number_text(ledger, cell, use, is_1904, text);
    case TZ_XLSX_CELL_TEXT:
        return text_text(ledger, cell, use, is_1904, text);
    case TZ_XLSX_CELL_DAY:
        return day_text(ledger, cell, use, text);
    case TZ_XLSX_CELL_UNCALCULATED:
        return fail_uncalculated(ledger);
    case TZ_XLSX_CELL_BOOLEAN:
        return fail_kind(ledger, use, "逻辑值", "a truth value");
    case TZ_XLSX_CELL_ERROR:
        return tz_fail(ledger, TZ_MALFORMED, "单元格是错误值 %s", "the cell holds the error %s",
                       cell->text);
    }
    return TZ_OK;
}
