/// Spectral seriation, for matrices that are too large for the best order of a tree.
///
/// Definition:  rows of a connected part in the order of the Fiedler vector, the eigenvector of the
///              second smallest eigenvalue of L = D - W (W the similarities, D their row sums).
/// Convention:  parts one after another, larger ones first, then by their smallest row; ties within
///              a part fall to the smaller row; the first row of a part is smaller than its last.
/// Cost:        rounds x (non-zero similarities), at most 300 rounds and about 4e8 steps.
/// Needs:       nothing; where the vector has not converged the order is merely less good.
/// Source:      J. Atkins, E. Boman, B. Hendrickson, SIAM J. Comput. 28(1), 1998,
///              doi:10.1137/S0097539795285771. Power iteration on c I - L, c = 2 max D, from the
///              distances to a far row, which already are near the answer where rows form a band.
/// Checked by:  permuted band matrices in tests/render/grid_test.cpp.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "coopnet/core/rng.hpp"
#include "render/grid_seriate.hpp"

namespace coopnet::render {
namespace {

struct Entry {
  std::size_t column;
  double value;
};
using Rows = std::vector<std::vector<Entry>>;

Rows nonzeros(std::span<const std::int64_t> similarity, std::size_t n) {
  Rows rows(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (similarity[i * n + j] > 0)
        rows[i].push_back({j, static_cast<double>(similarity[i * n + j])});
  return rows;
}

std::vector<std::vector<std::size_t>> connected_parts(const Rows& rows) {
  std::vector<std::vector<std::size_t>> parts;
  std::vector<bool> seen(rows.size(), false);
  for (std::size_t start = 0; start < rows.size(); ++start) {
    if (seen[start]) continue;
    std::vector<std::size_t> part = {start};
    seen[start] = true;
    for (std::size_t k = 0; k < part.size(); ++k)
      for (const auto& entry : rows[part[k]])
        if (!seen[entry.column]) {
          seen[entry.column] = true;
          part.push_back(entry.column);
        }
    std::sort(part.begin(), part.end());
    parts.push_back(std::move(part));
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

/// Takes out the constant vector, the eigenvector of eigenvalue zero, and scales to length one.
void centre_and_scale(const std::vector<std::size_t>& part, std::vector<double>& x) {
  double sum = 0;
  for (const auto i : part) sum += x[i];
  const double mean = sum / static_cast<double>(part.size());
  double squares = 0;
  for (const auto i : part) {
    x[i] -= mean;
    squares += x[i] * x[i];
  }
  const double length = std::sqrt(squares);
  if (length <= 0) return;
  for (const auto i : part) x[i] /= length;
}

std::size_t rounds_for(const Rows& rows, const std::vector<std::size_t>& part) {
  std::size_t steps = 1;
  for (const auto i : part) steps += rows[i].size();
  return std::clamp<std::size_t>(400'000'000 / steps, 20, 300);
}

/// Steps from `start` to each row of its part, in `level`; returns the last row reached.
std::size_t walk(const Rows& rows, std::size_t start, std::vector<std::size_t>& level) {
  constexpr std::size_t unseen = static_cast<std::size_t>(-1);
  std::fill(level.begin(), level.end(), unseen);
  std::vector<std::size_t> queue = {start};
  level[start] = 0;
  for (std::size_t k = 0; k < queue.size(); ++k)
    for (const auto& entry : rows[queue[k]])
      if (level[entry.column] == unseen) {
        level[entry.column] = level[queue[k]] + 1;
        queue.push_back(entry.column);
      }
  return queue.back();
}

void sort_part(const Rows& rows, std::vector<std::size_t>& part, std::vector<double>& x,
               std::vector<double>& y) {
  std::vector<double> degree(rows.size(), 0);
  std::vector<std::size_t> level(rows.size());
  walk(rows, walk(rows, part.front(), level), level);
  double largest = 0;
  for (const auto i : part) {
    for (const auto& entry : rows[i]) degree[i] += entry.value;
    largest = std::max(largest, degree[i]);
    // Rows at the same distance start apart; how does not matter, if it is the same everywhere.
    x[i] = static_cast<double>(level[i]) + static_cast<double>(SplitMix64::mix(i) >> 11) * 0x1p-54;
  }
  centre_and_scale(part, x);
  for (std::size_t round = rounds_for(rows, part); round > 0; --round) {
    for (const auto i : part) {
      double sum = (2 * largest - degree[i]) * x[i];
      for (const auto& entry : rows[i]) sum += entry.value * x[entry.column];
      y[i] = sum;
    }
    std::swap(x, y);
    centre_and_scale(part, x);
  }
  std::stable_sort(part.begin(), part.end(),
                   [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
  if (part.front() > part.back()) std::reverse(part.begin(), part.end());
}

}  // namespace

std::vector<std::size_t> spectral_order(std::span<const std::int64_t> similarity, std::size_t n) {
  const Rows rows = nonzeros(similarity, n);
  std::vector<double> x(n);
  std::vector<double> y(n);
  std::vector<std::size_t> out;
  out.reserve(n);
  for (auto& part : connected_parts(rows)) {
    if (part.size() > 2) sort_part(rows, part, x, y);
    out.insert(out.end(), part.begin(), part.end());
  }
  return out;
}

}  // namespace coopnet::render
