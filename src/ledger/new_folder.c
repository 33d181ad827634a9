#include "new_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "new_file.h"

enum { NAMES_TRIED = 100 };

/* 0, or an errno. */
static int make_beside(const char *target, char *path, size_t size)
{
    for (int number = 0; number < NAMES_TRIED; number++) {
        snprintf(path, size, "%s.new-%ld-%d", target, (long)getpid(), number);
        if (mkdir(path, 0777) == 0)
            return 0;
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

tz_status tz_new_folder(tz_ledger *ledger, const char *target, char **path)
{
    struct stat status;
    *path = NULL;
    if (lstat(target, &status) == 0)
        return tz_fail_taken(ledger, target);
    size_t size = strlen(target) + 40; /* ".new-", two numbers */
    char *name = malloc(size);
    if (!name)
        return tz_fail_memory(ledger);
    int error = make_beside(target, name, size);
    if (error) {
        free(name);
        return tz_fail_new(ledger, target, error);
    }
    *path = name;
    return TZ_OK;
}

/* rename would put a folder in the place of an empty one. */
static int give_name(const char *path, const char *target)
{
    struct stat status;
    if (lstat(target, &status) == 0)
        return EEXIST;
    return rename(path, target) == 0 ? 0 : errno;
}

tz_status tz_new_folder_publish(tz_ledger *ledger, char *path, const char *target)
{
    int error = give_name(path, target);
    if (error) {
        tz_new_folder_discard(path);
        return error == EEXIST ? tz_fail_taken(ledger, target) : tz_fail_new(ledger, target, error);
    }
    free(path);
    error = tz_synchronise_folder_of(target);
    return error ? tz_fail_new(ledger, target, error) : TZ_OK;
}

static void remove_files(DIR *folder)
{
    struct dirent *entry;
    while ((entry = readdir(folder)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            unlinkat(dirfd(folder), entry->d_name, 0);
}

void tz_new_folder_discard(char *path)
{
    if (!path)
        return;
    DIR *folder = opendir(path);
    if (folder) {
        remove_files(folder);
        closedir(folder);
    }
    rmdir(path);
    free(path);
}
