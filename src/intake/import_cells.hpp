#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/intake/import.hpp"
#include "coopnet/intake/written_names.hpp"
#include "intake/import_columns.hpp"
#include "intake/region_names.hpp"
#include "model/framework.hpp"

namespace coopnet::intake {

/// The actors and forums that sources name, by what the names stand for.
class Cast {
 public:
  Cast(const Framework& framework, NameIndex& names, ImportReport& report);

  /// Makes a row of a source known: later cells may name it. Returns its id: of the actor or forum
  /// that its names stand for, else `own_id`, else one made of the first name.
  std::string introduce(std::string_view own_id, const std::vector<std::string>& spellings,
                        bool is_forum);
  /// Id of the actor of this name, a new one if nobody has it.
  std::string actor_of(const WrittenNames::Item& item, const RawCell& place);

  [[nodiscard]] bool is_forum(std::string_view id) const;
  /// What is recorded about an actor that is named.
  [[nodiscard]] ActorFacts& facts(const std::string& id) { return actors_[id]; }
  [[nodiscard]] ActorsFound take() { return std::move(actors_); }

 private:
  std::string fresh_id(std::string_view name);

  const Framework& framework_;
  NameIndex& names_;
  ImportReport& report_;
  ActorsFound actors_;
  std::set<std::string, std::less<>> own_;                ///< listed in a source
  std::set<std::string, std::less<>> own_forums_;         ///< of these, the forums
  std::map<std::string, std::string, std::less<>> made_;  ///< folded name -> id
  std::set<std::string, std::less<>> ids_;                ///< taken by what was made
};

/// What a cell says, in the words of the tables.
struct Reading {
  std::vector<std::string> items;  ///< one of a scalar
  std::string left;                ///< what was not understood, as written
  bool refused = false;            ///< an error was reported
};

/// Reads cells as their columns ask for, and reports what is doubtful at the cell.
class CellReader {
 public:
  CellReader(const Framework& framework, const NameIndex& names, Cast& cast,
             const ImportOptions& options, ImportReport& report, Diagnostics& findings);

  [[nodiscard]] Reading read(const ColumnPlan& plan, std::string_view table, const RawTable& source,
                             const RawCell& cell);
  /// Labels of regions that the framework does not know, by the id made for them.
  [[nodiscard]] const std::map<std::string, std::string>& new_regions() const {
    return new_regions_;
  }

 private:
  struct At {
    const ColumnPlan& plan;
    std::string_view table;
    const RawTable& source;
    const RawCell& cell;
  };
  void warn(const At& at, std::string code, std::string_view value,
            std::vector<std::string> args = {}, std::string nearest = {});
  std::string cleaned(const At& at);
  void read_names(const At& at, std::string_view text, Reading& out);
  void read_tags(const At& at, std::string_view text, Reading& out);
  void read_mark(const At& at, std::string_view text, Reading& out);
  void read_words(const At& at, std::string_view text, Reading& out);
  void read_date(const At& at, std::string_view text, Reading& out);
  void read_regions(const At& at, std::string_view text, Reading& out);
  void not_understood(const At& at, std::string_view part, Reading& out, std::string nearest = {});
  std::string region_of(std::string_view written);

  const Framework& framework_;
  const NameIndex& names_;
  Cast& cast_;
  const ImportOptions& options_;
  ImportReport& report_;
  Diagnostics& findings_;
  RegionNames regions_;
  std::vector<TagReader> tags_;  ///< by facet
  std::map<std::string, std::string> new_regions_;
  std::map<std::string, std::string> words_;  ///< field, a tab, folded word -> what it means
  std::unordered_map<std::string, WrittenNames> read_before_;  ///< cells of names repeat
};

}  // namespace coopnet::intake
