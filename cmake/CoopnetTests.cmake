# tests/<folder>/*_test.cpp becomes the program test_<folder>. Code that tests share lies in
# tests/support/ and tests/reference/ (slow twins).
include(GoogleTest)

find_package(GTest CONFIG)
if(NOT GTest_FOUND)
  message(FATAL_ERROR "GoogleTest was not found. Install it (Debian: libgtest-dev libgmock-dev) "
    "or configure with -DCOOPNET_BUILD_TESTS=OFF.")
endif()

add_library(coopnet_testing INTERFACE)
target_include_directories(coopnet_testing INTERFACE
  "${PROJECT_SOURCE_DIR}/tests" "${PROJECT_SOURCE_DIR}/src")
target_link_libraries(coopnet_testing INTERFACE coopnet GTest::gtest_main GTest::gmock)
target_compile_definitions(coopnet_testing INTERFACE
  COOPNET_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
  COOPNET_DATASETS="${PROJECT_SOURCE_DIR}/datasets")
if(TARGET coopnet_tool)
  target_compile_definitions(coopnet_testing INTERFACE
    COOPNET_TOOL="$<TARGET_FILE:coopnet_tool>")
endif()

# GoogleTest is parsed once, and by all test programs that are compiled alike.
if(COOPNET_TEST_PCH)
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/test_pch.cpp" CONTENT "")
  add_library(coopnet_test_pch OBJECT "${PROJECT_BINARY_DIR}/test_pch.cpp")
  coopnet_own_target(coopnet_test_pch)
  target_link_libraries(coopnet_test_pch PRIVATE coopnet_testing)
  target_precompile_headers(coopnet_test_pch PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    # Without time stamps in it, ccache knows it again.
    target_compile_options(coopnet_testing INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
  endif()
endif()
function(coopnet_test_target target)
  coopnet_own_target(${target})
  target_link_libraries(${target} PRIVATE coopnet_testing)
  if(COOPNET_TEST_PCH)
    target_precompile_headers(${target} REUSE_FROM coopnet_test_pch)
  endif()
endfunction()

file(GLOB support_sources CONFIGURE_DEPENDS tests/support/*.cpp tests/reference/*.cpp)
list(FILTER support_sources EXCLUDE REGEX "/lemon_")
include(CoopnetLemon)
if(support_sources)
  add_library(coopnet_test_support STATIC ${support_sources})
  coopnet_test_target(coopnet_test_support)
endif()

file(GLOB test_sources CONFIGURE_DEPENDS tests/*/*_test.cpp)
set(folders)
foreach(source IN LISTS test_sources)
  cmake_path(GET source PARENT_PATH folder)
  cmake_path(GET folder FILENAME folder)
  list(APPEND folders ${folder})
  list(APPEND sources_${folder} "${source}")
endforeach()
list(REMOVE_DUPLICATES folders)
list(REMOVE_ITEM folders ${COOPNET_TEST_SKIP})

foreach(folder IN LISTS folders)
  if(folder STREQUAL "tools" AND NOT TARGET coopnet_tool)
    continue()
  endif()
  set(target test_${folder})
  add_executable(${target} ${sources_${folder}})
  coopnet_test_target(${target})
  if(TARGET coopnet_test_support)
    target_link_libraries(${target} PRIVATE coopnet_test_support)
  endif()
  if(folder STREQUAL "algo")
    target_link_libraries(${target} PRIVATE coopnet_lemon)
  endif()
  if(folder STREQUAL "tools")
    add_dependencies(${target} coopnet_tool)
  endif()
  if(COOPNET_TEST_EACH)
    gtest_discover_tests(${target}
      DISCOVERY_MODE PRE_TEST
      DISCOVERY_TIMEOUT 60
      PROPERTIES TIMEOUT 120 LABELS "unit;${folder}")
    continue()
  endif()
  # Two shares of the program, for two cores. What the documents show is compared where each test
  # stands alone; here it would only be the same verbs again.
  foreach(shard RANGE 1)
    add_test(NAME ${target}_${shard}
      COMMAND ${target} --gtest_brief=1 "--gtest_filter=-AllDocuments/*")
    set_tests_properties(${target}_${shard} PROPERTIES
      ENVIRONMENT "GTEST_TOTAL_SHARDS=2;GTEST_SHARD_INDEX=${shard}"
      TIMEOUT 900 LABELS "unit;${folder}")
  endforeach()
endforeach()

# Who may include whom, and proof that the check can refuse.
add_test(NAME layers COMMAND sh "${PROJECT_SOURCE_DIR}/tests/layers/check.sh" "${PROJECT_SOURCE_DIR}")
add_test(NAME layers_selftest COMMAND sh "${PROJECT_SOURCE_DIR}/tests/layers/selftest.sh")
set_tests_properties(layers layers_selftest PROPERTIES TIMEOUT 60 LABELS layers)
