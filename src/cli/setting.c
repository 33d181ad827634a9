/* setting.c: the thresholds that an office may choose (设置). */
#include "command.h"

const command_entry setting_list_command = {
    "setting list",
    "设置一览：值、范围、含义",
    "list the settings with their bounds and meanings",
    "",
    "",
    0,
    0,
    TAKES_ALWAYS,
    NULL,
    run_list,
};

static tz_status set_setting(cli *run, void *context)
{
    (void)context;
    return tz_setting_set(run->ledger, run->arguments[0], run->arguments[1]);
}

static tz_status run_set(cli *run)
{
    tz_status status = write_ledger(run, set_setting, NULL, false);
    if (status == TZ_OK)
        say(run, "%s 已设为 %s；已开启的调度不变", "%s is %s; rounds that were opened keep theirs",
            run->arguments[0], run->arguments[1]);
    return status;
}

const command_entry setting_set_command = {
    "setting set",
    "更改设置；已开启的季度不变",
    "change a setting; rounds that were opened keep theirs",
    "名称 值",
    "NAME VALUE",
    2,
    2,
    TAKES_ACTOR,
    NULL,
    run_set,
};
