#include "coopnet/algo/maximum_weight_matching.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "algo/maximum_weight_matching_arcs.hpp"
#include "algo/maximum_weight_matching_blossoms.hpp"
#include "algo/maximum_weight_matching_search.hpp"
#include "algo/maximum_weight_matching_start.hpp"

namespace coopnet::algo {
namespace {

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using)

/// Node numbers (3/2 a vertex) and arcs (two an edge) have 32 bits.
void check_sizes(std::size_t vertices, std::size_t edges) {
  constexpr std::size_t most = std::size_t{1} << 31;
  if (vertices >= most || edges >= most)
    throw PreconditionError("maximum_weight_matching: fewer than 2^31 vertices and edges");
}

template <class Edge>
void check_ends(std::size_t vertices, std::span<const Edge> edges) {
  for (std::size_t i = 0; i < edges.size(); ++i)
    if (edges[i].a >= vertices || edges[i].b >= vertices)
      throw PreconditionError("maximum_weight_matching: edge " + std::to_string(i) +
                              " names a vertex that is not below " + std::to_string(vertices));
}

std::int64_t pairs_possible(std::size_t vertices) {
  return static_cast<std::int64_t>(vertices / 2);
}

/// Members of the outermost blossoms with a price, in the order of the linked list, in which each
/// inner blossom is a stretch.
std::vector<std::uint32_t> blossom_members(const matching::Blossoms& nodes) {
  std::vector<std::uint32_t> out;
  std::vector<std::uint32_t> to_visit;
  for (std::uint32_t v = 0; v < nodes.vertices(); ++v) {
    const auto top = nodes.top[v];
    if (!nodes.is_blossom(top) || nodes.first[top] != v) continue;
    for (to_visit.assign(1, top); !to_visit.empty();) {
      const auto node = to_visit.back();
      to_visit.pop_back();
      if (!nodes.is_blossom(node)) continue;
      if (nodes.price[node] > 0) {
        nodes.for_vertices(node, [&](std::uint32_t x) { out.push_back(x); });
      } else {
        nodes.for_children(node, [&](std::uint32_t child) { to_visit.push_back(child); });
      }
    }
  }
  return out;
}

DualSolution dual_solution(const matching::Search& search, std::int64_t raise) {
  const auto& nodes = search.blossoms();
  DualSolution out{raise, search.prices(), blossom_members(nodes), {}};
  std::vector<std::uint32_t> place(nodes.vertices());
  for (std::uint32_t i = 0; i < out.member.size(); ++i) place[out.member[i]] = i;
  for (auto node = nodes.vertices(); node < nodes.nodes(); ++node)
    if (nodes.price[node] > 0)
      out.blossoms.push_back(
          {place[nodes.first[node]], place[nodes.last[node]] + 1, nodes.price[node]});
  std::sort(out.blossoms.begin(), out.blossoms.end(), [](const auto& x, const auto& y) {
    return x.begin != y.begin ? x.begin < y.begin : x.end > y.end;
  });
  return out;
}

/// Pairs are tight, and no edge between two vertices is more than tight: the best one counts.
void collect_pairs(const matching::Arcs& arcs, Matching& out) {
  for (std::uint32_t a = 0; a < arcs.vertices(); ++a) {
    const auto b = out.mate[a];
    if (b == unmatched || b < a) continue;
    std::int64_t best = 0;
    for (auto k = arcs.begin[a]; k < arcs.begin[a + 1]; ++k)
      if (arcs.target[k] == b) best = std::max(best, arcs.weight2[k]);
    out.pairs.push_back({a, b, best / 2 - out.dual.raise});
    out.total += out.pairs.back().weight;
  }
}

/// The pairs' best edges by the weights given.
double real_total(std::size_t vertices, std::span<const RealWeightedEdge> edges,
                  const Matching& matching) {
  std::vector<double> best(vertices, -std::numeric_limits<double>::infinity());
  for (const auto& e : edges) {
    const auto a = std::min(e.a, e.b);
    if (e.a != e.b && matching.mate[e.a] == e.b) best[a] = std::max(best[a], e.weight);
  }
  double total = 0;
  for (const auto& pair : matching.pairs) total += best[pair.a];
  return total;
}

}  // namespace

std::int64_t matching_raise(std::size_t vertices, std::span<const WeightedEdge> edges,
                            MatchingCardinality cardinality) {
  Wide least = 0;
  Wide greatest = 0;
  for (const auto& e : edges) {
    if (e.a == e.b) continue;
    least = std::min<Wide>(least, e.weight);
    greatest = std::max<Wide>(greatest, e.weight);
  }
  const Wide pairs = std::max<Wide>(1, pairs_possible(vertices));
  const bool any = cardinality == MatchingCardinality::any;
  const Wide raise = any ? Wide{0} : pairs * (greatest - least) + 1;
  if (raise > matching_sum_limit || pairs * (greatest + raise) > matching_sum_limit)
    throw PreconditionError(
        "maximum_weight_matching: floor(vertices / 2) times the greatest weight" +
        std::string(any ? "" : ", raised so that more pairs always win,") +
        " must not exceed 2^58");
  return static_cast<std::int64_t>(raise);
}

Matching maximum_weight_matching(std::size_t vertices, std::span<const WeightedEdge> edges,
                                 const MatchingOptions& options, Progress* progress) {
  check_sizes(vertices, edges.size());
  check_ends(vertices, edges);
  const auto raise = matching_raise(vertices, edges, options.cardinality);
  const matching::Arcs arcs(vertices, edges, raise);
  ProgressMeter meter(progress, vertices);
  matching::HalfEdgeStart start(arcs);
  start.run(meter);
  matching::Search search(arcs, std::move(start));
  for (std::uint32_t v = 0; v < arcs.vertices(); ++v) {
    if (search.blossoms().mate[v] != unmatched || search.prices()[v] == 0) continue;
    meter.check();
    search.grow_from(v);
  }
  Matching out;
  out.mate = search.blossoms().mate;
  out.dual = dual_solution(search, raise);
  collect_pairs(arcs, out);
  return out;
}

RealMatching maximum_weight_matching(std::size_t vertices, std::span<const RealWeightedEdge> edges,
                                     const MatchingOptions& options, Progress* progress) {
  check_sizes(vertices, edges.size());
  check_ends(vertices, edges);
  double greatest = 0;
  for (const auto& e : edges) {
    if (!std::isfinite(e.weight))
      throw PreconditionError("maximum_weight_matching: a weight is not a finite number");
    greatest = std::max(greatest, std::abs(e.weight));
  }
  const double pairs = std::max(1.0, static_cast<double>(pairs_possible(vertices)));
  // With `maximum` the raised weight is at most 2 pairs + 1 times the greatest, plus 1.
  const bool any = options.cardinality == MatchingCardinality::any;
  const double bound = any ? pairs : pairs * (2 * pairs + 2);
  const int bits = std::min(53, 57 - (std::ilogb(bound) + 1));
  if (bits < 1) throw PreconditionError("maximum_weight_matching: too many vertices to scale");
  RealMatching out;
  if (greatest > 0) out.scale = std::ldexp(1.0, std::min(1000, bits - (std::ilogb(greatest) + 1)));
  std::vector<WeightedEdge> rounded;
  rounded.reserve(edges.size());
  bool exact = true;
  for (const auto& e : edges) {
    const double scaled = e.weight * out.scale;
    rounded.push_back({e.a, e.b, std::llround(scaled)});
    exact = exact && static_cast<double>(rounded.back().weight) == scaled;
  }
  out.error = exact ? 0 : pairs / out.scale;
  out.matching =
      maximum_weight_matching(vertices, std::span<const WeightedEdge>(rounded), options, progress);
  out.total = real_total(vertices, edges, out.matching);
  return out;
}

}  // namespace coopnet::algo
