#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::intake {

/// A row on its way into a table: cells by column, lists joined by ";".
struct Record {
  std::map<std::string, std::string> cells;
  RawCell place{};
  std::string file;

  [[nodiscard]] const std::string& at(const std::string& column) const {
    static const std::string none;
    const auto found = cells.find(column);
    return found == cells.end() ? none : found->second;
  }
};

/// Rows of one table under construction.
class Records {
 public:
  explicit Records(std::string table) : table_(std::move(table)) {}

  void add(Record record) { rows_.push_back(std::move(record)); }
  [[nodiscard]] std::vector<Record>& rows() { return rows_; }
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// Gives each row an id of its own. Rows of one id that differ in `lists` only become one row;
  /// others of one id are kept apart, with a number (warning import-id-again). A row without an id
  /// gets one made of the cells of `made_of`. Independent of the order of rows.
  void settle_ids(const std::vector<std::string>& made_of, const std::vector<std::string>& lists,
                  Diagnostics& findings);

  /// As a raw table: `first` columns in this order, then the others by name. No columns are empty
  /// throughout.
  [[nodiscard]] RawTable to_table(const std::vector<std::string>& first) const;

 private:
  std::string table_;
  std::vector<Record> rows_;
};

/// Items of `more` behind those of `list`, each once.
void unite(std::string& list, std::string_view more);

}  // namespace coopnet::intake
