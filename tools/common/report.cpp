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
