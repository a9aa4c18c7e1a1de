add_library(coopnet_warnings INTERFACE)
target_compile_options(coopnet_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Wnull-dereference -Wformat=2
  $<$<BOOL:${COOPNET_WERROR}>:-Werror>)
