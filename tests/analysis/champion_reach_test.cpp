#include "coopnet/analysis/champion_reach.hpp"

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

ChampionReach find(const World& w, const ChampionReachOptions& options = {}) {
  return find_champion_reach(w.data, w.relations, w.selection, options);
}
const ReachRow& row(const World& w, const ChampionReach& found, const std::string& id) {
  for (const auto& row : found.rows)
    if (w.id(row.actor) == id) return row;
  ADD_FAILURE() << id;
  return found.rows.front();
}
std::string way(const World& w, const ReachRow& row) {
  std::string out;
  for (const auto& step : row.way)
    out += (step.where.kind == NodeKind::forum ? w.data.forums.rows[step.where.row].id
                                               : w.data.agreements.rows[step.where.row].id) +
           ">" + w.id(step.whom) + " ";
  return out;
}
std::vector<std::string> further(const World& w, const ChampionReach& found) {
  std::vector<std::string> out;
  for (const auto& f : found.further)
    out.push_back(w.id(f.actor) + " +" + std::to_string(f.gained));
  return out;
}
/// "region: all Champions one two farther none"
std::vector<std::string> regions(const World& w, const ChampionReach& found) {
  std::vector<std::string> out;
  for (const auto& r : found.regions) {
    out.push_back(r.region ? w.id(*r.region) : "?");
    for (const auto n : {r.actors, r.champions, r.one_step, r.two_steps, r.farther, r.no_way})
      out.back() += " " + std::to_string(n);
  }
  return out;
}

// C1 -- f1 -- A -- f2 -- B -- a1 -- D -- f3 -- E      F -- f4 -- G      H alone
// C2 -- f1                                            a pledge of C1 and H is no step
// Regions: n: C1 A B F G    s: B D H    no region: E, C2
const support::NamedTables chain{
    {"regions", "id,scheme\ne,review_region\nn,review_region\ns,review_region\n"},
    {"actors",
     "id,kind,regions,champion_known_by\nXA,state,n,\nXB,state,n;s,\nXC1,state,n,2022-05\n"
     "XC2,state,,2023\nXD,state,s,\nXE,state,,\nXF,state,n,\nXG,state,n,\nXH,state,s,\n"
     "XN,civil_society,s,\n"},
    {"forums", "id,name\nf1,One\nf2,Two\nf3,Three\nf4,Four\nf5,Five\n"},
    {"memberships",
     "forum,actor,role\nf1,XC1,member\nf1,XC2,chair\nf1,XA,observer\nf2,XA,member\nf2,XB,member\n"
     "f3,XD,member\nf3,XE,member\nf4,XF,member\nf4,XG,member\n"},
    {"agreements", "id,kind\na1,mou\n"},
    {"parties", "agreement,actor\na1,XB\na1,XD\n"},
    {"pledges", "id,actors\nP1,XC1;XH\n"},
};

TEST(ChampionReach, StepsAlongAChain) {
  const World w(chain);
  const auto found = find(w);
  EXPECT_THAT(found.champions, ElementsAre(w.actor("XC1"), w.actor("XC2")));
  ASSERT_THAT(found.rows, SizeIs(9)) << "states";
  const std::map<std::string, std::optional<std::uint32_t>> expected{
      {"XC1", 0}, {"XC2", 0},           {"XA", 1},           {"XB", 2}, {"XD", 3}, {"XE", 4},
      {"XF", {}}, {"XG", std::nullopt}, {"XH", std::nullopt}};
  for (const auto& [id, steps] : expected) EXPECT_EQ(row(w, found, id).steps, steps) << id;
  EXPECT_EQ(row(w, found, "XA").nearest, 2U) << "both are in f1";
  EXPECT_EQ(row(w, found, "XB").nearest, 0U);
  EXPECT_EQ(way(w, row(w, found, "XE")), "f3>XD a1>XB f2>XA f1>XC1 ");
  EXPECT_EQ(way(w, row(w, found, "XC1")), "");
  EXPECT_EQ(way(w, row(w, found, "XH")), "") << "no way, and no step by a pledge";
  EXPECT_EQ(found.beyond_one, 6U);
}

TEST(ChampionReach, RegionsByHand) {
  const World w(chain);
  EXPECT_THAT(regions(w, find(w)),
              ElementsAre("e 0 0 0 0 0 0", "n 5 1 1 1 0 2", "s 3 0 0 1 1 1", "? 2 1 0 0 1 0"))
      << "XB counts in both";
  ChampionReachOptions south;
  south.regions = {w.region("s")};
  const auto found = find(w, south);
  EXPECT_THAT(found.rows, SizeIs(3));
  EXPECT_THAT(regions(w, found), ElementsAre("s 3 0 0 1 1 1"));
  EXPECT_EQ(row(w, found, "XB").steps, 2U) << "ways lead through everybody";
  EXPECT_EQ(found.champions.size(), 2U);
}

TEST(ChampionReach, ForumsWithoutAChampion) {
  const World w(chain);
  const auto found = find(w);
  EXPECT_EQ(found.forums, 4U) << "f5 has no member";
  EXPECT_THAT(found.forums_without,
              ElementsAre(std::pair(w.forum("f2"), 2U), std::pair(w.forum("f3"), 2U),
                          std::pair(w.forum("f4"), 2U)));
}

// Beyond one step: B D E F G H. D reaches B D E; F or G reaches F G; then H or the other.
TEST(ChampionReach, FurtherChampionsByHand) {
  const World w(chain);
  const auto with = [&](std::size_t n) {
    ChampionReachOptions options;
    options.further = n;
    return find(w, options);
  };
  EXPECT_THAT(further(w, with(0)), IsEmpty());
  EXPECT_THAT(further(w, with(1)), ElementsAre("XD +3"));
  const auto two = with(2);
  EXPECT_THAT(further(w, two), ElementsAre("XD +3", "XF +2"));
  EXPECT_EQ(two.further_covered, 5U);
  EXPECT_EQ(two.further_bound, 5U);
  EXPECT_EQ(two.further_choices, 2U) << "XG instead of XF";
  const auto many = with(9);
  EXPECT_THAT(further(w, many), ElementsAre("XD +3", "XF +2", "XH +1")) << "no more is needed";
  EXPECT_EQ(many.further_covered, many.beyond_one);
}

TEST(ChampionReach, NoChampionAtAll) {
  auto tables = chain;
  tables[1].second =
      "id,kind\nXA,state\nXB,state\nXC1,state\nXC2,state\nXD,state\nXE,state\nXF,state\nXG,state\n"
      "XH,state\n";
  const World w(tables);
  const auto found = find(w);
  EXPECT_THAT(found.champions, IsEmpty());
  for (const auto& row : found.rows) EXPECT_FALSE(row.steps);
  EXPECT_EQ(found.beyond_one, 9U);
  EXPECT_THAT(found.forums_without, SizeIs(4));
  EXPECT_EQ(found.further.size(), 3U);
}

TEST(ChampionReach, ALeftOutChampionIsNone) {
  World w(chain);
  ASSERT_TRUE(w.selection.leave_out(w.data, "XC1"));
  ASSERT_TRUE(w.selection.leave_out(w.data, "XC2"));
  w.relations = build_relations(w.data, w.selection);
  const auto found = find(w);
  EXPECT_THAT(found.champions, IsEmpty());
  EXPECT_THAT(found.rows, SizeIs(7));
}

TEST(ChampionReach, OfAnyKind) {
  const World w(support::with_row(chain, "memberships", "f4,XN,member"));
  ChampionReachOptions options;
  options.kinds = {};
  EXPECT_THAT(find(w, options).rows, SizeIs(10));
  options.kinds = {ActorKind::civil_society};
  EXPECT_THAT(find(w, options).rows, SizeIs(1));
}

// --- slow twins ---

constexpr std::uint32_t far = 1000;

/// All distances by Floyd and Warshall over shared forums and agreements.
std::vector<std::vector<std::uint32_t>> all_distances(const World& w) {
  const auto n = w.data.actors.size();
  std::vector<std::vector<std::uint32_t>> d(n, std::vector<std::uint32_t>(n, far));
  for (std::size_t i = 0; i < n; ++i) d[i][i] = 0;
  const auto meet = [&](ActorId a, ActorId b) {
    if (a != b) d[a.index()][b.index()] = 1;
  };
  for (const auto& m : w.data.memberships)
    for (const auto& o : w.data.memberships)
      if (m.forum == o.forum) meet(m.actor, o.actor);
  for (const auto& m : w.data.parties)
    for (const auto& o : w.data.parties)
      if (m.agreement == o.agreement) meet(m.actor, o.actor);
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b) d[a][b] = std::min(d[a][b], d[a][via] + d[via][b]);
  return d;
}

TEST(ChampionReach, DistancesAsByFloydAndWarshall) {
  std::size_t met = 0, unreached = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const World w(random_world(seed, {.actors = 16, .rows = 1}));
    const auto d = all_distances(w);
    const auto found = find(w);
    for (const auto& row : found.rows) {
      std::uint32_t nearest = far;
      std::size_t champions = 0;
      for (const ActorId c : found.champions) {
        nearest = std::min(nearest, d[row.actor.index()][c.index()]);
        champions += d[row.actor.index()][c.index()] == 1 ? 1U : 0U;
      }
      EXPECT_EQ(row.steps.value_or(far), nearest);
      met += nearest > 1 && nearest < far ? 1U : 0U;
      unreached += nearest == far ? 1U : 0U;
      if (nearest == 1) {
        EXPECT_EQ(row.nearest, champions);
      }
      ASSERT_EQ(row.way.size(), nearest == far ? 0 : nearest);
      ActorId at = row.actor;
      for (const auto& step : row.way) {
        EXPECT_EQ(d[at.index()][step.whom.index()], 1U);
        at = step.whom;
      }
      if (nearest < far) {
        EXPECT_FALSE(w.data.actors[at].champion_known_by.text.empty());
      }
    }
  }
  EXPECT_GT(met, 20U);
  EXPECT_GT(unreached, 20U);
}

TEST(ChampionReach, FurtherChampionsAsByTryingAll) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const World w(random_world(seed, {.actors = 14, .rows = 1}));
    const auto d = all_distances(w);
    ChampionReachOptions options;
    options.further = 2;
    const auto found = find(w, options);
    const auto reached = [&](const std::vector<ActorId>& chosen) {
      std::size_t out = 0;
      for (const auto& row : found.rows) {
        if (row.steps && *row.steps <= 1) continue;
        out += std::any_of(chosen.begin(), chosen.end(),
                           [&](ActorId c) { return d[row.actor.index()][c.index()] <= 1; })
                   ? 1U
                   : 0U;
      }
      return out;
    };
    std::size_t best = 0;
    for (const auto& x : found.rows)
      for (const auto& y : found.rows) best = std::max(best, reached({x.actor, y.actor}));
    EXPECT_EQ(found.further_covered, best) << seed;
    EXPECT_EQ(found.further_bound, best);
    std::vector<ActorId> chosen;
    std::size_t gained = 0;
    for (const auto& f : found.further) {
      const auto before = reached(chosen);
      chosen.push_back(f.actor);
      EXPECT_EQ(reached(chosen) - before, f.gained);
      gained += f.gained;
    }
    EXPECT_EQ(gained, best);
  }
}

// --- metamorphic ---

TEST(ChampionReach, AnotherDatasetElsewhereChangesNoRegion) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const auto a = random_world(seed, {.prefix = "A"});
    const World alone(a), merged(support::together(a, random_world(seed + 9, {.prefix = "B"})));
    ChampionReachOptions before, after;
    for (const auto* id : {"An", "As", "Ae"}) {
      before.regions.push_back(alone.region(id));
      after.regions.push_back(merged.region(id));
    }
    const auto x = find(alone, before), y = find(merged, after);
    EXPECT_EQ(regions(alone, x), regions(merged, y));
    EXPECT_EQ(further(alone, x), further(merged, y));
    EXPECT_EQ(x.forums_without.size(), y.forums_without.size());
  }
}

TEST(ChampionReach, TheOrderOfRowsChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto tables = random_world(seed);
    const World a(tables), b(support::shuffled(tables, seed));
    const auto x = find(a), y = find(b);
    EXPECT_EQ(further(a, x), further(b, y));
    for (std::size_t i = 0; i < x.rows.size(); ++i) EXPECT_EQ(way(a, x.rows[i]), way(b, y.rows[i]));
  }
}

}  // namespace
}  // namespace coopnet
