/* show.c: from a query to the output. */
#include "show.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "output.h"

/* ---------------------------------------------------------------- parameters */

void bind_parameter(report_query *query, const char *name, const char *value)
{
    assert(query->count < PARAMETERS_MOST);
    if (value)
        query->parameters[query->count++] = (tz_parameter){name, value};
}

/* Binds a text that may change later. */
static tz_status bind_copy(cli *run, report_query *query, const char *name, const char *value)
{
    const char *copy = keep_copy(run, value);
    if (!copy)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    bind_parameter(query, name, copy);
    return TZ_OK;
}

tz_status bind_integer(cli *run, report_query *query, const char *name, int64_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, value);
    return bind_copy(run, query, name, digits);
}

tz_status bind_as_of(cli *run, report_query *query)
{
    if (!run->options.as_of)
        return TZ_OK;
    char day[11];
    tz_status status = tz_read_day_argument(run->ledger, run->options.as_of, day);
    return status == TZ_OK ? bind_copy(run, query, "as_of", day) : status;
}

tz_status bind_quarter(cli *run, report_query *query, const char *text)
{
    char quarter[7];
    tz_status status = tz_read_quarter_argument(run->ledger, text, quarter);
    return status == TZ_OK ? bind_copy(run, query, "quarter", quarter) : status;
}

tz_status bind_task(cli *run, report_query *query, const char *code)
{
    int64_t task_id;
    tz_status status = tz_find_task_id(run->ledger, code, &task_id);
    return status == TZ_OK ? bind_integer(run, query, "task_id", task_id) : status;
}

/* The ids with a comma before, between and behind them, as the report takes them. */
tz_status bind_task_list(cli *run, report_query *query)
{
    char *text;
    size_t size;
    tz_status status = TZ_OK;
    if (run->argument_count == 0)
        return TZ_OK;
    FILE *memory = open_memstream(&text, &size);
    if (!memory)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    fputc(',', memory);
    for (size_t i = 0; status == TZ_OK && i < run->argument_count; i++) {
        int64_t task_id;
        status = tz_find_task_id(run->ledger, run->arguments[i], &task_id);
        fprintf(memory, "%" PRId64 ",", task_id);
    }
    if (fclose(memory) != 0 && status == TZ_OK)
        status = complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    bind_parameter(query, "task_ids", keep_text(run, text));
    return status;
}

tz_status bind_name(cli *run, report_query *query, const char *parameter, tz_name_kind kind,
                    const char *name)
{
    if (!name)
        return TZ_OK;
    const char *spelling;
    tz_status status = tz_find_name(run->ledger, kind, name, &spelling);
    return status == TZ_OK ? bind_copy(run, query, parameter, spelling) : status;
}

tz_status bind_answering(cli *run, report_query *query, const char *parameter, tz_name_kind kind,
                         const char *name)
{
    if (!name)
        return TZ_OK;
    const char *spelling;
    tz_status status = tz_find_answering(run->ledger, kind, name, run->options.as_of, &spelling);
    return status == TZ_OK ? bind_copy(run, query, parameter, spelling) : status;
}

tz_status bind_filters(cli *run, report_query *query)
{
    tz_status status = bind_as_of(run, query);
    if (status == TZ_OK)
        status = bind_answering(run, query, "unit", TZ_NAME_UNIT, run->options.unit);
    if (status == TZ_OK)
        status = bind_answering(run, query, "leader", TZ_NAME_LEADER, run->options.leader);
    if (status == TZ_OK)
        status = bind_name(run, query, "section", TZ_NAME_SECTION, run->options.section);
    return status;
}

/* ---------------------------------------------------------------- rendering */

bool is_for_people(const cli *run)
{
    return run->format != TZ_FORMAT_CSV && run->format != TZ_FORMAT_JSON;
}

/* A sheet or a page, which holds more than a window does. */
static bool is_book(const cli *run)
{
    return run->format == TZ_FORMAT_HTML || run->format == TZ_FORMAT_XLSX;
}

/* The window's columns: $COLUMNS, else the terminal's; 0, no bound, where there is neither. */
static size_t window_width(FILE *file)
{
    const char *columns = getenv("COLUMNS");
    unsigned long width = columns ? strtoul(columns, NULL, 10) : 0;
    if (width > 0 && width < 10000)
        return width;
    struct winsize window;
    if (isatty(fileno(file)) && ioctl(fileno(file), TIOCGWINSZ, &window) == 0)
        return window.ws_col;
    return 0;
}

static tz_render_options rendering_for(const cli *run, FILE *file)
{
    const char *no_color = getenv("NO_COLOR");
    bool may_colour = !run->options.no_color && (!no_color || *no_color == '\0');
    return (tz_render_options){
        .format = run->format,
        .width = window_width(file),
        .use_colour = may_colour && isatty(fileno(file)),
        .use_titles = run->options.titles,
        .language = run->language,
    };
}

static tz_status complain_of_temporary(cli *run)
{
    complain(run, TZ_IO, "临时文件写入失败：%s", "the temporary files can't be written: %s",
             strerror(errno));
    advise(run, "临时文件在 $TMPDIR 或 /tmp", "they are in $TMPDIR or /tmp");
    return TZ_IO;
}

/* Says what rendering failed of: the output or the files a workbook is made in, whose errno is
 * still there, or the query. */
static tz_status complain_of_rendering(cli *run, const output *out, tz_status status)
{
    if (status == TZ_IO && ferror(out->file))
        return complain_of_output(run, out);
    if (status == TZ_IO && run->format == TZ_FORMAT_XLSX && *tz_ledger_error(run->ledger) == '\0')
        return complain_of_temporary(run);
    return status == TZ_OK ? TZ_OK : complain_of_ledger(run, status);
}

static tz_status complain_of_cut(cli *run, uint64_t count)
{
    complain(run, TZ_REJECTED, "结果超过 %llu 行，其余未列出",
             "there are more than %llu rows: the others are left out", (unsigned long long)count);
    advise(run, "请缩小查询范围，或用 --max-rows 放宽",
           "ask for less, or allow more with --max-rows");
    return TZ_REJECTED;
}

/* What of the journal is sound is shown all the same. */
static tz_status complain_of_damage(cli *run, int64_t journal_id)
{
    if (journal_id == 0)
        return TZ_OK;
    complain(run, TZ_IO, "第%lld号日志已损坏：与其哈希不符",
             "journal row %lld is damaged: it isn't what its hash says", (long long)journal_id);
    advise(run, "用 verify 核验全部日志", "verify checks the whole journal");
    return TZ_IO;
}

tz_status show_rows(cli *run, tz_rows *rows)
{
    output out;
    tz_status status = open_output(run, &out);
    if (status == TZ_OK) {
        uint64_t count = 0;
        tz_render_options rendering = rendering_for(run, out.file);
        status = tz_render(rows, &rendering, out.file, &count);
        status = complain_of_rendering(run, &out, status);
        status = close_output(run, &out, status);
        run->found_rows = count > 0;
        if (status == TZ_OK && count == 0 && is_for_people(run))
            say(run, "没有符合条件的记录", "nothing to list");
        if (status == TZ_OK && tz_rows_is_cut(rows))
            status = complain_of_cut(run, count);
        if (status == TZ_OK)
            status = complain_of_damage(run, tz_rows_damaged_row(rows));
    }
    tz_rows_close(rows);
    return status;
}

tz_status run_query(cli *run, const report_query *query, tz_rows **rows)
{
    tz_status status = tz_report(run->ledger, query->report, query->parameters, query->count, rows);
    if (status == TZ_OK && is_book(run))
        tz_rows_keep_sheet_columns(*rows);
    else if (status == TZ_OK && is_for_people(run))
        tz_rows_keep_table_columns(*rows);
    return status;
}

tz_status show_report(cli *run, const report_query *query)
{
    tz_rows *rows;
    tz_status status = run_query(run, query, &rows);
    return status == TZ_OK ? show_rows(run, rows) : status;
}

/* ---------------------------------------------------------------- several result sets */

/* People see each part under its title, and none that is empty; programs all of them in order. */
static bool has_titles(const cli *run)
{
    return is_for_people(run) || (run->format == TZ_FORMAT_CSV && run->options.titles);
}

/* Renders a part into memory, so that an empty one can be left out with its title. */
static tz_status render_part(cli *run, const report_part *part, const tz_render_options *rendering,
                             char **text, uint64_t *count, int64_t *damaged_row)
{
    size_t size;
    FILE *memory = open_memstream(text, &size);
    if (!memory)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    tz_rows *rows;
    tz_status status = run_query(run, &part->query, &rows);
    if (status == TZ_OK) {
        status = tz_render(rows, rendering, memory, count);
        if (*damaged_row == 0)
            *damaged_row = tz_rows_damaged_row(rows);
        tz_rows_close(rows);
    }
    if (fclose(memory) != 0 && status == TZ_OK)
        status = complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    return status == TZ_OK ? TZ_OK : complain_of_ledger(run, status);
}

/* What stands before the title of a part, and what behind. */
static const struct heading_marks {
    const char *before_first, *between, *before, *behind;
} heading_marks[] = {
    [TZ_FORMAT_TABLE] = {"", "\n", "【", "】\n"},
    [TZ_FORMAT_CSV] = {"\xEF\xBB\xBF", "\r\n", "", "\r\n"}, /* with titles, for Excel */
    [TZ_FORMAT_MARKDOWN] = {"", "\n", "## ", "\n\n"},
};

/* What stands between the parts, and the title of this one. */
static void print_heading(const cli *run, const report_part *part, bool is_first, FILE *file)
{
    if (run->format == TZ_FORMAT_JSON) {
        fputs(is_first ? "[\n" : ",\n", file);
    } else if (!has_titles(run)) {
        fputs(is_first ? "" : "\n", file);
    } else {
        const struct heading_marks *marks = &heading_marks[run->format];
        fprintf(file, "%s%s%s%s", is_first ? marks->before_first : marks->between, marks->before,
                TZ_PICK(run->language, part->zh, part->en), marks->behind);
    }
}

static tz_status print_parts(cli *run, const report_part *parts, size_t count, FILE *file,
                             int64_t *damaged_row)
{
    tz_render_options rendering = rendering_for(run, file);
    rendering.is_continued = true;
    bool is_first = true;
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        char *text = NULL;
        uint64_t row_count = 0;
        status = render_part(run, &parts[i], &rendering, &text, &row_count, damaged_row);
        if (status == TZ_OK && (row_count > 0 || !has_titles(run))) {
            print_heading(run, &parts[i], is_first, file);
            fputs(text, file);
            is_first = false;
        }
        free(text);
    }
    if (run->format == TZ_FORMAT_JSON)
        fputs("]\n", file);
    return status;
}

static tz_status add_part(cli *run, tz_book *book, const report_part *part,
                          const tz_book_part *about, int64_t *damaged_row)
{
    tz_rows *rows;
    tz_status status = run_query(run, &part->query, &rows);
    if (status == TZ_OK) {
        status = tz_book_add(book, rows, about, NULL);
        if (*damaged_row == 0)
            *damaged_row = tz_rows_damaged_row(rows);
        tz_rows_close(rows);
    }
    return status;
}

static tz_status print_book(cli *run, const book_options *options, const report_part *parts,
                            size_t count, const output *out, int64_t *damaged_row)
{
    tz_book *book;
    tz_render_options rendering = rendering_for(run, out->file);
    rendering.title = options->title;
    tz_status status = tz_book_open(&rendering, out->file, &book);
    for (size_t i = 0; status == TZ_OK && i < count; i++) {
        tz_book_part about = {.title = TZ_PICK(run->language, parts[i].zh, parts[i].en),
                              .is_left_out_empty = !options->keeps_empty,
                              .chart_columns = i + 1 == count ? options->chart_columns : NULL};
        status = add_part(run, book, &parts[i], &about, damaged_row);
    }
    status = tz_book_close(book, status);
    return complain_of_rendering(run, out, status);
}

tz_status show_book(cli *run, const book_options *book, const report_part *parts, size_t count)
{
    output out;
    int64_t damaged_row = 0;
    tz_status status = open_output(run, &out);
    if (status != TZ_OK)
        return status;
    status = is_book(run) ? print_book(run, book, parts, count, &out, &damaged_row)
                          : print_parts(run, parts, count, out.file, &damaged_row);
    status = close_output(run, &out, status);
    return status == TZ_OK ? complain_of_damage(run, damaged_row) : status;
}

tz_status show_parts(cli *run, const char *title, const report_part *parts, size_t count)
{
    return show_book(run, &(book_options){.title = title}, parts, count);
}
