#pragma once

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>
#include <vector>

#include "coopnet/algo/set_similarity.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"

/// Similarity join: the most similar pairs among n weighted sets, exactly, without looking at all
/// n(n-1)/2 pairs.
///
/// Counts:   unordered pairs a < b that share at least one element; never (a, a).
/// Method:   elements are ranked rare first. Two sets whose score reaches the threshold share an
///           element within the prefix of either: behind the prefix too little weight is left. Only
///           prefixes are indexed and probed; each pair met is scored exactly once. The threshold
///           is the k-th best score so far, started from pairs that share a rare element.
/// Cost:     O(sum of probed list lengths + candidates * set size), far below the all-pairs bound
///           unless every element is frequent; memory O(total size of the sets + k).
/// Needs:    elements of a set ascending and distinct; weights > 0; a symmetric `admit(a, b)`.
/// Order:    score descending, then a, then b: a total order, so ties at the cut fall to the
///           smaller ids whatever the order of work.
/// Source:   R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs similarity search, WWW 2007,
///           doi:10.1145/1242572.1242591; top-k: C. Xiao et al., ICDE 2009,
///           doi:10.1109/ICDE.2009.111.
/// Checked by: tests/reference/similar_pairs_slow.hpp (all pairs).
namespace coopnet::algo {

/// n sets over elements 0..weight.size()-1, in compressed rows.
struct WeightedSets {
  std::vector<std::uint32_t> begin{0};  ///< n + 1 offsets into element
  std::vector<std::uint32_t> element;   ///< ascending within a set
  std::vector<std::uint64_t> weight;    ///< of each element

  [[nodiscard]] std::size_t size() const { return begin.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> elements(std::size_t set) const {
    return {element.data() + begin[set], begin[set + 1] - begin[set]};
  }
};

struct SimilarPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  SimilarityParts parts;
  friend bool operator==(const SimilarPair&, const SimilarPair&) = default;
};

struct SimilarPairsOptions {
  Similarity measure = Similarity::jaccard;
  std::size_t top = 20;       ///< 0: every pair that reaches `minimum`
  SimilarityParts minimum{};  ///< lowest score wanted; shared = 0: any that share something
  std::size_t most_pairs = 50'000'000;  ///< more than this with top = 0 is refused
};

namespace detail {

/// The k best pairs met so far and the score below which a pair cannot matter.
class BestPairs {
 public:
  explicit BestPairs(const SimilarPairsOptions& options)
      : options_(options), floor_(options.minimum) {}

  [[nodiscard]] bool can_enter(const SimilarityParts& parts) const {
    return compare(options_.measure, parts, floor_) >= 0;
  }
  void raise_floor(const SimilarityParts& parts) {
    if (compare(options_.measure, parts, floor_) > 0) floor_ = parts;
  }
  [[nodiscard]] const SimilarityParts& floor() const { return floor_; }

  void add(const SimilarPair& pair) {
    if (options_.top == 0) {
      if (best_.size() == options_.most_pairs)
        throw PreconditionError("too many pairs: ask for the top ones");
      best_.push_back(pair);
      return;
    }
    const auto before = [this](const SimilarPair& x, const SimilarPair& y) {
      return precedes(x, y);
    };
    if (best_.size() == options_.top) {
      if (!precedes(pair, best_.front())) return;
      std::pop_heap(best_.begin(), best_.end(), before);
      best_.back() = pair;
    } else {
      best_.push_back(pair);
    }
    std::push_heap(best_.begin(), best_.end(), before);  // the worst of the best on top
    if (best_.size() == options_.top) raise_floor(best_.front().parts);
  }

  [[nodiscard]] std::vector<SimilarPair> take() {
    std::sort(best_.begin(), best_.end(),
              [this](const SimilarPair& x, const SimilarPair& y) { return precedes(x, y); });
    return std::move(best_);
  }

 private:
  [[nodiscard]] bool precedes(const SimilarPair& x, const SimilarPair& y) const {
    const auto order = compare(options_.measure, x.parts, y.parts);
    return order != 0 ? order > 0 : std::tie(x.a, x.b) < std::tie(y.a, y.b);
  }

  const SimilarPairsOptions& options_;
  SimilarityParts floor_;
  std::vector<SimilarPair> best_;
};

/// The sets with their elements renamed by rank: rare first, ties by number.
struct RankedSets {
  WeightedSets sets;
  std::vector<std::uint64_t> total;  ///< weight of each set

  explicit RankedSets(const WeightedSets& in) : sets(in), total(in.size()) {
    std::vector<std::uint32_t> count(in.weight.size());
    for (const auto e : in.element) ++count[e];
    std::vector<std::uint32_t> order(in.weight.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
      return std::tie(count[x], x) < std::tie(count[y], y);
    });
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t r = 0; r < order.size(); ++r) rank[order[r]] = r;
    for (std::size_t r = 0; r < order.size(); ++r) sets.weight[r] = in.weight[order[r]];
    for (auto& e : sets.element) e = rank[e];
    for (std::size_t s = 0; s < in.size(); ++s) {
      std::sort(sets.element.begin() + in.begin[s], sets.element.begin() + in.begin[s + 1]);
      for (const auto e : sets.elements(s)) total[s] += sets.weight[e];
    }
  }
};

/// Calls visit(element) for the prefix of a set: while what is left of it could reach the floor.
template <class Visit>
void for_prefix(const RankedSets& ranked, std::size_t set, const BestPairs& best,
                Similarity measure, Visit visit) {
  std::uint64_t left = ranked.total[set];
  for (const auto e : ranked.sets.elements(set)) {
    const bool bounded = measure != Similarity::overlap;
    if (bounded && !best.can_enter(best_possible(ranked.total[set], left))) return;
    visit(e);
    left -= ranked.sets.weight[e];
  }
}

inline std::uint64_t shared_weight(const WeightedSets& sets, std::size_t a, std::size_t b) {
  std::uint64_t sum = 0;
  auto x = sets.elements(a).begin();
  auto y = sets.elements(b).begin();
  while (x != sets.elements(a).end() && y != sets.elements(b).end()) {
    if (*x == *y) sum += sets.weight[*x];
    const bool step_x = *x <= *y;
    const bool step_y = *y <= *x;
    x += step_x ? 1 : 0;
    y += step_y ? 1 : 0;
  }
  return sum;
}

/// Lists of sets by element, in compressed rows.
struct Postings {
  std::vector<std::uint32_t> begin, set;
  [[nodiscard]] std::span<const std::uint32_t> sets(std::uint32_t element) const {
    return {set.data() + begin[element], begin[element + 1] - begin[element]};
  }
};

/// Index of the prefixes of all sets at the present floor; lists ascend.
inline Postings index_prefixes(const RankedSets& ranked, const BestPairs& best,
                               Similarity measure) {
  Postings out;
  out.begin.assign(ranked.sets.weight.size() + 2, 0);
  const auto each = [&](auto visit) {
    for (std::size_t s = 0; s < ranked.sets.size(); ++s)
      for_prefix(ranked, s, best, measure, [&](std::uint32_t e) { visit(e, s); });
  };
  each([&](std::uint32_t e, std::size_t) { ++out.begin[e + 2]; });
  std::partial_sum(out.begin.begin(), out.begin.end(), out.begin.begin());
  out.set.resize(out.begin.back());
  each([&](std::uint32_t e, std::size_t s) {
    out.set[out.begin[e + 1]++] = static_cast<std::uint32_t>(s);
  });
  out.begin.pop_back();
  return out;
}

/// A floor to start from: the k-th best score among distinct admitted pairs that share one of the
/// rarest elements, looking at a bounded number of pairs.
template <class Admit>
void seed_floor(const RankedSets& ranked, const SimilarPairsOptions& options, BestPairs& best,
                Admit admit) {
  if (options.top == 0) return;
  std::size_t budget = 20 * options.top + 4 * ranked.sets.size();
  BestPairs found(options);
  const Postings full = index_prefixes(ranked, found, Similarity::overlap);
  for (std::uint32_t e = 0; e + 1 < full.begin.size() && budget > 0; ++e) {
    const auto sets = full.sets(e);
    for (std::size_t i = 1; i < sets.size() && budget > 0; ++i)
      for (std::size_t j = 0; j < i && budget > 0; ++j, --budget) {
        const auto a = sets[j], b = sets[i];
        // Counted under its first shared element only, so that no pair is found twice.
        const auto x = ranked.sets.elements(a), y = ranked.sets.elements(b);
        const bool earlier = std::any_of(x.begin(), x.end(), [&](std::uint32_t other) {
          return other < e && std::binary_search(y.begin(), y.end(), other);
        });
        if (earlier || !admit(a, b)) continue;
        const SimilarityParts parts{shared_weight(ranked.sets, a, b), ranked.total[a],
                                    ranked.total[b]};
        if (found.can_enter(parts)) found.add({a, b, parts});
      }
  }
  const auto kept = found.take();
  if (kept.size() == options.top) best.raise_floor(kept.back().parts);
}

}  // namespace detail

/// What two sets weigh and share.
[[nodiscard]] inline SimilarityParts parts_of(const WeightedSets& sets, std::size_t a,
                                              std::size_t b) {
  SimilarityParts parts{detail::shared_weight(sets, a, b), 0, 0};
  for (const auto e : sets.elements(a)) parts.a += sets.weight[e];
  for (const auto e : sets.elements(b)) parts.b += sets.weight[e];
  return parts;
}

/// See the top of the file. `admit(a, b)` says which pairs count; `progress` may be null.
template <class Admit>
[[nodiscard]] std::vector<SimilarPair> similar_pairs(const WeightedSets& in,
                                                     const SimilarPairsOptions& options,
                                                     Admit admit, Progress* progress = nullptr) {
  const detail::RankedSets ranked(in);
  detail::BestPairs best(options);
  detail::seed_floor(ranked, options, best, admit);
  const auto index = detail::index_prefixes(ranked, best, options.measure);
  std::vector<std::uint32_t> met(in.size(), ~0U);  // last set that met this one
  std::vector<std::uint64_t> own(in.weight.size(),
                                 0);  // weights of the elements of the probing set
  ProgressMeter meter(progress, in.size());
  constexpr std::uint32_t report_every = 1024;
  for (std::uint32_t b = 0; b < in.size(); ++b) {
    if (b % report_every == 0) meter.check();
    if (b % report_every == report_every - 1) meter.advance(report_every);
    for (const auto e : ranked.sets.elements(b)) own[e] = ranked.sets.weight[e];
    detail::for_prefix(ranked, b, best, options.measure, [&](std::uint32_t e) {
      for (const auto a : index.sets(e)) {
        if (a >= b) break;
        if (met[a] == b) continue;
        met[a] = b;
        SimilarityParts parts{std::min(ranked.total[a], ranked.total[b]), ranked.total[a],
                              ranked.total[b]};
        if (!best.can_enter(parts)) continue;  // too different in weight
        parts.shared = 0;
        for (const auto other : ranked.sets.elements(a)) parts.shared += own[other];
        if (parts.shared > 0 && best.can_enter(parts) && admit(a, b)) best.add({a, b, parts});
      }
    });
    for (const auto e : ranked.sets.elements(b)) own[e] = 0;
  }
  return best.take();
}

/// How many admitted pairs share at least one element. Cost: O(sum over elements of degree^2).
template <class Admit>
[[nodiscard]] std::uint64_t count_sharing_pairs(const WeightedSets& sets, Admit admit) {
  const detail::RankedSets ranked(sets);
  const detail::BestPairs any{SimilarPairsOptions{}};
  const auto index = detail::index_prefixes(ranked, any, Similarity::overlap);
  std::vector<std::uint32_t> met(sets.size(), ~0U);
  std::uint64_t count = 0;
  for (std::uint32_t b = 0; b < sets.size(); ++b)
    for (const auto e : ranked.sets.elements(b))
      for (const auto a : index.sets(e)) {
        if (a >= b) break;
        if (met[a] == b) continue;
        met[a] = b;
        if (admit(a, b)) ++count;
      }
  return count;
}

}  // namespace coopnet::algo
