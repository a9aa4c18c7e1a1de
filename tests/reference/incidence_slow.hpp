#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "coopnet/graph/incidence.hpp"

namespace coopnet::reference {

/// Slow twin of graph::Incidence: a sorted map from (left, right) to (row, stated).
template <class LeftId, class RightId>
class IncidenceSlow {
 public:
  struct Tie {
    std::uint32_t row;
    bool stated;
    bool operator==(const Tie&) const = default;
  };
  using Ties = std::map<std::pair<LeftId, RightId>, Tie>;

  explicit IncidenceSlow(const std::vector<graph::Link<LeftId, RightId>>& links) {
    for (const auto& link : links) {
      const auto [place, is_new] =
          ties_.try_emplace({link.left, link.right}, Tie{link.row, link.stated});
      if (is_new) continue;
      place->second.row = std::min(place->second.row, link.row);
      place->second.stated |= link.stated;
    }
  }

  const Ties& ties() const { return ties_; }

  std::vector<RightId> rights(LeftId left) const {
    std::vector<RightId> result;
    for (const auto& [ends, tie] : ties_) {
      if (ends.first == left) result.push_back(ends.second);
    }
    return result;
  }
  std::vector<LeftId> lefts(RightId right) const {
    std::vector<LeftId> result;
    for (const auto& [ends, tie] : ties_) {
      if (ends.second == right) result.push_back(ends.first);
    }
    return result;
  }

  template <class Keep>
  void keep_only(const Keep& keep) {
    std::erase_if(ties_, [&](const auto& entry) {
      return !keep(entry.first.first, entry.first.second, entry.second);
    });
  }

 private:
  Ties ties_;
};

}  // namespace coopnet::reference
