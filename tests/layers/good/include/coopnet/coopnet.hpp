#pragma once
#include <coopnet/render/table.hpp>
#include <coopnet/version.hpp>
