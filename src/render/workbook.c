/* workbook.c: a workbook from its first sheet to the stream.
 *
 * libxlsxwriter wants a path, and writes each row to a temporary file of its own at once, so that
 * memory stays small (constant_memory). It doesn't look whether those writes succeed; here it is
 * looked at for it: after each row, and before the close, when room for all that the close writes
 * is set aside and given back, since on a full disk it would leave a damaged workbook and say
 * nothing. */
#include "workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "utf8.h"

enum { SHEET_NAME_MOST = 31, ROOM_FOR_PARTS = 256 * 1024 };

/* ---------------------------------------------------------------- opening */

/* Of a workbook that isn't closed libxlsxwriter leaves the files of the rows open. */
static void drop_book(lxw_workbook *book)
{
    lxw_worksheet *sheet;
    if (!book)
        return;
    LXW_FOREACH_WORKSHEET(sheet, book)
    {
        lxw_worksheet_write_single_row(sheet); /* and the cells of the last one */
        fclose(sheet->optimize_tmpfile);
    }
    lxw_workbook_free(book);
}

static void free_workbook(tz_workbook *workbook)
{
    if (workbook->path)
        unlink(workbook->path);
    free(workbook->path);
    free(workbook->folder);
    free(workbook);
}

static tz_status make_path(tz_workbook *workbook)
{
    tz_buffer path = {0};
    tz_buffer_format(&path, "%s/taizhang-XXXXXX", workbook->folder);
    if (path.failed)
        return TZ_NO_MEMORY;
    int descriptor = mkstemp(path.bytes);
    if (descriptor < 0) {
        int reason = errno;
        tz_buffer_free(&path);
        errno = reason;
        return TZ_IO;
    }
    close(descriptor);
    workbook->path = path.bytes;
    return TZ_OK;
}

static tz_status open_workbook(tz_workbook *workbook)
{
    const char *folder = getenv("TMPDIR");
    workbook->folder = strdup(folder && *folder != '\0' ? folder : P_tmpdir);
    if (!workbook->folder)
        return TZ_NO_MEMORY;
    tz_status status = make_path(workbook);
    if (status != TZ_OK)
        return status;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = workbook->folder};
    workbook->book = workbook_new_opt(workbook->path, &options);
    return workbook->book ? tz_workbook_add_styles(workbook) : TZ_NO_MEMORY;
}

static tz_status mend_title(tz_workbook *workbook, const char *title)
{
    tz_buffer mended = {0};
    tz_add_mended(&mended, title, strlen(title), tz_add_cell_text);
    tz_status status =
        mended.failed ? TZ_NO_MEMORY : tz_workbook_set_title(workbook, tz_buffer_text(&mended));
    tz_buffer_free(&mended);
    return status;
}

tz_status tz_workbook_open(const tz_render_options *options, tz_workbook **workbook)
{
    *workbook = calloc(1, sizeof **workbook);
    if (!*workbook)
        return TZ_NO_MEMORY;
    (*workbook)->language = options->language;
    tz_status status = open_workbook(*workbook);
    if (status == TZ_OK && options->title)
        status = mend_title(*workbook, options->title);
    if (status == TZ_OK)
        return TZ_OK;
    int reason = errno;
    drop_book((*workbook)->book);
    free_workbook(*workbook);
    *workbook = NULL;
    errno = reason;
    return status;
}

tz_status tz_workbook_set_title(tz_workbook *workbook, const char *title)
{
    if (workbook->book->properties->title)
        return TZ_OK;
    lxw_doc_properties properties = {.title = (char *)title}; /* which is copied */
    bool done = workbook_set_properties(workbook->book, &properties) == LXW_NO_ERROR;
    return done ? TZ_OK : TZ_NO_MEMORY;
}

/* ---------------------------------------------------------------- the sheets */

/* Excel takes no more than 31 UTF-16 units and none of []:*?/\, nor an apostrophe at either end. */
static void add_sheet_name(tz_buffer *name, const char *title, size_t most)
{
    const char *end = title + strlen(title);
    size_t units = 0;
    while (title < end) {
        int size = tz_utf8_sequence(title, (size_t)(end - title));
        size_t bytes = size > 0 ? (size_t)size : 1;
        units += bytes == 4 ? 2 : 1;
        if (units > most)
            break;
        if (bytes == 1 && (strchr("[]:*?/\\'", *title) || (unsigned char)*title < ' '))
            tz_buffer_add_char(name, ' ');
        else
            tz_buffer_add(name, title, bytes);
        title += bytes;
    }
    if (name->size == 0)
        tz_buffer_add_char(name, '-');
}

/* `number` is that of several sheets of one title. */
static void make_sheet_name(tz_buffer *name, const char *title, int number)
{
    char suffix[16] = "";
    if (number > 1)
        snprintf(suffix, sizeof suffix, " (%d)", number);
    tz_buffer_clear(name);
    add_sheet_name(name, title, SHEET_NAME_MOST - strlen(suffix));
    tz_buffer_add_text(name, suffix);
}

tz_status tz_workbook_add_sheet(tz_workbook *workbook, const char *title, lxw_worksheet **sheet)
{
    tz_buffer name = {0};
    *sheet = NULL;
    int number = 1;
    do
        make_sheet_name(&name, title, number++);
    while (!name.failed && workbook_get_worksheet_by_name(workbook->book, name.bytes));
    errno = 0;
    if (!name.failed)
        *sheet = workbook_add_worksheet(workbook->book, name.bytes);
    int reason = errno;
    tz_buffer_free(&name);
    errno = reason;
    if (*sheet)
        return TZ_OK;
    return reason == 0 || reason == ENOMEM ? TZ_NO_MEMORY : TZ_IO;
}

/* ---------------------------------------------------------------- closing */

/* Sets `room` bytes behind the file's end aside and gives them back. False, with errno, where there
 * is no such room; a file system that can't tell is believed to have it. */
static bool has_room(int descriptor, off_t end, off_t room)
{
    int reason = posix_fallocate(descriptor, end, room);
    if (ftruncate(descriptor, end) != 0)
        return false;
    errno = reason;
    return reason == 0 || reason == EOPNOTSUPP || reason == EINVAL;
}

/* Makes sure that the sheets are in their files, and that one more copy of the largest has room
 * there. `*total` is the size of all. */
static bool check_sheets(const tz_workbook *workbook, off_t *total)
{
    lxw_worksheet *sheet;
    *total = 0;
    LXW_FOREACH_WORKSHEET(sheet, workbook->book)
    {
        struct stat about;
        lxw_worksheet_write_single_row(sheet); /* the last one, which waits in memory */
        if (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile) ||
            fstat(fileno(sheet->optimize_tmpfile), &about) != 0 ||
            !has_room(fileno(sheet->optimize_tmpfile), about.st_size,
                      about.st_size + ROOM_FOR_PARTS))
            return false;
        *total += about.st_size;
    }
    return true;
}

/* Deflated, the sheets take less than half of their size. */
static bool check_room(const tz_workbook *workbook)
{
    off_t total;
    if (!check_sheets(workbook, &total))
        return false;
    int descriptor = open(workbook->path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    bool done = has_room(descriptor, 0, total / 2 + ROOM_FOR_PARTS);
    int reason = errno;
    close(descriptor);
    errno = reason;
    return done;
}

static tz_status copy_file(const char *path, tz_sink *sink)
{
    char bytes[16384];
    size_t size;
    FILE *file = fopen(path, "rb");
    if (!file)
        return TZ_IO;
    tz_status status = TZ_OK;
    while (status == TZ_OK && (size = fread(bytes, 1, sizeof bytes, file)) > 0) {
        tz_buffer_add(&sink->text, bytes, size);
        status = tz_sink_drain(sink);
    }
    if (status == TZ_OK && ferror(file))
        status = TZ_IO;
    int reason = errno;
    fclose(file);
    errno = reason;
    return status;
}

static tz_status status_of(lxw_error error)
{
    if (error == LXW_NO_ERROR)
        return TZ_OK;
    return error == LXW_ERROR_MEMORY_MALLOC_FAILED ? TZ_NO_MEMORY : TZ_IO;
}

tz_status tz_workbook_close(tz_workbook *workbook, tz_status status, tz_sink *sink)
{
    if (status == TZ_OK && !check_room(workbook))
        status = TZ_IO;
    if (status == TZ_OK)
        status = status_of(workbook_close(workbook->book)); /* which frees it, come what may */
    else
        drop_book(workbook->book);
    if (status == TZ_OK)
        status = copy_file(workbook->path, sink);
    int reason = errno;
    free_workbook(workbook);
    errno = reason;
    return status;
}
