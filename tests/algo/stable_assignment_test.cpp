#include "coopnet/algo/stable_assignment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/rng.hpp"

namespace coopnet::algo {
namespace {

using ::testing::ElementsAre;

/// One word a party: its list, best first, as positions in `names`.
std::vector<StableParty> side(const std::vector<std::string>& lists, const std::string& names,
                              std::uint32_t capacity) {
  std::vector<StableParty> out;
  for (const auto& list : lists) {
    StableParty party{capacity, {}};
    for (const char name : list)
      party.list.push_back({static_cast<std::uint32_t>(names.find(name)),
                            static_cast<std::uint32_t>(party.list.size())});
    out.push_back(party);
  }
  return out;
}

TEST(StableAssignment, Hospitals) {
  const StableAssignmentProblem p{side({"C", "CM", "CMG", "CGM", "MCG"}, "MCG", 1),  // A S D J L
                                  side({"DLSJ", "DASLJ", "DJL"}, "ASDJL", 2)};       // M C G
  for (const auto proposer : {Proposer::left, Proposer::right}) {
    const auto got = stable_assignment(p, proposer);
    EXPECT_TRUE(verify(p, got)) << verify(p, got).fault;
    EXPECT_FALSE(got.ties_broken);
    EXPECT_THAT(got.pairs, ElementsAre(StablePair{0, 1}, StablePair{1, 0}, StablePair{2, 1},
                                       StablePair{3, 2}, StablePair{4, 0}));
  }
}

// Each left party likes best whom likes it least.
TEST(StableAssignment, TheProposingSideGetsItsBest) {
  const StableAssignmentProblem p{side({"XY", "YX"}, "XY", 1), side({"ba", "ab"}, "ab", 1)};
  EXPECT_THAT(stable_assignment(p, Proposer::left).pairs,
              ElementsAre(StablePair{0, 0}, StablePair{1, 1}));
  EXPECT_THAT(stable_assignment(p, Proposer::right).pairs,
              ElementsAre(StablePair{0, 1}, StablePair{1, 0}));
}

StableAssignmentProblem random_problem(Rng& rng, bool ties) {
  StableAssignmentProblem p;
  p.left.resize(rng.below(9) == 0 ? 0 : 2 + rng.below(3));
  p.right.resize(rng.below(9) == 0 ? 0 : 2 + rng.below(3));
  const auto fill = [&](std::vector<StableParty>& own, std::size_t others) {
    for (auto& party : own) {
      party.capacity = rng.below(9) == 0 ? 0U : 1U + static_cast<std::uint32_t>(rng.below(2));
      for (std::uint32_t other = 0; other < others; ++other)
        if (rng.below(8) != 0) party.list.push_back({other, 0});
      rng.shuffle(party.list);
      for (std::uint32_t i = 0; i < party.list.size(); ++i) party.list[i].rank = ties ? i / 2 : i;
    }
  };
  fill(p.left, p.right.size());
  fill(p.right, p.left.size());
  return p;
}

/// Every set of pairs that is stable by its definition, straight from the lists.
class AllStable {
 public:
  explicit AllStable(const StableAssignmentProblem& p) : p_(p) {
    for (std::uint32_t l = 0; l < p.left.size(); ++l)
      for (std::uint32_t r = 0; r < p.right.size(); ++r)
        if (rank(p.left[l], r) >= 0 && rank(p.right[r], l) >= 0) pairs_.push_back({l, r});
    choose(0);
  }
  [[nodiscard]] const std::vector<std::vector<StablePair>>& found() const { return found_; }

  static int rank(const StableParty& party, std::uint32_t other) {
    for (const auto& x : party.list)
      if (x.other == other) return static_cast<int>(x.rank);
    return -1;
  }

 private:
  void choose(std::size_t i) {
    if (i == pairs_.size()) {
      if (stable()) found_.push_back(chosen_);
      return;
    }
    choose(i + 1);
    chosen_.push_back(pairs_[i]);
    if (ranks(pairs_[i], true).size() <= p_.left[pairs_[i].left].capacity &&
        ranks(pairs_[i], false).size() <= p_.right[pairs_[i].right].capacity)
      choose(i + 1);
    chosen_.pop_back();
  }

  /// Ranks of the partners that one party of the pair has.
  [[nodiscard]] std::vector<int> ranks(const StablePair& of, bool left) const {
    std::vector<int> out;
    for (const auto& pair : chosen_)
      if (left ? pair.left == of.left : pair.right == of.right)
        out.push_back(left ? rank(p_.left[of.left], pair.right)
                           : rank(p_.right[of.right], pair.left));
    return out;
  }

  [[nodiscard]] bool stable() const {
    return std::none_of(pairs_.begin(), pairs_.end(), [&](const StablePair& pair) {
      if (std::find(chosen_.begin(), chosen_.end(), pair) != chosen_.end()) return false;
      const auto wants = [](const std::vector<int>& has, std::uint32_t capacity, int rank) {
        return has.size() < capacity ||
               std::any_of(has.begin(), has.end(), [&](int other) { return rank < other; });
      };
      return wants(ranks(pair, true), p_.left[pair.left].capacity,
                   rank(p_.left[pair.left], pair.right)) &&
             wants(ranks(pair, false), p_.right[pair.right].capacity,
                   rank(p_.right[pair.right], pair.left));
    });
  }

  const StableAssignmentProblem& p_;
  std::vector<StablePair> pairs_, chosen_;
  std::vector<std::vector<StablePair>> found_;
};

std::vector<int> ranks_of(const StableParty& party, std::uint32_t left,
                          const std::vector<StablePair>& pairs) {
  std::vector<int> out;
  for (const auto& pair : pairs)
    if (pair.left == left) out.push_back(AllStable::rank(party, pair.right));
  std::sort(out.begin(), out.end());
  return out;
}

TEST(StableAssignment, BestOfAllStableOnes) {
  std::size_t choices = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Rng rng(seed);
    const auto p = random_problem(rng, false);
    const AllStable all(p);
    const auto got = stable_assignment(p);
    ASSERT_TRUE(verify(p, got)) << verify(p, got).fault;
    ASSERT_NE(all.found().end(), std::find(all.found().begin(), all.found().end(), got.pairs));
    choices += all.found().size() > 1 ? 1U : 0U;
    // A proposer has as many partners in each, and no worse ones here, place by place.
    for (const auto& other : all.found())
      for (std::uint32_t l = 0; l < p.left.size(); ++l) {
        const auto mine = ranks_of(p.left[l], l, got.pairs), theirs = ranks_of(p.left[l], l, other);
        ASSERT_EQ(mine.size(), theirs.size());
        for (std::size_t i = 0; i < mine.size(); ++i) ASSERT_LE(mine[i], theirs[i]) << seed;
      }
  }
  EXPECT_GT(choices, 20U);
}

TEST(StableAssignment, TiesAreBrokenAndSaidSo) {
  std::size_t ties = 0;
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    Rng rng(seed);
    const auto p = random_problem(rng, true);
    const auto proposer = rng.below(2) == 0 ? Proposer::left : Proposer::right;
    const auto got = stable_assignment(p, proposer);
    ASSERT_TRUE(verify(p, got)) << verify(p, got).fault;
    const AllStable all(p);
    ASSERT_NE(all.found().end(), std::find(all.found().begin(), all.found().end(), got.pairs));
    ties += got.ties_broken ? 1U : 0U;
  }
  EXPECT_GT(ties, 200U);
  StableAssignmentProblem equal{side({"X", "X"}, "X", 1), side({"ba"}, "ab", 1)};
  EXPECT_THAT(stable_assignment(equal).pairs, ElementsAre(StablePair{1, 0}));
  EXPECT_FALSE(stable_assignment(equal).ties_broken);
  for (auto& x : equal.right[0].list) x.rank = 0;
  EXPECT_THAT(stable_assignment(equal).pairs, ElementsAre(StablePair{0, 0}));
  EXPECT_TRUE(stable_assignment(equal).ties_broken);
}

TEST(StableAssignment, FaultsAreFound) {
  const StableAssignmentProblem p{side({"XY", "YX"}, "XY", 1), side({"ab", "a"}, "ab", 1)};
  const auto wrong = [&](std::vector<StablePair> pairs) {
    EXPECT_FALSE(verify(p, {std::move(pairs), false}));
  };
  EXPECT_TRUE(verify(p, {{{0, 0}}, false}));
  wrong({});
  wrong({{0, 1}, {1, 0}});  // 0 and X would rather have each other
  wrong({{0, 0}, {0, 1}});
  wrong({{0, 0}, {1, 1}});  // Y does not list 1
  wrong({{0, 0}, {0, 0}});
  wrong({{0, 2}});
}

TEST(StableAssignment, EdgeCasesAndRefusals) {
  EXPECT_TRUE(stable_assignment({}).pairs.empty());
  const StableAssignmentProblem no_room{side({"X"}, "X", 0), side({"a"}, "a", 1)};
  EXPECT_TRUE(stable_assignment(no_room).pairs.empty());
  EXPECT_TRUE(verify(no_room, {}));
  const StableAssignmentProblem twice{{{1, {{0, 0}, {0, 1}}}}, {{1, {}}}};
  EXPECT_THROW(static_cast<void>(stable_assignment(twice)), PreconditionError);
  const StableAssignmentProblem stranger{{{1, {{1, 0}}}}, {{1, {}}}};
  EXPECT_THROW(static_cast<void>(stable_assignment(stranger)), PreconditionError);
}

}  // namespace
}  // namespace coopnet::algo
