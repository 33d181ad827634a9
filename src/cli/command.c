/* command.c: the table of commands, and finding one by its name. */
#include "command.h"

#include <stdio.h>
#include <string.h>

#include "fold.h"

#define ENTRY(name) &name##_command,
const command_entry *const all_commands[] = {COMMANDS(ENTRY) NULL};
#undef ENTRY

/* How many words the name has, when `words` begin with it; else 0. */
static size_t match_name(const char *name, const char *const *words, size_t count)
{
    const char *blank = strchr(name, ' ');
    if (!blank)
        return strcmp(name, words[0]) == 0 ? 1 : 0;
    size_t length = (size_t)(blank - name);
    bool matches = count > 1 && strlen(words[0]) == length &&
                   strncmp(name, words[0], length) == 0 && strcmp(blank + 1, words[1]) == 0;
    return matches ? 2 : 0;
}

bool is_group(const char *word)
{
    size_t length = strlen(word);
    for (const command_entry *const *next = all_commands; *next; next++)
        if (strncmp((*next)->name, word, length) == 0 && (*next)->name[length] == ' ')
            return true;
    return false;
}

static void advise_group(const cli *run, const char *word)
{
    char names[256] = "";
    size_t length = strlen(word), used = 0;
    for (const command_entry *const *next = all_commands; *next; next++) {
        const char *name = (*next)->name;
        if (strncmp(name, word, length) == 0 && name[length] == ' ' && used < sizeof names)
            used += (size_t)snprintf(names + used, sizeof names - used, "%s%s",
                                     used > 0 ? TZ_PICK(run->language, "、", ", ") : "", name);
    }
    advise(run, "可用：%s", "there are %s", names);
}

/* The distance between what was typed and a name, over as many words as the name has. */
static size_t name_distance(const char *name, const char *const *words, size_t count)
{
    const char *blank = strchr(name, ' ');
    if (!blank || count < 2)
        return tz_edit_distance(name, words[0]);
    char typed[128];
    if (strlen(words[0]) + strlen(words[1]) + 2 > sizeof typed)
        return sizeof typed;
    stpcpy(stpcpy(stpcpy(typed, words[0]), " "), words[1]);
    return tz_edit_distance(name, typed);
}

static void advise_nearest(const cli *run, const char *const *words, size_t count)
{
    const char *nearest = NULL;
    size_t length = strlen(words[0]) + (count > 1 ? strlen(words[1]) : 0);
    size_t least = length < 6 ? length / 2 + 1 : 4; /* more typing errors make another word */
    for (const command_entry *const *next = all_commands; *next; next++) {
        size_t distance = name_distance((*next)->name, words, count);
        if (distance < least) {
            least = distance;
            nearest = (*next)->name;
        }
    }
    if (nearest)
        advise(run, "是否要用 %s？", "did you mean %s?", nearest);
    else
        advise(run, "命令见 taizhang --help", "taizhang --help lists the commands");
}

static tz_status complain_of_command(cli *run, const char *const *words, size_t count)
{
    if (!is_group(words[0])) {
        complain(run, TZ_MALFORMED, "没有命令 %s", "there is no command %s", words[0]);
    } else if (count < 2 || *words[1] == '-') {
        complain(run, TZ_MALFORMED, "命令 %s 缺少第二个词", "the command %s needs a second word",
                 words[0]);
        advise_group(run, words[0]);
        return TZ_MALFORMED;
    } else {
        complain(run, TZ_MALFORMED, "没有命令 %s %s", "there is no command %s %s", words[0],
                 words[1]);
    }
    advise_nearest(run, words, count);
    return TZ_MALFORMED;
}

tz_status find_command(cli *run, const char *const *words, size_t count,
                       const command_entry **found, size_t *taken)
{
    *found = NULL;
    *taken = 0;
    for (const command_entry *const *next = all_commands; *next; next++) {
        size_t length = match_name((*next)->name, words, count);
        if (length > *taken) {
            *found = *next;
            *taken = length;
        }
    }
    return *found ? TZ_OK : complain_of_command(run, words, count);
}
