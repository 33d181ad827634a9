/* domain_fixture.h: a small plan of 2022 for tests of tasks, quarters and entries. */
#ifndef TZ_TEST_DOMAIN_FIXTURE_H
#define TZ_TEST_DOMAIN_FIXTURE_H

#include "ledger_fixture.h"

/* Tasks 1 (staged; target 1 修建道路 >= 38.8 公里, target 2 失业率 <= 5 %), 6 with 6(1) and 6(2),
 * 172 (standing), all led by 市城管局; 市财政局 is responsible for 1. Speaks Chinese; notes are
 * collected. */
int domain_set_up(void **state);
/* The same with the round of 2022Q1 opened on 2022-03-31. */
int domain_set_up_round(void **state);
int domain_tear_down(void **state);

/* All notes since the set-up but progress, each "KIND:line:column:text\n", KIND one of R Q E. */
const char *domain_notes(void);
/* Writes `text` to a file in the fixture's folder; its path. */
const char *domain_file(const ledger_fixture *fixture, const char *name, const char *text);
long domain_count(const ledger_fixture *fixture, const char *table);

#endif
