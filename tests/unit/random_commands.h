/* random_commands.h: writing commands with arguments drawn at random, over the plan of
 * domain_fixture.h. The random numbers are the same in every run. */
#ifndef TZ_TEST_RANDOM_COMMANDS_H
#define TZ_TEST_RANDOM_COMMANDS_H

#include "ledger_fixture.h"

/* Below `bound`. */
unsigned random_below(unsigned bound);
/* Runs one; a refused one writes nothing, and that is fine too. */
void run_random_command(const ledger_fixture *fixture);
/* How many kinds there are, and how many of them have been done at least once, not refused. */
unsigned random_command_kinds(void);
unsigned random_command_kinds_done(void);
/* The names of those that never were, with blanks between. */
const char *random_commands_never_done(void);

#endif
