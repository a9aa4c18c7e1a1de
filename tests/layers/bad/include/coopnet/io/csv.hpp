#pragma once
#  include "coopnet/graph/ranges.hpp"  // io knows no graph
