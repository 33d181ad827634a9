foreach(area
    find
    plan
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
    setting
    holiday
)
foreach(area find plan plan_close task quarter progress import holiday)
  taizhang_test(test_domain_${area} test_domain_${area}.c domain_fixture.c ledger_fixture.c)
endforeach()
