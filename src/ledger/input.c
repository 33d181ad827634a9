/* input.c: files that a call reads, with the ledger's words for what can be wrong with them. */
#include "input.h"

#include <errno.h>
#include <string.h>

#include "fold.h"

/* A notice or a list longer than this is something else, given by mistake. */
enum { LONGEST_TEXT = 64 << 20 };

const char *tz_input_name(const tz_ledger *ledger, const char *path)
{
    return strcmp(path, "-") == 0 ? TZ_PICK(ledger->language, "标准输入", "standard input") : path;
}

static tz_status fail_source(tz_ledger *ledger, tz_status status, const char *path, size_t line)
{
    const char *shown = tz_input_name(ledger, path);
    if (status == TZ_NO_MEMORY)
        return tz_fail_memory(ledger);
    if (status == TZ_NOT_FOUND)
        return tz_fail(ledger, status, "找不到文件 %s", "no such file: %s", shown);
    if (status == TZ_IO)
        return tz_fail(ledger, status, "无法读取 %s：%s", "can't read %s: %s", shown,
                       strerror(errno));
    if (line > 0)
        tz_fail(ledger, status, "%s:%zu：不是 UTF-8 或 GB18030 文本",
                "%s:%zu: neither UTF-8 nor GB18030 text", shown, line);
    else
        tz_fail(ledger, status, "%s 不是 UTF-8 或 GB18030 文本",
                "%s is neither UTF-8 nor GB18030 text", shown);
    tz_hint(ledger, "请另存为 UTF-8 编码的文本或 CSV 文件", "save it as text or CSV in UTF-8");
    return status;
}

static tz_status open_source(tz_ledger *ledger, const char *path, tz_text_source **source)
{
    size_t bad_line = 0;
    tz_status status = tz_text_source_open(path, source, &bad_line);
    return status == TZ_OK ? TZ_OK : fail_source(ledger, status, path, bad_line);
}

static tz_status open_input(tz_ledger *ledger, const char *path, tz_input *input, bool is_exact)
{
    input->path = path;
    input->name = tz_input_name(ledger, path);
    input->is_exact = is_exact;
    tz_status status = open_source(ledger, path, &input->source);
    if (status != TZ_OK)
        return status;
    status = is_exact ? tz_csv_open_exact(input->source, &input->csv)
                      : tz_csv_open(input->source, &input->csv);
    return status == TZ_OK ? TZ_OK : tz_fail_memory(ledger);
}

tz_status tz_input_open(tz_ledger *ledger, const char *path, tz_input *input)
{
    return open_input(ledger, path, input, false);
}

tz_status tz_input_open_exact(tz_ledger *ledger, const char *path, tz_input *input)
{
    return open_input(ledger, path, input, true);
}

/* What is wrong with a CSV file, in both languages, by tz_csv_problem. */
static const struct csv_words {
    const char *zh, *en;
} csv_words[] = {
    [TZ_CSV_SOUND] = {"不是 CSV", "not CSV"},
    [TZ_CSV_OPEN_QUOTE] = {"引号没有结束", "a quote never closes"},
    [TZ_CSV_STRAY_QUOTE] = {"单元格里的引号须成对写在两端，内部的写两个",
                            "quotes stand around a cell, and those inside are doubled"},
    [TZ_CSV_TOO_MANY_CELLS] = {"列数过多", "too many columns"},
    [TZ_CSV_CELL_TOO_LONG] = {"单元格过长", "a cell is too long"},
    [TZ_CSV_ROW_TOO_LONG] = {"一行过长", "a row is too long"},
    [TZ_CSV_NOT_TEXT] = {"读取时文件被改动", "the file was changed while it was read"},
};

static tz_status fail_csv(tz_ledger *ledger, const tz_input *input)
{
    const struct csv_words *words = &csv_words[tz_csv_problem_kind(input->csv)];
    size_t line = tz_csv_problem_line(input->csv);
    if (!input->is_exact)
        tz_note_text(ledger, TZ_NOTE_ERROR, input->name, line, NULL, "%s", "%s",
                     TZ_PICK(ledger->language, words->zh, words->en));
    return tz_fail(ledger, TZ_REJECTED, "%s:%zu：%s", "%s:%zu: %s", input->name, line,
                   TZ_PICK(ledger->language, words->zh, words->en));
}

tz_status tz_input_next(tz_ledger *ledger, tz_input *input, tz_csv_row *row, bool *has_row)
{
    tz_status status = tz_csv_next(input->csv, row, has_row);
    if (status == TZ_REJECTED)
        return fail_csv(ledger, input);
    return status == TZ_OK ? TZ_OK : fail_source(ledger, status, input->path, 0);
}

void tz_input_close(tz_input *input)
{
    tz_csv_close(input->csv);
    tz_text_source_close(input->source);
    input->csv = NULL;
    input->source = NULL;
}

const char *tz_input_cell(const tz_csv_row *row, int column)
{
    return column >= 0 && (size_t)column < row->count ? row->cells[column] : "";
}

/* The next character of a title that counts: folded, small, blanks passed over; 0 at the end. */
static uint32_t next_of_title(const char **cursor, const char *end)
{
    while (*cursor < end) {
        uint32_t character = tz_fold_character(tz_utf8_next(cursor, end));
        if (!tz_is_blank(character))
            return character >= 'A' && character <= 'Z' ? character - 'A' + 'a' : character;
    }
    return 0;
}

/* Whether a cell is a title as people write it: next_step is also "Next step". It takes no memory,
 * so that a header is never passed over for want of it. */
static bool is_title(const char *cell, const char *title)
{
    const char *cell_end = cell + strlen(cell), *title_end = title + strlen(title);
    for (;;) {
        uint32_t given = next_of_title(&cell, cell_end);
        uint32_t wanted = next_of_title(&title, title_end);
        if (wanted == '_' && given != '_')
            wanted = next_of_title(&title, title_end);
        if (given != wanted || wanted == 0)
            return given == wanted;
    }
}

bool tz_input_is_header(const char *cell, const char *en, const char *zh)
{
    return is_title(cell, en) || is_title(cell, zh);
}

int tz_input_column(const tz_csv_row *header, const char *en, const char *zh)
{
    for (size_t i = 0; i < header->count; i++) {
        if (tz_input_is_header(header->cells[i], en, zh))
            return (int)i;
    }
    return -1;
}

tz_status tz_input_read_text(tz_ledger *ledger, const char *path, tz_buffer *text)
{
    tz_text_source *source = NULL;
    tz_status status = open_source(ledger, path, &source);
    if (status != TZ_OK)
        return status;
    status = tz_text_source_read_all(source, LONGEST_TEXT, text);
    if (status == TZ_REJECTED)
        status = tz_fail(ledger, status, "%s 太长，不像通知正文", "%s is too long for a notice",
                         tz_input_name(ledger, path));
    else if (status != TZ_OK)
        status = fail_source(ledger, status, path, 0);
    tz_text_source_close(source);
    return status;
}
