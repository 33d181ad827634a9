/* template.h: letters from text that an office edits (模板). A template is plain text, a paragraph
 * a line, with named fields:
 *
 *     // a remark, which is not printed
 *     # 催报单                  the title: the first line that is printed
 *     ## 一、未报送事项         a heading; ### and #### are of the lower levels
 *     < {{单位}}：              an addressee, without indentation
 *     　请于{{回复期限}}前报送。   a paragraph
 *     {{事项表}}                a table: alone in its line
 *     > {{落款}}                a line of the signature, to the right
 *
 * Marks and braces are read as a Chinese keyboard types them at full width too: ＃ ＜ ＞ ／／ ｛｛.
 * It knows no ledger: the fields are the caller's. */
#ifndef TAIZHANG_DOCUMENT_TEMPLATE_H
#define TAIZHANG_DOCUMENT_TEMPLATE_H

#include "document.h"

typedef struct template_field {
    const char *zh, *en; /* its names */
    const char *value;   /* NULL: a table stands in its place */
} template_field;

typedef enum template_fault {
    TEMPLATE_SOUND,
    TEMPLATE_UNKNOWN_FIELD,
    TEMPLATE_UNCLOSED_FIELD, /* {{ without }} in its line */
    TEMPLATE_TABLE_IN_TEXT,  /* a table's field that isn't alone in its line */
    TEMPLATE_NO_TITLE
} template_fault;

enum { TEMPLATE_LONGEST = 65536, TEMPLATE_NAME_SIZE = 64 };

typedef struct template_problem {
    template_fault fault;
    size_t line;                   /* from 1 */
    char name[TEMPLATE_NAME_SIZE]; /* of the field, cut where it is longer */
} template_problem;

/* Puts the table of a field into the document. */
typedef void template_table(document *paper, void *context);

/* Whether every line of `text`, which is UTF-8, can be filled. */
bool template_check(const char *text, const template_field *fields, size_t count,
                    template_problem *problem);
/* The document that a sound template makes; NULL without memory. */
document *template_fill(const char *text, const template_field *fields, size_t count,
                        template_table *add_table, void *context);
/* The field whose name is nearest to one that is unknown; NULL where none is near. */
const template_field *template_nearest(const char *name, const template_field *fields,
                                       size_t count);

#endif
