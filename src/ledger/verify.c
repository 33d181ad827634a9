/* verify.c: whether the file is what its journal says (核验). */
#include "verify.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "buffer.h"
#include "connection.h"
#include "evidence_file.h"
#include "model.h"

/* ---- findings */

tz_status tz_verify_add(tz_verification *verification, const tz_finding *finding, const char *zh,
                        const char *en, ...)
{
    tz_buffer text = {0};
    va_list arguments;
    va_start(arguments, en);
    tz_buffer_format_list(&text, TZ_PICK(verification->ledger->language, zh, en), arguments);
    va_end(arguments);
    const char *const values[] = {finding->check,       finding->table,      finding->record,
                                  finding->column,      finding->file_value, finding->journal_value,
                                  tz_buffer_text(&text)};
    tz_status status = text.failed ? tz_fail_memory(verification->ledger)
                                   : tz_listing_add(&verification->findings, values);
    tz_buffer_free(&text);
    if (status == TZ_OK)
        verification->result->findings++;
    return status;
}

/* A bad sector tells of the file as much as a wrong byte does. */
bool tz_verify_is_damage(int code)
{
    return tz_is_damage(code) || code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ ||
           code == SQLITE_IOERR_CORRUPTFS;
}

tz_status tz_verify_failed(tz_verification *verification, const char *check)
{
    const tz_finding finding = {.check = check, .table = verification->table};
    if (!tz_verify_is_damage(sqlite3_extended_errcode(verification->connection)))
        return tz_fail_connection(verification->ledger, verification->connection);
    return tz_verify_add(verification, &finding, "无法核对：%s", "can't be checked: %s",
                         sqlite3_errmsg(verification->connection));
}

tz_status tz_verify_prepare(tz_verification *verification, const char *check, const char *sql,
                            sqlite3_stmt **statement)
{
    *statement = NULL;
    if (sqlite3_prepare_v2(verification->connection, sql, -1, statement, NULL) == SQLITE_OK)
        return TZ_OK;
    return tz_verify_failed(verification, check);
}

tz_status tz_verify_end(tz_verification *verification, const char *check, sqlite3_stmt *statement,
                        tz_status status)
{
    int code = sqlite3_finalize(statement);
    if (status == TZ_OK && code != SQLITE_OK)
        status = tz_verify_failed(verification, check);
    return status;
}

/* ---- what SQLite itself can tell */

static tz_status check_integrity(tz_verification *verification)
{
    sqlite3_stmt *row;
    tz_status status =
        tz_verify_prepare(verification, "integrity", "PRAGMA ledger.integrity_check", &row);
    while (status == TZ_OK && row && sqlite3_step(row) == SQLITE_ROW) {
        const tz_finding finding = {.check = "integrity"};
        const char *text = tz_column_text(row, 0);
        if (strcmp(text, "ok") != 0)
            status = tz_verify_add(verification, &finding, "%s", "%s", text);
    }
    return tz_verify_end(verification, "integrity", row, status);
}

static tz_status check_references(tz_verification *verification)
{
    sqlite3_stmt *row;
    tz_status status =
        tz_verify_prepare(verification, "reference", "PRAGMA ledger.foreign_key_check", &row);
    while (status == TZ_OK && row && sqlite3_step(row) == SQLITE_ROW) {
        const tz_finding finding = {.check = "reference",
                                    .table = tz_column_text(row, 0),
                                    .record = (const char *)sqlite3_column_text(row, 1)};
        status =
            tz_verify_add(verification, &finding, "引用的 %s 记录不存在",
                          "refers to a record of %s that doesn't exist", tz_column_text(row, 2));
    }
    return tz_verify_end(verification, "reference", row, status);
}

/* ---- the rules */

static tz_status add_violation(tz_verification *verification, sqlite3_stmt *row)
{
    const char *code = tz_column_text(row, 1), *record = tz_column_text(row, 2);
    char meaning[TZ_TEXT_LIMIT];
    tz_buffer name = {0};
    tz_buffer_format(&name, "%s%s%s", code, *code && *record ? " " : "", record);
    const tz_finding finding = {
        .check = "violation", .table = tz_column_text(row, 0), .record = tz_buffer_text(&name)};
    tz_status status = tz_verify_add(verification, &finding, "%s（%s）", "%s (%s)",
                                     tz_half(verification->ledger, tz_column_text(row, 4), meaning),
                                     tz_column_text(row, 3));
    tz_buffer_free(&name);
    return status;
}

static tz_status check_rules(tz_verification *verification)
{
    sqlite3_stmt *row;
    tz_status status = tz_verify_prepare(
        verification, "violation",
        "SELECT table_name, code, record, rule, meaning FROM ledger.violation", &row);
    while (status == TZ_OK && row && sqlite3_step(row) == SQLITE_ROW)
        status = add_violation(verification, row);
    return tz_verify_end(verification, "violation", row, status);
}

/* ---- the evidence */

static tz_status add_damage(void *context, int64_t evidence_id, const char *name,
                            const char *reason)
{
    char record[24];
    const tz_finding finding = {.check = "evidence", .table = "evidence", .record = record};
    snprintf(record, sizeof record, "%" PRId64, evidence_id);
    return tz_verify_add(context, &finding, "%s：%s", "%s: %s", name, reason);
}

/* ---- the connection */

static tz_status execute(tz_verification *verification, const char *sql)
{
    if (sqlite3_exec(verification->connection, sql, NULL, NULL, NULL) == SQLITE_OK)
        return TZ_OK;
    return tz_fail_connection(verification->ledger, verification->connection);
}

/* Without rows, triggers and foreign keys: the replay puts rows in their tables as they were. */
static tz_status make_model(tz_verification *verification)
{
    tz_status status =
        tz_connect(verification->ledger, "", TZ_READ_WRITE, &verification->connection);
    if (status != TZ_OK)
        return status;
    status = execute(verification, "BEGIN");
    if (status == TZ_OK && tz_model_make_tables(verification->connection) != SQLITE_OK)
        status = tz_fail_connection(verification->ledger, verification->connection);
    if (status == TZ_OK)
        status = execute(verification, "COMMIT");
    if (status != TZ_OK)
        return status;
    sqlite3_db_config(verification->connection, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
    sqlite3_db_config(verification->connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    return TZ_OK;
}

/* A name that starts with "file:" is one, not a URI. */
static tz_status attach_file(tz_verification *verification)
{
    const char *path = verification->ledger->path;
    char *sql = sqlite3_mprintf("ATTACH '%q%q' AS ledger",
                                strncmp(path, "file:", 5) == 0 ? "./" : "", path);
    tz_status status = sql ? execute(verification, sql) : tz_fail_memory(verification->ledger);
    sqlite3_free(sql);
    if (status == TZ_OK) /* both are read from end to end: a larger cache holds what isn't needed */
        status = execute(verification, "PRAGMA main.cache_size = -512;"
                                       "PRAGMA ledger.cache_size = -1024");
    return status;
}

/* ---- the call */

static tz_status run_checks(tz_verification *verification, const unsigned char *head)
{
    bool is_same = false;
    tz_status status = check_integrity(verification);
    bool is_whole = verification->result->findings == 0;
    if (status == TZ_OK)
        status = tz_verify_schema(verification, &is_same);
    if (status == TZ_OK)
        status = check_references(verification);
    if (status == TZ_OK && is_same) /* else the view may be anything */
        status = check_rules(verification);
    if (status == TZ_OK && is_same && is_whole)
        status = tz_evidence_examine(verification->ledger, add_damage, verification);
    if (status == TZ_OK)
        status = tz_verify_chain(verification, head);
    return status == TZ_OK ? tz_verify_replay(verification) : status;
}

static tz_status verify(tz_verification *verification, const unsigned char *head, tz_rows **rows)
{
    tz_status status = tz_listing_start(
        verification->ledger, "verify",
        "check_name, table_name, record, column_name, file_value, journal_value, finding",
        &verification->findings);
    if (status == TZ_OK)
        status = make_model(verification);
    if (status == TZ_OK)
        status = attach_file(verification);
    if (status == TZ_OK)
        status = run_checks(verification, head);
    int code = sqlite3_close(verification->connection);
    assert(code == SQLITE_OK);
    (void)code;
    if (status == TZ_OK)
        return tz_listing_finish(&verification->findings, rows);
    tz_listing_close(&verification->findings);
    return status;
}

static tz_status read_head(tz_ledger *ledger, const char *text, unsigned char head[TZ_HASH_SIZE])
{
    size_t size = 0;
    if (sodium_hex2bin(head, TZ_HASH_SIZE, text, strlen(text), NULL, &size, NULL) == 0 &&
        size == TZ_HASH_SIZE)
        return TZ_OK;
    return tz_fail(ledger, TZ_MALFORMED, "哈希须是64位十六进制数，不能是“%s”",
                   "a hash is 64 hexadecimal digits, not \"%s\"", text);
}

tz_status tz_verify(tz_ledger *ledger, const char *head, tz_verify_result *result,
                    tz_rows **findings)
{
    tz_verification verification = {.ledger = ledger, .result = result};
    unsigned char bytes[TZ_HASH_SIZE];
    assert(ledger->database && !ledger->is_writing && result && findings);
    *result = (tz_verify_result){0};
    *findings = NULL;
    bool is_own = false;
    tz_status status = head ? read_head(ledger, head, bytes) : TZ_OK;
    if (status == TZ_OK)
        status = tz_read_enter(ledger, &is_own);
    if (status == TZ_OK)
        status = verify(&verification, head ? bytes : NULL, findings);
    tz_read_leave(ledger, is_own);
    if (status != TZ_OK)
        *result = (tz_verify_result){0};
    return status;
}
