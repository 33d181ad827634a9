#include "model.h"

#include <string.h>

#include "embedded.h"

/* An INSERT that is ignored is prepared as one that does nothing. */
static int ignore_rows(void *context, int action, const char *table, const char *unused,
                       const char *schema, const char *trigger)
{
    (void)context;
    (void)unused;
    (void)schema;
    (void)trigger;
    return action == SQLITE_INSERT && strncmp(table, "sqlite_", 7) != 0 ? SQLITE_IGNORE : SQLITE_OK;
}

int tz_model_make_tables(sqlite3 *connection)
{
    int code = SQLITE_OK;
    sqlite3_set_authorizer(connection, ignore_rows, NULL);
    for (size_t i = 0; i < tz_model_files_count && code == SQLITE_OK; i++)
        code = sqlite3_exec(connection, tz_model_files[i].text, NULL, NULL, NULL);
    sqlite3_set_authorizer(connection, NULL, NULL);
    return code;
}
