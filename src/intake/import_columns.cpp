#include "intake/import_columns.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/fields.hpp"
#include "intake/contacts.hpp"
#include "model/full_columns.hpp"

namespace coopnet::intake {
namespace {

/// How sources call the tables, folded words.
struct TableWords {
  std::string_view table, words;
};
constexpr std::array table_words{
    TableWords{"pledges",
               "pledge pledges commitment commitments engagement engagements "
               "compromiso compromisos promesa promesas التعهدات الالتزامات"},
    TableWords{"practices", "practice practices pratique pratiques practica practicas الممارسات"},
    TableWords{"actors",
               "actor actors acteur acteurs actores parties countries pays paises states "
               "organisations organizations organizaciones entities الجهات"},
    TableWords{"memberships",
               "member members membership memberships membre membres miembro miembros الاعضاء"},
    TableWords{"forums", "forum forums foro foros fora enceintes processes rcp rcps المنتديات"},
    TableWords{"agreements",
               "agreement agreements accord accords acuerdo acuerdos exchanges "
               "الاتفاقات"},
    TableWords{"events",
               "event events evenement evenements evento eventos meetings calendar "
               "reunions reuniones الفعاليات"},
};

std::span<const Field> fields_of(std::string_view table) {
  if (table == "pledges") return pledge_fields();
  if (table == "practices") return practice_fields();
  if (table == "actors") return actor_fields();
  if (table == "forums") return forum_fields();
  if (table == "memberships") return membership_fields();
  if (table == "events") return event_fields();
  return {};
}

/// Columns of a forum that list actors by their role, folded words.
constexpr std::array role_words{
    TableWords{"member",
               "member|members|member states|membership|membre|membres|etats membres|"
               "miembro|miembros|estados miembros|الاعضاء"},
    TableWords{"observer",
               "observer|observers|observateur|observateurs|observador|observadores|"
               "المراقبون"},
    TableWords{"partner", "partner|partners|partenaire|partenaires|socio|socios|الشركاء"},
    TableWords{"chair", "chair|chairs|chaired by|presidency|presidence|presidencia|الرئاسة"},
    TableWords{"lead", "lead|leads|co-leads|co leads|chef de file|lider"},
};

std::string role_of_header(std::string_view header) {
  const auto folded = text::fold(header);
  for (const auto& [role, words] : role_words)
    for (const auto word : text::split_list(words, '|'))
      if (word == folded) return std::string(role);
  return {};
}

/// Fields that forms call otherwise than the tables here.
std::string own_name(std::string_view table, std::string_view key) {
  if (table == "pledges" && key == "other_parties") return "partners";
  if (key == "regions") return "region";
  return std::string(key);
}

constexpr std::string_view contact_mark = "[…]";  // of without_contacts()

/// Whether a cell is little else but contacts.
bool is_contact(std::string_view cell) {
  auto left = without_contacts(cell);
  if (left == cell) return false;
  for (auto at = left.find(contact_mark); at != std::string::npos; at = left.find(contact_mark))
    left.erase(at, contact_mark.size());
  return left.size() * 2 <= cell.size();
}

bool holds_contacts(const RawTable& table, std::size_t column) {
  std::size_t filled = 0, contacts = 0;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const auto text = text::trim(table.cell(r, column).text);
    if (text.empty()) continue;
    ++filled;
    if (is_contact(text)) ++contacts;
  }
  return contacts > 0 && contacts * 2 >= filled;
}

std::string kept_name(std::string_view header, const std::set<std::string>& taken) {
  std::string name = text::slug(header);
  std::replace(name.begin(), name.end(), '-', '_');
  if (name.empty()) name = "column";
  std::string free = name;
  for (std::size_t n = 2; taken.contains(free); ++n) free = name + "_" + std::to_string(n);
  return free;
}

bool is_empty(const RawTable& table, std::size_t column) {
  for (std::size_t r = 0; r < table.rows(); ++r)
    if (!text::trim(table.cell(r, column).text).empty()) return false;
  return true;
}

class Planner {
 public:
  Planner(const Framework& framework, const ImportOptions& options, Diagnostics& findings)
      : framework_(framework),
        options_(options),
        findings_(findings),
        primary_tags_(framework.data, framework.data.info.primary_facet) {
    used_.assign(options.map.columns.size(), false);
  }

  SourcePlan plan(const SourceTable& source) {
    SourcePlan out;
    out.table = table_for(source);
    targets_ = targets_of(out.table, framework_.data.info);
    std::set<std::string> taken;
    for (const auto& target : targets_) taken.insert(target.field);
    for (std::size_t c = 0; c < source.table.columns(); ++c) {
      auto column = plan_column(source, out.table, c);
      if (column.reason == ColumnReason::kept) {
        column.target.field = kept_name(source.table.header[c].text, taken);
        taken.insert(column.target.field);
      }
      out.columns.push_back(std::move(column));
    }
    return out;
  }

  /// A rule for a column that no source has is a mistake in the map.
  void report_unused(std::span<const SourceTable> sources) {
    std::vector<std::string> headers;
    for (const auto& source : sources)
      for (const auto& header : source.table.header) headers.emplace_back(header.text);
    for (std::size_t r = 0; r < used_.size(); ++r) {
      if (used_[r] || options_.map.columns[r].optional) continue;
      const auto& rule = options_.map.columns[r];
      findings_.report(Severity::error, "import-no-such-column",
                       {sources.empty() ? "" : sources.front().table.file, 0, 0}, rule.field,
                       rule.column, {text::join(headers, ", ")},
                       text::nearest(rule.column, headers));
    }
  }

 private:
  static bool concerns(const ColumnRule& rule, const SourceTable& source) {
    if (rule.file.empty()) return true;
    const auto wanted = text::fold(rule.file);
    return wanted == text::fold(source.stem) || wanted == text::fold(source.table.name);
  }

  std::string table_for(const SourceTable& source) {
    for (const auto& rule : options_.map.columns) {
      if (rule.table.empty() || !concerns(rule, source)) continue;
      const bool has_column = std::any_of(
          source.table.header.begin(), source.table.header.end(),
          [&](const RawCell& h) { return text::fold(h.text) == text::fold(rule.column); });
      if (!has_column) continue;
      const auto& known = importable_tables();
      if (std::find(known.begin(), known.end(), rule.table) != known.end()) return rule.table;
      findings_.report(Severity::error, "import-no-such-table", {source.table.file, 0, 0}, "",
                       rule.table, {text::join(known, ", ")}, text::nearest(rule.table, known));
    }
    return table_of_source(source, framework_.data.info, options_.table, mapped_fields(source));
  }

  /// Fields that the map finds in a source without saying of which table they are.
  std::vector<std::string> mapped_fields(const SourceTable& source) const {
    std::vector<std::string> out;
    for (const auto& rule : options_.map.columns) {
      const auto field = schema::header_key(rule.field);
      if (concerns(rule, source) && !field.empty() && !field.starts_with("x_"))
        out.push_back(field);
    }
    return out;
  }

  const ColumnRule* rule_for(const SourceTable& source, std::string_view header) {
    const auto folded = text::fold(header);
    for (std::size_t r = 0; r < options_.map.columns.size(); ++r) {
      const auto& rule = options_.map.columns[r];
      if (text::fold(rule.column) != folded || !concerns(rule, source)) continue;
      used_[r] = true;
      return &rule;
    }
    return nullptr;
  }

  const Target* target(std::string_view field) const {
    const auto at = std::find_if(targets_.begin(), targets_.end(),
                                 [&](const Target& t) { return t.field == field; });
    return at == targets_.end() ? nullptr : &*at;
  }

  ColumnPlan plan_column(const SourceTable& source, const std::string& table, std::size_t c) {
    ColumnPlan out;
    out.column = c;
    const auto& header = source.table.header[c];
    if (const auto* rule = rule_for(source, header.text)) {
      follow(*rule, source, table, header, out);
      return out;
    }
    if (is_empty(source.table, c)) {
      out.reason = ColumnReason::empty;
      return out;
    }
    const auto field = field_of_header(table, header.text, framework_.data.info);
    if (is_contact_header(header.text)) {
      out.reason = ColumnReason::contact;
    } else if (const auto* known = target(field)) {
      out.target = *known;
      out.reason = ColumnReason::header;
    } else if (holds_contacts(source.table, c)) {
      out.reason = ColumnReason::contact;
    } else if (!take_marks(source.table, c, out)) {
      out.target.read_as = ReadAs::text;
      out.reason = ColumnReason::kept;
    }
    return out;
  }

  void follow(const ColumnRule& rule, const SourceTable& source, const std::string& table,
              const RawCell& header, ColumnPlan& out) {
    out.separators = rule.separators;
    out.reason = ColumnReason::map;
    if (rule.read_as == ReadAs::leave_out) {
      out.reason = ColumnReason::left_out;
      return;
    }
    const auto field = schema::header_key(rule.field);
    if (rule.read_as == ReadAs::keep || field.empty()) {
      out.reason = ColumnReason::kept;
      return;
    }
    if (field.starts_with("x_")) {  // a column of the user's own, with a name of their choice
      out.target.field = field.substr(2);
      out.target.read_as = rule.read_as == ReadAs::by_field ? ReadAs::text : rule.read_as;
      return;
    }
    const Target* known = target(field);
    if (known == nullptr) known = target(own_name(table, field));
    if (known == nullptr) {
      std::vector<std::string> fields;
      for (const auto& t : targets_) fields.push_back(t.field);
      findings_.report(Severity::error, "import-no-such-field", source.table.place(header), "",
                       rule.field, {table, text::join(fields, ", ")},
                       text::nearest(rule.field, fields));
      return;
    }
    out.target = *known;
    if (rule.read_as == ReadAs::mark)
      mark(header, source.table, out);
    else if (rule.read_as != ReadAs::by_field)
      out.target.read_as = rule.read_as;
  }

  void mark(const RawCell& header, const RawTable& table, ColumnPlan& out) {
    const TagReader tags(framework_.data, out.target.facet);
    const auto key = tags.tag_of_header(header.text);
    if (!key)
      return findings_.report(Severity::error, "import-mark-without-tag", table.place(header),
                              out.target.field, std::string(header.text));
    out.target.read_as = ReadAs::mark;
    out.marked_tag = *key;
  }

  /// A column called after a tag of the primary facet, with nothing but ticks in it.
  bool take_marks(const RawTable& table, std::size_t c, ColumnPlan& out) {
    const auto facet = framework_.data.info.primary_facet;
    const auto* target_of_facet = target(framework_.data.info.facets[facet].column);
    if (target_of_facet == nullptr) return false;
    const auto key = primary_tags_.tag_of_header(table.header[c].text);
    if (!key) return false;
    for (std::size_t r = 0; r < table.rows(); ++r)
      if (!written_mark(table.cell(r, c).text)) return false;
    out.target = *target_of_facet;
    out.target.read_as = ReadAs::mark;
    out.marked_tag = *key;
    out.reason = ColumnReason::header;
    return true;
  }

  const Framework& framework_;
  const ImportOptions& options_;
  Diagnostics& findings_;
  TagReader primary_tags_;
  std::vector<Target> targets_;
  std::vector<bool> used_;
};

}  // namespace

std::string field_of_header(std::string_view table, std::string_view header,
                            const DatasetInfo& info) {
  const auto key = schema::header_key(header);
  for (const auto& target : targets_of(table, info))
    if (target.field == key) return target.field;
  const auto folded = text::fold(header);
  for (const auto& facet : info.facets)
    if (folded == text::fold(facet.label) || key == facet.key) return facet.column;
  if (table == "forums")
    if (auto role = role_of_header(header); !role.empty()) return role;
  const Field* field = find_field(fields_of(table), header);
  return field == nullptr ? std::string() : own_name(table, field->key);
}

std::string table_of_source(const SourceTable& source, const DatasetInfo& info,
                            const std::string& wanted, const std::vector<std::string>& mapped) {
  if (!wanted.empty()) return wanted;
  for (const auto* name : {&source.table.name, &source.stem}) {
    const auto folded = text::fold(*name);
    std::vector<std::string_view> words;
    for (const auto word : text::split_list(text::slug(folded), '-')) words.push_back(word);
    for (const auto& [table, known] : table_words) {
      const auto list = text::split_list(known, ' ');
      for (const auto word : words)
        if (std::find(list.begin(), list.end(), word) != list.end()) return std::string(table);
    }
  }
  std::string best = "pledges";
  std::size_t most = 0;
  for (const auto& table : importable_tables()) {
    const auto targets = targets_of(table, info);
    const auto has = [&](const std::string& field) {
      return std::any_of(targets.begin(), targets.end(), [&](const Target& t) {
        return t.field == field || t.field == own_name(table, field);
      });
    };
    if (!std::all_of(mapped.begin(), mapped.end(), has)) continue;
    std::size_t fields = 0;
    for (const auto& header : source.table.header)
      if (!field_of_header(table, header.text, info).empty()) ++fields;
    if (fields > most) {
      most = fields;
      best = table;
    }
  }
  return best;
}

std::vector<SourcePlan> plan_columns(std::span<const SourceTable> sources,
                                     const Framework& framework, const ImportOptions& options,
                                     Diagnostics& findings) {
  Planner planner(framework, options, findings);
  std::vector<SourcePlan> out;
  for (const auto& source : sources) out.push_back(planner.plan(source));
  planner.report_unused(sources);
  return out;
}

}  // namespace coopnet::intake
