/* test_text_formula.c: what Excel would run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "formula.h"

static bool is_like(const char *text)
{
    return tz_is_like_formula(text, strlen(text));
}

static void formulas_begin_so(void **state)
{
    (void)state;
    static const char *const formulas[] = {"=1",  "+1",  "-1",  "@a",  "\ta", "\ra",
                                           "\na", "＝1", "＋1", "－1", "＠a", "="};
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++)
        assert_true(is_like(formulas[i]));
}

/* So that an apostrophe of the text's own is kept: ''=1 read back is '=1. */
static void also_behind_apostrophes(void **state)
{
    (void)state;
    assert_true(is_like("'=1"));
    assert_true(is_like("''－1"));
    assert_false(is_like("'"));
    assert_false(is_like("'1"));
    assert_false(is_like("'' =1"));
}

static void other_text_does_not(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "1=1", " =1", "示例=1", "—1", "\xEF\xBC", "\xEF"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(is_like(texts[i]));
    assert_false(tz_is_like_formula("=", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas_begin_so),
        cmocka_unit_test(also_behind_apostrophes),
        cmocka_unit_test(other_text_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
