#include <array>
#include <filesystem>

#include "common/failure.hpp"
#include "common/load.hpp"
#include "common/output.hpp"
#include "common/report.hpp"
#include "common/verb.hpp"
#include "common/watch.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/dataset_files.hpp"
#include "coopnet/render/select_view.hpp"

namespace coopnet::tools {
namespace {

constexpr std::uint64_t usual_key_players = 3;

class Select : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    data_.add_redaction_to(options);
    options.choice("--of", of_,
                   {{"pledges", SelectKind::pledges},
                    {"themes", SelectKind::themes},
                    {"objectives", SelectKind::objectives},
                    {"forums", SelectKind::forums},
                    {"conveners", SelectKind::conveners}},
                   "select.opt-of");
    options.count("-k", k_, 1, 1'000'000, "select.opt-k");
    options.flag("--practices", practices_, "select.opt-practices");
    options.list("--workshop", "TAG", workshop_, "select.opt-workshop", ',');
    options.choice("--key-players", key_players_,
                   {{"reach", Players::reach}, {"split", Players::split}},
                   "select.opt-key-players");
    filter_.add_to(options);
    output_.add_to(options);
    output_.add_part_to(options);
    options.after_parse([this] { check_combination(); });
  }

  Exit run() override {
    if (choose_from_table()) return Exit::ok;
    const auto loaded = load_for_counting(data_);
    settle(loaded.data);
    const auto selection = select(loaded.data, filter_);
    const auto relations = build_relations(loaded.data, selection);
    if (!workshop_.empty()) return workshop(loaded, relations, selection);
    if (key_players_ != Players::no) return key_players(loaded, relations, selection);
    return choose(loaded, relations, selection);
  }

 private:
  enum class Players : std::uint8_t { no, reach, split };

  bool chosen_kind() const { return of_ != SelectKind::pledges; }

  void check_combination() const {
    const auto alone = [&](bool given, const char* option) {
      if (given) throw UsageError(msg("select.key-players-alone", {option}));
    };
    if (key_players_ != Players::no) {
      alone(!workshop_.empty(), "--workshop");
      alone(chosen_kind(), "--of");
    }
    if (!workshop_.empty()) {
      if (k_ > 0) throw UsageError(msg("select.k-for-workshop", {"-k"}));
      if (chosen_kind()) throw UsageError(msg("select.k-for-workshop", {"--of"}));
      if (!filter_.objectives.empty())
        throw UsageError(msg("select.k-for-workshop", {"--objective"}));
    }
    const bool counts = of_ == SelectKind::themes || of_ == SelectKind::objectives;
    if (practices_ && (!counts || key_players_ != Players::no || !workshop_.empty()))
      throw UsageError(msg("select.and-practices-only", {"--practices"}));
  }

  void settle(const Dataset& data) {
    select_.of = of_;
    if (k_ > 0) select_.k = static_cast<std::size_t>(k_);
    select_.practices = practices_;
    auto& filter = select_.filter;
    if (!filter_.kinds.empty()) filter.kinds = filter_.kinds;
    for (const auto& given : filter_.regions) filter.regions.push_back(find_region(data, given));
    for (const auto& given : filter_.objectives)
      filter.objectives.push_back(find_objective(data, given));
  }

  render::SelectContext context_for(const Dataset& data, const SelectFilter& filter) const {
    return {&data, nullptr, filter, practices_, data.info.as_of, language()};
  }

  render::Envelope envelope_of(const io::LoadedDataset& loaded, const SelectFilter& counted) const {
    auto envelope = envelope_for(loaded, "select", 1);
    data_.record(envelope);
    record(envelope);
    filter_.record(envelope);
    std::vector<std::string> kinds;
    for (const auto kind : counted.kinds) kinds.emplace_back(word(kind));
    envelope.option("counted_kinds", kinds);
    return envelope;
  }

  void record(render::Envelope& envelope) const {
    constexpr std::array of{"pledges", "themes", "objectives", "forums", "conveners", "sets"};
    const bool other = key_players_ != Players::no || !workshop_.empty();
    envelope.option("of", other ? "" : of[static_cast<std::size_t>(select_.of)]);
    envelope.option("k", k_ > 0 ? render::OptionValue(k_) : render::OptionValue());
    envelope.option("practices", practices_);
    envelope.option("workshop", workshop_);
    envelope.option("key_players", key_players_ == Players::no      ? ""
                                   : key_players_ == Players::reach ? "reach"
                                                                    : "split");
  }

  // --- what covers most -------------------------------------------------------------------------

  Exit choose(const io::LoadedDataset& loaded, const Relations& relations,
              const Selection& selection) {
    Watch watch("select.progress");
    const auto result =
        select_cover(collect_cover(loaded.data, relations, selection, select_), select_, &watch);
    auto envelope = envelope_of(loaded, select_.filter);
    envelope.methods = {method(result)};
    emit(render::select_tables(result, context_for(loaded.data, select_.filter)), envelope,
         output_);
    return Exit::ok;
  }

  static std::string method(const SelectResult& result) {
    return result.covers_all ? "minimum set cover, branch and bound"
                             : "weighted maximum coverage, greedy and branch and bound";
  }

  /// A table of sets and elements; false if the file is something else.
  bool choose_from_table() {
    const bool from_pipe = data_.dataset == "-";
    if (!from_pipe &&
        (std::filesystem::is_directory(data_.dataset) || data_.dataset.ends_with(".json")))
      return false;
    Diagnostics findings;
    const std::array<std::string_view, 0> no_tables{};
    const auto raw = io::read_raw_dataset(data_.dataset, no_tables, findings);
    const auto* flat = raw.find(io::flat_table_name);
    if (flat == nullptr || !is_cover_table(*flat)) {
      // Standard input can be read once only.
      if (from_pipe) throw UsageError(msg("select.pipe-is-no-table"));
      return false;
    }
    data_.refuse_redaction();
    refuse_options_of_datasets();
    const auto table = read_cover_table(*flat, findings);
    findings.sort();
    report_findings(findings, data_, Telling::all);
    select_.of = SelectKind::sets;
    if (k_ > 0) select_.k = static_cast<std::size_t>(k_);
    Watch watch("select.progress");
    const auto result = select_cover(collect_cover(table), select_, &watch);
    auto envelope = envelope_of_verb("select", 1);
    envelope.content_hash = content_hash(table);
    record(envelope);
    envelope.methods = {method(result)};
    const render::SelectContext context{nullptr, &table, select_.filter, false, {}, language()};
    emit(render::select_tables(result, context), envelope, output_);
    return true;
  }

  void refuse_options_of_datasets() const {
    const auto refuse = [](bool given, const char* option) {
      if (given) throw UsageError(msg("select.table-has-none", {option}));
    };
    refuse(chosen_kind(), "--of");
    refuse(practices_, "--practices");
    refuse(!workshop_.empty(), "--workshop");
    refuse(key_players_ != Players::no, "--key-players");
    refuse(!filter_.regions.empty(), "--region");
    refuse(!filter_.objectives.empty(), "--objective");
    refuse(!filter_.kinds.empty(), "--kind");
    refuse(filter_.stated_only, "--stated-only");
    refuse(!filter_.without.empty(), "--without");
  }

  // --- groups -----------------------------------------------------------------------------------

  Exit workshop(const io::LoadedDataset& loaded, const Relations& relations,
                const Selection& selection) {
    WorkshopOptions options;
    options.filter = select_.filter;
    if (filter_.kinds.empty()) options.filter.kinds.clear();
    for (const auto& given : workshop_) {
      const auto tag = find_subject(loaded.data, given);
      if (std::find(options.tags.begin(), options.tags.end(), tag) == options.tags.end())
        options.tags.push_back(tag);
    }
    const auto result = find_workshop(loaded.data, relations, selection, options);
    auto envelope = envelope_of(loaded, options.filter);
    envelope.methods = {"smallest group, search by size"};
    options.filter.objectives.clear();
    emit(render::workshop_tables(result, context_for(loaded.data, options.filter)), envelope,
         output_);
    return Exit::ok;
  }

  /// An objective by its key, or a theme by its key or label, spelled in any way.
  static TagId find_subject(const Dataset& data, const std::string& given) {
    if (const auto tag = data.find_tag(data.info.primary_facet, given)) return *tag;
    const auto preferred = data.preferred_tags();
    for (std::size_t facet = 0; facet < data.info.facets.size(); ++facet)
      if (const auto tag = data.find_tag(facet, given)) return preferred[tag->index()];
    std::vector<std::string> known;
    for (std::size_t t = 0; t < data.tags.size(); ++t) {
      const auto& tag = data.tags.rows[t];
      if (!tag.label.en.empty() && text::fold(tag.label.en) == text::fold(given))
        return preferred[t];
      known.push_back(tag.key);
    }
    refuse_value("--workshop", given, known);
  }

  Exit key_players(const io::LoadedDataset& loaded, const Relations& relations,
                   const Selection& selection) {
    KeyPlayerOptions options;
    options.kind = key_players_ == Players::reach ? KeyPlayerKind::reach : KeyPlayerKind::split;
    options.k = static_cast<std::size_t>(k_ > 0 ? k_ : usual_key_players);
    options.filter = select_.filter;
    Watch watch("select.progress");
    const auto result = find_key_players(loaded.data, relations, selection, options, &watch);
    auto envelope = envelope_of(loaded, options.filter);
    envelope.methods = {options.kind == KeyPlayerKind::reach
                            ? "key players by reach within one step (maximum coverage)"
                            : "key players by fragmentation"};
    emit(render::key_player_tables(result, context_for(loaded.data, options.filter)), envelope,
         output_);
    return Exit::ok;
  }

  DataOptions data_;
  FilterOptions filter_;
  OutputOptions output_;
  SelectOptions select_;
  std::vector<std::string> workshop_;
  SelectKind of_ = SelectKind::pledges;
  std::uint64_t k_ = 0;
  Players key_players_ = Players::no;
  bool practices_ = false;
};

const Register<Select> select_verb({.name = "select",
                                    .examples = {"datasets/gcm -k 5",
                                                 "datasets/gcm --of themes --practices -k 3 "
                                                 "--region arab_states",
                                                 "datasets/gcm --workshop 21,6"},
                                    .featured = true});

}  // namespace
}  // namespace coopnet::tools
