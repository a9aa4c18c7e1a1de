#include "coopnet/algo/stable_assignment.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "coopnet/core/errors.hpp"

namespace coopnet::algo {
namespace {

using Side = std::vector<StableParty>;

bool by_other(const Preference& x, const Preference& y) { return x.other < y.other; }
bool by_rank(const Preference& x, const Preference& y) {
  return x.rank != y.rank ? x.rank < y.rank : x.other < y.other;
}

/// The lists of one side sorted by name, to look ranks up.
class Ranks {
 public:
  Ranks(const Side& side, std::size_t others) {
    for (const auto& party : side) {
      auto& list = lists_.emplace_back(party.list);
      std::sort(list.begin(), list.end(), by_other);
      if (!list.empty() && list.back().other >= others)
        throw PreconditionError("stable_assignment: a list names a party that does not exist");
      const auto twice = std::adjacent_find(
          list.begin(), list.end(),
          [](const Preference& x, const Preference& y) { return x.other == y.other; });
      if (twice != list.end())
        throw PreconditionError("stable_assignment: a list names a party twice");
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> rank(std::uint32_t party, std::uint32_t other) const {
    const auto& list = lists_[party];
    const auto found = std::lower_bound(list.begin(), list.end(), Preference{other, 0}, by_other);
    if (found == list.end() || found->other != other) return std::nullopt;
    return found->rank;
  }

 private:
  std::vector<std::vector<Preference>> lists_;
};

/// The possible partners of each party, best first.
std::vector<std::vector<Preference>> mutual_lists(const Side& side, const Ranks& others) {
  std::vector<std::vector<Preference>> out;
  for (std::uint32_t p = 0; p < side.size(); ++p) {
    auto& list = out.emplace_back(side[p].list);
    std::erase_if(list, [&](const Preference& x) { return !others.rank(x.other, p); });
    std::sort(list.begin(), list.end(), by_rank);
  }
  return out;
}

bool has_ties(const std::vector<std::vector<Preference>>& lists) {
  return std::any_of(lists.begin(), lists.end(), [](const auto& list) {
    return std::adjacent_find(list.begin(), list.end(), [](const auto& x, const auto& y) {
             return x.rank == y.rank;
           }) != list.end();
  });
}

/// The proposals each receiver keeps, as heaps with the worst one on top.
std::vector<std::vector<Preference>> propose(const Side& proposers, const Side& receivers,
                                             const std::vector<std::vector<Preference>>& lists,
                                             const Ranks& receiver_ranks) {
  std::vector<std::vector<Preference>> kept(receivers.size());
  std::vector<std::size_t> next(proposers.size(), 0);
  std::vector<std::uint32_t> proposing;  // once for each place that is free
  for (std::uint32_t p = 0; p < proposers.size(); ++p)
    proposing.insert(proposing.end(), std::min<std::size_t>(proposers[p].capacity, lists[p].size()),
                     p);
  while (!proposing.empty()) {
    const auto p = proposing.back();
    proposing.pop_back();
    if (next[p] == lists[p].size()) continue;
    const auto r = lists[p][next[p]++].other;
    auto& heap = kept[r];
    heap.push_back({p, *receiver_ranks.rank(r, p)});
    std::push_heap(heap.begin(), heap.end(), by_rank);
    if (heap.size() <= receivers[r].capacity) continue;
    std::pop_heap(heap.begin(), heap.end(), by_rank);
    proposing.push_back(heap.back().other);
    heap.pop_back();
  }
  return kept;
}

/// How many partners a party has and the worst rank among them.
struct Holding {
  std::uint32_t partners = 0;
  std::uint32_t worst = 0;

  void add(std::uint32_t rank) {
    ++partners;
    worst = std::max(worst, rank);
  }
  [[nodiscard]] bool wants(std::uint32_t rank, std::uint32_t capacity) const {
    return partners < capacity || (partners > 0 && rank < worst);
  }
};

}  // namespace

StableAssignment stable_assignment(const StableAssignmentProblem& problem, Proposer proposer) {
  const Ranks left_ranks(problem.left, problem.right.size());
  const Ranks right_ranks(problem.right, problem.left.size());
  const auto left_lists = mutual_lists(problem.left, right_ranks);
  const auto right_lists = mutual_lists(problem.right, left_ranks);
  StableAssignment out;
  out.ties_broken = has_ties(left_lists) || has_ties(right_lists);
  const bool from_left = proposer == Proposer::left;
  const auto kept = from_left ? propose(problem.left, problem.right, left_lists, right_ranks)
                              : propose(problem.right, problem.left, right_lists, left_ranks);
  for (std::uint32_t r = 0; r < kept.size(); ++r)
    for (const auto& p : kept[r])
      out.pairs.push_back(from_left ? StablePair{p.other, r} : StablePair{r, p.other});
  std::sort(out.pairs.begin(), out.pairs.end());
  return out;
}

Verdict verify(const StableAssignmentProblem& problem, const StableAssignment& assignment) {
  const Ranks left_ranks(problem.left, problem.right.size());
  const Ranks right_ranks(problem.right, problem.left.size());
  std::vector<Holding> left(problem.left.size()), right(problem.right.size());
  const auto& pairs = assignment.pairs;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [l, r] = pairs[i];
    if (i > 0 && pairs[i - 1] >= pairs[i]) return {"the pairs are not sorted and distinct"};
    if (l >= left.size() || r >= right.size()) return {"a pair names nobody"};
    const auto left_rank = left_ranks.rank(l, r), right_rank = right_ranks.rank(r, l);
    if (!left_rank || !right_rank) return {"a pair is on one list only"};
    left[l].add(*left_rank);
    right[r].add(*right_rank);
    if (left[l].partners > problem.left[l].capacity ||
        right[r].partners > problem.right[r].capacity)
      return {"a party has more partners than it has room for"};
  }
  for (std::uint32_t l = 0; l < left.size(); ++l)
    for (const auto& [r, rank] : problem.left[l].list) {
      const auto back = right_ranks.rank(r, l);
      if (!back || std::binary_search(pairs.begin(), pairs.end(), StablePair{l, r})) continue;
      if (left[l].wants(rank, problem.left[l].capacity) &&
          right[r].wants(*back, problem.right[r].capacity))
        return {"left " + std::to_string(l) + " and right " + std::to_string(r) + " block"};
    }
  return {};
}

}  // namespace coopnet::algo
