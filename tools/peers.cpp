#include <algorithm>
#include <array>
#include <cmath>

#include "common/actors.hpp"
#include "common/load.hpp"
#include "common/output.hpp"
#include "common/picture.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/peers_view.hpp"

namespace coopnet::tools {
namespace {

enum class Group : std::uint8_t { champions, all };
enum class Across : std::uint8_t { no, regions };

constexpr std::uint64_t usual_top = 5;
constexpr std::uint64_t usual_capacity = 2;

class Peers : public Command {
 public:
  void setup(OptionSet& options) override {
    static constexpr std::array formats{Format::table, Format::csv, Format::tsv,  Format::xlsx,
                                        Format::json,  Format::md,  Format::html, Format::dot,
                                        Format::svg,   Format::png, Format::pdf};
    data_.add_to(options);
    data_.add_redaction_to(options);
    options.operands("ID", ids_, "peers.opt-id");
    options.text("--explain", "PEER", explained_, "peers.opt-explain");
    options.flag("--all", all_, "peers.opt-all");
    options.flag("--evaluate", evaluate_, "peers.opt-evaluate");
    options.count("--top", top_, 0, 1'000'000, "peers.opt-top");
    options.number("--min-value", minimum_, 0, 1'000'000, "peers.opt-min");
    options.list("--bonus", "TIE=N", bonus_, "peers.opt-bonus", ',');
    const auto group = [&](const char* name, Group& value, const char* key) {
      options.choice(name, value, {{"champions", Group::champions}, {"all", Group::all}}, key);
    };
    group("--mentors", mentors_, "peers.opt-mentors");
    group("--learners", learners_, "peers.opt-learners");
    options.count("--capacity", capacity_, 1, 1000, "peers.opt-capacity");
    options.choice("--across", across_, {{"regions", Across::regions}}, "peers.opt-across");
    filter_.add_to(options);
    output_.add_to(options, formats);
    output_.add_part_to(options);
    options.after_parse([this] { check_combination(); });
  }

  Exit run() override {
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    settle(data);
    const auto selection = select(data, filter_);
    const auto relations = build_relations(data, selection);
    const auto records = collect_peer_records(data, relations, selection);
    const render::PeersContext context{
        data, relations, records, peers_, selection.stated_only, data.info.as_of, language()};
    if (all_) return plan(context, selection, loaded);
    if (evaluate_)
      return write(render::peer_evaluation_tables(
                       evaluate_peers(data, relations, selection, records, peers_), context),
                   loaded, "comparison of pairs, ties count half");
    const auto who = find_actor(data, selection, "ID", ids_.front());
    if (!explained_.empty()) return explain(context, selection, who);
    const auto result = find_peers(data, relations, selection, records, who, peers_);
    auto tables = render::peers_tables(result, context);
    if (output_.format() == Format::table && output_.to_stdout() &&
        !result.learn_from.peers.empty())
      tables.front().table.notes.push_back(next_command(data, result));
    return write(tables, loaded, "sum of supply, demand and rarity over objectives");
  }

 private:
  void check_combination() const {
    const int modes = (ids_.empty() ? 0 : 1) + (all_ ? 1 : 0) + (evaluate_ ? 1 : 0);
    if (ids_.size() > 1) throw UsageError(msg("cli.operand-unexpected", {text::inert(ids_[1])}));
    if (modes != 1) throw UsageError(msg("peers.mode"));
    if (!explained_.empty() && ids_.empty()) throw UsageError(msg("peers.explain-needs-id"));
    if (!all_) {
      if (is_picture(output_.format())) refuse_without(format_word(output_.format()), "--all");
      if (mentors_ != Group::champions) refuse_without("--mentors", "--all");
      if (learners_ != Group::champions) refuse_without("--learners", "--all");
      if (capacity_ != usual_capacity) refuse_without("--capacity", "--all");
    }
    if (ids_.empty() && top_ != usual_top) refuse_without("--top", "ID");
    if (evaluate_ && minimum_ > 0) refuse_without("--min-value", "ID, --all");
  }

  /// An option that this question has no use for is not passed over in silence.
  [[noreturn]] static void refuse_without(std::string_view option, std::string_view needed) {
    throw UsageError(msg("peers.only-for", {option, needed}));
  }

  void settle(const Dataset& data) {
    peers_.top = top_;
    constexpr double hundredths = 100;
    peers_.minimum = std::max(1LL, std::llround(minimum_ * hundredths));
    peers_.filter.kinds = filter_.kinds;
    peers_.filter.across_regions = across_ == Across::regions;
    for (const auto& given : filter_.regions)
      peers_.filter.regions.push_back(find_region(data, given));
    for (const auto& given : filter_.objectives)
      peers_.filter.objectives.push_back(find_objective(data, given));
    for (const auto& given : bonus_) settle_bonus(given);
  }

  void settle_bonus(const std::string& given) {
    static const std::vector<std::string> known{"forum", "tie", "across"};
    const auto equals = given.find('=');
    const auto key = given.substr(0, equals);
    const auto place = std::find(known.begin(), known.end(), key);
    if (place == known.end()) refuse_value("--bonus", key, known);
    const auto value =
        equals == std::string::npos ? std::nullopt : text::parse_unsigned(given.substr(equals + 1));
    constexpr std::uint64_t most = 1000;
    if (!value || *value > most)
      throw UsageError(msg("cli.bad-count", {"--bonus", "0", "1000", text::inert(given)}));
    const std::array<std::uint32_t*, 3> bonuses{&peers_.bonus.forum, &peers_.bonus.tie,
                                                &peers_.bonus.across};
    *bonuses[static_cast<std::size_t>(place - known.begin())] = static_cast<std::uint32_t>(*value);
  }

  std::string next_command(const Dataset& data, const PeersResult& result) const {
    return msg("peers.next", {text::inert(data_.dataset), text::inert(data.actors[result.who].id),
                              text::inert(data.actors[result.learn_from.peers[0].pair.mentor].id)});
  }

  Exit explain(const render::PeersContext& context, const Selection& selection, ActorId who) const {
    const auto peer = find_actor(context.data, selection, "--explain", explained_);
    if (peer == who) throw UsageError(msg("peers.explain-two-different"));
    emit_bytes(render::explain_peers(who, peer, context), output_);
    return Exit::ok;
  }

  Exit plan(const render::PeersContext& context, const Selection& selection,
            const io::LoadedDataset& loaded) const {
    PeerPlanOptions options;
    options.pairs = peers_;
    options.all_mentors = mentors_ == Group::all;
    options.all_learners = learners_ == Group::all;
    options.capacity = static_cast<std::uint32_t>(capacity_);
    const auto result =
        plan_peers(context.data, context.relations, selection, context.records, options);
    if (is_picture(output_.format())) {
      emit_picture(render::peer_plan_drawing(result, options, context), output_);
      return Exit::ok;
    }
    return write(render::peer_plan_tables(result, options, context), loaded,
                 "matching with capacities, verified by its dual solution");
  }

  Exit write(const std::vector<render::NamedTable>& tables, const io::LoadedDataset& loaded,
             const char* method) const {
    auto envelope = envelope_for(loaded, "peers", 1);
    data_.record(envelope);
    envelope.option("id", ids_.empty() ? render::OptionValue() : render::OptionValue(ids_.front()));
    envelope.option("all", all_);
    envelope.option("evaluate", evaluate_);
    envelope.option("top", top_);
    envelope.option("min_value", minimum_);
    envelope.option("bonus", bonus_in_force());
    envelope.option("mentors", mentors_ == Group::all ? "all" : "champions");
    envelope.option("learners", learners_ == Group::all ? "all" : "champions");
    envelope.option("capacity", capacity_);
    envelope.option("across", across_ == Across::regions ? "regions" : "");
    filter_.record(envelope);
    envelope.methods = {method};
    emit(tables, envelope, output_);
    return Exit::ok;
  }

  std::vector<std::string> bonus_in_force() const {
    return {"forum=" + std::to_string(peers_.bonus.forum),
            "tie=" + std::to_string(peers_.bonus.tie),
            "across=" + std::to_string(peers_.bonus.across)};
  }

  DataOptions data_;
  FilterOptions filter_;
  OutputOptions output_;
  PeerOptions peers_;
  std::vector<std::string> ids_, bonus_;
  std::string explained_;
  double minimum_ = 0;
  std::uint64_t top_ = usual_top;
  std::uint64_t capacity_ = usual_capacity;
  Group mentors_ = Group::champions;
  Group learners_ = Group::champions;
  Across across_ = Across::no;
  bool all_ = false;
  bool evaluate_ = false;
};

const Register<Peers> peers({.name = "peers",
                             .examples = {"datasets/gcm MAR", "datasets/gcm MAR --explain PHL",
                                          "datasets/gcm --all --capacity 2"},
                             .featured = true});

}  // namespace
}  // namespace coopnet::tools
