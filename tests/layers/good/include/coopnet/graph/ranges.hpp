#pragma once
#include <boost/graph/graph_traits.hpp>
#include <coopnet/core/ids.hpp>
