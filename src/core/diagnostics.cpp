#include "coopnet/core/diagnostics.hpp"

#include <algorithm>
#include <tuple>

#include "coopnet/core/text.hpp"

namespace coopnet {

void Diagnostics::add(Diagnostic d) {
  constexpr std::size_t shown_characters = 80;
  d.value = text::shorten(d.value, shown_characters);
  if (d.severity == Severity::error) ++errors_;
  all_.push_back(std::move(d));
}

void Diagnostics::report(Severity severity, std::string code, Place where, std::string field,
                         std::string value, std::vector<std::string> args, std::string nearest) {
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.where = std::move(where);
  d.field = std::move(field);
  d.value = std::move(value);
  d.args = std::move(args);
  d.nearest = std::move(nearest);
  add(std::move(d));
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.severity, d.where, d.code, d.field, d.value);
  };
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace coopnet
