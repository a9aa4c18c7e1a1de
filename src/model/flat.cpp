#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "coopnet/model/builder.hpp"
#include "coopnet/model/table_maker.hpp"
#include "description.hpp"
#include "full_columns.hpp"

/// A flat file is one table of pledges (or of events, or of exchanges). What a folder keeps in
/// tables of their own, a flat file says in columns: who the actors are, in which region, of which
/// kind. Unfolding writes those tables, so that everything behind it knows one kind of input only.
namespace coopnet {
namespace {

using schema::no_column;

constexpr std::string_view flat_scheme = "region";

std::size_t find_column(const RawTable& table, std::initializer_list<std::string_view> names) {
  for (std::size_t c = 0; c < table.columns(); ++c) {
    const auto key = schema::header_key(table.header[c].text);
    if (std::find(names.begin(), names.end(), key) != names.end()) return c;
  }
  return no_column;
}

/// What the flat file says about one actor, gathered over its rows.
struct ActorFacts {
  RawCell place;
  std::set<std::string> kinds;
  std::set<std::string> regions;
};

class FlatUnfolder {
 public:
  FlatUnfolder(const RawTable& flat, const RawDataset* framework, Diagnostics& findings)
      : flat_(flat), framework_(framework), findings_(findings) {}

  RawDataset unfold() {
    const bool events = find_column(flat_, {"event_id"}) != no_column ||
                        find_column(flat_, {"organizers", "organisers"}) != no_column;
    actors_column_ =
        events ? find_column(flat_, {"organisers", "organizers", "organiser", "organizer"})
               : find_column(flat_, {"actors", "actor", "acteurs", "actores"});
    region_column_ = find_column(flat_, {"region", "regions"});
    kind_column_ = find_column(flat_, {"actor_kind", "actor_kinds"});
    gather_actors();
    gather_ends();
    describe();
    if (framework_ != nullptr) copy_from_framework();
    add_actors();
    if (are_exchanges())
      add_exchanges();
    else if (events)
      add_events();
    else
      out_.tables.push_back(without_actor_columns("pledges"));
    return std::move(out_);
  }

 private:
  void gather_actors() {
    if (actors_column_ == no_column) return;
    for (std::size_t r = 0; r < flat_.rows(); ++r) {
      const RawCell& cell = flat_.cell(r, actors_column_);
      const auto names = text::split_list(cell.text);
      for (std::size_t i = 0; i < names.size(); ++i) {
        auto& facts = actors_[std::string(names[i])];
        if (facts.place.line == 0) facts.place = cell;
        gather(r, region_column_, i, names.size(), facts.regions);
        gather(r, kind_column_, i, names.size(), facts.kinds);
      }
    }
  }

  /// A list as long as the list of actors speaks of each in turn; any other speaks of all of them.
  void gather(std::size_t row, std::size_t column, std::size_t i, std::size_t actors,
              std::set<std::string>& into) const {
    if (column == no_column) return;
    const auto items = text::split_list(flat_.cell(row, column).text);
    if (items.size() == actors && actors > 1) {
      into.emplace(items[i]);
    } else {
      for (const auto item : items) into.emplace(item);
    }
  }

  /// A table of who shared with whom has a column for each of the two, and one for the region of
  /// each.
  bool are_exchanges() const {
    return actors_column_ == no_column && find_column(flat_, {"from"}) != no_column &&
           find_column(flat_, {"to"}) != no_column;
  }

  void gather_ends() {
    if (!are_exchanges()) return;
    const auto ends = [&](std::string_view end, std::size_t region) {
      const auto column = find_column(flat_, {end});
      for (std::size_t r = 0; r < flat_.rows(); ++r) {
        const RawCell& cell = flat_.cell(r, column);
        if (cell.text.empty()) continue;
        auto& facts = actors_[std::string(cell.text)];
        if (facts.place.line == 0) facts.place = cell;
        gather(r, region, 0, 1, facts.regions);
      }
    };
    ends("from", find_column(flat_, {"region_from", "from_region"}));
    ends("to", find_column(flat_, {"region_to", "to_region"}));
  }

  /// Each row becomes an agreement of two parties: who shared, who learned. Its id is made of the
  /// two and, where they occur again, a number, which goes by content: the order of rows means
  /// nothing.
  void add_exchanges() {
    TableMaker agreements("agreements", flat_.file, {"id", "kind", "year", "source"});
    TableMaker parties("parties", flat_.file, {"agreement", "actor", "role"});
    const auto from = find_column(flat_, {"from"}), to = find_column(flat_, {"to"});
    const auto year = find_column(flat_, {"year"});
    const auto source = find_column(flat_, {"source", "source_url"});
    const auto text_of = [&](std::size_t row, std::size_t column) {
      return column == no_column ? std::string() : std::string(flat_.cell(row, column).text);
    };
    std::vector<std::pair<std::array<std::string, 4>, std::size_t>> rows;
    for (std::size_t r = 0; r < flat_.rows(); ++r)
      rows.push_back({{text_of(r, from), text_of(r, to), text_of(r, year), text_of(r, source)}, r});
    std::sort(rows.begin(), rows.end());
    std::map<std::string, std::size_t> last;  // number given last with two ends
    std::set<std::string> taken;
    const auto fresh = [&](const std::string& ends) {
      auto& n = last[ends];
      for (;;) {
        std::string id = n++ == 0 ? ends : ends + "-" + std::to_string(n);
        if (taken.insert(id).second) return id;
      }
    };
    for (const auto& [texts, r] : rows) {
      const auto id = fresh(texts[0] + "-" + texts[1]);
      for (const auto& text : {id, std::string("peer_exchange"), texts[2], texts[3]})
        agreements.add(text, flat_.cell(r, from));
      for (const auto& [column, role] : {std::pair(from, "shared"), std::pair(to, "learned")})
        for (const auto& text : {id, text_of(r, column), std::string(role)})
          parties.add(text, flat_.cell(r, column));
    }
    out_.tables.push_back(agreements.take());
    out_.tables.push_back(parties.take());
  }

  void describe() {
    DatasetInfo info;
    if (framework_ != nullptr) {
      Diagnostics ignored;  // a framework is a dataset of its own, checked when it is made
      info = read_description(*framework_, ignored);
      info.title.clear();
      info.version.clear();
      info.licence.clear();
      info.as_of.clear();
      info.sample_of.clear();
      info.caveats.clear();
      info.sources.clear();
    } else {
      Diagnostics ignored;
      info = read_description({}, ignored);
    }
    const bool has_regions = std::any_of(actors_.begin(), actors_.end(),
                                         [](const auto& a) { return !a.second.regions.empty(); });
    if (has_regions)
      info.region_schemes.insert(info.region_schemes.begin(), {std::string(flat_scheme), "Region"});
    out_.description = write_description(info);
    out_.description_file = flat_.file;
    if (has_regions) add_regions();
  }

  void add_regions() {
    std::set<std::string> names;
    for (const auto& [id, facts] : actors_)
      names.insert(facts.regions.begin(), facts.regions.end());
    TableMaker regions("regions", flat_.file, {"id", "scheme", "label"});
    for (const auto& name : names) {
      if (known_region(name)) continue;
      for (const auto& text : {name, std::string(flat_scheme), name}) regions.add(text, {});
    }
    RawTable table = regions.take();
    if (table.rows() > 0) out_.tables.push_back(std::move(table));
  }

  bool known_region(std::string_view id) const {
    const RawTable* known = framework_ == nullptr ? nullptr : framework_->find("regions");
    if (known == nullptr) return false;
    const auto column = find_column(*known, {"id"});
    for (std::size_t r = 0; column != no_column && r < known->rows(); ++r)
      if (known->cell(r, column).text == id) return true;
    return false;
  }

  /// Lists of tags, regions and synonyms come along whole.
  void copy_from_framework() {
    for (const auto* name : {"tags", "thesaurus", "regions"}) {
      const RawTable* table = framework_->find(name);
      if (table == nullptr) continue;
      const auto own = std::find_if(out_.tables.begin(), out_.tables.end(),
                                    [&](const RawTable& t) { return t.name == name; });
      if (own != out_.tables.end())
        append(*table, *own);
      else
        out_.tables.push_back(*table);
    }
  }

  /// Rows of `from` behind those of `to`, by column name.
  static void append(const RawTable& from, RawTable& to) {
    RawTable merged = from;
    for (std::size_t r = 0; r < to.rows(); ++r)
      for (std::size_t c = 0; c < from.columns(); ++c) {
        const auto column = find_column(to, {from.header[c].text});
        merged.cells.push_back(column == no_column ? RawCell{} : to.cell(r, column));
      }
    merged.storage.insert(merged.storage.end(), to.storage.begin(), to.storage.end());
    to = std::move(merged);
  }

  /// Actors the framework knows by id keep its row (their parents come along); the others get what
  /// the flat file says.
  void add_actors() {
    const RawTable* known = framework_ == nullptr ? nullptr : framework_->find("actors");
    std::vector<std::string> header{"id", "name", "kind", "parent", "regions"};
    if (known != nullptr) {
      header.clear();
      for (const auto& column : known->header) header.emplace_back(column.text);
    }
    TableMaker actors("actors", flat_.file, header);
    const auto rows =
        known == nullptr ? std::map<std::string_view, std::size_t>{} : rows_by_id(*known);
    if (known != nullptr) add_parents(*known, rows);
    for (const auto& [id, facts] : actors_) {
      const auto row = rows.find(id);
      for (const auto& column : header) {
        std::string text;
        if (row != rows.end())
          text = known->cell(row->second, find_column(*known, {column})).text;
        else if (column == "id" || column == "name")
          text = id;
        if (column == "kind" && text.empty()) text = one_kind(id, facts);
        if (column == "regions") text = joined(text, facts.regions);
        actors.add(std::move(text), facts.place);
      }
    }
    out_.tables.push_back(actors.take());
  }

  static std::map<std::string_view, std::size_t> rows_by_id(const RawTable& table) {
    std::map<std::string_view, std::size_t> rows;
    const auto id = find_column(table, {"id"});
    for (std::size_t r = 0; id != no_column && r < table.rows(); ++r)
      rows.emplace(table.cell(r, id).text, r);
    return rows;
  }

  void add_parents(const RawTable& known, const std::map<std::string_view, std::size_t>& rows) {
    const auto parent = find_column(known, {"parent"});
    if (parent == no_column) return;
    std::vector<std::string> queue;
    for (const auto& [id, facts] : actors_) queue.push_back(id);
    while (!queue.empty()) {
      const auto row = rows.find(queue.back());
      queue.pop_back();
      if (row == rows.end()) continue;
      const std::string up(known.cell(row->second, parent).text);
      if (!up.empty() && actors_.try_emplace(up).second) queue.push_back(up);
    }
  }

  std::string one_kind(const std::string& id, const ActorFacts& facts) const {
    if (facts.kinds.size() > 1)
      findings_.report(Severity::error, "kind-differs", flat_.place(facts.place), "actor_kind", id,
                       {*facts.kinds.begin(), *std::next(facts.kinds.begin())}, "");
    return facts.kinds.empty() ? std::string() : *facts.kinds.begin();
  }

  static std::string joined(const std::string& text, const std::set<std::string>& more) {
    std::vector<std::string> items;
    for (const auto item : text::split_list(text)) items.emplace_back(item);
    for (const auto& item : more)
      if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
    return text::join(items, ";");
  }

  /// The flat table without the columns that went to the actors.
  RawTable without_actor_columns(std::string name) const {
    RawTable out;
    out.name = std::move(name);
    out.file = flat_.file;
    out.storage = flat_.storage;
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < flat_.columns(); ++c)
      if (c != region_column_ && c != kind_column_) kept.push_back(c);
    for (const auto c : kept) out.header.push_back(flat_.header[c]);
    for (std::size_t r = 0; r < flat_.rows(); ++r)
      for (const auto c : kept) out.cells.push_back(flat_.cell(r, c));
    return out;
  }

  /// One event may be listed by several sources. The row of the source that lists most events is
  /// kept; where the others say something else, each statement becomes a claim.
  void add_events() {
    RawTable events = without_actor_columns("events");
    const auto id = find_column(events, {"event_id", "id"});
    const auto source = find_column(events, {"source", "sources", "source_url"});
    if (id == no_column || source == no_column) {
      out_.tables.push_back(std::move(events));
      return;
    }
    std::map<std::string_view, std::size_t> listed;
    std::map<std::string_view, std::vector<std::size_t>> by_id;
    for (std::size_t r = 0; r < events.rows(); ++r) {
      ++listed[events.cell(r, source).text];
      by_id[events.cell(r, id).text].push_back(r);
    }
    TableMaker claims("claims", flat_.file, {"subject", "field", "value", "source"});
    std::vector<RawCell> kept;
    for (auto& [event, rows] : by_id) {
      std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        const auto x = events.cell(a, source).text;
        const auto y = events.cell(b, source).text;
        return std::tie(listed[y], x) < std::tie(listed[x], y);
      });
      const bool several_sources =
          rows.size() > 1 && events.cell(rows[0], source).text != events.cell(rows[1], source).text;
      const std::size_t keep = several_sources ? 1 : rows.size();
      for (std::size_t i = 0; i < keep; ++i)
        for (std::size_t c = 0; c < events.columns(); ++c) kept.push_back(events.cell(rows[i], c));
      if (several_sources) add_claims(claims, events, event, rows, source);
    }
    events.cells = std::move(kept);
    out_.tables.push_back(std::move(events));
    if (RawTable made = claims.take(); made.rows() > 0) out_.tables.push_back(std::move(made));
  }

  static void add_claims(TableMaker& claims, const RawTable& events, std::string_view event,
                         const std::vector<std::size_t>& rows, std::size_t source) {
    for (std::size_t c = 0; c < events.columns(); ++c) {
      std::set<std::string_view> values;
      for (const auto r : rows) values.insert(events.cell(r, c).text);
      if (c == source || values.size() < 2) continue;
      for (const auto r : rows) {
        const RawCell& cell = events.cell(r, c);
        claims.add("event/" + std::string(event), cell);
        claims.add(schema::header_key(events.header[c].text), cell);
        claims.add(std::string(cell.text), cell);
        claims.add(std::string(events.cell(r, source).text), cell);
      }
    }
  }

  const RawTable& flat_;
  const RawDataset* framework_;
  Diagnostics& findings_;
  RawDataset out_;
  std::map<std::string, ActorFacts> actors_;
  std::size_t actors_column_ = no_column;
  std::size_t region_column_ = no_column;
  std::size_t kind_column_ = no_column;
};

}  // namespace

RawDataset unfold_flat(const RawTable& flat, const RawDataset* framework, Diagnostics& findings) {
  return FlatUnfolder(flat, framework, findings).unfold();
}

}  // namespace coopnet
