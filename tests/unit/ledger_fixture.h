/* ledger_fixture.h: a handle and a folder of its own for each test of the ledger. */
#ifndef TZ_TEST_LEDGER_FIXTURE_H
#define TZ_TEST_LEDGER_FIXTURE_H

#include "ledger.h"

typedef struct ledger_fixture {
    tz_ledger *ledger; /* speaks English; in `fixture_set_up_open` with ledger.db open */
    char folder[64];
    char path[96]; /* ledger.db in the folder */
} ledger_fixture;

/* For cmocka; `*state` is the fixture. */
int fixture_set_up(void **state);
int fixture_set_up_open(void **state);
int fixture_tear_down(void **state);
/* The path of `name` in the folder, valid until the next call but one. */
const char *fixture_path(const ledger_fixture *fixture, const char *name);
void fixture_write_file(const char *path, const char *bytes, size_t size);
/* How many files the folder has. */
int fixture_file_count(const ledger_fixture *fixture);
/* Runs SQL as one write of the ledger. */
void fixture_execute(const ledger_fixture *fixture, const char *sql);
/* The one value of a query as text. */
const char *fixture_ask(const ledger_fixture *fixture, const char *sql);

#endif
