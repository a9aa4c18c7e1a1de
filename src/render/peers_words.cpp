#include "render/peers_words.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"

namespace coopnet::render {
namespace {

constexpr double hundred = 100;

std::string supply_key(SupplyKind kind) {
  constexpr std::array keys{"completed-pledge",   "support-given", "offer",
                            "pledge-in-progress", "practice",      "pledge"};
  return keys[static_cast<std::size_t>(kind)];
}

std::string demand_key(DemandKind kind) {
  constexpr std::array keys{"need", "pledged-need", "plan", "priority", "announced-pledge"};
  return keys[static_cast<std::size_t>(kind)];
}

bool is_practice(SupplyKind kind) {
  return kind == SupplyKind::support_given || kind == SupplyKind::practice;
}
bool is_practice(DemandKind kind) {
  return kind == DemandKind::reported_need || kind == DemandKind::plan;
}

/// What a row says, ready to stand inside of a sentence.
std::string quoted(std::string words) {
  if (words.ends_with('.')) words.pop_back();
  return words;
}

}  // namespace

std::string PeersWords::name(ActorId actor) const {
  return actor_name(data_, actor, context_.language);
}
std::string PeersWords::code(ActorId actor) const {
  return actor_code(data_, actor, context_.language);
}
std::string PeersWords::tag(TagId tag, bool full) const {
  return tag_name(data_, tag, context_.language, full);
}

Cell PeersWords::number(std::int64_t hundredths) {
  return Cell(static_cast<double>(hundredths) / hundred);
}
std::string PeersWords::text(std::int64_t hundredths) {
  return text::fixed(static_cast<double>(hundredths) / hundred, 2);
}

const Row& PeersWords::row(const SupplyRecord& record) const {
  if (is_practice(record.kind)) return data_.practices.rows[record.row];
  return data_.pledges.rows[record.row];
}
const Row& PeersWords::row(const DemandRecord& record) const {
  if (record.kind == DemandKind::priority) return data_.priorities.rows[record.row];
  if (is_practice(record.kind)) return data_.practices.rows[record.row];
  return data_.pledges.rows[record.row];
}

std::string PeersWords::row_id(const SupplyRecord& record) const { return row(record).id; }
std::string PeersWords::row_id(const DemandRecord& record) const { return row(record).id; }
std::string PeersWords::row_source(const SupplyRecord& record) const { return row(record).source; }
std::string PeersWords::row_source(const DemandRecord& record) const { return row(record).source; }

std::string PeersWords::row_text(const SupplyRecord& record) const {
  return is_practice(record.kind) ? data_.practices.rows[record.row].summary
                                  : pledge_title(data_.pledges.rows[record.row]);
}
std::string PeersWords::row_text(const DemandRecord& record) const {
  if (record.kind == DemandKind::priority) return {};
  return is_practice(record.kind) ? data_.practices.rows[record.row].summary
                                  : pledge_title(data_.pledges.rows[record.row]);
}

Item PeersWords::record(const SupplyRecord& record) const {
  return {say("peers.record", {say("peers.supply-" + supply_key(record.kind)), row_id(record)}),
          record.stated};
}
Item PeersWords::record(const DemandRecord& record) const {
  auto words =
      say("peers.record", {say("peers.demand-" + demand_key(record.kind)), row_id(record)});
  if (record.gap) words = say("peers.record-gap", {words});
  return {std::move(words), record.stated};
}

std::string PeersWords::told(const SupplyRecord& record) const {
  return say("peers.told", {say("peers.told-" + supply_key(record.kind)), row_id(record),
                            quoted(row_text(record))});
}
std::string PeersWords::told(const DemandRecord& record) const {
  return say("peers.told", {say("peers.told-" + demand_key(record.kind)), row_id(record),
                            quoted(row_text(record))});
}

List PeersWords::objectives(const PeerPair& pair, bool ids) const {
  List out;
  for (const auto& row : pair.objectives)
    out.push_back({ids ? data_.tags[row.supply.tag].id : tag(row.supply.tag, false),
                   row.supply.stated && row.demand.stated});
  return out;
}

List PeersWords::forums(const PeerPair& pair) const {
  List out;
  for (const ForumId forum : pair.forums) out.push_back({forum_code(data_, forum)});
  return out;
}

List PeersWords::agreements(const std::vector<AgreementId>& agreements) const {
  List out;
  for (const AgreementId a : agreements) out.push_back({agreement_name(data_, a)});
  return out;
}

List PeersWords::ties(const PeerPair& pair) const {
  List out = forums(pair);
  const auto exchanges = std::count_if(
      pair.agreements.begin(), pair.agreements.end(),
      [&](AgreementId a) { return data_.agreements[a].kind == AgreementKind::peer_exchange; });
  const auto others = static_cast<std::ptrdiff_t>(pair.agreements.size()) - exchanges;
  if (others > 0) out.push_back({say("peers.ties-agreements", {others})});
  if (exchanges > 0) out.push_back({say("peers.ties-exchanges", {exchanges})});
  return out;
}

Cell PeersWords::across(const PeerPair& pair) const {
  if (!pair.regions_known) return {};
  return say(pair.across_regions ? "common.yes" : "common.no");
}

std::string PeersWords::region_names(ActorId actor) const {
  std::vector<std::string> names;
  for (const RegionId region : context_.records.regions[actor.index()])
    names.push_back(region_name(data_, region, context_.language));
  return in_words(names, context_.language);
}

std::string PeersWords::kinds(const std::vector<ActorKind>& kinds) const {
  return actor_kinds_in_words(kinds, context_.language);
}

std::string PeersWords::scope() const {
  std::string out;
  if (!context_.options.filter.objectives.empty()) out += " " + say("peers.scope-objectives");
  if (context_.stated_only) out += " " + say("peers.scope-stated");
  return out;
}

std::string PeersWords::formula() const {
  const auto& bonus = context_.options.bonus;
  return say("peers.formula", {bonus.forum, bonus.tie, bonus.across, context_.records.actors});
}

bool rests_on_inferred(const PeerPair& pair) {
  return std::any_of(pair.objectives.begin(), pair.objectives.end(),
                     [](const auto& row) { return !row.supply.stated || !row.demand.stated; });
}

}  // namespace coopnet::render
