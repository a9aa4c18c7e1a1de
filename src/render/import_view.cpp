#include "coopnet/render/import_view.hpp"

#include <array>
#include <utility>

#include "coopnet/core/text.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;
using intake::ColumnReason;

std::string say(Language language, std::string_view key,
                std::initializer_list<MessageArg> args = {}) {
  return message(language, "import." + std::string(key), args);
}

Column column(Language language, const char* key, ColumnType type, Importance importance) {
  return {key, say(language, std::string("column-") + key), type, importance};
}

std::string reason_word(Language language, ColumnReason reason) {
  static constexpr std::array<const char*, 6> keys{"by-map",  "by-header", "kept",
                                                   "contact", "left-out",  "empty"};
  return say(language, keys[static_cast<std::size_t>(reason)]);
}

std::string examples(const intake::ColumnReport& column) {
  std::string out;
  for (const auto& [written, understood] : column.examples) {
    if (!out.empty()) out += " | ";
    out += written == understood ? written : written + " → " + understood;
  }
  return out;
}

NamedTable sources_table(const intake::ImportReport& report, Language language) {
  Table t;
  t.caption = say(language, "caption-sources");
  t.columns = {
      column(language, "file", text, essential),    column(language, "sheet", text, normal),
      column(language, "table", text, essential),   column(language, "header_row", integer, normal),
      column(language, "rows", integer, essential), column(language, "taken", integer, essential)};
  for (const auto& source : report.sources)
    t.add({source.file, source.name, source.table, source.header_row, source.rows, source.taken});
  for (const auto& source : report.sources)
    if (!source.above.empty())
      t.notes.push_back(
          say(language, "above-header", {source.name, source.above.size(), source.above.front()}));
  for (auto& note : import_notes(report, language)) t.notes.push_back(std::move(note));
  return {"sources", std::move(t)};
}

NamedTable columns_table(const intake::ImportReport& report, Language language) {
  Table t;
  t.caption = say(language, "caption-columns");
  t.columns = {column(language, "source", text, normal),
               column(language, "column", text, essential),
               column(language, "field", text, essential),
               column(language, "read_as", text, extra),
               column(language, "reason", text, essential),
               column(language, "filled", integer, normal),
               column(language, "understood", integer, essential),
               column(language, "examples", text, normal)};
  for (const auto& c : report.columns) {
    const bool read = c.reason == ColumnReason::map || c.reason == ColumnReason::header ||
                      c.reason == ColumnReason::kept;
    t.add({report.sources[c.source].name, c.column, read ? Cell(c.field) : Cell(""),
           std::string(read ? intake::word_of(c.read_as) : ""), reason_word(language, c.reason),
           c.filled, read ? Cell(c.understood) : Cell(), examples(c)});
  }
  t.notes.push_back(say(language, "note-columns"));
  return {"columns", std::move(t)};
}

}  // namespace

std::vector<std::string> import_notes(const intake::ImportReport& report, Language language) {
  std::vector<std::string> out;
  std::size_t known = 0;
  for (const auto n : report.names) known += n;
  if (known + report.new_actors > 0)
    out.push_back(say(language, "note-names",
                      {known, report.names[0] + report.names[1], report.names[2] + report.names[3],
                       report.names[4], report.names[5], report.new_actors}));
  if (report.contacts_masked > 0)
    out.push_back(say(language, "note-contacts", {report.contacts_masked}));
  if (report.entities_decoded > 0)
    out.push_back(say(language, "note-entities", {report.entities_decoded}));
  return out;
}

std::vector<NamedTable> import_tables(const intake::ImportReport& report, Language language) {
  return {sources_table(report, language), columns_table(report, language)};
}

Table suggestion_table(std::span<const intake::Suggestion> suggestions, Language language) {
  Table t;
  t.caption = say(language, "caption-suggestion");
  t.columns = {
      column(language, "file", text, extra),      column(language, "table", text, normal),
      column(language, "field", text, essential), column(language, "column", text, essential),
      column(language, "read_as", text, normal),  column(language, "separator", text, extra),
      column(language, "value", text, extra),     column(language, "means", text, extra),
      column(language, "optional", text, extra),  column(language, "note", text, essential)};
  for (const auto& s : suggestions) {
    const bool left_out = s.rule.read_as == intake::ReadAs::leave_out;
    const auto why = left_out               ? s.filled == 0 ? "why-empty" : "why-contact"
                     : s.by_header          ? "why-header"
                     : s.rule.field.empty() ? "why-kept"
                                            : "why-contents";
    t.add({s.rule.file, s.rule.table, s.rule.field, s.rule.column,
           std::string(intake::word_of(s.rule.read_as)), "", "", "", "",
           say(language, why, {s.fitting, s.filled, s.example})});
  }
  t.notes.push_back(say(language, "note-suggestion"));
  return t;
}

}  // namespace coopnet::render
