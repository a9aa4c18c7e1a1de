#include "coopnet/analysis/rank.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "coopnet/io/load.hpp"
#include "reference/betweenness_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"
#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::World;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Ends = std::vector<StrengthGraph::Edge>;

/// A network of forums, which have no brokers, from its edges.
Network drawn(std::uint32_t n, const Ends& edges) {
  Network out;
  out.kind = NetworkKind::forums_by_member;
  for (std::uint32_t v = 0; v < n; ++v) out.nodes.push_back({NodeKind::forum, v});
  out.graph = StrengthGraph(n, edges);
  return out;
}
Position find(const Network& network, const RankOptions& options = {}) {
  return find_positions(Dataset{}, network, "", options);
}
template <class T>
std::vector<double> column(const Position& p, T PositionRow::*member) {
  std::vector<double> out;
  for (const auto& row : p.rows) {
    if constexpr (std::is_same_v<T, std::optional<double>>)
      out.push_back((row.*member).value_or(-1));
    else
      out.push_back(static_cast<double>(row.*member));
  }
  return out;
}
void expect_near(const std::vector<double>& got, const std::vector<double>& expected,
                 double tolerance = 1e-9) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_NEAR(got[i], expected[i], tolerance) << i;
}

//          2   b   6        by strength  a - d is 1/2 + 1/6 over b and 1/3 + 1/3 over c: the same;
//        a           d                   b - c is 1/2 + 1/3 over a, 1/6 + 1/3 over d
//          3   c   3        by length    a - d is 8 over b, 6 over c;  b - c is 5 over a
//                           equal        two ways each
const Network square = drawn(4, {{0, 1, 2}, {1, 3, 6}, {0, 2, 3}, {2, 3, 3}});

TEST(Rank, StrengthIsNotLength) {
  const auto with = [](TieLength lengths) { return find(square, {.lengths = lengths}); };
  const auto strength = with(TieLength::strength);
  EXPECT_THAT(column(strength, &PositionRow::betweenness), ElementsAre(0, 0.5, 0.5, 1));
  expect_near(column(strength, &PositionRow::closeness),
              {3 / (1.0 / 2 + 1.0 / 3 + 2.0 / 3), 3 / (1.0 / 2 + 1.0 / 6 + 1.0 / 2),
               3 / (1.0 / 3 + 1.0 / 3 + 1.0 / 2), 3 / (2.0 / 3 + 1.0 / 6 + 1.0 / 3)});
  EXPECT_NEAR(*strength.rows[0].harmonic, (2 + 3 + 1.5) / 3, 1e-12);
  EXPECT_FALSE(strength.lengths_rounded);
  const auto length = with(TieLength::length);
  EXPECT_THAT(column(length, &PositionRow::betweenness), ElementsAre(1, 0, 1, 0));
  EXPECT_NEAR(*length.rows[0].closeness, 3.0 / (2 + 3 + 6), 1e-12);
  EXPECT_NEAR(*length.rows[0].harmonic, (1.0 / 2 + 1.0 / 3 + 1.0 / 6) / 3, 1e-12);
  const auto equal = with(TieLength::equal);
  EXPECT_THAT(column(equal, &PositionRow::betweenness), ElementsAre(0.5, 0.5, 0.5, 0.5));
  EXPECT_NEAR(*equal.rows[0].closeness, 3.0 / 4, 1e-12);
  EXPECT_NEAR(*equal.rows[0].harmonic, 2.5 / 3, 1e-12);
  expect_near(column(equal, &PositionRow::path_share), {0.5 / 3, 0.5 / 3, 0.5 / 3, 0.5 / 3});
  expect_near(column(equal, &PositionRow::betweenness_normalised),
              {0.5 / 3, 0.5 / 3, 0.5 / 3, 0.5 / 3});
  EXPECT_THAT(column(equal, &PositionRow::strength), ElementsAre(5, 8, 6, 9));
  EXPECT_THAT(equal.falls_apart, IsEmpty());
  EXPECT_THAT(equal.only_ties, IsEmpty());
}

TEST(Rank, LengthsWithoutACommonMultipleAreRounded) {
  // 2^40 is below the product of these primes.
  const auto far = drawn(5, {{0, 1, 10007}, {1, 2, 10009}, {2, 3, 10037}, {3, 4, 10039}});
  EXPECT_TRUE(find(far, {.lengths = TieLength::strength}).lengths_rounded);
  EXPECT_THAT(column(find(far, {.lengths = TieLength::strength}), &PositionRow::betweenness),
              ElementsAre(0, 3, 4, 3, 0));
  EXPECT_FALSE(find(far).lengths_rounded);
}

// 0 - 1 - 2 - 3 - 4     5 6 7 8 all tied     9
TEST(Rank, InSeveralPieces) {
  const auto network = drawn(10, {{0, 1, 1},
                                  {1, 2, 1},
                                  {2, 3, 1},
                                  {3, 4, 1},
                                  {5, 6, 1},
                                  {5, 7, 1},
                                  {5, 8, 1},
                                  {6, 7, 1},
                                  {6, 8, 1},
                                  {7, 8, 1}});
  const auto p = find(network);
  EXPECT_EQ(p.components, 3U);
  EXPECT_EQ(p.largest, 5U);
  EXPECT_EQ(p.ties, 10U);
  for (const auto& row : p.rows) EXPECT_FALSE(row.closeness) << "nobody reaches everybody";
  EXPECT_NEAR(*p.rows[0].harmonic, (1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4) / 9, 1e-12);
  EXPECT_NEAR(*p.rows[5].harmonic, 3.0 / 9, 1e-12);
  EXPECT_EQ(p.rows[9].harmonic, 0.0);
  // A path of five: sin(k pi / 6), scaled to length one. The other piece has the larger eigenvalue.
  const double half = 1 / std::sqrt(12.0);
  const std::vector<double> eigenvector{half, 0.5, 2 * half, 0.5, half, -1, -1, -1, -1, -1};
  expect_near(column(p, &PositionRow::eigenvector), eigenvector, 1e-8);
  // 10 + 6 pairs are connected; without those of 2 itself 12, of which 4 pass 2.
  EXPECT_NEAR(*p.rows[2].path_share, 4.0 / 12, 1e-12);
  EXPECT_EQ(p.rows[5].path_share, 0.0);
  EXPECT_NEAR(*p.rows[2].betweenness_normalised, 4.0 / 36, 1e-12);
  EXPECT_THAT(column(p, &PositionRow::core), ElementsAre(1, 1, 1, 1, 1, 3, 3, 3, 3, 0));
  EXPECT_THAT(column(p, &PositionRow::component_size), ElementsAre(5, 5, 5, 5, 5, 4, 4, 4, 4, 1));
  EXPECT_FALSE(p.rows[9].constraint) << "without a tie";
  ASSERT_THAT(p.falls_apart, SizeIs(3));
  EXPECT_EQ(p.falls_apart[0].vertex, 1U);
  EXPECT_THAT(p.falls_apart[0].parts, ElementsAre(ElementsAre(2, 3, 4), ElementsAre(0)));
  ASSERT_THAT(p.only_ties, SizeIs(4));
  EXPECT_EQ(
      std::tuple(p.only_ties[1].a, p.only_ties[1].b, p.only_ties[1].a_side, p.only_ties[1].b_side),
      std::tuple(1U, 2U, 2U, 3U));
}

TEST(Rank, OfTwoLargestPiecesTheFirst) {
  const auto p = find(drawn(4, {{2, 3, 1}, {0, 1, 1}}));
  expect_near(column(p, &PositionRow::eigenvector), {std::sqrt(0.5), std::sqrt(0.5), -1, -1});
  EXPECT_THAT(column(p, &PositionRow::path_share), ElementsAre(0, 0, 0, 0))
      << "of the pair of the other piece";
}

TEST(Rank, TooFewForAValue) {
  EXPECT_THAT(find(drawn(0, {})).rows, IsEmpty());
  const auto alone = find(drawn(1, {}));
  EXPECT_FALSE(alone.rows[0].closeness);
  EXPECT_FALSE(alone.rows[0].harmonic);
  EXPECT_FALSE(alone.rows[0].path_share);
  EXPECT_FALSE(alone.rows[0].betweenness_normalised);
  EXPECT_DOUBLE_EQ(alone.rows[0].pagerank, 1);
  const auto two = find(drawn(2, {{0, 1, 4}}));
  EXPECT_DOUBLE_EQ(*two.rows[0].closeness, 1);
  EXPECT_FALSE(two.rows[0].path_share) << "there are no two others";
  EXPECT_FALSE(two.rows[0].betweenness_normalised);
}

// The graph of objectives in common of toy A as forums that those with an objective belong to.
//  A == B   A 1 2 8 17, B 1 2 8, C 1 17 21, D 2 8, E 21 23.  Numbers of NetworkX 2.8.
//  | X  |
//  C    D
//  E
TEST(Rank, ToyAByObjectivesInCommon) {
  const World w(
      {{"regions", "id,scheme\neast,review_region\nnorth,review_region\nsouth,review_region\n"},
       {"actors",
        "id,kind,regions\nXAA,state,north\nXBB,state,north\nXCC,state,south\nXDD,state,east\n"
        "XEE,state,south\n"},
       {"forums", "id,name\no01,1\no02,2\no08,8\no17,17\no21,21\no23,23\n"},
       {"memberships",
        "forum,actor\no01,XAA\no01,XBB\no01,XCC\no02,XAA\no02,XBB\no02,XDD\no08,XAA\no08,XBB\n"
        "o08,XDD\no17,XAA\no17,XCC\no21,XCC\no21,XEE\no23,XEE\n"}});
  const auto network = build_network(w.data, w.relations, w.selection, {});
  const auto p = find_positions(w.data, network, "review_region");
  EXPECT_THAT(column(p, &PositionRow::betweenness), ElementsAre(1, 1, 3, 0, 0));
  EXPECT_THAT(column(p, &PositionRow::degree), ElementsAre(3, 3, 3, 2, 1));
  EXPECT_THAT(column(p, &PositionRow::strength), ElementsAre(7, 6, 4, 4, 1));
  EXPECT_THAT(column(p, &PositionRow::core), ElementsAre(2, 2, 2, 2, 1));
  expect_near(column(p, &PositionRow::closeness), {0.8, 0.8, 0.8, 4.0 / 7, 0.5});
  expect_near(column(p, &PositionRow::harmonic),
              {0.875, 0.875, 0.875, 0.7083333333333334, 0.5833333333333334});
  expect_near(column(p, &PositionRow::eigenvector),
              {0.6064661462555302, 0.5654600260988852, 0.34316407658631765, 0.4365848791977063,
               0.0639205141312098},
              1e-8);
  expect_near(column(p, &PositionRow::pagerank),
              {0.2976705705911782, 0.25515184904235605, 0.2000768100492393, 0.17458444818176275,
               0.07251632213546369},
              1e-8);
  expect_near(column(p, &PositionRow::constraint),
              {0.7244897959183672, 0.8850623582766439, 0.668686224489796, 1.072704081632653, 1});
  expect_near(column(p, &PositionRow::effective_size),
              {2.0714285714285716, 1.6666666666666667, 2.25, 1, 1});
  ASSERT_THAT(p.falls_apart, SizeIs(1));
  EXPECT_EQ(p.falls_apart[0].vertex, 2U) << "XCC";
  EXPECT_THAT(p.falls_apart[0].parts, ElementsAre(ElementsAre(0, 1, 3), ElementsAre(4)));
  ASSERT_THAT(p.only_ties, SizeIs(1));
  EXPECT_EQ(
      std::tuple(p.only_ties[0].a, p.only_ties[0].b, p.only_ties[0].a_side, p.only_ties[0].b_side),
      std::tuple(2U, 4U, 4U, 1U));
  // C between A or B of the north and E of its own region, each pair from either end.
  EXPECT_THAT(p.brokerage[2].counts, ElementsAre(0, 0, 2, 2, 0, 4));
  // A and B are both tied to C and to D, which have no tie: north, with ends in south and east.
  EXPECT_THAT(p.brokerage[0].counts, ElementsAre(0, 0, 0, 0, 2, 2));
  EXPECT_THAT(p.brokerage[3].counts, ElementsAre(0, 0, 0, 0, 0, 0));
}

TEST(Rank, GroupsAreSetsOfRegions) {
  const World w(
      {{"regions", "id,scheme\nn,review_region\ns,review_region\n"},
       {"actors",
        "id,kind,regions\nXAA,state,n\nXBB,state,n;s\nXCC,state,\nXDD,state,s;n\nXEE,state,\n"},
       {"forums", "id,name\nf1,One\n"},
       {"memberships", "forum,actor\nf1,XAA\nf1,XBB\nf1,XCC\nf1,XDD\nf1,XEE\n"}});
  const auto network = build_network(w.data, w.relations, w.selection, {});
  const auto p = find_positions(w.data, network, "review_region");
  EXPECT_THAT(p.group, ElementsAre(0, 1, 2, 1, 2));
  EXPECT_THAT(p.groups, ElementsAre(ElementsAre(w.region("n")),
                                    ElementsAre(w.region("n"), w.region("s")), IsEmpty()));
  EXPECT_THAT(find_positions(w.data, network, "").brokerage, IsEmpty()) << "no groups";
}

// Values of the R package sna (P1) and counts by hand, from the acceptance data.
TEST(Rank, BrokersOfToyC) {
  const World w(io::load_dataset(COOPNET_TEST_DATA "/toys/toyC_exchanges.csv").data);
  NetworkOptions options;
  options.kind = NetworkKind::actors_by_exchange;
  const auto network = build_network(w.data, w.relations, w.selection, options);
  const auto p = find_positions(w.data, network, w.data.primary_scheme());
  const std::vector<std::array<std::uint64_t, 6>> counts{
      {1, 0, 4, 3, 3, 11}, {0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}, {0, 0, 0, 1, 0, 1},
      {2, 0, 1, 0, 0, 3},  {0, 0, 0, 1, 0, 1}, {0, 0, 1, 1, 0, 2}, {0, 0, 0, 0, 0, 0}};
  ASSERT_EQ(p.brokerage.size(), counts.size());
  for (std::size_t v = 0; v < counts.size(); ++v) EXPECT_EQ(p.brokerage[v].counts, counts[v]);
  const std::array z{2.8366, -0.6012, 3.715, 2.6459, 2.5423, 3.8350};
  for (std::size_t r = 0; r < z.size(); ++r) EXPECT_NEAR(p.brokerage[0].z[r].value(), z[r], 5e-5);
  EXPECT_FALSE(p.brokerage[6].z[0]) << "T has two members: no third for a coordinator";
  EXPECT_EQ(p.ties, 15U);
}

TEST(Rank, DavisAsMemberships) {
  const auto davis = coopnet::testing::classical::davis_women();
  std::string actors = "id\n", forums = "id,name\n", members = "forum,actor\n";
  for (std::size_t v = 0; v < davis.size(); ++v)
    (davis.mode[v] == 0 ? actors : forums) +=
        davis.names[v] + (davis.mode[v] == 0 ? "\n" : "," + davis.names[v] + "\n");
  for (const auto& [woman, event] : davis.edges)
    members += davis.names[event] + "," + davis.names[woman] + "\n";
  const World w(
      support::NamedTables{{"actors", actors}, {"forums", forums}, {"memberships", members}});
  NetworkOptions options;
  options.kind = NetworkKind::two_mode;
  const auto network = build_network(w.data, w.relations, w.selection, options);
  const auto p = find_positions(w.data, network, "");
  const auto& e8 = p.rows[18 + w.forum("E8").index()];
  const auto& nora = p.rows[w.actor("Nora Fayette").index()];
  EXPECT_NEAR(*e8.two_mode_betweenness, 0.243819, 5e-7);
  EXPECT_NEAR(*nora.two_mode_betweenness, 0.113461, 5e-7);
  EXPECT_NEAR(*e8.two_mode_degree, 14.0 / 18, 1e-12);
  EXPECT_NEAR(*nora.two_mode_degree, 8.0 / 14, 1e-12);
  EXPECT_NEAR(*e8.two_mode_closeness, 0.846154, 5e-7);
  EXPECT_NEAR(*nora.two_mode_closeness, 0.8, 1e-12);
  EXPECT_NEAR(p.clustering.value(), 0.467764, 5e-7);
  EXPECT_EQ(p.ties, 89U);
  EXPECT_THAT(p.brokerage, IsEmpty());
  EXPECT_FALSE(find(square).clustering);
}

Network directed(std::size_t n, const std::vector<coopnet::testing::RandomEdge>& edges) {
  Network out;
  out.kind = NetworkKind::actors_by_exchange;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> either;
  std::vector<DirectedStrengthGraph::Edge> arcs;
  for (const auto& e : edges) {
    arcs.push_back({e.source, e.target, 1});
    ++either[std::minmax(e.source, e.target)];
  }
  Ends ties;
  for (const auto& [ends, count] : either) ties.push_back({ends.first, ends.second, count});
  for (std::uint32_t v = 0; v < n; ++v) out.nodes.push_back({NodeKind::actor, v});
  out.graph = StrengthGraph(n, ties);
  out.directed = DirectedStrengthGraph(n, arcs);
  return out;
}

/// Random arcs without loops and repetitions.
std::vector<coopnet::testing::RandomEdge> arcs(std::uint64_t seed, std::size_t n,
                                               std::size_t many) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> distinct;
  for (const auto& e : coopnet::testing::random_multigraph(seed, n, many))
    if (e.source != e.target) distinct[{e.source, e.target}] = 1;
  std::vector<coopnet::testing::RandomEdge> out;
  for (const auto& [ends, one] : distinct) out.push_back({ends.first, ends.second, one});
  return out;
}

TEST(Rank, PathShareByCountingPairs) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto n = static_cast<std::size_t>(3 + seed % 8);
    const bool one_way = seed % 2 == 0;
    const auto edges =
        one_way ? arcs(seed, n, 2 * n) : coopnet::testing::random_simple_graph(seed, n, 2 * n);
    Ends ties;
    for (const auto& e : edges) ties.push_back({e.source, e.target, 1});
    const auto p = find(one_way ? directed(n, edges) : drawn(static_cast<std::uint32_t>(n), ties));
    const auto d = reference::all_distances(n, reference::slow_arcs(edges, one_way, false));
    const auto through = reference::betweenness_slow(n, edges, one_way, false);
    for (std::size_t v = 0; v < n; ++v) {
      double joined = 0;
      for (std::size_t s = 0; s < n; ++s)
        for (std::size_t t = one_way ? 0 : s + 1; t < n; ++t)
          joined += s != t && s != v && t != v && d[s][t] ? 1 : 0;
      EXPECT_NEAR(p.rows[v].betweenness, through[v], 1e-9);
      ASSERT_EQ(p.rows[v].path_share.has_value(), joined > 0) << seed;
      if (joined > 0) {
        EXPECT_NEAR(*p.rows[v].path_share, through[v] / joined, 1e-12) << seed;
      }
    }
  }
}

TEST(Rank, DirectedByHand) {
  // 0 -> 1 -> 2 -> 0, 2 -> 3
  const auto p = find(directed(4, {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}, {2, 3, 1}}));
  EXPECT_THAT(column(p, &PositionRow::out_degree), ElementsAre(1, 1, 2, 0));
  EXPECT_THAT(column(p, &PositionRow::in_degree), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(column(p, &PositionRow::degree), ElementsAre(2, 2, 3, 1));
  EXPECT_DOUBLE_EQ(*p.rows[0].closeness, 3.0 / (1 + 2 + 3)) << "along the arcs";
  EXPECT_FALSE(p.rows[3].closeness) << "leads nowhere";
  EXPECT_EQ(p.rows[3].harmonic, 0.0);
  // 2 lies on 0 -> 3 and 1 -> 3 and 1 -> 0; 1 on 0 -> 2 and 0 -> 3; 0 on 2 -> 1.
  EXPECT_THAT(column(p, &PositionRow::betweenness), ElementsAre(1, 2, 3, 0));
  EXPECT_DOUBLE_EQ(*p.rows[2].betweenness_normalised, 0.5);
  EXPECT_EQ(p.components, 1U) << "directions ignored";
  ASSERT_THAT(p.falls_apart, SizeIs(1));
  EXPECT_EQ(p.falls_apart[0].vertex, 2U);
  const auto sum = std::accumulate(p.rows.begin(), p.rows.end(), 0.0,
                                   [](double s, const auto& row) { return s + row.pagerank; });
  EXPECT_NEAR(sum, 1, 1e-9);
}

using Values =
    std::tuple<std::optional<double>, std::optional<double>, double, std::optional<double>,
               std::optional<double>, double, std::optional<double>, std::optional<double>>;
std::vector<Values> values(const Position& p) {
  std::vector<Values> out;
  for (const auto& r : p.rows)
    out.emplace_back(r.closeness, r.harmonic, r.betweenness, r.path_share, r.eigenvector,
                     r.pagerank, r.constraint, r.two_mode_betweenness);
  return out;
}

TEST(Rank, TheNumberOfThreadsChangesNoBit) {
  for (const auto lengths : {TieLength::equal, TieLength::strength, TieLength::length}) {
    const auto edges = coopnet::testing::random_simple_graph(7, 60, 150);
    Ends ties;
    for (const auto& e : edges)
      ties.push_back({e.source, e.target, static_cast<unsigned>(e.weight)});
    const auto network = drawn(60, ties);
    const auto arrows = directed(60, arcs(8, 60, 150));
    const auto one = values(find(network, {lengths, 1})),
               other = values(find(arrows, {lengths, 1}));
    for (const unsigned threads : {2U, 8U}) {
      EXPECT_EQ(values(find(network, {lengths, threads})), one);
      EXPECT_EQ(values(find(arrows, {lengths, threads})), other);
    }
  }
}

TEST(Rank, TheOrderOfRowsChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto tables = support::random_world(seed);
    const World a(tables), b(support::shuffled(tables, seed));
    for (const auto kind : {NetworkKind::actors_by_forum, NetworkKind::actors_by_exchange,
                            NetworkKind::two_mode, NetworkKind::pledges_by_tag}) {
      NetworkOptions options;
      options.kind = kind;
      const auto of = [&](const World& w) {
        return find_positions(w.data, build_network(w.data, w.relations, w.selection, options),
                              "review_region");
      };
      const auto x = of(a), y = of(b);
      EXPECT_EQ(values(x), values(y));
      EXPECT_EQ(x.group, y.group);
      for (std::size_t v = 0; v < x.brokerage.size(); ++v)
        EXPECT_EQ(x.brokerage[v].counts, y.brokerage[v].counts);
    }
  }
}

}  // namespace
}  // namespace coopnet
