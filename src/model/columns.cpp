#include <algorithm>

#include "schema.hpp"

/// The columns of each table, in the order they are written. `source`, `flags` and `note`, which
/// every table has, are added by the builder.
namespace coopnet::schema {
namespace {

std::string qualified(const Dataset& data, const TagUse& use) {
  return (use.stated ? "" : "~") + data.tags[use.id].id;
}

void read_related(const Context& context, Tag& row, std::string_view cell) {
  for (auto item : text::split_list(cell)) {
    TagUse use;
    use.stated = take_stated(item);
    if (find_qualified_tag(context, item, use.id)) row.related.push_back(use);
  }
  sort_unique(context, row.related, cell,
              [](const TagUse& a, const TagUse& b) { return a.id < b.id; });
}

std::string write_related(const Dataset& data, const Tag& row) {
  std::vector<std::string> items;
  for (const auto& use : row.related) items.push_back(qualified(data, use));
  return text::join(items, ";");
}

void read_facet(const Context& context, std::size_t& out, std::string_view text) {
  if (const auto facet = context.data.find_facet(text)) {
    out = *facet;
    return;
  }
  std::vector<std::string> keys;
  for (const auto& f : context.data.info.facets) keys.push_back(f.key);
  context.error("unknown-facet", text, {text::join(keys, ", ")}, text::nearest(text, keys));
}

template <class R>
constexpr Column<R> facet_column() {
  return Column<R>{
      "facet", Shape::scalar, true,
      [](const Context& c, R& row, std::string_view t) { read_facet(c, row.facet, t); },
      [](const Dataset& d, const R& row) { return d.info.facets[row.facet].key; }};
}

/// Organisers are actors or forums; both share one space of ids.
void read_organisers(const Context& context, Event& row, std::string_view cell) {
  for (const auto item : text::split_list(cell)) {
    if (const auto actor = context.data.actors.find(item)) {
      row.organisers.push_back(*actor);
    } else if (const auto forum = context.data.forums.find(item)) {
      row.organising_forums.push_back(*forum);
    } else {
      ActorId ignored;
      find_row(context, item, ignored);
    }
  }
  sort_unique(context, row.organisers, cell, std::less<>{});
  sort_unique(context, row.organising_forums, cell, std::less<>{});
}

std::string write_organisers(const Dataset& data, const Event& row) {
  std::vector<std::string> items;
  for (const auto id : row.organisers) items.push_back(data.actors[id].id);
  for (const auto id : row.organising_forums) items.push_back(data.forums[id].id);
  std::sort(items.begin(), items.end());
  return text::join(items, ";");
}

void read_priority_tag(const Context& context, Priority& row, std::string_view cell) {
  row.tag.stated = take_stated(cell);
  find_qualified_tag(context, cell, row.tag.id);
}

}  // namespace

std::span<const Column<Region>> Spec<Region>::columns() {
  static constexpr std::array all{
      text<Region, &Region::scheme>("scheme").needed(),
      text<Region, &Region::label, &Names::en>("label"),
      text<Region, &Region::label, &Names::fr>("label_fr"),
      text<Region, &Region::label, &Names::es>("label_es"),
      text<Region, &Region::label, &Names::ar>("label_ar"),
  };
  return all;
}

std::span<const Column<Tag>> Spec<Tag>::columns() {
  static constexpr std::array all{
      facet_column<Tag>(),
      text<Tag, &Tag::key>("key").needed(),
      text<Tag, &Tag::label, &Names::en>("label"),
      text<Tag, &Tag::label, &Names::fr>("label_fr"),
      text<Tag, &Tag::label, &Names::es>("label_es"),
      text<Tag, &Tag::label, &Names::ar>("label_ar"),
      text<Tag, &Tag::group>("group"),
      text<Tag, &Tag::keywords_en>("keywords_en"),
      text<Tag, &Tag::keywords_fr>("keywords_fr"),
      text<Tag, &Tag::keywords_es>("keywords_es"),
      Column<Tag>{"related", Shape::list, false, read_related, write_related},
  };
  return all;
}

std::span<const Column<Synonym>> Spec<Synonym>::columns() {
  static constexpr std::array all{
      facet_column<Synonym>(),
      text<Synonym, &Synonym::variant>("variant").needed(),
      text<Synonym, &Synonym::preferred>("preferred").needed(),
  };
  return all;
}

std::span<const Column<Actor>> Spec<Actor>::columns() {
  static constexpr std::array all{
      text<Actor, &Actor::name, &Names::en>("name"),
      text<Actor, &Actor::name, &Names::fr>("name_fr"),
      text<Actor, &Actor::name, &Names::es>("name_es"),
      text<Actor, &Actor::name, &Names::ar>("name_ar"),
      choice<Actor, &Actor::kind>("kind"),
      ref<Actor, &Actor::parent>("parent"),
      regions<Actor>(),
      text<Actor, &Actor::level>("level"),
      text<Actor, &Actor::standing>("standing"),
      text<Actor, &Actor::iso2>("iso2"),
      text<Actor, &Actor::m49>("m49"),
      texts<Actor, &Actor::aliases>("aliases"),
      date<Actor, &Actor::champion_since>("champion_since"),
      date<Actor, &Actor::champion_known_by>("champion_known_by"),
      text<Actor, &Actor::champion_source>("champion_source"),
  };
  return all;
}

std::span<const Column<Forum>> Spec<Forum>::columns() {
  static constexpr std::array all{
      text<Forum, &Forum::name, &Names::en>("name").needed(),
      text<Forum, &Forum::name, &Names::fr>("name_fr"),
      text<Forum, &Forum::name, &Names::es>("name_es"),
      text<Forum, &Forum::name, &Names::ar>("name_ar"),
      text<Forum, &Forum::acronym>("acronym"),
      texts<Forum, &Forum::aliases>("aliases"),
      choice<Forum, &Forum::kind>("kind"),
      regions<Forum>(),
      refs<Forum, &Forum::may_join>("may_join"),
      date<Forum, &Forum::established>("established"),
      text<Forum, &Forum::secretariat>("secretariat"),
      text<Forum, &Forum::status>("status"),
      facets<Forum>(),
  };
  return all;
}

std::span<const Column<Membership>> Spec<Membership>::columns() {
  static constexpr std::array all{
      ref<Membership, &Membership::forum>("forum").needed(),
      ref<Membership, &Membership::actor>("actor").needed(),
      choice<Membership, &Membership::role>("role"),
      date<Membership, &Membership::from>("from"),
      date<Membership, &Membership::to>("to"),
      date<Membership, &Membership::as_of>("as_of"),
  };
  return all;
}

std::span<const Column<Pledge>> Spec<Pledge>::columns() {
  static constexpr std::array all{
      text<Pledge, &Pledge::title>("title").also("pledge_name", "titre", "titulo", "título"),
      refs<Pledge, &Pledge::actors>("actors").needed().also("actor", "acteurs", "actores"),
      choice<Pledge, &Pledge::kind>("kind"),
      facets<Pledge>(),
      marked<Pledge, &Pledge::scope>("scope"),
      marked<Pledge, &Pledge::commitment>("commitment_type"),
      marked<Pledge, &Pledge::direction>("offer_or_need"),
      marked<Pledge, &Pledge::status>("status").also("statut", "estado"),
      date<Pledge, &Pledge::year>("year").also("année", "año"),
      date<Pledge, &Pledge::updated>("updated"),
      text<Pledge, &Pledge::round>("round"),
      texts<Pledge, &Pledge::answers>("answers"),
      text<Pledge, &Pledge::summary>("summary").also("description"),
  };
  return all;
}

std::span<const Column<Practice>> Spec<Practice>::columns() {
  static constexpr std::array all{
      ref<Practice, &Practice::actor>("actor").needed(),
      choice<Practice, &Practice::kind>("kind"),
      facets<Practice>(),
      refs<Practice, &Practice::counterparts>("counterparts"),
      date<Practice, &Practice::year>("year"),
      text<Practice, &Practice::summary>("summary"),
  };
  return all;
}

std::span<const Column<Agreement>> Spec<Agreement>::columns() {
  static constexpr std::array all{
      choice<Agreement, &Agreement::kind>("kind"),
      text<Agreement, &Agreement::title>("title"),
      date<Agreement, &Agreement::year>("year"),
      facets<Agreement>(),
  };
  return all;
}

std::span<const Column<Party>> Spec<Party>::columns() {
  static constexpr std::array all{
      ref<Party, &Party::agreement>("agreement").needed(),
      ref<Party, &Party::actor>("actor").needed(),
      choice<Party, &Party::role>("role"),
  };
  return all;
}

std::span<const Column<Event>> Spec<Event>::columns() {
  static constexpr std::array all{
      text<Event, &Event::title>("title"),
      text<Event, &Event::kind>("kind"),
      date<Event, &Event::date>("date"),
      Column<Event>{"organisers", Shape::list, false, read_organisers, write_organisers}.also(
          "organizers", "organiser", "organizer"),
      regions<Event>(),
      facets<Event>(),
      choice<Event, &Event::closed>("closed"),
      choice<Event, &Event::modality>("modality"),
      text<Event, &Event::location>("location"),
      refs<Event, &Event::feeds_into>("feeds_into"),
  };
  return all;
}

std::span<const Column<Claim>> Spec<Claim>::columns() {
  static constexpr std::array all{
      text<Claim, &Claim::subject>("subject").needed(),
      text<Claim, &Claim::field>("field").needed(),
      text<Claim, &Claim::value>("value").needed(),
      date<Claim, &Claim::date>("date"),
  };
  return all;
}

std::span<const Column<Priority>> Spec<Priority>::columns() {
  static constexpr std::array all{
      ref<Priority, &Priority::actor>("actor").needed(),
      Column<Priority>{"tag", Shape::scalar, true, read_priority_tag,
                       [](const Dataset& d, const Priority& row) { return qualified(d, row.tag); }},
      text<Priority, &Priority::rank>("rank"),
      date<Priority, &Priority::year>("year"),
  };
  return all;
}

}  // namespace coopnet::schema
