/* Any bytes as a template of a letter: what is found sound makes a document, whose writers end, and
 * what isn't is named with a line that there is. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "template.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static const template_field fields[] = {
    {"单位", "unit", "示例局"},
    {"回复期限", "reply_due_on", ""},
    {"事项表", "tasks", NULL},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void add_tasks(document *paper, void *context)
{
    static const document_column columns[] = {{"编号", 1, false}};
    ++*(size_t *)context;
    document_add_cell(paper, document_add_table(paper, NULL, columns, 1), "172");
}

static size_t line_count(const char *text)
{
    size_t count = 1;
    for (; *text != '\0'; text++)
        count += *text == '\n';
    return count;
}

static void check_problem(const template_problem *problem, const char *text)
{
    require(problem->fault != TEMPLATE_SOUND);
    require(problem->line >= 1 && problem->line <= line_count(text));
    require(strlen(problem->name) < TEMPLATE_NAME_SIZE);
    require(tz_utf8_is_valid(problem->name, strlen(problem->name), NULL));
    template_nearest(problem->name, fields, FIELD_COUNT);
}

static void write_all(const document *paper)
{
    tz_buffer markdown = {0}, html = {0};
    document_write_markdown(paper, &markdown);
    document_write_html(paper, &html);
    require(!markdown.failed && !html.failed);
    require(tz_utf8_is_valid(html.bytes, html.size, NULL));
    tz_buffer_free(&markdown);
    tz_buffer_free(&html);
}

static void read_template(const char *text)
{
    template_problem problem;
    size_t tables = 0;
    if (!template_check(text, fields, FIELD_COUNT, &problem)) {
        check_problem(&problem, text);
        return;
    }
    document *paper = template_fill(text, fields, FIELD_COUNT, add_tasks, &tables);
    require(paper && !paper->failed);
    require(paper->block_count >= tables);
    write_all(paper);
    document_free(paper);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    tz_text_source *source = NULL;
    tz_buffer text = {0};
    tz_status status = tz_text_source_open_memory((const char *)bytes, size, &source, NULL);
    if (status == TZ_OK)
        status = tz_text_source_read_all(source, TEMPLATE_LONGEST, &text);
    tz_text_source_close(source);
    if (status == TZ_OK)
        read_template(tz_buffer_text(&text));
    tz_buffer_free(&text);
    return 0;
}
