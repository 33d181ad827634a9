#include "evidence_file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BYTES_PER_MIB = 1024 * 1024 };
enum { READINGS = 2 }; /* to measure it and to write it */

static tz_status fail_open(tz_ledger *ledger, const char *path, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return tz_fail(ledger, TZ_NOT_FOUND, "找不到文件 %s", "no such file: %s", path);
    if (error == ENXIO) /* a socket */
        return tz_fail(ledger, TZ_REJECTED, "%s 不是普通文件", "%s isn't an ordinary file", path);
    if (error != ELOOP)
        return tz_fail(ledger, TZ_IO, "无法读取 %s：%s", "can't read %s: %s", path,
                       strerror(error));
    tz_fail(ledger, TZ_REJECTED, "%s 是符号链接", "%s is a symbolic link", path);
    tz_hint(ledger, "请指明文件本身", "name the file itself");
    return TZ_REJECTED;
}

static tz_status check_file(tz_evidence_file *file, const struct stat *found, uint64_t limit)
{
    tz_ledger *ledger = file->ledger;
    if (S_ISDIR(found->st_mode))
        return tz_fail(ledger, TZ_REJECTED, "%s 是文件夹", "%s is a folder", file->path);
    if (!S_ISREG(found->st_mode))
        return tz_fail(ledger, TZ_REJECTED, "%s 不是普通文件", "%s isn't an ordinary file",
                       file->path);
    if (found->st_size == 0)
        return tz_fail(ledger, TZ_REJECTED, "%s 是空文件", "%s is empty", file->path);
    if (file->size <= limit)
        return TZ_OK;
    tz_fail(ledger, TZ_REJECTED, "%s 有 %.1f MiB，超过佐证材料上限 %" PRIu64 " MiB",
            "%s is of %.1f MiB, over the limit of %" PRIu64 " MiB for evidence", file->path,
            (double)file->size / BYTES_PER_MIB, limit / BYTES_PER_MIB);
    tz_hint(ledger, "上限是设置 evidence_size_limit_mib",
            "the limit is the setting evidence_size_limit_mib");
    return TZ_REJECTED;
}

tz_status tz_evidence_file_open(tz_ledger *ledger, const char *path, uint64_t limit,
                                tz_evidence_file *file)
{
    struct stat found;
    *file = (tz_evidence_file){.ledger = ledger, .path = path};
    file->descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file->descriptor < 0 || fstat(file->descriptor, &found) != 0)
        return fail_open(ledger, path, errno);
    file->mode = found.st_mode;
    file->mtime = found.st_mtime;
    file->size = (uint64_t)found.st_size;
    return check_file(file, &found, limit);
}

tz_status tz_evidence_file_read(void *context, unsigned char *bytes, size_t most, size_t *size)
{
    tz_evidence_file *file = context;
    *size = 0;
    while (*size < most) {
        ssize_t count = read(file->descriptor, bytes + *size, most - *size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail_open(file->ledger, file->path, errno);
        if (count == 0)
            break;
        *size += (size_t)count;
    }
    file->read += *size;
    file->done += *size;
    tz_note_progress(file->ledger, file->done, READINGS * file->size);
    if (file->read <= file->size)
        return TZ_OK;
    return tz_fail(file->ledger, TZ_REJECTED, "%s 在读取时变大", "%s grew while it was read",
                   file->path);
}

tz_status tz_evidence_file_rewind(tz_evidence_file *file)
{
    file->read = 0;
    return lseek(file->descriptor, 0, SEEK_SET) == 0 ? TZ_OK
                                                     : fail_open(file->ledger, file->path, errno);
}

void tz_evidence_file_close(tz_evidence_file *file)
{
    if (file->descriptor >= 0)
        close(file->descriptor);
    file->descriptor = -1;
}

bool tz_is_file_name(const char *name)
{
    if (*name == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return false;
    for (const char *byte = name; *byte != '\0'; byte++)
        if ((unsigned char)*byte < ' ' || *byte == 0x7f || *byte == '/' || *byte == '\\')
            return false;
    return true;
}

const char *tz_file_name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}
