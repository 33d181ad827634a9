/* error.c: the text of the last failure, and notes. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ledger.h"
#include "utf8.h"

/* Makes one whole line of UTF-8 of `text`: what vsnprintf cut off in the middle of a character
 * goes, and line breaks that came in with a name become blanks. */
static void make_one_line(char *text)
{
    size_t size = strlen(text), at = 0;
    while (at < size) {
        int length = tz_utf8_sequence(text + at, size - at);
        if (length == TZ_UTF8_CUT) {
            text[at] = '\0';
            return;
        }
        if (length == 1 && (unsigned char)text[at] < ' ')
            text[at] = ' ';
        at += length == TZ_UTF8_MALFORMED ? 1 : (size_t)length;
    }
}

static void TZ_BOTH_FORMATS(3, 4, 0) format_text(tz_language language, char text[TZ_TEXT_LIMIT],
                                                 const char *zh, const char *en, va_list arguments)
{
    vsnprintf(text, TZ_TEXT_LIMIT, TZ_PICK(language, zh, en), arguments);
    make_one_line(text);
}

tz_status tz_fail(tz_ledger *ledger, tz_status status, const char *zh, const char *en, ...)
{
    va_list arguments;
    va_start(arguments, en);
    format_text(ledger->language, ledger->error, zh, en, arguments);
    va_end(arguments);
    ledger->hint[0] = '\0';
    return status;
}

void tz_hint(tz_ledger *ledger, const char *zh, const char *en, ...)
{
    va_list arguments;
    va_start(arguments, en);
    format_text(ledger->language, ledger->hint, zh, en, arguments);
    va_end(arguments);
}

void tz_name_record(tz_ledger *ledger, const char *zh, const char *en, ...)
{
    char record[TZ_TEXT_LIMIT], error[TZ_TEXT_LIMIT];
    va_list arguments;
    va_start(arguments, en);
    format_text(ledger->language, record, zh, en, arguments);
    va_end(arguments);
    memcpy(error, ledger->error, sizeof error);
    int size = snprintf(ledger->error, TZ_TEXT_LIMIT, "%s%s%s", record,
                        TZ_PICK(ledger->language, "：", ": "), error);
    if (size >= TZ_TEXT_LIMIT)
        make_one_line(ledger->error);
}

const char *tz_joint(const tz_ledger *ledger)
{
    return TZ_PICK(ledger->language, "、", ", ");
}

tz_status tz_fail_memory(tz_ledger *ledger)
{
    return tz_fail(ledger, TZ_NO_MEMORY, "内存不足", "memory ran out");
}

void tz_note_text(tz_ledger *ledger, tz_note_kind kind, const char *file, size_t line,
                  const char *column, const char *zh, const char *en, ...)
{
    if (!ledger->note_function)
        return;
    char text[TZ_TEXT_LIMIT];
    va_list arguments;
    va_start(arguments, en);
    format_text(ledger->language, text, zh, en, arguments);
    va_end(arguments);
    tz_note note = {.kind = kind, .file = file, .line = line, .column = column, .text = text};
    ledger->note_function(ledger->note_context, &note);
}

void tz_note_progress(tz_ledger *ledger, uint64_t done, uint64_t total)
{
    if (!ledger->note_function)
        return;
    tz_note note = {.kind = TZ_NOTE_PROGRESS, .done = done, .total = total};
    ledger->note_function(ledger->note_context, &note);
}

void tz_move_begin(tz_ledger *ledger, uint64_t total)
{
    ledger->moved = 0;
    ledger->to_move = total;
}

void tz_move_add(tz_ledger *ledger, uint64_t bytes)
{
    static const uint64_t bytes_per_note = 256 * 1024;
    const uint64_t before = ledger->moved;
    ledger->moved += bytes;
    if (ledger->moved / bytes_per_note > before / bytes_per_note)
        tz_note_progress(ledger, ledger->moved, ledger->to_move);
}

tz_status tz_note_failure(tz_ledger *ledger, const tz_note *where, const char *value,
                          tz_status status, size_t *errors)
{
    if (status != TZ_MALFORMED && status != TZ_NOT_FOUND && status != TZ_REJECTED)
        return status;
    ++*errors;
    if (!ledger->note_function || *errors > TZ_MOST_ERRORS_TOLD)
        return TZ_OK;
    char text[3 * TZ_TEXT_LIMIT];
    snprintf(text, sizeof text, "%s%s%s%s%s", value ? value : "",
             value ? TZ_PICK(ledger->language, "：", ": ") : "", ledger->error,
             *ledger->hint != '\0' ? TZ_PICK(ledger->language, "；", "; ") : "", ledger->hint);
    make_one_line(text);
    tz_note note = *where;
    note.kind = TZ_NOTE_ERROR;
    note.text = text;
    ledger->note_function(ledger->note_context, &note);
    return TZ_OK;
}

tz_status tz_fail_errors(tz_ledger *ledger, const char *file, size_t errors)
{
    if (errors <= TZ_MOST_ERRORS_TOLD)
        return tz_fail(ledger, TZ_REJECTED, "%s：%zu 处错误，未导入任何一行",
                       "%s: errors: %zu, no row was imported", file, errors);
    return tz_fail(ledger, TZ_REJECTED, "%s：%zu 处错误（另有 %zu 处未列出），未导入任何一行",
                   "%s: errors: %zu (%zu more than are listed), no row was imported", file, errors,
                   errors - TZ_MOST_ERRORS_TOLD);
}

const char *tz_ledger_error(const tz_ledger *ledger)
{
    return ledger->error;
}

const char *tz_ledger_hint(const tz_ledger *ledger)
{
    return ledger->hint;
}
