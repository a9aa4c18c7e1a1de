#include "coopnet/core/stop.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/parallel_for.hpp"

namespace coopnet {
namespace {

struct Recorder : Progress {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> reports;  // deliberately not locked
  std::atomic<bool> stop{false};
  void report(std::uint64_t done, std::uint64_t total) override {
    reports.emplace_back(done, total);
    if (done >= stop_after) stop = true;
  }
  bool stop_requested() override { return stop; }
  std::uint64_t stop_after = ~std::uint64_t{0};
};

TEST(Progress, DoesNothingUnlessOverridden) {
  Progress silent;
  silent.report(1, 2);
  EXPECT_FALSE(silent.stop_requested());
  ProgressMeter meter(&silent, 2);
  EXPECT_NO_THROW(meter.check());
}

TEST(ProgressMeter, NobodyNeedsToListen) {
  ProgressMeter meter(nullptr, 10);
  EXPECT_NO_THROW(meter.check());
  EXPECT_NO_THROW(meter.advance(10));
}

// One report at a time: under the thread sanitizer an unlocked report would be a race.
TEST(ProgressMeter, ReportsOfAllThreadsComeInOrder) {
  Recorder recorder;
  constexpr std::size_t steps = 20001;
  ProgressMeter meter(&recorder, steps);
  parallel_for(steps, 2, 4, [&](std::size_t begin, std::size_t end, std::size_t) {
    meter.check();
    meter.advance(end - begin);
  });
  ASSERT_EQ(recorder.reports.size(), chunk_count(steps, 2));
  std::uint64_t before = 0;
  for (const auto& [done, total] : recorder.reports) {
    EXPECT_GT(done, before);
    EXPECT_EQ(total, steps);
    before = done;
  }
  EXPECT_EQ(before, steps);
}

TEST(ProgressMeter, StopsTheComputationOnRequest) {
  for (const unsigned threads : {1U, 3U}) {
    Recorder recorder;
    recorder.stop_after = 10;
    ProgressMeter meter(&recorder, 1000);
    EXPECT_THROW(parallel_for(1000, 1, threads,
                              [&](std::size_t, std::size_t, std::size_t) {
                                meter.check();
                                meter.advance(1);
                              }),
                 Interrupted);
    EXPECT_GE(recorder.reports.size(), 10U);
    EXPECT_LE(recorder.reports.size(), 10U + threads);
  }
}

}  // namespace
}  // namespace coopnet
