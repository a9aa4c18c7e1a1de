#include <map>

#include "coopnet/core/text.hpp"
#include "exchange/network_maker.hpp"
#include "exchange/readers.hpp"
#include "exchange/xml_reader.hpp"

namespace coopnet::exchange {
namespace {

using Side = NetworkMaker::Side;

enum class At : std::uint8_t {
  root,
  key,
  otherwise,
  graph,
  node,
  edge,
  data,
  markup,
  label,
  desc,
  other
};

/// A declared attribute. One declared without a name (yEd does) is made at its first plain value,
/// because most of these hold drawings instead.
struct Key {
  std::string name;
  ValueType type = ValueType::text;
  bool of_nodes = false, of_edges = false, of_graph = false;
  bool unnamed = false;
  std::optional<std::uint32_t> nodes{}, edges{};
};

ValueType type_named(std::string_view word) {
  if (word == "int" || word == "integer" || word == "long") return ValueType::integer;
  if (word == "float" || word == "double" || word == "real") return ValueType::number;
  if (word == "boolean" || word == "bool") return ValueType::boolean;
  return ValueType::text;
}

class GraphmlReader : public XmlHandler {
 public:
  GraphmlReader(const std::string& file, const NetworkLimits& limits, Diagnostics& out)
      : maker_(file, limits, out) {}

  NetworkFile read(std::string_view text) {
    parse_xml(text, maker_.limits().depth, *this, maker_.findings());
    if (!has_graph_ && !refused_) maker_.findings().error("network-no-graph", {0, 0});
    if (ports_) maker_.findings().warning("network-ports", *ports_);
    if (markup_) maker_.findings().warning("network-structured-data", *markup_);
    return maker_.finish(true);
  }

  void begin(std::string_view name, const XmlAttributes& attributes, Spot spot) override {
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    if (stack_.empty()) return begin_root(name, spot);
    const At parent = stack_.back();
    if (parent == At::data || parent == At::markup || parent == At::label)
      return begin_markup(name, spot);
    begin_known(name, parent, attributes, spot);
  }

  void end(std::string_view) override {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    const At at = stack_.back();
    stack_.pop_back();
    if (at == At::otherwise) end_default();
    if (at == At::data) end_data();
    if (at == At::desc) end_desc();
    if (at == At::node) node_ = nullptr;
    if (at == At::edge) edge_ = nullptr;
  }

  void text(std::string_view piece) override {
    if (skipped_ > 0 || stack_.empty()) return;
    const At at = stack_.back();
    std::string* into = at == At::label                                           ? &label_
                        : at == At::data || at == At::otherwise || at == At::desc ? &text_
                                                                                  : nullptr;
    // One byte more than is allowed is enough to be refused.
    if (into != nullptr && into->size() <= maker_.limits().tables.field_bytes) *into += piece;
  }

 private:
  void skip() { skipped_ = 1; }

  void begin_root(std::string_view name, Spot spot) {
    if (name == "graphml") return stack_.push_back(At::root);
    maker_.findings().error("network-other-format", spot, {.value = name, .args = {"graphml"}});
    refused_ = true;
    skip();
  }

  void begin_known(std::string_view name, At parent, const XmlAttributes& attributes, Spot spot) {
    if (name == "key" && parent == At::root) return begin_key(attributes, spot);
    if (name == "default" && parent == At::key) return begin_text(At::otherwise, spot);
    if (name == "graph") return begin_graph(parent, attributes, spot);
    if (name == "node" && parent == At::graph) return begin_node(attributes, spot);
    if (name == "edge" && parent == At::graph) return begin_edge(attributes, spot);
    if (name == "data" && (parent == At::graph || parent == At::node || parent == At::edge)) {
      key_ = attributes.get("key");
      had_markup_ = false;
      label_.clear();
      return begin_text(At::data, spot);
    }
    if (name == "desc" && (parent == At::graph || parent == At::node || parent == At::edge))
      return begin_text(At::desc, spot);
    if (name == "hyperedge") {
      maker_.findings().error("network-hyperedge", spot);
      return skip();
    }
    if (name == "port") {
      if (!ports_) ports_ = spot;
      return skip();
    }
    stack_.push_back(At::other);
  }

  void begin_text(At at, Spot spot) {
    text_.clear();
    spot_ = spot;
    stack_.push_back(at);
  }

  void begin_markup(std::string_view name, Spot spot) {
    if (!markup_ && name != "NodeLabel") markup_ = spot;
    had_markup_ = true;
    stack_.push_back(name == "NodeLabel" ? At::label : At::markup);
  }

  void begin_key(const XmlAttributes& attributes, Spot spot) {
    const std::string id(attributes.get("id"));
    current_key_ = nullptr;
    stack_.push_back(At::key);
    if (id.empty()) return maker_.findings().error("network-missing-id", spot, {.args = {"id"}});
    if (keys_.contains(id))
      return maker_.findings().error("network-repeated-key", spot, {.value = id});
    const auto target = attributes.find("for").value_or("all");
    const auto name = attributes.find("attr.name");
    Key key{.name = std::string(name.value_or(id)),
            .type = type_named(text::lower_ascii(attributes.get("attr.type"))),
            .of_nodes = target == "node" || target == "all",
            .of_edges = target == "edge" || target == "all",
            .of_graph = target == "graph" || target == "all" || target == "graphml",
            .unnamed = !name.has_value()};
    if (!key.unnamed) {
      if (key.of_nodes) key.nodes = maker_.declare(Side::nodes, key.name, key.type, spot);
      if (key.of_edges) key.edges = maker_.declare(Side::edges, key.name, key.type, spot);
    }
    current_key_ = &keys_.emplace(id, std::move(key)).first->second;
  }

  void end_default() {
    if (current_key_ == nullptr || current_key_->unnamed) return;
    if (current_key_->nodes) maker_.set_default(Side::nodes, *current_key_->nodes, text_, spot_);
    if (current_key_->edges) maker_.set_default(Side::edges, *current_key_->edges, text_, spot_);
  }

  void begin_graph(At parent, const XmlAttributes& attributes, Spot spot) {
    if (parent != At::root) {
      maker_.findings().error("network-nested-graph", spot);
      return skip();
    }
    if (has_graph_) {
      maker_.findings().warning("network-several-graphs", spot);
      return skip();
    }
    has_graph_ = true;
    const auto word = attributes.get("edgedefault");
    if (word != "directed" && word != "undirected" && !word.empty())
      maker_.findings().error("network-bad-value", spot,
                              {.field = "edgedefault", .value = word, .args = {"directed"}});
    maker_.network().directed = word == "directed";
    stack_.push_back(At::graph);
  }

  void begin_node(const XmlAttributes& attributes, Spot spot) {
    stack_.push_back(At::node);
    node_ = maker_.add_node(attributes.get("id"), spot);
  }

  void begin_edge(const XmlAttributes& attributes, Spot spot) {
    stack_.push_back(At::edge);
    edge_ = maker_.add_edge(attributes.get("source"), attributes.get("target"), spot);
    if (edge_ == nullptr) return;
    if (!ports_ && (attributes.find("sourceport") || attributes.find("targetport"))) ports_ = spot;
    maker_.set_edge_id(*edge_, attributes.get("id"), spot);
    edge_->directed = maker_.network().directed;
    const auto directed = attributes.find("directed");
    if (!directed) return;
    const auto value = parse_value(*directed, ValueType::boolean);
    if (value)
      edge_->directed = std::get<bool>(*value);
    else
      maker_.findings().error("network-bad-value", spot,
                              {.field = "directed", .value = *directed, .args = {"boolean"}});
  }

  /// The element that the data or the description belongs to is on top of the stack again.
  void end_data() {
    const At owner = stack_.back();
    const auto found = keys_.find(key_);
    const bool known = found != keys_.end() && (owner == At::node   ? found->second.of_nodes
                                                : owner == At::edge ? found->second.of_edges
                                                                    : found->second.of_graph);
    if (!known) return maker_.findings().error("network-unknown-key", spot_, {.value = key_});
    if (had_markup_) {
      const auto label = text::trim(label_);
      if (node_ != nullptr && node_->label.empty() && maker_.fits("label", label, spot_))
        node_->label = label;
      return;
    }
    put(found->second, owner);
  }

  void put(Key& key, At owner) {
    if (owner == At::graph) {
      if (maker_.fits(key.name, text_, spot_))
        maker_.network().properties.push_back({key.name, text_});
      return;
    }
    const Side side = owner == At::node ? Side::nodes : Side::edges;
    auto& index = owner == At::node ? key.nodes : key.edges;
    if (!index && key.unnamed) index = maker_.text_attribute(side, key.name, spot_);
    if (index) set(side, *index);
  }

  void end_desc() {
    const At owner = stack_.back();
    if (owner == At::graph) {
      if (maker_.fits("desc", text_, spot_)) maker_.network().properties.push_back({"desc", text_});
      return;
    }
    const Side side = owner == At::node ? Side::nodes : Side::edges;
    if (const auto index = maker_.text_attribute(side, "desc", spot_)) set(side, *index);
  }

  void set(Side side, std::uint32_t index) {
    if (side == Side::nodes && node_ != nullptr)
      maker_.set(node_->values, side, index, text_, spot_);
    if (side == Side::edges && edge_ != nullptr)
      maker_.set(edge_->values, side, index, text_, spot_);
  }

  NetworkMaker maker_;
  std::vector<At> stack_;
  std::size_t skipped_ = 0;  ///< depth inside an element that is not read
  std::map<std::string, Key, std::less<>> keys_;
  Key* current_key_ = nullptr;
  NetworkNode* node_ = nullptr;
  NetworkEdge* edge_ = nullptr;
  std::string key_, text_, label_;
  Spot spot_;
  bool had_markup_ = false;
  bool has_graph_ = false, refused_ = false;
  std::optional<Spot> ports_, markup_;  ///< where the first of them stands
};

}  // namespace

NetworkFile read_graphml(std::string_view text, const std::string& file, Diagnostics& findings,
                         const NetworkLimits& limits) {
  return GraphmlReader(file, limits, findings).read(text);
}

}  // namespace coopnet::exchange
