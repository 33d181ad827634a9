/* action_step.c: what follows an action (督查行动): reply, conclusion, rectification, verification,
 * close. */
#include <inttypes.h>

#include "command.h"

static const char *text, *delivered_on, *rectify_due, *result, *verified_by;
static bool says_yes;

/* Records one step of the action `action_id`. */
typedef tz_status step_function(cli *run, int64_t action_id);

/* Takes the step for every action that the arguments name, as one write. */
static tz_status take_steps(cli *run, void *context)
{
    step_function *const *step = context;
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < run->argument_count; i++) {
        int64_t action_id;
        status = tz_read_id_argument(run->ledger, run->arguments[i], &action_id);
        if (status == TZ_OK)
            status = (*step)(run, action_id);
    }
    return status;
}

static tz_status write_steps(cli *run, step_function *step)
{
    tz_status status = write_ledger(run, take_steps, &step, false);
    for (size_t i = 0; status == TZ_OK && i < run->argument_count; i++)
        say(run, "已记录：督查行动 %s", "recorded: action %s", run->arguments[i]);
    return status;
}

/* The same for a step that consists of a text, which `option` must have given. */
static tz_status write_text_step(cli *run, const char *option, step_function *step)
{
    if (!text)
        return complain(run, TZ_MALFORMED, "%s 须给出 --%s", "%s needs --%s", run->command->name,
                        option);
    return write_steps(run, step);
}

static tz_status reply(cli *run, int64_t action_id)
{
    return tz_action_reply(run->ledger, action_id, text, run->options.on);
}

static tz_status run_reply(cli *run)
{
    return write_text_step(run, "reply", reply);
}

static const option_row reply_options[] = {
    {"reply", 0, OPTION_TEXT, &text, "回复内容", "what the unit answers", "文字", "TEXT", 0},
    OPTIONS_END,
};

const command_entry action_reply_command = {
    "action reply",
    "记录单位的回复",
    "record a unit's reply",
    "行动编号",
    "ACTION",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    reply_options,
    run_reply,
};

static tz_status conclude(cli *run, int64_t action_id)
{
    return tz_action_conclude(run->ledger, action_id, text, rectify_due,
                              delivered_on ? delivered_on : run->options.on);
}

static tz_status run_conclude(cli *run)
{
    return write_text_step(run, "conclusion", conclude);
}

static const option_row conclude_options[] = {
    {"conclusion", 0, OPTION_TEXT, &text, "督查结论", "the conclusion", "文字", "TEXT", 0},
    {"delivered-on", 0, OPTION_TEXT, &delivered_on, "送达日期（默认 --on 所给的）",
     "the day it was delivered (else that of --on)", "日期", "DAY", 0},
    {"rectify-due", 0, OPTION_TEXT, &rectify_due, "整改期限（默认不要求整改）",
     "the day by which to put it right (else nothing is to be)", "日期", "DAY", 0},
    OPTIONS_END,
};

const command_entry action_conclude_command = {
    "action conclude",
    "记录专项督查的结论、送达日期和整改期限",
    "record an inspection's conclusion, its delivery and when to rectify by",
    "行动编号",
    "ACTION",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    conclude_options,
    run_conclude,
};

static tz_status rectify(cli *run, int64_t action_id)
{
    return tz_action_rectify(run->ledger, action_id, text, run->options.on);
}

static tz_status run_rectify(cli *run)
{
    return write_text_step(run, "rectification", rectify);
}

static const option_row rectify_options[] = {
    {"rectification", 0, OPTION_TEXT, &text, "整改情况", "what was put right", "文字", "TEXT", 0},
    OPTIONS_END,
};

const command_entry action_rectify_command = {
    "action rectify",
    "记录单位报告的整改情况",
    "record what a unit reports to have rectified",
    "行动编号",
    "ACTION",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    rectify_options,
    run_rectify,
};

static tz_status verify(cli *run, int64_t action_id)
{
    return tz_action_verify(run->ledger, action_id, result, verified_by, run->options.on);
}

static tz_status run_verify(cli *run)
{
    return write_steps(run, verify);
}

static const option_row verify_options[] = {
    {"result", 0, OPTION_TEXT, &result,
     "核查结果：rectified 整改到位（默认），unrectified 整改不到位",
     "rectified (else) or unrectified", "结果", "RESULT", 0},
    {"verified-by", 0, OPTION_TEXT, &verified_by, "核查人（默认操作人）",
     "who verified it (else who writes)", "姓名", "NAME", 0},
    OPTIONS_END,
};

const command_entry action_verify_command = {
    "action verify",
    "记录对整改的核查",
    "record the verification of a rectification",
    "行动编号",
    "ACTION",
    1,
    1,
    TAKES_ON | TAKES_ACTOR,
    verify_options,
    run_verify,
};

static tz_status close_action(cli *run, int64_t action_id)
{
    return tz_action_close(run->ledger, action_id, says_yes, run->options.on);
}

static tz_status run_close(cli *run)
{
    return write_steps(run, close_action);
}

static const option_row close_options[] = {
    {"yes", 'y', OPTION_FLAG, &says_yes, "尚未回复或整改也办结",
     "also where a reply or a rectification is still owed", NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry action_close_command = {
    "action close", "办结督查行动",         "close actions", "行动编号 …", "ACTION …", 1,
    MANY_ARGUMENTS, TAKES_ON | TAKES_ACTOR, close_options,   run_close,
};
