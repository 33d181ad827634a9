/* dictionary.h: titles, types and words of columns, from the ledger's tables dictionary and word.
 */
#ifndef TZ_LEDGER_DICTIONARY_H
#define TZ_LEDGER_DICTIONARY_H

#include "ledger.h"

typedef struct tz_column {
    char *name;
    int index;       /* in the statement */
    char *title;     /* NULL: the name */
    char *word_name; /* the name that the words of the column stand under; NULL: none is known */
    tz_column_type type;
    bool is_known;  /* the dictionary has it */
    bool is_exact;  /* it has it for this very report */
    int value_type; /* SQLite's, of the current row's value; and its text, NULL for NULL */
    const char *text;
    size_t size;
} tz_column;

typedef struct tz_word {
    char *column_name;
    char *value;
    char *word;
} tz_word;

/* Fills in what the dictionary has for columns of the result set `report`: by the name, in either
 * language, first of the view of that name, else of any. A ledger without dictionary has nothing.
 * TZ_OK; TZ_NO_MEMORY; TZ_BUSY; TZ_IO. */
tz_status tz_dictionary_look_up(tz_ledger *ledger, sqlite3 *connection, const char *report,
                                tz_column *columns, int count);
/* All words, to be freed with tz_words_free. Statuses as above. */
tz_status tz_words_read(tz_ledger *ledger, sqlite3 *connection, tz_word **words, size_t *count);
void tz_words_free(tz_word *words, size_t count);
/* NULL: no word. */
const char *tz_word_of(const tz_word *words, size_t count, const char *column_name,
                       const char *value);

#endif
