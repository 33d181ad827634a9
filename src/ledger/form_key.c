/* form_key.c: the keys of forms and of their rows. */
#include "form_key.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "query.h"

#define MARK "TZFORM1|"
enum { CHECK_BYTES = 4, CHECK_SIZE = 2 * CHECK_BYTES + 1, FIELDS = 4 };

tz_status tz_form_ledger_id(tz_ledger *ledger, char id[TZ_LEDGER_ID_SIZE])
{
    sqlite3_stmt *statement = NULL;
    id[0] = '\0';
    tz_status status = tz_prepare(ledger, "SELECT max(ledger_id) FROM ledger", &statement);
    if (status == TZ_OK)
        status = tz_query_text(ledger, statement, id, TZ_LEDGER_ID_SIZE);
    if (status != TZ_OK || id[0] != '\0')
        return status;
    tz_fail(ledger, TZ_REJECTED, "台账缺少标识，填报表无从对应",
            "the ledger has no identity, which its forms are tied to");
    tz_hint(ledger, "用 verify 核验台账", "verify tells what has become of the ledger");
    return TZ_REJECTED;
}

static void make_check(const tz_form_key *key, char check[CHECK_SIZE])
{
    unsigned char hash[crypto_generichash_BYTES_MIN];
    crypto_generichash_state state;
    const char *const fields[FIELDS] = {key->ledger, key->quarter, key->task, key->unit};
    if (sodium_init() < 0) {
        /* it could not choose the fastest implementation: the hash is the same without */
    }
    crypto_generichash_init(&state, NULL, 0, sizeof hash);
    for (size_t i = 0; i < FIELDS; i++) /* each with its NUL */
        crypto_generichash_update(&state, (const unsigned char *)fields[i], strlen(fields[i]) + 1);
    crypto_generichash_final(&state, hash, sizeof hash);
    sodium_bin2hex(check, CHECK_SIZE, hash, CHECK_BYTES);
}

void tz_form_key_write(const tz_form_key *key, tz_buffer *text)
{
    char check[CHECK_SIZE];
    make_check(key, check);
    tz_buffer_format(text, MARK "%s|%s|%s|%s|%s", key->ledger, key->quarter, key->task, check,
                     key->unit);
}

/* Takes what stands before the next bar. */
static bool take_field(const char **text, char *field, size_t size)
{
    const char *bar = strchr(*text, '|');
    if (bar == NULL || (size_t)(bar - *text) >= size)
        return false;
    memcpy(field, *text, (size_t)(bar - *text));
    field[bar - *text] = '\0';
    *text = bar + 1;
    return true;
}

bool tz_form_key_read(const char *text, tz_form_key *key, bool *is_whole)
{
    char given[CHECK_SIZE], check[CHECK_SIZE];
    *is_whole = false;
    *key = (tz_form_key){.unit = ""};
    if (strncmp(text, MARK, strlen(MARK)) != 0)
        return false;
    text += strlen(MARK);
    if (!take_field(&text, key->ledger, sizeof key->ledger) ||
        !take_field(&text, key->quarter, sizeof key->quarter) ||
        !take_field(&text, key->task, sizeof key->task) || !take_field(&text, given, sizeof given))
        return true;
    key->unit = text;
    make_check(key, check);
    *is_whole = strcmp(given, check) == 0;
    return true;
}
