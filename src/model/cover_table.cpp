#include "coopnet/model/cover_table.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "coopnet/core/sha256.hpp"
#include "coopnet/core/text.hpp"
#include "framework.hpp"
#include "full_columns.hpp"

namespace coopnet {
namespace {

using schema::no_column;

/// The ids of one column, numbered in the order in which they come first.
class Ids {
 public:
  std::uint32_t number(std::string_view id) {
    const auto it = number_.find(id);
    if (it != number_.end()) return it->second;
    const auto next = static_cast<std::uint32_t>(ids_.size());
    ids_.emplace_back(id);
    number_.emplace(id, next);
    return next;
  }

  /// Moves the ids to `out`, sorted; returns where each went.
  std::vector<std::uint32_t> sort(std::vector<std::string>& out) {
    std::vector<std::uint32_t> order(ids_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
      return text::natural_less(ids_[x], ids_[y]);
    });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      out.push_back(std::move(ids_[order[i]]));
    }
    return place;
  }

 private:
  std::vector<std::string> ids_;
  std::map<std::string, std::uint32_t, std::less<>> number_;
};

}  // namespace

std::string content_hash(const CoverTable& table) {
  std::string text;
  const auto add = [&](const std::string& cell) {
    text += std::to_string(cell.size()) + ':' + cell;
  };
  for (const auto* side : {&table.sets, &table.elements}) {
    add(std::to_string(side->size()));
    for (const auto& id : *side) add(id);
  }
  for (const auto& [set, element] : table.members) {
    add(std::to_string(set));
    add(std::to_string(element));
  }
  return sha256_hex(text);
}

bool is_cover_table(const RawTable& table) {
  return find_column(table, {"set"}) != no_column && find_column(table, {"element"}) != no_column;
}

CoverTable read_cover_table(const RawTable& table, Diagnostics& findings) {
  const auto column = [&](const char* name) {
    const auto c = find_column(table, {name});
    if (c == no_column)
      findings.report(Severity::error, "missing-column", {table.file, 1, 0}, name, "",
                      {table.name});
    return c;
  };
  const auto set_column = column("set");
  const auto element_column = column("element");
  if (set_column == no_column || element_column == no_column) return {};
  const auto value = [&](std::size_t row, std::size_t c, const char* name) {
    const RawCell& cell = table.cell(row, c);
    if (cell.text.empty())
      findings.report(Severity::error, "missing-value", table.place(cell), name, "", {table.name});
    return cell.text;
  };
  Ids sets, elements;
  CoverTable out;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto set = value(row, set_column, "set");
    const auto element = value(row, element_column, "element");
    if (!set.empty() && !element.empty())
      out.members.emplace_back(sets.number(set), elements.number(element));
  }
  const auto set_at = sets.sort(out.sets);
  const auto element_at = elements.sort(out.elements);
  for (auto& [set, element] : out.members) {
    set = set_at[set];
    element = element_at[element];
  }
  std::sort(out.members.begin(), out.members.end());
  const auto all = out.members.size();
  out.members.erase(std::unique(out.members.begin(), out.members.end()), out.members.end());
  out.repeated = all - out.members.size();
  return out;
}

}  // namespace coopnet
