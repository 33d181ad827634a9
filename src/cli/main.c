/* main.c: the taizhang command: its options, its language, which command, and what it ends with. */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "output.h"

enum { EXIT_FOUND = 1 };

/* A closed descriptor 0, 1 or 2 must not become a file of ours: something unwritable takes its
 * place. */
static void hold_standard_descriptors(void)
{
    int descriptor;
    do
        descriptor = open("/dev/null", O_RDONLY);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0)
        close(descriptor);
}

static const char *locale_name(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *locale = getenv(names[i]);
        if (locale && *locale != '\0')
            return locale;
    }
    return NULL;
}

/* What is wrong before --lang is read is said in its language too. A wrong one is told of later. */
static void look_for_language(cli *run, int argc, char **argv)
{
    static const char option[] = "--lang";
    size_t size = strlen(option);
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = NULL;
        if (strcmp(argv[i], option) == 0)
            value = argv[i + 1]; /* NULL behind the last */
        else if (strncmp(argv[i], option, size) == 0 && argv[i][size] == '=')
            value = argv[i] + size + 1;
        if (value && strcmp(value, "zh") == 0)
            run->language = TZ_ZH;
        else if (value && strcmp(value, "en") == 0)
            run->language = TZ_EN;
    }
}

static tz_status apply_language(cli *run)
{
    const char *language = run->options.language;
    if (!language || strcmp(language, "zh") == 0 || strcmp(language, "en") == 0) {
        if (language)
            run->language = *language == 'z' ? TZ_ZH : TZ_EN;
        tz_ledger_set_language(run->ledger, run->language);
        return TZ_OK;
    }
    return complain(run, TZ_MALFORMED, "--lang 须是 zh 或 en，不能是“%s”",
                    "--lang is zh or en, not \"%s\"", language);
}

static tz_status apply_format(cli *run)
{
    static const char *const names[] = {
        [TZ_FORMAT_TABLE] = "table", [TZ_FORMAT_CSV] = "csv",   [TZ_FORMAT_JSON] = "json",
        [TZ_FORMAT_MARKDOWN] = "md", [TZ_FORMAT_HTML] = "html", [TZ_FORMAT_XLSX] = "xlsx",
    };
    if (!run->options.format) {
        run->format = run->options.titles ? TZ_FORMAT_CSV : TZ_FORMAT_TABLE; /* titles are of CSV */
        return TZ_OK;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(run->options.format, names[i]) == 0) {
            run->format = (tz_format)i;
            return TZ_OK;
        }
    complain(run, TZ_MALFORMED, "没有格式 %s，可用 table、csv、json、md、html、xlsx",
             "there is no format %s: use table, csv, json, md, html or xlsx", run->options.format);
    if (strcmp(run->options.format, "docx") == 0)
        advise(run, "公文用 --output 文件.docx", "a paper takes --output FILE.docx");
    return TZ_MALFORMED;
}

static tz_status check_argument_count(cli *run)
{
    const command_entry *command = run->command;
    if (run->argument_count >= command->least && run->argument_count <= command->most)
        return TZ_OK;
    if (run->argument_count < command->least)
        complain(run, TZ_MALFORMED, "%s 缺少参数", "%s needs more arguments", command->name);
    else
        complain(run, TZ_MALFORMED, "%s 不认得参数“%s”", "%s does not take \"%s\"",
                 *command->name != '\0' ? command->name : "taizhang",
                 run->arguments[command->most]);
    const char *blank = *command->name != '\0' && *command->arguments_en != '\0' ? " " : "";
    advise(run, "用法：taizhang %s%s%s", "usage: taizhang %s%s%s", command->name, blank,
           TZ_PICK(run->language, command->arguments_zh, command->arguments_en));
    return TZ_MALFORMED;
}

static tz_status print_help(cli *run, const option_row *shared)
{
    output out;
    tz_status status = open_output(run, &out);
    if (status != TZ_OK)
        return status;
    if (run->options.version)
        fprintf(out.file, "taizhang %s\n", tz_version());
    else if (run->group)
        print_group_help(run, run->group, out.file);
    else if (run->command == &glance_command)
        print_overview(run, shared, out.file);
    else
        print_command_help(run, run->command, shared, out.file);
    return close_output(run, &out, TZ_OK);
}

static tz_status run_command(cli *run, const option_row *shared)
{
    tz_status status = apply_language(run);
    if (status == TZ_OK && (run->options.help || run->options.version))
        return print_help(run, shared);
    if (status == TZ_OK)
        status = apply_format(run);
    if (status == TZ_OK)
        status = check_groups(run, shared, run->command);
    if (status == TZ_OK)
        status = check_argument_count(run);
    if (status == TZ_OK)
        status = run->command->run(run);
    return status == TZ_OK ? TZ_OK : complain_of_ledger(run, status);
}

static size_t count_words(const char *const *words)
{
    size_t count = 0;
    while (words[count])
        count++;
    return count;
}

/* The shared options of those that `command` takes, and those for which it has none of its own. */
static void select_shared(const command_entry *command, const option_row *all, option_row *selected)
{
    for (; all->name; all++)
        if (takes_option(command->groups, all))
            *selected++ = *all;
    *selected = (option_row)OPTIONS_END;
}

/* SQL may begin with a comment: "-- names\nSELECT …" or "--names\nSELECT …", where a line ends as
 * in no option. */
static bool is_comment(const char *word)
{
    return strncmp(word, "--", 2) == 0 &&
           (strcspn(word + 2, " \t\n") == 0 || word[strcspn(word, "=\n")] == '\n') &&
           word[2] != '\0';
}

static const char *keep_behind_blank(cli *run, const char *word)
{
    size_t size = strlen(word) + 2;
    char *text = malloc(size);
    if (text)
        snprintf(text, size, " %s", word);
    return keep_text(run, text);
}

/* The command's words as popt is to take them: what begins with a comment is no option once a blank
 * stands before it. */
static const char **words_to_parse(cli *run, const char *const *words, size_t count)
{
    const char **parsed = calloc(count + 1, sizeof *parsed);
    for (size_t i = 0; parsed && i < count; i++) {
        parsed[i] = words[i];
        if (run->command == &sql_command && is_comment(words[i]))
            parsed[i] = keep_behind_blank(run, words[i]);
        if (!parsed[i]) {
            free(parsed);
            return NULL;
        }
    }
    return parsed;
}

/* Parses the options of the command, whose name is the first of the words, and runs it. */
static tz_status run_parsed(cli *run, const char **words, size_t count, const option_row *shared)
{
    option_row selected[SHARED_OPTION_COUNT + 1];
    parsed_arguments *parsed;
    select_shared(run->command, shared, selected);
    /* popt takes the first word for the program's name. */
    tz_status status = parse_options(run, (int)count, words, run->command->options, selected, false,
                                     &parsed, &run->arguments);
    run->argument_count = count_words(run->arguments);
    if (status == TZ_OK)
        status = run_command(run, shared);
    free_parsed_arguments(parsed);
    return status;
}

/* The words behind the leading options: the command's name, then its options and arguments. */
static tz_status run_words(cli *run, const char *const *words, const option_row *shared)
{
    size_t count = count_words(words), taken = 0;
    run->command = &glance_command;
    if (count == 2 && strcmp(words[1], "--help") == 0 && is_group(words[0]) &&
        strcmp(words[0], report_command.name) != 0) {
        run->options.help = true;
        run->group = words[0];
        count = 0;
    }
    if (count == 0)
        return run_command(run, shared);
    tz_status status = find_command(run, words, count, &run->command, &taken);
    if (status != TZ_OK)
        return status;
    count -= taken - 1;
    const char **own = words_to_parse(run, words + taken - 1, count);
    if (!own)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    status = run_parsed(run, own, count, shared);
    free(own);
    return status;
}

/* The command line as it was typed, arguments with blanks in quotes: for the ledger's history. */
static const char *join_words(cli *run, int argc, char **argv)
{
    char *line;
    size_t size;
    FILE *memory = open_memstream(&line, &size);
    if (!memory)
        return NULL;
    fputs("taizhang", memory);
    for (int i = 1; i < argc; i++)
        fprintf(memory, strpbrk(argv[i], " \t\n\"") || *argv[i] == '\0' ? " '%s'" : " %s", argv[i]);
    if (fclose(memory) == 0)
        return keep_text(run, line);
    free(line);
    return NULL;
}

static tz_status run_all(cli *run, int argc, char **argv)
{
    option_row shared[SHARED_OPTION_COUNT + 1];
    fill_shared_options(&run->options, shared);
    tz_status status = tz_ledger_new(&run->ledger);
    run->command_line = join_words(run, argc, argv);
    if (status != TZ_OK || !run->command_line)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    look_for_language(run, argc, argv);
    tz_ledger_set_language(run->ledger, run->language);
    tz_ledger_set_note_function(run->ledger, print_note, run);
    parsed_arguments *parsed;
    const char *const *words;
    status = parse_options(run, argc, (const char **)argv, NULL, shared, true, &parsed, &words);
    if (status == TZ_OK)
        status = apply_language(run); /* also for what is wrong behind it */
    if (status == TZ_OK)
        status = run_words(run, words, shared);
    free_parsed_arguments(parsed);
    clear_progress();
    return status;
}

int main(int argc, char **argv)
{
    hold_standard_descriptors();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error that write tells */
    setlocale(LC_CTYPE, "C.UTF-8");
    cli run = {.language = tz_language_of_locale(locale_name())};
    tz_status status = run_all(&run, argc, argv);
    tz_ledger_free(run.ledger);
    free_kept_texts(&run);
    if (status == TZ_NO_MEMORY)
        status = TZ_IO;
    if (status == TZ_OK && run.options.exit_code && run.found_rows)
        return EXIT_FOUND;
    return (int)status;
}
