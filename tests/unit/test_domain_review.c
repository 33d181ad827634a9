#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "domain_fixture.h"

#define ENTRY                                                                                      \
    "SELECT group_concat(revision || coalesce(review, '-') || ' ' || coalesce(reviewed_on, '-')\n" \
    "  || ' ' || coalesce(redo_due_on, '-') || ' ' || coalesce(accepted_on, '-'), ';')\n"          \
    "FROM (SELECT * FROM progress ORDER BY revision)"

/* Revision 1 of 市城管局, 2 of 市财政局, 3 of 市城管局 again. */
static int set_up_entries(void **state)
{
    domain_set_up_round(state);
    ledger_fixture *fixture = *state;
    tz_progress entry = TZ_PROGRESS_INIT;
    entry.task = "1";
    entry.quarter = "2022Q1";
    entry.percent = "10";
    entry.state = "behind";
    entry.reported_on = "2022-04-06";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    entry.unit = "市财政局";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    entry.unit = NULL;
    entry.reported_on = "2022-04-12";
    assert_int_equal(tz_progress_add(fixture->ledger, &entry, NULL), TZ_OK);
    return 0;
}

static tz_review review_of(const char *verdict, const char *day)
{
    tz_review review = TZ_REVIEW_INIT;
    review.task = "1";
    review.quarter = "2022Q1";
    review.verdict = verdict;
    review.reviewed_on = day;
    return review;
}

static void the_newest_of_the_first_lead_unit_is_meant(void **state)
{
    ledger_fixture *fixture = *state;
    int revision = 0;
    tz_review review = review_of("accepted", "2022-04-12");
    review.note = "属实（示例）";
    assert_int_equal(tz_progress_review(fixture->ledger, &review, &revision), TZ_OK);
    assert_int_equal(revision, 3);
    assert_string_equal(fixture_ask(fixture, ENTRY), "1- - - -;2- - - -;3accepted 2022-04-12 - -");
    assert_string_equal(
        fixture_ask(fixture, "SELECT state || review_note FROM progress WHERE revision = 3"),
        "behind属实（示例）");
}

static void by_the_day_of_the_review(void **state)
{
    ledger_fixture *fixture = *state;
    int revision = 0;
    tz_review review = review_of("采纳", "2022-04-11");
    assert_int_equal(tz_progress_review(fixture->ledger, &review, &revision), TZ_OK);
    assert_int_equal(revision, 1);
}

static void unit_and_revision_say_which(void **state)
{
    ledger_fixture *fixture = *state;
    int revision = 0;
    tz_review review = review_of("accepted", "2022-04-12");
    review.unit = "市财政局";
    assert_int_equal(tz_progress_review(fixture->ledger, &review, &revision), TZ_OK);
    assert_int_equal(revision, 2);
    review = review_of("returned", "2022-04-13");
    review.revision = 1;
    review.note = "指标未填（示例）";
    review.redo_due_on = "2022/4/20";
    assert_int_equal(tz_progress_review(fixture->ledger, &review, &revision), TZ_OK);
    assert_int_equal(revision, 1);
    assert_string_equal(fixture_ask(fixture, ENTRY),
                        "1returned 2022-04-13 2022-04-20 -;2accepted 2022-04-12 - -;3- - - -");
}

static void a_return_keeps_the_acceptance_before_it(void **state)
{
    ledger_fixture *fixture = *state;
    tz_review review = review_of("accepted", "2022-04-12");
    assert_int_equal(tz_progress_review(fixture->ledger, &review, NULL), TZ_OK);
    review = review_of("returned", "2022-05-20");
    review.note = "抽查不实（示例）";
    review.redo_due_on = "2022-05-27";
    assert_int_equal(tz_progress_review(fixture->ledger, &review, NULL), TZ_OK);
    assert_string_equal(fixture_ask(fixture, ENTRY),
                        "1- - - -;2- - - -;3returned 2022-05-20 2022-05-27 2022-04-12");
    assert_int_equal(tz_progress_review(fixture->ledger, &review, NULL), TZ_REJECTED);
    assert_string_equal(tz_ledger_error(fixture->ledger),
                        "第1项 2022Q1 第3版：已退回的进展不得再审，请另报新版次");
}

static void assert_refused(void **state, const tz_review *review, tz_status status)
{
    ledger_fixture *fixture = *state;
    int revision = 7;
    assert_int_equal(tz_progress_review(fixture->ledger, review, &revision), status);
    assert_int_equal(revision, 0);
    assert_string_equal(fixture_ask(fixture, ENTRY), "1- - - -;2- - - -;3- - - -");
}

static void a_review_that_cannot_be_leaves_nothing(void **state)
{
    tz_review review = review_of("perhaps", "2022-04-12");
    assert_refused(state, &review, TZ_MALFORMED);
    review = review_of("accepted", "2022-04-31");
    assert_refused(state, &review, TZ_MALFORMED);
    review = review_of("returned", "2022-04-12");
    review.note = "退回";
    assert_refused(state, &review, TZ_MALFORMED);
    review.redo_due_on = "2022-04-11";
    assert_refused(state, &review, TZ_REJECTED);
    review.note = "";
    review.redo_due_on = "2022-04-20";
    assert_refused(state, &review, TZ_MALFORMED);
    review = review_of("accepted", "2022-04-05");
    assert_refused(state, &review, TZ_NOT_FOUND);
    review.revision = 1;
    assert_refused(state, &review, TZ_REJECTED);
    review = review_of("accepted", "2022-04-12");
    review.revision = 1;
    assert_refused(state, &review, TZ_REJECTED);
    review.revision = 4;
    assert_refused(state, &review, TZ_NOT_FOUND);
    review.revision = 0;
    review.unit = "市人力资源社会保障局";
    assert_refused(state, &review, TZ_NOT_FOUND);
    review.unit = NULL;
    review.quarter = "2022Q2";
    assert_refused(state, &review, TZ_NOT_FOUND);
    review.quarter = "2022Q5";
    assert_refused(state, &review, TZ_MALFORMED);
    review.task = "99";
    assert_refused(state, &review, TZ_NOT_FOUND);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up_entries, domain_tear_down)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_newest_of_the_first_lead_unit_is_meant),
        TEST(by_the_day_of_the_review),
        TEST(unit_and_revision_say_which),
        TEST(a_return_keeps_the_acceptance_before_it),
        TEST(a_review_that_cannot_be_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
