/* entry_rows.c: from the texts of a row to an entry of the ledger. */
#include "entry_rows.h"

#include "told_rows.h"

bool tz_entry_is_reported(size_t place)
{
    return place >= TZ_ENTRY_FIRST_READING || tz_entry_columns[place].is_reported;
}

bool tz_entry_is_value(size_t place)
{
    return place >= TZ_ENTRY_FIRST_READING ||
           (tz_entry_columns[place].is_reported && !tz_entry_columns[place].is_prose);
}

static tz_status check(const tz_entry_rows *rows, size_t place, tz_status status)
{
    return rows->check(rows->context, place, NULL, status);
}

static tz_status read_readings(const tz_entry_rows *rows, const tz_progress *progress,
                               tz_entry *entry)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < progress->reading_count && status == TZ_OK; i++)
        status = check(rows, TZ_ENTRY_FIRST_READING + i,
                       tz_entry_read_reading(rows->ledger, progress->readings[i], i + 1, entry));
    return status;
}

/* What needs the task is left out where the task isn't known. */
static tz_status read_row(const tz_entry_rows *rows, const tz_progress *progress, tz_entry *entry)
{
    bool knows_day = true;
    for (tz_entry_field field = 0; field < TZ_ENTRY_FIELD_COUNT; field++) {
        if (field == TZ_ENTRY_UNIT && progress->unit == NULL && (entry->task_id == 0 || !knows_day))
            continue;
        tz_status status = tz_entry_read_field(rows->ledger, progress, field, entry);
        knows_day = knows_day && (status == TZ_OK || field != TZ_ENTRY_REPORTED_ON);
        status = check(rows, field, status);
        if (status != TZ_OK)
            return status;
    }
    return entry->task_id != 0 ? read_readings(rows, progress, entry) : TZ_OK;
}

/* Two rows for one task, quarter and unit would be two revisions, and two more at every further
 * import of the file. */
static tz_status check_first(const tz_entry_rows *rows, const tz_entry *entry, const char *place)
{
    char first_place[TZ_TOLD_PLACE_SIZE];
    if (entry->task_id == 0 || entry->quarter[0] == '\0' || entry->unit_id == 0)
        return TZ_OK; /* not known which: the row has its error */
    tz_status status = tz_told_rows_add(rows->ledger, entry, place, first_place);
    if (status != TZ_OK || first_place[0] == '\0')
        return status;
    status = tz_fail(rows->ledger, TZ_REJECTED, "与%s重复：同一任务、季度和报送单位只能有一行",
                     "the same as %s: a task, quarter and unit has one row", first_place);
    return rows->check(rows->context, TZ_ENTRY_TASK, entry->code, status);
}

static tz_status write_row(const tz_entry_rows *rows, const tz_progress *progress,
                           const tz_entry *entry, bool names_day)
{
    tz_entry_field culprit = TZ_ENTRY_FIELD_COUNT;
    int revision = 0;
    bool stands = false;
    tz_status status = tz_entry_stands(rows->ledger, entry, names_day, &stands);
    if (status == TZ_OK && stands) {
        rows->result->unchanged++;
        return TZ_OK;
    }
    if (status == TZ_OK)
        status = tz_entry_write(rows->ledger, entry, &revision, &culprit);
    if (status == TZ_OK)
        rows->result->added++;
    if (culprit == TZ_ENTRY_FIELD_COUNT)
        return check(rows, TZ_ENTRY_NO_PLACE, status);
    return rows->check(rows->context, culprit, tz_entry_text(progress, culprit), status);
}

tz_status tz_entry_rows_begin(const tz_entry_rows *rows)
{
    return tz_told_rows_begin(rows->ledger);
}

tz_status tz_entry_rows_take(const tz_entry_rows *rows, const tz_progress *progress,
                             const char *place, size_t errors_before, bool names_day)
{
    tz_entry entry = {.entered_by = rows->ledger->actor, .allow_late = rows->allow_late};
    tz_status status = read_row(rows, progress, &entry);
    bool is_sound = rows->result->errors == errors_before;
    if (status == TZ_OK)
        status = check_first(rows, &entry, place);
    if (status != TZ_OK || !is_sound)
        return status;
    if (rows->look != NULL)
        rows->look(rows->context, progress, &entry);
    return write_row(rows, progress, &entry, names_day);
}
