/* test_notice_aliases.c: data/aliases-2022.csv and data/members-2022.csv fit the notice they were
 * read from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "csv.h"
#include "notice_reading.h"

enum { MOST_ROWS = 20 };

/* Three columns of a CSV file without its header. */
typedef struct three_columns {
    char *cells[MOST_ROWS][3];
    size_t count;
} three_columns;

static three_columns read_columns(const char *path, const char *const header[3])
{
    three_columns columns = {0};
    tz_text_source *source;
    tz_csv *csv;
    tz_csv_row row;
    bool has_row;
    assert_int_equal(tz_text_source_open(path, &source, NULL), TZ_OK);
    assert_int_equal(tz_csv_open(source, &csv), TZ_OK);
    assert_int_equal(tz_csv_next(csv, &row, &has_row), TZ_OK);
    assert_int_equal(row.count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(row.cells[i], header[i]);
    while (tz_csv_next(csv, &row, &has_row) == TZ_OK && has_row) {
        assert_true(row.count == 3 && columns.count < MOST_ROWS);
        for (size_t i = 0; i < 3; i++) {
            assert_true(row.cells[i][0] != '\0');
            columns.cells[columns.count][i] = strdup(row.cells[i]);
        }
        columns.count++;
    }
    tz_csv_close(csv);
    tz_text_source_close(source);
    return columns;
}

static void free_columns(three_columns *columns)
{
    for (size_t i = 0; i < columns->count; i++) {
        for (size_t j = 0; j < 3; j++)
            free(columns->cells[i][j]);
    }
}

static three_columns read_aliases(void)
{
    static const char *const header[] = {"alias", "name", "reason"};
    return read_columns(SOURCE_DIR "/data/aliases-2022.csv", header);
}

static const notice_unit *unit_written_as(const notice_plan *plan, const char *name)
{
    for (size_t i = 0; i < plan->task_count; i++) {
        for (size_t j = 0; j < plan->tasks[i].unit_count; j++) {
            if (strcmp(plan->tasks[i].units[j].written_as, name) == 0)
                return &plan->tasks[i].units[j];
        }
    }
    return NULL;
}

/* Reads the notice's own text with the aliases of the file. */
static notice_plan *read_with(const three_columns *columns)
{
    notice_alias aliases[MOST_ROWS];
    tz_text_source *source;
    tz_buffer text = {0};
    notice_plan *plan;
    for (size_t i = 0; i < columns->count; i++)
        aliases[i] =
            (notice_alias){columns->cells[i][0], columns->cells[i][1], columns->cells[i][2]};
    notice_options options = {.language = TZ_ZH, .aliases = aliases, .alias_count = columns->count};
    assert_int_equal(tz_text_source_open(SOURCE_DIR "/data/liaocheng-2022-5.txt", &source, NULL),
                     TZ_OK);
    assert_int_equal(tz_text_source_read_all(source, 1 << 20, &text), TZ_OK);
    tz_text_source_close(source);
    assert_int_equal(notice_read(tz_buffer_text(&text), text.size, &options, &plan), TZ_OK);
    tz_buffer_free(&text);
    return plan;
}

static void test_aliases_are_in_the_notice(void **state)
{
    (void)state;
    three_columns columns = read_aliases();
    notice_plan *plan = read_with(&columns);
    assert_int_equal(columns.count, 4);
    for (size_t i = 0; i < columns.count; i++) {
        const notice_unit *unit = unit_written_as(plan, columns.cells[i][0]);
        assert_non_null(unit);
        assert_string_equal(unit->name, columns.cells[i][1]);
        assert_non_null(unit_written_as(plan, columns.cells[i][1]));
    }
    notice_plan_free(plan);
    free_columns(&columns);
}

static void test_each_use_is_reported(void **state)
{
    (void)state;
    three_columns columns = read_aliases();
    notice_plan *plan = read_with(&columns);
    assert_int_equal(plan->finding_count, 7 + 4);
    assert_finding(plan, NOTICE_REPAIRED, 49, "6(1)", "市安全生产委员会成员单位");
    assert_finding(plan, NOTICE_REPAIRED, 172, "50", "聊城黄河河务局");
    assert_finding(plan, NOTICE_REPAIRED, 312, "99", "市旅游发展集团");
    assert_finding(plan, NOTICE_REPAIRED, 468, "153", "市退役军人事务局");
    assert_lead_units(task_of(plan, "153"), "市国防动员委员会办公室、市退役军人事务局");
    notice_plan_free(plan);
    free_columns(&columns);
}

static void test_members_are_in_the_notice(void **state)
{
    (void)state;
    static const char *const header[] = {"collective", "member", "reason"};
    three_columns columns = read_columns(SOURCE_DIR "/data/members-2022.csv", header);
    notice_plan *plan = read_notice_file("data/liaocheng-2022-5.txt", TZ_OK);
    size_t counties = 0;
    for (size_t i = 0; i < columns.count; i++) {
        const notice_unit *collective = unit_written_as(plan, columns.cells[i][0]);
        const notice_unit *member = unit_written_as(plan, columns.cells[i][1]);
        assert_true(collective != NULL && collective->is_collective);
        assert_true(member != NULL && !member->is_collective);
        counties += strcmp(columns.cells[i][0], "各县（市、区）人民政府") == 0;
    }
    assert_int_equal(counties, 8);
    assert_int_equal(columns.count, 8 + 3);
    notice_plan_free(plan);
    free_columns(&columns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_aliases_are_in_the_notice),
        cmocka_unit_test(test_each_use_is_reported),
        cmocka_unit_test(test_members_are_in_the_notice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
