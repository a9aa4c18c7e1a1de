#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

/// Scanning of whole files: is it UTF-8, and at which line and column does a byte stand?
namespace coopnet::io {

/// A place in one text: line and column from 1, the column in characters.
struct Spot {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const Spot&, const Spot&) = default;
};

/// Longest text the readers take: places are 32-bit numbers.
inline constexpr std::size_t longest_text = 0xFFFFFFF0U;

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
inline constexpr std::string_view no_break_space = "\xC2\xA0";

/// The text behind the byte order mark, if it has one: the mark takes no column.
[[nodiscard]] inline std::string_view without_mark(std::string_view text) {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

/// First byte of [from, end) that is not ASCII, or end.
[[nodiscard]] const char* next_non_ascii(const char* from, const char* end);

/// Offset of the first byte that is not well-formed UTF-8, or nothing. The same answer as
/// text::first_invalid_utf8, at the speed of memory where the text is ASCII.
[[nodiscard]] std::optional<std::size_t> find_malformed_utf8(std::string_view text);

/// Name of the encoding a text that is not UTF-8 was probably written in.
[[nodiscard]] std::string guess_encoding(std::string_view text, std::size_t malformed_at);

/// Line and column of places that are asked for in growing order. The cost of all questions
/// together is one pass; over ASCII it is a subtraction each, because nothing needs counting.
/// Bytes before the last place asked for may change afterwards.
class SpotCounter {
 public:
  explicit SpotCounter(std::string_view text)
      : end_(text.data() + text.size()),
        line_start_(text.data()),
        wide_(next_non_ascii(text.data(), end_)) {}

  /// Place of `p`, which is in the current line.
  [[nodiscard]] Spot at(const char* p) {
    if (p > wide_) count_wide(p);
    return {line_, static_cast<std::uint32_t>(static_cast<std::size_t>(p - line_start_) -
                                              continuation_bytes_ + 1)};
  }

  /// A new line starts at `p`.
  void new_line(const char* p) {
    if (p > wide_) count_wide(p);
    ++line_;
    line_start_ = p;
    continuation_bytes_ = 0;
  }

  /// Moves over [from, to), which may hold line ends (LF, CR LF or CR).
  void pass(const char* from, const char* to);

 private:
  void count_wide(const char* p);

  const char* end_;
  const char* line_start_;
  const char* wide_;  ///< first non-ASCII byte not yet counted
  std::size_t continuation_bytes_ = 0;
  std::uint32_t line_ = 1;
};

/// Place of the byte at `offset`, found by scanning from the start.
[[nodiscard]] Spot spot_of(std::string_view text, std::size_t offset);

}  // namespace coopnet::io
