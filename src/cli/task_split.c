/* task_split.c: a task divided into sub-items (任务分解). */
#include <stdlib.h>
#include <string.h>

#include "command.h"

static option_list part_list;

/* "文字|单位" is a part with lead units of its own; the bar may be full-width. */
static tz_status read_part(cli *run, const char *text, tz_task_part *part)
{
    static const char *const bars[] = {"|", "｜"};
    *part = (tz_task_part){.text = text};
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        const char *bar = strstr(text, bars[i]);
        if (!bar)
            continue;
        part->text = keep_text(run, strndup(text, (size_t)(bar - text)));
        part->lead_units = bar + strlen(bars[i]);
        return part->text ? TZ_OK : complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    }
    return TZ_OK;
}

static tz_status split_task(cli *run, void *context)
{
    return tz_task_split(run->ledger, run->arguments[0], context, part_list.count, run->options.on);
}

static tz_status read_parts(cli *run, tz_task_part *parts)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < part_list.count; i++)
        status = read_part(run, part_list.values[i], &parts[i]);
    return status;
}

static tz_status run_split(cli *run)
{
    tz_task_part *parts = calloc(part_list.count + 1, sizeof *parts);
    tz_status status =
        parts ? read_parts(run, parts) : complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    if (status == TZ_OK)
        status = write_ledger(run, split_task, parts, false);
    if (status == TZ_OK)
        say(run,
            "任务 %s 已分解为 %zu 项；原有进展、指标和节点留在 %s，各分项的请用 target add、"
            "milestone add 另设",
            "task %s: divided into %zu; its entries, targets and milestones stay with %s: give the "
            "parts theirs with target add and milestone add",
            run->arguments[0], part_list.count, run->arguments[0]);
    free(parts);
    free(part_list.values);
    part_list = (option_list){0};
    return status;
}

static const option_row split_options[] = {
    {"part", 0, OPTION_LIST, &part_list,
     "一个分项的内容，可加“|牵头单位”（不写则与任务相同）；给出两次以上",
     "what one part is to do, with its lead units behind a | (else the task's); given twice or "
     "more",
     "文字[|单位]", "TEXT[|NAMES]", 0},
    OPTIONS_END,
};

const command_entry task_split_command = {
    "task split",
    "把一项任务分解为分项；自 --on 之日起由分项报送，任务只作汇总",
    "divide a task: from --on its parts owe the entries, and it shows what they come to",
    "任务编号",
    "TASK",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    split_options,
    run_split,
};
