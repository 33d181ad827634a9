/* handle.c: the handle itself, and what is set on it. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "connection.h"
#include "ledger.h"

tz_status tz_ledger_new(tz_ledger **ledger)
{
    assert(ledger);
    *ledger = calloc(1, sizeof **ledger);
    return *ledger ? TZ_OK : TZ_NO_MEMORY;
}

void tz_ledger_free(tz_ledger *ledger)
{
    if (!ledger)
        return;
    tz_disconnect(ledger);
    free(ledger->actor);
    free(ledger->report_folder);
    free(ledger->spelling);
    free(ledger);
}

void tz_ledger_set_language(tz_ledger *ledger, tz_language language)
{
    ledger->language = language;
}

tz_language tz_ledger_language(const tz_ledger *ledger)
{
    return ledger->language;
}

tz_status tz_ledger_set_actor(tz_ledger *ledger, const char *actor)
{
    char *copy = actor ? strdup(actor) : NULL;
    if (actor && !copy)
        return tz_fail_memory(ledger);
    free(ledger->actor);
    ledger->actor = copy;
    return TZ_OK;
}

tz_status tz_ledger_set_report_folder(tz_ledger *ledger, const char *folder,
                                      const tz_limits *limits)
{
    char *copy = folder ? strdup(folder) : NULL;
    if (folder && !copy)
        return tz_fail_memory(ledger);
    free(ledger->report_folder);
    ledger->report_folder = copy;
    ledger->report_limits = limits ? *limits : (tz_limits){0, 0};
    return TZ_OK;
}

void tz_ledger_set_note_function(tz_ledger *ledger, tz_note_function *function, void *context)
{
    ledger->note_function = function;
    ledger->note_context = context;
}

const char *tz_version(void)
{
    return TZ_VERSION;
}
