#include "new_file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_TRIED = 100 };

tz_status tz_fail_new(tz_ledger *ledger, const char *path, int error)
{
    return tz_fail(ledger, error == ENOMEM ? TZ_NO_MEMORY : TZ_IO, "写不了文件：%s（%s）",
                   "%s: can't be written: %s", path, strerror(error));
}

tz_status tz_fail_taken(tz_ledger *ledger, const char *target)
{
    tz_fail(ledger, TZ_REFUSED, "已存在，不覆盖：%s", "%s: exists, and is not overwritten", target);
    tz_hint(ledger, "请换一个文件名，或先移走它", "choose another name, or move it away first");
    return TZ_REFUSED;
}

/* An empty file of a name that nothing had, for this process only. -1: errno says why. */
static int create_beside(const char *target, char *path, size_t size)
{
    for (int number = 0; number < NAMES_TRIED; number++) {
        snprintf(path, size, "%s.new-%ld-%d", target, (long)getpid(), number);
        int file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            return file;
    }
    return -1;
}

tz_status tz_new_file(tz_ledger *ledger, const char *target, char **path)
{
    struct stat status;
    *path = NULL;
    if (lstat(target, &status) == 0)
        return tz_fail_taken(ledger, target);
    return tz_new_file_beside(ledger, target, path);
}

tz_status tz_new_file_beside(tz_ledger *ledger, const char *target, char **path)
{
    *path = NULL;
    size_t size = strlen(target) + 40; /* ".new-", two numbers */
    char *name = malloc(size);
    if (!name)
        return tz_fail_memory(ledger);
    int file = create_beside(target, name, size);
    if (file < 0) {
        free(name);
        return tz_fail_new(ledger, target, errno);
    }
    close(file);
    *path = name;
    return TZ_OK;
}

/* 0, or an errno. */
static int synchronise(const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC);
    if (file < 0)
        return errno;
    int error = fsync(file) == 0 ? 0 : errno;
    close(file);
    return error;
}

/* Not every file system can tell: that is no failure. */
int tz_synchronise_folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
    if (!folder)
        return ENOMEM;
    int error = synchronise(folder, O_RDONLY | O_DIRECTORY);
    free(folder);
    return error == EINVAL || error == EACCES ? 0 : error;
}

/* On a file system without hard links (a stick's FAT) an empty file takes the name first. */
static int rename_new(const char *path, const char *target)
{
    int file = open(target, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0)
        return errno;
    close(file);
    if (rename(path, target) == 0)
        return 0;
    int error = errno;
    unlink(target);
    return error;
}

/* link, unlike rename, refuses a name that is taken. */
static int give_name(const char *path, const char *target)
{
    if (link(path, target) == 0)
        return 0;
    if (errno == EPERM || errno == ENOTSUP || errno == ENOSYS)
        return rename_new(path, target);
    return errno;
}

tz_status tz_new_file_publish(tz_ledger *ledger, char *path, const char *target)
{
    int error = synchronise(path, O_RDWR);
    if (error == 0)
        error = give_name(path, target);
    if (error == 0 && (error = tz_synchronise_folder_of(target)) != 0)
        unlink(target);
    tz_new_file_discard(path);
    if (error == EEXIST)
        return tz_fail_taken(ledger, target);
    return error == 0 ? TZ_OK : tz_fail_new(ledger, target, error);
}

tz_status tz_new_file_replace(tz_ledger *ledger, char *path, const char *target)
{
    int error = synchronise(path, O_RDWR);
    if (error == 0 && rename(path, target) != 0)
        error = errno;
    if (error == 0)
        error = tz_synchronise_folder_of(target);
    tz_new_file_discard(path);
    return error == 0 ? TZ_OK : tz_fail_new(ledger, target, error);
}

void tz_new_file_discard(char *path)
{
    if (!path)
        return;
    unlink(path);
    free(path);
}
