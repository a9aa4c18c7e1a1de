#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// Text for pictures: cleaned of what acts instead of being shown, measured, broken into lines,
/// escaped. Lengths are in points.
namespace coopnet::render {

/// The part of a line above and below the baseline, and the step from line to line, as shares of
/// the font size (DejaVu Sans; other sans-serif fonts need less).
inline constexpr double ascent = 0.93;
inline constexpr double descent = 0.24;
inline constexpr double line_step = 1.2;

inline constexpr std::string_view ellipsis = "\u2026";

/// Well-formed UTF-8 in one line: malformed bytes become U+FFFD; control characters,
/// noncharacters and bidi embeddings, overrides and isolates are dropped; line ends and tabs become
/// blanks, runs of blanks one. Stops after `limit` code points.
[[nodiscard]] std::string clean(std::string_view text, std::size_t limit = 4000);

/// The lines of a text, each cleaned, empty ones dropped; at most `most` of them.
[[nodiscard]] std::vector<std::string> clean_lines(std::string_view text, std::size_t most);

/// Width of a line, with a little to spare. Exact for DejaVu Sans up to U+017F, where nothing is
/// kerned; from averages and therefore generous elsewhere (Arabic letters join and change width).
[[nodiscard]] double text_width(std::string_view line, double size, bool bold = false);

/// A line no wider than `width`; a longer one ends in an ellipsis.
[[nodiscard]] std::string shorten_to_points(std::string_view line, double width, double size,
                                            bool bold = false);

struct WrapOptions {
  double width = 100;  ///< points
  double size = 10;
  bool bold = false;
  std::size_t lines = 3;  ///< at most; the last one ends in an ellipsis if text is left over
};

/// Breaks at blanks, after hyphens and slashes, and inside words that are longer than a line.
/// Line ends in the text are kept.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, const WrapOptions& options);

/// Whether a line is written from right to left: as its first letter is, or else as `otherwise`.
[[nodiscard]] bool is_right_to_left(std::string_view line, bool otherwise);

/// A length with two decimals; never "-0.00".
[[nodiscard]] std::string points(double value);

/// The text with {0}, {1}, ... replaced.
[[nodiscard]] std::string fill(std::string_view text, std::initializer_list<std::string> values);

/// Letters, digits and single inner hyphens, as in "en", "ar", "pt-BR"; at most 35 characters.
[[nodiscard]] bool is_language_tag(std::string_view text);

}  // namespace coopnet::render
