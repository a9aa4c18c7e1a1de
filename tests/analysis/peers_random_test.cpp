#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "coopnet/analysis/peers.hpp"
#include "coopnet/core/rng.hpp"
#include "coopnet/core/text.hpp"
#include "support/datasets.hpp"

/// Values of peers against their definition, on random tables.
namespace coopnet {
namespace {

struct Loaded {
  Dataset data;
  Selection selection;
  Relations relations;
  PeerRecords records;
  explicit Loaded(Dataset d, bool stated_only = false) : data(std::move(d)), selection(data) {
    selection.stated_only = stated_only;
    relations = build_relations(data, selection);
    records = collect_peer_records(data, relations, selection);
  }
};

/// Random tables of states, `names` in this order; every kind of record occurs.
support::NamedTables random_tables(std::uint64_t seed, const std::vector<std::string>& names) {
  Rng rng(seed);
  const auto pick = [&](const std::vector<std::string>& from) {
    return from[rng.below(from.size())];
  };
  const auto tags = [&] {
    std::string out;
    for (const auto* key : {"1", "2", "3", "4", "5"})
      if (rng.below(3) == 0)
        out += (out.empty() ? "" : ";") + std::string(rng.below(2) == 0 ? "~" : "") + key;
    return out;
  };
  const std::vector<std::string> statuses{"",           "announced",    "in_progress", "completed",
                                          "~announced", "discontinued", "~completed"};
  const std::vector<std::string> directions{"", "", "offer", "need", "~offer", "~need"};
  const std::vector<std::string> kinds{"practice", "plan", "need", "support_given"};
  std::string actors = "id,kind,regions\n", members = "forum,actor,role\n";
  std::string pledges = "id,actors,objectives,status,offer_or_need\n";
  std::string practices = "id,actor,kind,objectives\n", priorities = "actor,tag\n";
  std::string agreements = "id,kind\n", parties = "agreement,actor,role\n";
  for (const auto& name : names) actors += name + ",state," + pick({"n", "s", "", "e"}) + "\n";
  for (std::size_t i = 0; i < 14; ++i) {
    const auto row = std::to_string(i);
    const auto one = pick(names);
    const auto two = pick(names);
    pledges += "P" + row + "," + one + (one == two ? "" : ";" + two) + "," + tags() + "," +
               pick(statuses) + "," + pick(directions) + "\n";
    practices += "q" + row + "," + pick(names) + "," + pick(kinds) + "," + tags() + "\n";
    if (i < 4) {
      priorities +=
          pick(names) + "," + pick({"", "~"}) + "objective:" + std::to_string(i + 1) + "\n";
      members += "f" + std::to_string(i % 2) + "," + names[i] + ",member\n";
      agreements += "a" + row + ",mou\n";
      parties += "a" + row + "," + names[i] + ",\na" + row + "," + names[i + 1] + ",\n";
    }
  }
  return {{"regions", "id,scheme\ne,review_region\nn,review_region\ns,review_region\n"},
          {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\nobjective,4\nobjective,5\n"},
          {"actors", actors},
          {"forums", "id,name\nf0,A\nf1,B\n"},
          {"memberships", members},
          {"agreements", agreements},
          {"parties", parties},
          {"pledges", pledges},
          {"practices", practices},
          {"priorities", priorities}};
}

/// The definition, read off the rows one by one.
class SlowValue {
 public:
  SlowValue(const Dataset& data, bool stated_only) : data_(data), stated_only_(stated_only) {}

  std::int64_t operator()(ActorId mentor, ActorId learner) const {
    std::int64_t base = 0;
    for (std::size_t t = 0; t < data_.tags.size(); ++t)
      base += supply(mentor, TagId::at(t)) * demand(learner, TagId::at(t)) * rarity(TagId::at(t));
    const auto quarter = static_cast<std::int64_t>(std::floor(static_cast<double>(base) / 4 + 0.5));
    return base + (share_forum(mentor, learner) ? quarter : 0) +
           (share_agreement(mentor, learner) ? quarter : 0) +
           (apart(mentor, learner) ? quarter : 0);
  }

 private:
  bool about(const std::vector<TagUse>& tags, TagId tag) const {
    for (const auto& use : tags)
      if (use.id == tag && (use.stated || !stated_only_)) return true;
    return false;
  }
  static bool by(const Pledge& pledge, ActorId actor) {
    return std::count(pledge.actors.begin(), pledge.actors.end(), actor) > 0;
  }
  template <class E>
  E seen(const Marked<E>& word) const {
    return stated_only_ && !word.stated ? E::unknown : word.value;
  }

  std::int64_t supply(ActorId actor, TagId tag) const {
    std::int64_t best = 0;
    for (const auto& p : data_.pledges) {
      if (!by(p, actor) || !about(p.tags, tag)) continue;
      const auto status = seen(p.status);
      const auto direction = seen(p.direction);
      std::int64_t points = 1;
      if (status == Status::in_progress) points = 2;
      if (status == Status::completed || direction == Direction::offer) points = 3;
      if (status == Status::discontinued || direction == Direction::need) points = 0;
      best = std::max(best, points);
    }
    for (const auto& p : data_.practices)
      if (p.actor == actor && about(p.tags, tag)) {
        if (p.kind == PracticeKind::practice) best = std::max<std::int64_t>(best, 2);
        if (p.kind == PracticeKind::support_given) best = std::max<std::int64_t>(best, 3);
      }
    return best;
  }

  std::int64_t demand(ActorId actor, TagId tag) const {
    std::int64_t best = 0;
    for (const auto& p : data_.pledges) {
      const auto status = seen(p.status);
      const auto direction = seen(p.direction);
      const bool over = status == Status::completed || status == Status::discontinued;
      if (!by(p, actor) || !about(p.tags, tag) || over) continue;
      if (direction == Direction::need) best = 3;
      if (direction == Direction::unknown && status == Status::announced)
        best = std::max<std::int64_t>(best, 1);
    }
    for (const auto& p : data_.practices)
      if (p.actor == actor && about(p.tags, tag)) {
        if (p.kind == PracticeKind::plan) best = std::max<std::int64_t>(best, 2);
        if (p.kind == PracticeKind::need) best = 3;
      }
    for (const auto& p : data_.priorities)
      if (p.actor == actor && about({p.tag}, tag)) best = std::max<std::int64_t>(best, 2);
    return best > 0 && lacks_pledge(actor, tag) ? best + 1 : best;
  }

  bool lacks_pledge(ActorId actor, TagId tag) const {
    const auto own = data_.actors[actor].regions;
    if (own.empty()) return false;
    for (const auto& p : data_.pledges) {
      if (!about(p.tags, tag)) continue;
      for (const ActorId other : p.actors)
        for (const auto& region : data_.actors[other].regions)
          if (region.id == own.front().id) return false;
    }
    return true;
  }

  std::int64_t rarity(TagId tag) const {
    std::set<ActorId> all, on;
    const auto add = [&](ActorId actor, const std::vector<TagUse>& tags) {
      all.insert(actor);
      if (about(tags, tag)) on.insert(actor);
    };
    for (const auto& p : data_.pledges)
      for (const ActorId actor : p.actors) add(actor, p.tags);
    for (const auto& p : data_.practices) add(p.actor, p.tags);
    for (const auto& p : data_.priorities) add(p.actor, {p.tag});
    if (on.empty()) return 0;
    const double ratio = static_cast<double>(all.size() + 1) / static_cast<double>(on.size());
    return std::llround(100 * std::log2(ratio));
  }

  bool share_forum(ActorId a, ActorId b) const {
    for (const auto& x : data_.memberships)
      for (const auto& y : data_.memberships)
        if (x.actor == a && y.actor == b && x.forum == y.forum) return true;
    return false;
  }
  bool share_agreement(ActorId a, ActorId b) const {
    for (const auto& x : data_.parties)
      for (const auto& y : data_.parties)
        if (x.actor == a && y.actor == b && x.agreement == y.agreement) return true;
    return false;
  }
  bool apart(ActorId a, ActorId b) const {
    const auto& x = data_.actors[a].regions;
    const auto& y = data_.actors[b].regions;
    return !x.empty() && !y.empty() && x.front().id != y.front().id;
  }

  const Dataset& data_;
  bool stated_only_;
};

const std::vector<std::string> some_names{"XAA", "XBB", "XCC", "XDD", "XEE", "XFF"};

TEST(Peers, ValuesAreThoseOfTheDefinition) {
  std::size_t positive = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const bool stated_only = seed % 3 == 0;
    const Loaded l(support::build(random_tables(seed, some_names)), stated_only);
    const SlowValue slow(l.data, stated_only);
    for (std::size_t m = 0; m < l.data.actors.size(); ++m)
      for (std::size_t k = 0; k < l.data.actors.size(); ++k) {
        if (m == k) continue;
        const auto expected = slow(ActorId::at(m), ActorId::at(k));
        const auto pair = compare_peers(l.relations, l.records, {}, ActorId::at(m), ActorId::at(k));
        ASSERT_EQ(pair.value, expected) << "seed " << seed << " " << m << " " << k;
        std::int64_t sum = pair.forum_points + pair.tie_points + pair.across_points;
        for (const auto& row : pair.objectives) sum += row.points;
        ASSERT_EQ(sum, pair.value);
        positive += expected > 0 ? 1U : 0U;
      }
  }
  EXPECT_GT(positive, 500U) << "the tables are rich enough to test something";
}

std::map<std::string, std::int64_t> values_by_name(const Loaded& l) {
  std::map<std::string, std::int64_t> out;
  for (const auto& a : l.data.actors)
    for (const auto& b : l.data.actors)
      if (a.id != b.id)
        out[a.id + ">" + b.id] = compare_peers(l.relations, l.records, {},
                                               *l.data.actors.find(a.id), *l.data.actors.find(b.id))
                                     .value;
  return out;
}

TEST(Peers, NamesAndOrderOfRowsDoNotMatter) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto before = values_by_name(Loaded(support::build(random_tables(seed, some_names))));
    // The same rows under names in reverse order of the alphabet.
    std::vector<std::string> reversed(some_names.rbegin(), some_names.rend());
    const auto after = values_by_name(Loaded(support::build(random_tables(seed, reversed))));
    const auto turned = [&](const std::string& name) {
      const auto at = std::find(some_names.begin(), some_names.end(), name);
      return reversed[static_cast<std::size_t>(at - some_names.begin())];
    };
    for (const auto& [pair, value] : before)
      EXPECT_EQ(after.at(turned(pair.substr(0, 3)) + ">" + turned(pair.substr(4))), value);

    auto tables = random_tables(seed, some_names);
    Rng rng(seed);
    for (auto& [name, csv] : tables) {
      std::vector<std::string> rows;
      for (const auto row : text::split_list(csv, '\n')) rows.emplace_back(row);
      rng.shuffle(std::span(rows).subspan(1));
      csv = text::join(rows, "\n") + "\n";
    }
    EXPECT_EQ(values_by_name(Loaded(support::build(tables))), before);
  }
}

}  // namespace
}  // namespace coopnet
