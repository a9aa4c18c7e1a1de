// From a dataset in memory to its relations, and from these to the typed graph. With
// COOPNET_LONG_BENCH set, also of large datasets.
#include <benchmark/benchmark.h>

#include <map>

#include "coopnet/network/cooperation_graph.hpp"
#include "generated.hpp"

namespace coopnet {
namespace {

/// Made once a size: a benchmark is entered several times.
const Dataset& dataset(std::int64_t pledges) {
  static std::map<std::int64_t, Dataset> made;
  const auto found = made.find(pledges);
  return found != made.end() ? found->second
                             : made.emplace(pledges, bench::generated(pledges)).first->second;
}

void relations(benchmark::State& state) {
  const Dataset& data = dataset(state.range(0));
  const Selection everything(data);
  for (auto _ : state) benchmark::DoNotOptimize(build_relations(data, everything));
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["bytes"] = static_cast<double>(build_relations(data, everything).bytes());
}

void cooperation_graph(benchmark::State& state) {
  const Dataset& data = dataset(state.range(0));
  const auto relations = build_relations(data, Selection(data));
  for (auto _ : state) benchmark::DoNotOptimize(build_cooperation_graph(data, relations));
  const auto ties = build_cooperation_graph(data, relations).edge_count();
  state.counters["ties"] = static_cast<double>(ties);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ties));
}

void pledges(benchmark::internal::Benchmark* bench) {
  bench->ArgName("pledges")->Unit(benchmark::kMillisecond);
  for (const auto size : bench::sizes({1'000}, {10'000, 100'000})) bench->Arg(size);
}

BENCHMARK(relations)->Apply(pledges);
BENCHMARK(cooperation_graph)->Apply(pledges);

}  // namespace
}  // namespace coopnet
