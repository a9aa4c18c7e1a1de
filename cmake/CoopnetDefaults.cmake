# What every configuration starts from, and the one function that makes a target ours.
include(GNUInstallDirs)

if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release or RelWithDebInfo" FORCE)
endif()

if(COOPNET_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(COOPNET_CCACHE_PROGRAM ccache)
  if(COOPNET_CCACHE_PROGRAM)
    # Precompiled headers are cached only with this sloppiness, which CMake's dependency
    # tracking makes safe.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${COOPNET_CCACHE_PROGRAM})
  endif()
endif()

# Warnings, sanitizers and floating point rules of coopnet's own code; none of it is exported.
function(coopnet_own_target target)
  target_link_libraries(${target} PRIVATE
    $<BUILD_INTERFACE:coopnet_warnings> $<BUILD_INTERFACE:coopnet_sanitizers>)
  # Fused multiply-adds would give other last digits on other machines; source paths in
  # __FILE__ and debug information would give other bytes in other folders.
  target_compile_options(${target} PRIVATE -ffp-contract=off
    "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=" "-fdebug-prefix-map=${PROJECT_SOURCE_DIR}/=")
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
endfunction()
