/* ledger_access.c: opening the ledger, and the one way to write to it. */
#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"

const char *ledger_path(const cli *run)
{
    if (run->options.ledger_path)
        return run->options.ledger_path;
    const char *path = getenv("TAIZHANG_LEDGER");
    return path && *path != '\0' ? path : "taizhang.db";
}

/* A claim, not a login: --actor, $TAIZHANG_ACTOR, the name of the user. */
static const char *actor_name(const cli *run)
{
    if (run->options.actor)
        return run->options.actor;
    const char *name = getenv("TAIZHANG_ACTOR");
    if (name && *name != '\0')
        return name;
    const struct passwd *user = getpwuid(getuid());
    return user ? user->pw_name : NULL;
}

tz_status name_actor(cli *run)
{
    return tz_ledger_set_actor(run->ledger, actor_name(run));
}

tz_status open_ledger(cli *run, tz_open_mode mode)
{
    tz_status status = name_actor(run);
    if (status == TZ_OK)
        status = tz_ledger_open(run->ledger, ledger_path(run), mode);
    return status;
}

/* What has no day of its own, such as task set, keeps it with the command line; it is a day all the
 * same. */
static tz_status check_on(cli *run)
{
    char day[11];
    return run->options.on ? tz_read_day_argument(run->ledger, run->options.on, day) : TZ_OK;
}

tz_status write_ledger(cli *run, write_function *write, void *context, bool is_trial)
{
    tz_status status = check_on(run);
    if (status == TZ_OK)
        status = open_ledger(run, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_write_begin(run->ledger, run->command_line);
    if (status != TZ_OK)
        return status;
    status = write(run, context);
    if (status != TZ_OK)
        complain_of_ledger(run, status); /* before the rollback, which may fail in its own words */
    if (status == TZ_OK && !is_trial)
        return tz_write_commit(run->ledger);
    tz_write_rollback(run->ledger);
    return status;
}
