/* csv.h: rows as Excel and WPS save them */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "csv.h"

/* A literal with its size. */
#define BYTES(literal) literal, sizeof(literal) - 1

/* The rows of a file written as "LINE:CELL|CELL;" one after another, and how reading ended. */
typedef struct reading {
    tz_buffer rows;
    tz_status status;
    tz_csv_problem problem;
    size_t problem_line;
} reading;

static void write_row(tz_buffer *rows, const tz_csv_row *row)
{
    tz_buffer_format(rows, "%zu:", row->line);
    for (size_t i = 0; i < row->count; i++)
        tz_buffer_format(rows, "%s%s", i > 0 ? "|" : "", row->cells[i]);
    tz_buffer_add_char(rows, ';');
}

static reading read_csv(const char *bytes, size_t size)
{
    reading result = {0};
    tz_text_source *source;
    tz_csv *csv;
    tz_csv_row row;
    bool has_row = true;
    assert_int_equal(tz_text_source_open_memory(bytes, size, &source, NULL), TZ_OK);
    assert_int_equal(tz_csv_open(source, &csv), TZ_OK);
    while (has_row) {
        result.status = tz_csv_next(csv, &row, &has_row);
        if (has_row)
            write_row(&result.rows, &row);
    }
    assert_int_equal(row.count, 0);
    assert_int_equal(tz_csv_next(csv, &row, &has_row), result.status); /* how it ended stays */
    assert_false(has_row);
    result.problem = tz_csv_problem_kind(csv);
    result.problem_line = tz_csv_problem_line(csv);
    tz_csv_close(csv);
    tz_text_source_close(source);
    return result;
}

static void assert_rows(const char *bytes, size_t size, const char *expected)
{
    reading result = read_csv(bytes, size);
    assert_string_equal(tz_buffer_text(&result.rows), expected);
    assert_int_equal(result.status, TZ_OK);
    assert_int_equal(result.problem, TZ_CSV_SOUND);
    assert_int_equal(result.problem_line, 0);
    tz_buffer_free(&result.rows);
}

static void assert_rejected(const char *bytes, size_t size, tz_csv_problem problem, size_t line)
{
    reading result = read_csv(bytes, size);
    assert_int_equal(result.status, TZ_REJECTED);
    assert_int_equal(result.problem, problem);
    assert_int_equal(result.problem_line, line);
    tz_buffer_free(&result.rows);
}

static void reads_rows(void **state)
{
    (void)state;
    assert_rows(BYTES("季度,任务编号\n2022Q1,172\n"), "1:季度|任务编号;2:2022Q1|172;");
    assert_rows(BYTES("a,b\r\n1,2"), "1:a|b;2:1|2;");
    assert_rows(BYTES("a,b\r1,2\r"), "1:a|b;2:1|2;");
}

static void reads_files_of_nothing(void **state)
{
    (void)state;
    assert_rows(BYTES(""), "");
    assert_rows(BYTES("\xEF\xBB\xBF"), "");
    assert_rows(BYTES("\n\r\n  \n\t\n"), "");
}

static void reads_what_excel_saves(void **state)
{
    (void)state;
    assert_rows(BYTES("\xEF\xBB\xBF编号,进展\r\n172,\"完成\"\"一期\"\",\n二期\"\r\n"),
                "1:编号|进展;2:172|完成\"一期\",\n二期;");
    assert_rows(BYTES("\xEF\xBB\xBF\"编号\",进展\r\n"), "1:编号|进展;");
    /* 台 CCA8, 账 D5CB; 慭 91 5C (its second byte is a backslash), 垄 C2 A2 */
    assert_rows(BYTES("\xCC\xA8\xD5\xCB,\"\xCC\xA8\n\"\r\n\xC2\xA2,2\r\n"), "1:台账|台;3:垄|2;");
}

static void keeps_empty_cells(void **state)
{
    (void)state;
    assert_rows(BYTES("a,b,c\n1,,\n,,\n,2,\n"), "1:a|b|c;2:1||;3:||;4:|2|;");
    assert_rows(BYTES("a,\"\"\n,"), "1:a|;2:|;");
}

static void takes_blanks_off(void **state)
{
    (void)state;
    assert_rows(BYTES(" a ,　b　,\"\n c d\t\"\n"), "1:a|b|c d;");
}

static void passes_over_blank_lines_and_counts_them(void **state)
{
    (void)state;
    assert_rows(BYTES("\n\na,b\n\n \t\n1,2\n　\n\"\"\n3,4\n"), "3:a|b;6:1|2;9:3|4;");
    assert_rows(BYTES("a,b\r\n\r\n1,2\r\n"), "1:a|b;3:1|2;");
    assert_rows(BYTES("a,b\r\r1,2\r"), "1:a|b;3:1|2;");
}

static void counts_lines_inside_cells(void **state)
{
    (void)state;
    assert_rows(BYTES("a,b\n\"x\n\ny\",\"p\r\nq\"\n1,2\n"), "1:a|b;2:x\n\ny|p\r\nq;6:1|2;");
    assert_rows(BYTES("\"x\ry\"\r1\r"), "1:x\ry;3:1;");
}

static void finds_the_separator_in_the_first_row(void **state)
{
    (void)state;
    assert_rows(BYTES("a;b;c\n1,5;2;3\n"), "1:a|b|c;2:1,5|2|3;");
    assert_rows(BYTES("a\tb\n1,5\t2\n\t\n"), "1:a|b;2:1,5|2;3:|;");
    assert_rows(BYTES("\"a,b,c\";\"d\"\n1;2\n"), "1:a,b,c|d;2:1|2;");
    assert_rows(BYTES("\n\t\n\"a;\n;\",b\n1,2\n"), "3:a;\n;|b;5:1|2;");
    assert_rows(BYTES("a\n1;2\n"), "1:a;2:1;2;");
    assert_rows(BYTES("a,b;c\n"), "1:a|b;c;");
    assert_rows(BYTES("a；b，c,d\n"), "1:a；b，c|d;");
}

static void names_the_line_where_an_open_quote_began(void **state)
{
    (void)state;
    assert_rejected(BYTES("a,b\n1,\"open\n2,3\n4,5\n"), TZ_CSV_OPEN_QUOTE, 2);
    assert_rejected(BYTES("a,b\n\"x\ny\",\"open\n4,5"), TZ_CSV_OPEN_QUOTE, 3);
    assert_rejected(BYTES("\n\"open"), TZ_CSV_OPEN_QUOTE, 2);
    /* the quotes of a later row close it, and the text behind them gives it away */
    assert_rejected(BYTES("a,b\n1,\"open\n2,\"x\"\n"), TZ_CSV_STRAY_QUOTE, 2);
}

static void rejects_stray_quotes(void **state)
{
    (void)state;
    assert_rejected(BYTES("a,b\n\n1,x\"y\n"), TZ_CSV_STRAY_QUOTE, 3);
    assert_rejected(BYTES("a,b\n1,\"x\"y\n"), TZ_CSV_STRAY_QUOTE, 2);
    assert_rejected(BYTES("a,b\n1,\"he said \"hi\"\"\n"), TZ_CSV_STRAY_QUOTE, 2);
}

static void hands_out_the_rows_before_a_problem(void **state)
{
    (void)state;
    reading result = read_csv(BYTES("a,b\n1,2\n3,x\"y\n5,6\n"));
    assert_string_equal(tz_buffer_text(&result.rows), "1:a|b;2:1|2;");
    assert_int_equal(result.status, TZ_REJECTED);
    tz_buffer_free(&result.rows);
}

static void add_repeated(tz_buffer *buffer, const char *text, size_t times)
{
    for (size_t i = 0; i < times; i++)
        tz_buffer_add_text(buffer, text);
}

static void bounds_the_cells_of_a_row(void **state)
{
    (void)state;
    tz_buffer file = {0}, expected = {0};
    tz_buffer_add_text(&file, "a,b\n");
    tz_buffer_add_text(&expected, "1:a|b;2:");
    add_repeated(&file, "x,", 999);
    add_repeated(&expected, "x|", 999);
    tz_buffer_add_text(&expected, "x;");
    tz_buffer_add_text(&file, "x"); /* 1,000 */
    assert_rows(file.bytes, file.size, expected.bytes);
    tz_buffer_add_text(&file, ",x\n"); /* 1,001 */
    assert_rejected(file.bytes, file.size, TZ_CSV_TOO_MANY_CELLS, 2);
    tz_buffer_free(&file);
    tz_buffer_free(&expected);
}

static void bounds_the_length_of_a_cell(void **state)
{
    (void)state;
    tz_buffer file = {0}, expected = {0};
    tz_buffer_add_text(&file, "a,b\n1,");
    add_repeated(&file, "x", 1 << 20);
    tz_buffer_add_text(&expected, "1:a|b;2:1|");
    add_repeated(&expected, "x", 1 << 20);
    tz_buffer_add_text(&expected, ";");
    assert_rows(file.bytes, file.size, expected.bytes);
    tz_buffer_add_text(&file, "x");
    assert_rejected(file.bytes, file.size, TZ_CSV_CELL_TOO_LONG, 2);
    tz_buffer_free(&file);
    tz_buffer_free(&expected);
}

/* A quote forgotten at the top of a large file must not take its size in memory. */
static void bounds_an_open_quote(void **state)
{
    (void)state;
    tz_buffer file = {0};
    tz_buffer_add_text(&file, "a,b\n1,\"open\n");
    add_repeated(&file, "2022Q1,172,完成3.9公里\n", 200000);
    assert_rejected(file.bytes, file.size, TZ_CSV_CELL_TOO_LONG, 2);
    tz_buffer_free(&file);
}

static void bounds_the_length_of_a_row(void **state)
{
    (void)state;
    tz_buffer file = {0};
    tz_buffer_add_text(&file, "a,b\n");
    for (int cell = 0; cell < 5; cell++) {
        add_repeated(&file, "x", 1000000);
        tz_buffer_add_text(&file, ",");
    }
    assert_rejected(file.bytes, file.size, TZ_CSV_ROW_TOO_LONG, 2);
    tz_buffer_free(&file);
}

/* 50,000 rows, so that every kind of byte falls on the border of two pieces: a line end between CR
 * and LF, a character, a quote between its two. 27 bytes a row are prime to the size of a piece. */
static void assert_many_rows(const char *row, size_t lines_each, const char *first,
                             const char *second)
{
    tz_buffer file = {0};
    tz_text_source *source;
    tz_csv *csv;
    tz_csv_row read;
    bool has_row;
    add_repeated(&file, row, 50000);
    assert_int_equal(tz_text_source_open_memory(file.bytes, file.size, &source, NULL), TZ_OK);
    assert_int_equal(tz_csv_open(source, &csv), TZ_OK);
    for (size_t i = 0; i < 50000; i++) {
        assert_int_equal(tz_csv_next(csv, &read, &has_row), TZ_OK);
        assert_true(has_row);
        assert_int_equal(read.line, 1 + i * lines_each);
        assert_int_equal(read.count, 2);
        assert_string_equal(read.cells[0], first);
        assert_string_equal(read.cells[1], second);
    }
    assert_int_equal(tz_csv_next(csv, &read, &has_row), TZ_OK);
    assert_false(has_row);
    tz_csv_close(csv);
    tz_text_source_close(source);
    tz_buffer_free(&file);
}

static void joins_what_is_cut_between_pieces(void **state)
{
    (void)state;
    assert_many_rows("台账,\"\"\"完\r\n成\"\"\"\r\n\r\n\r\n", 4, "台账", "\"完\r\n成\"");
    assert_many_rows("\xCC\xA8\xD5\xCB,\"\"\"\xCC\xA8\"\"!\"\r\n\r\n", 2, "台账", "\"台\"!");
}

/* A first row that spans several pieces still tells the separator. */
static void finds_the_separator_of_a_long_first_row(void **state)
{
    (void)state;
    tz_buffer file = {0}, expected = {0};
    tz_buffer_add_text(&file, "\"");
    add_repeated(&file, "x,", 50000);
    tz_buffer_add_text(&file, "y\";b\n1;2\n");
    tz_buffer_add_text(&expected, "1:");
    add_repeated(&expected, "x,", 50000);
    tz_buffer_add_text(&expected, "y|b;2:1|2;");
    assert_rows(file.bytes, file.size, expected.bytes);
    tz_buffer_free(&file);
    tz_buffer_free(&expected);
}

static void reports_a_file_that_has_changed(void **state)
{
    (void)state;
    tz_buffer file = {0};
    tz_text_source *source;
    tz_csv *csv;
    tz_csv_row row;
    bool has_row = true;
    tz_status status = TZ_OK;
    add_repeated(&file, "a,b\n", 50000);
    assert_int_equal(tz_text_source_open_memory(file.bytes, file.size, &source, NULL), TZ_OK);
    memset(file.bytes + file.size - 4, '\xFF', 4);
    assert_int_equal(tz_csv_open(source, &csv), TZ_OK);
    while (has_row)
        status = tz_csv_next(csv, &row, &has_row);
    assert_int_equal(status, TZ_REJECTED);
    assert_int_equal(tz_csv_problem_kind(csv), TZ_CSV_NOT_TEXT);
    assert_int_equal(tz_csv_problem_line(csv), 50000);
    tz_csv_close(csv);
    tz_text_source_close(source);
    tz_buffer_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_rows),
        cmocka_unit_test(reads_files_of_nothing),
        cmocka_unit_test(reads_what_excel_saves),
        cmocka_unit_test(keeps_empty_cells),
        cmocka_unit_test(takes_blanks_off),
        cmocka_unit_test(passes_over_blank_lines_and_counts_them),
        cmocka_unit_test(counts_lines_inside_cells),
        cmocka_unit_test(finds_the_separator_in_the_first_row),
        cmocka_unit_test(names_the_line_where_an_open_quote_began),
        cmocka_unit_test(rejects_stray_quotes),
        cmocka_unit_test(hands_out_the_rows_before_a_problem),
        cmocka_unit_test(bounds_the_cells_of_a_row),
        cmocka_unit_test(bounds_the_length_of_a_cell),
        cmocka_unit_test(bounds_an_open_quote),
        cmocka_unit_test(bounds_the_length_of_a_row),
        cmocka_unit_test(joins_what_is_cut_between_pieces),
        cmocka_unit_test(finds_the_separator_of_a_long_first_row),
        cmocka_unit_test(reports_a_file_that_has_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
