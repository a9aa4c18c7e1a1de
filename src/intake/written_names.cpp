#include "coopnet/intake/written_names.hpp"

#include <optional>

#include "coopnet/core/text.hpp"
#include "intake/cells.hpp"

namespace coopnet::intake {
namespace {

constexpr std::size_t most_parts = 64;

using Verdict = NameAnswer::Verdict;

/// Without footnote marks ("Kosovo*", "Mali¹") at the end.
std::string_view without_marks(std::string_view name) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"*", "†", "‡", "¹", "²", "³"})
      if (name.size() > mark.size() && name.ends_with(mark)) {
        name = text::trim(name.substr(0, name.size() - mark.size()));
        again = true;
      }
  }
  return name;
}

/// One name: as it stands, else without footnote marks, else without the brackets behind it.
WrittenNames::Item look_up(std::string_view piece, const NameIndex& names) {
  WrittenNames::Item item{std::string(piece), {}, names.resolve(piece)};
  if (item.answer.verdict != Verdict::unknown) return item;
  const auto bare = without_marks(piece);
  const auto bracket = bare.rfind('(');
  const bool noted = bare.ends_with(')') && bracket != std::string_view::npos && bracket > 0;
  const auto before = noted ? text::trim(bare.substr(0, bracket)) : std::string_view{};
  for (const auto tried : {bare, without_marks(before)}) {
    if (tried.empty() || tried == piece) continue;
    auto answer = names.resolve(tried);
    if (answer.verdict == Verdict::unknown) continue;
    item.written = tried;
    item.answer = std::move(answer);
    if (tried.size() < bare.size())
      item.note = text::trim(bare.substr(bracket + 1, bare.size() - bracket - 2));
    return item;
  }
  return item;
}

/// Places at which a piece can be divided, as (end of the part before, start of the part behind).
std::vector<std::pair<std::size_t, std::size_t>> soft_marks(std::string_view piece) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    std::size_t width = piece[i] == ',' || piece[i] == '/' ? 1 : 0;
    for (const std::string_view word : {", and ", " and ", " et ", " y ", " e ", " & ", " و"})
      if (width == 0 && piece.substr(i).starts_with(word)) width = word.size();
    if (width == 0) continue;
    out.emplace_back(i, i + width);
    if (piece[i] != ',') i += width - 1;
  }
  return out;
}

/// Takes the longest known name again and again; nothing unless that uses the piece up. `some`
/// tells whether any part was known.
std::optional<std::vector<WrittenNames::Item>> divided(std::string_view piece,
                                                       const NameIndex& names, bool& some) {
  const auto marks = soft_marks(piece);
  if (marks.empty() || marks.size() >= most_parts) return std::nullopt;
  std::vector<WrittenNames::Item> out;
  std::size_t from = 0, next_mark = 0;
  bool complete = true;
  while (from < piece.size()) {
    bool found = false;
    for (std::size_t m = marks.size() + 1; m-- > next_mark && !found;) {
      const std::size_t end = m == marks.size() ? piece.size() : marks[m].first;
      if (end <= from) continue;
      const auto part = text::trim(piece.substr(from, end - from));
      if (part.empty() || part.size() == piece.size()) continue;
      auto item = look_up(part, names);
      if (item.answer.verdict == Verdict::unknown) continue;
      out.push_back(std::move(item));
      from = m == marks.size() ? piece.size() : marks[m].second;
      next_mark = m + 1;
      found = some = true;
    }
    if (found) continue;
    complete = false;
    if (next_mark >= marks.size()) break;
    from = marks[next_mark++].second;
  }
  if (!complete) return std::nullopt;
  return out;
}

}  // namespace

WrittenNames read_names(std::string_view cell, const NameIndex& names,
                        std::string_view separators) {
  WrittenNames out;
  for (const auto piece : cut_cell(cell, separators)) {
    auto item = look_up(piece, names);
    if (item.answer.verdict != Verdict::unknown || !separators.empty()) {
      out.items.push_back(std::move(item));
      continue;
    }
    bool some = false;
    if (auto parts = divided(piece, names, some)) {
      out.split_softly = true;
      for (auto& part : *parts) out.items.push_back(std::move(part));
      continue;
    }
    out.doubtful = out.doubtful || some;
    out.items.push_back(std::move(item));
  }
  return out;
}

}  // namespace coopnet::intake
