/* test_proposal_gold.c: the 2022 notice as read against what a person reads in it: targets-2022.csv
 * lists every number that is a target, kinds-2022.csv every leaf task's kind. Both were written
 * from the notice by eye. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"
#include "notice.h"

/* ---------------------------------------------------------------- rows as text */

typedef struct row_list {
    char *rows[400];
    size_t count;
} row_list;

static void add_row(row_list *list, const char *row)
{
    assert_true(list->count < sizeof list->rows / sizeof *list->rows);
    list->rows[list->count] = strdup(row);
    assert_non_null(list->rows[list->count++]);
}

static void free_rows(row_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->rows[i]);
    list->count = 0;
}

static void read_gold(const char *path, row_list *gold)
{
    char line[1000];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file)); /* the header */
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        add_row(gold, line);
    }
    fclose(file);
}

static bool has_row(const row_list *list, const char *row)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->rows[i], row) == 0)
            return true;
    return false;
}

/* Prints the rows of `list` that `other` lacks; how many they were. */
static size_t report_missing(const row_list *list, const row_list *other, const char *mark)
{
    size_t missing = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (has_row(other, list->rows[i]))
            continue;
        print_message("%s %s\n", mark, list->rows[i]);
        missing++;
    }
    return missing;
}

static void assert_same_rows(const row_list *gold, const row_list *read)
{
    size_t differences = report_missing(gold, read, "by eye:     ");
    differences += report_missing(read, gold, "by program: ");
    assert_int_equal(differences, 0);
    assert_int_equal(gold->count, read->count);
}

/* ---------------------------------------------------------------- the notice */

static int read_notice(void **state)
{
    const notice_options options = {.language = TZ_ZH};
    static char text[200000];
    FILE *file = fopen(SOURCE_DIR "/data/liaocheng-2022-5.txt", "r");
    size_t size;
    assert_non_null(file);
    size = fread(text, 1, sizeof text, file);
    fclose(file);
    assert_int_equal(notice_read(text, size, &options, (notice_plan **)state), TZ_OK);
    return 0;
}

static int free_notice(void **state)
{
    notice_plan_free(*state);
    return 0;
}

static void add_target_row(row_list *list, const notice_task *task, size_t index)
{
    static const char *const kinds[] = {
        [NOTICE_AMOUNT] = "amount", [NOTICE_LEVEL] = "level", [NOTICE_REACH] = "reach"};
    const notice_target *target = &task->targets[index];
    tz_buffer row = {0};
    tz_buffer_format(&row, "%s,%zu,%s,%s,%s,%d,%.10g,", task->code, index + 1, target->name,
                     kinds[target->kind], target->at_most ? "<=" : ">=", target->is_about,
                     target->value);
    if (target->value_high > 0)
        tz_buffer_format(&row, "%.10g", target->value_high);
    tz_buffer_format(&row, ",%s", target->measure);
    add_row(list, tz_buffer_text(&row));
    tz_buffer_free(&row);
}

static void targets_are_those_read_by_eye(void **state)
{
    const notice_plan *plan = *state;
    row_list gold = {0};
    row_list read = {0};
    read_gold(SOURCE_DIR "/tests/unit/targets-2022.csv", &gold);
    for (size_t i = 0; i < plan->task_count; i++)
        for (size_t j = 0; j < plan->tasks[i].target_count; j++)
            add_target_row(&read, &plan->tasks[i], j);
    assert_same_rows(&gold, &read);
    free_rows(&gold);
    free_rows(&read);
}

static bool is_leaf(const notice_plan *plan, size_t index)
{
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan->tasks[i].parent >= 0 && (size_t)plan->tasks[i].parent == index)
            return false;
    return true;
}

static void kinds_are_those_read_by_eye(void **state)
{
    const notice_plan *plan = *state;
    row_list gold = {0};
    row_list read = {0};
    read_gold(SOURCE_DIR "/tests/unit/kinds-2022.csv", &gold);
    for (size_t i = 0; i < plan->task_count; i++) {
        const notice_task *task = &plan->tasks[i];
        char row[200];
        snprintf(row, sizeof row, "%s,%s,%s", task->code, task->is_staged ? "staged" : "standing",
                 task->due_on != NULL ? task->due_on : "");
        if (is_leaf(plan, i))
            add_row(&read, row);
    }
    assert_same_rows(&gold, &read);
    free_rows(&gold);
    free_rows(&read);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(targets_are_those_read_by_eye),
        cmocka_unit_test(kinds_are_those_read_by_eye),
    };
    return cmocka_run_group_tests(tests, read_notice, free_notice);
}
