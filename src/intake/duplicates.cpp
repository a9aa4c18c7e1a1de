#include "coopnet/intake/duplicates.hpp"

#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/model/builder.hpp"
#include "intake/duplicate_search.hpp"
#include "model/framework.hpp"
#include "model/full_columns.hpp"

namespace coopnet::intake {

Fullness::Fullness(const RawTable& table) {
  const auto name = find_column(table, {"name"});
  for (std::size_t r = 0; r < table.rows(); ++r) {
    names_.push_back(name == schema::no_column ? 0 : table.cell(r, name).text.size());
    std::size_t filled = 0;
    for (std::size_t c = 0; c < table.columns(); ++c) filled += !table.cell(r, c).text.empty();
    filled_.push_back(filled);
    ids_.push_back(table.cell(r, 0).text);
  }
}

bool Fullness::before(std::uint32_t a, std::uint32_t b) const {
  if (filled_[a] != filled_[b]) return filled_[a] > filled_[b];
  if (names_[a] != names_[b]) return names_[a] > names_[b];
  return text::natural_less(ids_[a], ids_[b]);
}

namespace {

/// The two rows side by side.
Duplicate described(const Alike& pair, const RawTable& table, const Fullness& rows, bool pledges) {
  Duplicate out;
  const bool a_stays = rows.before(pair.a, pair.b);
  const auto keep = a_stays ? pair.a : pair.b;
  const auto drop = a_stays ? pair.b : pair.a;
  out.pledges = pledges;
  out.keep = table.cell(keep, 0).text;
  out.drop = table.cell(drop, 0).text;
  out.reason = pair.reason;
  out.args = pair.args;
  out.likeness = pair.likeness;
  out.shared = pair.shared;
  out.total = pair.total;
  for (std::size_t c = 1; c < table.columns(); ++c) {
    const auto mine = table.cell(keep, c).text;
    const auto other = table.cell(drop, c).text;
    if (!mine.empty() || !other.empty())
      out.fields.push_back(
          {std::string(table.header[c].text), std::string(mine), std::string(other)});
  }
  return out;
}

void add_columns(Duplicates& out, const RawTable& table, bool pledges) {
  std::set<std::string_view> different;
  for (const auto& pair : out.found)
    for (const auto& field : pair.fields)
      if (pair.pledges == pledges && field.differs()) different.insert(field.column);
  for (const auto& column : table.header) {
    const bool listed =
        std::find(out.columns.begin(), out.columns.end(), column.text) != out.columns.end();
    if (different.contains(column.text) && !listed) out.columns.emplace_back(column.text);
  }
}

template <class Search>
void add(Duplicates& out, const RawTable* table, bool pledges, Search search) {
  if (table == nullptr) return;
  const Fullness rows(*table);
  AlikeRows alike;
  search(rows, alike);
  for (const auto& [numbers, pair] : alike.all())
    out.found.push_back(described(pair, *table, rows, pledges));
  add_columns(out, *table, pledges);
}

}  // namespace

Duplicates find_duplicates(const Dataset& data, const DuplicateOptions& options) {
  Duplicates out;
  const RawDataset raw = to_raw(data);
  if (options.pledges)
    add(out, raw.find("pledges"), true, [&](const Fullness& rows, AlikeRows& alike) {
      find_pledges(data, rows, options, alike, out.common_keys);
    });
  if (options.actors)
    add(out, raw.find("actors"), false, [&](const Fullness& rows, AlikeRows& alike) {
      find_actors(data, rows, options, alike, out.common_keys);
    });
  std::stable_sort(out.found.begin(), out.found.end(), [](const Duplicate& x, const Duplicate& y) {
    if (x.pledges != y.pledges) return x.pledges;
    if (x.reason != y.reason) return x.reason < y.reason;
    if (x.keep != y.keep) return text::natural_less(x.keep, y.keep);
    return text::natural_less(x.drop, y.drop);
  });
  return out;
}

}  // namespace coopnet::intake
