#include "coopnet/analysis/forum_overlap.hpp"

#include <gmock/gmock.h>

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

ForumOverlap find(const World& w, const ForumOverlapOptions& options = {}) {
  return find_forum_overlap(w.data, w.relations, w.selection, options);
}
std::vector<std::string> pairs(const World& w, const ForumOverlap& found) {
  std::vector<std::string> out;
  for (const auto& pair : found.pairs)
    out.push_back(w.id(pair.a) + " " + w.id(pair.b) + (pair.one_agenda ? " one agenda" : ""));
  return out;
}

// f1: A B C D   1 2 3      f2: A B       2 ~3 4     f3: C D E   1      f4: E   (nothing)
// f5: nobody    1          members in all: A B C D E
// f1 f2 share A B and 2 3: two of 2 and two of 3.   f1 f3 share C D and 1.   f3 f4 share E only.
const support::NamedTables drawn{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags",
     "facet,key\nobjective,1\nobjective,2\nobjective,3\nobjective,4\nobjective,5\nprinciple,p\n"},
    {"actors",
     "id,kind,regions\nXA,state,n\nXB,state,n\nXC,state,s\nXD,civil_society,s\nXE,state,s\n"
     "XZ,state,s\n"},
    {"forums",
     "id,name,regions,objectives,principles\nf1,One,,1;2;3,p\nf2,Two,,2;~3;4,p\nf3,Three,,1,\n"
     "f4,Four,,,\nf5,Five,n,1,\n"},
    {"memberships",
     "forum,actor,role\nf1,XA,member\nf1,XA,chair\nf1,XB,member\nf1,XC,member\nf1,XD,observer\n"
     "f2,XA,member\nf2,XB,member\nf3,XC,member\nf3,XD,member\nf3,XE,member\nf4,XE,member\n"},
    {"pledges", "id,actors,objectives\nP1,XA;XE,1\nP2,XC,4\n"},
    {"practices", "id,actor,kind,objectives\nq1,XD,need,1\nq2,XB,plan,4\nq3,XZ,practice,5\n"},
    {"events",
     "id,date,organisers\n"
     "E1,2023-01-10,f1\nE2,2023-02-10,f2\n"           // 31 days apart
     "E3,2024-05-01,f1\nE4,2024-05-20,f2\n"           // 19 days apart, later
     "E5,2024-12-01,f1\nE6,2024,f2\nE7,2024-06,f3\n"  // of E6 only the year is known
     "E8,2024-08-30,f3\nE9,2024-05-02,f1;f3\n"},
};

TEST(ForumOverlap, PairsByHand) {
  const World w(drawn);
  const auto found = find(w);
  EXPECT_THAT(pairs(w, found), ElementsAre("f1 f2 one agenda", "f1 f3"));
  EXPECT_EQ(found.found, 2U);
  EXPECT_EQ(found.members, 5U);
  const auto& p = found.pairs[0];
  EXPECT_EQ(p.members_a, 4U) << "chair and member are one";
  EXPECT_EQ(p.members_b, 2U);
  EXPECT_EQ(p.shared_members, 2U);
  EXPECT_DOUBLE_EQ(p.expected_members, 4.0 * 2 / 5);
  ASSERT_THAT(p.shared_tags, SizeIs(2));
  EXPECT_TRUE(p.shared_tags[0].stated);
  EXPECT_FALSE(p.shared_tags[1].stated) << "3 is inferred for f2";
  EXPECT_EQ(p.shorter_agenda(), 3U);
  EXPECT_EQ(p.smaller_membership(), 2U);
  EXPECT_EQ(found.pairs[1].shared_members, 2U);
  EXPECT_FALSE(found.pairs[1].one_agenda) << "one objective is no agenda";
  EXPECT_THAT(found.forums, SizeIs(5));
  EXPECT_EQ(found.without_members, 1U);
  EXPECT_EQ(found.without_tags, 1U);
}

TEST(ForumOverlap, TheLatestMeetingsNearEachOther) {
  const World w(drawn);
  const auto meetings = [&](std::int64_t days, std::size_t pair) {
    ForumOverlapOptions options;
    options.near_days = days;
    const auto near = find(w, options).pairs[pair].nearest;
    return near ? w.data.events[near->a].id + " " + w.data.events[near->b].id + " " +
                      std::to_string(near->days)
                : std::string("none");
  };
  EXPECT_EQ(meetings(60, 0), "E9 E4 18") << "the closer of two that end on the same day";
  EXPECT_EQ(meetings(18, 0), "E9 E4 18");
  EXPECT_EQ(meetings(17, 0), "none");
  EXPECT_EQ(meetings(60, 1), "E9 E7 30") << "some day of June, from its first; E9 itself is one";
  EXPECT_EQ(meetings(95, 1), "E5 E8 93");
}

// On 1: A, E and D have a record; f1 gathers A and D, f3 D and E: f1, by id. On 4: B and C; f1 has
// both and does not work on it. On 5 nobody of a forum.
TEST(ForumOverlap, SubjectsByHand) {
  const World w(drawn);
  const auto found = find(w);
  ASSERT_THAT(found.subjects, SizeIs(5));
  EXPECT_EQ(found.actors, 6U);
  const auto& one = found.subjects[0];
  EXPECT_THAT(one.forums, ElementsAre(w.forum("f1"), w.forum("f3"), w.forum("f5")));
  EXPECT_EQ(one.members, 5U);
  EXPECT_EQ(one.with_record, 3U);
  EXPECT_EQ(w.id(*one.best), "f1");
  EXPECT_EQ(one.best_members, 2U);
  EXPECT_TRUE(one.best_works_on_it);
  const auto& four = found.subjects[3];
  EXPECT_THAT(four.forums, ElementsAre(w.forum("f2")));
  EXPECT_EQ(four.with_record, 2U);
  EXPECT_EQ(w.id(*four.best), "f1");
  EXPECT_FALSE(four.best_works_on_it);
  const auto& five = found.subjects[4];
  EXPECT_THAT(five.forums, IsEmpty());
  EXPECT_EQ(five.with_record, 1U);
  EXPECT_FALSE(five.best);
}

TEST(ForumOverlap, OfTwoThatGatherAsManyTheOneThatWorksOnItIsNamed) {
  auto tables = drawn;
  tables[5].second = "id,actors,objectives\nP1,XA,4\n";
  tables[6].second = "id,actor,kind,objectives\nq1,XB,plan,4\n";
  const World w(tables);
  const auto four = find(w).subjects[3];
  EXPECT_EQ(w.id(*four.best), "f2") << "f1 gathers XA and XB too";
  EXPECT_TRUE(four.best_works_on_it);
}

TEST(ForumOverlap, RegionsAndTagsAndFacetsNarrow) {
  const World w(drawn);
  ForumOverlapOptions options;
  options.regions = {w.region("n")};
  const auto north = find(w, options);
  EXPECT_THAT(north.forums, ElementsAre(w.forum("f1"), w.forum("f2"), w.forum("f5")));
  EXPECT_THAT(pairs(w, north), ElementsAre("f1 f2 one agenda"));
  EXPECT_EQ(north.actors, 2U);
  EXPECT_EQ(north.subjects[0].with_record, 1U) << "XA";
  EXPECT_EQ(north.members, 5U) << "what is expected does not change";
  options = {};
  options.tags = {w.objective("1")};
  EXPECT_THAT(pairs(w, find(w, options)), ElementsAre("f1 f3"));
  options = {};
  options.facet = *w.data.find_facet("principle");
  EXPECT_THAT(pairs(w, find(w, options)), ElementsAre("f1 f2"));
  options = {};
  options.top = 1;
  EXPECT_THAT(find(w, options).pairs, SizeIs(1));
  EXPECT_EQ(find(w, options).found, 2U);
}

TEST(ForumOverlap, EveryPairAsIntersectionsOfSets) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const World w(support::build(random_world(seed)), seed % 4 == 0);
    std::vector<std::set<std::uint32_t>> members(w.data.forums.size()), agenda(members.size());
    std::set<std::uint32_t> pool;
    for (const auto& m : w.data.memberships) {
      members[m.forum.index()].insert(m.actor.value);
      pool.insert(m.actor.value);
    }
    for (std::size_t f = 0; f < agenda.size(); ++f)
      for (const auto& use : w.data.forums.rows[f].tags)
        if (w.data.tags[use.id].facet == 0 && (use.stated || !w.selection.stated_only))
          agenda[f].insert(use.id.value);
    const auto common = [](const auto& x, const auto& y) {
      std::vector<std::uint32_t> out;
      std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(out));
      return out;
    };
    std::map<std::pair<std::size_t, std::size_t>, std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t f = 0; f < members.size(); ++f)
      for (std::size_t g = f + 1; g < members.size(); ++g) {
        const auto who = common(members[f], members[g]), what = common(agenda[f], agenda[g]);
        if (!who.empty() && !what.empty()) expected[{f, g}] = {who.size(), what.size()};
      }
    const auto found = find(w);
    ASSERT_EQ(found.pairs.size(), expected.size());
    for (const auto& pair : found.pairs) {
      const auto [who, what] = expected.at({pair.a.index(), pair.b.index()});
      EXPECT_EQ(pair.shared_members, who);
      EXPECT_EQ(pair.shared_tags.size(), what);
      const auto& a = members[pair.a.index()];
      const auto& b = members[pair.b.index()];
      EXPECT_NEAR(pair.expected_members,
                  static_cast<double>(a.size() * b.size()) / static_cast<double>(pool.size()),
                  1e-12);
      EXPECT_EQ(pair.one_agenda, 2 * who >= std::min(a.size(), b.size()) && what >= 2 &&
                                     2 * what >= std::min(agenda[pair.a.index()].size(),
                                                          agenda[pair.b.index()].size()));
    }
    EXPECT_TRUE(
        std::is_sorted(found.pairs.begin(), found.pairs.end(), [](const auto& p, const auto& q) {
          return std::tuple(!p.one_agenda, q.shared_tags.size(), q.shared_members, p.a, p.b) <
                 std::tuple(!q.one_agenda, p.shared_tags.size(), p.shared_members, q.a, q.b);
        }));
    const World again(support::build(support::shuffled(random_world(seed), seed)), seed % 4 == 0);
    EXPECT_EQ(pairs(again, find(again)), pairs(w, found));
  }
}

TEST(ForumOverlap, SubjectsBySets) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const World w(random_world(seed));
    for (const auto& row : find(w).subjects) {
      const auto about = [&](const std::vector<TagUse>& uses) {
        return std::any_of(uses.begin(), uses.end(),
                           [&](const TagUse& use) { return use.id == row.tag; });
      };
      std::set<ActorId> with;
      for (const auto& p : w.data.pledges)
        if (about(p.tags)) with.insert(p.actors.begin(), p.actors.end());
      for (const auto& q : w.data.practices)
        if (about(q.tags)) with.insert(q.actor);
      EXPECT_EQ(row.with_record, with.size());
      std::map<ForumId, std::set<ActorId>> gathered;
      std::set<ActorId> members;
      std::vector<ForumId> forums;
      for (std::size_t f = 0; f < w.data.forums.size(); ++f)
        if (about(w.data.forums.rows[f].tags)) forums.push_back(ForumId::at(f));
      for (const auto& m : w.data.memberships) {
        if (with.contains(m.actor)) gathered[m.forum].insert(m.actor);
        if (std::count(forums.begin(), forums.end(), m.forum) > 0) members.insert(m.actor);
      }
      EXPECT_EQ(row.forums, forums);
      EXPECT_EQ(row.members, members.size());
      std::size_t most = 0;
      for (const auto& [forum, who] : gathered) most = std::max(most, who.size());
      EXPECT_EQ(row.best_members, most);
      ASSERT_EQ(row.best.has_value(), most > 0);
      if (row.best) {
        EXPECT_EQ(gathered.at(*row.best).size(), most);
      }
    }
  }
}

}  // namespace
}  // namespace coopnet
