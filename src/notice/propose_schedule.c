/* propose_schedule.c: kind (阶段性 or 长期性) and due day of a task. */
#include "proposal.h"

#include <stdio.h>

#include "deadline.h"
#include "finish.h"

/* Of two deadlines (6月底前开工、年底前建成) the later one is the task's. */
static bool is_later(const notice_due *deadline, const notice_due *latest)
{
    int day = (deadline->year * 100 + deadline->month) * 100 + deadline->day;
    return day > (latest->year * 100 + latest->month) * 100 + latest->day;
}

/* What stands in front makes it another year's (去年底), a yearly one (每年年底) or a span
 * (三年内). */
static bool is_other_time(const notice_phrase *phrase, size_t at)
{
    static notice_words in_front = {
        "去", "上", "前", "往", "历", "明", "后", "跨", "常", "每年", "每", "一", "两", "二",
        "三", "四", "五", "六", "七", "八", "九", "十", "几", "近",   "多", "半", "个", "比",
        "较", "同", "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",    "9",  "0",  NULL};
    return notice_ends_with_any(phrase, (notice_range){0, at}, in_front) > 0;
}

/* The latest deadline of a text. In the running text of a task (`in_prose`) a bare time (9月举办)
 * is none, nor is one of another year (到2025年底). `length` 0 where there is none. */
static notice_due latest_deadline(const notice_phrase *phrase, int year, bool in_prose)
{
    notice_due latest = {0};
    notice_range rest = {0, phrase->length};
    while (rest.start < rest.end) {
        notice_due deadline;
        bool is_read =
            !is_other_time(phrase, rest.start) && notice_deadline_at(phrase, rest, year, &deadline);
        if (!is_read) {
            rest.start++;
            continue;
        }
        if ((!in_prose ||
             (deadline.is_marked && deadline.year == year && !phrase->is_covered[rest.start])) &&
            is_later(&deadline, &latest))
            latest = deadline;
        rest.start += deadline.length;
    }
    return latest;
}

static bool set_due(notice_memory *memory, notice_task *task, const notice_due *deadline)
{
    char day[40];
    int size =
        snprintf(day, sizeof day, "%04d-%02d-%02d", deadline->year, deadline->month, deadline->day);
    task->due_on = notice_memory_copy(memory, day, (size_t)size);
    task->is_staged = true;
    return task->due_on != NULL;
}

/* What a deadline's text may say besides a day. */
typedef enum deadline_pace {
    PACE_UNKNOWN,
    PACE_STANDING, /* 持续推进, 长期坚持 */
    PACE_ALL_YEAR  /* 全年: the plan's end, and nothing about the kind */
} deadline_pace;

static deadline_pace read_pace(const notice_phrase *phrase)
{
    static notice_words standing = {"持续", "长期", "常态化", "经常性", "常年", "不间断", NULL};
    static notice_words all_year = {"全年", "按序时", "按时序", "年内", "按计划", NULL};
    notice_range whole = {0, phrase->length};
    if (notice_holds_any(phrase, whole, standing))
        return PACE_STANDING;
    return notice_holds_any(phrase, whole, all_year) ? PACE_ALL_YEAR : PACE_UNKNOWN;
}

/* 年内持续推进 names a span, not a day by which it ends. */
static bool names_only_span(const notice_phrase *phrase, deadline_pace pace)
{
    static notice_words span = {"年内", "全年", NULL};
    static notice_words day = {"底", "末", "前", NULL};
    notice_range whole = {0, phrase->length};
    return pace == PACE_STANDING && notice_holds_any(phrase, whole, span) &&
           !notice_holds_any(phrase, whole, day);
}

/* `*is_settled` where the deadline's text leaves nothing for the task's words to tell. */
static bool read_given(notice_memory *memory, notice_task *task, int year,
                       const notice_phrase *given, bool *is_settled, bool *is_understood)
{
    notice_due deadline = latest_deadline(given, year, false);
    deadline_pace pace = read_pace(given);
    *is_understood = deadline.length > 0 || pace != PACE_UNKNOWN;
    *is_settled = deadline.length > 0 || pace == PACE_STANDING;
    if (deadline.length > 0 && !names_only_span(given, pace))
        return set_due(memory, task, &deadline);
    return true;
}

static bool read_words(notice_memory *memory, notice_task *task, int year,
                       const notice_phrase *words)
{
    notice_due deadline = latest_deadline(words, year, true);
    if (deadline.length > 0)
        return set_due(memory, task, &deadline);
    task->is_staged = task->target_count > 0 || notice_names_finish(words);
    return true;
}

bool notice_propose_schedule(notice_memory *memory, notice_task *task, int year,
                             const char *deadline, bool *is_understood)
{
    notice_phrase phrase = {0};
    bool is_settled = false;
    bool succeeded = true;
    *is_understood = true;
    task->is_staged = false;
    task->due_on = NULL;
    if (deadline != NULL) {
        succeeded = notice_phrase_open(&phrase, deadline) &&
                    read_given(memory, task, year, &phrase, &is_settled, is_understood);
        notice_phrase_close(&phrase);
    }
    if (succeeded && !is_settled) {
        succeeded =
            notice_phrase_open(&phrase, task->text) && read_words(memory, task, year, &phrase);
        notice_phrase_close(&phrase);
    }
    return succeeded;
}

void notice_inherit_schedule(notice_task *item, const notice_task *parent)
{
    if (item->is_staged || !parent->is_staged)
        return;
    item->is_staged = true;
    item->due_on = parent->due_on;
}
