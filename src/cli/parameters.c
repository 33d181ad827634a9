/* parameters.c: options whose value has two halves: --param name=value, --reading 2=17. */
#include "parameters.h"

#include <stdlib.h>
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

tz_status split_ordinal(cli *run, const char *option, const char *text, size_t most,
                        size_t *ordinal, const char **value)
{
    const char *equals = strchr(text, '=');
    *ordinal = 1;
    *value = equals ? equals + 1 : text;
    if (!equals)
        return TZ_OK;
    char *end;
    *ordinal = strtoul(text, &end, 10);
    if (*text >= '0' && *text <= '9' && end == equals && *ordinal >= 1 && *ordinal <= most)
        return TZ_OK;
    return complain(run, TZ_MALFORMED, "--%s 须是“值”或“指标序号=值”，不能是“%s”",
                    "--%s is VALUE or ORDINAL=VALUE, not \"%s\"", option, text);
}
