/* random_commands.c: a function for every writing command, and how one is drawn. */
#include "random_commands.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static uint64_t random_state = 20220311;

/* xorshift */
unsigned random_below(unsigned bound)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (unsigned)(random_state % bound);
}

/* ---- what is drawn */

#define ONE_OF(texts) (texts)[random_below((unsigned)(sizeof(texts) / sizeof *(texts)))]

static const char *a_task(void)
{
    static const char *const tasks[] = {"1", "1", "1", "172", "172", "6(1)", "1(1)"};
    return ONE_OF(tasks);
}

static const char *a_quarter(void)
{
    static const char *const quarters[] = {"2022Q1", "2022Q2"};
    return ONE_OF(quarters);
}

/* Few days, so that many commands meet on one and many run against the order of time. */
static const char *a_day(void)
{
    static const char *const days[] = {"2022-02-01", "2022-03-31", "2022-04-06", "2022-04-11",
                                       "2022-05-10", "2022-06-30", "2022-07-06", "2022-07-11",
                                       "2022-09-30", "2022-12-31"};
    return ONE_OF(days);
}

static const char *a_unit(void)
{
    static const char *const units[] = {"市城管局", "市财政局", "市人力资源社会保障局",
                                        "各县（市、区）人民政府", "示例新局"};
    return ONE_OF(units);
}

/* In one of four buffers, so that a command may have as many. */
static const char *a_number(unsigned bound)
{
    static char texts[4][12];
    static unsigned next;
    char *text = texts[next++ % 4];
    snprintf(text, sizeof texts[0], "%u", random_below(bound));
    return text;
}

static int64_t a_record(void)
{
    return 1 + random_below(2);
}

/* ---- the commands */

static tz_status open_a_quarter(const ledger_fixture *fixture)
{
    tz_quarter_open_result opened;
    const char *quarter = a_quarter();
    const char *on = random_below(4) == 0             ? a_day()
                     : strcmp(quarter, "2022Q1") == 0 ? "2022-03-31"
                                                      : "2022-06-30";
    return tz_quarter_open(fixture->ledger, quarter, on, true, &opened);
}

static tz_status close_a_quarter(const ledger_fixture *fixture)
{
    tz_quarter_close_result closed;
    return tz_quarter_close(fixture->ledger, a_quarter(), a_day(), true, &closed);
}

static tz_status ask_for_a_contribution(const ledger_fixture *fixture)
{
    return tz_request_add(fixture->ledger, a_task(), a_quarter(), a_unit(), NULL, a_day());
}

static tz_status add_an_entry(const ledger_fixture *fixture)
{
    static const char *const states[] = {"behind", "on_schedule", "ahead", "done", NULL};
    tz_progress entry = TZ_PROGRESS_INIT;
    const char *const readings[] = {a_number(40)};
    entry.task = a_task();
    entry.quarter = a_quarter();
    entry.percent = a_number(101);
    entry.state = ONE_OF(states);
    entry.reported_on = a_day();
    entry.summary = "示例";
    entry.problem = "示例";
    entry.unit = random_below(3) == 0 ? a_unit() : NULL;
    entry.is_interim = random_below(4) == 0;
    entry.allow_late = random_below(2) == 0;
    entry.readings = readings;
    entry.reading_count = random_below(2);
    return tz_progress_add(fixture->ledger, &entry, NULL);
}

static tz_status review_an_entry(const ledger_fixture *fixture)
{
    tz_review review = TZ_REVIEW_INIT;
    review.task = a_task();
    review.quarter = a_quarter();
    review.revision = (int)random_below(3);
    review.verdict = random_below(2) ? "accepted" : "returned";
    review.note = "示例";
    review.redo_due_on = *review.verdict == 'r' ? "2022-12-31" : NULL;
    review.reviewed_on = a_day();
    return tz_progress_review(fixture->ledger, &review, NULL);
}

static tz_status set_a_task(const ledger_fixture *fixture)
{
    static const char *const units[] = {
        "市城管局", "市城管局、市财政局", "市财政局、市城管局", "市财政局", NULL, NULL};
    static const char *const days[] = {"2022-06-30", "2022-12-31", NULL, NULL};
    static const char *const kinds[] = {"staged", "standing", NULL, NULL};
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    change.text = a_number(1000);
    change.is_key = (int)random_below(3) - 1;
    change.lead_units = ONE_OF(units);
    change.responsible_units = random_below(4) == 0 ? a_unit() : NULL;
    change.leaders = random_below(2) ? "成伟、马卫红" : NULL;
    change.kind = ONE_OF(kinds);
    change.due_on = ONE_OF(days);
    change.starts_on = random_below(8) == 0 ? a_day() : NULL;
    return tz_task_set(fixture->ledger, a_task(), &change);
}

static tz_status add_a_task(const ledger_fixture *fixture)
{
    tz_task_change change = TZ_TASK_CHANGE_INIT;
    char code[24];
    snprintf(code, sizeof code, "2022/%u", 200 + random_below(1000));
    change.text = "示例任务";
    change.kind = "standing";
    change.lead_units = "市财政局";
    return tz_task_add(fixture->ledger, code, &change, a_day());
}

static tz_status split_a_task(const ledger_fixture *fixture)
{
    static const tz_task_part parts[] = {{"示例一", NULL}, {"示例二", "市财政局"}};
    return tz_task_split(fixture->ledger, a_task(), parts, 2, a_day());
}

static tz_status adjust_a_task(const ledger_fixture *fixture)
{
    static const char *const kinds[] = {"due", "target", "suspend", "resume"};
    tz_adjustment adjustment = TZ_ADJUSTMENT_INIT;
    adjustment.kind = ONE_OF(kinds);
    if (strcmp(adjustment.kind, "due") == 0)
        adjustment.new_due_on = a_day();
    if (strcmp(adjustment.kind, "target") == 0) {
        adjustment.target = 1 + random_below(2);
        adjustment.new_value = a_number(60);
    }
    adjustment.reason = adjustment.authority = "示例";
    adjustment.decided_on = a_day();
    return tz_task_adjust(fixture->ledger, a_task(), &adjustment);
}

static tz_status close_a_task(const ledger_fixture *fixture)
{
    tz_closure closure = TZ_CLOSURE_INIT;
    closure.outcome = random_below(2) ? "completed" : "terminated";
    closure.basis = "示例";
    closure.closed_on = a_day();
    closure.accepts_obstacles = true;
    return tz_task_close(fixture->ledger, a_task(), &closure, NULL);
}

static tz_status reopen_a_task(const ledger_fixture *fixture)
{
    return tz_task_reopen(fixture->ledger, a_task(), "示例", a_day());
}

static tz_status add_a_matter(const ledger_fixture *fixture)
{
    tz_matter matter = TZ_MATTER_INIT;
    matter.task = a_task();
    matter.content = "示例";
    matter.raised_on = a_day();
    return tz_matter_add(fixture->ledger, &matter, NULL);
}

static tz_status decide_a_matter(const ledger_fixture *fixture)
{
    return tz_matter_decide(fixture->ledger, a_record(), "示例", a_day());
}

static tz_status add_an_action(const ledger_fixture *fixture)
{
    static const char *const kinds[] = {"chase", "press", "inspect", "commend"};
    tz_action action = TZ_ACTION_INIT;
    action.kind = ONE_OF(kinds);
    action.task = a_task();
    action.unit = random_below(3) == 0 ? a_unit() : NULL;
    action.approved_by = "示例";
    action.issued_on = a_day();
    return tz_action_add(fixture->ledger, &action, NULL);
}

static tz_status step_an_action(const ledger_fixture *fixture)
{
    int64_t action = a_record();
    switch (random_below(5)) {
    case 0:
        return tz_action_reply(fixture->ledger, action, "示例", a_day());
    case 1:
        return tz_action_conclude(fixture->ledger, action, "示例", "2022-12-31", a_day());
    case 2:
        return tz_action_rectify(fixture->ledger, action, "示例", a_day());
    case 3:
        return tz_action_verify(fixture->ledger, action, NULL, "示例", a_day());
    default:
        return tz_action_close(fixture->ledger, action, true, a_day());
    }
}

static tz_status add_a_milestone(const ledger_fixture *fixture)
{
    tz_milestone milestone = TZ_MILESTONE_INIT;
    milestone.title = a_number(100);
    milestone.due_on = a_day();
    milestone.expected_percent = random_below(2) ? a_number(101) : NULL;
    return tz_milestone_add(fixture->ledger, a_task(), &milestone, a_day(), NULL);
}

static tz_status finish_a_milestone(const ledger_fixture *fixture)
{
    return tz_milestone_done(fixture->ledger, a_task(), 1, a_day());
}

static tz_status add_a_target(const ledger_fixture *fixture)
{
    static const char *const kinds[] = {"amount", "level", "reach"};
    tz_target_change change = TZ_TARGET_CHANGE_INIT;
    change.name = "示例";
    change.kind = ONE_OF(kinds);
    change.value = a_number(50);
    return tz_target_add(fixture->ledger, a_task(), &change, a_day(), NULL);
}

static tz_status set_a_target(const ledger_fixture *fixture)
{
    static const char *const kinds[] = {"amount", "level", NULL};
    tz_target_change change = TZ_TARGET_CHANGE_INIT;
    change.value = a_number(50);
    change.kind = ONE_OF(kinds);
    return tz_target_set(fixture->ledger, a_task(), 1, &change);
}

static tz_status set_a_node(const ledger_fixture *fixture)
{
    return tz_target_node_set(fixture->ledger, a_task(), 1, a_quarter(), a_number(40), a_day());
}

static tz_status set_a_share(const ledger_fixture *fixture)
{
    return tz_target_share_set(fixture->ledger, a_task(), 1, a_unit(), a_number(40), a_day(), NULL);
}

static tz_status change_units(const ledger_fixture *fixture)
{
    static const tz_contact contact = {"示例", NULL, "0635-0000000"};
    switch (random_below(4)) {
    case 0:
        return tz_unit_add(fixture->ledger, "示例新局", NULL, false);
    case 1:
        return tz_unit_alias(fixture->ledger, a_unit(), a_number(10), "示例");
    case 2:
        return tz_unit_contact_add(fixture->ledger, a_unit(), &contact, a_day());
    default:
        return tz_unit_correct(fixture->ledger, a_unit(), "示例更正局", "示例");
    }
}

static tz_status change_members(const ledger_fixture *fixture)
{
    const char *task = random_below(2) ? a_task() : NULL;
    return random_below(3)
               ? tz_unit_member_add(fixture->ledger, "各县（市、区）人民政府", a_unit(), task)
               : tz_unit_member_remove(fixture->ledger, "各县（市、区）人民政府", a_unit(), task);
}

static tz_status let_a_unit_succeed(const ledger_fixture *fixture)
{
    tz_succession succession = TZ_SUCCESSION_INIT;
    succession.predecessor = a_unit();
    succession.successor = random_below(2) ? "示例更名局" : a_unit();
    succession.from_day = a_day();
    return random_below(2) ? tz_unit_rename(fixture->ledger, &succession)
                           : tz_unit_succeed(fixture->ledger, &succession);
}

static tz_status let_a_leader_succeed(const ledger_fixture *fixture)
{
    tz_succession succession = TZ_SUCCESSION_INIT;
    succession.predecessor = random_below(2) ? "成伟" : "马卫红";
    succession.successor = "示例接任";
    succession.from_day = a_day();
    succession.is_new = true;
    return tz_leader_succeed(fixture->ledger, &succession);
}

static tz_status set_a_threshold(const ledger_fixture *fixture)
{
    static const char *const names[] = {"yellow_lag", "red_lag", "due_soon_days",
                                        "report_due_workdays"};
    return tz_setting_set(fixture->ledger, ONE_OF(names), a_number(60));
}

static tz_status add_evidence(const ledger_fixture *fixture)
{
    tz_evidence evidence = TZ_EVIDENCE_INIT;
    const char *path = fixture_path(fixture, "evidence.txt");
    fixture_write_file(path, "示例佐证材料", strlen("示例佐证材料"));
    evidence.added_on = a_day();
    switch (random_below(3)) {
    case 0:
        evidence.action_id = a_record();
        break;
    case 1:
        evidence.task = a_task();
        evidence.is_of_closure = true;
        break;
    default:
        evidence.task = a_task();
        evidence.quarter = a_quarter();
    }
    return tz_evidence_add(fixture->ledger, path, &evidence, NULL);
}

static tz_status close_a_plan(const ledger_fixture *fixture)
{
    tz_plan_close_options options = TZ_PLAN_CLOSE_OPTIONS_INIT;
    tz_plan_close_result closed;
    options.carry_to = random_below(2) ? 2023 : 0;
    options.on = random_below(2) ? "2023-01-20" : a_day();
    options.accepts_obstacles = true;
    return tz_plan_close(fixture->ledger, 2022, &options, &closed);
}

/* A bulk of changes of every kind, as an import makes. */
static tz_status change_many_rows(const ledger_fixture *fixture)
{
    tz_ledger *ledger = fixture->ledger;
    tz_status status = tz_write_begin(ledger, "bulk");
    if (status != TZ_OK)
        return status;
    status = tz_execute(ledger, "UPDATE calendar SET holiday = '示例', is_workday = 0\n"
                                "WHERE day BETWEEN '2030-01-01' AND '2030-03-01';\n"
                                "DELETE FROM unit_alias;\n"
                                "INSERT INTO contact (unit_id, name) SELECT unit_id, '示例' FROM "
                                "unit");
    if (status == TZ_OK)
        return tz_write_commit(ledger);
    tz_write_rollback(ledger);
    return status;
}

/* ---- which */

typedef struct random_command {
    const char *name;
    tz_status (*run)(const ledger_fixture *fixture);
    unsigned weight;
    unsigned done;
} random_command;

static random_command commands[] = {
    {"quarter open", open_a_quarter, 4, 0},
    {"quarter close", close_a_quarter, 1, 0},
    {"request add", ask_for_a_contribution, 2, 0},
    {"progress add", add_an_entry, 5, 0},
    {"progress review", review_an_entry, 4, 0},
    {"task set", set_a_task, 2, 0},
    {"task add", add_a_task, 1, 0},
    {"task split", split_a_task, 1, 0},
    {"task adjust", adjust_a_task, 2, 0},
    {"task close", close_a_task, 2, 0},
    {"task reopen", reopen_a_task, 2, 0},
    {"matter add", add_a_matter, 2, 0},
    {"matter decide", decide_a_matter, 2, 0},
    {"action add", add_an_action, 3, 0},
    {"action step", step_an_action, 4, 0},
    {"milestone add", add_a_milestone, 2, 0},
    {"milestone done", finish_a_milestone, 2, 0},
    {"target add", add_a_target, 1, 0},
    {"target set", set_a_target, 1, 0},
    {"target node", set_a_node, 1, 0},
    {"target share", set_a_share, 1, 0},
    {"unit", change_units, 2, 0},
    {"unit member", change_members, 1, 0},
    {"unit succeed", let_a_unit_succeed, 1, 0},
    {"leader succeed", let_a_leader_succeed, 1, 0},
    {"setting set", set_a_threshold, 1, 0},
    {"evidence add", add_evidence, 2, 0},
    {"plan close", close_a_plan, 1, 0},
    {"bulk", change_many_rows, 1, 0},
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

void run_random_command(const ledger_fixture *fixture)
{
    unsigned weights = 0, i = 0;
    for (unsigned k = 0; k < COMMAND_COUNT; k++)
        weights += commands[k].weight;
    unsigned drawn = random_below(weights);
    for (; drawn >= commands[i].weight; i++)
        drawn -= commands[i].weight;
    if (commands[i].run(fixture) == TZ_OK)
        commands[i].done++;
}

unsigned random_command_kinds(void)
{
    return COMMAND_COUNT;
}

unsigned random_command_kinds_done(void)
{
    unsigned count = 0;
    for (unsigned i = 0; i < COMMAND_COUNT; i++)
        count += commands[i].done > 0;
    return count;
}

const char *random_commands_never_done(void)
{
    static char names[400];
    names[0] = '\0';
    for (unsigned i = 0; i < COMMAND_COUNT; i++)
        if (commands[i].done == 0)
            snprintf(names + strlen(names), sizeof names - strlen(names), "%s ", commands[i].name);
    return names;
}
