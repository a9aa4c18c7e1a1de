# Only Boost and Threads show in public headers. Targets are global, so that a project that takes
# coopnet in by add_subdirectory() can link it from any folder.
set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)

find_package(Boost 1.74 REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(RapidJSON CONFIG REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(COOPNET_UTF8PROC REQUIRED IMPORTED_TARGET GLOBAL libutf8proc)
pkg_check_modules(COOPNET_CGRAPH REQUIRED IMPORTED_TARGET GLOBAL libcgraph)
pkg_check_modules(COOPNET_EXPAT REQUIRED IMPORTED_TARGET GLOBAL expat)
pkg_check_modules(COOPNET_ZIP REQUIRED IMPORTED_TARGET GLOBAL libzip)
pkg_check_modules(COOPNET_XLSXWRITER REQUIRED IMPORTED_TARGET GLOBAL xlsxwriter)

# A system folder must not be named again as -isystem: that breaks #include_next in <cstdlib>.
set(COOPNET_RAPIDJSON_INCLUDE_DIRS ${RAPIDJSON_INCLUDE_DIRS} ${RapidJSON_INCLUDE_DIRS})
list(REMOVE_DUPLICATES COOPNET_RAPIDJSON_INCLUDE_DIRS)
list(REMOVE_ITEM COOPNET_RAPIDJSON_INCLUDE_DIRS
  /usr/include /usr/local/include ${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES})
