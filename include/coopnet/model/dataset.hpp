#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/rows.hpp"

namespace coopnet {

/// Lets a map of strings be searched by string_view without making a string.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};

/// Rows of one kind in canonical order (ascending by id; tables without ids: by content).
template <class RowType, class IdType = Id<RowType>>
class Table {
 public:
  std::vector<RowType> rows;
  std::vector<std::string> extra_columns;  ///< columns we do not know, sorted by name
  std::string file;                        ///< where the rows were read, for messages

  [[nodiscard]] std::size_t size() const { return rows.size(); }
  [[nodiscard]] bool empty() const { return rows.empty(); }
  [[nodiscard]] const RowType& operator[](IdType id) const { return rows[id.index()]; }
  [[nodiscard]] RowType& operator[](IdType id) { return rows[id.index()]; }
  [[nodiscard]] auto begin() const { return rows.begin(); }
  [[nodiscard]] auto end() const { return rows.end(); }

  /// The row with this id. Needs `index()` after the rows are complete.
  [[nodiscard]] std::optional<IdType> find(std::string_view id) const {
    const auto it = by_id_.find(id);
    if (it == by_id_.end()) return std::nullopt;
    return it->second;
  }
  void index() {
    by_id_.clear();
    by_id_.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) by_id_.emplace(rows[i].id, IdType::at(i));
  }
  /// Lets `find` give this row for another name too, unless a row has it as its id.
  void also_known(std::string name, IdType row) { by_id_.try_emplace(std::move(name), row); }
  [[nodiscard]] Place place(IdType id) const { return {file, rows[id.index()].line, 0}; }

 private:
  std::unordered_map<std::string, IdType, TextHash, std::equal_to<>> by_id_;
};

/// A facet: one question a tag answers ("which objective?", "which theme?").
struct Facet {
  std::string key;         ///< "objective"
  std::string label;       ///< "Objective"
  std::string column;      ///< column of the tables that lists its tags: "objectives"
  std::uint32_t weight{};  ///< weight in the default score; 0 leaves it out
  bool open = false;       ///< true: a word not listed in tags.csv is a tag of its own
};

/// One way to divide the world; the first listed is used where nothing else is asked.
struct RegionScheme {
  std::string key, label;
};

struct SourceEntry {
  std::string key, title, url;
};

/// What dataset.json says about the whole.
struct DatasetInfo {
  std::string title, version, licence, as_of;
  std::string framework, framework_name;
  std::string sample_of;  ///< how many there are in all, in words with its source; empty: not known
  std::size_t primary_facet = 0;
  std::vector<Facet> facets;
  std::vector<RegionScheme> region_schemes;
  std::vector<std::string> caveats;
  std::vector<SourceEntry> sources;
};

/// A checked dataset. Plain data: rows, dense ids between them, nothing derived but the indexes.
struct Dataset {
  DatasetInfo info;
  Table<Region, RegionId> regions;
  Table<Actor, ActorId> actors;
  Table<Forum, ForumId> forums;
  Table<Membership> memberships;
  Table<Tag, TagId> tags;
  Table<Pledge, PledgeId> pledges;
  Table<Practice, PracticeId> practices;
  Table<Agreement, AgreementId> agreements;
  Table<Party> parties;
  Table<Event, EventId> events;
  Table<Claim> claims;
  Table<Priority> priorities;
  Table<Synonym> thesaurus;

  /// Tag of a facet by its key, spelled in any way that folds to it.
  [[nodiscard]] std::optional<TagId> find_tag(std::size_t facet, std::string_view key) const;
  [[nodiscard]] std::optional<std::size_t> find_facet(std::string_view key) const;
  /// For each tag the one that stands for it after the thesaurus; itself where it has no entry.
  [[nodiscard]] std::vector<TagId> preferred_tags() const;
  /// Regions of an actor in a scheme, ascending: its own, else those of its parent (a city lies
  /// where its state lies). Empty: not known.
  [[nodiscard]] std::vector<RegionId> regions_of(ActorId actor, std::string_view scheme) const;
  /// Key of the first region scheme, or empty.
  [[nodiscard]] std::string_view primary_scheme() const;
};

}  // namespace coopnet
