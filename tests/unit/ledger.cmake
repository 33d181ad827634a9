taizhang_test(test_ledger_open test_ledger_open.c ledger_fixture.c)
taizhang_test(test_ledger_sql test_ledger_sql.c ledger_fixture.c)
taizhang_test(test_ledger_write test_ledger_write.c ledger_fixture.c)
taizhang_test(test_ledger_rows test_ledger_rows.c ledger_fixture.c)
