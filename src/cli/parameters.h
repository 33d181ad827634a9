/* parameters.h: --param name=value. */
#ifndef TAIZHANG_CLI_PARAMETERS_H
#define TAIZHANG_CLI_PARAMETERS_H

#include "command.h"

/* Splits the values of --param into at most `most` parameters, whose texts last as long as the run.
 * TZ_OK; TZ_MALFORMED, said; TZ_NO_MEMORY. */
tz_status read_parameters(cli *run, const option_list *list, tz_parameter *parameters, size_t most);

#endif
