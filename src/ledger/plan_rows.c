/* plan_rows.c: an in-memory plan (分工方案) into the tables. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan_import.h"
#include "plan_units.h"
#include "query.h"
#include "task_roles.h"

enum { LABEL_SIZE = 128 };

/* ---- the plan and its sections */

static tz_status insert_plan(tz_plan_rows *rows)
{
    sqlite3_stmt *statement = NULL;
    const notice_plan *notice = rows->notice;
    char title[64];
    snprintf(title, sizeof title, "%d年分工方案", rows->year);
    tz_status status = tz_prepare(rows->ledger,
                                  "INSERT INTO plan (year, title, document_no, issuer, signed_on,\n"
                                  "  starts_on, ends_on)\n"
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, rows->year);
    tz_bind_text(statement, 2, notice->title != NULL ? notice->title : title);
    tz_bind_text(statement, 3, notice->document_no);
    tz_bind_text(statement, 4, notice->issuer);
    tz_bind_text(statement, 5, notice->signed_on);
    tz_bind_text(statement, 6, rows->starts_on);
    tz_bind_text(statement, 7, rows->ends_on);
    status = tz_run(rows->ledger, statement);
    rows->plan_id = sqlite3_last_insert_rowid(rows->ledger->database);
    return status;
}

/* 二 at the top, 二(一) below it. */
static void spell_label(const notice_plan *notice, const notice_section *section,
                        char label[LABEL_SIZE])
{
    if (section->parent < 0)
        snprintf(label, LABEL_SIZE, "%s", section->label);
    else
        snprintf(label, LABEL_SIZE, "%s(%s)", notice->sections[section->parent].label,
                 section->label);
}

/* A label that the notice gives twice is numbered: labels name sections. */
static tz_status make_label_unique(tz_plan_rows *rows, const notice_section *section,
                                   char label[LABEL_SIZE])
{
    char plain[LABEL_SIZE];
    int64_t is_taken = 1;
    snprintf(plain, sizeof plain, "%s", label);
    tz_status status = TZ_OK;
    for (int count = 1; is_taken && status == TZ_OK; count++) {
        sqlite3_stmt *statement = NULL;
        if (count > 1)
            snprintf(label, LABEL_SIZE, "%.100s·%d", plain, count);
        status = tz_prepare(rows->ledger, "SELECT 1 FROM section WHERE plan_id = ?1 AND label = ?2",
                            &statement);
        if (status != TZ_OK)
            break;
        tz_bind_integer(statement, 1, rows->plan_id);
        tz_bind_text(statement, 2, label);
        status = tz_query_integer(rows->ledger, statement, &is_taken);
    }
    if (status == TZ_OK && strcmp(plain, label) != 0) {
        rows->result->questions++;
        tz_note_text(rows->ledger, TZ_NOTE_QUESTION, rows->path, section->line, NULL,
                     "标题编号“%s”重复，记作“%s”",
                     "the heading's label \"%s\" is doubled: kept as \"%s\"", plain, label);
    }
    return status;
}

static tz_status insert_section(tz_plan_rows *rows, size_t index)
{
    sqlite3_stmt *statement = NULL;
    const notice_section *section = &rows->notice->sections[index];
    char label[LABEL_SIZE];
    spell_label(rows->notice, section, label);
    tz_status status = make_label_unique(rows, section, label);
    if (status == TZ_OK)
        status = tz_prepare(rows->ledger,
                            "INSERT INTO section (plan_id, parent_id, ordinal, label, title)\n"
                            "VALUES (?1, ?2, ?3, ?4, ?5)",
                            &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, rows->plan_id);
    tz_bind_id(statement, 2, section->parent >= 0 ? rows->section_ids[section->parent] : 0);
    tz_bind_integer(statement, 3, (int64_t)index + 1);
    tz_bind_text(statement, 4, label);
    tz_bind_text(statement, 5, section->title);
    status = tz_run(rows->ledger, statement);
    rows->section_ids[index] = sqlite3_last_insert_rowid(rows->ledger->database);
    return status;
}

/* ---- tasks */

static bool has_sub_items(const notice_plan *notice, size_t index)
{
    for (size_t i = index + 1; i < notice->task_count; i++) {
        if (notice->tasks[i].parent == (int)index)
            return true;
    }
    return false;
}

static const char *due_day(const tz_plan_rows *rows, const notice_task *task)
{
    if (!task->is_staged)
        return NULL;
    return task->due_on != NULL ? task->due_on : rows->ends_on;
}

static tz_status insert_task(tz_plan_rows *rows, size_t index)
{
    sqlite3_stmt *statement = NULL;
    const notice_task *task = &rows->notice->tasks[index];
    tz_status status =
        tz_prepare(rows->ledger,
                   "INSERT INTO task (plan_id, section_id, parent_id, code, ordinal, text,\n"
                   "  source_text, kind, starts_on, due_on, lead_open, responsible_open)\n"
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, rows->plan_id);
    tz_bind_id(statement, 2, task->section >= 0 ? rows->section_ids[task->section] : 0);
    tz_bind_id(statement, 3, task->parent >= 0 ? rows->task_ids[task->parent] : 0);
    tz_bind_text(statement, 4, task->code);
    tz_bind_integer(statement, 5, (int64_t)index + 1);
    tz_bind_text(statement, 6, task->text);
    tz_bind_text(statement, 7, task->source_text);
    tz_bind_text(statement, 8, task->is_staged ? "staged" : "standing");
    tz_bind_text(statement, 9, rows->starts_on);
    tz_bind_text(statement, 10, due_day(rows, task));
    tz_bind_integer(statement, 11, task->lead_open);
    tz_bind_integer(statement, 12, task->responsible_open);
    status = tz_run(rows->ledger, statement);
    rows->task_ids[index] = sqlite3_last_insert_rowid(rows->ledger->database);
    if (!has_sub_items(rows->notice, index))
        rows->result->tasks++;
    return status;
}

static void note_doubled(tz_plan_rows *rows, const notice_task *task, const char *name)
{
    rows->result->questions++;
    tz_note_text(rows->ledger, TZ_NOTE_QUESTION, rows->path, task->first_line, NULL,
                 "第%s项：“%s”写了两次，只记一次", "task %s: \"%s\" is named twice, kept once",
                 task->code, name);
}

static tz_status insert_leaders(tz_plan_rows *rows, size_t index)
{
    const notice_task *task = &rows->notice->tasks[index];
    tz_status status = TZ_OK;
    int ordinal = 0;
    for (size_t i = 0; i < task->leader_count && status == TZ_OK; i++) {
        const notice_leader *leader = &task->leaders[i];
        int64_t leader_id = 0;
        bool is_doubled = false;
        for (size_t k = 0; k < i; k++)
            is_doubled = is_doubled || strcmp(task->leaders[k].name, leader->name) == 0;
        if (is_doubled) {
            note_doubled(rows, task, leader->name);
            continue;
        }
        status = tz_take_leader(rows->ledger, leader->name, leader->is_collective, &leader_id);
        if (status == TZ_OK)
            status =
                tz_insert_task_leader(rows->ledger, rows->task_ids[index], leader_id, ++ordinal);
    }
    return status;
}

static tz_status insert_units(tz_plan_rows *rows, size_t index)
{
    const notice_task *task = &rows->notice->tasks[index];
    tz_status status = TZ_OK;
    int ordinals[2] = {0, 0}; /* by notice_role */
    for (size_t i = 0; i < task->unit_count && status == TZ_OK; i++) {
        const notice_unit *unit = &task->units[i];
        const char *role = unit->role == NOTICE_LEAD ? "lead" : "responsible";
        int64_t unit_id = 0, is_there = 0, task_id = rows->task_ids[index];
        status = tz_take_unit(rows->ledger, unit->name, unit->is_collective, &unit_id);
        if (status == TZ_OK)
            status = tz_task_has_unit(rows->ledger, task_id, role, unit_id, &is_there);
        if (status == TZ_OK && is_there)
            note_doubled(rows, task, unit->name);
        else if (status == TZ_OK)
            status = tz_insert_task_unit(rows->ledger, task_id, unit_id, role,
                                         ++ordinals[unit->role], unit->written_as);
    }
    return status;
}

/* ---- targets */

static const char *const target_kinds[] = {
    [NOTICE_AMOUNT] = "amount", [NOTICE_LEVEL] = "level", [NOTICE_REACH] = "reach"};

static tz_status insert_target(tz_plan_rows *rows, int64_t task_id, int ordinal,
                               const notice_target *target)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(rows->ledger,
                   "INSERT INTO target (task_id, ordinal, name, kind, comparison, is_about,\n"
                   "  value, value_high, measure)\n"
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, 0), nullif(?9, ''))",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_integer(statement, 2, ordinal);
    tz_bind_text(statement, 3, target->name);
    tz_bind_text(statement, 4, target_kinds[target->kind]);
    tz_bind_text(statement, 5, target->at_most ? "<=" : ">=");
    tz_bind_integer(statement, 6, target->is_about);
    tz_bind_real(statement, 7, target->value);
    tz_bind_real(statement, 8, target->value_high);
    tz_bind_text(statement, 9, target->measure);
    rows->result->targets++;
    return tz_run(rows->ledger, statement);
}

static tz_status insert_targets(tz_plan_rows *rows, size_t index)
{
    const notice_task *task = &rows->notice->tasks[index];
    tz_status status = TZ_OK;
    for (size_t i = 0; i < task->target_count && status == TZ_OK; i++)
        status = insert_target(rows, rows->task_ids[index], (int)i + 1, &task->targets[i]);
    return status;
}

/* ---- the whole */

static tz_status insert_whole_task(tz_plan_rows *rows, size_t index)
{
    tz_status status = insert_task(rows, index);
    if (status == TZ_OK)
        status = insert_leaders(rows, index);
    if (status == TZ_OK)
        status = insert_units(rows, index);
    if (status == TZ_OK)
        status = insert_targets(rows, index);
    if (status != TZ_OK)
        tz_name_record(rows->ledger, "第%s项", "task %s", rows->notice->tasks[index].code);
    return status;
}

static tz_status insert_all(tz_plan_rows *rows)
{
    tz_status status = insert_plan(rows);
    for (size_t i = 0; i < rows->notice->section_count && status == TZ_OK; i++)
        status = insert_section(rows, i);
    for (size_t i = 0; i < rows->notice->task_count && status == TZ_OK; i++)
        status = insert_whole_task(rows, i);
    rows->result->sections = rows->notice->section_count;
    return status;
}

tz_status tz_insert_plan(tz_plan_rows *rows)
{
    /* one more, so that none is of size 0 */
    rows->section_ids = calloc(rows->notice->section_count + 1, sizeof *rows->section_ids);
    rows->task_ids = calloc(rows->notice->task_count + 1, sizeof *rows->task_ids);
    tz_status status = rows->section_ids == NULL || rows->task_ids == NULL
                           ? tz_fail_memory(rows->ledger)
                           : insert_all(rows);
    free(rows->section_ids);
    free(rows->task_ids);
    return status;
}
