/* own_report.c: an office's own reports (本单位报表). What they may do is the sandbox's; here they
 * are found and read. */
#include "own_report.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "input.h"

static const char suffix[] = ".sql";
enum { SUFFIX_SIZE = sizeof suffix - 1 };

/* A report is a file of the folder itself, and none that is hidden. */
static bool is_file_name(const char *name)
{
    return name[0] != '\0' && name[0] != '.' && strchr(name, '/') == NULL;
}

static void add_path(const tz_ledger *ledger, const char *name, tz_buffer *path)
{
    tz_buffer_format(path, "%s/%s%s", ledger->report_folder, name, suffix);
}

bool tz_report_is_own(const tz_ledger *ledger, const char *name)
{
    tz_buffer path = {0};
    if (!ledger->report_folder || !is_file_name(name))
        return false;
    add_path(ledger, name, &path);
    bool is_there = !path.failed && access(tz_buffer_text(&path), F_OK) == 0;
    tz_buffer_free(&path);
    return is_there;
}

static tz_status fail_at(tz_ledger *ledger, const tz_report_text *report, const char *at)
{
    size_t line = 1;
    for (const char *next = report->text; at && next < at; next++)
        line += *next == '\n';
    tz_name_record(ledger, "%s:%zu", "%s:%zu", report->path, line);
    return TZ_REJECTED;
}

static tz_status check_name_and_title(tz_ledger *ledger, const tz_report_text *report)
{
    size_t size = 0;
    if (tz_report_find(report->name)) {
        tz_fail(ledger, TZ_REJECTED, "“%s”是内置报表的名称",
                "\"%s\" is the name of a built-in report", report->name);
        tz_hint(ledger, "请将文件改名", "rename the file");
        tz_name_record(ledger, "%s:1", "%s:1", report->path);
        return TZ_REJECTED;
    }
    const char *title = tz_report_title(report->text, ledger->language, &size);
    if (size > 0 && title != report->text && strncmp(report->text, "-- :", 4) != 0)
        return TZ_OK;
    tz_fail(ledger, TZ_REJECTED, "第一行须是标题：-- 中文标题 | English title",
            "the first line is the title: -- 中文标题 | English title");
    return fail_at(ledger, report, report->text);
}

/* Lines end in \n alone, also those of a file from Windows. */
static void drop_carriage_returns(tz_buffer *text)
{
    size_t kept = 0;
    for (size_t i = 0; i < text->size; i++)
        if (text->bytes[i] != '\r')
            text->bytes[kept++] = text->bytes[i];
    if (text->bytes)
        text->bytes[kept] = '\0';
    text->size = kept;
}

tz_status tz_own_report_read(tz_ledger *ledger, const char *name, tz_buffer *path, tz_buffer *text)
{
    add_path(ledger, name, path);
    if (path->failed)
        return tz_fail_memory(ledger);
    tz_status status = tz_input_read_text(ledger, tz_buffer_text(path), text);
    if (status != TZ_OK)
        return status;
    drop_carriage_returns(text);
    tz_report_text report = {name, tz_buffer_text(text), tz_buffer_text(path)};
    return check_name_and_title(ledger, &report);
}

/* ---- its statement */

static tz_status check_parameters(tz_rows *rows, const tz_report_text *report)
{
    int last = sqlite3_bind_parameter_count(rows->statement);
    for (int i = 1; i <= last; i++) {
        const char *name = sqlite3_bind_parameter_name(rows->statement, i);
        if (name && name[0] == ':' && tz_report_declares(report->text, name + 1))
            continue;
        tz_fail(rows->ledger, TZ_REJECTED, "参数 %s 未在开头注明",
                "the parameter %s is not declared", name ? name : "?");
        tz_hint(rows->ledger, "在标题下加一行：-- %s 含义",
                "add a line under the title: -- %s meaning", name ? name : ":name");
        return fail_at(rows->ledger, report, name ? strstr(report->text, name) : NULL);
    }
    return TZ_OK;
}

tz_status tz_own_report_prepare(tz_rows *rows, const tz_report_text *report)
{
    tz_status status =
        tz_sql_prepare(rows, report->text, report->path, &rows->ledger->report_limits);
    return status == TZ_OK ? check_parameters(rows, report) : status;
}

static tz_status check_remark(tz_rows *rows, const tz_report_text *report, const char *remark)
{
    size_t size;
    const char *names = tz_report_remark(report->text, remark, &size), *name;
    const char *end = names ? names + size : NULL;
    while (names && (name = tz_report_next_column(&names, &size)) && name < end) {
        size_t length = name + size > end ? (size_t)(end - name) : size;
        if (tz_rows_find_column(rows, name, length))
            continue;
        tz_fail(rows->ledger, TZ_REJECTED, "%3$s 所列的 %1$.*2$s 不是查询结果的列",
                "the query gives no column %1$.*2$s, named for the %3$s", name, (int)length,
                remark);
        return fail_at(rows->ledger, report, name);
    }
    return TZ_OK;
}

tz_status tz_own_report_check_columns(tz_rows *rows, const tz_report_text *report)
{
    tz_status status = check_remark(rows, report, "table");
    return status == TZ_OK ? check_remark(rows, report, "sheet") : status;
}

/* ---- which there are */

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static bool add_name(const char *file, char ***names, size_t *count)
{
    size_t size = strlen(file);
    if (!is_file_name(file) || size <= SUFFIX_SIZE ||
        strcmp(file + size - SUFFIX_SIZE, suffix) != 0)
        return true;
    char **grown = realloc(*names, (*count + 1) * sizeof *grown);
    if (!grown)
        return false;
    *names = grown;
    grown[*count] = strndup(file, size - SUFFIX_SIZE);
    if (!grown[*count])
        return false;
    ++*count;
    return true;
}

static tz_status read_folder(tz_ledger *ledger, DIR *folder, char ***names, size_t *count)
{
    const struct dirent *entry;
    while ((entry = readdir(folder)))
        if (!add_name(entry->d_name, names, count))
            return tz_fail_memory(ledger);
    if (*count > 0)
        qsort(*names, *count, sizeof **names, compare_names);
    return TZ_OK;
}

tz_status tz_own_report_names(tz_ledger *ledger, char ***names, size_t *count)
{
    *names = NULL;
    *count = 0;
    if (!ledger->report_folder)
        return TZ_OK;
    DIR *folder = opendir(ledger->report_folder);
    if (!folder)
        return tz_fail(ledger, errno == ENOENT ? TZ_NOT_FOUND : TZ_IO, "报表文件夹 %s 打不开：%s",
                       "the folder of reports %s can't be opened: %s", ledger->report_folder,
                       strerror(errno));
    tz_status status = read_folder(ledger, folder, names, count);
    closedir(folder);
    return status;
}

void tz_own_report_names_free(char **names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(names[i]);
    free(names);
}
