/* words.c: what is said on stderr, and texts that last as long as the run. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

struct kept_text {
    struct kept_text *next;
    char *text;
};

/* The format is one of two that the compiler has checked at the call. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void print_line(const char *before, const char *format, va_list values)
{
    clear_progress();
    fputs(before, stderr);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
}
#pragma GCC diagnostic pop

tz_status complain(cli *run, tz_status status, const char *zh, const char *en, ...)
{
    run->has_complained = true;
    va_list values;
    va_start(values, en);
    print_line("taizhang: ", TZ_PICK(run->language, zh, en), values);
    va_end(values);
    return status;
}

void advise(const cli *run, const char *zh, const char *en, ...)
{
    va_list values;
    va_start(values, en);
    print_line("  ", TZ_PICK(run->language, zh, en), values);
    va_end(values);
}

void say(const cli *run, const char *zh, const char *en, ...)
{
    if (run->options.quiet)
        return;
    va_list values;
    va_start(values, en);
    print_line("", TZ_PICK(run->language, zh, en), values);
    va_end(values);
}

void say_import(const cli *run, const tz_import_result *result, bool is_trial)
{
    say(run, "共 %zu 行：新增 %zu，未变 %zu，未填 %zu%s",
        "%zu rows: %zu added, %zu unchanged, %zu empty%s", result->rows, result->added,
        result->unchanged, result->empty,
        !is_trial ? ""
                  : TZ_PICK(run->language, "；试运行，未写入", "; dry run: nothing was written"));
}

tz_status complain_of_ledger(cli *run, tz_status status)
{
    if (run->has_complained)
        return status;
    if (*tz_ledger_error(run->ledger) == '\0') /* a renderer has no handle to keep its words on */
        return complain(run, status, "内存不足", "out of memory");
    complain(run, status, "%s", "%s", tz_ledger_error(run->ledger));
    const char *hint = tz_ledger_hint(run->ledger);
    if (*hint != '\0')
        advise(run, "%s", "%s", hint);
    return status;
}

const char *keep_text(cli *run, char *text)
{
    struct kept_text *kept = text ? malloc(sizeof *kept) : NULL;
    if (!kept) {
        free(text);
        return NULL;
    }
    *kept = (struct kept_text){run->kept, text};
    run->kept = kept;
    return text;
}

const char *keep_copy(cli *run, const char *text)
{
    return keep_text(run, strdup(text));
}

tz_status keep_value(cli *run, const char *text, const char **kept)
{
    *kept = keep_copy(run, text);
    return *kept ? TZ_OK : complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
}

void free_kept_texts(cli *run)
{
    while (run->kept) {
        struct kept_text *kept = run->kept;
        run->kept = kept->next;
        free(kept->text);
        free(kept);
    }
}

tz_status read_count(cli *run, const char *option, const char *text, unsigned long most,
                     unsigned long *count)
{
    char *end;
    errno = 0;
    *count = strtoul(text, &end, 10);
    if (*text >= '0' && *text <= '9' && *end == '\0' && errno == 0 && *count <= most)
        return TZ_OK;
    *count = 0;
    return complain(run, TZ_MALFORMED, "--%s 须是 0 至 %lu 的整数，不能是“%s”",
                    "--%s takes a whole number from 0 to %lu, not \"%s\"", option, most, text);
}

tz_status read_flag(cli *run, const char *option, const char *text, int *flag)
{
    static const char *const words[][2] = {{"no", "否"}, {"yes", "是"}};
    if (!text)
        return TZ_OK;
    for (int i = 0; i < 2; i++)
        if (strcmp(text, words[i][0]) == 0 || strcmp(text, words[i][1]) == 0) {
            *flag = i;
            return TZ_OK;
        }
    return complain(run, TZ_MALFORMED, "--%s 须是“是”或“否”，不能是“%s”",
                    "--%s is yes or no, not \"%s\"", option, text);
}

tz_status read_ordinal(cli *run, const char *text, int *ordinal)
{
    size_t digits = strspn(text, "0123456789");
    *ordinal = 0;
    if (digits > 0 && digits < 6 && text[digits] == '\0')
        *ordinal = (int)strtol(text, NULL, 10);
    if (*ordinal > 0)
        return TZ_OK;
    return complain(run, TZ_MALFORMED, "序号须是从 1 起的整数，不能是“%s”",
                    "the number is a whole one from 1, not \"%s\"", text);
}
