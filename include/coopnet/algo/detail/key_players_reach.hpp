#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "coopnet/algo/maximum_coverage.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// What every vertex reaches, as sets. See key_players.hpp.
namespace coopnet::algo {

struct KeyReachOptions {
  std::size_t steps = 1;           ///< edges away that still count; not zero
  bool distance_weighted = false;  ///< all that can be reached, each by 1 / distance
  CoverageOptions coverage = {};
};

namespace detail {

/// 1 / distance in whole numbers: exact up to distance 16, beyond it rounded.
inline constexpr std::uint64_t inverse_distance_unit = 720'720;  // lcm of 1 to 16
[[nodiscard]] constexpr std::uint64_t inverse_distance(std::size_t d) {
  return (inverse_distance_unit + d / 2) / d;
}

[[nodiscard]] inline std::uint64_t reach_unit(const KeyReachOptions& options) {
  return options.distance_weighted ? inverse_distance_unit : 1;
}

/// Vertices at most `most` edges away from a source, with their distances, nearest first.
class NearVertices {
 public:
  using Found = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // vertex, distance

  explicit NearVertices(const graph::RowView& rows) : rows_(rows), seen_(rows.vertex_count()) {}

  const Found& from(std::uint32_t source, std::size_t most) {
    for (const auto& [v, d] : found_) seen_[v] = false;
    found_.assign(1, {source, 0});
    seen_[source] = true;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto [v, d] = found_[i];
      if (d == most) break;
      for (const auto w : rows_.row(v)) {
        if (seen_[w]) continue;
        seen_[w] = true;
        found_.emplace_back(w, d + 1);
      }
    }
    return found_;
  }

 private:
  const graph::RowView& rows_;
  std::vector<bool> seen_;
  Found found_;
};

/// A limit "within `steps` edges" and what reaching a vertex within it weighs.
struct ReachLimit {
  std::size_t steps;
  std::uint64_t weight;
};

/// With distances 1/l - 1/(l + 1) for each l that occurs, which adds up to 1 / distance; a limit
/// whose weight is rounded to 0 is left out.
[[nodiscard]] inline std::vector<ReachLimit> reach_limits(std::size_t n, NearVertices& near,
                                                          const KeyReachOptions& options) {
  if (!options.distance_weighted) return {{options.steps, 1}};
  std::size_t longest = 1;
  for (std::uint32_t v = 0; v < n; ++v)
    longest = std::max<std::size_t>(longest, near.from(v, n).back().second);
  std::vector<ReachLimit> out;
  for (std::size_t l = 1; l <= longest; ++l) {
    const auto weight = inverse_distance(l) - (l < longest ? inverse_distance(l + 1) : 0);
    if (weight > 0) out.push_back({l, weight});
  }
  return out;
}

/// What each vertex reaches: an element is a vertex with a limit, held by all that reach it so.
[[nodiscard]] inline WeightedSets reach_sets(const graph::RowView& rows,
                                             const KeyReachOptions& options, Progress* progress) {
  if (options.steps == 0) throw PreconditionError("key players: steps must be positive");
  constexpr std::size_t most_held = 200'000'000;
  const auto n = rows.vertex_count();
  NearVertices near(rows);
  const auto limits = reach_limits(n, near, options);
  if (n > std::numeric_limits<std::uint32_t>::max() / limits.size())
    throw PreconditionError("key players: distances are too long for so many vertices");
  WeightedSets sets;
  for (std::size_t v = 0; v < n; ++v)
    for (const auto& limit : limits) sets.weight.push_back(limit.weight);
  ProgressMeter meter(progress, n);
  for (std::uint32_t v = 0; v < n; ++v) {
    meter.check();
    const auto begin = static_cast<std::ptrdiff_t>(sets.element.size());
    for (const auto& [w, d] : near.from(v, limits.back().steps))
      for (std::size_t i = 0; i < limits.size(); ++i)
        if (d <= limits[i].steps)
          sets.element.push_back(static_cast<std::uint32_t>(w * limits.size() + i));
    if (sets.element.size() > most_held)
      throw PreconditionError("key players: too many pairs of vertices reach each other");
    std::sort(sets.element.begin() + begin, sets.element.end());
    sets.begin.push_back(static_cast<std::uint32_t>(sets.element.size()));
    meter.advance(1);
  }
  return sets;
}

}  // namespace detail
}  // namespace coopnet::algo
