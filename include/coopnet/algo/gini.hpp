#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include "coopnet/core/errors.hpp"

/// How unequally a total of whole numbers is spread over its holders.
///
/// Gini coefficient: the mean difference of two holders over twice the mean,
///     G = sum over i, j of |x_i - x_j| / (2 n sum of x);
/// 0: all have the same; (n - 1) / n: one has everything. With few holders that maximum is well
/// below 1, so a Gini is never shown without n, nor compared between different n.
/// Top share: the part of the total that the k largest hold.
///
/// Both are kept as ratios of whole numbers: exact, whatever the order of x.
/// Counts:   every value, zeros too: whether someone with nothing belongs to the holders is the
///           caller's decision, and it changes G.
/// Method:   with x ascending, the sum of differences is 2 * sum of (2 i - n - 1) x_i, i from 1.
/// Cost:     O(n log n); top share O(n).
/// Needs:    n * total < 2^63 (PreconditionError). Nothing is returned for no values, or only
/// zeros. Source:   C. Gini, Variabilita e mutabilita, 1912; the sorted form as in A. Sen, On
/// Economic
///           Inequality, Oxford 1973.
/// Checked by: tests/reference/gini_slow.hpp (all pairs).
namespace coopnet::algo {

/// A share in [0, 1] as a ratio; denominator > 0.
struct ShareRatio {
  std::uint64_t numerator = 0;
  std::uint64_t denominator = 1;

  [[nodiscard]] double value() const {
    return static_cast<double>(numerator) / static_cast<double>(denominator);
  }
};

/// The Gini coefficient of the values.
[[nodiscard]] inline std::optional<ShareRatio> gini(std::span<const std::uint32_t> values) {
  const std::uint64_t total = std::accumulate(values.begin(), values.end(), std::uint64_t{0});
  if (total == 0) return std::nullopt;
  const std::uint64_t n = values.size();
  if (total > (std::uint64_t{1} << 63U) / n)
    throw PreconditionError("gini: n * total is too large");
  std::vector<std::uint32_t> ascending(values.begin(), values.end());
  std::sort(ascending.begin(), ascending.end());
  // sum of (2 i - n - 1) x_i, with the negative half kept apart.
  std::uint64_t above = 0, below = 0;
  for (std::uint64_t i = 1; i <= n; ++i) {
    const std::uint64_t x = ascending[i - 1];
    if (2 * i > n + 1) above += (2 * i - n - 1) * x;
    if (2 * i < n + 1) below += (n + 1 - 2 * i) * x;
  }
  return ShareRatio{above - below, n * total};
}

/// The share of the `k` largest values in the total; all of it if there are not more than k.
[[nodiscard]] inline std::optional<ShareRatio> top_share(std::span<const std::uint32_t> values,
                                                         std::size_t k) {
  const std::uint64_t total = std::accumulate(values.begin(), values.end(), std::uint64_t{0});
  if (total == 0) return std::nullopt;
  std::vector<std::uint32_t> largest(values.begin(), values.end());
  const auto cut = largest.begin() + static_cast<std::ptrdiff_t>(std::min(k, largest.size()));
  if (cut != largest.end())
    std::nth_element(largest.begin(), cut, largest.end(),
                     [](std::uint32_t x, std::uint32_t y) { return x > y; });
  return ShareRatio{std::accumulate(largest.begin(), cut, std::uint64_t{0}), total};
}

}  // namespace coopnet::algo
