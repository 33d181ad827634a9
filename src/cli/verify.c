/* verify.c: whether the ledger is what its journal says. */
#include <inttypes.h>

#include "command.h"
#include "show.h"

static const char *head;

/* A sound ledger has an empty list, which people need not see. */
static tz_status show_findings(cli *run, const tz_verify_result *result, tz_rows *findings)
{
    if (result->findings > 0 || !is_for_people(run))
        return show_rows(run, findings);
    tz_rows_close(findings);
    return TZ_OK;
}

static tz_status run_verify(cli *run)
{
    tz_verify_result result;
    tz_rows *findings;
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_verify(run->ledger, head, &result, &findings);
    if (status == TZ_OK)
        status = show_findings(run, &result, findings);
    if (status != TZ_OK)
        return status;
    if (result.findings > 0)
        return complain(run, TZ_IO, "核验发现 %" PRIu64 " 处问题：%s",
                        "%2$s: verify found problems: %1$" PRIu64, result.findings,
                        ledger_path(run));
    say(run, "核验无误：日志 %" PRIu64 " 条，末条哈希 %s",
        "all is well: journal rows: %" PRIu64 ", the last hash: %s", result.journal_rows,
        result.head);
    if (!run->options.quiet)
        advise(run, "记下此哈希，日后用 --head 可证明日志未被截去",
               "note the hash: --head proves later that nothing was cut off behind it");
    return TZ_OK;
}

static const option_row options[] = {
    {"head", 0, OPTION_TEXT, &head, "以前记下的末条哈希，核验日志是否被截去",
     "a last hash noted earlier: is it still there", "哈希", "HASH", 0},
    OPTIONS_END,
};

const command_entry verify_command = {
    "verify",
    "核验台账是否完好、是否被绕过命令改动",
    "check that the ledger is whole and was changed by its commands only",
    "",
    "",
    0,
    0,
    0,
    options,
    run_verify,
};
