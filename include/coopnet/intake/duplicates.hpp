#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "coopnet/model/dataset.hpp"

/// Rows that may be one and the same: suggestions for people, side by side. Nothing is changed;
/// what somebody confirms is carried out by intake/merge.hpp.
namespace coopnet::intake {

/// Why two rows are shown together, with the arguments of the sentence about it. Of several
/// reasons the first of this list is told.
enum class DuplicateReason : std::uint8_t {
  // Two pledges.
  same_title,   ///< one title, an actor in common; args: those actors
  joint_entry,  ///< one title or one text, one of them joint, no actor in common; args: the
                ///< actors of each
  same_page,   ///< read at one page that few pledges name, an actor in common or one of them joint;
               ///< args: the page
  same_text,   ///< the summaries are one text, or nearly, the titles are not
  near_title,  ///< titles of nearly the same words, an actor in common; args: those actors
  title_over_text,  ///< the words of one title stand in the summary of the other, none in its own;
                    ///< args: id of the pledge with the title, id of the one with the text
  // Two actors.
  same_name,     ///< a name of both; args: the name
  same_words,    ///< names of the same words; args: the names
  acronym,       ///< one name are the initials of the other; args: acronym, name
  near_name,     ///< names that differ by a few letters or words; args: the names
  same_letters,  ///< acronyms of the same letters in another order; args: the names
};

/// What was compared, so that "7 of 8" says of what.
enum class Likeness : std::uint8_t { words, letters };

/// One column of two rows, as it stands in the table.
struct SideBySide {
  std::string column, keep, drop;
  [[nodiscard]] bool differs() const { return keep != drop; }
  friend bool operator==(const SideBySide&, const SideBySide&) = default;
};

struct Duplicate {
  bool pledges = true;  ///< of two pledges, or of two actors
  std::string keep;  ///< id of the row with more in it; of two actors alike the longer name, else
                     ///< the first by id
  std::string drop;
  DuplicateReason reason{};
  std::vector<std::string> args;
  Likeness likeness = Likeness::words;
  std::size_t shared = 0;          ///< words or letters in both
  std::size_t total = 0;           ///< in either
  std::vector<SideBySide> fields;  ///< what is filled in in either row, in the order of the columns
};

struct DuplicateOptions {
  bool pledges = true;
  bool actors = true;
  std::uint32_t percent = 75;       ///< how much of the words of two titles or names must be shared
  std::uint32_t text_percent = 80;  ///< the same for summaries
  std::size_t page_pledges = 3;     ///< a page that more pledges name is a list and tells nothing
  std::size_t most_alike = 100;  ///< how many texts may share a word for it to bring them together
};

struct Duplicates {
  std::vector<Duplicate> found;      ///< pledges, then actors; by reason, then by ids
  std::vector<std::string> columns;  ///< in which some of them differ, in the order of the tables
  /// Words (pages, initials, ...) that more than `most_alike` rows share: rows that share nothing
  /// rarer were not compared.
  std::size_t common_keys = 0;
};

/// Rows that may be one. Rows of one title (name, text) are each shown with one of them, not with
/// each other, so that n of them make n - 1 suggestions.
///
/// Counts: words as fold_name gives them, without articles and prepositions; likeness of two sets
/// of words is shared / total (Jaccard).
/// Method: equal texts are grouped by hash. Nearly equal ones share one of their rarest words: of a
/// set of n words and a likeness of at least t, the n - ceil(tn) + 1 rarest suffice (prefix
/// filtering: Chaudhuri, Ganti and Kaushik, 2006). Those are looked up in an index; a list longer
/// than `most_alike` is left out and counted.
/// Cost: O(text + k n m) for n rows with k rare words each and m = most_alike; in practice near to
/// linear, since rare words are shared by few. Never n squared.
/// Checked by: a comparison of all pairs (tests/reference/duplicates_slow.hpp).
[[nodiscard]] Duplicates find_duplicates(const Dataset& data, const DuplicateOptions& options = {});

}  // namespace coopnet::intake
