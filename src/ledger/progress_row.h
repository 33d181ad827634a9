/* progress_row.h: one entry (进展), from the texts that a person gives to a row of the ledger. */
#ifndef TZ_LEDGER_PROGRESS_ROW_H
#define TZ_LEDGER_PROGRESS_ROW_H

#include "ledger.h"

enum { TZ_MOST_READINGS = 20 };

/* What of an entry a person gives, in the order in which it is read: later fields need earlier
 * ones. */
typedef enum tz_entry_field {
    TZ_ENTRY_TASK,
    TZ_ENTRY_QUARTER,
    TZ_ENTRY_REPORTED_ON,
    TZ_ENTRY_UNIT,
    TZ_ENTRY_PERCENT,
    TZ_ENTRY_STATE,
    TZ_ENTRY_COMPLETED_ON,
    TZ_ENTRY_SUMMARY,
    TZ_ENTRY_PROBLEM,
    TZ_ENTRY_NEXT_STEP,
    TZ_ENTRY_FIELD_COUNT /* also: no field */
} tz_entry_field;

typedef struct tz_entry {
    int64_t task_id, unit_id;
    char code[32], quarter[7], reported_on[11];
    bool has_percent, is_interim;
    bool allow_late; /* also once the round is closed */
    double percent;
    char state[32], completed_on[11];                       /* "" not given */
    const char *summary, *problem, *next_step, *entered_by; /* NULL not given */
    size_t reading_count;
    struct tz_entry_reading {
        int64_t target_id;
        size_t ordinal; /* of the target */
        double value;
    } readings[TZ_MOST_READINGS];
} tz_entry;

/* A field's names, as the columns of a return have them, and where its text is in tz_progress. */
typedef struct tz_entry_column {
    const char *en, *zh;
    size_t offset;
    bool is_reported; /* what the unit reports: a row without any of them is empty */
    bool is_prose;    /* in which 无 is an answer; elsewhere it is nothing */
    tz_status (*read)(tz_ledger *ledger, const char *text, tz_entry *entry);
} tz_entry_column;
extern const tz_entry_column tz_entry_columns[TZ_ENTRY_FIELD_COUNT];

/* The text given for a field, or NULL. */
const char *tz_entry_text(const tz_progress *progress, tz_entry_field field);
void tz_entry_set_text(tz_progress *progress, tz_entry_field field, const char *text);

/* Reads one field of `progress` into `entry`. TZ_MALFORMED; TZ_NOT_FOUND; TZ_REJECTED. */
tz_status tz_entry_read_field(tz_ledger *ledger, const tz_progress *progress, tz_entry_field field,
                              tz_entry *entry);
/* Reads the reading of the target with that ordinal, from 1, and appends it; "" or NULL is none. */
tz_status tz_entry_read_reading(tz_ledger *ledger, const char *text, size_t ordinal,
                                tz_entry *entry);

/* ---- progress.c */

/* Writes the entry as the next revision, with its readings, or nothing of it. `*culprit` is the
 * field that a broken rule is about, TZ_ENTRY_FIELD_COUNT where it isn't known. */
tz_status tz_entry_write(tz_ledger *ledger, const tz_entry *entry, int *revision,
                         tz_entry_field *culprit);
/* Whether the unit's newest entry for the task and quarter says the same; of the day reported only
 * where `compares_day`. */
tz_status tz_entry_stands(tz_ledger *ledger, const tz_entry *entry, bool compares_day,
                          bool *stands);

#endif
