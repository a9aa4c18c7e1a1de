#include <algorithm>

#include "common/load.hpp"
#include "common/output.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/summary_view.hpp"

namespace coopnet::tools {
namespace {

class Info : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    data_.add_redaction_to(options);
    filter_.add_to(options);
    as_of_.add_to(options);
    output_.add_part_to(options);
    output_.add_to(options);
  }

  Exit run() override {
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    auto selection = select(data, filter_);
    narrow(data, selection);
    const auto known = parse_day_range(data.info.as_of);
    const auto day = as_of_.day ? as_of_.day : known ? std::optional(known->latest) : std::nullopt;
    const auto relations = build_relations(data, selection);
    const auto summary = summarise(data, relations, selection, day);
    auto tables = render::summary_tables(data, summary, day ? to_string(*day) : "", language());
    if (output_.format() == Format::table && output_.to_stdout())
      tables.back().table.notes.push_back(msg("info.next", {next_commands(data)}));
    auto envelope = envelope_for(loaded, "info", 1);
    data_.record(envelope);
    filter_.record(envelope);
    as_of_.record(envelope);
    emit(tables, envelope, output_);
    return Exit::ok;
  }

 private:
  /// With --region or --kind only the pledges of such actors are counted; with --objective only
  /// those about it.
  void narrow(const Dataset& data, Selection& selection) const {
    std::vector<RegionId> regions;
    for (const auto& given : filter_.regions) regions.push_back(find_region(data, given));
    std::vector<TagId> objectives;
    for (const auto& given : filter_.objectives) objectives.push_back(find_objective(data, given));
    const auto holds = [](const auto& list, const auto& value) {
      return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    std::vector<bool> inside(data.actors.size());
    for (std::size_t i = 0; i < inside.size(); ++i) {
      const auto own = data.regions_of(ActorId::at(i), data.primary_scheme());
      const bool in_region =
          regions.empty() ||
          std::any_of(own.begin(), own.end(), [&](RegionId r) { return holds(regions, r); });
      inside[i] = in_region && holds(filter_.kinds, data.actors.rows[i].kind);
      if (!inside[i]) selection.actors[i] = false;
    }
    for (std::size_t i = 0; i < data.pledges.size(); ++i) {
      const auto& pledge = data.pledges.rows[i];
      const bool by_actor = std::any_of(pledge.actors.begin(), pledge.actors.end(),
                                        [&](ActorId a) { return inside[a.index()]; });
      const bool by_tag =
          objectives.empty() ||
          std::any_of(pledge.tags.begin(), pledge.tags.end(), [&](const TagUse& use) {
            return holds(objectives, use.id) && (use.stated || !selection.stated_only);
          });
      if (!by_actor || !by_tag) selection.pledges[i] = false;
    }
    narrow_ties(data, inside, regions, selection);
    for (std::size_t i = 0; i < data.practices.size(); ++i)
      if (!inside[data.practices.rows[i].actor.index()]) selection.practices[i] = false;
  }

  /// Agreements, forums and events stay where an actor counted takes part, or where they lie in one
  /// of the regions asked for.
  static void narrow_ties(const Dataset& data, const std::vector<bool>& inside,
                          const std::vector<RegionId>& regions, Selection& selection) {
    if (std::find(inside.begin(), inside.end(), false) == inside.end()) return;
    std::vector<bool> agreements(data.agreements.size()), forums(data.forums.size());
    for (const auto& party : data.parties)
      if (inside[party.actor.index()]) agreements[party.agreement.index()] = true;
    for (const auto& m : data.memberships)
      if (inside[m.actor.index()]) forums[m.forum.index()] = true;
    const auto lies_there = [&](const std::vector<RegionUse>& own) {
      return std::any_of(own.begin(), own.end(), [&](const RegionUse& use) {
        return std::find(regions.begin(), regions.end(), use.id) != regions.end();
      });
    };
    for (std::size_t i = 0; i < agreements.size(); ++i)
      if (!agreements[i]) selection.agreements[i] = false;
    for (std::size_t i = 0; i < forums.size(); ++i)
      if (!forums[i] && !lies_there(data.forums.rows[i].regions)) selection.forums[i] = false;
    for (std::size_t i = 0; i < data.events.size(); ++i) {
      const auto& event = data.events.rows[i];
      const bool organised = std::any_of(event.organisers.begin(), event.organisers.end(),
                                         [&](ActorId a) { return inside[a.index()]; });
      if (!organised && !lies_there(event.regions)) selection.events[i] = false;
    }
  }

  std::string next_commands(const Dataset& data) const {
    const std::string name = text::inert(data_.dataset);
    const std::string third = data.forums.empty() ? "coopnet synergy " + name + " --view grid"
                                                  : "coopnet draw " + name + " -o network.svg";
    return "coopnet synergy " + name + " --across regions · coopnet gaps " + name +
           " · coopnet check " + name + " · " + third;
  }

  DataOptions data_;
  FilterOptions filter_;
  AsOfOption as_of_;
  OutputOptions output_;
};

const Register<Info> info({.name = "info",
                           .examples = {"datasets/gcm", "datasets/gcm --region arab_states",
                                        "datasets/gcm --format json -o info.json"},
                           .featured = true});

}  // namespace
}  // namespace coopnet::tools
