/* undo_list.c: what an undo changes back, a row per record. */
#include <string.h>

#include "change.h"
#include "listing.h"
#include "undo.h"

typedef struct undo_list {
    tz_ledger *ledger;
    tz_listing listing;
    tz_buffer table;  /* whose titles these are */
    tz_buffer titles; /* each ended by a NUL */
    tz_buffer key, content;
} undo_list;

tz_status tz_fail_changeset(tz_ledger *ledger, int64_t journal_id, int code)
{
    if ((code & 0xff) != SQLITE_CORRUPT)
        return tz_fail_code(ledger, code);
    return tz_fail(ledger, TZ_IO, "第%lld号日志的变更集已损坏",
                   "the changeset of journal row %lld is damaged", (long long)journal_id);
}

/* The titles of a table's columns: the dictionary's, where it knows a column of that name. */
static tz_status read_titles(undo_list *list, const char *table)
{
    sqlite3_stmt *statement;
    bool has_row = true;
    tz_status status =
        tz_prepare(list->ledger,
                   "SELECT coalesce((SELECT iif(?2, d.zh, d.en) FROM dictionary AS d\n"
                   "                 WHERE d.column_name = c.name\n"
                   "                 ORDER BY d.view_name = 'report' DESC LIMIT 1), c.name)\n"
                   "FROM pragma_table_info(?1) AS c\n"
                   "ORDER BY c.cid",
                   &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, table);
    tz_bind_integer(statement, 2, list->ledger->language == TZ_ZH);
    tz_buffer_clear(&list->titles);
    while (status == TZ_OK && has_row) {
        status = tz_step(list->ledger, statement, &has_row);
        if (status == TZ_OK && has_row) {
            tz_buffer_add_text(&list->titles, tz_column_text(statement, 0));
            tz_buffer_add_char(&list->titles, '\0');
        }
    }
    tz_buffer_clear(&list->table);
    tz_buffer_add_text(&list->table, table);
    return status;
}

/* The title of a column; "" behind the last. */
static const char *title_of(const undo_list *list, int column)
{
    const char *title = tz_buffer_text(&list->titles);
    const char *end = title + list->titles.size;
    for (; column > 0 && title < end; column--)
        title += strlen(title) + 1;
    return title < end ? title : "";
}

/* "完成百分比 10.0 → 45.0" of a change, "完成百分比 10.0" of a record that comes or goes. */
static void add_column(undo_list *list, const tz_change *change, int column)
{
    sqlite3_value *old = tz_change_old(change, column), *new = tz_change_new(change, column);
    sqlite3_value *either = old ? old : new;
    bool is_update = change->operation == SQLITE_UPDATE;
    if (change->is_key[column] || !either)
        return;
    if (!is_update && sqlite3_value_type(either) == SQLITE_NULL)
        return;
    if (list->content.size > 0)
        tz_buffer_add_text(&list->content, TZ_PICK(list->ledger->language, "；", "; "));
    tz_buffer_add_text(&list->content, title_of(list, column));
    tz_buffer_add_char(&list->content, ' ');
    tz_add_value(&list->content, either);
    if (is_update) {
        tz_buffer_add_text(&list->content, " → ");
        tz_add_value(&list->content, new);
    }
}

static tz_status add_change(undo_list *list, const tz_change *change)
{
    const char *operation = change->operation == SQLITE_INSERT   ? "restored"
                            : change->operation == SQLITE_DELETE ? "removed"
                                                                 : "changed";
    tz_status status = TZ_OK;
    if (strcmp(tz_buffer_text(&list->table), change->table) != 0)
        status = read_titles(list, change->table);
    if (status != TZ_OK)
        return status;
    tz_buffer_clear(&list->key);
    tz_buffer_clear(&list->content);
    tz_change_add_key(change, &list->key);
    for (int i = 0; i < change->column_count; i++)
        add_column(list, change, i);
    if (list->key.failed || list->content.failed || list->titles.failed || list->table.failed)
        return tz_fail_memory(list->ledger);
    const char *const values[] = {operation, change->table, tz_buffer_text(&list->key),
                                  tz_buffer_text(&list->content)};
    return tz_listing_add(&list->listing, values);
}

static tz_status add_changes(undo_list *list, sqlite3_changeset_iter *iterator, uint64_t most,
                             uint64_t *count)
{
    tz_status status = TZ_OK;
    while (status == TZ_OK && sqlite3changeset_next(iterator) == SQLITE_ROW) {
        tz_change change;
        int code = tz_change_read(iterator, &change);
        if (code != SQLITE_OK)
            return tz_fail_code(list->ledger, code);
        if (++*count <= most || most == 0)
            status = add_change(list, &change);
    }
    return status;
}

static tz_status read_changes(undo_list *list, int64_t journal_id, uint64_t most, uint64_t *count)
{
    tz_changeset_reader reader;
    sqlite3_changeset_iter *iterator = NULL;
    tz_status status = TZ_OK;
    int code = tz_changeset_open(list->ledger->database, "main", journal_id, &reader);
    if (code == SQLITE_OK)
        code = sqlite3changeset_start_v2_strm(&iterator, tz_changeset_input, &reader,
                                              SQLITE_CHANGESETSTART_INVERT);
    if (code == SQLITE_OK) {
        status = add_changes(list, iterator, most, count);
        code = sqlite3changeset_finalize(iterator);
    }
    tz_changeset_close(&reader);
    if (status == TZ_OK && code != SQLITE_OK)
        status = tz_fail_changeset(list->ledger, journal_id, code);
    return status;
}

tz_status tz_undo_list(tz_ledger *ledger, int64_t journal_id, uint64_t most, uint64_t *count,
                       tz_rows **rows)
{
    undo_list list = {.ledger = ledger};
    *count = 0;
    *rows = NULL;
    tz_status status =
        tz_listing_start(ledger, "undo", "operation, table_name, record, content", &list.listing);
    if (status == TZ_OK)
        status = read_changes(&list, journal_id, most, count);
    if (status == TZ_OK)
        status = tz_listing_finish(&list.listing, rows);
    else
        tz_listing_close(&list.listing);
    tz_buffer_free(&list.table);
    tz_buffer_free(&list.titles);
    tz_buffer_free(&list.key);
    tz_buffer_free(&list.content);
    return status;
}
