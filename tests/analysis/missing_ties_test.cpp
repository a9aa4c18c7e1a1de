#include "coopnet/analysis/missing_ties.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <set>

#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::random_world;
using support::World;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

MissingTies find(const World& w, const MissingTiesOptions& options = {}) {
  return find_missing_ties(w.data, w.relations, w.selection, options);
}
std::string pair(const World& w, const MissingTie& tie) { return w.id(tie.a) + " " + w.id(tie.b); }
std::vector<std::string> pairs(const World& w, const MissingTies& found) {
  std::vector<std::string> out;
  for (const auto& tie : found.ties) out.push_back(pair(w, tie));
  return out;
}

// f1: A B     f2: B C     f3: A B C     f4: C D
// priorities  A 1 2     B 1     C 2     D 2 3     E none
// Of the four actors with priorities two have 1, three have 2, one has 3: weights 100 log2(5 / 2) =
// 132, 100 log2(5 / 3) = 74, 100 log2(5) = 232. Proximity: 1 - 2: 1 of 3; 2 - 3: 1 of 3; 1 - 3: 0.
const support::NamedTables drawn{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\nprinciple,p\n"},
    {"actors",
     "id,kind,regions\nXA,state,n\nXB,state,\nXC,state,s\nXD,state,s\nXE,state,n\n"
     "XF,foundation,n\n"},
    {"forums", "id,name,regions,objectives\nf1,One,,\nf2,Two,,\nf3,Three,,\nf4,Four,n,2\n"},
    {"memberships", "forum,actor\nf1,XA\nf1,XB\nf2,XB\nf2,XC\nf3,XA\nf3,XB\nf3,XC\nf4,XC\nf4,XD\n"},
    {"pledges", "id,actors,objectives,principles\nP1,XA,1;~2,p\nP2,XC,2,\n"},
    {"practices", "id,actor,kind,objectives\nq1,XB,plan,1\nq2,XD,need,2\n"},
    {"priorities", "actor,tag\nXD,objective:3\n"},
};

TEST(MissingTies, OnePairByHand) {
  const World w(drawn);
  const auto found = find(w);
  ASSERT_THAT(pairs(w, found), ElementsAre("XA XD"));
  const auto& tie = found.ties[0];
  ASSERT_THAT(tie.shared, SizeIs(1));
  EXPECT_EQ(w.key(tie.shared[0].id), "2");
  EXPECT_FALSE(tie.shared[0].stated) << "inferred for XA";
  EXPECT_EQ(tie.priorities_a, 2U);
  EXPECT_EQ(tie.priorities_b, 2U);
  EXPECT_DOUBLE_EQ(tie.similarity, 74.0 / (132 + 74 + 232));
  EXPECT_NEAR(tie.relatedness, (1.0 / 3 + 0 + 1 + 1.0 / 3) / 4, 1e-12);
  EXPECT_EQ(tie.common_neighbours, 1U) << "XC";
  EXPECT_NEAR(tie.adamic_adar, 1 / std::log(3.0), 1e-12) << "XC is tied to three";
  EXPECT_NEAR(tie.resource_allocation, 1.0 / 3, 1e-12);
  EXPECT_EQ(w.id(*tie.between), "XC");
  // Eleven ties to forums of 2, 2, 3, 2 and to pledges of one: two given ones meet with chance
  // 12 / (11 x 10); XA has three, XD one.
  EXPECT_NEAR(tie.expected, 3 * 1 * 12.0 / 110, 1e-12);
}

// f4 lies in n: XA may join it. One way of three steps leads there: XA - f3 - XC - f4, over a forum
// of three and an actor in three forums.
TEST(MissingTies, AForumThatOneMayJoin) {
  const World w(drawn);
  const auto with = find(w).ties.at(0).forum;
  ASSERT_TRUE(with);
  EXPECT_EQ(w.id(with->forum), "f4");
  EXPECT_EQ(w.id(with->joins), "XA");
  EXPECT_NEAR(with->ways, 1.0 / 3, 1e-9);
  EXPECT_EQ(with->shared_tags, 1U);
  auto closed = drawn;
  closed[3].second = "id,name,may_join\nf1,One,\nf2,Two,\nf3,Three,\nf4,Four,XC;XD\n";
  EXPECT_FALSE(find(World(closed)).ties.at(0).forum);
  closed[3].second = "id,name,may_join\nf1,One,\nf2,Two,\nf3,Three,XD\nf4,Four,\n";
  const World listed(closed);
  const auto other = find(listed).ties.at(0).forum;
  ASSERT_TRUE(other);
  EXPECT_EQ(listed.id(other->forum) + listed.id(other->joins), "f3XD") << "listed beats regions";
}

TEST(MissingTies, CountsOfWhom) {
  const World w(drawn);
  const auto found = find(w);
  EXPECT_EQ(found.actors, 5U) << "states";
  EXPECT_EQ(found.with_priorities, 4U) << "of XE nothing is known";
  EXPECT_EQ(found.meeting, 4U);
  EXPECT_EQ(found.forums, 4U);
  EXPECT_EQ(found.agreements, 0U);
  EXPECT_EQ(found.pledges, 0U) << "of two actors";
  EXPECT_EQ(found.found, 1U);
}

// Pairs with a tie: AB, AC, BC, CD; without: AD, BD. What a pair shares is taken away from both: of
// AB P1 of A and f2 of B are left; of AC f1 P1 and f2 f4 P2; of BC f1 and f4 P2; of CD f2 f3 P2 and
// nothing.
//              AB      AC       BC    CD       AD       BD       of 8 comparisons
// degree       1 x 1   2 x 3    1 x 2 3 x 0    3 x 1    3 x 1    2
// similarity   132/206 74/206  0     74/306    74/438   0        6.5
// relatedness  2/3    2/3      1/3   2/3       5/12     1/6      7
// neighbours   0      1 (B)    0     0         1 (C)    1 (C)    1
// Adamic-Adar  0      1/ln 2   0     0         1/ln 3   1/ln 3   2
// allocation   0      1/2      0     0         1/3      1/3      2
TEST(MissingTies, EachMeasureTestedWithTheTieTakenAway) {
  const World w(drawn);
  const auto found = find(w);
  EXPECT_EQ(found.tested_with, 4U);
  EXPECT_EQ(found.tested_without, 2U);
  EXPECT_FALSE(found.sampled);
  std::vector<double> auc;
  for (const auto& check : found.checks) auc.push_back(check.auc.value_or(-1) * 8);
  EXPECT_THAT(auc, ElementsAre(2, 6.5, 7, 1, 2, 2));
  // Memberships: by an independent program over all nine, each left out in turn.
  EXPECT_EQ(found.memberships_tested, 9U);
  EXPECT_NEAR(found.forum_auc.value(), 5.5 / 13, 1e-12);
  EXPECT_NEAR(found.forum_size_auc.value(), 2.0 / 13, 1e-12);
}

TEST(MissingTies, AnActorWithoutPrioritiesIsInNoPair) {
  auto tables = drawn;
  tables = support::with_row(tables, "memberships", "f1,XE");
  EXPECT_THAT(find(World(tables)).ties, SizeIs(1));
  tables = support::with_row(tables, "priorities", "XE,principle:p");
  const World w(tables);
  EXPECT_THAT(pairs(w, find(w)), ElementsAre("XA XD")) << "a principle is no objective";
  EXPECT_EQ(find(w).with_priorities, 4U);
  const World with(support::with_row(tables, "priorities", "XE,objective:3"));
  EXPECT_THAT(pairs(with, find(with)), testing::UnorderedElementsAre("XA XD", "XD XE"));
}

TEST(MissingTies, AnyMeetingPointMakesATie) {
  auto tables = drawn;
  tables.push_back({"agreements", "id,kind\na1,mou\n"});
  tables.push_back({"parties", "agreement,actor\na1,XA\na1,XD\n"});
  EXPECT_THAT(find(World(tables)).ties, IsEmpty());
  EXPECT_EQ(find(World(tables)).agreements, 1U);
  const World joint(support::with_row(drawn, "pledges", "P3,XA;XD,2,"));
  EXPECT_THAT(find(joint).ties, IsEmpty());
  EXPECT_EQ(find(joint).pledges, 1U);
}

TEST(MissingTies, FiltersChoosePairs) {
  const World w(support::with_row(drawn, "practices", "q3,XF,practice,1;3"));
  const auto with = [&](MissingTiesOptions options) { return pairs(w, find(w, options)); };
  EXPECT_THAT(with({}), ElementsAre("XA XD"));
  MissingTiesOptions options;
  options.kinds = {};
  EXPECT_THAT(with(options), testing::UnorderedElementsAre("XA XD", "XA XF", "XB XF", "XD XF"));
  options.tags = {w.objective("3")};
  EXPECT_THAT(with(options), ElementsAre("XD XF"));
  options = {};
  options.regions = {w.region("s")};
  EXPECT_THAT(with(options), ElementsAre("XA XD")) << "one of the two is enough";
  options.kinds = {ActorKind::foundation};
  EXPECT_THAT(with(options), IsEmpty());
}

TEST(MissingTies, StatedOnlyForgetsWhatIsInferred) {
  const World w(support::build(drawn), true);
  EXPECT_THAT(find(w).ties, IsEmpty());
}

// Everybody has the one objective: its weight rounds to nothing, the pair shares it all the same.
TEST(MissingTies, AnObjectiveOfEverybody) {
  std::string actors = "id,kind\n", pledges = "id,actors,objectives\n";
  for (int i = 100; i < 400; ++i) {
    actors += "X" + std::to_string(i) + ",state\n";
    pledges += "P" + std::to_string(i) + ",X" + std::to_string(i) + ",1\n";
  }
  const World w({{"tags", "facet,key\nobjective,1\n"}, {"actors", actors}, {"pledges", pledges}});
  MissingTiesOptions options;
  options.most_tested = 10;
  const auto found = find(w, options);
  EXPECT_THAT(found.ties, SizeIs(20));
  EXPECT_EQ(found.found, 300U * 299 / 2);
  EXPECT_EQ(found.ties.at(0).similarity, 1) << "they share all they have";
}

TEST(MissingTies, FewPairsTestedAreTheSameEachTime) {
  const World w(random_world(3, {.actors = 30, .rows = 60}));
  MissingTiesOptions options;
  const auto all = find(w, options);
  EXPECT_FALSE(all.sampled);
  options.most_tested = 40;
  const auto some = find(w, options), again = find(w, options);
  EXPECT_TRUE(some.sampled);
  EXPECT_LE(some.tested_with + some.tested_without, 40U);
  EXPECT_GT(some.tested_with + some.tested_without, 30U) << "hardly any is drawn twice";
  for (std::size_t i = 0; i < some.checks.size(); ++i)
    EXPECT_EQ(some.checks[i].auc, again.checks[i].auc);
  EXPECT_EQ(pairs(w, some), pairs(w, all)) << "only the test is sampled";
}

// --- slow twin ---

/// Priorities of every actor, read off the rows.
std::vector<std::set<std::string>> slow_priorities(const World& w) {
  std::vector<std::set<std::string>> out(w.data.actors.size());
  const auto add = [&](ActorId actor, const TagUse& use) {
    const auto& tag = w.data.tags[use.id];
    if (tag.facet == 0 && (use.stated || !w.selection.stated_only))
      out[actor.index()].insert(tag.key);
  };
  for (const auto& p : w.data.pledges)
    for (const ActorId actor : p.actors)
      for (const auto& use : p.tags) add(actor, use);
  for (const auto& q : w.data.practices)
    for (const auto& use : q.tags) add(q.actor, use);
  for (const auto& row : w.data.priorities) add(row.actor, row.tag);
  return out;
}

std::vector<std::set<std::string>> slow_meeting_points(const World& w) {
  std::vector<std::set<std::string>> out(w.data.actors.size());
  for (const auto& m : w.data.memberships) out[m.actor.index()].insert("f" + w.id(m.forum));
  for (const auto& p : w.data.parties)
    out[p.actor.index()].insert("a" + w.data.agreements[p.agreement].id);
  for (const auto& p : w.data.pledges)
    for (const ActorId actor : p.actors) out[actor.index()].insert("p" + p.id);
  return out;
}

std::set<std::string> both(const std::set<std::string>& x, const std::set<std::string>& y) {
  std::set<std::string> out;
  for (const auto& item : x)
    if (y.contains(item)) out.insert(item);
  return out;
}

TEST(MissingTies, EveryPairByLookingAtAll) {
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const World w(support::build(random_world(seed, {.actors = 12, .rows = 10})), seed % 3 == 0);
    const auto own = slow_priorities(w), met = slow_meeting_points(w);
    std::map<std::string, std::size_t> carriers;
    std::size_t n = 0;
    for (const auto& set : own) {
      n += set.empty() ? 0U : 1U;
      for (const auto& key : set) ++carriers[key];
    }
    const auto weight = [&](const std::string& key) {
      return std::round(100 *
                        std::log2(static_cast<double>(n + 1) / static_cast<double>(carriers[key])));
    };
    std::map<std::string, double> expected;
    for (std::size_t i = 0; i < own.size(); ++i)
      for (std::size_t j = i + 1; j < own.size(); ++j) {
        const auto shared = both(own[i], own[j]);
        if (shared.empty() || !both(met[i], met[j]).empty()) continue;
        double part = 0, whole = 0;
        for (const auto& key : shared) part += weight(key);
        for (const auto& key : own[i]) whole += weight(key);
        for (const auto& key : own[j]) whole += shared.contains(key) ? 0 : weight(key);
        expected[w.id(ActorId::at(i)) + " " + w.id(ActorId::at(j))] = part / whole;
      }
    MissingTiesOptions options;
    options.kinds = {};
    options.top = 0;
    const auto found = find(w, options);
    EXPECT_EQ(found.found, expected.size());
    std::map<std::string, double> got;
    for (std::size_t t = 0; t < found.ties.size(); ++t) {
      const auto& tie = found.ties[t];
      got[pair(w, tie)] = tie.similarity;
      std::set<std::string> between;
      for (std::size_t k = 0; k < own.size(); ++k)
        if (k != tie.a.index() && k != tie.b.index() && !both(met[k], met[tie.a.index()]).empty() &&
            !both(met[k], met[tie.b.index()]).empty())
          between.insert(w.id(ActorId::at(k)));
      EXPECT_EQ(tie.common_neighbours, between.size());
      EXPECT_EQ(tie.between.has_value(), !between.empty());
      if (tie.between) {
        EXPECT_TRUE(between.contains(w.id(*tie.between)));
      }
      EXPECT_TRUE(t == 0 || found.ties[t - 1].similarity >= tie.similarity) << "in order";
    }
    EXPECT_EQ(got, expected);
  }
}

// --- metamorphic ---

/// Pairs with both in a region, what they share, and who is tied to both.
std::map<std::string, std::string> within(const World& w, const std::string& region) {
  MissingTiesOptions options;
  options.top = 0;
  options.regions = {w.region(region)};
  std::map<std::string, std::string> out;
  for (const auto& tie : find(w, options).ties) {
    const auto lies_there = [&](ActorId a) {
      const auto own = w.data.regions_of(a, "review_region");
      return std::count(own.begin(), own.end(), w.region(region)) > 0;
    };
    if (!lies_there(tie.a) || !lies_there(tie.b)) continue;
    auto& text = out[pair(w, tie)];
    for (const auto& use : tie.shared) text += w.key(use.id) + (use.stated ? " " : "~ ");
    text += tie.between ? w.id(*tie.between) : "-";
    text += " " + std::to_string(tie.adamic_adar);
    text += tie.forum ? " " + w.id(tie.forum->forum) + w.id(tie.forum->joins) : "";
  }
  return out;
}

TEST(MissingTies, AnotherDatasetElsewhereChangesNoPairOfARegion) {
  std::size_t met = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto a = random_world(seed, {.actors = 12, .rows = 10, .prefix = "A"});
    const auto b = random_world(seed + 50, {.actors = 12, .rows = 10, .prefix = "B"});
    const World alone(a), merged(support::together(a, b));
    for (const auto* region : {"An", "As", "Ae"}) {
      EXPECT_EQ(within(merged, region), within(alone, region));
      met += within(alone, region).size();
    }
  }
  EXPECT_GT(met, 10U);
}

TEST(MissingTies, TheOrderOfRowsChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto tables = random_world(seed);
    const World a(tables), b(support::shuffled(tables, seed));
    const auto x = find(a), y = find(b);
    EXPECT_EQ(pairs(a, x), pairs(b, y));
    for (std::size_t i = 0; i < x.checks.size(); ++i) EXPECT_EQ(x.checks[i].auc, y.checks[i].auc);
    EXPECT_EQ(x.forum_auc, y.forum_auc);
  }
}

TEST(MissingTies, NobodyAtAll) {
  const World w(support::NamedTables{{"actors", "id,kind\nXA,state\n"}});
  const auto found = find(w);
  EXPECT_THAT(found.ties, IsEmpty());
  EXPECT_EQ(found.with_priorities, 0U);
  EXPECT_FALSE(found.forum_auc);
  for (const auto& check : found.checks) EXPECT_FALSE(check.auc);
}

}  // namespace
}  // namespace coopnet
