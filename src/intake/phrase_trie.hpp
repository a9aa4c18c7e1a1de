#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/model/dataset.hpp"

namespace coopnet::intake {

/// Phrases by their words: at each place of a text the longest one is found along one path. A
/// phrase has at most `longest` words, so that a text of n words costs at most longest * n steps,
/// whatever the phrases are.
class PhraseTrie {
 public:
  static constexpr std::size_t longest = 32;
  using Word = std::uint32_t;
  static constexpr Word unknown = 0;

  /// The number of the phrase, the same for the same words; nothing where it has no words or too
  /// many.
  std::optional<std::uint32_t> add(std::span<const std::string> words) {
    if (words.empty() || words.size() > longest) return std::nullopt;
    std::uint32_t node = 0;
    for (const auto& text : words) {
      const auto word =
          words_.try_emplace(text, static_cast<Word>(words_.size() + 1)).first->second;
      node = children_.try_emplace(edge(node, word), static_cast<std::uint32_t>(nodes_.size()))
                 .first->second;
      if (node == nodes_.size()) nodes_.push_back(none);
    }
    if (nodes_[node] == none) nodes_[node] = phrases_++;
    return nodes_[node];
  }

  /// The number of a phrase that was added.
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::span<const std::string> words) const {
    std::uint32_t node = 0;
    for (const auto& text : words) {
      const auto next = children_.find(edge(node, word(text)));
      if (next == children_.end()) return std::nullopt;
      node = next->second;
    }
    if (nodes_[node] == none) return std::nullopt;
    return nodes_[node];
  }

  [[nodiscard]] Word word(std::string_view text) const {
    const auto found = words_.find(text);
    return found == words_.end() ? unknown : found->second;
  }

  struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t phrase = 0;
  };

  /// Calls `found(hit)` for the longest phrase at each place that `accepted(hit)`, unless it lies
  /// within one found before. `word_at(i)` is the word of the text at i; `breaks(i)` says whether
  /// no phrase goes on from i - 1 to i.
  template <class WordAt, class Breaks, class Accepted, class Found>
  void find(std::size_t size, WordAt&& word_at, Breaks&& breaks, Accepted&& accepted,
            Found&& found) const {
    std::size_t reach = 0;
    for (std::size_t begin = 0; begin < size; ++begin) {
      std::optional<Hit> best;
      std::uint32_t node = 0;
      for (std::size_t i = begin; i < size && word_at(i) != unknown; ++i) {
        if (i > begin && breaks(i)) break;
        const auto next = children_.find(edge(node, word_at(i)));
        if (next == children_.end()) break;
        node = next->second;
        const Hit hit{begin, i + 1, nodes_[node]};
        if (hit.phrase != none && hit.end > reach && accepted(hit)) best = hit;
      }
      if (!best) continue;
      reach = best->end;
      found(*best);
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  static std::uint64_t edge(std::uint32_t node, Word word) {
    return (std::uint64_t{node} << 32U) | word;
  }

  std::unordered_map<std::string, Word, TextHash, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> children_;
  std::vector<std::uint32_t> nodes_{none};  ///< phrase that ends there
  std::uint32_t phrases_ = 0;
};

}  // namespace coopnet::intake
