# Headers, library, CMake package, pkg-config file, tool with its links, datasets, licence.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/coopnet")
install(TARGETS coopnet EXPORT coopnetTargets FILE_SET HEADERS)
install(EXPORT coopnetTargets NAMESPACE coopnet:: DESTINATION "${package_dir}")

configure_package_config_file(cmake/coopnetConfig.cmake.in coopnetConfig.cmake
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(coopnetConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  "${CMAKE_CURRENT_BINARY_DIR}/coopnetConfig.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/coopnetConfigVersion.cmake"
  DESTINATION "${package_dir}")

# The prefix is found from the place of the file, so an installed tree can be moved.
file(RELATIVE_PATH prefix_from_pc
  "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" prefix_from_pc "${prefix_from_pc}")
configure_file(cmake/coopnet.pc.in coopnet.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/coopnet.pc"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
if(EXISTS "${PROJECT_SOURCE_DIR}/datasets")
  install(DIRECTORY datasets DESTINATION "${CMAKE_INSTALL_DATADIR}/coopnet")
endif()

if(TARGET coopnet_tool)
  install(TARGETS coopnet_tool RUNTIME)
  if(NOT CMAKE_CROSSCOMPILING)
    install(CODE "
      set(bindir \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}\")
      set(TOOL \"\$ENV{DESTDIR}\${bindir}/coopnet\")
      include(\"${PROJECT_SOURCE_DIR}/cmake/LinkVerbs.cmake\")
      list(TRANSFORM LINKS PREPEND \"\${bindir}/\")
      list(APPEND CMAKE_INSTALL_MANIFEST_FILES \${LINKS})")
  endif()
endif()
