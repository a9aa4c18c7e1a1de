#pragma once

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/model/dataset.hpp"

/// What may not be seen any more when a dataset was redacted.
namespace support {

/// Ids, names, titles, texts and sources of a dataset, but for those that also stand in the names
/// of its forums, tags and regions, which are kept.
class Originals {
 public:
  explicit Originals(const coopnet::Dataset& data) {
    for (const auto& row : data.actors) {
      add_row(row);
      for (const auto* name : {&row.name.en, &row.name.fr, &row.name.es, &row.name.ar}) add(*name);
      for (const auto& alias : row.aliases) add(alias);
      add(row.champion_source);
    }
    for (const auto& row : data.pledges) {
      add_row(row);
      add(row.title);
      add(row.summary);
      for (const auto& answered : row.answers) add(answered);
    }
    for (const auto& row : data.practices) {
      add_row(row);
      add(row.summary);
    }
    for (const auto& row : data.agreements) {
      add_row(row);
      add(row.title);
    }
    for (const auto& row : data.events) {
      add_row(row);
      add(row.title);
      add(row.location);
    }
    for (const auto& row : data.claims) {
      add(row.source);
      if (row.value.find(' ') != std::string::npos) add(row.value);  // else a word or a date
    }
    for (const auto& row : data.forums) {
      add(row.source);
      add(row.note);
      add(row.secretariat);
    }
    add(data.info.title);
    add(data.info.sample_of);
    for (const auto& caveat : data.info.caveats) add(caveat);
    for (const auto& source : data.info.sources) {
      add(source.title);
      add(source.url);
    }
    forget_what_is_kept(data);
  }

  /// Those that stand in a text, as words of their own.
  [[nodiscard]] std::vector<std::string> in(std::string_view text) const {
    std::vector<std::string> found;
    for (const auto& original : words_)
      if (stands_in(text, original)) found.push_back(original);
    return found;
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  static constexpr std::size_t shortest = 3;  // "IN" is also a word

  void add(const std::string& text) {
    if (text.size() >= shortest) words_.insert(text);
  }
  void add_row(const coopnet::Row& row) {
    add(row.id);
    add(row.source);
    add(row.note);
  }

  void forget_what_is_kept(const coopnet::Dataset& data) {
    std::string kept;
    const auto keep = [&](const std::string& text) { kept += text + '\n'; };
    const auto names = [&](const coopnet::Names& n) {
      for (const auto* name : {&n.en, &n.fr, &n.es, &n.ar}) keep(*name);
    };
    for (const auto& row : data.forums) {
      keep(row.id);
      names(row.name);
      keep(row.acronym);
      for (const auto& alias : row.aliases) keep(alias);
    }
    for (const auto& row : data.tags) {
      keep(row.key);
      names(row.label);
    }
    for (const auto& row : data.regions) {
      keep(row.id);
      names(row.label);
    }
    std::erase_if(words_, [&](const std::string& word) { return stands_in(kept, word); });
  }

  static bool stands_in(std::string_view text, std::string_view word) {
    const auto letter = [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_';
    };
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const auto end = at + word.size();
      if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end])))
        return true;
    }
    return false;
  }

  std::set<std::string> words_;
};

}  // namespace support
