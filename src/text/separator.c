#include "separator.h"

static void end_line(tz_separator_search *search)
{
    if (search->has_text)
        search->has_ended = true;
    else
        *search = (tz_separator_search){0};
}

static void add_bare(tz_separator_search *search, char byte)
{
    search->commas += byte == ',';
    search->semicolons += byte == ';';
    search->tabs += byte == '\t';
    search->has_text |= byte != ' ' && byte != '\t';
}

void tz_separator_search_add(tz_separator_search *search, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size && !search->has_ended; i++) {
        if (bytes[i] == '"')
            search->is_quoted = !search->is_quoted;
        else if (search->is_quoted)
            search->has_text = true;
        else if (bytes[i] == '\n' || bytes[i] == '\r')
            end_line(search);
        else
            add_bare(search, bytes[i]);
    }
}

char tz_separator_found(const tz_separator_search *search)
{
    if (search->commas >= search->semicolons && search->commas >= search->tabs)
        return ',';
    return search->semicolons >= search->tabs ? ';' : '\t';
}
