#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Text in UTF-8. Nothing here depends on the locale.
namespace coopnet::text {

/// Without leading and trailing blanks, tabs, line ends and no-break spaces.
[[nodiscard]] std::string_view trim(std::string_view s);

/// ASCII letters in lower case; other bytes untouched.
[[nodiscard]] std::string lower_ascii(std::string_view s);

/// Items of a list written in one cell: split at `separator`, trimmed, empty items dropped.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view s, char separator = ';');

/// Items joined by `separator`.
[[nodiscard]] std::string join(std::span<const std::string> items, std::string_view separator);

/// Byte offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and
/// values above U+10FFFF count as malformed), or nothing.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view s);

/// The code point at `s[i]`, `i` being less than the length; moves `i` past it. Malformed bytes
/// come out one by one, as U+FFFD.
std::int32_t next_code_point(std::string_view s, std::size_t& i);

/// Number of code points of well-formed UTF-8.
[[nodiscard]] std::size_t length(std::string_view s);

/// Columns the text takes on a terminal (wide characters two, combining marks none).
[[nodiscard]] std::size_t display_width(std::string_view s);

/// At most `limit` code points; a longer text ends in an ellipsis.
[[nodiscard]] std::string shorten(std::string_view s, std::size_t limit);

/// At most `limit` terminal columns; a longer text ends in an ellipsis.
[[nodiscard]] std::string shorten_to_width(std::string_view s, std::size_t limit);

/// Key for comparing names: case folded, marks and compatibility forms removed, blanks squeezed.
/// "Côte d'Ivoire" and "COTE D’IVOIRE" have one key. Throws DataError on malformed UTF-8.
[[nodiscard]] std::string fold(std::string_view s);

/// Edits (insert, delete, replace, swap of neighbours) between two texts, counted in bytes of
/// their folded form; stops counting at `limit` + 1.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate nearest to `value`: of a number the nearest number; else within edits of a third
/// of its length (at least one), else the first that begins with it; or empty. Ties fall to the
/// earlier.
[[nodiscard]] std::string nearest(std::string_view value, std::span<const std::string> candidates);

/// Control and invisible formatting characters (bidi overrides included) made visible as \u{XXXX},
/// so that a terminal shows them instead of obeying them.
[[nodiscard]] std::string inert(std::string_view s);

/// Order in which runs of digits compare as numbers: "2" before "10", "P2" before "P10".
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

/// Whole number without sign, separators or blanks; nothing when it is not one or overflows.
[[nodiscard]] std::optional<std::uint64_t> parse_unsigned(std::string_view s);

/// Shortest form with at most 10 significant digits; "n/a" for values that are no number.
[[nodiscard]] std::string number(double value);

/// Fixed number of decimals, point as separator.
[[nodiscard]] std::string fixed(double value, int decimals);

/// `lower-case-words` made of any name: letters and digits kept, the rest to single hyphens.
[[nodiscard]] std::string slug(std::string_view s);

}  // namespace coopnet::text
