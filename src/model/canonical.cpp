#include "coopnet/core/sha256.hpp"
#include "coopnet/model/builder.hpp"
#include "description.hpp"
#include "full_columns.hpp"

namespace coopnet {
namespace {

using schema::Spec;

/// Rows that are written: open tags made by their first use come back by themselves.
template <class R>
bool is_written(const R& row) {
  if constexpr (std::is_same_v<R, Tag>) return row.declared;
  return true;
}

/// Calls `cell(text)` for each cell and `end_row()` behind each row of the table of `R`, header
/// first; columns that are empty throughout are left out unless they are required.
template <class R, class CellFn, class EndFn>
void walk_table(const Dataset& data, CellFn cell, EndFn end_row) {
  const auto& table = Spec<R>::rows(data);
  const auto columns = schema::full_columns<R>(data.info);
  std::vector<bool> used(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    used[c] = columns[c].column.required;
    for (std::size_t r = 0; !used[c] && r < table.rows.size(); ++r)
      used[c] =
          is_written(table.rows[r]) && !schema::write_cell(data, columns[c], table.rows[r]).empty();
  }
  for (std::size_t c = 0; c < columns.size(); ++c)
    if (used[c]) cell(columns[c].name);
  for (const auto& extra : table.extra_columns) cell(extra);
  end_row();
  for (const auto& row : table.rows) {
    if (!is_written(row)) continue;
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (used[c]) cell(schema::write_cell(data, columns[c], row));
    for (const auto& extra : row.extra) cell(extra);
    end_row();
  }
}

template <class R>
bool has_rows(const Dataset& data) {
  const auto& table = Spec<R>::rows(data);
  return std::any_of(table.begin(), table.end(), [](const R& row) { return is_written(row); });
}

template <class R>
RawTable raw_table(const Dataset& data) {
  RawTable out;
  out.name = Spec<R>::name;
  out.file = out.name;
  const auto texts = std::make_shared<std::deque<std::string>>();
  out.storage.push_back(texts);
  bool in_header = true;
  walk_table<R>(
      data,
      [&](std::string text) {
        texts->push_back(std::move(text));
        (in_header ? out.header : out.cells).push_back({texts->back(), 0, 0});
      },
      [&] { in_header = false; });
  return out;
}

void hash_value(Sha256& hash, const RawValue& value) {
  hash.update(value.text);
  hash.update("\x1F");
  for (const auto& item : value.items) hash_value(hash, item);
  for (const auto& member : value.members) {
    hash.update(member.key);
    hash.update("\x1D");
    hash_value(hash, member.value);
  }
  hash.update("\x1E");
}

}  // namespace

RawDataset to_raw(const Dataset& data) {
  RawDataset out;
  out.description = write_description(data.info);
  schema::for_each_table([&]<class R>() {
    if (has_rows<R>(data)) out.tables.push_back(raw_table<R>(data));
  });
  return out;
}

std::string content_hash(const Dataset& data) {
  Sha256 hash;
  hash_value(hash, write_description(data.info));
  schema::for_each_table([&]<class R>() {
    if (!has_rows<R>(data)) return;
    hash.update(Spec<R>::name);
    hash.update("\x1D");
    walk_table<R>(
        data,
        [&](const std::string& text) {
          hash.update(text);
          hash.update("\x1F");
        },
        [&] { hash.update("\x1E"); });
  });
  return hash.finish();
}

std::vector<std::string_view> table_names() {
  std::vector<std::string_view> out;
  schema::for_each_table([&]<class R>() { out.push_back(Spec<R>::name); });
  return out;
}

bool is_list_column(const Dataset& data, std::string_view table, std::string_view column) {
  bool found = false;
  schema::for_each_table([&]<class R>() {
    if (table != Spec<R>::name) return;
    for (const auto& c : schema::full_columns<R>(data.info))
      if (c.name == column) found = c.is_list();
  });
  return found;
}

}  // namespace coopnet
