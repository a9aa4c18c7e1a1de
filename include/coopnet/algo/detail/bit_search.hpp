#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "coopnet/graph/rows.hpp"

/// Breadth-first search towards 512 vertices at once, one bit each.
///
/// Method:   a vertex has one bit for each target: whether the target is known to be reached. The
///           bits that are new in a round travel one step against the edges; so in round d exactly
///           the vertices at distance d from a target get its bit. A round either lets all vertices
///           that lack bits look at their successors (pull), or, where few vertices have news, lets
///           these tell their predecessors (push).
/// Source:   M. Then et al., The more the merrier: efficient multi-source graph traversal, Proc.
/// VLDB
///           Endowment 8(4), 2014, doi:10.14778/2735496.2735507; S. Beamer, K. Asanovic,
///           D. Patterson, Direction-optimizing breadth-first search, SC 2012,
///           doi:10.1109/SC.2012.50.
namespace coopnet::algo::detail {

/// 512 bits, one cache line.
struct alignas(64) Bits {
  static constexpr std::size_t size = 512;
  std::array<std::uint64_t, size / 64> word{};

  void set(std::size_t bit) { word[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  Bits& operator|=(const Bits& other) {
    for (std::size_t i = 0; i < word.size(); ++i) word[i] |= other.word[i];
    return *this;
  }
  /// Drops the bits of the other.
  Bits& operator-=(const Bits& other) {
    for (std::size_t i = 0; i < word.size(); ++i) word[i] &= ~other.word[i];
    return *this;
  }
  [[nodiscard]] std::uint32_t count() const {
    int bits = 0;
    for (const auto w : word) bits += std::popcount(w);
    return static_cast<std::uint32_t>(bits);
  }
  friend bool operator==(const Bits&, const Bits&) = default;
};

class BitSearch {
 public:
  /// `backward`: the rows with all edges turned round.
  BitSearch(const graph::RowView& rows, const graph::RowView& backward)
      : rows_(rows),
        backward_(backward),
        known_(rows.vertex_count()),
        news_(rows.vertex_count()),
        next_(rows.vertex_count()) {
    active_.reserve(rows.vertex_count());
    touched_.reserve(rows.vertex_count());
  }

  /// The distances from all vertices to at most 512 targets: calls met(v, d, k) for k > 0 targets
  /// at distance d > 0 from v, d ascending.
  template <class Met>
  void run(std::span<const std::uint32_t> targets, Met met) {
    start(targets);
    for (std::uint32_t d = 1; !active_.empty(); ++d) {
      if (news_arcs() < rows_.arc_count() / pull_share)
        push();
      else
        pull();
      take_news(d, met);
    }
  }

 private:
  /// To push costs more for an arc than to pull: both ends of it are written to.
  static constexpr std::size_t pull_share = 8;

  void start(std::span<const std::uint32_t> targets) {
    std::fill(known_.begin(), known_.end(), Bits{});
    wanted_ = {};
    for (std::size_t i = 0; i < targets.size(); ++i) {
      wanted_.set(i);
      known_[targets[i]].set(i);
      news_[targets[i]].set(i);
    }
    active_.assign(targets.begin(), targets.end());
  }

  [[nodiscard]] std::size_t news_arcs() const {
    std::size_t arcs = 0;
    for (const auto v : active_) arcs += backward_.degree(v);
    return arcs;
  }

  void pull() {
    touched_.clear();
    for (std::uint32_t v = 0; v < rows_.vertex_count(); ++v) {
      if (known_[v] == wanted_) continue;
      Bits heard;
      for (const auto w : rows_.row(v)) heard |= news_[w];
      next_[v] = heard;
      touched_.push_back(v);
    }
  }

  void push() {
    touched_.clear();
    for (const auto w : active_)
      for (const auto v : backward_.row(w)) {
        if (next_[v] == Bits{}) touched_.push_back(v);
        next_[v] |= news_[w];
      }
  }

  /// What was heard and is not known yet becomes the news of the next round.
  template <class Met>
  void take_news(std::uint32_t d, Met met) {
    for (const auto v : active_) news_[v] = {};
    active_.clear();
    for (const auto v : touched_) {
      auto heard = next_[v];
      next_[v] = {};
      heard -= known_[v];
      const auto targets = heard.count();
      if (targets == 0) continue;
      known_[v] |= heard;
      news_[v] = heard;
      active_.push_back(v);
      met(v, d, targets);
    }
  }

  graph::RowView rows_;
  graph::RowView backward_;
  Bits wanted_;
  std::vector<Bits> known_;
  std::vector<Bits> news_;             // of the vertices in active_, else empty
  std::vector<Bits> next_;             // heard in this round; empty between rounds
  std::vector<std::uint32_t> active_;  // each once
  std::vector<std::uint32_t> touched_;
};

}  // namespace coopnet::algo::detail
