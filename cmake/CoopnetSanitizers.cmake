# Holds nothing unless COOPNET_SANITIZE is set, e.g. to "address;undefined" or "thread".
add_library(coopnet_sanitizers INTERFACE)

if(COOPNET_SANITIZE)
  list(JOIN COOPNET_SANITIZE "," sanitizers)
  set(flags -fsanitize=${sanitizers} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(coopnet_sanitizers INTERFACE ${flags})
  target_link_options(coopnet_sanitizers INTERFACE ${flags})
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(coopnet_sanitizers INTERFACE
      "-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/cmake/sanitizer-ignorelist.txt")
  endif()
endif()
