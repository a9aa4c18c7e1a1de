#include "intake/near_names.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/text.hpp"

namespace coopnet::intake {
namespace {

/// Words that say of what form a state is, or nothing. Not among them: "democratic", "north",
/// "people", by which states of one name are told apart.
constexpr std::array<std::string_view, 43> empty_words{
    "a",     "and",      "d",         "da",       "das",        "de",      "del", "des",
    "do",    "dos",      "du",        "e",        "el",         "et",      "for", "in",
    "l",     "la",       "las",       "le",       "les",        "los",     "of",  "on",
    "reino", "republic", "republica", "republik", "republique", "royaume", "the", "y",
};

constexpr std::size_t longest_compared = 100;
constexpr std::size_t shortest_told = 3;
constexpr std::size_t most_listed = 20;

std::size_t most_edits(std::size_t length) { return length < 7 ? 1 : length < 14 ? 2 : 3; }

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

}  // namespace

std::string telling_words(std::string_view name) {
  auto words = text::split_list(name, ' ');
  std::erase_if(words, [](std::string_view word) {
    return std::find(empty_words.begin(), empty_words.end(), word) != empty_words.end();
  });
  std::sort(words.begin(), words.end());
  std::string out;
  for (const auto word : words) (out += out.empty() ? "" : " ") += word;
  return out;
}

void NearNames::add(std::string_view name) {
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  in_order_.emplace(name, number);
  if (auto words = telling_words(name); !words.empty())
    with_words_[std::move(words)].push_back(number);
  if (name.size() > longest_compared) return;
  for_each_pair(name, [&](std::uint32_t pair) { with_pair_[pair].push_back(number); });
}

std::vector<std::uint32_t> NearNames::same_words(std::string_view name) const {
  const auto found = with_words_.find(telling_words(name));
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
