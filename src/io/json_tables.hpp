#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/io/limits.hpp"
#include "io/arena.hpp"
#include "io/json_events.hpp"
#include "io/json_tree.hpp"

namespace coopnet::io {

/// One table as its rows come. Columns are found while reading: when a row brings new ones, the
/// grid is made wider, by at least half, so that all widening together costs a few copies.
class JsonTable {
 public:
  JsonTable(std::string name, Findings& findings, const TableLimits& limits)
      : name_(std::move(name)), findings_(findings), limits_(limits) {}

  void begin_row(Spot spot);
  void end_row();
  void column(std::string_view key, Spot spot);  ///< the next cell belongs here
  void cell(std::string_view text, Spot spot);
  [[nodiscard]] bool full() const { return full_; }
  [[nodiscard]] RawTable take();

 private:
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  struct Column {
    RawCell header;
    std::size_t last_row = 0;  ///< number of the row it was last given in, from 1
  };
  struct Cell {
    RawCell cell;
    std::uint32_t column;
  };

  std::uint32_t find_column(std::string_view key, Spot spot);
  std::uint32_t add_column(std::string_view name, Spot spot);
  bool accept(std::string_view text, Spot spot);
  bool within_limits(Spot row);
  void make_room(std::size_t cells);
  void set_stride(std::size_t stride);

  std::string name_;
  Findings& findings_;
  const TableLimits& limits_;
  Arena arena_;
  std::vector<Column> columns_;
  std::unordered_map<std::string_view, std::uint32_t> by_name_;  // looked up, never walked
  std::vector<Cell> row_;                                        ///< cells of the row being read
  std::vector<Spot> rows_;                                       ///< where the rows so far begin
  std::vector<RawCell> cells_;                                   ///< their cells, `stride_` a row
  std::size_t stride_ = 0;                                       ///< at least `width_`
  std::size_t width_ = 0;                                        ///< columns of the rows so far
  std::size_t row_number_ = 0;  ///< of the row being read, from 1, skipped rows too
  Spot row_spot_;
  std::uint32_t current_ = nowhere;
  std::uint32_t guess_ = 0;  ///< rows mostly repeat their keys in one order
  bool row_has_text_ = false;
  bool full_ = false;
};

/// Builds the tables and the description of a dataset.
class JsonTables final : public JsonEvents {
 public:
  JsonTables(Findings& findings, const JsonLimits& limits)
      : findings_(findings), limits_(limits), description_(findings, limits, false) {}

  bool begin(RawValue::Kind kind, Spot spot) override;
  bool end() override;
  bool key(std::string_view name, Spot spot) override;
  bool scalar(RawValue::Kind kind, std::string_view text, Spot spot) override;

  [[nodiscard]] RawDataset take();

 private:
  enum class Where : std::uint8_t { top, table, row, list, description, ignored };

  Where enter(RawValue::Kind kind, Spot spot);
  Where enter_member(RawValue::Kind kind, Spot spot);
  Where refuse(std::string_view code, Spot spot, std::string_view value = {});
  void member_scalar(RawValue::Kind kind, std::string_view text, Spot spot);
  void add_item(std::string_view text, Spot spot);
  bool open_member(std::string_view name, Spot spot);
  static std::string_view as_cell(RawValue::Kind kind, std::string_view text);

  Findings& findings_;
  const JsonLimits& limits_;
  JsonTree description_;
  std::vector<JsonTable> tables_;
  std::vector<Where> where_;
  std::vector<std::string> members_;  ///< keys of the outermost object
  Spot member_spot_;
  bool skip_member_ = false;  ///< the member to come was reported already
  std::string list_;
  Spot list_spot_;
};

}  // namespace coopnet::io
