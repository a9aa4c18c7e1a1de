#pragma once
#include <boost/graph/graph_traits.hpp>  // a public header outside graph and algo
#include "network/cells.hpp"  // private
