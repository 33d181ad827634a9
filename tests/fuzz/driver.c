/* Replays every file of the folders given as arguments through a fuzz target, without libFuzzer:
 * for ctest. */
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Reads and runs one file. Its bytes are in memory of exactly their size, so that a sanitizer sees
 * a step beyond. */
static bool replay_file(const char *path)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (file == NULL || fstat(fileno(file), &status) != 0) {
        perror(path);
        if (file != NULL)
            fclose(file);
        return false;
    }
    size_t size = (size_t)status.st_size;
    uint8_t *bytes = malloc(size > 0 ? size : 1);
    bool was_read = bytes != NULL && fread(bytes, 1, size, file) == size;
    if (was_read)
        LLVMFuzzerTestOneInput(bytes, size);
    else
        fprintf(stderr, "%s: can't be read\n", path);
    free(bytes);
    fclose(file);
    return was_read;
}

/* How many files of `folder` were replayed; -1 when one could not be. */
static int replay_folder(const char *folder)
{
    int replayed = 0;
    const struct dirent *entry;
    DIR *directory = opendir(folder);
    if (directory == NULL) {
        perror(folder);
        return -1;
    }
    while (replayed >= 0 && (entry = readdir(directory)) != NULL) {
        char path[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        replayed = replay_file(path) ? replayed + 1 : -1;
    }
    closedir(directory);
    return replayed;
}

int main(int count, char **arguments)
{
    if (count < 2) {
        fprintf(stderr, "usage: %s FOLDER...\n", arguments[0]);
        return 2;
    }
    for (int i = 1; i < count; i++) {
        int replayed = replay_folder(arguments[i]);
        printf("%s: %d files\n", arguments[i], replayed);
        if (replayed < 1) /* a folder that was moved would pass for ever */
            return 1;
    }
    return 0;
}
