/* letter_template.c: the templates of letters: those built in, or an office's own. */
#include "letter_template.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "embedded_file.h"
#include "encoding.h"
#include "output.h"

/* The files of the folder templates, built in. */
extern const struct tz_embedded letter_template_files[];
extern const size_t letter_template_files_count;

/* The nearest, and all there are: each kind of letter has its own. */
static void advise_of_fields(cli *run, const char *name, const template_field *fields, size_t count)
{
    const template_field *nearest = template_nearest(name, fields, count);
    tz_buffer names = {0};
    if (nearest)
        advise(run, "最相近的是：{{%s}}", "nearest: {{%s}}",
               TZ_PICK(run->language, nearest->zh, nearest->en));
    for (size_t i = 0; i < count; i++)
        tz_buffer_format(&names, "%s%s", i > 0 ? TZ_PICK(run->language, "、", ", ") : "",
                         TZ_PICK(run->language, fields[i].zh, fields[i].en));
    advise(run, "可用：%s", "there are: %s", tz_buffer_text(&names));
    tz_buffer_free(&names);
}

static tz_status complain_of_field(cli *run, const char *path, const template_problem *problem,
                                   const template_field *fields, size_t count)
{
    complain(run, TZ_REJECTED, "%s:%zu：没有字段“%s”", "%s:%zu: there is no field \"%s\"", path,
             problem->line, problem->name);
    advise_of_fields(run, problem->name, fields, count);
    return TZ_REJECTED;
}

static tz_status complain_of_template(cli *run, const char *path, const template_problem *problem,
                                      const template_field *fields, size_t count)
{
    switch (problem->fault) {
    case TEMPLATE_UNKNOWN_FIELD:
        return complain_of_field(run, path, problem, fields, count);
    case TEMPLATE_UNCLOSED_FIELD:
        return complain(run, TZ_REJECTED, "%s:%zu：字段“{{%s”缺少 }}",
                        "%s:%zu: the field \"{{%s\" is not closed by }}", path, problem->line,
                        problem->name);
    case TEMPLATE_TABLE_IN_TEXT:
        return complain(run, TZ_REJECTED, "%s:%zu：表格字段 {{%s}} 须单独成行",
                        "%s:%zu: the table {{%s}} stands alone in its line", path, problem->line,
                        problem->name);
    case TEMPLATE_NO_TITLE:
        complain(run, TZ_REJECTED, "%s:%zu：缺少标题", "%s:%zu: there is no title", path,
                 problem->line);
        advise(run, "第一行（// 开头的除外）写作：# 标题",
               "the first line but for remarks (//) is: # title");
        return TZ_REJECTED;
    case TEMPLATE_SOUND:
        break;
    }
    return TZ_OK;
}

static tz_status complain_of_file(cli *run, const char *path, tz_status status, size_t line)
{
    switch (status) {
    case TZ_NOT_FOUND:
        complain(run, status, "没有模板 %s", "there is no template %s", path);
        advise(run, "用 taizhang letter template -o 文件夹 写出内置模板",
               "taizhang letter template -o FOLDER writes out those built in");
        return status;
    case TZ_REJECTED:
        return complain(run, status, "%s:%zu：不是 UTF-8 或 GB18030 文本，或超过 64 KiB",
                        "%s:%zu: not text in UTF-8 or GB18030, or longer than 64 KiB", path, line);
    case TZ_NO_MEMORY:
        return complain(run, status, "内存不足", "out of memory");
    default:
        return complain(run, status, "%s 无法读取：%s", "%s can't be read: %s", path,
                        strerror(errno));
    }
}

static tz_status read_file(cli *run, const char *path, tz_buffer *text)
{
    tz_text_source *source = NULL;
    size_t line = 0;
    tz_status status = tz_text_source_open(path, &source, &line);
    if (status == TZ_OK)
        status = tz_text_source_read_all(source, TEMPLATE_LONGEST, text);
    tz_text_source_close(source);
    return status == TZ_OK ? TZ_OK : complain_of_file(run, path, status, line);
}

static const char *built_in(const char *name)
{
    for (size_t i = 0; i < letter_template_files_count; i++)
        if (strcmp(letter_template_files[i].name, name) == 0)
            return letter_template_files[i].text;
    return "";
}

tz_status read_letter_template(cli *run, const char *folder, const char *name,
                               const template_field *fields, size_t count, tz_buffer *text)
{
    tz_buffer path = {0};
    template_problem problem;
    tz_status status = TZ_OK;
    if (folder) {
        tz_buffer_format(&path, "%s/%s.txt", folder, name);
        status = path.failed ? complain(run, TZ_NO_MEMORY, "内存不足", "out of memory")
                             : read_file(run, tz_buffer_text(&path), text);
    } else
        tz_buffer_add_text(text, built_in(name));
    if (status == TZ_OK && !template_check(tz_buffer_text(text), fields, count, &problem))
        status = complain_of_template(run, tz_buffer_text(&path), &problem, fields, count);
    tz_buffer_free(&path);
    return status;
}

tz_status make_folder(cli *run, const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return TZ_OK;
    return complain(run, TZ_IO, "文件夹 %s 无法建立：%s", "the folder %s can't be made: %s", path,
                    strerror(errno));
}

/* ---- letter template */

/* What an office has written is not written over. */
static tz_status write_template(cli *run, const char *folder, const struct tz_embedded *file)
{
    tz_buffer path = {0};
    output out;
    tz_buffer_format(&path, "%s/%s.txt", folder, file->name);
    if (path.failed)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    const char *name = keep_copy(run, tz_buffer_text(&path));
    tz_buffer_free(&path);
    if (!name)
        return complain(run, TZ_NO_MEMORY, "内存不足", "out of memory");
    if (access(name, F_OK) == 0)
        return complain(run, TZ_REFUSED, "%s 已存在，不覆盖", "%s is there: not overwritten", name);
    run->options.output_path = name;
    tz_status status = open_output(run, &out);
    if (status != TZ_OK)
        return status;
    errno = 0;
    if (fputs(file->text, out.file) < 0)
        status = complain_of_output(run, &out);
    status = close_output(run, &out, status);
    if (status == TZ_OK)
        say(run, "已写出模板 %s", "wrote the template %s", name);
    return status;
}

static tz_status run_template(cli *run)
{
    const char *folder = run->options.output_path;
    if (!folder || strcmp(folder, "-") == 0)
        return complain(run, TZ_MALFORMED, "请用 --output 指明文件夹",
                        "give the folder with --output");
    tz_status status = make_folder(run, folder);
    for (size_t i = 0; status == TZ_OK && i < letter_template_files_count; i++)
        status = write_template(run, folder, &letter_template_files[i]);
    return status;
}

const command_entry letter_template_command = {
    "letter template",
    "将内置的函件模板写到文件夹，供修改后用 --templates 取用",
    "write the built-in templates of letters into a folder, to be edited and used by --templates",
    "",
    "",
    0,
    0,
    IS_FOLDER,
    NULL,
    run_template,
};
