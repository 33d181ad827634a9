/* nearest.h: comparing names as people type them, and proposing the nearest. */
#ifndef TZ_LEDGER_NEAREST_H
#define TZ_LEDGER_NEAREST_H

#include "buffer.h"
#include "ledger.h"

/* Appends `name` with width folded and blanks dropped: 各县（市、区） → 各县(市、区). */
void tz_fold_name(tz_buffer *folded, const char *name);

enum { TZ_NEAREST_MOST = 3, TZ_NEAREST_NAME_SIZE = 160 };

/* The names nearest to one that was not found, the nearest first. */
typedef struct tz_nearest {
    const char *wanted; /* folded */
    size_t count;
    struct tz_near_name {
        char name[TZ_NEAREST_NAME_SIZE];
        size_t distance;
    } best[TZ_NEAREST_MOST];
} tz_nearest;

/* Start with {.wanted = …}. Offers a name and its folded form. */
void tz_nearest_offer(tz_nearest *nearest, const char *name, const char *folded);
/* Sets the hint of the error just set to the names found; none where none is near. */
void tz_nearest_hint(tz_ledger *ledger, const tz_nearest *nearest);

#endif
