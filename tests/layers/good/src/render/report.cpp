#include "io/json.hpp"
#include <coopnet/algo/sweep.hpp>
