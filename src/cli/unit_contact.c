/* unit_contact.c: whom to call at a unit (联系人). */
#include "command.h"
#include "show.h"

static tz_contact contact;

static tz_status add_contact(cli *run, void *context)
{
    (void)context;
    return tz_unit_contact_add(run->ledger, run->arguments[0], &contact, run->options.on);
}

/* The unit that is named asks, like --unit elsewhere, for whoever answers for it on the day. */
static tz_status list_contacts(cli *run)
{
    report_query query = {.report = "contact_list"};
    if (run->argument_count > 0)
        run->options.unit = run->arguments[0];
    tz_status status = open_ledger(run, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = bind_filters(run, &query);
    return status == TZ_OK ? show_report(run, &query) : status;
}

static tz_status run_contact(cli *run)
{
    if (!contact.name && (contact.post || contact.phone || run->options.on))
        return complain(run, TZ_MALFORMED, "更新联系人须给出 --name", "a new contact needs --name");
    if (!contact.name)
        return list_contacts(run);
    if (run->argument_count == 0)
        return complain(run, TZ_MALFORMED, "更新联系人须写明单位", "name the unit of the contact");
    tz_status status = write_ledger(run, add_contact, NULL, false);
    if (status == TZ_OK)
        say(run, "%s 的联系人：%s", "the contact of %s: %s", run->arguments[0], contact.name);
    return status;
}

static const option_row contact_options[] = {
    {"name", 0, OPTION_TEXT, &contact.name, "新联系人的姓名；不给则列出联系人",
     "the new contact; without it the contacts are listed", "姓名", "NAME", 0},
    {"post", 0, OPTION_TEXT, &contact.post, "职务", "post", "职务", "POST", 0},
    {"phone", 0, OPTION_TEXT, &contact.phone, "电话", "telephone", "号码", "NUMBER", 0},
    OPTIONS_END,
};

const command_entry unit_contact_command = {
    "unit contact",
    "各单位的联系人；给 --name 则自 --on 之日起更新，原来的仍可查",
    "whom to call at the units; with --name a new contact from --on, the old stays readable",
    "[单位]",
    "[NAME]",
    0,
    1,
    TAKES_AS_OF | TAKES_ON | TAKES_ACTOR,
    contact_options,
    run_contact,
};
