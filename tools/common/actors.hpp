#pragma once

#include <string>

#include "coopnet/intake/name_index.hpp"
#include "coopnet/model/selection.hpp"

namespace coopnet::tools {

/// Names in the dataset, and those of its actors and forums in the table that comes with the
/// program (datasets/names.csv).
[[nodiscard]] intake::NameIndex known_names(const Dataset& data, bool with_forums);

/// The actor that an operand or option names: by id, else by a name, code or alias that only one
/// actor has. UsageError where there is none, where several have the name, or where it is left out
/// of the selection.
[[nodiscard]] ActorId find_actor(const Dataset& data, const Selection& selection,
                                 const char* option, const std::string& given);

}  // namespace coopnet::tools
