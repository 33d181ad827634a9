/* code_list.c: the tasks that a paper names in a sentence. */
#include "code_list.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

void add_code(code_list *list, const char *label)
{
    const char *slash = strchr(label, '/'), *code = slash ? slash + 1 : label;
    char year[CODE_YEAR_SIZE] = "";
    if (slash)
        snprintf(year, sizeof year, "%.*s", (int)(slash - label), label);
    bool goes_on = list->count > 0 && strcmp(year, list->year) == 0;
    if (!goes_on && list->count > 0)
        tz_buffer_add_text(list->text, "项、");
    if (!goes_on && slash)
        tz_buffer_format(list->text, "%s年", year);
    tz_buffer_format(list->text, "%s%s", goes_on ? "、" : "第", code);
    memcpy(list->year, year, sizeof year);
    list->count++;
}

void end_codes(code_list *list)
{
    tz_buffer_add_text(list->text, "项");
}

void add_one_code(tz_buffer *text, const char *label)
{
    code_list list = {.text = text};
    add_code(&list, label);
    end_codes(&list);
}
