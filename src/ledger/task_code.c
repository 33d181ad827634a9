/* task_code.c: the code of a task (任务编号) as people write it, and the task that has it. */
#include "task_code.h"

#include <stdio.h>
#include <string.h>

#include "nearest.h"
#include "query.h"

/* ---- reading a code */

/* At most six digits: what a plan may number. */
static bool take_number(const char **cursor, int *number)
{
    const char *digit = *cursor;
    *number = 0;
    while (*digit >= '0' && *digit <= '9' && digit - *cursor < 6)
        *number = *number * 10 + (*digit++ - '0');
    bool is_number = digit > *cursor && *number > 0 && !(*digit >= '0' && *digit <= '9');
    *cursor = digit;
    return is_number;
}

static void take_year(const char **cursor, int *year)
{
    const char *slash = *cursor;
    if (take_number(&slash, year) && *slash == '/')
        *cursor = slash + 1;
    else
        *year = 0;
}

/* "(1)" or ".1" up to the end of the text. */
static bool take_sub_item(const char *cursor, int *sub_item)
{
    char opening = *cursor++;
    if ((opening != '(' && opening != '.') || !take_number(&cursor, sub_item))
        return false;
    return opening == '.' ? *cursor == '\0' : strcmp(cursor, ")") == 0;
}

static bool read_folded(const char *text, tz_task_code *code)
{
    int sub_item = 0;
    take_year(&text, &code->year);
    if (!take_number(&text, &code->number))
        return false;
    code->is_sub_item = *text != '\0';
    if (!code->is_sub_item)
        snprintf(code->spelling, sizeof code->spelling, "%d", code->number);
    else if (take_sub_item(text, &sub_item))
        snprintf(code->spelling, sizeof code->spelling, "%d(%d)", code->number, sub_item);
    else
        return false;
    return true;
}

tz_status tz_read_task_code(tz_ledger *ledger, const char *text, tz_task_code *code)
{
    tz_buffer folded = {0};
    memset(code, 0, sizeof *code);
    tz_status status = tz_check_text(ledger, text);
    if (status != TZ_OK)
        return status;
    tz_fold_name(&folded, text);
    if (folded.failed) {
        status = tz_fail_memory(ledger);
    } else if (!read_folded(tz_buffer_text(&folded), code)) {
        status =
            tz_fail(ledger, TZ_MALFORMED, "“%s”不是任务编号", "\"%s\" is not a task code", text);
        tz_hint(ledger, "编号写作 172、6(1) 或 6.1；有多个年度时写作 2023/7",
                "a code is written 172, 6(1) or 6.1; with several plans 2023/7");
    }
    tz_buffer_free(&folded);
    return status;
}

/* ---- the plan and the task */

/* The years of the plans that hold `code`; of all plans where it is NULL. */
static tz_status list_years(tz_ledger *ledger, const char *code, char *years, size_t size)
{
    sqlite3_stmt *statement = NULL;
    tz_status status = tz_prepare(ledger,
                                  "SELECT group_concat(year, ?2)\n"
                                  "FROM (SELECT p.year FROM plan AS p\n"
                                  "      WHERE ?1 IS NULL OR EXISTS (\n"
                                  "        SELECT 1 FROM task AS t\n"
                                  "        WHERE t.plan_id = p.plan_id AND t.code = ?1)\n"
                                  "      ORDER BY p.year)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, code);
    tz_bind_text(statement, 2, tz_joint(ledger));
    return tz_query_text(ledger, statement, years, size);
}

tz_status tz_find_plan(tz_ledger *ledger, int year, int64_t *plan_id)
{
    sqlite3_stmt *statement = NULL;
    char years[128];
    *plan_id = 0;
    tz_status status = list_years(ledger, NULL, years, sizeof years);
    if (status != TZ_OK)
        return status;
    if (year == 0 && strlen(years) > strlen("2022")) {
        status = tz_fail(ledger, TZ_MALFORMED, "台账有多个年度的方案：%s",
                         "the ledger has plans of several years: %s", years);
        tz_hint(ledger, "在编号前写上年度，如 2023/7", "write the year before the code: 2023/7");
        return status;
    }
    status = tz_prepare(ledger, "SELECT plan_id FROM plan WHERE ?1 IN (0, year)", &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, year);
    status = tz_query_integer(ledger, statement, plan_id);
    if (status != TZ_OK || *plan_id != 0)
        return status;
    if (year == 0)
        return tz_fail(ledger, TZ_NOT_FOUND, "台账里还没有方案", "the ledger has no plan yet");
    status = tz_fail(ledger, TZ_NOT_FOUND, "没有%d年的方案", "no plan of %d", year);
    if (years[0] != '\0')
        tz_hint(ledger, "台账有的年度：%s", "the ledger has: %s", years);
    return status;
}

static tz_status fail_ambiguous(tz_ledger *ledger, const tz_task_code *code)
{
    char years[128];
    tz_status status = list_years(ledger, code->spelling, years, sizeof years);
    if (status != TZ_OK)
        return status;
    status = tz_fail(ledger, TZ_MALFORMED, "任务“%s”在多个年度的方案里都有：%s",
                     "task \"%s\" is in the plans of several years: %s", code->spelling, years);
    tz_hint(ledger, "在编号前写上年度，如 %.4s/%s", "write the year before it: %.4s/%s", years,
            code->spelling);
    return status;
}

static tz_status fail_unknown(tz_ledger *ledger, const tz_task_code *code)
{
    sqlite3_stmt *statement = NULL;
    char codes[128];
    tz_status status = TZ_OK;
    if (code->year != 0) {
        int64_t plan_id = 0;
        status = tz_find_plan(ledger, code->year, &plan_id);
        if (status != TZ_OK)
            return status;
    }
    status = tz_prepare(
        ledger,
        "SELECT group_concat(code, ?4)\n"
        "FROM (SELECT DISTINCT t.code\n"
        "      FROM task AS t JOIN plan AS p ON p.plan_id = t.plan_id\n"
        "      WHERE ?1 IN (0, p.year)\n"
        "      ORDER BY length(t.code) = length(?3) - 1 AND instr(?3, t.code) = 1 DESC,\n"
        "               abs(CAST(t.code AS INTEGER) - ?2), t.ordinal\n"
        "      LIMIT 3)",
        &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, code->year);
    tz_bind_integer(statement, 2, code->number);
    tz_bind_text(statement, 3, code->spelling); /* one digit too many comes before a near number */
    tz_bind_text(statement, 4, tz_joint(ledger));
    status = tz_query_text(ledger, statement, codes, sizeof codes);
    if (status != TZ_OK)
        return status;
    status = tz_fail(ledger, TZ_NOT_FOUND, "没有编号为“%s”的任务", "no task has the code \"%s\"",
                     code->spelling);
    if (codes[0] != '\0')
        tz_hint(ledger, "相近的编号：%s", "nearest codes: %s", codes);
    return status;
}

tz_status tz_find_task(tz_ledger *ledger, const char *text, int64_t *task_id, char code[32])
{
    sqlite3_stmt *statement = NULL;
    tz_task_code wanted;
    bool has_row = false;
    int64_t count = 0;
    *task_id = 0;
    if (code != NULL)
        code[0] = '\0';
    tz_status status = tz_read_task_code(ledger, text, &wanted);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "SELECT count(*), max(t.task_id)\n"
                            "FROM plan AS p\n"
                            "CROSS JOIN task AS t ON t.plan_id = p.plan_id AND t.code = ?2\n"
                            "WHERE ?1 IN (0, p.year)",
                            &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_integer(statement, 1, wanted.year);
    tz_bind_text(statement, 2, wanted.spelling);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    count = sqlite3_column_int64(statement, 0);
    int64_t found = sqlite3_column_int64(statement, 1);
    sqlite3_reset(statement);
    if (count == 0)
        return fail_unknown(ledger, &wanted);
    if (count > 1)
        return fail_ambiguous(ledger, &wanted);
    *task_id = found;
    if (code != NULL)
        snprintf(code, TZ_CODE_SIZE, "%s", wanted.spelling);
    return TZ_OK;
}
