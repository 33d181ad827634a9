/* output.c: standard output, or a file that appears whole or not at all. */
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

tz_status complain_of_output(cli *run, const output *out)
{
    if (run->has_complained)
        return TZ_IO;
    if (out->path)
        return complain(run, TZ_IO, "%s 写入失败：%s", "%s can't be written: %s", out->path,
                        strerror(errno));
    return complain(run, TZ_IO, "标准输出写入失败：%s", "standard output can't be written: %s",
                    strerror(errno));
}

static char *temporary_name(const char *path)
{
    static const char suffix[] = ".XXXXXX";
    char *name = malloc(strlen(path) + sizeof suffix);
    if (name)
        stpcpy(stpcpy(name, path), suffix);
    return name;
}

/* mkstemp makes a file for the owner only; the result is to have what the umask allows. */
static void allow_as_usual(int descriptor)
{
    mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, (mode_t)0666 & ~mask);
}

static tz_status open_temporary(cli *run, output *out)
{
    out->temporary = temporary_name(out->path);
    if (!out->temporary)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    int descriptor = mkstemp(out->temporary);
    if (descriptor >= 0) {
        allow_as_usual(descriptor);
        out->file = fdopen(descriptor, "w");
        if (out->file)
            return TZ_OK;
        close(descriptor);
        unlink(out->temporary);
    }
    complain_of_output(run, out);
    free(out->temporary);
    out->temporary = NULL;
    return TZ_IO;
}

/* A file is renamed into its place; a device or a pipe (/dev/stdout) has to be written to. */
static bool is_special(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0 && !S_ISREG(found.st_mode);
}

/* One mistyped name must not cost a ledger. */
static bool is_database(const char *path)
{
    static const char magic[] = "SQLite format 3";
    char start[sizeof magic] = "";
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(start, 1, sizeof start, file) : 0;
    if (file)
        fclose(file);
    return size == sizeof start && memcmp(start, magic, sizeof magic) == 0;
}

static tz_status refuse_database(cli *run, const char *path)
{
    complain(run, TZ_REFUSED, "%s 是台账或其他数据库，不覆盖",
             "%s is a ledger or another database: not overwritten", path);
    advise(run, "请另取文件名", "give the output another name");
    return TZ_REFUSED;
}

/* A workbook is no text. */
static tz_status refuse_terminal(cli *run)
{
    complain(run, TZ_MALFORMED, "xlsx 不能输出到终端", "xlsx can't be written to a terminal");
    advise(run, "用 --output 文件.xlsx", "give --output FILE.xlsx");
    return TZ_MALFORMED;
}

tz_status open_output(cli *run, output *out)
{
    const char *path = run->options.output_path;
    *out = (output){.path = path && strcmp(path, "-") != 0 ? path : NULL};
    if (!out->path) {
        out->file = stdout;
        bool is_refused = run->format == TZ_FORMAT_XLSX && isatty(STDOUT_FILENO);
        return is_refused ? refuse_terminal(run) : TZ_OK;
    }
    if (!is_special(out->path))
        return is_database(out->path) ? refuse_database(run, out->path) : open_temporary(run, out);
    out->file = fopen(out->path, "w");
    return out->file ? TZ_OK : complain_of_output(run, out);
}

/* Flushes and closes; false with errno when a byte didn't get out. */
static bool finish_file(output *out)
{
    bool done = fflush(out->file) == 0 && !ferror(out->file);
    if (out->file == stdout)
        return done;
    if (done && out->temporary)
        done = fsync(fileno(out->file)) == 0;
    int reason = errno;
    if (fclose(out->file) != 0 && done)
        return false;
    errno = reason;
    return done;
}

tz_status close_output(cli *run, output *out, tz_status status)
{
    bool done = finish_file(out);
    if (status == TZ_OK && done && out->temporary)
        done = rename(out->temporary, out->path) == 0;
    if (status == TZ_OK && !done)
        status = complain_of_output(run, out);
    if (status != TZ_OK && out->temporary)
        unlink(out->temporary);
    free(out->temporary);
    *out = (output){0};
    return status;
}
