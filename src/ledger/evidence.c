/* evidence.c: attaching a file (佐证材料) to an entry, a closure or an action. */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "archive.h"
#include "evidence_file.h"
#include "query.h"
#include "task_code.h"

/* What a file is attached to: the id of one of the three, the others 0; and how it is called. */
typedef struct attachment {
    int64_t progress_id, closure_id, action_id;
    char code[TZ_CODE_SIZE], quarter[7], added_on[11];
} attachment;

/* ---- what it is attached to */

static tz_status find_entry(tz_ledger *ledger, int64_t task_id, const tz_evidence *evidence,
                            attachment *to)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_argument_quarter(ledger, evidence->quarter, to->quarter);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "SELECT progress_id FROM progress\n"
                            "WHERE task_id = ?1 AND quarter = ?2 AND ?3 IN (0, revision)\n"
                            "ORDER BY revision DESC LIMIT 1",
                            &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    tz_bind_text(statement, 2, to->quarter);
    tz_bind_integer(statement, 3, evidence->revision);
    status = tz_query_integer(ledger, statement, &to->progress_id);
    if (status != TZ_OK || to->progress_id != 0)
        return status;
    if (evidence->revision == 0)
        return tz_fail(ledger, TZ_NOT_FOUND, "第%s项 %s：没有进展",
                       "task %s, %s: there is no entry", to->code, to->quarter);
    return tz_fail(ledger, TZ_NOT_FOUND, "第%s项 %s：没有第 %d 版进展",
                   "task %s, %s: there is no revision %d", to->code, to->quarter,
                   evidence->revision);
}

static tz_status find_closure(tz_ledger *ledger, int64_t task_id, attachment *to)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "SELECT closure_id FROM closure\n"
                                  "WHERE task_id = ?1\n"
                                  "ORDER BY closed_on DESC, closure_id DESC LIMIT 1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, task_id);
    status = tz_query_integer(ledger, statement, &to->closure_id);
    if (status != TZ_OK || to->closure_id != 0)
        return status;
    return tz_fail(ledger, TZ_NOT_FOUND, "第%s项没有销号", "task %s was never closed", to->code);
}

static tz_status find_action(tz_ledger *ledger, int64_t action_id, attachment *to)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger, "SELECT action_id FROM action WHERE action_id = ?1", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, action_id);
    status = tz_query_integer(ledger, statement, &to->action_id);
    if (status != TZ_OK || to->action_id != 0)
        return status;
    return tz_fail(ledger, TZ_NOT_FOUND, "没有编号为 %" PRId64 " 的督查行动",
                   "there is no action %" PRId64, action_id);
}

static tz_status check_choice(tz_ledger *ledger, const tz_evidence *evidence)
{
    int things = (evidence->quarter != NULL) + evidence->is_of_closure + (evidence->action_id != 0);
    bool needs_task = evidence->action_id == 0;
    if (things == 1 && needs_task == (evidence->task != NULL) &&
        (evidence->revision == 0 || evidence->quarter != NULL))
        return TZ_OK;
    tz_fail(ledger, TZ_MALFORMED, "佐证材料须附于任务某季度的进展、任务的销号或督查行动之一",
            "evidence is attached to a task's entry of a quarter, to its closure, or to an action: "
            "to one of them");
    tz_hint(ledger, "用 --task 和 --quarter，或 --task 和 --closure，或 --action",
            "give --task and --quarter, or --task and --closure, or --action");
    return TZ_MALFORMED;
}

static tz_status find_attachment(tz_ledger *ledger, const tz_evidence *evidence, attachment *to)
{
    int64_t task_id = 0;
    *to = (attachment){0};
    tz_status status = check_choice(ledger, evidence);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, evidence->added_on, to->added_on);
    if (status == TZ_OK && evidence->action_id != 0)
        return find_action(ledger, evidence->action_id, to);
    if (status == TZ_OK)
        status = tz_find_task(ledger, evidence->task, &task_id, to->code);
    if (status != TZ_OK)
        return status;
    return evidence->is_of_closure ? find_closure(ledger, task_id, to)
                                   : find_entry(ledger, task_id, evidence, to);
}

/* ---- its name */

static tz_status check_name(tz_ledger *ledger, const char *name)
{
    tz_status status = tz_check_text(ledger, name);
    if (status != TZ_OK || tz_is_file_name(name))
        return status;
    tz_fail(ledger, TZ_MALFORMED, "文件名“%s”含路径、反斜杠或控制字符",
            "the name \"%s\" holds a path, a backslash or a control character", name);
    tz_hint(ledger, "用 --name 另取名称", "give it another name with --name");
    return TZ_MALFORMED;
}

/* 2022/172/2022Q1-1/NAME, 2022/172/closure-1/NAME, action-1/NAME; where the archive has that
 * already (it keeps what was undone) a number is put before NAME. */
static tz_status choose_archive_name(tz_ledger *ledger, const attachment *to, const char *name,
                                     char *archive_name, size_t size)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(
        ledger,
        "WITH RECURSIVE place(folder) AS (\n"
        "  SELECT printf('%d/%s/%s-%d/', p.year, t.code, e.quarter, e.revision)\n"
        "  FROM progress AS e JOIN task AS t USING (task_id) JOIN plan AS p USING (plan_id)\n"
        "  WHERE e.progress_id = ?1\n"
        "  UNION ALL\n"
        "  SELECT printf('%d/%s/closure-%d/', p.year, t.code, x.closure_id)\n"
        "  FROM closure AS x JOIN task AS t USING (task_id) JOIN plan AS p USING (plan_id)\n"
        "  WHERE x.closure_id = ?2\n"
        "  UNION ALL\n"
        "  SELECT printf('action-%d/', action_id) FROM action WHERE action_id = ?3\n"
        "),\n"
        "attempt(number, path) AS (\n"
        "  SELECT 1, folder || ?4 FROM place\n"
        "  UNION ALL\n"
        "  SELECT a.number + 1, folder || (a.number + 1) || '/' || ?4\n"
        "  FROM attempt AS a CROSS JOIN place\n"
        "  WHERE EXISTS (SELECT 1 FROM sqlar AS z WHERE z.name = a.path)\n"
        ")\n"
        "SELECT path FROM attempt ORDER BY number DESC LIMIT 1",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_id(statement, 1, to->progress_id);
    tz_bind_id(statement, 2, to->closure_id);
    tz_bind_id(statement, 3, to->action_id);
    tz_bind_text(statement, 4, name);
    return tz_query_text(ledger, statement, archive_name, size);
}

/* ---- the rows */

static tz_status insert_archive_row(tz_ledger *ledger, const char *archive_name,
                                    const tz_evidence_file *file, const tz_content *content,
                                    int64_t *row_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "INSERT INTO sqlar (name, mode, mtime, sz, data)\n"
                                  "VALUES (?1, ?2, ?3, ?4, zeroblob(?5))",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, archive_name);
    tz_bind_integer(statement, 2, file->mode);
    tz_bind_integer(statement, 3, file->mtime);
    tz_bind_integer(statement, 4, (int64_t)content->size);
    tz_bind_integer(statement, 5, (int64_t)content->stored_size);
    status = tz_run(ledger, statement);
    *row_id = sqlite3_last_insert_rowid(ledger->database);
    return status;
}

static tz_status insert_evidence(tz_ledger *ledger, const attachment *to, const char *name,
                                 const char *archive_name, const tz_content *content,
                                 int64_t *evidence_id)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO evidence (progress_id, closure_id, action_id, name, archive_name,\n"
                   "  size, hash, added_on, added_by)\n"
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_id(statement, 1, to->progress_id);
    tz_bind_id(statement, 2, to->closure_id);
    tz_bind_id(statement, 3, to->action_id);
    tz_bind_text(statement, 4, name);
    tz_bind_text(statement, 5, archive_name);
    tz_bind_integer(statement, 6, (int64_t)content->size);
    sqlite3_bind_blob(statement, 7, content->hash, sizeof content->hash, SQLITE_STATIC);
    tz_bind_text(statement, 8, to->added_on);
    tz_bind_given(statement, 9, ledger->actor);
    status = tz_run(ledger, statement);
    *evidence_id = sqlite3_last_insert_rowid(ledger->database);
    return status;
}

/* ---- adding */

static tz_status read_limit(tz_ledger *ledger, uint64_t *bytes)
{
    sqlite3_stmt *statement = NULL;
    int64_t limit = 0;
    tz_status status = tz_prepare(ledger,
                                  "SELECT CAST(value AS INTEGER) * 1048576 FROM setting\n"
                                  "WHERE name = 'evidence_size_limit_mib'",
                                  &statement);
    if (status == TZ_OK)
        status = tz_query_integer(ledger, statement, &limit);
    *bytes = (uint64_t)limit;
    return status;
}

static tz_status keep_file(tz_ledger *ledger, tz_evidence_file *file, const attachment *to,
                           const char *name, int64_t *evidence_id)
{
    tz_content content;
    int64_t row_id = 0;
    char archive_name[512];
    tz_status status = choose_archive_name(ledger, to, name, archive_name, sizeof archive_name);
    if (status == TZ_OK)
        status = tz_archive_measure(ledger, tz_evidence_file_read, file, &content);
    if (status == TZ_OK)
        status = tz_evidence_file_rewind(file);
    if (status == TZ_OK)
        status = insert_archive_row(ledger, archive_name, file, &content, &row_id);
    if (status == TZ_OK)
        status = tz_archive_write(ledger, row_id, tz_evidence_file_read, file, &content);
    if (status == TZ_OK)
        status = insert_evidence(ledger, to, name, archive_name, &content, evidence_id);
    return status;
}

static tz_status add_evidence(tz_ledger *ledger, const char *path, const tz_evidence *evidence,
                              int64_t *evidence_id)
{
    const char *name = evidence->name != NULL ? evidence->name : tz_file_name_of(path);
    tz_evidence_file file = {.descriptor = -1};
    attachment to;
    uint64_t limit = 0;
    tz_status status = find_attachment(ledger, evidence, &to);
    if (status == TZ_OK)
        status = read_limit(ledger, &limit);
    if (status == TZ_OK)
        status = tz_evidence_file_open(ledger, path, limit, &file);
    if (status == TZ_OK)
        status = check_name(ledger, name);
    if (status == TZ_OK) {
        status = keep_file(ledger, &file, &to, name, evidence_id);
        if (status != TZ_OK)
            tz_name_record(ledger, "%s", "%s", path);
    }
    tz_evidence_file_close(&file);
    return status;
}

tz_status tz_evidence_add(tz_ledger *ledger, const char *path, const tz_evidence *evidence,
                          int64_t *evidence_id)
{
    bool is_own = false;
    int64_t id = 0;
    assert(path != NULL && evidence != NULL);
    if (evidence_id != NULL)
        *evidence_id = 0;
    tz_status status = tz_write_enter(ledger, "evidence add", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, add_evidence(ledger, path, evidence, &id));
    if (status == TZ_OK && evidence_id != NULL)
        *evidence_id = id;
    return status;
}
