#include "line_count.h"

void tz_line_count_add(tz_line_count *count, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        bool ends_line = bytes[i] == '\r' || (bytes[i] == '\n' && !count->after_return);
        count->line += ends_line;
        count->after_return = bytes[i] == '\r';
    }
}
