#include "sandbox.h"

#include <string.h>
#include <strings.h>
#include <time.h>

enum { SECOND_NS = 1000000000 };
/* How many operations of SQLite's machine run between two looks at the clock and the memory. SQLite
 * looks only where a program jumps back, so what runs straight on is bounded by the sizes below: so
 * many columns, so many calls that make a value out of nothing, each of so many bytes. */
enum { OPERATIONS_BETWEEN_CHECKS = 32 };
enum { MEMORY_SHARE = 48 << 20, MAKERS_ALLOWED = 64 };

/* Bounds on what is prepared and on every single value. Within one operation SQLite looks at no
 * clock either: instr over two values as long as it lets them be by default would run for hours. */
static const struct {
    int id;
    int value;
} bounds[] = {
    {SQLITE_LIMIT_LENGTH, 256 << 10},    {SQLITE_LIMIT_SQL_LENGTH, 20000},
    {SQLITE_LIMIT_COLUMN, 250},          {SQLITE_LIMIT_EXPR_DEPTH, 200},
    {SQLITE_LIMIT_COMPOUND_SELECT, 200}, {SQLITE_LIMIT_VDBE_OP, 200000},
    {SQLITE_LIMIT_ATTACHED, 0},          {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 200}, {SQLITE_LIMIT_WORKER_THREADS, 0},
};
enum { BOUND_COUNT = sizeof bounds / sizeof bounds[0] };

static const char *const harmful_functions[] = {"load_extension", "fts3_tokenizer", "readfile",
                                                "writefile", "edit"};
static const char *const value_makers[] = {"hex",    "randomblob", "zeroblob", "printf",
                                           "format", "char",       "replace"};
/* They tell about the file and change nothing; each takes at most the name of a table or index. */
static const char *const harmless_pragmas[] = {
    "table_info", "table_xinfo",      "table_list",   "index_list",
    "index_info", "foreign_key_list", "user_version", "application_id",
};
static const char *const pragmas_without_value[] = {"user_version", "application_id"};

static bool is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}
#define IS_AMONG(name, names) is_among(name, names, sizeof(names) / sizeof(names)[0])

static bool is_harmless_pragma(const char *name, const char *value)
{
    return IS_AMONG(name, harmless_pragmas) && !(value && IS_AMONG(name, pragmas_without_value));
}

static bool is_reading(int action, const char *first, const char *second)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
        return true;
    case SQLITE_UPDATE: /* asked when a table-valued function is set up; a real one is refused
                           anyway */
        return strcmp(first, "sqlite_master") == 0;
    case SQLITE_FUNCTION:
        return !IS_AMONG(second, harmful_functions);
    case SQLITE_PRAGMA:
        return is_harmless_pragma(first, second);
    default:
        return false;
    }
}

static int64_t clock_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * SECOND_NS + now.tv_nsec;
}

/* Also called by the authorizer, while SQL is prepared. */
static int check(void *context)
{
    tz_sandbox *sandbox = context;
    if (sqlite3_memory_used() > sandbox->memory_limit)
        sandbox->excess = TZ_EXCESS_MEMORY;
    else if (sandbox->has_time_limit && clock_ns() > sandbox->deadline_ns)
        sandbox->excess = TZ_EXCESS_TIME;
    return sandbox->excess != TZ_WITHIN_BOUNDS;
}

static bool makes_too_many(tz_sandbox *sandbox, int action, const char *function)
{
    if (action == SQLITE_FUNCTION && IS_AMONG(function, value_makers))
        sandbox->maker_count++;
    if (sandbox->maker_count > MAKERS_ALLOWED)
        sandbox->excess = TZ_EXCESS_MEMORY;
    return sandbox->excess != TZ_WITHIN_BOUNDS;
}

static int authorize(void *context, int action, const char *first, const char *second,
                     const char *schema, const char *inner)
{
    (void)schema;
    (void)inner;
    if (context && (check(context) || makes_too_many(context, action, second)))
        return SQLITE_DENY;
    return is_reading(action, first, second) ? SQLITE_OK : SQLITE_DENY;
}

void tz_sandbox_start(tz_sandbox *sandbox, unsigned timeout_seconds)
{
    *sandbox = (tz_sandbox){
        .time_left_ns = (int64_t)timeout_seconds * SECOND_NS,
        .has_time_limit = timeout_seconds > 0,
        .memory_limit = sqlite3_memory_used() + MEMORY_SHARE,
    };
}

static void enter(tz_sandbox *sandbox, sqlite3 *connection, int former[BOUND_COUNT])
{
    sandbox->deadline_ns = clock_ns() + sandbox->time_left_ns;
    for (int i = 0; i < BOUND_COUNT; i++)
        former[i] = sqlite3_limit(connection, bounds[i].id, bounds[i].value);
    sqlite3_progress_handler(connection, OPERATIONS_BETWEEN_CHECKS, check, sandbox);
}

static void leave(tz_sandbox *sandbox, sqlite3 *connection, const int former[BOUND_COUNT])
{
    sandbox->time_left_ns = sandbox->deadline_ns - clock_ns();
    for (int i = 0; i < BOUND_COUNT; i++)
        sqlite3_limit(connection, bounds[i].id, former[i]);
    sqlite3_progress_handler(connection, 0, NULL, NULL);
}

int tz_sandbox_prepare(tz_sandbox *sandbox, sqlite3 *connection, const char *sql,
                       sqlite3_stmt **statement, const char **tail)
{
    int former[BOUND_COUNT];
    enter(sandbox, connection, former);
    sqlite3_set_authorizer(connection, authorize, sandbox);
    int code = sqlite3_prepare_v2(connection, sql, -1, statement, tail);
    sqlite3_set_authorizer(connection, NULL, NULL);
    leave(sandbox, connection, former);
    return code;
}

int tz_sandbox_step(tz_sandbox *sandbox, sqlite3_stmt *statement)
{
    int former[BOUND_COUNT];
    sqlite3 *connection = sqlite3_db_handle(statement);
    enter(sandbox, connection, former);
    int code = sqlite3_step(statement);
    leave(sandbox, connection, former);
    return code;
}

int tz_prepare_reading(sqlite3 *connection, const char *sql, sqlite3_stmt **statement)
{
    sqlite3_set_authorizer(connection, authorize, NULL);
    int code = sqlite3_prepare_v2(connection, sql, -1, statement, NULL);
    sqlite3_set_authorizer(connection, NULL, NULL);
    return code;
}
