/* xlsx_format.c: whether a number is shown as a percent, a day or text. */
#include <string.h>

#include "xlsx.h"

/* The built-in numbers (ISO/IEC 29500-1, 18.8.30), with those that mean a day in Chinese, Japanese
 * and Korean. */
tz_xlsx_number_format tz_xlsx_number_format_of_id(size_t id)
{
    static const struct {
        size_t first, last;
        tz_xlsx_number_format format;
    } built_in[] = {
        {9, 10, TZ_XLSX_AS_PERCENT}, {14, 22, TZ_XLSX_AS_DAY},  {27, 36, TZ_XLSX_AS_DAY},
        {45, 47, TZ_XLSX_AS_DAY},    {49, 49, TZ_XLSX_AS_TEXT}, {50, 58, TZ_XLSX_AS_DAY},
    };
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        if (id >= built_in[i].first && id <= built_in[i].last)
            return built_in[i].format;
    }
    return TZ_XLSX_AS_NUMBER;
}

/* The end of what is literal at the start of `code`: "…", [红色], \x, _x, *x; NULL where it isn't.
 */
static const char *behind_literal(const char *code)
{
    const char *end = NULL;
    switch (*code) {
    case '"':
        end = strchr(code + 1, '"');
        break;
    case '[':
        end = strchr(code + 1, ']');
        break;
    case '\\':
    case '_':
    case '*':
        return code[1] != '\0' ? code + 2 : code + 1;
    default:
        return NULL;
    }
    return end != NULL ? end + 1 : code + strlen(code);
}

/* General, as the file always has it, has none of the letters. */
tz_xlsx_number_format tz_xlsx_number_format_of_code(const char *code)
{
    while (*code != '\0' && *code != ';') { /* the section of positive numbers */
        const char *behind = behind_literal(code);
        if (behind != NULL) {
            code = behind;
            continue;
        }
        if (*code == '%')
            return TZ_XLSX_AS_PERCENT;
        if (*code == '@')
            return TZ_XLSX_AS_TEXT;
        if (strchr("yYmMdDhHsS", *code) != NULL)
            return TZ_XLSX_AS_DAY;
        code++;
    }
    return TZ_XLSX_AS_NUMBER;
}
