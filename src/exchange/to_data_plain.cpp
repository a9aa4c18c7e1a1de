#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/exchange/network_file.hpp"
#include "coopnet/model/table_maker.hpp"
#include "exchange/fields.hpp"
#include "exchange/kinds.hpp"
#include "exchange/table_columns.hpp"
#include "exchange/to_data.hpp"
#include "model/description.hpp"
#include "model/full_columns.hpp"

/// Any network as actors and agreements.
namespace coopnet::exchange {
namespace {

constexpr const char* scheme = "region";

/// Columns of free text: what a file says under these names can stand there.
constexpr std::array<std::string_view, 13> free_columns{
    "name", "name_fr", "name_es", "name_ar", "title",  "level", "standing", "champion_source",
    "iso2", "m49",     "source",  "note",    "aliases"};

/// Fields without a column of their own become attributes; label and edge ids are used.
NetworkFile spelled_out(const NetworkFile& network, const std::string& file,
                        Diagnostics& findings) {
  Diagnostics renamed;
  auto out = spell_out(network, {.label = false}, renamed);
  for (auto d : renamed.all()) {
    d.where.file = file;
    findings.add(std::move(d));
  }
  return out;
}

/// The items of a list of regions without their marks.
std::vector<std::string_view> region_names(const std::string& cell) {
  auto out = text::split_list(cell);
  for (auto& name : out) schema::take_stated(name);
  return out;
}

template <class E>
bool are_words(const std::vector<Attribute>& attributes, std::uint32_t attribute,
               const auto& items) {
  return std::all_of(items.begin(), items.end(), [&](const auto& item) {
    const Value* value = find_value(attributes, item.values, attribute);
    return value == nullptr || to_text(*value).empty() ||
           parse_word<E>(to_text(*value)).has_value();
  });
}

/// Which column each attribute of one side goes to.
template <class RowType>
class ColumnPlan {
 public:
  ColumnPlan(const std::vector<Attribute>& attributes, const std::string& file,
             Diagnostics& findings)
      : attributes_(attributes), file_(file), findings_(findings) {
    for (const auto& column : schema::full_columns<RowType>(read_description({}, ignored_)))
      schema_.push_back(column);
  }

  /// An attribute that is to be a column of the table.
  void bind(std::uint32_t attribute, const std::string& column) {
    bound_[attribute] = column;
    taken_.insert(column);
  }
  [[nodiscard]] bool is_free(const std::string& column) const { return !taken_.contains(column); }

  /// All others get columns of their own.
  void complete() {
    for (std::uint32_t a = 0; a < attributes_.size(); ++a) {
      if (bound_.contains(a)) continue;
      const auto wanted = column_name(attributes_[a].name);
      const bool free_text =
          std::find(free_columns.begin(), free_columns.end(), wanted) != free_columns.end();
      const bool means_something = !free_text && is_of_schema(wanted);
      std::string name = means_something ? "file_" + wanted : wanted;
      name = free_name(name, taken_);
      if (name != wanted)
        findings_.report(Severity::warning, "network-columns-changed", {file_, 0, 0}, "",
                         attributes_[a].name, {name});
      bind(a, name);
    }
  }

  [[nodiscard]] const std::string& column(std::uint32_t attribute) const {
    return bound_.at(attribute);
  }

 private:
  [[nodiscard]] bool is_of_schema(const std::string& name) const {
    const DatasetInfo info = read_description({}, ignored_);
    const auto key = schema::header_key(name);
    return std::any_of(schema_.begin(), schema_.end(),
                       [&](const auto& c) { return schema::answers_to(c, info, key); });
  }

  const std::vector<Attribute>& attributes_;
  const std::string& file_;
  Diagnostics& findings_;
  mutable Diagnostics ignored_;  // there is no description to be wrong
  std::vector<schema::FullColumn<RowType>> schema_;
  std::map<std::uint32_t, std::string> bound_;
  std::set<std::string, std::less<>> taken_;
};

class PlainImport {
 public:
  PlainImport(const NetworkFile& network, const std::string& file, Diagnostics& findings)
      : file_(file),
        findings_(findings),
        network_(spelled_out(network, file, findings)),
        actors_(network_.node_attributes, file, findings),
        agreements_(network_.edge_attributes, file, findings) {}

  RawDataset make() {
    plan_actors();
    plan_agreements();
    RawDataset out;
    add_actors(out);
    add_agreements(out);
    describe(out);
    return out;
  }

 private:
  void plan_actors() {
    const auto& attributes = network_.node_attributes;
    for (const auto name : {subkind_attribute, kind_attribute}) {
      const auto found = find_attribute(attributes, name);
      if (found && actors_.is_free("kind") &&
          are_words<ActorKind>(attributes, *found, network_.nodes))
        actors_.bind(*found, "kind");
    }
    for (const char* name : {"region", "regions"}) {
      const auto found = find_attribute(attributes, name);
      if (!found || !actors_.is_free("regions") || !are_regions(*found)) continue;
      actors_.bind(*found, "regions");
      regions_ = *found;
    }
    for (const char* used : {"id", "name"})  // the label is the name
      if (std::string_view(used) == "id" || has_labels()) reserve(used);
    actors_.complete();
  }

  /// Whether all values can be lists of ids.
  [[nodiscard]] bool are_regions(std::uint32_t attribute) const {
    if (network_.node_attributes[attribute].type != ValueType::text) return false;
    const auto is_id = [](std::string_view name) {
      return !name.empty() && !name.starts_with('~') &&
             std::none_of(name.begin(), name.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 32; });
    };
    return std::all_of(network_.nodes.begin(), network_.nodes.end(), [&](const NetworkNode& node) {
      const Value* value = find_value(network_.node_attributes, node.values, attribute);
      if (value == nullptr) return true;
      const auto names = region_names(std::get<std::string>(*value));
      return std::all_of(names.begin(), names.end(), is_id);
    });
  }

  void reserve(const char* column) { actors_.bind(~0U - reserved_++, column); }

  [[nodiscard]] bool has_labels() const {
    return std::any_of(network_.nodes.begin(), network_.nodes.end(),
                       [](const NetworkNode& n) { return !n.label.empty(); });
  }

  void plan_agreements() {
    const auto& attributes = network_.edge_attributes;
    agreements_.bind(~0U, "id");
    agreements_.bind(~0U - 1, "kind");
    const auto label = find_attribute(attributes, "label");
    if (label && !find_attribute(attributes, "title")) agreements_.bind(*label, "title");
    const auto year = find_attribute(attributes, "year");
    const auto is_date = [&](const NetworkEdge& edge) {
      const Value* value = find_value(attributes, edge.values, *year);
      return value == nullptr || to_text(*value).empty() || parse_fuzzy_interval(to_text(*value));
    };
    if (year && std::all_of(network_.edges.begin(), network_.edges.end(), is_date))
      agreements_.bind(*year, "year");
    agreements_.complete();
  }

  template <class RowType>
  static void put_values(GrowingTable& table, const std::vector<Attribute>& attributes,
                         const AttributeValues& values, const ColumnPlan<RowType>& plan) {
    for (std::uint32_t a = 0; a < attributes.size(); ++a)
      if (const Value* value = find_value(attributes, values, a))
        table.put(plan.column(a), to_text(*value));
  }

  void add_actors(RawDataset& out) {
    GrowingTable table("actors", {"id", "name"});
    TableIds ids;
    for (const auto& node : network_.nodes) {
      table.begin_row(node.line);
      ids_.push_back(ids.make(node.id));
      if (ids_.back() != node.id)
        findings_.report(Severity::warning, "network-id-changed", {file_, node.line, 0}, "",
                         node.id, {ids_.back()});
      table.put("id", ids_.back());
      table.put("name", node.label);
      put_values(table, network_.node_attributes, node.values, actors_);
    }
    if (table.rows() > 0) out.tables.push_back(table.take(file_));
  }

  void add_agreements(RawDataset& out) {
    GrowingTable agreements("agreements", {"id", "kind"});
    TableMaker parties("parties", file_, {"agreement", "actor", "role"});
    TableIds ids;
    for (const auto& edge : network_.edges) {
      const auto& from = ids_[edge.source];
      const auto& to = ids_[edge.target];
      const auto id = ids.make(edge.id.empty() ? from + "-" + to : edge.id);
      agreements.begin_row(edge.line);
      agreements.put("id", id);
      if (edge.directed) agreements.put("kind", "peer_exchange");
      put_values(agreements, network_.edge_attributes, edge.values, agreements_);
      const auto add_party = [&](const std::string& actor, const char* role) {
        for (const auto& text : {id, actor, std::string(role)})
          parties.add(text, {{}, edge.line, 0});
      };
      add_party(from, edge.directed ? "shared" : "");
      if (edge.directed || edge.source != edge.target)
        add_party(to, edge.directed ? "learned" : "");
    }
    if (agreements.rows() == 0) return;
    out.tables.push_back(agreements.take(file_));
    out.tables.push_back(parties.take());
  }

  void describe(RawDataset& out) {
    Diagnostics ignored;
    DatasetInfo info = read_description({}, ignored);
    for (const auto& property : network_.properties) {
      if (property.name == "title" || (property.name == "name" && info.title.empty()))
        info.title = property.text;
      if (property.name == "as_of" && parse_day_range(property.text)) info.as_of = property.text;
    }
    if (regions_) {
      info.region_schemes.push_back({scheme, "Region"});
      add_regions(out);
    }
    out.description = write_description(info);
    out.description_file = file_;
  }

  void add_regions(RawDataset& out) {
    std::set<std::string> names;
    for (const auto& node : network_.nodes)
      if (const Value* value = find_value(network_.node_attributes, node.values, *regions_))
        for (const auto name : region_names(std::get<std::string>(*value))) names.emplace(name);
    TableMaker table("regions", file_, {"id", "scheme", "label"});
    for (const auto& name : names)
      for (const auto& text : {name, std::string(scheme), name}) table.add(text);
    if (RawTable made = table.take(); made.rows() > 0) out.tables.push_back(std::move(made));
  }

  const std::string& file_;
  Diagnostics& findings_;
  NetworkFile network_;
  ColumnPlan<Actor> actors_;
  ColumnPlan<Agreement> agreements_;
  std::uint32_t reserved_ = 0;
  std::optional<std::uint32_t> regions_;  ///< attribute of the nodes
  std::vector<std::string> ids_;          ///< of the actors, by node
};

}  // namespace

RawDataset plain_to_dataset(const NetworkFile& network, const std::string& file,
                            Diagnostics& findings) {
  return PlainImport(network, file, findings).make();
}

}  // namespace coopnet::exchange
