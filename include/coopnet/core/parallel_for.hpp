#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"

namespace coopnet {

/// More threads than this are never started, whatever was asked for.
inline constexpr unsigned max_threads = 256;

/// How many pieces `parallel_for(n, chunk, ...)` makes. Throws PreconditionError if chunk is zero.
[[nodiscard]] inline std::size_t chunk_count(std::size_t n, std::size_t chunk) {
  if (chunk == 0) throw PreconditionError("parallel_for: the chunk size must be positive");
  return n / chunk + (n % chunk != 0 ? 1 : 0);
}

namespace detail {

/// Hands out chunk numbers in ascending order and remembers the lowest one that threw.
class ChunkQueue {
 public:
  explicit ChunkQueue(std::size_t chunks) : chunks_(chunks) {}

  /// Runs chunks until none is left. A chunk below the lowest failed one is always run: it was
  /// handed out earlier. So the failure that is kept does not depend on timing.
  template <class Run>
  void work(Run& run) noexcept {
    for (;;) {
      const std::size_t index = next_.fetch_add(1, std::memory_order_relaxed);
      if (index >= chunks_ || index > lowest_failed_.load(std::memory_order_relaxed)) return;
      try {
        run(index);
      } catch (...) {
        record(index, std::current_exception());
      }
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void record(std::size_t index, std::exception_ptr failure) noexcept {
    const std::scoped_lock lock(mutex_);
    if (index >= lowest_failed_.load(std::memory_order_relaxed)) return;
    lowest_failed_.store(index, std::memory_order_relaxed);
    failure_ = std::move(failure);
  }

  std::size_t chunks_;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::size_t> lowest_failed_{std::numeric_limits<std::size_t>::max()};
  std::mutex mutex_;
  std::exception_ptr failure_;
};

[[nodiscard]] inline unsigned thread_count(std::size_t chunks, unsigned asked) {
  const unsigned wanted = asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
  const unsigned capped = std::min(wanted, max_threads);
  return chunks < capped ? static_cast<unsigned>(chunks) : capped;
}

}  // namespace detail

/// Calls body(begin, end, chunk_index) for the pieces [0, chunk), [chunk, 2 chunk), ... of [0, n).
/// The pieces depend on n and chunk alone: a caller that keeps one result a chunk and combines
/// them in chunk order gets the same bytes for any number of threads.
///
/// threads: 0 means one per processor; never more than the chunks. The calling thread works too;
///   where the system refuses a further thread, the others do its share.
/// Throws: what the body threw; if several pieces threw, the exception of the lowest chunk index,
///   after all running pieces have ended. Later pieces may then not have been run.
///   PreconditionError if chunk is zero.
template <class Body>
void parallel_for(std::size_t n, std::size_t chunk, unsigned threads, Body&& body) {
  const std::size_t chunks = chunk_count(n, chunk);
  if (chunks == 0) return;
  auto run = [&body, n, chunk](std::size_t index) {
    const std::size_t begin = index * chunk;
    body(begin, begin + std::min(chunk, n - begin), index);
  };
  detail::ChunkQueue queue(chunks);
  {
    const unsigned helpers = detail::thread_count(chunks, threads) - 1;
    std::vector<std::jthread> pool;
    pool.reserve(helpers);
    try {
      while (pool.size() < helpers) pool.emplace_back([&queue, &run] { queue.work(run); });
    } catch (const std::system_error&) {
      // Fewer threads than asked for change the time, not the result.
    }
    queue.work(run);
  }  // joins
  queue.rethrow();
}

}  // namespace coopnet
