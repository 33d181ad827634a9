/* notice_reading.c: what the tests of the notice reader share. */
#include "notice_reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"

static notice_plan *read_bytes(const char *text, size_t size, tz_status expected)
{
    notice_options options = {.language = TZ_ZH};
    notice_plan *plan = NULL;
    assert_int_equal(notice_read(text, size, &options, &plan), expected);
    assert_non_null(plan);
    return plan;
}

notice_plan *read_notice_text(const char *text, tz_status expected)
{
    return read_bytes(text, strlen(text), expected);
}

notice_plan *read_notice_file(const char *path, tz_status expected)
{
    tz_buffer name = {0}, text = {0};
    char piece[4096];
    size_t size;
    tz_buffer_format(&name, SOURCE_DIR "/%s", path);
    FILE *file = fopen(tz_buffer_text(&name), "rb");
    assert_non_null(file);
    while ((size = fread(piece, 1, sizeof piece, file)) > 0)
        tz_buffer_add(&text, piece, size);
    fclose(file);
    notice_plan *plan = read_bytes(tz_buffer_text(&text), text.size, expected);
    tz_buffer_free(&text);
    tz_buffer_free(&name);
    return plan;
}

const notice_task *task_of(const notice_plan *plan, const char *code)
{
    for (size_t i = 0; i < plan->task_count; i++) {
        if (strcmp(plan->tasks[i].code, code) == 0)
            return &plan->tasks[i];
    }
    fail_msg("no task %s", code);
    return NULL;
}

static void add_name(tz_buffer *names, const char *name)
{
    if (names->size > 0)
        tz_buffer_add_text(names, "、");
    tz_buffer_add_text(names, name);
}

void assert_leaders(const notice_task *task, const char *names)
{
    tz_buffer joined = {0};
    for (size_t i = 0; i < task->leader_count; i++)
        add_name(&joined, task->leaders[i].name);
    assert_string_equal(tz_buffer_text(&joined), names);
    tz_buffer_free(&joined);
}

static void assert_units(const notice_task *task, notice_role role, const char *names)
{
    tz_buffer joined = {0};
    for (size_t i = 0; i < task->unit_count; i++) {
        if (task->units[i].role == role)
            add_name(&joined, task->units[i].name);
    }
    assert_string_equal(tz_buffer_text(&joined), names);
    tz_buffer_free(&joined);
}

void assert_lead_units(const notice_task *task, const char *names)
{
    assert_units(task, NOTICE_LEAD, names);
}

void assert_responsible_units(const notice_task *task, const char *names)
{
    assert_units(task, NOTICE_RESPONSIBLE, names);
}

size_t count_findings(const notice_plan *plan, notice_severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->finding_count; i++)
        count += plan->findings[i].severity == severity;
    return count;
}

static bool has_code(const notice_finding *finding, const char *code)
{
    if (finding->code == NULL || code == NULL)
        return finding->code == code;
    return strcmp(finding->code, code) == 0;
}

void assert_finding(const notice_plan *plan, notice_severity severity, size_t line,
                    const char *code, const char *part)
{
    for (size_t i = 0; i < plan->finding_count; i++) {
        const notice_finding *finding = &plan->findings[i];
        if (finding->severity == severity && finding->line == line && has_code(finding, code) &&
            strstr(finding->text, part) != NULL)
            return;
    }
    fail_msg("no finding of severity %d at line %zu of task %s that holds %s", (int)severity, line,
             code == NULL ? "(none)" : code, part);
}
