#pragma once

#include <cstdint>
#include <mutex>

#include "coopnet/core/errors.hpp"

namespace coopnet {

/// What a long computation tells its caller, and how the caller stops it. Both functions do
/// nothing unless overridden. `stop_requested` can be called from several threads at once;
/// `report` is called by one thread at a time, with `done` never decreasing.
struct Progress {
  Progress() = default;
  Progress(const Progress&) = default;
  Progress& operator=(const Progress&) = default;
  virtual ~Progress() = default;

  virtual void report([[maybe_unused]] std::uint64_t done, [[maybe_unused]] std::uint64_t total) {}
  [[nodiscard]] virtual bool stop_requested() { return false; }
};

/// The computation's side: counts the steps of all threads and passes them on in order.
/// A null `sink` is allowed and means that nobody listens.
///
///     meter.check();                 // before a piece of work: throws Interrupted if asked to
///     ...
///     meter.advance(end - begin);    // after it
class ProgressMeter {
 public:
  ProgressMeter(Progress* sink, std::uint64_t total) : sink_(sink), total_(total) {}

  /// Throws Interrupted if the caller asked to stop. Safe from any thread.
  void check() const {
    if (sink_ != nullptr && sink_->stop_requested()) throw Interrupted();
  }

  /// Counts `steps` finished steps and reports the new state. Safe from any thread.
  void advance(std::uint64_t steps) {
    if (sink_ == nullptr) return;
    const std::scoped_lock lock(mutex_);
    done_ += steps;
    sink_->report(done_, total_);
  }

 private:
  Progress* sink_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace coopnet
