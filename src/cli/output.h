/* output.h: where the data goes: standard output, or a file that appears whole or not at all. */
#ifndef TAIZHANG_CLI_OUTPUT_H
#define TAIZHANG_CLI_OUTPUT_H

#include "cli.h"

typedef struct output {
    FILE *file;
    const char *path; /* NULL: standard output */
    char *temporary;  /* the file beside `path` that is renamed at the end */
} output;

/* Where --output says. TZ_OK, close it with close_output; TZ_MALFORMED a workbook would go to a
 * terminal, said; TZ_IO, said; TZ_NO_MEMORY. */
tz_status open_output(cli *run, output *out);
/* Finishes the output: `status` TZ_OK keeps it, any other leaves no file. The status of the whole.
 */
tz_status close_output(cli *run, output *out, tz_status status);
/* The standard output could not be written, or `out->path`; errno says why. */
tz_status complain_of_output(cli *run, const output *out);

#endif
