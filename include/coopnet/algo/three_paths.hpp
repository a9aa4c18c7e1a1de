#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "coopnet/algo/auc.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/incidence.hpp"

/// Paths of three edges in a two-mode graph as a score for links that are not there: a left vertex
/// a and a right vertex f are joined by each path a - f' - a' - f, that is, by each a' that has
/// both f and something that a has. (Between the two sides there are no triangles to close; three
/// edges are the shortest way round.)
///
/// paths       how many;
/// normalised  the sum of 1 / sqrt(degree(f') degree(a')) over them: a way over busy vertices says
///             little.
///
/// Counts:   paths, so f' is not f and a' is not a. The two ends' degrees do not enter.
/// Method:   two steps out from a over each f', counted at f. The weight of a path is rounded to a
///           whole multiple of 2^-40: sums are then exact, equal ones are equal, their order does
///           not matter, and a link can be taken out again by subtraction.
/// Check:    each link is left out and scored in the graph without it, and compared with all rights
///           that its left has no link with, scored in the same graph; beside it the baseline that
///           knows only how many links the right vertex has without this one. Pairs of all links
///           are counted alike, so lefts with many links weigh more.
/// Cost:     one left: O(sum over its f' of the degrees of the lefts at f' + rights). The check:
///           twice that over all lefts, and O(links * rights). Memory O(rights).
/// Needs:    largest degrees of both sides with a product < 2^44 (PreconditionError): then no sum
///           passes 2^62, for a score is at most sqrt(degree(a) degree(f)).
/// Order:    rights ascending.
/// Source:   I. Kovacs et al., Nature Communications 10, 1240, 2019, doi:10.1038/s41467-019-09177-y
///           (L3); two-mode graphs: S. Daminelli, J. Thomas, C. Duran, C. Cannistraci, New J. Phys.
///           17, 2015, doi:10.1088/1367-2630/17/11/113037.
/// Checked by: tests/reference/three_paths_slow.hpp (all quadruples).
namespace coopnet::algo {

template <class RightId>
struct ThreePathScore {
  RightId right{};
  std::uint64_t paths = 0;
  double normalised = 0;
  friend bool operator==(const ThreePathScore&, const ThreePathScore&) = default;
};

/// Links left out against rights not linked, by each score; auc() of each.
struct ThreePathCheck {
  RankComparison paths;
  RankComparison normalised;
  RankComparison degree;  ///< the baseline
  friend bool operator==(const ThreePathCheck&, const ThreePathCheck&) = default;
};

namespace detail {

/// Scores by right vertex; normalised in units of 2^-40.
struct ThreePathSums {
  std::vector<std::uint64_t> paths, normalised;

  explicit ThreePathSums(std::size_t rights) : paths(rights, 0), normalised(rights, 0) {}
  void clear() {
    std::fill(paths.begin(), paths.end(), 0U);
    std::fill(normalised.begin(), normalised.end(), 0U);
  }
};

constexpr double three_path_unit = 0x1p40;

template <class LeftId, class RightId>
class ThreePathWalk {
 public:
  explicit ThreePathWalk(const graph::Incidence<LeftId, RightId>& links) : links_(links) {
    std::uint64_t most_left = 0, most_right = 0;
    for (std::size_t l = 0; l < links.left_count(); ++l)
      most_left = std::max<std::uint64_t>(most_left, links.left_degree(LeftId::at(l)));
    for (std::size_t r = 0; r < links.right_count(); ++r)
      most_right = std::max<std::uint64_t>(most_right, links.right_degree(RightId::at(r)));
    if (most_left * most_right >= std::uint64_t{1} << 44U)
      throw PreconditionError("three_paths: degrees are too large for exact sums");
  }

  /// Adds the paths that start with the link from `left` to `over`.
  void add(LeftId left, RightId over, ThreePathSums& sums) const {
    const auto over_degree = static_cast<double>(links_.right_degree(over));
    for (const auto other : links_.lefts(over)) {
      if (other == left) continue;
      const auto other_degree = static_cast<double>(links_.left_degree(other));
      const auto weight = static_cast<std::uint64_t>(
          std::llround(three_path_unit / std::sqrt(over_degree * other_degree)));
      for (const auto right : links_.rights(other)) {
        if (right == over) continue;
        ++sums.paths[right.index()];
        sums.normalised[right.index()] += weight;
      }
    }
  }
  /// Adds all paths from `left`, to the rights it is linked with too.
  void add_all(LeftId left, ThreePathSums& sums) const {
    for (const auto over : links_.rights(left)) add(left, over, sums);
  }

 private:
  const graph::Incidence<LeftId, RightId>& links_;
};

}  // namespace detail

/// The scores of all rights that `left` is not linked with; zero where no path leads to.
template <class LeftId, class RightId>
[[nodiscard]] std::vector<ThreePathScore<RightId>> three_path_scores(
    const graph::Incidence<LeftId, RightId>& links, LeftId left) {
  detail::ThreePathSums sums(links.right_count());
  detail::ThreePathWalk(links).add_all(left, sums);
  std::vector<ThreePathScore<RightId>> out;
  const auto own = links.rights(left);
  auto next = own.begin();
  for (std::size_t r = 0; r < links.right_count(); ++r) {
    if (next != own.end() && next->index() == r) {
      ++next;
      continue;
    }
    const auto normalised = static_cast<double>(sums.normalised[r]) / detail::three_path_unit;
    out.push_back({RightId::at(r), sums.paths[r], normalised});
  }
  return out;
}

/// How well the scores find links that are there, each left out in turn; see the top of the file.
template <class LeftId, class RightId>
[[nodiscard]] ThreePathCheck check_three_paths(const graph::Incidence<LeftId, RightId>& links,
                                               Progress* progress = nullptr) {
  const detail::ThreePathWalk walk(links);
  detail::ThreePathSums all(links.right_count());   // over every link of the left
  detail::ThreePathSums lost(links.right_count());  // over the link that is left out
  std::vector<std::uint8_t> linked(links.right_count(), 0);
  ThreePathCheck out;
  ProgressMeter meter(progress, links.size());
  for (std::size_t l = 0; l < links.left_count(); ++l) {
    const auto left = LeftId::at(l);
    meter.check();
    all.clear();
    walk.add_all(left, all);
    for (const auto right : links.rights(left)) linked[right.index()] = 1;
    for (const auto right : links.rights(left)) {
      // No path to `right` uses the link to it: what leads there stays. Other rights lose the
      // paths that begin with it.
      const auto f = right.index();
      lost.clear();
      walk.add(left, right, lost);
      for (std::size_t other = 0; other < links.right_count(); ++other) {
        if (linked[other] != 0) continue;
        out.paths.count(all.paths[f], all.paths[other] - lost.paths[other]);
        out.normalised.count(all.normalised[f], all.normalised[other] - lost.normalised[other]);
        out.degree.count(links.right_degree(right) - 1, links.right_degree(RightId::at(other)));
      }
    }
    for (const auto right : links.rights(left)) linked[right.index()] = 0;
    meter.advance(links.left_degree(left));
  }
  return out;
}

}  // namespace coopnet::algo
