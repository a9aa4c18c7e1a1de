#pragma once
#include <coopnet/core/ids.hpp>
#include <rapidjson/reader.h>  // only io and render
