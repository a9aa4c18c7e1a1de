#pragma once

#include <algorithm>
#include <vector>

#include "coopnet/model/rows.hpp"

/// Lists as sets: ascending, each value once.
namespace coopnet {

void sort_unique(auto& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Ascending by tag, each tag once; stated if any of its uses is.
inline void merge_uses(std::vector<TagUse>& uses) {
  std::sort(uses.begin(), uses.end(), [](const TagUse& a, const TagUse& b) {
    return a.id != b.id ? a.id < b.id : a.stated > b.stated;
  });
  const auto same = [](const TagUse& a, const TagUse& b) { return a.id == b.id; };
  uses.erase(std::unique(uses.begin(), uses.end(), same), uses.end());
}

}  // namespace coopnet
