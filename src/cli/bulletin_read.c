/* bulletin_read.c: the reports that a bulletin (通报) is made of, read into memory. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "bulletin_paper.h"

/* A part for a quarter and its day, which are the bulletin's own or those of an earlier one. */
typedef struct part_request {
    const char *report, *quarter, *day;
    int64_t bulletin_id;
} part_request;

static tz_status open_part(cli *run, const void *context, tz_rows **rows)
{
    const part_request *asked = context;
    return tz_bulletin_part_run(run->ledger, asked->report, asked->quarter, asked->day,
                                asked->bulletin_id, rows);
}

const bulletin_part *find_part(const bulletin *made, const char *report)
{
    size_t i = 0;
    while (i < made->part_count && strcmp(made->parts[i].is->report, report) != 0)
        i++;
    assert(i < made->part_count);
    return &made->parts[i];
}

static tz_status read_parts(cli *run, bulletin *made)
{
    tz_status status = TZ_OK;
    unsigned annexes = 0;
    for (size_t i = 0; status == TZ_OK && i < made->part_count; i++) {
        bulletin_part *part = &made->parts[i];
        part->is = tz_bulletin_part_at(i);
        if (part->is->is_of_each_quarter)
            continue;
        const part_request asked = {part->is->report, made->quarter, made->day, made->bulletin_id};
        status = read_rows(run, open_part, &asked, part->is->annex != NULL, &part->rows);
        if (part->is->annex && part->rows.row_count > 0)
            part->annex = ++annexes;
    }
    return status;
}

static tz_status read_quarter(cli *run, const bulletin *made, const paper_rows *days, size_t row,
                              bulletin_quarter *quarter)
{
    part_request asked = {"bulletin_trend", paper_value(days, row, "quarter"),
                          paper_value(days, row, "day"), made->bulletin_id};
    tz_status status = read_rows(run, open_part, &asked, false, &quarter->trend);
    asked.report = "bulletin_unit_trend";
    return status == TZ_OK ? read_rows(run, open_part, &asked, false, &quarter->units) : status;
}

/* The days come with the newest quarter first, and are shown with the oldest first. */
static tz_status read_quarters(cli *run, bulletin *made)
{
    const paper_rows *days = &find_part(made, "bulletin_days")->rows;
    tz_status status = TZ_OK;
    made->quarters = calloc(days->row_count, sizeof *made->quarters);
    if (!made->quarters)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    made->quarter_count = days->row_count;
    for (size_t i = 0; status == TZ_OK && i < made->quarter_count; i++)
        status = read_quarter(run, made, days, made->quarter_count - 1 - i, &made->quarters[i]);
    return status;
}

static tz_status read_all(cli *run, bulletin *made)
{
    size_t count = 0;
    tz_status status = tz_quarter_check_opened(run->ledger, made->quarter, made->day);
    if (status != TZ_OK)
        return status;
    while (tz_bulletin_part_at(count))
        count++;
    made->parts = calloc(count, sizeof *made->parts);
    if (!made->parts)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    made->part_count = count;
    status = read_parts(run, made);
    return status == TZ_OK ? read_quarters(run, made) : status;
}

/* A draft reads in one state; an issue is a write, which has one. */
tz_status read_bulletin(cli *run, bulletin *made)
{
    if (made->bulletin_id != 0)
        return read_all(run, made);
    tz_status status = tz_read_begin(run->ledger);
    if (status == TZ_OK)
        status = read_all(run, made);
    tz_read_end(run->ledger);
    return status;
}

void free_bulletin(bulletin *made)
{
    for (size_t i = 0; i < made->part_count; i++)
        free_paper_rows(&made->parts[i].rows);
    for (size_t i = 0; i < made->quarter_count; i++) {
        free_paper_rows(&made->quarters[i].trend);
        free_paper_rows(&made->quarters[i].units);
    }
    free(made->parts);
    free(made->quarters);
}
