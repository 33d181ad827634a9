/* all_tables.h: a row or more for every table that a new ledger has none for. */
#ifndef TZ_TEST_ALL_TABLES_H
#define TZ_TEST_ALL_TABLES_H

extern const char all_tables_sql[];

#endif
