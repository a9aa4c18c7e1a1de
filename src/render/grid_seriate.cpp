/// Seriation: an order of rows in which similar rows are neighbours.
///
/// Definition:  up to 500 rows, the average-linkage tree (Sokal and Michener 1958) in the leaf
/// order
///              with the largest sum of similarities between neighbours, among the 2^(n-1) orders
///              that the tree allows; above, see grid_spectral.cpp.
/// Convention:  similarities are whole numbers, so sums are exact and ties are real; they fall to
/// the
///              smaller row. An order and its mirror image are the same: the one that starts with
///              the smaller row is given.
/// Cost:        O(n^2) for the tree by chains of nearest neighbours, O(n^3) for the order, n^2
/// words. Needs:       values below 2^40, so that sums of n of them cannot overflow; larger ones
/// are cut. Source:      F. Murtagh, Computer Journal 26(4), 1983, doi:10.1093/comjnl/26.4.354;
///              Z. Bar-Joseph, D. Gifford, T. Jaakkola, Bioinformatics 17 Suppl. 1, 2001,
///              doi:10.1093/bioinformatics/17.suppl_1.S22.
/// Checked by:  enumeration of all orders of the tree in tests/render/grid_test.cpp.
#include "render/grid_seriate.hpp"

#include <algorithm>
#include <numeric>

#include "coopnet/core/errors.hpp"
#include "coopnet/render/grid.hpp"

namespace coopnet::render {
namespace {

constexpr std::int64_t largest_similarity = std::int64_t{1} << 40;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Clusters under construction; a cluster lives in the slot of its smallest leaf.
class Linkage {
 public:
  Linkage(std::span<const std::int64_t> similarity, std::size_t n)
      : n_(n), sums_(similarity.begin(), similarity.end()), size_(n, 1), node_(n), alive_(n, true) {
    std::iota(node_.begin(), node_.end(), std::size_t{0});
  }

  std::vector<Merge> run() {
    std::vector<std::size_t> chain;
    while (merges_.size() + 1 < n_) {
      if (chain.empty()) chain.push_back(first_alive());
      const std::size_t last = chain.back();
      const std::size_t before = chain.size() > 1 ? chain[chain.size() - 2] : none;
      const std::size_t nearest = nearest_to(last, before);
      if (nearest != before) {
        chain.push_back(nearest);
        continue;
      }
      chain.resize(chain.size() - 2);
      merge(std::min(last, before), std::max(last, before));
    }
    return std::move(merges_);
  }

 private:
  [[nodiscard]] std::size_t first_alive() const {
    return static_cast<std::size_t>(std::find(alive_.begin(), alive_.end(), true) - alive_.begin());
  }

  [[nodiscard]] double average(std::size_t a, std::size_t b) const {
    return static_cast<double>(sums_[a * n_ + b]) / static_cast<double>(size_[a] * size_[b]);
  }

  /// Where several are nearest, the one before in the chain, so that chains come to an end.
  [[nodiscard]] std::size_t nearest_to(std::size_t a, std::size_t before) const {
    std::size_t best = before;
    double best_average = before == none ? -1 : average(a, before);
    for (std::size_t b = 0; b < n_; ++b) {
      if (!alive_[b] || b == a) continue;
      if (const double x = average(a, b); x > best_average) {
        best_average = x;
        best = b;
      }
    }
    return best;
  }

  void merge(std::size_t into, std::size_t from) {
    merges_.push_back({node_[into], node_[from]});
    node_[into] = n_ + merges_.size() - 1;
    size_[into] += size_[from];
    alive_[from] = false;
    for (std::size_t k = 0; k < n_; ++k) {
      sums_[into * n_ + k] += sums_[from * n_ + k];
      sums_[k * n_ + into] = sums_[into * n_ + k];
    }
  }

  std::size_t n_;
  std::vector<std::int64_t> sums_;
  std::vector<std::size_t> size_;
  std::vector<std::size_t> node_;
  std::vector<bool> alive_;
  std::vector<Merge> merges_;
};

/// best_[u, w]: largest sum of neighbours over the orders of the smallest subtree that holds both u
/// and w, with u and w at its ends. Every pair belongs to exactly one subtree.
class LeafOrder {
 public:
  LeafOrder(std::span<const std::int64_t> similarity, std::size_t n, std::span<const Merge> merges)
      : similarity_(similarity), n_(n), merges_(merges), best_(n * n, 0) {
    number_leaves();
  }

  std::vector<std::size_t> run() {
    for (std::size_t k = 0; k < merges_.size(); ++k) solve(n_ + k);
    return trace();
  }

 private:
  /// Leaves below a node: leaves_[begin .. end).
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void number_leaves() {
    const std::size_t nodes = n_ + merges_.size();
    std::vector<std::size_t> size(nodes, 1);
    for (std::size_t k = 0; k < merges_.size(); ++k)
      size[n_ + k] = size[merges_[k].left] + size[merges_[k].right];
    range_.assign(nodes, {});
    range_.back() = {0, n_};
    for (std::size_t k = merges_.size(); k-- > 0;) {
      const auto [begin, end] = range_[n_ + k];
      const std::size_t middle = begin + size[merges_[k].left];
      range_[merges_[k].left] = {begin, middle};
      range_[merges_[k].right] = {middle, end};
    }
    leaves_.resize(n_);
    for (std::size_t leaf = 0; leaf < n_; ++leaf) leaves_[range_[leaf].begin] = leaf;
    place_.resize(n_);
    for (std::size_t i = 0; i < n_; ++i) place_[leaves_[i]] = i;
  }

  [[nodiscard]] std::span<const std::size_t> leaves(std::size_t node) const {
    return std::span(leaves_).subspan(range_[node].begin, range_[node].end - range_[node].begin);
  }

  /// Leaves that can be the other end of a subtree that ends in u: those of the half without u.
  [[nodiscard]] std::span<const std::size_t> other_ends(std::size_t node, std::size_t u) const {
    if (node < n_) return leaves(node);
    const auto [left, right] = merges_[node - n_];
    return leaves(place_[u] < range_[left].end ? right : left);
  }

  void solve(std::size_t node) {
    const auto [left, right] = merges_[node - n_];
    std::vector<std::int64_t> reach(n_);  // of leaf k in the right half, seen from u
    for (const auto u : leaves(left)) {
      const auto inner = other_ends(left, u);
      for (const auto k : leaves(right)) {
        std::int64_t most = -1;
        for (const auto m : inner)
          most = std::max(most, best_[u * n_ + m] + similarity_[m * n_ + k]);
        reach[k] = most;
      }
      for (const auto w : leaves(right)) {
        std::int64_t most = -1;
        for (const auto k : other_ends(right, w))
          most = std::max(most, reach[k] + best_[k * n_ + w]);
        best_[u * n_ + w] = best_[w * n_ + u] = most;
      }
    }
  }

  struct Task {
    std::size_t node;
    std::size_t first;
    std::size_t last;
  };

  /// The ends of the root with the largest sum, then from the root down which leaves meet.
  [[nodiscard]] std::vector<std::size_t> trace() const {
    Task root{n_ + merges_.size() - 1, 0, 0};
    std::int64_t most = -1;
    const auto [left, right] = merges_.back();
    for (const auto u : leaves(left))
      for (const auto w : leaves(right))
        if (best_[u * n_ + w] > most) {
          most = best_[u * n_ + w];
          root.first = std::min(u, w);
          root.last = std::max(u, w);
        }
    std::vector<std::size_t> out;
    std::vector<Task> stack = {root};
    while (!stack.empty()) {
      const Task task = stack.back();
      stack.pop_back();
      if (task.node < n_) {
        out.push_back(task.node);
        continue;
      }
      const auto [a, b] = split(task);
      stack.push_back(b);
      stack.push_back(a);
    }
    return out;
  }

  [[nodiscard]] std::pair<Task, Task> split(const Task& task) const {
    auto [near, far] = merges_[task.node - n_];
    const Range& r = range_[near];
    if (place_[task.first] < r.begin || place_[task.first] >= r.end) std::swap(near, far);
    for (const auto m : other_ends(near, task.first))
      for (const auto k : other_ends(far, task.last))
        if (best_[task.first * n_ + m] + similarity_[m * n_ + k] + best_[k * n_ + task.last] ==
            best_[task.first * n_ + task.last])
          return {Task{near, task.first, m}, Task{far, k, task.last}};
    return {Task{near, task.first, task.first}, Task{far, task.last, task.last}};
  }

  std::span<const std::int64_t> similarity_;
  std::size_t n_;
  std::span<const Merge> merges_;
  std::vector<std::int64_t> best_;
  std::vector<Range> range_;
  std::vector<std::size_t> leaves_;
  std::vector<std::size_t> place_;  ///< of a leaf in leaves_
};

}  // namespace

std::vector<std::int64_t> symmetrised(std::span<const std::int64_t> similarity, std::size_t n) {
  std::vector<std::int64_t> out(n * n, 0);
  const auto at = [&](std::size_t i, std::size_t j) {
    return std::clamp<std::int64_t>(similarity[i * n + j], 0, largest_similarity);
  };
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i != j) out[i * n + j] = at(i, j) + at(j, i);
  return out;
}

std::vector<Merge> average_linkage(std::span<const std::int64_t> similarity, std::size_t n) {
  return Linkage(similarity, n).run();
}

std::vector<std::size_t> best_leaf_order(std::span<const std::int64_t> similarity, std::size_t n,
                                         std::span<const Merge> merges) {
  if (merges.empty()) {
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
  }
  return LeafOrder(similarity, n, merges).run();
}

std::vector<std::size_t> seriate(std::span<const std::int64_t> similarity, std::size_t n) {
  constexpr std::size_t half_of_the_bits = std::size_t{1} << 31;
  if (n >= half_of_the_bits || similarity.size() != n * n)
    throw PreconditionError("seriate: the matrix is not square");
  const auto s = symmetrised(similarity, n);
  if (n > optimal_seriation_rows) return spectral_order(s, n);
  return best_leaf_order(s, n, average_linkage(s, n));
}

}  // namespace coopnet::render
