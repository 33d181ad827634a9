/* options.c: from the tables of options to popt, and what was given back into their targets. */
#include <popt.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "fold.h"

struct parsed_arguments {
    poptContext context;
    struct poptOption *table;
};

void fill_shared_options(shared_options *options, option_row rows[SHARED_OPTION_COUNT + 1])
{
    const option_row shared[SHARED_OPTION_COUNT + 1] = {
        {"ledger", 0, OPTION_TEXT, &options->ledger_path,
         "台账文件（默认 $TAIZHANG_LEDGER，再默认 ./taizhang.db）",
         "the ledger (else $TAIZHANG_LEDGER, else ./taizhang.db)", "文件", "FILE", TAKES_ALWAYS},
        {"format", 'f', OPTION_TEXT, &options->format, "输出格式", "format of the output",
         "table|csv|json|md|html|xlsx", "table|csv|json|md|html|xlsx", LEAVES_FORMAT},
        {"format", 'f', OPTION_TEXT, &options->format,
         "标准输出的格式（默认 md）；文件的格式看后缀：.docx、.html、.md",
         "format on standard output (else md); a file's is that of its name: .docx, .html, .md",
         "md|html", "md|html", TAKES_PAPER_FORMAT},
        {"output", 'o', OPTION_TEXT, &options->output_path, "写入文件，- 为标准输出",
         "write to a file; - is standard output", "文件", "FILE", LEAVES_OUTPUT},
        {"output", 'o', OPTION_TEXT, &options->output_path, "写入此文件夹",
         "the folder to write into", "文件夹", "FOLDER", TAKES_FOLDER},
        {"titles", 0, OPTION_FLAG, &options->titles, "CSV 用中文标题，并带 BOM，供 Excel、WPS 打开",
         "CSV with titles and a byte order mark, for Excel", NULL, NULL, LEAVES_TITLES},
        {"as-of", 0, OPTION_TEXT, &options->as_of, "截至哪一天（默认今天）",
         "the day asked for (else today)", "日期", "DAY", TAKES_AS_OF},
        {"unit", 0, OPTION_TEXT, &options->unit,
         "只列此单位的：任务按任一牵头单位，填报表、报送情况按应报单位，督查行动按督查对象",
         "only the unit's: tasks by any lead unit, a template and quarter status by the unit that "
         "owes the entry, actions by whom they address",
         "单位", "NAME", TAKES_FILTER},
        {"leader", 0, OPTION_TEXT, &options->leader, "只列此领导牵头的", "only tasks of the leader",
         "领导", "NAME", TAKES_FILTER},
        {"section", 0, OPTION_TEXT, &options->section, "只列此章节的，如 二 或 二(一)",
         "only tasks under the section: 二 or 二(一)", "章节", "LABEL", TAKES_FILTER},
        {"exit-code", 0, OPTION_FLAG, &options->exit_code, "列表不为空时退出码为 1",
         "exit with 1 when the list is not empty", NULL, NULL, TAKES_FILTER},
        {"on", 0, OPTION_TEXT, &options->on, "记在哪一天（默认今天）",
         "the day it is entered for (else today)", "日期", "DAY", TAKES_ON},
        {"on", 0, OPTION_TEXT, &options->on,
         "函件日期，情况截至该日（默认今天），与 --as-of 同义；用 --record 时督查行动也记在该日",
         "the day of the letter, which tells what is so on it (else today), as --as-of; with "
         "--record the actions are recorded on it, too",
         "日期", "DAY", TAKES_LETTER_DAY},
        {"actor", 0, OPTION_TEXT, &options->actor, "操作人（默认 $TAIZHANG_ACTOR，再默认登录名）",
         "who writes (else $TAIZHANG_ACTOR, else the login name)", "姓名", "NAME", TAKES_ACTOR},
        {"lang", 0, OPTION_TEXT, &options->language, "语言", "language", "zh|en", "zh|en",
         TAKES_ALWAYS},
        {"no-color", 0, OPTION_FLAG, &options->no_color, "不用颜色", "no colour", NULL, NULL,
         TAKES_ALWAYS},
        {"quiet", 'q', OPTION_FLAG, &options->quiet, "只报错误", "say errors only", NULL, NULL,
         TAKES_ALWAYS},
        {"help", 'h', OPTION_FLAG, &options->help, "显示帮助", "print help", NULL, NULL,
         TAKES_ALWAYS},
        {"version", 0, OPTION_FLAG, &options->version, "显示版本", "print the version", NULL, NULL,
         TAKES_ALWAYS},
        OPTIONS_END,
    };
    memcpy(rows, shared, sizeof shared);
}

static size_t row_count(const option_row *rows)
{
    size_t count = 0;
    while (rows && rows[count].name)
        count++;
    return count;
}

/* The row that popt knows by `number`, from 1: first those of the command, then the shared ones. */
static const option_row *numbered_row(const option_row *own, const option_row *shared, int number)
{
    size_t index = (size_t)number - 1, own_count = row_count(own);
    return index < own_count ? &own[index] : &shared[index - own_count];
}

static struct poptOption *make_table(const option_row *own, const option_row *shared)
{
    size_t count = row_count(own) + row_count(shared);
    struct poptOption *table = calloc(count + 1, sizeof *table);
    for (size_t i = 0; table && i < count; i++) {
        const option_row *row = numbered_row(own, shared, (int)i + 1);
        table[i].longName = row->name;
        table[i].shortName = row->letter;
        table[i].argInfo = row->kind == OPTION_FLAG ? POPT_ARG_NONE : POPT_ARG_STRING;
        table[i].val = (int)i + 1;
    }
    return table;
}

static tz_status append_value(cli *run, option_list *list, const char *value)
{
    size_t size = (list->count + 1) * sizeof *list->values;
    const char **values = realloc(list->values, size);
    if (!values)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    values[list->count] = value;
    *list = (option_list){values, list->count + 1};
    return TZ_OK;
}

static tz_status set_option(cli *run, const option_row *row, char *given)
{
    if (row->kind == OPTION_FLAG) {
        *(bool *)row->target = true;
        return TZ_OK;
    }
    const char *value = keep_text(run, given);
    if (!value)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    if (row->kind == OPTION_LIST)
        return append_value(run, row->target, value);
    *(const char **)row->target = value;
    return TZ_OK;
}

static const char *nearest_option(const option_row *own, const option_row *shared,
                                  const char *given)
{
    const char *nearest = NULL;
    size_t least = strlen(given) / 2 + 1, count = row_count(own) + row_count(shared);
    for (size_t i = 0; i < count; i++) {
        const option_row *row = numbered_row(own, shared, (int)i + 1);
        size_t distance = tz_edit_distance(given, row->name);
        if (distance < least) {
            least = distance;
            nearest = row->name;
        }
    }
    return nearest;
}

static tz_status complain_of_option(cli *run, const option_row *own, const option_row *shared,
                                    int failure, const char *given)
{
    const char *option = keep_text(run, strndup(given, strcspn(given, "=")));
    if (!option)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    if (failure == POPT_ERROR_NOARG)
        return complain(run, TZ_MALFORMED, "选项 %s 缺少值", "option %s needs a value", option);
    if (failure == POPT_ERROR_UNWANTEDARG)
        return complain(run, TZ_MALFORMED, "选项 %s 不带值", "option %s takes no value", option);
    if (failure != POPT_ERROR_BADOPT)
        return complain(run, TZ_MALFORMED, "选项 %s：%s", "option %s: %s", option,
                        poptStrerror(failure));
    complain(run, TZ_MALFORMED, "没有选项 %s", "there is no option %s", option);
    const char *nearest = nearest_option(own, shared, option + strspn(option, "-"));
    if (nearest)
        advise(run, "是否要用 --%s？", "did you mean --%s?", nearest);
    return TZ_MALFORMED;
}

static tz_status take_options(cli *run, poptContext context, const option_row *own,
                              const option_row *shared)
{
    int number;
    while ((number = poptGetNextOpt(context)) > 0) {
        tz_status status =
            set_option(run, numbered_row(own, shared, number), poptGetOptArg(context));
        if (status != TZ_OK)
            return status;
    }
    if (number == -1)
        return TZ_OK;
    return complain_of_option(run, own, shared, number,
                              poptBadOption(context, POPT_BADOPTION_NOALIAS));
}

tz_status parse_options(cli *run, int argc, const char **argv, const option_row *own,
                        const option_row *shared, bool only_leading, parsed_arguments **parsed,
                        const char *const **rest)
{
    static const char *const nothing[] = {NULL};
    *rest = nothing;
    *parsed = calloc(1, sizeof **parsed);
    if (!*parsed || !((*parsed)->table = make_table(own, shared)))
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    (*parsed)->context = poptGetContext("taizhang", argc, argv, (*parsed)->table,
                                        only_leading ? POPT_CONTEXT_POSIXMEHARDER : 0);
    if (!(*parsed)->context)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    tz_status status = take_options(run, (*parsed)->context, own, shared);
    const char *const *left = (const char *const *)poptGetArgs((*parsed)->context);
    if (left)
        *rest = left;
    return status;
}

void free_parsed_arguments(parsed_arguments *parsed)
{
    if (!parsed)
        return;
    if (parsed->context)
        poptFreeContext(parsed->context);
    free(parsed->table);
    free(parsed);
}

static bool was_given(const option_row *row)
{
    return row->kind == OPTION_FLAG ? *(bool *)row->target : *(const char **)row->target != NULL;
}

bool takes_option(unsigned groups, const option_row *row)
{
    const unsigned leaves = LEAVES_FORMAT | LEAVES_TITLES | LEAVES_OUTPUT;
    return (row->group & ~leaves & ~groups) == 0 && (row->group & leaves & groups) == 0;
}

/* Whether the command takes the option, be it by another row of the same name. */
static bool takes_target(unsigned groups, const option_row *shared, const void *target)
{
    for (const option_row *row = shared; row->name; row++)
        if (row->target == target && takes_option(groups, row))
            return true;
    return false;
}

tz_status check_groups(cli *run, const option_row *shared, const command_entry *command)
{
    for (const option_row *row = shared; row->name; row++)
        if (!takes_target(command->groups, shared, row->target) && was_given(row))
            return complain(run, TZ_MALFORMED, "命令 %s 没有选项 --%s",
                            "the command %s has no option --%s", command->name, row->name);
    return TZ_OK;
}
