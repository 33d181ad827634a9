taizhang_test(test_xlsx_cells test_xlsx_cells.c ../fuzz/xlsx_parts.c)
target_include_directories(test_xlsx_cells PRIVATE ../fuzz)
taizhang_test(test_xlsx_number test_xlsx_number.c)
