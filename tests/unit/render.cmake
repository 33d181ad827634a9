# The renderers with hand-made rows in place of the ledger's. Of the static library only what the renderers need is
# linked: would they reach into the ledger, its rows would clash with these.
function(taizhang_render_test name)
  add_executable(${name} ${name}.c fake_rows.c)
  target_include_directories(${name} PRIVATE
    $<TARGET_PROPERTY:taizhang_objects,INTERFACE_INCLUDE_DIRECTORIES>)
  target_link_libraries(${name} PRIVATE taizhang_flags taizhang_static PkgConfig::CMOCKA)
  add_test(NAME ${name} COMMAND ${name})
endfunction()

taizhang_render_test(test_render_formats)
taizhang_render_test(test_render_table)
taizhang_render_test(test_render_layout)
taizhang_render_test(test_render_html)
taizhang_render_test(test_render_workbook)
taizhang_render_test(test_render_failure)
# counts and refuses allocations
target_link_options(test_render_failure PRIVATE
  -Wl,--wrap=calloc -Wl,--wrap=realloc -Wl,--wrap=strndup)
