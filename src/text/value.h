/* value.h: days, quarters and numbers as people write them. */
#ifndef TZ_TEXT_VALUE_H
#define TZ_TEXT_VALUE_H

#include <stdbool.h>

/* Each takes NUL-terminated text, which need not be valid UTF-8, with blanks at both ends passed
 * over and full-width forms read as half-width ones; on false the result is "" or 0. */

/* Reads 2022-07-05, 2022/7/5, 2022.7.5, 20220705, 2022年7月5日, 2022 年 7 月 5 号 into
 * 'YYYY-MM-DD'; a time behind it (2022-07-05 00:00:00) is dropped. False when it isn't a day, or
 * the day doesn't exist (2022-02-29). */
bool tz_read_day(const char *text, char day[11]);
/* Reads 2022Q1, 2022q1, 2022-Q1, 2022年第一季度, 2022年1季度 into '2022Q1'. False otherwise
 * (2022Q5). */
bool tz_read_quarter(const char *text, char quarter[7]);
/* Reads 45, 45.5, -2.3, 1,234; the whole text must be the number, of at most 15 digits before the
 * point. */
bool tz_read_number(const char *text, double *number);
/* Reads a number with or without a % (％) behind it: 45, 45%, ４５％. Whether it is from 0 to 100
 * is for the caller. */
bool tz_read_percent(const char *text, double *percent);
/* Reads a Chinese or Arabic whole number from 1 to 9999: 十二, 一百零二, 二〇二二, 12. 一百二 is
 * refused: it is 120 to one reader and 102 to another. */
bool tz_read_ordinal(const char *text, int *number);
/* Whether it is what people write in a cell for a value where there is none: / \ - — 无 暂无 没有,
 * strokes also several, words also with a full stop. False of "". */
bool tz_says_nothing(const char *text);
/* Today in local time. */
void tz_today(char day[11]);

#endif
