# bench/*_bench.cpp become bench_<name>; each runs once, briefly, in CTest so that it cannot rot.
find_package(benchmark CONFIG)
file(GLOB bench_sources CONFIGURE_DEPENDS bench/*_bench.cpp)
if(NOT benchmark_FOUND OR NOT bench_sources)
  return()
endif()

include(CoopnetLemon)
foreach(source IN LISTS bench_sources)
  cmake_path(GET source STEM name)
  string(REGEX REPLACE "_bench$" "" name "${name}")
  set(target bench_${name})
  add_executable(${target} "${source}")
  coopnet_own_target(${target})
  target_include_directories(${target} PRIVATE bench src)
  target_link_libraries(${target} PRIVATE coopnet coopnet_lemon benchmark::benchmark_main)
  # Large sizes only run where COOPNET_LONG_BENCH is set (bench/sizes.hpp).
  add_test(NAME ${target} COMMAND ${target} --benchmark_min_time=0.001
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${target} PROPERTIES TIMEOUT 120 LABELS bench)
endforeach()
