#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/model/dataset.hpp"

/// Known names that look like an unknown one, without going through all of them.
///
/// Two texts of length n or less that differ by k edits (insert, delete, replace, swap) share at
/// least n + 1 - 3k of their n + 1 pairs of neighbouring bytes (both ends count as a letter): an
/// edit spoils at most three. So the names that share enough pairs with the one asked for are
/// counted along the lists of names of each of its pairs, and only these are compared in full.
/// Few edits are allowed (1, 2 or 3, by length), so few are left.
///
/// Source: E. Ukkonen, Approximate string matching with q-grams and maximal matches, 1992.
/// Cost: of one question O(sum of the lists of its pairs), in practice a hundredth of the names.
namespace coopnet::intake {

/// How many letters two names of this length may differ by to be called alike.
[[nodiscard]] std::size_t most_edits(std::size_t length);

class NearNames {
 public:
  /// `name`: words with blanks between them (fold_name); its number is that of the call, from 0.
  void add(std::string_view name);

  /// Names of the same words in any order, those that say little ("republic", "of", "de") left
  /// out; ascending.
  [[nodiscard]] std::vector<std::uint32_t> same_words(std::string_view name) const;

  /// Names at the least number of edits, if that is few; ascending.
  [[nodiscard]] std::vector<std::uint32_t> nearest(std::string_view name) const;

  /// Names that begin with this one of three letters or more; ascending by name.
  [[nodiscard]] std::vector<std::uint32_t> beginning_with(std::string_view name) const;

 private:
  [[nodiscard]] std::vector<std::uint32_t> sharing_pairs(std::string_view name) const;

  std::vector<std::string> names_;
  std::multimap<std::string, std::uint32_t, std::less<>> in_order_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> with_pair_;
  std::unordered_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>>
      with_words_;
};

}  // namespace coopnet::intake
