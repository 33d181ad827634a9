/* parameters.h: options whose value has two halves: --param name=value, --reading 2=17. */
#ifndef TAIZHANG_CLI_PARAMETERS_H
#define TAIZHANG_CLI_PARAMETERS_H

#include "command.h"

/* Splits the values of --param into at most `most` parameters, whose texts last as long as the run.
 * TZ_OK; TZ_MALFORMED, said; TZ_NO_MEMORY. */
tz_status read_parameters(cli *run, const option_list *list, tz_parameter *parameters, size_t most);

/* Splits the value of an option about a target: "3.9" is of the first, "2=17" of the second, of at
 * most `most`. `*value` points into `text`. TZ_OK; TZ_MALFORMED, said. */
tz_status split_ordinal(cli *run, const char *option, const char *text, size_t most,
                        size_t *ordinal, const char **value);

#endif
