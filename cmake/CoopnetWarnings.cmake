add_library(coopnet_warnings INTERFACE)
target_compile_options(coopnet_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Wnull-dereference -Wformat=2
  # GCC 12 sees overlaps in std::string that are not there (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${COOPNET_WERROR}>:-Werror>)
