// Loading a generated dataset from files: reading, understanding and checking, from a folder of CSV
// tables and from one JSON file. With COOPNET_LONG_BENCH set, also the large ones.
#include <benchmark/benchmark.h>

#include "generated.hpp"

namespace coopnet {
namespace {

void load(benchmark::State& state, const std::string& path) {
  for (auto _ : state) benchmark::DoNotOptimize(io::load_dataset(path));
  state.SetBytesProcessed(state.iterations() * bench::bytes_of(path));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void load_csv(benchmark::State& state) {
  const bench::ScratchFolder folder;
  io::write_synthetic_dataset(bench::shape(state.range(0)), folder / "made", false);
  load(state, folder / "made");
}

void load_json(benchmark::State& state) {
  const bench::ScratchFolder folder;
  io::save_dataset(bench::generated(state.range(0)), folder / "made.json", false);
  load(state, folder / "made.json");
}

void pledges(benchmark::internal::Benchmark* bench) {
  bench->ArgName("pledges")->Unit(benchmark::kMillisecond);
  for (const auto size : bench::sizes({1'000}, {10'000, 100'000})) bench->Arg(size);
}

BENCHMARK(load_csv)->Apply(pledges);
BENCHMARK(load_json)->Apply(pledges);

}  // namespace
}  // namespace coopnet
