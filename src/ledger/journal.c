#include "journal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "buffer.h"

/* ---- the hash */

static void add_length(tz_journal_hash *hash, uint64_t length)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(length >> (56 - 8 * i));
    tz_journal_hash_add(hash, bytes, sizeof bytes);
}

static void add_counted(tz_journal_hash *hash, const void *bytes, size_t size)
{
    add_length(hash, size);
    tz_journal_hash_add(hash, bytes, size);
}

void tz_journal_hash_start(tz_journal_hash *hash, const unsigned char previous[TZ_HASH_SIZE],
                           int64_t journal_id, const tz_hashed_text texts[TZ_HASHED_TEXTS],
                           uint64_t changeset_size)
{
    char digits[24];
    if (sodium_init() < 0) {
        /* it could not choose the fastest implementation: the hash is the same without */
    }
    crypto_generichash_init(&hash->state, NULL, 0, TZ_HASH_SIZE);
    tz_journal_hash_add(hash, previous, TZ_HASH_SIZE);
    int size = snprintf(digits, sizeof digits, "%" PRId64, journal_id);
    add_counted(hash, digits, (size_t)size);
    for (int i = 0; i < TZ_HASHED_TEXTS; i++)
        add_counted(hash, texts[i].bytes, texts[i].size);
    add_length(hash, changeset_size);
}

void tz_journal_hash_add(tz_journal_hash *hash, const void *bytes, size_t size)
{
    if (size > 0)
        crypto_generichash_update(&hash->state, bytes, size);
}

void tz_journal_hash_end(tz_journal_hash *hash, unsigned char bytes[TZ_HASH_SIZE])
{
    crypto_generichash_final(&hash->state, bytes, TZ_HASH_SIZE);
}

/* ---- a new row */

/* A changeset of up to KEPT_SIZE is made once and kept; a larger one is made twice, to be counted
 * and to be written, in pieces of PIECE_SIZE: to find its place each piece goes through all pages
 * before it. */
enum { KEPT_SIZE = 64 * 1024, PIECE_SIZE = 2 * 1024 * 1024 };

typedef struct journal_row {
    tz_ledger *ledger;
    int64_t journal_id;
    const char *kind;
    char written_at[32];
    unsigned char previous_hash[TZ_HASH_SIZE], hash[TZ_HASH_SIZE];
    uint64_t size;  /* of the changeset */
    tz_buffer kept; /* the whole, or the next piece */
    tz_journal_hash hashing;
    uint64_t offset; /* of the next piece */
} journal_row;

/* The local time with its distance from UTC: 2022-04-06T09:30:00+08:00. */
static tz_status read_clock(tz_ledger *ledger, char text[32])
{
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(text, 32, "%Y-%m-%dT%H:%M:%S%z", &local) != 24)
        return tz_fail(ledger, TZ_IO, "读不到时间", "the clock can't be read");
    memmove(text + 23, text + 22, 3); /* +0800 → +08:00 */
    text[22] = ':';
    return TZ_OK;
}

tz_status tz_journal_head(tz_ledger *ledger, int64_t *journal_id, unsigned char hash[TZ_HASH_SIZE])
{
    sqlite3_stmt *statement;
    bool has_row = false;
    *journal_id = 0;
    memset(hash, 0, TZ_HASH_SIZE);
    tz_status status = tz_prepare(ledger,
                                  "SELECT journal_id, hash FROM journal\n"
                                  "ORDER BY journal_id DESC LIMIT 1",
                                  &statement);
    if (status == TZ_OK)
        status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK || !has_row)
        return status;
    *journal_id = sqlite3_column_int64(statement, 0);
    const void *bytes = sqlite3_column_blob(statement, 1);
    if (bytes && sqlite3_column_bytes(statement, 1) == TZ_HASH_SIZE)
        memcpy(hash, bytes, TZ_HASH_SIZE);
    else
        status = tz_fail(ledger, TZ_IO, "第%lld号日志已损坏：哈希不是32字节",
                         "journal row %lld is damaged: its hash isn't of 32 bytes",
                         (long long)*journal_id);
    sqlite3_reset(statement);
    return status;
}

static int count_and_keep(void *to, const void *bytes, int size)
{
    journal_row *row = to;
    row->size += (uint64_t)size;
    if (row->size <= KEPT_SIZE)
        tz_buffer_add(&row->kept, bytes, (size_t)size);
    return row->kept.failed ? SQLITE_NOMEM : SQLITE_OK;
}

static void start_hash(journal_row *row, const char *actor, const char *command)
{
    const tz_hashed_text texts[TZ_HASHED_TEXTS] = {
        [TZ_HASHED_KIND] = {row->kind, strlen(row->kind)},
        [TZ_HASHED_TIME] = {row->written_at, strlen(row->written_at)},
        [TZ_HASHED_ACTOR] = {actor, strlen(actor)},
        [TZ_HASHED_COMMAND] = {command, strlen(command)},
    };
    tz_journal_hash_start(&row->hashing, row->previous_hash, row->journal_id, texts, row->size);
}

/* Inserts the row: with the kept changeset, or with room for one that is written later. */
static tz_status insert_row(journal_row *row, const char *actor, const char *command)
{
    sqlite3_stmt *statement;
    tz_status status = tz_prepare(row->ledger,
                                  "INSERT INTO journal (journal_id, kind, written_at, actor,\n"
                                  "                     command, previous_hash, hash, changeset)\n"
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                  &statement);
    if (status != TZ_OK)
        return status;
    bool is_kept = row->size <= KEPT_SIZE;
    tz_bind_integer(statement, 1, row->journal_id);
    tz_bind_text(statement, 2, row->kind);
    tz_bind_text(statement, 3, row->written_at);
    tz_bind_text(statement, 4, actor);
    tz_bind_text(statement, 5, command);
    sqlite3_bind_blob(statement, 6, row->previous_hash, TZ_HASH_SIZE, SQLITE_STATIC);
    if (is_kept) {
        sqlite3_bind_blob(statement, 7, row->hash, TZ_HASH_SIZE, SQLITE_STATIC);
        sqlite3_bind_blob64(statement, 8, row->kept.bytes, row->size, SQLITE_STATIC);
    } else {
        sqlite3_bind_zeroblob(statement, 7, TZ_HASH_SIZE);
        sqlite3_bind_zeroblob64(statement, 8, row->size);
    }
    return tz_run(row->ledger, statement);
}

/* Into the room that insert_row made. The session extension opens and releases savepoints while it
 * gives, which SQLite refuses while a blob is open for writing; hence one for each piece. */
static int write_blob(const journal_row *row, const char *column, const void *bytes, size_t size,
                      uint64_t offset)
{
    sqlite3_blob *blob;
    int code = sqlite3_blob_open(row->ledger->database, "main", "journal", column, row->journal_id,
                                 1, &blob);
    if (code == SQLITE_OK)
        code = sqlite3_blob_write(blob, bytes, (int)size, (int)offset);
    int closed = sqlite3_blob_close(blob);
    return code == SQLITE_OK ? closed : code;
}

static int write_piece(journal_row *row)
{
    tz_buffer *piece = &row->kept;
    if (piece->failed)
        return SQLITE_NOMEM;
    if (piece->size == 0)
        return SQLITE_OK;
    int code = write_blob(row, "changeset", piece->bytes, piece->size, row->offset);
    row->offset += piece->size;
    tz_buffer_clear(piece);
    return code;
}

static int hash_and_write(void *to, const void *bytes, int size)
{
    journal_row *row = to;
    tz_journal_hash_add(&row->hashing, bytes, (size_t)size);
    tz_buffer_add(&row->kept, bytes, (size_t)size);
    return row->kept.failed || row->kept.size >= PIECE_SIZE ? write_piece(row) : SQLITE_OK;
}

/* The changeset and then its hash. */
static tz_status write_pieces(journal_row *row, tz_changeset_source source)
{
    tz_buffer_clear(&row->kept);
    int code = source.give(source.context, hash_and_write, row);
    if (code == SQLITE_OK)
        code = write_piece(row);
    if (code == SQLITE_OK && row->offset != row->size)
        code = SQLITE_ABORT;
    if (code == SQLITE_OK) {
        tz_journal_hash_end(&row->hashing, row->hash);
        code = write_blob(row, "hash", row->hash, TZ_HASH_SIZE, 0);
    }
    return code == SQLITE_OK ? TZ_OK : tz_fail_code(row->ledger, code);
}

static tz_status check_size(journal_row *row)
{
    int limit = sqlite3_limit(row->ledger->database, SQLITE_LIMIT_LENGTH, -1);
    if (row->size <= (uint64_t)limit)
        return TZ_OK;
    tz_fail(row->ledger, TZ_REJECTED, "一次写入的变更太大：%llu 字节，上限 %d",
            "one write changes too much: %llu bytes, of at most %d", (unsigned long long)row->size,
            limit);
    tz_hint(row->ledger, "请分几次写入", "write it in parts");
    return TZ_REJECTED;
}

static tz_status add_row(journal_row *row, tz_changeset_source source)
{
    tz_ledger *ledger = row->ledger;
    const char *actor = ledger->actor ? ledger->actor : "", *command = ledger->command;
    tz_status status = check_size(row);
    if (status == TZ_OK)
        status = tz_journal_head(ledger, &row->journal_id, row->previous_hash);
    if (status == TZ_OK)
        status = read_clock(ledger, row->written_at);
    if (status != TZ_OK)
        return status;
    row->journal_id++;
    start_hash(row, actor, command);
    if (row->size <= KEPT_SIZE) {
        tz_journal_hash_add(&row->hashing, row->kept.bytes, row->kept.size);
        tz_journal_hash_end(&row->hashing, row->hash);
        return insert_row(row, actor, command);
    }
    status = insert_row(row, actor, command);
    return status == TZ_OK ? write_pieces(row, source) : status;
}

tz_status tz_journal_append(tz_ledger *ledger, const char *kind, tz_changeset_source source)
{
    journal_row row = {.ledger = ledger, .kind = kind};
    tz_status status = TZ_OK;
    int code = source.give(source.context, count_and_keep, &row);
    if (code != SQLITE_OK)
        status = tz_fail_code(ledger, code);
    else if (row.size > 0)
        status = add_row(&row, source);
    tz_buffer_free(&row.kept);
    return status;
}
