#include <chrono>
#include <coopnet/algo/sweep.hpp>
#include <fmt/core.h>
