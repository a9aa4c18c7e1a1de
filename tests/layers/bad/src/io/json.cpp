#include <rapidjson/reader.h>
#include "kernel/sweep.hpp"  // the kernels are algo
