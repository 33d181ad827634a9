/* Any bytes as an export, JSON or a table's CSV: whatever they are, a ledger comes out whole or not
 * at all, with an error of one line. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "taizhang.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static char folder[64], json[96], csv_index[96], csv[96], ledger_path[96];

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
    snprintf(ledger_path, sizeof ledger_path, "%s/ledger.db", folder);
}

static void import(const char *from)
{
    tz_ledger *ledger;
    require(tz_ledger_new(&ledger) == TZ_OK);
    tz_status status = tz_ledger_import(ledger, ledger_path, from);
    require(status == TZ_OK || *tz_ledger_error(ledger) != '\0');
    require(strchr(tz_ledger_error(ledger), '\n') == NULL);
    require((access(ledger_path, F_OK) == 0) == (status == TZ_OK));
    unlink(ledger_path);
    tz_ledger_free(ledger);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char index[] = "name,value\nformat,1\nschema_version,1\nunit,2\n";
    make_paths();
    write_file(json, bytes, size);
    import(json);
    write_file(csv_index, index, sizeof index - 1);
    write_file(csv, bytes, size);
    import(folder);
    unlink(json);
    unlink(csv_index);
    unlink(csv);
    rmdir(folder);
    folder[0] = '\0';
    return 0;
}
