#pragma once

#include <cstdint>
#include <vector>

/// LEMON's network simplex behind plain arrays: an independent answer for tests and a peer for
/// benches. It is compiled apart because LEMON is not C++20.
namespace coopnet::testing {

struct LemonFlow {
  enum Status { optimal, infeasible, unbounded } status = optimal;
  std::int64_t total = 0;
};

/// A bench can call prepare() first, to time the simplex method alone; arcs come before that.
class LemonFlowProblem {
 public:
  LemonFlowProblem(std::size_t nodes, std::size_t arcs);
  ~LemonFlowProblem();
  LemonFlowProblem(const LemonFlowProblem&) = delete;
  LemonFlowProblem& operator=(const LemonFlowProblem&) = delete;

  void set_supply(std::size_t node, std::int64_t supply);
  /// upper < 0: unlimited.
  void add_arc(std::size_t from, std::size_t to, std::int64_t lower, std::int64_t upper,
               std::int64_t cost);
  void prepare();
  [[nodiscard]] LemonFlow run();

 private:
  struct Data;
  Data* data_;
};

}  // namespace coopnet::testing
