/* undo.c: the last command, or a named one, taken back. */
#include <inttypes.h>

#include "command.h"
#include "show.h"

enum { CHANGES_SHOWN = 20 };

static bool is_trial, shows_all;

static void say_what_was_done(const cli *run, const tz_undo_result *result)
{
    if (is_trial) {
        say(run, "撤销第%" PRId64 "号“%s”将改动 %" PRIu64 " 条记录；未写入",
            "taking back row %" PRId64 ", \"%s\", would change records: %" PRIu64
            "; nothing is written",
            result->journal_id, result->command, result->changes);
        return;
    }
    say(run, "已撤销第%" PRId64 "号“%s”，改动 %" PRIu64 " 条记录",
        "took back row %" PRId64 ", \"%s\"; records changed: %" PRIu64, result->journal_id,
        result->command, result->changes);
    if (!run->options.quiet)
        advise(run, "再次 undo 即恢复；更早的命令用 undo 编号 撤销",
               "undo again does it anew; undo NUMBER takes back an earlier one");
}

static tz_status run_undo(cli *run)
{
    tz_undo_options options = TZ_UNDO_OPTIONS_INIT;
    tz_undo_result result;
    tz_rows *changes;
    tz_status status = TZ_OK;
    if (run->argument_count > 0)
        status = tz_read_id_argument(run->ledger, run->arguments[0], &options.journal_id);
    if (status != TZ_OK)
        return status;
    options.is_trial = is_trial;
    options.most_changes = shows_all ? 0 : CHANGES_SHOWN;
    status = open_ledger(run, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_undo(run->ledger, &options, &result, &changes);
    if (status != TZ_OK)
        return status;
    if (is_for_people(run))
        tz_rows_keep_table_columns(changes);
    status = show_rows(run, changes);
    if (status == TZ_OK && options.most_changes > 0 && result.changes > options.most_changes)
        say(run, "只列出 %d 条，全部用 --all", "only %d are listed: --all lists all",
            CHANGES_SHOWN);
    say_what_was_done(run, &result); /* also where the list can't be shown: it is done */
    return status;
}

static const option_row options_of_undo[] = {
    {"dry-run", 'n', OPTION_FLAG, &is_trial, "只显示将改回什么，不写入",
     "show what would be changed back, write nothing", NULL, NULL, 0},
    {"all", 0, OPTION_FLAG, &shows_all, "列出全部改动，不限20条", "list all changes, not just 20",
     NULL, NULL, 0},
    OPTIONS_END,
};

const command_entry undo_command = {
    "undo",
    "撤销上一条命令，或指定编号的命令",
    "take back the last command, or the one of a number",
    "[日志编号]",
    "[NUMBER]",
    0,
    1,
    TAKES_ACTOR,
    options_of_undo,
    run_undo,
};
