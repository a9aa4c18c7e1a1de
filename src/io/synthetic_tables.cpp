#include "io/synthetic_tables.hpp"

#include <algorithm>
#include <utility>

namespace coopnet::io::synthetic {
namespace {

constexpr std::string_view source = "invented";
constexpr std::array<std::string_view, 3> facet_keys{"objective", "theme", "principle"};

template <class E>
using Weighted = std::pair<E, std::uint32_t>;

constexpr std::array<Weighted<Scope>, 6> scopes{{
    {Scope::unknown, 30},
    {Scope::local, 10},
    {Scope::national, 30},
    {Scope::regional, 15},
    {Scope::cross_regional, 5},
    {Scope::global, 10},
}};
constexpr std::array<Weighted<CommitmentType>, 9> commitments{{
    {CommitmentType::unknown, 20},
    {CommitmentType::policy, 20},
    {CommitmentType::process, 15},
    {CommitmentType::financial, 10},
    {CommitmentType::human_resource, 5},
    {CommitmentType::technical, 12},
    {CommitmentType::capacity, 10},
    {CommitmentType::data, 5},
    {CommitmentType::other, 3},
}};
constexpr std::array<Weighted<Status>, 5> statuses{{
    {Status::unknown, 45},
    {Status::announced, 20},
    {Status::in_progress, 20},
    {Status::completed, 12},
    {Status::discontinued, 3},
}};
constexpr std::array<Weighted<PracticeKind>, 4> practice_kinds{{
    {PracticeKind::practice, 55},
    {PracticeKind::plan, 15},
    {PracticeKind::need, 18},
    {PracticeKind::support_given, 12},
}};
constexpr std::array<Weighted<AgreementKind>, 8> agreement_kinds{{
    {AgreementKind::mou, 30},
    {AgreementKind::bla, 25},
    {AgreementKind::readmission, 10},
    {AgreementKind::mobility_partnership, 5},
    {AgreementKind::peer_exchange, 15},
    {AgreementKind::joint_pledge, 5},
    {AgreementKind::co_chair, 3},
    {AgreementKind::other, 7},
}};
constexpr std::array<Weighted<MemberRole>, 5> member_roles{{
    {MemberRole::member, 78},
    {MemberRole::observer, 12},
    {MemberRole::partner, 6},
    {MemberRole::lead, 2},
    {MemberRole::unknown, 2},
}};
constexpr std::array<Weighted<Modality>, 4> modalities{{
    {Modality::unknown, 25},
    {Modality::in_person, 45},
    {Modality::virtual_meeting, 15},
    {Modality::hybrid, 15},
}};

template <class E>
std::string_view written(E value) {
  return value == E{} ? std::string_view() : word(value);
}

/// A word of a closed list, three in ten inferred.
template <class E, std::size_t N>
std::string marked(Rng& rng, const std::array<Weighted<E>, N>& weighted) {
  std::string cell;
  if (const auto text = written(pick(rng, weighted)); !text.empty())
    add_item(cell, text, !chance(rng, 30));
  return cell;
}

std::string row_id(std::string_view prefix, Index row) {
  return std::string(prefix) + padded(row + 1, 7);
}
std::string forum_id(Index forum) { return "forum-" + padded(forum + 1, 6); }

std::string tag_key(std::size_t facet, Index tag) {
  const auto number = std::to_string(tag + 1);
  return facet == 0 ? number : std::string(facet_keys[facet]) + "-" + number;
}

std::string any_year(Rng& rng) {
  if (chance(rng, 10)) return {};
  return std::to_string(first_year + rng.below(last_year - first_year + 1));
}

/// The cells of all facets.
void tag_cells(Rows& rows, const std::vector<TagMention>& tags) {
  std::array<std::string, facet_keys.size()> cells;
  for (const auto& mention : tags)
    add_item(cells[mention.facet], tag_key(mention.facet, mention.tag), mention.stated);
  for (const auto& cell : cells) rows.cell(cell);
}

std::string region_cell(const std::vector<Index>& regions) {
  std::string cell;
  for (const auto region : regions) add_item(cell, region_ids[region]);
  return cell;
}

std::string actor_cell(const World& world, const std::vector<Index>& actors) {
  std::string cell;
  for (const auto actor : actors) add_item(cell, world.actor_id(actor));
  return cell;
}

TablePlan regions_table() {
  return {
      "regions", {"id", "scheme", "label", "source"}, region_ids.size(), [](Index r, Rows& rows) {
        std::string label = "Invented region " + std::string(region_ids[r]);
        rows.cell(region_ids[r]).cell("review_region").cell(label).cell(source);
      }};
}

/// One block a facet.
TablePlan tags_table(const World& world) {
  return {"tags",
          {"facet", "key", "label", "source"},
          facet_keys.size(),
          [&world](Index facet, Rows& rows) {
            constexpr std::array<std::string_view, 3> labels{
                "Invented objective ", "Invented theme ", "Invented principle "};
            for (Index t = 0; t < world.size().tags[facet]; ++t)
              rows.cell(facet_keys[facet])
                  .cell(tag_key(facet, t))
                  .cell(std::string(labels[facet]) + std::to_string(t + 1))
                  .cell(source);
          }};
}

void add_actor(const World& world, Index actor, Rows& rows) {
  const auto facts = world.actor(actor);
  const bool is_state = facts.kind == ActorKind::state;
  const auto id = world.actor_id(actor);
  std::string regions;
  for (const auto& mention : facts.regions)
    add_item(regions, region_ids[mention.region], mention.stated);
  const bool champion = !facts.champion_known_by.empty();
  rows.cell(id)
      .cell(id)
      .cell(word(facts.kind))
      .cell(facts.parent ? world.actor_id(*facts.parent) : std::string())
      .cell(regions)
      .cell(is_state ? "member" : "")
      .cell(facts.champion_since)
      .cell(facts.champion_known_by)
      .cell(champion ? source : std::string_view())
      .cell(source);
}

TablePlan actors_table(const World& world) {
  return {"actors",
          {"id", "name", "kind", "parent", "regions", "standing", "champion_since",
           "champion_known_by", "champion_source", "source"},
          world.size().actors,
          [&world](Index actor, Rows& rows) { add_actor(world, actor, rows); }};
}

/// Members of a forum and their roles; one of them is its chair.
std::vector<std::pair<Index, MemberRole>> roles(const World& world, Index forum) {
  auto numbers = world.rng(Stream::roles, forum);
  std::vector<std::pair<Index, MemberRole>> out;
  for (const auto actor : world.members(forum))
    out.emplace_back(actor, pick(numbers, member_roles));
  out[numbers.below(out.size())].second = MemberRole::chair;
  return out;
}

void add_forum(World& world, Index forum, Rows& rows) {
  auto numbers = world.rng(Stream::forum_facts, forum);
  const auto kind = world.forum_kind(forum);
  std::string may_join;
  if (kind == ForumKind::rcp && chance(numbers, 25))
    may_join = actor_cell(world, world.members(forum));
  rows.cell(forum_id(forum))
      .cell("Invented forum " + std::to_string(forum + 1))
      .cell(word(kind))
      .cell(region_cell(world.forum_regions(forum)))
      .cell(may_join)
      .cell(chance(numbers, 80) ? std::to_string(1990 + numbers.below(29)) : std::string())
      .cell(chance(numbers, 90) ? "active" : "dormant");
  const auto wanted = 1 + numbers.below(5);
  tag_cells(rows, world.draw_tags(numbers, wanted));
  rows.cell(source);
}

TablePlan forums_table(World& world) {
  return {"forums",
          {"id", "name", "kind", "regions", "may_join", "established", "status", "objectives",
           "themes", "principles", "source"},
          world.size().forums,
          [&world](Index forum, Rows& rows) { add_forum(world, forum, rows); }};
}

void add_memberships(const World& world, Index forum, Rows& rows) {
  auto numbers = world.rng(Stream::memberships, forum);
  for (const auto& [actor, role] : roles(world, forum)) {
    const auto from = 2010 + numbers.below(12);
    const bool dated = chance(numbers, 40);
    const bool left = dated && chance(numbers, 10);
    rows.cell(forum_id(forum))
        .cell(world.actor_id(actor))
        .cell(written(role))
        .cell(dated ? std::to_string(from) : std::string())
        .cell(left ? std::to_string(from + 1 + numbers.below(4)) : std::string())
        .cell(!dated && chance(numbers, 50) ? std::to_string(last_year) : std::string())
        .cell(source);
  }
}

TablePlan memberships_table(const World& world) {
  return {"memberships",
          {"forum", "actor", "role", "from", "to", "as_of", "source"},
          world.size().forums,
          [&world](Index forum, Rows& rows) { add_memberships(world, forum, rows); }};
}

/// "2024-05", not before `year`.
std::string update_month(Rng& rng, std::uint64_t year) {
  const auto then = year + rng.below(last_year - year + 1);
  return std::to_string(then) + "-" + padded(1 + rng.below(12), 2);
}

void add_pledge(World& world, Index pledge, Rows& rows) {
  const auto facts = world.pledge(pledge);
  auto numbers = world.rng(Stream::pledge_words, pledge);
  rows.cell(row_id("P", pledge))
      .cell("Invented pledge " + std::to_string(pledge + 1))
      .cell(actor_cell(world, facts.actors))
      .cell(written(facts.kind));
  tag_cells(rows, world.pledge_tags(pledge, facts.answers));
  rows.cell(marked(numbers, scopes)).cell(marked(numbers, commitments));
  std::string direction;
  if (facts.direction != Direction::unknown)
    add_item(direction, word(facts.direction), !chance(numbers, 30));
  rows.cell(direction).cell(marked(numbers, statuses));
  const bool dated = chance(numbers, 95);
  rows.cell(dated ? std::to_string(facts.year) : std::string())
      .cell(dated && chance(numbers, 30) ? update_month(numbers, facts.year) : std::string())
      .cell(!dated                                       ? ""
            : facts.year <= (first_year + last_year) / 2 ? "first"
                                                         : "second")
      .cell(facts.answers ? row_id("P", *facts.answers) : std::string())
      .cell(source);
}

TablePlan pledges_table(World& world) {
  return {"pledges",
          {"id", "title", "actors", "kind", "objectives", "themes", "principles", "scope",
           "commitment_type", "offer_or_need", "status", "year", "updated", "round", "answers",
           "source"},
          world.size().pledges,
          [&world](Index pledge, Rows& rows) { add_pledge(world, pledge, rows); }};
}

void add_practice(World& world, Index practice, Rows& rows) {
  auto numbers = world.rng(Stream::practices, practice);
  const auto kind = pick(numbers, practice_kinds);
  std::vector<Index> actors;
  world.draw_actors(numbers, kind == PracticeKind::support_given ? 2 : 1, actors);
  const bool second_helped = numbers.below(2) == 1;
  const auto helped =
      actors.size() < 2 ? std::string() : world.actor_id(second_helped ? actors[1] : actors[0]);
  rows.cell(row_id("q-", practice))
      .cell(world.actor_id(actors.size() < 2 || second_helped ? actors[0] : actors[1]))
      .cell(word(kind));
  const auto wanted = 1 + numbers.below(5);
  tag_cells(rows, world.draw_tags(numbers, wanted));
  rows.cell(helped).cell(any_year(numbers)).cell(source);
}

/// As many as there are actors.
TablePlan practices_table(World& world) {
  return {"practices",
          {"id", "actor", "kind", "objectives", "themes", "principles", "counterparts", "year",
           "source"},
          world.size().actors,
          [&world](Index practice, Rows& rows) { add_practice(world, practice, rows); }};
}

AgreementKind agreement_kind(const World& world, Index agreement) {
  auto numbers = world.rng(Stream::agreements, agreement);
  return pick(numbers, agreement_kinds);
}

void add_agreement(World& world, Index agreement, Rows& rows) {
  auto numbers = world.rng(Stream::agreement_tags, agreement);
  rows.cell(row_id("g-", agreement))
      .cell(word(agreement_kind(world, agreement)))
      .cell("Invented agreement " + std::to_string(agreement + 1))
      .cell(any_year(numbers));
  const auto wanted = 1 + numbers.below(3);
  tag_cells(rows, world.draw_tags(numbers, wanted));
  rows.cell(source);
}

/// As many as there are actors.
TablePlan agreements_table(World& world) {
  return {"agreements",
          {"id", "kind", "title", "year", "objectives", "themes", "principles", "source"},
          world.size().actors,
          [&world](Index agreement, Rows& rows) { add_agreement(world, agreement, rows); }};
}

/// Mostly two parties. In an exchange one shared and the other learned.
void add_parties(const World& world, Index agreement, Rows& rows) {
  auto numbers = world.rng(Stream::parties, agreement);
  const bool exchange = agreement_kind(world, agreement) == AgreementKind::peer_exchange;
  const auto wanted = exchange || chance(numbers, 80) ? 2 : 3 + numbers.below(8);
  std::vector<Index> actors;
  world.draw_actors(numbers, wanted, actors);
  const auto sharing = numbers.below(2);
  for (std::size_t i = 0; i < actors.size(); ++i)
    rows.cell(row_id("g-", agreement))
        .cell(world.actor_id(actors[i]))
        .cell(!exchange      ? ""
              : i == sharing ? "shared"
                             : "learned")
        .cell(source);
}

TablePlan parties_table(const World& world) {
  return {"parties",
          {"agreement", "actor", "role", "source"},
          world.size().actors,
          [&world](Index agreement, Rows& rows) { add_parties(world, agreement, rows); }};
}

/// Events stand in order of time and lead only to later ones.
void add_event(World& world, Index event, Rows& rows) {
  constexpr std::uint64_t months = 12 * 5;
  auto numbers = world.rng(Stream::events, event);
  const auto events = world.size().forums;
  const auto month = event * months / events;
  std::string organisers;
  if (chance(numbers, 30)) add_item(organisers, world.actor_id(world.draw_actor(numbers)));
  add_item(organisers, forum_id(event));
  const auto year = last_year - 2 + month / 12;
  rows.cell(row_id("e-", event))
      .cell("Invented meeting " + std::to_string(event + 1))
      .cell("meeting")
      .cell(std::to_string(year) + "-" + padded(1 + month % 12, 2))
      .cell(organisers)
      .cell(region_cell(world.forum_regions(event)));
  const auto wanted = 1 + numbers.below(3);
  tag_cells(rows, world.draw_tags(numbers, wanted));
  const auto later = std::min<std::uint64_t>(5, events - event - 1);
  std::string target;
  if (later > 0 && chance(numbers, 30))
    target = row_id("e-", static_cast<Index>(event + 1 + numbers.below(later)));
  rows.cell(chance(numbers, 80) ? "no" : "yes")
      .cell(written(pick(numbers, modalities)))
      .cell(target)
      .cell(source);
}

/// One of each forum.
TablePlan events_table(World& world) {
  return {"events",
          {"id", "title", "kind", "date", "organisers", "regions", "objectives", "themes",
           "principles", "closed", "modality", "feeds_into", "source"},
          world.size().forums,
          [&world](Index event, Rows& rows) { add_event(world, event, rows); }};
}

/// Up to three objectives of a state, ordered as their cells are.
void add_priorities(World& world, Index state, Rows& rows) {
  auto numbers = world.rng(Stream::priorities, state);
  const auto wanted = numbers.below(4);
  if (wanted == 0) return;
  std::vector<std::pair<std::string, std::string>> ranked;
  for (const auto& mention : world.draw_tags(numbers, wanted)) {
    std::string tag;
    add_item(tag,
             std::string(facet_keys[mention.facet]) + ":" + tag_key(mention.facet, mention.tag),
             mention.stated);
    ranked.emplace_back(tag, std::to_string(ranked.size() + 1));
  }
  std::sort(ranked.begin(), ranked.end());
  for (const auto& [tag, rank] : ranked)
    rows.cell(world.actor_id(state)).cell(tag).cell(rank).cell(any_year(numbers)).cell(source);
}

TablePlan priorities_table(World& world) {
  return {"priorities",
          {"actor", "tag", "rank", "year", "source"},
          world.size().states,
          [&world](Index state, Rows& rows) { add_priorities(world, state, rows); }};
}

}  // namespace

std::vector<TablePlan> plan_tables(World& world) {
  std::vector<TablePlan> plans;
  for (auto plan :
       {actors_table(world), agreements_table(world), events_table(world), forums_table(world),
        memberships_table(world), parties_table(world), pledges_table(world),
        practices_table(world), priorities_table(world), regions_table(), tags_table(world)})
    if (plan.blocks > 0) plans.push_back(std::move(plan));
  return plans;
}

}  // namespace coopnet::io::synthetic
