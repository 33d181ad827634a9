/* nearest.c: comparing names as people type them, and proposing the nearest. */
#include "nearest.h"

#include <stdio.h>
#include <string.h>

#include "fold.h"

void tz_fold_name(tz_buffer *folded, const char *name)
{
    const char *end = name + strlen(name);
    for (const char *cursor = name; cursor < end;) {
        uint32_t character = tz_fold_character(tz_utf8_next(&cursor, end));
        if (!tz_is_blank(character))
            tz_utf8_add(folded, character);
    }
}

/* Whether all characters of `part` stand in `whole` in the same order: an abbreviation, such as
 * 市城管 or 市人社局 of the full name. */
static bool is_abbreviation(const char *part, const char *whole)
{
    const char *part_end = part + strlen(part), *whole_end = whole + strlen(whole);
    while (part < part_end && whole < whole_end) {
        const char *next = part;
        if (tz_utf8_next(&next, part_end) == tz_utf8_next(&whole, whole_end))
            part = next;
    }
    return part == part_end;
}

/* More than any edit distance, so that abbreviations come before misspellings. */
enum { MISSPELT = 1000, UNLIKE = 2000 };

static size_t distance_between(const char *wanted, const char *name)
{
    size_t distance = tz_edit_distance(wanted, name);
    if (is_abbreviation(wanted, name) || is_abbreviation(name, wanted))
        return distance;
    size_t length = tz_utf8_length(wanted, strlen(wanted));
    return distance <= length / 2 ? MISSPELT + distance : UNLIKE;
}

void tz_nearest_offer(tz_nearest *nearest, const char *name, const char *folded)
{
    if (*nearest->wanted == '\0' || strlen(name) >= TZ_NEAREST_NAME_SIZE)
        return;
    size_t distance = distance_between(nearest->wanted, folded);
    if (distance >= UNLIKE)
        return;
    size_t place = nearest->count;
    while (place > 0 && nearest->best[place - 1].distance > distance)
        place--;
    if (place == TZ_NEAREST_MOST)
        return;
    if (nearest->count < TZ_NEAREST_MOST)
        nearest->count++;
    memmove(&nearest->best[place + 1], &nearest->best[place],
            (nearest->count - 1 - place) * sizeof nearest->best[0]);
    snprintf(nearest->best[place].name, sizeof nearest->best[place].name, "%s", name);
    nearest->best[place].distance = distance;
}

void tz_nearest_hint(tz_ledger *ledger, const tz_nearest *nearest)
{
    char names[TZ_NEAREST_MOST * (TZ_NEAREST_NAME_SIZE + 4)] = "";
    size_t size = 0;
    for (size_t i = 0; i < nearest->count; i++) {
        int added = snprintf(names + size, sizeof names - size, "%s%s",
                             i > 0 ? tz_joint(ledger) : "", nearest->best[i].name);
        size += (size_t)added;
    }
    if (nearest->count > 0)
        tz_hint(ledger, "相近的有：%s", "nearest: %s", names);
}
