#include "common/report.hpp"

#include "common/failure.hpp"
#include "common/terminal.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/messages.hpp"

namespace coopnet::tools {
namespace {

Diagnostics errors_of(const Diagnostics& findings) {
  Diagnostics errors;
  for (const auto& d : findings.all())
    if (d.severity == Severity::error) errors.add(d);
  return errors;
}

}  // namespace

render::Table findings_table(const Diagnostics& findings) {
  render::Table table;
  table.caption = msg("check_verb.caption");
  using render::ColumnType;
  using render::Importance;
  table.columns = {
      {"severity", msg("check_verb.column-severity"), ColumnType::text, Importance::essential},
      {"code", msg("check_verb.column-code"), ColumnType::text, Importance::normal},
      {"file", msg("check_verb.column-file"), ColumnType::text, Importance::essential},
      {"line", msg("check_verb.column-line"), ColumnType::integer, Importance::essential},
      {"column", msg("check_verb.column-column"), ColumnType::integer, Importance::normal},
      {"field", msg("check_verb.column-field"), ColumnType::text, Importance::extra},
      {"value", msg("check_verb.column-value"), ColumnType::text, Importance::normal},
      {"finding", msg("check_verb.column-finding"), ColumnType::text, Importance::essential},
      {"remedy", msg("check_verb.column-remedy"), ColumnType::text, Importance::extra},
      {"nearest", msg("check_verb.column-nearest"), ColumnType::text, Importance::extra},
  };
  const auto place = [](std::uint32_t n) { return n == 0 ? render::Cell() : render::Cell(n); };
  for (const auto& d : findings.all())
    table.add({msg(d.severity == Severity::error ? "common.error" : "common.warning"), d.code,
               d.where.file, place(d.where.line), place(d.where.column), d.field, d.value,
               render::sentence(d, language()), render::remedy(d, language()), d.nearest});
  table.empty_reason = msg("check_verb.nothing-found");
  return table;
}

void report_findings(const Diagnostics& findings, const DataOptions& data, Telling telling) {
  const bool failed = findings.errors() > 0 || (data.strict && findings.warnings() > 0);
  const bool list_all = telling == Telling::all && !quiet();
  const bool list = list_all || findings.errors() > 0;
  if (list && !findings.all().empty()) {
    write_err(render::describe_all(list_all ? findings : errors_of(findings), language()));
    write_err(render::count_text(findings, language()) + '\n');
  } else if (findings.warnings() > 0 && (failed || !quiet())) {
    write_err(msg("cli.warnings-found", {findings.warnings(), text::inert(data.dataset)}) + '\n');
  }
  if (failed) throw Reported(Exit::data);
}

}  // namespace coopnet::tools
