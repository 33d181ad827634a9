/* letter.c: letters to units (函件): 催报单 for returns that are missing, 督办单 for tasks that are
 * pressed. One for each unit, from a template that the office can edit. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "code_list.h"
#include "command.h"
#include "letter_check.h"
#include "letter_template.h"
#include "paper.h"

static const char *unit, *reply_due, *templates, *issuer;
static bool records, overwrites;

/* What tells the letters apart. */
typedef struct letter_kind {
    const command_entry *command;
    const char *name, *en; /* the first also of the template and the files */
    const char *report;    /* a row for each task, by unit */
    const char *action;    /* that --record records */
    int first_field;       /* of the fields, which it has from here on */
    tz_status (*bind)(cli *run, report_query *query);
    tz_status (*check)(cli *run, const char *day, const paper_rows *rows);
} letter_kind;

/* The letters of one run. */
typedef struct letters {
    const letter_kind *kind;
    char day[11];
    paper_rows rows, shown; /* all columns, and those of the table; row by row the same */
    size_t count;           /* of letters */
    tz_buffer text;         /* the template */
} letters;

/* One letter: the rows from `first` on, `count` of them. */
typedef struct letter {
    const letters *all;
    size_t first, count;
} letter;

/* Only a chase, which is about a quarter, has the first two. */
enum {
    FIELD_QUARTER,
    FIELD_REPORT_DUE,
    FIELD_UNIT,
    FIELD_REPLY_DUE,
    FIELD_COUNT,
    FIELD_CODES,
    FIELD_ISSUER,
    FIELD_DAY,
    FIELD_TASKS,
    FIELDS
};

static const template_field fields[FIELDS] = {
    [FIELD_QUARTER] = {"季度", "quarter", ""},
    [FIELD_REPORT_DUE] = {"报送期限", "report_due_on", ""},
    [FIELD_UNIT] = {"单位", "unit", ""},
    [FIELD_REPLY_DUE] = {"回复期限", "reply_due_on", ""},
    [FIELD_COUNT] = {"事项数", "task_count", ""},
    [FIELD_CODES] = {"编号", "codes", ""},
    [FIELD_ISSUER] = {"落款", "issuer", ""},
    [FIELD_DAY] = {"日期", "day", ""},
    [FIELD_TASKS] = {"事项表", "tasks", NULL},
};

/* ---- reading */

static tz_status bind_chase(cli *run, report_query *query)
{
    tz_status status = bind_quarter(run, query, run->arguments[0]);
    return status == TZ_OK ? bind_answering(run, query, "unit", TZ_NAME_UNIT, unit) : status;
}

static tz_status read_letters(cli *run, letters *all)
{
    report_query query = {.report = all->kind->report};
    tz_status status = tz_read_day_argument(run->ledger, run->options.as_of, all->day);
    if (status == TZ_OK)
        status = all->kind->bind(run, &query);
    bind_parameter(&query, "as_of", all->day);
    if (status == TZ_OK)
        status = read_report(run, &query, false, &all->rows);
    if (status == TZ_OK)
        status = all->kind->check(run, all->day, &all->rows);
    return status == TZ_OK ? read_report(run, &query, true, &all->shown) : status;
}

/* The day by which to reply: that of --reply-due, not before the letter, else the ledger's. */
static tz_status read_reply_due(cli *run, const letters *all, const char **day)
{
    char read[11];
    *day = all->rows.row_count > 0 ? paper_value(&all->rows, 0, "reply_due_on") : "";
    if (!reply_due)
        return TZ_OK;
    tz_status status = tz_read_day_argument(run->ledger, reply_due, read);
    if (status == TZ_OK && strcmp(read, all->day) < 0)
        return complain(run, TZ_REJECTED, "回复期限 %s 早于函件日期 %s",
                        "the reply is due on %s, before the day of the letter, %s", read, all->day);
    return status == TZ_OK ? keep_value(run, read, day) : status;
}

/* ---- writing */

static void add_tasks(document *paper, void *context)
{
    const letter *one = context;
    paper_rows part = one->all->shown;
    part.cells += one->first * part.column_count;
    part.row_count = one->count;
    add_paper_table(paper, NULL, &part);
}

static const char *value_of(const letter *one, const char *name)
{
    return paper_value(&one->all->rows, one->first, name);
}

static void add_codes(const letter *one, tz_buffer *codes)
{
    code_list list = {.text = codes};
    for (size_t i = 0; i < one->count; i++)
        add_code(&list, paper_value(&one->all->rows, one->first + i, "code"));
    end_codes(&list);
}

/* NULL without memory. */
static document *make_letter(const letter *one, const char *reply_day)
{
    template_field filled[FIELDS];
    char quarter[PAPER_DAY_SIZE] = "", due[PAPER_DAY_SIZE] = "", reply[PAPER_DAY_SIZE],
         day[PAPER_DAY_SIZE], count[24];
    tz_buffer codes = {0};
    memcpy(filled, fields, sizeof filled);
    add_codes(one, &codes);
    snprintf(count, sizeof count, "%zu", one->count);
    filled[FIELD_UNIT].value = value_of(one, "unit");
    int first = one->all->kind->first_field;
    if (first <= FIELD_QUARTER) {
        filled[FIELD_QUARTER].value = quarter_in_words(value_of(one, "quarter"), quarter);
        filled[FIELD_REPORT_DUE].value = day_in_words(value_of(one, "report_due_on"), due);
    }
    filled[FIELD_REPLY_DUE].value = day_in_words(reply_day, reply);
    filled[FIELD_COUNT].value = count;
    filled[FIELD_CODES].value = tz_buffer_text(&codes);
    filled[FIELD_ISSUER].value = issuer ? issuer : value_of(one, "issuer");
    filled[FIELD_DAY].value = day_in_words(one->all->day, day);
    document *paper = codes.failed
                          ? NULL
                          : template_fill(tz_buffer_text(&one->all->text), filled + first,
                                          (size_t)(FIELDS - first), add_tasks, (void *)one);
    if (paper)
        document_set_day(paper, one->all->day);
    tz_buffer_free(&codes);
    return paper;
}

/* FOLDER/催报单-2022-07-15-市财政局.docx; a slash in a name would lead elsewhere. */
static void add_path(const letter *one, const char *folder, tz_buffer *path)
{
    tz_buffer_format(path, "%s/%s-%s-", folder, one->all->kind->name, one->all->day);
    for (const char *next = value_of(one, "unit"); *next != '\0'; next++)
        if (*next == '/')
            tz_buffer_add_text(path, "／");
        else
            tz_buffer_add_char(path, *next);
    tz_buffer_add_text(path, ".docx");
}

static tz_status write_letter(cli *run, const letter *one, const char *path, const char *reply_day)
{
    static const paper_format docx = {"docx", ".docx", document_write_docx};
    return finish_paper(run, make_letter(one, reply_day), &docx, path);
}

/* One that is there may have been edited, or be about other tasks. */
static tz_status check_letter(cli *run, const letter *one, const char *path, const char *reply_day)
{
    (void)one, (void)reply_day;
    if (overwrites || access(path, F_OK) != 0)
        return TZ_OK;
    complain(run, TZ_REFUSED, "已存在，不覆盖：%s", "%s: exists, and is not overwritten", path);
    advise(run, "换一个文件夹，或用 --yes 覆盖", "use another folder, or --yes to overwrite");
    return TZ_REFUSED;
}

/* How many rows from `first` on are of its unit. */
static size_t count_of_unit(const paper_rows *rows, size_t first)
{
    size_t count = 1;
    const char *name = paper_value(rows, first, "unit");
    while (first + count < rows->row_count &&
           strcmp(paper_value(rows, first + count, "unit"), name) == 0)
        count++;
    return count;
}

typedef tz_status letter_step(cli *run, const letter *one, const char *path, const char *reply_day);

static tz_status for_each_letter(cli *run, letters *all, const char *reply_day, letter_step *step)
{
    tz_status status = TZ_OK;
    letter one = {.all = all};
    all->count = 0;
    while (status == TZ_OK && one.first < all->rows.row_count) {
        tz_buffer path = {0};
        one.count = count_of_unit(&all->rows, one.first);
        add_path(&one, run->options.output_path, &path);
        status = path.failed ? complain(run, TZ_NO_MEMORY, "内存不足", "out of memory")
                             : step(run, &one, tz_buffer_text(&path), reply_day);
        tz_buffer_free(&path);
        one.first += one.count;
        all->count++;
    }
    return status;
}

static tz_status write_all(cli *run, letters *all, const char *reply_day)
{
    tz_status status = all->rows.row_count > 0 ? make_folder(run, run->options.output_path) : TZ_OK;
    if (status == TZ_OK)
        status = for_each_letter(run, all, reply_day, check_letter);
    return status == TZ_OK ? for_each_letter(run, all, reply_day, write_letter) : status;
}

/* ---- recording */

static tz_status record_row(cli *run, const letters *all, size_t row, const char *reply_day)
{
    char task[64];
    tz_action action = TZ_ACTION_INIT;
    const char *code = paper_value(&all->rows, row, "code");
    if (strchr(code, '/'))
        snprintf(task, sizeof task, "%s", code);
    else
        snprintf(task, sizeof task, "%s/%s", paper_value(&all->rows, row, "plan_year"), code);
    action.kind = all->kind->action;
    action.task = task;
    action.unit = paper_value(&all->rows, row, "unit");
    action.issued_on = all->day;
    action.reply_due_on = reply_day;
    action.content = paper_value(&all->rows, row, "content");
    return tz_action_add(run->ledger, &action, NULL);
}

/* All letters are written before the first is recorded, and recorded together: what is in the
 * ledger as sent is there to be sent. */
static tz_status make_letters(cli *run, void *context)
{
    letters *all = context;
    const char *reply_day;
    int first = all->kind->first_field;
    tz_status status = read_letter_template(run, templates, all->kind->name, fields + first,
                                            (size_t)(FIELDS - first), &all->text);
    if (status == TZ_OK)
        status = read_letters(run, all);
    if (status == TZ_OK)
        status = read_reply_due(run, all, &reply_day);
    if (status == TZ_OK)
        status = write_all(run, all, reply_day);
    for (size_t i = 0; status == TZ_OK && records && i < all->rows.row_count; i++)
        status = record_row(run, all, i, reply_day);
    return status;
}

static void say_letters(const cli *run, const letters *all)
{
    if (all->count == 0)
        say(run, "没有要发的%s", "there is no %s to write",
            TZ_PICK(run->language, all->kind->name, all->kind->en));
    else
        say(run, "已写出%s %zu 份，涉及任务 %zu 项", "wrote %ss: %zu, about %zu tasks",
            TZ_PICK(run->language, all->kind->name, all->kind->en), all->count,
            all->rows.row_count);
    if (records && all->count > 0)
        say(run, "已记录督查行动 %zu 项", "actions recorded: %zu", all->rows.row_count);
}

/* A letter is written and recorded on a day, --on; without --record it is read as of one too. */
static tz_status choose_day(cli *run)
{
    shared_options *given = &run->options;
    if (given->on && given->as_of)
        return complain(run, TZ_MALFORMED, "--on 与 --as-of 不能同时使用",
                        "--on and --as-of exclude each other");
    if (given->on)
        given->as_of = given->on;
    return TZ_OK;
}

/* --templates, else $TAIZHANG_TEMPLATES, else those built in. */
static void choose_templates(void)
{
    const char *variable = getenv("TAIZHANG_TEMPLATES");
    if (!templates && variable && *variable != '\0')
        templates = variable;
}

static const letter_kind kinds[] = {
    {&letter_chase_command, "催报单", "chase letter", "letter_chase", "chase", FIELD_QUARTER,
     bind_chase, check_asked},
    {&letter_press_command, "督办单", "press letter", "letter_press", "press", FIELD_UNIT,
     bind_task_list, check_pressed},
};

static const letter_kind *kind_of(const command_entry *command)
{
    const letter_kind *kind = kinds;
    while (kind->command != command)
        kind++;
    return kind;
}

static tz_status run_letters(cli *run)
{
    letters all = {.kind = kind_of(run->command)};
    tz_status status = choose_day(run);
    if (status != TZ_OK)
        return status;
    if (!run->options.output_path || strcmp(run->options.output_path, "-") == 0)
        return complain(run, TZ_MALFORMED, "请用 --output 指明放函件的文件夹",
                        "give the folder for the letters with --output");
    choose_templates();
    if (records)
        status = write_ledger(run, make_letters, &all, false);
    else {
        status = open_ledger(run, TZ_READ_ONLY);
        if (status == TZ_OK)
            status = tz_read_begin(run->ledger);
        if (status == TZ_OK)
            status = make_letters(run, &all);
        tz_read_end(run->ledger);
    }
    if (status == TZ_OK)
        say_letters(run, &all);
    free_paper_rows(&all.rows);
    free_paper_rows(&all.shown);
    tz_buffer_free(&all.text);
    return status;
}

/* ---- the commands */

/* Only a chase, whose units the ledger finds, takes the first. */
static const option_row letter_options[] = {
    {"unit", 0, OPTION_TEXT, &unit, "只写给此单位", "only to this unit", "单位", "NAME", 0},
    {"record", 0, OPTION_FLAG, &records, "同时记录为督查行动，日期为函件日期",
     "record each as an action too, on the day of the letter", NULL, NULL, 0},
    {"reply-due", 0, OPTION_TEXT, &reply_due, "回复期限（默认按设置 reply_due_workdays）",
     "the day by which to reply (else by the setting reply_due_workdays)", "日期", "DAY", 0},
    {"templates", 0, OPTION_TEXT, &templates,
     "本单位模板所在文件夹（默认 $TAIZHANG_TEMPLATES，再默认内置模板）",
     "the folder of the office's own templates (else $TAIZHANG_TEMPLATES, else those built in)",
     "文件夹", "FOLDER", 0},
    ISSUER_OPTION(&issuer),
    {"yes", 'y', OPTION_FLAG, &overwrites, "覆盖同名的文件", "overwrite files of the same name",
     NULL, NULL, 0},
    OPTIONS_END,
};

enum { LETTER_GROUPS = TAKES_AS_OF | TAKES_LETTER_DAY | TAKES_ACTOR | IS_FOLDER };

const command_entry letter_chase_command = {
    "letter chase",
    "催报单：给每个有任务未报送或未按期重报的单位写一份 .docx",
    "write a letter to each unit whose returns are missing or were not redone",
    "季度",
    "QUARTER",
    1,
    1,
    LETTER_GROUPS,
    letter_options,
    run_letters,
};

const command_entry letter_press_command = {
    "letter press",
    "督办单：就所列任务给各牵头单位写一份 .docx",
    "write a letter about the tasks to each lead unit",
    "任务编号 …",
    "TASK …",
    1,
    MANY_ARGUMENTS,
    LETTER_GROUPS,
    letter_options + 1,
    run_letters,
};
