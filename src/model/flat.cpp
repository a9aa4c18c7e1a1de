#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "coopnet/model/builder.hpp"
#include "coopnet/model/table_maker.hpp"
#include "framework.hpp"
#include "full_columns.hpp"

/// A flat file is one table of pledges (or of events, or of exchanges). What a folder keeps in
/// tables of their own, a flat file says in columns: who the actors are, in which region, of which
/// kind. Unfolding writes those tables, so that everything behind it knows one kind of input only.
namespace coopnet {
namespace {

using schema::no_column;

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
    out_ = with_framework(framework_, std::move(actors_), {}, flat_.file, findings_);
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

  void gather(std::size_t row, std::size_t column, std::size_t i, std::size_t actors,
              std::set<std::string>& into) const {
    if (column != no_column)
      take_share(text::split_list(flat_.cell(row, column).text), i, actors, into);
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
  ActorsFound actors_;
  std::size_t actors_column_ = no_column;
  std::size_t region_column_ = no_column;
  std::size_t kind_column_ = no_column;
};

}  // namespace

RawDataset unfold_flat(const RawTable& flat, const RawDataset* framework, Diagnostics& findings) {
  return FlatUnfolder(flat, framework, findings).unfold();
}

}  // namespace coopnet
