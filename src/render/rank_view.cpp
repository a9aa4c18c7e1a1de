#include "coopnet/render/rank_view.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "render/rank_measures.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

/// The number in a cell as it is printed, so that values equal in print are equal in rank.
std::optional<double> shown_number(const Cell& cell) {
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value()))
    return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&cell.value())) {
    if (*real == 0) return 0;
    const double unit = std::pow(10.0, 9 - std::floor(std::log10(std::abs(*real))));
    return std::round(*real * unit) / unit;
  }
  return std::nullopt;
}

class RankTables {
 public:
  RankTables(const Position& position, const RankContext& context)
      : position_(position),
        context_(context),
        data_(context.data),
        nodes_(context.network.nodes),
        measures_(rank_measures_of(context.network.kind)) {}

  std::vector<NamedTable> make() const {
    std::vector<NamedTable> out{centrality()};
    if (!position_.brokerage.empty()) out.push_back(brokers());
    out.push_back(falls_apart());
    out.push_back(only_ties());
    return out;
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, "rank." + std::string(key), args);
  }
  Column column(const char* key, ColumnType type, Importance importance, int decimals = 2) const {
    Column out{key, say(std::string("column-") + key), type, importance};
    out.decimals = decimals;
    out.undefined = true;
    return out;
  }

  std::string kind_key() const {
    static constexpr std::array keys{"actors-forum",    "actors-agreement", "actors-pledge",
                                     "actors-exchange", "forums-member",    "pledges-tag",
                                     "two-mode"};
    return keys[static_cast<std::size_t>(context_.network.kind)];
  }
  std::string network_name() const { return say("network-" + kind_key()); }

  std::string name(std::uint32_t vertex) const {
    const auto& node = nodes_[vertex];
    if (node.kind == NodeKind::actor)
      return actor_code(data_, ActorId(node.row), context_.language);
    if (node.kind == NodeKind::forum) return forum_code(data_, ForumId(node.row));
    return pledge_line(data_, PledgeId(node.row), context_.language);
  }
  std::string id(std::uint32_t vertex) const {
    const auto& node = nodes_[vertex];
    if (node.kind == NodeKind::actor) return data_.actors.rows[node.row].id;
    if (node.kind == NodeKind::forum) return data_.forums.rows[node.row].id;
    return data_.pledges.rows[node.row].id;
  }

  void close(Table& t) const {
    if (context_.stated_only) t.notes.push_back(message(context_.language, "gaps.stated-only"));
  }

  std::string where() const {
    std::vector<std::string> names;
    for (const RegionId r : context_.shown_in)
      names.push_back(region_name(data_, r, context_.language));
    return in_words(names, context_.language);
  }

  // --- centrality ---

  const RankMeasure* sorted_by() const {
    for (const auto& m : measures_)
      if (m.key == context_.sort) return &m;
    return nullptr;
  }

  /// Vertices in the order of the table with the rank of each; equal values share a rank, vertices
  /// without a value come last and have none.
  std::vector<std::pair<std::uint32_t, std::optional<std::size_t>>> order() const {
    std::vector<std::pair<std::uint32_t, std::optional<std::size_t>>> out;
    for (std::uint32_t v = 0; v < nodes_.size(); ++v)
      if (context_.shown[v]) out.emplace_back(v, std::nullopt);
    const RankMeasure* by = sorted_by();
    if (by == nullptr) return out;
    std::vector<std::optional<double>> value;
    for (const auto& row : position_.rows) {
      value.push_back(shown_number(by->value(row)));
      if (value.back() && by->low_first) value.back() = -*value.back();
    }
    std::stable_sort(out.begin(), out.end(),
                     [&](const auto& x, const auto& y) { return value[x.first] > value[y.first]; });
    for (std::size_t i = 0; i < out.size(); ++i) {
      const auto here = value[out[i].first];
      if (here)
        out[i].second = i > 0 && value[out[i - 1].first] == here ? out[i - 1].second : i + 1;
    }
    if (context_.top > 0 && out.size() > context_.top) out.resize(context_.top);
    return out;
  }

  NamedTable centrality() const {
    const RankMeasure* by = sorted_by();
    Table t;
    t.caption = by == nullptr ? say("caption-centrality", {network_name()})
                              : say("caption-sorted",
                                    {network_name(), say(std::string("column-") + by->key)});
    if (by != nullptr) t.columns.push_back(column("rank", integer, essential));
    t.columns.push_back(column("who", text, essential));
    for (const auto& m : measures_) {
      auto c = column(m.key, m.type, &m == by ? essential : m.importance, m.decimals);
      if (by != nullptr && m.key == context_.sort) c.importance = essential;
      t.columns.push_back(c);
    }
    t.columns.push_back(column("component_size", integer, extra));
    t.columns.push_back(column("id", text, extra));
    for (const auto& [v, rank] : order()) {
      std::vector<Cell> row;
      if (by != nullptr) row.emplace_back(rank);
      row.emplace_back(name(v));
      for (const auto& m : measures_) row.push_back(m.value(position_.rows[v]));
      row.emplace_back(position_.rows[v].component_size);
      row.emplace_back(id(v));
      t.rows.push_back(std::move(row));
    }
    if (t.rows.empty()) t.empty_reason = say("empty-" + kind_key(), {context_.network.without_tie});
    centrality_notes(t);
    return {"centrality", std::move(t)};
  }

  /// Networks the dataset has records for, where this one is empty.
  std::vector<std::string> networks_with_records() const {
    const auto exchange = [](const Agreement& a) { return a.kind == AgreementKind::peer_exchange; };
    const auto& agreements = data_.agreements.rows;
    std::vector<std::string> out;
    if (!data_.memberships.empty()) out.insert(out.end(), {"actors:forum", "two-mode"});
    if (!data_.parties.empty()) out.emplace_back("actors:agreement");
    if (std::any_of(agreements.begin(), agreements.end(), exchange))
      out.emplace_back("actors:exchange");
    if (!data_.pledges.empty()) out.insert(out.end(), {"actors:pledge", "pledges:tag"});
    return out;
  }

  bool everybody_tied() const {
    const auto n = nodes_.size();
    return n > 2 && !context_.network.is_directed() && position_.ties == n * (n - 1) / 2;
  }

  void centrality_notes(Table& t) const {
    const auto n = nodes_.size();
    if (n > 0)
      t.notes.push_back(say("counts", {t.rows.size(), n, position_.ties, position_.components,
                                       position_.largest, context_.as_of, where()}));
    if (everybody_tied()) t.notes.push_back(say("all-tied"));
    if (context_.network.without_tie > 0)
      t.notes.push_back(say("without-" + kind_key(), {context_.network.without_tie}));
    if (n == 0) {
      if (const auto others = networks_with_records(); !others.empty())
        t.notes.push_back(say("try-network", {text::join(others, ", ")}));
      close(t);
      return;
    }
    t.notes.push_back(say(context_.rank.lengths == TieLength::equal      ? "lengths-equal"
                          : context_.rank.lengths == TieLength::strength ? "lengths-strength"
                                                                         : "lengths-length"));
    if (position_.lengths_rounded) t.notes.push_back(say("lengths-rounded"));
    t.notes.push_back(say("definitions"));
    if (position_.components > 1) t.notes.push_back(say("apart"));
    if (position_.clustering)
      t.notes.push_back(say("clustering", {text::fixed(*position_.clustering, 4)}));
    if (!position_.converged) t.notes.push_back(say("not-converged"));
    if (!data_.info.sample_of.empty() && context_.network.kind == NetworkKind::actors_by_pledge)
      t.notes.push_back(data_.info.sample_of);
    close(t);
  }

  // --- brokers ---

  std::string group(std::uint32_t vertex) const {
    const auto& regions = position_.groups[position_.group[vertex]];
    if (regions.empty()) return say("group-unknown");
    std::vector<std::string> names;
    for (const RegionId region : regions)
      names.push_back(region_name(data_, region, context_.language));
    return in_words(names, context_.language);
  }

  NamedTable brokers() const {
    static constexpr std::array roles{"coordinator", "itinerant", "representative",
                                      "gatekeeper",  "liaison",   "total"};
    static constexpr std::array scores{"z_coordinator", "z_itinerant", "z_representative",
                                       "z_gatekeeper",  "z_liaison",   "z_total"};
    Table t;
    t.caption = say("caption-brokers", {network_name()});
    t.columns = {column("who", text, essential), column("group", text, normal)};
    for (const char* role : roles) t.columns.push_back(column(role, integer, essential));
    for (const char* score : scores)
      t.columns.push_back(column(score, number, score == scores.back() ? essential : extra, 4));
    t.columns.push_back(column("id", text, extra));
    std::size_t silent = 0;
    for (std::uint32_t v = 0; v < nodes_.size(); ++v) {
      const auto& row = position_.brokerage[v];
      if (!context_.shown[v]) continue;
      if (row.counts.back() == 0) {
        ++silent;
        continue;
      }
      std::vector<Cell> cells{name(v), group(v)};
      for (const auto count : row.counts) cells.emplace_back(count);
      for (const auto& z : row.z) cells.emplace_back(z);
      cells.emplace_back(id(v));
      t.rows.push_back(std::move(cells));
    }
    sort_brokers(t);
    if (t.rows.empty()) t.empty_reason = say("no-broker");
    if (!t.rows.empty()) t.notes.push_back(say("brokers-note", {silent}));
    close(t);
    return {"brokers", std::move(t)};
  }

  /// With --sort, those who stand between most pairs come first here too.
  void sort_brokers(Table& t) const {
    if (context_.sort.empty()) return;
    const auto total = [](const std::vector<Cell>& row) {
      constexpr std::size_t column = 7;
      return std::get<std::int64_t>(row[column].value());
    };
    std::stable_sort(t.rows.begin(), t.rows.end(),
                     [&](const auto& x, const auto& y) { return total(x) > total(y); });
    if (context_.top > 0 && t.rows.size() > context_.top) t.rows.resize(context_.top);
  }

  // --- what holds it together ---

  NamedTable falls_apart() const {
    Table t;
    t.caption = say("caption-falls-apart", {network_name()});
    t.columns = {column("who", text, essential), column("parts", integer, essential),
                 column("sizes", ColumnType::list, normal),
                 column("cut_off", ColumnType::list, essential), column("id", text, extra)};
    for (const auto& point : position_.falls_apart) {
      if (!context_.shown[point.vertex]) continue;
      List sizes, cut_off;
      for (std::size_t p = 0; p < point.parts.size(); ++p) {
        sizes.push_back({std::to_string(point.parts[p].size())});
        if (p > 0)
          for (const auto v : point.parts[p]) cut_off.push_back({name(v)});
      }
      t.add({name(point.vertex), point.parts.size(), sizes, cut_off, id(point.vertex)});
    }
    if (t.rows.empty())
      t.empty_reason = say(context_.shown_in.empty() ? "nobody-needed" : "nobody-needed-there",
                           {nodes_.size(), where()});
    if (!t.rows.empty()) t.notes.push_back(say("falls-apart-note", {t.rows.size(), nodes_.size()}));
    close(t);
    return {"falls_apart", std::move(t)};
  }

  NamedTable only_ties() const {
    Table t;
    t.caption = say("caption-only-ties", {network_name()});
    t.columns = {column("a", text, essential),         column("b", text, essential),
                 column("a_side", integer, essential), column("b_side", integer, essential),
                 column("a_id", text, extra),          column("b_id", text, extra)};
    for (const auto& tie : position_.only_ties)
      if (context_.shown[tie.a] || context_.shown[tie.b])
        t.add({name(tie.a), name(tie.b), tie.a_side, tie.b_side, id(tie.a), id(tie.b)});
    if (t.rows.empty()) t.empty_reason = say("no-only-tie", {position_.ties});
    close(t);
    return {"only_ties", std::move(t)};
  }

  const Position& position_;
  const RankContext& context_;
  const Dataset& data_;
  const std::vector<Node>& nodes_;
  std::vector<RankMeasure> measures_;
};

}  // namespace

std::vector<NamedTable> rank_tables(const Position& position, const RankContext& context) {
  return RankTables(position, context).make();
}

}  // namespace coopnet::render
