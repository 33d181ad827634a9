#include "ledger_state.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

void make_folder(char folder[64])
{
    strcpy(folder, "/tmp/taizhang-fault-XXXXXX");
    assert_non_null(mkdtemp(folder));
}

static int visit(const char *folder, bool removes)
{
    int count = 0;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    for (struct dirent *entry = readdir(directory); entry; entry = readdir(directory)) {
        if (entry->d_name[0] == '.')
            continue;
        count++;
        if (removes)
            assert_int_equal(unlinkat(dirfd(directory), entry->d_name, 0), 0);
    }
    closedir(directory);
    return count;
}

int file_count(const char *folder)
{
    return visit(folder, false);
}

void empty_folder(const char *folder)
{
    visit(folder, true);
}

void remove_folder(const char *folder)
{
    empty_folder(folder);
    assert_int_equal(rmdir(folder), 0);
}

void copy_file(const char *from, const char *to)
{
    static char bytes[1 << 16];
    FILE *source = fopen(from, "rb"), *target = fopen(to, "wb");
    assert_non_null(source);
    assert_non_null(target);
    for (size_t size; (size = fread(bytes, 1, sizeof bytes, source)) > 0;)
        assert_int_equal(fwrite(bytes, 1, size, target), size);
    fclose(source);
    assert_int_equal(fclose(target), 0);
}

void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Adds the rows of a query to the state, a line each. */
static void add_rows(sqlite3 *database, const char *sql, char state[STATE_SIZE])
{
    sqlite3_stmt *statement;
    size_t size = strlen(state);
    assert_int_equal(sqlite3_prepare_v2(database, sql, -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            size += (size_t)snprintf(state + size, STATE_SIZE - size, "%s|",
                                     (const char *)sqlite3_column_text(statement, i));
        size += (size_t)snprintf(state + size, STATE_SIZE - size, "\n");
        assert_true(size < STATE_SIZE);
    }
    assert_int_equal(sqlite3_finalize(statement), SQLITE_OK);
}

void read_state(const char *path, char state[STATE_SIZE])
{
    static const char *const queries[] = {
        "SELECT integrity_check FROM pragma_integrity_check",
        "SELECT * FROM pragma_foreign_key_check",
        "SELECT (SELECT count(*) FROM calendar), (SELECT count(*) FROM dictionary),"
        " (SELECT count(*) FROM task), (SELECT count(*) FROM task_unit),"
        " (SELECT count(*) FROM target), (SELECT count(*) FROM sqlite_schema)",
        "SELECT plan_id, quarter, opened_on, report_due_on FROM round",
        "SELECT quarter, report_due_on, count(*), sum(task_id), sum(unit_id) FROM request"
        " GROUP BY 1, 2",
        "SELECT task_id, quarter, unit_id, revision, reported_on, percent, state, substr(summary, "
        "1, 40),"
        " length(summary), entered_by FROM progress ORDER BY progress_id",
        "SELECT progress_id, target_id, value FROM reading",
        "SELECT a.journal_id, a.kind, a.command, length(a.changeset), b.hash = a.previous_hash"
        " FROM journal AS a LEFT JOIN journal AS b ON b.journal_id = a.journal_id - 1",
    };
    sqlite3 *database;
    state[0] = '\0';
    if (access(path, F_OK) != 0)
        return;
    assert_int_equal(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        add_rows(database, queries[i], state);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    assert_int_equal(strncmp(state, "ok|\n", 4), 0);
    /* the second query gave no row: the line behind "ok" is the counts */
    assert_true(strtol(state + 4, NULL, 10) == 7671);
}
