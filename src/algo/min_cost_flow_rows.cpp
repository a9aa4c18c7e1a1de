#include "algo/min_cost_flow_rows.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

// One body, compiled for several processors; the loader picks one. Sanitizers start too late for
// that.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define COOPNET_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#undef COOPNET_CLONES
#endif
#endif
#endif
#ifndef COOPNET_CLONES
#define COOPNET_CLONES
#endif

namespace coopnet::algo::detail {
namespace {

constexpr std::size_t lanes = 8;
using Costs [[gnu::vector_size(lanes * sizeof(std::int32_t))]] = std::int32_t;
using Longs [[gnu::vector_size(lanes * sizeof(std::int64_t))]] = std::int64_t;
using Doubles [[gnu::vector_size(lanes * sizeof(double))]] = double;

}  // namespace

COOPNET_CLONES std::int64_t least_reduced(std::span<const std::int32_t> cost,
                                          const std::int64_t* price) {
  auto least = std::numeric_limits<std::int64_t>::max();
  std::size_t c = 0;
  if (cost.size() >= lanes) {
    Longs low = Longs{} + least;
    for (; c + lanes <= cost.size(); c += lanes) {
      Costs costs;
      Longs prices;
      std::memcpy(&costs, cost.data() + c, sizeof costs);
      std::memcpy(&prices, price + c, sizeof prices);
      const Longs reduced = __builtin_convertvector(costs, Longs) - prices;
      low = reduced < low ? reduced : low;
    }
    for (std::size_t lane = 0; lane < lanes; ++lane)
      least = std::min(least, std::int64_t{low[lane]});
  }
  for (; c < cost.size(); ++c) least = std::min(least, cost[c] - price[c]);
  return least;
}

COOPNET_CLONES Offer best_offer(std::span<const std::int32_t> cost, double scale,
                                const double* price) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  Offer out{0, infinite, infinite};
  const auto take = [&out](std::size_t column, double value) {
    if (value < out.value) {
      out.other = out.value;
      out.value = value;
      out.column = column;
    } else if (value < out.other) {
      out.other = value;
    }
  };
  std::size_t c = 0;
  if (cost.size() >= lanes) {
    Doubles best = Doubles{} + infinite, other = best;
    Longs at = Longs{}, here = {0, 1, 2, 3, 4, 5, 6, 7};
    for (; c + lanes <= cost.size(); c += lanes) {
      Costs costs;
      Doubles prices;
      std::memcpy(&costs, cost.data() + c, sizeof costs);
      std::memcpy(&prices, price + c, sizeof prices);
      const Doubles value = __builtin_convertvector(costs, Doubles) * scale + prices;
      const Longs better = value < best;
      const Doubles loser = better ? best : value;
      other = loser < other ? loser : other;
      best = better ? value : best;
      at = better ? here : at;
      here += static_cast<std::int64_t>(lanes);
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      take(static_cast<std::size_t>(at[lane]), best[lane]);
      out.other = std::min(out.other, double{other[lane]});
    }
  }
  for (; c < cost.size(); ++c) take(c, cost[c] * scale + price[c]);
  return out;
}

}  // namespace coopnet::algo::detail
