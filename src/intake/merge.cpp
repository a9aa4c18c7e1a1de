#include "coopnet/intake/merge.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/model/check.hpp"
#include "intake/merge_plan.hpp"
#include "intake/merge_tables.hpp"

namespace coopnet::intake {
namespace {

struct Reference {
  std::string_view table, column;
};

constexpr std::array actor_references{
    Reference{"actors", "parent"},     Reference{"forums", "may_join"},
    Reference{"memberships", "actor"}, Reference{"pledges", "actors"},
    Reference{"practices", "actor"},   Reference{"practices", "counterparts"},
    Reference{"parties", "actor"},     Reference{"events", "organisers"},
    Reference{"priorities", "actor"},
};
constexpr std::array pledge_references{Reference{"pledges", "answers"}};

/// Columns that say the same of several names; what is dropped there becomes an alias.
bool is_name(std::string_view table, std::string_view column) {
  return table == "actors" && (column == "name" || column.starts_with("name_"));
}

class Merger {
 public:
  Merger(const Dataset& data, const MergePlans& plans)
      : data_(data), plans_(plans), tables_(data) {}

  RawDataset run() {
    unite_all("pledges", plans_.pledges);
    unite_all("actors", plans_.actors);
    follow(actor_references, plans_.actors);
    follow(pledge_references, plans_.pledges);
    follow_claims();
    return tables_.take();
  }

 private:
  /// Merges the rows of one table, then takes out those that went into another.
  void unite_all(std::string_view table, const MergePlan& plan) {
    if (plan.steps().empty()) return;
    Grid& grid = tables_.grid(table);
    for (const char* column : {"source", "note"}) grid.column(column);
    if (table == "actors") grid.column("aliases");
    std::unordered_map<std::string, std::size_t> row_of;
    for (std::size_t r = 0; r < grid.rows.size(); ++r) row_of[grid.rows[r][0]] = r;
    std::unordered_set<std::string> dropped;
    for (const auto& [drop, keep] : plan.steps()) {
      unite(grid, row_of[keep], row_of[drop]);
      dropped.insert(drop);
    }
    std::erase_if(grid.rows, [&](const Grid::Row& row) { return dropped.contains(row[0]); });
  }

  void unite(Grid& grid, std::size_t keep, std::size_t drop) {
    auto& kept = grid.rows[keep];
    const auto& gone = grid.rows[drop];
    for (std::size_t c = 1; c < grid.header.size(); ++c) {
      const auto& column = grid.header[c];
      if (kept[c] == gone[c] && column != "note") continue;
      if (column == "note")
        kept[c] = note_of_both(kept[c], gone[0], gone[c]);
      else if (column == "source" || is_list_column(data_, grid.name, column))
        kept[c] = united(kept[c], gone[c]);
      else
        unite_value(grid, keep, drop, c);
    }
    if (grid.name == "actors") keep_names(grid, kept, gone);
  }

  static std::string note_of_both(const std::string& kept, const std::string& id,
                                  const std::string& gone) {
    std::string out = kept + (kept.empty() ? "" : "; ") + "merged from " + id;
    return gone.empty() ? out : out + "; " + gone;
  }

  void unite_value(Grid& grid, std::size_t keep, std::size_t drop, std::size_t column) {
    auto& kept = grid.rows[keep][column];
    const auto& gone = grid.rows[drop][column];
    if (gone.empty() || gone == kept || gone == "~" + kept) return;
    if (kept.empty() || kept == "~" + gone) {
      kept = gone;
      return;
    }
    if (!is_name(grid.name, grid.header[column]))
      claim(grid, keep, grid.header[column], gone, grid.rows[drop][grid.column("source")],
            "merged from " + grid.rows[drop][0]);
  }

  /// What the dropped actor was called is a name of the kept one. A name with ";" in it cannot
  /// stand in a list and becomes a claim.
  void keep_names(Grid& grid, Grid::Row& kept, const Grid::Row& gone) {
    std::vector<std::string> names;
    for (std::size_t c = 1; c < grid.header.size(); ++c)
      if (is_name(grid.name, grid.header[c]) && !gone[c].empty()) names.push_back(gone[c]);
    if (names.empty()) names.push_back(gone[0]);
    auto& aliases = kept[grid.column("aliases")];
    for (const auto& name : names) {
      if (called(grid, kept, name)) continue;
      if (name.find(';') == std::string::npos)
        aliases = united(aliases, name);
      else
        claims_.push_back({"actor/" + kept[0], "aliases", name, gone[grid.column("source")],
                           "merged from " + gone[0]});
    }
  }

  /// Whether an actor has this name already, written in whatever way.
  static bool called(Grid& grid, const Grid::Row& row, const std::string& name) {
    const auto wanted = fold_name(name);
    for (std::size_t c = 1; c < grid.header.size(); ++c)
      if (is_name(grid.name, grid.header[c]) && fold_name(row[c]) == wanted) return true;
    const auto aliases = text::split_list(row[grid.column("aliases")]);
    return std::any_of(aliases.begin(), aliases.end(),
                       [&](std::string_view alias) { return fold_name(alias) == wanted; });
  }

  struct Claimed {
    std::string subject, field, value, source, note;
  };
  /// "pledges" row P1 -> "pledge/P1".
  void claim(const Grid& grid, std::size_t row, std::string_view field, std::string value,
             std::string source, std::string note) {
    claims_.push_back({grid.name.substr(0, grid.name.size() - 1) + "/" + grid.rows[row][0],
                       std::string(field), std::move(value), std::move(source), std::move(note)});
  }

  template <class References>
  void follow(const References& references, const MergePlan& plan) {
    if (plan.steps().empty()) return;
    std::set<std::string_view> changed;
    for (const auto& [table, column] : references) {
      Grid& grid = tables_.grid(table);
      const auto c = grid.find_column(column);
      if (c == grid.header.size()) continue;
      for (std::size_t r = 0; r < grid.rows.size(); ++r)
        if (follow_cell(grid, r, c, plan)) changed.insert(table);
    }
    for (const auto table : changed) stand_once(tables_.grid(table));
  }

  bool follow_cell(Grid& grid, std::size_t row, std::size_t column, const MergePlan& plan) {
    auto& cell = grid.rows[row][column];
    std::vector<std::string> items;
    bool changed = false;
    for (const auto item : text::split_list(cell)) {
      items.push_back(plan.standing_for(std::string(item)));
      changed = changed || items.back() != item;
    }
    const auto self = own_id(grid, row, grid.header[column]);
    const auto before = cell;
    const bool refers_to_self = plan.receives(self) && std::erase(items, self) > 0;
    if (!changed && !refers_to_self) return false;
    if (refers_to_self)
      claim(grid, row, grid.header[column], before, source_of(grid, row),
            "a merge made it refer to itself");
    cell = united(text::join(items, ";"), "");
    return true;
  }

  /// The id that must not stand in a column of this row; empty where any may.
  static std::string own_id(Grid& grid, std::size_t row, std::string_view column) {
    if (column == "parent" || column == "answers") return grid.rows[row][0];
    if (column == "counterparts") return grid.rows[row][grid.column("actor")];
    return {};
  }

  static std::string source_of(Grid& grid, std::size_t row) {
    const auto column = grid.find_column("source");
    return column < grid.header.size() ? grid.rows[row][column] : std::string();
  }

  /// Rows of a table without ids that became equal.
  static void stand_once(Grid& grid) {
    if (grid.header.front() == "id") return;
    std::set<Grid::Row> seen;
    std::erase_if(grid.rows, [&](const Grid::Row& row) { return !seen.insert(row).second; });
  }

  void follow_claims() {
    if (plans_.actors.steps().empty() && plans_.pledges.steps().empty()) return;
    Grid& grid = tables_.grid("claims");
    const std::size_t subject = grid.column("subject"), field = grid.column("field"),
                      value = grid.column("value"), source = grid.column("source"),
                      note = grid.column("note");
    for (const auto& claimed : claims_) {
      Grid::Row row(grid.header.size());
      row[subject] = claimed.subject;
      row[field] = claimed.field;
      row[value] = claimed.value;
      row[source] = claimed.source;
      row[note] = claimed.note;
      grid.rows.push_back(std::move(row));
    }
    for (auto& row : grid.rows) row[subject] = renamed(row[subject]);
    stand_once(grid);
  }

  /// "pledge/P2" or "pledges/P2" -> "pledge/P1".
  [[nodiscard]] std::string renamed(const std::string& subject) const {
    const auto slash = subject.find('/');
    if (slash == std::string::npos) return subject;
    const auto kind = subject.substr(0, slash);
    const auto id = subject.substr(slash + 1);
    const bool actor = kind == "actor" || kind == "actors";
    if (!actor && kind != "pledge" && kind != "pledges") return subject;
    const auto& last = (actor ? plans_.actors : plans_.pledges).standing_for(id);
    return last == id ? subject : kind + "/" + last;
  }

  const Dataset& data_;
  const MergePlans& plans_;
  MergeTables tables_;
  std::vector<Claimed> claims_;
};

void report_errors(const Diagnostics& from, Diagnostics& to) {
  for (const auto& finding : from.all())
    if (finding.severity == Severity::error) to.add(finding);
}

}  // namespace

Merged merge(const Dataset& data, const RawTable& confirmed, Diagnostics& findings) {
  Diagnostics faults;
  const auto plans = read_plans(data, confirmed, faults);
  Merged out{data, 0, 0};
  const bool nothing = plans.pledges.steps().empty() && plans.actors.steps().empty();
  if (faults.errors() == 0 && !nothing) {
    Dataset united = build_dataset(Merger(data, plans).run(), faults);
    if (faults.errors() == 0) check_dataset(united, faults);
    if (faults.errors() == 0)
      out = {std::move(united), plans.pledges.steps().size(), plans.actors.steps().size()};
  }
  report_errors(faults, findings);
  return out;
}

}  // namespace coopnet::intake
