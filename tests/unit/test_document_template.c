/* Templates: which are sound, what is wrong with the others and where, what comes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "template.h"

static const template_field fields[] = {
    {"单位", "unit", "示例局"},
    {"回复期限", "reply_due_on", "2022年7月20日"},
    {"事项表", "tasks", NULL},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields };

static void add_tasks(document *paper, void *context)
{
    (void)context;
    document_add_paragraph(paper, "（表）");
}

static void assert_made(const char *text, const char *markdown)
{
    template_problem problem;
    tz_buffer out = {0};
    assert_true(template_check(text, fields, FIELD_COUNT, &problem));
    assert_int_equal(problem.fault, TEMPLATE_SOUND);
    document *paper = template_fill(text, fields, FIELD_COUNT, add_tasks, NULL);
    document_write_markdown(paper, &out);
    assert_string_equal(tz_buffer_text(&out), markdown);
    tz_buffer_free(&out);
    document_free(paper);
}

static void fields_are_filled(void **state)
{
    (void)state;
    assert_made("// 说明 {{没有}}\n\n# 催报单\n< {{单位}}：\n## 一、事项\n"
                "　请于{{ reply_due_on }}前报送，｛｛单位｝｝。\n{{事项表}}\n> {{单位}}\n> 某日",
                "# 催报单\n\n示例局：\n\n## 一、事项\n\n"
                "请于2022年7月20日前报送，示例局。\n\n（表）\n\n示例局\n\n某日\n");
    assert_made("#{{单位}}\r\n正文 }} 单独的括号\r\n", "# 示例局\n\n正文 }} 单独的括号\n");
}

/* As a Chinese keyboard types them at full width, or half of them. */
static void marks_are_read_at_full_width(void **state)
{
    (void)state;
    assert_made(
        "／／ 说明\n/／ 说明\n＃ 催报单\n＜ ｛{单位}｝：\n＃＃ 一、事项\n#＃＃ （一）\n／正文\n"
        "＞ ｛｛单位｝｝\n＞某日",
        "# 催报单\n\n示例局：\n\n## 一、事项\n\n### （一）\n\n／正文\n\n示例局\n\n某日\n");
    assert_made("＃题\n一＃二＜三", "# 题\n\n一＃二＜三\n");
}

/* What is filled in is text, and no template again. */
static void a_value_is_not_read_again(void **state)
{
    (void)state;
    const template_field own[] = {{"单位", "unit", "{{单位}}# \n> 甲"}};
    document *paper = template_fill("# 题\n{{单位}}", own, 1, add_tasks, NULL);
    assert_int_equal(paper->block_count, 1);
    assert_string_equal(paper->blocks[0].text, "{{单位}}# \n> 甲");
    document_free(paper);
}

static void assert_wrong(const char *text, template_fault fault, size_t line, const char *name)
{
    template_problem problem;
    assert_false(template_check(text, fields, FIELD_COUNT, &problem));
    assert_int_equal(problem.fault, fault);
    assert_int_equal(problem.line, line);
    assert_string_equal(problem.name, name);
}

static void what_is_wrong_is_named_with_its_line(void **state)
{
    (void)state;
    assert_wrong("# 题\n\n{{单 位}}", TEMPLATE_UNKNOWN_FIELD, 3, "单 位");
    assert_wrong("# {{}}", TEMPLATE_UNKNOWN_FIELD, 1, "");
    assert_wrong("# 题\n{{单位", TEMPLATE_UNCLOSED_FIELD, 2, "单位");
    assert_wrong("＃ 题\n｛｛单位", TEMPLATE_UNCLOSED_FIELD, 2, "单位");
    assert_wrong("# 题\n{{单位\n}}", TEMPLATE_UNCLOSED_FIELD, 2, "单位");
    assert_wrong("# 题\n如下{{事项表}}", TEMPLATE_TABLE_IN_TEXT, 2, "事项表");
    assert_wrong("# {{事项表}}", TEMPLATE_TABLE_IN_TEXT, 1, "事项表");
    assert_wrong("", TEMPLATE_NO_TITLE, 1, "");
    assert_wrong("//\n正文\n# 题", TEMPLATE_NO_TITLE, 2, "");
    assert_wrong("#\n正文", TEMPLATE_NO_TITLE, 1, "");
}

/* A long name is cut between two characters. */
static void a_long_name_is_cut(void **state)
{
    (void)state;
    char text[512] = "# 题\n{{";
    template_problem problem;
    for (int i = 0; i < 50; i++)
        strcat(text, "字");
    strcat(text, "}}");
    assert_false(template_check(text, fields, FIELD_COUNT, &problem));
    assert_int_equal(strlen(problem.name), 63); /* 21 characters of 3 bytes */
}

static void the_nearest_field_is_proposed(void **state)
{
    (void)state;
    assert_string_equal(template_nearest("回复期", fields, FIELD_COUNT)->zh, "回复期限");
    assert_string_equal(template_nearest("units", fields, FIELD_COUNT)->en, "unit");
    assert_null(template_nearest("毫不相干", fields, FIELD_COUNT));
    assert_null(template_nearest("", fields, FIELD_COUNT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_filled),
        cmocka_unit_test(marks_are_read_at_full_width),
        cmocka_unit_test(a_value_is_not_read_again),
        cmocka_unit_test(what_is_wrong_is_named_with_its_line),
        cmocka_unit_test(a_long_name_is_cut),
        cmocka_unit_test(the_nearest_field_is_proposed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
