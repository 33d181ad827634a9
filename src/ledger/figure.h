/* figure.h: figures as people write them, and the targets (指标) that they are of. */
#ifndef TZ_LEDGER_FIGURE_H
#define TZ_LEDGER_FIGURE_H

#include "ledger.h"

/* 45, 45%. TZ_MALFORMED. Whether it is from 0 to 100 is the ledger's rule. */
tz_status tz_argument_percent(tz_ledger *ledger, const char *text, double *percent);
/* 38.8 and, where the measure is 公里, also 38.8公里; "" is no measure. TZ_MALFORMED. */
tz_status tz_argument_figure(tz_ledger *ledger, const char *text, const char *measure,
                             double *value);

/* Whether figures in the measure are percents: %, ％. */
bool tz_measure_is_percent(const char *measure);

typedef struct tz_target_record {
    int64_t target_id;
    char measure[64]; /* "" where it has none */
} tz_target_record;

/* The task's target with that ordinal. TZ_NOT_FOUND with those there are as hint. */
tz_status tz_find_target(tz_ledger *ledger, int64_t task_id, int64_t ordinal,
                         tz_target_record *target);
/* The value of the target that holds on the day (rule 2); 0 where the day has no such target. */
tz_status tz_find_target_value(tz_ledger *ledger, int64_t task_id, int64_t ordinal, const char *day,
                               double *value);

#endif
