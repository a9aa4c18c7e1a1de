#include "common/redaction.hpp"

#include <utility>
#include <variant>

#include "common/words.hpp"
#include "coopnet/model/dataset.hpp"

namespace coopnet::tools {
namespace {

/// The id of the row that goes by this name; the text itself where there is none.
std::string new_id(const Dataset& data, const std::string& given) {
  std::string out = given;
  const auto look_in = [&](const auto& table) {
    const auto row = table.find(given);
    if (row) out = table[*row].id;
    return row.has_value();
  };
  static_cast<void>(look_in(data.actors) || look_in(data.pledges) || look_in(data.practices) ||
                    look_in(data.agreements) || look_in(data.events));
  return out;
}

}  // namespace

render::Envelope with_new_ids(render::Envelope envelope) {
  if (envelope.data == nullptr) return envelope;
  for (auto& [name, option] : envelope.options) {
    if (const auto* text = std::get_if<std::string>(&option.value())) {
      option = new_id(*envelope.data, *text);
    } else if (const auto* list = std::get_if<std::vector<std::string>>(&option.value())) {
      std::vector<std::string> ids;
      for (const auto& item : *list) ids.push_back(new_id(*envelope.data, item));
      option = std::move(ids);
    }
  }
  return envelope;
}

render::Table without_small_counts(render::Table table, const render::Envelope& envelope,
                                   Format format) {
  const bool for_people = format == Format::table || format == Format::md || format == Format::html;
  return withhold_small(std::move(table), envelope.least_count, for_people, language());
}

}  // namespace coopnet::tools
