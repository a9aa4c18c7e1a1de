#include "coopnet/analysis/select.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <set>

#include "coopnet/analysis/peers.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/rng.hpp"
#include "support/datasets.hpp"

namespace coopnet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct Loaded {
  Dataset data;
  Selection selection;
  Relations relations;
  explicit Loaded(Dataset d, bool stated_only = false) : data(std::move(d)), selection(data) {
    selection.stated_only = stated_only;
    relations = build_relations(data, selection);
  }
  SelectProblem collect(const SelectOptions& options) const {
    return collect_cover(data, relations, selection, options);
  }
  SelectResult choose(const SelectOptions& options) const {
    return select_cover(collect(options), options);
  }
  RegionId region(std::string_view id) const { return *data.regions.find(id); }
  TagId objective(std::string_view key) const { return *data.find_tag(0, key); }
  TagId theme(std::string_view key) const { return *data.find_tag(1, key); }

  std::string row_id(SelectKind of, std::uint32_t row) const {
    switch (of) {
      case SelectKind::pledges:
        return data.pledges[PledgeId(row)].id;
      case SelectKind::forums:
        return data.forums[ForumId(row)].id;
      case SelectKind::conveners:
        return data.actors[ActorId(row)].id;
      default:
        return data.tags[TagId(row)].key;
    }
  }
  /// What each candidate covers, in words: "health: XAA/1 ~XBB/2".
  std::vector<std::string> covers(const SelectOptions& options) const {
    const auto problem = collect(options);
    std::vector<std::string> out;
    for (std::uint32_t s = 0; s < problem.sets.size(); ++s) {
      auto& line = out.emplace_back(row_id(options.of, problem.rows[s]) + ":");
      for (auto p = problem.sets.begin[s]; p < problem.sets.begin[s + 1]; ++p) {
        const auto& unit = problem.units[problem.sets.element[p]];
        line += problem.stated[p] ? " " : " ~";
        line += data.actors[unit.actor].id;
        if (unit.objective) line += "/" + data.tags[*unit.objective].key;
      }
    }
    return out;
  }
  std::vector<std::string> chosen(const SelectResult& result) const {
    std::vector<std::string> out;
    for (const auto s : result.best.sets) out.push_back(row_id(result.of, result.problem.rows[s]));
    return out;
  }
};

const support::NamedTables small{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\n"},
    {"actors",
     "id,kind,regions\nXAA,state,n\nXBB,state,s\nXCC,state,n\nXDD,state,\n"
     "city,local_authority,n\n"},
    {"forums", "id,name,objectives\nf1,One,1;~2\nf2,Two,3\nf3,Three,\n"},
    {"memberships",
     "forum,actor,role\nf1,XAA,member\nf1,XBB,observer\nf1,XBB,chair\nf2,XBB,member\n"
     "f2,city,member\nf3,XCC,member\n"},
    {"agreements", "id,kind,title,objectives\na1,mou,Old,2\n"},
    {"parties", "agreement,actor\na1,XCC\na1,XAA\n"},
    {"pledges",
     "id,actors,objectives,themes\n"
     "P1,XAA;XBB,1;~2,health\n"
     "P2,XAA,1,~work\n"
     "P3,city,3,health\n"
     "P4,XCC,,health\n"},
    {"practices", "id,actor,kind,objectives,themes\nq1,XCC,need,3,work\n"},
    {"priorities", "actor,tag\nXDD,objective:3\n"},
};

// P3 is of a city, P4 has no objective: neither covers a unit of a state.
TEST(Select, APledgeCoversItsStatesWithItsObjectives) {
  const Loaded l(support::build(small));
  EXPECT_THAT(l.covers({.of = SelectKind::pledges}),
              ElementsAre("P1: XAA/1 ~XAA/2 XBB/1 ~XBB/2", "P2: XAA/1"));
  const auto problem = l.collect({.of = SelectKind::pledges});
  EXPECT_EQ(problem.candidates, 4U);
  EXPECT_EQ(problem.actors.size(), 4U);
  EXPECT_EQ(problem.without.size(), 2U) << "XCC and XDD";
  EXPECT_EQ(problem.objectives.size(), 3U);
}

TEST(Select, FiltersSayWhoseUnitsCount) {
  const Loaded l(support::build(small));
  SelectOptions options;
  options.filter.regions = {l.region("n")};
  EXPECT_THAT(l.covers(options), ElementsAre("P1: XAA/1 ~XAA/2", "P2: XAA/1"));
  options.filter.kinds.clear();
  EXPECT_THAT(l.covers(options), ElementsAre("P1: XAA/1 ~XAA/2", "P2: XAA/1", "P3: city/3"));
  options.filter.objectives = {l.objective("3")};
  EXPECT_THAT(l.covers(options), ElementsAre("P3: city/3"));
  EXPECT_THAT(Loaded(support::build(small), true).covers({.of = SelectKind::pledges}),
              ElementsAre("P1: XAA/1 XBB/1", "P2: XAA/1"));
}

TEST(Select, AThemeCoversWhatThePledgesThatCarryItCover) {
  const Loaded l(support::build(small));
  EXPECT_THAT(l.covers({.of = SelectKind::themes}),
              ElementsAre("health: XAA/1 ~XAA/2 XBB/1 ~XBB/2", "work: ~XAA/1"));
  EXPECT_THAT(l.covers({.of = SelectKind::themes, .practices = true}),
              ElementsAre("health: XAA/1 ~XAA/2 XBB/1 ~XBB/2", "work: ~XAA/1 XCC/3"));
}

TEST(Select, AnObjectiveCoversActorsWithARecordOnIt) {
  const Loaded l(support::build(small));
  EXPECT_THAT(l.covers({.of = SelectKind::objectives}),
              ElementsAre("1: XAA XBB", "2: ~XAA ~XBB", "3: XDD"));
  EXPECT_THAT(l.covers({.of = SelectKind::objectives, .practices = true}),
              ElementsAre("1: XAA XBB", "2: ~XAA ~XBB", "3: XCC XDD"));
}

TEST(Select, AForumCoversItsMembersOnceInWhateverRoles) {
  const Loaded l(support::build(small));
  EXPECT_THAT(l.covers({.of = SelectKind::forums}),
              ElementsAre("f1: XAA/1 ~XAA/2 XBB/1 ~XBB/2", "f2: XBB/3"));
}

// XAA: f1 (XAA, XBB on 1, 2), a1 (XAA, XCC on 2), P1 and P2. XCC: a1. XBB: f1, f2, P1.
TEST(Select, AConvenerReachesThroughForumsAgreementsAndPledges) {
  const Loaded l(support::build(small));
  EXPECT_THAT(l.covers({.of = SelectKind::conveners}),
              ElementsAre("XAA: XAA/1 XAA/2 XBB/1 ~XBB/2 XCC/2",
                          "XBB: XAA/1 ~XAA/2 XBB/1 ~XBB/2 XBB/3", "XCC: XAA/2 XCC/2"));
  const auto all = l.choose({.of = SelectKind::conveners});
  EXPECT_THAT(l.chosen(all), ElementsAre("XAA", "XBB"));
  EXPECT_EQ(all.coverable, 6U);
  EXPECT_TRUE(all.covers_all);
  EXPECT_TRUE(all.optimal);
}

TEST(Select, SaysWhatIsUncoveredAndWhatIsInferred) {
  const Loaded l(support::build(small));
  const auto one = l.choose({.of = SelectKind::forums, .k = 1});
  EXPECT_THAT(l.chosen(one), ElementsAre("f1"));
  EXPECT_FALSE(one.covers_all);
  EXPECT_EQ(one.best.covered, 4U);
  EXPECT_EQ(one.coverable, 5U);
  EXPECT_EQ(one.inferred, 2U);
  ASSERT_EQ(one.uncovered.size(), 1U);
  EXPECT_EQ(one.problem.units[one.uncovered[0]].objective, l.objective("3"));
  const auto many = l.choose({.of = SelectKind::forums, .k = 9});
  EXPECT_TRUE(many.covers_all);
  EXPECT_EQ(many.best.sets.size(), 2U);
}

TEST(Select, ATableOfSets) {
  CoverTable table{{"A", "B", "C"}, {"1", "2", "3"}, {{0, 0}, {1, 0}, {1, 1}, {2, 2}}, 0};
  const SelectOptions options{.of = SelectKind::sets};
  const auto result = select_cover(collect_cover(table), options);
  EXPECT_THAT(result.best.sets, ElementsAre(1U, 2U));
  EXPECT_EQ(result.coverable, 3U);
  EXPECT_THROW((void)Loaded(support::build(small)).collect(options), PreconditionError);
}

// --- workshops
// ------------------------------------------------------------------------------------

const support::NamedTables askers_and_givers{
    {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\nobjective,4\nobjective,5\n"},
    {"actors", "id,kind\nXAA,state\nXBB,state\nXCC,state\nXDD,state\nXEE,state\n"},
    {"practices",
     "id,actor,kind,objectives,themes\n"
     "q1,XAA,need,1,health\nq2,XBB,practice,1;2,\nq3,XCC,need,2,\nq4,XDD,need,1;2,\n"
     "q5,XEE,need,3,\nq6,XEE,practice,3,health\nq7,XCC,practice,4,\n"},
};

std::vector<std::string> ids(const Dataset& data, const std::vector<ActorId>& actors) {
  std::vector<std::string> out;
  for (const ActorId a : actors) out.push_back(data.actors[a].id);
  return out;
}

TEST(Workshop, TheSmallestGroupWithAskersAndGivers) {
  const Loaded l(support::build(askers_and_givers));
  const auto w = find_workshop(l.data, l.relations, l.selection,
                               {.tags = {l.objective("1"), l.objective("2")}});
  EXPECT_THAT(ids(l.data, w.group), ElementsAre("XBB", "XDD")) << "XDD asks on both, XBB gives";
  EXPECT_TRUE(w.proved);
  EXPECT_EQ(w.groups, 1U);
  EXPECT_FALSE(w.more_groups);
  EXPECT_EQ(w.candidates, 4U);
}

TEST(Workshop, SaysWhichTagHasNoAskerOrNoGiver) {
  const Loaded l(support::build(askers_and_givers));
  const auto w = find_workshop(
      l.data, l.relations, l.selection,
      {.tags = {l.objective("3"), l.objective("4"), l.objective("5"), l.objective("1")}});
  ASSERT_EQ(w.tags.size(), 4U);
  EXPECT_EQ(w.tags[0].gap, WorkshopGap::only_one) << "XEE both asks and gives";
  EXPECT_EQ(w.tags[1].gap, WorkshopGap::no_asker);
  EXPECT_EQ(w.tags[2].gap, WorkshopGap::neither);
  EXPECT_EQ(w.tags[3].gap, WorkshopGap::none);
  EXPECT_EQ(w.group.size(), 2U);
  EXPECT_EQ(w.groups, 2U) << "XBB with XAA or with XDD";
  EXPECT_TRUE(
      find_workshop(l.data, l.relations, l.selection, {.tags = {l.objective("5")}}).group.empty());
}

TEST(Workshop, OfAThemeToo) {
  const Loaded l(support::build(askers_and_givers));
  const auto w = find_workshop(l.data, l.relations, l.selection, {.tags = {l.theme("health")}});
  EXPECT_THAT(ids(l.data, w.group), ElementsAre("XAA", "XEE"));
}

/// All groups, asked plainly: does every tag find two different actors, one asking, one giving?
struct SlowWorkshop {
  int size = 0;
  std::size_t groups = 0;

  explicit SlowWorkshop(const std::vector<WorkshopTag>& tags, std::uint32_t actors) {
    for (std::uint32_t group = 1; group < 1U << actors; ++group) {
      const auto in = [&](ActorId a) { return (group >> a.value & 1U) != 0; };
      const bool good = std::all_of(tags.begin(), tags.end(), [&](const WorkshopTag& tag) {
        if (tag.gap != WorkshopGap::none) return true;
        for (const auto& x : tag.askers)
          for (const auto& y : tag.givers)
            if (x.actor != y.actor && in(x.actor) && in(y.actor)) return true;
        return false;
      });
      const int n = std::popcount(group);
      if (!good || (size > 0 && n > size)) continue;
      groups = n == size ? groups + 1 : 1;
      size = n;
    }
  }
};

support::NamedTables random_workshop(std::uint64_t seed) {
  Rng rng(seed);
  std::string actors = "id,kind\n", practices = "id,actor,kind,objectives\n", tags = "facet,key\n";
  for (int t = 1; t <= 5; ++t) tags += "objective," + std::to_string(t) + "\n";
  int row = 0;
  for (int a = 0; a < 9; ++a) {
    const std::string id = "X" + std::to_string(a);
    actors += id + ",state\n";
    for (auto n = rng.below(5); n > 0; --n)
      practices += "q" + std::to_string(++row) + "," + id + "," +
                   (rng.below(2) == 0 ? "need" : "practice") + "," +
                   std::to_string(1 + rng.below(5)) + "\n";
  }
  return {{"tags", tags}, {"actors", actors}, {"practices", practices}};
}

TEST(Workshop, EqualsAllGroupsOnRandomRecords) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE(seed);
    const Loaded l(support::build(random_workshop(seed)));
    WorkshopOptions options;
    for (const auto* key : {"1", "2", "3", "4", "5"}) options.tags.push_back(l.objective(key));
    const auto w = find_workshop(l.data, l.relations, l.selection, options);
    const SlowWorkshop slow(w.tags, 9);
    const bool any = std::any_of(w.tags.begin(), w.tags.end(),
                                 [](const auto& t) { return t.gap == WorkshopGap::none; });
    ASSERT_EQ(static_cast<int>(w.group.size()), any ? slow.size : 0);
    if (!any) continue;
    EXPECT_TRUE(w.proved);
    EXPECT_EQ(w.groups, slow.groups);
    options.most_steps = 0;
    const auto hasty = find_workshop(l.data, l.relations, l.selection, options);
    EXPECT_GE(static_cast<int>(hasty.group.size()), slow.size);
    EXPECT_TRUE(!hasty.proved || static_cast<int>(hasty.group.size()) == slow.size);
  }
}

// --- key players
// ----------------------------------------------------------------------------------

// XAA links f1 and f2, XDD links f2 and f3: a chain of three forums. XGG is in none.
const support::NamedTables chain{
    {"tags", "facet,key\nobjective,1\n"},
    {"actors",
     "id,kind\nXAA,state\nXBB,state\nXCC,state\nXDD,state\nXEE,state\nXFF,state\nXGG,state\n"},
    {"forums", "id,name,objectives\nf1,One,1\nf2,Two,1\nf3,Three,\n"},
    {"memberships",
     "forum,actor\nf1,XAA\nf1,XBB\nf2,XAA\nf2,XCC\nf2,XDD\nf3,XDD\nf3,XEE\nf3,XFF\n"},
};

TEST(KeyPlayers, ReachThroughSharedForums) {
  const Loaded l(support::build(chain));
  const auto r = find_key_players(l.data, l.relations, l.selection, {.k = 2, .filter = {}});
  EXPECT_THAT(ids(l.data, r.actors), ElementsAre("XAA", "XBB", "XCC", "XDD", "XEE", "XFF"));
  EXPECT_THAT(ids(l.data, r.outside), ElementsAre("XGG"));
  EXPECT_EQ(r.ties, 7U) << "1 in f1, 3 in f2, 3 in f3";
  EXPECT_THAT(r.coverage.best.sets, ElementsAre(3U, 0U));
  EXPECT_THAT(r.coverage.best.gains, ElementsAre(5U, 1U));
  EXPECT_THAT(r.unreached, IsEmpty());
}

TEST(KeyPlayers, SplitWithoutTheOneWhoLinks) {
  const Loaded l(support::build(chain));
  const auto r = find_key_players(l.data, l.relations, l.selection,
                                  {.kind = KeyPlayerKind::split, .k = 1, .filter = {}});
  EXPECT_THAT(r.chosen, ElementsAre(3U));
  ASSERT_EQ(r.after.size(), 2U);
  EXPECT_THAT(r.after[0], ElementsAre(0U, 1U, 2U));
  EXPECT_THAT(r.after[1], ElementsAre(4U, 5U));
  EXPECT_DOUBLE_EQ(*r.fragmentation_after, 1 - 4.0 / 10);
  EXPECT_TRUE(r.optimal);
}

TEST(KeyPlayers, OnlyForumsOnAnObjective) {
  const Loaded l(support::build(chain));
  KeyPlayerOptions options;
  options.filter.objectives = {l.objective("1")};
  const auto r = find_key_players(l.data, l.relations, l.selection, options);
  EXPECT_THAT(ids(l.data, r.outside), ElementsAre("XEE", "XFF", "XGG"));
}

}  // namespace
}  // namespace coopnet
