#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"

namespace coopnet {

/// One cell as it was read: its text, and where it starts (counted from 1, columns in characters).
struct RawCell {
  std::string_view text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A table before it is understood: named columns, cells row by row, each with its place. Readers
/// of CSV and JSON make these; the model turns them into rows with types, and back.
/// Text is owned by `storage`, so a table can be moved and copied cheaply and outlive its reader.
struct RawTable {
  std::string name;  ///< "pledges", "actors", ...
  std::string file;  ///< as shown in messages
  std::vector<RawCell> header;
  std::vector<RawCell> cells;  ///< rows * header.size(), row by row
  std::vector<std::shared_ptr<const void>> storage;

  [[nodiscard]] std::size_t columns() const { return header.size(); }
  [[nodiscard]] std::size_t rows() const { return header.empty() ? 0 : cells.size() / columns(); }
  [[nodiscard]] const RawCell& cell(std::size_t row, std::size_t column) const {
    return cells[row * columns() + column];
  }
  [[nodiscard]] Place place(const RawCell& c) const { return {file, c.line, c.column}; }
};

/// Free-standing description of a dataset (dataset.json): scalars, lists and objects in the order
/// written. Small by construction (readers limit its size and depth).
struct RawValue {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
  struct Member;

  Kind kind = Kind::null;
  std::string text;             ///< string: the text; number and boolean: as written
  std::vector<RawValue> items;  ///< array
  std::vector<Member> members;  ///< object, keys unique
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  [[nodiscard]] const RawValue* find(std::string_view key) const;
};

struct RawValue::Member {
  std::string key;
  RawValue value;
};

inline const RawValue* RawValue::find(std::string_view key) const {
  for (const auto& m : members)
    if (m.key == key) return &m.value;
  return nullptr;
}

/// Everything one dataset holds, from a folder, a JSON file or a flat file.
struct RawDataset {
  RawValue description;          ///< kind null when there is none
  std::string description_file;  ///< as shown in messages
  std::vector<RawTable> tables;

  [[nodiscard]] const RawTable* find(std::string_view name) const {
    for (const auto& t : tables)
      if (t.name == name) return &t;
    return nullptr;
  }
};

}  // namespace coopnet
