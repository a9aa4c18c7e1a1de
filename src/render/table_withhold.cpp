#include <algorithm>

#include "coopnet/render/table.hpp"
#include "render/table_cells.hpp"

namespace coopnet::render {
namespace {

bool small(std::int64_t count, std::int64_t least) { return count > 0 && count < least; }

bool holds_small(const Cell& cell, std::int64_t least) {
  if (const auto* count = std::get_if<std::int64_t>(&cell.value())) return small(*count, least);
  const auto* ratio = std::get_if<Ratio>(&cell.value());
  return ratio != nullptr && (small(ratio->part, least) || small(ratio->whole, least));
}

std::string shown(std::int64_t count, std::int64_t least) {
  return small(count, least) ? '<' + std::to_string(least) : std::to_string(count);
}

/// A cell with a small count, for people.
std::string withheld(const Cell& cell, std::int64_t least) {
  if (const auto* count = std::get_if<std::int64_t>(&cell.value())) return shown(*count, least);
  const auto& ratio = std::get<Ratio>(cell.value());
  return shown(ratio.part, least) + '/' + shown(ratio.whole, least);
}

/// A column with such counts becomes one of texts, which stands where the numbers stood.
void to_texts(Table& table, std::size_t c, std::int64_t least, Language language) {
  auto& column = table.columns[c];
  for (auto& row : table.rows)
    row[c] = holds_small(row[c], least) ? withheld(row[c], least)
                                        : cells::for_people(row[c], column, language);
  column.type = ColumnType::text;
  column.alignment = Alignment::right;
}

}  // namespace

void mark_counts(Table& table, std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) {
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const Column& c) { return c.key == key; });
    if (column == table.columns.end())
      throw PreconditionError("the table has no column " + std::string(key));
    column->counts = true;
  }
}

Table withhold_small(Table table, std::int64_t least, bool for_people, Language language) {
  std::int64_t found = 0;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!table.columns[c].counts) continue;
    const auto here = std::count_if(table.rows.begin(), table.rows.end(),
                                    [&](const auto& row) { return holds_small(row[c], least); });
    if (here == 0) continue;
    found += here;
    if (for_people) {
      to_texts(table, c, least, language);
      continue;
    }
    for (auto& row : table.rows)
      if (holds_small(row[c], least)) row[c] = Unknown{};
  }
  if (found > 0)
    table.notes.push_back(for_people
                              ? message(language, "common.withheld-people", {least, least - 1})
                              : message(language, "common.withheld-empty", {found, least - 1}));
  return table;
}

}  // namespace coopnet::render
