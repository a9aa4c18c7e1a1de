#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace coopnet::intake {

/// Languages whose words are looked for in texts.
enum class TextLanguage : std::uint8_t { en, fr, es };

inline constexpr std::array text_languages{TextLanguage::en, TextLanguage::fr, TextLanguage::es};

/// "en", "fr", "es".
[[nodiscard]] constexpr std::string_view code(TextLanguage language) {
  constexpr std::array<std::string_view, 3> codes{"en", "fr", "es"};
  return codes[static_cast<std::size_t>(language)];
}

}  // namespace coopnet::intake
