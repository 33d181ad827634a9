/* plan_files.c: the two lists that go with a notice: aliases, and members of collective units. */
#include "plan_files.h"

#include <stdlib.h>
#include <string.h>

#include "input.h"

static bool grow(tz_name_pairs *pairs)
{
    if (pairs->count < pairs->capacity)
        return true;
    size_t capacity = pairs->capacity > 0 ? pairs->capacity * 2 : 16;
    notice_alias *rows = realloc(pairs->rows, capacity * sizeof *rows);
    if (rows == NULL)
        return false;
    pairs->rows = rows;
    size_t *lines = realloc(pairs->lines, capacity * sizeof *lines);
    if (lines == NULL)
        return false;
    pairs->lines = lines;
    pairs->capacity = capacity;
    return true;
}

static void free_row(const notice_alias *row)
{
    free((char *)row->alias);
    free((char *)row->name);
    free((char *)row->reason);
}

static bool keep_pair(tz_name_pairs *pairs, size_t line, const char *first, const char *second,
                      const char *reason)
{
    notice_alias row = {strdup(first), strdup(second), strdup(reason)};
    if (row.alias == NULL || row.name == NULL || row.reason == NULL || !grow(pairs)) {
        free_row(&row);
        return false;
    }
    pairs->lines[pairs->count] = line;
    pairs->rows[pairs->count++] = row;
    return true;
}

static tz_status read_pairs(tz_ledger *ledger, tz_input *input, const char *first,
                            const char *second, tz_name_pairs *pairs)
{
    tz_csv_row row = {0};
    bool has_row = false;
    tz_status status = tz_input_next(ledger, input, &row, &has_row);
    if (status != TZ_OK)
        return status;
    int first_column = tz_input_column(&row, first, first);
    int second_column = tz_input_column(&row, second, second);
    int reason_column = tz_input_column(&row, "reason", "理由");
    if (first_column < 0 || second_column < 0)
        return tz_fail(ledger, TZ_REJECTED, "%s 的表头不是 %s,%s,reason",
                       "%s: the header is not %s,%s,reason", input->name, first, second);
    while (status == TZ_OK) {
        status = tz_input_next(ledger, input, &row, &has_row);
        if (status != TZ_OK || !has_row)
            break;
        const char *one = tz_input_cell(&row, first_column);
        const char *other = tz_input_cell(&row, second_column);
        if (one[0] == '\0' || other[0] == '\0')
            status = tz_fail(ledger, TZ_REJECTED, "%s:%zu：缺少名称", "%s:%zu: a name is missing",
                             input->name, row.line);
        else if (!keep_pair(pairs, row.line, one, other, tz_input_cell(&row, reason_column)))
            status = tz_fail_memory(ledger);
    }
    return status;
}

tz_status tz_read_name_pairs(tz_ledger *ledger, const char *path, const char *first,
                             const char *second, tz_name_pairs *pairs)
{
    tz_input input = {0};
    if (path == NULL)
        return TZ_OK;
    tz_status status = tz_input_open(ledger, path, &input);
    if (status == TZ_OK)
        status = read_pairs(ledger, &input, first, second, pairs);
    tz_input_close(&input);
    return status;
}

void tz_name_pairs_free(tz_name_pairs *pairs)
{
    for (size_t i = 0; i < pairs->count; i++)
        free_row(&pairs->rows[i]);
    free(pairs->rows);
    free(pairs->lines);
}
