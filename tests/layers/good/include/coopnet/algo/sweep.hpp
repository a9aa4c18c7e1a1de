#pragma once
#include <coopnet/graph/ranges.hpp>
