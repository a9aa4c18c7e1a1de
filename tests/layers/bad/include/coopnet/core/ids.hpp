#pragma once
#include <string>
#include <coopnet/version.hpp>
