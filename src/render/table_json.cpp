#include "coopnet/io/json_writer.hpp"
#include "coopnet/render/table.hpp"
#include "render/table_cells.hpp"

namespace coopnet::render {
namespace {

/// Writes the value of a cell.
struct ValueWriter {
  io::JsonWriter& json;
  bool marked;

  void operator()(Unknown) const { json.null(); }
  void operator()(std::int64_t number) const { json.integer(number); }
  void operator()(double number) const { json.number(number); }
  void operator()(const Ratio& ratio) const { json.number(cells::quotient(ratio)); }
  void operator()(const Item& item) const {
    if (!marked) {
      json.string(item.text);
      return;
    }
    json.begin_object();
    json.key("value").string(item.text);
    json.key("stated").boolean(item.stated);
    json.end_object();
  }
  void operator()(const List& items) const {
    json.begin_array(!marked);
    for (const auto& item : items) (*this)(item);
    json.end_array();
  }
};

}  // namespace

void write_json(io::JsonWriter& json, const Table& table) {
  check(table);
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t c = 0; c < row.size(); ++c) {
      json.key(table.columns[c].key);
      std::visit(ValueWriter{json, table.columns[c].marked}, row[c].value());
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace coopnet::render
