/* progress_review.c: the office accepts an entry or sends it back (审核: 采纳, 退回). */
#include "command.h"

enum { REVISION_MOST = 999999 };

static tz_review review = TZ_REVIEW_INIT;
static const char *revision_text;

static tz_status review_entry(cli *run, void *context)
{
    return tz_progress_review(run->ledger, &review, context);
}

static tz_status read_revision(cli *run)
{
    unsigned long revision = 0;
    if (!revision_text)
        return TZ_OK;
    tz_status status = read_count(run, "revision", revision_text, REVISION_MOST, &revision);
    if (status == TZ_OK && revision == 0)
        status = complain(run, TZ_MALFORMED, "版次从 1 起", "revisions count from 1");
    review.revision = (int)revision;
    return status;
}

static tz_status give_verdict(cli *run, const char *verdict, int *revision)
{
    review.task = run->arguments[0];
    review.quarter = run->arguments[1];
    review.verdict = verdict;
    review.reviewed_on = run->options.on;
    tz_status status = read_revision(run);
    return status == TZ_OK ? write_ledger(run, review_entry, revision, false) : status;
}

static tz_status run_accept(cli *run)
{
    int revision;
    tz_status status = give_verdict(run, "accepted", &revision);
    if (status == TZ_OK)
        say(run, "已采纳：任务 %s，%s，第 %d 版", "accepted: task %s, %s, revision %d", review.task,
            review.quarter, revision);
    return status;
}

#define WHICH_ENTRY                                                                                \
    {"unit",                                                                                       \
     0,                                                                                            \
     OPTION_TEXT,                                                                                  \
     &review.unit,                                                                                 \
     "报送单位（默认列第一位的牵头单位）",                                                         \
     "whose entry (else the first lead unit's)",                                                   \
     "单位",                                                                                       \
     "NAME",                                                                                       \
     0},                                                                                           \
    {                                                                                              \
        "revision", 0, OPTION_TEXT, &revision_text, "版次（默认最新的一版）",                      \
            "which revision (else the newest)", "版次", "NUMBER", 0                                \
    }

static const option_row accept_options[] = {
    WHICH_ENTRY,
    {"note", 0, OPTION_TEXT, &review.note, "审核意见", "the office's remark", "文字", "TEXT", 0},
    OPTIONS_END,
};

const command_entry progress_accept_command = {
    "progress accept",
    "采纳一项任务一个季度的进展；单位自报的状态不变",
    "accept the entry of a task for a quarter; what the unit says stays",
    "任务编号 季度",
    "TASK QUARTER",
    2,
    2,
    TAKES_ON | TAKES_ACTOR,
    accept_options,
    run_accept,
};

static tz_status run_return(cli *run)
{
    int revision;
    tz_status status = give_verdict(run, "returned", &revision);
    if (status == TZ_OK)
        say(run, "已退回：任务 %s，%s，第 %d 版，重报期限 %s",
            "returned: task %s, %s, revision %d, to be redone by %s", review.task, review.quarter,
            revision, review.redo_due_on);
    return status;
}

static const option_row return_options[] = {
    WHICH_ENTRY,
    {"note", 0, OPTION_TEXT, &review.note, "审核意见：退回的原因（必填）",
     "why it is sent back (needed)", "文字", "TEXT", 0},
    {"redo", 0, OPTION_TEXT, &review.redo_due_on, "重报期限（必填）",
     "the day by which it is to be redone (needed)", "日期", "DAY", 0},
    OPTIONS_END,
};

const command_entry progress_return_command = {
    "progress return",
    "退回一项任务一个季度的进展，限期重报；更正为新版次，退回的一版仍可查",
    "send the entry of a task for a quarter back, to be redone",
    "任务编号 季度",
    "TASK QUARTER",
    2,
    2,
    TAKES_ON | TAKES_ACTOR,
    return_options,
    run_return,
};
