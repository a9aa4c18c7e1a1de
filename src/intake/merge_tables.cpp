#include "intake/merge_tables.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/model/table_maker.hpp"

namespace coopnet::intake {

std::size_t Grid::find_column(std::string_view wanted) const {
  return static_cast<std::size_t>(std::find(header.begin(), header.end(), wanted) - header.begin());
}

std::size_t Grid::column(std::string_view wanted) {
  const auto found = find_column(wanted);
  if (found < header.size()) return found;
  header.emplace_back(wanted);
  for (auto& row : rows) row.emplace_back();
  return found;
}

MergeTables::MergeTables(const Dataset& data) {
  RawDataset raw = to_raw(data);
  description_ = std::move(raw.description);
  for (const auto& table : raw.tables) {
    Grid grid;
    grid.name = table.name;
    for (const auto& cell : table.header) grid.header.emplace_back(cell.text);
    for (std::size_t r = 0; r < table.rows(); ++r) {
      auto& row = grid.rows.emplace_back();
      for (std::size_t c = 0; c < table.columns(); ++c) row.emplace_back(table.cell(r, c).text);
    }
    grids_.push_back(std::move(grid));
  }
}

Grid& MergeTables::grid(std::string_view name) {
  for (auto& grid : grids_)
    if (grid.name == name) return grid;
  grids_.push_back({std::string(name), {}, {}});
  return grids_.back();
}

RawDataset MergeTables::take() const {
  RawDataset out;
  out.description = description_;
  for (const auto& grid : grids_) {
    if (grid.header.empty()) continue;
    TableMaker maker(grid.name, grid.name, grid.header);
    for (const auto& row : grid.rows)
      for (const auto& cell : row) maker.add(cell);
    out.tables.push_back(maker.take());
  }
  return out;
}

std::string united(std::string_view list, std::string_view other) {
  const auto bare = [](std::string_view item) {
    return text::trim(item.starts_with('~') ? item.substr(1) : item);
  };
  std::vector<std::string> out;
  std::unordered_map<std::string, std::size_t> place;
  for (const auto cell : {list, other})
    for (const auto item : text::split_list(cell)) {
      const auto [at, fresh] = place.try_emplace(std::string(bare(item)), out.size());
      if (fresh)
        out.emplace_back(item);
      else if (!item.starts_with('~'))
        out[at->second] = item;
    }
  return text::join(out, ";");
}

}  // namespace coopnet::intake
