#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coopnet/intake/name_index.hpp"

namespace coopnet::intake {

/// Names as one cell lists them, each looked up.
struct WrittenNames {
  struct Item {
    std::string written;  ///< the part of the cell, without notes
    std::string note;     ///< what stood in brackets behind it and is no part of the name: "lead"
    NameAnswer answer;
  };
  std::vector<Item> items;
  bool split_softly = false;  ///< at commas or "and", because every part is a known name
  bool doubtful = false;      ///< some parts between commas are known names, not all: left whole
};

/// Names in a cell are divided by line ends, semicolons, bars and tabs, or by `separators` if
/// given. What is then no known name is divided at commas, slashes, "and", "et", "y", "&" only
/// where each part is known ("Kenya, Mali and Peru"): names of organisations hold all of these.
/// "Bosnia and Herzegovina, Korea, Republic of" comes out right, since the longest known names are
/// taken. Cost: O(parts^2) look-ups for a piece; pieces of more than 64 parts are left whole.
[[nodiscard]] WrittenNames read_names(std::string_view cell, const NameIndex& names,
                                      std::string_view separators = {});

}  // namespace coopnet::intake
