#include "coopnet/analysis/match.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>

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
  explicit Loaded(const std::string& csv)
      : data([&] {
          Diagnostics findings;
          auto d = support::build_flat(csv, findings);
          EXPECT_EQ(findings.errors(), 0U) << testing::PrintToString(support::codes(findings));
          return d;
        }()),
        selection(data),
        relations(build_relations(data, selection)) {}

  [[nodiscard]] MatchResult match(const MatchOptions& options) const {
    return match_partners(data, relations, selection, options);
  }
  [[nodiscard]] std::string name(const MatchResult& r, std::uint32_t item) const {
    return data.actors[ActorId(r.items.row[item])].id;
  }
  [[nodiscard]] std::vector<std::string> pairs(const MatchResult& r) const {
    std::vector<std::string> out;
    for (const auto& row : r.pairs)
      out.push_back(name(r, row.pair.a) + "-" + name(r, row.pair.b) + (row.firm ? " firm" : ""));
    return out;
  }
  [[nodiscard]] std::vector<std::string> also(const MatchResult& r) const {
    std::vector<std::string> out;
    for (const auto& row : r.also_possible) out.push_back(name(r, row.a) + "-" + name(r, row.b));
    return out;
  }
};

Loaded toy_a() {
  std::ifstream in(COOPNET_TEST_DATA "/toys/toyA_pledges.csv");
  return Loaded(std::string(std::istreambuf_iterator<char>(in), {}));
}

MatchOptions by_shared_tags() {
  MatchOptions options;
  options.synergy.measure = SynergyMeasure::shared;
  return options;
}

// Toy A, answers by an independent program: total 4, reached by two choices of partners.
TEST(Match, ToyAHasTwoBestChoices) {
  const auto toy = toy_a();
  const auto result = toy.match(by_shared_tags());
  EXPECT_EQ(result.total, 4);
  EXPECT_EQ(result.optima, 2U);
  EXPECT_FALSE(result.more_optima);
  EXPECT_EQ(result.candidates, 6U);
  const std::vector<std::string> first{"XAA-XBB", "XCC-XEE"};
  const std::vector<std::string> second{"XAA-XCC", "XBB-XDD"};
  const bool is_first = toy.pairs(result) == first;
  EXPECT_THAT(toy.pairs(result), testing::UnorderedElementsAreArray(is_first ? first : second));
  EXPECT_THAT(toy.also(result), testing::UnorderedElementsAreArray(is_first ? second : first));
  ASSERT_EQ(result.unmatched.size(), 1U);
  EXPECT_EQ(result.unmatched[0].reason, NoPartner::worth_elsewhere);
}

TEST(Match, ToyAAcrossRegionsHasOne) {
  const auto toy = toy_a();
  auto options = by_shared_tags();
  options.synergy.filter.across_regions = true;
  const auto result = toy.match(options);
  EXPECT_EQ(result.total, 4);
  EXPECT_EQ(result.optima, 1U);
  EXPECT_THAT(toy.pairs(result), UnorderedElementsAre("XAA-XCC firm", "XBB-XDD firm"));
  ASSERT_EQ(result.unmatched.size(), 1U);
  EXPECT_EQ(toy.name(result, result.unmatched[0].item), "XEE");
  EXPECT_EQ(result.unmatched[0].reason, NoPartner::no_candidate)
      << "XEE shares objectives with XCC alone, which lies in the same region";
}

TEST(Match, SaysWhyThereIsNoPartner) {
  // A and B share 1 and 2, C shares 1 with both; D shares nothing; E carries no objective.
  const Loaded l(
      "id,actors,objectives\n"
      "P1,XAA,1;2\nP2,XBB,1;2\nP3,XCC,1\nP4,XDD,9\nP5,XEE,\n");
  const auto result = l.match(by_shared_tags());
  EXPECT_THAT(l.pairs(result), ElementsAre("XAA-XBB firm"));
  ASSERT_EQ(result.unmatched.size(), 3U);
  EXPECT_EQ(result.unmatched[0].reason, NoPartner::worth_elsewhere);
  EXPECT_EQ(result.unmatched[0].candidates, 2U);
  ASSERT_EQ(result.unmatched[0].nearest.size(), 2U);
  EXPECT_EQ(l.name(result, *result.unmatched[0].nearest[0].partner), "XBB");
  EXPECT_EQ(result.unmatched[1].reason, NoPartner::no_candidate);
  EXPECT_EQ(result.unmatched[2].reason, NoPartner::no_tags);
}

// Path B - A - C - D with 2, 3, 2: the heaviest pair alone gives 3, two pairs give 4. With 1, 3, 1
// the middle pair is best, and most pairs first gives 2.
TEST(Match, MostPairsFirst) {
  const Loaded l(
      "id,actors,objectives\n"
      "P1,XBB,1\nP2,XAA,1;2;3;4\nP3,XCC,2;3;4;5\nP4,XDD,5\n");
  auto options = by_shared_tags();
  EXPECT_THAT(l.pairs(l.match(options)), ElementsAre("XAA-XCC firm"));
  options.most_pairs = true;
  const auto result = l.match(options);
  EXPECT_EQ(result.total, 2);
  EXPECT_THAT(l.pairs(result), UnorderedElementsAre("XAA-XBB firm", "XCC-XDD firm"));
}

TEST(Match, NobodyIsNoError) {
  const Loaded l("id,actors,objectives\nP1,XAA,1\n");
  const auto result = l.match({});
  EXPECT_THAT(result.pairs, IsEmpty());
  EXPECT_EQ(result.total, 0);
  EXPECT_EQ(result.optima, 1U);
  EXPECT_EQ(result.unmatched.size(), 1U);
}

/// The greatest total of any choice of partners, by trying all.
std::int64_t best_total(const std::vector<std::vector<std::int64_t>>& weight, std::uint32_t used) {
  std::size_t first = 0;
  while (first < weight.size() && ((used >> first) & 1U) != 0) ++first;
  if (first == weight.size()) return 0;
  std::int64_t best = best_total(weight, used | 1U << first);
  for (std::size_t other = first + 1; other < weight.size(); ++other)
    if (((used >> other) & 1U) == 0 && weight[first][other] > 0)
      best = std::max(best,
                      weight[first][other] + best_total(weight, used | 1U << first | 1U << other));
  return best;
}

class MatchSeeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(MatchSeeds, EqualsTheBestOfAllChoices) {
  Rng rng(GetParam());
  const std::size_t actors = 3 + rng.below(5);
  std::string csv = "id,actors,region,objectives\n";
  std::vector<std::uint32_t> tags(actors);
  std::vector<std::uint64_t> region(actors);
  for (std::size_t a = 0; a < actors; ++a) {
    region[a] = rng.below(2);
    csv += "P" + std::to_string(a) + ",XA" + static_cast<char>('A' + a) + ",R" +
           std::to_string(region[a]) + ",";
    for (std::uint32_t o = 1; o <= 6; ++o)
      if (rng.below(2) == 0) {
        csv += (csv.back() == ',' ? "" : ";") + std::to_string(o);
        tags[a] |= 1U << o;
      }
    csv += "\n";
  }
  const bool across = rng.below(2) == 0;
  std::vector<std::vector<std::int64_t>> weight(actors, std::vector<std::int64_t>(actors));
  for (std::size_t a = 0; a < actors; ++a)
    for (std::size_t b = 0; b < actors; ++b)
      if (!across || region[a] != region[b]) weight[a][b] = __builtin_popcount(tags[a] & tags[b]);
  auto options = by_shared_tags();
  options.synergy.filter.across_regions = across;
  const auto result = Loaded(csv).match(options);
  EXPECT_EQ(result.total, best_total(weight, 0)) << csv;
}

INSTANTIATE_TEST_SUITE_P(Random, MatchSeeds, testing::Range<std::uint64_t>(0, 40));

}  // namespace
}  // namespace coopnet
