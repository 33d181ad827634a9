/* embedded.h: the SQL files, built into the library. */
#ifndef TZ_LEDGER_EMBEDDED_H
#define TZ_LEDGER_EMBEDDED_H

#include "embedded_file.h"

/* schema, views, dictionary: what every ledger is made of, in the order in which they are run. */
extern const struct tz_embedded tz_model_files[];
extern const size_t tz_model_files_count;
extern const struct tz_embedded tz_seed_files[];
extern const size_t tz_seed_files_count;
/* The words for changes of the journal: change_words.h. */
extern const struct tz_embedded tz_journal_files[];
extern const size_t tz_journal_files_count;
extern const struct tz_embedded tz_report_files[];
extern const size_t tz_report_files_count;

#endif
