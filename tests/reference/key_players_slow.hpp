#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Key players by all sets, with distances from relaxing every edge again and again.
namespace coopnet::testing {

class SlowKeyPlayers {
 public:
  static constexpr double infinite = 1e9;

  /// A list of (source, target); `directed` or both ways.
  template <class Edges>
  SlowKeyPlayers(std::size_t n, const Edges& edges, bool directed) : n_(n) {
    for (const auto& e : edges) {
      arcs_.emplace_back(e.source, e.target);
      if (!directed) arcs_.emplace_back(e.target, e.source);
    }
  }

  /// Share of the vertices within `steps` of a set (a bit a vertex), or by 1 / distance.
  [[nodiscard]] double reach(std::uint32_t set, double steps, bool by_distance) const {
    const auto d = distances(set, 0);
    double sum = 0;
    for (const double x : d) {
      if (by_distance && x < infinite) sum += x == 0 ? 1 : 1 / x;
      if (!by_distance && x <= steps) sum += 1;
    }
    return sum / static_cast<double>(n_);
  }

  [[nodiscard]] std::optional<double> fragmentation(std::uint32_t removed, bool by_distance) const {
    double sum = 0;
    std::size_t left = 0;
    for (std::size_t v = 0; v < n_; ++v) {
      if ((removed >> v & 1U) != 0) continue;
      ++left;
      const auto d = distances(1U << v, removed);
      for (std::size_t w = 0; w < n_; ++w)
        if (w != v && d[w] < infinite) sum += by_distance ? 1 / d[w] : 1;
    }
    if (left < 2) return std::nullopt;
    return 1 - sum / static_cast<double>(left * (left - 1));
  }

  /// The greatest value over all sets of k vertices, and the first set that has it, in
  /// lexicographic order.
  template <class Value>
  [[nodiscard]] std::pair<double, std::vector<std::uint32_t>> best(std::size_t k,
                                                                   Value value) const {
    std::pair<double, std::vector<std::uint32_t>> out{-1, {}};
    for (std::uint32_t set = 0; set < 1U << n_; ++set) {
      if (static_cast<std::size_t>(std::popcount(set)) != k) continue;
      std::vector<std::uint32_t> members;
      for (std::uint32_t v = 0; v < n_; ++v)
        if ((set >> v & 1U) != 0) members.push_back(v);
      const double now = value(set);
      constexpr double same = 1e-12;
      if (now > out.first + same || (now > out.first - same && members < out.second))
        out = {std::max(now, out.first), members};
    }
    return out;
  }

 private:
  [[nodiscard]] std::vector<double> distances(std::uint32_t from, std::uint32_t removed) const {
    std::vector<double> d(n_, infinite);
    for (std::size_t v = 0; v < n_; ++v)
      if ((from >> v & 1U) != 0) d[v] = 0;
    for (std::size_t round = 0; round < n_; ++round)
      for (const auto& [a, b] : arcs_)
        if ((removed >> a & 1U) == 0 && (removed >> b & 1U) == 0 && d[a] < infinite)
          d[b] = std::min(d[b], d[a] + 1);
    return d;
  }

  std::size_t n_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs_;
};

}  // namespace coopnet::testing
