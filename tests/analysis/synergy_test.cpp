#include "coopnet/analysis/synergy.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "coopnet/core/rng.hpp"
#include "support/datasets.hpp"

namespace coopnet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string toy_a() {
  std::ifstream in(COOPNET_TEST_DATA "/toys/toyA_pledges.csv");
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct Loaded {
  Dataset data;
  Selection selection;
  Relations relations;
  explicit Loaded(Dataset d)
      : data(std::move(d)), selection(data), relations(build_relations(data, selection)) {}
  SynergyResult find(const SynergyOptions& options = {}) const {
    return find_synergies(data, relations, selection, options);
  }
};

Loaded load_flat(const std::string& csv) {
  Diagnostics findings;
  auto data = support::build_flat(csv, findings);
  EXPECT_TRUE(findings.all().empty()) << testing::PrintToString(support::codes(findings));
  return Loaded(std::move(data));
}

std::string name(const Loaded& l, const SynergyResult& r, std::uint32_t item) {
  return r.items.kind == ItemKind::actors ? l.data.actors[ActorId(r.items.row[item])].id
                                          : l.data.pledges[PledgeId(r.items.row[item])].id;
}

std::vector<std::string> shared_keys(const Loaded& l, const SynergyPair& pair) {
  std::vector<std::string> keys;
  for (const auto& tag : pair.shared) keys.push_back(l.data.tags[tag.tag].key);
  return keys;
}

// Toy A, answers by an independent program: XAA-XBB share 1, 2, 8 (0.75), and so on; four of the
// ten pairs share nothing.
TEST(Synergy, ToyAByActors) {
  const auto toy = load_flat(toy_a());
  SynergyOptions options;
  options.of = ItemKind::actors;
  options.measure = SynergyMeasure::jaccard;
  const auto result = toy.find(options);
  ASSERT_EQ(result.pairs.size(), 6U);
  EXPECT_EQ(result.sharing_pairs, 6U);
  const auto row = [&](std::size_t i) {
    const auto& p = result.pairs[i];
    return name(toy, result, p.a) + "-" + name(toy, result, p.b);
  };
  EXPECT_EQ(row(0), "XAA-XBB");
  EXPECT_DOUBLE_EQ(result.pairs[0].score, 0.75);
  EXPECT_THAT(shared_keys(toy, result.pairs[0]), ElementsAre("1", "2", "8"));
  EXPECT_FALSE(result.pairs[0].across_regions);
  EXPECT_EQ(row(1), "XBB-XDD");
  EXPECT_NEAR(result.pairs[1].score, 0.666667, 5e-7);
  EXPECT_TRUE(result.pairs[1].across_regions);
  EXPECT_EQ(row(2), "XAA-XDD");
  EXPECT_DOUBLE_EQ(result.pairs[2].score, 0.5);
  EXPECT_EQ(row(3), "XAA-XCC");
  EXPECT_DOUBLE_EQ(result.pairs[3].score, 0.4);
  EXPECT_EQ(row(4), "XCC-XEE");
  EXPECT_DOUBLE_EQ(result.pairs[4].score, 0.25);
  EXPECT_THAT(shared_keys(toy, result.pairs[4]), ElementsAre("21"));
  EXPECT_EQ(row(5), "XBB-XCC");
  EXPECT_DOUBLE_EQ(result.pairs[5].score, 0.2);
}

TEST(Synergy, SharedCountsAreCounts) {
  const auto toy = load_flat(toy_a());
  SynergyOptions options;
  options.of = ItemKind::actors;
  options.measure = SynergyMeasure::shared;
  const auto result = toy.find(options);
  std::vector<double> counts;
  for (const auto& pair : result.pairs) counts.push_back(pair.score);
  EXPECT_THAT(counts, ElementsAre(3, 2, 2, 2, 1, 1));
  options.minimum_numerator = 2;
  EXPECT_EQ(toy.find(options).pairs.size(), 4U);
}

// Five pledges, N = 5. P1 and P2 share objective 1 (carried by 3) and theme t (by 2):
// w(1) = 4 log2(6/3) = 4, w(t) = 2 log2(6/2) = 3.17; P1 has also principle p (by 1): log2(6)
// = 2.58.
const support::NamedTables weighted{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags", "facet,key\nobjective,1\nobjective,2\nprinciple,p\n"},
    {"actors", "id,kind,regions\nXAA,state,n\nXBB,state,s\nXCC,civil_society,\nXDD,un_entity,s\n"},
    {"forums", "id,name\nf1,One\nf2,Two\n"},
    {"memberships", "forum,actor,role\nf1,XAA,member\nf1,XBB,chair\nf2,XAA,member\n"},
    {"agreements", "id,kind,title\na1,mou,Deal\n"},
    {"parties", "agreement,actor\na1,XAA\na1,XBB\n"},
    {"pledges",
     "id,actors,objectives,themes,principles,status,offer_or_need,answers,flags\n"
     "P1,XAA,1,t,p,completed,,,same\n"
     "P2,XBB,~1,t,,announced,,P1,same\n"
     "P3,XCC,1,u,,,,,same\n"
     "P4,XAA,2,v,,,offer,,\n"
     "P5,XDD,2,w,,,need,,\n"},
    {"practices", "id,actor,kind,objectives\nq1,XBB,need,1\n"},
};

TEST(Synergy, DefaultScoreByHand) {
  const Loaded l(support::build(weighted));
  const auto result = l.find();
  ASSERT_FALSE(result.pairs.empty());
  const auto& best = result.pairs[0];
  EXPECT_EQ(name(l, result, best.a) + name(l, result, best.b), "P1P2");
  const double t = 2 * std::log2(3.0);
  EXPECT_NEAR(best.score, (4 + t) / (4 + t + std::log2(6.0)), 1e-6);
  EXPECT_THAT(shared_keys(l, best), ElementsAre("1", "t"));
  EXPECT_FALSE(best.shared[0].stated_b);
  EXPECT_TRUE(best.shared[0].stated_a);
}

TEST(Synergy, SaysWhatStandsBetweenThePair) {
  const Loaded l(support::build(weighted));
  const auto best = l.find().pairs[0];
  EXPECT_TRUE(best.regions_known);
  EXPECT_TRUE(best.across_regions);
  EXPECT_THAT(best.forums, ElementsAre(ForumId(0)));
  EXPECT_THAT(best.agreements, ElementsAre(AgreementId(0)));
  EXPECT_TRUE(best.declared_match) << "P2 answers P1";
  EXPECT_THAT(best.facets_missing_a, IsEmpty());
  EXPECT_THAT(best.facets_missing_b, ElementsAre(2U)) << "no principle recorded for P2";
  ASSERT_EQ(best.complements.size(), 1U) << "completed P1 against announced P2";
  EXPECT_TRUE(best.complements[0].a_gives);
  EXPECT_EQ(best.complements[0].gives, Complement::Gives::completed_pledge);
  EXPECT_EQ(best.complements[0].asks, Complement::Asks::announced_pledge);
}

TEST(Synergy, AnOfferMeetsANeed) {
  const Loaded l(support::build(weighted));
  SynergyOptions options;
  options.filter.pledge = l.data.pledges.find("P5");
  const auto result = l.find(options);
  ASSERT_EQ(result.pairs.size(), 1U);
  ASSERT_EQ(result.pairs[0].complements.size(), 1U);
  EXPECT_EQ(result.pairs[0].complements[0].gives, Complement::Gives::offer);
  EXPECT_EQ(result.pairs[0].complements[0].giving_row, "P4");
  EXPECT_EQ(result.pairs[0].complements[0].asking_row, "P5");
}

TEST(Synergy, FiltersChooseButNeverChangeAScore) {
  const Loaded l(support::build(weighted));
  const auto all = l.find();
  const auto score_of = [&](std::uint32_t a, std::uint32_t b) {
    for (const auto& pair : all.pairs)
      if (pair.a == a && pair.b == b) return pair.score;
    return -1.0;
  };
  std::vector<SynergyOptions> filtered(6);
  filtered[0].filter.across_regions = true;
  filtered[1].filter.between = {{ActorKind::state, ActorKind::civil_society}};
  filtered[2].filter.region = l.data.regions.find("n");
  filtered[3].filter.tag = l.data.find_tag(0, "2");
  filtered[4].filter.actor = l.data.actors.find("XCC");
  filtered[5].filter.kinds = {ActorKind::state};
  const std::vector<std::size_t> expected{2, 2, 3, 1, 2, 1};
  for (std::size_t i = 0; i < filtered.size(); ++i) {
    const auto result = l.find(filtered[i]);
    EXPECT_EQ(result.pairs.size(), expected[i]) << "filter " << i;
    EXPECT_EQ(result.sharing_pairs, expected[i]);
    for (const auto& pair : result.pairs) EXPECT_EQ(pair.score, score_of(pair.a, pair.b));
  }
}

TEST(Synergy, StatedOnlyForgetsWhatIsInferred) {
  Loaded l(support::build(weighted));
  l.selection.stated_only = true;
  l.relations = build_relations(l.data, l.selection);
  const auto result = l.find();
  for (const auto& pair : result.pairs)
    for (const auto& tag : pair.shared) EXPECT_TRUE(tag.stated_a && tag.stated_b);
  EXPECT_THAT(shared_keys(l, result.pairs[0]), ElementsAre("2"));
}

TEST(Synergy, FlagsNeverScore) {
  const auto with = Loaded(support::build(weighted)).find();
  auto tables = weighted;
  auto& csv = tables[7].second;
  for (auto at = csv.find("same"); at != std::string::npos; at = csv.find("same"))
    csv.replace(at, 4, "x");
  const auto without = Loaded(support::build(tables)).find();
  ASSERT_EQ(with.pairs.size(), without.pairs.size());
  for (std::size_t i = 0; i < with.pairs.size(); ++i)
    EXPECT_EQ(with.pairs[i].parts, without.pairs[i].parts);
}

TEST(Synergy, PledgesOfOneActorAreLeftOutUnlessAskedFor) {
  const auto l = load_flat("pledge_id,actor,objective\nP1,XAA,1\nP2,XAA,1\nP3,XBB,1\n");
  EXPECT_EQ(l.find().pairs.size(), 2U);
  SynergyOptions options;
  options.filter.same_actor = true;
  EXPECT_EQ(l.find(options).pairs.size(), 3U);
}

TEST(Synergy, AMinimumNobodyReachesIsExplained) {
  const auto toy = load_flat(toy_a());
  SynergyOptions options;
  options.of = ItemKind::actors;
  options.measure = SynergyMeasure::jaccard;
  options.minimum_numerator = 9;
  options.minimum_denominator = 10;
  const auto result = toy.find(options);
  EXPECT_TRUE(result.pairs.empty());
  ASSERT_TRUE(result.best_below_minimum);
  EXPECT_DOUBLE_EQ(*result.best_below_minimum, 0.75);
  options.minimum_numerator = 3;
  options.minimum_denominator = 4;
  EXPECT_EQ(toy.find(options).pairs.size(), 1U) << "0.75 itself reaches 0.75";
}

TEST(Synergy, ExplainedPairEqualsItsRow) {
  const Loaded l(support::build(weighted));
  const auto result = l.find();
  for (const auto& pair : result.pairs) {
    const std::array turned{std::pair(pair.b, pair.a)};
    const auto again =
        compare_items(l.data, l.relations, l.selection, {}, result.items, turned).front();
    EXPECT_EQ(again.parts, pair.parts);
    EXPECT_EQ(again.a, pair.a);
  }
}

// Metamorphic: an actor without pledges changes nothing; renaming changes only names.
TEST(Synergy, AnIsolatedActorChangesNothing) {
  const auto before = Loaded(support::build(weighted)).find();
  auto tables = weighted;
  tables[2].second += "XZZ,state,n\n";
  const auto after = Loaded(support::build(tables)).find();
  ASSERT_EQ(before.pairs.size(), after.pairs.size());
  for (std::size_t i = 0; i < before.pairs.size(); ++i)
    EXPECT_EQ(before.pairs[i].parts, after.pairs[i].parts);
}

}  // namespace
}  // namespace coopnet
