#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/ids.hpp"
#include "coopnet/graph/counting_sort.hpp"

namespace coopnet::graph {

/// One tie of a two-mode relation, as read: which table row says it, and whether the source
/// states it or someone concluded it.
template <class LeftId, class RightId>
struct Link {
  LeftId left{};
  RightId right{};
  std::uint32_t row = 0;
  bool stated = false;
  friend bool operator==(const Link&, const Link&) = default;
};

/// One bit (or byte) for each row of a table.
template <class B>
concept Bitmap = requires(const B& bits, std::size_t i) {
  { bits[i] } -> std::convertible_to<bool>;
  { bits.size() } -> std::convertible_to<std::size_t>;
};

/// A two-mode relation (actors and pledges, pledges and tags, ...) in compressed rows, both ways.
///
/// Neighbours ascend by id and no pair occurs twice: links with the same two ends are merged into
/// one that has the smallest of their rows and is stated if any of them is. So the order of the
/// input does not matter. Links are numbered 0..size()-1 by (left, right): the links of one left
/// row are consecutive, and the number can index a vector of link weights.
///
/// Memory: 20.25 bytes a link and 4 bytes a row of either side, see bytes(); under 32 bytes a link
/// while the rows of both sides together are at most 2.9 times the links.
/// Preconditions: ids and link numbers given to accessors are in range; only the constructor
/// checks.
template <class LeftId, class RightId>
class Incidence {
 public:
  using left_id = LeftId;
  using right_id = RightId;

  Incidence() : Incidence(0, 0, {}) {}

  /// Cost: O(links + left_count + right_count). Throws PreconditionError if an id is not below its
  /// count, or if there are more rows or links than 32 bits can number.
  Incidence(std::size_t left_count, std::size_t right_count,
            std::span<const Link<LeftId, RightId>> links) {
    check(left_count, right_count, links);
    const auto order = detail::order_by_pair(
        links.size(), left_count, [&](std::uint32_t i) { return links[i].left.index(); },
        right_count, [&](std::uint32_t i) { return links[i].right.index(); });
    const auto same_as_before = [&](std::size_t i) {
      const auto& link = links[order[i]];
      const auto& before = links[order[i - 1]];
      return link.left == before.left && link.right == before.right;
    };
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i == 0 || !same_as_before(i)) ++distinct;
    }
    start_left_side(left_count, distinct);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const auto& link = links[order[i]];
      if (i == 0 || !same_as_before(i)) {
        append(link);
      } else {
        left_rows_.back() = std::min(left_rows_.back(), link.row);
        left_stated_.back() = left_stated_.back() || link.stated;
      }
    }
    finish(right_count);
  }

  [[nodiscard]] std::size_t left_count() const { return left_begin_.size() - 1; }
  [[nodiscard]] std::size_t right_count() const { return right_begin_.size() - 1; }
  /// Number of links after merging.
  [[nodiscard]] std::size_t size() const { return rights_.size(); }
  [[nodiscard]] bool empty() const { return rights_.empty(); }

  [[nodiscard]] std::size_t left_degree(LeftId left) const {
    return left_begin_[left.index() + 1] - left_begin_[left.index()];
  }
  [[nodiscard]] std::size_t right_degree(RightId right) const {
    return right_begin_[right.index() + 1] - right_begin_[right.index()];
  }

  /// Neighbours, ascending.
  [[nodiscard]] std::span<const RightId> rights(LeftId left) const {
    return {rights_.data() + left_begin_[left.index()], left_degree(left)};
  }
  [[nodiscard]] std::span<const LeftId> lefts(RightId right) const {
    return {lefts_.data() + right_begin_[right.index()], right_degree(right)};
  }

  /// Table rows of the links, in the order of rights(left) or lefts(right).
  [[nodiscard]] std::span<const std::uint32_t> left_rows(LeftId left) const {
    return {left_rows_.data() + left_begin_[left.index()], left_degree(left)};
  }
  [[nodiscard]] std::span<const std::uint32_t> right_rows(RightId right) const {
    return {right_rows_.data() + right_begin_[right.index()], right_degree(right)};
  }

  /// Provenance of the link to rights(left)[position] or lefts(right)[position].
  [[nodiscard]] bool left_stated(LeftId left, std::size_t position) const {
    return left_stated_[left_begin_[left.index()] + position];
  }
  [[nodiscard]] bool right_stated(RightId right, std::size_t position) const {
    return right_stated_[right_begin_[right.index()] + position];
  }

  /// Number of the link to rights(left)[0]; the next ones follow.
  [[nodiscard]] std::uint32_t first_link(LeftId left) const { return left_begin_[left.index()]; }
  /// Numbers of the links, in the order of lefts(right); ascending.
  [[nodiscard]] std::span<const std::uint32_t> right_links(RightId right) const {
    return {right_links_.data() + right_begin_[right.index()], right_degree(right)};
  }

  /// A link by its number. left() costs O(log left_count), the others O(1).
  [[nodiscard]] LeftId left(std::uint32_t link) const {
    const auto after = std::upper_bound(left_begin_.begin(), left_begin_.end(), link);
    return LeftId::at(static_cast<std::size_t>(after - left_begin_.begin()) - 1);
  }
  [[nodiscard]] RightId right(std::uint32_t link) const { return rights_[link]; }
  [[nodiscard]] std::uint32_t row(std::uint32_t link) const { return left_rows_[link]; }
  [[nodiscard]] bool stated(std::uint32_t link) const { return left_stated_[link]; }

  /// The link between two rows, if there is one. Cost: O(log of the smaller degree).
  [[nodiscard]] std::optional<std::uint32_t> find(LeftId left, RightId right) const {
    if (left_degree(left) <= right_degree(right)) {
      const auto place = position_of(rights(left), right);
      return place ? std::optional(first_link(left) + *place) : std::nullopt;
    }
    const auto place = position_of(lefts(right), left);
    return place ? std::optional(right_links(right)[*place]) : std::nullopt;
  }
  [[nodiscard]] bool contains(LeftId left, RightId right) const {
    return find(left, right).has_value();
  }
  /// True if the two are linked and the link is stated.
  [[nodiscard]] bool stated(LeftId left, RightId right) const {
    const auto link = find(left, right);
    return link && stated(*link);
  }

  /// The links whose two ends are kept and, if asked, that are stated. Ids keep their meaning:
  /// rows are not renumbered, dropped ones have no links left. Cost: O(links + rows).
  /// Throws PreconditionError if a bitmap has not one entry a row.
  template <Bitmap LeftBits, Bitmap RightBits>
  [[nodiscard]] Incidence filtered(const LeftBits& keep_left, const RightBits& keep_right,
                                   bool stated_only = false) const {
    if (keep_left.size() != left_count() || keep_right.size() != right_count()) {
      throw PreconditionError("Incidence::filtered: a bitmap must have one entry for each row");
    }
    const auto each_kept = [&](const auto& take) {
      for (std::size_t l = 0; l < left_count(); ++l) {
        if (!keep_left[l]) continue;
        for (auto link = left_begin_[l]; link < left_begin_[l + 1]; ++link) {
          if (keep_right[rights_[link].index()] && (!stated_only || left_stated_[link])) {
            take({LeftId::at(l), rights_[link], left_rows_[link], left_stated_[link]});
          }
        }
      }
    };
    std::size_t kept = 0;
    each_kept([&](const Link<LeftId, RightId>&) { ++kept; });
    Incidence result;
    result.start_left_side(left_count(), kept);
    each_kept([&](const Link<LeftId, RightId>& link) { result.append(link); });
    result.finish(right_count());
    return result;
  }

  /// The same relation seen from the other side. Links are renumbered: there they go by
  /// (right, left). Cost: O(links + rows).
  [[nodiscard]] Incidence<RightId, LeftId> transposed() const {
    Incidence<RightId, LeftId> result;
    result.start_left_side(right_count(), size());
    for (std::size_t r = 0; r < right_count(); ++r) {
      for (auto i = right_begin_[r]; i < right_begin_[r + 1]; ++i) {
        result.append({RightId::at(r), lefts_[i], right_rows_[i], right_stated_[i]});
      }
    }
    result.finish(left_count());
    return result;
  }

  /// Heap memory of a relation with these numbers of rows and (distinct) links, in bytes.
  [[nodiscard]] static constexpr std::size_t bytes(std::size_t left_count, std::size_t right_count,
                                                   std::size_t links) {
    constexpr std::size_t per_link = sizeof(LeftId) + sizeof(RightId) + 3 * sizeof(std::uint32_t);
    constexpr std::size_t word = 8 * sizeof(unsigned long);  // two columns of bits, whole words
    return links * per_link + 2 * ((links + word - 1) / word) * sizeof(unsigned long) +
           (left_count + 1 + right_count + 1) * sizeof(std::uint32_t);
  }
  /// Heap memory held by this object, in bytes.
  [[nodiscard]] std::size_t memory_bytes() const {
    const auto held = [](const auto& column) {
      return column.capacity() * sizeof(typename std::remove_cvref_t<decltype(column)>::value_type);
    };
    return held(left_begin_) + held(right_begin_) + held(rights_) + held(lefts_) +
           held(left_rows_) + held(right_rows_) + held(right_links_) +
           (left_stated_.capacity() + right_stated_.capacity()) / 8;
  }

  friend bool operator==(const Incidence&, const Incidence&) = default;

 private:
  template <class, class>
  friend class Incidence;

  static void check(std::size_t left_count, std::size_t right_count,
                    std::span<const Link<LeftId, RightId>> links) {
    if (left_count > max_rows || right_count > max_rows || links.size() > max_rows) {
      throw PreconditionError("Incidence: more rows or links than 32 bits can number");
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
      check_end("left", i, links[i].left.index(), left_count);
      check_end("right", i, links[i].right.index(), right_count);
    }
  }
  static void check_end(const char* side, std::size_t link, std::size_t id, std::size_t count) {
    if (id < count) return;
    throw PreconditionError("Incidence: link " + std::to_string(link) + ": " + side + " id " +
                            std::to_string(id) + " is not below " + std::to_string(count));
  }

  template <class Id>
  static std::optional<std::uint32_t> position_of(std::span<const Id> ids, Id id) {
    const auto place = std::lower_bound(ids.begin(), ids.end(), id);
    if (place == ids.end() || *place != id) return std::nullopt;
    return static_cast<std::uint32_t>(place - ids.begin());
  }

  void start_left_side(std::size_t left_count, std::size_t links) {
    left_begin_.assign(left_count + 1, 0);
    rights_.reserve(links);
    left_rows_.reserve(links);
    left_stated_.reserve(links);
  }
  /// Links come in ascending order of (left, right).
  void append(const Link<LeftId, RightId>& link) {
    ++left_begin_[link.left.index() + 1];
    rights_.push_back(link.right);
    left_rows_.push_back(link.row);
    left_stated_.push_back(link.stated);
  }
  /// Completes the left side and derives the right side from it.
  void finish(std::size_t right_count) {
    detail::counts_to_begins(left_begin_);
    right_begin_.assign(right_count + 1, 0);
    for (const auto right : rights_) ++right_begin_[right.index() + 1];
    detail::counts_to_begins(right_begin_);
    lefts_.resize(size());
    right_rows_.resize(size());
    right_links_.resize(size());
    right_stated_.resize(size());
    std::vector<std::uint32_t> next(right_begin_.begin(), right_begin_.end() - 1);
    for (std::size_t l = 0; l < left_count(); ++l) {
      for (auto link = left_begin_[l]; link < left_begin_[l + 1]; ++link) {
        const auto place = next[rights_[link].index()]++;
        lefts_[place] = LeftId::at(l);
        right_rows_[place] = left_rows_[link];
        right_links_[place] = link;
        right_stated_[place] = left_stated_[link];
      }
    }
  }

  std::vector<std::uint32_t> left_begin_;  // left_count + 1
  std::vector<RightId> rights_;
  std::vector<std::uint32_t> left_rows_;
  std::vector<bool> left_stated_;
  std::vector<std::uint32_t> right_begin_;  // right_count + 1
  std::vector<LeftId> lefts_;
  std::vector<std::uint32_t> right_rows_;
  std::vector<std::uint32_t> right_links_;
  std::vector<bool> right_stated_;
};

}  // namespace coopnet::graph
