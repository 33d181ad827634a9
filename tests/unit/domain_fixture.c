#include "domain_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static char notes[1 << 16];

static void collect(void *context, const tz_note *note)
{
    static const char letters[] = "RQEP";
    size_t size = strlen(notes);
    (void)context;
    if (note->kind != TZ_NOTE_PROGRESS)
        snprintf(notes + size, sizeof notes - size, "%c:%zu:%s:%s\n", letters[note->kind],
                 note->line, note->column ? note->column : "", note->text);
}

static const char plan_of_2022[] =
    "INSERT INTO plan (plan_id, year, title, starts_on, ends_on)\n"
    "VALUES (1, 2022, '分工方案', '2022-01-01', '2022-12-31');\n"
    "INSERT INTO section (section_id, plan_id, parent_id, ordinal, label, title)\n"
    "VALUES (1, 1, NULL, 1, '二', '城市'), (2, 1, 1, 2, '二(一)', '道路');\n"
    "INSERT INTO unit (unit_id, name, kind)\n"
    "VALUES (1, '市城管局', 'department'), (2, '市财政局', 'department'),\n"
    "  (3, '各县（市、区）人民政府', 'other'), (4, '市人力资源社会保障局', 'department');\n"
    "INSERT INTO unit_alias (alias, unit_id) VALUES ('市综合执法局', 1);\n"
    "INSERT INTO leader (leader_id, name) VALUES (1, '马卫红'), (2, '成伟');\n"
    "INSERT INTO task (task_id, plan_id, section_id, parent_id, code, ordinal, text, kind, "
    "starts_on, due_on)\n"
    "VALUES (1, 1, 2, NULL, '1', 1, '修路', 'staged', '2022-01-01', '2022-12-31'),\n"
    "  (6, 1, 1, NULL, '6', 2, '两件事', 'standing', '2022-01-01', NULL),\n"
    "  (61, 1, 1, 6, '6(1)', 3, '第一件', 'standing', '2022-01-01', NULL),\n"
    "  (62, 1, 1, 6, '6(2)', 4, '第二件', 'standing', '2022-01-01', NULL),\n"
    "  (172, 1, 1, NULL, '172', 5, '管网', 'standing', '2022-01-01', NULL);\n"
    "INSERT INTO task_unit (task_id, unit_id, role, ordinal)\n"
    "VALUES (1, 1, 'lead', 1), (1, 2, 'responsible', 1), (6, 1, 'lead', 1), (61, 1, 'lead', 1),\n"
    "  (62, 1, 'lead', 1), (172, 1, 'lead', 1);\n"
    "INSERT INTO task_leader (task_id, leader_id, ordinal) VALUES (1, 1, 1);\n"
    "INSERT INTO target (task_id, ordinal, name, kind, comparison, value, measure)\n"
    "VALUES (1, 1, '修建道路', 'amount', '>=', 38.8, '公里'), (1, 2, '失业率', 'level', '<=', 5, "
    "'%');\n";

int domain_set_up(void **state)
{
    fixture_set_up_open(state);
    ledger_fixture *fixture = *state;
    tz_ledger_set_language(fixture->ledger, TZ_ZH);
    tz_ledger_set_note_function(fixture->ledger, collect, NULL);
    notes[0] = '\0';
    fixture_execute(fixture, plan_of_2022);
    return 0;
}

int domain_set_up_round(void **state)
{
    tz_quarter_open_result opened;
    domain_set_up(state);
    ledger_fixture *fixture = *state;
    assert_int_equal(tz_quarter_open(fixture->ledger, "2022Q1", "2022-03-31", true, &opened),
                     TZ_OK);
    return 0;
}

int domain_tear_down(void **state)
{
    return fixture_tear_down(state);
}

const char *domain_notes(void)
{
    return notes;
}

const char *domain_file(const ledger_fixture *fixture, const char *name, const char *text)
{
    const char *path = fixture_path(fixture, name);
    fixture_write_file(path, text, strlen(text));
    return path;
}

long domain_count(const ledger_fixture *fixture, const char *table)
{
    char sql[400];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table);
    return strtol(fixture_ask(fixture, sql), NULL, 10);
}
