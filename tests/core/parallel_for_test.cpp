#include "coopnet/core/parallel_for.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <limits>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/rng.hpp"

namespace coopnet {
namespace {

using Piece = std::tuple<std::size_t, std::size_t, std::size_t>;

std::vector<Piece> pieces(std::size_t n, std::size_t chunk, unsigned threads) {
  std::mutex mutex;
  std::vector<Piece> result;
  parallel_for(n, chunk, threads, [&](std::size_t begin, std::size_t end, std::size_t index) {
    const std::scoped_lock lock(mutex);
    result.emplace_back(begin, end, index);
  });
  std::sort(result.begin(), result.end());
  return result;
}

TEST(ParallelFor, PiecesAreFixedBySizeAndChunkAlone) {
  const std::vector<Piece> expected{{0, 4, 0}, {4, 8, 1}, {8, 10, 2}};
  for (const unsigned threads : {0U, 1U, 2U, 3U, 8U, 1000U}) {
    EXPECT_EQ(pieces(10, 4, threads), expected) << threads << " threads";
  }
}

TEST(ParallelFor, CoversEveryNumberOnce) {
  for (const std::size_t n : {1U, 2U, 7U, 64U, 1000U}) {
    for (const std::size_t chunk : {1U, 2U, 63U, 64U, 65U, 5000U}) {
      std::vector<std::atomic<int>> visits(n);
      parallel_for(n, chunk, 3, [&](std::size_t begin, std::size_t end, std::size_t) {
        for (std::size_t i = begin; i < end; ++i) ++visits[i];
      });
      for (std::size_t i = 0; i < n; ++i) ASSERT_EQ(visits[i], 1) << i << " of " << n;
    }
  }
}

TEST(ParallelFor, NothingToDoCallsNothing) {
  parallel_for(0, 5, 4, [](std::size_t, std::size_t, std::size_t) { FAIL(); });
  EXPECT_EQ(chunk_count(0, 5), 0U);
}

TEST(ParallelFor, RefusesChunksOfNothing) {
  const auto body = [](std::size_t, std::size_t, std::size_t) {};
  EXPECT_THROW(parallel_for(10, 0, 1, body), PreconditionError);
  EXPECT_THROW(parallel_for(0, 0, 1, body), PreconditionError);
}

TEST(ParallelFor, ChunkCountDoesNotOverflow) {
  constexpr auto most = std::numeric_limits<std::size_t>::max();
  EXPECT_EQ(chunk_count(10, 4), 3U);
  EXPECT_EQ(chunk_count(8, 4), 2U);
  EXPECT_EQ(chunk_count(most, most), 1U);
  EXPECT_EQ(chunk_count(most, most - 1), 2U);
  const std::vector<Piece> expected{{0, most - 1, 0}, {most - 1, most, 1}};
  EXPECT_EQ(pieces(most, most - 1, 2), expected);
}

// Floating point sums differ with the order of addition: this is why the chunks are fixed.
TEST(ParallelFor, SumsKeptByChunkAreTheSameForAnyNumberOfThreads) {
  std::vector<double> values(10007);
  Rng rng(3);
  for (auto& value : values) value = rng.uniform() * 1e6 - 1.0 / 3.0;
  const auto sum = [&](unsigned threads) {
    std::vector<double> partial(chunk_count(values.size(), 64));
    parallel_for(values.size(), 64, threads,
                 [&](std::size_t begin, std::size_t end, std::size_t index) {
                   for (std::size_t i = begin; i < end; ++i) partial[index] += values[i];
                 });
    double total = 0.0;
    for (const double part : partial) total += part;
    return total;
  };
  const double alone = sum(1);
  for (const unsigned threads : {2U, 3U, 8U}) EXPECT_EQ(sum(threads), alone);
}

// Both pieces wait for each other, so this hangs (and the test times out) on one thread only.
TEST(ParallelFor, RunsPiecesAtTheSameTime) {
  std::mutex mutex;
  std::condition_variable arrived;
  int waiting = 0;
  std::set<std::thread::id> ids;
  parallel_for(2, 1, 2, [&](std::size_t, std::size_t, std::size_t) {
    std::unique_lock lock(mutex);
    ids.insert(std::this_thread::get_id());
    ++waiting;
    arrived.notify_all();
    arrived.wait(lock, [&] { return waiting == 2; });
  });
  EXPECT_EQ(ids.size(), 2U);
}

TEST(ParallelFor, OneThreadIsTheCallingOneAndGoesInOrder) {
  const auto caller = std::this_thread::get_id();
  std::vector<std::size_t> order;
  parallel_for(100, 7, 1, [&](std::size_t, std::size_t, std::size_t index) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    order.push_back(index);
  });
  EXPECT_EQ(order.size(), 15U);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST(ParallelFor, ThreadsAreLimitedByChunksAndByTheMaximum) {
  EXPECT_EQ(detail::thread_count(3, 8), 3U);
  EXPECT_EQ(detail::thread_count(8, 3), 3U);
  EXPECT_EQ(detail::thread_count(1000000, 1000000), max_threads);
  EXPECT_GE(detail::thread_count(1000000, 0), 1U);
}

std::string message_of_failure(unsigned threads, const std::set<std::size_t>& failing,
                               std::size_t& calls) {
  std::atomic<std::size_t> called{0};
  std::atomic<std::size_t> idle{0};
  std::string message = "no exception";
  try {
    parallel_for(200, 1, threads, [&](std::size_t, std::size_t, std::size_t index) {
      ++called;
      // Earlier pieces take longer, so with several threads a later one fails first.
      for (std::size_t spin = 0; spin < (200 - index) * 10; ++spin) ++idle;
      if (failing.contains(index)) throw std::runtime_error(std::to_string(index));
    });
  } catch (const std::runtime_error& error) {
    message = error.what();
  }
  calls = called;
  return message;
}

TEST(ParallelFor, ThrowsTheFailureOfTheLowestChunk) {
  for (const unsigned threads : {1U, 2U, 4U}) {
    for (int repeat = 0; repeat < 20; ++repeat) {
      std::size_t calls = 0;
      EXPECT_EQ(message_of_failure(threads, {40, 41, 42, 43, 199}, calls), "40");
      EXPECT_GE(calls, 41U);   // all pieces up to the failing one
      EXPECT_LT(calls, 200U);  // and not every later one
      EXPECT_EQ(message_of_failure(threads, {0}, calls), "0");
      EXPECT_EQ(message_of_failure(threads, {}, calls), "no exception");
      EXPECT_EQ(calls, 200U);
    }
  }
}

TEST(ParallelFor, PassesOnWhatIsNoStandardException) {
  EXPECT_THROW(parallel_for(10, 1, 2, [](std::size_t, std::size_t, std::size_t) { throw 7; }), int);
}

TEST(ParallelFor, CanBeNested) {
  std::atomic<int> sum{0};
  parallel_for(4, 1, 2, [&](std::size_t, std::size_t, std::size_t) {
    parallel_for(10, 3, 2, [&](std::size_t begin, std::size_t end, std::size_t) {
      sum += static_cast<int>(end - begin);
    });
  });
  EXPECT_EQ(sum, 40);
}

}  // namespace
}  // namespace coopnet
