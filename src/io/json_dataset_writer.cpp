#include <algorithm>
#include <string>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/json_writer.hpp"

namespace coopnet::io {
namespace {

constexpr std::size_t deepest = 1'000;  // far above what readers accept

void write_value(JsonWriter& json, const RawValue& value, std::size_t depth) {
  if (depth > deepest) throw PreconditionError("JSON writer: nested too deeply");
  switch (value.kind) {
    case RawValue::Kind::null:
      json.null();
      return;
    case RawValue::Kind::boolean:
      json.boolean(value.text == "true");
      return;
    case RawValue::Kind::number:
      json.number_as_written(value.text);
      return;
    case RawValue::Kind::string:
      json.string(value.text);
      return;
    case RawValue::Kind::array:
      json.begin_array();
      for (const auto& item : value.items) write_value(json, item, depth + 1);
      json.end_array();
      return;
    case RawValue::Kind::object:
      json.begin_object();
      for (const auto& member : value.members)
        write_value(json.key(member.key), member.value, depth + 1);
      json.end_object();
      return;
  }
}

/// Whether the items, joined again, give the same cell.
bool is_plain_list(std::string_view cell, const std::vector<std::string_view>& items) {
  std::size_t bytes = items.empty() ? 0 : items.size() - 1;
  for (const auto item : items) bytes += item.size();
  return bytes == cell.size();
}

void write_cell(JsonWriter& json, std::string_view cell, bool is_list) {
  const auto items = is_list ? text::split_list(cell) : std::vector<std::string_view>{};
  if (items.empty() || !is_plain_list(cell, items)) {
    json.string(cell);
    return;
  }
  json.begin_array(true);
  for (const auto item : items) json.string(item);
  json.end_array();
}

void write_table(JsonWriter& json, const RawTable& table, const IsList& is_list) {
  std::vector<bool> lists;
  for (const auto& column : table.header) lists.push_back(is_list(table.name, column.text));
  bool first_row = true;
  json.key(table.name).begin_array();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const RawCell* const cells = &table.cell(row, 0);
    if (std::all_of(cells, cells + table.columns(),
                    [](const RawCell& c) { return c.text.empty(); }))
      continue;
    json.begin_object();
    for (std::size_t i = 0; i < table.columns(); ++i) {
      if (!cells[i].text.empty())
        write_cell(json.key(table.header[i].text), cells[i].text, lists[i]);
      else if (first_row)
        json.key(table.header[i].text).null();
    }
    json.end_object();
    first_row = false;
  }
  json.end_array();
}

}  // namespace

JsonWriter& JsonWriter::value(const RawValue& value) {
  write_value(*this, value, 1);
  return *this;
}

std::string write_json_dataset(const RawDataset& dataset, const IsList& is_list) {
  JsonWriter json;
  json.begin_object();
  json.key("format").string("coopnet-dataset");
  json.key("schema_version").integer(1);
  if (dataset.description.kind != RawValue::Kind::null)
    json.key("dataset").value(dataset.description);
  for (const auto& table : dataset.tables) write_table(json, table, is_list);
  json.end_object();
  return json.finish();
}

}  // namespace coopnet::io
