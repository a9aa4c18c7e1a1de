#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "coopnet/algo/min_cost_flow.hpp"

/// Minimum-cost flow by definition, for small problems: lower bounds first, arcs of negative cost
/// filled, then every excess goes along a shortest residual path found by Bellman and Ford.
namespace coopnet::reference {

class SlowFlow {
 public:
  explicit SlowFlow(const algo::MinCostFlowProblem& problem)
      : problem_(problem), excess_(problem.supply) {
    for (const auto& arc : problem.arcs) {
      // What is unlimited for the problem is, here, more than all finite numbers in it.
      const auto upper = arc.upper == algo::unlimited ? endless : arc.upper;
      flow_.push_back(arc.cost < 0 ? upper : arc.lower);
      upper_.push_back(upper);
      excess_[arc.from] -= flow_.back();
      excess_[arc.to] += flow_.back();
    }
  }

  /// The least cost, or nothing if there is no feasible flow. A cost below -endless / 2 says that
  /// it has no limit.
  [[nodiscard]] std::optional<std::int64_t> solve() {
    std::int64_t sum = 0;
    for (const auto e : excess_) sum += e;
    if (sum != 0) return std::nullopt;
    for (std::size_t v = 0; v < excess_.size(); ++v)
      while (excess_[v] > 0)
        if (!augment(v)) return std::nullopt;
    std::int64_t total = 0;
    for (std::size_t a = 0; a < flow_.size(); ++a) total += flow_[a] * problem_.arcs[a].cost;
    return total;
  }

  static constexpr std::int64_t endless = 1'000'000;

 private:
  static constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() / 4;

  bool augment(std::size_t source) {
    const auto n = excess_.size();
    std::vector<std::int64_t> distance(n, far);
    std::vector<std::size_t> by(n, 0);
    std::vector<bool> forward(n, true);
    distance[source] = 0;
    for (std::size_t round = 0; round < n; ++round)
      for (std::size_t a = 0; a < flow_.size(); ++a) {
        const auto& arc = problem_.arcs[a];
        const auto relax = [&](std::size_t from, std::size_t to, std::int64_t cost, bool ahead) {
          if (distance[from] == far || distance[from] + cost >= distance[to]) return;
          distance[to] = distance[from] + cost;
          by[to] = a;
          forward[to] = ahead;
        };
        if (flow_[a] < upper_[a]) relax(arc.from, arc.to, arc.cost, true);
        if (flow_[a] > arc.lower) relax(arc.to, arc.from, -arc.cost, false);
      }
    std::size_t sink = n;
    for (std::size_t v = 0; v < n; ++v)
      if (excess_[v] < 0 && distance[v] < far && (sink == n || distance[v] < distance[sink]))
        sink = v;
    if (sink == n) return false;
    const auto walk = [&](auto visit) {
      for (auto v = sink; v != source;) {
        visit(by[v], forward[v]);
        v = forward[v] ? problem_.arcs[by[v]].from : problem_.arcs[by[v]].to;
      }
    };
    auto amount = std::min(excess_[source], -excess_[sink]);
    walk([&](std::size_t a, bool ahead) {
      const auto room = ahead ? upper_[a] - flow_[a] : flow_[a] - problem_.arcs[a].lower;
      amount = std::min(amount, room);
    });
    walk([&](std::size_t a, bool ahead) { flow_[a] += ahead ? amount : -amount; });
    excess_[source] -= amount;
    excess_[sink] += amount;
    return true;
  }

  const algo::MinCostFlowProblem& problem_;
  std::vector<std::int64_t> excess_, flow_, upper_;
};

}  // namespace coopnet::reference
