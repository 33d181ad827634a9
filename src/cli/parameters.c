/* parameters.c: --param name=value. */
#include "parameters.h"

#include <string.h>

static tz_status read_parameter(cli *run, const char *text, tz_parameter *parameter)
{
    const char *name = *text == ':' ? text + 1 : text;
    const char *equals = strchr(name, '=');
    if (!equals || equals == name)
        return complain(run, TZ_MALFORMED, "--param 须是“名=值”，不能是“%s”",
                        "--param is NAME=VALUE, not \"%s\"", text);
    const char *kept = keep_text(run, strndup(name, (size_t)(equals - name)));
    if (!kept)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    *parameter = (tz_parameter){kept, equals + 1};
    return TZ_OK;
}

tz_status read_parameters(cli *run, const option_list *list, tz_parameter *parameters, size_t most)
{
    if (list->count > most)
        return complain(run, TZ_MALFORMED, "参数多于 %zu 个", "there are more than %zu parameters",
                        most);
    tz_status status = TZ_OK;
    for (size_t i = 0; status == TZ_OK && i < list->count; i++)
        status = read_parameter(run, list->values[i], &parameters[i]);
    return status;
}
