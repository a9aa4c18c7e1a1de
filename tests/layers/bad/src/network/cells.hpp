#pragma once
#include "../kernel/sweep.hpp"
