# The libraries of docs/dependencies.md; tools/setup.sh installs them.
find_package(PkgConfig REQUIRED)
pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3>=3.40)
pkg_check_modules(SMARTCOLS REQUIRED IMPORTED_TARGET smartcols)
pkg_check_modules(POPT REQUIRED IMPORTED_TARGET popt)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson>=2.11)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
# libcsv has no pkg-config file
find_path(LIBCSV_INCLUDE_DIR csv.h REQUIRED)
find_library(LIBCSV_LIBRARY csv REQUIRED)

include(CheckSymbolExists)
set(CMAKE_REQUIRED_LIBRARIES PkgConfig::SQLITE3)
set(CMAKE_REQUIRED_DEFINITIONS -DSQLITE_ENABLE_SESSION -DSQLITE_ENABLE_PREUPDATE_HOOK)
check_symbol_exists(sqlite3session_create sqlite3.h TAIZHANG_HAS_SESSION)
unset(CMAKE_REQUIRED_LIBRARIES)
unset(CMAKE_REQUIRED_DEFINITIONS)
if(NOT TAIZHANG_HAS_SESSION)
  message(FATAL_ERROR "SQLite is built without its session extension (SQLITE_ENABLE_SESSION): "
    "install one that has it; Debian's libsqlite3-dev does.")
endif()
