#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

/// The queue of a shortest-path search with integer lengths.
///
/// Method: a monotone heap: no key is pushed below the one popped last. Bucket 0 holds keys equal
///         to the last one popped, bucket b > 0 those whose highest bit that differs from it is bit
///         b - 1. When bucket 0 is empty, the lowest other bucket is shared out among the buckets
///         below it.
/// Cost:   a push O(1); each entry moves down at most 64 times, in practice a few. Once the buckets
///         have grown, nothing is allocated.
/// Source: R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, Faster algorithms for the shortest path
///         problem, J. ACM 37(2), 1990, doi:10.1145/77600.77615.
namespace coopnet::algo::detail {

class RadixHeap {
 public:
  struct Entry {
    std::uint64_t key;
    std::uint32_t value;
  };

  [[nodiscard]] bool empty() const { return buckets_[0].empty() && occupied_ == 0; }

  /// Empty again, and any key may come first.
  void clear() {
    for (auto& bucket : buckets_) bucket.clear();
    occupied_ = 0;
    last_ = 0;
  }

  /// Needs key >= the key popped last.
  void push(std::uint64_t key, std::uint32_t value) { put({key, value}); }

  /// An entry with the smallest key. Needs !empty().
  Entry pop() {
    if (buckets_[0].empty()) share_out_lowest();
    const Entry top = buckets_[0].back();
    buckets_[0].pop_back();
    return top;
  }

 private:
  void put(const Entry& entry) {
    const auto b = static_cast<std::size_t>(std::bit_width(entry.key ^ last_));
    buckets_[b].push_back(entry);
    if (b > 0) occupied_ |= std::uint64_t{1} << (b - 1);
  }

  void share_out_lowest() {
    auto& bucket = buckets_[static_cast<std::size_t>(std::countr_zero(occupied_)) + 1];
    occupied_ &= occupied_ - 1;
    last_ = std::min_element(bucket.begin(), bucket.end(), [](const Entry& x, const Entry& y) {
              return x.key < y.key;
            })->key;
    for (const auto& entry : bucket) put(entry);  // all into lower buckets
    bucket.clear();
  }

  std::array<std::vector<Entry>, 65> buckets_;
  std::uint64_t occupied_ = 0;  // bit b - 1: bucket b > 0 holds something
  std::uint64_t last_ = 0;
};

}  // namespace coopnet::algo::detail
