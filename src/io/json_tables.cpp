#include "io/json_tables.hpp"

#include <algorithm>
#include <utility>

#include "coopnet/core/text.hpp"
#include "io/large_memory.hpp"

namespace coopnet::io {

void JsonTable::begin_row(Spot spot) {
  ++row_number_;
  row_spot_ = spot;
  row_.clear();
  row_has_text_ = false;
  guess_ = 0;
}

void JsonTable::end_row() {
  if (!row_has_text_ || !within_limits(row_spot_)) return;
  width_ = columns_.size();
  if (width_ > stride_) set_stride(std::max(width_, stride_ + stride_ / 2));
  make_room(stride_);
  const std::size_t base = cells_.size();
  cells_.resize(base + stride_, RawCell{{}, row_spot_.line, row_spot_.column});
  for (const auto& c : row_) cells_[base + c.column] = c.cell;
  rows_.push_back(row_spot_);
}

/// Whether one more row fits, in all columns known by now; else the table takes no more.
bool JsonTable::within_limits(Spot row) {
  const auto over = [&](std::string_view code, std::size_t limit) {
    findings_.error(code, row, {.args = {std::to_string(limit)}});
    full_ = true;
    return false;
  };
  if (rows_.size() >= limits_.rows) return over("too-many-rows", limits_.rows);
  if ((rows_.size() + 1) * columns_.size() > limits_.cells)
    return over("too-many-cells", limits_.cells);
  return true;
}

/// Room for more cells, twice as much as there is if there must be more at all.
void JsonTable::make_room(std::size_t cells) {
  if (cells_.size() + cells <= cells_.capacity()) return;
  std::vector<RawCell> larger;
  larger.reserve(std::max(2 * cells_.size(), cells_.size() + cells));
  prefer_large_pages(larger.data(), larger.capacity() * sizeof(RawCell));
  larger.insert(larger.end(), cells_.begin(), cells_.end());
  cells_.swap(larger);
}

/// Spreads or closes up the rows so that each takes `stride` cells.
void JsonTable::set_stride(std::size_t stride) {
  if (stride == stride_) return;
  std::vector<RawCell> grid;
  grid.reserve(rows_.size() * stride);
  prefer_large_pages(grid.data(), grid.capacity() * sizeof(RawCell));
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const auto* const from = cells_.data() + row * stride_;
    const std::size_t kept = std::min(stride, stride_);
    grid.insert(grid.end(), from, from + kept);
    grid.resize((row + 1) * stride, RawCell{{}, rows_[row].line, rows_[row].column});
  }
  cells_.swap(grid);
  stride_ = stride;
}

void JsonTable::column(std::string_view key, Spot spot) {
  current_ = find_column(key, spot);
  if (current_ == nowhere) return;
  guess_ = current_ + 1;
  if (columns_[current_].last_row == row_number_) {
    findings_.error("json-duplicate-key", spot, {.value = key});
    current_ = nowhere;
  } else {
    columns_[current_].last_row = row_number_;
  }
}

std::uint32_t JsonTable::find_column(std::string_view key, Spot spot) {
  if (guess_ < columns_.size() && columns_[guess_].header.text == key) return guess_;
  const std::string name = text::lower_ascii(text::trim(key));
  const auto found = by_name_.find(name);
  return found != by_name_.end() ? found->second : add_column(name, spot);
}

std::uint32_t JsonTable::add_column(std::string_view name, Spot spot) {
  if (name.empty()) {
    findings_.error("json-empty-key", spot);
    return nowhere;
  }
  if (!accept(name, spot)) return nowhere;
  if (columns_.size() >= limits_.columns) {
    findings_.error("too-many-columns", spot, {.args = {std::to_string(limits_.columns)}});
    return nowhere;
  }
  const auto number = static_cast<std::uint32_t>(columns_.size());
  name = arena_.keep(name);
  columns_.push_back({{name, spot.line, spot.column}, 0});
  by_name_.emplace(name, number);
  return number;
}

/// Whether a text can stand in a table; reports if not.
bool JsonTable::accept(std::string_view text, Spot spot) {
  if (text.size() > limits_.field_bytes)
    findings_.error("field-too-long", spot,
                    {.value = text, .args = {std::to_string(limits_.field_bytes)}});
  else if (text.find('\0') != std::string_view::npos)
    findings_.error("nul-byte", spot);
  else
    return true;
  return false;
}

void JsonTable::cell(std::string_view text, Spot spot) {
  const auto column = std::exchange(current_, nowhere);
  if (column == nowhere) return;
  if (!accept(text, spot)) text = {};
  row_has_text_ = row_has_text_ || !text.empty();
  row_.push_back({{arena_.keep(text), spot.line, spot.column}, column});
}

RawTable JsonTable::take() {
  // Rows that were skipped may have named further columns, rows that were refused do not count.
  if (!full_ && rows_.size() * columns_.size() <= limits_.cells) width_ = columns_.size();
  columns_.resize(std::min(width_, columns_.size()));
  set_stride(columns_.size());
  RawTable table;
  table.name = name_;
  table.file = findings_.file();
  for (const auto& column : columns_) table.header.push_back(column.header);
  table.cells = std::move(cells_);
  table.storage = arena_.release();
  return table;
}

std::string_view JsonTables::as_cell(RawValue::Kind kind, std::string_view text) {
  if (kind == RawValue::Kind::null) return {};
  if (kind == RawValue::Kind::boolean) return text == "true" ? "yes" : "no";
  return text;
}

JsonTables::Where JsonTables::refuse(std::string_view code, Spot spot, std::string_view value) {
  findings_.error(code, spot, {.value = value});
  return Where::ignored;
}

bool JsonTables::begin(RawValue::Kind kind, Spot spot) {
  if (where_.empty()) {
    where_.push_back(Where::top);
    if (kind != RawValue::Kind::object) refuse("json-not-object", spot);
    return kind == RawValue::Kind::object;
  }
  where_.push_back(enter(kind, spot));
  return where_.back() != Where::description || description_.begin(kind, spot);
}

/// Where an array or object leads that starts here.
JsonTables::Where JsonTables::enter(RawValue::Kind kind, Spot spot) {
  const bool object = kind == RawValue::Kind::object;
  switch (where_.back()) {
    case Where::top:
      return enter_member(kind, spot);
    case Where::table:
      if (!object) return refuse("json-row-not-object", spot);
      if (tables_.back().full()) return Where::ignored;
      tables_.back().begin_row(spot);
      return Where::row;
    case Where::row:
      if (object) return refuse("json-too-deep-value", spot);
      list_.clear();
      list_spot_ = spot;
      return Where::list;
    case Where::list:
      return refuse("json-too-deep-value", spot);
    case Where::description:
      return Where::description;
    case Where::ignored:
      break;
  }
  return Where::ignored;
}

JsonTables::Where JsonTables::enter_member(RawValue::Kind kind, Spot spot) {
  if (skip_member_) return Where::ignored;
  const std::string& name = members_.back();
  const bool object = kind == RawValue::Kind::object;
  if (name == "dataset")
    return object ? Where::description : refuse("json-dataset-not-object", spot);
  if (name == "format") return refuse("json-format", spot);
  if (name == "schema_version") return refuse("json-schema-version", spot);
  if (object || name == "content_hash") {
    findings_.warning("json-unknown-member", member_spot_, {.value = name});
    return Where::ignored;
  }
  tables_.emplace_back(name, findings_, limits_.tables);
  return Where::table;
}

bool JsonTables::end() {
  const Where left = where_.back();
  where_.pop_back();
  if (left == Where::row) tables_.back().end_row();
  if (left == Where::list) tables_.back().cell(list_, list_spot_);
  return left != Where::description || description_.end();
}

bool JsonTables::key(std::string_view name, Spot spot) {
  switch (where_.back()) {
    case Where::top:
      return open_member(name, spot);
    case Where::row:
      tables_.back().column(name, spot);
      return true;
    case Where::description:
      return description_.key(name, spot);
    default:
      return true;
  }
}

/// Notes the key of a member of the outermost object; there are only so many tables.
bool JsonTables::open_member(std::string_view name, Spot spot) {
  if (members_.size() >= limits_.tables.columns) {
    findings_.error("too-many-tables", spot, {.args = {std::to_string(limits_.tables.columns)}});
    return false;
  }
  std::string plain = text::lower_ascii(text::trim(name));
  member_spot_ = spot;
  skip_member_ = true;
  if (plain.empty())
    refuse("json-empty-key", spot);
  else if (plain.find('\0') != std::string::npos)
    refuse("nul-byte", spot);
  else if (std::find(members_.begin(), members_.end(), plain) != members_.end())
    refuse("json-duplicate-key", spot, name);
  else
    skip_member_ = false;
  members_.push_back(std::move(plain));
  return true;
}

bool JsonTables::scalar(RawValue::Kind kind, std::string_view text, Spot spot) {
  if (where_.empty()) {
    refuse("json-not-object", spot);
    return false;
  }
  switch (where_.back()) {
    case Where::top:
      member_scalar(kind, text, spot);
      break;
    case Where::table:
      refuse("json-row-not-object", spot, text);
      break;
    case Where::row:
      tables_.back().cell(as_cell(kind, text), spot);
      break;
    case Where::list:
      add_item(as_cell(kind, text), spot);
      break;
    case Where::description:
      return description_.scalar(kind, text, spot);
    case Where::ignored:
      break;
  }
  return true;
}

void JsonTables::member_scalar(RawValue::Kind kind, std::string_view text, Spot spot) {
  if (skip_member_) return;
  const std::string& name = members_.back();
  if (name == "content_hash") return;
  if (name == "format") {
    if (text != "coopnet-dataset") refuse("json-format", spot, text);
  } else if (name == "schema_version") {
    if (text != "1") refuse("json-schema-version", spot, text);
  } else if (name == "dataset") {
    if (kind != RawValue::Kind::null) refuse("json-dataset-not-object", spot, text);
  } else {
    findings_.warning("json-unknown-member", member_spot_, {.value = name});
  }
}

/// Items are joined as lists are written in a cell, so none may hold the separator.
void JsonTables::add_item(std::string_view text, Spot spot) {
  if (text.empty()) return;
  if (text.find(';') != std::string_view::npos) refuse("json-list-separator", spot, text);
  if (!list_.empty()) list_ += ';';
  list_ += text;
}

RawDataset JsonTables::take() {
  RawDataset dataset;
  dataset.description = description_.take();
  if (dataset.description.kind != RawValue::Kind::null) dataset.description_file = findings_.file();
  for (auto& table : tables_) dataset.tables.push_back(table.take());
  return dataset;
}

}  // namespace coopnet::io
