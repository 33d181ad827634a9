/* bulletin_paper.h: a bulletin (通报) as a document, from the reports bulletin_…. */
#ifndef TAIZHANG_CLI_BULLETIN_PAPER_H
#define TAIZHANG_CLI_BULLETIN_PAPER_H

#include "paper.h"

/* The tables of a bulletin, in the order of its annexes. */
typedef enum bulletin_part {
    PART_SECTION,
    PART_UNIT,
    PART_FINISHED,
    PART_AHEAD,
    PART_CHANGE,
    PART_OVERDUE,
    PART_LAGGING,
    PART_MISSING,
    PART_MATTER,
    PART_PRAISE,
    PART_COUNT
} bulletin_part;

enum { BULLETIN_QUARTERS_MOST = 8 };

/* What a bulletin is made of. Start as {0} with the first four set. */
typedef struct bulletin {
    const char *quarter, *day; /* 2022Q2, 2022-07-15 */
    const char *number;        /* 文号; NULL: a draft */
    const char *issuer;        /* NULL: the plan's */
    paper_rows scope, figures, change_figures;
    paper_rows parts[PART_COUNT];
    unsigned annexes[PART_COUNT]; /* their numbers, from 1; 0: it has no rows and no annex */
    paper_rows trends[BULLETIN_QUARTERS_MOST],
        unit_trends[BULLETIN_QUARTERS_MOST]; /* the oldest first */
    size_t trend_count;
} bulletin;

/* Reads all of it. TZ_OK; TZ_NOT_FOUND the quarter was not opened by the day, said; what tz_report
 * returns. */
tz_status read_bulletin(cli *run, bulletin *made);
void free_bulletin(bulletin *made);
/* NULL without memory. */
document *make_bulletin_paper(const bulletin *made);

/* ---- bulletin_charts.c: the pictures */

void add_section_chart(document *paper, const bulletin *made); /* lamps by section */
void add_trend_chart(document *paper, const bulletin *made);   /* lamps over the quarters */
void add_heat_map(document *paper, const bulletin *made);      /* units over the quarters */

#endif
