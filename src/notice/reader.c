/* reader.c: one notice from its text to its plan, stage by stage. */
#include "reader.h"

static void read_running_text(notice_reader *reader)
{
    notice_pieces_read(reader);
    if (!reader->failed)
        notice_outline_read(reader);
}

static void read_all(notice_reader *reader)
{
    notice_lines_read(reader);
    if (!reader->failed && !notice_table_read(reader) && !reader->failed)
        read_running_text(reader);
    if (!reader->failed)
        notice_items_number(reader);
    if (!reader->failed)
        notice_letterhead_read(reader);
    if (!reader->failed)
        notice_plan_fill(reader);
    if (!reader->failed)
        notice_findings_finish(reader);
}

tz_status notice_read(const char *text, size_t size, const notice_options *options,
                      notice_plan **plan)
{
    *plan = NULL;
    notice_memory *memory = notice_memory_new();
    notice_plan *made = memory == NULL ? NULL : notice_memory_take(memory, sizeof *made);
    if (made == NULL) {
        notice_memory_free(memory);
        return TZ_NO_MEMORY;
    }
    made->memory = memory;
    notice_reader reader = {
        .memory = memory, .plan = made, .options = options, .source = {text, text + size}};
    read_all(&reader);
    tz_buffer_free(&reader.folded);
    if (reader.failed) {
        notice_memory_free(memory);
        return TZ_NO_MEMORY;
    }
    *plan = made;
    return made->task_count == 0 ? TZ_REJECTED : TZ_OK;
}

void notice_plan_free(notice_plan *plan)
{
    if (plan != NULL)
        notice_memory_free(plan->memory);
}
