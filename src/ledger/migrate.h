/* migrate.h: an older ledger becomes one of today's schema. */
#ifndef TZ_LEDGER_MIGRATE_H
#define TZ_LEDGER_MIGRATE_H

#include "embedded.h"
#include "ledger.h"

/* Steps of sql/migrations/: the first leads from version 1 to 2, and so on. */
extern const struct tz_embedded tz_migration_files[];
extern const size_t tz_migration_files_count;

/* Takes the handle's open ledger from the version it has to step_count + 1, all steps or none,
 * after a copy beside the file, PATH.v1-20260105-093000. TZ_OK; TZ_REFUSED the copy's name is
 * taken; TZ_BUSY; TZ_IO; TZ_REJECTED a step doesn't hold; TZ_NO_MEMORY. */
tz_status tz_migrate(tz_ledger *ledger, const struct tz_embedded *steps, size_t step_count);
/* user_version of the handle's file. */
tz_status tz_read_version(tz_ledger *ledger, int64_t *version);

#endif
