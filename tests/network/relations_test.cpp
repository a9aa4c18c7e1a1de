#include "coopnet/network/relations.hpp"

#include <gmock/gmock.h>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/ranges.hpp"
#include "coopnet/network/cooperation_graph.hpp"
#include "coopnet/network/projection.hpp"
#include "support/datasets.hpp"

namespace coopnet {
namespace {

using testing::ElementsAre;

const support::NamedTables small{
    {"tags", "facet,key\nobjective,1\nobjective,2\n"},
    {"actors", "id\nXAA\nXBB\nXCC\nXDD\n"},
    {"forums", "id,name,objectives\nf1,One,1\nf2,Two,\n"},
    {"memberships",
     "forum,actor,role\nf1,XAA,member\nf1,XBB,chair\nf2,XAA,member\nf1,XBB,member\nf2,XCC,"
     "observer\n"},
    {"pledges", "id,actors,objectives,themes\nP1,XAA;XBB,1;~2,old\nP2,XCC,2,new\n"},
    {"thesaurus", "facet,variant,preferred\ntheme,old,new\n"},
    {"practices", "id,actor,kind,objectives\nq1,XAA,need,1\n"},
    {"agreements", "id,kind\nx1,peer_exchange\na1,mou\n"},
    {"parties", "agreement,actor,role\nx1,XAA,shared\nx1,XCC,learned\na1,XAA,\na1,XBB,\n"},
    {"events", "id,date,organisers,feeds_into\nE1,2024,XAA;f1,E2\nE2,2025,XBB,\n"},
};

Relations relations_of(const Dataset& data, const Selection& selection) {
  return build_relations(data, selection);
}

TEST(Relations, MergeRolesAndSpellings) {
  const auto data = support::build(small);
  const auto r = relations_of(data, Selection(data));
  EXPECT_EQ(r.actor_forum.size(), 4U) << "chair and member of one forum is one tie";
  const auto shared = data.find_tag(1, "new");
  ASSERT_TRUE(shared);
  EXPECT_EQ(r.pledge_tag.right_degree(*shared), 2U) << "old is a spelling of new";
  EXPECT_FALSE(r.pledge_tag.left_stated(PledgeId(0), 1)) << "objective 2 of P1 is inferred";
  EXPECT_THAT(
      std::vector(r.exchange.rights(ActorId(0)).begin(), r.exchange.rights(ActorId(0)).end()),
      ElementsAre(ActorId(2)));
}

TEST(Relations, ASelectionTakesTiesAlong) {
  const auto data = support::build(small);
  Selection selection(data);
  ASSERT_TRUE(selection.leave_out(data, "XAA"));
  ASSERT_FALSE(selection.leave_out(data, "nobody"));
  const auto r = relations_of(data, selection);
  EXPECT_EQ(r.actor_pledge.left_degree(ActorId(0)), 0U);
  EXPECT_EQ(r.actor_forum.left_degree(ActorId(0)), 0U);
  EXPECT_EQ(r.exchange.size(), 0U);
  selection.stated_only = true;
  EXPECT_EQ(relations_of(data, selection).pledge_tag.left_degree(PledgeId(0)), 2U);
}

TEST(Relations, AtMost32BytesAnIncidence) {
  std::string pledges = "id,actors,objectives\n";
  for (int i = 0; i < 2000; ++i) pledges += "P" + std::to_string(i) + ",XAA,1;2\n";
  auto tables = small;
  tables[4].second = pledges;
  const auto data = support::build(tables);
  const auto r = relations_of(data, Selection(data));
  EXPECT_LE(r.pledge_tag.memory_bytes(), 32 * r.pledge_tag.size());
}

TEST(Projection, KeepsWhatIsShared) {
  const auto data = support::build(small);
  const auto r = relations_of(data, Selection(data));
  const auto p = project(r.actor_forum);
  ASSERT_EQ(p.pairs.size(), 2U);
  EXPECT_EQ(p.pairs[0].a, ActorId(0));
  EXPECT_EQ(p.pairs[0].b, ActorId(1));
  EXPECT_THAT(std::vector(p.shared(p.pairs[0]).begin(), p.shared(p.pairs[0]).end()),
              ElementsAre(ForumId(0)));
  EXPECT_EQ(p.pairs[1].b, ActorId(2));
  EXPECT_THAT(common(r.actor_forum, ActorId(0), ActorId(2)), ElementsAre(ForumId(1)));
}

// The projection of a complete two-mode relation is complete, and every pair shares everything.
TEST(Projection, OfACompleteRelationIsComplete) {
  using Left = ActorId;
  using Right = ForumId;
  std::vector<graph::Link<Left, Right>> links;
  for (std::uint32_t l = 0; l < 6; ++l)
    for (std::uint32_t r = 0; r < 4; ++r) links.push_back({Left(l), Right(r), 0, true});
  const auto p = project(graph::Incidence<Left, Right>(6, 4, links));
  EXPECT_EQ(p.pairs.size(), 15U);
  for (const auto& pair : p.pairs) EXPECT_EQ(pair.count, 4U);
}

TEST(CooperationGraph, HoldsEveryRowAndTie) {
  const auto data = support::build(small);
  const auto r = relations_of(data, Selection(data));
  const CooperationGraph g = build_cooperation_graph(data, r);
  const NodeNumbers numbers(data);
  EXPECT_EQ(boost::num_vertices(g), 4U + 2 + 2 + 1 + 2 + 2 + data.tags.size());
  const auto e1 = numbers.vertex({NodeKind::event, 0});
  EXPECT_EQ(g[e1], (Node{NodeKind::event, 0}));
  EXPECT_EQ(boost::out_degree(e1, g), 2U) << "an actor and a forum organise it";
}

// XAA and XBB make P1; XCC makes P2; theme new and objective 2 join them. XDD has no tie at all.
TEST(CooperationGraph, BoostAlgorithmsRunUnchanged) {
  const auto data = support::build(small);
  const CooperationGraph g = build_cooperation_graph(data, relations_of(data, Selection(data)));
  const NodeNumbers numbers(data);
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<CooperationGraph>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<CooperationGraph>));
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<CooperationGraph>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<CooperationGraph>));
  const auto n = boost::num_vertices(g);
  const auto index = get(boost::vertex_index, g);

  std::vector<std::size_t> component(n);
  const auto components =
      boost::connected_components(g, boost::make_iterator_property_map(component.begin(), index));
  const auto alone = component[numbers.vertex({NodeKind::actor, 3})];
  EXPECT_EQ(std::count(component.begin(), component.end(), alone), 1);
  EXPECT_EQ(component[numbers.vertex({NodeKind::actor, 0})],
            component[numbers.vertex({NodeKind::actor, 2})]);
  EXPECT_GE(components, 2U);

  std::vector<int> distance(n);
  const std::vector<int> ones(boost::num_edges(g), 1);
  boost::dijkstra_shortest_paths(
      g, numbers.vertex({NodeKind::actor, 0}),
      boost::weight_map(boost::make_iterator_property_map(ones.begin(), get(boost::edge_index, g)))
          .distance_map(boost::make_iterator_property_map(distance.begin(), index))
          .vertex_index_map(index));
  EXPECT_EQ(distance[numbers.vertex({NodeKind::pledge, 0})], 1);
  EXPECT_EQ(distance[numbers.vertex({NodeKind::actor, 2})], 2) << "through forum f2";

  // Path counts as doubles: the default type of the library can overflow without a word.
  std::vector<double> between(n), dependency(n), paths(n);
  std::vector<std::size_t> hops(n);
  std::vector<std::vector<CooperationGraph::edge_descriptor>> incoming(n);
  const auto map = [&](auto& values) {
    return boost::make_iterator_property_map(values.begin(), index);
  };
  boost::brandes_betweenness_centrality(g, map(between), boost::dummy_property_map(), map(incoming),
                                        map(hops), map(dependency), map(paths), index);
  EXPECT_EQ(between[numbers.vertex({NodeKind::actor, 3})], 0);
  EXPECT_GT(between[numbers.vertex({NodeKind::actor, 0})], 0);
}

TEST(EventGraph, FollowsFeedsInto) {
  const auto data = support::build(small);
  const auto g = build_event_graph(data);
  EXPECT_EQ(boost::out_degree(0U, g), 1U);
  EXPECT_EQ(build_exchange_graph(relations_of(data, Selection(data))).edge_count(), 1U);
}

}  // namespace
}  // namespace coopnet
