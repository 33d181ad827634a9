#include "form_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "form_key.h"
#include "xlsx_parts.h"

#define TEXT_CELL(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"

static const char headings[] = TEXT_CELL("任务编号") TEXT_CELL("完成百分比") TEXT_CELL("状态")
    TEXT_CELL("指标1") TEXT_CELL("完成日期") TEXT_CELL("进展情况") TEXT_CELL("存在问题")
        TEXT_CELL("下一步措施") "</row>";

const char *form_key(tz_ledger *ledger, const char *task, const char *unit)
{
    static tz_buffer text;
    tz_form_key key = {.quarter = "2022Q1", .unit = unit};
    assert_int_equal(tz_form_ledger_id(ledger, key.ledger), TZ_OK);
    snprintf(key.task, sizeof key.task, "%s", task);
    tz_buffer_clear(&text);
    tz_form_key_write(&key, &text);
    assert_false(text.failed);
    return text.bytes;
}

static void add_key(tz_ledger *ledger, const char *task, tz_buffer *xml)
{
    tz_buffer_format(xml, TEXT_CELL("%s"), form_key(ledger, task, "市城管局"));
}

static void write_file(const char *path, const uint8_t *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

void form_write(tz_ledger *ledger, const char *rows, const char *path)
{
    tz_buffer xml = {0};
    size_t size;
    tz_buffer_add_text(&xml, "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/"
                             "2006/main'><sheetData><row r='4'>");
    add_key(ledger, "", &xml);
    tz_buffer_add_text(&xml, headings);
    for (; *rows != '\0'; rows++) {
        if (strncmp(rows, "%k", 2) != 0) {
            tz_buffer_add_char(&xml, *rows);
            continue;
        }
        add_key(ledger, "2022/172", &xml);
        rows++;
    }
    tz_buffer_add_text(&xml, "</sheetData></worksheet>");
    xlsx_bytes parts[XLSX_PART_COUNT] = {{xml.bytes, xml.size}};
    uint8_t *packed = xlsx_pack(parts, &size);
    write_file(path, packed, size);
    free(packed);
    tz_buffer_free(&xml);
}
