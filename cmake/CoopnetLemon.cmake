# LEMON judges our optima in tests and is a peer in benches; nothing that ships knows it. Version
# 1.3 does not compile as C++20, so it stands behind plain arrays in a library of its own.
include_guard()
find_path(COOPNET_LEMON_INCLUDE lemon/matching.h)
find_library(COOPNET_LEMON_LIBRARY NAMES emon lemon)
if(NOT COOPNET_LEMON_INCLUDE OR NOT COOPNET_LEMON_LIBRARY)
  message(FATAL_ERROR "LEMON was not found. Install it (Debian: liblemon-dev) or configure with "
    "-DCOOPNET_BUILD_TESTS=OFF -DCOOPNET_BUILD_BENCH=OFF.")
endif()
file(GLOB lemon_sources CONFIGURE_DEPENDS tests/support/lemon_*.cpp)
add_library(coopnet_lemon STATIC ${lemon_sources})
target_include_directories(coopnet_lemon PUBLIC "${PROJECT_SOURCE_DIR}/tests")
target_include_directories(coopnet_lemon SYSTEM PRIVATE "${COOPNET_LEMON_INCLUDE}")
target_link_libraries(coopnet_lemon PUBLIC "${COOPNET_LEMON_LIBRARY}" $<BUILD_INTERFACE:coopnet_sanitizers>)
set_target_properties(coopnet_lemon PROPERTIES CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON)
