/* journal_check.c: whether rows of the journal are what their hashes say. */
#include <string.h>

#include "journal.h"

static tz_hashed_text text_of(sqlite3_stmt *row, int column)
{
    const void *bytes = sqlite3_column_blob(row, column); /* text too, as its bytes */
    return (tz_hashed_text){bytes, (size_t)sqlite3_column_bytes(row, column)};
}

static int add_changeset(tz_journal_hash *hash, tz_changeset_reader *reader)
{
    unsigned char piece[16 * 1024];
    int code = SQLITE_OK, size = sizeof piece;
    while (code == SQLITE_OK && size > 0) {
        size = sizeof piece;
        code = tz_changeset_input(reader, piece, &size);
        if (code == SQLITE_OK)
            tz_journal_hash_add(hash, piece, (size_t)size);
    }
    return code;
}

bool tz_journal_copy_hash(sqlite3_stmt *row, int column, unsigned char hash[TZ_HASH_SIZE])
{
    const void *bytes = sqlite3_column_blob(row, column);
    bool is_whole = bytes && sqlite3_column_bytes(row, column) == TZ_HASH_SIZE;
    memset(hash, 0, TZ_HASH_SIZE);
    if (is_whole)
        memcpy(hash, bytes, TZ_HASH_SIZE);
    return is_whole;
}

int tz_journal_row_hash(sqlite3_stmt *row, const char *schema, unsigned char bytes[TZ_HASH_SIZE])
{
    const int64_t journal_id = sqlite3_column_int64(row, TZ_ROW_ID);
    const tz_hashed_text texts[TZ_HASHED_TEXTS] = {
        [TZ_HASHED_KIND] = text_of(row, TZ_ROW_KIND),
        [TZ_HASHED_TIME] = text_of(row, TZ_ROW_TIME),
        [TZ_HASHED_ACTOR] = text_of(row, TZ_ROW_ACTOR),
        [TZ_HASHED_COMMAND] = text_of(row, TZ_ROW_COMMAND),
    };
    unsigned char previous[TZ_HASH_SIZE];
    tz_journal_hash hash;
    tz_changeset_reader reader;
    int code = tz_changeset_open(sqlite3_db_handle(row), schema, journal_id, &reader);
    if (code == SQLITE_OK) {
        tz_journal_copy_hash(row, TZ_ROW_PREVIOUS_HASH, previous);
        tz_journal_hash_start(&hash, previous, journal_id, texts, (uint64_t)reader.size);
        code = add_changeset(&hash, &reader);
        tz_journal_hash_end(&hash, bytes);
    }
    tz_changeset_close(&reader);
    return code;
}

int tz_journal_row_is_sound(sqlite3_stmt *row, const char *schema, bool *is_sound)
{
    unsigned char computed[TZ_HASH_SIZE], stored[TZ_HASH_SIZE];
    int code = tz_journal_row_hash(row, schema, computed);
    *is_sound = code == SQLITE_OK && tz_journal_copy_hash(row, TZ_ROW_HASH, stored) &&
                memcmp(stored, computed, TZ_HASH_SIZE) == 0;
    return tz_is_damage(code) ? SQLITE_OK : code;
}

int tz_journal_is_sound(sqlite3 *connection, const char *schema, int64_t journal_id, bool *is_sound)
{
    sqlite3_stmt *row = NULL;
    *is_sound = false;
    char *sql = sqlite3_mprintf("SELECT " TZ_ROW_COLUMNS " FROM \"%w\".journal\n"
                                "WHERE journal_id = %lld",
                                schema, (long long)journal_id);
    int code = sql ? sqlite3_prepare_v2(connection, sql, -1, &row, NULL) : SQLITE_NOMEM;
    sqlite3_free(sql);
    if (code == SQLITE_OK)
        code = sqlite3_step(row);
    if (code == SQLITE_ROW)
        code = tz_journal_row_is_sound(row, schema, is_sound);
    sqlite3_finalize(row);
    return code == SQLITE_DONE || tz_is_damage(code) ? SQLITE_OK : code;
}
