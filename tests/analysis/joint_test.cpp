#include "coopnet/analysis/joint.hpp"

#include <gmock/gmock.h>

#include <set>

#include "coopnet/core/rng.hpp"
#include "support/datasets.hpp"

namespace coopnet {
namespace {

using testing::ElementsAre;

struct Loaded {
  Dataset data;
  Selection selection;
  Relations relations;
  explicit Loaded(Dataset d)
      : data(std::move(d)), selection(data), relations(build_relations(data, selection)) {}
};

const std::string header = "id,kind,regions\n";
const support::NamedTables base{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags", "facet,key\nobjective,1\nobjective,2\n"},
    {"actors", header + "XAA,state,n\nXBB,un_entity,s\nXCC,civil_society,n\nXDD,state,n\n"},
    {"pledges",
     "id,actors,objectives,themes\nP1,XAA,1,t\nP2,XBB,1,t\nP3,XCC,1,t\nP4,XDD,1,u\nP5,XDD,2,t\n"},
};

TEST(JointGroups, NeedACommonObjectiveSomethingFurtherAndTwoRegions) {
  const Loaded l(support::build(base));
  const auto groups = find_joint_groups(l.data, l.relations, l.selection);
  ASSERT_EQ(groups.groups.size(), 1U);
  EXPECT_THAT(groups.groups[0].items, ElementsAre(0U, 1U, 2U));
  EXPECT_EQ(groups.groups[0].regions.size(), 2U);
  EXPECT_EQ(groups.groups[0].shared_by_all.size(), 2U);
  EXPECT_DOUBLE_EQ(groups.groups[0].mean_score, 1.0);
  EXPECT_TRUE(groups.complete);
}

TEST(JointGroups, StopWhereTheyAreTold) {
  const Loaded l(support::build(base));
  JointGroupOptions options;
  options.most_steps = 1;
  EXPECT_FALSE(find_joint_groups(l.data, l.relations, l.selection, options).complete);
}

/// All subsets of two to five pledges, by the definition.
std::set<std::set<std::uint32_t>> slow_groups(const Loaded& l, TagId tag) {
  const auto items = collect_items(l.data, l.relations, l.selection, ItemKind::pledges);
  const auto carries = [&](std::uint32_t i, TagId t) {
    return l.relations.pledge_tag.contains(PledgeId(items.row[i]), t);
  };
  const auto fit = [&](std::uint32_t a, std::uint32_t b) {
    std::size_t shared = 0;
    for (std::size_t t = 0; t < l.data.tags.size(); ++t)
      shared += carries(a, TagId::at(t)) && carries(b, TagId::at(t)) ? 1U : 0U;
    return shared >= 2 && items.actors[a] != items.actors[b];
  };
  std::set<std::set<std::uint32_t>> cliques;
  for (std::uint32_t mask = 1; mask < (1U << items.size()); ++mask) {
    std::set<std::uint32_t> group;
    for (std::uint32_t i = 0; i < items.size(); ++i)
      if ((mask >> i & 1U) != 0) group.insert(i);
    bool good = group.size() >= 2 && group.size() <= 5;
    for (const auto a : group) {
      good = good && carries(a, tag);
      for (const auto b : group) good = good && (a == b || fit(a, b));
    }
    if (good) cliques.insert(group);
  }
  std::set<std::set<std::uint32_t>> out;
  for (const auto& group : cliques) {
    bool maximal = true;
    for (const auto& other : cliques)
      maximal = maximal && !(other.size() > group.size() &&
                             std::includes(other.begin(), other.end(), group.begin(), group.end()));
    std::set<RegionId> regions;
    for (const auto i : group) regions.insert(items.regions[i].begin(), items.regions[i].end());
    if ((maximal || group.size() == 5) && regions.size() >= 2) out.insert(group);
  }
  return out;
}

TEST(JointGroups, EqualTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Rng rng(seed);
    auto tables = base;
    tables[2].second = header;
    tables[3].second = "id,actors,objectives,themes\n";
    for (unsigned i = 0; i < 8; ++i) {
      tables[2].second +=
          "X" + std::to_string(i) + ",state," + (rng.below(2) == 0 ? "n" : "s") + "\n";
      tables[3].second += "P" + std::to_string(i) + ",X" + std::to_string(rng.below(i + 1)) +
                          ",1,t" + std::to_string(rng.below(2)) + ";u" +
                          std::to_string(rng.below(3)) + "\n";
    }
    const Loaded l(support::build(tables));
    const auto found = find_joint_groups(l.data, l.relations, l.selection,
                                         {.facet_weights = {}, .top = 0, .filter = {}});
    std::set<std::set<std::uint32_t>> fast;
    for (const auto& group : found.groups) fast.insert({group.items.begin(), group.items.end()});
    EXPECT_EQ(fast.size(), found.groups.size()) << "a group was met twice";
    EXPECT_EQ(fast, slow_groups(l, TagId(0))) << "seed " << seed;
  }
}

TEST(Triples, OneOfEachKindOnOneObjective) {
  const Loaded l(support::build(base));
  const auto triples = find_triples(l.data, l.relations, l.selection);
  EXPECT_THAT(triples.actors_of_kind, ElementsAre(2U, 1U, 1U));
  ASSERT_EQ(triples.triples.size(), 2U);
  const auto row = [&](std::size_t i) {
    std::string out;
    for (const auto item : triples.triples[i].items)
      out += l.data.actors[ActorId(triples.items.row[item])].id + " ";
    return out;
  };
  EXPECT_EQ(row(0), "XAA XBB XCC ");
  EXPECT_EQ(row(1), "XDD XBB XCC ");
}

}  // namespace
}  // namespace coopnet
