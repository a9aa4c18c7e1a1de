#include <algorithm>

#include "common/load.hpp"
#include "common/output.hpp"
#include "common/picture.hpp"
#include "common/report.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/grid.hpp"
#include "coopnet/render/synergy_view.hpp"
#include "coopnet/render/views.hpp"

namespace coopnet::tools {
namespace {

enum class View : std::uint8_t { table, grid };

class SynergyVerb : public Command {
 public:
  void setup(OptionSet& options) override {
    static constexpr std::array formats{Format::table, Format::csv,  Format::tsv, Format::json,
                                        Format::md,    Format::html, Format::dot, Format::svg,
                                        Format::png,   Format::pdf};
    data_.add_to(options);
    options.choice("--of", synergy_.of,
                   {{"pledges", ItemKind::pledges}, {"actors", ItemKind::actors}},
                   "synergy.opt-of");
    options.choice("--measure", synergy_.measure,
                   {{"score", SynergyMeasure::score},
                    {"shared", SynergyMeasure::shared},
                    {"jaccard", SynergyMeasure::jaccard},
                    {"overlap", SynergyMeasure::overlap},
                    {"cosine", SynergyMeasure::cosine}},
                   "synergy.opt-measure");
    options.list("--facet", "FACET", facets_, "synergy.opt-facet", ',');
    options.list("--weights", "FACET=N", weights_, "synergy.opt-weights", ',');
    options.choice("--across", across_, {{"regions", Across::regions}}, "synergy.opt-across");
    options.list("--between", "KIND:KIND", between_, "synergy.opt-between", ',');
    options.text("--for", "ID", for_id_, "synergy.opt-for");
    options.text("--min-score", "N", minimum_, "synergy.opt-min");
    options.count("--top", top_, 0, 10'000'000, "synergy.opt-top");
    options.flag("--same-actor", synergy_.filter.same_actor, "synergy.opt-same-actor");
    options.operands("ID", explained_, "synergy.opt-explained");
    options.flag("--explain", explain_, "synergy.opt-explain");
    options.flag("--groups", groups_, "synergy.opt-groups");
    options.flag("--triples", triples_, "synergy.opt-triples");
    options.choice("--view", view_, {{"table", View::table}, {"grid", View::grid}},
                   "synergy.opt-view");
    filter_.add_to(options);
    output_.add_to(options, formats);
  }

  Exit run() override {
    check_combination();
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    settle(data);
    const auto selection = select(data, filter_);
    const auto relations = build_relations(data, selection);
    const render::SynergyContext context{data, relations, synergy_, data.info.as_of, language()};
    if (explain_) return explain(context, selection);
    if (groups_)
      return emit_table(
          render::joint_groups_table(find_joint_groups(data, relations, selection, joint_options()),
                                     context),
          loaded);
    if (triples_)
      return emit_table(
          render::triples_table(find_triples(data, relations, selection, joint_options()), context),
          loaded);
    if (view_ == View::grid) return grid(context, selection, loaded);
    auto result = find_synergies(data, relations, selection, synergy_);
    if (is_picture(output_.format())) {
      emit_picture(render::synergy_drawing(result, context), output_);
      return Exit::ok;
    }
    return emit_table(render::synergy_table(result, context), loaded);
  }

 private:
  enum class Across : std::uint8_t { no, regions };

  void check_combination() const {
    if (explain_ && explained_.size() != 2) throw UsageError(msg("synergy.explain-needs-two"));
    if (!explain_ && !explained_.empty())
      throw UsageError(msg("cli.operand-unexpected", {text::inert(explained_.front())}));
    const bool picture = is_picture(output_.format());
    if (picture && (groups_ || triples_ || explain_)) throw UsageError(msg("synergy.no-picture"));
    if (!facets_.empty() && !weights_.empty()) throw UsageError(msg("synergy.facet-and-weights"));
  }

  /// Words of the command line that only the dataset can understand.
  void settle(const Dataset& data) {
    synergy_.top = top_;
    auto& filter = synergy_.filter;
    filter.across_regions = across_ == Across::regions;
    filter.kinds = filter_.kinds;
    if (filter_.regions.size() > 1 || filter_.objectives.size() > 1)
      throw UsageError(msg("synergy.one-filter"));
    if (!filter_.regions.empty()) filter.region = find_region(data, filter_.regions.front());
    if (!filter_.objectives.empty()) filter.tag = find_objective(data, filter_.objectives.front());
    for (const auto& pair : between_) filter.between.push_back(kinds(pair));
    if (!for_id_.empty()) settle_for(data);
    settle_minimum();
    settle_weights(data);
  }

  static std::pair<ActorKind, ActorKind> kinds(const std::string& pair) {
    const auto colon = pair.find(':');
    const auto kind = [](const std::string& word) {
      const auto found = parse_word<ActorKind>(word);
      if (!found) refuse_value("--between", word, written_words(words<ActorKind>()));
      return *found;
    };
    if (colon == std::string::npos)
      throw UsageError(msg("synergy.between-form", {text::inert(pair)}));
    return {kind(pair.substr(0, colon)), kind(pair.substr(colon + 1))};
  }

  void settle_for(const Dataset& data) {
    if (const auto actor = data.actors.find(for_id_)) {
      synergy_.filter.actor = *actor;
    } else if (const auto pledge = data.pledges.find(for_id_)) {
      synergy_.filter.pledge = *pledge;
      if (synergy_.of == ItemKind::actors)
        throw UsageError(msg("synergy.pledge-among-actors", {text::inert(for_id_)}));
    } else {
      refuse_value("--for", for_id_, ids(data));
    }
  }

  static std::vector<std::string> ids(const Dataset& data) {
    std::vector<std::string> known;
    for (const auto& actor : data.actors) known.push_back(actor.id);
    for (const auto& pledge : data.pledges) known.push_back(pledge.id);
    return known;
  }

  /// A decimal such as 0.25 as an exact ratio.
  void settle_minimum() {
    if (minimum_.empty()) return;
    const auto point = minimum_.find('.');
    const std::string digits =
        minimum_.substr(0, point) + (point == std::string::npos ? "" : minimum_.substr(point + 1));
    const auto decimals = point == std::string::npos ? 0 : minimum_.size() - point - 1;
    constexpr std::size_t most_decimals = 6;
    const auto value = text::parse_unsigned(digits);
    if (!value || decimals > most_decimals || *value > 1'000'000'000)
      throw UsageError(msg("cli.bad-number", {"--min-score", "0", "1000", text::inert(minimum_)}));
    synergy_.minimum_numerator = *value;
    synergy_.minimum_denominator = 1;
    for (std::size_t i = 0; i < decimals; ++i) synergy_.minimum_denominator *= 10;
    const bool bounded = synergy_.measure != SynergyMeasure::shared;
    if (bounded && synergy_.minimum_numerator > synergy_.minimum_denominator)
      throw UsageError(msg("cli.bad-number", {"--min-score", "0", "1", text::inert(minimum_)}));
  }

  void settle_weights(const Dataset& data) {
    if (facets_.empty() && weights_.empty()) return;
    std::vector<std::string> known;
    for (const auto& facet : data.info.facets) known.push_back(facet.key);
    const auto facet = [&](const std::string& option, const std::string& key) {
      const auto found = data.find_facet(key);
      if (!found) refuse_value(option, key, known);
      return *found;
    };
    synergy_.facet_weights.assign(data.info.facets.size(), 0);
    for (const auto& key : facets_) {
      const auto f = facet("--facet", key);
      synergy_.facet_weights[f] = std::max(1U, data.info.facets[f].weight);
    }
    for (const auto& item : weights_) {
      const auto equals = item.find('=');
      const auto f = facet("--weights", item.substr(0, equals));
      const auto value = equals == std::string::npos
                             ? std::nullopt
                             : text::parse_unsigned(item.substr(equals + 1));
      if (!value || *value > 1000)
        throw UsageError(msg("cli.bad-count", {"--weights", "0", "1000", text::inert(item)}));
      synergy_.facet_weights[f] = static_cast<std::uint32_t>(*value);
    }
  }

  JointGroupOptions joint_options() const {
    JointGroupOptions out;
    out.facet_weights = synergy_.facet_weights;
    out.top = synergy_.top;
    out.filter = synergy_.filter;
    return out;
  }

  Exit explain(const render::SynergyContext& context, const Selection& selection) {
    const auto& data = context.data;
    auto options = synergy_;
    // Two pledges are compared as pledges, two actors as actors, whatever --of says.
    const bool pledges = data.pledges.find(explained_[0]) && data.pledges.find(explained_[1]);
    const bool actors = data.actors.find(explained_[0]) && data.actors.find(explained_[1]);
    if (!pledges && !actors) {
      for (const auto& id : explained_)
        if (!data.pledges.find(id) && !data.actors.find(id))
          refuse_value("--explain", id, ids(data));
      throw UsageError(msg("synergy.explain-same-kind"));
    }
    options.of = pledges ? ItemKind::pledges : ItemKind::actors;
    const auto items = collect_items(data, context.relations, selection, options.of);
    const auto a = item_of(data, items, explained_[0]);
    const auto b = item_of(data, items, explained_[1]);
    if (a == b) throw UsageError(msg("synergy.explain-two-different"));
    const auto pair = compare_items(data, context.relations, selection, options, items, a, b);
    emit_bytes(render::explain_pair(items, pair,
                                    {data, context.relations, options, context.as_of, language()}),
               output_);
    return Exit::ok;
  }

  static std::uint32_t item_of(const Dataset& data, const ItemSet& items, const std::string& id) {
    for (std::uint32_t i = 0; i < items.size(); ++i)
      if (render::item_id(items, i, data) == id) return i;
    throw UsageError(msg("synergy.no-pledge-recorded", {text::inert(id)}));
  }

  Exit grid(const render::SynergyContext& context, const Selection& selection,
            const io::LoadedDataset& loaded) {
    auto options = synergy_;
    constexpr std::size_t most_grid_pairs = 50'000;  // far more cells than a page can hold
    options.top = most_grid_pairs;
    const auto result = find_synergies(context.data, context.relations, selection, options);
    const auto grid = render::synergy_grid(result, context);
    if (output_.format() == Format::table) {
      emit_bytes(render::to_text(grid, terminal_width()), output_);
    } else if (is_picture(output_.format())) {
      emit_picture(grid, output_);
    } else {
      return emit_table(render::synergy_table(result, context), loaded);
    }
    return Exit::ok;
  }

  Exit emit_table(render::Table table, const io::LoadedDataset& loaded) const {
    auto envelope = envelope_for(loaded, "synergy", 1);
    data_.record(envelope);
    envelope.option("of", synergy_.of == ItemKind::pledges ? "pledges" : "actors");
    envelope.option("measure", render::measure_word(synergy_.measure));
    envelope.option("facet_weights", facet_weight_words(loaded.data));
    envelope.option("across", across_ == Across::regions ? "regions" : "");
    envelope.option("between", between_);
    envelope.option("for", for_id_);
    envelope.option("min_score", minimum_);
    envelope.option("top", top_);
    envelope.option("same_actor", synergy_.filter.same_actor);
    envelope.option("groups", groups_);
    envelope.option("triples", triples_);
    filter_.record(envelope);
    envelope.methods = {"weighted Jaccard similarity, exact top pairs"};
    emit(std::move(table), envelope, output_);
    return Exit::ok;
  }

  std::vector<std::string> facet_weight_words(const Dataset& data) const {
    std::vector<std::string> out;
    for (std::size_t f = 0; f < data.info.facets.size(); ++f) {
      const auto weight =
          synergy_.facet_weights.empty() ? data.info.facets[f].weight : synergy_.facet_weights[f];
      out.push_back(data.info.facets[f].key + "=" + std::to_string(weight));
    }
    return out;
  }

  DataOptions data_;
  FilterOptions filter_;
  OutputOptions output_;
  SynergyOptions synergy_;
  std::vector<std::string> facets_, weights_, between_, explained_;
  std::string for_id_, minimum_;
  std::uint64_t top_ = 20;
  Across across_ = Across::no;
  View view_ = View::table;
  bool explain_ = false;
  bool groups_ = false;
  bool triples_ = false;
};

const Register<SynergyVerb> synergy({.name = "synergy",
                                     .examples = {"datasets/gcm --across regions --top 10",
                                                  "datasets/gcm --explain P019 P036",
                                                  "datasets/gcm --view grid -o grid.svg"},
                                     .featured = true});

}  // namespace
}  // namespace coopnet::tools
