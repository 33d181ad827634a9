/* review.c: the office accepts an entry or sends it back (审核: 采纳, 退回). */
#include <assert.h>
#include <string.h>

#include "query.h"
#include "task_code.h"

/* The arguments of a review, read. */
typedef struct read_review {
    int64_t task_id, unit_id; /* unit_id 0: not given */
    char code[TZ_CODE_SIZE], quarter[7], verdict[32], redo_due_on[11], reviewed_on[11];
    int64_t progress_id;
    int revision; /* 0 until the entry is found */
} read_review;

static tz_status read_days(tz_ledger *ledger, const tz_review *review, read_review *read)
{
    tz_status status = tz_argument_quarter(ledger, review->quarter, read->quarter);
    if (status == TZ_OK)
        status = tz_argument_day(ledger, review->reviewed_on, read->reviewed_on);
    if (status == TZ_OK)
        status = tz_argument_optional_day(ledger, review->redo_due_on, read->redo_due_on);
    return status;
}

static tz_status check_return(tz_ledger *ledger, const tz_review *review, const read_review *read)
{
    bool has_note = review->note != NULL && review->note[0] != '\0';
    if (strcmp(read->verdict, "returned") != 0 || (has_note && read->redo_due_on[0] != '\0'))
        return TZ_OK;
    tz_status status = tz_fail(ledger, TZ_MALFORMED, "退回须写明审核意见和重报期限",
                               "a return needs a note and the day by which it is to be redone");
    tz_hint(ledger, "用 --note 和 --redo 给出", "give them with --note and --redo");
    return status;
}

static tz_status read_arguments(tz_ledger *ledger, const tz_review *review, read_review *read)
{
    tz_status status = read_days(ledger, review, read);
    if (status == TZ_OK)
        status = tz_find_word(ledger, "review", review->verdict, read->verdict);
    if (status == TZ_OK && review->unit != NULL)
        status = tz_find_unit(ledger, review->unit, &read->unit_id);
    if (status == TZ_OK)
        status = tz_check_text(ledger, review->note);
    return status == TZ_OK ? check_return(ledger, review, read) : status;
}

/* ---- the entry that is meant */

static tz_status fail_entry(tz_ledger *ledger, const tz_review *review, const read_review *read)
{
    sqlite3_stmt *statement = NULL;
    char entries[512];
    tz_status status =
        tz_prepare(ledger,
                   "SELECT group_concat(revision || ' ' || name || ' ' || reported_on, '、')\n"
                   "FROM (SELECT e.revision, u.name, e.reported_on\n"
                   "      FROM progress AS e JOIN unit AS u ON u.unit_id = e.unit_id\n"
                   "      WHERE e.task_id = ?1 AND e.quarter = ?2 ORDER BY e.revision)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, read->task_id);
    tz_bind_text(statement, 2, read->quarter);
    status = tz_query_text(ledger, statement, entries, sizeof entries);
    if (status != TZ_OK)
        return status;
    if (review->revision > 0)
        status = tz_fail(ledger, TZ_NOT_FOUND, "没有这样的第%d版", "there is no such revision %d",
                         review->revision);
    else
        status = tz_fail(ledger, TZ_NOT_FOUND, "截至%s没有这样的进展",
                         "there is no such entry by %s", read->reviewed_on);
    if (entries[0] != '\0')
        tz_hint(ledger, "已报送的版次：%s", "the revisions there are: %s", entries);
    return status;
}

/* The newest of those meant: without unit and revision the judged ones, the first lead unit's. */
static tz_status find_entry(tz_ledger *ledger, const tz_review *review, read_review *read)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(ledger,
                                  "SELECT e.progress_id, e.revision FROM progress AS e\n"
                                  "WHERE e.task_id = ?1 AND e.quarter = ?2\n"
                                  "  AND (e.revision = ?5 OR ?5 = 0 AND e.reported_on <= ?3)\n"
                                  "  AND (e.unit_id = ?4 OR ?4 = 0 AND (?5 > 0 OR EXISTS (\n"
                                  "    SELECT 1 FROM judged_entry AS j\n"
                                  "    WHERE j.task_id = ?1 AND j.progress_id = e.progress_id)))\n"
                                  "ORDER BY e.revision DESC LIMIT 1",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, read->task_id);
    tz_bind_text(statement, 2, read->quarter);
    tz_bind_text(statement, 3, read->reviewed_on);
    tz_bind_integer(statement, 4, read->unit_id);
    tz_bind_integer(statement, 5, review->revision);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    if (!has_row)
        return fail_entry(ledger, review, read);
    read->progress_id = sqlite3_column_int64(statement, 0);
    read->revision = sqlite3_column_int(statement, 1);
    sqlite3_reset(statement);
    return TZ_OK;
}

/* ---- the verdict */

/* A return keeps the acceptance before it, so that the days between answer as they did. */
static tz_status update_entry(tz_ledger *ledger, const tz_review *review, const read_review *read)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "UPDATE progress\n"
                   "SET accepted_on = CASE review WHEN 'accepted' THEN reviewed_on END,\n"
                   "    accepted_note = CASE review WHEN 'accepted' THEN review_note END,\n"
                   "    review = ?2, reviewed_on = ?3, review_note = ?4, redo_due_on = ?5\n"
                   "WHERE progress_id = ?1",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, read->progress_id);
    tz_bind_text(statement, 2, read->verdict);
    tz_bind_text(statement, 3, read->reviewed_on);
    tz_bind_given(statement, 4, review->note);
    tz_bind_given(statement, 5, read->redo_due_on);
    return tz_run(ledger, statement);
}

static void name_entry(tz_ledger *ledger, const read_review *read)
{
    if (read->revision > 0)
        tz_name_record(ledger, "第%s项 %s 第%d版", "task %s, %s, revision %d", read->code,
                       read->quarter, read->revision);
    else
        tz_name_record(ledger, "第%s项%s%s", "task %s%s%s", read->code,
                       read->quarter[0] != '\0' ? TZ_PICK(ledger->language, " ", ", ") : "",
                       read->quarter);
}

static tz_status review_entry(tz_ledger *ledger, const tz_review *review, int *revision)
{
    read_review read = {0};
    tz_status status = tz_find_task(ledger, review->task, &read.task_id, read.code);
    if (status != TZ_OK)
        return status;
    status = read_arguments(ledger, review, &read);
    if (status == TZ_OK)
        status = find_entry(ledger, review, &read);
    if (status == TZ_OK)
        status = update_entry(ledger, review, &read);
    if (status != TZ_OK)
        name_entry(ledger, &read);
    *revision = read.revision;
    return status;
}

tz_status tz_progress_review(tz_ledger *ledger, const tz_review *review, int *revision)
{
    bool is_own = false;
    int number = 0;
    assert(review != NULL && review->task != NULL && review->quarter != NULL);
    assert(review->verdict != NULL && review->revision >= 0);
    if (revision != NULL)
        *revision = 0;
    tz_status status = tz_write_enter(ledger, "progress review", &is_own);
    if (status != TZ_OK)
        return status;
    status = tz_write_leave(ledger, is_own, review_entry(ledger, review, &number));
    if (status == TZ_OK && revision != NULL)
        *revision = number;
    return status;
}
