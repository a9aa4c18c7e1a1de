#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/network/relations.hpp"
#include "support/datasets.hpp"

/// Small random datasets in which every table says something, and what is done to them in tests:
/// rows shuffled, two put together.
namespace support {

/// A dataset with everything in it taken into account.
struct World {
  coopnet::Dataset data;
  coopnet::Selection selection;
  coopnet::Relations relations;

  explicit World(coopnet::Dataset d, bool stated_only = false)
      : data(std::move(d)), selection(data) {
    selection.stated_only = stated_only;
    relations = coopnet::build_relations(data, selection);
  }
  explicit World(const NamedTables& tables) : World(build(tables)) {}

  coopnet::ActorId actor(std::string_view id) const { return *data.actors.find(id); }
  coopnet::ForumId forum(std::string_view id) const { return *data.forums.find(id); }
  coopnet::RegionId region(std::string_view id) const { return *data.regions.find(id); }
  coopnet::TagId objective(std::string_view key) const { return *data.find_tag(0, key); }
  std::string id(coopnet::ActorId actor) const { return data.actors[actor].id; }
  std::string id(coopnet::ForumId forum) const { return data.forums[forum].id; }
  std::string id(coopnet::RegionId region) const { return data.regions[region].id; }
  std::string key(coopnet::TagId tag) const { return data.tags[tag].key; }
};

struct WorldShape {
  std::size_t actors = 9;
  std::size_t rows = 14;    ///< of pledges and of practices each
  std::string prefix = "";  ///< of all ids but those of tags; two worlds with other ones are apart
};

namespace detail {

class WorldMaker {
 public:
  WorldMaker(std::uint64_t seed, WorldShape shape) : rng_(seed), shape_(std::move(shape)) {}

  NamedTables make() {
    const std::vector<std::string> forum_names{id("f0"), id("f1"), id("f2"), id("f3")};
    make_actors();
    make_rows();
    std::string forums = "id,name,regions,objectives\n", events = "id,date,organisers,regions\n";
    std::string members = "forum,actor,role\n", agreements = "id,kind\n";
    std::string parties = "agreement,actor,role\n", priorities = "actor,tag\n";
    for (const auto& forum : forum_names) {
      forums += forum + ",Forum " + forum + "," + pick({"", "", id("n")}) + "," + tags() + "\n";
      for (const auto& actor : names_)
        if (below(3) == 0)
          members += forum + "," + actor + "," +
                     pick({"member", "member", "member", "observer", "chair", "lead"}) + "\n";
    }
    for (std::size_t i = 0; i < 5; ++i) {
      const auto a = pick(names_), b = pick(names_);
      const auto row = id("a" + std::to_string(i));
      agreements += row + "," + (i < 3 ? "mou" : "peer_exchange") + "\n";
      parties += row + "," + a + "," + (i < 3 ? "" : "shared") + "\n";
      if (a != b) parties += row + "," + b + "," + (i < 3 ? "" : "learned") + "\n";
      events += id("E" + std::to_string(i)) + ",2024-0" + std::to_string(i + 1) + "-15," +
                pick(names_) + ";" + pick(forum_names) + ",\n";
      if (below(2) == 0)
        priorities += pick(names_) + "," + pick({"", "~"}) + "objective:" + key() + "\n";
    }
    return {{"regions", regions_},      {"tags", tag_list},        {"thesaurus", synonyms},
            {"actors", actors_},        {"forums", forums},        {"memberships", members},
            {"agreements", agreements}, {"parties", parties},      {"events", events},
            {"pledges", pledges_},      {"practices", practices_}, {"priorities", priorities}};
  }

 private:
  static constexpr const char* tag_list =
      "facet,key,group\nobjective,1,RT1\nobjective,2,RT1\nobjective,3,RT2\nobjective,4,RT2\n"
      "objective,5,\nobjective,6,RT2\n";
  static constexpr const char* synonyms = "facet,variant,preferred\ntheme,jobs,work\n";

  std::size_t below(std::size_t n) { return static_cast<std::size_t>(rng_.below(n)); }
  std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }
  std::string id(const std::string& name) const { return shape_.prefix + name; }
  std::string key() { return std::to_string(below(6) + 1); }
  std::string tags() {
    std::string out;
    for (const auto* tag : {"1", "2", "3", "4", "5"})  // nothing is ever on 6
      if (below(4) == 0)
        out += (out.empty() ? "" : ";") + std::string(below(3) == 0 ? "~" : "") + tag;
    return out;
  }

  void make_actors() {
    for (const auto* name : {"e", "n", "s"}) regions_ += id(name) + ",review_region\n";
    for (std::size_t i = 0; i < shape_.actors; ++i) {
      names_.push_back(id("X" + std::to_string(i / 10) + std::to_string(i % 10)));
      actors_ += names_.back() + "," + pick({"state", "state", "state", "civil_society"}) + "," +
                 pick({id("n"), id("s"), id("e"), id("n") + ";" + id("s"), ""}) + "," +
                 pick({"", "", "", "", "2023"}) + "\n";
    }
  }

  void make_rows() {
    for (std::size_t i = 0; i < shape_.rows; ++i) {
      const auto row = std::to_string(i);
      const auto one = pick(names_), two = pick(names_);
      const auto both = one == two || below(2) == 0 ? one : one + ";" + two;
      pledges_ +=
          id("P" + row) + "," + both + "," + tags() + "," + pick({"", "jobs", "work", "health"}) +
          "," + pick({"", "announced", "in_progress", "completed", "~completed", "discontinued"}) +
          "," + pick({"", "", "", "offer", "need", "~need"}) + "," +
          pick({"", "financial", "policy", "capacity"}) + "," +
          (i > 0 && below(3) == 0 ? id("P" + std::to_string(below(i))) : "") + "\n";
      practices_ += id("q" + row) + "," + pick(names_) + "," +
                    pick({"practice", "plan", "need", "support_given"}) + "," + tags() + "\n";
    }
  }

  coopnet::Rng rng_;
  WorldShape shape_;
  std::vector<std::string> names_;
  std::string regions_ = "id,scheme\n", actors_ = "id,kind,regions,champion_known_by\n";
  std::string pledges_ =
      "id,actors,objectives,themes,status,offer_or_need,commitment_type,answers\n";
  std::string practices_ = "id,actor,kind,objectives\n";
};

inline std::vector<std::string> rows_of(const std::string& csv) {
  std::vector<std::string> out;
  std::size_t begin = csv.find('\n') + 1;
  while (begin < csv.size()) {
    const auto end = csv.find('\n', begin);
    out.push_back(csv.substr(begin, end + 1 - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace detail

inline NamedTables random_world(std::uint64_t seed, WorldShape shape = {}) {
  return detail::WorldMaker(seed, std::move(shape)).make();
}

/// A CSV text, or all of them, with rows in another order.
inline std::string shuffled(const std::string& csv, std::uint64_t seed) {
  auto rows = detail::rows_of(csv);
  coopnet::Rng rng(seed);
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[rng.below(i)]);
  std::string out = csv.substr(0, csv.find('\n') + 1);
  for (const auto& row : rows) out += row;
  return out;
}
inline NamedTables shuffled(NamedTables tables, std::uint64_t seed) {
  for (auto& table : tables) table.second = shuffled(table.second, seed);
  return tables;
}

/// The rows of two datasets with the same tables; a row that both have stands once.
inline NamedTables together(NamedTables a, const NamedTables& b) {
  for (std::size_t t = 0; t < a.size(); ++t) {
    const auto own = detail::rows_of(a[t].second);
    for (const auto& row : detail::rows_of(b[t].second))
      if (std::find(own.begin(), own.end(), row) == own.end()) a[t].second += row;
  }
  return a;
}

/// One more row in a table.
inline NamedTables with_row(NamedTables tables, const std::string& name, const std::string& row) {
  for (auto& table : tables)
    if (table.first == name) table.second += row + "\n";
  return tables;
}

}  // namespace support
