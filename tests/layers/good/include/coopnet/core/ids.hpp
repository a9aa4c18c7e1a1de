#pragma once
#include <coopnet/version.hpp>
// #include <random> is only talked about here
#include "errors.hpp"
