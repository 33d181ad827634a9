/* form_row.c: what a form shows of a task. */
#include "form_row.h"

#include <string.h>

#include "figure.h"
#include "language.h"

const struct tz_form_heading tz_form_shown_headings[TZ_FORM_PERCENT] = {
    [TZ_FORM_TEXT] = {"任务内容", "task"},
    [TZ_FORM_DUE_ON] = {"完成时限及本季应完成", "due, expected"},
    [TZ_FORM_TARGETS] = {"指标及目标值", "targets"},
    [TZ_FORM_LAST] = {"上次报送", "last return"},
};

/* "2 修建道路 ≥38.8公里", with what it should stand at by now where that is another value. */
static void add_target_line(const tz_ledger *ledger, tz_buffer *text, json_t *target,
                            size_t ordinal)
{
    const char *node = json_string_value(json_object_get(target, "node"));
    if (text->size > 0)
        tz_buffer_add_char(text, '\n');
    tz_buffer_format(text, "%s%zu %s", TZ_PICK(ledger->language, "指标", ""), ordinal,
                     json_string_value(json_object_get(target, "aim")));
    if (node != NULL)
        tz_buffer_format(text, TZ_PICK(ledger->language, "（本季%s）", " (by now %s)"), node);
}

static void take_targets(const tz_ledger *ledger, tz_form_texts *texts, tz_form_row *row)
{
    size_t index;
    json_t *target;
    json_array_foreach(texts->target_list, index, target)
    {
        json_int_t ordinal = json_integer_value(json_object_get(target, "ordinal"));
        if (ordinal < 1 || ordinal > TZ_FORM_MOST_TARGETS)
            continue;
        add_target_line(ledger, &texts->targets, target, (size_t)ordinal);
        const char *measure = json_string_value(json_object_get(target, "measure"));
        row->targets[ordinal - 1] = (struct tz_form_target){
            .aim = json_string_value(json_object_get(target, "aim")),
            .measure = measure,
            .is_percent = tz_measure_is_percent(measure),
        };
    }
}

/* What it said last: the quarter, percent and state on a line, then the readings, then the words.
 */
static void make_last(const tz_rows *rows, tz_buffer *text)
{
    char percent[32] = "";
    const char *state = tz_rows_word(rows, TZ_FORM_ROW_LAST_STATE);
    if (tz_rows_value_type(rows, TZ_FORM_ROW_LAST_QUARTER) == TZ_VALUE_NULL)
        return;
    if (tz_rows_value_type(rows, TZ_FORM_ROW_LAST_PERCENT) != TZ_VALUE_NULL)
        sqlite3_snprintf(sizeof percent, percent, " %.6g%%",
                         tz_rows_real(rows, TZ_FORM_ROW_LAST_PERCENT));
    tz_buffer_format(text, "%s%s%s%s", tz_rows_text(rows, TZ_FORM_ROW_LAST_QUARTER, NULL), percent,
                     state[0] != '\0' ? " " : "", state);
    for (int column = TZ_FORM_ROW_LAST_READINGS; column <= TZ_FORM_ROW_LAST_SUMMARY; column++) {
        const char *more = tz_rows_text(rows, column, NULL);
        if (more[0] != '\0')
            tz_buffer_format(text, "\n%s", more);
    }
}

/* The due day; below it what should be done by now, and when the entry is due where that isn't the
 * day that stands over the rows. */
static void make_due_on(const tz_ledger *ledger, const tz_rows *rows, tz_buffer *text)
{
    char percent[32];
    bool is_standing = tz_rows_value_type(rows, TZ_FORM_ROW_DUE_ON) == TZ_VALUE_NULL;
    tz_buffer_add_text(text, is_standing ? TZ_PICK(ledger->language, "长期", "standing")
                                         : tz_rows_text(rows, TZ_FORM_ROW_DUE_ON, NULL));
    if (tz_rows_value_type(rows, TZ_FORM_ROW_EXPECTED) != TZ_VALUE_NULL) {
        sqlite3_snprintf(sizeof percent, percent, "%.4g%%",
                         tz_rows_real(rows, TZ_FORM_ROW_EXPECTED));
        tz_buffer_format(text, "\n%s%s", TZ_PICK(ledger->language, "本季", "now "), percent);
    }
    const char *report_due_on = tz_rows_text(rows, TZ_FORM_ROW_REPORT_DUE_ON, NULL);
    if (strcmp(report_due_on, tz_rows_text(rows, TZ_FORM_ROW_UNIT_DUE_ON, NULL)) != 0)
        tz_buffer_format(text, "\n%s%s", TZ_PICK(ledger->language, "报送截止：", "return due on "),
                         report_due_on);
}

static void clear(tz_form_texts *texts)
{
    tz_buffer_clear(&texts->due_on);
    tz_buffer_clear(&texts->targets);
    tz_buffer_clear(&texts->last);
    json_decref(texts->target_list);
    texts->target_list = NULL;
}

tz_status tz_form_row_make(tz_ledger *ledger, const tz_rows *rows, tz_form_texts *texts,
                           tz_form_row *row)
{
    *row = (tz_form_row){0};
    clear(texts);
    texts->target_list = json_loads(tz_rows_text(rows, TZ_FORM_ROW_TARGETS, NULL), 0, NULL);
    if (texts->target_list == NULL)
        return tz_fail_memory(ledger); /* SQLite made it: nothing else is wrong with it */
    take_targets(ledger, texts, row);
    make_last(rows, &texts->last);
    make_due_on(ledger, rows, &texts->due_on);
    if (texts->targets.failed || texts->last.failed || texts->due_on.failed)
        return tz_fail_memory(ledger);
    row->texts[TZ_FORM_CODE] = tz_rows_text(rows, TZ_FORM_ROW_CODE, NULL);
    row->texts[TZ_FORM_TEXT] = tz_rows_text(rows, TZ_FORM_ROW_TEXT, NULL);
    row->texts[TZ_FORM_DUE_ON] = tz_buffer_text(&texts->due_on);
    row->texts[TZ_FORM_TARGETS] = tz_buffer_text(&texts->targets);
    row->texts[TZ_FORM_LAST] = tz_buffer_text(&texts->last);
    return TZ_OK;
}

void tz_form_texts_free(tz_form_texts *texts)
{
    json_decref(texts->target_list);
    tz_buffer_free(&texts->due_on);
    tz_buffer_free(&texts->targets);
    tz_buffer_free(&texts->last);
}
