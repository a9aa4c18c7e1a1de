#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"

/// Maximum weight matching in a general graph, with a proof of optimality.
///
/// A matching is a set of pairs (edges) no two of which share a vertex; the wanted one has the
/// greatest sum of weights, or the greatest sum among those with the most pairs.
///
/// Counts:   unordered pairs a < b. Loops are ignored; of parallel edges the best counts. With
///           MatchingCardinality::any only edges of positive weight are ever chosen.
/// Method:   Edmonds' primal-dual method. Prices on vertices and on odd sets (blossoms) bound the
///           total of every matching; the search works on edges whose price equals their weight,
///           and ends when total and bound meet. It starts from the optimum with half edges, found
///           by shortest augmenting paths without blossoms, and repairs what is left one free
///           vertex at a time: a tree of alternating paths, odd circuits shrunk when met, a lazy
///           heap of the moments at which edges become tight, each vertex remembering its best edge
///           for the day its blossom is opened.
/// Cost:     O(n m log n) in the worst case plus O(n^2) for each level of nested blossoms; in
///           practice near O(m log n), as few vertices are left free by the start. Memory O(n + m).
/// Needs:    ends below `vertices`; sums that fit (see matching_sum_limit).
/// Order:    pairs ascend; among several optima which one is found depends on the numbering of
///           vertices and the order of edges, and on nothing else.
/// Source:   J. Edmonds, J. Res. NBS 69B, 1965, doi:10.6028/jres.069B.013; Z. Galil, ACM Computing
///           Surveys 18(1), 1986, doi:10.1145/6462.6502; half edges first: W. Cook, A. Rohe,
///           INFORMS J. Computing 11(2), 1999, doi:10.1287/ijoc.11.2.138.
/// Checked by: matching_certificate.hpp on every result; tests/reference/
///           maximum_weight_matching_slow.hpp (all subsets).
namespace coopnet::algo {

/// Mate of a vertex that is in no pair.
inline constexpr std::uint32_t unmatched = std::numeric_limits<std::uint32_t>::max();

/// floor(vertices / 2) times the greatest (raised) weight must not exceed this.
inline constexpr std::int64_t matching_sum_limit = std::int64_t{1} << 58;

struct WeightedEdge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::int64_t weight = 0;
  friend bool operator==(const WeightedEdge&, const WeightedEdge&) = default;
};

/// any: the greatest weight, whatever the number of pairs; maximum: most pairs, then weight.
enum class MatchingCardinality : std::uint8_t { any, maximum };

struct MatchingOptions {
  MatchingCardinality cardinality = MatchingCardinality::any;
};

/// The proof: prices that bound the total of every matching, in half units of weight so that they
/// are integers. With w' = weight + raise:
///   price(a) + price(b) + sum of the prices of the blossoms that hold both >= 2 w'(a,b), prices
///   >= 0; hence 2 w'(M) <= sum of price(v) + sum of price(B) (|B| - 1) / 2 for every matching M.
/// `raise` is 0 for MatchingCardinality::any. For `maximum` it is so large that one pair more is
/// worth more than any difference in weight, see matching_raise().
struct DualSolution {
  /// An odd set of vertices: member[begin] .. member[end - 1].
  struct Blossom {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::int64_t price = 0;  ///< positive and even
    friend bool operator==(const Blossom&, const Blossom&) = default;
  };

  std::int64_t raise = 0;
  std::vector<std::int64_t> vertex;   ///< price of each vertex
  std::vector<std::uint32_t> member;  ///< vertices in blossoms, so ordered that each is a range
  std::vector<Blossom> blossoms;      ///< by begin; an outer one before those in it

  [[nodiscard]] std::span<const std::uint32_t> members(const Blossom& blossom) const {
    return {member.data() + blossom.begin, blossom.end - blossom.begin};
  }
  friend bool operator==(const DualSolution&, const DualSolution&) = default;
};

struct MatchedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::int64_t weight = 0;  ///< of the best edge between them
  friend bool operator==(const MatchedPair&, const MatchedPair&) = default;
};

struct Matching {
  std::vector<std::uint32_t> mate;  ///< of each vertex, or `unmatched`
  std::vector<MatchedPair> pairs;   ///< a < b, ascending
  std::int64_t total = 0;
  DualSolution dual;
  friend bool operator==(const Matching&, const Matching&) = default;
};

/// See the top of the file. `progress` counts vertices and may be null.
/// Throws PreconditionError if an end is out of range or a sum could exceed matching_sum_limit.
[[nodiscard]] Matching maximum_weight_matching(std::size_t vertices,
                                               std::span<const WeightedEdge> edges,
                                               const MatchingOptions& options = {},
                                               Progress* progress = nullptr);

/// What is added to every weight: 0 for `any`; for `maximum`
/// floor(vertices / 2) * (greatest - least weight, 0 among both) + 1.
/// Throws PreconditionError if floor(vertices / 2) * (greatest weight + that) exceeds the limit.
[[nodiscard]] std::int64_t matching_raise(std::size_t vertices, std::span<const WeightedEdge> edges,
                                          MatchingCardinality cardinality);

struct RealWeightedEdge {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double weight = 0;
};

struct RealMatching {
  Matching matching;  ///< in weights rounded to multiples of 1 / scale; weights there times scale
  double scale = 1;   ///< a power of two
  double error = 0;   ///< the true optimum is at most this above `total`; 0 if nothing was rounded
  double total = 0;   ///< of the pairs found, in the weights given
};

/// For weights that are no integers. Each is multiplied by the greatest power of two that keeps all
/// sums in range and weights within 53 bits, then rounded to the nearest integer: an error of at
/// most 1 / (2 scale) an edge, and floor(vertices / 2) / scale in the total of the best matching.
/// With `maximum` the number of pairs is right in any case.
/// Throws PreconditionError also if a weight is not finite.
[[nodiscard]] RealMatching maximum_weight_matching(std::size_t vertices,
                                                   std::span<const RealWeightedEdge> edges,
                                                   const MatchingOptions& options = {},
                                                   Progress* progress = nullptr);

}  // namespace coopnet::algo
