/* adjustment.c: what the government decides on a task (调整): another due day, another value of a
 * target, a suspension and its end. What may be decided is the file's to say. */
#include <assert.h>

#include "progress_row.h"
#include "query.h"
#include "task_code.h"

/* The arguments of a decision, read. */
typedef struct read_adjustment {
    int64_t task_id;
    char code[TZ_CODE_SIZE], kind[32], new_due_on[11], decided_on[11];
    tz_entry target; /* its one reading is the target with its new value */
} read_adjustment;

static tz_status read_target(tz_ledger *ledger, const tz_adjustment *adjustment,
                             read_adjustment *read)
{
    if (adjustment->new_value == NULL)
        return TZ_OK;
    read->target.task_id = read->task_id;
    return tz_entry_read_reading(ledger, adjustment->new_value, adjustment->target, &read->target);
}

static tz_status read_decision(tz_ledger *ledger, const tz_adjustment *adjustment,
                               read_adjustment *read)
{
    tz_status status = tz_argument_day(ledger, adjustment->decided_on, read->decided_on);
    if (status == TZ_OK)
        status = tz_find_word(ledger, "adjustment", adjustment->kind, read->kind);
    if (status == TZ_OK)
        status = tz_argument_optional_day(ledger, adjustment->new_due_on, read->new_due_on);
    if (status == TZ_OK)
        status = read_target(ledger, adjustment, read);
    if (status == TZ_OK)
        status = tz_check_text(ledger, adjustment->reason);
    if (status == TZ_OK)
        status = tz_check_text(ledger, adjustment->authority);
    return status;
}

static tz_status insert_adjustment(tz_ledger *ledger, const tz_adjustment *adjustment,
                                   const read_adjustment *read)
{
    sqlite3_stmt *statement = NULL;
    tz_status status =
        tz_prepare(ledger,
                   "INSERT INTO adjustment (task_id, decided_on, kind, new_due_on, target_id,\n"
                   "  new_value, reason, authority)\n"
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, read->task_id);
    tz_bind_text(statement, 2, read->decided_on);
    tz_bind_text(statement, 3, read->kind);
    tz_bind_given(statement, 4, read->new_due_on);
    if (read->target.reading_count > 0) {
        tz_bind_integer(statement, 5, read->target.readings[0].target_id);
        tz_bind_real(statement, 6, read->target.readings[0].value);
    }
    /* what isn't given is blank, which the file refuses; NULL would mean unknown */
    tz_bind_text(statement, 7, adjustment->reason ? adjustment->reason : "");
    tz_bind_text(statement, 8, adjustment->authority ? adjustment->authority : "");
    return tz_run(ledger, statement);
}

static tz_status adjust_task(tz_ledger *ledger, const char *code, const tz_adjustment *adjustment)
{
    read_adjustment read = {0};
    tz_status status = tz_find_task(ledger, code, &read.task_id, read.code);
    if (status != TZ_OK)
        return status;
    status = read_decision(ledger, adjustment, &read);
    if (status == TZ_OK) {
        status = insert_adjustment(ledger, adjustment, &read);
        if (status != TZ_OK && read.new_due_on[0] != '\0')
            tz_name_record(ledger, "新时限 %s", "due day %s", read.new_due_on);
    }
    if (status != TZ_OK)
        tz_name_record(ledger, "第%s项", "task %s", read.code);
    return status;
}

tz_status tz_task_adjust(tz_ledger *ledger, const char *code, const tz_adjustment *adjustment)
{
    bool is_own = false;
    assert(code != NULL && adjustment != NULL && adjustment->kind != NULL);
    tz_status status = tz_write_enter(ledger, "task adjust", &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, adjust_task(ledger, code, adjustment));
}
