#include <rapidjson/reader.h>
#include <coopnet/model/actor.hpp>
