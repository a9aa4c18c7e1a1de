#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/exchange/from_data.hpp"
#include "coopnet/io/json_writer.hpp"
#include "coopnet/model/builder.hpp"
#include "exchange/kinds.hpp"
#include "exchange/node_facts.hpp"
#include "network/actor_scope.hpp"

/// The typed graph with everything that the tables say: what a column says of a row becomes an
/// attribute of its node, what it says of two rows is the edge between them.
namespace coopnet::exchange {
namespace {

/// Columns that edges say, or that have another form in the file.
bool is_said_elsewhere(std::size_t kind, std::string_view column) {
  if (column == "id" || column == "kind" || column == "regions") return true;
  if (column == label_columns[kind]) return true;
  switch (static_cast<NodeKind>(kind)) {
    case NodeKind::pledge:
      return column == "actors";
    case NodeKind::practice:
      return column == "actor";
    case NodeKind::event:
      return column == "organisers";
    default:
      return false;
  }
}

/// Columns of ids: those of rows that were left out go with them.
bool holds_ids(std::string_view column) {
  return column == "parent" || column == "may_join" || column == "counterparts" ||
         column == "answers" || column == "feeds_into";
}

/// Columns in which "~" stands before what was inferred.
bool holds_marks(std::string_view column) {
  return column == "scope" || column == "commitment_type" || column == "offer_or_need" ||
         column == "status" || column == "related";
}

class TypedGraphMaker {
 public:
  TypedGraphMaker(const Dataset& data, const Relations& relations, const Selection& selection)
      : data_(data),
        selection_(selection),
        raw_(to_raw(data)),
        graph_(build_cooperation_graph(data, relations)),
        facts_(data),
        nodes_(out_.node_attributes),
        edges_(out_.edge_attributes),
        kept_(graph_.vertex_count()) {
    for (std::size_t k = 0; k < node_kinds; ++k) tables_[k] = raw_.find(node_tables[k]);
    for (std::uint32_t i = 0; i < data.memberships.size(); ++i) {
      const auto& m = data.memberships.rows[i];
      pairs_[{NodeKind::forum, m.actor.value, m.forum.value}].push_back(i);
    }
    for (std::uint32_t i = 0; i < data.parties.size(); ++i) {
      const auto& p = data.parties.rows[i];
      pairs_[{NodeKind::agreement, p.actor.value, p.agreement.value}].push_back(i);
    }
  }

  NetworkFile make(const TypedGraphScope& scope) {
    keep_selected();
    if (!scope.regions.empty() || !scope.kinds.empty())
      narrow(ActorScope(data_, selection_, {}, scope.regions, scope.kinds));
    describe();
    add_nodes();
    add_edges();
    return std::move(out_);
  }

 private:
  // --- which nodes ---

  void keep_selected() {
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v) kept_[v] = is_selected(graph_[v]);
  }

  [[nodiscard]] bool is_selected(Node node) const {
    switch (node.kind) {
      case NodeKind::actor:
        return selection_.actors[node.row];
      case NodeKind::forum:
        return selection_.forums[node.row];
      case NodeKind::pledge:
        return selection_.pledges[node.row];
      case NodeKind::practice:
        return selection_.practices[node.row];
      case NodeKind::agreement:
        return selection_.agreements[node.row];
      case NodeKind::event:
        return selection_.events[node.row];
      case NodeKind::tag:
        break;
    }
    return true;
  }

  [[nodiscard]] bool is_tied_to_kept(std::uint32_t v) const {
    const auto others = graph_.neighbours(v);
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t other) {
      return kept_[other] && graph_[other].kind < graph_[v].kind;
    });
  }

  /// Kinds stand in the order in which they depend on each other: actors, then what is tied to
  /// them, then events, which forums organise too, then tags.
  void narrow(const ActorScope& scope) {
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v) {
      if (!kept_[v]) continue;
      const Node node = graph_[v];
      kept_[v] =
          node.kind == NodeKind::actor ? scope.inside(ActorId(node.row)) : is_tied_to_kept(v);
    }
  }

  // --- the whole ---

  void describe() {
    const auto put = [&](const char* name, const std::string& text) {
      if (!text.empty()) out_.properties.push_back({name, text});
    };
    put("title", data_.info.title);
    put("as_of", data_.info.as_of);
    RawDataset lists;
    lists.description = raw_.description;
    if (const RawTable* regions = raw_.find("regions")) lists.tables.push_back(*regions);
    put(std::string(dataset_property).c_str(),
        io::write_json_dataset(lists, [&](std::string_view table, std::string_view column) {
          return is_list_column(data_, table, column);
        }));
  }

  // --- nodes ---

  void add_nodes() {
    number_.assign(graph_.vertex_count(), 0);
    std::array<std::uint32_t, node_kinds> raw_row{};
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v) {
      const Node node = graph_[v];
      const auto kind = static_cast<std::size_t>(node.kind);
      // Tags that came into being by their use have no row in the table.
      const bool has_row = node.kind != NodeKind::tag || data_.tags.rows[node.row].declared;
      const auto row = has_row ? raw_row[kind]++ : 0;
      if (!kept_[v]) continue;
      number_[v] = static_cast<std::uint32_t>(out_.nodes.size());
      auto made = facts_.describe(node, nodes_);
      made.id = std::string(node_kind_words[kind]) + '/' + facts_.id(node);
      add_regions(node, made.values);
      if (node.kind == NodeKind::tag) add_tag_key(data_.tags.rows[node.row], made.values);
      if (has_row) add_columns(*tables_[kind], kind, row, made.values);
      out_.nodes.push_back(std::move(made));
    }
  }

  void add_tag_key(const Tag& tag, AttributeValues& values) {
    nodes_.put(values, "facet", data_.info.facets[tag.facet].key);
    nodes_.put(values, "key", tag.key);
    nodes_.put(values, declared_attribute, tag.declared);
  }

  /// The row's own regions, scheme by scheme.
  void add_regions(Node node, AttributeValues& values) {
    const auto add = [&](const std::vector<RegionUse>& uses) {
      std::map<std::string, std::vector<std::string>> schemes;
      for (const auto& use : uses) {
        if (!use.stated && selection_.stated_only) continue;
        const auto& region = data_.regions[use.id];
        schemes[region.scheme].push_back((use.stated ? "" : "~") + region.id);
      }
      for (const auto& [scheme, ids] : schemes)
        nodes_.put(values, std::string(regions_prefix) + scheme, text::join(ids, ";"));
    };
    if (node.kind == NodeKind::actor) add(data_.actors.rows[node.row].regions);
    if (node.kind == NodeKind::forum) add(data_.forums.rows[node.row].regions);
    if (node.kind == NodeKind::event) add(data_.events.rows[node.row].regions);
  }

  [[nodiscard]] bool is_facet(std::string_view column) const {
    return std::any_of(data_.info.facets.begin(), data_.info.facets.end(),
                       [&](const Facet& f) { return f.column == column; });
  }

  void add_columns(const RawTable& table, std::size_t kind, std::size_t row,
                   AttributeValues& values) {
    for (std::size_t c = 0; c < table.columns(); ++c) {
      const auto column = table.header[c].text;
      const bool is_tag = static_cast<NodeKind>(kind) == NodeKind::tag;
      if (is_said_elsewhere(kind, column) ||
          (is_tag ? column == "facet" || column == "key" : is_facet(column)))
        continue;
      nodes_.put(values, attribute_name(column), seen(column, table.cell(row, c).text));
    }
  }

  /// A column of the user's own may have a name that means something here.
  static std::string attribute_name(std::string_view column) {
    static const std::set<std::string_view> ours{
        kind_attribute, subkind_attribute, region_attribute, stated_attribute, declared_attribute};
    const bool clashes = ours.contains(column) || column.starts_with(regions_prefix);
    return clashes ? "column_" + std::string(column) : std::string(column);
  }

  /// The cell as the selection sees it.
  [[nodiscard]] std::string seen(std::string_view column, std::string_view cell) const {
    const bool marks = selection_.stated_only && holds_marks(column);
    if (!marks && !holds_ids(column)) return std::string(cell);
    std::vector<std::string> kept;
    for (const auto item : text::split_list(cell))
      if (!(marks && item.starts_with('~')) &&
          !(holds_ids(column) && !selection_.holds(data_, item)))
        kept.emplace_back(item);
    return text::join(kept, ";");
  }

  // --- edges ---

  void add_edges() {
    for (auto e = graph_.edges_begin(); e != graph_.edges_end(); ++e) {
      const auto arc = *e;
      if (!kept_[arc.source] || !kept_[arc.target]) continue;
      const Tie tie = graph_[arc];
      NetworkEdge edge{number_[arc.source], number_[arc.target]};
      edges_.put(edge.values, kind_attribute,
                 std::string(tie_kind_words[static_cast<std::size_t>(tie.kind)]));
      edges_.put(edge.values, stated_attribute, tie.stated);
      const Node a = graph_[arc.source], b = graph_[arc.target];
      if (tie.kind == TieKind::belongs_to) add_rows("memberships", a.row, b, edge.values);
      if (tie.kind == TieKind::is_party_to) add_rows("parties", a.row, b, edge.values);
      out_.edges.push_back(std::move(edge));
    }
  }

  /// What the rows about an actor and a forum or agreement say. One value where all say the same;
  /// else one for each row, roles and dates with ";" between, free text in lines.
  void add_rows(std::string_view name, std::uint32_t actor, Node other, AttributeValues& values) {
    const RawTable& table = *raw_.find(name);
    const auto& rows = pairs_.at({other.kind, actor, other.row});
    for (std::size_t c = 0; c < table.columns(); ++c) {
      const auto column = table.header[c].text;
      if (column == "actor" || column == "forum" || column == "agreement") continue;
      std::vector<std::string> cells;
      for (const auto row : rows) cells.emplace_back(table.cell(row, c).text);
      const bool same = std::all_of(cells.begin(), cells.end(),
                                    [&](const std::string& cell) { return cell == cells[0]; });
      const bool is_role = column == "role";
      const bool in_list = is_role || column == "from" || column == "to" || column == "as_of";
      edges_.put(values, attribute_name(column),
                 same && !is_role ? cells[0] : text::join(cells, in_list ? ";" : "\n"));
    }
  }

  const Dataset& data_;
  const Selection& selection_;
  RawDataset raw_;
  CooperationGraph graph_;
  NodeFacts facts_;
  NetworkFile out_;
  AttributeNames nodes_, edges_;
  std::vector<bool> kept_;             ///< by vertex
  std::vector<std::uint32_t> number_;  ///< in the file, of kept ones
  std::array<const RawTable*, node_kinds> tables_{};
  /// Rows of memberships and parties, by kind of the other side, actor and other side.
  std::map<std::tuple<NodeKind, std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> pairs_;
};

}  // namespace

NetworkFile typed_graph(const Dataset& data, const Relations& relations, const Selection& selection,
                        const TypedGraphScope& scope) {
  return TypedGraphMaker(data, relations, selection).make(scope);
}

}  // namespace coopnet::exchange
