#pragma once

#include <chrono>
#include <string>

#include "coopnet/core/stop.hpp"

namespace coopnet::tools {

/// Tells a terminal how far a long computation is, on standard error, once it takes long and unless
/// the run is quiet. A signal that waits (HoldSignals) stops the work between two steps.
class Watch : public Progress {
 public:
  /// `key`: a message whose {0} is the percentage.
  explicit Watch(std::string key);
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() override;

  void report(std::uint64_t done, std::uint64_t total) override;
  [[nodiscard]] bool stop_requested() override;

 private:
  using Clock = std::chrono::steady_clock;

  std::string key_;
  bool speaks_;
  bool spoken_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace coopnet::tools
