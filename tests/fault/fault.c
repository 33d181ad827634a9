#include "fault.h"

#include <assert.h>
#include <stddef.h>

#include <sqlite3.h>

static struct {
    fault_kind kind;
    long left; /* allocations until the one that fails; 0: not armed */
    bool was_hit;
} fault;

static sqlite3_mem_methods sqlite;

void fault_arm(fault_kind kind, long number)
{
    fault.kind = kind;
    fault.left = number;
    fault.was_hit = false;
}

bool fault_disarm(void)
{
    fault.left = 0;
    return fault.was_hit;
}

static bool is_refused(void)
{
    if (fault.left == 0)
        return false;
    if (fault.left > 1) {
        fault.left--;
        return false;
    }
    fault.was_hit = true;
    if (fault.kind == FAULT_ONCE)
        fault.left = 0;
    return true;
}

/* ---- SQLite's */

static void *allocate(int size)
{
    return is_refused() ? NULL : sqlite.xMalloc(size);
}

static void *reallocate(void *memory, int size)
{
    return is_refused() ? NULL : sqlite.xRealloc(memory, size);
}

void fault_install(void)
{
    int code = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &sqlite);
    assert(code == SQLITE_OK);
    sqlite3_mem_methods failing = sqlite;
    failing.xMalloc = allocate;
    failing.xRealloc = reallocate;
    code = sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    assert(code == SQLITE_OK);
    /* The memory that each connection sets aside would hide most allocations. */
    code = sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    assert(code == SQLITE_OK);
    (void)code;
}

/* ---- the library's, see CMakeLists.txt */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t size);

void *__wrap_malloc(size_t size)
{
    return is_refused() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return is_refused() ? NULL : __real_realloc(memory, size);
}

char *__wrap_strdup(const char *text)
{
    return is_refused() ? NULL : __real_strdup(text);
}

char *__wrap_strndup(const char *text, size_t size)
{
    return is_refused() ? NULL : __real_strndup(text, size);
}
