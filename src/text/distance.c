#include <string.h>

#include "fold.h"

/* Names of units have up to 40 characters. Beyond this many, characters are counted and not
 * compared, so that a text of any length takes a fixed stack and a bounded time. */
enum { COMPARED = 128 };

typedef struct characters {
    uint32_t compared[COMPARED];
    size_t count;
    size_t rest; /* how many stand behind the compared ones */
} characters;

static void decode(const char *text, characters *decoded)
{
    const char *end = text + strlen(text);
    decoded->count = 0;
    while (text < end && decoded->count < COMPARED)
        decoded->compared[decoded->count++] = tz_utf8_next(&text, end);
    decoded->rest = tz_utf8_length(text, (size_t)(end - text));
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance, one row of its table at a time: costs[j] is the distance between the
 * first i characters of `a` and the first j of `b`. */
static size_t compare(const characters *a, const characters *b)
{
    size_t costs[COMPARED + 1];
    for (size_t j = 0; j <= b->count; j++)
        costs[j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t diagonal = costs[0];
        costs[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            size_t replaced = diagonal + (a->compared[i - 1] != b->compared[j - 1]);
            diagonal = costs[j];
            costs[j] = least(replaced, least(costs[j], costs[j - 1]) + 1);
        }
    }
    return costs[b->count];
}

size_t tz_edit_distance(const char *a, const char *b)
{
    characters first, second;
    decode(a, &first);
    decode(b, &second);
    return compare(&first, &second) + (first.rest > second.rest ? first.rest : second.rest);
}
