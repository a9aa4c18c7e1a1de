#include "coopnet/network/network.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::World;
using testing::ElementsAre;
using testing::IsEmpty;
using Ties = std::map<std::string, std::uint32_t>;

// region n: XAA, XBB, XNG (civil society);  region s: XBB, XCC;  no region: XDD; XEE has nothing
// f1: XAA XBB XCC   f2: XAA XBB   f3: XCC (alone)   f4: nobody, lies in n   f5: XNG, XDD
// exchanges: XAA -> XBB twice, XBB -> XAA, XBB -> XCC;   XDD shared with nobody
// P1 (XAA, XBB; 1, 2)  P2 (XCC; 2, 3)  P3 (XDD; 3)  P4 (XAA; theme only)
const support::NamedTables small{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\nprinciple,p\n"},
    {"actors",
     "id,kind,regions\nXAA,state,n\nXBB,state,n;s\nXCC,state,s\nXDD,state,\nXEE,state,n\n"
     "XNG,civil_society,n\n"},
    {"forums",
     "id,name,regions,objectives\nf1,One,,1;2\nf2,Two,,2\nf3,Three,,\nf4,Four,n,\nf5,Five,,3\n"},
    {"memberships",
     "forum,actor,role\nf1,XAA,member\nf1,XBB,member\nf1,XBB,chair\nf1,XCC,observer\n"
     "f2,XAA,member\nf2,XBB,member\nf3,XCC,member\nf5,XNG,member\nf5,XDD,member\n"},
    {"agreements",
     "id,kind\nx1,peer_exchange\nx2,peer_exchange\nx3,peer_exchange\nx4,peer_exchange\n"
     "x5,peer_exchange\na1,mou\n"},
    {"parties",
     "agreement,actor,role\nx1,XAA,shared\nx1,XBB,learned\nx2,XAA,shared\nx2,XBB,learned\n"
     "x3,XBB,shared\nx3,XAA,learned\nx4,XBB,shared\nx4,XCC,learned\nx5,XDD,shared\n"
     "a1,XAA,\na1,XCC,\n"},
    {"pledges",
     "id,actors,objectives,themes,principles\nP1,XAA;XBB,1;~2,,p\nP2,XCC,2;3,,p\nP3,XDD,3,,\n"
     "P4,XAA,,health,\n"},
};

struct Drawn {
  World world{small};
  Network network;
  explicit Drawn(NetworkOptions options) : network(make(world, options)) {}
  static Network make(const World& w, const NetworkOptions& options) {
    return build_network(w.data, w.relations, w.selection, options);
  }
  std::string name(std::uint32_t v) const {
    const auto& node = network.nodes[v];
    if (node.kind == NodeKind::actor) return world.data.actors.rows[node.row].id;
    if (node.kind == NodeKind::forum) return world.data.forums.rows[node.row].id;
    return world.data.pledges.rows[node.row].id;
  }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (std::uint32_t v = 0; v < network.nodes.size(); ++v) out.push_back(name(v));
    return out;
  }
  template <class G>
  Ties ties(const G& g) const {
    Ties out;
    for (auto e = g.edges_begin(); e != g.edges_end(); ++e)
      out[name((*e).source) + " " + name((*e).target)] = g[*e];
    EXPECT_EQ(out.size(), g.edge_count()) << "no tie twice";
    return out;
  }
  Ties ties() const { return ties(network.graph); }
};

NetworkOptions kind(NetworkKind k) {
  NetworkOptions out;
  out.kind = k;
  return out;
}

TEST(Network, ActorsByForum) {
  const Drawn d(kind(NetworkKind::actors_by_forum));
  EXPECT_THAT(d.names(), ElementsAre("XAA", "XBB", "XCC", "XDD", "XNG"));
  EXPECT_EQ(d.ties(), (Ties{{"XAA XBB", 2}, {"XAA XCC", 1}, {"XBB XCC", 1}, {"XDD XNG", 1}}));
  EXPECT_EQ(d.network.without_tie, 1U) << "XEE";
  EXPECT_FALSE(d.network.is_directed());
  EXPECT_EQ(d.network.directed.vertex_count(), 0U);
}

TEST(Network, ActorsByAgreementAndByPledge) {
  const Drawn agreements(kind(NetworkKind::actors_by_agreement));
  EXPECT_THAT(agreements.names(), ElementsAre("XAA", "XBB", "XCC", "XDD"))
      << "XDD is a party, though of nothing with another";
  EXPECT_EQ(agreements.ties(), (Ties{{"XAA XBB", 3}, {"XAA XCC", 1}, {"XBB XCC", 1}}));
  const Drawn pledges(kind(NetworkKind::actors_by_pledge));
  EXPECT_THAT(pledges.names(), ElementsAre("XAA", "XBB", "XCC", "XDD"));
  EXPECT_EQ(pledges.ties(), (Ties{{"XAA XBB", 1}}));
  EXPECT_EQ(pledges.network.without_tie, 2U);
}

TEST(Network, ExchangesHaveADirection) {
  const Drawn d(kind(NetworkKind::actors_by_exchange));
  EXPECT_TRUE(d.network.is_directed());
  EXPECT_THAT(d.names(), ElementsAre("XAA", "XBB", "XCC")) << "XDD shared with nobody known";
  EXPECT_EQ(d.ties(d.network.directed), (Ties{{"XAA XBB", 1}, {"XBB XAA", 1}, {"XBB XCC", 1}}));
  EXPECT_EQ(d.ties(), (Ties{{"XAA XBB", 2}, {"XBB XCC", 1}})) << "either way, added up";
  EXPECT_EQ(d.network.without_tie, 3U);
}

TEST(Network, ForumsByMember) {
  const Drawn d(kind(NetworkKind::forums_by_member));
  EXPECT_THAT(d.names(), ElementsAre("f1", "f2", "f3", "f5"));
  EXPECT_EQ(d.ties(), (Ties{{"f1 f2", 2}, {"f1 f3", 1}}));
  EXPECT_EQ(d.network.without_tie, 1U) << "f4";
}

TEST(Network, PledgesByObjective) {
  const Drawn d(kind(NetworkKind::pledges_by_tag));
  EXPECT_THAT(d.names(), ElementsAre("P1", "P2", "P3"));
  EXPECT_EQ(d.ties(), (Ties{{"P1 P2", 1}, {"P2 P3", 1}})) << "not by principle";
  EXPECT_EQ(d.network.without_tie, 1U) << "P4";
}

TEST(Network, ActorsAndForums) {
  const Drawn d(kind(NetworkKind::two_mode));
  EXPECT_THAT(d.names(), ElementsAre("XAA", "XBB", "XCC", "XDD", "XNG", "f1", "f2", "f3", "f5"));
  EXPECT_EQ(d.ties(), (Ties{{"XAA f1", 1},
                            {"XAA f2", 1},
                            {"XBB f1", 1},
                            {"XBB f2", 1},
                            {"XCC f1", 1},
                            {"XCC f3", 1},
                            {"XDD f5", 1},
                            {"XNG f5", 1}}));
  EXPECT_EQ(d.network.without_tie, 2U) << "XEE and f4";
}

TEST(Network, RegionsAndKindsChooseActors) {
  const World w(small);
  auto options = kind(NetworkKind::actors_by_forum);
  options.regions = {w.region("n")};
  const Drawn north(options);
  EXPECT_THAT(north.names(), ElementsAre("XAA", "XBB", "XNG"));
  EXPECT_EQ(north.ties(), (Ties{{"XAA XBB", 2}})) << "XCC is not there to share f1";
  EXPECT_EQ(north.network.without_tie, 1U);
  options.kinds = {ActorKind::civil_society};
  EXPECT_THAT(Drawn(options).names(), ElementsAre("XNG"));
  options.kinds = {ActorKind::foundation};
  const Drawn nobody(options);
  EXPECT_THAT(nobody.names(), IsEmpty());
  EXPECT_EQ(nobody.network.graph.vertex_count(), 0U);
}

TEST(Network, RegionsChooseForumsAndPledgesByTheirActors) {
  const World w(small);
  auto options = kind(NetworkKind::forums_by_member);
  options.regions = {w.region("s")};
  const Drawn forums(options);
  EXPECT_THAT(forums.names(), ElementsAre("f1", "f2", "f3"));
  EXPECT_EQ(forums.ties(), (Ties{{"f1 f2", 1}, {"f1 f3", 1}})) << "XBB alone is in f1 and f2";
  options.regions = {w.region("n")};
  EXPECT_EQ(Drawn(options).network.without_tie, 1U) << "f4 lies there";
  options = kind(NetworkKind::pledges_by_tag);
  options.regions = {w.region("s")};
  EXPECT_THAT(Drawn(options).names(), ElementsAre("P1", "P2")) << "P1 is also of XBB";
  options = kind(NetworkKind::two_mode);
  options.regions = {w.region("s")};
  EXPECT_THAT(Drawn(options).names(), ElementsAre("XBB", "XCC", "f1", "f2", "f3"));
}

std::vector<std::string> in_n(const Drawn& drawn) {
  const auto& w = drawn.world;
  const auto region = w.data.regions.find("n");
  const auto there =
      vertices_in(w.data, w.relations, w.selection, drawn.network, "review_region", {*region});
  std::vector<std::string> out;
  for (std::uint32_t v = 0; v < there.size(); ++v)
    if (there[v]) out.push_back(drawn.name(v));
  return out;
}

TEST(Network, AVertexLiesWhereItOrAnActorInItLies) {
  EXPECT_THAT(in_n(Drawn(kind(NetworkKind::two_mode))),
              ElementsAre("XAA", "XBB", "XNG", "f1", "f2", "f5"));
  EXPECT_THAT(in_n(Drawn(kind(NetworkKind::pledges_by_tag))), ElementsAre("P1"));
}

TEST(Network, TagsChooseForumsAndPledges) {
  const World w(small);
  auto options = kind(NetworkKind::forums_by_member);
  options.tags = {w.objective("2"), w.objective("3")};
  EXPECT_THAT(Drawn(options).names(), ElementsAre("f1", "f2", "f5"));
  options.kind = NetworkKind::pledges_by_tag;
  options.tags = {w.objective("3")};
  EXPECT_EQ(Drawn(options).ties(), (Ties{{"P2 P3", 1}}));
}

TEST(Network, ASelectionTakesTiesAlong) {
  World w(small);
  ASSERT_TRUE(w.selection.leave_out(w.data, "XBB"));
  ASSERT_TRUE(w.selection.leave_out(w.data, "f2"));
  w.selection.stated_only = true;
  w.relations = build_relations(w.data, w.selection);
  const auto actors = Drawn::make(w, kind(NetworkKind::actors_by_forum));
  EXPECT_EQ(actors.nodes.size(), 4U);
  EXPECT_EQ(actors.graph.edge_count(), 2U) << "XAA XCC, XDD XNG";
  const auto pledges = Drawn::make(w, kind(NetworkKind::pledges_by_tag));
  EXPECT_EQ(pledges.graph.edge_count(), 1U) << "objective 2 of P1 is inferred";
}

/// For every kind, what two rows share as intersections of sets, over random tables.
TEST(Network, SharedItemsAreIntersectionsOfSets) {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const World w(support::random_world(seed));
    using Sets = std::map<std::uint32_t, std::set<std::uint32_t>>;
    Sets forums, agreements, pledges, members, tags;
    for (const auto& m : w.data.memberships) {
      forums[m.actor.value].insert(m.forum.value);
      members[m.forum.value].insert(m.actor.value);
    }
    for (const auto& p : w.data.parties) agreements[p.actor.value].insert(p.agreement.value);
    for (std::uint32_t i = 0; i < w.data.pledges.size(); ++i) {
      for (const ActorId a : w.data.pledges.rows[i].actors) pledges[a.value].insert(i);
      for (const auto& use : w.data.pledges.rows[i].tags)
        if (w.data.tags[use.id].facet == 0) tags[i].insert(use.id.value);
    }
    const std::vector<std::pair<NetworkKind, const Sets*>> all{
        {NetworkKind::actors_by_forum, &forums},
        {NetworkKind::actors_by_agreement, &agreements},
        {NetworkKind::actors_by_pledge, &pledges},
        {NetworkKind::forums_by_member, &members},
        {NetworkKind::pledges_by_tag, &tags}};
    for (const auto& [k, sets] : all) {
      const auto network = Drawn::make(w, kind(k));
      ASSERT_EQ(network.nodes.size(), sets->size());
      std::size_t edges = 0;
      for (std::uint32_t a = 0; a < network.nodes.size(); ++a)
        for (std::uint32_t b = a + 1; b < network.nodes.size(); ++b) {
          std::uint32_t shared = 0;
          for (const auto item : sets->at(network.nodes[a].row))
            shared += sets->at(network.nodes[b].row).count(item) > 0 ? 1U : 0U;
          const auto edge = network.graph.find_edge(a, b);
          ASSERT_EQ(edge ? network.graph[*edge] : 0U, shared) << static_cast<int>(k);
          edges += shared > 0 ? 1U : 0U;
        }
      EXPECT_EQ(network.graph.edge_count(), edges);
    }
  }
}

}  // namespace
}  // namespace coopnet
