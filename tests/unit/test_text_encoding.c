/* encoding.h: UTF-8, GB18030, and what is neither */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "encoding.h"

/* A literal with its size, which may hold a NUL. */
#define BYTES(literal) literal, sizeof(literal) - 1

/* Larger than any piece that a source reads at once. */
enum { SEVERAL_PIECES = 300000, NO_LIMIT = 1 << 30 };

static void assert_reads(tz_text_source *source, const char *expected, size_t size)
{
    tz_buffer text = {0};
    assert_int_equal(tz_text_source_read_all(source, NO_LIMIT, &text), TZ_OK);
    assert_int_equal(text.size, size);
    assert_memory_equal(tz_buffer_text(&text), expected, size);
    tz_buffer_free(&text);
}

static void assert_text(const char *bytes, size_t size, tz_encoding encoding, const char *expected)
{
    tz_text_source *source;
    size_t line = 99;
    assert_int_equal(tz_text_source_open_memory(bytes, size, &source, &line), TZ_OK);
    assert_int_equal(line, 0);
    assert_int_equal(tz_text_source_encoding(source), encoding);
    assert_reads(source, expected, strlen(expected));
    tz_text_source_close(source);
}

static void assert_rejected(const char *bytes, size_t size, size_t expected_line)
{
    tz_text_source *source = (tz_text_source *)&size;
    size_t line = 99;
    assert_int_equal(tz_text_source_open_memory(bytes, size, &source, &line), TZ_REJECTED);
    assert_null(source);
    assert_int_equal(line, expected_line);
}

static void validates_utf8(void **state)
{
    (void)state;
    size_t offset = 99;
    assert_true(tz_utf8_is_valid(BYTES(""), &offset));
    assert_true(
        tz_utf8_is_valid(BYTES("a\xC2\x80\xE0\xA0\x80\xED\x9F\xBF\xF4\x8F\xBF\xBF"), &offset));
    assert_true(tz_utf8_is_valid("台", 3, NULL));
}

/* The limits of RFC 3629: each is one step outside of a well-formed sequence. */
static void finds_malformed_utf8(void **state)
{
    (void)state;
    const char *const malformed[] = {"\x80",
                                     "\xC0\x80",
                                     "\xC1\xBF",
                                     "\xC2",
                                     "\xC2\x7F",
                                     "\xE0\x9F\xBF",
                                     "\xED\xA0\x80",
                                     "\xE5\x8F",
                                     "\xE5\x8F\x41",
                                     "\xF0\x8F\xBF\xBF",
                                     "\xF4\x90\x80\x80",
                                     "\xF5\x80\x80\x80",
                                     "\xF0\xA0\x80",
                                     "\xFF",
                                     "\xE5\xC0\x80"};
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        char text[16];
        size_t offset = 99;
        snprintf(text, sizeof text, "a台%s", malformed[i]);
        assert_false(tz_utf8_is_valid(text, strlen(text), &offset));
        assert_int_equal(offset, 4);
    }
}

static void reads_utf8_with_and_without_mark(void **state)
{
    (void)state;
    assert_text(BYTES("台账\n"), TZ_UTF8, "台账\n");
    assert_text(BYTES("\xEF\xBB\xBF台账\n"), TZ_UTF8, "台账\n");
    assert_text(BYTES("a\xEF\xBB\xBF"), TZ_UTF8, "a\xEF\xBB\xBF");
    assert_text(BYTES("plain"), TZ_UTF8, "plain");
}

static void reads_files_of_nothing(void **state)
{
    (void)state;
    assert_text(BYTES(""), TZ_UTF8, "");
    assert_text(BYTES("\xEF\xBB\xBF"), TZ_UTF8, "");
}

/* By the standard's table: 台 CCA8, 账 D5CB, € A2E3; U+20000 is 95328236, the mark 84319533. */
static void reads_gb18030(void **state)
{
    (void)state;
    assert_text(BYTES("\xCC\xA8\xD5\xCB\r\n172"), TZ_GB18030, "台账\r\n172");
    assert_text(BYTES("\xA2\xE3"), TZ_GB18030, "€");
    assert_text(BYTES("\xCC\xA8\x95\x32\x82\x36"), TZ_GB18030, "台\xF0\xA0\x80\x80");
    assert_text(BYTES("\x84\x31\x95\x33\xCC\xA8"), TZ_GB18030, "台");
}

static void rejects_what_is_neither(void **state)
{
    (void)state;
    assert_rejected(BYTES("a\nb\n\xCC\xA8\xFF\n"), 3);
    assert_rejected(BYTES("a\r\nb\r\nc\r\n\xD5\x0A\xCC\xA8"), 4);
    assert_rejected(BYTES("\xCC\xA8\xD5"), 1); /* cut inside 账 */
    assert_rejected(BYTES("\xCC\xA8\x95\x32\x82"), 1);
}

/* E5 8F B0 E8 B4 A6 without its last bytes is well-formed GB18030 too, and would be read as other
 * characters. */
static void rejects_damaged_utf8(void **state)
{
    (void)state;
    assert_rejected(BYTES("序号,任务\n1,台\xE8"), 2);
    assert_rejected(BYTES("序号,任务\n1,台\xE8\xB4"), 2);
    assert_rejected(BYTES("台账\n任\xE5\x8A\n台账\n"), 2);
    assert_rejected(BYTES("台\xE8"), 1);
    assert_rejected(BYTES("\xEF\xBB\xBF"
                          "a\n\xD5\xCB\n"),
                    2);
}

static void rejects_what_is_no_text(void **state)
{
    (void)state;
    assert_rejected(BYTES("\xFF\xFEs\0,\0"), 0);
    assert_rejected(BYTES("\xFE\xFF\0s\0,"), 0);
    assert_rejected(BYTES("a\nb\0c\n"), 2);
    assert_rejected(BYTES("\0"), 1);
    assert_rejected(BYTES("\xCC\xA8\n\xD5\xCB\0"), 2);
}

/* Whatever stands before it, a character that the end of a piece cuts comes out whole. */
static void assert_whole_characters(const char *character, const char *expected,
                                    tz_encoding encoding)
{
    size_t length = strlen(character);
    for (size_t shift = 0; shift < length; shift++) {
        tz_buffer bytes = {0}, text = {0};
        for (size_t i = 0; i < shift; i++) {
            tz_buffer_add_char(&bytes, 'a');
            tz_buffer_add_char(&text, 'a');
        }
        while (bytes.size < SEVERAL_PIECES) {
            tz_buffer_add_text(&bytes, character);
            tz_buffer_add_text(&text, expected);
        }
        assert_text(bytes.bytes, bytes.size, encoding, text.bytes);
        tz_buffer_free(&bytes);
        tz_buffer_free(&text);
    }
}

static void joins_characters_cut_between_pieces(void **state)
{
    (void)state;
    assert_whole_characters("台", "台", TZ_UTF8);
    assert_whole_characters("\xF0\xA0\x80\x80", "\xF0\xA0\x80\x80", TZ_UTF8);
    assert_whole_characters("\xD5\xCB", "账", TZ_GB18030);
    assert_whole_characters("\x95\x32\x82\x36", "\xF0\xA0\x80\x80", TZ_GB18030);
}

static void hands_out_pieces_of_whole_characters(void **state)
{
    (void)state;
    tz_buffer bytes = {0};
    while (bytes.size < SEVERAL_PIECES)
        tz_buffer_add_text(&bytes, "台账");
    tz_text_source *source;
    assert_int_equal(tz_text_source_open_memory(bytes.bytes, bytes.size, &source, NULL), TZ_OK);
    size_t pieces = 0, total = 0, size = 1;
    const char *piece;
    while (size > 0) {
        assert_int_equal(tz_text_source_read(source, &piece, &size), TZ_OK);
        assert_true(tz_utf8_is_valid(piece, size, NULL));
        total += size;
        pieces += size > 0;
    }
    assert_int_equal(total, bytes.size);
    assert_true(pieces > 1);
    tz_text_source_close(source);
    tz_buffer_free(&bytes);
}

static void names_the_line_of_a_late_fault(void **state)
{
    (void)state;
    tz_buffer utf8 = {0}, gb18030 = {0};
    for (int line = 1; line <= 50000; line++) {
        tz_buffer_add_text(&utf8, "台账\r\n");
        tz_buffer_add_text(&gb18030, "\xCC\xA8\xD5\xCB\r\n");
    }
    tz_buffer_add_text(&utf8, "\xE5\x8F\n");
    tz_buffer_add_text(&gb18030, "\xFF\n");
    assert_rejected(utf8.bytes, utf8.size, 50001);
    assert_rejected(gb18030.bytes, gb18030.size, 50001);
    tz_buffer_free(&utf8);
    tz_buffer_free(&gb18030);
}

static void keeps_to_the_limit(void **state)
{
    (void)state;
    tz_text_source *source;
    tz_buffer text = {0};
    assert_int_equal(tz_text_source_open_memory(BYTES("台账"), &source, NULL), TZ_OK);
    assert_int_equal(tz_text_source_read_all(source, 5, &text), TZ_REJECTED);
    tz_text_source_close(source);
    tz_buffer_clear(&text);
    assert_int_equal(tz_text_source_open_memory(BYTES("台账"), &source, NULL), TZ_OK);
    assert_int_equal(tz_text_source_read_all(source, 6, &text), TZ_OK);
    assert_string_equal(tz_buffer_text(&text), "台账");
    tz_text_source_close(source);
    tz_buffer_free(&text);
}

/* A file of the test's own with these bytes. */
static void write_file(char path[], const char *bytes, size_t size)
{
    strcpy(path, "/tmp/test_text_encoding.XXXXXX");
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes, size), size);
    close(file);
}

static void reads_a_file_from_start_to_end(void **state)
{
    (void)state;
    char path[64];
    tz_text_source *source;
    write_file(path, BYTES("\xCC\xA8\xD5\xCB\n"));
    assert_int_equal(tz_text_source_open(path, &source, NULL), TZ_OK);
    assert_int_equal(tz_text_source_encoding(source), TZ_GB18030);
    assert_reads(source, BYTES("台账\n"));
    tz_text_source_close(source);
    unlink(path);
}

/* Standard input may stand behind a line that was read before. It stays open. */
static void reads_standard_input_from_where_it_stands(void **state)
{
    (void)state;
    char path[64];
    tz_text_source *source;
    write_file(path, BYTES("first\n台账\n"));
    assert_non_null(freopen(path, "rb", stdin));
    char first[7];
    assert_non_null(fgets(first, sizeof first, stdin));
    assert_int_equal(tz_text_source_open("-", &source, NULL), TZ_OK);
    assert_reads(source, BYTES("台账\n"));
    tz_text_source_close(source);
    assert_int_equal(fcntl(fileno(stdin), F_GETFD), 0);
    unlink(path);
}

/* Opens the reading end of a pipe by a path; what was written must fit into the pipe. */
static tz_status open_pipe(const char *bytes, size_t size, tz_text_source **source, size_t *line)
{
    int ends[2];
    char path[32];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, size), size);
    close(ends[1]);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
    tz_status status = tz_text_source_open(path, source, line);
    close(ends[0]);
    return status;
}

static void reads_a_pipe_through_a_temporary_file(void **state)
{
    (void)state;
    tz_text_source *source;
    size_t line;
    assert_int_equal(open_pipe(BYTES("\xCC\xA8\xD5\xCB\n"), &source, &line), TZ_OK);
    assert_reads(source, BYTES("台账\n"));
    tz_text_source_close(source);
    assert_int_equal(open_pipe(BYTES("a\n\xFF\n"), &source, &line), TZ_REJECTED);
    assert_int_equal(line, 2);
}

/* The temporary file may not grow: what a full disk does. */
static void says_why_a_pipe_could_not_be_kept(void **state)
{
    (void)state;
    struct rlimit before, small;
    char bytes[8192];
    tz_text_source *source;
    memset(bytes, 'a', sizeof bytes);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_IGN);
    small = before;
    small.rlim_cur = 1024;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    tz_status status = open_pipe(bytes, sizeof bytes, &source, NULL);
    int error = errno;
    setrlimit(RLIMIT_FSIZE, &before);
    assert_int_equal(status, TZ_IO);
    assert_int_equal(error, EFBIG);
    assert_null(source);
}

static void tells_apart_why_a_file_cannot_be_read(void **state)
{
    (void)state;
    tz_text_source *source;
    size_t line = 99;
    assert_int_equal(tz_text_source_open("/nonexistent/file.csv", &source, &line), TZ_NOT_FOUND);
    assert_null(source);
    assert_int_equal(line, 0);
    assert_int_equal(tz_text_source_open("/dev/null/file.csv", &source, &line), TZ_NOT_FOUND);
    errno = 0;
    assert_int_equal(tz_text_source_open("/", &source, &line), TZ_IO);
    assert_int_equal(errno, EISDIR);
    errno = 0;
    assert_int_equal(tz_text_source_open("/proc/self/mem", &source, &line), TZ_IO);
    assert_int_equal(errno, EIO);
}

/* What changes between the two readings is noticed and not handed out. */
static void notices_that_the_file_has_changed(void **state)
{
    (void)state;
    char text[] = "台账";
    tz_text_source *source;
    const char *bytes;
    size_t size;
    assert_int_equal(tz_text_source_open_memory(text, strlen(text), &source, NULL), TZ_OK);
    text[0] = '\xFF';
    assert_int_equal(tz_text_source_read(source, &bytes, &size), TZ_REJECTED);
    assert_int_equal(size, 0);
    tz_text_source_close(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(validates_utf8),
        cmocka_unit_test(finds_malformed_utf8),
        cmocka_unit_test(reads_utf8_with_and_without_mark),
        cmocka_unit_test(reads_files_of_nothing),
        cmocka_unit_test(reads_gb18030),
        cmocka_unit_test(rejects_what_is_neither),
        cmocka_unit_test(rejects_damaged_utf8),
        cmocka_unit_test(rejects_what_is_no_text),
        cmocka_unit_test(joins_characters_cut_between_pieces),
        cmocka_unit_test(hands_out_pieces_of_whole_characters),
        cmocka_unit_test(names_the_line_of_a_late_fault),
        cmocka_unit_test(keeps_to_the_limit),
        cmocka_unit_test(reads_a_file_from_start_to_end),
        cmocka_unit_test(reads_standard_input_from_where_it_stands),
        cmocka_unit_test(reads_a_pipe_through_a_temporary_file),
        cmocka_unit_test(says_why_a_pipe_could_not_be_kept),
        cmocka_unit_test(tells_apart_why_a_file_cannot_be_read),
        cmocka_unit_test(notices_that_the_file_has_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
