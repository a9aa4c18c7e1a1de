#include "coopnet/intake/column_map.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/written_values.hpp"
#include "coopnet/model/table_maker.hpp"
#include "model/framework.hpp"
#include "model/full_columns.hpp"

namespace coopnet::intake {
namespace {

constexpr std::array<std::string_view, 11> read_as_words{
    "", "text", "names", "tags", "mark", "word", "date", "number", "list", "keep", "leave_out"};

std::optional<ReadAs> parse_read_as(std::string_view word) {
  const auto key = schema::header_key(word);
  const auto at = std::find(read_as_words.begin(), read_as_words.end(), key);
  if (at == read_as_words.end()) return std::nullopt;
  return static_cast<ReadAs>(at - read_as_words.begin());
}

/// In a map "\n" and "\t" stand for what a cell cannot show well.
std::string separators_of(std::string_view written) {
  std::string out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const bool escaped = written[i] == '\\' && i + 1 < written.size();
    if (escaped && written[i + 1] == 'n')
      out += '\n';
    else if (escaped && written[i + 1] == 't')
      out += '\t';
    else
      out += written[i];
    if (escaped && (written[i + 1] == 'n' || written[i + 1] == 't')) ++i;
  }
  return out;
}

std::string written_separators(std::string_view separators) {
  std::string out;
  for (const char c : separators) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  }
  return out;
}

/// "title", "member:observer", "x.y": what may stand before "=" in an inline map.
bool is_field(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':' || c == '.';
  });
}

std::string_view unquoted(std::string_view text) {
  text = text::trim(text);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    return text.substr(1, text.size() - 2);
  return text;
}

}  // namespace

std::string_view word_of(ReadAs read_as) {
  return read_as_words[static_cast<std::size_t>(read_as)];
}

ColumnMap parse_column_map(const RawTable& table, Diagnostics& findings) {
  ColumnMap out;
  const auto place = [&](std::size_t row) { return table.place(table.cell(row, 0)); };
  const std::array<std::string_view, 9> names{"file",      "table", "field", "column",  "read_as",
                                              "separator", "value", "means", "optional"};
  std::array<std::size_t, 9> at{};
  for (std::size_t n = 0; n < names.size(); ++n) at[n] = find_column(table, {names[n]});
  if (at[3] == schema::no_column) {
    findings.report(Severity::error, "map-column-missing", {table.file, 1, 0}, "", "column");
    return out;
  }
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const auto cell = [&](std::size_t n) {
      return at[n] == schema::no_column ? std::string() : std::string(table.cell(r, at[n]).text);
    };
    if (cell(3).empty() && cell(6).empty()) {
      findings.report(Severity::error, "map-row-unclear", place(r), "column", cell(2));
      continue;
    }
    if (cell(3).empty()) {
      out.words.push_back({cell(2), cell(6), cell(7)});
      continue;
    }
    const auto read_as = parse_read_as(cell(4));
    if (!read_as) {
      const std::vector<std::string> known(read_as_words.begin() + 1, read_as_words.end());
      findings.report(Severity::error, "unknown-word", place(r), "read_as", cell(4),
                      {text::join(known, ", ")}, text::nearest(cell(4), known));
      continue;
    }
    out.columns.push_back({cell(0), cell(1), cell(2), cell(3), *read_as, separators_of(cell(5)),
                           written_mark(cell(8)).value_or(false)});
  }
  return out;
}

std::optional<ColumnMap> parse_inline_map(std::string_view text) {
  ColumnMap out;
  while (!text.empty()) {
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const auto field = text::trim(text.substr(0, equals));
    if (!is_field(field)) return std::nullopt;
    std::size_t end = text.size();
    for (auto comma = text.find(',', equals); comma != std::string_view::npos;
         comma = text.find(',', comma + 1)) {
      const auto next = text.find('=', comma);
      if (next == std::string_view::npos) break;
      if (!is_field(text::trim(text.substr(comma + 1, next - comma - 1)))) continue;
      end = comma;
      break;
    }
    const auto column = unquoted(text.substr(equals + 1, end - equals - 1));
    if (column.empty()) return std::nullopt;
    ColumnRule rule;
    rule.field = field;
    rule.column = column;
    if (field == "leave_out") {
      rule.field.clear();
      rule.read_as = ReadAs::leave_out;
    }
    out.columns.push_back(std::move(rule));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (out.columns.empty()) return std::nullopt;
  return out;
}

RawTable write_column_map(const ColumnMap& map) {
  TableMaker out(
      "map", "",
      {"file", "table", "field", "column", "read_as", "separator", "value", "means", "optional"});
  for (const auto& rule : map.columns)
    for (const auto& text :
         {rule.file, rule.table, rule.field, rule.column, std::string(word_of(rule.read_as)),
          written_separators(rule.separators), std::string(), std::string(),
          std::string(rule.optional ? "yes" : "")})
      out.add(text);
  for (const auto& word : map.words)
    for (const auto& text : {std::string(), std::string(), word.field, std::string(), std::string(),
                             std::string(), word.written, word.means, std::string()})
      out.add(text);
  return out.take();
}

}  // namespace coopnet::intake
