#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::render {

/// n x n similarities: both halves added, nothing on the diagonal, nothing negative.
[[nodiscard]] std::vector<std::int64_t> symmetrised(std::span<const std::int64_t> similarity,
                                                    std::size_t n);

/// A binary tree over n leaves 0..n-1; node n+k joins two earlier nodes.
struct Merge {
  std::size_t left = 0;
  std::size_t right = 0;
};

/// Average linkage: joins, again and again, two clusters that are each other's most similar, by the
/// average similarity of their members. n-1 merges. Ties fall to the smaller leaf. O(n^2).
[[nodiscard]] std::vector<Merge> average_linkage(std::span<const std::int64_t> similarity,
                                                 std::size_t n);

/// Of all orders of the leaves in which every subtree stays together (its two halves can be
/// exchanged), one in which the similarities of neighbours have the largest sum. O(n^3), n^2 words.
[[nodiscard]] std::vector<std::size_t> best_leaf_order(std::span<const std::int64_t> similarity,
                                                       std::size_t n,
                                                       std::span<const Merge> merges);

/// Connected parts one after another, the largest first, each in the order of its Fiedler vector.
[[nodiscard]] std::vector<std::size_t> spectral_order(std::span<const std::int64_t> similarity,
                                                      std::size_t n);

}  // namespace coopnet::render
