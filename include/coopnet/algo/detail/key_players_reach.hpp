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

/// Elements are vertices or, with distances, pairs of a vertex and a limit: (v, l) is held by all
/// that reach v within l edges and weighs 1/l - 1/(l + 1), so that what is held of v adds up to
/// 1 / distance.
[[nodiscard]] inline WeightedSets reach_sets(const graph::RowView& rows,
                                             const KeyReachOptions& options, Progress* progress) {
  if (options.steps == 0) throw PreconditionError("key players: steps must be positive");
  constexpr std::size_t most_held = 200'000'000;
  const auto n = rows.vertex_count();
  const auto most = options.distance_weighted ? n : options.steps;
  NearVertices near(rows);
  ProgressMeter meter(progress, n);
  std::size_t limits = 1;
  if (options.distance_weighted)
    for (std::uint32_t v = 0; v < n; ++v)
      limits = std::max<std::size_t>(limits, near.from(v, most).back().second);
  if (n > 0 && limits > std::numeric_limits<std::uint32_t>::max() / n)
    throw PreconditionError("key players: distances are too long for so many vertices");
  std::vector<std::uint64_t> weight_of(limits, 1);
  for (std::size_t l = 1; options.distance_weighted && l <= limits; ++l)
    weight_of[l - 1] = inverse_distance(l) - (l < limits ? inverse_distance(l + 1) : 0);
  std::vector<std::uint32_t> first_of;  // a limit whose weight is rounded to 0 is no element
  for (std::uint32_t l = 0; l < limits; ++l)
    if (weight_of[l] > 0) first_of.push_back(l);
  WeightedSets sets;
  for (std::size_t v = 0; v < n; ++v)
    for (const auto l : first_of) sets.weight.push_back(weight_of[l]);
  for (std::uint32_t v = 0; v < n; ++v) {
    meter.check();
    const auto begin = static_cast<std::ptrdiff_t>(sets.element.size());
    for (const auto& [w, d] : near.from(v, most)) {
      for (std::size_t i = 0; i < first_of.size(); ++i)
        if (d <= first_of[i] + 1 || !options.distance_weighted)
          sets.element.push_back(static_cast<std::uint32_t>(w * first_of.size() + i));
    }
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
