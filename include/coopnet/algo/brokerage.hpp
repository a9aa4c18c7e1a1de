#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// Brokerage between groups: how often v stands between two others that have no tie of their own,
/// told apart by the groups of the three.
///
/// Counts:   ordered pairs (a, b), a != b, with arcs a -> v and v -> b but no arc a -> b; in an
///           undirected graph every edge is two arcs, so a pair counts from either end. Loops are
///           no arcs here, and parallel arcs are one. With the groups written a, v, b:
///             coordinator     all three the same
///             itinerant       a and b the same, v another
///             representative  a and v the same, b another: v speaks for its group
///             gatekeeper      v and b the same, a another: v lets others in
///             liaison         all three different
/// Expected: over random digraphs on the same groups in which each arc stands with probability
///           d = arcs / (N (N-1)), independently of the others. A pair (a, b) counts for v with
///           probability p = d^2 (1-d). Two pairs depend on each other only if they have the same a
///           or the same b; their covariance is then d^3 (1-d)^3. With K pairs that can play a role
///           and S ordered pairs of such pairs that share an end, the count has the mean K p and
///           the variance K p (1-p) + S (d (1-d))^3; z = (count - mean) / sqrt(variance).
/// Cost:     O(sum over v of indegree * outdegree) time, O(vertices + arcs) memory.
/// Needs:    one group number a vertex; any numbers will do.
/// Source:   R. Gould, R. Fernandez, Structures of mediation: a formal approach to brokerage in
///           transaction networks, Sociological Methodology 19, 1989, doi:10.2307/270949.
/// Checked by: tests/reference/brokerage_slow.hpp (all triples; all graphs of four vertices).
namespace coopnet::algo {

enum class BrokerRole : std::uint8_t {
  coordinator,
  itinerant,
  representative,
  gatekeeper,
  liaison
};
inline constexpr std::size_t broker_role_count = 5;

/// One number a role, in the order of BrokerRole, then their total.
template <class T>
using ByBrokerRole = std::array<T, broker_role_count + 1>;

/// One entry a vertex in the first three; z is nothing where the variance is zero.
struct Brokerage {
  std::vector<ByBrokerRole<std::uint64_t>> counts;
  std::vector<ByBrokerRole<double>> expected;
  std::vector<ByBrokerRole<std::optional<double>>> z;
  ByBrokerRole<std::uint64_t> graph{};  ///< sums of the counts
};

namespace detail {

/// The arcs without loops and repetitions.
[[nodiscard]] inline graph::OwnedRows distinct_arcs(const graph::RowView& rows) {
  graph::OwnedRows out;
  out.directed = rows.directed;
  out.offsets.reserve(rows.vertex_count() + 1);
  out.targets.reserve(rows.arc_count());
  for (std::uint32_t v = 0; v < rows.vertex_count(); ++v) {
    const auto begin = out.targets.size();
    for (const auto w : rows.row(v))
      if (w != v && (out.targets.size() == begin || out.targets.back() != w))
        out.targets.push_back(w);
    out.offsets.push_back(static_cast<std::uint32_t>(out.targets.size()));
  }
  return out;
}

/// The groups renumbered 0, 1, ... in ascending order of their numbers.
struct BrokerGroups {
  std::vector<std::uint32_t> of;    ///< of each vertex
  std::vector<std::uint64_t> size;  ///< of each group

  explicit BrokerGroups(std::span<const std::uint32_t> group) {
    std::vector<std::uint32_t> names(group.begin(), group.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    size.resize(names.size());
    of.reserve(group.size());
    for (const auto name : group) {
      const auto place = std::lower_bound(names.begin(), names.end(), name) - names.begin();
      of.push_back(static_cast<std::uint32_t>(place));
      ++size[of.back()];
    }
  }
};

/// Of v between a and b, in groups a and v; b is in that of a or not, in that of v or not.
[[nodiscard]] constexpr BrokerRole broker_role(bool a_is_v, bool b_is_a, bool b_is_v) {
  if (a_is_v) return b_is_v ? BrokerRole::coordinator : BrokerRole::representative;
  if (b_is_v) return BrokerRole::gatekeeper;
  return b_is_a ? BrokerRole::itinerant : BrokerRole::liaison;
}

/// For one a, whose successors are marked and itself, and one v: how many b play which part.
inline void count_ends(const graph::RowView& arcs, const BrokerGroups& groups, std::uint32_t a,
                       std::uint32_t v, std::span<const std::uint32_t> mark,
                       ByBrokerRole<std::uint64_t>& counts) {
  const auto group_a = groups.of[a];
  const auto group_v = groups.of[v];
  std::array<std::array<std::uint32_t, 2>, 2> seen{};  // by b_is_a, b_is_v: no branch to guess
  for (const auto b : arcs.row(v)) {
    const auto group_b = groups.of[b];
    seen[group_b == group_a ? 1 : 0][group_b == group_v ? 1 : 0] += mark[b] == a + 1 ? 0U : 1U;
  }
  for (const bool b_is_a : {false, true})
    for (const bool b_is_v : {false, true}) {
      const auto role = broker_role(group_a == group_v, b_is_a, b_is_v);
      counts[static_cast<std::size_t>(role)] += seen[b_is_a ? 1 : 0][b_is_v ? 1 : 0];
    }
}

/// Vertex after vertex plays a: its successors are marked, and every b two arcs away that is not
/// marked counts for the vertex v on the way.
inline void count_brokers(const graph::RowView& arcs, const BrokerGroups& groups, Brokerage& out,
                          Progress* progress) {
  ProgressMeter meter(progress, arcs.vertex_count());
  std::vector<std::uint32_t> mark(arcs.vertex_count(), 0);
  for (std::uint32_t a = 0; a < arcs.vertex_count(); ++a) {
    meter.check();
    mark[a] = a + 1;
    for (const auto v : arcs.row(a)) mark[v] = a + 1;
    for (const auto v : arcs.row(a)) count_ends(arcs, groups, a, v, mark, out.counts[v]);
    meter.advance(1);
  }
  for (auto& counts : out.counts) {
    for (std::size_t r = 0; r < broker_role_count; ++r) counts.back() += counts[r];
    for (std::size_t r = 0; r <= broker_role_count; ++r) out.graph[r] += counts[r];
  }
}

/// Sums of cubes of group sizes exceed 64 bits.
__extension__ typedef __int128 BrokerWide;  // NOLINT(modernize-use-using)

/// K and S of the header above, for a vertex of one group.
struct BrokerPairs {
  BrokerWide pairs = 0;
  BrokerWide sharing = 0;
};

/// `own` members of the vertex' group, n vertices in all; `sum`: n_j, n_j^2 and n_j^3 added up over
/// the other groups j. From a group of m, (m)_2 = m (m-1) ordered pairs can be drawn, (m)_3
/// triples.
[[nodiscard]] inline ByBrokerRole<BrokerPairs> broker_pairs(BrokerWide n, BrokerWide own,
                                                            const std::array<BrokerWide, 3>& sum) {
  const BrokerWide mates = own - 1;
  const BrokerWide others = n - own;
  // Out of the group and into it: one end a mate, the other end one of the others.
  const BrokerPairs border{mates * others,
                           mates * others * (others - 1) + others * mates * (mates - 1)};
  ByBrokerRole<BrokerPairs> out;
  out[0] = {mates * (mates - 1), 2 * mates * (mates - 1) * (mates - 2)};
  out[1] = {sum[1] - sum[0], 2 * (sum[2] - 3 * sum[1] + 2 * sum[0])};  // sums of (n_j)_2, (n_j)_3
  out[2] = border;
  out[3] = border;
  // The shared end in group j, the other two in any of the rest: n_j (others - n_j)_2, twice.
  out[4] = {others * others - sum[1],
            2 * (others * (others - 1) * sum[0] - (2 * others - 1) * sum[1] + sum[2])};
  out[5] = {(n - 1) * (n - 2), 2 * (n - 1) * (n - 2) * (n - 3)};
  return out;
}

struct BrokerMoments {
  ByBrokerRole<double> mean{};
  ByBrokerRole<double> deviation{};
};

/// Of each group.
[[nodiscard]] inline std::vector<BrokerMoments> broker_moments(const BrokerGroups& groups,
                                                               std::size_t arcs) {
  const BrokerWide n = static_cast<BrokerWide>(groups.of.size());
  const double density = n < 2 ? 0.0 : static_cast<double>(arcs) / static_cast<double>(n * (n - 1));
  const double p = density * density * (1 - density);
  const double covariance = std::pow(density * (1 - density), 3);
  std::array<BrokerWide, 3> all{};
  const auto powers = [](BrokerWide m) { return std::array{m, m * m, m * m * m}; };
  for (const BrokerWide m : groups.size)
    for (std::size_t k = 0; k < 3; ++k) all[k] += powers(m)[k];
  std::vector<BrokerMoments> out;
  out.reserve(groups.size.size());
  for (const BrokerWide own : groups.size) {
    auto sum = all;
    for (std::size_t k = 0; k < 3; ++k) sum[k] -= powers(own)[k];
    const auto roles = broker_pairs(n, own, sum);
    auto& moments = out.emplace_back();
    for (std::size_t r = 0; r <= broker_role_count; ++r) {
      const auto pairs = static_cast<double>(roles[r].pairs);
      moments.mean[r] = pairs * p;
      moments.deviation[r] =
          std::sqrt(pairs * p * (1 - p) + static_cast<double>(roles[r].sharing) * covariance);
    }
  }
  return out;
}

[[nodiscard]] inline Brokerage brokerage_of_rows(const graph::RowView& rows,
                                                 std::span<const std::uint32_t> group,
                                                 Progress* progress) {
  const auto n = rows.vertex_count();
  if (group.size() != n)
    throw PreconditionError("brokerage: " + std::to_string(group.size()) + " groups for " +
                            std::to_string(n) + " vertices");
  const auto arcs = distinct_arcs(rows);
  const BrokerGroups groups(group);
  Brokerage out;
  out.counts.resize(n);
  count_brokers(arcs.view(), groups, out, progress);
  const auto moments = broker_moments(groups, arcs.targets.size());
  out.expected.resize(n);
  out.z.resize(n);
  for (std::size_t v = 0; v < n; ++v) {
    const auto& [mean, deviation] = moments[groups.of[v]];
    out.expected[v] = mean;
    for (std::size_t r = 0; r <= broker_role_count; ++r)
      if (deviation[r] > 0)
        out.z[v][r] = (static_cast<double>(out.counts[v][r]) - mean[r]) / deviation[r];
  }
  return out;
}

}  // namespace detail

/// Throws PreconditionError unless `group` has one entry a vertex; Interrupted.
template <graph::IndexedGraph G>
[[nodiscard]] Brokerage brokerage(const G& g, std::span<const std::uint32_t> group,
                                  Progress* progress = nullptr) {
  const graph::Rows rows(g);
  return detail::brokerage_of_rows(rows.view(), group, progress);
}

}  // namespace coopnet::algo
