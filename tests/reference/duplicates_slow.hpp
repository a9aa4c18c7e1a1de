#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "coopnet/intake/duplicates.hpp"
#include "coopnet/intake/name_index.hpp"

/// Near titles and near texts of pledges by comparing all pairs, word by word.
namespace reference {

using IdPair = std::pair<std::string, std::string>;  ///< smaller first

inline std::set<std::string> words_of(const std::string& text) {
  static const std::set<std::string> left_out{
      "a",    "al",  "an",  "and", "as",  "at",  "au",  "aux", "by",   "con", "d",   "da",   "das",
      "de",   "del", "des", "do",  "dos", "du",  "e",   "el",  "en",   "et",  "for", "from", "in",
      "its",  "l",   "la",  "las", "le",  "les", "los", "of",  "on",   "or",  "par", "para", "por",
      "pour", "s",   "sur", "the", "to",  "un",  "una", "une", "with", "y"};
  std::set<std::string> all, telling;
  std::string word;
  for (const char c : coopnet::intake::fold_name(text) + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (!word.empty()) all.insert(word);
    if (!word.empty() && !left_out.contains(word)) telling.insert(word);
    word.clear();
  }
  return telling.empty() ? all : telling;
}

inline bool alike(const std::set<std::string>& a, const std::set<std::string>& b,
                  std::size_t percent) {
  std::set<std::string> either = a;
  either.insert(b.begin(), b.end());
  const std::size_t shared = a.size() + b.size() - either.size();
  return shared * 100 >= either.size() * percent;
}

/// Pairs with an actor in common whose titles differ but are alike.
inline std::set<IdPair> near_titles(const coopnet::Dataset& data, std::size_t percent) {
  std::set<IdPair> out;
  for (const auto& x : data.pledges)
    for (const auto& y : data.pledges) {
      if (!(x.id < y.id) || x.title.empty() || y.title.empty()) continue;
      const bool same = coopnet::intake::fold_name(x.title) == coopnet::intake::fold_name(y.title);
      const bool common_actor =
          std::any_of(x.actors.begin(), x.actors.end(), [&](coopnet::ActorId actor) {
            return std::find(y.actors.begin(), y.actors.end(), actor) != y.actors.end();
          });
      if (!same && common_actor && alike(words_of(x.title), words_of(y.title), percent))
        out.emplace(x.id, y.id);
    }
  return out;
}

/// Pairs of which one has a title of three words or more, none of them in its own text (which is
/// not empty) and all of them in the text of the other.
inline std::set<IdPair> titles_over_texts(const coopnet::Dataset& data) {
  std::set<IdPair> out;
  for (const auto& x : data.pledges) {
    const auto title = words_of(x.title);
    const auto own = words_of(x.summary);
    const auto stands_in_own = [&](const std::string& word) { return own.contains(word); };
    if (title.size() < 3 || own.empty() || std::any_of(title.begin(), title.end(), stands_in_own))
      continue;
    for (const auto& y : data.pledges) {
      const auto other = words_of(y.summary);
      if (x.id != y.id && std::includes(other.begin(), other.end(), title.begin(), title.end()))
        out.emplace(std::min(x.id, y.id), std::max(x.id, y.id));
    }
  }
  return out;
}

}  // namespace reference
