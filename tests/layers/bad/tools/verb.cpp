#include <CLI/CLI.hpp>
#include <coopnet/coopnet.hpp>
#include <graphviz/cgraph.h>  // behind the wrapper only
