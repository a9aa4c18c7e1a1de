#include "coopnet/algo/two_mode.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <numeric>
#include <string>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/two_mode_slow.hpp"
#include "support/classical.hpp"

namespace coopnet::algo {
namespace {

using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Edges = std::vector<graph::CsrEdge<>>;
using Modes = std::vector<std::uint8_t>;

struct TwoModes {
  Modes mode;
  Edges edges;

  [[nodiscard]] TwoModeGraph own() const {
    return TwoModeGraph(graph::CsrGraph<>(mode.size(), edges), mode);
  }
  [[nodiscard]] TwoModeGraph boosts() const {
    Boost g(mode.size());
    for (const auto& e : edges) add_edge(e.source, e.target, g);
    return TwoModeGraph(g, mode);
  }
  [[nodiscard]] reference::Adjacency table() const {
    reference::Adjacency a(mode.size(), std::vector<bool>(mode.size()));
    for (const auto& e : edges) a[e.source][e.target] = a[e.target][e.source] = true;
    return a;
  }
};

/// Modes in any order; some edges twice, some vertices without any.
TwoModes random_two_modes(Rng& rng) {
  TwoModes out;
  out.mode.resize(rng.below(11));
  for (auto& m : out.mode) m = static_cast<std::uint8_t>(rng.below(2));
  for (auto attempts = rng.below(40); attempts > 0 && !out.mode.empty(); --attempts) {
    const auto a = static_cast<std::uint32_t>(rng.below(out.mode.size()));
    const auto b = static_cast<std::uint32_t>(rng.below(out.mode.size()));
    if (out.mode[a] != out.mode[b]) out.edges.push_back({a, b});
  }
  return out;
}

TwoModes davis() {
  const auto data = testing::classical::davis_women();
  TwoModes out;
  for (const int m : data.mode) out.mode.push_back(static_cast<std::uint8_t>(m));
  for (const auto& [a, b] : data.edges) out.edges.push_back({a, b});
  return out;
}

// Printed by NetworkX 2.8.8: bipartite.degree_centrality, closeness_centrality,
// betweenness_centrality, robins_alexander_clustering of davis_southern_women_graph().
TEST(TwoMode, TheWomenAtEvents) {
  const auto names = testing::classical::davis_women();
  const auto g = davis().own();
  struct Row {
    std::string name;
    double degree, closeness, betweenness;
  };
  const std::vector<Row> rows{
      {"E8", 0.777777777778, 0.846153846154, 0.24381946235},
      {"E9", 0.666666666667, 0.785714285714, 0.225513591772},
      {"E7", 0.555555555556, 0.733333333333, 0.129501744245},
      {"Nora Fayette", 0.571428571429, 0.8, 0.113461362043},
      {"Evelyn Jefferson", 0.571428571429, 0.8, 0.09658472108},
      {"Flora Price", 0.142857142857, 0.585365853659, 0.005054505236},
  };
  const auto degree = two_mode_degree(g), closeness = two_mode_closeness(g),
             betweenness = two_mode_betweenness(g);
  for (const auto& row : rows) {
    const auto v = names.at(row.name);
    EXPECT_NEAR(degree[v].value(), row.degree, 1e-11) << row.name;
    EXPECT_NEAR(closeness[v].value(), row.closeness, 1e-11) << row.name;
    EXPECT_NEAR(betweenness[v].value(), row.betweenness, 1e-11) << row.name;
  }
  const auto clustering = two_mode_clustering(g);
  EXPECT_EQ(clustering, (TwoModeClustering{341, 2916}));
  EXPECT_NEAR(clustering.coefficient().value(), 0.46776406035665297, 1e-15);
}

/// One vertex of mode 0 that joins `m` of mode 1, each of which has leaves of mode 0.
TwoModes joined_stars(std::uint32_t m, std::uint32_t leaves) {
  TwoModes out;
  out.mode.assign(1 + m + leaves, 0);
  for (std::uint32_t hub = 1; hub <= m; ++hub) {
    out.mode[hub] = 1;
    out.edges.push_back({0, hub});
  }
  for (std::uint32_t leaf = 0; leaf < leaves; ++leaf)
    out.edges.push_back({1 + m + leaf, 1 + leaf % m});
  return out;
}

TEST(TwoMode, NoMeasureExceedsOneAndEachReachesIt) {
  for (std::uint32_t m = 2; m <= 5; ++m)
    for (std::uint32_t leaves = 0; leaves <= 11; ++leaves) {
      const auto g = joined_stars(m, leaves).own();
      EXPECT_EQ(two_mode_degree(g)[0], 1.0);
      EXPECT_NEAR(two_mode_betweenness(g)[0].value(), 1.0, 1e-12) << m << ' ' << leaves;
    }
  // All joined to all: everyone is as near as can be.
  TwoModes full{{0, 0, 0, 1, 1}, {}};
  for (std::uint32_t a = 0; a < 3; ++a)
    for (std::uint32_t b = 3; b < 5; ++b) full.edges.push_back({a, b});
  for (const auto& c : two_mode_closeness(full.own())) EXPECT_EQ(c, 1.0);
  EXPECT_EQ(two_mode_clustering(full.own()).coefficient(), 1.0);
  EXPECT_EQ(two_mode_clustering(full.own()).four_cycles, 3U);  // a pair on either side: 3 * 1
}

// 0 ─ 2 ─ 1    3    The mode of 3 is that of 2.
TEST(TwoMode, IsNothingWhereItIsUndefined) {
  const TwoModes apart{{0, 0, 1, 1}, {{0, 2}, {1, 2}}};
  for (const auto& c : two_mode_closeness(apart.own())) EXPECT_FALSE(c);
  EXPECT_FALSE(two_mode_clustering(apart.own()).coefficient());
  const TwoModes alone{{0}, {}};
  EXPECT_FALSE(two_mode_degree(alone.own())[0]);
  EXPECT_FALSE(two_mode_closeness(alone.own())[0]);
  EXPECT_FALSE(two_mode_betweenness(alone.own())[0]);
  const TwoModes two{{0, 1}, {{0, 1}}};
  EXPECT_EQ(two_mode_closeness(two.own())[0], 1.0);
  EXPECT_FALSE(two_mode_betweenness(two.own())[0]);  // nobody to be between
}

TEST(TwoMode, EqualsTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Rng rng(seed);
    const auto data = random_two_modes(rng);
    const auto g = data.own();
    const reference::PathsSlow paths(data.table());
    const auto degree = two_mode_degree(g), closeness = two_mode_closeness(g),
               betweenness = two_mode_betweenness(g);
    EXPECT_EQ(degree, two_mode_degree(data.boosts()));
    EXPECT_EQ(closeness, two_mode_closeness(data.boosts()));
    EXPECT_EQ(betweenness, two_mode_betweenness(data.boosts(), {.threads = 2}));
    for (std::size_t v = 0; v < data.mode.size(); ++v) {
      std::size_t own = 0, other = 0, links = 0;
      for (std::size_t w = 0; w < data.mode.size(); ++w) {
        ++(data.mode[w] == data.mode[v] ? own : other);
        links += data.table()[v][w] ? 1U : 0U;
      }
      ASSERT_EQ(degree[v].has_value(), other > 0);
      if (degree[v]) {
        EXPECT_EQ(*degree[v] * static_cast<double>(other), static_cast<double>(links));
      }
      const auto total = data.mode.size() < 2 ? std::nullopt : paths.total_distance(v);
      ASSERT_EQ(closeness[v].has_value(), total.has_value());
      if (total) {
        EXPECT_NEAR(*closeness[v] * static_cast<double>(*total),
                    static_cast<double>(other + 2 * own - 2), 1e-12);
      }
      if (!betweenness[v]) continue;
      EXPECT_NEAR(*betweenness[v] * max_two_mode_betweenness(own, other), paths.betweenness(v),
                  1e-10);
      EXPECT_LE(*betweenness[v], 1 + 1e-12);
    }
    const auto [cycles, three_paths] = reference::cycles_and_paths_slow(data.table());
    EXPECT_EQ(two_mode_clustering(g), (TwoModeClustering{cycles, three_paths}));
    EXPECT_EQ(two_mode_clustering(data.boosts()), two_mode_clustering(g));
  }
}

TEST(TwoMode, DoesNotDependOnTheNumbersOfTheVertices) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Rng rng(seed);
    const auto data = random_two_modes(rng);
    std::vector<std::uint32_t> number(data.mode.size());
    std::iota(number.begin(), number.end(), 0U);
    rng.shuffle(number);
    TwoModes other{Modes(data.mode.size()), {}};
    for (std::size_t v = 0; v < number.size(); ++v) other.mode[number[v]] = data.mode[v];
    for (const auto& e : data.edges) other.edges.push_back({number[e.target], number[e.source]});
    const auto closeness = two_mode_closeness(data.own()), there = two_mode_closeness(other.own());
    const auto between = two_mode_betweenness(data.own()),
               between_there = two_mode_betweenness(other.own());
    for (std::size_t v = 0; v < number.size(); ++v) {
      EXPECT_EQ(closeness[v], there[number[v]]) << "seed " << seed;
      EXPECT_NEAR(between[v].value_or(-1), between_there[number[v]].value_or(-1), 1e-12);
    }
    EXPECT_EQ(two_mode_clustering(data.own()), two_mode_clustering(other.own()));
  }
}

TEST(TwoMode, RefusesWhatIsNotTwoModes) {
  const graph::CsrGraph<> pair(2, Edges{{0, 1}});
  EXPECT_THROW(TwoModeGraph(pair, Modes{0, 0}), PreconditionError);
  EXPECT_THROW(TwoModeGraph(pair, Modes{0, 2}), PreconditionError);
  EXPECT_THROW(TwoModeGraph(pair, Modes{0}), PreconditionError);
  EXPECT_THROW(TwoModeGraph(graph::CsrGraph<>(1, Edges{{0, 0}}), Modes{0}), PreconditionError);
  const graph::DirectedCsrGraph<> arrow(2, Edges{{0, 1}});
  EXPECT_THROW(TwoModeGraph(graph::Rows(arrow).view(), Modes{0, 1}), PreconditionError);
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(TwoMode, StopsWhenAsked) {
  Stopper stopper;
  EXPECT_THROW(static_cast<void>(two_mode_clustering(davis().own(), &stopper)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
