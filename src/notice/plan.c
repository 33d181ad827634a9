/* plan.c: items → the sections and tasks of the plan. */
#include "assignment.h"
#include "paragraph.h"
#include "proposal.h"
#include "reader.h"
#include "typeset.h"

/* While sections are written: the heading of each level that stands, and its index. */
typedef struct section_writer {
    const notice_piece *headings[NOTICE_LEVELS];
    int indexes[NOTICE_LEVELS];
    int last_numbers[NOTICE_LEVELS];
} section_writer;

/* ---------------------------------------------------------------- sections */

/* A title ends without the mark that a heading may carry. */
static const char *section_title(notice_reader *reader, notice_span text)
{
    const char *copy = notice_typeset_copy(reader, text);
    if (copy == NULL)
        return NULL;
    notice_span title = notice_span_of(copy);
    if (notice_span_take_last(&title, "。") || notice_span_take_last(&title, "："))
        return notice_memory_copy(reader->memory, title.begin, notice_span_size(title));
    return copy;
}

static int add_section(notice_reader *reader, const notice_piece *heading, int parent)
{
    notice_plan *plan = reader->plan;
    notice_section *sections =
        notice_memory_grow(reader->memory, plan->sections, plan->section_count, sizeof *sections);
    const char *label =
        notice_memory_copy(reader->memory, heading->label.begin, notice_span_size(heading->label));
    const char *title = section_title(reader, heading->text);
    if (sections == NULL || label == NULL || title == NULL) {
        reader->failed = true;
        return -1;
    }
    plan->sections = sections;
    sections[plan->section_count] = (notice_section){parent, label, title, heading->first_line};
    return (int)plan->section_count++;
}

static void report_heading_order(notice_reader *reader, const notice_piece *heading, int last)
{
    if (heading->mark != NOTICE_UNMARKED && heading->number != last + 1)
        notice_report(reader, NOTICE_QUESTION, heading->first_line, NULL,
                      "标题序号接不上：第%d之后是第%d", "heading %2$d follows heading %1$d", last,
                      heading->number);
}

/* The section an item stands in, made when its first task comes: a heading over nothing is no
 * section. */
static int section_of(notice_reader *reader, section_writer *writer, const notice_item *item)
{
    int section = -1;
    for (int level = 0; level < NOTICE_LEVELS; level++) {
        const notice_piece *heading = item->headings[level];
        if (heading != writer->headings[level]) {
            writer->headings[level] = heading;
            if (heading != NULL) {
                writer->indexes[level] = add_section(reader, heading, section);
                report_heading_order(reader, heading, writer->last_numbers[level]);
                writer->last_numbers[level] = heading->number;
            }
            for (int below = level + 1; below < NOTICE_LEVELS; below++) {
                writer->headings[below] = NULL;
                writer->last_numbers[below] = 0;
            }
        }
        if (heading != NULL)
            section = writer->indexes[level];
    }
    return section;
}

/* ---------------------------------------------------------------- tasks */

static const char *task_text(notice_reader *reader, const notice_item *item)
{
    tz_buffer joined = {0};
    for (size_t i = 0; i < item->part_count; i++)
        tz_buffer_add(&joined, item->parts[i].begin, notice_span_size(item->parts[i]));
    const char *text = tz_buffer_text(&joined);
    if (joined.failed)
        reader->failed = true;
    text = notice_typeset_copy(reader, (notice_span){text, text + joined.size});
    tz_buffer_free(&joined);
    return text;
}

static void check_units(notice_reader *reader, const notice_item *item, const notice_task *task)
{
    if (item->has_children || (task->unit_count > 0 && task->units[0].role == NOTICE_LEAD))
        return;
    notice_report(reader, NOTICE_GAP, item->first_line, task->code, "任务%s没有牵头单位",
                  "task %s has no lead unit", task->code);
}

static void propose(notice_reader *reader, const notice_item *item, notice_task *task,
                    notice_deadline deadline)
{
    bool is_understood = true;
    if (!item->has_children && !notice_propose_targets(reader->memory, task))
        reader->failed = true;
    if (!notice_propose_schedule(reader->memory, task, reader->plan->year, deadline.text,
                                 &is_understood))
        reader->failed = true;
    if (task->parent >= 0 && deadline.text == NULL)
        notice_inherit_schedule(task, &reader->plan->tasks[task->parent]);
    if (!is_understood)
        notice_report(reader, NOTICE_QUESTION, deadline.line, task->code, "看不懂的完成时限：%s",
                      "a deadline that can't be read: %s", deadline.text);
}

static void fill_task(notice_reader *reader, const notice_item *item, notice_task *task)
{
    notice_span source = notice_span_trim(item->source);
    task->code = item->code;
    task->code_was_counted = item->code_was_counted;
    task->first_line = item->first_line;
    task->last_line = item->last_line;
    task->text = task_text(reader, item);
    task->source_text = notice_memory_copy(reader->memory, source.begin, notice_span_size(source));
    if (task->text == NULL || task->source_text == NULL) {
        reader->failed = true;
        return;
    }
    notice_deadline deadline = notice_assign(reader, item, task);
    if (reader->failed)
        return;
    check_units(reader, item, task);
    propose(reader, item, task, deadline);
}

/* ---------------------------------------------------------------- what the whole tells */

/* In a notice that names leaders, a task without one is a question. */
static void check_leaders(notice_reader *reader)
{
    const notice_plan *plan = reader->plan;
    size_t with_leaders = 0;
    for (size_t i = 0; i < plan->task_count; i++)
        with_leaders += plan->tasks[i].leader_count > 0;
    for (size_t i = 0; i < plan->task_count && with_leaders > 0; i++) {
        const notice_task *task = &plan->tasks[i];
        if (task->unit_count > 0 && task->leader_count == 0)
            notice_report(reader, NOTICE_QUESTION, task->first_line, task->code,
                          "任务%s没有牵头领导，其他任务有", "task %s names no leader; others do",
                          task->code);
    }
}

static bool is_used(const notice_plan *plan, const notice_piece *heading)
{
    for (size_t low = 0, high = plan->section_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (plan->sections[middle].line == heading->first_line)
            return true;
        if (plan->sections[middle].line < heading->first_line)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

/* Behind the first task a heading that no task follows may be a task that was not understood. */
static void check_headings(notice_reader *reader)
{
    const notice_plan *plan = reader->plan;
    for (size_t i = 0; i < reader->piece_count; i++) {
        const notice_piece *piece = &reader->pieces[i];
        bool is_heading = piece->list_count == 0 && notice_is_heading(piece->text) &&
                          (piece->mark == NOTICE_CHINESE || piece->mark == NOTICE_CHINESE_BRACKET);
        if (is_heading && plan->task_count > 0 && piece->first_line > plan->tasks[0].first_line &&
            !is_used(plan, piece))
            notice_report(reader, NOTICE_QUESTION, piece->first_line, NULL, "标题“%.*s”下没有任务",
                          "heading “%.*s” has no task beneath", (int)notice_span_size(piece->text),
                          piece->text.begin);
    }
}

static size_t kept_items(const notice_reader *reader)
{
    size_t count = 0;
    for (size_t i = 0; i < reader->item_count; i++)
        count += !reader->items[i].is_dropped;
    return count;
}

/* Fills tasks[index of task] from items; `positions` is the task's index of each item. */
static void fill_tasks(notice_reader *reader, int *positions)
{
    notice_plan *plan = reader->plan;
    section_writer writer = {0};
    for (size_t i = 0; i < reader->item_count && !reader->failed; i++) {
        const notice_item *item = &reader->items[i];
        if (item->is_dropped)
            continue;
        notice_task *task = &plan->tasks[plan->task_count];
        positions[i] = (int)plan->task_count++;
        task->parent = item->parent < 0 ? -1 : positions[item->parent];
        task->section = section_of(reader, &writer, item);
        fill_task(reader, item, task);
    }
}

void notice_plan_fill(notice_reader *reader)
{
    size_t count = kept_items(reader);
    notice_plan *plan = reader->plan;
    int *positions = notice_memory_take(reader->memory, reader->item_count * sizeof *positions);
    plan->tasks = notice_memory_take(reader->memory, count * sizeof *plan->tasks);
    if (plan->tasks == NULL || positions == NULL) {
        reader->failed = true;
        return;
    }
    fill_tasks(reader, positions);
    if (reader->failed)
        return;
    check_leaders(reader);
    check_headings(reader);
    if (count == 0)
        notice_report(reader, NOTICE_GAP, 0, NULL, "没有找到任务：没有以责任单位括号结尾的段落",
                      "no task found: no paragraph ends in a bracket that names units");
}
