#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "coopnet/algo/detail/flow_verdict.hpp"

/// Stable assignment: no two partners would both rather have each other than what they got.
///
/// Counts:   a pair can be assigned if each lists the other; each party has at most `capacity`
///           partners. A pair that is not assigned blocks if either party has room or a partner of
///           a worse rank, and the other too. Equal ranks do not block: stability is weak.
/// Method:   deferred acceptance. Proposers go down their lists; a receiver keeps the best
/// proposals
///           it has room for and lets the worst one go when a better one comes.
/// Cost:     O(L log L), L = total length of the lists.
/// Needs:    a list names nobody twice, and only parties that exist; otherwise PreconditionError.
/// Order:    among equal ranks the party with the smaller number is preferred, on both sides; the
///           result says whether that happened. After this the outcome is unique: every proposer
///           gets the best partners that it has in any stable assignment.
/// Source:   D. Gale, L. Shapley, Amer. Math. Monthly 69(1), 1962, doi:10.2307/2312726; several
///           partners on both sides: A. Roth, Econometrica 52(1), 1984, doi:10.2307/1911462.
/// Checked by: all assignments of small instances in the test, and verify().
namespace coopnet::algo {

struct Preference {
  std::uint32_t other = 0;
  std::uint32_t rank = 0;  ///< smaller is better; equal ranks are a tie
};

struct StableParty {
  std::uint32_t capacity = 1;
  std::vector<Preference> list;  ///< in any order
};

struct StableAssignmentProblem {
  std::vector<StableParty> left;
  std::vector<StableParty> right;
};

enum class Proposer : std::uint8_t { left, right };

struct StablePair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  friend auto operator<=>(const StablePair&, const StablePair&) = default;
};

struct StableAssignment {
  std::vector<StablePair> pairs;  ///< sorted
  bool ties_broken = false;       ///< some list has equal ranks among possible partners
};

/// See the top of the file.
[[nodiscard]] StableAssignment stable_assignment(const StableAssignmentProblem& problem,
                                                 Proposer proposer = Proposer::left);

/// Proves that the assignment keeps to lists and capacities and that no pair blocks it. It does
/// not prove which side it is best for. Cost: O(L log L).
[[nodiscard]] Verdict verify(const StableAssignmentProblem& problem,
                             const StableAssignment& assignment);

}  // namespace coopnet::algo
