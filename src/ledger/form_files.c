/* form_files.c: files called after units, in a folder. */
#include "form_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buffer.h"
#include "new_file.h"

static tz_status fail_folder(tz_ledger *ledger, const char *folder, int error)
{
    return tz_fail(ledger, TZ_IO, "写不了文件夹 %s：%s", "the folder %s can't be written: %s",
                   folder, strerror(error));
}

tz_status tz_form_files_open(tz_ledger *ledger, const char *folder, bool overwrites,
                             tz_form_files *files)
{
    struct stat about;
    *files = (tz_form_files){.folder = folder, .overwrites = overwrites};
    if (mkdir(folder, 0777) == 0)
        files->made_folder = true;
    else if (errno != EEXIST)
        return fail_folder(ledger, folder, errno);
    if (stat(folder, &about) != 0)
        return fail_folder(ledger, folder, errno);
    return S_ISDIR(about.st_mode) ? TZ_OK : fail_folder(ledger, folder, ENOTDIR);
}

/* ---- names */

/* What Windows has devices of, with any extension. */
static bool is_device(const char *name)
{
    static const char *const devices[] = {"CON", "PRN", "AUX", "NUL"};
    size_t size = strcspn(name, ".");
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        if (size == 3 && strncasecmp(name, devices[i], size) == 0)
            return true;
    }
    return size == 4 && (strncasecmp(name, "COM", 3) == 0 || strncasecmp(name, "LPT", 3) == 0) &&
           name[3] >= '1' && name[3] <= '9';
}

/* At most so many bytes that a number, .xlsx and what a new file is called go behind them within
 * the 255 of a file system, cut between characters. */
static size_t fitting_size(const char *name)
{
    enum { LONGEST = 200 };
    size_t size = strlen(name);
    if (size <= LONGEST)
        return size;
    size = LONGEST;
    while (size > 0 && ((unsigned char)name[size] & 0xC0) == 0x80)
        size--;
    return size;
}

static void add_safe_name(tz_buffer *path, const char *unit)
{
    size_t size = fitting_size(unit);
    while (size > 0 && (unit[size - 1] == '.' || unit[size - 1] == ' '))
        size--;
    if (size == 0 || is_device(unit) || unit[0] == '.')
        tz_buffer_add_char(path, '_');
    for (size_t i = 0; i < size; i++) {
        bool is_forbidden = (unsigned char)unit[i] < ' ' || strchr("/\\:*?\"<>|\x7F", unit[i]);
        tz_buffer_add_char(path, is_forbidden ? '_' : unit[i]);
    }
}

static bool is_taken(const tz_form_files *files, const char *target)
{
    for (size_t i = 0; i < files->count; i++) {
        if (strcasecmp(files->items[i].target, target) == 0)
            return true;
    }
    return false;
}

/* Two units whose names differ only in what a file name can't hold are told apart by a number. */
static char *make_target(const tz_form_files *files, const char *unit)
{
    tz_buffer path = {0};
    for (int number = 1;; number++) {
        tz_buffer_clear(&path);
        tz_buffer_format(&path, "%s/", files->folder);
        add_safe_name(&path, unit);
        if (number > 1)
            tz_buffer_format(&path, " %d", number);
        tz_buffer_add_text(&path, ".xlsx");
        if (path.failed) {
            tz_buffer_free(&path);
            return NULL;
        }
        if (!is_taken(files, path.bytes))
            return path.bytes;
    }
}

/* ---- files */

static bool grow(tz_form_files *files)
{
    if (files->count < files->capacity)
        return true;
    size_t capacity = files->capacity > 0 ? 2 * files->capacity : 64;
    struct tz_form_file *items = realloc(files->items, capacity * sizeof *items);
    if (items == NULL)
        return false;
    files->items = items;
    files->capacity = capacity;
    return true;
}

static tz_status refuse_taken(tz_ledger *ledger, const char *target)
{
    tz_status status = tz_fail_taken(ledger, target);
    tz_hint(ledger, "换一个文件夹，或用 --yes 覆盖",
            "name another folder, or overwrite with --yes");
    return status;
}

static tz_status make_file(tz_ledger *ledger, const tz_form_files *files, struct tz_form_file *file)
{
    if (files->overwrites)
        return tz_new_file_beside(ledger, file->target, &file->new_path);
    tz_status status = tz_new_file(ledger, file->target, &file->new_path);
    return status == TZ_REFUSED ? refuse_taken(ledger, file->target) : status;
}

tz_status tz_form_files_add(tz_ledger *ledger, tz_form_files *files, const char *unit,
                            const char **new_path, const char **target)
{
    if (!grow(files))
        return tz_fail_memory(ledger);
    struct tz_form_file *file = &files->items[files->count];
    *file = (struct tz_form_file){.target = make_target(files, unit)};
    if (file->target == NULL)
        return tz_fail_memory(ledger);
    files->count++;
    *new_path = NULL;
    *target = file->target;
    tz_status status = make_file(ledger, files, file);
    *new_path = file->new_path;
    return status;
}

/* What stands in the way of any file is found before the first has its name. */
static tz_status check_target(tz_ledger *ledger, const tz_form_files *files, const char *target)
{
    struct stat about;
    if (lstat(target, &about) != 0)
        return errno == ENOENT ? TZ_OK : tz_fail_new(ledger, target, errno);
    if (!files->overwrites)
        return refuse_taken(ledger, target);
    return S_ISDIR(about.st_mode) ? tz_fail_new(ledger, target, EISDIR) : TZ_OK;
}

static tz_status publish(tz_ledger *ledger, tz_form_files *files)
{
    tz_status status = TZ_OK;
    for (size_t i = 0; i < files->count && status == TZ_OK; i++)
        status = check_target(ledger, files, files->items[i].target);
    for (size_t i = 0; i < files->count && status == TZ_OK; i++) {
        struct tz_form_file *file = &files->items[i];
        char *new_path = file->new_path;
        file->new_path = NULL;
        status = files->overwrites ? tz_new_file_replace(ledger, new_path, file->target)
                                   : tz_new_file_publish(ledger, new_path, file->target);
        if (status == TZ_REFUSED)
            status = refuse_taken(ledger, file->target);
    }
    return status;
}

tz_status tz_form_files_close(tz_ledger *ledger, tz_form_files *files, tz_status status)
{
    if (status == TZ_OK)
        status = publish(ledger, files);
    for (size_t i = 0; i < files->count; i++) {
        tz_new_file_discard(files->items[i].new_path);
        free(files->items[i].target);
    }
    free(files->items);
    if (status != TZ_OK && files->made_folder)
        rmdir(files->folder); /* stays where something is in it */
    files->items = NULL;
    return status;
}
