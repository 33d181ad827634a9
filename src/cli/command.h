/* command.h: the table of commands and the tables of options. */
#ifndef TAIZHANG_CLI_COMMAND_H
#define TAIZHANG_CLI_COMMAND_H

#include "cli.h"

typedef enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_LIST } option_kind;

/* The values of an option that may be given several times. */
typedef struct option_list {
    const char **values;
    size_t count;
} option_list;

/* Which commands take a shared option. */
enum option_group {
    TAKES_ALWAYS = 0,
    TAKES_AS_OF = 1,  /* what reads: --as-of */
    TAKES_ON = 2,     /* what writes on a day: --on */
    TAKES_ACTOR = 4,  /* what writes: --actor */
    TAKES_FILTER = 8, /* lists: --unit --leader --section --exit-code */
    TAKES_ALL = 15,
    /* Which commands are without one that the others take. */
    LEAVES_FORMAT = 16, /* what is written in one format only: --format */
    LEAVES_TITLES = 32, /* papers: --titles */
    LEAVES_OUTPUT = 64, /* what writes nothing: --output */
    /* Which take one that means something else to them, and is a row of its own. */
    TAKES_PAPER_FORMAT = 128, /* papers: --format */
    TAKES_FOLDER = 256,       /* what writes several files: --output */
    TAKES_LETTER_DAY = 512,   /* letters: --on */
    IS_PAPER = LEAVES_FORMAT | TAKES_PAPER_FORMAT | LEAVES_TITLES,
    IS_FOLDER = LEAVES_FORMAT | LEAVES_TITLES | LEAVES_OUTPUT | TAKES_FOLDER
};

/* One option: popt parses by it, and the help is printed from it. */
typedef struct option_row {
    const char *name;
    char letter; /* or 0 */
    option_kind kind;
    void *target; /* bool, const char * or option_list */
    const char *zh, *en;
    const char *value_zh, *value_en; /* what stands for the value in the help */
    unsigned group;
} option_row;

#define OPTIONS_END                                                                                \
    {                                                                                              \
        NULL, 0, OPTION_FLAG, NULL, NULL, NULL, NULL, NULL, 0                                      \
    }

typedef struct command_entry {
    const char *name; /* one or two words */
    const char *zh, *en;
    const char *arguments_zh, *arguments_en; /* "" when there are none */
    size_t least, most;                      /* arguments */
    unsigned groups;
    const option_row *options; /* its own, ended by OPTIONS_END; NULL when it has none */
    tz_status (*run)(cli *run);
} command_entry;

enum { MANY_ARGUMENTS = 1000 };

/* All commands, in the order of the help. */
/* clang-format off */
#define COMMANDS(DO) \
    DO(init) \
    DO(plan_import) \
    DO(plan_list) \
    DO(plan_close) \
    DO(task_list) \
    DO(task_show) \
    DO(task_add) \
    DO(task_set) \
    DO(task_split) \
    DO(task_close) \
    DO(task_reopen) \
    DO(task_adjust) \
    DO(unit_list) \
    DO(unit_show) \
    DO(unit_add) \
    DO(unit_rename) \
    DO(unit_alias) \
    DO(unit_member) \
    DO(unit_contact) \
    DO(unit_succeed) \
    DO(leader_list) \
    DO(leader_show) \
    DO(leader_succeed) \
    DO(quarter_open) \
    DO(quarter_status) \
    DO(quarter_close) \
    DO(quarter_list) \
    DO(request_add) \
    DO(request_list) \
    DO(progress_add) \
    DO(progress_list) \
    DO(progress_import) \
    DO(progress_template) \
    DO(progress_accept) \
    DO(progress_return) \
    DO(form_export) \
    DO(form_import) \
    DO(overdue) \
    DO(lagging) \
    DO(missing) \
    DO(awaiting) \
    DO(report_list) \
    DO(report) \
    DO(bulletin_draft) \
    DO(bulletin_issue) \
    DO(bulletin_diff) \
    DO(bulletin_list) \
    DO(brief) \
    DO(letter_chase) \
    DO(letter_press) \
    DO(letter_template) \
    DO(action_propose) \
    DO(action_add) \
    DO(action_reply) \
    DO(action_conclude) \
    DO(action_rectify) \
    DO(action_verify) \
    DO(action_close) \
    DO(action_list) \
    DO(matter_list) \
    DO(matter_add) \
    DO(matter_decide) \
    DO(target_add) \
    DO(target_set) \
    DO(target_node) \
    DO(target_share) \
    DO(target_list) \
    DO(milestone_add) \
    DO(milestone_done) \
    DO(milestone_list) \
    DO(milestone_import) \
    DO(evidence_add) \
    DO(evidence_list) \
    DO(evidence_extract) \
    DO(setting_list) \
    DO(setting_set) \
    DO(holiday_import) \
    DO(sql) \
    DO(schema) \
    DO(log) \
    DO(undo) \
    DO(verify) \
    DO(backup) \
    DO(export)
/* clang-format on */

#define DECLARE(name) extern const command_entry name##_command;
COMMANDS(DECLARE)
#undef DECLARE
extern const command_entry glance_command; /* what runs without a command */

/* ---- command.c */

/* The same, ended by NULL. */
extern const command_entry *const all_commands[];
/* The command whose name the words begin with, the longer name first; `*taken` is how many words it
 * took. An unknown one is TZ_MALFORMED, said. */
tz_status find_command(cli *run, const char *const *words, size_t count,
                       const command_entry **found, size_t *taken);

/* ---- lists.c */

/* Runs a command that is one report: the one of its name, "unit list" being unit_list, with as_of,
 * the filters as they were given, and the task that its argument, if it has one, names. */
tz_status run_list(cli *run);

/* ---- options.c */

/* The shared options, with their targets in `options`. */
enum { SHARED_OPTION_COUNT = 19 };
void fill_shared_options(shared_options *options, option_row rows[SHARED_OPTION_COUNT + 1]);

typedef struct parsed_arguments parsed_arguments;
/* Parses `argv` from index 1 by both tables (either may be NULL). `only_leading` stops at the first
 * argument. What isn't an option is left in `*rest` and belongs to `*parsed`, as do the values.
 * TZ_OK; TZ_MALFORMED, said; TZ_NO_MEMORY. */
tz_status parse_options(cli *run, int argc, const char **argv, const option_row *own,
                        const option_row *shared, bool only_leading, parsed_arguments **parsed,
                        const char *const **rest);
void free_parsed_arguments(parsed_arguments *parsed);
/* Whether a command with those groups takes the option. */
bool takes_option(unsigned groups, const option_row *row);
/* Refuses shared options that were given before a command that doesn't take them. */
tz_status check_groups(cli *run, const option_row *shared, const command_entry *command);

/* ---- help.c: both write to `out`. */
void print_overview(const cli *run, const option_row *shared, FILE *out);
void print_group_help(const cli *run, const char *group, FILE *out);
void print_command_help(const cli *run, const command_entry *command, const option_row *shared,
                        FILE *out);

/* Whether `word` is the first of commands with two words, like plan. */
bool is_group(const char *word);

#endif
