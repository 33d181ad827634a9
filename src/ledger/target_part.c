/* target_part.c: what a target is divided into: quarters (季度节点目标) and units (分解指标). Both
 * are set by hand or imported from CSV. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "csv_import.h"
#include "figure.h"
#include "query.h"
#include "task_code.h"
#include "value.h"

/* What a person gives of a part, in the order of the columns of a CSV file. */
enum { CODE, ORDINAL, KEY, VALUE, FIELD_COUNT };

typedef struct target_part {
    int64_t task_id;
    char code[TZ_CODE_SIZE];
    int ordinal;
    tz_target_record target;
    char quarter[7]; /* of a node */
    int64_t unit_id; /* of a share */
    double value;
} target_part;

/* The statements take the target as ?1, quarter or unit as ?2, the day as ?3, the value as ?4. */
typedef struct part_kind {
    const char *set_command, *import_command;
    tz_import_column columns[FIELD_COUNT];
    tz_status (*read_key)(tz_ledger *ledger, const char *text, target_part *part);
    const char *stands; /* gives 1 where the part is so already */
    const char *write;
} part_kind;

static tz_status read_quarter(tz_ledger *ledger, const char *text, target_part *part)
{
    return tz_argument_quarter(ledger, text, part->quarter);
}

static tz_status read_unit(tz_ledger *ledger, const char *text, target_part *part)
{
    return tz_find_unit(ledger, text, &part->unit_id);
}

static const part_kind nodes = {
    .set_command = "target node",
    .import_command = "target node import",
    .columns = {{"code", "任务编号", TZ_IMPORT_NEEDED},
                {"ordinal", "指标序号", 0},
                {"quarter", "季度", TZ_IMPORT_NEEDED},
                {"value", "节点值", TZ_IMPORT_NEEDED | TZ_IMPORT_GIVEN}},
    .read_key = read_quarter,
    .stands = "SELECT 1 FROM node_span\n"
              "WHERE target_id = ?1 AND quarter = ?2 AND from_day <= ?3 AND until_day > ?3\n"
              "  AND value = ?4",
    .write = "INSERT INTO target_node (target_id, quarter, added_on, value)\n"
             "VALUES (?1, ?2, ?3, ?4)\n"
             "ON CONFLICT (target_id, quarter, added_on) DO UPDATE SET value = excluded.value",
};

static const part_kind shares = {
    .set_command = "target share",
    .import_command = "target share import",
    .columns = {{"code", "任务编号", TZ_IMPORT_NEEDED},
                {"ordinal", "指标序号", 0},
                {"unit", "单位", TZ_IMPORT_NEEDED},
                {"value", "分解值", TZ_IMPORT_NEEDED | TZ_IMPORT_GIVEN}},
    .read_key = read_unit,
    .stands = "SELECT 1 FROM share_span\n"
              "WHERE target_id = ?1 AND unit_id = ?2 AND from_day <= ?3 AND until_day > ?3\n"
              "  AND value = ?4",
    .write = "INSERT INTO target_share (target_id, unit_id, added_on, value)\n"
             "VALUES (?1, ?2, ?3, ?4)\n"
             "ON CONFLICT (target_id, unit_id, added_on) DO UPDATE SET value = excluded.value",
};

/* ---- reading and writing one part */

static tz_status read_ordinal(tz_ledger *ledger, const char *text, target_part *part)
{
    if (text == NULL)
        part->ordinal = 1;
    else if (!tz_read_ordinal(text, &part->ordinal))
        return tz_fail(ledger, TZ_MALFORMED, "“%s”不是指标序号",
                       "\"%s\" is not the number of a target", text);
    return tz_find_target(ledger, part->task_id, part->ordinal, &part->target);
}

/* Reads one field, in their order; NULL is not given. */
static tz_status read_field(tz_ledger *ledger, const part_kind *kind, int field, const char *text,
                            target_part *part)
{
    switch (field) {
    case CODE:
        return tz_find_task(ledger, text != NULL ? text : "", &part->task_id, part->code);
    case ORDINAL:
        return read_ordinal(ledger, text, part);
    case KEY:
        return kind->read_key(ledger, text != NULL ? text : "", part);
    default: /* VALUE */
        return tz_argument_figure(ledger, text != NULL ? text : "", part->target.measure,
                                  &part->value);
    }
}

static tz_status prepare_part(tz_ledger *ledger, const char *sql, const target_part *part,
                              const char *day, sqlite3_stmt **statement)
{
    tz_status status = tz_prepare(ledger, sql, statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(*statement, 1, part->target.target_id);
    if (part->quarter[0] != '\0')
        tz_bind_text(*statement, 2, part->quarter);
    else
        tz_bind_integer(*statement, 2, part->unit_id);
    tz_bind_text(*statement, 3, day);
    tz_bind_real(*statement, 4, part->value);
    return TZ_OK;
}

static tz_status part_stands(tz_ledger *ledger, const part_kind *kind, const target_part *part,
                             const char *day, int64_t *stands)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = prepare_part(ledger, kind->stands, part, day, &statement);
    return status == TZ_OK ? tz_query_integer(ledger, statement, stands) : status;
}

static tz_status write_part(tz_ledger *ledger, const part_kind *kind, const target_part *part,
                            const char *day)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = prepare_part(ledger, kind->write, part, day, &statement);
    return status == TZ_OK ? tz_run(ledger, statement) : status;
}

/* ---- the sum of the shares */

/* What the target's shares come to on a day. */
typedef struct share_sum {
    double value, most, shared, excess, shortfall;
    char measure[sizeof(((tz_target_record *)0)->measure)], day[11];
} share_sum;

/* That of the first day, from `day` on, on which they come to too much: a share of a later day may
 * stand on this one. Where there is none, that of `day`. */
static tz_status add_up_shares(tz_ledger *ledger, int64_t target_id, const char *day,
                               share_sum *sum)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status =
        tz_prepare(ledger,
                   "SELECT t.value, t.most, t.shared, t.excess, t.shortfall, t.measure, t.as_of\n"
                   "FROM (SELECT ?2 AS day\n"
                   "      UNION\n"
                   "      SELECT added_on FROM target_share\n"
                   "      WHERE target_id = ?1 AND added_on > ?2) AS d\n"
                   "CROSS JOIN share_total AS t ON t.as_of = d.day AND t.target_id = ?1\n"
                   "ORDER BY t.excess = 0, t.as_of LIMIT 1",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, target_id);
    tz_bind_text(statement, 2, day);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    assert(has_row);
    double *const numbers[] = {&sum->value, &sum->most, &sum->shared, &sum->excess,
                               &sum->shortfall};
    for (int i = 0; i < 5; i++)
        *numbers[i] = sqlite3_column_double(statement, i);
    snprintf(sum->measure, sizeof sum->measure, "%s", tz_column_text(statement, 5));
    snprintf(sum->day, sizeof sum->day, "%s", tz_column_text(statement, 6));
    sqlite3_reset(statement);
    return TZ_OK;
}

/* `day` is the one that was asked for. */
static tz_status fail_sum(tz_ledger *ledger, const share_sum *sum, const char *day)
{
    bool is_over = sum->excess > 0;
    tz_fail(ledger, TZ_REJECTED, "分解值合计 %.10g%s，目标值 %.10g%s，%s %.10g%s",
            "the shares come to %.10g %s, the target is %.10g %s: %s %.10g %s", sum->shared,
            sum->measure, is_over ? sum->most : sum->value, sum->measure,
            is_over ? TZ_PICK(ledger->language, "超出", "too much by")
                    : TZ_PICK(ledger->language, "尚差", "short by"),
            is_over ? sum->excess : sum->shortfall, sum->measure);
    if (strcmp(sum->day, day) != 0)
        tz_name_record(ledger, "%s起", "from %s on", sum->day);
    return TZ_REJECTED;
}

/* By hand the shares come one by one, and fall short until the last: only too much is refused. */
static tz_status check_share(tz_ledger *ledger, const target_part *part, const char *day,
                             tz_share_total *total)
{
    share_sum sum;
    tz_status status = add_up_shares(ledger, part->target.target_id, day, &sum);
    if (status != TZ_OK)
        return status;
    *total = (tz_share_total){sum.value, sum.shared, sum.shortfall};
    if (sum.excess == 0)
        return TZ_OK;
    fail_sum(ledger, &sum, day);
    tz_hint(ledger, "请先减少其他单位的分解值", "first lessen another unit's share");
    return TZ_REJECTED;
}

/* ---- one by hand */

static tz_status set_part(tz_ledger *ledger, const part_kind *kind,
                          const char *const texts[FIELD_COUNT], const char *on,
                          tz_share_total *total)
{
    target_part part = {0};
    char day[11];
    tz_status status = tz_argument_day(ledger, on, day);
    for (int field = 0; field < FIELD_COUNT && status == TZ_OK; field++)
        status = read_field(ledger, kind, field, texts[field], &part);
    if (status == TZ_OK)
        status = write_part(ledger, kind, &part, day);
    if (status == TZ_OK && total != NULL)
        status = check_share(ledger, &part, day, total);
    if (status != TZ_OK && part.target.target_id != 0)
        tz_name_record(ledger, "第%s项，指标%d，%s", "task %s, target %d, %s", part.code,
                       part.ordinal, texts[KEY]);
    else if (status != TZ_OK && part.task_id != 0)
        tz_name_record(ledger, "第%s项", "task %s", part.code);
    return status;
}

static tz_status enter_part(tz_ledger *ledger, const part_kind *kind, const char *task, int ordinal,
                            const char *key, const char *value, const char *on,
                            tz_share_total *total)
{
    char digits[16];
    bool is_own = false;
    const char *const texts[FIELD_COUNT] = {
        [CODE] = task, [ORDINAL] = digits, [KEY] = key, [VALUE] = value};
    snprintf(digits, sizeof digits, "%d", ordinal);
    tz_status status = tz_write_enter(ledger, kind->set_command, &is_own);
    if (status != TZ_OK)
        return status;
    return tz_write_leave(ledger, is_own, set_part(ledger, kind, texts, on, total));
}

tz_status tz_target_node_set(tz_ledger *ledger, const char *task, int ordinal, const char *quarter,
                             const char *value, const char *on)
{
    assert(task != NULL && quarter != NULL && value != NULL);
    return enter_part(ledger, &nodes, task, ordinal, quarter, value, on, NULL);
}

tz_status tz_target_share_set(tz_ledger *ledger, const char *task, int ordinal, const char *unit,
                              const char *value, const char *on, tz_share_total *total)
{
    tz_share_total sum = {0};
    assert(task != NULL && unit != NULL && value != NULL);
    tz_status status = enter_part(ledger, &shares, task, ordinal, unit, value, on, &sum);
    if (total != NULL)
        *total = status == TZ_OK ? sum : (tz_share_total){0};
    return status;
}

/* ---- from CSV */

/* A target that the file names shares of, and where it did last. */
typedef struct named_target {
    int64_t target_id;
    size_t line;
    int ordinal;
    char code[TZ_CODE_SIZE];
} named_target;

typedef struct part_import {
    const part_kind *kind;
    char day[11];
    tz_buffer named; /* of named_target, for shares */
} part_import;

static size_t named_count(const part_import *own)
{
    return own->named.size / sizeof(named_target);
}

static named_target *named_at(const part_import *own, size_t index)
{
    return (named_target *)(void *)own->named.bytes + index;
}

static tz_status keep_named(tz_import *import, const target_part *part)
{
    part_import *own = import->context;
    for (size_t i = 0; i < named_count(own); i++) {
        if (named_at(own, i)->target_id == part->target.target_id) {
            named_at(own, i)->line = import->row.line;
            return TZ_OK;
        }
    }
    named_target target = {part->target.target_id, import->row.line, part->ordinal, ""};
    snprintf(target.code, sizeof target.code, "%s", part->code);
    tz_buffer_add(&own->named, (const char *)&target, sizeof target);
    return own->named.failed ? tz_fail_memory(import->ledger) : TZ_OK;
}

/* Whether what a field is read by is known: a target is one of a task, a value in its measure. */
static bool can_read(int field, const target_part *part)
{
    return field == ORDINAL ? part->task_id != 0 : field != VALUE || part->target.target_id != 0;
}

static tz_status read_row(tz_import *import, target_part *part)
{
    const part_import *own = import->context;
    tz_status status = TZ_OK;
    for (int field = 0; field < FIELD_COUNT && status == TZ_OK; field++) {
        size_t column = (size_t)field;
        if (!can_read(field, part))
            continue;
        status = read_field(import->ledger, own->kind, field, tz_import_cell(import, column), part);
        status = tz_import_check(import, column, status);
    }
    return status;
}

static tz_status import_row(tz_import *import)
{
    const part_import *own = import->context;
    target_part part = {0};
    int64_t stands = 0;
    tz_status status = read_row(import, &part);
    if (status != TZ_OK || !tz_import_row_is_sound(import))
        return status;
    status = part_stands(import->ledger, own->kind, &part, own->day, &stands);
    if (status == TZ_OK && stands)
        import->result.unchanged++;
    else if (status == TZ_OK)
        status = write_part(import->ledger, own->kind, &part, own->day);
    if (status == TZ_OK && !stands)
        import->result.added++;
    if (status == TZ_OK && own->kind == &shares)
        status = keep_named(import, &part);
    return tz_import_check(import, KEY, status);
}

static tz_status check_sums(tz_import *import)
{
    const part_import *own = import->context;
    tz_status status = TZ_OK;
    for (size_t i = 0; i < named_count(own) && status == TZ_OK; i++) {
        const named_target *target = named_at(own, i);
        share_sum sum;
        status = add_up_shares(import->ledger, target->target_id, own->day, &sum);
        if (status != TZ_OK || (sum.excess == 0 && sum.shortfall == 0))
            continue;
        fail_sum(import->ledger, &sum, own->day);
        tz_name_record(import->ledger, "第%s项，指标%d", "task %s, target %d", target->code,
                       target->ordinal);
        status = tz_import_check_value(import, target->line, VALUE, NULL, TZ_REJECTED);
    }
    return status;
}

static tz_status import_parts(tz_ledger *ledger, const part_kind *kind, const char *path,
                              const char *on, tz_import_result *result)
{
    part_import own = {.kind = kind};
    tz_import import = {.ledger = ledger,
                        .columns = kind->columns,
                        .column_count = FIELD_COUNT,
                        .take_row = import_row,
                        .finish = check_sums,
                        .context = &own};
    memset(result, 0, sizeof *result);
    tz_status status = tz_argument_day(ledger, on, own.day);
    if (status == TZ_OK)
        status = tz_import_run(&import, path, kind->import_command, result);
    tz_buffer_free(&own.named);
    return status;
}

tz_status tz_target_node_import(tz_ledger *ledger, const char *path, const char *on,
                                tz_import_result *result)
{
    assert(path != NULL && result != NULL);
    return import_parts(ledger, &nodes, path, on, result);
}

tz_status tz_target_share_import(tz_ledger *ledger, const char *path, const char *on,
                                 tz_import_result *result)
{
    assert(path != NULL && result != NULL);
    return import_parts(ledger, &shares, path, on, result);
}
