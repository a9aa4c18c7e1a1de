#pragma once

#include <optional>
#include <string_view>

#include "coopnet/model/raw_table.hpp"

namespace coopnet::intake {

/// Number of the column of this name.
inline std::optional<std::size_t> column_of(const RawTable& table, std::string_view name) {
  for (std::size_t c = 0; c < table.columns(); ++c)
    if (table.header[c].text == name) return c;
  return std::nullopt;
}

}  // namespace coopnet::intake
