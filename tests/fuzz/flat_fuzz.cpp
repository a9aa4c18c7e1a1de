// Any bytes as a flat file of pledges or events, from reading to every table in every format.
#include <algorithm>

#include "coopnet/analysis/joint.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/json_reader.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/model/check.hpp"
#include "coopnet/network/cooperation_graph.hpp"
#include "coopnet/render/summary_view.hpp"
#include "coopnet/render/synergy_view.hpp"
#include "fuzz/fuzzing.hpp"

namespace coopnet {
namespace {

using fuzzing::is_utf8;
using fuzzing::require;

constexpr const char* file = "input.csv";

struct Loaded {
  Dataset data;
  Diagnostics findings;
};

Loaded load(const RawTable& flat, Diagnostics findings) {
  Loaded out{{}, std::move(findings)};
  const RawDataset raw = unfold_flat(flat, nullptr, out.findings);
  out.data = build_dataset(raw, out.findings);
  if (out.findings.errors() == 0) check_dataset(out.data, out.findings);
  return out;
}

/// Findings are shown without anything a terminal would obey.
void check_words(const Diagnostics& findings) {
  const auto shown = render::describe_all(findings);
  require(is_utf8(shown), "words are UTF-8", shown);
  require(std::none_of(shown.begin(), shown.end(),
                       [](char c) {
                         return c != '\n' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7F);
                       }),
          "words hold no control characters", shown);
}

/// The order of rows says nothing.
void check_row_order(const RawTable& flat, const Loaded& loaded) {
  RawTable reversed = flat;
  reversed.cells.clear();
  for (std::size_t row = flat.rows(); row-- > 0;)
    for (std::size_t c = 0; c < flat.columns(); ++c) reversed.cells.push_back(flat.cell(row, c));
  const Loaded again = load(reversed, {});
  require(again.findings.errors() == 0, "rows in another order have no errors either");
  require(content_hash(again.data) == content_hash(loaded.data),
          "rows in another order are the same dataset");
}

void check_formats(const render::NamedTable& named, const Dataset& data) {
  const auto& table = named.table;
  for (const std::size_t width : {std::size_t{0}, std::size_t{40}})
    require(is_utf8(render::to_text(table, {.width = width})), "a table as text is UTF-8");
  require(is_utf8(render::to_markdown(table)), "a table as Markdown is UTF-8");
  require(is_utf8(render::to_html_page(table)), "a table as HTML is UTF-8");

  Diagnostics findings;
  const auto csv = render::to_csv(table);
  const auto csv_again = io::read_csv(csv, file, "t", {}, findings);
  require(findings.all().empty() && csv_again.columns() == table.columns.size(),
          "a table as CSV is read without findings", csv);

  render::Envelope envelope;
  envelope.schema = "coopnet/fuzz";
  envelope.dataset_title = data.info.title;
  envelope.caveats = data.info.caveats;
  const auto json = render::to_json(table, envelope);
  const auto json_again = io::parse_json(json, file, findings);
  require(findings.all().empty(), "a table as JSON is read without findings", json);
  const auto* const rows = json_again.find("rows");
  require(rows != nullptr && rows->items.size() == table.rows.size(), "with all its rows", json);
}

void check_summary(const Loaded& loaded, const Relations& relations, const Selection& selection) {
  const auto& data = loaded.data;
  const auto summary = summarise(data, relations, selection, day_from_civil({2025, 12, 31}));
  require(summary.pledges == data.pledges.size() && summary.events == data.events.size(),
          "a summary counts every row");
  std::size_t of_any_status = 0;
  for (const auto& status : summary.statuses) of_any_status += status.pledges;
  require(of_any_status == summary.pledges, "every pledge has one status");
  require(summary.offers + summary.needs + summary.neither >= summary.pledges,
          "every pledge offers, needs or neither");
  for (const auto& tag : summary.primary_tags)
    require(tag.stated <= tag.pledges && tag.pledges <= summary.pledges,
            "no tag has more pledges than there are");
  for (const auto& named : render::summary_tables(data, summary, "2025-12-31", {}))
    check_formats(named, data);
  for (const auto& words : render::summary_sentences(data, summary, "2025-12-31", {}))
    require(is_utf8(words), "sentences are UTF-8", words);
}

void check_synergies(const Loaded& loaded, const Relations& relations, const Selection& selection,
                     const SynergyOptions& options) {
  const auto result = find_synergies(loaded.data, relations, selection, options);
  require(result.pairs.size() <= options.top, "no more pairs than asked");
  require(!result.sharing_pairs || result.pairs.size() <= *result.sharing_pairs,
          "no more pairs than share a tag");
  double last = std::numeric_limits<double>::infinity();
  for (const auto& pair : result.pairs) {
    require(pair.a < pair.b && pair.b < result.items.size(), "a pair is of two items");
    require(pair.score <= last && pair.score > 0, "scores descend");
    require(pair.parts.shared <= std::min(pair.parts.a, pair.parts.b) && !pair.shared.empty(),
            "no more is shared than both have");
    last = pair.score;
  }
  const render::SynergyContext context{loaded.data, relations, options, "2025-12-31"};
  check_formats({"synergy", render::synergy_table(result, context)}, loaded.data);
  if (!result.pairs.empty())
    require(is_utf8(render::explain_pair(result.items, result.pairs.front(), context)),
            "an explanation is UTF-8");
}

void check_counting(const Loaded& loaded) {
  const auto& data = loaded.data;
  const Selection everything(data);
  const auto relations = build_relations(data, everything);
  const auto graph = build_cooperation_graph(data, relations);
  require(graph.vertex_count() == NodeNumbers(data).size(), "every row is a vertex");
  check_summary(loaded, relations, everything);
  for (const auto of : {ItemKind::pledges, ItemKind::actors})
    for (const auto measure : {SynergyMeasure::score, SynergyMeasure::cosine}) {
      SynergyOptions options;
      options.of = of;
      options.measure = measure;
      options.top = 5;
      options.filter.across_regions = measure == SynergyMeasure::cosine;
      check_synergies(loaded, relations, everything, options);
    }
  const SynergyOptions options;
  const render::SynergyContext context{data, relations, options, ""};
  JointGroupOptions joint;
  joint.most_steps = 10'000;
  check_formats({"groups", render::joint_groups_table(
                               find_joint_groups(data, relations, everything, joint), context)},
                data);
}

void check(std::string_view text) {
  Diagnostics findings;
  const RawTable flat = io::read_csv(std::string(text), file, "flat", {}, findings);
  const Loaded loaded = load(flat, findings);
  fuzzing::check_findings(loaded.findings, text, file);
  check_words(loaded.findings);
  if (loaded.findings.errors() > 0) return;
  check_row_order(flat, loaded);
  check_counting(loaded);
}

}  // namespace
}  // namespace coopnet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  coopnet::check(coopnet::fuzzing::as_text(data, size));
  return 0;
}
