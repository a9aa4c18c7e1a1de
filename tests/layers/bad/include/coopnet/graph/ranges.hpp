#pragma once
#include <boost/graph/graph_traits.hpp>
#include <random>  // heavy
#include "../model/actor.hpp"  // another branch
