#include <coopnet/core/errors.hpp>
#include <coopnet/core/rng.hpp>
#include <coopnet/render/grid.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "render/grid_seriate.hpp"

namespace coopnet::render {
namespace {

std::int64_t neighbour_sum(std::span<const std::int64_t> s, std::size_t n,
                           const std::vector<std::size_t>& order) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i + 1 < order.size(); ++i) sum += s[order[i] * n + order[i + 1]];
  return sum;
}

std::vector<std::int64_t> random_matrix(std::size_t n, std::uint64_t seed, std::uint64_t range) {
  Rng rng(seed);
  std::vector<std::int64_t> s(n * n, 0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < i; ++j)
      s[i * n + j] = s[j * n + i] = static_cast<std::int64_t>(rng.below(range));
  return s;
}

/// Slow twin: the pair of clusters with the highest average similarity is joined, until one is
/// left; then every order that exchanging the halves of subtrees gives is tried.
std::int64_t best_sum_slow(std::span<const std::int64_t> s, std::size_t n) {
  std::vector<std::vector<std::vector<std::size_t>>> clusters;  // the orders of each cluster
  for (std::size_t i = 0; i < n; ++i) clusters.push_back({{i}});
  const auto average = [&](std::size_t a, std::size_t b) {
    double sum = 0;
    for (const auto i : clusters[a][0])
      for (const auto j : clusters[b][0]) sum += static_cast<double>(s[i * n + j]);
    return sum / static_cast<double>(clusters[a][0].size() * clusters[b][0].size());
  };
  while (clusters.size() > 1) {
    std::size_t x = 0;
    std::size_t y = 1;
    for (std::size_t a = 0; a < clusters.size(); ++a)
      for (std::size_t b = a + 1; b < clusters.size(); ++b)
        if (average(a, b) > average(x, y)) {
          x = a;
          y = b;
        }
    std::vector<std::vector<std::size_t>> joined;
    for (const auto& left : clusters[x])
      for (const auto& right : clusters[y]) {
        joined.push_back(left);
        joined.back().insert(joined.back().end(), right.begin(), right.end());
        joined.push_back(right);
        joined.back().insert(joined.back().end(), left.begin(), left.end());
      }
    clusters[x] = std::move(joined);
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(y));
  }
  std::int64_t best = 0;
  for (const auto& order : clusters[0]) best = std::max(best, neighbour_sum(s, n, order));
  return best;
}

class SeriateSeeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(SeriateSeeds, OrderOfTheTreeIsTheBest) {
  for (std::size_t n = 2; n <= 8; ++n) {
    const auto s = random_matrix(n, GetParam() * 100 + n, 1'000'000'000);  // no ties
    const auto order = best_leaf_order(s, n, average_linkage(s, n));
    EXPECT_EQ(neighbour_sum(s, n, order), best_sum_slow(s, n)) << n;
  }
}

TEST_P(SeriateSeeds, IsAPermutationAlsoWithTies) {
  for (const std::size_t n : {1U, 2U, 3U, 30U, 120U, 520U}) {
    auto order = seriate(random_matrix(n, GetParam(), 3), n);
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> all(n);
    std::iota(all.begin(), all.end(), std::size_t{0});
    EXPECT_EQ(order, all);
  }
}

TEST_P(SeriateSeeds, FindsHiddenBlocks) {
  for (const std::size_t n : {24U, 200U, 600U}) {
    Rng rng(GetParam());
    constexpr std::size_t blocks = 4;
    std::vector<std::size_t> block(n);
    for (std::size_t i = 0; i < n; ++i) block[i] = i % blocks;
    rng.shuffle(block);
    std::vector<std::int64_t> s(n * n, 0);
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        if (block[i] == block[j]) s[i * n + j] = 5 + static_cast<std::int64_t>((i + j) % 3);
    const auto order = seriate(s, n);
    std::size_t changes = 0;
    for (std::size_t i = 1; i < n; ++i)
      if (block[order[i]] != block[order[i - 1]]) ++changes;
    EXPECT_EQ(changes, blocks - 1) << n;
  }
}

// Rows that are like their neighbours on a line: the spectral order finds the line again.
TEST_P(SeriateSeeds, SpectralOrderFindsABand) {
  constexpr std::size_t n = 600;
  Rng rng(GetParam());
  std::vector<std::size_t> place(n);
  std::iota(place.begin(), place.end(), std::size_t{0});
  rng.shuffle(place);
  std::vector<std::int64_t> s(n * n, 0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      const auto d = place[i] > place[j] ? place[i] - place[j] : place[j] - place[i];
      if (d > 0 && d < 8) s[i * n + j] = static_cast<std::int64_t>(8 - d);
    }
  const auto order = seriate(s, n);
  std::size_t far = 0;
  for (std::size_t i = 1; i < n; ++i) {
    const auto a = place[order[i]];
    const auto b = place[order[i - 1]];
    if ((a > b ? a - b : b - a) > 8) ++far;
  }
  EXPECT_LE(far, 6U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, SeriateSeeds, testing::Range<std::uint64_t>(1, 6));

TEST(Seriate, TakesAnySquareMatrix) {
  EXPECT_TRUE(seriate({}, 0).empty());
  const std::vector<std::int64_t> one = {5};
  EXPECT_EQ(seriate(one, 1), std::vector<std::size_t>{0});
  const std::vector<std::int64_t> odd = {no_value, 7, std::numeric_limits<std::int64_t>::max(), 0};
  EXPECT_EQ(seriate(odd, 2), (std::vector<std::size_t>{0, 1}));
  EXPECT_THROW((void)seriate(odd, 3), PreconditionError);
  EXPECT_THROW((void)seriate(odd, std::numeric_limits<std::size_t>::max()), PreconditionError);
}

TEST(Seriate, StartsWithTheSmallerEnd) {
  // 1 - 0 - 2: the line 1,0,2 and its mirror image are one order.
  const std::vector<std::int64_t> s = {0, 9, 8, 9, 0, 0, 8, 0, 0};
  EXPECT_EQ(seriate(s, 3), (std::vector<std::size_t>{1, 0, 2}));
}

}  // namespace
}  // namespace coopnet::render
