#pragma once

#include <string>

#include "coopnet/model/selection.hpp"

namespace coopnet::tools {

/// The actor that an operand or option names: by id, else by a name, two-letter code or alias that
/// only one actor has. UsageError where there is none, where several have the name, or where it is
/// left out of the selection.
[[nodiscard]] ActorId find_actor(const Dataset& data, const Selection& selection,
                                 const char* option, const std::string& given);

}  // namespace coopnet::tools
