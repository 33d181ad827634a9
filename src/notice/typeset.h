/* typeset.h: text as an office would print it. */
#ifndef TZ_NOTICE_TYPESET_H
#define TZ_NOTICE_TYPESET_H

#include "buffer.h"
#include "reader.h"

/* Appends `text` without blanks and line ends inside Chinese and between Chinese and digits or
 * Latin letters, with full-width ，。；：！？（） where Chinese stands beside them, but not inside
 * numbers (5.5%, 1,000, 8:30), and with half-width digits and letters. */
void notice_typeset(tz_buffer *out, notice_span text);

/* The same as a text of the plan; NULL when memory ran out. */
const char *notice_typeset_copy(notice_reader *reader, notice_span text);

#endif
