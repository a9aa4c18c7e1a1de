#include "io/table_header.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"

namespace coopnet::io {
namespace {

Spot spot(const RawCell& c) { return {c.line, c.column}; }

void drop_columns(RawTable& table, const std::vector<bool>& dropped) {
  if (std::find(dropped.begin(), dropped.end(), true) == dropped.end()) return;
  const auto compact = [&](std::vector<RawCell>& cells) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!dropped[i % dropped.size()]) cells[kept++] = cells[i];
    cells.resize(kept);
  };
  compact(table.cells);
  compact(table.header);
}

void report_twins(const std::vector<RawCell>& header, Findings& findings) {
  std::vector<std::size_t> order(header.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return header[a].text < header[b].text; });
  std::size_t first = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (header[order[i]].text != header[order[first]].text) {
      first = i;
      continue;
    }
    const auto& twin = header[order[i]];
    findings.error("csv-header-twice", spot(twin),
                   {.value = twin.text, .args = {std::to_string(order[first] + 1)}});
  }
}

}  // namespace

void settle_header(RawTable& table, std::size_t expected, Arena& arena, Findings& findings) {
  const std::size_t columns = table.columns();
  std::vector<bool> filled(columns);
  for (std::size_t i = 0; i < columns; ++i)
    for (std::size_t row = 0; row < table.rows() && !filled[i]; ++row)
      filled[i] = table.header[i].text.empty() && !table.cell(row, i).text.empty();
  std::vector<bool> dropped(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    auto& name = table.header[i];
    if (name.text = text::trim(name.text); !name.text.empty()) {
      name.text = arena.keep(text::lower_ascii(name.text));
      continue;
    }
    dropped[i] = !filled[i];
    const std::string number = "column-" + std::to_string(i + 1);
    if (filled[i] || i < expected)
      findings.warning("csv-header-empty", spot(name),
                       {.args = {number, filled[i] ? "kept" : "dropped"}});
    name.text = arena.keep(number);
  }
  drop_columns(table, dropped);
  report_twins(table.header, findings);
}

}  // namespace coopnet::io
