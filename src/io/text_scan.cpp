#include "io/text_scan.hpp"

#include <algorithm>

namespace coopnet::io {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

std::uint64_t word(const char* p) {
  std::uint64_t w = 0;
  std::memcpy(&w, p, sizeof w);
  return w;
}

bool is_continuation(unsigned char c) { return (c & 0xC0U) == 0x80U; }

/// Bytes of the well-formed sequence that starts at `p` (Unicode Standard, table 3-7), or 0.
/// `left` bytes can be read.
std::size_t sequence_length(const unsigned char* p, std::size_t left) {
  const unsigned char lead = p[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return left >= 2 && is_continuation(p[1]) ? 2 : 0;
  if (lead < 0xF0) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;   // no overlong forms
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;  // no surrogates
    return left >= 3 && p[1] >= low && p[1] <= high && is_continuation(p[2]) ? 3 : 0;
  }
  if (lead > 0xF4) return 0;
  const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;  // not above U+10FFFF
  const bool ok =
      left >= 4 && p[1] >= low && p[1] <= high && is_continuation(p[2]) && is_continuation(p[3]);
  return ok ? 4 : 0;
}

}  // namespace

const char* next_non_ascii(const char* from, const char* end) {
  constexpr std::ptrdiff_t stride = 32;
  while (end - from >= stride) {
    if (((word(from) | word(from + 8) | word(from + 16) | word(from + 24)) & high_bits) != 0) break;
    from += stride;
  }
  while (from != end && static_cast<unsigned char>(*from) < 0x80) ++from;
  return from;
}

std::optional<std::size_t> find_malformed_utf8(std::string_view text) {
  const char* const end = text.data() + text.size();
  const char* p = text.data();
  while (true) {
    if (p == end || static_cast<unsigned char>(*p) < 0x80) p = next_non_ascii(p, end);
    if (p == end) return std::nullopt;
    const auto n = sequence_length(reinterpret_cast<const unsigned char*>(p),
                                   static_cast<std::size_t>(end - p));
    if (n == 0) return static_cast<std::size_t>(p - text.data());
    p += n;
  }
}

std::string guess_encoding(std::string_view text, std::size_t malformed_at) {
  if (text.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (text.starts_with("\xFE\xFF")) return "UTF-16BE";
  // Windows puts letters and quotation marks where ISO 8859-1 has control characters.
  const auto is_c1 = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0;
  };
  const auto rest = text.substr(malformed_at);
  return std::any_of(rest.begin(), rest.end(), is_c1) ? "windows-1252" : "ISO-8859-1";
}

void SpotCounter::count_wide(const char* p) {
  continuation_bytes_ += static_cast<std::size_t>(std::count_if(
      wide_, p, [](char c) { return is_continuation(static_cast<unsigned char>(c)); }));
  wide_ = next_non_ascii(p, end_);
}

void SpotCounter::pass(const char* from, const char* to) {
  const auto size = static_cast<std::size_t>(to - from);
  const bool has_cr = std::memchr(from, '\r', size) != nullptr;
  if (!has_cr) {
    while (const void* lf = std::memchr(from, '\n', static_cast<std::size_t>(to - from))) {
      from = static_cast<const char*>(lf) + 1;
      new_line(from);
    }
  } else {
    for (; from != to; ++from) {
      const bool lone_cr = *from == '\r' && (from + 1 == end_ || from[1] != '\n');
      if (*from == '\n' || lone_cr) new_line(from + 1);
    }
  }
  if (to > wide_) count_wide(to);
}

Spot spot_of(std::string_view text, std::size_t offset) {
  SpotCounter spots(text);
  const char* const p = text.data() + std::min(offset, text.size());
  spots.pass(text.data(), p);
  return spots.at(p);
}

}  // namespace coopnet::io
