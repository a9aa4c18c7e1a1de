#include "coopnet/render/table.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "coopnet/core/text.hpp"
#include "render/table_cells.hpp"

namespace coopnet::render {
namespace {

bool well_formed(std::string_view key) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (key.empty() || key.front() < 'a' || key.front() > 'z') return false;
  for (const char c : key)
    if (!plain(c) && c != '_') return false;
  return true;
}

/// Says what is wrong with a cell, or nothing.
struct Fault {
  const Column& column;

  const char* operator()(Unknown) const { return nullptr; }
  const char* operator()(const Item& item) const {
    if (column.type != ColumnType::text) return "a text";
    return item.stated || column.marked ? nullptr : "inferred texts: it is not marked";
  }
  const char* operator()(std::int64_t) const {
    return column.type == ColumnType::integer || column.type == ColumnType::number
               ? nullptr
               : "a whole number";
  }
  const char* operator()(double) const {
    return column.type == ColumnType::number ? nullptr : "a number";
  }
  const char* operator()(const Ratio&) const {
    return column.type == ColumnType::ratio || column.type == ColumnType::number ? nullptr
                                                                                 : "a ratio";
  }
  const char* operator()(const List& items) const {
    if (column.type != ColumnType::list) return "a list";
    for (const auto& item : items)
      if (!item.stated && !column.marked) return "inferred texts: it is not marked";
    return nullptr;
  }
};

}  // namespace

Cell::Cell(double number) {
  if (std::isfinite(number)) value_ = number;
}

Cell::Cell(Ratio ratio) {
  if (ratio.whole != 0) value_ = ratio;
}

Cell::Cell(const std::vector<std::string>& items) {
  List list;
  list.reserve(items.size());
  for (const auto& item : items) list.push_back({item, true});
  value_ = std::move(list);
}

bool has_inferred(const Table& table) {
  const auto inferred = [](const Item& item) { return !item.stated; };
  const auto in_cell = [&](const Cell& cell) {
    if (const auto* item = std::get_if<Item>(&cell.value())) return inferred(*item);
    const auto* list = std::get_if<List>(&cell.value());
    return list != nullptr && std::any_of(list->begin(), list->end(), inferred);
  };
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const auto& row) { return std::any_of(row.begin(), row.end(), in_cell); });
}

void check(const Table& table) {
  std::set<std::string_view> keys;
  for (const auto& column : table.columns) {
    if (!well_formed(column.key)) throw PreconditionError("not a column key: " + column.key);
    if (!keys.insert(column.key).second)
      throw PreconditionError("two columns have the key " + column.key);
  }
  for (const auto& row : table.rows) {
    if (row.size() != table.columns.size())
      throw PreconditionError("a row of the table has another number of cells than the header");
    for (std::size_t c = 0; c < row.size(); ++c)
      if (const char* fault = std::visit(Fault{table.columns[c]}, row[c].value()))
        throw PreconditionError("the column " + table.columns[c].key + " cannot hold " + fault);
  }
}

namespace cells {

double quotient(const Ratio& ratio) {
  return static_cast<double>(ratio.part) / static_cast<double>(ratio.whole);
}

std::string with_mark(const Item& item) { return item.stated ? item.text : '~' + item.text; }

bool right_aligned(const Column& column) {
  if (column.alignment != Alignment::by_type) return column.alignment == Alignment::right;
  return column.type != ColumnType::text && column.type != ColumnType::list;
}

std::string number_for_people(const Cell& cell, const Column& column) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value())) {
    const bool decimals = column.type == ColumnType::number && column.decimals > 0;
    const auto zeros = decimals ? static_cast<std::size_t>(column.decimals) : 0;
    return std::to_string(*whole) + (decimals ? "." : "") + std::string(zeros, '0');
  }
  const auto* ratio = std::get_if<Ratio>(&cell.value());
  if (ratio != nullptr && column.type == ColumnType::ratio)
    return std::to_string(ratio->part) + '/' + std::to_string(ratio->whole);
  const double number = ratio != nullptr ? quotient(*ratio) : std::get<double>(cell.value());
  std::string out = text::fixed(number, column.decimals);
  if (out.starts_with('-') && out.find_first_not_of("-0.") == std::string::npos) out.erase(0, 1);
  return out;
}

std::string for_people(const Cell& cell, const Column& column, Language language) {
  if (cell.unknown())
    return message(language, column.undefined ? "common.not-applicable" : "common.unknown");
  if (const auto* item = std::get_if<Item>(&cell.value())) return with_mark(*item);
  const auto* items = std::get_if<List>(&cell.value());
  if (items == nullptr) return number_for_people(cell, column);
  if (items->empty()) return message(language, "common.none");
  std::string out;
  for (const auto& item : *items) {
    if (!out.empty()) out += ", ";
    out += with_mark(item);
  }
  return out;
}

std::string for_programs(const Cell& cell) {
  if (cell.unknown()) return {};
  if (const auto* item = std::get_if<Item>(&cell.value())) return with_mark(*item);
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value())) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&cell.value())) return text::number(*number);
  if (const auto* ratio = std::get_if<Ratio>(&cell.value())) return text::number(quotient(*ratio));
  std::string out;
  for (const auto& item : std::get<List>(cell.value())) {
    if (!out.empty()) out += ';';
    out += with_mark(item);
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return text::inert(out);
}

}  // namespace cells
}  // namespace coopnet::render
