#include "intake/json_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "coopnet/core/text.hpp"
#include "coopnet/io/json_reader.hpp"
#include "coopnet/model/table_maker.hpp"

namespace coopnet::intake {
namespace {

using Kind = RawValue::Kind;

constexpr std::size_t most_values = 20'000'000;
constexpr std::size_t most_columns = 1'000;
constexpr std::size_t most_cells = 20'000'000;
constexpr int deepest_table = 4;  ///< below the root

/// One row: columns in the order they first appear, with what they hold and where.
using Flat = std::vector<std::pair<std::string, std::pair<std::string, const RawValue*>>>;

std::string scalar_text(const RawValue& value) {
  if (value.kind == Kind::boolean) return value.text == "true" ? "yes" : "no";
  return value.text;
}

void put(Flat& row, const std::string& column, const std::string& text, const RawValue& where) {
  const auto at =
      std::find_if(row.begin(), row.end(), [&](const auto& cell) { return cell.first == column; });
  if (at == row.end()) {
    if (row.size() > most_columns) return;  // refused when the table is made
    row.push_back({column, {text, &where}});
  } else if (!text.empty()) {
    if (!at->second.first.empty()) at->second.first += '\n';
    at->second.first += text;
  }
}

void flatten(Flat& row, const std::string& column, const RawValue& value) {
  switch (value.kind) {
    case Kind::object:
      for (const auto& member : value.members)
        flatten(row, column.empty() ? member.key : column + "." + member.key, member.value);
      break;
    case Kind::array:
      if (value.items.empty()) put(row, column, "", value);
      for (const auto& item : value.items) flatten(row, column, item);
      break;
    default:
      put(row, column.empty() ? "value" : column, scalar_text(value), value);
  }
}

class TableFinder {
 public:
  TableFinder(const std::string& file, Diagnostics& findings) : file_(file), findings_(findings) {}

  void find(const RawValue& value, const std::string& name, int depth) {
    if (depth > deepest_table) return;
    if (value.kind == Kind::array) {
      if (all_objects(value.items)) add(value, name);
      return;
    }
    if (value.kind != Kind::object) return;
    if (keyed(value)) return add(value, name);
    for (const auto& member : value.members) find(member.value, member.key, depth + 1);
  }
  std::vector<RawTable> take() { return std::move(tables_); }

 private:
  static bool all_objects(const std::vector<RawValue>& items) {
    return !items.empty() && std::all_of(items.begin(), items.end(), [](const RawValue& item) {
      return item.kind == Kind::object;
    });
  }
  /// Three objects or more that have a member in common: rows by name, not parts of one thing.
  static bool keyed(const RawValue& value) {
    constexpr std::size_t least_rows = 3;
    if (value.members.size() < least_rows) return false;
    for (const auto& member : value.members)
      if (member.value.kind != Kind::object) return false;
    const auto& first = value.members.front().value.members;
    return std::any_of(first.begin(), first.end(), [&](const RawValue::Member& column) {
      return std::all_of(
          value.members.begin(), value.members.end(),
          [&](const RawValue::Member& row) { return row.value.find(column.key) != nullptr; });
    });
  }

  void add(const RawValue& value, const std::string& name) {
    std::vector<Flat> rows;
    for (const auto& item : value.items) flatten(rows.emplace_back(), "", item);
    for (const auto& member : value.members) {
      auto& row = rows.emplace_back();
      put(row, "key", member.key, member.value);
      flatten(row, "", member.value);
    }
    std::vector<std::string> header;
    std::map<std::string, std::size_t, std::less<>> at;
    for (const auto& row : rows)
      for (const auto& [column, cell] : row)
        if (at.emplace(column, header.size()).second) header.push_back(column);
    const Place place{file_, value.line, value.column};
    if (header.size() > most_columns)
      return findings_.report(Severity::error, "too-many-columns", place, "", name,
                              {std::to_string(most_columns)});
    if (rows.size() * header.size() > most_cells)
      return findings_.report(Severity::error, "too-many-cells", place, "", name,
                              {std::to_string(most_cells)});
    TableMaker table(name, file_, header);
    std::vector<std::pair<std::string, const RawValue*>> cells;
    for (const auto& row : rows) {
      cells.assign(header.size(), {});
      for (const auto& [column, cell] : row) cells[at.find(column)->second] = cell;
      for (auto& [text, where] : cells) {
        const RawCell spot = where == nullptr ? RawCell{} : RawCell{{}, where->line, where->column};
        table.add(std::move(text), spot);
      }
    }
    tables_.push_back(table.take());
  }

  const std::string& file_;
  Diagnostics& findings_;
  std::vector<RawTable> tables_;
};

/// One value a line as one array; lines keep their numbers.
std::string as_array(const std::string& lines) {
  std::string out = "[";
  bool any = false;
  std::size_t from = 0;
  while (from < lines.size()) {
    const auto end = std::min(lines.find('\n', from), lines.size());
    const auto line = text::trim(std::string_view(lines).substr(from, end - from));
    if (!line.empty()) {
      if (any) out += ',';
      any = true;
      out += line;
    }
    out += '\n';
    from = end + 1;
  }
  return out + "]";
}

}  // namespace

std::vector<RawTable> read_json_rows(std::string text, const std::string& file,
                                     const std::string& name, bool lines, Diagnostics& findings) {
  io::JsonLimits limits;
  limits.values = most_values;
  const auto before = findings.errors();
  if (lines) text = as_array(text);
  const RawValue root = io::parse_any_json(text, file, findings, limits);
  TableFinder finder(file, findings);
  finder.find(root, name, 0);
  auto tables = finder.take();
  if (tables.empty() && findings.errors() == before)
    findings.report(Severity::error, "json-no-rows", {file, root.line, root.column}, "", "");
  return tables;
}

}  // namespace coopnet::intake
