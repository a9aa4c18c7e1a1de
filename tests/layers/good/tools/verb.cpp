#include <CLI/CLI.hpp>
#include <coopnet/coopnet.hpp>
