#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::graph::detail {

/// Stable counting sort: writes `input` into `output` ordered by key(item), a number below `keys`.
/// Cost: O(items + keys).
template <class Key>
void counting_sort(std::span<const std::uint32_t> input, std::span<std::uint32_t> output,
                   std::size_t keys, const Key& key) {
  if (keys == 0) return;  // then there are no items either
  std::vector<std::uint32_t> next(keys + 1, 0);
  for (const auto item : input) ++next[key(item) + 1];
  for (std::size_t k = 0; k < keys; ++k) next[k + 1] += next[k];
  for (const auto item : input) output[next[key(item)]++] = item;
}

/// The numbers 0..n-1 ordered by (first(i), second(i), i): two stable counting sorts, the less
/// important key first. Cost: O(n + first_keys + second_keys). Needs n and all keys < 2^32.
template <class First, class Second>
[[nodiscard]] std::vector<std::uint32_t> order_by_pair(std::size_t n, std::size_t first_keys,
                                                       const First& first, std::size_t second_keys,
                                                       const Second& second) {
  std::vector<std::uint32_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = static_cast<std::uint32_t>(i);
  std::vector<std::uint32_t> by_second(n);
  counting_sort(order, by_second, second_keys, second);
  counting_sort(by_second, order, first_keys, first);
  return order;
}

/// Turns counts stored at [1..n] into start positions: begin[k] = sum of the counts before k.
inline void counts_to_begins(std::vector<std::uint32_t>& begin) {
  for (std::size_t k = 1; k < begin.size(); ++k) begin[k] += begin[k - 1];
}

}  // namespace coopnet::graph::detail
