foreach(area
    find
    plan
    plan_close
    unit
    evidence
    task
    quarter
    progress
    review
    import
    adjustment
    closure
    matter
    action
    bulletin
    setting
    holiday
    undo
    milestone
    target
    split
    request
)
  taizhang_test(test_domain_${area} test_domain_${area}.c domain_fixture.c ledger_fixture.c)
endforeach()
taizhang_test(test_undo_sequences test_undo_sequences.c random_commands.c domain_fixture.c
  ledger_fixture.c)
taizhang_test(test_ledger_log test_ledger_log.c domain_fixture.c ledger_fixture.c)
taizhang_test(test_domain_form test_domain_form.c form_fixture.c domain_fixture.c ledger_fixture.c
  ../fuzz/xlsx_parts.c)
target_include_directories(test_domain_form PRIVATE ../fuzz)
