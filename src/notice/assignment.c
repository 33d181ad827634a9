/* assignment.c: reads 牵头领导：A；牵头单位：B；责任单位：C、D，各县（市、区）人民政府. */
#include "assignment.h"

#include <string.h>

#include "label.h"
#include "typeset.h"
#include "unit_name.h"

/* So many names in one bracket, or so long a one, are no units any more. */
enum { MOST_NAMES = 400, LONGEST_NAME = 40 * 3 /* bytes */ };

/* A unit while its role isn't settled. */
typedef struct assigned_unit {
    notice_list_kind kind;
    bool is_open_end; /* 等 stood behind it */
    const char *name, *written_as;
} assigned_unit;

/* One task's lists while they are read. */
typedef struct assignment {
    notice_reader *reader;
    notice_task *task;
    size_t line; /* of the list being read */
    notice_list_kind kind;
    assigned_unit *units;
    size_t unit_count;
    size_t group; /* index of the first unit since the last label, ； or verb */
    notice_deadline deadline;
} assignment;

#define REPORT(assigned, severity, zh, en, ...)                                                    \
    notice_report((assigned)->reader, severity, (assigned)->line, (assigned)->task->code, zh, en,  \
                  __VA_ARGS__)
#define SPAN_ARGUMENTS(span) (int)notice_span_size(span), (span).begin

static const char *copy(assignment *assigned, notice_span text)
{
    const char *bytes =
        notice_memory_copy(assigned->reader->memory, text.begin, notice_span_size(text));
    if (bytes == NULL)
        assigned->reader->failed = true;
    return bytes;
}

bool notice_says_first_unit_leads(notice_span text)
{
    static const char *const words[] = {"第一", "首位"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        notice_span rest = text;
        const char *found;
        while ((found = notice_span_find(rest, words[i])) != NULL) {
            rest.begin = found + strlen(words[i]);
            notice_span near = rest;
            size_t reach = strlen("位的单位为牵头单位");
            if (notice_span_size(near) > reach)
                near.end = near.begin + reach;
            if (notice_span_contains(near, "牵头"))
                return true;
        }
    }
    return false;
}

/* ---------------------------------------------------------------- leaders */

static void add_leader(assignment *assigned, notice_span name)
{
    notice_task *task = assigned->task;
    if (notice_unit_take_open_end(&name))
        REPORT(assigned, NOTICE_QUESTION, "牵头领导的名单以“等”结尾，只记列出的：%.*s",
               "the list of leaders ends in 等; only those named are kept: %.*s",
               SPAN_ARGUMENTS(name));
    if (notice_span_is_empty(name) || task->leader_count == MOST_NAMES)
        return;
    notice_leader *leaders = notice_memory_grow(assigned->reader->memory, task->leaders,
                                                task->leader_count, sizeof *leaders);
    if (leaders == NULL) {
        assigned->reader->failed = true;
        return;
    }
    task->leaders = leaders;
    leaders[task->leader_count++] =
        (notice_leader){copy(assigned, name), notice_leader_is_collective(name)};
}

/* ---------------------------------------------------------------- units */

static const char *after_aliases(assignment *assigned, const char *name)
{
    const notice_options *options = assigned->reader->options;
    for (size_t i = 0; i < options->alias_count; i++) {
        const notice_alias *alias = &options->aliases[i];
        if (strcmp(alias->alias, name) != 0)
            continue;
        REPORT(assigned, NOTICE_REPAIRED, "“%s”按别名表记作“%s”：%s",
               "“%s” is “%s” by the alias list: %s", name, alias->name,
               alias->reason == NULL ? "" : alias->reason);
        return copy(assigned, notice_span_of(alias->name));
    }
    return name;
}

/* 省科技厅、工业和信息化厅: the second is 省工业和信息化厅. */
static const char *with_prefix(assignment *assigned, const char *name)
{
    if (assigned->unit_count == 0)
        return name;
    notice_span first = notice_span_of(assigned->units[0].written_as);
    const char *prefix =
        notice_unit_lacking_prefix(first, notice_span_of(name), assigned->reader->place);
    if (prefix == NULL)
        return name;
    REPORT(assigned, NOTICE_REPAIRED, "“%s”前省略的“%s”字已补",
           "“%s” lacks “%s”, which was supplied", name, prefix);
    tz_buffer full = {0};
    tz_buffer_format(&full, "%s%s", prefix, name);
    if (full.failed)
        assigned->reader->failed = true;
    const char *named = copy(assigned, notice_span_of(tz_buffer_text(&full)));
    tz_buffer_free(&full);
    return named;
}

static void push_unit(assignment *assigned, assigned_unit unit)
{
    assigned_unit *units = notice_memory_grow(assigned->reader->memory, assigned->units,
                                              assigned->unit_count, sizeof *units);
    if (units == NULL || unit.written_as == NULL || unit.name == NULL) {
        assigned->reader->failed = true;
        return;
    }
    assigned->units = units;
    units[assigned->unit_count++] = unit;
}

static void add_unit(assignment *assigned, notice_span name, bool is_open_end)
{
    if (assigned->unit_count == MOST_NAMES) {
        REPORT(assigned, NOTICE_GAP, "一项任务的单位超过%d个，其余略过",
               "over %d units for one task; the others were passed over", MOST_NAMES);
        assigned->kind = NOTICE_LIST_IGNORED;
        return;
    }
    if (notice_span_size(name) > LONGEST_NAME)
        REPORT(assigned, NOTICE_QUESTION, "不像一个单位名称：%.*s",
               "does not look like a unit: %.*s", SPAN_ARGUMENTS(name));
    const char *written_as = copy(assigned, name);
    if (written_as == NULL)
        return;
    const char *named = with_prefix(assigned, written_as);
    if (named != NULL)
        named = after_aliases(assigned, named);
    push_unit(assigned, (assigned_unit){assigned->kind, is_open_end, named, written_as});
}

/* ---------------------------------------------------------------- entries */

static void add_deadline(assignment *assigned, notice_span text)
{
    if (assigned->deadline.text != NULL)
        REPORT(assigned, NOTICE_QUESTION, "第二个时限略过：%.*s",
               "a second deadline passed over: %.*s", SPAN_ARGUMENTS(text));
    else
        assigned->deadline = (notice_deadline){copy(assigned, text), assigned->line};
}

/* Takes a remark in a bracket of its own off the end, such as （牵头） or
 * （列第一位的为牵头单位，下同）. */
static void take_remark(assignment *assigned, notice_span *entry)
{
    const char *opening = notice_span_find(*entry, "（");
    if (opening == NULL || !notice_span_ends(*entry, "）"))
        return;
    notice_span remark = {opening + strlen("（"), entry->end - strlen("）")};
    if (notice_says_first_unit_leads(remark))
        assigned->reader->first_unit_leads = true;
    else if (notice_span_equals(remark, "牵头"))
        assigned->kind = NOTICE_LIST_LEAD;
    else
        return;
    entry->end = opening;
}

/* A牵头，B、C配合: the verb tells the role of the units since the last one. */
static bool take_verb(assignment *assigned, notice_span *entry)
{
    if (assigned->kind != NOTICE_LIST_UNLABELLED && assigned->kind != NOTICE_LIST_RESPONSIBLE)
        return false;
    notice_list_kind kind;
    if (!notice_verb_take(entry, &kind))
        return false;
    for (size_t i = assigned->group; i < assigned->unit_count; i++)
        assigned->units[i].kind = kind;
    notice_span_take(entry, "由");
    assigned->kind = kind;
    return true;
}

static void read_unit(assignment *assigned, notice_span entry)
{
    notice_list_kind kind = assigned->kind;
    take_remark(assigned, &entry);
    bool has_verb = take_verb(assigned, &entry);
    if (kind == NOTICE_LIST_UNLABELLED)
        notice_span_take(&entry, "由");
    bool is_open_end = notice_unit_take_open_end(&entry);
    if (!notice_span_is_empty(entry))
        add_unit(assigned, entry, is_open_end);
    else if (is_open_end && assigned->unit_count > 0)
        assigned->units[assigned->unit_count - 1].is_open_end = true;
    if (assigned->kind != NOTICE_LIST_IGNORED)
        assigned->kind = kind;
    if (has_verb)
        assigned->group = assigned->unit_count;
}

static void read_entry(assignment *assigned, notice_span entry)
{
    bool is_remark = !notice_span_contains(entry, "（") && notice_says_first_unit_leads(entry);
    if (is_remark)
        assigned->reader->first_unit_leads = true;
    if (is_remark || notice_span_equals(entry, "下同") || assigned->kind == NOTICE_LIST_IGNORED)
        return;
    if (assigned->kind == NOTICE_LIST_LEADERS)
        add_leader(assigned, entry);
    else if (assigned->kind == NOTICE_LIST_DEADLINE || notice_is_deadline(entry))
        add_deadline(assigned, entry);
    else
        read_unit(assigned, entry);
}

/* ---------------------------------------------------------------- lists */

static bool is_balanced(notice_span text)
{
    size_t depth = 0;
    while (!notice_span_is_empty(text)) {
        uint32_t character = notice_span_take_first(&text);
        if (notice_opening(character) != NOTICE_NO_BRACKET)
            depth++;
        if (notice_closing(character) != NOTICE_NO_BRACKET && depth-- == 0)
            return false;
    }
    return depth == 0;
}

/* Units are separated by 、 and ，; lists of different roles by ； and 。 */
static bool is_separator(uint32_t character)
{
    return character == 0x3001 || character == 0xFF0C || character == ',';
}

static bool ends_list(uint32_t character)
{
    return character == 0xFF1B || character == ';' || character == 0x3002;
}

/* Takes the text up to the next separator off the front; 各县（市、区）人民政府 is one entry. A
 * deadline goes on to the list's end, as a sentence may stand there. */
static notice_span take_entry(notice_span *rest, bool is_balanced_text, bool to_list_end)
{
    notice_span entry = {rest->begin, rest->begin};
    size_t depth = 0;
    while (!notice_span_is_empty(*rest)) {
        uint32_t character = notice_span_first(*rest);
        if (depth == 0 && (ends_list(character) || (is_separator(character) && !to_list_end)))
            break;
        notice_span_take_first(rest);
        if (is_balanced_text) {
            depth += notice_opening(character) != NOTICE_NO_BRACKET;
            depth -= notice_closing(character) != NOTICE_NO_BRACKET;
        }
    }
    entry.end = rest->begin;
    return notice_span_trim(entry);
}

static void skip_separators(assignment *assigned, notice_span *rest, notice_list_kind kind)
{
    for (;;) {
        uint32_t character = notice_span_first(*rest);
        if (!is_separator(character) && !ends_list(character) && !notice_is_space(character))
            return;
        notice_span_take_first(rest);
        if (ends_list(character)) {
            assigned->kind = kind;
            assigned->group = assigned->unit_count;
        }
    }
}

static void take_label(assignment *assigned, notice_span *rest)
{
    notice_span label = *rest;
    bool lacks_colon;
    if (notice_label_take(rest, &assigned->kind, &lacks_colon)) {
        label.end = rest->begin;
        if (lacks_colon)
            REPORT(assigned, NOTICE_REPAIRED, "“%.*s”后面缺冒号，已补",
                   "the colon behind “%.*s” was lost and is supplied", SPAN_ARGUMENTS(label));
    } else if (notice_label_take_unknown(rest, &label)) {
        assigned->kind = NOTICE_LIST_IGNORED;
        REPORT(assigned, NOTICE_QUESTION, "“%.*s”不是已知的名目，其后内容略过",
               "“%.*s” isn't a known label; what follows it was passed over",
               SPAN_ARGUMENTS(label));
    } else {
        return;
    }
    assigned->group = assigned->unit_count;
}

static void read_list(assignment *assigned, const notice_list *list)
{
    assigned->line = list->line;
    assigned->kind = list->kind;
    assigned->group = assigned->unit_count;
    const char *content = notice_typeset_copy(assigned->reader, list->text);
    if (content == NULL)
        return;
    notice_span rest = notice_span_of(content);
    bool has_balance = is_balanced(rest);
    while (!assigned->reader->failed) {
        skip_separators(assigned, &rest, list->kind);
        take_label(assigned, &rest);
        if (notice_span_is_empty(rest))
            return;
        bool to_list_end = assigned->kind == NOTICE_LIST_DEADLINE;
        notice_span entry = take_entry(&rest, has_balance, to_list_end);
        if (!notice_span_is_empty(entry))
            read_entry(assigned, entry);
    }
}

/* ---------------------------------------------------------------- roles */

static assigned_unit *first_of(assignment *assigned, notice_list_kind kind)
{
    for (size_t i = 0; i < assigned->unit_count; i++) {
        if (assigned->units[i].kind == kind)
            return &assigned->units[i];
    }
    return NULL;
}

/* A list without a label: after lead units the responsible units can be meant. */
static void settle_unlabelled(assignment *assigned)
{
    if (first_of(assigned, NOTICE_LIST_UNLABELLED) == NULL)
        return;
    if (first_of(assigned, NOTICE_LIST_LEAD) != NULL)
        REPORT(assigned, NOTICE_REPAIRED, "“%s”起缺“责任单位：”，按责任单位处理",
               "the label 责任单位： is missing before “%s”; read as responsible units",
               first_of(assigned, NOTICE_LIST_UNLABELLED)->written_as);
    else
        REPORT(assigned, NOTICE_QUESTION, "“%s”没有写明是牵头还是责任单位，按责任单位处理",
               "“%s” has no role; read as a responsible unit",
               first_of(assigned, NOTICE_LIST_UNLABELLED)->written_as);
    for (size_t i = 0; i < assigned->unit_count; i++) {
        if (assigned->units[i].kind == NOTICE_LIST_UNLABELLED)
            assigned->units[i].kind = NOTICE_LIST_RESPONSIBLE;
    }
}

static void settle_open_ends(assignment *assigned)
{
    for (size_t i = 0; i < assigned->unit_count; i++) {
        if (!assigned->units[i].is_open_end)
            continue;
        if (assigned->units[i].kind == NOTICE_LIST_LEAD)
            assigned->task->lead_open = true;
        else
            assigned->task->responsible_open = true;
    }
}

/* （责任单位：A、B）: A leads. */
static void settle_lead(assignment *assigned)
{
    assigned_unit *first = first_of(assigned, NOTICE_LIST_RESPONSIBLE);
    if (first == NULL || first_of(assigned, NOTICE_LIST_LEAD) != NULL)
        return;
    first->kind = NOTICE_LIST_LEAD;
    notice_reader *reader = assigned->reader;
    if (reader->first_unit_leads || reader->first_unit_leads_asked)
        return;
    reader->first_unit_leads_asked = true;
    REPORT(assigned, NOTICE_QUESTION,
           "没有写明牵头单位，按列第一位的为牵头单位处理（如“%s”），下同",
           "no lead unit is named; the first one (here “%s”) is taken for it, here and below",
           first->written_as);
}

static bool has_unit(const notice_task *task, const char *name)
{
    for (size_t i = 0; i < task->unit_count; i++) {
        if (strcmp(task->units[i].name, name) == 0)
            return true;
    }
    return false;
}

static void write_units(assignment *assigned, notice_role role)
{
    notice_task *task = assigned->task;
    for (size_t i = 0; i < assigned->unit_count; i++) {
        const assigned_unit *unit = &assigned->units[i];
        if ((unit->kind == NOTICE_LIST_LEAD) != (role == NOTICE_LEAD))
            continue;
        if (has_unit(task, unit->name)) {
            REPORT(assigned, NOTICE_QUESTION, "“%s”重复列出，只记一次",
                   "“%s” is named twice; kept once", unit->name);
            continue;
        }
        bool is_collective = notice_unit_is_collective(notice_span_of(unit->name));
        task->units[task->unit_count++] =
            (notice_unit){unit->name, unit->written_as, role, is_collective};
    }
}

notice_deadline notice_assign(notice_reader *reader, const notice_item *item, notice_task *task)
{
    assignment assigned = {.reader = reader, .task = task, .line = item->first_line};
    for (size_t i = 0; i < item->list_count && !reader->failed; i++)
        read_list(&assigned, &item->lists[i]);
    if (reader->failed || assigned.unit_count == 0)
        return assigned.deadline;
    settle_unlabelled(&assigned);
    settle_open_ends(&assigned);
    settle_lead(&assigned);
    task->units = notice_memory_take(reader->memory, assigned.unit_count * sizeof *task->units);
    if (task->units == NULL) {
        reader->failed = true;
        return assigned.deadline;
    }
    write_units(&assigned, NOTICE_LEAD);
    write_units(&assigned, NOTICE_RESPONSIBLE);
    return assigned.deadline;
}
