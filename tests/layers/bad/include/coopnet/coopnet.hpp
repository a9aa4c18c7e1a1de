#pragma once
#include <coopnet/network/relations.hpp>
