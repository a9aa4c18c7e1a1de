#include "coopnet/graph/counting_sort.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <vector>

#include "support/random_edges.hpp"

namespace coopnet::graph::detail {
namespace {

TEST(OrderByPair, EqualsAStableSort) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::size_t keys = 1 + seed % 12;
    const auto items = testing::random_multigraph(seed, keys, seed * 3);
    const auto order = order_by_pair(
        items.size(), keys, [&](std::uint32_t i) { return items[i].source; }, keys,
        [&](std::uint32_t i) { return items[i].target; });
    std::vector<std::uint32_t> expected(items.size());
    std::iota(expected.begin(), expected.end(), 0U);
    std::sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(items[a].source, items[a].target, a) <
             std::tuple(items[b].source, items[b].target, b);
    });
    EXPECT_EQ(order, expected) << "seed " << seed;
  }
}

TEST(OrderByPair, AcceptsNoItemsAndNoKeys) {
  const auto never = [](std::uint32_t) { return 0U; };
  EXPECT_TRUE(order_by_pair(0, 0, never, 0, never).empty());
}

TEST(CountsToBegins, SumsWhatComesBefore) {
  std::vector<std::uint32_t> begin{0, 2, 0, 3};
  counts_to_begins(begin);
  EXPECT_EQ(begin, (std::vector<std::uint32_t>{0, 2, 2, 5}));
}

}  // namespace
}  // namespace coopnet::graph::detail
