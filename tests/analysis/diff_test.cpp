#include "coopnet/analysis/diff.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::NamedTables;
using support::World;
using testing::ElementsAre;
using testing::IsEmpty;

DatasetDiff diff_of(const World& before, const World& after, DiffOptions options = {}) {
  if (options.scheme.empty()) options.scheme = "review_region";
  return find_diff({before.data, before.selection, before.relations},
                   {after.data, after.selection, after.relations}, options);
}

const char* const tags = "facet,key\nobjective,1\nobjective,2\nobjective,8\n";
const char* const regions = "id,scheme\nn,review_region\ns,review_region\n";
const char* const actors =
    "id,name,kind,regions\nA,Alba,state,n\nB,Brio,state,s\nC,Cima,civil_society,n;s\n";

World world(const std::string& pledges) {
  return World(NamedTables{{"regions", regions},
                           {"tags", tags},
                           {"actors", actors},
                           {"pledges", "id,title,actors,objectives,status,round\n" + pledges}});
}

std::string id_of(const World& w, const std::optional<PledgeId>& pledge) {
  return pledge ? w.data.pledges[*pledge].id : "-";
}

/// "changed P1>P1 status:announced>completed objectives~1>~1".
std::vector<std::string> pledges_in_words(const World& before, const World& after,
                                          const DatasetDiff& diff) {
  constexpr std::array words{"added", "removed", "renamed", "changed"};
  std::vector<std::string> out;
  for (const auto& p : diff.pledges) {
    std::string line = words[static_cast<std::size_t>(p.change)];
    line += " " + id_of(before, p.before) + ">" + id_of(after, p.after);
    for (const auto& f : p.fields)
      line += " " + f.field + (f.evidence_only ? "~" : ":") + f.before + ">" + f.after;
    out.push_back(line);
  }
  return out;
}

TEST(Diff, WhatCameWentAndChanged) {
  const auto before = world(
      "1,One,A,~1,announced,1\n2,Two,B,2,,1\n3,Three,C,1;2,completed,1\n"
      "4,Four,A;B,8,announced,1\n5,Five,C,1,announced,1\n");
  const auto after = world(
      "1,One,A,1,completed,1\n2,Two,B,2,,1\nx3,THREE,C,1,completed,1\n"
      "5,Five,C,1,announced,1\n6,Six,B,1,announced,2\n");
  const auto diff = diff_of(before, after);
  EXPECT_THAT(
      pledges_in_words(before, after, diff),
      ElementsAre("added ->6", "removed 4>-", "renamed 3>x3 title:Three>THREE objectives:1;2>1",
                  "changed 1>1 objectives~~1>1 status:announced>completed"));
  EXPECT_EQ(diff.unchanged, 2U);
  EXPECT_EQ(diff.pledges_before, 5U);
  EXPECT_EQ(diff.pledges_after, 5U);
  const auto at = [](Status s) { return static_cast<std::size_t>(s); };
  EXPECT_EQ(diff.transitions[at(Status::announced)][at(Status::completed)], 1U);
  EXPECT_EQ(diff.transitions[at(Status::unknown)][at(Status::unknown)], 1U);
  EXPECT_EQ(diff.added[at(Status::announced)], 1U);
  EXPECT_EQ(diff.removed[at(Status::announced)], 1U);
}

TEST(Diff, ActorsNewLostAndReturning) {
  const auto before = world("1,One,A,1,,1\n2,Two,B,1,,1\n");
  const auto after = world("1,One,A,1,,1\n3,Three,A,2,,2\n4,Four,C,2,,2\n");
  const auto diff = diff_of(before, after);
  std::vector<std::string> seen;
  for (const auto& a : diff.actors) {
    const auto& side = a.after ? after : before;
    seen.push_back(std::to_string(static_cast<int>(a.change)) +
                   side.data.actors[a.after ? *a.after : *a.before].id +
                   std::to_string(a.pledges_before) + std::to_string(a.pledges_after));
  }
  EXPECT_THAT(seen, ElementsAre("0C01", "1B10", "2A12"));
  EXPECT_TRUE(diff.rounds_known);
  using By = GroupDifference::By;
  EXPECT_THAT(
      diff.groups,
      ElementsAre(GroupDifference{By::all, {}, "", 2, 2, 1, 1, 1, 3, 3},
                  GroupDifference{By::kind, ActorKind::state, "", 2, 1, 0, 1, 1, 2, 2},
                  GroupDifference{By::kind, ActorKind::civil_society, "", 0, 1, 1, 0, 0, 1, 1},
                  GroupDifference{By::region, {}, "n", 1, 2, 1, 0, 1, 2, 2},
                  GroupDifference{By::region, {}, "s", 1, 1, 1, 1, 0, 2, 2}));
}

TEST(Diff, WithoutRoundsNobodyIsSaidToReturn) {
  const auto before = world("1,One,A,1,,\n");
  const auto after = world("1,One,A,1,,\n3,Three,A,2,,2\n");
  const auto diff = diff_of(before, after);
  EXPECT_FALSE(diff.rounds_known);
  EXPECT_THAT(diff.actors, IsEmpty());
}

TEST(Diff, CoverageTellsZeroFromUnknown) {
  const auto before = world("1,One,A,1,,\n");
  const auto after = world("1,One,A,2,,\n2,Two,B,1,,\n");
  std::vector<std::string> seen;
  const auto shown = [](std::optional<std::size_t> n) { return n ? std::to_string(*n) : "?"; };
  for (const auto& c : diff_of(before, after).coverage)
    seen.push_back(c.region + " " + c.tag + " " + shown(c.before) + ">" + shown(c.after));
  EXPECT_THAT(seen, ElementsAre(" 2 0>1", "n 1 1>0", "n 2 0>1", "s 1 ?>1"));
}

TEST(Diff, SynergiesNewGoneAndOfOtherWeight) {
  const auto before = world("1,One,A,1,,\n2,Two,B,1,,\n3,Three,C,8,,\n");
  const auto after = world("1,One,A,1;8,,\n2,Two,B,2,,\n3,Three,C,8,,\n");
  const auto diff = diff_of(before, after);
  ASSERT_EQ(diff.synergies.size(), 2U);
  EXPECT_EQ(diff.pairs_compared, 2U);
  // Gone: 1 and 2 had all in common and have nothing now.
  EXPECT_EQ(id_of(before, diff.synergies[0].before->first), "1");
  EXPECT_EQ(id_of(before, diff.synergies[0].before->second), "2");
  EXPECT_DOUBLE_EQ(diff.synergies[0].score_before, 1.0);
  EXPECT_DOUBLE_EQ(diff.synergies[0].score_after, 0.0);
  // New: 1 and 3 share 8. log2(4/1) of 1, log2(4/2) of 8: 1 of 3 parts.
  EXPECT_EQ(diff.synergies[1].shared_before, 0U);
  EXPECT_EQ(diff.synergies[1].shared_after, 1U);
  EXPECT_NEAR(diff.synergies[1].score_after, 1.0 / 3, 1e-6);
}

TEST(Diff, ScopeIsWhatIsInEither) {
  const auto before = world("1,One,A,1,,\n2,Two,B,1,,\n3,Three,A,2,,\n");
  const auto after = world("1,One,A,2,,\n2,Two,B,1,,\n4,Four,B,8,,\n");
  const auto south = diff_of(before, after, {.region = "s"});
  EXPECT_THAT(pledges_in_words(before, after, south), ElementsAre("added ->4"));
  EXPECT_EQ(south.unchanged, 1U);
  const auto first = diff_of(before, after, {.objective = "1"});
  EXPECT_THAT(pledges_in_words(before, after, first), ElementsAre("changed 1>1 objectives:1>2"));
  EXPECT_EQ(first.pledges_before, 2U);
  EXPECT_EQ(first.pledges_after, 1U);
  const auto nowhere = diff_of(before, after, {.region = "east"});
  EXPECT_THAT(nowhere.pledges, IsEmpty());
  EXPECT_THAT(nowhere.synergies, IsEmpty());
  EXPECT_THAT(nowhere.coverage, IsEmpty());
}

TEST(Diff, OnlyWhatIsStated) {
  auto before = world("1,One,A,1;~2,~announced,\n");
  auto after = world("1,One,A,1;2,completed,\n");
  EXPECT_EQ(diff_of(before, after).pledges[0].fields.size(), 2U);
  before = World(std::move(before.data), true);
  after = World(std::move(after.data), true);
  const auto stated = diff_of(before, after);
  EXPECT_THAT(pledges_in_words(before, after, stated),
              ElementsAre("changed 1>1 objectives:1>1;2 status:>completed"));
}

TEST(Diff, TwinsUnderOneTitleAreNotRenamed) {
  const auto before = world("1,Same,A,1,,\n2,Same,A,1,,\n");
  const auto after = world("3,Same,A,1,,\n");
  EXPECT_THAT(pledges_in_words(before, after, diff_of(before, after)),
              ElementsAre("added ->3", "removed 1>-", "removed 2>-"));
}

TEST(Diff, OtherFacetsAreRefused) {
  const auto before = world("1,One,A,1,,\n");
  auto data = world("1,One,A,1,,\n").data;
  data.info.facets[0].key = "goal";
  const World after(std::move(data));
  EXPECT_FALSE(compare_frames(before.data, after.data).same_facet);
  EXPECT_THROW(static_cast<void>(diff_of(before, after)), PreconditionError);
}

// --- whole worlds ---

/// A second recording of a world: rows changed, left out, renamed and added.
NamedTables later(const NamedTables& tables, std::uint64_t seed) {
  Rng rng(seed);
  NamedTables out = tables;
  for (auto& [name, csv] : out) {
    if (name != "pledges") continue;
    std::string changed = csv.substr(0, csv.find('\n') + 1);
    for (auto row : support::detail::rows_of(csv)) {
      const auto dice = rng.below(6);
      if (dice == 0) continue;
      if (dice == 1)
        if (const auto at = row.find("announced"); at != std::string::npos)
          row.replace(at, 9, "completed");
      changed += row;
    }
    changed += "new,X00;X01,1;~2,,,,,\n";
    csv = changed;
  }
  return out;
}

using Cells = std::map<std::string, std::string>;

/// The rows of a CSV text of plain cells, by id.
std::map<std::string, Cells> rows_by_id(const NamedTables& tables, const std::string& table) {
  const auto cells = [](std::string line) {
    std::vector<std::string> out(1);
    for (const char c : line)
      if (c == ',')
        out.emplace_back();
      else if (c != '\n')
        out.back() += c;
    return out;
  };
  std::map<std::string, Cells> out;
  for (const auto& [name, csv] : tables) {
    if (name != table) continue;
    const auto header = cells(csv.substr(0, csv.find('\n')));
    for (const auto& row : support::detail::rows_of(csv)) {
      const auto values = cells(row);
      for (std::size_t c = 0; c < header.size(); ++c) out[values[0]][header[c]] = values[c];
    }
  }
  return out;
}

std::set<std::string> pledging(const std::map<std::string, Cells>& pledges) {
  std::set<std::string> out;
  for (const auto& [id, row] : pledges)
    for (const auto actor : text::split_list(row.at("actors"))) out.emplace(actor);
  return out;
}

std::string bare(std::string cell) {
  if (cell.starts_with('~')) cell.erase(0, 1);
  return cell.empty() ? "unknown" : cell;
}

TEST(Diff, IsWhatMapsOfTextsSay) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const auto a = support::random_world(seed), b = later(a, seed);
    const World before(a), after(b);
    const auto diff = diff_of(before, after);
    const auto old_rows = rows_by_id(a, "pledges"), new_rows = rows_by_id(b, "pledges");
    std::set<std::string> added, removed, changed;
    std::map<std::pair<std::string, std::string>, std::size_t> transitions;
    for (const auto& [id, row] : new_rows)
      if (!old_rows.contains(id)) added.insert(id);
    for (const auto& [id, row] : old_rows) {
      const auto same = new_rows.find(id);
      if (same == new_rows.end()) {
        removed.insert(id);
        continue;
      }
      if (row != same->second) changed.insert(id);
      ++transitions[{bare(row.at("status")), bare(same->second.at("status"))}];
    }
    std::set<std::string> got_added, got_removed, got_changed;
    for (const auto& p : diff.pledges) {
      if (p.change == PledgeChange::added) got_added.insert(id_of(after, p.after));
      if (p.change == PledgeChange::removed) got_removed.insert(id_of(before, p.before));
      if (p.change == PledgeChange::changed) got_changed.insert(id_of(after, p.after));
    }
    EXPECT_EQ(got_added, added) << seed;
    EXPECT_EQ(got_removed, removed) << seed;
    EXPECT_EQ(got_changed, changed) << seed;
    for (std::size_t x = 0; x < 5; ++x)
      for (std::size_t y = 0; y < 5; ++y) {
        const std::pair words(std::string(word(static_cast<Status>(x))),
                              std::string(word(static_cast<Status>(y))));
        EXPECT_EQ(diff.transitions[x][y], transitions[words]) << seed;
      }
    const auto old_actors = pledging(old_rows), new_actors = pledging(new_rows);
    std::size_t joined = 0, left = 0;
    for (const auto& id : new_actors) joined += old_actors.contains(id) ? 0U : 1U;
    for (const auto& id : old_actors) left += new_actors.contains(id) ? 0U : 1U;
    ASSERT_FALSE(diff.groups.empty());
    EXPECT_EQ(diff.groups[0].joined, joined) << seed;
    EXPECT_EQ(diff.groups[0].left, left) << seed;
    EXPECT_EQ(diff.groups[0].before, old_actors.size()) << seed;
    EXPECT_EQ(diff.groups[0].after, new_actors.size()) << seed;
  }
}

TEST(Diff, WithItselfIsEmptyInAnyOrderOfRows) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto tables = support::random_world(seed);
    const World before(tables), after(support::shuffled(tables, seed));
    const auto diff = diff_of(before, after);
    EXPECT_THAT(diff.pledges, IsEmpty());
    EXPECT_THAT(diff.actors, IsEmpty());
    EXPECT_THAT(diff.synergies, IsEmpty());
    EXPECT_THAT(diff.coverage, IsEmpty());
    EXPECT_EQ(diff.unchanged, before.data.pledges.size());
  }
}

TEST(Diff, TheOtherWayRoundIsTheMirror) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto a = support::random_world(seed), b = later(a, seed + 100);
    const World first(a), second(b);
    const auto there = diff_of(first, second, {.top = 0}),
               back = diff_of(second, first, {.top = 0});
    std::multiset<std::string> x, y;
    for (const auto& p : there.pledges) {
      x.insert(id_of(first, p.before) + id_of(second, p.after) + std::to_string(p.fields.size()));
    }
    for (const auto& p : back.pledges)
      y.insert(id_of(first, p.after) + id_of(second, p.before) + std::to_string(p.fields.size()));
    EXPECT_EQ(x, y);
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_EQ(there.added[i], back.removed[i]);
      for (std::size_t k = 0; k < 5; ++k)
        EXPECT_EQ(there.transitions[i][k], back.transitions[k][i]);
    }
    ASSERT_EQ(there.synergies.size(), back.synergies.size());
    EXPECT_EQ(there.pairs_compared, back.pairs_compared);
    std::multiset<std::pair<double, double>> p, q;
    for (const auto& s : there.synergies) p.emplace(s.score_before, s.score_after);
    for (const auto& s : back.synergies) q.emplace(s.score_after, s.score_before);
    EXPECT_EQ(p, q);
    ASSERT_EQ(there.coverage.size(), back.coverage.size());
    for (std::size_t i = 0; i < there.coverage.size(); ++i) {
      EXPECT_EQ(there.coverage[i].before, back.coverage[i].after);
      EXPECT_EQ(there.coverage[i].after, back.coverage[i].before);
    }
    for (std::size_t i = 0; i < there.groups.size(); ++i) {
      EXPECT_EQ(there.groups[i].joined, back.groups[i].left);
      EXPECT_EQ(there.groups[i].before, back.groups[i].after);
    }
  }
}

TEST(Diff, OneMorePledgeIsOneMoreRow) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto tables = support::random_world(seed);
    const World before(tables),
        after(support::with_row(tables, "pledges", "zz,X03,1,health,announced,,,"));
    const auto diff = diff_of(before, after);
    ASSERT_EQ(diff.pledges.size(), 1U);
    EXPECT_EQ(diff.pledges[0].change, PledgeChange::added);
    EXPECT_EQ(id_of(after, diff.pledges[0].after), "zz");
    EXPECT_EQ(diff.unchanged, before.data.pledges.size());
  }
}

}  // namespace
}  // namespace coopnet
