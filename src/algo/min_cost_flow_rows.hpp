#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

/// Scans of one row of a cost matrix, several entries at a time. The results do not depend on the
/// processor: integers, or doubles that hold integers below 2^53.
namespace coopnet::algo::detail {

/// The least cost[c] - price[c].
[[nodiscard]] std::int64_t least_reduced(std::span<const std::int32_t> cost,
                                         const std::int64_t* price);

/// What a bidder sees: the column with the least cost[c] * scale + price[c], that value, and the
/// least value among the others (infinite if there are none). Of equal columns one is taken that
/// depends on the row alone.
struct Offer {
  std::size_t column = 0;
  double value = 0;
  double other = 0;
};
[[nodiscard]] Offer best_offer(std::span<const std::int32_t> cost, double scale,
                               const double* price);

}  // namespace coopnet::algo::detail
