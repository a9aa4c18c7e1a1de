#include "analysis/missing_ties_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/sorted.hpp"
#include "coopnet/algo/auc.hpp"
#include "coopnet/core/rng.hpp"
#include "coopnet/network/projection.hpp"

namespace coopnet {
namespace {

constexpr std::array measures{TieMeasure::degree,      TieMeasure::similarity,
                              TieMeasure::relatedness, TieMeasure::common_neighbours,
                              TieMeasure::adamic_adar, TieMeasure::resource_allocation};
using Scores = std::array<double, measures.size()>;

class TieTester {
 public:
  TieTester(const MeetingPoints& meetings, const ActorGraph& graph,
            const ActorPriorities& priorities)
      : meetings_(meetings), graph_(graph), priorities_(priorities), mark_(graph.vertex_count()) {}

  [[nodiscard]] bool tied(ActorId a, ActorId b) const {
    return graph_.find_edge(a.value, b.value).has_value();
  }

  Scores scores(ActorId a, ActorId b) {
    const auto both = common(meetings_.of, a, b);
    const auto left = [&](ActorId x) {
      return static_cast<double>(meetings_.of.left_degree(x) - both.size());
    };
    Scores out{left(a) * left(b), priorities_.similarity(a, b), priorities_.relatedness(a, b)};
    ++stamp_;
    visit_met(a, both, [&](ActorId other) { mark_[other.index()] = 2 * stamp_; });
    visit_met(b, both, [&](ActorId other) {
      auto& mark = mark_[other.index()];
      if (mark != 2 * stamp_ || other == a || other == b) return;
      mark = 2 * stamp_ + 1;  // counted
      const auto degree = static_cast<double>(graph_.out_degree(other.value));
      out[3] += 1;
      out[4] += 1 / std::log(degree);
      out[5] += 1 / degree;
    });
    return out;
  }

 private:
  /// Whom an actor meets elsewhere than in `left_out`.
  template <class Visit>
  void visit_met(ActorId actor, const std::vector<MeetingId>& left_out, Visit visit) const {
    for (const MeetingId meeting : meetings_.of.rights(actor)) {
      if (std::binary_search(left_out.begin(), left_out.end(), meeting)) continue;
      for (const ActorId other : meetings_.of.lefts(meeting)) visit(other);
    }
  }

  const MeetingPoints& meetings_;
  const ActorGraph& graph_;
  const ActorPriorities& priorities_;
  std::vector<std::uint64_t> mark_;
  std::uint64_t stamp_ = 0;
};

/// The pairs to test: all of them, or as many drawn with a fixed seed.
std::vector<std::pair<ActorId, ActorId>> pairs_to_test(const std::vector<ActorId>& actors,
                                                       std::size_t most, bool& sampled) {
  const std::size_t n = actors.size();
  std::vector<std::pair<ActorId, ActorId>> out;
  sampled = n > 1 && n * (n - 1) / 2 > most;
  if (sampled) {
    Rng rng(1);
    while (out.size() < most) {
      const auto i = rng.below(n), j = rng.below(n);
      if (i != j) out.emplace_back(actors[std::min(i, j)], actors[std::max(i, j)]);
    }
    sort_unique(out);
    return out;
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) out.emplace_back(actors[i], actors[j]);
  return out;
}

}  // namespace

void check_tie_measures(const MeetingPoints& meetings, const ActorGraph& graph,
                        const ActorPriorities& priorities, const std::vector<ActorId>& actors,
                        std::size_t most_tested, MissingTies& out) {
  TieTester tester(meetings, graph, priorities);
  std::array<std::vector<double>, measures.size()> with, without;
  for (const auto& [a, b] : pairs_to_test(actors, most_tested, out.sampled)) {
    const bool tied = tester.tied(a, b);
    const auto scores = tester.scores(a, b);
    ++(tied ? out.tested_with : out.tested_without);
    for (std::size_t m = 0; m < measures.size(); ++m)
      (tied ? with : without)[m].push_back(scores[m]);
  }
  for (std::size_t m = 0; m < measures.size(); ++m)
    out.checks.push_back({measures[m], algo::auc(with[m], without[m])});
}

}  // namespace coopnet
