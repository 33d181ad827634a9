/* notes.c: what long calls tell on their way. */
#include <unistd.h>

#include "cli.h"

/* Whether a progress line without a line end stands on the terminal. */
static bool progress_is_shown;

void clear_progress(void)
{
    if (progress_is_shown)
        fputs("\r\033[K", stderr);
    progress_is_shown = false;
}

static void print_progress(const cli *run, const tz_note *note)
{
    if (run->options.quiet || !isatty(STDERR_FILENO))
        return;
    unsigned long long kibibytes = note->done / 1024;
    if (note->total > 0)
        fprintf(stderr, "\r%3.0f%%", 100.0 * (double)note->done / (double)note->total);
    else
        fprintf(stderr, "\r%llu KiB", kibibytes);
    fflush(stderr);
    progress_is_shown = true;
}

static void print_finding(const cli *run, const tz_note *note)
{
    static const char *const words[][2] = {
        [TZ_NOTE_REPAIR] = {"已修正：", "repaired: "},
        [TZ_NOTE_QUESTION] = {"待确认：", "to confirm: "},
        [TZ_NOTE_ERROR] = {"", ""},
    };
    clear_progress();
    if (note->file)
        fprintf(stderr, "%s:", note->file);
    if (note->line > 0)
        fprintf(stderr, "%zu:", note->line);
    if (note->cell)
        fprintf(stderr, "%s:", note->cell);
    if (note->file || note->line > 0)
        fputc(' ', stderr);
    if (note->column)
        fprintf(stderr, "%s: ", note->column);
    fprintf(stderr, "%s%s\n", TZ_PICK(run->language, words[note->kind][0], words[note->kind][1]),
            note->text);
}

void print_note(void *context, const tz_note *note)
{
    const cli *run = context;
    if (note->kind == TZ_NOTE_PROGRESS)
        print_progress(run, note);
    else if (note->kind == TZ_NOTE_ERROR || !run->options.quiet)
        print_finding(run, note);
}
