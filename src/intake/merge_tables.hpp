#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::intake {

/// A table whose cells can be changed. Its first column is the id where it has one.
struct Grid {
  using Row = std::vector<std::string>;

  std::string name;
  std::vector<std::string> header;
  std::vector<Row> rows;

  /// The column of this name; an empty one is added where there is none.
  std::size_t column(std::string_view column);
  [[nodiscard]] std::size_t find_column(std::string_view column) const;  ///< or header.size()
};

/// The canonical tables of a dataset, to be changed and built anew.
class MergeTables {
 public:
  explicit MergeTables(const Dataset& data);

  [[nodiscard]] Grid& grid(std::string_view name);
  [[nodiscard]] std::vector<Grid>& grids() { return grids_; }
  [[nodiscard]] RawDataset take() const;

 private:
  RawValue description_;
  std::vector<Grid> grids_;
};

/// Both lists as one, each item once; "x" wins over "~x".
[[nodiscard]] std::string united(std::string_view list, std::string_view other);

}  // namespace coopnet::intake
