#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

/// Every quadruple a - f' - a' - f of a table of links, one after the other; for the check a link
/// is really taken out of the table.
namespace reference {

using Table = std::vector<std::vector<bool>>;  // left x right

struct ThreePathsSlow {
  std::size_t paths = 0;
  double normalised = 0;
};

inline std::size_t left_degree(const Table& t, std::size_t left) {
  std::size_t out = 0;
  for (const bool link : t[left]) out += link ? 1U : 0U;
  return out;
}
inline std::size_t right_degree(const Table& t, std::size_t right) {
  std::size_t out = 0;
  for (const auto& row : t) out += row[right] ? 1U : 0U;
  return out;
}

inline ThreePathsSlow three_paths_slow(const Table& t, std::size_t left, std::size_t right) {
  ThreePathsSlow out;
  for (std::size_t over = 0; over < t[left].size(); ++over)
    for (std::size_t other = 0; other < t.size(); ++other) {
      if (over == right || other == left) continue;
      if (!t[left][over] || !t[other][over] || !t[other][right]) continue;
      ++out.paths;
      out.normalised +=
          1 / std::sqrt(static_cast<double>(right_degree(t, over) * left_degree(t, other)));
    }
  return out;
}

struct CheckSlow {
  std::vector<double> paths, normalised, degree;  // 1 won, 1/2 equal, 0 lost; one entry a pair
};

inline CheckSlow check_three_paths_slow(Table t) {
  CheckSlow out;
  const auto won = [](double x, double y) {
    return std::abs(x - y) < 1e-9 ? 0.5 : x > y ? 1.0 : 0.0;
  };
  for (std::size_t left = 0; left < t.size(); ++left)
    for (std::size_t right = 0; right < t[left].size(); ++right) {
      if (!t[left][right]) continue;
      t[left][right] = false;
      const auto here = three_paths_slow(t, left, right);
      for (std::size_t other = 0; other < t[left].size(); ++other) {
        if (t[left][other] || other == right) continue;
        const auto there = three_paths_slow(t, left, other);
        out.paths.push_back(won(static_cast<double>(here.paths), static_cast<double>(there.paths)));
        out.normalised.push_back(won(here.normalised, there.normalised));
        out.degree.push_back(won(static_cast<double>(right_degree(t, right)),
                                 static_cast<double>(right_degree(t, other))));
      }
      t[left][right] = true;
    }
  return out;
}

}  // namespace reference
