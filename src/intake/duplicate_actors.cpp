#include <unordered_map>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"
#include "intake/duplicate_search.hpp"
#include "intake/near_names.hpp"
#include "intake/similar_sets.hpp"
#include "intake/words.hpp"

namespace coopnet::intake {
namespace {

/// Shorter names differ by few letters and mean different things.
constexpr std::size_t fewest_letters_compared = 6;
constexpr std::size_t shortest_acronym = 3;
constexpr std::size_t longest_acronym = 10;

/// One of the names of an actor.
struct Name {
  std::uint32_t actor = 0;
  std::string written;
  std::string folded;
  std::string letters;  ///< without blanks
  std::vector<std::string> words;
  bool acronym = false;
};

/// One word of few capital letters and digits: "UNHCR".
bool is_acronym(std::string_view written) {
  return written.size() >= shortest_acronym && written.size() <= longest_acronym &&
         std::all_of(written.begin(), written.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
         });
}

/// First letters of the words, with and without those of articles and prepositions.
std::vector<std::string> initials(std::string_view folded) {
  std::string all, telling;
  for (const auto word : text::split_list(folded, ' ')) {
    if (static_cast<unsigned char>(word.front()) >= 0x80) return {};
    all += word.front();
    if (!is_function_word(word)) telling += word.front();
  }
  std::vector<std::string> out{telling};
  if (all != telling) out.push_back(all);
  std::erase_if(out, [](const std::string& s) { return s.size() < shortest_acronym; });
  return out;
}

std::string sorted_letters(std::string letters) {
  std::sort(letters.begin(), letters.end());
  return letters;
}

class ActorSearch {
 public:
  ActorSearch(const Dataset& data, const Fullness& rows, const DuplicateOptions& options,
              AlikeRows& out, std::size_t& common)
      : data_(data), rows_(rows), options_(options), out_(out), common_(common) {}

  void run() {
    read();
    one_key(DuplicateReason::same_name, [](const Name& n) { return n.letters; });
    one_key(DuplicateReason::same_words, [](const Name& n) { return text::join(n.words, " "); });
    one_key(DuplicateReason::same_letters,
            [](const Name& n) { return n.acronym ? sorted_letters(n.letters) : std::string(); });
    acronyms();
    near_words();
    near_letters();
  }

 private:
  void read() {
    for (std::uint32_t i = 0; i < data_.actors.size(); ++i) {
      const auto& actor = data_.actors.rows[i];
      std::vector<std::string> all{actor.name.en, actor.name.fr, actor.name.es, actor.name.ar};
      all.insert(all.end(), actor.aliases.begin(), actor.aliases.end());
      std::erase(all, "");
      if (all.empty()) all.push_back(actor.id);
      for (auto& written : all) add_name(i, std::move(written));
    }
  }

  void add_name(std::uint32_t actor, std::string written) {
    Name name;
    name.actor = actor;
    name.folded = fold_name(written);
    if (name.folded.empty()) return;
    const bool repeated =
        !names_.empty() && names_.back().actor == actor && names_.back().folded == name.folded;
    if (repeated) return;
    name.letters = name.folded;
    std::erase(name.letters, ' ');
    name.words = organisation_words(name.folded);
    name.acronym = is_acronym(written);
    name.written = std::move(written);
    names_.push_back(std::move(name));
  }

  /// Two that the dataset itself tells apart: by their codes, or as a part and its whole.
  [[nodiscard]] bool apart(std::uint32_t a, std::uint32_t b) const {
    const auto& x = data_.actors.rows[a];
    const auto& y = data_.actors.rows[b];
    const auto differ = [](const std::string& s, const std::string& t) {
      return !s.empty() && !t.empty() && s != t;
    };
    return a == b || differ(x.iso2, y.iso2) || differ(x.m49, y.m49) || x.parent == ActorId::at(b) ||
           y.parent == ActorId::at(a);
  }

  void offer(const Name& x, const Name& y, DuplicateReason reason, std::vector<std::string> args,
             Likeness likeness, std::size_t shared, std::size_t total) {
    if (apart(x.actor, y.actor)) return;
    out_.offer({x.actor, y.actor, reason, std::move(args), likeness, shared, total});
  }

  /// Names with one key. Each is shown with the fullest actor among them; those that are known to
  /// be different from that one are shown with the fullest of the rest, and so on.
  template <class Key>
  void one_key(DuplicateReason reason, Key key) {
    std::map<std::string, std::vector<std::uint32_t>> groups;
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (auto k = key(names_[n]); !k.empty()) groups[std::move(k)].push_back(n);
    for (auto& [k, rest] : groups) {
      std::size_t rounds = 0;
      while (rest.size() > 1 && rounds++ < options_.most_alike) rest = one_round(reason, rest);
      if (rest.size() > 1) ++common_;
    }
  }

  std::vector<std::uint32_t> one_round(DuplicateReason reason,
                                       const std::vector<std::uint32_t>& group) {
    const auto centre = *std::min_element(group.begin(), group.end(), [&](auto a, auto b) {
      return names_[a].actor != names_[b].actor && rows_.before(names_[a].actor, names_[b].actor);
    });
    const Name& x = names_[centre];
    std::vector<std::uint32_t> rest;
    for (const auto n : group) {
      const Name& y = names_[n];
      if (y.actor == x.actor) continue;
      if (apart(x.actor, y.actor)) {
        rest.push_back(n);
      } else if (reason == DuplicateReason::same_name) {
        offer(x, y, reason, {x.written}, Likeness::letters, x.letters.size(), x.letters.size());
      } else {
        const bool words = reason == DuplicateReason::same_words;
        const auto size = words ? x.words.size() : x.letters.size();
        offer(x, y, reason, both(x, y), words ? Likeness::words : Likeness::letters, size, size);
      }
    }
    return rest;
  }

  /// In the order of the actors, so that it does not matter which was looked at first.
  static std::vector<std::string> both(const Name& x, const Name& y) {
    return x.actor < y.actor ? std::vector{x.written, y.written}
                             : std::vector{y.written, x.written};
  }

  /// Acronyms and the names whose initials they are, in their order or in another one.
  void acronyms() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_letters;
    for (std::uint32_t n = 0; n < names_.size(); ++n)
      if (names_[n].acronym) by_letters[sorted_letters(names_[n].letters)].push_back(n);
    for (const Name& name : names_)
      for (const auto& letters : initials(name.folded)) {
        const auto found = by_letters.find(sorted_letters(letters));
        if (found == by_letters.end()) continue;
        if (found->second.size() > options_.most_alike) {
          ++common_;
          continue;
        }
        for (const auto n : found->second) {
          const Name& acronym = names_[n];
          const bool in_order = acronym.letters == letters;
          offer(acronym, name, in_order ? DuplicateReason::acronym : DuplicateReason::same_letters,
                {acronym.written, name.written}, Likeness::letters, letters.size(), letters.size());
        }
      }
  }

  void near_words() {
    SimilarSets sets;
    for (const Name& name : names_) sets.add(name.words);
    for (const auto& pair : sets.pairs(options_.percent, options_.most_alike, common_))
      offer(names_[pair.a], names_[pair.b], DuplicateReason::near_name,
            both(names_[pair.a], names_[pair.b]), Likeness::words, pair.shared, pair.total);
  }

  /// Names that differ by few letters in one of their halves: the other half brings them together.
  void near_letters() {
    Blocks halves;
    for (std::uint32_t n = 0; n < names_.size(); ++n) {
      const std::string_view letters = names_[n].letters;
      if (letters.size() < fewest_letters_compared) continue;
      for (const std::size_t size : {letters.size() / 2, letters.size() / 2 - 1}) {
        halves.add("<" + std::string(letters.substr(0, size)), n);
        halves.add(">" + std::string(letters.substr(letters.size() - size)), n);
      }
    }
    for (const auto& [a, b] : halves.pairs(options_.most_alike, common_)) {
      const Name &x = names_[a], &y = names_[b];
      const std::size_t length = std::max(x.letters.size(), y.letters.size());
      const auto limit = most_edits(std::min(x.letters.size(), y.letters.size()));
      const auto edits = text::edit_distance(x.letters, y.letters, limit);
      if (edits <= limit)
        offer(x, y, DuplicateReason::near_name, both(x, y), Likeness::letters, length - edits,
              length);
    }
  }

  const Dataset& data_;
  const Fullness& rows_;
  const DuplicateOptions& options_;
  AlikeRows& out_;
  std::size_t& common_;
  std::vector<Name> names_;
};

}  // namespace

void find_actors(const Dataset& data, const Fullness& rows, const DuplicateOptions& options,
                 AlikeRows& out, std::size_t& common) {
  ActorSearch(data, rows, options, out, common).run();
}

}  // namespace coopnet::intake
