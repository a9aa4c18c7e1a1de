#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "render/peers_words.hpp"

namespace coopnet::render {
namespace {

class PeersExplainer {
 public:
  explicit PeersExplainer(const PeersContext& context) : context_(context), words_(context) {}

  std::string explain(ActorId who, ActorId peer) {
    direction(peer, who);
    direction(who, peer);
    lines_.push_back(words_.formula());
    if (inferred_) lines_.push_back(say("peers.explain-inferred"));
    if (!sources_.empty())
      lines_.push_back(say("peers.explain-sources",
                           {text::join(std::vector(sources_.begin(), sources_.end()), " ; ")}));
    std::string out;
    for (const auto& line : lines_) out += text::inert(line) + "\n";
    return out;
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }
  void line(std::string_view key, std::initializer_list<MessageArg> args) {
    lines_.push_back(say(key, args));
  }

  void direction(ActorId mentor, ActorId learner) {
    const auto pair =
        compare_peers(context_.relations, context_.records, context_.options, mentor, learner);
    const auto from = words_.name(mentor);
    const auto to = words_.name(learner);
    if (pair.value == 0) return nothing(pair, from, to);
    line("peers.explain-value", {to, from, PeersWords::text(pair.value)});
    for (const auto& row : pair.objectives) objective(pair, row);
    bonuses(pair);
    inferred_ = inferred_ || rests_on_inferred(pair);
  }

  void nothing(const PeerPair& pair, const std::string& from, const std::string& to) {
    const auto& records = context_.records;
    const bool no_supply = records.profiles[pair.mentor.index()].supply.empty();
    const bool no_demand = records.profiles[pair.learner.index()].demand.empty();
    if (no_supply) line("peers.explain-no-supply", {from, to, words_.scope()});
    if (no_demand) line("peers.explain-no-demand", {from, to, words_.scope()});
    if (!no_supply && !no_demand) line("peers.explain-nothing-common", {from, to, words_.scope()});
  }

  void objective(const PeerPair& pair, const PeerObjective& row) {
    const auto at = row.supply.tag.index();
    line("peers.explain-objective",
         {words_.tag(row.supply.tag, true), words_.name(pair.mentor), words_.told(row.supply),
          words_.name(pair.learner), words_.told(row.demand), points(row.supply),
          points(row.demand), PeersWords::text(context_.records.rarity[at]),
          PeersWords::text(row.points), row.demand.gap ? say("peers.explain-gap") : "",
          context_.records.carriers[at], context_.records.actors});
    for (const auto& source : {words_.row_source(row.supply), words_.row_source(row.demand)})
      if (!source.empty()) sources_.insert(source);
  }

  void bonuses(const PeerPair& pair) {
    const auto listed = [&](const List& list) {
      std::vector<std::string> texts;
      for (const auto& item : list) texts.push_back(item.text);
      return in_words(texts, context_.language);
    };
    if (pair.forums.empty() && pair.agreements.empty()) line("peers.explain-no-tie", {});
    if (!pair.forums.empty())
      line("peers.explain-forum",
           {listed(words_.forums(pair)), PeersWords::text(pair.forum_points)});
    if (!pair.agreements.empty())
      line("peers.explain-tie",
           {listed(words_.agreements(pair.agreements)), PeersWords::text(pair.tie_points)});
    if (!pair.regions_known)
      line("peers.explain-regions-unknown", {});
    else if (pair.across_regions)
      line("peers.explain-across",
           {words_.region_names(pair.mentor), words_.region_names(pair.learner),
            PeersWords::text(pair.across_points)});
  }

  const PeersContext& context_;
  PeersWords words_;
  std::vector<std::string> lines_;
  std::set<std::string> sources_;
  bool inferred_ = false;
};

}  // namespace

std::string explain_peers(ActorId who, ActorId peer, const PeersContext& context) {
  return PeersExplainer(context).explain(who, peer);
}

}  // namespace coopnet::render
