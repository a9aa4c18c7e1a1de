#include "coopnet/analysis/diff.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/diff_pairing.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/model/builder.hpp"

/// Pledges are compared by what would be written of them: the cells of the canonical table.
namespace coopnet {
namespace {

std::vector<std::string> objective_keys(const Dataset& data) {
  std::vector<std::string> out;
  for (const auto& tag : data.tags)
    if (tag.facet == data.info.primary_facet && tag.declared) out.push_back(tag.key);
  return out;
}

std::string_view primary_facet(const Dataset& data) {
  const auto& facets = data.info.facets;
  return facets.empty() ? std::string_view()
                        : std::string_view(facets[data.info.primary_facet].key);
}

/// The pledges of a dataset as cells by column.
class PledgeCells {
 public:
  PledgeCells(const Dataset& data, bool stated_only) : stated_only_(stated_only) {
    const auto raw = to_raw(data);
    if (const RawTable* table = raw.find("pledges")) table_ = *table;
    for (const auto& facet : data.info.facets) marked_.insert(facet.column);
    for (const auto* column : {"scope", "commitment_type", "offer_or_need", "status"})
      marked_.insert(column);
    for (std::size_t c = 0; c < table_.columns(); ++c) columns_.emplace(table_.header[c].text, c);
  }

  [[nodiscard]] const std::vector<RawCell>& header() const { return table_.header; }

  /// What counts of a cell: with stated values only, the inferred ones are not there.
  [[nodiscard]] std::string at(PledgeId pledge, std::string_view column) const {
    const auto found = columns_.find(column);
    if (found == columns_.end()) return {};
    const auto text = table_.cell(pledge.index(), found->second).text;
    return stated_only_ && is_marked(column) ? joined(text, Marks::left_out) : std::string(text);
  }

  /// The same values whatever their marks, in one order.
  [[nodiscard]] std::string unmarked(std::string_view column, std::string_view cell) const {
    return is_marked(column) ? joined(cell, Marks::dropped) : std::string(cell);
  }

 private:
  enum class Marks : bool { left_out, dropped };

  [[nodiscard]] bool is_marked(std::string_view column) const {
    return marked_.find(column) != marked_.end();
  }

  static std::string joined(std::string_view cell, Marks marks) {
    std::vector<std::string> items;
    for (auto item : text::split_list(cell)) {
      if (item.starts_with('~')) {
        if (marks == Marks::left_out) continue;
        item.remove_prefix(1);
      }
      items.emplace_back(item);
    }
    return text::join(items, ";");
  }

  bool stated_only_;
  RawTable table_;
  std::set<std::string, std::less<>> marked_;
  std::map<std::string_view, std::size_t> columns_;  ///< into the storage of the table
};

std::vector<FieldDifference> differences(const PledgeCells& before, PledgeId b,
                                         const PledgeCells& after, PledgeId a) {
  std::vector<std::string_view> columns;
  for (const auto* side : {&after, &before})
    for (const auto& cell : side->header())
      if (cell.text != "id" &&
          std::find(columns.begin(), columns.end(), cell.text) == columns.end())
        columns.push_back(cell.text);
  std::vector<FieldDifference> out;
  for (const auto column : columns) {
    FieldDifference d{std::string(column), before.at(b, column), after.at(a, column), false};
    if (d.before == d.after) continue;
    d.evidence_only = after.unmarked(column, d.before) == after.unmarked(column, d.after);
    out.push_back(std::move(d));
  }
  return out;
}

std::size_t status_of(const DiffSide& side, PledgeId pledge) {
  return static_cast<std::size_t>(side.selection.seen(side.data.pledges[pledge].status));
}

void compare_pledges(const DiffSide& before, const DiffSide& after, const DiffPairing& pairing,
                     DatasetDiff& out) {
  const PledgeCells cells_before(before.data, before.selection.stated_only);
  const PledgeCells cells_after(after.data, after.selection.stated_only);
  for (std::size_t i = 0; i < after.data.pledges.size(); ++i) {
    const auto a = PledgeId::at(i);
    const auto b = pairing.before_of[i];
    out.pledges_after += pairing.after_in[i] ? 1U : 0U;
    if (!b) {
      if (!pairing.after_in[i]) continue;
      out.pledges.push_back({PledgeChange::added, {}, a, {}});
      ++out.added[status_of(after, a)];
      continue;
    }
    if (!pairing.after_in[i] && !pairing.before_in[b->index()]) continue;
    ++out.transitions[status_of(before, *b)][status_of(after, a)];
    auto fields = differences(cells_before, *b, cells_after, a);
    const bool renamed = before.data.pledges[*b].id != after.data.pledges[a].id;
    if (renamed || !fields.empty())
      out.pledges.push_back(
          {renamed ? PledgeChange::renamed : PledgeChange::changed, b, a, std::move(fields)});
    else
      ++out.unchanged;
  }
  for (std::size_t i = 0; i < before.data.pledges.size(); ++i) {
    out.pledges_before += pairing.before_in[i] ? 1U : 0U;
    if (pairing.after_of[i] || !pairing.before_in[i]) continue;
    out.pledges.push_back({PledgeChange::removed, PledgeId::at(i), {}, {}});
    ++out.removed[status_of(before, PledgeId::at(i))];
  }
  std::stable_sort(
      out.pledges.begin(), out.pledges.end(),
      [](const PledgeDifference& x, const PledgeDifference& y) { return x.change < y.change; });
}

}  // namespace

DiffFrame compare_frames(const Dataset& before, const Dataset& after) {
  DiffFrame out;
  out.same_facet = primary_facet(before) == primary_facet(after);
  out.same_framework = before.info.framework == after.info.framework;
  const auto old_keys = objective_keys(before), new_keys = objective_keys(after);
  const auto only = [](const std::vector<std::string>& in, const std::vector<std::string>& out_of) {
    std::vector<std::string> keys;
    for (const auto& key : in)
      if (std::find(out_of.begin(), out_of.end(), key) == out_of.end()) keys.push_back(key);
    return keys;
  };
  out.objectives_only_before = only(old_keys, new_keys);
  out.objectives_only_after = only(new_keys, old_keys);
  return out;
}

DatasetDiff find_diff(const DiffSide& before, const DiffSide& after, const DiffOptions& options) {
  if (!compare_frames(before.data, after.data).same_facet)
    throw PreconditionError("datasets of different primary facets cannot be compared");
  const auto pairing = pair_pledges(before, after, options);
  DatasetDiff out;
  compare_pledges(before, after, pairing, out);
  compare_actors(before, after, pairing, options, out);
  compare_synergies(before, after, pairing, options, out);
  compare_coverage(before, after, options, out);
  return out;
}

}  // namespace coopnet
