#pragma once

#include <cstddef>
#include <string>

#include "common/verb.hpp"

namespace coopnet::tools {

/// What --help prints: examples first, then usage, verbs or options. Fits `width`.
[[nodiscard]] std::string general_help(std::size_t width);
[[nodiscard]] std::string verb_help(const Verb&, const OptionSet&, std::size_t width);

/// The beginnings of these, for a command line without arguments.
[[nodiscard]] std::string short_general_help(std::size_t width);
[[nodiscard]] std::string short_verb_help(const Verb&, const OptionSet&);

/// What --version prints.
[[nodiscard]] std::string version_text();

}  // namespace coopnet::tools
