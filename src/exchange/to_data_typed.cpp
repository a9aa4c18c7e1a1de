#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "coopnet/core/text.hpp"
#include "exchange/kinds.hpp"
#include "exchange/table_columns.hpp"
#include "exchange/to_data.hpp"
#include "exchange/typed_lists.hpp"

/// The typed graph as tables: what typed_graph.cpp does, the other way round.
namespace coopnet::exchange {
namespace {

constexpr std::size_t kind_index(NodeKind kind) { return static_cast<std::size_t>(kind); }

/// Columns of ids that must exist, with the table they are looked up in.
struct Reference {
  NodeKind of;
  std::string_view column;
  NodeKind to;
};
constexpr std::array<Reference, 4> references{
    {{NodeKind::actor, "parent", NodeKind::actor},
     {NodeKind::forum, "may_join", NodeKind::actor},
     {NodeKind::practice, "counterparts", NodeKind::actor},
     {NodeKind::event, "feeds_into", NodeKind::event}}};

/// What an edge of a kind joins.
struct TieEnds {
  TieKind kind;
  NodeKind left, right;
};
constexpr std::array<TieEnds, 11> tie_ends{{
    {TieKind::commits_to, NodeKind::actor, NodeKind::pledge},
    {TieKind::reports, NodeKind::actor, NodeKind::practice},
    {TieKind::belongs_to, NodeKind::actor, NodeKind::forum},
    {TieKind::is_party_to, NodeKind::actor, NodeKind::agreement},
    {TieKind::organises, NodeKind::actor, NodeKind::event},
    {TieKind::organises, NodeKind::forum, NodeKind::event},
    {TieKind::is_about, NodeKind::pledge, NodeKind::tag},
    {TieKind::is_about, NodeKind::practice, NodeKind::tag},
    {TieKind::is_about, NodeKind::forum, NodeKind::tag},
    {TieKind::is_about, NodeKind::agreement, NodeKind::tag},
    {TieKind::is_about, NodeKind::event, NodeKind::tag},
}};

/// Lines of a text, also empty ones.
std::vector<std::string> pieces(const std::string& text, char separator) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == separator)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

class TypedImport {
 public:
  TypedImport(const NetworkFile& network, const std::string& file, Diagnostics& findings)
      : network_(network), file_(file), findings_(findings), lists_(network, file, findings) {}

  RawDataset make() {
    if (!lists_.sound()) return {};
    name_nodes();
    take_edges();
    RawDataset out;
    out.description = lists_.description();
    out.description_file = file_;
    for (auto& table : lists_.regions()) out.tables.push_back(std::move(table));
    for (std::size_t k = 0; k < node_kinds; ++k) add_rows(k, out);
    for (auto* table : {&memberships_, &parties_})
      if (table->rows() > 0) out.tables.push_back(table->take(file_));
    report_left_out();
    return out;
  }

 private:
  /// The id of a row is what stands behind "actor/" in the id of the node.
  void name_nodes() {
    const auto kind_attribute_index = find_attribute(network_.node_attributes, kind_attribute);
    for (const auto& node : network_.nodes) {
      const auto word = std::get<std::string>(
          *find_value(network_.node_attributes, node.values, *kind_attribute_index));
      const auto kind = *place_of(node_kind_words, word);
      kinds_.push_back(kind);
      std::string_view id = node.id;
      if (id.starts_with(word + "/")) id.remove_prefix(word.size() + 1);
      auto& ids = kind == kind_index(NodeKind::forum) ? ids_of_[kind_index(NodeKind::actor)]
                                                      : ids_of_[kind];
      ids_.push_back(ids.make(id));
      if (ids_.back() != id && kind != kind_index(NodeKind::tag))
        findings_.report(Severity::warning, "network-id-changed", {file_, node.line, 0}, "",
                         std::string(id), {ids_.back()});
      known_[kind].insert(ids_.back());
    }
  }

  [[nodiscard]] std::string node_text(std::size_t node, std::string_view name) const {
    return text_of(network_.node_attributes, network_.nodes[node].values, name);
  }

  // --- edges: what they say of their left row, or rows of their own ---

  void take_edges() {
    for (const auto& edge : network_.edges) {
      const auto word = text_of(network_.edge_attributes, edge.values, kind_attribute);
      const auto kind = static_cast<TieKind>(*place_of(tie_kind_words, word));
      // An edge without direction may have been turned round on its way.
      if (!take_edge(kind, edge.source, edge.target, edge) &&
          !take_edge(kind, edge.target, edge.source, edge))
        ++left_out_[{word, node_kind_words[kinds_[edge.source]],
                     node_kind_words[kinds_[edge.target]]}];
    }
  }

  bool take_edge(TieKind kind, std::uint32_t left, std::uint32_t right, const NetworkEdge& edge) {
    const bool fits = std::any_of(tie_ends.begin(), tie_ends.end(), [&](const TieEnds& t) {
      return t.kind == kind && kind_index(t.left) == kinds_[left] &&
             kind_index(t.right) == kinds_[right];
    });
    if (!fits) return false;
    switch (kind) {
      case TieKind::commits_to:
        lists_of_[right]["actors"].push_back(ids_[left]);
        break;
      case TieKind::reports:
        lists_of_[right]["actor"].push_back(ids_[left]);
        break;
      case TieKind::organises:
        lists_of_[right]["organisers"].push_back(ids_[left]);
        break;
      case TieKind::is_about:
        return take_tag(left, right, edge);
      case TieKind::belongs_to:
        add_rows_of(memberships_, "forum", left, right, edge);
        break;
      case TieKind::is_party_to:
        add_rows_of(parties_, "agreement", left, right, edge);
        break;
    }
    return true;
  }

  bool take_tag(std::uint32_t row, std::uint32_t tag, const NetworkEdge& edge) {
    const auto* column = lists_.facet_column(node_text(tag, "facet"));
    if (column == nullptr) return false;
    const bool inferred =
        text_of(network_.edge_attributes, edge.values, stated_attribute) == "false";
    lists_of_[row][*column].push_back((inferred ? "~" : "") + tag_key(tag));
    return true;
  }

  [[nodiscard]] std::string tag_key(std::size_t node) const {
    const auto key = node_text(node, "key");
    return key.empty() ? ids_[node] : key;
  }

  /// One row a role.
  void add_rows_of(GrowingTable& table, std::string_view other, std::uint32_t actor,
                   std::uint32_t node, const NetworkEdge& edge) {
    const auto roles = pieces(text_of(network_.edge_attributes, edge.values, "role"), ';');
    for (std::size_t row = 0; row < roles.size(); ++row) {
      table.begin_row(edge.line);
      table.put(other, ids_[node]);
      table.put("actor", ids_[actor]);
      table.put("role", std::string(text::trim(roles[row])));
      if (edge.weight) table.put("weight", to_text(Value(*edge.weight)));
      for (std::uint32_t a = 0; a < network_.edge_attributes.size(); ++a) {
        const auto& name = network_.edge_attributes[a].name;
        const Value* value = find_value(network_.edge_attributes, edge.values, a);
        if (value == nullptr || name == "role" || name == kind_attribute ||
            name == stated_attribute)
          continue;
        table.put(column_of(name), piece(name, to_text(*value), row, roles.size()));
      }
    }
  }

  /// The part of a text that is about one of several rows.
  static std::string piece(std::string_view name, const std::string& text, std::size_t row,
                           std::size_t rows) {
    if (rows == 1) return text;
    const bool in_list = name == "from" || name == "to" || name == "as_of";
    const auto parts = pieces(text, in_list ? ';' : '\n');
    return parts.size() == rows ? parts[row] : text;
  }

  /// Names that mean something in the file were changed when it was written.
  static std::string column_of(const std::string& attribute) {
    constexpr std::string_view changed = "column_";
    return column_name(attribute.starts_with(changed) ? attribute.substr(changed.size())
                                                      : attribute);
  }

  // --- rows ---

  void add_rows(std::size_t kind, RawDataset& out) {
    const bool is_tag = kind == kind_index(NodeKind::tag);
    GrowingTable table(
        std::string(node_tables[kind]),
        is_tag ? std::vector<std::string>{"facet", "key"} : std::vector<std::string>{"id"});
    for (std::uint32_t i = 0; i < network_.nodes.size(); ++i) {
      if (kinds_[i] != kind) continue;
      // Words of open facets come into being by their use.
      if (is_tag && node_text(i, declared_attribute) == "false") continue;
      add_row(kind, i, table);
    }
    if (table.rows() > 0) out.tables.push_back(table.take(file_));
  }

  void add_row(std::size_t kind, std::uint32_t index, GrowingTable& table) {
    const auto& node = network_.nodes[index];
    const bool is_tag = kind == kind_index(NodeKind::tag);
    table.begin_row(node.line);
    if (!is_tag) table.put("id", ids_[index]);
    if (is_tag) table.put("key", tag_key(index));
    const auto label = label_columns[kind];
    if (!label.empty())
      table.put(label, node.label);
    else if (!node.label.empty())
      table.put("label", node.label);
    std::string regions;
    for (std::uint32_t a = 0; a < network_.node_attributes.size(); ++a) {
      const auto& name = network_.node_attributes[a].name;
      const Value* value = find_value(network_.node_attributes, node.values, a);
      if (value == nullptr || name == kind_attribute || name == declared_attribute ||
          (is_tag && name == "key"))
        continue;
      const auto text = to_text(*value);
      if (lists_.scheme_of(name))
        (regions += regions.empty() ? "" : ";") += text;
      else if (name != region_attribute)
        table.put(column_in(kind, name, node), seen(kind, name, text, node));
    }
    table.put("regions", regions);
    add_fields(node, table);
    if (const auto found = lists_of_.find(index); found != lists_of_.end())
      for (const auto& [column, items] : found->second) table.put(column, text::join(items, ";"));
  }

  /// The label has the column that is meant for it.
  static std::string column_in(std::size_t kind, const std::string& attribute,
                               const NetworkNode& node) {
    if (attribute == subkind_attribute) return "kind";
    const bool is_label = attribute == label_columns[kind] && !node.label.empty();
    return is_label ? attribute + "_2" : column_of(attribute);
  }

  static void add_fields(const NetworkNode& node, GrowingTable& table) {
    if (node.position) {
      table.put("x", to_text(Value(node.position->x)));
      table.put("y", to_text(Value(node.position->y)));
    }
    if (node.size) table.put("size", to_text(Value(*node.size)));
  }

  /// The cell without references to rows that the file does not hold.
  std::string seen(std::size_t kind, std::string_view column, const std::string& text,
                   const NetworkNode& node) {
    const auto found = std::find_if(references.begin(), references.end(), [&](const Reference& r) {
      return kind_index(r.of) == kind && r.column == column;
    });
    if (found == references.end()) return text;
    std::vector<std::string> kept;
    for (const auto item : text::split_list(text)) {
      if (known_[kind_index(found->to)].contains(item))
        kept.emplace_back(item);
      else
        findings_.report(Severity::warning, "network-reference-left-out", {file_, node.line, 0},
                         std::string(column), std::string(item));
    }
    return text::join(kept, ";");
  }

  void report_left_out() {
    for (const auto& [tie, count] : left_out_)
      findings_.report(
          Severity::warning, "network-tie-left-out", {file_, 0, 0}, "",
          std::string(std::get<0>(tie)),
          {std::string(std::get<1>(tie)), std::string(std::get<2>(tie)), std::to_string(count)});
  }

  const NetworkFile& network_;
  const std::string& file_;
  Diagnostics& findings_;
  TypedLists lists_;
  std::vector<std::size_t> kinds_;  ///< by node
  std::vector<std::string> ids_;    ///< of the rows, by node
  std::array<TableIds, node_kinds> ids_of_;
  std::array<std::set<std::string, std::less<>>, node_kinds> known_;
  /// Columns of a row that edges say.
  std::map<std::uint32_t, std::map<std::string, std::vector<std::string>>> lists_of_;
  GrowingTable memberships_{"memberships", {"forum", "actor", "role"}};
  GrowingTable parties_{"parties", {"agreement", "actor", "role"}};
  std::map<std::tuple<std::string, std::string_view, std::string_view>, std::size_t> left_out_;
};

}  // namespace

RawDataset typed_to_dataset(const NetworkFile& network, const std::string& file,
                            Diagnostics& findings) {
  return TypedImport(network, file, findings).make();
}

}  // namespace coopnet::exchange
