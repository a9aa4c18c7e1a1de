#pragma once
#include <coopnet/core/ids.hpp>
#include <coopnet/io/csv.hpp>  // to the right
