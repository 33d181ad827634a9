/* paper.h: papers (公文) made of reports: which format, the rows in memory, days in words. A paper
 * is Chinese in either language of the messages: it goes to offices. */
#ifndef TAIZHANG_CLI_PAPER_H
#define TAIZHANG_CLI_PAPER_H

#include "document.h"
#include "show.h"

/* A way to write a document, chosen by --format or the end of a file's name. */
typedef struct paper_format {
    const char *name;   /* docx */
    const char *suffix; /* .docx */
    /* False where it can't be made; `out` fails where memory ran out. */
    bool (*write)(const document *paper, tz_buffer *out);
} paper_format;

/* By the name of --output, for standard output by --format, else Markdown. TZ_OK; TZ_MALFORMED
 * another suffix or format, or two that disagree, said. */
tz_status choose_paper_format(cli *run, const paper_format **format);
/* Writes the paper to `path`, NULL or "-" standard output, and frees it; NULL is one that memory
 * ran out for. TZ_OK; TZ_IO; TZ_NO_MEMORY; TZ_REFUSED, said. */
tz_status finish_paper(cli *run, document *paper, const paper_format *format, const char *path);

/* The option that names who signs. */
#define ISSUER_OPTION(target)                                                                      \
    {                                                                                              \
        "issuer", 0, OPTION_TEXT, target, "落款（默认为分工方案的发文机关办公室）",                \
            "who signs (else the office of the plan's issuer)", "单位", "NAME", 0                  \
    }

/* A result set in memory, as people read it. Start as {0}. */
typedef struct paper_rows {
    char **names, **titles; /* of the columns */
    bool *are_numbers;
    size_t column_count;
    char **cells; /* row by row */
    char **codes; /* the same of words, as they stand in the ledger; else NULL */
    size_t row_count;
} paper_rows;

/* What opens a result set. */
typedef tz_status rows_opener(cli *run, const void *context, tz_rows **rows);
/* Opens a result set in Chinese and reads it into `rows`: all its columns, or with `for_table`
 * those it names for a table. What `open` returns; TZ_NO_MEMORY, said. */
tz_status read_rows(cli *run, rows_opener *open, const void *context, bool for_table,
                    paper_rows *rows);

/* The same of a report. What tz_report returns. */
tz_status read_report(cli *run, const report_query *query, bool for_table, paper_rows *rows);
/* Reads what a quarter's papers are about (bulletin_scope). TZ_OK; TZ_NOT_FOUND the quarter was not
 * opened by the day; what tz_report returns. */
tz_status read_quarter_scope(cli *run, const char *quarter, const char *day, paper_rows *scope);
void free_paper_rows(paper_rows *rows);
/* The value in a column by its name, "" for NULL; a name or a row that isn't there asserts. */
const char *paper_value(const paper_rows *rows, size_t row, const char *name);
/* The same as a number, NAN for none. */
double paper_number(const paper_rows *rows, size_t row, const char *name);
/* The value that a word stands for, in a column of words. */
const char *paper_code(const paper_rows *rows, size_t row, const char *name);
/* A column's title, by its name as above. */
const char *paper_title(const paper_rows *rows, const char *name);
/* Adds the rows as a table, columns as wide as what they hold wants. */
void add_paper_table(document *paper, const char *title, const paper_rows *rows);

enum { PAPER_DAY_SIZE = 32 };
/* 2022-07-15 → 2022年7月15日; 2022Q2 → 2022年第二季度. What isn't one comes back as it is. In
 * `words`, which is returned. */
const char *day_in_words(const char *day, char words[PAPER_DAY_SIZE]);
const char *quarter_in_words(const char *quarter, char words[PAPER_DAY_SIZE]);
/* A view's text as prose: each day in words, each quarter too, one of the year of `quarter` without
 * the year: 2022Q2未报送 → 第二季度未报送. */
void add_in_words(tz_buffer *out, const char *text, const char *quarter);

#endif
