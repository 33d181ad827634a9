/* verify_chain.c: every row of the journal is what its hash says, follows the one before, and none
 * is gone. */
#include <string.h>

#include "verify.h"

typedef struct chain {
    tz_verification *verification;
    const unsigned char *head; /* to be found; NULL: none */
    bool has_head;
    int64_t last_id;
    unsigned char last_hash[TZ_HASH_SIZE];
} chain;

static tz_status add(chain *checked, int64_t journal_id, const char *zh, const char *en)
{
    char record[24];
    const tz_finding finding = {.check = "chain", .table = "journal", .record = record};
    snprintf(record, sizeof record, "%lld", (long long)journal_id);
    return tz_verify_add(checked->verification, &finding, "%s", "%s",
                         TZ_PICK(checked->verification->ledger->language, zh, en));
}

/* The row's changeset can't be read: a finding where the file is damaged. */
static tz_status add_unread(chain *checked, int64_t journal_id, int code)
{
    const tz_verification *verification = checked->verification;
    if (!tz_verify_is_damage(code))
        return tz_fail_connection_code(verification->ledger, verification->connection, code);
    return add(checked, journal_id, "变更集读不出来，已损坏",
               "its changeset can't be read: it is damaged");
}

/* Rows are numbered from 1 without gaps. */
static tz_status check_place(chain *checked, int64_t journal_id)
{
    tz_status status = TZ_OK;
    int64_t missing = checked->last_id + 1;
    if (journal_id < missing)
        status = add(checked, journal_id, "编号须从1起", "rows are numbered from 1");
    else if (journal_id == missing + 1)
        status = add(checked, missing, "缺这一号日志", "the row isn't there");
    else if (journal_id > missing + 1) {
        char record[52];
        const tz_finding finding = {.check = "chain", .table = "journal", .record = record};
        snprintf(record, sizeof record, "%lld-%lld", (long long)missing,
                 (long long)(journal_id - 1));
        status =
            tz_verify_add(checked->verification, &finding, "缺这些日志", "the rows aren't there");
    }
    return status;
}

static tz_status check_previous(chain *checked, sqlite3_stmt *row)
{
    unsigned char previous[TZ_HASH_SIZE];
    if (tz_journal_copy_hash(row, TZ_ROW_PREVIOUS_HASH, previous) &&
        memcmp(previous, checked->last_hash, TZ_HASH_SIZE) == 0)
        return TZ_OK;
    return add(checked, sqlite3_column_int64(row, TZ_ROW_ID), "前一哈希不是前一号日志的哈希",
               "previous_hash isn't the hash of the row before");
}

static tz_status check_hash(chain *checked, sqlite3_stmt *row)
{
    unsigned char computed[TZ_HASH_SIZE];
    int64_t journal_id = sqlite3_column_int64(row, TZ_ROW_ID);
    bool is_whole = tz_journal_copy_hash(row, TZ_ROW_HASH, checked->last_hash);
    int code = tz_journal_row_hash(row, "ledger", computed);
    if (code != SQLITE_OK)
        return add_unread(checked, journal_id, code);
    if (!is_whole || memcmp(computed, checked->last_hash, TZ_HASH_SIZE) != 0)
        return add(checked, journal_id, "内容与哈希不符", "the row isn't what its hash says");
    if (checked->head && memcmp(computed, checked->head, TZ_HASH_SIZE) == 0)
        checked->has_head = true;
    return TZ_OK;
}

static tz_status check_row(chain *checked, sqlite3_stmt *row)
{
    int64_t journal_id = sqlite3_column_int64(row, TZ_ROW_ID);
    tz_verification *verification = checked->verification;
    uint64_t before = verification->result->findings;
    bool is_snapshot = strcmp(tz_column_text(row, TZ_ROW_KIND), "snapshot") == 0;
    tz_status status = check_place(checked, journal_id);
    if (status == TZ_OK)
        status = check_previous(checked, row);
    if (status == TZ_OK)
        status = check_hash(checked, row);
    if (status == TZ_OK && verification->result->journal_rows == 0 && !is_snapshot)
        status = add(checked, journal_id, "第一号日志须是快照", "the first row is a snapshot");
    bool is_sound = verification->result->findings == before;
    if (is_snapshot && (is_sound || verification->snapshot_id == 0))
        verification->snapshot_id = journal_id;
    checked->last_id = journal_id;
    verification->result->journal_rows++;
    return status;
}

static tz_status check_end(chain *checked)
{
    tz_verification *verification = checked->verification;
    const tz_finding finding = {.check = "chain", .table = "journal"};
    char hex[2 * TZ_HASH_SIZE + 1];
    if (verification->result->journal_rows == 0)
        return tz_verify_add(verification, &finding, "没有日志，内容无从核对",
                             "there is no journal to check the tables by");
    sodium_bin2hex(verification->result->head, sizeof verification->result->head,
                   checked->last_hash, TZ_HASH_SIZE);
    if (!checked->head || checked->has_head)
        return TZ_OK;
    return tz_verify_add(verification, &finding, "没有哈希为 %s 的日志：日志被截去或改写过",
                         "no row has the hash %s: the journal was cut off or written anew",
                         sodium_bin2hex(hex, sizeof hex, checked->head, TZ_HASH_SIZE));
}

tz_status tz_verify_chain(tz_verification *verification, const unsigned char *head)
{
    chain checked = {.verification = verification, .head = head};
    sqlite3_stmt *row;
    verification->table = "journal";
    tz_status status = tz_verify_prepare(
        verification, "chain", "SELECT " TZ_ROW_COLUMNS " FROM ledger.journal ORDER BY journal_id",
        &row);
    while (status == TZ_OK && row && sqlite3_step(row) == SQLITE_ROW)
        status = check_row(&checked, row);
    status = tz_verify_end(verification, "chain", row, status);
    verification->table = NULL;
    return status == TZ_OK && row ? check_end(&checked) : status;
}
