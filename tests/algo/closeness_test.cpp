#include "coopnet/algo/closeness.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <queue>
#include <string>
#include <tuple>

#include "coopnet/core/errors.hpp"
#include "reference/closeness_slow.hpp"
#include "support/classical.hpp"
#include "support/length_graphs.hpp"

namespace coopnet::algo {
namespace {

using namespace coopnet::testing;
using Sums = std::vector<DistanceSums>;

void expect_near(const DistanceSums& got, const DistanceSums& wanted, std::size_t v) {
  EXPECT_EQ(got.reached, wanted.reached) << "vertex " << v;
  EXPECT_EQ(got.sum, wanted.sum) << "vertex " << v;
  EXPECT_NEAR(got.harmonic, wanted.harmonic, 1e-9 * (1 + wanted.harmonic)) << "vertex " << v;
}

// Printed by NetworkX 2.8.8.
TEST(Closeness, OfTheKarateClub) {
  const auto karate = classical::karate();
  const auto sums = distance_sums(own_graph<Undirected>(karate.size(), edges_of(karate)));
  EXPECT_NEAR(closeness(sums[0], 34).value(), 0.568966, 1e-6);
  EXPECT_NEAR(closeness(sums[2], 34).value(), 0.559322, 1e-6);
  EXPECT_NEAR(sums[0].harmonic, 23.16666666666666, 1e-9);
  EXPECT_NEAR(sums[33].harmonic, 23.25, 1e-9);
  EXPECT_NEAR(normalised_harmonic(sums[16], 34).value(), 11.1 / 33, 1e-9);
}

TEST(Closeness, OfTheFlorentineFamilies) {
  const auto families = classical::florentine();
  const auto sums = distance_sums(own_graph<Undirected>(families.size(), edges_of(families)));
  EXPECT_NEAR(closeness(sums[families.at("Medici")], families.size()).value(), 0.56, 1e-12);
}

// NetworkX with distance="weight".
TEST(Closeness, OfLesMiserables) {
  const auto novel = classical::les_miserables();
  const auto g = own_graph<Undirected>(novel.size(), edges_of(novel));
  const auto sums = weighted_distance_sums(g, length_in(g));
  const std::vector<std::tuple<std::string, double, double>> wanted{
      {"Valjean", 0.32340425531914896, 34.58809523809523},
      {"Myriel", 0.14074074074074075, 15.767965367965356},
      {"Marius", 0.2508250825082508, 26.374999999999986}};
  for (const auto& [name, close, harmonic] : wanted) {
    EXPECT_NEAR(closeness(sums[novel.at(name)], novel.size()).value(), close, 1e-12);
    EXPECT_NEAR(sums[novel.at(name)].harmonic, harmonic, 1e-9);
  }
}

// NetworkX; each edge of the karate club leads to the larger number, and one leads back.
TEST(DistanceSums, FollowDirections) {
  const auto karate = classical::karate();
  auto edges = edges_of(karate);
  edges.push_back({33, 0, 1});
  const auto sums = distance_sums(own_graph<Directed>(karate.size(), edges));
  EXPECT_NEAR(sums[0].harmonic, 19.5, 1e-9);
  EXPECT_NEAR(sums[2].harmonic, 12.783333333333333, 1e-9);
  EXPECT_NEAR(sums[33].harmonic, 11, 1e-9);
  EXPECT_EQ(sums[16], DistanceSums{});
}

// 0 - 1 - 2    3 - 4    5 (loop)
TEST(Closeness, IsLeftOpenWhereSomebodyIsNotReached) {
  const EdgeList edges{{0, 1, 1}, {1, 2, 1}, {3, 4, 1}, {3, 4, 1}, {5, 5, 1}};
  const auto sums = distance_sums(own_graph<Undirected>(6, edges));
  const Sums wanted{{2, 3, 1.5}, {2, 2, 2}, {2, 3, 1.5}, {1, 1, 1}, {1, 1, 1}, {0, 0, 0}};
  EXPECT_EQ(sums, wanted);
  EXPECT_EQ(closeness(sums[1], 6), std::nullopt);
  EXPECT_EQ(closeness(sums[1], 3), 1.0);  // within its piece
  EXPECT_EQ(normalised_harmonic(sums[1], 6), 0.4);
  EXPECT_EQ(normalised_harmonic(sums[5], 6), 0.0);
  EXPECT_EQ(closeness(DistanceSums{}, 1), std::nullopt);
  EXPECT_EQ(normalised_harmonic(DistanceSums{}, 1), std::nullopt);
  EXPECT_EQ(distance_sums(Undirected()), Sums{});
}

// Along a directed path each vertex reaches those behind it; 1500 vertices are three batches, and
// news travels by pushing.
TEST(DistanceSums, OfALongPath) {
  constexpr std::uint32_t n = 1500;
  EdgeList edges;
  for (std::uint32_t v = 1; v < n; ++v) edges.push_back({v - 1, v, 3});
  const auto g = own_graph<Directed>(n, edges);
  const auto sums = distance_sums(g);
  const auto weighted = weighted_distance_sums(g, length_in(g));
  double harmonic = 0;
  for (std::uint32_t v = n; v-- > 0;) {
    const std::uint64_t behind = n - 1 - v;
    if (behind > 0) harmonic += 1.0 / static_cast<double>(behind);
    const auto sum = behind * (behind + 1) / 2;
    expect_near(sums[v], {n - 1 - v, sum, harmonic}, v);
    expect_near(weighted[v], {n - 1 - v, 3 * sum, harmonic / 3}, v);
  }
}

template <class G>
void compare(const G& g, std::size_t n, const EdgeList& edges, bool directed) {
  const auto sums = distance_sums(g, {.threads = 1});
  const auto weighted = weighted_distance_sums(g, length_in(g), {.threads = 1});
  ASSERT_EQ(sums.size(), n);
  ASSERT_EQ(weighted.size(), n);
  for (std::size_t v = 0; v < n; ++v) {
    expect_near(sums[v], reference::distance_sums_from(v, n, edges, directed, false), v);
    expect_near(weighted[v], reference::distance_sums_from(v, n, edges, directed, true), v);
  }
}

TEST(DistanceSums, EqualTheSlowTwin) {
  const std::uint64_t seeds = std::getenv("COOPNET_LONG_TESTS") != nullptr ? 20000 : 300;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto [n, edges] = small_graph(seed);
    compare(own_graph<Undirected>(n, edges), n, edges, false);
    compare(own_graph<Directed>(n, edges), n, edges, true);
    compare(list_graph<boost::undirectedS>(n, edges), n, edges, false);
    compare(list_graph<boost::directedS>(n, edges), n, edges, true);
  }
}

// More vertices than bits, sparse and less so: rounds of both kinds.
TEST(DistanceSums, EqualTheWeightedSearchOnLargerGraphs) {
  for (const std::size_t degree : {1U, 2U, 4U, 16U}) {
    constexpr std::size_t n = 1100;
    const auto g = own_graph<Directed>(n, random_multigraph(degree, n, degree * n));
    const auto weighted = weighted_distance_sums(g, [](const auto&) { return 1; });
    const auto sums = distance_sums(g);
    for (std::size_t v = 0; v < n; ++v) expect_near(sums[v], weighted[v], v);
  }
}

TEST(DistanceSums, RenumberingAndIsolatedVerticesChangeNothing) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    constexpr std::size_t n = 60;
    const auto edges = random_multigraph(seed, n, 120);
    const auto name = new_numbers(seed, n + 3);
    const auto g = own_graph<Directed>(n, edges);
    const auto h = own_graph<Directed>(n + 3, renumbered(edges, name));
    const auto plain = distance_sums(g), renamed = distance_sums(h);
    const auto weighted = weighted_distance_sums(g, length_in(g)),
               weighted_renamed = weighted_distance_sums(h, length_in(h));
    for (std::size_t v = 0; v < n; ++v) {
      expect_near(renamed[name[v]], plain[v], v);
      expect_near(weighted_renamed[name[v]], weighted[v], v);
    }
  }
}

TEST(DistanceSums, AreTheSameToTheByteForAnyNumberOfThreads) {
  const auto g = own_graph<Undirected>(1200, random_multigraph(5, 1200, 2500));
  const auto h = own_graph<Undirected>(150, random_multigraph(5, 150, 500));
  const auto one = distance_sums(g, {.threads = 1});
  const auto one_weighted = weighted_distance_sums(h, length_in(h), {.threads = 1});
  for (const unsigned threads : {0U, 2U, 7U}) {
    EXPECT_EQ(distance_sums(g, {.threads = threads}), one);
    EXPECT_EQ(weighted_distance_sums(h, length_in(h), {.threads = threads}), one_weighted);
  }
}

TEST(DistanceSums, RefuseWhatDoesNotFit) {
  EdgeList star;
  for (std::uint32_t leaf = 1; leaf <= 4; ++leaf) star.push_back({0, leaf, 1});
  const auto g = own_graph<Directed>(5, star);
  const auto with = [&](auto length) {
    return weighted_distance_sums(g, [=](const auto&) { return length; });
  };
  EXPECT_THROW(with(0), PreconditionError);
  EXPECT_THROW(with(std::uint64_t{1} << 62), PreconditionError);  // the sum is 2^64
  EXPECT_EQ(with((std::uint64_t{1} << 62) - 1)[0].sum, ~std::uint64_t{0} - 3);
}

// Keys come out as those of a binary heap, none pushed below the last one popped.
TEST(RadixHeap, PopsInOrder) {
  Rng rng(1);
  detail::RadixHeap heap;
  for (int round = 0; round < 20; ++round) {
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> twin;
    const auto range = std::uint64_t{1} << rng.below(62);
    std::uint64_t last = 0;
    for (int step = 0; step < 2000; ++step) {
      if (rng.below(5) < 3) {
        const auto key = last + rng.below(range);
        if (key < last) continue;
        heap.push(key, 7);
        twin.push(key);
      } else if (!heap.empty()) {
        last = twin.top();
        twin.pop();
        const auto entry = heap.pop();
        ASSERT_EQ(entry.key, last);
        ASSERT_EQ(entry.value, 7U);
      }
      ASSERT_EQ(heap.empty(), twin.empty());
    }
    heap.clear();
    EXPECT_TRUE(heap.empty());
  }
}

struct Watcher : Progress {
  std::uint64_t done = 0, total = 0;
  bool stop = false;
  void report(std::uint64_t d, std::uint64_t t) override { done = d, total = t; }
  bool stop_requested() override { return stop; }
};

TEST(DistanceSums, TellTheirProgressAndStop) {
  const auto g = own_graph<Undirected>(100, random_multigraph(1, 100, 200));
  Watcher watcher;
  EXPECT_EQ(distance_sums(g, {}, &watcher), distance_sums(g));
  EXPECT_GT(watcher.total, 0U);
  EXPECT_EQ(watcher.done, watcher.total);
  watcher.stop = true;
  EXPECT_THROW(static_cast<void>(distance_sums(g, {}, &watcher)), Interrupted);
  EXPECT_THROW(static_cast<void>(weighted_distance_sums(g, length_in(g), {}, &watcher)),
               Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
