#include "coopnet/algo/min_cost_flow.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "sizes.hpp"
#include "support/lemon_flow.hpp"

// Assignment and transport, here and with LEMON's network simplex, in one run: read the times as
// ratios. LEMON's graph and its solver's arrays are built before the clock starts; ours start from
// the matrix or the arcs. The argument is the number of rows and columns. Large sizes need
// gigabytes for LEMON and run only when COOPNET_LONG_BENCH is set.
namespace {

using namespace coopnet::algo;
using coopnet::Rng;

enum Shape { uniform, product, transport };

struct Instance {
  std::vector<std::int32_t> cost;
  std::vector<std::int64_t> supply, demand;
  [[nodiscard]] TransportProblem problem() const { return {cost, supply, demand}; }
};

std::vector<std::int64_t> numbers(Rng& rng, std::size_t n) {
  std::vector<std::int64_t> out(n);
  for (auto& x : out) x = 1 + static_cast<std::int64_t>(rng.below(1000));
  return out;
}

Instance make(Shape shape, std::size_t n) {
  Rng rng(1);
  Instance out;
  const auto a = numbers(rng, n), b = numbers(rng, n);
  for (const auto x : a)
    for (const auto y : b) {
      const auto free = static_cast<std::int64_t>(1 + rng.below(100000));
      out.cost.push_back(static_cast<std::int32_t>(shape == product ? x * y : free));
    }
  out.supply = shape == transport ? numbers(rng, n) : std::vector<std::int64_t>(n, 1);
  out.demand = shape == transport ? numbers(rng, n) : std::vector<std::int64_t>(n, 1);
  std::int64_t surplus = 0;
  for (std::size_t i = 0; i < n; ++i) surplus += out.demand[i] - out.supply[i];
  (surplus > 0 ? out.supply : out.demand)[0] += surplus > 0 ? surplus : -surplus;
  return out;
}

/// n rows, n columns, ten arcs a row, one of which keeps the problem feasible.
MinCostFlowProblem make_sparse(std::size_t n) {
  Rng rng(1);
  MinCostFlowProblem out;
  out.supply.assign(n, 1);
  out.supply.resize(2 * n, -1);
  constexpr int degree = 10;
  for (std::uint32_t r = 0; r < n; ++r)
    for (int k = 0; k < degree; ++k) {
      const auto c = k == 0 ? r : rng.below(n);
      const auto cost = k == 0 ? 100000 : static_cast<std::int64_t>(1 + rng.below(100000));
      out.arcs.push_back({r, static_cast<std::uint32_t>(n + c), 0, unlimited, cost});
    }
  return out;
}

void ours_dense(benchmark::State& state, Shape shape) {
  const auto instance = make(shape, static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const auto result = dense_transport(instance.problem());
    state.counters["total"] = static_cast<double>(result.total);
  }
}

void lemon_dense(benchmark::State& state, Shape shape) {
  const auto instance = make(shape, static_cast<std::size_t>(state.range(0)));
  const auto n = instance.supply.size();
  coopnet::testing::LemonFlowProblem lemon(2 * n, n * n);
  for (std::size_t i = 0; i < n; ++i) {
    lemon.set_supply(i, instance.supply[i]);
    lemon.set_supply(n + i, -instance.demand[i]);
    for (std::size_t j = 0; j < n; ++j) lemon.add_arc(i, n + j, 0, -1, instance.cost[i * n + j]);
  }
  lemon.prepare();
  for (auto _ : state) state.counters["total"] = static_cast<double>(lemon.run().total);
}

void ours_sparse(benchmark::State& state) {
  const auto problem = make_sparse(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    const auto result = min_cost_flow(problem);
    state.counters["total"] = static_cast<double>(result.total);
  }
}

void lemon_sparse(benchmark::State& state) {
  const auto problem = make_sparse(static_cast<std::size_t>(state.range(0)));
  coopnet::testing::LemonFlowProblem lemon(problem.supply.size(), problem.arcs.size());
  for (std::size_t v = 0; v < problem.supply.size(); ++v) lemon.set_supply(v, problem.supply[v]);
  for (const auto& arc : problem.arcs) lemon.add_arc(arc.from, arc.to, 0, -1, arc.cost);
  lemon.prepare();
  for (auto _ : state) state.counters["total"] = static_cast<double>(lemon.run().total);
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Unit(benchmark::kMillisecond);
  for (const auto size : coopnet::bench::sizes({200}, {1000, 5000})) bench->Arg(size);
}
void sparse_sizes(benchmark::internal::Benchmark* bench) {
  bench->Unit(benchmark::kMillisecond);
  for (const auto size : coopnet::bench::sizes({1000}, {10000, 100000})) bench->Arg(size);
}

BENCHMARK_CAPTURE(ours_dense, uniform, uniform)->Apply(sizes);
BENCHMARK_CAPTURE(lemon_dense, uniform, uniform)->Apply(sizes);
BENCHMARK_CAPTURE(ours_dense, product, product)->Apply(sizes);
BENCHMARK_CAPTURE(lemon_dense, product, product)->Apply(sizes);
BENCHMARK_CAPTURE(ours_dense, transport, transport)->Apply(sizes);
BENCHMARK_CAPTURE(lemon_dense, transport, transport)->Apply(sizes);
BENCHMARK(ours_sparse)->Apply(sparse_sizes);
BENCHMARK(lemon_sparse)->Apply(sparse_sizes);

}  // namespace
