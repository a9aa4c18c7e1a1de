#pragma once
#include <coopnet/core/ids.hpp>  // a file of no layer
