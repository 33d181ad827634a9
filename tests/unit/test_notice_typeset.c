/* test_notice_typeset.c: text as an office prints it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "typeset.h"

static void assert_typeset(const char *text, const char *expected)
{
    tz_buffer out = {0};
    notice_typeset(&out, notice_span_of(text));
    assert_string_equal(tz_buffer_text(&out), expected);
    tz_buffer_free(&out);
}

static void test_blanks(void **state)
{
    (void)state;
    assert_typeset("部 门 分 工 方 案", "部门分工方案");
    assert_typeset("新建 5G 基站 3000 个", "新建5G基站3000个");
    assert_typeset("“爱山东” APP　聊城厅", "“爱山东”APP聊城厅");
    assert_typeset("使用 Open Data 平台", "使用Open Data平台");
    assert_typeset("增长 5.5 %", "增长5.5%");
    assert_typeset("  ", "");
}

static void test_punctuation(void **state)
{
    (void)state;
    assert_typeset("顺利推进,现将:一;二!", "顺利推进，现将：一；二！");
    assert_typeset("各县(市、区)人民政府", "各县（市、区）人民政府");
    assert_typeset("物流中心(B 型)", "物流中心（B型）");
    assert_typeset("“聊·胜一筹!”品牌", "“聊·胜一筹！”品牌");
    assert_typeset("完成.", "完成。");
    assert_typeset("20%, 30%以上", "20%，30%以上");
    assert_typeset("含\"示例站\"和\"示例点\"", "含“示例站”和“示例点”");
    assert_typeset("Open (Data), Inc", "Open (Data), Inc");
}

static void test_numbers(void **state)
{
    (void)state;
    assert_typeset("增长5.5%左右", "增长5.5%左右");
    assert_typeset("共1,000个,2,000,000元", "共1,000个，2,000,000元");
    assert_typeset("达到100,2023年", "达到100，2023年");
    assert_typeset("8:30开始", "8:30开始");
    assert_typeset("新增１２．５％，建设５Ｇ", "新增12.5%，建设5G");
    assert_typeset("3—5 座", "3—5座");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_punctuation),
        cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
