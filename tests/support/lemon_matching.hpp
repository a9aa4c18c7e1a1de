#pragma once

#include <cstdint>
#include <memory>
#include <vector>

/// LEMON's maximum weight matching behind plain arrays, as an oracle for tests and a peer for
/// benches. LEMON does not compile as C++20, so the other side of this header is C++17.
namespace support {

class LemonMatching {
 public:
  /// Edge i joins a[i] and b[i]; loops are left out.
  LemonMatching(std::uint32_t vertices, const std::vector<std::uint32_t>& a,
                const std::vector<std::uint32_t>& b, const std::vector<std::int64_t>& weight);
  LemonMatching(const LemonMatching&) = delete;
  LemonMatching& operator=(const LemonMatching&) = delete;
  ~LemonMatching();

  /// The greatest sum of weights; solves anew at each call.
  [[nodiscard]] std::int64_t solve() const;

 private:
  struct Graph;
  std::unique_ptr<Graph> graph_;
};

}  // namespace support
