#pragma once
#include "../core/ids.hpp"
