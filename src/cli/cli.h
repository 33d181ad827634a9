/* cli.h: what the sources of the taizhang command share. */
#ifndef TAIZHANG_CLI_CLI_H
#define TAIZHANG_CLI_CLI_H

#include "language.h"
#include "taizhang.h"

struct command_entry;

/* The options that don't belong to one command. NULL or false: not given. */
typedef struct shared_options {
    const char *ledger_path;
    const char *format;
    const char *output_path;
    const char *language;
    const char *as_of;
    const char *on;
    const char *actor;
    const char *unit;
    const char *leader;
    const char *section;
    bool no_color;
    bool quiet;
    bool titles;
    bool exit_code;
    bool help;
    bool version;
} shared_options;

/* One run of the command. */
typedef struct cli {
    tz_ledger *ledger;
    tz_language language;
    shared_options options;
    const struct command_entry *command; /* NULL until it is known, and for the glance */
    const char *group;                   /* whose commands are to be listed: plan */
    const char *const *arguments;        /* behind the command's name, options taken out */
    size_t argument_count;
    const char *command_line; /* for the ledger's history */
    struct kept_text *kept;   /* texts that last as long as the run */
    tz_format format;         /* TZ_FORMAT_TABLE until the options are read */
    bool has_complained;      /* the error has been printed */
    bool found_rows;          /* a list was not empty */
} cli;

/* ---- words.c: what is said on stderr, and texts that last. */

/* Prints "taizhang: " and the message as an error; returns `status`. */
tz_status complain(cli *run, tz_status status, const char *zh, const char *en, ...)
    TZ_BOTH_FORMATS(3, 4, 5);
/* A line on the way out, under the error just printed. */
void advise(const cli *run, const char *zh, const char *en, ...) TZ_BOTH_FORMATS(2, 3, 4);
/* A message that --quiet silences. */
void say(const cli *run, const char *zh, const char *en, ...) TZ_BOTH_FORMATS(2, 3, 4);
/* What an import came to. */
void say_import(const cli *run, const tz_import_result *result, bool is_trial);
/* Prints the ledger's error and hint, unless something was printed already; returns `status`. */
tz_status complain_of_ledger(cli *run, tz_status status);
/* Takes over a text from malloc until the end of the run; NULL when it is NULL or memory ran out.
 */
const char *keep_text(cli *run, char *text);
const char *keep_copy(cli *run, const char *text);
/* The same into `*kept`. TZ_OK; TZ_NO_MEMORY, said. */
tz_status keep_value(cli *run, const char *text, const char **kept);
void free_kept_texts(cli *run);
/* The number of a target or milestone in its task, from 1. TZ_OK; TZ_MALFORMED, said. */
tz_status read_ordinal(cli *run, const char *text, int *ordinal);
/* yes or no, 是 or 否, for `option`; NULL leaves `*flag` as it is. TZ_OK; TZ_MALFORMED, said. */
tz_status read_flag(cli *run, const char *option, const char *text, int *flag);
/* A whole number from 0 to `most`, for `option`. TZ_OK; TZ_MALFORMED, said. */
tz_status read_count(cli *run, const char *option, const char *text, unsigned long most,
                     unsigned long *count);

/* ---- ledger_access.c: opening the ledger, and the one way to write to it. */

/* The file: --ledger, $TAIZHANG_LEDGER, ./taizhang.db. */
const char *ledger_path(const cli *run);
/* Sets who writes: --actor, $TAIZHANG_ACTOR, the name of the user. open_ledger does it too. */
tz_status name_actor(cli *run);
tz_status open_ledger(cli *run, tz_open_mode mode);
/* What a command does between the begin and the commit of its write. */
typedef tz_status write_function(cli *run, void *context);
/* Opens the ledger and runs `write` as one write under the actor's name; `is_trial` rolls back. */
tz_status write_ledger(cli *run, write_function *write, void *context, bool is_trial);

/* ---- notes.c: what long calls tell on their way. */

/* Prints findings as FILE:LINE: column: text, and progress where stderr is a terminal. */
void print_note(void *context, const tz_note *note);
/* Takes a progress line off the terminal. */
void clear_progress(void);

#endif
