#pragma once

#include <optional>
#include <vector>

/// The chance that a positive is above a negative, pair by pair.
namespace reference {

template <class Score>
std::optional<double> auc_slow(const std::vector<Score>& positives,
                               const std::vector<Score>& negatives) {
  if (positives.empty() || negatives.empty()) return std::nullopt;
  double won = 0, pairs = 0;
  for (const auto& p : positives)
    for (const auto& n : negatives) {
      won += p > n ? 1 : p == n ? 0.5 : 0;
      pairs += 1;
    }
  return won / pairs;
}

}  // namespace reference
