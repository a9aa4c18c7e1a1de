#include "coopnet/intake/name_index.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "coopnet/core/text.hpp"
#include "intake/near_names.hpp"

namespace coopnet::intake {
namespace {

using Verdict = NameAnswer::Verdict;

/// A longer text is nobody's name.
constexpr std::size_t longest_name = 1000;

/// Words without the blanks between them: "guinea bissau" is "guineabissau".
std::string key_of(std::string folded) {
  std::erase(folded, ' ');
  return folded;
}

/// "A, B" and "A (B)" as "B A"; nothing where there is more than one comma or bracket.
std::optional<std::string> turned_round(std::string_view written) {
  const auto cut = written.find_first_of(",(");
  if (cut == std::string_view::npos) return std::nullopt;
  auto last = text::trim(written.substr(cut + 1));
  if (written[cut] == '(') {
    if (!last.ends_with(')')) return std::nullopt;
    last.remove_suffix(1);
  }
  if (last.find_first_of(",()") != std::string_view::npos) return std::nullopt;
  return std::string(last) + " " + std::string(written.substr(0, cut));
}

void insert_id(std::vector<std::string>& ids, std::string_view id) {
  const auto place = std::lower_bound(ids.begin(), ids.end(), id);
  if (place == ids.end() || *place != id) ids.insert(place, std::string(id));
}

}  // namespace

struct NameIndex::Inside {
  struct Slot {
    std::string folded;
    std::string written;
    std::string as_name;  ///< by the first that has it as a name
    NameSource source{};
    std::vector<std::string> ids;  ///< by `source`, the strongest seen
    std::vector<std::string> ambiguous;

    /// Those it may stand for; one where the name is known.
    [[nodiscard]] const std::vector<std::string>& owners() const {
      const bool strong = !ids.empty() && source <= NameSource::code;
      return ambiguous.empty() || strong ? ids : ambiguous;
    }
    [[nodiscard]] bool known() const { return &owners() == &ids && ids.size() == 1; }
  };

  Slot& slot(std::string_view written, std::string folded) {
    near.reset();
    const auto [at, fresh] = by_key.try_emplace(key_of(folded), slots.size());
    if (fresh) slots.push_back({std::move(folded), std::string(written), {}, {}, {}, {}});
    return slots[at->second];
  }

  void add(std::string_view written, std::string folded, std::string_view id, NameSource source) {
    if (folded.empty()) return;
    auto& at = slot(written, std::move(folded));
    if (at.as_name.empty() && source > NameSource::code) at.as_name = written;
    if (!at.ids.empty() && at.source < source) return;
    if (at.ids.empty() || source < at.source) {
      at.ids.clear();
      at.written = written;
      at.source = source;
    }
    insert_id(at.ids, id);
  }

  void add_ambiguous(std::string_view written, std::string folded,
                     const std::vector<std::string>& owners) {
    if (folded.empty()) return;
    auto& at = slot(written, std::move(folded));
    if (at.as_name.empty()) at.as_name = written;
    for (const auto& id : owners) insert_id(at.ambiguous, id);
  }

  [[nodiscard]] const Slot* find(std::string_view written) const {
    const auto lookup = [&](std::string_view text) -> const Slot* {
      const auto at = by_key.find(key_of(fold_name(text)));
      return at == by_key.end() ? nullptr : &slots[at->second];
    };
    if (const Slot* straight = lookup(written)) return straight;
    const auto other = turned_round(written);
    return other ? lookup(*other) : nullptr;
  }

  /// Made at the first unknown name, which may be asked for by several threads.
  const NearNames& near_names() const {
    const std::lock_guard lock(making);
    if (!near) {
      near = std::make_unique<NearNames>();
      for (const auto& s : slots) near->add(s.folded);
    }
    return *near;
  }

  /// What an unknown name may have been meant for: names of the same words; else those a few
  /// letters away, unless it begins names of one owner only: then that one is meant.
  [[nodiscard]] std::vector<const Slot*> like(std::string_view folded) const {
    const auto& names = near_names();
    const auto slots_of = [&](const std::vector<std::uint32_t>& numbers) {
      std::vector<const Slot*> out;
      for (const auto number : numbers) out.push_back(&slots[number]);
      return out;
    };
    if (auto same = slots_of(names.same_words(folded)); !same.empty()) return same;
    const auto longer = slots_of(names.beginning_with(folded));
    auto few_letters = slots_of(names.nearest(folded));
    if (longer.empty()) return few_letters;
    const auto of_other = [&](const Slot* s) { return s->owners() != longer.front()->owners(); };
    if (std::none_of(longer.begin(), longer.end(), of_other)) std::erase_if(few_letters, of_other);
    return few_letters.empty() ? longer : few_letters;
  }

  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> by_key;
  std::unordered_set<std::string, TextHash, std::equal_to<>> ids;  ///< as they are written
  std::vector<Slot> slots;
  mutable std::mutex making;
  mutable std::unique_ptr<NearNames> near;
};

NameIndex::NameIndex() : inside_(std::make_unique<Inside>()) {}
NameIndex::~NameIndex() = default;
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;

void NameIndex::add(std::string_view name, std::string_view id, NameSource source) {
  if (name.size() > longest_name) return;
  if (source == NameSource::id && name == id) inside_->ids.emplace(name);
  inside_->add(name, fold_name(name), id, source);
  if (const auto other = turned_round(name)) inside_->add(name, fold_name(*other), id, source);
}

void NameIndex::add_ambiguous(std::string_view name, const std::vector<std::string>& ids) {
  if (name.size() > longest_name) return;
  inside_->add_ambiguous(name, fold_name(name), ids);
  if (const auto other = turned_round(name)) inside_->add_ambiguous(name, fold_name(*other), ids);
}

namespace {

/// Fills in what may have been meant: `found` are the owners of near names, the first of which is
/// shown: a name before an id or code, then the strongest source, then the one that was added
/// first.
template <class Slot>
void suggest(NameAnswer& answer, const std::vector<const Slot*>& found) {
  const auto rank = [](const Slot& s) {
    return std::tuple(s.source <= NameSource::code, s.source);
  };
  const Slot* best = found.front();
  for (const Slot* s : found) {
    if (rank(*s) < rank(*best)) best = s;
    for (const auto& id : s->owners()) insert_id(answer.choices, id);
  }
  answer.nearest = best->written;
  if (answer.choices.size() != 1) return;
  answer.nearest_id = answer.choices.front();
  answer.choices.clear();
}

}  // namespace

NameAnswer NameIndex::resolve(std::string_view written) const {
  NameAnswer answer;
  if (written.size() > longest_name) return answer;
  if (inside_->ids.contains(written)) {
    answer.verdict = Verdict::found;
    answer.id = written;
    answer.source = NameSource::id;
    return answer;
  }
  if (const auto* slot = inside_->find(written)) {
    answer.verdict = slot->known() ? Verdict::found : Verdict::ambiguous;
    answer.source = slot->source;
    if (slot->known())
      answer.id = slot->ids.front();
    else
      answer.choices = slot->owners();
    return answer;
  }
  const auto folded = fold_name(written);
  if (folded.empty()) return answer;
  const auto found = inside_->like(folded);
  if (!found.empty()) suggest(answer, found);
  return answer;
}

std::vector<NameIndex::Spelling> NameIndex::spellings() const {
  std::vector<Spelling> out;
  for (const auto& slot : inside_->slots)
    out.push_back({slot.folded, slot.as_name, slot.source, slot.owners()});
  std::sort(out.begin(), out.end(),
            [](const Spelling& a, const Spelling& b) { return a.folded < b.folded; });
  return out;
}

}  // namespace coopnet::intake
