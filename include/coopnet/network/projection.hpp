#pragma once

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "coopnet/graph/incidence.hpp"

namespace coopnet {

/// Pairs of rows of one side of a two-mode relation that share rows of the other side, with which
/// they share, not only how many: the explanation needs them.
template <class Node, class Item>
struct Projection {
  struct Pair {
    Node a, b;  // a < b
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  std::vector<Pair> pairs;  ///< ascending by (a, b)
  std::vector<Item> items;

  /// What the pair shares, ascending.
  [[nodiscard]] std::span<const Item> shared(const Pair& pair) const {
    return {items.data() + pair.first, pair.count};
  }
};

/// Projection on the left side (actors by shared forums). Cost: O(sum over items of degree^2) time
/// and memory: meant for forums, agreements and tags of moderate degree.
template <class Left, class Right>
[[nodiscard]] Projection<Left, Right> project(const graph::Incidence<Left, Right>& relation) {
  Projection<Left, Right> out;
  std::vector<std::vector<Right>> with(relation.left_count());  // items shared with the present row
  std::vector<Left> met;
  for (std::size_t l = 0; l < relation.left_count(); ++l) {
    const auto a = Left::at(l);
    for (const Right item : relation.rights(a)) {
      const auto others = relation.lefts(item);
      for (auto b = std::upper_bound(others.begin(), others.end(), a); b != others.end(); ++b) {
        if (with[b->index()].empty()) met.push_back(*b);
        with[b->index()].push_back(item);
      }
    }
    std::sort(met.begin(), met.end());
    for (const Left b : met) {
      auto& items = with[b.index()];
      out.pairs.push_back({a, b, static_cast<std::uint32_t>(out.items.size()),
                           static_cast<std::uint32_t>(items.size())});
      out.items.insert(out.items.end(), items.begin(), items.end());
      items.clear();
    }
    met.clear();
  }
  return out;
}

/// Rows of the right side that both rows of the left side are linked to, ascending.
template <class Left, class Right>
[[nodiscard]] std::vector<Right> common(const graph::Incidence<Left, Right>& relation, Left a,
                                        Left b) {
  std::vector<Right> out;
  const auto x = relation.rights(a);
  const auto y = relation.rights(b);
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(out));
  return out;
}

}  // namespace coopnet
