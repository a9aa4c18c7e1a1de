#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace coopnet::algo::detail {

/// Ends of an interval of a share.
struct ShareInterval {
  double low = 0;
  double high = 1;
};

/// log of the number of ways to choose `x` of `n`. Cost: O(min(x, n - x)).
inline double log_of_choices(std::uint64_t n, std::uint64_t x) {
  const auto fewer = std::min(x, n - x);
  double sum = 0;
  for (std::uint64_t k = 1; k <= fewer; ++k)
    sum += std::log(static_cast<double>(n - fewer + k) / static_cast<double>(k));
  return sum;
}

/// The share p at or above x / n at which `x` or fewer of `n` have the probability `tail`.
///
/// P(X <= x) falls as p grows, so p is found by halving. The sum runs from its largest term, k = x,
/// downwards, each term a factor times the one before, and ends when further ones change nothing:
/// nothing underflows that matters.
inline double upper_share(std::uint64_t x, std::uint64_t n, double tail) {
  if (x == n) return 1;
  const auto trials = static_cast<double>(n);
  const auto hits = static_cast<double>(x);
  const double ways = log_of_choices(n, x);
  const auto at_most_x = [&](double p) {
    const double odds_against = (1 - p) / p;
    double term = 1, sum = 1;
    for (double k = hits; k > 0 && term > sum * 0x1p-60; --k) {
      term *= k / (trials - k + 1) * odds_against;
      sum += term;
    }
    return sum * std::exp(ways + hits * std::log(p) + (trials - hits) * std::log1p(-p));
  };
  double low = hits / trials, high = 1;
  for (int step = 0; step < 60; ++step) {
    const double middle = low + (high - low) / 2;
    (at_most_x(middle) > tail ? low : high) = middle;
  }
  return high;
}

/// The exact interval of a share of which x of n were seen: every share that a binomial test with
/// half of 1 - confidence on each side does not refuse. Covers at least as often as it says.
/// Needs: 0 <= x <= n, n > 0, 0 < confidence < 1.
/// Source: C. Clopper, E. Pearson, Biometrika 26(4), 1934, doi:10.1093/biomet/26.4.404.
inline ShareInterval binomial_interval(std::uint64_t x, std::uint64_t n, double confidence) {
  const double tail = (1 - confidence) / 2;
  return {1 - upper_share(n - x, n, tail), upper_share(x, n, tail)};
}

}  // namespace coopnet::algo::detail
