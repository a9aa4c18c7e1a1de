#include <unordered_map>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"
#include "intake/duplicate_search.hpp"
#include "intake/similar_sets.hpp"
#include "intake/words.hpp"

namespace coopnet::intake {
namespace {

/// A shorter text is a remark that many may have in common.
constexpr std::size_t fewest_words_of_a_text = 5;
/// A shorter title stands in many texts.
constexpr std::size_t fewest_words_of_a_title = 3;
/// How many texts are shown for a title that stands over the wrong one.
constexpr std::size_t most_texts_of_a_title = 3;

using Rows = std::vector<std::uint32_t>;

/// Rows that have one text, under that text, folded. Ordered, so that nothing depends on hashes.
using Groups = std::map<std::string, Rows, std::less<>>;

/// "https://www.example.org/a/?x#y" as "example.org/a/?x".
std::string page_key(std::string_view page) {
  std::string key = text::lower_ascii(page.substr(0, page.find('#')));
  for (const std::string_view start : {"http://", "https://", "www."})
    if (key.starts_with(start)) key.erase(0, start.size());
  while (key.ends_with('/')) key.pop_back();
  return key;
}

class PledgeSearch {
 public:
  PledgeSearch(const Dataset& data, const Fullness& rows, const DuplicateOptions& options,
               AlikeRows& out, std::size_t& common)
      : data_(data), rows_(rows), options_(options), out_(out), common_(common) {}

  void run() {
    read();
    for (const auto& [title, rows] : by_title_) one_title(rows);
    for (const auto& [text, rows] : by_text_) one_text(rows);
    one_page();
    near_titles();
    near_texts();
    titles_over_texts();
  }

 private:
  void read() {
    for (std::uint32_t i = 0; i < data_.pledges.size(); ++i) {
      const auto& pledge = data_.pledges.rows[i];
      const auto title = fold_name(pledge.title);
      const auto summary = fold_name(pledge.summary);
      titles_.push_back(telling_words(title));
      texts_.push_back(telling_words(summary));
      if (!title.empty()) by_title_[title].push_back(i);
      if (texts_.back().size() >= fewest_words_of_a_text) by_text_[summary].push_back(i);
    }
  }

  [[nodiscard]] const Pledge& pledge(std::uint32_t row) const { return data_.pledges.rows[row]; }

  [[nodiscard]] std::string ids(const std::vector<ActorId>& actors) const {
    std::vector<std::string> out;
    for (const ActorId actor : actors) out.push_back(data_.actors[actor].id);
    return text::join(out, ", ");
  }
  [[nodiscard]] std::vector<ActorId> in_both(std::uint32_t a, std::uint32_t b) const {
    std::vector<ActorId> out;
    std::set_intersection(pledge(a).actors.begin(), pledge(a).actors.end(),
                          pledge(b).actors.begin(), pledge(b).actors.end(),
                          std::back_inserter(out));
    return out;
  }
  [[nodiscard]] bool joint(std::uint32_t row) const {
    const auto& p = pledge(row);
    return p.kind == PledgeKind::common || p.kind == PledgeKind::partnership || p.actors.size() > 1;
  }

  void offer(std::uint32_t a, std::uint32_t b, DuplicateReason reason,
             std::vector<std::string> args, const SimilarSets::Pair& likeness) {
    out_.offer({a, b, reason, std::move(args), Likeness::words, likeness.shared, likeness.total});
  }
  void offer_by_title(std::uint32_t a, std::uint32_t b, DuplicateReason reason,
                      std::vector<std::string> args) {
    offer(a, b, reason, std::move(args), compare(titles_[a], titles_[b]));
  }
  void offer_joint(std::uint32_t a, std::uint32_t b, const SimilarSets::Pair& likeness) {
    const auto first = std::min(a, b), second = std::max(a, b);
    offer(a, b, DuplicateReason::joint_entry,
          {ids(pledge(first).actors), ids(pledge(second).actors)}, likeness);
  }

  /// Of each actor the fullest of these rows.
  [[nodiscard]] std::map<ActorId, Rows> by_actor(const Rows& rows) const {
    std::map<ActorId, Rows> out;
    for (const auto row : rows)
      for (const ActorId actor : pledge(row).actors) out[actor].push_back(row);
    return out;
  }

  void one_title(const Rows& rows) {
    if (rows.size() < 2) return;
    for (const auto& [actor, own] : by_actor(rows)) {
      const auto centre = rows_.fullest(own);
      for (const auto row : own)
        if (row != centre)
          offer_by_title(centre, row, DuplicateReason::same_title, {ids(in_both(centre, row))});
    }
    if (const auto centre = fullest_joint(rows))
      for (const auto row : rows)
        if (row != *centre && in_both(*centre, row).empty())
          offer_joint(*centre, row, compare(titles_[*centre], titles_[row]));
  }

  [[nodiscard]] std::optional<std::uint32_t> fullest_joint(const Rows& rows) const {
    Rows joint_ones;
    for (const auto row : rows)
      if (joint(row)) joint_ones.push_back(row);
    if (joint_ones.empty()) return std::nullopt;
    return rows_.fullest(joint_ones);
  }

  void one_text(const Rows& rows) {
    const auto centre = fullest_joint(rows).value_or(rows_.fullest(rows));
    for (const auto row : rows)
      if (row != centre) offer_text(centre, row, compare(texts_[centre], texts_[row]));
  }

  void offer_text(std::uint32_t a, std::uint32_t b, const SimilarSets::Pair& likeness) {
    if ((joint(a) || joint(b)) && in_both(a, b).empty())
      offer_joint(a, b, likeness);
    else
      offer(a, b, DuplicateReason::same_text, {}, likeness);
  }

  void one_page() {
    std::map<std::string, std::pair<std::string_view, Rows>> by_page;
    for (std::uint32_t i = 0; i < data_.pledges.size(); ++i)
      for (const auto page : text::split_list(pledge(i).source)) {
        auto& [written, rows] = by_page[page_key(page)];
        if (rows.empty()) written = page;
        if (rows.empty() || rows.back() != i) rows.push_back(i);
      }
    for (const auto& [key, page] : by_page) {
      const auto& rows = page.second;
      if (rows.size() > options_.page_pledges) continue;
      for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = i + 1; j < rows.size(); ++j)
          if (joint(rows[i]) || joint(rows[j]) || !in_both(rows[i], rows[j]).empty())
            offer_by_title(rows[i], rows[j], DuplicateReason::same_page, {std::string(page.first)});
    }
  }

  /// Each title once, however many pledges bear it.
  void near_titles() {
    SimilarSets sets;
    std::vector<std::map<ActorId, Rows>> owners;
    for (const auto& [title, rows] : by_title_) {
      sets.add(titles_[rows.front()]);
      owners.push_back(by_actor(rows));
    }
    for (const auto& pair : sets.pairs(options_.percent, options_.most_alike, common_))
      for (const auto& [actor, rows] : owners[pair.a]) {
        const auto other = owners[pair.b].find(actor);
        if (other == owners[pair.b].end()) continue;
        const auto a = rows_.fullest(rows), b = rows_.fullest(other->second);
        offer(a, b, DuplicateReason::near_title, {ids(in_both(a, b))}, pair);
      }
  }

  void near_texts() {
    SimilarSets sets;
    Rows centres;
    for (const auto& [text, rows] : by_text_) {
      centres.push_back(rows_.fullest(rows));
      sets.add(texts_[centres.back()]);
    }
    for (const auto& pair : sets.pairs(options_.text_percent, options_.most_alike, common_))
      offer_text(centres[pair.a], centres[pair.b], pair);
  }

  /// A title none of whose words stands in its own text, and all of them in another.
  void titles_over_texts() {
    std::unordered_map<std::string_view, Rows> texts_with;
    for (std::uint32_t i = 0; i < texts_.size(); ++i)
      for (const auto& word : texts_[i]) texts_with[word].push_back(i);
    for (std::uint32_t i = 0; i < titles_.size(); ++i) {
      const auto& title = titles_[i];
      if (title.size() < fewest_words_of_a_title || texts_[i].empty()) continue;
      if (compare(title, texts_[i]).shared > 0) continue;
      const Rows* fewest = nullptr;
      for (const auto& word : title) {
        const auto found = texts_with.find(word);
        static const Rows none;
        const Rows& rows = found == texts_with.end() ? none : found->second;
        if (fewest == nullptr || rows.size() < fewest->size()) fewest = &rows;
      }
      over_texts(i, *fewest);
    }
  }

  void over_texts(std::uint32_t row, const Rows& candidates) {
    if (candidates.size() > options_.most_alike) {
      ++common_;
      return;
    }
    std::size_t shown = 0;
    const auto& title = titles_[row];
    for (const auto other : candidates) {
      if (!std::includes(texts_[other].begin(), texts_[other].end(), title.begin(), title.end()))
        continue;
      offer(row, other, DuplicateReason::title_over_text, {pledge(row).id, pledge(other).id},
            {row, other, title.size(), title.size()});
      if (++shown == most_texts_of_a_title) return;
    }
  }

  const Dataset& data_;
  const Fullness& rows_;
  const DuplicateOptions& options_;
  AlikeRows& out_;
  std::size_t& common_;
  std::vector<std::vector<std::string>> titles_, texts_;  ///< telling words of each pledge
  Groups by_title_, by_text_;
};

}  // namespace

void find_pledges(const Dataset& data, const Fullness& rows, const DuplicateOptions& options,
                  AlikeRows& out, std::size_t& common) {
  PledgeSearch(data, rows, options, out, common).run();
}

}  // namespace coopnet::intake
