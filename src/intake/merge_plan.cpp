#include "intake/merge_plan.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "coopnet/core/text.hpp"
#include "model/framework.hpp"
#include "model/full_columns.hpp"

namespace coopnet::intake {

void MergePlan::add(const std::string& drop, const std::string& keep, const RawTable& confirmed,
                    const RawCell& place, Diagnostics& findings) {
  const Place where = confirmed.place(place);
  if (drop == keep) {
    findings.report(Severity::error, "merge-self", where, "drop", drop);
    return;
  }
  const auto [before, fresh] = into_.try_emplace(drop, Target{keep, where});
  if (!fresh && before->second.keep != keep) also_into_.push_back({drop, {keep, where}});
}

/// Follows each chain once: ids met on the way get the same end, and a chain that comes back to an
/// id on it is a circle.
void MergePlan::follow_chains(Diagnostics& findings, std::map<std::string, std::size_t>& depth) {
  for (const auto& [start, target] : into_) {
    std::vector<std::string> chain;
    std::string at = start;
    std::map<std::string, std::size_t> on_chain;
    while (into_.contains(at) && !last_.contains(at)) {
      if (!on_chain.emplace(at, chain.size()).second) break;
      chain.push_back(at);
      at = into_.find(at)->second.keep;
    }
    if (const auto back = on_chain.find(at); back != on_chain.end()) {
      std::vector<std::string> circle(chain.begin() + static_cast<std::ptrdiff_t>(back->second),
                                      chain.end());
      circle.push_back(at);
      findings.report(Severity::error, "merge-cycle", target.place, "drop", start,
                      {text::join(circle, " > ")});
      for (const auto& id : chain) last_[id] = id;  // told once
      continue;
    }
    const std::string end = last_.contains(at) ? last_[at] : at;
    ends_.insert(end);
    std::size_t steps = depth.contains(at) ? depth[at] : 0;
    for (auto id = chain.rbegin(); id != chain.rend(); ++id) {
      last_[*id] = end;
      depth[*id] = ++steps;
    }
  }
}

void MergePlan::settle(Diagnostics& findings) {
  std::map<std::string, std::size_t> depth;  // steps to the end of the chain
  follow_chains(findings, depth);
  for (const auto& [drop, target] : also_into_)
    if (standing_for(target.keep) != standing_for(drop))
      findings.report(Severity::error, "merge-two-targets", target.place, "drop", drop,
                      {into_.find(drop)->second.keep, target.keep});
  for (const auto& [drop, target] : into_) steps_.emplace_back(drop, target.keep);
  std::stable_sort(steps_.begin(), steps_.end(),
                   [&](const auto& x, const auto& y) { return depth[x.first] > depth[y.first]; });
}

const std::string& MergePlan::standing_for(const std::string& id) const {
  const auto found = last_.find(id);
  return found == last_.end() ? id : found->second;
}

namespace {

struct Columns {
  std::size_t kind, keep, drop, merge;
};

std::optional<Columns> columns_of(const RawTable& table, Diagnostics& findings) {
  std::array<std::size_t, 4> found{};
  bool complete = true;
  constexpr std::array<std::string_view, 4> names{"kind", "keep", "drop", "merge"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    found[i] = find_column(table, {names[i]});
    if (found[i] != schema::no_column) continue;
    complete = false;
    findings.report(Severity::error, "missing-column", {table.file, 1, 0}, std::string(names[i]),
                    "", {table.name});
  }
  if (!complete) return std::nullopt;
  return Columns{found[0], found[1], found[2], found[3]};
}

/// Without the apostrophe that is put before what a spreadsheet would take for a formula.
std::string id_in(std::string_view cell) {
  const bool guarded = cell.size() > 1 && cell[0] == '\'' &&
                       std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
  return std::string(guarded ? cell.substr(1) : cell);
}

/// Yes, no, or neither, which is reported.
bool is_yes(const RawTable& table, const RawCell& cell, Diagnostics& findings) {
  const auto word = text::lower_ascii(text::trim(cell.text));
  static const std::vector<std::string> words{"yes", "no"};
  if (word == "yes") return true;
  if (!word.empty() && word != "no")
    findings.report(Severity::error, "merge-word", table.place(cell), "merge",
                    std::string(cell.text), {}, text::nearest(word, words));
  return false;
}

template <class Rows>
bool both_known(const Rows& rows, const RawTable& table, std::string_view kind,
                std::initializer_list<std::pair<const RawCell*, const char*>> cells,
                Diagnostics& findings) {
  bool known = true;
  for (const auto& [cell, field] : cells) {
    if (rows.find(id_in(cell->text))) continue;
    known = false;
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.id);
    findings.report(Severity::error, "merge-unknown-id", table.place(*cell), field,
                    std::string(cell->text), {std::string(kind)}, text::nearest(cell->text, ids));
  }
  return known;
}

}  // namespace

MergePlans read_plans(const Dataset& data, const RawTable& confirmed, Diagnostics& findings) {
  MergePlans out;
  const auto columns = columns_of(confirmed, findings);
  if (!columns) return out;
  static const std::vector<std::string> kinds{"pledge", "actor"};
  for (std::size_t r = 0; r < confirmed.rows(); ++r) {
    const auto& kind = confirmed.cell(r, columns->kind);
    const auto& keep = confirmed.cell(r, columns->keep);
    const auto& drop = confirmed.cell(r, columns->drop);
    if (!is_yes(confirmed, confirmed.cell(r, columns->merge), findings)) continue;
    const bool pledge = kind.text == kinds[0];
    if (!pledge && kind.text != kinds[1]) {
      findings.report(Severity::error, "merge-kind", confirmed.place(kind), "kind",
                      std::string(kind.text), kinds, text::nearest(kind.text, kinds));
      continue;
    }
    const auto cells = {std::pair(&keep, "keep"), std::pair(&drop, "drop")};
    const bool known = pledge ? both_known(data.pledges, confirmed, kind.text, cells, findings)
                              : both_known(data.actors, confirmed, kind.text, cells, findings);
    if (!known) continue;
    (pledge ? out.pledges : out.actors)
        .add(id_in(drop.text), id_in(keep.text), confirmed, drop, findings);
  }
  out.pledges.settle(findings);
  out.actors.settle(findings);
  return out;
}

}  // namespace coopnet::intake
