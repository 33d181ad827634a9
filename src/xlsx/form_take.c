/* form_take.c: what a cell of a form takes: a prompt when it is chosen, a refusal of anything else.
 */
#include <stdio.h>
#include <string.h>

#include "form_parts.h"

static lxw_data_validation start_validation(const tz_form_sheet *form, uint8_t validate,
                                            uint8_t criteria)
{
    return (lxw_data_validation){
        .validate = validate,
        .criteria = criteria,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_ON,
        .dropdown = LXW_VALIDATION_ON,
        .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
        .error_title = TZ_PICK(form->page.language, "填写有误", "not taken"),
    };
}

static void add_validation(tz_form_sheet *form, size_t column, lxw_data_validation *validation)
{
    tz_form_keep_error(form, worksheet_data_validation_cell(form->sheet, form->next_row,
                                                            (lxw_col_t)column, validation));
}

void tz_form_take_percent(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN);
    taken.minimum_number = 0;
    taken.maximum_number = 1;
    taken.input_message =
        TZ_PICK(form->page.language, "填 45 或 45%，0% 至 100%", "45 or 45%, from 0% to 100%");
    taken.error_message = TZ_PICK(form->page.language, "百分比须在 0% 至 100% 之间，填 45 或 45%",
                                  "a percent is from 0% to 100%: write 45 or 45%");
    add_validation(form, column, &taken);
}

void tz_form_take_state(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_LIST, LXW_VALIDATION_CRITERIA_NONE);
    const char *states[TZ_FORM_MOST_STATES + 1] = {NULL};
    memcpy(states, form->page.states, form->page.state_count * sizeof *states);
    taken.value_list = (char **)(void *)states;
    taken.input_message = TZ_PICK(form->page.language, "从下拉列表中选", "choose from the list");
    taken.error_message =
        TZ_PICK(form->page.language, "请从下拉列表中选一项", "choose one of the list");
    add_validation(form, column, &taken);
}

static lxw_datetime read_day(const char *day)
{
    lxw_datetime read = {0};
    sscanf(day, "%d-%d-%d", &read.year, &read.month, &read.day);
    return read;
}

void tz_form_take_day(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_DATE, LXW_VALIDATION_CRITERIA_BETWEEN);
    taken.minimum_datetime = read_day(form->page.first_day);
    taken.maximum_datetime = read_day(form->page.last_day);
    taken.input_message = TZ_PICK(form->page.language, "已完成的填完成日期，如 2022-07-05",
                                  "the day of completion, such as 2022-07-05");
    taken.error_message =
        TZ_PICK(form->page.language, "请填日期，如 2022-07-05", "write a day, such as 2022-07-05");
    add_validation(form, column, &taken);
}

/* Excel takes 255 characters for a prompt; a name of a target is never so long but in bytes. */
void tz_form_take_reading(tz_form_sheet *form, size_t column, const struct tz_form_target *target)
{
    enum { LONGEST_PROMPT = 255 };
    lxw_data_validation taken =
        start_validation(form, LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_BETWEEN);
    taken.minimum_number = -1e12;
    taken.maximum_number = 1e12;
    const char *aim = tz_form_mend(form, target->aim);
    if (strlen(aim) <= LONGEST_PROMPT)
        taken.input_message = (char *)aim; /* it is copied */
    taken.error_message = TZ_PICK(form->page.language, "只填数，计量单位不用写",
                                  "the number alone, without its measure");
    add_validation(form, column, &taken);
}

void tz_form_take_text(tz_form_sheet *form, size_t column)
{
    lxw_data_validation taken = start_validation(form, LXW_VALIDATION_TYPE_LENGTH,
                                                 LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO);
    char message[64];
    taken.value_number = TZ_FORM_LONGEST_TEXT;
    snprintf(message, sizeof message,
             TZ_PICK(form->page.language, "至多 %d 字", "%d characters at most"),
             TZ_FORM_LONGEST_TEXT);
    taken.error_message = message;
    add_validation(form, column, &taken);
}
