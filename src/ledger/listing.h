/* listing.h: a result set whose rows the library makes itself. They stand in a temporary database,
 * on the disk where they are many. */
#ifndef TZ_LEDGER_LISTING_H
#define TZ_LEDGER_LISTING_H

#include "rows.h"

typedef struct tz_listing {
    tz_rows *rows;
    sqlite3_stmt *insert;
    int column_count;
} tz_listing;

/* Starts a listing called `report` with `columns`, names joined with ", ", whose titles and words
 * are those of the built-in dictionary. On failure it is closed. TZ_OK; TZ_IO; TZ_NO_MEMORY. */
tz_status tz_listing_start(tz_ledger *ledger, const char *report, const char *columns,
                           tz_listing *listing);
/* Adds a row of `column_count` texts, NULL for none. Statuses as above. */
tz_status tz_listing_add(tz_listing *listing, const char *const *values);
/* The rows, in the order in which they were added; the listing is closed. On failure NULL. */
tz_status tz_listing_finish(tz_listing *listing, tz_rows **rows);
/* Throws it away; does nothing once it is closed. */
void tz_listing_close(tz_listing *listing);

#endif
