# One program, coopnet; each verb registers itself, so a verb is a file in tools/ and nothing else.
file(GLOB tool_sources CONFIGURE_DEPENDS tools/*.cpp tools/common/*.cpp)
if(NOT tool_sources)
  return()
endif()

find_package(CLI11 CONFIG REQUIRED)

add_executable(coopnet_tool ${tool_sources})
coopnet_own_target(coopnet_tool)
set_target_properties(coopnet_tool PROPERTIES
  OUTPUT_NAME coopnet
  RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
target_include_directories(coopnet_tool PRIVATE tools)
target_link_libraries(coopnet_tool PRIVATE coopnet CLI11::CLI11 fmt::fmt)

# Where the tool looks for datasets: next to where it was installed, then, in a development build
# only, in the source tree.
file(RELATIVE_PATH install_datadir
  "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_DATADIR}/coopnet/datasets")
target_compile_definitions(coopnet_tool PRIVATE COOPNET_INSTALL_DATADIR="${install_datadir}")
if(COOPNET_DEVELOPMENT_DATADIR)
  target_compile_definitions(coopnet_tool PRIVATE
    COOPNET_SOURCE_DATADIR="${PROJECT_SOURCE_DIR}/datasets")
endif()

# coopnet-<verb> next to coopnet; the program itself says which verbs there are.
if(NOT CMAKE_CROSSCOMPILING)
  add_custom_command(TARGET coopnet_tool POST_BUILD
    COMMAND ${CMAKE_COMMAND} -D "TOOL=$<TARGET_FILE:coopnet_tool>"
      -P "${PROJECT_SOURCE_DIR}/cmake/LinkVerbs.cmake"
    VERBATIM)
endif()
