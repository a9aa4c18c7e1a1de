#include "coopnet/intake/import.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "intake/import_assembly.hpp"
#include "intake/import_cells.hpp"
#include "intake/import_columns.hpp"
#include "intake/import_records.hpp"
#include "model/framework.hpp"

namespace coopnet::intake {
namespace {

constexpr std::size_t most_examples = 3;

/// Fields that must not be empty, one a table; a row without it cannot stand.
std::string needed_field(std::string_view table) {
  if (table == "pledges") return "actors";
  if (table == "practices") return "actor";
  if (table == "actors" || table == "forums") return "name";
  if (table == "memberships") return "forum";
  if (table == "agreements") return "parties";
  return "title";
}

class Importer {
 public:
  Importer(const Framework& framework, NameIndex& names, const ImportOptions& options,
           Diagnostics& findings)
      : framework_(framework),
        options_(options),
        findings_(findings),
        cast_(framework, names, report_),
        cells_(framework, names, cast_, options, report_, findings) {}

  Imported run(std::span<const SourceTable> sources) {
    const auto plans = plan_columns(sources, framework_, options_, findings_);
    report_columns(sources, plans);
    // Who is listed is known before anybody is named.
    for (const std::string_view table : {"actors", "forums"})
      for (std::size_t s = 0; s < sources.size(); ++s)
        if (plans[s].table == table) read_source(s, sources[s], plans[s]);
    for (std::size_t s = 0; s < sources.size(); ++s)
      if (plans[s].table != "actors" && plans[s].table != "forums")
        read_source(s, sources[s], plans[s]);
    if (rows_taken_ == 0 && findings_.errors() == 0)
      findings_.report(Severity::error, "import-nothing",
                       {sources.empty() ? "" : sources.front().table.file, 0, 0}, "", "");
    settle();
    Imported out;
    out.dataset = assemble({.records = std::move(records_),
                            .actors = cast_.take(),
                            .regions = cells_.new_regions(),
                            .title = options_.title,
                            .file = sources.empty() ? std::string() : sources.front().table.file},
                           framework_, findings_);
    out.report = std::move(report_);
    return out;
  }

 private:
  using Row = std::map<std::string, Reading>;  ///< by field

  void report_columns(std::span<const SourceTable> sources, const std::vector<SourcePlan>& plans) {
    for (std::size_t s = 0; s < sources.size(); ++s) {
      const auto& source = sources[s];
      report_.sources.push_back({source.table.file, source.table.name, plans[s].table,
                                 source.header_row, source.above, source.table.rows(), 0});
      first_column_.push_back(report_.columns.size());
      for (const auto& plan : plans[s].columns) {
        ColumnReport column;
        column.source = s;
        column.column = source.table.header[plan.column].text;
        column.field = plan.target.field;
        column.read_as = plan.target.read_as;
        column.reason = plan.reason;
        report_.columns.push_back(std::move(column));
      }
    }
  }

  /// Where no column gives what each row needs, that is said once, not in each row.
  bool can_stand(const SourceTable& source, const SourcePlan& plan) {
    const auto has = [&](std::string_view field) {
      return std::any_of(plan.columns.begin(), plan.columns.end(),
                         [&](const ColumnPlan& c) { return c.target.field == field; });
    };
    const auto field = needed_field(plan.table);
    const bool other = (plan.table == "pledges" && has("partners")) ||
                       (plan.table == "agreements" && has("from") && has("to"));
    if (has(field) || other || source.table.rows() == 0) return true;
    std::vector<std::string> headers;
    for (const auto& header : source.table.header) headers.emplace_back(header.text);
    findings_.report(Severity::error, "import-no-column-for",
                     {source.table.file, static_cast<std::uint32_t>(source.header_row), 0}, field,
                     source.table.name, {field, plan.table, text::join(headers, ", ")});
    return false;
  }

  void read_source(std::size_t s, const SourceTable& source, const SourcePlan& plan) {
    const RawTable& table = source.table;
    if (!can_stand(source, plan)) return;
    for (std::size_t r = 0; r < table.rows(); ++r) {
      if (is_comment(table, r)) continue;
      Row row;
      RawCell place = table.cell(r, 0);
      if (is_introduction(plan.table)) introduce(plan, table, r);
      for (const auto& column : plan.columns) {
        const RawCell& cell = table.cell(r, column.column);
        if (cell.line > 0 && place.line == 0) place = cell;
        auto& report = report_.columns[first_column_[s] + column.column];
        const bool filled = !text::trim(cell.text).empty();
        report.filled += filled ? 1 : 0;
        const bool read = column.reason == ColumnReason::map ||
                          column.reason == ColumnReason::header ||
                          column.reason == ColumnReason::kept;
        if (!filled || !read || column.target.field.empty()) continue;
        const auto reading = cells_.read(column, plan.table, table, cell);
        note_example(report, cell, reading);
        add_reading(row[column.target.field], reading);
      }
      if (!complete(plan, table, place, row)) continue;
      ++report_.sources[s].taken;
      ++rows_taken_;
      file(plan, table, place, std::move(row));
    }
  }

  /// A line that begins with "#" and fills no other cell; told once a table.
  bool is_comment(const RawTable& table, std::size_t r) {
    if (!table.cell(r, 0).text.starts_with('#')) return false;
    for (std::size_t c = 1; c < table.columns(); ++c)
      if (!text::trim(table.cell(r, c).text).empty()) return false;
    if (comments_in_ != &table)
      findings_.report(Severity::warning, "import-comment-line", table.place(table.cell(r, 0)), "",
                       std::string(table.cell(r, 0).text));
    comments_in_ = &table;
    return true;
  }

  static bool is_introduction(std::string_view table) {
    return table == "actors" || table == "forums";
  }

  /// Makes a listed actor or forum known by all its names, and remembers its id for its row.
  void introduce(const SourcePlan& plan, const RawTable& table, std::size_t r) {
    std::string own_id;
    std::vector<std::string> spellings;
    for (const auto& column : plan.columns) {
      const auto& field = column.target.field;
      const std::string_view text = text::trim(table.cell(r, column.column).text);
      if (text.empty()) continue;
      if (field == "id") own_id = text;
      if (field == "name") spellings.insert(spellings.begin(), std::string(text));
      if (field.starts_with("name_") || field == "iso2" || field == "acronym")
        spellings.emplace_back(text);
      if (field == "aliases")
        for (const auto alias : text::split_list(text)) spellings.emplace_back(alias);
    }
    introduced_ = cast_.introduce(own_id, spellings, plan.table == "forums");
  }

  static void add_reading(Reading& into, const Reading& more) {
    for (const auto& item : more.items)
      if (std::find(into.items.begin(), into.items.end(), item) == into.items.end())
        into.items.push_back(item);
    into.refused = into.refused || more.refused;
    if (!more.left.empty()) into.left += (into.left.empty() ? "" : ";") + more.left;
  }

  static void note_example(ColumnReport& report, const RawCell& cell, const Reading& reading) {
    if (reading.left.empty()) ++report.understood;
    const auto understood = text::join(reading.items, ";");
    if (report.examples.size() >= most_examples || understood.empty()) return;
    const auto written = text::shorten(text::trim(cell.text), 60);
    for (const auto& [before, as] : report.examples)
      if (before == written) return;
    report.examples.emplace_back(written, text::shorten(understood, 60));
  }

  bool complete(const SourcePlan& plan, const RawTable& table, const RawCell& place,
                const Row& row) {
    const auto has = [&](const std::string& field) {
      const auto at = row.find(field);
      return at != row.end() && !at->second.items.empty();
    };
    std::string field = needed_field(plan.table);
    if (plan.table == "pledges" && has("partners")) return true;
    if (plan.table == "agreements" && has("from") && has("to")) return true;
    if (plan.table == "memberships" && has("forum")) field = "actor";
    if (has(field)) return true;
    if (const auto at = row.find(field); at != row.end() && at->second.refused) return false;
    // Another row of the same id may say it.
    if (has("id") && plan.table != "memberships" && !is_introduction(plan.table)) return true;
    std::string shown;
    for (const auto& [name, reading] : row)
      if (shown.empty() && !reading.items.empty()) shown = reading.items.front();
    report_incomplete(table.file, place, field, shown);
    return false;
  }

  void report_incomplete(const std::string& file, const RawCell& place, const std::string& field,
                         const std::string& shown) {
    const bool leave_out = options_.leave_out_incomplete;
    findings_.report(leave_out ? Severity::warning : Severity::error,
                     leave_out ? "import-row-left-out" : "import-row-without",
                     {file, place.line, 0}, field, shown, {field});
  }

  /// What is still incomplete when the rows of one id are one.
  void drop_incomplete(const std::string& table, Records& records) {
    const auto field = needed_field(table);
    std::erase_if(records.rows(), [&](const Record& row) {
      if (!row.at(field).empty()) return false;
      report_incomplete(row.file, row.place, field, row.at("id"));
      for (auto& source : report_.sources)
        if (source.file == row.file && source.taken > 0) {
          --source.taken;
          break;
        }
      return true;
    });
  }

  /// Puts a row into the table it belongs to.
  void file(const SourcePlan& plan, const RawTable& table, const RawCell& place, Row row) {
    Record record;
    record.place = place;
    record.file = table.file;
    if (plan.table == "pledges" || plan.table == "practices") gather_actor_facts(plan.table, row);
    if (plan.table == "forums") file_members(row, place, table.file);
    if (plan.table == "agreements") file_parties(row);
    for (auto& [field, reading] : row) {
      std::string joined = text::join(reading.items, is_list(plan, field) ? ";" : "; ");
      if (!joined.empty()) record.cells[field] = std::move(joined);
      if (!reading.left.empty()) record.cells[field + "_as_written"] = reading.left;
    }
    if (plan.table == "actors") return file_actor(std::move(record));
    if (const auto region = record.cells.extract("region"); !region.empty())
      record.cells["regions"] = region.mapped();
    if (plan.table == "forums") record.cells["id"] = introduced_;
    records_of(records_, plan.table).add(std::move(record));
  }

  static bool is_list(const SourcePlan& plan, const std::string& field) {
    for (const auto& column : plan.columns)
      if (column.target.field == field) return column.target.many;
    return true;
  }

  /// Region and kind in a row of pledges speak of its actors: a list as long as theirs of each in
  /// turn, any other of all.
  void gather_actor_facts(std::string_view table, Row& row) {
    auto& actors = row[table == "pledges" ? "actors" : "actor"].items;
    if (auto partners = row.extract("partners"); !partners.empty()) {
      for (auto& partner : partners.mapped().items)
        if (std::find(actors.begin(), actors.end(), partner) == actors.end())
          actors.push_back(partner);
      if (!partners.mapped().left.empty()) row["partners"].left = partners.mapped().left;
    }
    for (const std::string_view field : {"region", "actor_kind"}) {
      auto found = row.extract(std::string(field));
      if (found.empty()) continue;
      for (std::size_t i = 0; i < actors.size(); ++i) {
        auto& facts = cast_.facts(actors[i]);
        take_share(found.mapped().items, i, actors.size(),
                   field == "region" ? facts.regions : facts.kinds);
      }
      if (!found.mapped().left.empty()) row[std::string(field)].left = found.mapped().left;
    }
  }

  void file_actor(Record record) {
    auto& facts = cast_.facts(introduced_);
    if (facts.place.line == 0) facts.place = record.place;
    for (auto& [column, text] : record.cells) {
      if (column == "id") continue;
      if (column == "kind") {
        facts.kinds.insert(text);
      } else if (column == "region") {
        for (const auto region : text::split_list(text)) facts.regions.emplace(region);
      } else if (column == "acronym" || column == "aliases") {
        unite(facts.cells["aliases"], text);
      } else {
        facts.cells.try_emplace(column, std::move(text));
      }
    }
  }

  /// Columns of a forum that list actors by role become memberships.
  void file_members(Row& row, const RawCell& place, const std::string& file) {
    for (const auto* role : {"member", "observer", "partner", "chair", "lead"}) {
      const auto listed = row.extract(role);
      if (listed.empty()) continue;
      for (const auto& actor : listed.mapped().items) {
        Record membership;
        membership.place = place;
        membership.file = file;
        membership.cells = {{"forum", introduced_}, {"actor", actor}, {"role", role}};
        records_of(records_, "memberships").add(std::move(membership));
      }
    }
  }

  /// Who shared and who learned are parties too; the list keeps its role until the ids are known.
  static void file_parties(Row& row) {
    for (const auto& [field, role] :
         {std::pair<const char*, const char*>{"from", "shared"}, {"to", "learned"}}) {
      const auto listed = row.extract(field);
      if (listed.empty()) continue;
      auto& parties = row["parties"].items;
      for (const auto& actor : listed.mapped().items) parties.push_back(actor + "\t" + role);
      if (row["kind"].items.empty()) row["kind"].items.emplace_back("peer_exchange");
    }
  }

  /// Rows of one id are one, and what is still incomplete then is dropped.
  void settle() {
    for (auto& [table, rows] : records_) {
      std::vector<std::string> lists;
      for (const auto& target : targets_of(table, framework_.data.info))
        if (target.many) lists.push_back(target.field);
      if (table == "pledges") rows.settle_ids({"actors", "title"}, lists, findings_);
      if (table == "practices") rows.settle_ids({"actor", "kind", "summary"}, lists, findings_);
      if (table == "agreements") rows.settle_ids({"parties", "title", "year"}, lists, findings_);
      if (table == "events") rows.settle_ids({"date", "title"}, lists, findings_);
      if (table != "forums" && table != "memberships") drop_incomplete(table, rows);
    }
  }

  const Framework& framework_;
  const ImportOptions& options_;
  Diagnostics& findings_;
  ImportReport report_;
  Cast cast_;
  CellReader cells_;
  std::vector<std::size_t> first_column_;  ///< of each source, in report_.columns
  RecordTables records_;
  std::string introduced_;                 ///< id of the row at hand of actors or forums
  const RawTable* comments_in_ = nullptr;  ///< the table in which comments were told last
  std::size_t rows_taken_ = 0;
};

}  // namespace

Imported import_tables(std::span<const SourceTable> sources, const Framework& framework,
                       NameIndex& names, const ImportOptions& options, Diagnostics& findings) {
  return Importer(framework, names, options, findings).run(sources);
}

}  // namespace coopnet::intake
