#include "coopnet/analysis/diff.hpp"

#include "common/load.hpp"
#include "common/output.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/render/diff_view.hpp"

namespace coopnet::tools {
namespace {

class Diff : public Command {
 public:
  void setup(OptionSet& options) override {
    old_.add_operand_to(options, "OLD", "diff.opt-old");
    new_.add_operand_to(options, "NEW", "diff.opt-new");
    new_.add_reading_to(options);
    options.text("--region", "REGION", region_, "diff.opt-region");
    options.text("--objective", "KEY", objective_, "diff.opt-objective");
    options.flag("--stated-only", stated_only_, "cli.opt-stated-only");
    options.count("--top", top_, 0, 1'000'000, "diff.opt-top");
    output_.add_to(options);
    output_.add_part_to(options);
    options.after_parse([this] {
      if (old_.dataset == "-" && new_.dataset == "-") throw UsageError(msg("diff.two-stdin"));
      old_.framework = new_.framework;
      old_.strict = new_.strict;
    });
  }

  Exit run() override {
    const auto before = load_for_counting(old_), after = load_for_counting(new_);
    refuse_other_facet(before.data, after.data);
    const Side old_side(before.data, stated_only_), new_side(after.data, stated_only_);
    const auto options = settle(before.data, after.data);
    const auto diff = find_diff(old_side.view, new_side.view, options);
    const render::DiffContext context{old_side.view, new_side.view, options, language()};
    auto envelope = envelope_for(after, "diff", 1);
    record(before.data, options, envelope);
    emit(diff_tables(diff, context), envelope, output_);
    return Exit::ok;
  }

 private:
  struct Side {
    Selection selection;
    Relations relations;
    DiffSide view;

    Side(const Dataset& data, bool stated_only)
        : selection(narrowed(data, stated_only)),
          relations(build_relations(data, selection)),
          view{data, selection, relations} {}
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;

    static Selection narrowed(const Dataset& data, bool stated_only) {
      Selection out(data);
      out.stated_only = stated_only;
      return out;
    }
  };

  static void refuse_other_facet(const Dataset& before, const Dataset& after) {
    if (compare_frames(before, after).same_facet) return;
    const auto& b = before.info.facets[before.info.primary_facet].label;
    const auto& a = after.info.facets[after.info.primary_facet].label;
    throw DataError(msg("diff.other-facet", {text::inert(b), text::inert(a)}));
  }

  /// Region and objective need be listed in one of the two: the other may not have them yet.
  DiffOptions settle(const Dataset& before, const Dataset& after) const {
    DiffOptions out;
    out.top = top_;
    std::string scheme(after.primary_scheme());
    if (!region_.empty()) {
      const bool only_before = !listed(after, region_) && listed(before, region_);
      const auto& data = only_before ? before : after;
      const auto& region = data.regions[find_region(data, region_)];
      out.region = region.id;
      scheme = region.scheme;
    }
    if (!objective_.empty()) {
      const bool only_before = !after.find_tag(after.info.primary_facet, objective_) &&
                               before.find_tag(before.info.primary_facet, objective_);
      const auto& data = only_before ? before : after;
      out.objective = data.tags[find_objective(data, objective_)].key;
    }
    if (has_scheme(before, scheme) && has_scheme(after, scheme)) out.scheme = scheme;
    if (!out.region.empty() && out.scheme.empty())
      throw DataError(msg("diff.other-scheme", {text::inert(region_)}));
    return out;
  }

  static bool listed(const Dataset& data, const std::string& region) {
    for (const auto& row : data.regions)
      if (row.id == region || text::fold(row.label.en) == text::fold(region)) return true;
    return false;
  }
  static bool has_scheme(const Dataset& data, const std::string& key) {
    for (const auto& scheme : data.info.region_schemes)
      if (scheme.key == key) return true;
    return false;
  }

  void record(const Dataset& before, const DiffOptions& options, render::Envelope& envelope) const {
    new_.record(envelope);
    envelope.option("old_title", before.info.title);
    envelope.option("old_as_of", before.info.as_of);
    envelope.option("old_content_hash", content_hash(before));
    const auto given = [](const std::string& text) {
      return text.empty() ? render::OptionValue() : render::OptionValue(text);
    };
    envelope.option("region", given(options.region));
    envelope.option("objective", given(options.objective));
    envelope.option("scheme", given(options.scheme));
    envelope.option("stated_only", stated_only_);
    envelope.option("top", top_);
    envelope.methods = {"synergy score: weighted Jaccard with rarity, each dataset by itself"};
  }

  DataOptions old_, new_;
  std::string region_, objective_;
  bool stated_only_ = false;
  std::uint64_t top_ = 20;
  OutputOptions output_;
};

const Register<Diff> diff({.name = "diff",
                           .examples = {"docs/round-1.csv docs/round-2.csv", "2022/ 2024/ --part pledges",
                                        "2022/ 2024/ --region africa --format json -o diff.json"}});

}  // namespace
}  // namespace coopnet::tools
