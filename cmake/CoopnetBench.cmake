# bench/*_bench.cpp become bench_<name>; each runs once, briefly, in CTest so that it cannot rot.
find_package(benchmark CONFIG)
file(GLOB bench_sources CONFIGURE_DEPENDS bench/*_bench.cpp)
if(NOT benchmark_FOUND OR NOT bench_sources)
  return()
endif()

include(CoopnetLemon)

# igraph is measured against where it is installed (Debian: libigraph-dev); no bench needs it.
find_path(COOPNET_IGRAPH_INCLUDE igraph/igraph.h)
find_library(COOPNET_IGRAPH_LIBRARY NAMES igraph)
mark_as_advanced(COOPNET_IGRAPH_INCLUDE COOPNET_IGRAPH_LIBRARY)
add_library(coopnet_bench_igraph INTERFACE)
if(COOPNET_IGRAPH_INCLUDE AND COOPNET_IGRAPH_LIBRARY)
  target_compile_definitions(coopnet_bench_igraph INTERFACE COOPNET_WITH_IGRAPH)
  target_include_directories(coopnet_bench_igraph SYSTEM INTERFACE "${COOPNET_IGRAPH_INCLUDE}")
  target_link_libraries(coopnet_bench_igraph INTERFACE "${COOPNET_IGRAPH_LIBRARY}")
endif()

foreach(source IN LISTS bench_sources)
  cmake_path(GET source STEM name)
  string(REGEX REPLACE "_bench$" "" name "${name}")
  set(target bench_${name})
  add_executable(${target} "${source}")
  coopnet_own_target(${target})
  target_include_directories(${target} PRIVATE bench src)
  target_link_libraries(${target} PRIVATE coopnet coopnet_lemon coopnet_bench_igraph
    benchmark::benchmark_main)
  # Large sizes only run where COOPNET_LONG_BENCH is set (bench/sizes.hpp).
  add_test(NAME ${target} COMMAND ${target} --benchmark_min_time=0.001
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${target} PROPERTIES TIMEOUT 120 LABELS bench)
endforeach()
