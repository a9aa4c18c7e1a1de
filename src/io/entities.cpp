#include "coopnet/io/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "io/entity_names.hpp"
#include "io/iconv_converter.hpp"
#include "io/text_scan.hpp"
#include "io/utf8.hpp"

namespace coopnet::io {
namespace {

constexpr std::size_t longest_reference = 12;  // "&thetasym;", "&#x0010FFFF;"

/// The character at the start of well-formed UTF-8, and the bytes it takes.
struct Character {
  char32_t value = 0;
  std::size_t size = 1;
};

Character character_at(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const char32_t lead = byte(0);
  if (lead < 0xC0) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  if (lead < 0xF0) return {(lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  return {(lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
              (byte(3) & 0x3FU),
          4};
}

/// The characters of windows-1252 from 0x80 to 0x9F; 0 where it has none, or where the system does
/// not know it.
const std::array<char32_t, 32>& windows_letters() {
  static const auto letters = [] {
    std::array<char32_t, 32> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
      Converter converter("windows-1252");
      const char byte = static_cast<char>(0x80 + i);
      std::string text;
      if (converter.available() && converter.convert({&byte, 1}, text) == 1)
        out[i] = character_at(text).value;
    }
    return out;
  }();
  return letters;
}

std::optional<char32_t> numeric(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  if (error != std::errc() || stop != end) return std::nullopt;
  if (value >= 0x80 && value < 0xA0) {
    const char32_t letter = windows_letters()[value - 0x80];
    return letter == 0 ? std::nullopt : std::optional(letter);
  }
  const bool control = value < 0x20 && value != '\t' && value != '\n' && value != '\r';
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (control || value == 0x7F || surrogate || value > 0x10FFFF) return std::nullopt;
  return static_cast<char32_t>(value);
}

std::optional<char32_t> named(std::string_view name) {
  const auto found = std::lower_bound(
      entity_names.begin(), entity_names.end(), name,
      [](const EntityName& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == entity_names.end() || found->name != name) return std::nullopt;
  return found->character;
}

/// What stands between "&" and ";" at the start of `text`, or nothing.
std::string_view reference_at(std::string_view text) {
  const auto end = text.substr(0, longest_reference).find(';');
  if (!text.starts_with('&') || end == std::string_view::npos) return {};
  return text.substr(1, end - 1);
}

std::optional<char32_t> meaning(std::string_view reference) {
  return reference.starts_with('#') ? numeric(reference.substr(1)) : named(reference);
}

/// The byte that a character was, if it was read as windows-1252 or ISO 8859-1.
std::optional<unsigned char> byte_of(char32_t c) {
  if (c < 0x100) return static_cast<unsigned char>(c);
  const auto& letters = windows_letters();
  const auto found = std::find(letters.begin(), letters.end(), c);
  if (found == letters.end()) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (found - letters.begin()));
}

/// The character whose bytes, one by one, stand as characters at the start of `text`, with its
/// bytes as they stand there.
struct Garbled {
  std::string repaired;
  std::size_t size = 0;
};

std::optional<Garbled> garbled_at(std::string_view text) {
  Garbled out;
  std::size_t wanted = 1;
  for (std::size_t i = 0; i < wanted; ++i) {
    const auto c = character_at(text.substr(out.size));
    const auto byte = c.size == 1 ? std::nullopt : byte_of(c.value);
    if (!byte) return std::nullopt;
    if (i == 0) wanted = *byte >= 0xF0 ? 4 : *byte >= 0xE0 ? 3 : *byte >= 0xC2 ? 2 : 1;
    out.repaired += static_cast<char>(*byte);
    out.size += c.size;
  }
  const bool control = character_at(out.repaired).value < 0xA0;
  if (wanted == 1 || control || find_malformed_utf8(out.repaired)) return std::nullopt;
  return out;
}

std::string repaired_once(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto garbled = garbled_at(text);
    const std::size_t size = garbled ? garbled->size : character_at(text).size;
    out += garbled ? std::string_view(garbled->repaired) : text.substr(0, size);
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace

DecodedText decode_entities(std::string_view text) {
  DecodedText out;
  while (true) {
    const auto at = text.find('&');
    out.text += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at);
    const auto reference = reference_at(text);
    const auto character = meaning(reference);
    if (!character) {
      if (reference.starts_with('#')) ++out.invalid;
      out.text += '&';
      text.remove_prefix(1);
      continue;
    }
    ++out.decoded;
    append_utf8(out.text, *character);
    text.remove_prefix(reference.size() + 2);
    // What follows "&amp;" is not looked at again as a reference of its own.
    const std::string next = '&' + std::string(text.substr(0, longest_reference));
    if (*character == '&' && meaning(reference_at(next))) ++out.double_encoded;
  }
}

std::optional<std::string> looks_like_mojibake(std::string_view text) {
  constexpr int most_times = 3;  // "ÃƒÂ´" was read wrongly twice
  if (find_malformed_utf8(text)) return std::nullopt;
  std::string repaired(text);
  for (int i = 0; i < most_times; ++i) {
    auto again = repaired_once(repaired);
    if (again == repaired) break;
    repaired = std::move(again);
  }
  return repaired == text ? std::nullopt : std::optional(std::move(repaired));
}

}  // namespace coopnet::io
