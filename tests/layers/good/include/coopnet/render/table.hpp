#pragma once
#include <coopnet/model/actor.hpp>
