/* plan_import.c: a notice (分工方案) into the ledger: reading it, saying what was found, and
 * writing all of it or nothing. */
#include "plan_import.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "input.h"
#include "plan_units.h"
#include "query.h"

typedef struct plan_import {
    tz_ledger *ledger;
    const char *path;
    const char *name; /* of the file, in messages */
    const tz_plan_import_options *options;
    tz_buffer text;
    tz_name_pairs aliases, members;
    notice_plan *notice;
    tz_plan_import_result *result;
} plan_import;

/* ---- reading */

static tz_status read_files(plan_import *import)
{
    tz_status status = tz_read_name_pairs(import->ledger, import->options->alias_file, "alias",
                                          "name", &import->aliases);
    if (status == TZ_OK)
        status = tz_read_name_pairs(import->ledger, import->options->member_file, "collective",
                                    "member", &import->members);
    if (status == TZ_OK)
        status = tz_input_read_text(import->ledger, import->path, &import->text);
    return status;
}

static void note_finding(plan_import *import, const notice_finding *finding)
{
    static const tz_note_kind kinds[] = {[NOTICE_REPAIRED] = TZ_NOTE_REPAIR,
                                         [NOTICE_QUESTION] = TZ_NOTE_QUESTION,
                                         [NOTICE_GAP] = TZ_NOTE_ERROR};
    import->result->repairs += finding->severity == NOTICE_REPAIRED;
    import->result->questions += finding->severity == NOTICE_QUESTION;
    import->result->errors += finding->severity == NOTICE_GAP;
    if (finding->code != NULL)
        tz_note_text(import->ledger, kinds[finding->severity], import->name, finding->line, NULL,
                     "第%s项：%s", "task %s: %s", finding->code, finding->text);
    else
        tz_note_text(import->ledger, kinds[finding->severity], import->name, finding->line, NULL,
                     "%s", "%s", finding->text);
}

static tz_status read_notice(plan_import *import)
{
    notice_options options = {.language = import->ledger->language,
                              .year = import->options->year,
                              .aliases = import->aliases.rows,
                              .alias_count = import->aliases.count};
    tz_status status =
        notice_read(tz_buffer_text(&import->text), import->text.size, &options, &import->notice);
    if (status == TZ_NO_MEMORY)
        return tz_fail_memory(import->ledger);
    for (size_t i = 0; i < import->notice->finding_count; i++)
        note_finding(import, &import->notice->findings[i]);
    if (status != TZ_REJECTED)
        return status;
    status =
        tz_fail(import->ledger, status, "%s：没有找到任务", "%s: no task was found", import->name);
    tz_hint(import->ledger, "任务是以（牵头单位：…）之类括号结尾的段落",
            "a task is a paragraph that ends in a bracket naming its units");
    return status;
}

/* ---- whether it may be written */

/* What stops an import is kept for the end of a trial, which goes on; the first of several. */
static tz_status stop(plan_import *import, tz_status status)
{
    if (!import->options->is_trial)
        return status;
    import->ledger->is_trial = true;
    if (import->result->stopped_by == TZ_OK)
        import->result->stopped_by = status;
    return TZ_OK;
}

static tz_status check_gaps(plan_import *import)
{
    if (import->result->errors == 0 || import->options->accept_gaps)
        return TZ_OK;
    tz_status status =
        tz_fail(import->ledger, TZ_REJECTED, "%s：有 %zu 处缺漏，未导入",
                "%s: gaps: %zu, nothing was imported", import->name, import->result->errors);
    tz_hint(import->ledger, "核对原文后改正，或用 --accept-gaps 照样导入",
            "mend the text, or import in spite of them with --accept-gaps");
    return stop(import, status);
}

static tz_status find_year(plan_import *import)
{
    int year = import->options->year != 0 ? import->options->year : import->notice->year;
    import->result->year = year;
    if (year != 0)
        return TZ_OK;
    tz_status status = tz_fail(import->ledger, TZ_REJECTED, "%s：看不出是哪一年的方案",
                               "%s: the year of the plan can't be told", import->name);
    tz_hint(import->ledger, "用 --year 写明年度", "give it with --year");
    return status;
}

/* Of a trial: the plan that is there takes another year until the rollback. */
static tz_status step_aside(plan_import *import)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(import->ledger,
                   "UPDATE plan\n"
                   "SET year = (SELECT min(substr(c.day, 1, 4) + 0) FROM calendar AS c\n"
                   "            WHERE substr(c.day, 1, 4) + 0 NOT IN (SELECT year FROM plan))\n"
                   "WHERE year = ?1",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, import->result->year);
    return tz_run(import->ledger, statement);
}

static tz_status refuse_year(plan_import *import)
{
    if (import->result->stopped_by == TZ_OK) {
        tz_fail(import->ledger, TZ_REFUSED, "台账里已有%d年的方案",
                "the plan of %d is in the ledger already", import->result->year);
        tz_hint(import->ledger, "导入另一个台账（init --empty），或用 --year 指明年度",
                "import into another ledger (init --empty), or name the year with --year");
    }
    tz_status status = stop(import, TZ_REFUSED);
    return status == TZ_OK ? step_aside(import) : status;
}

static tz_status check_year(plan_import *import, const char *starts_on)
{
    sqlite3_stmt *statement = NULL;
    int64_t in_calendar = 0, is_there = 0;
    tz_status status =
        tz_prepare(import->ledger, "SELECT 1 FROM calendar WHERE day = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, starts_on);
    status = tz_query_integer(import->ledger, statement, &in_calendar);
    if (status == TZ_OK && !in_calendar)
        status = tz_fail(import->ledger, TZ_REJECTED, "%d年不在日历内（2020年到2040年）",
                         "%d is outside of the calendar, 2020 to 2040", import->result->year);
    if (status == TZ_OK)
        status = tz_prepare(import->ledger, "SELECT 1 FROM plan WHERE year = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, import->result->year);
    status = tz_query_integer(import->ledger, statement, &is_there);
    return status == TZ_OK && is_there ? refuse_year(import) : status;
}

/* ---- writing */

/* A name misspelt in the file would pass for one that the notice doesn't use. */
static void note_unused(plan_import *import, const char *file, size_t line, const char *name,
                        tz_pair_use use)
{
    if (use == TZ_PAIR_USED)
        return;
    import->result->questions++;
    file = tz_input_name(import->ledger, file);
    if (use == TZ_PAIR_NO_UNIT)
        tz_note_text(import->ledger, TZ_NOTE_QUESTION, file, line, NULL,
                     "方案里没有单位“%s”，此行未用", "the plan has no unit \"%s\": not used", name);
    else
        tz_note_text(import->ledger, TZ_NOTE_QUESTION, file, line, NULL,
                     "“%s”是另一个单位的名称，此行未用", "\"%s\" is another unit's name: not used",
                     name);
}

static tz_status write_aliases(plan_import *import)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < import->aliases.count && status == TZ_OK; i++) {
        const notice_alias *row = &import->aliases.rows[i];
        tz_pair_use use = TZ_PAIR_USED;
        status = tz_add_unit_alias(import->ledger, row->alias, row->name, row->reason, &use);
        note_unused(import, import->options->alias_file, import->aliases.lines[i],
                    use == TZ_PAIR_TAKEN ? row->alias : row->name, use);
    }
    return status;
}

static tz_status write_members(plan_import *import)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < import->members.count && status == TZ_OK; i++) {
        const notice_alias *row = &import->members.rows[i];
        tz_pair_use use = TZ_PAIR_USED;
        status = tz_add_unit_member(import->ledger, row->alias, row->name, &use);
        note_unused(import, import->options->member_file, import->members.lines[i], row->alias,
                    use);
    }
    return status;
}

static tz_status write_plan(plan_import *import)
{
    tz_plan_rows rows = {.ledger = import->ledger,
                         .notice = import->notice,
                         .path = import->name,
                         .year = import->result->year,
                         .result = import->result};
    snprintf(rows.starts_on, sizeof rows.starts_on, "%04d-01-01", rows.year);
    snprintf(rows.ends_on, sizeof rows.ends_on, "%04d-12-31", rows.year);
    tz_status status = check_year(import, rows.starts_on);
    if (status == TZ_OK)
        status = tz_insert_plan(&rows);
    if (status == TZ_OK)
        status = write_aliases(import);
    return status == TZ_OK ? write_members(import) : status;
}

static tz_status import_plan(plan_import *import)
{
    bool is_own = false;
    tz_status status = read_files(import);
    if (status == TZ_OK)
        status = read_notice(import);
    if (status == TZ_OK)
        status = check_gaps(import);
    if (status == TZ_OK)
        status = find_year(import);
    if (status == TZ_OK)
        status = tz_write_enter(import->ledger, "plan import", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(import->ledger, is_own, write_plan(import));
}

tz_status tz_plan_import(tz_ledger *ledger, const char *path, const tz_plan_import_options *options,
                         tz_plan_import_result *result)
{
    static const tz_plan_import_options none = TZ_PLAN_IMPORT_OPTIONS_INIT;
    assert(path != NULL && result != NULL);
    assert(options == NULL || !options->is_trial || ledger->is_writing);
    memset(result, 0, sizeof *result);
    plan_import import = {.ledger = ledger,
                          .path = path,
                          .name = tz_input_name(ledger, path),
                          .options = options != NULL ? options : &none,
                          .result = result};
    tz_status status = import_plan(&import);
    if (status != TZ_OK)
        result->sections = result->tasks = result->targets = 0;
    notice_plan_free(import.notice);
    tz_name_pairs_free(&import.aliases);
    tz_name_pairs_free(&import.members);
    tz_buffer_free(&import.text);
    return status;
}
