/* paper.c: what the commands that write papers (公文) share. */
#include "paper.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cell.h"
#include "output.h"
#include "wrap.h"

/* ---- formats */

static bool write_markdown(const document *paper, tz_buffer *out)
{
    document_write_markdown(paper, out);
    return !out->failed;
}

static bool write_html(const document *paper, tz_buffer *out)
{
    document_write_html(paper, out);
    return !out->failed;
}

static const paper_format formats[] = {
    {"md", ".md", write_markdown},
    {"html", ".html", write_html},
    {"docx", ".docx", document_write_docx},
};

/* By --format; `*format` stays as it is without one. */
static tz_status choose_named(cli *run, const paper_format **format)
{
    const char *name = run->options.format;
    if (!name)
        return TZ_OK;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(name, formats[i].name) == 0) {
            *format = &formats[i];
            return TZ_OK;
        }
    complain(run, TZ_MALFORMED, "公文没有格式 %s", "a paper is not written as %s", name);
    advise(run, "用 -f md、-f html，或 --output 文件.docx",
           "use -f md, -f html or --output FILE.docx");
    return TZ_MALFORMED;
}

/* By the end of a file's name, which agrees with --format where that was given. */
static tz_status choose_by_suffix(cli *run, const char *path, const paper_format **format)
{
    const char *suffix = strrchr(path, '.');
    const paper_format *found = NULL;
    for (size_t i = 0; suffix && i < sizeof formats / sizeof *formats; i++)
        if (strcasecmp(suffix, formats[i].suffix) == 0)
            found = &formats[i];
    if (!found)
        return complain(run, TZ_MALFORMED, "%s：文件名须以 .docx、.html 或 .md 结尾",
                        "%s: the name of a paper ends in .docx, .html or .md", path);
    if (run->options.format && found != *format) {
        complain(run, TZ_MALFORMED, "%s：文件名与 --format %s 不符",
                 "%s: the file's name does not agree with --format %s", path, run->options.format);
        advise(run, "文件名已表明格式，可省去 --format",
               "the name tells the format: leave --format out");
        return TZ_MALFORMED;
    }
    *format = found;
    return TZ_OK;
}

tz_status choose_paper_format(cli *run, const paper_format **format)
{
    const char *path = run->options.output_path;
    *format = &formats[0];
    tz_status status = choose_named(run, format);
    if (status != TZ_OK || !path || strcmp(path, "-") == 0)
        return status;
    return choose_by_suffix(run, path, format);
}

static tz_status write_bytes(cli *run, const tz_buffer *bytes)
{
    output out;
    tz_status status = open_output(run, &out);
    if (status != TZ_OK)
        return status;
    errno = 0;
    if (fwrite(bytes->bytes, 1, bytes->size, out.file) != bytes->size)
        status = complain_of_output(run, &out);
    return close_output(run, &out, status);
}

static tz_status make_bytes(cli *run, const document *paper, const paper_format *format,
                            tz_buffer *bytes)
{
    bool done = paper && !paper->failed && format->write(paper, bytes);
    if (done && !bytes->failed)
        return TZ_OK;
    if (!paper || paper->failed || bytes->failed)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    return complain(run, TZ_IO, "公文无法写成 %s", "the paper can't be written as %s",
                    format->suffix);
}

tz_status finish_paper(cli *run, document *paper, const paper_format *format, const char *path)
{
    tz_buffer bytes = {0};
    const char *chosen = run->options.output_path;
    run->options.output_path = path;
    tz_status status = make_bytes(run, paper, format, &bytes);
    if (status == TZ_OK)
        status = write_bytes(run, &bytes);
    run->options.output_path = chosen;
    tz_buffer_free(&bytes);
    document_free(paper);
    return status;
}

/* ---- rows in memory */

static void free_texts(char **texts, size_t count)
{
    for (size_t i = 0; texts && i < count; i++)
        free(texts[i]);
    free(texts);
}

void free_paper_rows(paper_rows *rows)
{
    free_texts(rows->names, rows->column_count);
    free_texts(rows->titles, rows->column_count);
    free_texts(rows->cells, rows->column_count * rows->row_count);
    free_texts(rows->codes, rows->column_count * rows->row_count);
    free(rows->are_numbers);
    *rows = (paper_rows){0};
}

static bool read_columns(const tz_rows *source, paper_rows *rows)
{
    size_t count = (size_t)tz_rows_column_count(source);
    rows->names = calloc(count, sizeof *rows->names);
    rows->titles = calloc(count, sizeof *rows->titles);
    rows->are_numbers = calloc(count, sizeof *rows->are_numbers);
    if (!rows->names || !rows->titles || !rows->are_numbers)
        return false;
    rows->column_count = count;
    for (size_t i = 0; i < count; i++) {
        rows->names[i] = strdup(tz_rows_column_name(source, (int)i));
        rows->titles[i] = strdup(tz_rows_column_title(source, (int)i));
        rows->are_numbers[i] = tz_column_is_numeric(source, (int)i);
        if (!rows->names[i] || !rows->titles[i])
            return false;
    }
    return true;
}

/* Room for one more row of texts, all NULL; NULL without memory. */
static char **grow_texts(char ***texts, const paper_rows *rows)
{
    size_t count = rows->column_count;
    char **grown = realloc(*texts, (rows->row_count + 1) * count * sizeof *grown);
    if (!grown)
        return NULL;
    *texts = grown;
    return memset(grown + rows->row_count * count, 0, count * sizeof *grown);
}

static bool read_row(const tz_rows *source, paper_rows *rows)
{
    char **row = grow_texts(&rows->cells, rows), **codes = grow_texts(&rows->codes, rows);
    if (!row || !codes)
        return false;
    rows->row_count++;
    for (size_t i = 0; i < rows->column_count; i++) {
        tz_buffer text = {0};
        tz_cell_add_readable(&text, source, (int)i, tz_buffer_add);
        row[i] = text.failed ? NULL : strdup(tz_buffer_text(&text));
        tz_buffer_free(&text);
        bool is_word = tz_rows_column_type(source, (int)i) == TZ_COLUMN_WORD;
        if (is_word)
            codes[i] = strdup(tz_rows_text(source, (int)i, NULL));
        if (!row[i] || (is_word && !codes[i]))
            return false;
    }
    return true;
}

static tz_status read_all(cli *run, tz_rows *source, paper_rows *rows)
{
    bool has_row = false;
    if (!read_columns(source, rows))
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    tz_status status = tz_rows_next(source, &has_row);
    while (status == TZ_OK && has_row) {
        if (!read_row(source, rows))
            return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
        status = tz_rows_next(source, &has_row);
    }
    return status;
}

tz_status read_rows(cli *run, rows_opener *open, const void *context, bool for_table,
                    paper_rows *rows)
{
    tz_rows *source;
    tz_language language = tz_ledger_language(run->ledger);
    tz_ledger_set_language(run->ledger, TZ_ZH);
    tz_status status = open(run, context, &source);
    if (status == TZ_OK && for_table)
        tz_rows_keep_table_columns(source);
    if (status == TZ_OK) {
        status = read_all(run, source, rows);
        tz_rows_close(source);
    }
    tz_ledger_set_language(run->ledger, language);
    return status;
}

static tz_status open_report(cli *run, const void *context, tz_rows **rows)
{
    const report_query *query = context;
    return tz_report(run->ledger, query->report, query->parameters, query->count, rows);
}

tz_status read_report(cli *run, const report_query *query, bool for_table, paper_rows *rows)
{
    return read_rows(run, open_report, query, for_table, rows);
}

tz_status read_quarter_scope(cli *run, const char *quarter, const char *day, paper_rows *scope)
{
    report_query query = {.report = "bulletin_scope"};
    bind_parameter(&query, "as_of", day);
    bind_parameter(&query, "quarter", quarter);
    tz_status status = tz_quarter_check_opened(run->ledger, quarter, day);
    return status == TZ_OK ? read_report(run, &query, false, scope) : status;
}

static size_t column_of(const paper_rows *rows, const char *name)
{
    for (size_t i = 0; i < rows->column_count; i++)
        if (strcmp(rows->names[i], name) == 0)
            return i;
    assert(!"a column that the report has");
    return 0;
}

const char *paper_value(const paper_rows *rows, size_t row, const char *name)
{
    assert(row < rows->row_count);
    return rows->cells[row * rows->column_count + column_of(rows, name)];
}

const char *paper_title(const paper_rows *rows, const char *name)
{
    return rows->titles[column_of(rows, name)];
}

double paper_number(const paper_rows *rows, size_t row, const char *name)
{
    const char *value = paper_value(rows, row, name);
    return *value == '\0' ? NAN : strtod(value, NULL);
}

const char *paper_code(const paper_rows *rows, size_t row, const char *name)
{
    assert(row < rows->row_count);
    return rows->codes[row * rows->column_count + column_of(rows, name)];
}

/* ---- tables */

/* How wide a column wants to be on paper: as its widest value, long text less than that, since it
 * is set in lines, and the margins on both sides. */
static unsigned weight_of(const paper_rows *rows, size_t column)
{
    enum { LEAST = 4, WORD = 12, MOST = 26, MARGINS = 4 };
    size_t width = LEAST;
    for (size_t i = 0; i < rows->row_count; i++) {
        size_t cell = tz_text_width(rows->cells[i * rows->column_count + column]);
        width = cell > width ? cell : width;
    }
    if (width > WORD)
        width = WORD + (width - WORD) / 2;
    return (unsigned)(width < MOST ? width : MOST) + MARGINS;
}

void add_paper_table(document *paper, const char *title, const paper_rows *rows)
{
    document_column *columns = calloc(rows->column_count, sizeof *columns);
    if (!columns) {
        paper->failed = true;
        return;
    }
    for (size_t i = 0; i < rows->column_count; i++)
        columns[i] = (document_column){rows->titles[i], weight_of(rows, i), rows->are_numbers[i]};
    document_table *table = document_add_table(paper, title, columns, rows->column_count);
    for (size_t i = 0; i < rows->row_count * rows->column_count; i++)
        document_add_cell(paper, table, rows->cells[i]);
    free(columns);
}

/* ---- words */

const char *day_in_words(const char *day, char words[PAPER_DAY_SIZE])
{
    unsigned year, month, of_month;
    if (sscanf(day, "%4u-%2u-%2u", &year, &month, &of_month) == 3)
        snprintf(words, PAPER_DAY_SIZE, "%u年%u月%u日", year, month, of_month);
    else
        snprintf(words, PAPER_DAY_SIZE, "%s", day);
    return words;
}

const char *quarter_in_words(const char *quarter, char words[PAPER_DAY_SIZE])
{
    static const char *const numerals[] = {"一", "二", "三", "四"};
    unsigned year, number;
    if (sscanf(quarter, "%4uQ%1u", &year, &number) == 2 && number >= 1 && number <= 4)
        snprintf(words, PAPER_DAY_SIZE, "%u年第%s季度", year, numerals[number - 1]);
    else
        snprintf(words, PAPER_DAY_SIZE, "%s", quarter);
    return words;
}

/* Whether the text begins with the pattern, in which 0 is any digit, and no digit follows. */
static bool begins_with(const char *text, const char *pattern)
{
    for (; *pattern != '\0'; pattern++, text++)
        if (*pattern == '0' ? *text < '0' || *text > '9' : *text != *pattern)
            return false;
    return *text < '0' || *text > '9';
}

void add_in_words(tz_buffer *out, const char *text, const char *quarter)
{
    enum { DAY_SIZE = 10, QUARTER_SIZE = 6, YEAR_SIZE = sizeof "2022年" - 1 };
    char words[PAPER_DAY_SIZE], day[DAY_SIZE + 1];
    while (*text != '\0') {
        if (begins_with(text, "0000-00-00")) {
            snprintf(day, sizeof day, "%s", text);
            tz_buffer_add_text(out, day_in_words(day, words));
            text += DAY_SIZE;
        } else if (begins_with(text, "0000Q0")) {
            quarter_in_words(text, words);
            tz_buffer_add_text(out, words + (strncmp(text, quarter, 4) == 0 ? YEAR_SIZE : 0));
            text += QUARTER_SIZE;
        } else {
            tz_buffer_add(out, text++, 1);
        }
    }
}
