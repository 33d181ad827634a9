/* letter_template.h: the templates of letters: those built in, or an office's own. */
#ifndef TAIZHANG_CLI_LETTER_TEMPLATE_H
#define TAIZHANG_CLI_LETTER_TEMPLATE_H

#include "cli.h"
#include "template.h"

/* Appends the template `name` (催报单) to `text`: NAME.txt of `folder`, or the built-in one where
 * that is NULL, and checks it against the fields. TZ_OK; TZ_NOT_FOUND; TZ_IO; TZ_REJECTED what is
 * wrong in which line, said; TZ_NO_MEMORY. */
tz_status read_letter_template(cli *run, const char *folder, const char *name,
                               const template_field *fields, size_t count, tz_buffer *text);
/* Makes the folder unless it is there. TZ_OK; TZ_IO, said. */
tz_status make_folder(cli *run, const char *path);

#endif
