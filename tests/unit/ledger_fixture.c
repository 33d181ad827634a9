#include "ledger_fixture.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

int fixture_set_up(void **state)
{
    ledger_fixture *made = calloc(1, sizeof *made);
    assert_non_null(made);
    strcpy(made->folder, "/tmp/taizhang-test-XXXXXX");
    assert_non_null(mkdtemp(made->folder));
    snprintf(made->path, sizeof made->path, "%s/ledger.db", made->folder);
    assert_int_equal(tz_ledger_new(&made->ledger), TZ_OK);
    tz_ledger_set_language(made->ledger, TZ_EN);
    *state = made;
    return 0;
}

int fixture_set_up_open(void **state)
{
    fixture_set_up(state);
    ledger_fixture *made = *state;
    assert_int_equal(tz_ledger_create(made->ledger, made->path, TZ_SEED_EMPTY), TZ_OK);
    return 0;
}

/* The names in the folder; each is removed where `removes`. */
static int visit_files(const ledger_fixture *fixture, bool removes)
{
    int count = 0;
    DIR *folder = opendir(fixture->folder);
    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (entry->d_name[0] == '.')
            continue;
        count++;
        if (removes && remove(fixture_path(fixture, entry->d_name)) != 0)
            fail_msg("%s is still there", entry->d_name);
    }
    closedir(folder);
    return count;
}

int fixture_tear_down(void **state)
{
    ledger_fixture *made = *state;
    tz_ledger_free(made->ledger);
    visit_files(made, true);
    rmdir(made->folder);
    free(made);
    return 0;
}

const char *fixture_path(const ledger_fixture *fixture, const char *name)
{
    static char paths[2][400];
    static int next;
    next = !next;
    snprintf(paths[next], sizeof paths[next], "%s/%s", fixture->folder, name);
    return paths[next];
}

void fixture_write_file(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

int fixture_file_count(const ledger_fixture *fixture)
{
    return visit_files(fixture, false);
}

void fixture_execute(const ledger_fixture *fixture, const char *sql)
{
    assert_int_equal(tz_write_begin(fixture->ledger, "test"), TZ_OK);
    if (tz_execute(fixture->ledger, sql) != TZ_OK)
        fail_msg("%s", tz_ledger_error(fixture->ledger));
    assert_int_equal(tz_write_commit(fixture->ledger), TZ_OK);
}

const char *fixture_ask(const ledger_fixture *fixture, const char *sql)
{
    static char answer[400];
    tz_rows *rows;
    bool has_row;
    if (tz_sql(fixture->ledger, sql, NULL, 0, NULL, &rows) != TZ_OK)
        fail_msg("%s", tz_ledger_error(fixture->ledger));
    assert_int_equal(tz_rows_next(rows, &has_row), TZ_OK);
    assert_true(has_row);
    snprintf(answer, sizeof answer, "%s", tz_rows_text(rows, 0, NULL));
    tz_rows_close(rows);
    return answer;
}
