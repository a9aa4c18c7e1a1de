#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "coopnet/algo/maximum_weight_matching.hpp"

/// Checks the proof that comes with a maximum weight matching: a second opinion that shares no code
/// with the solver.
///
/// With w' = weight + raise, prices >= 0 and price(a) + price(b) + sum of the prices of the
/// blossoms that hold both >= 2 w'(a,b) for each edge, no matching M has 2 w'(M) above
/// sum of price(v) + sum of price(B) (|B| - 1) / 2: an odd set B holds at most (|B| - 1) / 2 pairs.
/// A matching that reaches this bound is optimal. If raise exceeds every possible difference in
/// weight between two matchings, it also has the most pairs.
///
/// Counts:   every edge given, loops apart; the first fault found is reported.
/// Method:   blossoms form a forest; an edge climbs from the innermost one of its first end to the
///           first that also holds the other; prices are summed from the outermost inwards.
/// Cost:     O(vertices + blossoms + edges * depth of nesting).
/// Needs:    nothing: any Matching, however broken, gets an answer.
/// Order:    faults are looked for in the order of CertificateFault.
/// Source:   J. Edmonds, J. Res. NBS 69B, 1965, doi:10.6028/jres.069B.013.
/// Checked by: tests that break each part of a good certificate.
namespace coopnet::algo {

enum class CertificateFault : std::uint8_t {
  none,
  wrong_size,           ///< not one mate and one price a vertex, or an edge out of range
  mates_disagree,       ///< the mate of a vertex' mate is another (index: vertex)
  pairs_disagree,       ///< pairs are not those of the mates, ascending (index: pair)
  not_an_edge,          ///< a pair no edge joins (index: pair)
  wrong_weight,         ///< not the weight of the best edge, or not worth taking (index: pair)
  wrong_total,          ///< not the sum of the pairs' weights
  wrong_raise,          ///< not what the cardinality asked for needs
  bad_member,           ///< a vertex out of range or listed twice (index: place in member)
  bad_blossom,          ///< empty range, even size, or a price not above zero (index: blossom)
  blossoms_cross,       ///< neither nested nor apart, or out of order (index: blossom)
  blossom_not_full,     ///< fewer than (size - 1) / 2 pairs inside (index: blossom)
  negative_price,       ///< (index: vertex)
  unmatched_has_price,  ///< a vertex without a mate whose price is not zero (index: vertex)
  edge_above_price,     ///< (index: edge)
  pair_below_price,     ///< a pair whose price is more than its weight (index: pair)
  sums_differ,          ///< the bound is not reached
};

[[nodiscard]] std::string_view to_string(CertificateFault fault);

struct Certificate {
  CertificateFault fault = CertificateFault::none;
  std::size_t index = 0;  ///< of what is at fault, see there

  [[nodiscard]] bool valid() const { return fault == CertificateFault::none; }
  friend bool operator==(const Certificate&, const Certificate&) = default;
};

/// See the top of the file. `options` are those the matching was asked for with.
[[nodiscard]] Certificate verify(std::size_t vertices, std::span<const WeightedEdge> edges,
                                 const Matching& matching, const MatchingOptions& options = {});

}  // namespace coopnet::algo
