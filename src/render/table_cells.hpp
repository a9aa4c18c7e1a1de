#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "coopnet/render/table.hpp"

/// What the writers of tables share.
namespace coopnet::render::cells {

/// The cell as people read it, not yet escaped for where it is shown.
[[nodiscard]] std::string for_people(const Cell&, const Column&, Language);

/// The cell as programs read it in one text: 10 significant digits, unknown empty.
[[nodiscard]] std::string for_programs(const Cell&);

/// A number as people read it; no negative zero.
[[nodiscard]] std::string number_for_people(const Cell&, const Column&);

/// Whether the column stands to the right.
[[nodiscard]] bool right_aligned(const Column&);

/// "~text" or "text".
[[nodiscard]] std::string with_mark(const Item&);

/// One line of visible text: line ends and tabs become blanks, other control characters visible.
[[nodiscard]] std::string one_line(std::string_view text);

[[nodiscard]] double quotient(const Ratio&);

}  // namespace coopnet::render::cells
