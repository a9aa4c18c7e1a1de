#include <array>
#include <filesystem>

#include "common/failure.hpp"
#include "common/load.hpp"
#include "common/output.hpp"
#include "common/pair_options.hpp"
#include "common/picture.hpp"
#include "common/report.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/dataset_files.hpp"
#include "coopnet/render/match_view.hpp"
#include "coopnet/render/needs_view.hpp"

namespace coopnet::tools {
namespace {

class Match : public Command {
 public:
  void setup(OptionSet& options) override {
    static constexpr std::array formats{Format::table, Format::csv, Format::tsv,  Format::xlsx,
                                        Format::json,  Format::md,  Format::html, Format::dot,
                                        Format::svg,   Format::png, Format::pdf};
    data_.add_to(options);
    data_.add_redaction_to(options);
    pairs_.synergy = match_.synergy;
    pairs_.add_to(options, "--weight", "match.opt-weight");
    options.flag("--made-together", match_.made_together, "match.opt-made-together");
    options.flag("--most-pairs", match_.most_pairs, "match.opt-most-pairs");
    options.flag("--needs", needs_, "needs.opt-needs");
    options.count("--capacity", capacity_, 1, most_amount, "needs.opt-capacity");
    options.count("--per-pair", per_pair_, 1, most_amount, "needs.opt-per-pair");
    options.count("--floor", floor_, 0, most_amount, "needs.opt-floor");
    options.choice("--fair", fair_, {{"leximin", Fair::leximin}}, "needs.opt-fair");
    options.choice("--stable", stable_, {{"offers", Stable::offers}, {"needs", Stable::needs}},
                   "needs.opt-stable");
    options.text("--fit", "COLUMN", fit_column_, "needs.opt-fit");
    filter_.add_to(options);
    output_.add_to(options, formats);
    output_.add_part_to(options);
    options.after_parse([this] { check_combination(); });
  }

  Exit run() override {
    if (needs_ && serve_table()) return Exit::ok;
    const auto loaded = load_for_counting(data_);
    pairs_.settle(loaded.data, filter_);
    return needs_ ? serve(loaded) : pair(loaded);
  }

 private:
  static constexpr std::uint64_t most_amount = 1'000'000;
  enum class Fair : std::uint8_t { no, leximin };
  enum class Stable : std::uint8_t { no, offers, needs };

  void check_combination() const {
    const auto only_with_needs = [this](bool given, const char* option) {
      if (given && !needs_) throw UsageError(msg("needs.no-needs-option", {option}));
    };
    only_with_needs(capacity_ != 1, "--capacity");
    only_with_needs(per_pair_ != 1, "--per-pair");
    only_with_needs(floor_ != 0, "--floor");
    only_with_needs(fair_ != Fair::no, "--fair");
    only_with_needs(stable_ != Stable::no, "--stable");
    only_with_needs(fit_column_ != usual_fit, "--fit");
    if (fair_ != Fair::no && floor_ > 0) throw UsageError(msg("needs.fair-and-floor"));
    if (stable_ == Stable::no) return;
    if (per_pair_ != 1) throw UsageError(msg("needs.stable-per-pair", {"--per-pair"}));
    if (floor_ > 0) throw UsageError(msg("needs.stable-per-pair", {"--floor"}));
    if (fair_ != Fair::no) throw UsageError(msg("needs.stable-per-pair", {"--fair"}));
  }

  // --- one partner each -------------------------------------------------------------------------

  Exit pair(const io::LoadedDataset& loaded) {
    const auto& data = loaded.data;
    match_.synergy = pairs_.synergy;
    const auto selection = select(data, filter_);
    const auto relations = build_relations(data, selection);
    const auto result = match_partners(data, relations, selection, match_);
    const render::SynergyContext context{data, relations, match_.synergy, data.info.as_of,
                                         language()};
    if (is_picture(output_.format())) {
      emit_picture(render::match_drawing(result, context), output_);
      return Exit::ok;
    }
    auto envelope = envelope_of(loaded);
    envelope.option("made_together", match_.made_together);
    envelope.option("most_pairs", match_.most_pairs);
    envelope.methods = {"maximum weight matching, verified by its dual solution"};
    emit(render::match_tables(result, match_, context), envelope, output_);
    return Exit::ok;
  }

  render::Envelope envelope_of(const io::LoadedDataset& loaded) const {
    auto envelope = envelope_for(loaded, "match", 1);
    data_.record(envelope);
    pairs_.record(envelope, loaded.data);
    filter_.record(envelope);
    return envelope;
  }

  // --- needs with offers ------------------------------------------------------------------------

  NeedsMatchOptions needs_options() const {
    NeedsMatchOptions out;
    out.per_pair = static_cast<std::int64_t>(per_pair_);
    out.floor = static_cast<std::int64_t>(floor_);
    out.leximin = fair_ == Fair::leximin;
    return out;
  }

  NeedsMatch solve(const NeedsProblem& problem) const {
    if (stable_ == Stable::no) return match_needs(problem, needs_options());
    return match_needs_stable(
        problem, stable_ == Stable::offers ? NeedsProposer::offers : NeedsProposer::needs,
        needs_options());
  }

  void record_needs(render::Envelope& envelope) const {
    envelope.option("needs", true);
    envelope.option("capacity", static_cast<std::int64_t>(capacity_));
    envelope.option("per_pair", static_cast<std::int64_t>(per_pair_));
    envelope.option("floor", static_cast<std::int64_t>(floor_));
    envelope.option("fair", fair_ == Fair::leximin ? "leximin" : "");
    envelope.option("stable", stable_ == Stable::no       ? ""
                              : stable_ == Stable::offers ? "offers"
                                                          : "needs");
    envelope.methods = {stable_ == Stable::no ? "minimum cost flow, verified by its prices"
                                              : "deferred acceptance, verified pair by pair"};
  }

  /// A table of needs and offers; false if the file is something else.
  bool serve_table() {
    Diagnostics findings;
    const std::array<std::string_view, 0> no_tables{};
    const bool from_pipe = data_.dataset == "-";  // can be read once only
    if (!from_pipe &&
        (std::filesystem::is_directory(data_.dataset) || data_.dataset.ends_with(".json")))
      return false;
    const auto raw = io::read_raw_dataset(data_.dataset, no_tables, findings);
    const auto* table = raw.find(io::flat_table_name);
    if (table == nullptr || !is_needs_table(*table)) {
      if (from_pipe) throw UsageError(msg("needs.pipe-is-no-table"));
      return false;
    }
    data_.refuse_redaction();
    NeedsProblem problem;
    problem.table = read_needs_offers(*table, fit_column_, findings);
    findings.sort();
    report_findings(findings, data_, Telling::all);
    const auto options = needs_options();
    const render::NeedsContext context{problem, options, nullptr, {}, {}, language()};
    const auto result = solve(problem);
    if (is_picture(output_.format())) {
      emit_picture(render::needs_drawing(result, context), output_);
      return true;
    }
    auto envelope = envelope_of_verb("match", 1);
    envelope.content_hash = content_hash(problem.table);
    record_needs(envelope);
    envelope.option("fit", fit_column_);
    emit(render::needs_tables(result, context), envelope, output_);
    return true;
  }

  Exit serve(const io::LoadedDataset& loaded) {
    const auto& data = loaded.data;
    const auto selection = select(data, filter_);
    const auto relations = build_relations(data, selection);
    const auto problem = collect_needs(data, relations, selection, pairs_.synergy,
                                       static_cast<std::int64_t>(capacity_));
    const auto options = needs_options();
    const render::NeedsContext context{problem,        options,         &data,
                                       pairs_.synergy, data.info.as_of, language()};
    const auto result = solve(problem);
    if (is_picture(output_.format())) {
      emit_picture(render::needs_drawing(result, context), output_);
      return Exit::ok;
    }
    auto envelope = envelope_of(loaded);
    record_needs(envelope);
    auto tables = render::needs_tables(result, context);
    tables.push_back(render::unsupported_table(
        collect_unsupported(data, relations, selection, pairs_.synergy), context));
    emit(tables, envelope, output_);
    return Exit::ok;
  }

  static constexpr const char* usual_fit = "fit";

  DataOptions data_;
  FilterOptions filter_;
  OutputOptions output_;
  PairOptions pairs_;
  MatchOptions match_;
  bool needs_ = false;
  std::uint64_t capacity_ = 1;
  std::uint64_t per_pair_ = 1;
  std::uint64_t floor_ = 0;
  Fair fair_ = Fair::no;
  Stable stable_ = Stable::no;
  std::string fit_column_ = usual_fit;
};

const Register<Match> match({.name = "match",
                             .examples = {"datasets/gcm --across regions",
                                          "datasets/gcm --needs --capacity 3",
                                          "needs-and-offers.csv --needs --floor 1"},
                             .featured = true});

}  // namespace
}  // namespace coopnet::tools
