#pragma once

#include <cstdint>
#include <string>

namespace coopnet::io {

/// The character in UTF-8. `cp` is a code point, no surrogate.
inline void append_utf8(std::string& out, char32_t cp) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  const auto tail = [&](unsigned shift) { byte(0x80U | ((cp >> shift) & 0x3FU)); };
  if (cp < 0x80) {
    byte(cp);
  } else if (cp < 0x800) {
    byte(0xC0U | (cp >> 6U));
    tail(0);
  } else if (cp < 0x10000) {
    byte(0xE0U | (cp >> 12U));
    tail(6);
    tail(0);
  } else {
    byte(0xF0U | (cp >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

}  // namespace coopnet::io
