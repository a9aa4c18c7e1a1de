#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/intake/duplicates.hpp"
#include "coopnet/model/raw_table.hpp"

/// What the searches among pledges and among actors share.
namespace coopnet::intake {

/// Two rows by their numbers in the table, and why they are shown together.
struct Alike {
  std::uint32_t a = 0, b = 0;
  DuplicateReason reason{};
  std::vector<std::string> args;
  Likeness likeness = Likeness::words;
  std::size_t shared = 0, total = 0;
};

/// Of each two rows the first reason of the list, whatever the order in which they come.
class AlikeRows {
 public:
  void offer(Alike pair) {
    if (pair.a == pair.b) return;
    if (pair.b < pair.a) std::swap(pair.a, pair.b);
    auto& best = by_rows_.try_emplace({pair.a, pair.b}, pair).first->second;
    if (pair.reason < best.reason) best = std::move(pair);
  }
  [[nodiscard]] const auto& all() const { return by_rows_; }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, Alike> by_rows_;
};

/// How full each row of a table is, by which the row to keep is proposed.
class Fullness {
 public:
  explicit Fullness(const RawTable& table);
  /// Whether to keep row `a` rather than `b`: it has more cells filled in, a longer
  /// name (of an actor), or stands first by id.
  [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::uint32_t fullest(const std::vector<std::uint32_t>& rows) const {
    return *std::min_element(rows.begin(), rows.end(),
                             [&](auto a, auto b) { return before(a, b); });
  }

 private:
  std::vector<std::size_t> filled_, names_;
  std::vector<std::string_view> ids_;
};

void find_pledges(const Dataset& data, const Fullness& rows, const DuplicateOptions& options,
                  AlikeRows& out, std::size_t& common);
void find_actors(const Dataset& data, const Fullness& rows, const DuplicateOptions& options,
                 AlikeRows& out, std::size_t& common);

}  // namespace coopnet::intake
