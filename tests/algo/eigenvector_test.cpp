#include "coopnet/algo/eigenvector.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <limits>
#include <numbers>
#include <numeric>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/eigenvector_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

namespace coopnet::algo {
namespace {

using Ties = std::vector<reference::WeightedTie>;
struct Tie {
  double weight = 1;
};
using Own = graph::CsrGraph<graph::NoProperty, Tie>;
using BoostGraph =
    boost::adjacency_list<boost::listS, boost::vecS, boost::undirectedS, boost::no_property, Tie>;

Own csr(std::size_t n, const Ties& ties) {
  std::vector<Own::Edge> edges;
  for (const auto& tie : ties) edges.push_back({tie.a, tie.b, {tie.weight}});
  return {n, edges};
}

BoostGraph boosts(std::size_t n, const Ties& ties) {
  BoostGraph g(n);
  for (const auto& tie : ties) add_edge(tie.a, tie.b, Tie{tie.weight}, g);
  return g;
}

template <class G>
auto weight_of(const G& g) {
  return [&g](const auto& e) { return g[e].weight; };
}

Ties random_ties(std::uint64_t seed, std::size_t n, std::size_t m) {
  Ties out;
  for (const auto& e : testing::random_multigraph(seed, n, m))
    out.push_back({e.source, e.target, e.weight - 1.0});  // some weigh nothing
  return out;
}

Ties unweighted(Ties ties) {
  for (auto& tie : ties) tie.weight = 1;
  return ties;
}

/// Component after component against the full matrix.
void expect_equal_to_slow(const EigenvectorCentrality& got, const reference::Dense& matrix) {
  const auto label = reference::component_labels(matrix);
  ASSERT_EQ(got.value.size(), matrix.size());
  EXPECT_TRUE(got.converged);
  std::uint32_t number = 0;
  for (std::size_t first = 0; first < matrix.size(); ++first) {
    if (label[first] != first) continue;
    std::vector<std::size_t> members;
    for (std::size_t v = 0; v < matrix.size(); ++v)
      if (label[v] == first) members.push_back(v);
    reference::Dense part;
    for (const auto v : members) {
      part.emplace_back();
      for (const auto w : members) part.back().push_back(matrix[v][w]);
    }
    const auto wanted = reference::leading_eigen_slow(part);
    EXPECT_NEAR(got.eigenvalue.at(number), wanted.value, 1e-11 * (1 + wanted.value));
    const double gap = wanted.value - wanted.second;
    for (std::size_t i = 0; i < members.size(); ++i) {
      EXPECT_EQ(got.component[members[i]], number);
      ASSERT_EQ(got.value[members[i]].has_value(), members.size() > 1);
      if (members.size() == 1) continue;
      EXPECT_NEAR(*got.value[members[i]], wanted.vector[i], 1e-11 * (1 + wanted.value / gap));
    }
    ++number;
  }
  EXPECT_EQ(got.eigenvalue.size(), number);
}

TEST(EigenvectorCentrality, EqualsTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::size_t n = seed % 17;
    const auto ties = random_ties(seed, n, (seed / 17) * 2);
    const auto own = csr(n, ties);
    const auto theirs = boosts(n, ties);
    const auto matrix = reference::adjacency(n, ties);
    expect_equal_to_slow(eigenvector_centrality(own, weight_of(own)), matrix);
    expect_equal_to_slow(eigenvector_centrality(theirs, weight_of(theirs)), matrix);
    const auto counts = reference::adjacency(n, unweighted(ties));
    expect_equal_to_slow(eigenvector_centrality(own), counts);
    EXPECT_EQ(eigenvector_centrality(theirs).value, eigenvector_centrality(own).value);
  }
}

TEST(EigenvectorCentrality, OfTheKarateClub) {
  const auto karate = testing::classical::karate();
  Ties ties;
  for (const auto& [a, b] : karate.edges) ties.push_back({a, b, 1});
  const auto out = eigenvector_centrality(csr(karate.size(), ties));
  EXPECT_NEAR(out.value[33].value(), 0.373363, 5e-7);
  EXPECT_NEAR(out.value[0].value(), 0.355491, 5e-7);
}

/// Bipartite, with the smallest gap there is: lambda = 2 cos(pi / (n + 1)), x_k ~ sin(k pi / (n +
/// 1)).
TEST(EigenvectorCentrality, OfALongPath) {
  const std::uint32_t n = 300;
  Ties path;
  for (std::uint32_t v = 0; v + 1 < n; ++v) path.push_back({v, v + 1, 1});
  const auto out = eigenvector_centrality(csr(n, path));
  ASSERT_TRUE(out.converged);
  const double angle = std::numbers::pi / (n + 1);
  EXPECT_NEAR(out.eigenvalue[0], 2 * std::cos(angle), 1e-13);
  for (std::uint32_t v = 0; v < n; ++v)
    EXPECT_NEAR(out.value[v].value(), std::sqrt(2.0 / (n + 1)) * std::sin((v + 1) * angle), 1e-8);
}

/// A star of n leaves: lambda = sqrt(n), the centre has sqrt(1/2), a leaf sqrt(1/2n).
TEST(EigenvectorCentrality, OfAStar) {
  Ties star;
  for (std::uint32_t v = 1; v <= 100; ++v) star.push_back({0, v, 1});
  const auto out = eigenvector_centrality(csr(101, star));
  EXPECT_NEAR(out.eigenvalue[0], 10, 1e-12);
  EXPECT_NEAR(out.value[0].value(), std::sqrt(0.5), 1e-11);
  EXPECT_NEAR(out.value[100].value(), std::sqrt(0.005), 1e-11);
}

// 0 - 1 - 2    3 (loop)    4: whoever has no neighbour has no centrality
TEST(EigenvectorCentrality, NeedsANeighbour) {
  const auto out = eigenvector_centrality(csr(5, {{0, 1, 1}, {1, 2, 1}, {3, 3, 1}}));
  EXPECT_EQ(out.component, (std::vector<std::uint32_t>{0, 0, 0, 1, 2}));
  EXPECT_NEAR(out.value[1].value(), std::sqrt(0.5), 1e-12);
  EXPECT_FALSE(out.value[3].has_value());
  EXPECT_FALSE(out.value[4].has_value());
  EXPECT_EQ(out.eigenvalue[1], 2);
  EXPECT_EQ(out.eigenvalue[2], 0);
  EXPECT_TRUE(eigenvector_centrality(Own()).converged);
}

TEST(EigenvectorCentrality, RenumberingChangesNothing) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Rng rng(seed);
    const auto n = static_cast<std::uint32_t>(5 + rng.below(60));
    const auto ties = random_ties(seed, n, 4 * n);  // dense enough for a wide gap
    std::vector<std::uint32_t> name(n);
    std::iota(name.begin(), name.end(), 0U);
    rng.shuffle(name);
    auto renamed = ties;
    for (auto& tie : renamed) tie = {name[tie.a], name[tie.b], tie.weight};
    const auto before = csr(n, ties);
    const auto after = csr(n, renamed);
    const auto x = eigenvector_centrality(before, weight_of(before));
    const auto y = eigenvector_centrality(after, weight_of(after));
    for (std::size_t v = 0; v < n; ++v) {
      ASSERT_EQ(x.value[v].has_value(), y.value[name[v]].has_value());
      EXPECT_NEAR(x.value[v].value_or(0), y.value[name[v]].value_or(0), 1e-9);
    }
  }
}

/// However large or small they are: neither squares nor sums of weights may overflow or vanish.
TEST(EigenvectorCentrality, ScaleOfWeightsDoesNotMatter) {
  for (const double scale : {1e-300, 1e300}) {
    auto ties = random_ties(7, 12, 40);
    const auto plain = csr(12, ties);
    const auto wanted = eigenvector_centrality(plain, weight_of(plain));
    for (auto& tie : ties) tie.weight *= scale;
    const auto g = csr(12, ties);
    const auto out = eigenvector_centrality(g, weight_of(g));
    EXPECT_TRUE(out.converged);
    EXPECT_NEAR(out.eigenvalue[0] / scale, wanted.eigenvalue[0], 1e-9);
    for (std::size_t v = 0; v < 12; ++v)
      EXPECT_NEAR(out.value[v].value(), wanted.value[v].value(), 1e-9);
  }
}

TEST(EigenvectorCentrality, SaysWhenItStoppedTooEarly) {
  Ties path;
  for (std::uint32_t v = 0; v < 50; ++v) path.push_back({v, v + 1, 1});
  const auto out = eigenvector_centrality(csr(51, path), {.max_iterations = 3});
  EXPECT_FALSE(out.converged);
  EXPECT_EQ(out.iterations, 3U);
}

TEST(EigenvectorCentrality, RefusesWeightsThatAreNone) {
  for (const double weight :
       {-1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    const auto g = csr(2, {{0, 1, weight}});
    EXPECT_THROW(static_cast<void>(eigenvector_centrality(g, weight_of(g))), PreconditionError);
  }
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(EigenvectorCentrality, StopsWhenAsked) {
  Stopper stopper;
  const auto g = csr(3, {{0, 1, 1}, {1, 2, 1}});
  EXPECT_THROW(static_cast<void>(eigenvector_centrality(g, {}, &stopper)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
