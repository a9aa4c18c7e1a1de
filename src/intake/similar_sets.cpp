#include "intake/similar_sets.hpp"

#include <algorithm>

namespace coopnet::intake {

void Blocks::add(std::string_view key, std::uint32_t number) {
  auto at = under_.find(key);
  if (at == under_.end()) at = under_.try_emplace(std::string(key)).first;
  if (at->second.empty() || at->second.back() != number) at->second.push_back(number);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Blocks::pairs(std::size_t most,
                                                                   std::size_t& common) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const auto& [key, numbers] : under_) {
    if (numbers.size() > most) {
      ++common;
      continue;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i)
      for (std::size_t j = i + 1; j < numbers.size(); ++j)
        if (numbers[i] != numbers[j]) out.push_back(std::minmax(numbers[i], numbers[j]));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

SimilarSets::Pair compare(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  SimilarSets::Pair out;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const auto order = a[i].compare(b[j]);
    if (order == 0) ++out.shared;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  out.total = a.size() + b.size() - out.shared;
  return out;
}

std::vector<SimilarSets::Pair> SimilarSets::pairs(std::uint32_t percent, std::size_t most,
                                                  std::size_t& common) const {
  std::unordered_map<std::string_view, std::size_t> sets_with;
  for (const auto& set : sets_)
    for (const auto& word : set) ++sets_with[word];
  Blocks blocks;
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    std::vector<std::string_view> words(sets_[i].begin(), sets_[i].end());
    std::sort(words.begin(), words.end(), [&](std::string_view x, std::string_view y) {
      return std::pair(sets_with[x], x) < std::pair(sets_with[y], y);
    });
    const std::size_t needed = (words.size() * percent + 99) / 100;  // shared at the least
    const std::size_t looked_up = words.empty() ? 0 : words.size() - needed + 1;
    for (std::size_t k = 0; k < std::min(looked_up, words.size()); ++k)
      if (sets_with[words[k]] > 1) blocks.add(words[k], static_cast<std::uint32_t>(i));
  }
  std::vector<Pair> out;
  for (const auto& [a, b] : blocks.pairs(most, common)) {
    const auto& x = sets_[a];
    const auto& y = sets_[b];
    if (std::min(x.size(), y.size()) * 100 < std::max(x.size(), y.size()) * percent) continue;
    auto pair = compare(x, y);
    if (pair.shared * 100 < pair.total * percent) continue;
    pair.a = a;
    pair.b = b;
    out.push_back(pair);
  }
  return out;
}

}  // namespace coopnet::intake
