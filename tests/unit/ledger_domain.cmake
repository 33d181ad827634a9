foreach(area find plan unit evidence task quarter progress import holiday)
foreach(area find plan task quarter progress import holiday review adjustment closure
    matter)
  taizhang_test(test_domain_${area} test_domain_${area}.c domain_fixture.c ledger_fixture.c)
endforeach()
