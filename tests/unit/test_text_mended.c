/* Text as a format can hold it: what is malformed, what is markup, what XML has no character for.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "mended.h"

static void assert_escaped(const char *text, size_t size, const char *escaped)
{
    tz_buffer out = {0};
    tz_add_mended(&out, text, size, tz_add_markup_escaped);
    assert_string_equal(tz_buffer_text(&out), escaped);
    tz_buffer_free(&out);
}

#define ASSERT_ESCAPED(text, escaped) assert_escaped(text, sizeof(text) - 1, escaped)

static void markup_is_escaped(void **state)
{
    (void)state;
    ASSERT_ESCAPED("", "");
    ASSERT_ESCAPED("<甲> & \"乙\"'", "&lt;甲&gt; &amp; &quot;乙&quot;'");
}

static void a_line_ends_once(void **state)
{
    (void)state;
    ASSERT_ESCAPED("一\r\n二\r三\n四\r", "一\n二\n三\n四\n");
}

static void what_xml_has_no_character_for_is_replaced(void **state)
{
    (void)state;
    ASSERT_ESCAPED("a\tb\x01\x7F\0c", "a\tb\uFFFD\uFFFD\uFFFDc");
    ASSERT_ESCAPED("甲\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD乙", "甲\uFFFD\uFFFD\uFFFD乙");
}

static void each_malformed_sequence_is_replaced_once(void **state)
{
    (void)state;
    ASSERT_ESCAPED("\xFF甲\xE4\xB8<\xC0\x80", "\uFFFD甲\uFFFD&lt;\uFFFD");
    ASSERT_ESCAPED("\xE4", "\uFFFD");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_is_escaped),
        cmocka_unit_test(a_line_ends_once),
        cmocka_unit_test(what_xml_has_no_character_for_is_replaced),
        cmocka_unit_test(each_malformed_sequence_is_replaced_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
