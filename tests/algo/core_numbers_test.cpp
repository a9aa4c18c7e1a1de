#include "coopnet/algo/core_numbers.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <numeric>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/core_numbers_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

namespace coopnet::algo {
namespace {

using reference::EdgeList;
using Numbers = std::vector<std::uint32_t>;
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

graph::CsrGraph<> csr(std::size_t n, const EdgeList& list) {
  std::vector<graph::CsrEdge<>> edges;
  for (const auto& [a, b] : list) edges.push_back({a, b, {}});
  return {n, edges};
}

EdgeList random_edges(std::uint64_t seed, std::size_t n, std::size_t m) {
  EdgeList out;
  for (const auto& e : testing::random_multigraph(seed, n, m)) out.emplace_back(e.source, e.target);
  return out;
}

TEST(CoreNumbers, EqualTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::size_t n = seed % 13;
    const auto edges = random_edges(seed, n, (seed / 13) * 2);
    const auto wanted = reference::core_numbers_slow(n, edges);
    EXPECT_EQ(core_numbers(csr(n, edges)), wanted);
    EXPECT_EQ(core_numbers(BoostGraph(edges.begin(), edges.end(), n)), wanted);
  }
}

TEST(CoreNumbers, OfTheKarateClub) {
  const auto karate = testing::classical::karate();
  EdgeList list;
  for (const auto& [a, b] : karate.edges) list.emplace_back(a, b);
  const auto core = core_numbers(csr(karate.size(), list));
  Numbers innermost;
  for (std::uint32_t v = 0; v < core.size(); ++v)
    if (core[v] == 4) innermost.push_back(v);
  EXPECT_EQ(innermost, (Numbers{0, 1, 2, 3, 7, 8, 13, 30, 32, 33}));
  EXPECT_EQ(*std::max_element(core.begin(), core.end()), 4U);
  EXPECT_EQ(core[11], 1U);  // has one friend
}

// 0 = 1 - 2    3 (loop)    0 and 1 are joined twice
TEST(CoreNumbers, CountParallelEdgesButNoLoops) {
  EXPECT_EQ(core_numbers(csr(4, {{0, 1}, {1, 0}, {1, 2}, {3, 3}})), (Numbers{2, 2, 1, 0}));
  EXPECT_EQ(core_numbers(graph::CsrGraph<>()), Numbers{});
}

TEST(CoreNumbers, RenumberingChangesNothing) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Rng rng(seed);
    const auto n = static_cast<std::uint32_t>(1 + rng.below(60));
    const auto edges = random_edges(seed, n, rng.below(6 * n));
    Numbers name(n);
    std::iota(name.begin(), name.end(), 0U);
    rng.shuffle(name);
    EdgeList renamed;
    for (const auto& [a, b] : edges) renamed.emplace_back(name[a], name[b]);
    const auto before = core_numbers(csr(n, edges));
    const auto after = core_numbers(csr(n, renamed));
    for (std::size_t v = 0; v < n; ++v) EXPECT_EQ(before[v], after[name[v]]);
  }
}

/// A complete graph with a path on it: everybody inside has n - 1, the path 1.
TEST(CoreNumbers, OfACliqueWithATail) {
  const std::uint32_t n = 40;
  EdgeList list;
  for (std::uint32_t a = 0; a < n; ++a)
    for (std::uint32_t b = a + 1; b < n; ++b) list.emplace_back(a, b);
  for (std::uint32_t v = n; v < 2 * n; ++v) list.emplace_back(v - 1, v);
  Numbers wanted(2 * n, 1);
  std::fill_n(wanted.begin(), n, n - 1);
  EXPECT_EQ(core_numbers(csr(2 * n, list)), wanted);
}

}  // namespace
}  // namespace coopnet::algo
