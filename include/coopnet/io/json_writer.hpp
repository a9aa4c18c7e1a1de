#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "coopnet/model/raw_table.hpp"

namespace coopnet::io {

/// Writes one JSON value: two blanks of indentation, members in the order given, UTF-8 kept as it
/// is, `<` as \u003C and U+2028, U+2029 escaped, so that the text can stand inside HTML. Calls in
/// an order that makes no JSON, and text that is not UTF-8, throw PreconditionError.
class JsonWriter {
 public:
  JsonWriter();
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  JsonWriter& begin_object();
  JsonWriter& end_object();
  /// An array in one line suits short lists of scalars.
  JsonWriter& begin_array(bool one_line = false);
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  /// Ten significant digits; null for what is no finite number.
  JsonWriter& number(double value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& unsigned_integer(std::uint64_t value);
  /// A number as it was written elsewhere.
  JsonWriter& number_as_written(std::string_view digits);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// A whole value that is JSON already, for instance the text of another writer. Not re-indented.
  JsonWriter& raw(std::string_view json);
  /// A value as read, with everything inside it.
  JsonWriter& value(const RawValue& value);

  /// The text, with a line end behind it. Throws PreconditionError if something is still open or
  /// nothing was written. Only once.
  [[nodiscard]] std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether the cells of a column hold lists, by names of table and column.
using IsList = std::function<bool(std::string_view table, std::string_view column)>;

/// The dataset as one JSON text; read_json_dataset gives it back. Cells are strings, in list
/// columns arrays of strings (a cell whose list is not written in the plain way, "a;b", stays a
/// string). Empty cells are left out, except in the first row, which names every column, so null
/// there. Rows without any value are left out; a table without rows keeps its name but not its
/// columns.
[[nodiscard]] std::string write_json_dataset(const RawDataset& dataset, const IsList& is_list);

}  // namespace coopnet::io
