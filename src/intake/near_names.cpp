#include "intake/near_names.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "intake/words.hpp"

namespace coopnet::intake {
namespace {

constexpr std::size_t longest_compared = 100;
constexpr std::size_t shortest_told = 3;
constexpr std::size_t most_listed = 20;

/// Calls `pair(p)` for each pair of neighbours, the ends included.
template <class Fn>
void for_each_pair(std::string_view name, Fn pair) {
  std::uint32_t last = 0;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    pair(last << 8U | byte);
    last = byte;
  }
  pair(last << 8U);
}

/// The words that tell one from another, in one order. Not left out: "democratic", "north",
/// "people", by which states of one name are told apart.
std::string word_key(std::string_view name) {
  auto words = telling_words(name);
  std::erase_if(words, [](const std::string& word) {
    return is_function_word(word) || is_form_of_state(word);
  });
  return text::join(words, " ");
}

}  // namespace

std::size_t most_edits(std::size_t length) { return length < 7 ? 1 : length < 14 ? 2 : 3; }

void NearNames::add(std::string_view name) {
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  in_order_.emplace(name, number);
  if (auto words = word_key(name); !words.empty()) with_words_[std::move(words)].push_back(number);
  if (name.size() > longest_compared) return;
  for_each_pair(name, [&](std::uint32_t pair) { with_pair_[pair].push_back(number); });
}

std::vector<std::uint32_t> NearNames::same_words(std::string_view name) const {
  const auto found = with_words_.find(word_key(name));
  return found == with_words_.end() ? std::vector<std::uint32_t>{} : found->second;
}

/// A name is listed under a pair as often as the pair stands in it, and a pair is looked up as
/// often as it stands in the one asked for: the count can only be too high, so none is missed.
std::vector<std::uint32_t> NearNames::sharing_pairs(std::string_view name) const {
  std::vector<std::uint32_t> met;
  for_each_pair(name, [&](std::uint32_t pair) {
    if (const auto list = with_pair_.find(pair); list != with_pair_.end())
      met.insert(met.end(), list->second.begin(), list->second.end());
  });
  std::sort(met.begin(), met.end());
  std::vector<std::uint32_t> out;
  const std::size_t edits = most_edits(name.size());
  for (std::size_t i = 0; i < met.size();) {
    const std::size_t start = i;
    while (i < met.size() && met[i] == met[start]) ++i;
    const std::size_t longer = std::max(name.size(), names_[met[start]].size());
    if (i - start + 3 * edits >= longer + 1) out.push_back(met[start]);
  }
  return out;
}

std::vector<std::uint32_t> NearNames::nearest(std::string_view name) const {
  std::vector<std::uint32_t> out;
  if (name.size() > longest_compared || name.size() < shortest_told) return out;
  std::size_t best = most_edits(name.size());
  for (const auto candidate : sharing_pairs(name)) {
    const auto edits = text::edit_distance(name, names_[candidate], best);
    if (edits > best) continue;
    if (edits < best) out.clear();
    best = edits;
    out.push_back(candidate);
  }
  return out;
}

std::vector<std::uint32_t> NearNames::beginning_with(std::string_view name) const {
  std::vector<std::uint32_t> out;
  if (name.size() < shortest_told) return out;
  for (auto at = in_order_.lower_bound(name);
       at != in_order_.end() && at->first.starts_with(name) && out.size() < most_listed; ++at)
    out.push_back(at->second);
  return out;
}

}  // namespace coopnet::intake
