# The public header: compiled alone by both languages with every warning an error, and its functions against what the shared
# library exports.
enable_language(CXX)

add_executable(test_header test_header.c test_header_cxx.cpp)
set_target_properties(test_header PROPERTIES C_EXTENSIONS OFF LINKER_LANGUAGE C
  CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF)
target_compile_options(test_header PRIVATE -Wall -Wextra -Wpedantic -Werror)
if(TAIZHANG_SANITIZE)
  target_link_options(test_header PRIVATE -fsanitize=address,undefined)
endif()
target_link_libraries(test_header PRIVATE taizhang_shared)
add_test(NAME test_header COMMAND test_header)

add_test(NAME test_header_symbols
  COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/test_header_symbols.sh
    ${CMAKE_SOURCE_DIR}/include/taizhang.h $<TARGET_FILE:taizhang_shared> ${CMAKE_NM})
