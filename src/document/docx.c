/* docx.c: a document as a package of Office Open XML (ECMA-376), laid out as GB/T 9704—2012 asks of
 * official documents. What is the same in every package is a file of the folder docx. */
#include <ctype.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#include "embedded_file.h"
#include "markup.h"

/* The files of the folder docx, built in. */
extern const struct tz_embedded document_docx_files[];
extern const size_t document_docx_files_count;

/* ---- the page: twentieths of a point */

typedef struct page_layout {
    int width, height, top, right, bottom, left;
    const char *orientation;
} page_layout;

/* A4: 37 mm above, 28 mm on the left, 156 × 225 mm to write on; annexes the same, turned. */
static const page_layout portrait = {11906, 16838, 2098, 1474, 1984, 1588, ""};
static const page_layout landscape = {
    16838, 11906, 1588, 2098, 1474, 1984, " w:orient=\"landscape\""};
enum { FOOTER_FROM_EDGE = 1247 }; /* 7 mm below the type area */

static int text_width(const page_layout *page)
{
    return page->width - page->left - page->right;
}

static void add_section(tz_buffer *out, const page_layout *page)
{
    tz_buffer_format(
        out,
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
        "<w:footerReference w:type=\"even\" r:id=\"rId5\"/>"
        "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
        "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"851\" "
        "w:footer=\"%d\" w:gutter=\"0\"/></w:sectPr>",
        page->width, page->height, page->orientation, page->top, page->right, page->bottom,
        page->left, page == &portrait ? FOOTER_FROM_EDGE : FOOTER_FROM_EDGE / 2);
}

/* ---- paragraphs */

/* LibreOffice takes numbers with 、 between them for one long word: behind each it may end a line.
 */
static void add_divisible(tz_buffer *line, const char *text, size_t size)
{
    static const char mark[] = "、", break_here[] = "\u200B";
    const char *end = text + size;
    for (const char *next = text; (next = strstr(next, mark)) && next < end;) {
        next += strlen(mark);
        tz_buffer_add(line, text, (size_t)(next - text));
        if (next < end && isdigit((unsigned char)*next))
            tz_buffer_add_text(line, break_here);
        text = next;
    }
    tz_buffer_add(line, text, (size_t)(end - text));
}

/* Without the hint Word sets quotation marks and dashes, which Western text has too, in the Western
 * font. A line end of the text is one of the paragraph. */
static void add_run(tz_buffer *out, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        tz_buffer line = {0};
        add_divisible(&line, text, length);
        tz_buffer_add_text(out, "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>"
                                "<w:t xml:space=\"preserve\">");
        markup_add(out, tz_buffer_text(&line));
        tz_buffer_add_text(out, "</w:t></w:r>");
        out->failed |= line.failed;
        tz_buffer_free(&line);
        text += length;
        if (*text == '\n') {
            tz_buffer_add_text(out, "<w:r><w:br/></w:r>");
            text++;
        }
    }
}

static void add_paragraph(tz_buffer *out, const char *style, const char *text)
{
    tz_buffer_format(out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
    add_run(out, text);
    tz_buffer_add_text(out, "</w:p>\n");
}

/* ---- tables */

static void start_table(tz_buffer *out, const document_table *table, const char *title, int width)
{
    tz_buffer_format(out,
                     "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"%d\" "
                     "w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>",
                     width);
    if (title) {
        tz_buffer_add_text(out, "<w:tblCaption w:val=\"");
        markup_add(out, title);
        tz_buffer_add_text(out, "\"/>");
    }
    tz_buffer_add_text(out, "</w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < table->column_count; i++)
        tz_buffer_format(out, "<w:gridCol w:w=\"%d\"/>",
                         (int)document_column_width(table, i, width));
    tz_buffer_add_text(out, "</w:tblGrid>\n");
}

static void add_table_cell(tz_buffer *out, int width, const char *style, const char *text)
{
    tz_buffer_format(out,
                     "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/><w:vAlign "
                     "w:val=\"center\"/></w:tcPr>",
                     width);
    add_paragraph(out, style, text);
    tz_buffer_add_text(out, "</w:tc>");
}

static void add_table(tz_buffer *out, const document_table *table, const char *title, int width)
{
    start_table(out, table, title, width);
    tz_buffer_add_text(out, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (size_t i = 0; i < table->column_count; i++)
        add_table_cell(out, (int)document_column_width(table, i, width), "TableHead",
                       table->columns[i].title);
    tz_buffer_add_text(out, "</w:tr>\n");
    for (size_t row = 0; row < document_row_count(table); row++) {
        tz_buffer_add_text(out, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (size_t i = 0; i < table->column_count; i++)
            add_table_cell(out, (int)document_column_width(table, i, width),
                           table->columns[i].is_number ? "TableNumber" : "TableText",
                           document_cell(table, row, i));
        tz_buffer_add_text(out, "</w:tr>\n");
    }
    /* Between two tables, and behind the last, Word wants a paragraph. */
    tz_buffer_add_text(out, "</w:tbl>\n");
    add_paragraph(out, "TableText", "");
}

/* On paper a chart is the table of its figures, and what it says. */
static void add_chart(tz_buffer *out, const document_block *block, int width)
{
    const char *alternative = block->chart->alternative;
    document *figures = document_of_figures(block);
    if (figures) {
        add_paragraph(out, "Caption", block->text);
        add_table(out, figures->blocks[0].table, block->text, width);
        if (alternative)
            add_paragraph(out, "Note", alternative);
    } else
        out->failed = true;
    document_free(figures);
}

/* ---- the body */

static const char *const heading_styles[] = {"AnnexTitle", "Heading1", "Heading2", "Heading3"};

static void add_block(tz_buffer *out, const document_block *block, int width)
{
    switch (block->kind) {
    case BLOCK_SUBTITLE:
        add_paragraph(out, "Subtitle", block->text);
        break;
    case BLOCK_ADDRESSEE:
        add_paragraph(out, "Addressee", block->text);
        break;
    case BLOCK_PARAGRAPH:
        add_paragraph(out, "Normal", block->text);
        break;
    case BLOCK_HEADING:
        add_paragraph(out, heading_styles[block->level], block->text);
        break;
    case BLOCK_SIGNATURE:
        if (block->text[0] != '\0')
            add_paragraph(out, "Signature", block->text);
        add_paragraph(out, "SignatureDay", block->day);
        break;
    case BLOCK_ANNEX:
        add_paragraph(out, "Annex", block->text);
        break;
    case BLOCK_TABLE:
        if (block->text)
            add_paragraph(out, "Caption", block->text);
        add_table(out, block->table, block->text, width);
        break;
    case BLOCK_CHART:
        if (!block->chart->is_in_a_table)
            add_chart(out, block, width);
        break;
    }
}

static void add_document(tz_buffer *out, const document *paper)
{
    const page_layout *page = &portrait;
    tz_buffer_add_text(
        out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
             "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
             "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
             "<w:body>\n");
    if (paper->number)
        add_paragraph(out, "DocumentNumber", paper->number);
    add_paragraph(out, "Title", paper->title);
    for (size_t i = 0; i < paper->block_count; i++) {
        if (paper->blocks[i].kind == BLOCK_ANNEX && page == &portrait) {
            tz_buffer_add_text(out, "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/>");
            add_section(out, &portrait);
            tz_buffer_add_text(out, "</w:pPr></w:p>\n");
            page = &landscape;
        }
        add_block(out, &paper->blocks[i], text_width(page));
    }
    add_section(out, page);
    tz_buffer_add_text(out, "</w:body></w:document>\n");
}

static void add_core(tz_buffer *out, const document *paper)
{
    tz_buffer_add_text(
        out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
             "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
             "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
             "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
             "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    markup_add(out, paper->title);
    tz_buffer_add_text(out, "</dc:title><dc:language>zh-CN</dc:language>");
    if (paper->day)
        tz_buffer_format(out,
                         "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%sT00:00:00Z"
                         "</dcterms:created>",
                         paper->day);
    tz_buffer_add_text(out, "</cp:coreProperties>\n");
}

/* ---- the package */

static const struct docx_part {
    const char *name, *file; /* its name in the folder docx; NULL: made from the document */
    void (*add)(tz_buffer *out, const document *paper);
} docx_parts[] = {
    {"[Content_Types].xml", "content_types", NULL},
    {"_rels/.rels", "package_rels", NULL},
    {"docProps/app.xml", "app", NULL},
    {"docProps/core.xml", NULL, add_core},
    {"word/_rels/document.xml.rels", "document_rels", NULL},
    {"word/document.xml", NULL, add_document},
    {"word/styles.xml", "styles", NULL},
    {"word/settings.xml", "settings", NULL},
    {"word/fontTable.xml", "fontTable", NULL},
    {"word/footer1.xml", "footer1", NULL},
    {"word/footer2.xml", "footer2", NULL},
};
enum { DOCX_PART_COUNT = sizeof docx_parts / sizeof *docx_parts };

static const char *embedded_text(const char *name)
{
    for (size_t i = 0; i < document_docx_files_count; i++)
        if (strcmp(document_docx_files[i].name, name) == 0)
            return document_docx_files[i].text;
    return "";
}

/* What went wrong in the package is told apart by `out`, which fails where memory ran out. */
static bool fail_package(const zip_error_t *error, tz_buffer *out)
{
    out->failed |= zip_error_code_zip(error) == ZIP_ER_MEMORY;
    return false;
}

/* The same document gives the same bytes: the parts are of no day. */
static bool add_part(zip_t *package, const char *name, const tz_buffer *text)
{
    static const struct tm no_day = {.tm_year = 80, .tm_mday = 1, .tm_isdst = -1};
    struct tm first_day = no_day;
    zip_source_t *source = zip_source_buffer(package, tz_buffer_text(text), text->size, 0);
    zip_int64_t index = source ? zip_file_add(package, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_mtime(package, (zip_uint64_t)index, mktime(&first_day), 0) == 0;
}

/* The texts must stay until the package is closed. */
static bool add_parts(zip_t *package, const document *paper, tz_buffer texts[DOCX_PART_COUNT],
                      tz_buffer *out)
{
    bool done = true;
    for (size_t i = 0; done && i < DOCX_PART_COUNT; i++) {
        if (docx_parts[i].add)
            docx_parts[i].add(&texts[i], paper);
        else
            tz_buffer_add_text(&texts[i], embedded_text(docx_parts[i].file));
        out->failed |= texts[i].failed;
        done = !out->failed && (add_part(package, docx_parts[i].name, &texts[i]) ||
                                fail_package(zip_get_error(package), out));
    }
    return done;
}

/* Appends all that the closed package wrote into `source`. */
static bool read_source(zip_source_t *source, tz_buffer *out)
{
    char bytes[16384];
    zip_int64_t size = 0;
    if (zip_source_open(source) != 0)
        return fail_package(zip_source_error(source), out);
    while ((size = zip_source_read(source, bytes, sizeof bytes)) > 0)
        tz_buffer_add(out, bytes, (size_t)size);
    zip_source_close(source);
    return size == 0 && !out->failed;
}

static bool write_package(zip_source_t *source, const document *paper, tz_buffer *out)
{
    tz_buffer texts[DOCX_PART_COUNT] = {{0}};
    zip_error_t error;
    zip_error_init(&error);
    zip_t *package = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    if (!package)
        return fail_package(&error, out);
    zip_source_keep(source);
    bool done = add_parts(package, paper, texts, out);
    if (done && zip_close(package) != 0)
        done = fail_package(zip_get_error(package), out);
    if (!done)
        zip_discard(package);
    for (size_t i = 0; i < DOCX_PART_COUNT; i++)
        tz_buffer_free(&texts[i]);
    return done && read_source(source, out);
}

bool document_write_docx(const document *paper, tz_buffer *out)
{
    zip_error_t error;
    out->failed |= paper->failed;
    if (out->failed)
        return false;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    bool done = source ? write_package(source, paper, out) : fail_package(&error, out);
    zip_source_free(source);
    return done;
}
