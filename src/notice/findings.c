/* findings.c: what a reading repaired, questioned or missed. */
#include <stdarg.h>

#include "reader.h"

static const char *finding_text(notice_reader *reader, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

static const char *finding_text(notice_reader *reader, const char *format, va_list arguments)
{
    tz_buffer text = {0};
    tz_buffer_format_list(&text, format, arguments);
    const char *copy =
        text.failed ? NULL : notice_memory_copy(reader->memory, tz_buffer_text(&text), text.size);
    tz_buffer_free(&text);
    return copy;
}

void notice_report(notice_reader *reader, notice_severity severity, size_t line, const char *code,
                   const char *zh, const char *en, ...)
{
    notice_plan *plan = reader->plan;
    notice_finding *findings =
        notice_memory_grow(reader->memory, plan->findings, plan->finding_count, sizeof *findings);
    va_list arguments;
    va_start(arguments, en);
    const char *text = finding_text(reader, TZ_PICK(reader->options->language, zh, en), arguments);
    va_end(arguments);
    if (findings == NULL || text == NULL) {
        reader->failed = true;
        return;
    }
    plan->findings = findings;
    findings[plan->finding_count++] = (notice_finding){severity, line, code, text};
}

/* Findings of one line keep their order, which qsort doesn't promise. */
static void merge(const notice_finding *from, notice_finding *to, size_t begin, size_t middle,
                  size_t end)
{
    size_t left = begin, right = middle;
    for (size_t i = begin; i < end; i++) {
        bool takes_left = left < middle && (right >= end || from[left].line <= from[right].line);
        to[i] = takes_left ? from[left++] : from[right++];
    }
}

static void sort_by_line(notice_reader *reader)
{
    size_t count = reader->plan->finding_count;
    notice_finding *from = reader->plan->findings;
    notice_finding *to = notice_memory_take(reader->memory, count * sizeof *to);
    if (to == NULL) {
        reader->failed = true;
        return;
    }
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t begin = 0; begin < count; begin += 2 * width) {
            size_t middle = begin + width < count ? begin + width : count;
            size_t end = middle + width < count ? middle + width : count;
            merge(from, to, begin, middle, end);
        }
        notice_finding *sorted = to;
        to = from;
        from = sorted;
    }
    reader->plan->findings = from;
}

void notice_findings_finish(notice_reader *reader)
{
    sort_by_line(reader);
    if (reader->failed)
        return;
    const notice_plan *plan = reader->plan;
    size_t task = 0;
    for (size_t i = 0; i < plan->finding_count; i++) {
        notice_finding *finding = &plan->findings[i];
        while (task < plan->task_count && plan->tasks[task].last_line < finding->line)
            task++;
        if (finding->code == NULL && task < plan->task_count &&
            plan->tasks[task].first_line <= finding->line)
            finding->code = plan->tasks[task].code;
    }
}
