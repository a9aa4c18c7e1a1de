#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "algo/min_cost_flow_tree.hpp"
#include "coopnet/core/stop.hpp"

/// Network simplex over a list of arcs: the engine behind min_cost_flow().
namespace coopnet::algo::detail {

class FlowSimplex {
 public:
  /// Lower bounds are carried first: the simplex sees bounds 0 and upper - lower. Loops and arcs
  /// without room keep out of it.
  explicit FlowSimplex(const MinCostFlowProblem& problem);

  /// Pivots until no arc lowers the cost. False if the cost has no lower limit.
  [[nodiscard]] bool run(Progress* progress);

  [[nodiscard]] std::vector<std::int64_t> flow() const;  ///< of each arc of the problem
  [[nodiscard]] std::vector<std::int64_t> potential() const;
  /// What is left at each node: supply that did not leave, or (negative) demand that is not met.
  [[nodiscard]] std::vector<std::int64_t> unserved() const;
  /// After run() returned false: the arcs of a cycle of negative cost without upper bounds.
  [[nodiscard]] std::vector<std::uint32_t> endless_cycle() const;

 private:
  struct PricedArc {
    std::uint32_t from;
    std::uint32_t to;
    std::int64_t cost;
  };
  enum State : std::int8_t { at_upper = -1, in_tree = 0, at_lower = 1 };

  void collect_arcs();
  void add_arc(std::uint32_t i);
  void first_tree();
  [[nodiscard]] bool find_entering(Entering& in);
  [[nodiscard]] Entering entering(std::uint32_t arc) const;

  const MinCostFlowProblem& problem_;
  FlowTree tree_;
  std::vector<PricedArc> arcs_;
  std::vector<std::int64_t> capacity_;
  std::vector<State> state_;
  std::vector<std::uint32_t> id_;        // of the arc in the problem
  std::vector<std::int64_t> remaining_;  // supply after the lower bounds are carried
  std::int64_t artificial_cost_ = 1;
  std::size_t block_ = 0;
  std::size_t next_ = 0;  // arc at which the search goes on
  Entering endless_;
};

}  // namespace coopnet::algo::detail
