#include <algorithm>
#include <array>

#include "common/load.hpp"
#include "common/output.hpp"
#include "common/verb.hpp"
#include "common/watch.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/gaps_view.hpp"

namespace coopnet::tools {
namespace {

enum class Kind : std::uint8_t { coverage, ties, forums, champions, access };

class Gaps : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    data_.add_redaction_to(options);
    options.list("--kind", "KIND", kind_words_, "gaps.opt-kind", ',');
    options.choice(
        "--by", by_,
        {{"region", UnitKind::region}, {"actor", UnitKind::actor}, {"forum", UnitKind::forum}},
        "gaps.opt-by");
    options.text("--facet", "FACET", facet_, "gaps.opt-facet");
    options.flag("--groups", groups_, "gaps.opt-groups");
    options.text("--scheme", "SCHEME", scheme_, "gaps.opt-scheme");
    options.count("--top", top_, 0, 1'000'000, "gaps.opt-top");
    options.count("--further", further_, 0, 50, "gaps.opt-further");
    filter_.add_to(options, "--actors");
    output_.add_to(options);
    output_.add_part_to(options);
    options.after_parse([this] { take_kinds(); });
  }

  Exit run() override {
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    const auto selection = select(data, filter_);
    settle(data);
    const auto relations = build_relations(data, selection);
    const render::GapsContext context{
        data, regions_, tags_, selection.stated_only, data.info.as_of, language()};
    std::vector<render::NamedTable> tables;
    for (const Kind kind : kinds_) {
      auto some = tables_of(kind, data, relations, selection, context);
      std::move(some.begin(), some.end(), std::back_inserter(tables));
    }
    if (kind_words_.empty() && output_.part().empty()) keep_main(tables);
    auto envelope = envelope_for(loaded, "gaps", 1);
    record(data, envelope);
    emit(tables, envelope, output_);
    return Exit::ok;
  }

 private:
  void take_kinds() {
    static const std::vector<std::string> words{"coverage", "ties", "forums", "champions",
                                                "access"};
    for (const auto& given : kind_words_) {
      const auto place = std::find(words.begin(), words.end(), given);
      if (place == words.end()) refuse_value("--kind", given, words);
      kinds_.push_back(static_cast<Kind>(place - words.begin()));
    }
    if (kinds_.empty())
      kinds_ = {Kind::coverage, Kind::ties, Kind::forums, Kind::champions, Kind::access};
  }

  void settle(const Dataset& data) {
    for (const auto& given : filter_.regions) regions_.push_back(find_region(data, given));
    for (const auto& given : filter_.objectives) tags_.push_back(find_objective(data, given));
    scheme_ = settle_scheme(data, scheme_, regions_);
    facet_index_ = find_facet(data, facet_);
  }

  std::vector<render::NamedTable> tables_of(Kind kind, const Dataset& data,
                                            const Relations& relations, const Selection& selection,
                                            const render::GapsContext& context) const {
    const auto kinds = filter_.kinds.empty() ? std::vector{ActorKind::state} : filter_.kinds;
    switch (kind) {
      case Kind::coverage: {
        // A dataset without regions is compared by actor.
        const bool no_regions = scheme_.empty() && by_ == UnitKind::region;
        const CoverageOptions asked{.facet = facet_index_,
                                    .by_group = groups_,
                                    .by = no_regions ? UnitKind::actor : by_,
                                    .scheme = scheme_,
                                    .regions = regions_,
                                    .tags = tags_,
                                    .kinds = filter_.kinds,
                                    .top = top_};
        return coverage_tables(find_coverage(data, relations, selection, asked), asked, context);
      }
      case Kind::ties: {
        MissingTiesOptions asked;
        asked.scheme = scheme_;
        asked.regions = regions_;
        asked.tags = tags_;
        asked.kinds = kinds;
        asked.top = top_;
        Watch watch("gaps.progress");
        return missing_ties_tables(find_missing_ties(data, relations, selection, asked, &watch),
                                   asked, context);
      }
      case Kind::forums: {
        ForumOverlapOptions asked;
        asked.facet = facet_index_;
        asked.scheme = scheme_;
        asked.regions = regions_;
        asked.tags = tags_;
        asked.top = top_;
        return forum_overlap_tables(find_forum_overlap(data, relations, selection, asked), asked,
                                    context);
      }
      case Kind::champions: {
        const ChampionReachOptions asked{scheme_, regions_, kinds, further_};
        return champion_reach_tables(find_champion_reach(data, relations, selection, asked), asked,
                                     context, top_);
      }
      case Kind::access:
        break;
    }
    const AccessOptions asked{scheme_, regions_, kinds};
    return access_tables(find_access(data, relations, selection, asked), asked, context, top_);
  }

  /// Of everything there is, what one looks at first.
  void keep_main(std::vector<render::NamedTable>& tables) const {
    constexpr std::array<std::string_view, 7> main{
        "units", "gaps", "ties", "forum_pairs", "champion_regions", "further_champions", "spread"};
    std::erase_if(tables, [&](const render::NamedTable& table) {
      return std::find(main.begin(), main.end(), table.name) == main.end();
    });
    if (output_.format() == Format::table && output_.to_stdout())
      tables.back().table.notes.push_back(msg("gaps.next", {text::inert(data_.dataset)}));
  }

  void record(const Dataset& data, render::Envelope& envelope) const {
    static constexpr std::array by{"region", "actor", "forum"};
    data_.record(envelope);
    envelope.option("kind", kind_words_);
    envelope.option("by", by[static_cast<std::size_t>(by_)]);
    envelope.option("facet", data.info.facets[facet_index_].key);
    envelope.option("groups", groups_);
    envelope.option("scheme",
                    scheme_.empty() ? render::OptionValue() : render::OptionValue(scheme_));
    envelope.option("top", top_);
    envelope.option("further", further_);
    filter_.record(envelope);
    static constexpr std::array methods{
        "location quotient with Clopper-Pearson interval",
        "weighted Jaccard; Adamic-Adar, resource allocation and three-paths, tested by AUC",
        "overlap against draws by lot", "breadth-first distances; maximum coverage",
        "Gini coefficient, Herfindahl index"};
    for (const Kind kind : kinds_)
      envelope.methods.emplace_back(methods[static_cast<std::size_t>(kind)]);
  }

  DataOptions data_;
  std::vector<std::string> kind_words_;
  std::vector<Kind> kinds_;
  UnitKind by_ = UnitKind::region;
  std::string facet_, scheme_;
  bool groups_ = false;
  std::uint64_t top_ = 10;
  std::uint64_t further_ = 3;
  FilterOptions filter_;
  OutputOptions output_;
  std::size_t facet_index_ = 0;
  std::vector<RegionId> regions_;
  std::vector<TagId> tags_;
};

const Register<Gaps> gaps({.name = "gaps",
                           .examples = {"datasets/gcm --region arab_states",
                                        "datasets/gcm --kind coverage --facet principle",
                                        "datasets/gcm --kind champions --further 2"},
                           .featured = true});

}  // namespace
}  // namespace coopnet::tools
