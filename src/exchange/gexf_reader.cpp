#include <algorithm>
#include <array>
#include <unordered_map>

#include "coopnet/core/text.hpp"
#include "exchange/network_maker.hpp"
#include "exchange/readers.hpp"
#include "exchange/xml_reader.hpp"

namespace coopnet::exchange {
namespace {

using Side = NetworkMaker::Side;

/// Other types (anyURI, the lists, numbers that may be too large for 64 bits) are text.
ValueType type_named(std::string_view word) {
  constexpr std::array<std::string_view, 4> integers{"integer", "long", "short", "byte"};
  if (std::find(integers.begin(), integers.end(), word) != integers.end())
    return ValueType::integer;
  if (word == "double" || word == "float") return ValueType::number;
  return word == "boolean" ? ValueType::boolean : ValueType::text;
}

bool has_time(const XmlAttributes& attributes) {
  constexpr std::array<std::string_view, 7> names{"start",     "end",        "startopen", "endopen",
                                                  "timestamp", "timestamps", "intervals"};
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return attributes.find(name).has_value(); });
}

enum class Way : std::uint8_t { undirected, directed, mutual };

class GexfReader : public XmlHandler {
 public:
  GexfReader(const std::string& file, const NetworkLimits& limits, Diagnostics& out)
      : maker_(file, limits, out) {}

  NetworkFile read(std::string_view text) {
    parse_xml(text, maker_.limits().depth, *this, maker_.findings());
    auto& findings = maker_.findings();
    if (!has_graph_ && !refused_) findings.error("network-no-graph", {0, 0});
    if (times_) findings.warning("network-times", *times_);
    if (hierarchy_) findings.warning("network-hierarchy", *hierarchy_);
    if (looks_) findings.warning("network-looks", *looks_);
    return maker_.finish(true);
  }

  void begin(std::string_view name, const XmlAttributes& attributes, Spot spot) override {
    if (refused_) return;
    if (path_.empty() && name != "gexf") {
      maker_.findings().error("network-other-format", spot, {.value = name, .args = {"gexf"}});
      refused_ = true;
      return;
    }
    const std::string parent = path_.empty() ? std::string() : path_.back();
    path_.emplace_back(name);
    text_.clear();
    spot_ = spot;
    if (name == "graph") begin_graph(attributes, spot);
    if (graphs_ > 1) return;  // told where it began
    if (name == "attributes") begin_attributes(attributes, spot);
    if (name == "attribute" && parent == "attributes") begin_attribute(attributes, spot);
    if (name == "node" && parent == "nodes") begin_node(attributes, spot);
    if (name == "edge" && parent == "edges") begin_edge(attributes, spot);
    if (name == "attvalue") begin_value(attributes, spot);
    if (name == "spells" || name == "slices") note(times_, spot);
    if (name == "parents" || (name == "nodes" && parent == "node")) note(hierarchy_, spot);
    if (parent == "node" || parent == "edge") begin_look(name, parent, attributes, spot);
  }

  void end(std::string_view name) override {
    if (refused_) return;
    path_.pop_back();
    const std::string parent = path_.empty() ? std::string() : path_.back();
    if (graphs_ > 1) return;
    if (name == "default" && attribute_) maker_.set_default(side_, *attribute_, text_, spot_);
    if (name == "attribute") attribute_.reset();
    if (parent == "meta") end_meta(name);
    if (name == "node" && parent == "nodes") nodes_.pop_back();
    if (name == "edge" && parent == "edges") end_edge();
  }

  void text(std::string_view piece) override {
    // One byte more than is allowed is enough to be refused.
    if (text_.size() <= maker_.limits().tables.field_bytes) text_ += piece;
  }

 private:
  static void note(std::optional<Spot>& first, Spot spot) {
    if (!first) first = spot;
  }

  void bad_value(std::string_view field, std::string_view value, const char* expected, Spot spot) {
    maker_.findings().error("network-bad-value", spot,
                            {.field = field, .value = value, .args = {expected}});
  }

  std::optional<Way> way_of(std::string_view field, std::string_view word, Spot spot) {
    if (word == "directed") return Way::directed;
    if (word == "undirected") return Way::undirected;
    if (word == "mutual") return Way::mutual;
    bad_value(field, word, "direction", spot);
    return std::nullopt;
  }

  void begin_graph(const XmlAttributes& attributes, Spot spot) {
    has_graph_ = true;
    if (++graphs_ > 1) return maker_.findings().warning("network-several-graphs", spot);
    if (attributes.get("mode") == "dynamic" || has_time(attributes)) note(times_, spot);
    const auto word = attributes.find("defaultedgetype");
    if (word) usual_ = way_of("defaultedgetype", *word, spot).value_or(Way::undirected);
    maker_.network().directed = usual_ != Way::undirected;
  }

  void begin_attributes(const XmlAttributes& attributes, Spot spot) {
    const auto side = attributes.get("class");
    if (side != "node" && side != "edge") bad_value("class", side, "side", spot);
    side_ = side == "edge" ? Side::edges : Side::nodes;
    if (attributes.get("mode") == "dynamic") note(times_, spot);
  }

  void begin_attribute(const XmlAttributes& attributes, Spot spot) {
    const std::string id(attributes.get("id"));
    if (id.empty()) return maker_.findings().error("network-missing-id", spot, {.args = {"id"}});
    const auto title = attributes.find("title").value_or(id);
    auto& known = declared_[static_cast<std::size_t>(side_)];
    if (known.contains(id))
      return maker_.findings().error("network-repeated-key", spot, {.value = id});
    attribute_ =
        maker_.declare(side_, title, type_named(text::lower_ascii(attributes.get("type"))), spot);
    if (attribute_) known.emplace(id, *attribute_);
  }

  void begin_node(const XmlAttributes& attributes, Spot spot) {
    if (has_time(attributes)) note(times_, spot);
    if (attributes.find("pid")) note(hierarchy_, spot);
    nodes_.push_back(no_node);
    NetworkNode* node = maker_.add_node(attributes.get("id"), spot);
    if (node == nullptr) return;
    nodes_.back() = static_cast<std::uint32_t>(maker_.network().nodes.size() - 1);
    const auto label = attributes.get("label");
    if (maker_.fits("label", label, spot)) node->label = label;
  }

  [[nodiscard]] NetworkNode* node() {
    if (nodes_.empty() || nodes_.back() == no_node) return nullptr;
    return &maker_.network().nodes[nodes_.back()];
  }

  void begin_edge(const XmlAttributes& attributes, Spot spot) {
    source_ = attributes.get("source");
    target_ = attributes.get("target");
    edge_ = maker_.add_edge(source_, target_, spot);
    if (has_time(attributes)) note(times_, spot);
    if (edge_ == nullptr) return;
    const auto word = attributes.find("type");
    way_ = word ? way_of("type", *word, spot).value_or(usual_) : usual_;
    edge_->directed = way_ != Way::undirected;
    maker_.set_edge_id(*edge_, attributes.get("id"), spot);
    if (const auto weight = attributes.find("weight"))
      edge_->weight = maker_.number("weight", *weight, spot);
    for (const char* name : {"label", "kind"}) {
      const auto value = attributes.find(name);
      if (!value) continue;
      if (const auto index = maker_.text_attribute(Side::edges, name, spot))
        maker_.set(edge_->values, Side::edges, *index, *value, spot);
    }
  }

  void end_edge() {
    if (edge_ != nullptr && way_ == Way::mutual) {
      const NetworkEdge there = *edge_;
      if (NetworkEdge* back = maker_.add_edge(target_, source_, {there.line, 1})) {
        back->directed = true;
        back->weight = there.weight;
        back->values = there.values;
      }
    }
    edge_ = nullptr;
  }

  void begin_value(const XmlAttributes& attributes, Spot spot) {
    const Side side = edge_ != nullptr ? Side::edges : Side::nodes;
    NetworkNode* const of = node();
    if (edge_ == nullptr && of == nullptr) return;  // reported where the element began
    auto& values = edge_ != nullptr ? edge_->values : of->values;
    const std::string key(attributes.find("for").value_or(attributes.get("id")));
    const auto text = attributes.get("value");
    const auto& known = declared_[static_cast<std::size_t>(side)];
    const auto found = known.find(key);
    if (found == known.end()) {
      // Early versions of Gephi wrote weights like this.
      if (side == Side::edges && key == "weight")
        edge_->weight = maker_.number("weight", text, spot);
      else
        maker_.findings().error("network-unknown-key", spot, {.value = key});
      return;
    }
    const bool timed = has_time(attributes);
    if (timed) note(times_, spot);
    const auto before = std::find_if(values.begin(), values.end(), [&](const AttributeValue& v) {
      return v.attribute == found->second;
    });
    // Of several times the first is kept; the kind of an edge stands in its element too.
    if (before != values.end() && (timed || to_text(before->value) == text)) return;
    maker_.set(values, side, found->second, text, spot);
  }

  void begin_look(std::string_view name, std::string_view parent, const XmlAttributes& attributes,
                  Spot spot) {
    const bool is_look = name == "color" || name == "position" || name == "size" ||
                         name == "shape" || name == "thickness";
    if (!is_look) return;
    NetworkNode* const of = parent == "node" ? node() : nullptr;
    if (parent == "edge" || name == "shape" || name == "thickness") return note(looks_, spot);
    if (of == nullptr) return;
    if (name == "size") of->size = maker_.number("size", attributes.get("value"), spot);
    if (name == "color") of->colour = colour(attributes, spot);
    if (name == "position") {
      const auto x = maker_.number("x", attributes.get("x"), spot);
      const auto y = maker_.number("y", attributes.get("y"), spot);
      const auto z = attributes.find("z");
      if (z && parse_number(*z).value_or(1) != 0) note(looks_, spot);
      if (x && y) of->position = Position{*x, *y};
    }
  }

  std::optional<Colour> colour(const XmlAttributes& attributes, Spot spot) {
    if (const auto a = attributes.find("a"); a && parse_number(*a).value_or(0) != 1)
      note(looks_, spot);
    if (const auto hex = attributes.find("hex")) {
      const auto out = parse_colour(*hex);
      if (!out) bad_value("color", *hex, "color", spot);
      return out;
    }
    std::array<std::uint8_t, 3> parts{};
    constexpr std::array names{"r", "g", "b"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const auto value = parse_number(attributes.get(names[i]));
      if (!value || *value < 0 || *value > 255) {
        bad_value("color", attributes.get(names[i]), "color", spot);
        return std::nullopt;
      }
      parts[i] = static_cast<std::uint8_t>(*value);
    }
    return Colour{parts[0], parts[1], parts[2]};
  }

  void end_meta(std::string_view name) {
    const bool is_title = name == "description";
    if ((!is_title && name != "keywords") || !maker_.fits(name, text_, spot_)) return;
    maker_.network().properties.push_back({is_title ? "title" : std::string(name), text_});
  }

  static constexpr std::uint32_t no_node = ~0U;

  NetworkMaker maker_;
  std::vector<std::string> path_;
  std::string text_;
  Spot spot_;
  Side side_ = Side::nodes;
  std::array<std::unordered_map<std::string, std::uint32_t>, 2> declared_;  ///< by id, a side each
  std::optional<std::uint32_t> attribute_;
  std::vector<std::uint32_t> nodes_;  ///< that are open, inside each other
  NetworkEdge* edge_ = nullptr;
  std::string source_, target_;
  Way usual_ = Way::undirected, way_ = Way::undirected;
  std::size_t graphs_ = 0;
  bool has_graph_ = false, refused_ = false;
  std::optional<Spot> times_, hierarchy_, looks_;  ///< where the first of them stands
};

}  // namespace

NetworkFile read_gexf(std::string_view text, const std::string& file, Diagnostics& findings,
                      const NetworkLimits& limits) {
  return GexfReader(file, limits, findings).read(text);
}

}  // namespace coopnet::exchange
