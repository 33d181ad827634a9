/* evidence_extract.c: evidence out of the archive again, and whether it still is what it was. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive.h"
#include "buffer.h"
#include "evidence_file.h"
#include "new_file.h"
#include "query.h"

/* A row of evidence. */
typedef struct kept_file {
    int64_t evidence_id;
    char name[256], archive_name[512];
    tz_content content;
} kept_file;

/* Takes the columns evidence_id, name, archive_name, size, hash of the current row. */
static void take_row(sqlite3_stmt *statement, kept_file *kept)
{
    *kept = (kept_file){.evidence_id = sqlite3_column_int64(statement, 0)};
    snprintf(kept->name, sizeof kept->name, "%s", tz_column_text(statement, 1));
    snprintf(kept->archive_name, sizeof kept->archive_name, "%s", tz_column_text(statement, 2));
    kept->content.size = (uint64_t)sqlite3_column_int64(statement, 3);
    if (sqlite3_column_bytes(statement, 4) == TZ_EVIDENCE_HASH_SIZE)
        memcpy(kept->content.hash, sqlite3_column_blob(statement, 4), TZ_EVIDENCE_HASH_SIZE);
}

/* ---- finding it */

static tz_status fail_several(tz_ledger *ledger, const char *name, const char *numbers)
{
    tz_fail(ledger, TZ_REJECTED, "有多份材料名为“%s”", "several files are named \"%s\"", name);
    tz_hint(ledger, "请用材料号：%s", "take one by its number: %s", numbers);
    return TZ_REJECTED;
}

/* By its number, where the text is one, else by its name. */
static tz_status find_kept(tz_ledger *ledger, const char *text, kept_file *kept)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_check_text(ledger, text);
    if (status == TZ_OK)
        status = tz_prepare(ledger,
                            "SELECT evidence_id, name, archive_name, size, hash,\n"
                            "       count(*) OVER (PARTITION BY is_number) AS found,\n"
                            "       group_concat(evidence_id, ' ') OVER (PARTITION BY is_number)\n"
                            "FROM (SELECT *, CAST(evidence_id AS TEXT) = ?1 AS is_number\n"
                            "      FROM evidence\n"
                            "      WHERE name = ?1 OR evidence_id = CAST(?1 AS INTEGER)\n"
                            "        AND CAST(evidence_id AS TEXT) = ?1)\n"
                            "ORDER BY is_number DESC LIMIT 1",
                            &statement);
    if (status != TZ_OK)
        return status;
    tz_bind_text(statement, 1, text);
    status = tz_step(ledger, statement, &has_row);
    if (status != TZ_OK)
        return status;
    if (!has_row) {
        tz_fail(ledger, TZ_NOT_FOUND, "没有佐证材料“%s”", "there is no evidence \"%s\"", text);
        tz_hint(ledger, "evidence list 列出材料号和文件名",
                "evidence list shows numbers and names");
        return TZ_NOT_FOUND;
    }
    take_row(statement, kept);
    if (sqlite3_column_int64(statement, 5) > 1)
        status = fail_several(ledger, text, tz_column_text(statement, 6));
    sqlite3_reset(statement);
    return status;
}

/* ---- writing it out */

/* Somewhere that pieces go to, with the name for what goes wrong. */
typedef struct target {
    tz_ledger *ledger;
    const char *path;
    int descriptor;
} target;

static tz_status write_piece(void *context, const unsigned char *bytes, size_t size)
{
    target *to = context;
    while (size > 0) {
        ssize_t count = write(to->descriptor, bytes, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return tz_fail(to->ledger, TZ_IO, "写不了 %s：%s", "%s can't be written: %s", to->path,
                           strerror(errno));
        bytes += count;
        size -= (size_t)count;
    }
    return TZ_OK;
}

/* A pipe can't be taken back: what goes into it is compared first. */
static tz_status write_standard_output(tz_ledger *ledger, const kept_file *kept)
{
    target to = {ledger, TZ_PICK(ledger->language, "标准输出", "standard output"), STDOUT_FILENO};
    tz_status status = tz_archive_read(ledger, kept->archive_name, &kept->content, NULL, NULL);
    if (status == TZ_OK)
        status = tz_archive_read(ledger, kept->archive_name, &kept->content, write_piece, &to);
    return status;
}

static tz_status fill_file(tz_ledger *ledger, const kept_file *kept, const char *path)
{
    target to = {ledger, path, open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (to.descriptor < 0)
        return tz_fail(ledger, TZ_IO, "写不了 %s：%s", "%s can't be written: %s", path,
                       strerror(errno));
    tz_status status =
        tz_archive_read(ledger, kept->archive_name, &kept->content, write_piece, &to);
    close(to.descriptor);
    return status;
}

static tz_status write_new_file(tz_ledger *ledger, const kept_file *kept, const char *path)
{
    char *new_path;
    tz_status status = tz_new_file(ledger, path, &new_path);
    if (status != TZ_OK)
        return status;
    status = fill_file(ledger, kept, new_path);
    if (status == TZ_OK)
        return tz_new_file_publish(ledger, new_path, path);
    tz_new_file_discard(new_path);
    return status;
}

static bool is_folder(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

/* Where it goes: the path itself, or its name in that folder. The schema refuses a name that leads
 * out of it; a file that came from elsewhere is not trusted with that. */
static tz_status choose_path(tz_ledger *ledger, const kept_file *kept, const char *path,
                             char **chosen)
{
    *chosen = NULL;
    if (path == NULL || is_folder(path)) {
        if (!tz_is_file_name(kept->name))
            return tz_fail(ledger, TZ_REFUSED, "文件名“%s”会跳出文件夹，不写出",
                           "the name \"%s\" would lead out of the folder: not written", kept->name);
        tz_buffer joined = {0};
        if (path != NULL)
            tz_buffer_format(&joined, "%s/", path);
        tz_buffer_add_text(&joined, kept->name);
        *chosen = joined.bytes;
        if (joined.failed)
            tz_buffer_free(&joined), *chosen = NULL;
    } else {
        *chosen = strdup(path);
    }
    return *chosen != NULL ? TZ_OK : tz_fail_memory(ledger);
}

static tz_status extract(tz_ledger *ledger, const kept_file *kept, const char *path,
                         const char **written)
{
    char *chosen = NULL;
    if (path != NULL && strcmp(path, "-") == 0)
        return write_standard_output(ledger, kept);
    tz_status status = choose_path(ledger, kept, path, &chosen);
    if (status == TZ_OK)
        status = write_new_file(ledger, kept, chosen);
    if (status != TZ_OK || written == NULL) {
        free(chosen);
        return status;
    }
    free(ledger->spelling);
    *written = ledger->spelling = chosen;
    return TZ_OK;
}

tz_status tz_evidence_extract(tz_ledger *ledger, const char *evidence, const char *path,
                              const char **written)
{
    kept_file kept;
    assert(evidence != NULL);
    if (written != NULL)
        *written = NULL;
    tz_status status = find_kept(ledger, evidence, &kept);
    if (status != TZ_OK)
        return status;
    status = extract(ledger, &kept, path, written);
    if (status != TZ_OK)
        tz_name_record(ledger, "佐证材料 %" PRId64 "（%s）", "evidence %" PRId64 " (%s)",
                       kept.evidence_id, kept.name);
    return status;
}

/* ---- checking all */

tz_status tz_evidence_examine(tz_ledger *ledger, tz_damage_function *tell, void *context)
{
    sqlite3_stmt *statement = NULL;
    bool has_row = false;
    tz_status status = tz_prepare(ledger,
                                  "SELECT evidence_id, name, archive_name, size, hash\n"
                                  "FROM evidence ORDER BY evidence_id",
                                  &statement);
    if (status == TZ_OK)
        status = tz_step(ledger, statement, &has_row);
    while (status == TZ_OK && has_row) {
        kept_file kept;
        take_row(statement, &kept);
        status = tz_archive_read(ledger, kept.archive_name, &kept.content, NULL, NULL);
        if (status == TZ_IO)
            status = tell(context, kept.evidence_id, kept.name, tz_ledger_error(ledger));
        if (status == TZ_OK)
            status = tz_step(ledger, statement, &has_row);
    }
    if (statement != NULL)
        sqlite3_reset(statement);
    return status;
}

typedef struct damage_count {
    tz_ledger *ledger;
    size_t damaged;
} damage_count;

static tz_status note_damage(void *context, int64_t evidence_id, const char *name,
                             const char *reason)
{
    damage_count *count = context;
    tz_note_text(count->ledger, TZ_NOTE_ERROR, NULL, 0, NULL, "佐证材料 %" PRId64 "（%s）：%s",
                 "evidence %" PRId64 " (%s): %s", evidence_id, name, reason);
    count->damaged++;
    return TZ_OK;
}

tz_status tz_evidence_check(tz_ledger *ledger, size_t *damaged)
{
    damage_count count = {.ledger = ledger};
    assert(damaged != NULL);
    tz_status status = tz_evidence_examine(ledger, note_damage, &count);
    *damaged = status == TZ_OK ? count.damaged : 0;
    return status;
}
