/* fault.h: refuses one allocation, or all from one on: the library's own through --wrap, SQLite's through its memory methods.
 */
#ifndef TZ_TEST_FAULT_H
#define TZ_TEST_FAULT_H

#include <stdbool.h>

typedef enum fault_kind {
    FAULT_ONCE,   /* the nth alone: what follows must not take the loss for a value */
    FAULT_ONWARD, /* the nth and all behind it: memory has run out and stays so */
    FAULT_KINDS
} fault_kind;

/* Puts itself before SQLite's allocator. Before SQLite is first used. */
void fault_install(void);
/* From now on the `number`th allocation fails, counted from 1. */
void fault_arm(fault_kind kind, long number);
/* Ends it. Whether an allocation was refused. */
bool fault_disarm(void);

#endif
