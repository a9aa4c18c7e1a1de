#include <algorithm>
#include <array>
#include <map>

#include "coopnet/core/text.hpp"
#include "coopnet/render/views.hpp"
#include "render/views_common.hpp"

namespace coopnet::render {
namespace {

enum class Bond : std::uint8_t { agreement, joint_pledge, exchange, chairs, member, observer };

/// A tie of a picture before it is known which nodes are shown. Forums are numbered behind actors,
/// agreements behind forums.
struct Tie {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  Bond bond = Bond::agreement;
  friend auto operator<=>(const Tie&, const Tie&) = default;
};

class NetworkMaker {
 public:
  explicit NetworkMaker(const ViewContext& context)
      : context_(context),
        data_(context.data),
        clusters_(data_, drawing_, context.language),
        kinds_(drawing_, context.language) {
    const std::string scheme(data_.primary_scheme());
    for (std::size_t i = 0; i < data_.actors.size(); ++i)
      regions_.push_back(data_.regions_of(ActorId::at(i), scheme));
  }

  Drawing network() {
    add_agreements();
    add_joint_pledges();
    add_exchanges();
    add_memberships([](MemberRole role) {
      return role == MemberRole::chair || role == MemberRole::lead ||
             role == MemberRole::secretariat;
    });
    styles({"draw.tie-agreement", "draw.tie-joint-pledge", "draw.tie-exchange", "draw.tie-chairs"});
    drawing_.title = say("draw.network-title");
    drawing_.width_measure = say("draw.network-width");
    return finish("draw.network-subtitle");
  }

  Drawing forums() {
    add_memberships([](MemberRole) { return true; });
    styles({"", "", "", "draw.tie-chairs", "draw.tie-member", "draw.tie-observer"});
    drawing_.title = say("draw.forums-title");
    return finish("draw.forums-subtitle");
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, key, args);
  }

  bool is_in(ActorId actor) const {
    if (!context_.selection.actors[actor.index()]) return false;
    const auto& kinds = context_.kinds;
    const auto kind = data_.actors[actor].kind;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) return false;
    const auto& regions = regions_[actor.index()];
    return !context_.region || std::binary_search(regions.begin(), regions.end(), *context_.region);
  }

  /// With a region, ties that reach out of it are shown too: one end inside is enough.
  bool shows(ActorId a, ActorId b) const {
    if (!context_.region) return is_in(a) && is_in(b);
    return is_in(a) || is_in(b);
  }

  std::uint32_t first_forum() const { return static_cast<std::uint32_t>(data_.actors.size()); }
  std::uint32_t first_agreement() const {
    return static_cast<std::uint32_t>(data_.actors.size() + data_.forums.size());
  }

  void add(std::uint32_t from, std::uint32_t to, Bond bond) { ++ties_[{from, to, bond}]; }

  void add_pairs(const std::vector<ActorId>& members, Bond bond) {
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j)
        if (shows(members[i], members[j])) add(members[i].value, members[j].value, bond);
  }

  void add_agreements() {
    std::vector<std::vector<ActorId>> parties(data_.agreements.size());
    for (std::size_t i = 0; i < parties.size(); ++i) {
      const auto id = AgreementId::at(i);
      if (data_.agreements[id].kind == AgreementKind::peer_exchange) continue;
      const auto lefts = context_.relations.actor_agreement.lefts(id);
      if (lefts.size() == 2) {
        add_pairs({lefts.begin(), lefts.end()}, Bond::agreement);
        continue;
      }
      // An agreement of many is one thing, not a tie of each party with each other.
      for (const ActorId party : lefts)
        if (is_in(party)) add(party.value, first_agreement() + id.value, Bond::agreement);
    }
  }

  void add_joint_pledges() {
    for (std::size_t i = 0; i < data_.pledges.size(); ++i) {
      const auto lefts = context_.relations.actor_pledge.lefts(PledgeId::at(i));
      add_pairs({lefts.begin(), lefts.end()}, Bond::joint_pledge);
    }
  }

  void add_exchanges() {
    const auto& exchange = context_.relations.exchange;
    for (std::uint32_t link = 0; link < exchange.size(); ++link)
      if (shows(exchange.left(link), exchange.right(link)))
        add(exchange.left(link).value, exchange.right(link).value, Bond::exchange);
  }

  template <class Wanted>
  void add_memberships(Wanted wanted) {
    for (const auto& m : data_.memberships) {
      if (!wanted(m.role) || !context_.selection.forums[m.forum.index()] || !is_in(m.actor))
        continue;
      const Bond bond =
          m.role == MemberRole::observer || m.role == MemberRole::partner ? Bond::observer
          : m.role == MemberRole::member || m.role == MemberRole::unknown ? Bond::member
                                                                          : Bond::chairs;
      const Tie tie{m.actor.value, first_forum() + m.forum.value, bond};
      ties_[tie] = std::max<std::size_t>(ties_[tie], 1);  // several terms as chair are one tie
    }
  }

  void styles(const std::vector<std::string>& keys) {
    constexpr std::array patterns{LinePattern::solid,  LinePattern::twin,  LinePattern::dashed,
                                  LinePattern::dotted, LinePattern::solid, LinePattern::dashed};
    style_of_.assign(patterns.size(), 0);
    for (std::size_t k = 0; k < keys.size(); ++k) {
      if (keys[k].empty()) continue;
      style_of_[k] = drawing_.styles.size();
      drawing_.styles.push_back({say(keys[k]), patterns[k]});
    }
  }

  /// The best connected nodes, by number of different partners, ties by number.
  std::vector<std::uint32_t> choose_nodes() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> partners;
    for (const auto& [tie, count] : ties_) {
      partners[tie.from].push_back(tie.to);
      partners[tie.to].push_back(tie.from);
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
    for (auto& [node, others] : partners) {
      std::sort(others.begin(), others.end());
      const auto distinct = std::unique(others.begin(), others.end()) - others.begin();
      degree_[node] = static_cast<std::size_t>(distinct);
      ranked.emplace_back(static_cast<std::size_t>(distinct), node);
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    candidates_ = ranked.size();
    if (ranked.size() > context_.most_nodes) ranked.resize(context_.most_nodes);
    std::vector<std::uint32_t> out;
    for (const auto& [degree, node] : ranked) out.push_back(node);
    std::sort(out.begin(), out.end());
    // Who has ties only to those left out would stand alone and say nothing.
    const auto is_shown = [&](std::uint32_t node) {
      return std::binary_search(out.begin(), out.end(), node);
    };
    std::vector<std::uint32_t> tied;
    for (const auto node : out)
      if (std::any_of(partners[node].begin(), partners[node].end(), is_shown)) tied.push_back(node);
    return tied;
  }

  Drawing finish(const char* subtitle) {
    const auto chosen = choose_nodes();
    std::map<std::uint32_t, std::size_t> place;
    for (const auto node : chosen) {
      place.emplace(node, drawing_.nodes.size());
      drawing_.nodes.push_back(node < first_forum()       ? actor_node(node)
                               : node < first_agreement() ? forum_node(node)
                                                          : agreement_node(node));
    }
    std::size_t shown = 0;
    for (const auto& [tie, count] : ties_) {
      const auto from = place.find(tie.from);
      const auto to = place.find(tie.to);
      if (from == place.end() || to == place.end()) continue;
      ++shown;
      DrawingEdge edge;
      edge.from = from->second;
      edge.to = to->second;
      edge.style = style_of_[static_cast<std::size_t>(tie.bond)];
      edge.width = drawing_.width_measure.empty() ? 0 : static_cast<double>(count);
      edge.directed = tie.bond == Bond::exchange;
      edge.description = say("draw.tie-words", {drawing_.nodes[edge.from].description,
                                                drawing_.styles[edge.style].name,
                                                drawing_.nodes[edge.to].description, count});
      drawing_.edges.push_back(std::move(edge));
    }
    drawing_.size_measure = say("draw.size-partners");
    const std::string where = context_.region
                                  ? region_name(data_, *context_.region, context_.language)
                                  : say("draw.everywhere");
    drawing_.subtitle =
        say(subtitle, {where, drawing_.nodes.size(), candidates_, shown, ties_.size()});
    sign(drawing_, data_, context_.as_of, context_.language);
    return std::move(drawing_);
  }

  DrawingNode actor_node(std::uint32_t row) const {
    const ActorId id(row);
    DrawingNode node;
    node.key = "actor/" + data_.actors[id].id;
    node.label = actor_code(data_, id, context_.language);
    node.kind = kinds_.of(data_.actors[id].kind);
    node.size = static_cast<double>(degree_.at(row));
    node.cluster = clusters_.of(regions_[row]);
    node.description = actor_name(data_, id, context_.language);
    return node;
  }

  DrawingNode forum_node(std::uint32_t number) const {
    const ForumId id(number - first_forum());
    const auto& forum = data_.forums[id];
    std::vector<RegionId> regions;
    for (const auto& use : forum.regions) regions.push_back(use.id);
    DrawingNode node;
    node.key = "forum/" + forum.id;
    node.label = forum_code(data_, id);
    node.kind = kinds_.forum();
    node.size = static_cast<double>(degree_.at(number));
    node.cluster = clusters_.of(regions);
    node.description = label(forum.name, context_.language);
    return node;
  }

  DrawingNode agreement_node(std::uint32_t number) const {
    const AgreementId id(number - first_agreement());
    DrawingNode node;
    node.key = "agreement/" + data_.agreements[id].id;
    node.label = agreement_name(data_, id);
    node.kind = kinds_.agreement();
    node.size = static_cast<double>(degree_.at(number));
    node.description = agreement_name(data_, id);
    return node;
  }

  const ViewContext& context_;
  const Dataset& data_;
  Drawing drawing_;
  RegionClusters clusters_;
  KindShapes kinds_;
  std::vector<std::vector<RegionId>> regions_;
  std::map<Tie, std::size_t> ties_;
  std::map<std::uint32_t, std::size_t> degree_;
  std::vector<std::size_t> style_of_;
  std::size_t candidates_ = 0;
};

}  // namespace

Drawing network_drawing(const ViewContext& context) { return NetworkMaker(context).network(); }
Drawing forums_drawing(const ViewContext& context) { return NetworkMaker(context).forums(); }

}  // namespace coopnet::render
