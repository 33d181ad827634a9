/* test_memory.c: memory runs out at every point of the main job: it never crashes, never leaves
 * half a write, and says TZ_NO_MEMORY. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "fault.h"
#include "form_fixture.h"
#include "ledger_state.h"
#include "taizhang.h"

typedef struct fault_job {
    const char *name;
    tz_status (*run)(tz_ledger *ledger, const char *path);
    const char *base; /* the ledger that it starts from; NULL: none */
    bool writes;
    long finest[FAULT_SOURCES]; /* the larger, the smaller the steps from one allocation to the
                                   next; they grow with the distance from both ends */
} fault_job;

static char folder[64], scratch[64];
static char empty_ledger[128], opened_ledger[128], reported_ledger[128], import_file[128];
static char exported_ledger[128]; /* as JSON */
static char form_file[128], form_folder[128];
static const tz_progress_import_options import_day = {.on = "2022-04-06"};
static char rendered[1 << 16];

/* ---- the jobs; each opens the ledger itself, so that this fails too */

static tz_status run_init(tz_ledger *ledger, const char *path)
{
    return tz_ledger_create(ledger, path, TZ_SEED_2022);
}

static tz_status run_quarter_open(tz_ledger *ledger, const char *path)
{
    tz_quarter_open_result result;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_quarter_open(ledger, "2022Q1", "2022-03-31", true, &result);
    return status;
}

static tz_status run_progress_add(tz_ledger *ledger, const char *path)
{
    static const char *const readings[] = {"3.9"};
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = "172";
    entry.quarter = "2022Q1";
    entry.percent = "10";
    entry.summary = "示例：完成3.9公里";
    entry.reported_on = "2022-04-06";
    entry.entered_by = "示例";
    entry.readings = readings;
    entry.reading_count = 1;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_WRITE);
    return status == TZ_OK ? tz_progress_add(ledger, &entry, NULL) : status;
}

static tz_status run_import(tz_ledger *ledger, const char *path)
{
    tz_import_result result;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_progress_import(ledger, import_file, &import_day, &result);
    return status;
}

/* Into the same folder each time; what was there before may be there after. */
static tz_status run_form_export(tz_ledger *ledger, const char *path)
{
    tz_form_export_options options = TZ_FORM_EXPORT_OPTIONS_INIT;
    tz_form_export_result result;
    options.unit = "市城管局";
    options.as_of = "2022-03-31";
    options.overwrites = true;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_form_export(ledger, "2022Q1", form_folder, &options, &result);
    if (status == TZ_OK)
        snprintf(rendered, sizeof rendered, "%zu %zu %d", result.forms, result.rows,
                 file_count(form_folder));
    return status;
}

static tz_status run_form_import(tz_ledger *ledger, const char *path)
{
    tz_form_import_options options = TZ_FORM_IMPORT_OPTIONS_INIT;
    tz_import_result result;
    options.on = "2022-04-06";
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_form_import(ledger, form_file, &options, &result);
    return status;
}

static tz_status run_backup(tz_ledger *ledger, const char *path)
{
    char target[160];
    snprintf(target, sizeof target, "%s/copy.db", folder);
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_WRITE);
    return status == TZ_OK ? tz_ledger_backup(ledger, target) : status;
}

static tz_status run_undo(tz_ledger *ledger, const char *path)
{
    tz_undo_result result;
    tz_rows *changes;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_undo(ledger, NULL, &result, &changes);
    if (status == TZ_OK)
        tz_rows_close(changes);
    return status;
}

/* Refused: the opened quarter has an entry. */
static tz_status run_undo_in_vain(tz_ledger *ledger, const char *path)
{
    tz_undo_options options = TZ_UNDO_OPTIONS_INIT;
    tz_undo_result result;
    tz_rows *changes;
    options.journal_id = 2;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_WRITE);
    if (status == TZ_OK)
        status = tz_undo(ledger, &options, &result, &changes);
    if (status != TZ_REFUSED)
        return status;
    strcpy(rendered, tz_ledger_error(ledger));
    return TZ_OK;
}

static tz_status run_verify(tz_ledger *ledger, const char *path)
{
    tz_verify_result result;
    tz_rows *findings;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_verify(ledger, NULL, &result, &findings);
    if (status != TZ_OK)
        return status;
    tz_rows_close(findings);
    snprintf(rendered, sizeof rendered, "%d %s", (int)result.findings, result.head);
    return TZ_OK;
}

static tz_status write_rows(tz_rows *rows, tz_format format)
{
    tz_render_options options = {.format = format, .width = 100};
    memset(rendered, 0, sizeof rendered);
    FILE *out = fmemopen(rendered, sizeof rendered - 1, "w");
    assert_non_null(out);
    tz_status status = tz_render(rows, &options, out, NULL);
    fclose(out);
    return status;
}

static tz_status render(tz_ledger *ledger, const char *path, tz_format format)
{
    static const tz_parameter parameters[] = {{"as_of", "2022-04-09"}, {"unit", "市城管局"}};
    tz_rows *rows;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_report(ledger, "missing", parameters, 2, &rows);
    if (status != TZ_OK)
        return status;
    status = write_rows(rows, format);
    tz_rows_close(rows);
    return status;
}

static tz_status run_render_csv(tz_ledger *ledger, const char *path)
{
    return render(ledger, path, TZ_FORMAT_CSV);
}

static tz_status run_render_json(tz_ledger *ledger, const char *path)
{
    return render(ledger, path, TZ_FORMAT_JSON);
}

static tz_status run_log(tz_ledger *ledger, const char *path)
{
    tz_rows *rows;
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_report(ledger, "log", NULL, 0, &rows);
    if (status != TZ_OK)
        return status;
    status = write_rows(rows, TZ_FORMAT_CSV);
    assert_true(status != TZ_OK || tz_rows_damaged_row(rows) == 0);
    tz_rows_close(rows);
    return status;
}

/* Nothing is left of an export that fails; what one gives is told by its size. */
static tz_status run_export(tz_ledger *ledger, const char *path)
{
    struct stat about;
    char target[160];
    uint64_t count;
    snprintf(target, sizeof target, "%s/export.json", folder);
    tz_status status = tz_ledger_open(ledger, path, TZ_READ_ONLY);
    if (status == TZ_OK)
        status = tz_ledger_export(ledger, target, TZ_FORMAT_JSON, &count);
    if (status != TZ_OK) {
        assert_int_equal(file_count(folder), 1);
        return status;
    }
    assert_int_equal(stat(target, &about), 0);
    snprintf(rendered, sizeof rendered, "%d %ld", (int)count, (long)about.st_size);
    return TZ_OK;
}

static tz_status run_import_of_export(tz_ledger *ledger, const char *path)
{
    return tz_ledger_import(ledger, path, exported_ledger);
}

/* ---- one job, again and again */

static void state_of(char state[STATE_SIZE])
{
    char path[160];
    snprintf(path, sizeof path, "%s/ledger.db", folder);
    read_state(path, state);
}

static void start(const fault_job *job, const char *path)
{
    empty_folder(folder);
    if (job->base)
        copy_file(job->base, path);
}

/* What another process finds while the handle is still open: what was before or what comes after,
 * nothing between. */
static void check_rows(const fault_job *job, tz_status status, const char *before,
                       const char *after)
{
    char state[STATE_SIZE];
    state_of(state);
    if (status == TZ_OK)
        assert_string_equal(state, after);
    else if (strcmp(state, before) != 0)
        assert_true(!job->base && strcmp(state, after) == 0); /* made, but then not opened */
}

/* No file besides the ledger, and the copy where one is made: whole. */
static void check_files(const char *after)
{
    char state[STATE_SIZE], copy[160];
    snprintf(copy, sizeof copy, "%s/copy.db", folder);
    state_of(state);
    int ours = *state != '\0';
    read_state(copy, state);
    if (*state != '\0')
        assert_string_equal(state, after);
    assert_int_equal(file_count(folder), ours + (*state != '\0'));
}

/* A fault: the nth allocation of a source. */
typedef struct fault_point {
    fault_source source;
    fault_kind kind;
    long number;
} fault_point;

static void fail_at(const fault_job *job, fault_point point, const char *what, const char *text)
{
    static const char *const sources[] = {"the library", "SQLite"};
    fail_msg("%s, allocation %ld of %s %s: %s %s", job->name, point.number, sources[point.source],
             point.kind == FAULT_ONCE ? "refused" : "and all behind it refused", what, text);
}

static void check_status(const tz_ledger *ledger, const fault_job *job, fault_point point,
                         tz_status status)
{
    static const char *const names[] = {"OK",   "1",  "MALFORMED", "NOT_FOUND", "REJECTED",
                                        "BUSY", "IO", "REFUSED",   "NO_MEMORY"};
    if (status != TZ_OK && status != TZ_NO_MEMORY)
        fail_at(job, point, names[status], ledger ? tz_ledger_error(ledger) : "");
    /* a renderer has no handle to leave a message on */
    if (ledger && job->writes && status == TZ_NO_MEMORY && *tz_ledger_error(ledger) == '\0')
        fail_at(job, point, "no message", "");
}

/* The handle is as good as new: the same again, with memory, works. */
static void check_handle(tz_ledger *ledger, const fault_job *job, fault_point point)
{
    char path[160], copy[160];
    snprintf(path, sizeof path, "%s/ledger.db", folder);
    snprintf(copy, sizeof copy, "%s/copy.db", folder);
    remove(copy); /* put there, and only then not told to the disk */
    if (job->run(ledger, path) != TZ_OK)
        fail_at(job, point, "the handle is spoilt:", tz_ledger_error(ledger));
}

static tz_status run_once(const fault_job *job, fault_point point, const char *before,
                          const char *after)
{
    char path[160];
    tz_ledger *ledger;
    snprintf(path, sizeof path, "%s/ledger.db", folder);
    start(job, path);
    fault_arm(point.source, point.kind, point.number);
    tz_status status = tz_ledger_new(&ledger);
    if (status == TZ_OK)
        status = job->run(ledger, path);
    bool was_hit = fault_disarm();
    check_status(ledger, job, point, status);
    assert_true(was_hit || status == TZ_OK);
    if (job->writes && before)
        check_rows(job, status, before, after);
    if (ledger && status != TZ_OK && job->writes && job->base)
        check_handle(ledger, job, point);
    tz_ledger_free(ledger);
    if (job->writes && before)
        check_files(after);
    return status;
}

/* Most allocations near the first and the last, and some of those between. */
static long next_number(long number, long count, long finest)
{
    long distance = number < count - number ? number : count - number;
    return number + 1 + (distance < 0 ? 0 : 4 * distance / finest);
}

static void run_all(const fault_job *job, fault_source source, const char *before,
                    const char *after, const char *output)
{
    fault_point point = {source, FAULT_ONCE, 0};
    assert_int_equal(run_once(job, point, NULL, NULL), TZ_OK);
    long count = fault_count();
    assert_true(count > 0);
    for (; point.kind < FAULT_KINDS; point.kind++) {
        for (long number = 1; number <= count;
             number = next_number(number, count, job->finest[source])) {
            point.number = number;
            tz_status status = run_once(job, point, before, after);
            if (status == TZ_OK && strcmp(output, rendered) != 0)
                fail_at(job, point, "success with another output:", rendered);
        }
    }
}

static void test_job(void **state)
{
    const fault_job *job = *state;
    char before[STATE_SIZE], after[STATE_SIZE], path[160];
    static char output[sizeof rendered];
    snprintf(path, sizeof path, "%s/ledger.db", folder);
    rendered[0] = '\0';
    start(job, path);
    state_of(before);
    run_once(job, (fault_point){0}, NULL, NULL);
    state_of(after);
    memcpy(output, rendered, sizeof output);
    assert_true(strcmp(before, after) != 0 || file_count(folder) > 1 || *output != '\0');
    for (fault_source source = 0; source < FAULT_SOURCES; source++)
        run_all(job, source, before, after, output);
}

/* ---- the ledgers that they start from */

static void make_base(const char *path, bool opens_quarter)
{
    tz_ledger *ledger;
    tz_quarter_open_result result;
    assert_int_equal(tz_ledger_new(&ledger), TZ_OK);
    assert_int_equal(tz_ledger_create(ledger, path, TZ_SEED_2022), TZ_OK);
    if (opens_quarter)
        assert_int_equal(tz_quarter_open(ledger, "2022Q1", "2022-03-31", true, &result), TZ_OK);
    tz_ledger_free(ledger);
}

static void add_entry(void)
{
    tz_ledger *ledger;
    copy_file(opened_ledger, reported_ledger);
    assert_int_equal(tz_ledger_new(&ledger), TZ_OK);
    assert_int_equal(run_progress_add(ledger, reported_ledger), TZ_OK);
    tz_ledger_free(ledger);
}

static void export_entry(void)
{
    tz_ledger *ledger;
    snprintf(exported_ledger, sizeof exported_ledger, "%s/export.json", scratch);
    assert_int_equal(tz_ledger_new(&ledger), TZ_OK);
    assert_int_equal(tz_ledger_open(ledger, reported_ledger, TZ_READ_ONLY), TZ_OK);
    assert_int_equal(tz_ledger_export(ledger, exported_ledger, TZ_FORMAT_JSON, NULL), TZ_OK);
    tz_ledger_free(ledger);
}

static void make_form(void)
{
    tz_ledger *ledger;
    snprintf(form_file, sizeof form_file, "%s/form.xlsx", scratch);
    snprintf(form_folder, sizeof form_folder, "%s/forms", scratch);
    assert_int_equal(tz_ledger_new(&ledger), TZ_OK);
    assert_int_equal(tz_ledger_open(ledger, opened_ledger, TZ_READ_ONLY), TZ_OK);
    form_write(ledger,
               "<row>%k<c/><c s='1'><v>0.1</v></c><c t='inlineStr'><is><t>按序时推进</t></is></c>"
               "<c><v>3.9</v></c></row>",
               form_file);
    tz_ledger_free(ledger);
}

static int set_up(void **state)
{
    (void)state;
    make_folder(folder);
    make_folder(scratch);
    snprintf(empty_ledger, sizeof empty_ledger, "%s/plan.db", scratch);
    snprintf(opened_ledger, sizeof opened_ledger, "%s/opened.db", scratch);
    snprintf(reported_ledger, sizeof reported_ledger, "%s/reported.db", scratch);
    snprintf(import_file, sizeof import_file, "%s/q1.csv", scratch);
    make_base(empty_ledger, false);
    make_base(opened_ledger, true);
    add_entry();
    export_entry();
    make_form();
    write_text(import_file, "quarter,code,percent,state,summary,reading_1\n"
                            "2022Q1,172,10,按序时推进,示例：完成3.9公里,3.9\n"
                            "2022Q1,6.1,25%,on_schedule,\"示例，有逗号\",\n"
                            "2022Q1,10,２５,超序时,示例,130\n");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    remove_folder(folder);
    remove_folder(form_folder);
    remove_folder(scratch);
    return 0;
}

int main(void)
{
    static fault_job jobs[] = {
        {"init", run_init, NULL, true, {1000, 1}},
        {"quarter open", run_quarter_open, empty_ledger, true, {1000, 1}},
        {"progress add", run_progress_add, opened_ledger, true, {40, 3}},
        {"progress import", run_import, opened_ledger, true, {40, 3}},
        {"form export", run_form_export, opened_ledger, false, {20, 2}},
        {"form import", run_form_import, opened_ledger, true, {40, 3}},
        {"undo", run_undo, opened_ledger, true, {40, 3}},
        {"undo in vain", run_undo_in_vain, reported_ledger, false, {20, 2}},
        {"verify", run_verify, opened_ledger, false, {1, 1}},
        {"backup", run_backup, opened_ledger, true, {20, 2}},
        {"log", run_log, reported_ledger, false, {4, 1}},
        {"export", run_export, reported_ledger, false, {1, 1}},
        {"import of an export", run_import_of_export, NULL, true, {1, 1}},
        {"missing as CSV", run_render_csv, opened_ledger, false, {20, 2}},
        {"missing as JSON", run_render_json, opened_ledger, false, {20, 2}},
    };
    struct CMUnitTest tests[sizeof jobs / sizeof *jobs] = {0};
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++)
        tests[i] = (struct CMUnitTest){jobs[i].name, test_job, NULL, NULL, &jobs[i]};
    fault_install();
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
