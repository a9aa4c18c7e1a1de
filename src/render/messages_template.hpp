#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coopnet/render/messages.hpp"

namespace coopnet::render::catalogue {

/// What fills the placeholders of a text.
struct Fillings {
  std::span<const MessageArg> args;
  std::vector<std::pair<std::string_view, std::string>> names;  ///< {value}, {field}
  /// What stands for an argument that is not there. Null: that is an error (PreconditionError).
  const char* missing = nullptr;
};

/// The text with its placeholders filled in. Throws PreconditionError for a placeholder that is
/// malformed, unknown or without its argument.
[[nodiscard]] std::string fill(Language, std::string_view text, const Fillings&);

/// Which of the forms {zero|one|two|few|many|other} or {one|other} goes with a number: an index
/// into the forms of the language. Rules for whole numbers of Unicode CLDR.
[[nodiscard]] std::size_t plural_form(Language, std::uint64_t number);

/// Number of plural forms of a language.
[[nodiscard]] std::size_t plural_forms(Language);

}  // namespace coopnet::render::catalogue
