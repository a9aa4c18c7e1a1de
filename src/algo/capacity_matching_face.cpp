#include "algo/capacity_matching_face.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace coopnet::algo::detail {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};

}  // namespace

CirculationFace::CirculationFace(std::size_t nodes, std::vector<FaceArc> arcs)
    : arcs_(std::move(arcs)), begin_(nodes + 2, 0), at_node_(2 * arcs_.size()) {
  for (const auto& arc : arcs_) ++begin_[arc.from + 2], ++begin_[arc.to + 2];
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  for (std::uint32_t a = 0; a < arcs_.size(); ++a) {
    at_node_[begin_[arcs_[a].from + 1]++] = a;
    at_node_[begin_[arcs_[a].to + 1]++] = a;
  }
  begin_.pop_back();
}

/// Tarjan's algorithm, SIAM J. Comput. 1(2), 1972, without recursion.
std::vector<std::uint32_t> CirculationFace::strong_components() const {
  const auto nodes = static_cast<std::uint32_t>(begin_.size() - 1);
  std::vector<std::uint32_t> order(nodes, none), low(nodes), component(nodes, none), open, walk;
  auto next = begin_;
  std::uint32_t time = 0, components = 0;
  const auto enter = [&](std::uint32_t v) {
    order[v] = low[v] = time++;
    open.push_back(v);
    walk.push_back(v);
  };
  for (std::uint32_t start = 0; start < nodes; ++start) {
    if (order[start] == none) enter(start);
    while (!walk.empty()) {
      const auto v = walk.back();
      if (next[v] < begin_[v + 1]) {
        const auto& arc = arcs_[at_node_[next[v]++]];
        const auto w = other_end(arc, v);
        if (!residual(arc, v)) continue;
        if (order[w] == none) {
          enter(w);
        } else if (component[w] == none) {
          low[v] = std::min(low[v], order[w]);
        }
        continue;
      }
      walk.pop_back();
      if (!walk.empty()) low[walk.back()] = std::min(low[walk.back()], low[v]);
      if (low[v] != order[v]) continue;
      for (auto w = none; w != v; open.pop_back()) component[w = open.back()] = components;
      ++components;
    }
  }
  return component;
}

/// Bridges by the least entry time reached from below, as for articulation points.
std::vector<std::uint8_t> CirculationFace::free_arcs() const {
  const auto component = strong_components();
  const auto nodes = static_cast<std::uint32_t>(begin_.size() - 1);
  std::vector<std::uint32_t> order(nodes, none), low(nodes), by(nodes, none), walk;
  std::vector<std::uint8_t> free(arcs_.size());
  const auto inside = [&](const FaceArc& arc) {
    return component[arc.from] == component[arc.to] && arc.lower < arc.upper;
  };
  std::transform(arcs_.begin(), arcs_.end(), free.begin(), inside);
  auto next = begin_;
  std::uint32_t time = 0;
  for (std::uint32_t start = 0; start < nodes; ++start) {
    if (order[start] != none) continue;
    order[start] = low[start] = time++;
    walk.push_back(start);
    while (!walk.empty()) {
      const auto v = walk.back();
      if (next[v] < begin_[v + 1]) {
        const auto a = at_node_[next[v]++];
        const auto w = other_end(arcs_[a], v);
        if (a == by[v] || !inside(arcs_[a])) continue;
        if (order[w] == none) {
          order[w] = low[w] = time++;
          by[w] = a;
          walk.push_back(w);
        } else {
          low[v] = std::min(low[v], order[w]);
        }
        continue;
      }
      walk.pop_back();
      if (walk.empty()) continue;
      low[walk.back()] = std::min(low[walk.back()], low[v]);
      if (low[v] == order[v]) free[by[v]] = 0;
    }
  }
  return free;
}

/// A shortest residual path that does not use one arc; empty if there is none.
std::vector<CirculationFace::Step> CirculationFace::path(std::uint32_t from, std::uint32_t to,
                                                         std::uint32_t without) const {
  std::vector<std::uint32_t> by(begin_.size() - 1, none), queue{from};
  for (std::size_t i = 0; i < queue.size() && by[to] == none; ++i) {
    const auto v = queue[i];
    for (auto k = begin_[v]; k < begin_[v + 1]; ++k) {
      const auto a = at_node_[k];
      const auto w = other_end(arcs_[a], v);
      if (a == without || w == from || by[w] != none || !residual(arcs_[a], v)) continue;
      by[w] = a;
      queue.push_back(w);
    }
  }
  std::vector<Step> steps;
  if (by[to] == none) return steps;
  for (auto v = to; v != from;) {
    const auto& arc = arcs_[by[v]];
    steps.push_back({by[v], arc.to == v});
    v = other_end(arc, v);
  }
  return steps;
}

void CirculationFace::push(const std::vector<Step>& cycle, std::int64_t amount) {
  for (const auto& step : cycle) arcs_[step.arc].flow += step.forward ? amount : -amount;
}

bool CirculationFace::list(std::size_t most, std::vector<std::vector<std::int64_t>>& found) {
  bool complete = true;
  branch(most, 0, found, complete);
  return complete;
}

/// Divides what is left into two parts that both hold a circulation: the flow on a free arc stays
/// on this side of its value, or goes to the other. `pending` parts wait above, each with at least
/// one: so the depth is never more than `most`.
void CirculationFace::branch(std::size_t most, std::size_t pending,
                             std::vector<std::vector<std::int64_t>>& found, bool& complete) {
  if (found.size() >= most) {
    complete = false;
    return;
  }
  const auto free = free_arcs();
  const auto a = static_cast<std::uint32_t>(std::find(free.begin(), free.end(), std::uint8_t{1}) -
                                            free.begin());
  const bool last = a == arcs_.size();
  if (last || found.size() + pending >= most) {
    complete = complete && last;
    auto& flows = found.emplace_back();
    for (const auto& arc : arcs_) flows.push_back(arc.flow);
    return;
  }
  auto& arc = arcs_[a];
  auto cycle = path(arc.to, arc.from, a);
  const bool more = arc.flow < arc.upper && !cycle.empty();
  if (!more) cycle = path(arc.from, arc.to, a);
  cycle.push_back({a, more});
  const auto flow = arc.flow, lower = arc.lower, upper = arc.upper;
  (more ? arc.upper : arc.lower) = flow;
  branch(most, pending + 1, found, complete);
  arc.lower = more ? flow + 1 : lower;
  arc.upper = more ? upper : flow - 1;
  push(cycle, 1);
  branch(most, pending, found, complete);
  push(cycle, -1);
  arc.lower = lower;
  arc.upper = upper;
}

}  // namespace coopnet::algo::detail
