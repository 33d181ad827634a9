/* report_header.c: the header comment of a report. */
#include <string.h>

#include "report.h"

static const char mark[] = "-- ";
enum { MARK_SIZE = sizeof mark - 1 };

const char *tz_report_title(const char *text, tz_language language, size_t *size)
{
    const char *title = strncmp(text, mark, MARK_SIZE) == 0 ? text + MARK_SIZE : text;
    const char *end = title + strcspn(title, "\n");
    const char *bar = strstr(title, " | ");
    if (bar && bar < end && language == TZ_ZH)
        end = bar;
    else if (bar && bar < end)
        title = bar + 3;
    *size = (size_t)(end - title);
    return title;
}

const char *tz_report_next_parameter(const char **line, size_t *size)
{
    while (strncmp(*line, "--", 2) == 0) {
        const char *text = *line;
        *line += strcspn(*line, "\n");
        *line += **line == '\n';
        if (strncmp(text, mark, MARK_SIZE) != 0 || text[MARK_SIZE] != ':')
            continue;
        const char *name = text + MARK_SIZE + 1;
        *size = strcspn(name, " \n");
        return name;
    }
    return NULL;
}

const char *tz_report_remark(const char *text, const char *name, size_t *size)
{
    size_t length = strlen(name);
    while (strncmp(text, "--", 2) == 0) {
        const char *end = text + strcspn(text, "\n"), *found = text + MARK_SIZE;
        if (strncmp(text, mark, MARK_SIZE) == 0 && strncmp(found, name, length) == 0 &&
            strncmp(found + length, ": ", 2) == 0) {
            found += length + 2;
            *size = (size_t)(end - found);
            return found;
        }
        text = *end == '\n' ? end + 1 : end;
    }
    return NULL;
}

const char *tz_report_next_column(const char **names, size_t *size)
{
    const char *name = *names + strspn(*names, ", ");
    *size = strcspn(name, ", ");
    *names = name + *size;
    return *size > 0 ? name : NULL;
}

bool tz_report_declares(const char *text, const char *name)
{
    const char *declared;
    size_t size;
    while ((declared = tz_report_next_parameter(&text, &size)))
        if (strlen(name) == size && memcmp(declared, name, size) == 0)
            return true;
    return false;
}

bool tz_report_takes_task(const char *text)
{
    return tz_report_declares(text, "task_id") && !tz_report_declares(text, "task");
}
