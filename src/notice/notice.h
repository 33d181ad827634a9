/* notice.h: the text of a notice (分工方案) → an in-memory plan. Knows no database.
 *
 * A notice divides a government work report into numbered tasks, each closing with a bracket that
 * names lead leaders (牵头领导), lead units (牵头单位) and responsible units (责任单位). The form
 * is that of 聊政发〔2022〕5号; docs/notice.md lists it with its traps and the sister forms of
 * other offices. */
#ifndef TZ_NOTICE_H
#define TZ_NOTICE_H

#include <stdbool.h>
#include <stddef.h>

#include "taizhang.h"

typedef enum notice_target_kind { NOTICE_AMOUNT, NOTICE_LEVEL, NOTICE_REACH } notice_target_kind;

/* 指标: a number in a task that is to be reached. */
typedef struct notice_target {
    const char *name;    /* 新建高标准农田 */
    const char *measure; /* 万亩, as the unit will report it; % for a rate */
    notice_target_kind
        kind;      /* amount adds up over the year; level is a rate; reach is reached once */
    bool at_most;  /* comparison <= instead of >= */
    bool is_about; /* 左右 */
    double value;
    double value_high; /* of a range (3—5 座), else 0 */
} notice_target;

typedef enum notice_role { NOTICE_LEAD, NOTICE_RESPONSIBLE } notice_role;

typedef struct notice_unit {
    const char *name;       /* after aliases: 聊城黄河河务局 */
    const char *written_as; /* what stood in the notice, repaired of page breaks: 聊城黄河水务局 */
    notice_role role;
    bool is_collective; /* 统称: 各县（市、区）人民政府, 市质量强市工作领导小组成员单位 */
} notice_unit;

typedef struct notice_leader {
    const char *name;
    bool is_collective; /* 市政府各位副市长 */
} notice_leader;

/* 一、 and (一) headings. */
typedef struct notice_section {
    int parent;        /* index into sections, -1 at the top */
    const char *label; /* 一 of 一、, 一 of (一) */
    const char *title;
    size_t line;
} notice_section;

typedef struct notice_task {
    int section;             /* index into sections, -1 where there is no heading */
    int parent;              /* index into tasks, -1 unless it is a sub-item (1) */
    const char *code;        /* "7", "6(1)": ASCII parentheses */
    bool code_was_counted;   /* no number stood in the text */
    const char *text;        /* typeset (docs/notice.md), without number and bracket */
    const char *source_text; /* what stood in the file, lines and bracket included */
    size_t first_line, last_line;
    bool is_staged;     /* proposed kind: staged 阶段性, else standing 长期性 */
    const char *due_on; /* of a deadline that the text or a bracket names; NULL: the plan's end */
    bool lead_open, responsible_open; /* the list ended in 等 */
    notice_leader *leaders;
    size_t leader_count;
    notice_unit *units; /* lead units first, each role in the order written */
    size_t unit_count;
    notice_target *targets;
    size_t target_count;
} notice_task;

typedef enum notice_severity {
    NOTICE_REPAIRED, /* mended, and what was done is said */
    NOTICE_QUESTION, /* understood in one way where others are possible, or passed over */
    NOTICE_GAP       /* a number missing or doubled, a task without a lead unit: stops an import */
} notice_severity;

typedef struct notice_finding {
    notice_severity severity;
    size_t line;      /* of the text given, from 1 */
    const char *code; /* the task's, or NULL */
    const char *text; /* one line in the language asked for */
} notice_finding;

/* Two names of one unit, or a misprint, from a file such as data/aliases-2022.csv. */
typedef struct notice_alias {
    const char *alias, *name, *reason;
} notice_alias;

typedef struct notice_options {
    tz_language language;
    int year; /* 0: the year the notice itself names */
    const notice_alias *aliases;
    size_t alias_count;
} notice_options;

/* Everything a reading found. All texts are UTF-8 and belong to the plan. */
typedef struct notice_plan {
    const char *title, *document_no, *issuer; /* NULL where not found */
    int year;                                 /* 0 where not found */
    const char *signed_on;                    /* 'YYYY-MM-DD' or NULL */
    notice_section *sections;
    size_t section_count;
    notice_task *tasks; /* in the order of the text; a parent before its sub-items */
    size_t task_count;
    notice_finding *findings;
    size_t finding_count;
    struct notice_memory *memory; /* owns all of the above */
} notice_plan;

/* Reads valid UTF-8 `text`, either the running text of a notice or a table saved as CSV (序号,
 * 任务, 牵头领导, 牵头单位, 责任单位, 完成时限). Whatever the text, a plan is made; what was
 * repaired or not understood is among its findings. TZ_OK; TZ_REJECTED where no task at all was
 * found (the plan is still given, with its findings); TZ_NO_MEMORY, `*plan` is NULL then. */
tz_status notice_read(const char *text, size_t size, const notice_options *options,
                      notice_plan **plan);
void notice_plan_free(notice_plan *plan);

#endif
