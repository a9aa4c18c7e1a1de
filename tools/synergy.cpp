#include <algorithm>

#include "common/load.hpp"
#include "common/output.hpp"
#include "common/pair_options.hpp"
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
    static constexpr std::array formats{Format::table, Format::csv, Format::tsv,  Format::xlsx,
                                        Format::json,  Format::md,  Format::html, Format::dot,
                                        Format::svg,   Format::png, Format::pdf};
    data_.add_to(options);
    data_.add_redaction_to(options);
    pairs_.add_to(options, "--measure", "synergy.opt-measure");
    options.text("--for", "ID", for_id_, "synergy.opt-for");
    options.count("--top", top_, 0, 10'000'000, "synergy.opt-top");
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
  void check_combination() const {
    if (explain_ && explained_.size() != 2) throw UsageError(msg("synergy.explain-needs-two"));
    if (!explain_ && !explained_.empty())
      throw UsageError(msg("cli.operand-unexpected", {text::inert(explained_.front())}));
    const bool picture = is_picture(output_.format());
    if (picture && (groups_ || triples_ || explain_)) throw UsageError(msg("synergy.no-picture"));
  }

  void settle(const Dataset& data) {
    pairs_.settle(data, filter_);
    synergy_.top = top_;
    if (!for_id_.empty()) settle_for(data);
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
    const std::array pairs{std::pair(a, b)};
    const auto compared = compare_items(data, context.relations, selection, options, items, pairs);
    emit_bytes(render::explain_pair(items, compared.front(),
                                    {data, context.relations, options, context.as_of, language()}),
               output_);
    return Exit::ok;
  }

  static std::uint32_t item_of(const Dataset& data, const ItemSet& items, const std::string& id) {
    const bool pledges = items.kind == ItemKind::pledges;
    const auto& own = pledges ? data.pledges[*data.pledges.find(id)].id
                              : data.actors[*data.actors.find(id)].id;
    for (std::uint32_t i = 0; i < items.size(); ++i)
      if (render::item_id(items, i, data) == own) return i;
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
    pairs_.record(envelope, loaded.data);
    envelope.option("for", for_id_);
    envelope.option("top", top_);
    envelope.option("groups", groups_);
    envelope.option("triples", triples_);
    filter_.record(envelope);
    envelope.methods = {"weighted Jaccard similarity, exact top pairs"};
    emit(std::move(table), envelope, output_);
    return Exit::ok;
  }

  DataOptions data_;
  FilterOptions filter_;
  OutputOptions output_;
  PairOptions pairs_;
  SynergyOptions& synergy_ = pairs_.synergy;
  std::vector<std::string> explained_;
  std::string for_id_;
  std::uint64_t top_ = 20;
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
