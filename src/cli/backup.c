/* backup.c: a copy of the ledger. */
#include "command.h"

static tz_status run_backup(cli *run)
{
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_ledger_backup(run->ledger, run->arguments[0]);
    if (status == TZ_OK)
        say(run, "已备份到 %s", "backed up to %s", run->arguments[0]);
    return status;
}

const command_entry backup_command = {
    "backup",
    "备份台账到新文件，他人正在写入时也可用",
    "copy the ledger to a new file, also while others write",
    "文件",
    "FILE",
    1,
    1,
    0,
    NULL,
    run_backup,
};
