#pragma once

#include <vector>

#include "coopnet/render/rank_view.hpp"

namespace coopnet::render {

/// A column of the table of centralities, and how it is read off.
struct RankMeasure {
  const char* key;
  ColumnType type;
  int decimals;
  Importance importance;
  bool low_first;  ///< sorted ascending: a low value is the remarkable one
  Cell (*value)(const PositionRow&);
};

/// Those of a network, in the order of the columns.
[[nodiscard]] std::vector<RankMeasure> rank_measures_of(NetworkKind kind);

}  // namespace coopnet::render
