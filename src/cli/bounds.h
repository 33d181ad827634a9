/* bounds.h: bounds of time and memory for SQL that a person gives. */
#ifndef TAIZHANG_CLI_BOUNDS_H
#define TAIZHANG_CLI_BOUNDS_H

#include "cli.h"

/* The values of --timeout and --max-rows. TZ_OK; TZ_MALFORMED, said. */
tz_status read_limits(cli *run, const char *timeout, const char *max_rows, tz_limits *limits);
/* Around the call that prepares the SQL, whose status is passed on. */
void begin_bounds(const cli *run, unsigned seconds);
tz_status end_bounds(cli *run, tz_status status);

#endif
