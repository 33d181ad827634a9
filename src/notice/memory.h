/* memory.h: the one owner of all that a notice's plan points to. */
#ifndef TZ_NOTICE_MEMORY_H
#define TZ_NOTICE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct notice_memory notice_memory;

notice_memory *notice_memory_new(void);
void notice_memory_free(notice_memory *memory);
/* Zeroed bytes that live as long as the owner; NULL when memory ran out. */
void *notice_memory_take(notice_memory *memory, size_t size);
/* A NUL-terminated copy of `size` bytes. */
const char *notice_memory_copy(notice_memory *memory, const char *bytes, size_t size);
/* `array` of `count` elements, moved where needed so that one more fits behind them, zeroed; NULL
 * when memory ran out. Only for arrays that grow by this call alone, from NULL and 0. */
void *notice_memory_grow(notice_memory *memory, void *array, size_t count, size_t element_size);

#endif
