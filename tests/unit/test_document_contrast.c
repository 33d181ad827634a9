/* The palettes of document.css and page.css, by the contrast that WCAG 2.1 asks: 4.5 to 1 of text
 * against what it stands on (1.4.3), 3 to 1 of lines and marks against the ground (1.4.11). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The style that is looked at. */
static const char *css_path;
static char css[16384];

static int read_css(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file)
        return 1;
    css_path = path;
    css[fread(css, 1, sizeof css - 1, file)] = '\0';
    fclose(file);
    return 0;
}

static int read_document_css(void **state)
{
    (void)state;
    return read_css(SOURCE_DIR "/src/document/document.css");
}

static int read_page_css(void **state)
{
    (void)state;
    return read_css(SOURCE_DIR "/src/render/page.css");
}

/* What stands behind `name`: a * in it is whatever stands between. */
static const char *behind(const char *name)
{
    const char *at = css;
    for (const char *part = name; at && *part != '\0';) {
        char words[64];
        int size = (int)strcspn(part, "*");
        snprintf(words, sizeof words, "%.*s", size, part);
        at = strstr(at, words);
        at = at ? at + size : NULL;
        part += part[size] == '*' ? size + 1 : size;
    }
    if (!at)
        fail_msg("no %s in %s", name, css_path);
    return at;
}

/* The colour behind `name`, #rgb or #rrggbb. */
static unsigned colour_of(const char *name)
{
    unsigned colour = 0;
    const char *at = behind(name);
    assert_int_equal(sscanf(at, " #%x", &colour), 1);
    if (strspn(strchr(at, '#') + 1, "0123456789abcdef") == 3)
        colour = (colour >> 8) * 0x110000 + (colour >> 4 & 15) * 0x1100 + (colour & 15) * 0x11;
    return colour;
}

/* Relative luminance, as WCAG defines it. */
static double luminance_of(unsigned colour)
{
    static const double shares[] = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
        double part = (colour >> (16 - 8 * i) & 255) / 255.0;
        luminance +=
            shares[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return luminance;
}

static double contrast_of(const char *one, const char *other)
{
    double a = luminance_of(colour_of(one)), b = luminance_of(colour_of(other));
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

static void assert_contrast(const char *one, const char *other, double least)
{
    double contrast = contrast_of(one, other);
    if (contrast < least)
        fail_msg("%s on %s: %.2f is under %.1f", one, other, contrast, least);
}

static const char light[] = "svg .light { fill:", dark[] = "svg .dark { fill:";

/* Black on white is 21 to 1; #777 on white, a known case, 4.48. */
static void the_measure_is_that_of_wcag(void **state)
{
    (void)state;
    assert_float_equal(contrast_of(light, dark), 21, 1e-9);
    double known = 1.05 / (luminance_of(0x777777) + 0.05);
    assert_float_equal(known, 4.48, 0.005);
}

static void lines_and_marks_stand_out_from_the_ground(void **state)
{
    (void)state;
    static const char *const tones[] = {"--green:", "--yellow:", "--red:", "--blue:", "--grey:"};
    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++) {
        assert_contrast(tones[i], "--ground:", 3);
        assert_contrast(strcmp(tones[i], "--yellow:") == 0 ? dark : light, tones[i], 4.5);
    }
}

static void numbers_are_read_on_every_shade(void **state)
{
    (void)state;
    static const char *const pale[] = {
        "svg .none0 { fill:", "svg .heat0 { fill:", "svg .heat1 { fill:", "svg .heat2 { fill:"};
    for (size_t i = 0; i < sizeof pale / sizeof *pale; i++)
        assert_contrast(dark, pale[i], 4.5);
    assert_contrast(light, "svg .heat3 { fill:", 4.5);
    assert_contrast(light, "svg .heat4 { fill:", 4.5);
}

static void words_are_read_on_the_ground(void **state)
{
    (void)state;
    static const char *const inks[] = {"--ink:", "--soft:", "--blue:"};
    for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
        assert_contrast(inks[i], "--ground:", 4.5);
    assert_contrast("--ink:", "thead th { background:", 4.5);
}

/* ---- page.css */

static const char track[] = "--track:", edge[] = "--edge:";

/* A bar is seen against its track, which is drawn in that colour alone. */
static void bars_stand_out_from_their_track(void **state)
{
    (void)state;
    static const char *const bars[] = {
        ".red {*--bar:",  ".yellow {*--bar:", ".green {*--bar:",
        ".blue {*--bar:", ".grey {*--bar:",   "var(--bar,",
    };
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
        assert_contrast(bars[i], track, 3);
    assert_non_null(strstr(css, "::-webkit-meter-bar { border: 1px solid var(--edge); "
                                "background: var(--track); }"));
}

/* How full a bar is shows by where its track ends, on rows of either shade. */
static void the_edge_of_a_track_stands_out(void **state)
{
    (void)state;
    assert_contrast(edge, track, 3);
    assert_contrast(edge, "body {*background:", 3);
    assert_contrast(edge, "tr:nth-child(even) {*background:", 3);
}

static void lamps_are_read(void **state)
{
    (void)state;
    static const char *const lamps[] = {".red {", ".yellow {", ".green {", ".blue {", ".grey {"};
    for (size_t i = 0; i < sizeof lamps / sizeof *lamps; i++) {
        char word[32], ground[32];
        snprintf(word, sizeof word, "%s*; color:", lamps[i]);
        snprintf(ground, sizeof ground, "%s*background:", lamps[i]);
        assert_contrast(word, ground, 4.5);
    }
}

int main(void)
{
    const struct CMUnitTest document[] = {
        cmocka_unit_test(the_measure_is_that_of_wcag),
        cmocka_unit_test(lines_and_marks_stand_out_from_the_ground),
        cmocka_unit_test(numbers_are_read_on_every_shade),
        cmocka_unit_test(words_are_read_on_the_ground),
    };
    const struct CMUnitTest page[] = {
        cmocka_unit_test(bars_stand_out_from_their_track),
        cmocka_unit_test(the_edge_of_a_track_stands_out),
        cmocka_unit_test(lamps_are_read),
    };
    return cmocka_run_group_tests(document, read_document_css, NULL) +
           cmocka_run_group_tests(page, read_page_css, NULL);
}
