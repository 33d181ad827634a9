/* Any bytes as a notice: whatever they are, a plan comes out whose parts fit together as notice.h
 * promises. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "notice.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void require_text(const char *text)
{
    require(text != NULL && tz_utf8_is_valid(text, strlen(text), NULL));
}

static void check_task(const notice_plan *plan, int index)
{
    const notice_task *task = &plan->tasks[index];
    require_text(task->code);
    require_text(task->text);
    require_text(task->source_text);
    require(task->section >= -1 && task->section < (int)plan->section_count);
    require(task->parent >= -1 && task->parent < index);
    require(task->first_line >= 1 && task->first_line <= task->last_line);
    require(task->due_on == NULL || strlen(task->due_on) == strlen("2022-12-31"));
    for (size_t i = 0; i < task->leader_count; i++)
        require_text(task->leaders[i].name);
    for (size_t i = 0; i < task->unit_count; i++) {
        require_text(task->units[i].name);
        require_text(task->units[i].written_as);
        require(i == 0 || task->units[i].role == NOTICE_RESPONSIBLE ||
                task->units[i - 1].role == NOTICE_LEAD);
    }
}

static void check_plan(const notice_plan *plan)
{
    for (size_t i = 0; i < plan->section_count; i++) {
        require(plan->sections[i].parent >= -1 && plan->sections[i].parent < (int)i);
        require_text(plan->sections[i].label);
        require_text(plan->sections[i].title);
    }
    for (size_t i = 0; i < plan->task_count; i++)
        check_task(plan, (int)i);
    for (size_t i = 0; i < plan->finding_count; i++) {
        require_text(plan->findings[i].text);
        require(i == 0 || plan->findings[i - 1].line <= plan->findings[i].line);
    }
    require(plan->signed_on == NULL || strlen(plan->signed_on) == strlen("2022-03-11"));
}

/* No two tasks of a plan share a code; small plans only, as this compares each with each. */
static void check_codes(const notice_plan *plan)
{
    for (size_t i = 0; i < plan->task_count && plan->task_count <= 100; i++) {
        for (size_t j = 0; j < i; j++)
            require(strcmp(plan->tasks[i].code, plan->tasks[j].code) != 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const notice_alias aliases[] = {{"市旅游集团", "市旅游集团有限公司", "示例"}};
    notice_plan *plan;
    if (!tz_utf8_is_valid((const char *)bytes, size, NULL))
        return 0;
    notice_options options = {.language = size % 2 == 0 ? TZ_ZH : TZ_EN,
                              .aliases = aliases,
                              .alias_count = sizeof aliases / sizeof *aliases};
    tz_status status = notice_read((const char *)bytes, size, &options, &plan);
    require(status == TZ_OK || status == TZ_REJECTED);
    require((status == TZ_OK) == (plan->task_count > 0));
    check_plan(plan);
    check_codes(plan);
    notice_plan_free(plan);
    return 0;
}
