#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/views.hpp"
#include "render/views_common.hpp"

namespace coopnet::render {
namespace {

/// More rows than this are no picture any more; the best connected ones are shown.
constexpr std::size_t most_rows = 300;

/// Items that are in some pair, those with most shared tags first, then by number; at most
/// `most_rows`, in ascending order.
std::vector<std::uint32_t> rows_of(const SynergyResult& result, std::size_t& candidates) {
  std::vector<std::size_t> weight(result.items.size());
  for (const auto& pair : result.pairs) {
    weight[pair.a] += pair.shared.size();
    weight[pair.b] += pair.shared.size();
  }
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < weight.size(); ++i)
    if (weight[i] > 0) rows.push_back(i);
  candidates = rows.size();
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return weight[a] > weight[b]; });
  if (rows.size() > most_rows) rows.resize(most_rows);
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace

Grid synergy_grid(const SynergyResult& result, const SynergyContext& context) {
  const auto& data = context.data;
  const auto& items = result.items;
  const auto say = [&](std::string_view key, std::initializer_list<MessageArg> args = {}) {
    return message(context.language, key, args);
  };
  std::size_t candidates = 0;
  const auto rows = rows_of(result, candidates);
  const std::size_t n = rows.size();
  std::vector<std::size_t> place(items.size(), n);
  for (std::size_t i = 0; i < n; ++i) place[rows[i]] = i;

  Grid grid;
  // Zero says that two share nothing; pairs that were not compared say nothing.
  const PairAdmission admits(data, items, context.options.filter);
  grid.values.assign(n * n, no_value);
  grid.marks.assign(n * n, 0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i != j && admits(rows[i], rows[j])) grid.values[i * n + j] = 0;
  for (const auto& pair : result.pairs) {
    const auto a = place[pair.a];
    const auto b = place[pair.b];
    if (a == n || b == n) continue;
    for (const auto cell : {a * n + b, b * n + a}) {
      grid.values[cell] = static_cast<std::int64_t>(pair.shared.size());
      grid.marks[cell] = pair.across_regions ? 1 : 0;
    }
  }
  for (const auto item : rows)
    grid.rows.push_back(
        {item_name(items, item, data, context.language), item_id(items, item, data)});
  const bool pledges = items.kind == ItemKind::pledges;
  grid.title = say(pledges ? "synergy.grid-caption-pledges" : "synergy.grid-caption-actors");
  grid.measure = say("synergy.grid-measure");
  grid.mark = say("synergy.drawing-across");
  grid.words.no_value =
      say(context.options.filter.same_actor ? "synergy.grid-not-compared"
                                            : "synergy.grid-not-compared-same-actor");
  grid.subtitle =
      say("synergy.grid-subtitle",
          {n, candidates,
           say(pledges ? "synergy.recorded-pledges" : "synergy.recorded-actors", {items.size()})});
  grid.language = language_code(context.language);
  grid.direction =
      context.language == Language::ar ? Direction::right_to_left : Direction::left_to_right;
  grid.source = source_line(data, context.language);
  if (!context.as_of.empty()) grid.date = say("draw.as-of", {context.as_of});
  return reordered(grid, seriate(grid.values, n));
}

}  // namespace coopnet::render
