#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "coopnet/analysis/items.hpp"

namespace coopnet {

/// Which pairs count. All conditions hold together.
struct PairFilter {
  bool across_regions = false;  ///< regions of both known and disjoint
  bool same_actor = false;      ///< also pairs that have an actor in common
  std::vector<std::pair<ActorKind, ActorKind>> between;  ///< either way round; empty: any
  std::vector<ActorKind> kinds;    ///< each side has an actor of one of these; empty: any
  std::optional<RegionId> region;  ///< at least one side lies there
  std::optional<TagId> tag;        ///< both carry it
  std::optional<ActorId> actor;    ///< one side is of this actor
  std::optional<PledgeId> pledge;  ///< one side is this pledge
};

/// Answers for pairs of items whether a filter admits them, in O(1) but for the lists of actors and
/// regions of the two. Keeps references to its arguments.
class PairAdmission {
 public:
  PairAdmission(const Dataset& data, const ItemSet& items, const PairFilter& filter);
  /// Symmetric. Precondition: a != b, both below items.size().
  [[nodiscard]] bool operator()(std::uint32_t a, std::uint32_t b) const;

 private:
  [[nodiscard]] std::uint32_t kind_bits(std::uint32_t item) const;
  [[nodiscard]] bool is_one_side(std::uint32_t item) const;
  [[nodiscard]] bool carries_tag(std::uint32_t item) const;
  [[nodiscard]] bool connects_kinds(std::uint32_t a, std::uint32_t b) const;

  const Dataset& data_;
  const ItemSet& items_;
  const PairFilter& filter_;
  std::vector<bool> one_side_, has_tag_;
  std::vector<std::uint32_t> kinds_;
  std::uint32_t wanted_kinds_ = 0;
};

/// Two ascending lists without a common element.
template <class X, class Y>
[[nodiscard]] bool disjoint(const X& x, const Y& y) {
  auto a = x.begin();
  auto b = y.begin();
  while (a != x.end() && b != y.end()) {
    if (*a == *b) return false;
    if (*a < *b)
      ++a;
    else
      ++b;
  }
  return true;
}

}  // namespace coopnet
