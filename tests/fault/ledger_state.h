/* ledger_state.h: a folder with a ledger in it, seen from outside of the library. */
#ifndef TZ_TEST_LEDGER_STATE_H
#define TZ_TEST_LEDGER_STATE_H

#include <stdbool.h>

enum { STATE_SIZE = 4096 };

/* Makes a folder under the system's own for such; remove_folder empties and removes it. */
void make_folder(char folder[64]);
void remove_folder(const char *folder);
void empty_folder(const char *folder);
int file_count(const char *folder);
void copy_file(const char *from, const char *to);
void write_text(const char *path, const char *text);

/* What a write may change, as text: rows of each table, and every request, entry and reading in
 * full. Asserts that the file is whole: integrity_check and foreign_key_check. "" where there is no
 * file. */
void read_state(const char *path, char state[STATE_SIZE]);

#endif
