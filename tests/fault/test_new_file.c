/* test_new_file.c: a new file gets its name whole and on the disk, or not at all: what fsync, link
 * and rename may answer. They go through --wrap. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ledger_state.h"
#include "new_file.h"
#include "taizhang.h"

static char folder[64], path[128], copy[128];
static tz_ledger *ledger;

/* What the next calls answer: 0, or the errno that they fail with. */
static struct answers {
    int fsyncs[2]; /* of the file, of its folder */
    int fsync_count;
    int link, rename;
} answers;

int __real_fsync(int file);
int __wrap_fsync(int file);
int __real_link(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);

static int refuse(int error)
{
    errno = error;
    return -1;
}

int __wrap_fsync(int file)
{
    int number = answers.fsync_count++;
    int error = number < 2 ? answers.fsyncs[number] : 0;
    return error != 0 ? refuse(error) : __real_fsync(file);
}

int __wrap_link(const char *from, const char *to)
{
    return answers.link != 0 ? refuse(answers.link) : __real_link(from, to);
}

int __wrap_rename(const char *from, const char *to)
{
    return answers.rename != 0 ? refuse(answers.rename) : __real_rename(from, to);
}

/* Neither the name nor the file that was to get it is left; a second try works. */
static void assert_nothing_left(struct answers given)
{
    answers = given;
    assert_int_equal(tz_ledger_create(ledger, path, TZ_SEED_EMPTY), TZ_IO);
    assert_int_equal(file_count(folder), 0);
    assert_non_null(strstr(tz_ledger_error(ledger), path));
    answers = (struct answers){0};
    assert_int_equal(tz_ledger_create(ledger, path, TZ_SEED_EMPTY), TZ_OK);
    assert_int_equal(file_count(folder), 1);
}

static void a_file_that_does_not_reach_the_disk_is_taken_back(void **state)
{
    (void)state;
    assert_nothing_left((struct answers){.fsyncs = {EIO, 0}});
}

static void a_name_that_does_not_reach_the_disk_is_taken_back(void **state)
{
    (void)state;
    assert_nothing_left((struct answers){.fsyncs = {0, EIO}});
}

static void a_backup_whose_name_does_not_reach_the_disk_is_taken_back(void **state)
{
    (void)state;
    assert_int_equal(tz_ledger_create(ledger, path, TZ_SEED_EMPTY), TZ_OK);
    answers = (struct answers){.fsyncs = {0, ENOSPC}};
    assert_int_equal(tz_ledger_backup(ledger, copy), TZ_IO);
    assert_int_equal(file_count(folder), 1);
    answers = (struct answers){0};
    assert_int_equal(tz_ledger_backup(ledger, copy), TZ_OK);
}

/* Not every file system can bring a folder to the disk. */
static void a_folder_that_knows_no_fsync_is_no_failure(void **state)
{
    (void)state;
    answers.fsyncs[1] = EINVAL;
    assert_int_equal(tz_ledger_create(ledger, path, TZ_SEED_EMPTY), TZ_OK);
    assert_int_equal(answers.fsync_count, 2);
    assert_int_equal(file_count(folder), 1);
}

static void without_hard_links_the_file_is_renamed(void **state)
{
    (void)state;
    answers.link = EPERM;
    assert_int_equal(tz_ledger_create(ledger, path, TZ_SEED_EMPTY), TZ_OK);
    assert_int_equal(file_count(folder), 1);
}

static void a_rename_that_fails_leaves_no_empty_file(void **state)
{
    (void)state;
    assert_nothing_left((struct answers){.link = EPERM, .rename = EIO});
}

/* Somebody else's file of that name, made in the meantime, stays as it is. */
static void take_name_meanwhile(int link_error)
{
    char *new_path = NULL;
    answers.link = link_error;
    assert_int_equal(tz_new_file(ledger, path, &new_path), TZ_OK);
    write_text(path, "theirs");
    assert_int_equal(tz_new_file_publish(ledger, new_path, path), TZ_REFUSED);
    assert_int_equal(file_count(folder), 1);
    char text[16] = "";
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(text, sizeof text, file));
    fclose(file);
    assert_string_equal(text, "theirs");
}

static void a_name_taken_meanwhile_is_not_overwritten(void **state)
{
    (void)state;
    take_name_meanwhile(0);
}

static void nor_where_there_are_no_hard_links(void **state)
{
    (void)state;
    take_name_meanwhile(EPERM);
}

static int set_up(void **state)
{
    (void)state;
    answers = (struct answers){0};
    make_folder(folder);
    snprintf(path, sizeof path, "%s/ledger.db", folder);
    snprintf(copy, sizeof copy, "%s/copy.db", folder);
    return tz_ledger_new(&ledger) == TZ_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    tz_ledger_free(ledger);
    remove_folder(folder);
    return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_file_that_does_not_reach_the_disk_is_taken_back),
        TEST(a_name_that_does_not_reach_the_disk_is_taken_back),
        TEST(a_backup_whose_name_does_not_reach_the_disk_is_taken_back),
        TEST(a_folder_that_knows_no_fsync_is_no_failure),
        TEST(without_hard_links_the_file_is_renamed),
        TEST(a_rename_that_fails_leaves_no_empty_file),
        TEST(a_name_taken_meanwhile_is_not_overwritten),
        TEST(nor_where_there_are_no_hard_links),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
