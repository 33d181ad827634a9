/* import.c: a new ledger from an export. */
#include "import.h"

#include <assert.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "connection.h"
#include "model.h"
#include "new_file.h"

/* The export has every row of every table, also those that a new ledger is born with. Its rows held
 * before they were exported, so the triggers, which judge one after the other, are off; the whole
 * is judged at the end. */
tz_status tz_import_make_tables(tz_import *import)
{
    tz_ledger *ledger = import->ledger;
    if (tz_model_make_tables(ledger->database) != SQLITE_OK)
        return tz_fail_connection(ledger, ledger->database);
    tz_status status = tz_tables_read(ledger, ledger->database, &import->tables);
    import->is_read = calloc(import->tables.count + 1, sizeof *import->is_read);
    return status == TZ_OK && !import->is_read ? tz_fail_memory(ledger) : status;
}

static uint64_t size_of(const struct stat *found)
{
    return S_ISREG(found->st_mode) ? (uint64_t)found->st_size : 0;
}

static tz_status size_of_folder(const tz_import *import, const char *folder, uint64_t *size)
{
    struct stat found;
    for (size_t i = 0; i < import->tables.count; i++) {
        char *path = sqlite3_mprintf("%s/%s.csv", folder, import->tables.tables[i].name);
        if (!path)
            return tz_fail_memory(import->ledger);
        if (stat(path, &found) == 0)
            *size += size_of(&found);
        sqlite3_free(path);
    }
    return TZ_OK;
}

tz_status tz_import_read(tz_import *import)
{
    const char *path = import->path;
    struct stat found;
    bool is_there = stat(path, &found) == 0, is_folder = is_there && S_ISDIR(found.st_mode);
    uint64_t size = is_there ? size_of(&found) : 0;
    if (is_folder && size_of_folder(import, path, &size) != TZ_OK)
        return TZ_NO_MEMORY;
    tz_move_begin(import->ledger, size);
    tz_status status = is_folder ? tz_import_csv(import, path) : tz_import_json(import, path);
    for (size_t i = 0; i < import->tables.count && status == TZ_OK; i++)
        if (!import->is_read[i]) {
            tz_fail(import->ledger, TZ_REJECTED, "%s：缺表 %s", "%s: the table %s is missing", path,
                    import->tables.tables[i].name);
            status = TZ_REJECTED;
        }
    return status;
}

static tz_status check_references(tz_import *import, const char *path)
{
    sqlite3_stmt *row;
    bool has_row;
    tz_status status = tz_prepare(
        import->ledger, "SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1", &row);
    if (status == TZ_OK)
        status = tz_step(import->ledger, row, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    tz_fail(import->ledger, TZ_REJECTED, "%s：%s 有记录引用了 %s 中不存在的记录",
            "%s: a record of %s refers to one of %s that isn't there", path, tz_column_text(row, 0),
            tz_column_text(row, 1));
    sqlite3_reset(row);
    return TZ_REJECTED;
}

/* What a trigger would have refused. */
static tz_status check_rules(tz_import *import, const char *path)
{
    sqlite3_stmt *row;
    bool has_row;
    char half[TZ_TEXT_LIMIT];
    tz_status status = tz_prepare(import->ledger,
                                  "SELECT table_name || coalesce(' ' || code, '') ||\n"
                                  "       coalesce(' ' || nullif(record, ''), ''), meaning\n"
                                  "FROM violation LIMIT 1",
                                  &row);
    if (status == TZ_OK)
        status = tz_step(import->ledger, row, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    tz_fail(import->ledger, TZ_REJECTED, "%s：%s：%s", "%s: %s: %s", path, tz_column_text(row, 0),
            tz_half(import->ledger, tz_column_text(row, 1), half));
    sqlite3_reset(row);
    return TZ_REJECTED;
}

/* The journal comes with the other tables, so this is no write that it has to tell of. */
static tz_status commit(tz_ledger *ledger)
{
    ledger->may_commit = true;
    tz_status status = tz_execute(ledger, "COMMIT");
    ledger->may_commit = false;
    return status;
}

static tz_status fill(tz_ledger *ledger, const char *from)
{
    tz_import import = {.ledger = ledger, .path = from};
    tz_status status = tz_import_make_tables(&import);
    if (status == TZ_OK)
        status = tz_import_read(&import);
    if (status == TZ_OK)
        status = check_references(&import, from);
    if (status == TZ_OK)
        status = check_rules(&import, from);
    free(import.is_read);
    tz_tables_free(&import.tables);
    return status == TZ_OK ? commit(ledger) : status;
}

/* A file that fails is thrown away: while it is built it needs no journal on the disk. */
static tz_status build(tz_ledger *ledger, const char *path, const char *from)
{
    tz_status status = tz_connect_handle(ledger, path, TZ_READ_WRITE);
    if (status != TZ_OK)
        return status;
    sqlite3_db_config(ledger->database, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
    sqlite3_db_config(ledger->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    status = tz_execute(ledger, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN");
    if (status == TZ_OK)
        status = fill(ledger, from);
    tz_disconnect(ledger);
    return status;
}

tz_status tz_ledger_import(tz_ledger *ledger, const char *path, const char *from)
{
    assert(!ledger->is_writing && path && from);
    char *new_path;
    tz_status status = tz_new_file(ledger, path, &new_path);
    if (status != TZ_OK)
        return status;
    status = build(ledger, new_path, from);
    if (status == TZ_OK)
        status = tz_new_file_publish(ledger, new_path, path);
    else
        tz_new_file_discard(new_path);
    return status == TZ_OK ? tz_ledger_open(ledger, path, TZ_READ_WRITE) : status;
}
