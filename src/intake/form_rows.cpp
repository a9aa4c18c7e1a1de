#include "intake/form_rows.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/form.hpp"
#include "coopnet/model/table_maker.hpp"
#include "intake/import_records.hpp"
#include "model/framework.hpp"
#include "model/full_columns.hpp"

namespace coopnet::intake {
namespace {

constexpr std::string_view help_mark = "# ";

bool is_help(std::string_view text, std::span<const Field> fields) {
  if (!text.starts_with(help_mark)) return false;
  text = text::trim(text.substr(help_mark.size()));
  return std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
    for (std::size_t i = 0; i < form_languages; ++i)
      if (!field.help[i].empty() && text.starts_with(field.help[i])) return true;
    return false;
  });
}

/// The words of a table make it one that needs no translation.
bool reads_as_it_is(const RawTable& table) {
  const auto has = [&](std::initializer_list<std::string_view> names) {
    return find_column(table, names) != schema::no_column;
  };
  return has({"actors", "actor", "acteurs", "actores"}) || has({"event_id"}) ||
         has({"organisers", "organizers", "organiser", "organizer"}) ||
         (has({"from"}) && has({"to"}));
}

struct Fit {
  bool who = false;
  std::size_t headers = 0;
};

Fit fit_of(const RawTable& table, FormKind kind) {
  Fit out;
  for (const RawCell& header : table.header) {
    const Field* field = find_field(form_fields(kind), header.text);
    if (field == nullptr) continue;
    ++out.headers;
    out.who = out.who || field->key == "actors" || field->key == "actor";
  }
  return out;
}

/// The sheet that comes with the form and says what may be written.
bool is_lists_sheet(std::string_view name) {
  for (std::size_t i = 0; i < form_languages; ++i)
    if (name == lists_sheet[i]) return true;
  return false;
}

bool holds_anything(const io::Sheet& sheet) {
  return std::any_of(sheet.cells.begin(), sheet.cells.end(),
                     [](const RawCell& cell) { return !cell.text.empty(); });
}

}  // namespace

void give_ids(std::vector<FormRow>& rows, const std::string& table) {
  const std::string who = table == "pledges" ? "actors" : "actor";
  const std::string own = "~row";  // behind every column, so that content decides first
  Records nameless(table);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].cell("id").text.empty()) continue;
    Record record;
    for (const auto& [column, cell] : rows[i].cells) record.cells[column] = cell.text;
    record.cells[own] = std::to_string(i);
    nameless.add(std::move(record));
  }
  Diagnostics none;
  const std::string what = table == "pledges" ? "title" : "summary";
  nameless.settle_ids({who, what}, {}, none);
  for (const auto& record : nameless.rows()) {
    FormRow& row = rows[*text::parse_unsigned(record.at(own))];
    row.cells["id"] = {record.at("id"), row.place};
  }
}

RawTable table_of_rows(const std::vector<FormRow>& rows, std::string_view table,
                       const std::vector<FormColumn>& columns, const std::string& file) {
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(column.name);
  TableMaker maker(std::string(table), file, std::move(names));
  for (const auto& row : rows)
    for (const auto& column : columns) {
      FormCell cell = row.cell(column.name);
      if (cell.place.line == 0) cell.place = row.place;
      maker.add(std::move(cell.text), cell.place);
    }
  RawTable out = maker.take();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    out.header[c].line = columns[c].place.line;
    out.header[c].column = columns[c].place.column;
  }
  return out;
}

bool has_help_row(const RawTable& table, std::span<const Field> fields) {
  if (table.rows() == 0) return false;
  if (table.cell(0, 0).text.starts_with(help_mark)) return true;
  for (std::size_t c = 1; c < table.columns(); ++c)
    if (is_help(table.cell(0, c).text, fields)) return true;
  return false;
}

std::optional<FormKind> form_kind(const RawTable& table) {
  const bool helped = has_help_row(table, form_fields(FormKind::pledge)) ||
                      has_help_row(table, form_fields(FormKind::practice));
  if (!helped && reads_as_it_is(table)) return std::nullopt;
  const Fit pledge = fit_of(table, FormKind::pledge), practice = fit_of(table, FormKind::practice);
  const bool is_pledge = (pledge.who || helped) && pledge.headers > 1;
  const bool is_practice = (practice.who || helped) && practice.headers > 1;
  if (!is_pledge && !is_practice) return std::nullopt;
  const bool rather_practice = is_practice && practice.headers > pledge.headers;
  return rather_practice || !is_pledge ? FormKind::practice : FormKind::pledge;
}

RawTable workbook_form(std::span<const io::Sheet> sheets, const std::string& file,
                       std::string table_name, Diagnostics& findings) {
  const io::Sheet* chosen = nullptr;
  const io::Sheet* first = nullptr;
  for (const auto& sheet : sheets) {
    if (is_lists_sheet(sheet.name) || !holds_anything(sheet)) continue;
    if (first == nullptr) first = &sheet;
    Diagnostics ignored;
    const auto table =
        io::sheet_table(sheet, io::guess_header_row(sheet), file, table_name, ignored);
    if (!reads_as_it_is(table) && !form_kind(table)) continue;
    chosen = &sheet;
    break;
  }
  if (chosen == nullptr) chosen = first;
  for (const auto& sheet : sheets)
    if (&sheet != chosen && !is_lists_sheet(sheet.name) && holds_anything(sheet))
      findings.report(Severity::warning, "form-sheet-not-read", {file, 0, 0}, "", sheet.name);
  RawTable out;
  out.name = std::move(table_name);
  out.file = file;
  if (chosen == nullptr) {
    if (findings.errors() == 0)
      findings.report(Severity::error, "form-empty", {file, 0, 0}, "", "");
    return out;
  }
  return io::sheet_table(*chosen, io::guess_header_row(*chosen), io::sheet_file(file, *chosen),
                         std::move(out.name), findings);
}

}  // namespace coopnet::intake
