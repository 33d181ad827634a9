/* memory.c: a list of blocks, freed together. */
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct memory_block {
    struct memory_block *previous;
    max_align_t bytes[];
} memory_block;

struct notice_memory {
    memory_block *newest;
};

notice_memory *notice_memory_new(void)
{
    return calloc(1, sizeof(notice_memory));
}

void notice_memory_free(notice_memory *memory)
{
    if (memory == NULL)
        return;
    while (memory->newest != NULL) {
        memory_block *block = memory->newest;
        memory->newest = block->previous;
        free(block);
    }
    free(memory);
}

void *notice_memory_take(notice_memory *memory, size_t size)
{
    if (size > SIZE_MAX - sizeof(memory_block))
        return NULL;
    memory_block *block = calloc(1, sizeof *block + size);
    if (block == NULL)
        return NULL;
    block->previous = memory->newest;
    memory->newest = block;
    return block->bytes;
}

const char *notice_memory_copy(notice_memory *memory, const char *bytes, size_t size)
{
    char *copy = notice_memory_take(memory, size + 1);
    if (copy != NULL && size > 0)
        memcpy(copy, bytes, size);
    return copy;
}

void *notice_memory_grow(notice_memory *memory, void *array, size_t count, size_t element_size)
{
    /* The room doubles whenever the count reaches a power of two, so the count alone tells it. */
    if (count > 0 && (count & (count - 1)) != 0)
        return array;
    size_t room = count == 0 ? 1 : 2 * count;
    if (room > SIZE_MAX / element_size)
        return NULL;
    void *grown = notice_memory_take(memory, room * element_size);
    if (grown != NULL && count > 0)
        memcpy(grown, array, count * element_size);
    return grown;
}
