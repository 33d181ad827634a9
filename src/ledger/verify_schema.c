/* verify_schema.c: tables, views, triggers, indexes and the file's numbers against the built-in
 * ones. */
#include "verify.h"

static tz_status read_number(tz_verification *verification, const char *sql, int64_t *number)
{
    sqlite3_stmt *row;
    *number = 0;
    tz_status status = tz_verify_prepare(verification, "schema", sql, &row);
    if (status == TZ_OK && row && sqlite3_step(row) == SQLITE_ROW)
        *number = sqlite3_column_int64(row, 0);
    return tz_verify_end(verification, "schema", row, status);
}

static tz_status check_numbers(tz_verification *verification)
{
    static const char *const pragmas[][3] = {
        {"user_version", "PRAGMA ledger.user_version", "PRAGMA main.user_version"},
        {"application_id", "PRAGMA ledger.application_id", "PRAGMA main.application_id"},
    };
    tz_status status = TZ_OK;
    for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas && status == TZ_OK; i++) {
        int64_t found = 0, expected = 0;
        const tz_finding finding = {.check = "schema", .record = pragmas[i][0]};
        status = read_number(verification, pragmas[i][1], &found);
        if (status == TZ_OK)
            status = read_number(verification, pragmas[i][2], &expected);
        if (status == TZ_OK && found != expected)
            status =
                tz_verify_add(verification, &finding, "是 %lld，应为 %lld",
                              "is %lld, should be %lld", (long long)found, (long long)expected);
    }
    return status;
}

static tz_status add_difference(tz_verification *verification, sqlite3_stmt *row)
{
    const char *type = tz_column_text(row, 0), *name = tz_column_text(row, 1);
    const tz_finding finding = {.check = "schema", .record = name};
    switch (sqlite3_column_int(row, 2)) {
    case 0:
        return tz_verify_add(verification, &finding, "缺少内置的 %s", "a built-in %s is missing",
                             type);
    case 1:
        return tz_verify_add(verification, &finding, "多出的 %s", "a %s that isn't built in", type);
    default:
        return tz_verify_add(verification, &finding, "%s 与内置的不同",
                             "the %s differs from the built-in one", type);
    }
}

/* SQLite's own statistics (ANALYZE) change no answer. */
static tz_status check_objects(tz_verification *verification)
{
    sqlite3_stmt *row;
    tz_status status = tz_verify_prepare(
        verification, "schema",
        "SELECT m.type, m.name, iif(f.name IS NULL, 0, 2)\n"
        "FROM main.sqlite_schema AS m\n"
        "LEFT JOIN ledger.sqlite_schema AS f ON f.type = m.type AND f.name = m.name\n"
        "WHERE f.name IS NULL OR f.sql IS NOT m.sql OR f.tbl_name IS NOT m.tbl_name\n"
        "UNION ALL\n"
        "SELECT f.type, f.name, 1\n"
        "FROM ledger.sqlite_schema AS f\n"
        "WHERE f.name NOT GLOB 'sqlite_stat*' AND NOT EXISTS (\n"
        "  SELECT 1 FROM main.sqlite_schema AS m WHERE m.type = f.type AND m.name = f.name)",
        &row);
    while (status == TZ_OK && row && sqlite3_step(row) == SQLITE_ROW)
        status = add_difference(verification, row);
    return tz_verify_end(verification, "schema", row, status);
}

tz_status tz_verify_schema(tz_verification *verification, bool *is_same)
{
    uint64_t before = verification->result->findings;
    tz_status status = check_numbers(verification);
    if (status == TZ_OK)
        status = check_objects(verification);
    *is_same = verification->result->findings == before;
    return status;
}
