/* fault.h: refuses one allocation, or all from one on: the library's own through --wrap, SQLite's
 * through its memory methods.
 */
#ifndef TZ_TEST_FAULT_H
#define TZ_TEST_FAULT_H

#include <stdbool.h>

typedef enum fault_kind {
    FAULT_ONCE,   /* the nth alone: what follows must not take the loss for a value */
    FAULT_ONWARD, /* the nth and all behind it: memory has run out and stays so */
    FAULT_KINDS
} fault_kind;

typedef enum fault_source { FAULT_OF_LIBRARY, FAULT_OF_SQLITE, FAULT_SOURCES } fault_source;

/* Puts itself before SQLite's allocator. Before SQLite is first used. */
void fault_install(void);
/* From now on the `number`th allocation of `source` fails, counted from 1. 0: none does. */
void fault_arm(fault_source source, fault_kind kind, long number);
/* Ends it. Whether an allocation was refused. */
bool fault_disarm(void);
/* How many allocations of `source` were asked for since it was armed. */
long fault_count(void);

#endif
