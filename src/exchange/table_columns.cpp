#include "exchange/table_columns.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/model/table_maker.hpp"

namespace coopnet::exchange {

GrowingTable::GrowingTable(std::string name, std::vector<std::string> first_columns)
    : name_(std::move(name)), columns_(std::move(first_columns)) {
  for (std::size_t i = 0; i < columns_.size(); ++i) index_.emplace(columns_[i], i);
}

void GrowingTable::begin_row(std::uint32_t line) { rows_.push_back({line, {}}); }

std::size_t GrowingTable::column(std::string_view name) {
  const auto found = index_.find(name);
  if (found != index_.end()) return found->second;
  columns_.emplace_back(name);
  index_.emplace(std::string(name), columns_.size() - 1);
  return columns_.size() - 1;
}

void GrowingTable::put(std::string_view name, std::string text) {
  if (!text.empty()) rows_.back().cells.emplace_back(column(name), std::move(text));
}

RawTable GrowingTable::take(const std::string& file) {
  TableMaker maker(std::move(name_), file, columns_);
  std::vector<std::string> cells(columns_.size());
  for (auto& row : rows_) {
    for (auto& [index, text] : row.cells) cells[index] = std::move(text);
    for (auto& cell : cells) maker.add(std::exchange(cell, {}), {{}, row.line, 0});
  }
  return maker.take();
}

std::string TableIds::make(std::string_view wanted) {
  std::string id;
  for (const char c : text::trim(wanted))
    id += c == ';' ? ',' : static_cast<unsigned char>(c) < 32 ? ' ' : c;
  while (id.starts_with('~') || id.starts_with(' ')) id.erase(0, 1);
  id = text::trim(id);
  if (id.empty()) id = "node";
  if (taken_.insert(id).second) return id;
  auto& n = last_[id];
  for (;;) {
    auto numbered = id + "-" + std::to_string(++n + 1);
    if (taken_.insert(numbered).second) return numbered;
  }
}

std::string column_name(std::string_view attribute) {
  std::string out = text::lower_ascii(attribute);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 32; }, ' ');
  out = text::trim(out);
  return out.empty() ? "attribute" : out;
}

}  // namespace coopnet::exchange
