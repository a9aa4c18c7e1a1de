#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "coopnet/model/dataset.hpp"

/// Texts that are brought together because they share something rare, so that not every pair has to
/// be compared.
namespace coopnet::intake {

/// Numbers filed under keys. Only numbers under one key are paired.
class Blocks {
 public:
  void add(std::string_view key, std::uint32_t number);

  /// All pairs (smaller first) under a key that at most `most` numbers share, ascending, each
  /// once. Keys shared by more are counted in `common`.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs(
      std::size_t most, std::size_t& common) const;

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>> under_;
};

/// Sets of words, and which of them are alike (see duplicates.hpp for the method).
class SimilarSets {
 public:
  /// The next set; its number is that of the call. Words ascending, each once.
  void add(std::vector<std::string> words) { sets_.push_back(std::move(words)); }

  struct Pair {
    std::uint32_t a = 0, b = 0;
    std::size_t shared = 0, total = 0;
  };
  /// Pairs with shared / total >= percent / 100, ascending. A word is common, and counted so, if
  /// more than `most` sets have it among those they are looked up by.
  [[nodiscard]] std::vector<Pair> pairs(std::uint32_t percent, std::size_t most,
                                        std::size_t& common) const;

  [[nodiscard]] const std::vector<std::string>& operator[](std::size_t number) const {
    return sets_[number];
  }

 private:
  std::vector<std::vector<std::string>> sets_;
};

/// Words in both and in either of two ascending sets.
[[nodiscard]] SimilarSets::Pair compare(const std::vector<std::string>& a,
                                        const std::vector<std::string>& b);

}  // namespace coopnet::intake
