/* bulletin_paper.h: a bulletin (通报) as a document, from the reports bulletin_…. */
#ifndef TAIZHANG_CLI_BULLETIN_PAPER_H
#define TAIZHANG_CLI_BULLETIN_PAPER_H

#include "paper.h"

/* A part that was read. */
typedef struct bulletin_part {
    const tz_bulletin_part *is;
    paper_rows rows;
    unsigned annex; /* the number of its annex, from 1; 0: it is none, or has no rows */
} bulletin_part;

/* An earlier quarter, or the bulletin's own, as it is looked at. */
typedef struct bulletin_quarter {
    paper_rows trend, units;
} bulletin_quarter;

/* What a bulletin is made of. Start as {0} with the first five set. */
typedef struct bulletin {
    const char *quarter, *day; /* 2022Q2, 2022-07-15 */
    const char *number;        /* 文号; NULL: a draft */
    const char *issuer;        /* NULL: the plan's */
    int64_t bulletin_id;       /* 0: a draft */
    bulletin_part *parts;
    size_t part_count;
    bulletin_quarter *quarters; /* the oldest first */
    size_t quarter_count;
} bulletin;

/* Reads all of it, in one state of the ledger. TZ_OK; TZ_NOT_FOUND the quarter was not opened by
 * the day; what tz_report returns. */
tz_status read_bulletin(cli *run, bulletin *made);
void free_bulletin(bulletin *made);
/* The part that is the report of that name, which a bulletin has. */
const bulletin_part *find_part(const bulletin *made, const char *report);
/* NULL without memory. */
document *make_bulletin_paper(const bulletin *made);

/* ---- bulletin_charts.c: the pictures */

void add_section_chart(document *paper, const bulletin *made); /* lamps by section */
void add_trend_chart(document *paper, const bulletin *made);   /* lamps over the quarters */
void add_heat_map(document *paper, const bulletin *made);      /* units over the quarters */

#endif
