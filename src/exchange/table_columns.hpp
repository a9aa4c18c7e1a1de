#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "coopnet/model/raw_table.hpp"

namespace coopnet::exchange {

/// A table whose columns are found while its rows are made: a cell that is never given is empty, a
/// column that no row gives does not exist.
class GrowingTable {
 public:
  GrowingTable(std::string name, std::vector<std::string> first_columns);

  void begin_row(std::uint32_t line);
  /// One cell of the row, once a column. An empty text is none.
  void put(std::string_view column, std::string text);
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  /// Texts of all rows together that were given by put().
  [[nodiscard]] std::size_t cells() const { return rows_.size() * columns_.size(); }

  [[nodiscard]] RawTable take(const std::string& file);

 private:
  struct Row {
    std::uint32_t line = 0;
    std::vector<std::pair<std::size_t, std::string>> cells;
  };

  std::size_t column(std::string_view name);

  std::string name_;
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<Row> rows_;
};

/// Ids of one table: trimmed, without ";" and line ends, not beginning with "~", unique.
class TableIds {
 public:
  /// The id nearest to `wanted` that is free.
  [[nodiscard]] std::string make(std::string_view wanted);

 private:
  std::unordered_set<std::string> taken_;
  std::map<std::string, std::size_t, std::less<>> last_;  ///< number given last to a repeated one
};

/// A name as a column can have it: ASCII letters small, no line ends, no blanks around it.
[[nodiscard]] std::string column_name(std::string_view attribute);

/// Where the numbers of a file are, of which a table may hold so many.
inline constexpr std::size_t most_table_cells = 20'000'000;
/// Bytes that defaults may take where each row gets its own copy.
inline constexpr std::size_t most_repeated_bytes = std::size_t{256} << 20U;

}  // namespace coopnet::exchange
