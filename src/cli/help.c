/* help.c: help, printed from the tables that parse. */
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "wrap.h"

enum { WINDOW = 80, MARGIN = 2 };

static void print_blanks(FILE *out, size_t count)
{
    fprintf(out, "%*s", (int)count, "");
}

/* Prints `text` from column `indent` on, wrapped at the window; the cursor stands there already. */
static void print_wrapped(FILE *out, const char *text, size_t indent)
{
    while (*text != '\0') {
        size_t size = tz_text_fit(text, WINDOW - indent), shown = size;
        while (shown > 0 && text[shown - 1] == ' ')
            shown--;
        fprintf(out, "%.*s\n", (int)shown, text);
        text += size;
        text += strspn(text, " ");
        if (*text != '\0')
            print_blanks(out, indent);
    }
}

/* A term in the left column of `width`, what it means beside it. */
static void print_entry(FILE *out, const char *term, const char *meaning, size_t width)
{
    print_blanks(out, MARGIN);
    fputs(term, out);
    size_t taken = tz_text_width(term), indent = MARGIN + width + 2;
    if (taken > width) {
        fputc('\n', out);
        print_blanks(out, indent);
    } else {
        print_blanks(out, width + 2 - taken);
    }
    print_wrapped(out, meaning, indent);
}

/* "-f, --format FORMAT" */
static void print_option(const cli *run, FILE *out, const option_row *row)
{
    char term[128];
    int size = row->letter ? snprintf(term, sizeof term, "-%c, --%s", row->letter, row->name)
                           : snprintf(term, sizeof term, "    --%s", row->name);
    const char *value = TZ_PICK(run->language, row->value_zh, row->value_en);
    if (value)
        snprintf(term + size, sizeof term - (size_t)size, " %s", value);
    print_entry(out, term, TZ_PICK(run->language, row->zh, row->en), 24);
}

static void print_options(const cli *run, FILE *out, const option_row *rows, unsigned groups)
{
    for (const option_row *row = rows; row && row->name; row++)
        if (takes_option(groups, row))
            print_option(run, out, row);
}

/* A line of the overview: what the command does, up to the colon or semicolon behind which the help
 * of the command itself goes on. */
static void print_summary(FILE *out, const char *term, const char *meaning)
{
    static const char *const ends[] = {"：", "；", ": ", "; "};
    size_t size = strlen(meaning);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *end = strstr(meaning, ends[i]);
        if (end && (size_t)(end - meaning) < size)
            size = (size_t)(end - meaning);
    }
    char summary[256];
    snprintf(summary, sizeof summary, "%.*s", (int)size, meaning);
    print_entry(out, term, summary, 18);
}

void print_overview(const cli *run, const option_row *shared, FILE *out)
{
    fprintf(out, "%s\n\n",
            TZ_PICK(run->language, "用法：taizhang [选项] 命令 [参数]",
                    "usage: taizhang [options] command [arguments]"));
    print_summary(out, TZ_PICK(run->language, "（无命令）", "(no command)"),
                  TZ_PICK(run->language, glance_command.zh, glance_command.en));
    for (const command_entry *const *next = all_commands; *next; next++)
        print_summary(out, (*next)->name, TZ_PICK(run->language, (*next)->zh, (*next)->en));
    fprintf(out, "\n%s\n", TZ_PICK(run->language, "选项：", "options:"));
    print_options(run, out, shared, TAKES_ALL);
    fprintf(out, "\n%s\n",
            TZ_PICK(run->language, "每个命令的详细用法：taizhang 命令 --help",
                    "more about a command: taizhang COMMAND --help"));
}

void print_group_help(const cli *run, const char *group, FILE *out)
{
    size_t length = strlen(group);
    for (const command_entry *const *next = all_commands; *next; next++)
        if (strncmp((*next)->name, group, length) == 0 && (*next)->name[length] == ' ')
            print_entry(out, (*next)->name, TZ_PICK(run->language, (*next)->zh, (*next)->en), 18);
}

void print_command_help(const cli *run, const command_entry *command, const option_row *shared,
                        FILE *out)
{
    fprintf(out, "%staizhang %s%s%s %s\n\n", TZ_PICK(run->language, "用法：", "usage: "),
            command->name, *command->name != '\0' && *command->arguments_en != '\0' ? " " : "",
            TZ_PICK(run->language, command->arguments_zh, command->arguments_en),
            TZ_PICK(run->language, "[选项]", "[options]"));
    print_wrapped(out, TZ_PICK(run->language, command->zh, command->en), 0);
    fputc('\n', out);
    print_options(run, out, command->options, TAKES_ALL);
    print_options(run, out, shared, command->groups);
}
