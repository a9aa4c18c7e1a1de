#include "coopnet/analysis/profile.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "coopnet/io/load.hpp"
#include "reference/relatedness_slow.hpp"
#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::random_world;
using support::World;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Profile find(const World& w, const std::string& who, const ProfileOptions& options = {}) {
  return find_profile(w.data, w.relations, w.selection, w.actor(who), options);
}
std::vector<std::string> ids(const World& w, const std::vector<ActorId>& actors) {
  std::vector<std::string> out;
  for (const ActorId actor : actors) out.push_back(w.id(actor));
  return out;
}
std::vector<std::string> next(const World& w, const Profile& p) {
  std::vector<std::string> out;
  for (const auto& row : p.next) out.push_back(w.key(row.tag));
  return out;
}

// f1: A B     f2: B C D     f3: C D (D is no neighbour of A either)
// A: P1 on 1, P2 on 2, plan and need on 3, support on 1     B: P3 on 1 2     C: P4 on 1 3
// D: P5 on 4, P6 on nothing                                 regions: A B in n, C D in s
const support::NamedTables drawn{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags",
     "facet,key\nobjective,1\nobjective,2\nobjective,3\nobjective,4\nobjective,5\nprinciple,p\n"},
    {"actors",
     "id,kind,regions,champion_known_by\nXA,state,n,\nXB,state,n,2022\nXC,state,s,\nXD,state,s,\n"
     "XE,state,,\n"},
    {"forums", "id,name\nf1,One\nf2,Two\nf3,Three\n"},
    {"memberships", "forum,actor\nf1,XA\nf1,XB\nf2,XB\nf2,XC\nf2,XD\nf3,XC\nf3,XD\n"},
    {"pledges",
     "id,actors,objectives,principles\nP1,XA,1,p\nP2,XA,~2,\nP3,XB,1;2,p\nP4,XC,1;3,\nP5,XD,4,\n"
     "P6,XD,,\n"},
    {"practices",
     "id,actor,kind,objectives\nq1,XA,plan,3\nq2,XA,need,3\nq3,XA,support_given,1\n"
     "q4,XB,practice,2\n"},
};

TEST(Profile, SubjectsByHand) {
  const World w(drawn);
  const auto p = find(w, "XA");
  EXPECT_EQ(std::tuple(p.pledges, p.tagged), std::tuple(2U, 2U));
  EXPECT_EQ(std::tuple(p.region_pledges, p.region_actors, p.region_with_pledge),
            std::tuple(3U, 2U, 2U));
  EXPECT_EQ(std::tuple(p.all_pledges, p.all_actors, p.all_with_pledge), std::tuple(6U, 5U, 4U));
  ASSERT_THAT(p.subjects, SizeIs(5));
  const auto& one = p.subjects[0];
  EXPECT_EQ(std::tuple(one.own, one.region, one.all), std::tuple(1U, 2U, 3U));
  EXPECT_EQ(std::tuple(one.practices, one.needs, one.plans), std::tuple(1U, 0U, 0U));
  EXPECT_DOUBLE_EQ(*one.expected, 2 * 3 / 7.0) << "2 own tags, 7 in all, 3 on it";
  EXPECT_EQ(one.reading, ProfileReading::as_elsewhere);
  const auto& three = p.subjects[2];
  EXPECT_EQ(std::tuple(three.own, three.region, three.all), std::tuple(0U, 0U, 1U));
  EXPECT_EQ(std::tuple(three.practices, three.needs, three.plans), std::tuple(0U, 1U, 1U));
  EXPECT_EQ(three.reading, ProfileReading::none_here);
  EXPECT_EQ(p.subjects[4].reading, ProfileReading::none_anywhere);
}

TEST(Profile, WithoutAPledgeNothingIsRead) {
  const World w(drawn);
  const auto p = find(w, "XE");
  EXPECT_EQ(p.pledges, 0U);
  EXPECT_EQ(p.region_actors, 0U) << "its region is not known";
  for (std::size_t s = 0; s < 4; ++s) {
    EXPECT_EQ(p.subjects[s].reading, ProfileReading::unknown);
    EXPECT_FALSE(p.subjects[s].expected);
    EXPECT_FALSE(p.subjects[s].quotient);
  }
  EXPECT_THAT(p.next, IsEmpty());
  EXPECT_THAT(p.connectors, IsEmpty());
  EXPECT_EQ(p.tied_actors, 0U);
}

// Priorities: A 1 2 3, B 1 2, C 1 3, D 4. Proximity 1 - 2: 2 of 3, 1 - 3: 2 of 3, 2 - 3: 1 of 2.
TEST(Profile, NextByHand) {
  const World w(drawn);
  const auto b = find(w, "XB");
  ASSERT_THAT(next(w, b), ElementsAre("3")) << "4 goes with nothing";
  EXPECT_DOUBLE_EQ(b.next[0].density, 1);
  EXPECT_THAT(b.next[0].related, ElementsAre(w.objective("1"), w.objective("2")));
  EXPECT_THAT(ids(w, b.next[0].actors), ElementsAre("XA", "XC"));
  EXPECT_EQ(b.next[0].with_tie, 2U);
  const auto c = find(w, "XC");
  ASSERT_THAT(next(w, c), ElementsAre("2"));
  EXPECT_THAT(ids(w, c.next[0].actors), ElementsAre("XB", "XA")) << "who is tied comes first";
  EXPECT_EQ(c.next[0].with_tie, 1U);
  EXPECT_THAT(next(w, find(w, "XA")), IsEmpty());
  EXPECT_THAT(next(w, find(w, "XD")), IsEmpty());
}

TEST(Profile, ConnectorsByHand) {
  const World w(drawn);
  const auto a = find(w, "XA");
  EXPECT_EQ(a.tied_actors, 1U);
  ASSERT_THAT(a.connectors, SizeIs(1));
  EXPECT_EQ(w.id(a.connectors[0].actor), "XB");
  EXPECT_EQ(a.connectors[0].leads_to, 2U) << "XC and XD";
  EXPECT_EQ(a.connectors[0].shared, 1U);
  EXPECT_TRUE(a.connectors[0].champion);
  const auto d = find(w, "XD");
  ASSERT_THAT(d.connectors, SizeIs(2));
  EXPECT_EQ(w.id(d.connectors[0].actor), "XB") << "leads to XA";
  EXPECT_EQ(d.connectors[1].leads_to, 0U);
  EXPECT_EQ(d.connectors[1].shared, 2U) << "f2 and f3";
  EXPECT_FALSE(d.connectors[1].champion);
}

TEST(Profile, FacetsTopAndStatedOnly) {
  const World w(drawn);
  ProfileOptions options;
  options.facet = *w.data.find_facet("principle");
  const auto principles = find(w, "XA", options);
  ASSERT_THAT(principles.subjects, SizeIs(1));
  EXPECT_EQ(principles.subjects[0].all, 2U);
  EXPECT_EQ(principles.tagged, 1U);
  options = {};
  options.top = 1;
  EXPECT_THAT(find(w, "XD", options).connectors, SizeIs(1));
  EXPECT_EQ(find(w, "XD", options).tied_actors, 2U);
  const World stated(support::build(drawn), true);
  EXPECT_EQ(find(stated, "XA").subjects[1].own, 0U);
  EXPECT_EQ(find(stated, "XA").tagged, 1U);
}

// 1 of A's 40 tags is on 1, in all 40 of 80. Exact intervals: of 1 in 40 up to 0.131586, so the
// quotient lies below 0.2632; of 39 in 40 from 0.868414, so that of 2 lies above 1.7368.
TEST(Profile, MoreAndFewerThanElsewhere) {
  std::string pledges = "id,actors,objectives\n";
  for (int i = 0; i < 40; ++i) {
    pledges += "A" + std::to_string(i) + ",XA," + (i == 0 ? "1" : "2") + "\n";
    pledges += "B" + std::to_string(i) + ",XB," + (i == 0 ? "2" : "1") + "\n";
  }
  const World w({{"tags", "facet,key\nobjective,1\nobjective,2\n"},
                 {"actors", "id\nXA\nXB\n"},
                 {"pledges", pledges}});
  const auto p = find(w, "XA");
  EXPECT_EQ(p.subjects[0].reading, ProfileReading::fewer);
  EXPECT_NEAR(p.subjects[0].quotient->high, 0.263172, 2e-6);
  EXPECT_EQ(p.subjects[1].reading, ProfileReading::strong);
  EXPECT_NEAR(p.subjects[1].quotient->low, 1.736828, 2e-6);
}

// The densities of toy A, by an independent program.
TEST(Profile, ToyANextObjectives) {
  for (const auto* framework : {"", COOPNET_DATASETS "/gcm"}) {
    const World w(io::load_dataset(COOPNET_TEST_DATA "/toys/toyA_pledges.csv",
                                   {.framework = framework, .limits = {}})
                      .data);
    const auto densities = [&](const std::string& who) {
      std::map<std::string, double> out;
      for (const auto& row : find(w, who).next)
        if (row.density >= 0.5) out[w.key(row.tag)] = std::round(row.density * 1e6) / 1e6;
      return out;
    };
    using Expected = std::map<std::string, double>;
    EXPECT_EQ(densities("XBB"), (Expected{{"17", 0.727273}}));
    EXPECT_EQ(densities("XCC"), (Expected{{"23", 1}, {"2", 0.5}, {"8", 0.5}}));
    EXPECT_EQ(densities("XAA"), (Expected{{"21", 0.625}}));
    EXPECT_EQ(densities("XDD"), (Expected{{"1", 0.571429}}));
    EXPECT_EQ(densities("XEE"), (Expected{}));
    const auto b = find(w, "XBB");
    EXPECT_EQ(w.key(b.next[0].tag), "17");
    EXPECT_THAT(ids(w, b.next[0].actors), ElementsAre("XAA", "XCC"));
    EXPECT_EQ(b.next[0].with_tie, 0U);
  }
}

// --- slow twins ---

TEST(Profile, SubjectsAndNextByLookingAtAllRows) {
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const World w(random_world(seed));
    algo::CountMatrix has{w.data.actors.size(), 6, {}};
    has.count.resize(has.rows * has.columns);
    const auto column = [&](TagId tag) { return std::stoul(w.key(tag)) - 1; };
    const auto add = [&](ActorId actor, const std::vector<TagUse>& uses) {
      for (const auto& use : uses)
        if (w.data.tags[use.id].facet == 0) has.count[actor.index() * 6 + column(use.id)] = 1;
    };
    for (const auto& p : w.data.pledges)
      for (const ActorId actor : p.actors) add(actor, p.tags);
    for (const auto& q : w.data.practices) add(q.actor, q.tags);
    for (const auto& row : w.data.priorities) add(row.actor, {row.tag});
    for (std::size_t i = 0; i < w.data.actors.size(); ++i) {
      const auto who = ActorId::at(i);
      ProfileOptions options;
      options.top = 0;
      const auto p = find(w, w.id(who), options);
      std::map<std::size_t, double> expected;
      for (std::size_t k = 0; k < 6; ++k)
        if (has.at(i, k) == 0)
          if (const auto density = reference::density_slow(has, i, k); density && *density > 0)
            expected[k] = *density;
      std::size_t positive = 0;
      double before = 2;
      for (const auto& row : p.next) {
        EXPECT_LE(row.density, before + 1e-12);
        before = row.density;
        if (row.density <= 0) continue;
        ++positive;
        EXPECT_NEAR(row.density, expected.at(column(row.tag)), 1e-12);
        std::set<std::string> with;
        for (std::size_t j = 0; j < has.rows; ++j)
          if (has.at(j, column(row.tag)) > 0) with.insert(w.id(ActorId::at(j)));
        const auto listed = ids(w, row.actors);
        EXPECT_EQ(std::set<std::string>(listed.begin(), listed.end()), with);
        EXPECT_EQ(listed.size(), with.size());
      }
      EXPECT_EQ(positive, expected.size());
      for (const auto& row : p.subjects) {
        std::size_t own = 0, all = 0;
        for (const auto& pledge : w.data.pledges) {
          const bool on = std::any_of(pledge.tags.begin(), pledge.tags.end(),
                                      [&](const TagUse& use) { return use.id == row.tag; });
          all += on ? 1U : 0U;
          own += on && std::count(pledge.actors.begin(), pledge.actors.end(), who) > 0 ? 1U : 0U;
        }
        EXPECT_EQ(std::tuple(row.own, row.all), std::tuple(own, all));
      }
    }
  }
}

TEST(Profile, ConnectorsBySets) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const World w(random_world(seed, {.actors = 14, .rows = 6}));
    const auto n = w.data.actors.size();
    std::vector<std::set<std::string>> points(n);
    for (const auto& m : w.data.memberships) points[m.actor.index()].insert("f" + w.id(m.forum));
    for (const auto& p : w.data.parties)
      points[p.actor.index()].insert("a" + w.data.agreements[p.agreement].id);
    for (const auto& p : w.data.pledges)
      for (const ActorId actor : p.actors) points[actor.index()].insert("p" + p.id);
    const auto shared = [&](std::size_t a, std::size_t b) {
      std::size_t out = 0;
      for (const auto& point : points[a]) out += points[b].contains(point) ? 1U : 0U;
      return a == b ? 0 : out;
    };
    for (std::size_t me = 0; me < n; ++me) {
      ProfileOptions options;
      options.top = 0;
      const auto p = find(w, w.id(ActorId::at(me)), options);
      std::size_t tied = 0;
      for (std::size_t k = 0; k < n; ++k) tied += shared(me, k) > 0 ? 1U : 0U;
      EXPECT_EQ(p.tied_actors, tied);
      ASSERT_EQ(p.connectors.size(), tied);
      for (const auto& row : p.connectors) {
        const auto other = row.actor.index();
        EXPECT_EQ(row.shared, shared(me, other));
        std::size_t leads_to = 0;
        for (std::size_t k = 0; k < n; ++k)
          leads_to += k != me && shared(other, k) > 0 && shared(me, k) == 0 ? 1U : 0U;
        EXPECT_EQ(row.leads_to, leads_to);
      }
    }
    const World turned(support::shuffled(random_world(seed, {.actors = 14, .rows = 6}), seed));
    for (const auto& actor : w.data.actors)
      EXPECT_EQ(next(w, find(w, actor.id)), next(turned, find(turned, actor.id)));
  }
}

}  // namespace
}  // namespace coopnet
