#include "coopnet/analysis/needs_match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coopnet/core/rng.hpp"
#include "coopnet/io/csv.hpp"
#include "support/datasets.hpp"

namespace coopnet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

NeedsProblem problem_of(const std::string& csv) {
  Diagnostics findings;
  const auto raw = io::read_csv(csv, "n.csv", "flat", {}, findings);
  NeedsProblem out;
  out.table = read_needs_offers(raw, "fit", findings);
  EXPECT_EQ(findings.all().size(), 0U);
  return out;
}

// Toy B; its answers come from exact enumeration by another program.
NeedsProblem toy_b() {
  return problem_of(
      "offer,offer_capacity,need,need_capacity,fit\n"
      "O1,2,N1,3,9\nO1,2,N2,3,8\nO1,2,N3,2,2\nO2,2,N1,3,8\nO2,2,N2,3,7\nO2,2,N3,2,3\n"
      "O3,1,N1,3,6\nO3,1,N2,3,5\nO3,1,N3,2,1\n");
}

std::vector<std::string> pairs(const NeedsProblem& p, const NeedsMatch& m) {
  std::vector<std::string> out;
  for (const auto& row : m.pairs)
    out.push_back(p.table.offers[row.offer].id + "-" + p.table.needs[row.need].id +
                  (row.amount == 1 ? "" : "*" + std::to_string(row.amount)) +
                  (row.firm ? " firm" : ""));
  return out;
}

std::vector<std::int64_t> received(const NeedsProblem& p, const NeedsMatch& m) {
  std::vector<std::int64_t> out(p.table.needs.size());
  for (const auto& row : m.pairs) out[row.need] += row.amount;
  std::sort(out.begin(), out.end());
  return out;
}

TEST(NeedsMatch, ToyB) {
  const auto toy = toy_b();
  const auto m = match_needs(toy);
  EXPECT_EQ(m.total, 38);
  EXPECT_EQ(m.optima, 1U);
  EXPECT_THAT(pairs(toy, m),
              ElementsAre("O1-N1 firm", "O1-N2 firm", "O2-N1 firm", "O2-N2 firm", "O3-N1 firm"));
  ASSERT_EQ(m.open.size(), 2U);
  EXPECT_EQ(toy.table.needs[m.open[1].need].id, "N3");
  EXPECT_EQ(m.open[1].received, 0);
  EXPECT_EQ(m.open[1].reason, OpenReason::elsewhere);
  EXPECT_EQ(toy.table.fits[m.open[1].nearest[0]].fit, 3);
}

TEST(NeedsMatch, ToyBWithAFloorAndAsEvenAsCanBe) {
  const auto toy = toy_b();
  const auto floor = match_needs(toy, {.floor = 1});
  EXPECT_EQ(floor.total, 34);
  EXPECT_EQ(floor.unconstrained_total, 38);
  ASSERT_EQ(floor.floor_curve.size(), 3U);
  EXPECT_EQ(floor.floor_curve[1].total, 34);
  EXPECT_EQ(floor.floor_curve[2].total, std::nullopt);

  const auto even = match_needs(toy, {.leximin = true});
  EXPECT_EQ(even.total, 33);
  EXPECT_EQ(even.optima, 3U);
  EXPECT_THAT(received(toy, even), ElementsAre(1, 2, 2));
  std::vector<std::string> firm;
  for (const auto& pair : pairs(toy, even))
    if (pair.ends_with(" firm")) firm.push_back(pair);
  EXPECT_THAT(firm, ElementsAre("O1-N1 firm", "O1-N2 firm"));

  const auto two = match_needs(toy, {.floor = 2});
  EXPECT_FALSE(two.feasible);
  EXPECT_THAT(two.pairs, IsEmpty());
  EXPECT_EQ(two.shortage_required, 6);
  EXPECT_EQ(two.shortage_available, 5);
}

TEST(NeedsMatch, ToyBAsTransport) {
  const auto toy = toy_b();
  const auto count = [&](const NeedsMatchOptions& options, std::uint64_t optima) {
    const auto m = match_needs(toy, options);
    EXPECT_EQ(m.optima, optima);
    for (const auto& row : m.pairs) EXPECT_FALSE(row.firm);
  };
  count({.per_pair = 9}, 5);
  count({.per_pair = 9, .floor = 1}, 5);
  count({.per_pair = 9, .leximin = true}, 7);
}

TEST(NeedsMatch, SaysWhyANeedStaysOpen) {
  const auto p = problem_of(
      "offer,offer_capacity,need,need_capacity,fit\n"
      "A,1,none,0,5\nA,1,misfit,1,-2\nZ,0,late,1,3\nA,1,best,1,9\nA,1,second,1,4\n"
      "A,1,greedy,5,1\n");
  const auto m = match_needs(p);
  EXPECT_EQ(m.total, 9);
  std::vector<std::pair<std::string, OpenReason>> open;
  for (const auto& row : m.open) open.emplace_back(p.table.needs[row.need].id, row.reason);
  EXPECT_THAT(open, testing::UnorderedElementsAre(std::pair("none", OpenReason::no_capacity),
                                                  std::pair("misfit", OpenReason::no_offer),
                                                  std::pair("late", OpenReason::offers_have_none),
                                                  std::pair("second", OpenReason::elsewhere),
                                                  std::pair("greedy", OpenReason::elsewhere)));
}

TEST(NeedsMatch, AnOfferThatGivesAllItMayIsSaid) {
  const auto p = problem_of("offer,offer_capacity,need,need_capacity,fit\nA,5,X,3,1\n");
  const auto m = match_needs(p);
  ASSERT_EQ(m.open.size(), 1U);
  EXPECT_EQ(m.open[0].reason, OpenReason::all_that_fits);
  ASSERT_EQ(m.unused.size(), 1U);
  EXPECT_EQ(m.unused[0].given, 1);
}

TEST(NeedsMatch, StableHasNoPairThatWouldRatherHaveEachOther) {
  const auto toy = toy_b();
  for (const auto side : {NeedsProposer::offers, NeedsProposer::needs}) {
    const auto m = match_needs_stable(toy, side);
    EXPECT_TRUE(m.stable);
    EXPECT_LE(m.total, m.unconstrained_total);
    for (const auto& fit : toy.table.fits) {
      const auto would = [&](bool of_offer, std::uint32_t party, std::int64_t capacity) {
        std::int64_t better = 0;
        for (const auto& row : m.pairs)
          better += ((of_offer ? row.offer : row.need) == party && row.fit >= fit.fit) ? 1 : 0;
        return better < capacity;
      };
      const bool together = std::any_of(m.pairs.begin(), m.pairs.end(), [&](const auto& row) {
        return row.offer == fit.offer && row.need == fit.need;
      });
      EXPECT_FALSE(!together && would(true, fit.offer, toy.table.offers[fit.offer].capacity) &&
                   would(false, fit.need, toy.table.needs[fit.need].capacity));
    }
  }
}

// N states a need on 1, M offers on 1 and on 2; N's own offer does not serve N; U says neither.
const support::NamedTables dataset{
    {"tags", "id,facet,key\nobjective:1,objective,1\nobjective:2,objective,2\n"},
    {"actors", "id,kind\nMMM,state\nNNN,state\nUUU,state\n"},
    {"pledges",
     "id,actors,objectives,offer_or_need,commitment_type,answers\n"
     "P1,NNN,1,need,policy,\nP2,MMM,1;2,offer,financial,\nP3,NNN,1,offer,,\nP4,UUU,1,,policy,\n"
     "P5,UUU,2,,technical,P4\n"},
    {"practices", "id,actor,kind,objectives\nr1,NNN,need,2\nr2,MMM,practice,2\n"}};

TEST(NeedsMatch, NeedsAndOffersOfADataset) {
  Diagnostics findings;
  const Dataset data = support::build(dataset, findings);
  EXPECT_EQ(findings.errors(), 0U) << testing::PrintToString(support::codes(findings));
  const Selection selection(data);
  const auto relations = build_relations(data, selection);
  const auto p = collect_needs(data, relations, selection, {}, 2);
  const auto ids = [](const auto& side) {
    std::vector<std::string> out;
    for (const auto& party : side) out.push_back(party.id);
    return out;
  };
  EXPECT_THAT(ids(p.table.offers), ElementsAre("P2", "P3"));
  EXPECT_THAT(ids(p.table.needs), ElementsAre("P1", "r1"));
  EXPECT_EQ(p.table.offers[0].capacity, 2);
  ASSERT_EQ(p.table.fits.size(), 2U) << "P3 and the needs are of one actor";
  EXPECT_EQ(data.tags[p.shared[0][0].tag].key, "1");
  EXPECT_EQ(data.tags[p.shared[1][0].tag].key, "2");
  const auto m = match_needs(p);
  EXPECT_EQ(m.pairs.size(), 2U);

  const auto unsupported = collect_unsupported(data, relations, selection, {});
  EXPECT_THAT(ids(unsupported.table.needs), ElementsAre("P1")) << "P5 says that it answers P4";
  EXPECT_THAT(ids(unsupported.table.offers), ElementsAre("P2", "P5"));
}

/// The greatest total by trying, for each need in turn, every set of offers.
std::int64_t best_total(const NeedsProblem& p, std::size_t need, std::vector<std::int64_t>& left) {
  if (need == p.table.needs.size()) return 0;
  std::vector<const NeedsOffers::Fit*> own;
  for (const auto& fit : p.table.fits)
    if (fit.need == need && fit.fit > 0) own.push_back(&fit);
  std::int64_t best = 0;
  for (std::uint32_t chosen = 0; chosen < (1U << own.size()); ++chosen) {
    if (__builtin_popcount(chosen) > p.table.needs[need].capacity) continue;
    std::int64_t total = 0;
    bool possible = true;
    for (std::size_t i = 0; i < own.size(); ++i)
      if ((chosen >> i & 1U) != 0) {
        total += own[i]->fit;
        possible = --left[own[i]->offer] >= 0 && possible;
      }
    if (possible) best = std::max(best, total + best_total(p, need + 1, left));
    for (std::size_t i = 0; i < own.size(); ++i)
      if ((chosen >> i & 1U) != 0) ++left[own[i]->offer];
  }
  return best;
}

class NeedsSeeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(NeedsSeeds, EqualTheBestOfAllChoices) {
  Rng rng(GetParam());
  std::string csv = "offer,offer_capacity,need,need_capacity,fit\n";
  const auto offers = 1 + rng.below(3), needs = 1 + rng.below(3);
  std::vector<std::uint64_t> offer_capacity, need_capacity;
  for (std::size_t o = 0; o < offers; ++o) offer_capacity.push_back(rng.below(3));
  for (std::size_t n = 0; n < needs; ++n) need_capacity.push_back(rng.below(3));
  for (std::size_t o = 0; o < offers; ++o)
    for (std::size_t n = 0; n < needs; ++n)
      csv += "O" + std::to_string(o) + "," + std::to_string(offer_capacity[o]) + ",N" +
             std::to_string(n) + "," + std::to_string(need_capacity[n]) + "," +
             std::to_string(static_cast<std::int64_t>(rng.below(7)) - 1) + "\n";
  const auto p = problem_of(csv);
  std::vector<std::int64_t> left;
  for (const auto& offer : p.table.offers) left.push_back(offer.capacity);
  EXPECT_EQ(match_needs(p).total, best_total(p, 0, left)) << csv;
}

INSTANTIATE_TEST_SUITE_P(Random, NeedsSeeds, testing::Range<std::uint64_t>(0, 60));

}  // namespace
}  // namespace coopnet
