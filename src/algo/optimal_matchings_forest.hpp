#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "coopnet/algo/maximum_weight_matching.hpp"

namespace coopnet::algo::matching {

/// The vertices and blossoms of a certificate as one forest: nodes below `vertices` are vertices.
class Forest {
 public:
  static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

  struct Meeting {
    std::uint32_t blossom;  // the innermost that holds both, or nowhere
    std::uint32_t a, b;     // its children that hold them
  };

  Forest(std::uint32_t vertices, const DualSolution& dual) : vertices_(vertices) {
    const auto blossoms = static_cast<std::uint32_t>(dual.blossoms.size());
    parent_.assign(vertices + blossoms, nowhere);
    depth_.assign(parent_.size(), 0);
    price_.assign(parent_.size(), 0);
    const auto end_of = [&](std::uint32_t node) { return dual.blossoms[node - vertices].end; };
    auto around = nowhere;
    std::uint32_t next = 0;
    for (std::uint32_t place = 0; place < dual.member.size(); ++place) {
      while (around != nowhere && end_of(around) <= place) around = parent_[around];
      for (; next < blossoms && dual.blossoms[next].begin == place; ++next) {
        place_in(vertices + next, around);
        around = vertices + next;
        price_[around] += dual.blossoms[next].price;
      }
      place_in(dual.member[place], around);
    }
  }

  [[nodiscard]] std::uint32_t vertices() const { return vertices_; }
  [[nodiscard]] std::uint32_t nodes() const { return static_cast<std::uint32_t>(parent_.size()); }
  [[nodiscard]] bool is_blossom(std::uint32_t node) const { return node >= vertices_; }
  [[nodiscard]] std::uint32_t parent(std::uint32_t node) const { return parent_[node]; }
  /// Of a blossom and all around it.
  [[nodiscard]] std::int64_t price(std::uint32_t blossom) const {
    return blossom == nowhere ? 0 : price_[blossom];
  }
  [[nodiscard]] std::uint32_t child_with(std::uint32_t blossom, std::uint32_t vertex) const {
    auto node = vertex;
    while (parent_[node] != blossom) node = parent_[node];
    return node;
  }
  [[nodiscard]] Meeting meet(std::uint32_t a, std::uint32_t b) const {
    while (parent_[a] != parent_[b]) {
      auto& deeper = depth_[a] >= depth_[b] ? a : b;
      deeper = parent_[deeper];
    }
    return {parent_[a], a, b};
  }

 private:
  void place_in(std::uint32_t node, std::uint32_t parent) {
    if (parent == nowhere) return;
    parent_[node] = parent;
    depth_[node] = depth_[parent] + 1;
    price_[node] = price_[parent];
  }

  std::uint32_t vertices_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> depth_;
  std::vector<std::int64_t> price_;
};

}  // namespace coopnet::algo::matching
