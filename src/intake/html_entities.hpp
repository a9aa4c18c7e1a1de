#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace coopnet::intake {

struct Entity {
  std::string text;
  std::size_t length = 0;  ///< bytes it takes in the page; 0: none begins here
};

/// The entity that `at` begins with: named (those of HTML 4) or numbered, with its semicolon. One
/// that is not known, or stands for a control character, is none.
[[nodiscard]] Entity decode_entity(std::string_view at);

}  // namespace coopnet::intake
