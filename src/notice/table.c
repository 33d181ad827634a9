/* table.c: the tasks of a table that was saved as CSV: 序号, 任务, 牵头领导, 牵头单位, 责任单位,
 * 完成时限. */
#include <string.h>

#include "assignment.h"
#include "csv.h"
#include "encoding.h"
#include "label.h"
#include "paragraph.h"
#include "reader.h"
#include "typeset.h"

/* A title and empty lines may stand above the header; columns beyond the most are passed over. */
enum { HEADER_WITHIN = 20, MOST_COLUMNS = 64 };

typedef enum column_kind {
    COLUMN_IGNORED,
    COLUMN_NUMBER,  /* 序号 */
    COLUMN_SECTION, /* 类别 */
    COLUMN_TASK,
    COLUMN_LIST /* 牵头领导, 牵头单位, 责任单位, 完成时限 */
} column_kind;

typedef struct table_reading {
    notice_reader *reader;
    size_t header; /* index of the header's line */
    size_t end;    /* the last line that could be read */
    size_t column_count;
    column_kind kinds[MOST_COLUMNS];
    notice_list_kind lists[MOST_COLUMNS];
    const notice_piece *headings[NOTICE_LEVELS];
    bool has_new_heading;
} table_reading;

static size_t line_of(const table_reading *table, const tz_csv_row *row)
{
    size_t line = table->header + row->line;
    return line < table->reader->line_count ? line : table->reader->line_count;
}

static notice_span cell_of(const table_reading *table, const tz_csv_row *row, column_kind kind)
{
    for (size_t i = 0; i < row->count && i < table->column_count; i++) {
        if (table->kinds[i] == kind)
            return notice_span_of(row->cells[i]);
    }
    return notice_span_of("");
}

static notice_span keep(notice_reader *reader, notice_span text)
{
    const char *copy = notice_memory_copy(reader->memory, text.begin, notice_span_size(text));
    if (copy == NULL) {
        reader->failed = true;
        return notice_span_of("");
    }
    return (notice_span){copy, copy + notice_span_size(text)};
}

/* ---------------------------------------------------------------- the header */

static bool has_column(const table_reading *table, column_kind kind)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->kinds[i] == kind)
            return true;
    }
    return false;
}

static column_kind kind_of_column(table_reading *table, notice_span title, notice_list_kind *list)
{
    static const char *const tasks[] = {"任务", "内容", "事项", "重点工作"};
    static const char *const sections[] = {"类别", "分类", "领域", "板块"};
    *list = notice_label_of_column(title);
    if (*list != NOTICE_LIST_IGNORED)
        return COLUMN_LIST;
    if (notice_span_equals(title, "序号") || notice_span_equals(title, "编号"))
        return COLUMN_NUMBER;
    if (notice_span_contains_any(title, sections, sizeof sections / sizeof *sections))
        return COLUMN_SECTION;
    bool is_task = notice_span_contains_any(title, tasks, sizeof tasks / sizeof *tasks);
    return is_task && !has_column(table, COLUMN_TASK) ? COLUMN_TASK : COLUMN_IGNORED;
}

static bool names_units(const table_reading *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->kinds[i] == COLUMN_LIST &&
            (table->lists[i] == NOTICE_LIST_LEAD || table->lists[i] == NOTICE_LIST_RESPONSIBLE))
            return true;
    }
    return false;
}

static void report_ignored(table_reading *table, size_t line, const char *title)
{
    if (title[0] != '\0')
        notice_report(table->reader, NOTICE_QUESTION, line, NULL, "表头“%s”不认识，该列略过",
                      "column “%s” isn't known and was passed over", title);
}

/* Reads a row as the header; false where it is none, and nothing is said then. */
static bool read_header(table_reading *table, const tz_csv_row *row)
{
    const char *titles[MOST_COLUMNS];
    bool first_leads = false;
    for (size_t i = 0; i < row->count && i < MOST_COLUMNS; i++) {
        titles[i] = notice_typeset_copy(table->reader, notice_span_of(row->cells[i]));
        if (titles[i] == NULL)
            return false;
        notice_span title = notice_span_of(titles[i]);
        table->kinds[i] = kind_of_column(table, title, &table->lists[i]);
        table->column_count = i + 1;
        first_leads = first_leads || notice_says_first_unit_leads(title);
    }
    if (!has_column(table, COLUMN_TASK) || !names_units(table))
        return false;
    table->reader->first_unit_leads = first_leads;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->kinds[i] == COLUMN_IGNORED)
            report_ignored(table, line_of(table, row), titles[i]);
    }
    return true;
}

/* ---------------------------------------------------------------- rows */

static bool is_separator(uint32_t character)
{
    return character == ',' || character == ';' || character == '\t' || character == '"';
}

/* The lines above the header: title, document number. */
static void add_title_pieces(notice_reader *reader, size_t header)
{
    for (size_t i = 0; i < header; i++) {
        notice_span text = reader->lines[i].text;
        while (is_separator(notice_span_first(text)))
            notice_span_take_first(&text);
        while (is_separator(notice_span_last(text)))
            notice_span_take_end(&text);
        notice_piece *piece = notice_piece_add(reader);
        if (piece == NULL)
            return;
        piece->text = piece->marked_text = text;
        piece->first_line = piece->last_line = i + 1;
    }
}

/* Opens a section where `text` is another one than that of the rows above. */
static void set_heading(table_reading *table, notice_span text, size_t line)
{
    const notice_piece *last = table->headings[0] != NULL ? table->headings[0] : NULL;
    notice_piece *heading = notice_memory_take(table->reader->memory, sizeof *heading);
    if (heading == NULL) {
        table->reader->failed = true;
        return;
    }
    heading->marked_text = heading->text = keep(table->reader, text);
    heading->first_line = heading->last_line = line;
    heading->mark = notice_mark_take(&heading->text, &heading->number, &heading->label);
    bool is_second = heading->mark == NOTICE_CHINESE_BRACKET;
    bool is_same = last != NULL && !is_second &&
                   notice_span_size(last->marked_text) == notice_span_size(text) &&
                   memcmp(last->marked_text.begin, text.begin, notice_span_size(text)) == 0;
    if (is_same)
        return;
    table->headings[is_second ? 1 : 0] = heading;
    if (!is_second)
        table->headings[1] = NULL;
    table->has_new_heading = true;
}

/* A row with nothing but "一、主要目标" in it. */
static bool is_heading_row(const tz_csv_row *row, notice_span *text)
{
    size_t filled = 0;
    for (size_t i = 0; i < row->count; i++) {
        if (row->cells[i][0] != '\0' && filled++ == 0)
            *text = notice_span_of(row->cells[i]);
    }
    int number;
    notice_span label, rest = *text;
    notice_mark mark = filled == 1 ? notice_mark_take(&rest, &number, &label) : NOTICE_UNMARKED;
    return mark == NOTICE_CHINESE || mark == NOTICE_CHINESE_BRACKET;
}

/* 、 between names, not that of 各县（市、区）人民政府. */
static bool has_separator(notice_span cell)
{
    size_t depth = 0;
    while (!notice_span_is_empty(cell)) {
        uint32_t character = notice_span_take_first(&cell);
        if (notice_opening(character) != NOTICE_NO_BRACKET)
            depth++;
        else if (notice_closing(character) != NOTICE_NO_BRACKET && depth > 0)
            depth--;
        else if (depth == 0 && character == 0x3001)
            return true;
    }
    return false;
}

/* A cell may hold one name a line; where it has 、 a line end is but a wrap. */
static notice_span list_text(notice_reader *reader, notice_span cell)
{
    tz_buffer lines = {0};
    bool is_wrapped = has_separator(cell);
    while (!notice_span_is_empty(cell)) {
        notice_span character = cell;
        uint32_t code = notice_span_take_first(&cell);
        character.end = cell.begin;
        if (code == '\n' && !is_wrapped)
            tz_buffer_add_text(&lines, "、");
        else
            tz_buffer_add(&lines, character.begin, notice_span_size(character));
    }
    const char *text = tz_buffer_text(&lines);
    notice_span kept = keep(reader, (notice_span){text, text + lines.size});
    if (lines.failed)
        reader->failed = true;
    tz_buffer_free(&lines);
    return kept;
}

static size_t add_lists(const table_reading *table, notice_item *item, const tz_csv_row *row)
{
    notice_reader *reader = table->reader;
    size_t count = 0;
    for (size_t i = 0; i < row->count && i < table->column_count; i++) {
        if (table->kinds[i] != COLUMN_LIST || row->cells[i][0] == '\0')
            continue;
        count++;
        if (item != NULL)
            notice_item_add_list(reader, item,
                                 (notice_list){table->lists[i],
                                               list_text(reader, notice_span_of(row->cells[i])),
                                               line_of(table, row)});
    }
    return count;
}

/* 7, 7. and （七） in the column 序号. */
static void set_number(table_reading *table, notice_item *item, notice_span cell)
{
    notice_span label, rest = cell;
    item->mark = NOTICE_NUMBER;
    size_t digits = notice_span_take_digits(&rest, &item->number);
    if (digits > 0 && item->number >= 0 && notice_span_is_empty(rest))
        return;
    rest = cell;
    item->mark = notice_mark_take(&rest, &item->number, &label);
    if (item->mark == NOTICE_UNMARKED || !notice_span_is_empty(rest))
        notice_report(table->reader, NOTICE_QUESTION, item->first_line, NULL, "看不懂的序号“%.*s”",
                      "a number that can't be read: “%.*s”", (int)notice_span_size(cell),
                      cell.begin);
}

static void add_item(table_reading *table, notice_span text, const tz_csv_row *row)
{
    notice_reader *reader = table->reader;
    notice_item *item = notice_item_add(reader);
    if (item == NULL)
        return;
    notice_span number = cell_of(table, row, COLUMN_NUMBER), label;
    item->first_line = item->last_line = line_of(table, row);
    item->follows_heading = table->has_new_heading;
    memcpy(item->headings, table->headings, sizeof item->headings);
    table->has_new_heading = false;
    text = keep(reader, text);
    if (!notice_span_is_empty(number))
        set_number(table, item, number);
    else
        item->mark = notice_mark_take(&text, &item->number, &label);
    notice_item_add_part(reader, item, text);
    add_lists(table, item, row);
}

/* A row without a task's text: units under a merged cell belong to the task above. */
static void read_continuation(table_reading *table, const tz_csv_row *row)
{
    notice_reader *reader = table->reader;
    notice_item *item = reader->item_count > 0 ? &reader->items[reader->item_count - 1] : NULL;
    if (add_lists(table, item, row) > 0)
        notice_report(reader, NOTICE_QUESTION, line_of(table, row), NULL,
                      "本行没有任务文字，其中单位并入上一项任务",
                      "a row without a task's text; its units are added to the task above");
}

static void read_row(table_reading *table, const tz_csv_row *row)
{
    notice_span heading = notice_span_of("");
    if (is_heading_row(row, &heading)) {
        set_heading(table, heading, line_of(table, row));
        return;
    }
    notice_span section = cell_of(table, row, COLUMN_SECTION);
    notice_span text = cell_of(table, row, COLUMN_TASK);
    if (!notice_span_is_empty(section))
        set_heading(table, section, line_of(table, row));
    if (notice_span_is_empty(text))
        read_continuation(table, row);
    else
        add_item(table, text, row);
}

/* Each item's source goes up to the line before the next one's. */
static void set_sources(const table_reading *table)
{
    notice_reader *reader = table->reader;
    size_t end = table->end;
    for (size_t i = reader->item_count; i > 0; i--) {
        notice_item *item = &reader->items[i - 1];
        item->last_line = end > item->first_line ? end : item->first_line;
        while (item->last_line > item->first_line &&
               reader->lines[item->last_line - 1].kind == NOTICE_LINE_BLANK)
            item->last_line--;
        item->source = (notice_span){reader->lines[item->first_line - 1].source.begin,
                                     reader->lines[item->last_line - 1].source.end};
        end = item->first_line - 1;
    }
}

/* ---------------------------------------------------------------- the file */

static tz_status read_rows(table_reading *table, tz_csv *csv)
{
    tz_csv_row row;
    bool has_row;
    tz_status status;
    while ((status = tz_csv_next(csv, &row, &has_row)) == TZ_OK && has_row &&
           !table->reader->failed)
        read_row(table, &row);
    if (status == TZ_REJECTED) {
        size_t line = table->header + tz_csv_problem_line(csv);
        table->end = line <= table->end ? line - 1 : table->end;
        notice_report(table->reader, NOTICE_GAP, line, NULL,
                      "表格从这里起无法读出（引号不配对或单元格过长）",
                      "the table can't be read from here on (a quote that doesn't close, or a cell "
                      "too long)");
    }
    return status;
}

/* Reads the table whose header is line `header`; false where that is no header. */
static bool read_from(notice_reader *reader, size_t header, const char *text, size_t size)
{
    tz_text_source *source = NULL;
    tz_csv *csv = NULL;
    tz_csv_row row;
    bool has_row = false;
    table_reading table = {.reader = reader, .header = header, .end = reader->line_count};
    tz_status status = tz_text_source_open_memory(text, size, &source, NULL);
    if (status == TZ_OK)
        status = tz_csv_open(source, &csv);
    if (status == TZ_OK)
        status = tz_csv_next(csv, &row, &has_row);
    bool is_table = status == TZ_OK && has_row && read_header(&table, &row);
    if (is_table) {
        add_title_pieces(reader, header);
        status = read_rows(&table, csv);
        set_sources(&table);
    }
    if (status == TZ_NO_MEMORY)
        reader->failed = true;
    if (csv != NULL)
        tz_csv_close(csv);
    if (source != NULL)
        tz_text_source_close(source);
    return is_table;
}

/* Cheap to ask of any line: it names tasks or numbers, and has cells. */
static bool may_be_header(notice_span line)
{
    static const char *const words[] = {"序号", "任务", "内容", "事项"};
    static const char *const separators[] = {",", ";", "\t"};
    return notice_span_contains_any(line, words, sizeof words / sizeof *words) &&
           notice_span_contains_any(line, separators, sizeof separators / sizeof *separators) &&
           !notice_span_contains(line, "。");
}

bool notice_table_read(notice_reader *reader)
{
    const char *text = tz_buffer_text(&reader->folded);
    notice_span rest = {text, text + reader->folded.size};
    for (size_t i = 0; i < reader->line_count && i < HEADER_WITHIN && !reader->failed; i++) {
        if (may_be_header(reader->lines[i].text) &&
            read_from(reader, i, rest.begin, notice_span_size(rest)))
            return true;
        const char *end = notice_span_find(rest, "\n");
        rest.begin = end == NULL ? rest.end : end + 1;
    }
    return false;
}
