#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "coopnet/algo/similar_pairs.hpp"
#include "coopnet/core/stop.hpp"

/// Maximum coverage: which k sets together hold the greatest weight of elements. And minimum cover:
/// the least number of sets that hold everything any of them holds.
///
/// Counts:   each element once, however many chosen sets hold it. A choice has at most k sets and
///           none that could be left out without loss; optima are counted as such choices.
/// Method:   elements that lie in the same sets are merged. Greedy takes the set with the largest
///           gain again and again; gains only shrink, so the top of a heap that is up to date is
///           the largest (lazy evaluation). At every step no k sets can hold more than what is
///           covered plus the k largest gains; the least of these bounds is never above greedy
///           divided by 1 - 1/e, the classical guarantee. Branch and bound then tries sets by gain:
///           a branch takes one set and forgets those before it, and is given up if the largest
///           gains left cannot lift it above the best choice known. A set that lies within another
///           is not tried. For the least cover, sets without which something stays uncovered are
///           taken and sets within others dropped in turn; then the element with the fewest sets
///           left is branched on, and elements no two of which share a set bound from below.
/// Cost:     greedy O(total size of the sets + k n) for n sets; each search is exponential in the
///           worst case and ends after `most_steps`, the choice then being the best one met, with a
///           proved bound. Memory O(total size).
/// Needs:    elements of a set ascending and distinct; weights > 0; their sum below 2^63.
/// Order:    sets by gain when chosen, ties by number. Of several optima that of greedy, if it is
///           one, else the first one met; nothing but the numbers of the sets decides.
/// Source:   G. Nemhauser, L. Wolsey, M. Fisher, Math. Programming 14, 1978, doi:10.1007/BF01588971
///           (guarantee and bound); M. Minoux, Accelerated greedy algorithms, 1978,
///           doi:10.1007/BFb0006528; reductions for covers: E. Balas, A. Ho, Math. Programming
///           Study 12, 1980, doi:10.1007/BFb0120886.
/// Checked by: verify() on every result; tests/reference/maximum_coverage_slow.hpp (all choices).
namespace coopnet::algo {

struct CoverageOptions {
  std::uint64_t most_steps = 20'000'000;  ///< of each search; a step looks at one set or element
  std::size_t most_optima = 1'000;        ///< optima are counted up to this number
  std::size_t listed_optima = 10;         ///< how many of the others are told
};

/// Sets in the order in which they are best taken, and what each adds to those before it.
struct SetChoice {
  std::vector<std::uint32_t> sets;
  std::vector<std::uint64_t> gains;
  std::uint64_t covered = 0;
  friend bool operator==(const SetChoice&, const SetChoice&) = default;
};

/// Whether a set is in every optimum.
enum class Firmness : std::uint8_t { unknown, no, yes };

/// What other optima there are.
struct CoverageTies {
  std::uint64_t count = 1;  ///< optima; if not `exact`, there are as many or more
  bool exact = false;
  std::vector<std::vector<std::uint32_t>> others;  ///< some of them; each ascends, and they do
  std::vector<Firmness> firm;                      ///< of each set of the choice
};

struct Coverage {
  SetChoice best;
  SetChoice greedy;
  std::uint64_t coverable = 0;    ///< weight of all sets together
  std::uint64_t upper_bound = 0;  ///< no choice of k sets covers more
  bool optimal = false;           ///< best.covered == upper_bound
  CoverageTies ties;              ///< empty unless optimal
};

struct MinimumCover {
  SetChoice best;
  SetChoice greedy;
  std::uint64_t coverable = 0;
  std::size_t lower_bound = 0;  ///< no cover has fewer sets
  bool optimal = false;
  CoverageTies ties;
};

/// See the top of the file. Throws PreconditionError on sets that are not as needed.
[[nodiscard]] Coverage maximum_coverage(const WeightedSets& sets, std::size_t k,
                                        const CoverageOptions& options = {},
                                        Progress* progress = nullptr);

[[nodiscard]] MinimumCover minimum_cover(const WeightedSets& sets,
                                         const CoverageOptions& options = {},
                                         Progress* progress = nullptr);

/// Why a result is refused.
enum class CoverageFault : std::uint8_t {
  none,
  wrong_sets,        ///< a number is out of range or comes twice, or there are more than k
  wrong_gain,        ///< a gain is not what the set adds, or the sum is wrong
  wrong_coverable,   ///< not the weight of all sets together
  bound_too_low,     ///< below what is covered, or below what one exchange would cover
  bound_too_high,    ///< above what the k heaviest sets could hold
  not_covered,       ///< of a cover: something is left
  wrong_optimality,  ///< called optimal without meeting its bound, or the other way round
  wrong_ties         ///< another optimum that is none
};

/// Recomputes what a result says, without any code of the search: coverage, gains, that the bound
/// is one that can hold, and that no exchange of one set for another covers more than the bound.
/// Cost: O(k n + k * total size).
[[nodiscard]] CoverageFault verify(const WeightedSets& sets, std::size_t k, const Coverage& result);
[[nodiscard]] CoverageFault verify(const WeightedSets& sets, const MinimumCover& result);

}  // namespace coopnet::algo
