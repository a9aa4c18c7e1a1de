#pragma once

#include <cstdint>
#include <cstdlib>
#include <vector>

/// How large the inputs of benches may be.
namespace coopnet::bench {

/// Sizes to measure with: `brief`, and `lengthy` too where COOPNET_LONG_BENCH is set. The brief
/// ones also run in CTest, in debug mode and under sanitizers.
inline std::vector<std::int64_t> sizes(std::vector<std::int64_t> brief,
                                       std::vector<std::int64_t> lengthy) {
  if (std::getenv("COOPNET_LONG_BENCH") != nullptr)
    brief.insert(brief.end(), lengthy.begin(), lengthy.end());
  return brief;
}

}  // namespace coopnet::bench
