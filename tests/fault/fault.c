#include "fault.h"

#include <assert.h>
#include <stddef.h>

#include <sqlite3.h>

static struct {
    bool is_armed, was_hit;
    fault_source source;
    fault_kind kind;
    long number, count;
} fault;

static sqlite3_mem_methods sqlite;

void fault_arm(fault_source source, fault_kind kind, long number)
{
    fault.is_armed = true;
    fault.was_hit = false;
    fault.source = source;
    fault.kind = kind;
    fault.number = number;
    fault.count = 0;
}

bool fault_disarm(void)
{
    fault.is_armed = false;
    return fault.was_hit;
}

long fault_count(void)
{
    return fault.count;
}

static bool is_refused(fault_source source)
{
    if (!fault.is_armed || source != fault.source)
        return false;
    fault.count++;
    if (fault.number == 0 || fault.count < fault.number)
        return false;
    if (fault.count > fault.number && fault.kind == FAULT_ONCE)
        return false;
    fault.was_hit = true;
    return true;
}

/* ---- SQLite's */

static void *allocate(int size)
{
    return is_refused(FAULT_OF_SQLITE) ? NULL : sqlite.xMalloc(size);
}

static void *reallocate(void *memory, int size)
{
    return is_refused(FAULT_OF_SQLITE) ? NULL : sqlite.xRealloc(memory, size);
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
    return is_refused(FAULT_OF_LIBRARY) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused(FAULT_OF_LIBRARY) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
    return is_refused(FAULT_OF_LIBRARY) ? NULL : __real_realloc(memory, size);
}

char *__wrap_strdup(const char *text)
{
    return is_refused(FAULT_OF_LIBRARY) ? NULL : __real_strdup(text);
}

char *__wrap_strndup(const char *text, size_t size)
{
    return is_refused(FAULT_OF_LIBRARY) ? NULL : __real_strndup(text, size);
}
