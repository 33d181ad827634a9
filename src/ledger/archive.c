#include "archive.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { PIECE_SIZE = 256 * 1024 };

/* One reading of a content, from either side. */
typedef struct content_pass {
    tz_ledger *ledger;
    crypto_generichash_state hash;
    uint64_t size;      /* of the content so far */
    z_stream zlib;      /* deflates or inflates; not used for a content that is kept as it is */
    bool is_deflated;   /* `zlib` is used, and has to be ended */
    sqlite3_blob *blob; /* in the archive, or NULL while it is only measured */
    uint64_t offset;    /* in it */
    uint64_t blob_size;
    unsigned char piece[PIECE_SIZE], output[PIECE_SIZE];
} content_pass;

static content_pass *new_pass(tz_ledger *ledger)
{
    /* the hash's state is aligned beyond what malloc promises */
    content_pass *pass = aligned_alloc(_Alignof(content_pass), sizeof *pass);
    if (!pass) {
        tz_fail_memory(ledger);
        return NULL;
    }
    memset(pass, 0, offsetof(content_pass, piece));
    pass->ledger = ledger;
    if (sodium_init() < 0) {
        /* it could not choose the fastest implementation: the hash is the same without */
    }
    crypto_generichash_init(&pass->hash, NULL, 0, TZ_EVIDENCE_HASH_SIZE);
    return pass;
}

static void count(content_pass *pass, const unsigned char *bytes, size_t size)
{
    crypto_generichash_update(&pass->hash, bytes, size);
    pass->size += size;
}

static tz_status open_blob(content_pass *pass, int64_t row_id, bool may_write)
{
    sqlite3 *database = pass->ledger->database;
    int code = sqlite3_blob_open(database, "main", "sqlar", "data", row_id, may_write, &pass->blob);
    if (code != SQLITE_OK)
        return tz_fail_database(pass->ledger);
    pass->blob_size = (uint64_t)sqlite3_blob_bytes(pass->blob);
    return TZ_OK;
}

/* Whether the content came to be what is known of it. */
static bool is_content(content_pass *pass, const tz_content *content)
{
    unsigned char hash[TZ_EVIDENCE_HASH_SIZE];
    crypto_generichash_final(&pass->hash, hash, sizeof hash);
    return pass->size == content->size && memcmp(hash, content->hash, sizeof hash) == 0;
}

/* ---- into the archive */

static tz_status fail_changed(tz_ledger *ledger)
{
    return tz_fail(ledger, TZ_REJECTED, "读取时文件被改动",
                   "the file was changed while it was read");
}

static tz_status put(content_pass *pass, const unsigned char *bytes, size_t size)
{
    uint64_t offset = pass->offset;
    pass->offset += size;
    if (!pass->blob || size == 0)
        return TZ_OK;
    if (pass->offset > pass->blob_size)
        return fail_changed(pass->ledger);
    return sqlite3_blob_write(pass->blob, bytes, (int)size, (int)offset) == SQLITE_OK
               ? TZ_OK
               : tz_fail_database(pass->ledger);
}

/* Deflates what zlib was given, to the end of the stream with Z_FINISH. */
static tz_status put_deflated(content_pass *pass, int flush)
{
    tz_status status;
    do {
        pass->zlib.next_out = pass->output;
        pass->zlib.avail_out = PIECE_SIZE;
        deflate(&pass->zlib, flush);
        status = put(pass, pass->output, PIECE_SIZE - pass->zlib.avail_out);
    } while (status == TZ_OK && pass->zlib.avail_out == 0);
    return status;
}

/* Each piece but the last is full: zlib makes the same of the same pieces. */
static tz_status take_all(content_pass *pass, tz_content_source *source, void *context)
{
    size_t size = 0;
    tz_status status;
    do {
        status = source(context, pass->piece, PIECE_SIZE, &size);
        if (status != TZ_OK)
            return status;
        count(pass, pass->piece, size);
        pass->zlib.next_in = pass->piece;
        pass->zlib.avail_in = (unsigned)size;
        status = pass->is_deflated ? put_deflated(pass, size < PIECE_SIZE ? Z_FINISH : Z_NO_FLUSH)
                                   : put(pass, pass->piece, size);
    } while (status == TZ_OK && size == PIECE_SIZE);
    return status;
}

static tz_status start_deflating(content_pass *pass)
{
    pass->is_deflated = deflateInit(&pass->zlib, Z_DEFAULT_COMPRESSION) == Z_OK;
    return pass->is_deflated ? TZ_OK : tz_fail_memory(pass->ledger);
}

static void end_writing(content_pass *pass)
{
    if (pass->is_deflated)
        deflateEnd(&pass->zlib);
    sqlite3_blob_close(pass->blob);
    free(pass);
}

tz_status tz_archive_measure(tz_ledger *ledger, tz_content_source *source, void *context,
                             tz_content *content)
{
    content_pass *pass = new_pass(ledger);
    if (!pass)
        return TZ_NO_MEMORY;
    tz_status status = start_deflating(pass);
    if (status == TZ_OK)
        status = take_all(pass, source, context);
    content->size = pass->size;
    content->stored_size = pass->offset < pass->size ? pass->offset : pass->size;
    crypto_generichash_final(&pass->hash, content->hash, sizeof content->hash);
    end_writing(pass);
    return status;
}

tz_status tz_archive_write(tz_ledger *ledger, int64_t row_id, tz_content_source *source,
                           void *context, const tz_content *content)
{
    content_pass *pass = new_pass(ledger);
    if (!pass)
        return TZ_NO_MEMORY;
    tz_status status = open_blob(pass, row_id, true);
    if (status == TZ_OK && content->stored_size < content->size)
        status = start_deflating(pass);
    if (status == TZ_OK)
        status = take_all(pass, source, context);
    if (status == TZ_OK && (pass->offset != pass->blob_size || !is_content(pass, content)))
        status = fail_changed(ledger);
    end_writing(pass);
    return status;
}

/* ---- out of the archive */

static tz_status fail_damaged(tz_ledger *ledger)
{
    return tz_fail(ledger, TZ_IO, "存档内容已损坏，与登记的大小或哈希不符",
                   "the copy in the archive is damaged: its size or hash is another");
}

static tz_status give(content_pass *pass, const unsigned char *bytes, size_t size,
                      const tz_content *content, tz_content_sink *sink, void *context)
{
    count(pass, bytes, size);
    if (pass->size > content->size) /* a damaged one may inflate to anything */
        return fail_damaged(pass->ledger);
    return sink && size > 0 ? sink(context, bytes, size) : TZ_OK;
}

/* Inflates the piece that zlib was given. */
static tz_status give_inflated(content_pass *pass, const tz_content *content, tz_content_sink *sink,
                               void *context, bool *is_ended)
{
    tz_status status = TZ_OK;
    do {
        pass->zlib.next_out = pass->output;
        pass->zlib.avail_out = PIECE_SIZE;
        int code = inflate(&pass->zlib, Z_NO_FLUSH);
        *is_ended = code == Z_STREAM_END;
        if (code == Z_MEM_ERROR)
            return tz_fail_memory(pass->ledger);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return fail_damaged(pass->ledger);
        status =
            give(pass, pass->output, PIECE_SIZE - pass->zlib.avail_out, content, sink, context);
    } while (status == TZ_OK && !*is_ended && pass->zlib.avail_out == 0);
    return status;
}

static tz_status read_piece(content_pass *pass, size_t *size)
{
    uint64_t rest = pass->blob_size - pass->offset;
    *size = rest < PIECE_SIZE ? (size_t)rest : PIECE_SIZE;
    if (sqlite3_blob_read(pass->blob, pass->piece, (int)*size, (int)pass->offset) != SQLITE_OK)
        return tz_fail_database(pass->ledger);
    pass->offset += *size;
    return TZ_OK;
}

static tz_status give_all(content_pass *pass, const tz_content *content, tz_content_sink *sink,
                          void *context)
{
    bool is_ended = !pass->is_deflated;
    tz_status status = TZ_OK;
    while (status == TZ_OK && pass->offset < pass->blob_size) {
        size_t size;
        status = read_piece(pass, &size);
        if (status != TZ_OK || (pass->is_deflated && is_ended))
            break; /* what stands behind the end of the stream is not of the content */
        pass->zlib.next_in = pass->piece;
        pass->zlib.avail_in = (unsigned)size;
        status = pass->is_deflated ? give_inflated(pass, content, sink, context, &is_ended)
                                   : give(pass, pass->piece, size, content, sink, context);
    }
    if (status == TZ_OK && (!is_ended || !is_content(pass, content)))
        status = fail_damaged(pass->ledger);
    return status;
}

/* `*size` is what the archive says of the length. */
static tz_status find_row(tz_ledger *ledger, const char *name, int64_t *row_id, int64_t *size)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status =
        tz_prepare(ledger, "SELECT rowid, sz FROM sqlar WHERE name = ?1 AND typeof(data) = 'blob'",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, name);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    if (!has_row)
        return tz_fail(ledger, TZ_IO, "存档中没有其内容", "its copy is gone from the archive");
    *row_id = sqlite3_column_int64(statement, 0);
    *size = sqlite3_column_int64(statement, 1);
    sqlite3_reset(statement);
    return TZ_OK;
}

static tz_status read_row(content_pass *pass, int64_t row_id, const tz_content *content,
                          tz_content_sink *sink, void *context)
{
    tz_status status = open_blob(pass, row_id, false);
    if (status != TZ_OK)
        return status;
    if (pass->blob_size != content->size) {
        pass->is_deflated = inflateInit(&pass->zlib) == Z_OK;
        if (!pass->is_deflated)
            return tz_fail_memory(pass->ledger);
    }
    return give_all(pass, content, sink, context);
}

tz_status tz_archive_read(tz_ledger *ledger, const char *name, const tz_content *content,
                          tz_content_sink *sink, void *context)
{
    int64_t row_id = 0, size = 0;
    tz_status status = find_row(ledger, name, &row_id, &size);
    if (status != TZ_OK)
        return status;
    if (size < 0 || (uint64_t)size != content->size)
        return fail_damaged(ledger);
    content_pass *pass = new_pass(ledger);
    if (!pass)
        return TZ_NO_MEMORY;
    status = read_row(pass, row_id, content, sink, context);
    if (pass->is_deflated)
        inflateEnd(&pass->zlib);
    sqlite3_blob_close(pass->blob);
    free(pass);
    return status;
}
