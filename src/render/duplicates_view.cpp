#include "coopnet/render/duplicates_view.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "coopnet/core/text.hpp"

namespace coopnet::render {
namespace {

using intake::Duplicate;
using intake::DuplicateReason;
using intake::Duplicates;

constexpr std::array<std::string_view, 11> reason_words{
    "same-title", "joint-entry", "same-page", "same-text", "near-title",  "title-over-text",
    "same-name",  "same-words",  "acronym",   "near-name", "same-letters"};

std::string word_of(DuplicateReason reason) {
  return std::string(reason_words[static_cast<std::size_t>(reason)]);
}

/// What the row is called: the title of a pledge, the name of an actor.
bool is_title(std::string_view column) { return column == "title" || column == "name"; }

/// Control characters shown, since ids and cells come from outside.
std::string shown(const std::string& text) { return text::inert(text); }

/// A column's name as a key of a table: letters, digits, underscores.
std::string key_of(std::string_view column) {
  std::string out;
  for (const char c : text::slug(column))
    if (c == '-')
      out += '_';
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
  if (out.empty()) return "column";
  if (out[0] >= '0' && out[0] <= '9') out.insert(0, "column_");
  return out;
}

Table side_by_side(const Duplicate& pair, std::size_t number, Language language) {
  Table out;
  const auto say = [&](std::string_view key, std::initializer_list<MessageArg> args = {}) {
    return message(language, key, args);
  };
  out.caption = say("duplicates.caption-pair", {number, duplicate_reason(pair, language)});
  out.columns = {
      {"column", say("duplicates.column-column"), ColumnType::text, Importance::essential},
      {"keep", shown(pair.keep), ColumnType::text, Importance::essential},
      {"drop", shown(pair.drop), ColumnType::text, Importance::essential}};
  for (const auto& field : pair.fields)
    if (field.differs() || is_title(field.column))
      out.add({field.column, field.keep.empty() ? Cell() : Cell(field.keep),
               field.drop.empty() ? Cell() : Cell(field.drop)});
  out.empty_reason = say("duplicates.nothing-differs");
  return out;
}

std::vector<std::string> notes_of(const Duplicates& duplicates, Language language) {
  std::vector<std::string> out;
  if (duplicates.common_keys > 0)
    out.push_back(message(language, "duplicates.note-common", {duplicates.common_keys}));
  if (!duplicates.found.empty()) out.push_back(message(language, "duplicates.note-suggestions"));
  return out;
}

/// Each field is two columns, under a key of its own.
std::vector<Column> file_columns(const std::vector<std::string>& fields) {
  std::vector<Column> out;
  const auto column = [&](const std::string& key, ColumnType type = ColumnType::text) {
    out.push_back({key, key, type, Importance::normal});
  };
  for (const char* key : {"kind", "keep", "drop", "reason", "why"}) column(key);
  column("similarity", ColumnType::number);
  std::set<std::string> keys{"title"};
  std::vector<std::string> in_order{"title"};
  for (const auto& name : fields) {
    auto key = key_of(name);
    while (!keys.insert(key).second) key += "_2";
    in_order.push_back(std::move(key));
  }
  for (const auto& key : in_order)
    for (const char* side : {"_keep", "_drop"}) column(key + side);
  column("merge");
  return out;
}

std::vector<Cell> file_row(const Duplicate& pair, const std::vector<std::string>& fields,
                           Language language) {
  std::vector<Cell> out{
      pair.pledges ? "pledge" : "actor",
      pair.keep,
      pair.drop,
      word_of(pair.reason),
      duplicate_reason(pair, language),
      Ratio{static_cast<std::int64_t>(pair.shared), static_cast<std::int64_t>(pair.total)}};
  const auto cells = [&](auto wanted) {
    const auto field = std::find_if(pair.fields.begin(), pair.fields.end(), wanted);
    const bool none = field == pair.fields.end();
    out.push_back(none || field->keep.empty() ? Cell() : Cell(field->keep));
    out.push_back(none || field->drop.empty() ? Cell() : Cell(field->drop));
  };
  cells([](const auto& field) { return is_title(field.column); });
  for (const auto& name : fields) cells([&](const auto& field) { return field.column == name; });
  out.emplace_back();  // merge
  return out;
}

}  // namespace

std::string duplicate_reason(const Duplicate& pair, Language language) {
  std::vector<MessageArg> args{shown(pair.keep), shown(pair.drop)};
  args.emplace_back(
      message(language,
              pair.likeness == intake::Likeness::words ? "duplicates.words" : "duplicates.letters",
              {pair.shared, pair.total}));
  for (const auto& arg : pair.args) args.emplace_back(shown(arg));
  return message(language, "duplicates.reason-" + word_of(pair.reason), args);
}

std::vector<NamedTable> duplicate_tables(const Duplicates& duplicates, std::size_t max_per_reason,
                                         Language language) {
  std::vector<NamedTable> out;
  std::map<DuplicateReason, std::size_t> seen;
  std::size_t number = 0;
  std::size_t hidden = 0;
  for (const auto& pair : duplicates.found) {
    ++number;
    if (++seen[pair.reason] <= max_per_reason)
      out.push_back({std::to_string(number), side_by_side(pair, number, language)});
    else
      ++hidden;
  }
  if (out.empty()) {
    Table none;
    none.caption = message(language, "duplicates.caption");
    none.columns = {{"column", message(language, "duplicates.column-column"), ColumnType::text,
                     Importance::essential}};
    none.empty_reason = message(language, "duplicates.nothing-found");
    out.push_back({"1", std::move(none)});
  }
  auto& notes = out.back().table.notes;
  if (hidden > 0) notes.push_back(message(language, "duplicates.note-hidden", {hidden}));
  for (auto& note : notes_of(duplicates, language)) notes.push_back(std::move(note));
  return out;
}

Table duplicate_file(const Duplicates& duplicates, Language language) {
  Table out;
  out.caption = message(language, "duplicates.caption");
  auto fields = duplicates.columns;
  std::erase_if(fields, is_title);
  out.columns = file_columns(fields);
  for (const auto& pair : duplicates.found) out.rows.push_back(file_row(pair, fields, language));
  out.notes = notes_of(duplicates, language);
  out.empty_reason = message(language, "duplicates.nothing-found");
  return out;
}

}  // namespace coopnet::render
