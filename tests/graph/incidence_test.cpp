#include "coopnet/graph/incidence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/ids.hpp"
#include "coopnet/core/rng.hpp"
#include "reference/incidence_slow.hpp"

namespace coopnet::graph {
namespace {

using State = Id<struct StateTag>;
using Forum = Id<struct ForumTag>;
using Tie = Link<State, Forum>;
using Attendance = Incidence<State, Forum>;
using Slow = reference::IncidenceSlow<State, Forum>;

// One kind of id is never taken for the other.
static_assert(!std::invocable<decltype(&Attendance::rights), const Attendance&, Forum>);
static_assert(std::invocable<decltype(&Attendance::rights), const Attendance&, State>);
static_assert(!std::convertible_to<Forum, State>);

Tie tie(std::uint32_t state, std::uint32_t forum, std::uint32_t row, bool stated) {
  return {State(state), Forum(forum), row, stated};
}

struct Sample {
  std::size_t states;
  std::size_t forums;
  std::vector<Tie> ties;
};

/// Few forums and many ties, so that duplicates and isolated rows both occur.
Sample random_sample(std::uint64_t seed) {
  Rng rng(seed);
  Sample sample{
      static_cast<std::size_t>(rng.below(20)) + 1, static_cast<std::size_t>(rng.below(12)) + 1, {}};
  const auto count = rng.below(80);
  for (std::uint64_t i = 0; i < count; ++i) {
    sample.ties.push_back(tie(static_cast<std::uint32_t>(rng.below(sample.states)),
                              static_cast<std::uint32_t>(rng.below(sample.forums)),
                              static_cast<std::uint32_t>(rng.below(1000)), rng.below(3) == 0));
  }
  return sample;
}

/// Every accessor, on every row and link, against the slow twin.
void expect_equal(const Attendance& fast, const Slow& slow) {
  ASSERT_EQ(fast.size(), slow.ties().size());
  EXPECT_EQ(fast.empty(), slow.ties().empty());
  std::uint32_t link = 0;
  for (const auto& [ends, expected] : slow.ties()) {
    EXPECT_EQ(fast.left(link), ends.first);
    EXPECT_EQ(fast.right(link), ends.second);
    EXPECT_EQ(fast.row(link), expected.row);
    EXPECT_EQ(fast.stated(link), expected.stated);
    EXPECT_EQ(fast.find(ends.first, ends.second), link);
    EXPECT_EQ(fast.stated(ends.first, ends.second), expected.stated);
    ++link;
  }
  for (std::uint32_t s = 0; s < fast.left_count(); ++s) {
    const State state(s);
    const auto forums = fast.rights(state);
    ASSERT_EQ(std::vector(forums.begin(), forums.end()), slow.rights(state));
    EXPECT_EQ(fast.left_degree(state), forums.size());
    EXPECT_EQ(fast.left_rows(state).size(), forums.size());
    for (std::size_t i = 0; i < forums.size(); ++i) {
      const auto& expected = slow.ties().at({state, forums[i]});
      EXPECT_EQ(fast.left_rows(state)[i], expected.row);
      EXPECT_EQ(fast.left_stated(state, i), expected.stated);
      EXPECT_EQ(fast.right(fast.first_link(state) + static_cast<std::uint32_t>(i)), forums[i]);
    }
  }
  for (std::uint32_t f = 0; f < fast.right_count(); ++f) {
    const Forum forum(f);
    const auto states = fast.lefts(forum);
    ASSERT_EQ(std::vector(states.begin(), states.end()), slow.lefts(forum));
    EXPECT_EQ(fast.right_degree(forum), states.size());
    for (std::size_t i = 0; i < states.size(); ++i) {
      const auto& expected = slow.ties().at({states[i], forum});
      EXPECT_EQ(fast.right_rows(forum)[i], expected.row);
      EXPECT_EQ(fast.right_stated(forum, i), expected.stated);
      EXPECT_EQ(fast.left(fast.right_links(forum)[i]), states[i]);
    }
  }
}

/// Runs a check on many random samples and names the seed of one that fails.
template <class Check>
void for_each_sample(const Check& check) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    check(random_sample(seed), Rng(seed).split(1));
  }
}

TEST(Incidence, EqualsTheSlowTwin) {
  for_each_sample([](const Sample& sample, const Rng&) {
    expect_equal(Attendance(sample.states, sample.forums, sample.ties), Slow(sample.ties));
  });
}

TEST(Incidence, PairsThatAreNotLinkedAreNotFound) {
  for_each_sample([](const Sample& sample, const Rng&) {
    const Attendance fast(sample.states, sample.forums, sample.ties);
    const Slow slow(sample.ties);
    for (std::uint32_t s = 0; s < sample.states; ++s) {
      for (std::uint32_t f = 0; f < sample.forums; ++f) {
        const bool linked = slow.ties().contains({State(s), Forum(f)});
        EXPECT_EQ(fast.contains(State(s), Forum(f)), linked);
        if (!linked) {
          EXPECT_FALSE(fast.stated(State(s), Forum(f)));
        }
      }
    }
  });
}

TEST(Incidence, InputOrderDoesNotMatter) {
  for_each_sample([](Sample sample, Rng rng) {
    const Attendance before(sample.states, sample.forums, sample.ties);
    rng.shuffle(sample.ties);
    EXPECT_EQ(Attendance(sample.states, sample.forums, sample.ties), before);
  });
}

TEST(Incidence, FilteringEqualsFilteringTheSlowTwin) {
  for_each_sample([](const Sample& sample, Rng rng) {
    const Attendance whole(sample.states, sample.forums, sample.ties);
    std::vector<bool> states(sample.states);
    std::vector<std::uint8_t> forums(sample.forums);
    for (std::size_t i = 0; i < states.size(); ++i) states[i] = rng.below(4) != 0;
    for (auto& keep : forums) keep = rng.below(4) != 0 ? 1 : 0;
    for (const bool stated_only : {false, true}) {
      Slow slow(sample.ties);
      slow.keep_only([&](State state, Forum forum, const Slow::Tie& t) {
        return states[state.index()] && forums[forum.index()] != 0 && (t.stated || !stated_only);
      });
      const auto part = whole.filtered(states, forums, stated_only);
      EXPECT_EQ(part.left_count(), whole.left_count());
      EXPECT_EQ(part.right_count(), whole.right_count());
      expect_equal(part, slow);
    }
  });
}

TEST(Incidence, FilteringThatKeepsAllChangesNothing) {
  for_each_sample([](const Sample& sample, const Rng&) {
    const Attendance whole(sample.states, sample.forums, sample.ties);
    EXPECT_EQ(whole.filtered(std::vector<bool>(sample.states, true),
                             std::vector<bool>(sample.forums, true)),
              whole);
  });
}

TEST(Incidence, TransposedIsBuiltFromTurnedLinksAndTurnsBack) {
  for_each_sample([](const Sample& sample, const Rng&) {
    const Attendance whole(sample.states, sample.forums, sample.ties);
    std::vector<Link<Forum, State>> turned;
    for (const auto& t : sample.ties) turned.push_back({t.right, t.left, t.row, t.stated});
    const Incidence<Forum, State> expected(sample.forums, sample.states, turned);
    EXPECT_EQ(whole.transposed(), expected);
    EXPECT_EQ(whole.transposed().transposed(), whole);
  });
}

TEST(Incidence, MemoryIsWhatBytesSays) {
  for_each_sample([](const Sample& sample, const Rng&) {
    const Attendance whole(sample.states, sample.forums, sample.ties);
    EXPECT_EQ(whole.memory_bytes(), Attendance::bytes(sample.states, sample.forums, whole.size()));
  });
}

// KEN ── IMRF ── COL      row 7 says KEN-IMRF is inferred, row 3 states it
TEST(Incidence, DuplicatesBecomeOneLinkWithTheSmallestRow) {
  const Attendance all(2, 1,
                       std::vector{tie(0, 0, 7, false), tie(1, 0, 5, false), tie(0, 0, 3, true),
                                   tie(0, 0, 9, false)});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all.row(0), 3U);
  EXPECT_TRUE(all.stated(0));
  EXPECT_EQ(all.row(1), 5U);
  EXPECT_FALSE(all.stated(1));
}

TEST(Incidence, StatedAndSmallestRowCanComeFromDifferentDuplicates) {
  const Attendance all(1, 1, std::vector{tie(0, 0, 2, false), tie(0, 0, 8, true)});
  EXPECT_EQ(all.row(0), 2U);
  EXPECT_TRUE(all.stated(0));
}

TEST(Incidence, EmptyOnesWork) {
  const Attendance none;
  EXPECT_EQ(none.left_count(), 0U);
  EXPECT_EQ(none.right_count(), 0U);
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none, Attendance(0, 0, {}));
  EXPECT_EQ(none.transposed(), (Incidence<Forum, State>()));
  const Attendance no_ties(3, 2, {});
  EXPECT_EQ(no_ties.left_count(), 3U);
  EXPECT_TRUE(no_ties.rights(State(2)).empty());
  EXPECT_TRUE(no_ties.lefts(Forum(1)).empty());
  EXPECT_EQ(no_ties.find(State(0), Forum(0)), std::nullopt);
  EXPECT_NE(no_ties, none);
}

TEST(Incidence, BothSidesCanBeOfOneKind) {
  using Exchange = Incidence<State, State>;  // who learned from whom
  const Exchange all(2, 2, std::vector<Link<State, State>>{{State(0), State(1), 4, true}});
  EXPECT_EQ(all.rights(State(0)).front(), State(1));
  EXPECT_TRUE(all.rights(State(1)).empty());
  EXPECT_EQ(all.lefts(State(1)).front(), State(0));
  EXPECT_TRUE(all.stated(State(0), State(1)));
  EXPECT_FALSE(all.contains(State(1), State(0)));
}

TEST(Incidence, RefusesIdsOutOfRangeAndSaysWhich) {
  EXPECT_THROW(Attendance(1, 1, std::vector{tie(1, 0, 0, true)}), PreconditionError);
  EXPECT_THROW(Attendance(0, 0, std::vector{tie(0, 0, 0, true)}), PreconditionError);
  try {
    const Attendance all(5, 3, std::vector{tie(4, 2, 0, true), tie(0, 3, 0, true)});
    FAIL() << "forum 3 of 3 was accepted";
  } catch (const PreconditionError& error) {
    EXPECT_EQ(std::string(error.what()), "Incidence: link 1: right id 3 is not below 3");
  }
}

TEST(Incidence, RefusesMoreRowsThanIdsCanNumber) {
  EXPECT_THROW(Attendance(max_rows + 1, 1, {}), PreconditionError);
  EXPECT_THROW(Attendance(1, max_rows + 1, {}), PreconditionError);
}

TEST(Incidence, RefusesBitmapsOfAnotherSize) {
  const Attendance all(2, 3, std::vector{tie(0, 0, 0, true)});
  const std::vector<bool> two(2, true);
  const std::vector<bool> three(3, true);
  EXPECT_NO_THROW((void)all.filtered(two, three));
  EXPECT_THROW((void)all.filtered(three, three), PreconditionError);
  EXPECT_THROW((void)all.filtered(two, two), PreconditionError);
}

// The budget of the design: at most 32 bytes a link, here with as many rows as a network has
// whose links are as sparse as one for each row.
TEST(Incidence, StaysWithin32BytesALink) {
  constexpr std::size_t count = 20000;
  Rng rng(1);
  std::vector<Tie> ties;
  for (std::uint32_t i = 0; i < count; ++i) {
    ties.push_back(tie(i, static_cast<std::uint32_t>(rng.below(count)), i, true));
  }
  const Attendance all(count, count, ties);
  ASSERT_EQ(all.size(), count);
  EXPECT_LE(all.memory_bytes(), 32 * all.size());
  EXPECT_GE(all.memory_bytes(), 20 * all.size());  // catches a column that is not counted
  static_assert(Attendance::bytes(1900000, 1000000, 1000000) <= 32 * 1000000);
  static_assert(Attendance::bytes(1000, 100, 1000000) <= 21 * 1000000);
}

}  // namespace
}  // namespace coopnet::graph
