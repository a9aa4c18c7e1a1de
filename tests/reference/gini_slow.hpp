#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

/// By the definition: the differences of all pairs of holders, in both orders.
namespace reference {

struct Fraction {
  std::uint64_t numerator, denominator;
};

inline Fraction gini_slow(const std::vector<std::uint32_t>& values) {
  std::uint64_t differences = 0, total = 0;
  for (const auto x : values) {
    total += x;
    for (const auto y : values) differences += x > y ? x - y : y - x;
  }
  return {differences, 2 * values.size() * total};
}

/// The largest holder is taken k times, one after the other.
inline Fraction top_share_slow(std::vector<std::uint32_t> values, std::size_t k) {
  std::uint64_t total = 0, taken = 0;
  for (const auto x : values) total += x;
  for (; k > 0 && !values.empty(); --k) {
    const auto largest = std::max_element(values.begin(), values.end());
    taken += *largest;
    values.erase(largest);
  }
  return {taken, total};
}

}  // namespace reference
