# examples/<name>.cpp becomes example_<name>; its output must equal examples/<name>.out to the byte.
file(GLOB example_sources CONFIGURE_DEPENDS examples/*.cpp)
foreach(source IN LISTS example_sources)
  cmake_path(GET source STEM name)
  set(target example_${name})
  add_executable(${target} "${source}")
  coopnet_own_target(${target})
  target_link_libraries(${target} PRIVATE coopnet)
  add_test(NAME ${target}
    COMMAND ${CMAKE_COMMAND}
      -D "PROGRAM=$<TARGET_FILE:${target}>"
      -D "EXPECTED=${PROJECT_SOURCE_DIR}/examples/${name}.out"
      -D "ACTUAL=${PROJECT_BINARY_DIR}/examples/${name}.out"
      -P "${PROJECT_SOURCE_DIR}/cmake/RunExample.cmake"
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${target} PROPERTIES TIMEOUT 120 LABELS examples)
endforeach()
