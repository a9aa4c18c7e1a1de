#pragma once

#include <algorithm>
#include <cstddef>

#include "coopnet/core/parallel_for.hpp"

/// Work over many sources whose floating-point sums come out the same for any number of threads.
namespace coopnet::algo::detail {

/// How many sources a block has: there are at most 16 blocks, each with sums of its own, and the
/// sums are added in the order of the blocks. A block has `fewest` sources unless it is the only
/// one or the last: less is not worth a thread.
[[nodiscard]] inline std::size_t source_block(std::size_t sources, std::size_t fewest) {
  constexpr std::size_t most_blocks = 16;
  return std::max(fewest, chunk_count(sources, most_blocks));
}

}  // namespace coopnet::algo::detail
