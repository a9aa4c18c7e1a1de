#include "coopnet/network/meeting_points.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::World;
using testing::ElementsAre;
using testing::IsEmpty;

//   f1: XAA (chair and member), XBB      a1: XBB, XCC      P1: XAA, XBB
//   f2: XAA                                                P2: XDD
const support::NamedTables small{
    {"actors", "id,kind\nXAA,state\nXBB,state\nXCC,state\nXDD,state\n"},
    {"forums", "id,name\nf1,One\nf2,Two\n"},
    {"memberships",
     "forum,actor,role\nf1,XAA,chair\nf1,XAA,member\nf1,XBB,member\nf2,XAA,observer\n"},
    {"agreements", "id,kind\na1,mou\n"},
    {"parties", "agreement,actor\na1,XBB\na1,XCC\n"},
    {"pledges", "id,actors\nP1,XAA;XBB\nP2,XDD\n"},
};

std::vector<std::uint32_t> of(const MeetingPoints& points, ActorId actor) {
  std::vector<std::uint32_t> out;
  for (const MeetingId id : points.of.rights(actor)) out.push_back(id.value);
  return out;
}

TEST(MeetingPoints, ForumsThenAgreementsThenPledges) {
  const World w(small);
  const auto points = build_meeting_points(w.relations);
  EXPECT_EQ(points.forums, 2U);
  EXPECT_EQ(points.agreements, 1U);
  EXPECT_EQ(points.pledges, 2U);
  EXPECT_EQ(points.of.right_count(), 5U);
  EXPECT_THAT(of(points, w.actor("XAA")), ElementsAre(0, 1, 3)) << "two roles are one tie";
  EXPECT_THAT(of(points, w.actor("XBB")), ElementsAre(0, 2, 3));
  EXPECT_THAT(of(points, w.actor("XCC")), ElementsAre(2));
  EXPECT_THAT(of(points, w.actor("XDD")), ElementsAre(4));
  EXPECT_EQ(points.node(MeetingId(1)), (Node{NodeKind::forum, 1}));
  EXPECT_EQ(points.node(MeetingId(2)), (Node{NodeKind::agreement, 0}));
  EXPECT_EQ(points.node(MeetingId(4)), (Node{NodeKind::pledge, 1}));
}

TEST(MeetingPoints, KindsLeftOutKeepTheirNumbers) {
  const World w(small);
  const auto points = build_meeting_points(w.relations, {.agreements = false});
  EXPECT_THAT(of(points, w.actor("XBB")), ElementsAre(0, 3));
  EXPECT_THAT(of(points, w.actor("XCC")), IsEmpty());
  EXPECT_EQ(points.node(MeetingId(3)), (Node{NodeKind::pledge, 0}));
  const auto forums = build_meeting_points(w.relations, {true, false, false});
  EXPECT_EQ(build_actor_graph(forums).edge_count(), 1U);
}

TEST(MeetingPoints, ActorGraphCountsWhatIsShared) {
  const World w(small);
  const auto graph = build_actor_graph(build_meeting_points(w.relations));
  EXPECT_EQ(graph.vertex_count(), 4U) << "also without a tie";
  ASSERT_EQ(graph.edge_count(), 2U);
  EXPECT_EQ(graph[*graph.find_edge(0, 1)], 2U) << "f1 and P1";
  EXPECT_EQ(graph[*graph.find_edge(1, 2)], 1U) << "a1";
}

TEST(MeetingPoints, SharedPointsAreIntersectionsOfSets) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const World w(support::random_world(seed));
    std::vector<std::set<std::string>> own(w.data.actors.size());
    for (const auto& m : w.data.memberships) own[m.actor.index()].insert("forum " + w.id(m.forum));
    for (const auto& p : w.data.parties)
      own[p.actor.index()].insert("agreement " + w.data.agreements[p.agreement].id);
    for (const auto& p : w.data.pledges)
      for (const ActorId actor : p.actors) own[actor.index()].insert("pledge " + p.id);
    const auto graph = build_actor_graph(build_meeting_points(w.relations));
    for (std::uint32_t a = 0; a < own.size(); ++a)
      for (std::uint32_t b = a + 1; b < own.size(); ++b) {
        std::uint32_t shared = 0;
        for (const auto& point : own[a]) shared += own[b].contains(point) ? 1U : 0U;
        const auto edge = graph.find_edge(a, b);
        ASSERT_EQ(edge.has_value(), shared > 0) << seed;
        if (edge) {
          EXPECT_EQ(graph[*edge], shared) << seed;
        }
      }
  }
}

}  // namespace
}  // namespace coopnet
