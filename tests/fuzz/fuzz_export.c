/* Any bytes as an export, JSON or a table's CSV: whatever they are, they are read or refused with
 * an error of one line. The tables are made once; what was read is taken back. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "connection.h"
#include "import.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static char folder[64], json[96], csv_index[96], csv[96];
static tz_import import;

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void write_file(const char *path, const void *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    require(file != NULL && fwrite(bytes, 1, size, file) == size && fclose(file) == 0);
}

static void make_paths(void)
{
    if (folder[0] != '\0')
        return;
    strcpy(folder, "/tmp/taizhang-fuzz-XXXXXX");
    require(mkdtemp(folder) != NULL);
    snprintf(json, sizeof json, "%s/export.json", folder);
    snprintf(csv_index, sizeof csv_index, "%s/export.csv", folder);
    snprintf(csv, sizeof csv, "%s/unit.csv", folder);
}

static void make_tables(void)
{
    require(tz_ledger_new(&import.ledger) == TZ_OK);
    require(tz_connect_handle(import.ledger, ":memory:", TZ_READ_WRITE) == TZ_OK);
    sqlite3_db_config(import.ledger->database, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
    sqlite3_db_config(import.ledger->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    import.ledger->may_commit = true;
    require(tz_import_make_tables(&import) == TZ_OK);
}

static void read_export(const char *path)
{
    import.path = path;
    memset(import.is_read, 0, import.tables.count * sizeof *import.is_read);
    require(tz_execute(import.ledger, "BEGIN") == TZ_OK);
    tz_status status = tz_import_read(&import);
    const char *error = tz_ledger_error(import.ledger);
    require(status == TZ_OK || (*error != '\0' && strchr(error, '\n') == NULL));
    require(tz_execute(import.ledger, "ROLLBACK") == TZ_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char index[] = "name,value\nformat,1\nschema_version,1\nunit,2\n";
    make_paths();
    if (import.ledger == NULL)
        make_tables();
    write_file(json, bytes, size);
    read_export(json);
    write_file(csv_index, index, sizeof index - 1);
    write_file(csv, bytes, size);
    read_export(folder);
    unlink(json);
    unlink(csv_index);
    unlink(csv);
    rmdir(folder);
    folder[0] = '\0';
    return 0;
}
