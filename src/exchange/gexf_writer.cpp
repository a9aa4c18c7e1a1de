#include "exchange/fields.hpp"
#include "exchange/readers.hpp"
#include "exchange/xml_writer.hpp"

namespace coopnet::exchange {
namespace {

std::string_view type_name(ValueType type) {
  switch (type) {
    case ValueType::integer:
      return "long";
    case ValueType::number:
      return "double";
    case ValueType::boolean:
      return "boolean";
    case ValueType::text:
      break;
  }
  return "string";
}

/// The attribute of edges of this name, if it can be an attribute of the element.
std::optional<std::uint32_t> element_attribute(const NetworkFile& network, std::string_view name) {
  const auto found = find_attribute(network.edge_attributes, name);
  if (!found) return found;
  const auto& attribute = network.edge_attributes[*found];
  const bool fits = attribute.type == ValueType::text && !attribute.otherwise;
  return fits ? found : std::nullopt;
}

class GexfWriter {
 public:
  GexfWriter(NetworkFile network, Diagnostics& told)
      : network_(spell_out(
            std::move(network),
            {.label = false, .position = false, .colour = false, .size = false, .weight = false},
            told)),
        told_(told),
        label_(element_attribute(network_, "label")),
        kind_(element_attribute(network_, "kind")) {}

  std::string write() {
    xml_.open("gexf", {{"xmlns", "http://gexf.net/1.3"},
                       {"xmlns:viz", "http://gexf.net/1.3/viz"},
                       {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                       {"xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"},
                       {"version", "1.3"}});
    write_meta();
    xml_.open("graph", {{"mode", "static"},
                        {"defaultedgetype", network_.directed ? "directed" : "undirected"}});
    declare("node", network_.node_attributes, {});
    declare("edge", network_.edge_attributes, label_);
    xml_.open("nodes");
    for (const auto& node : network_.nodes) write_node(node);
    xml_.close();
    xml_.open("edges");
    for (const auto& edge : network_.edges) write_edge(edge);
    xml_.close();
    xml_.close();
    xml_.close();
    return xml_.finish();
  }

 private:
  void write_meta() {
    std::string lost;
    xml_.open("meta");
    xml_.text_element("creator", {}, "coopnet");
    for (const auto& property : network_.properties) {
      if (property.name == "title")
        xml_.text_element("description", {}, property.text);
      else
        (lost += lost.empty() ? "" : ", ") += property.name;
    }
    xml_.close();
    if (!lost.empty())
      told_.report(Severity::warning, "network-properties-not-written", {}, "", "", {lost});
  }

  void declare(std::string_view side, const std::vector<Attribute>& attributes,
               std::optional<std::uint32_t> left_out) {
    if (attributes.empty()) return;
    xml_.open("attributes", {{"class", side}});
    for (std::uint32_t i = 0; i < attributes.size(); ++i) {
      if (i == left_out) continue;
      const auto& a = attributes[i];
      xml_.open("attribute",
                {{"id", std::to_string(i)}, {"title", a.name}, {"type", type_name(a.type)}});
      if (a.otherwise) xml_.text_element("default", {}, to_text(*a.otherwise));
      xml_.close();
    }
    xml_.close();
  }

  void write_values(const AttributeValues& values, std::optional<std::uint32_t> left_out) {
    bool begun = false;
    for (const auto& value : values) {
      if (value.attribute == left_out) continue;
      if (!begun) xml_.open("attvalues");
      begun = true;
      xml_.open("attvalue",
                {{"for", std::to_string(value.attribute)}, {"value", to_text(value.value)}});
      xml_.close();
    }
    if (begun) xml_.close();
  }

  void write_node(const NetworkNode& node) {
    xml_.open("node", {{"id", node.id}});
    if (!node.label.empty()) xml_.attribute("label", node.label);
    write_values(node.values, {});
    if (node.colour) {
      const auto& [red, green, blue] = *node.colour;
      xml_.open("viz:color", {{"r", std::to_string(red)},
                              {"g", std::to_string(green)},
                              {"b", std::to_string(blue)}})
          .close();
    }
    if (node.position)
      xml_.open("viz:position",
                {{"x", to_text(node.position->x)}, {"y", to_text(node.position->y)}})
          .close();
    if (node.size) xml_.open("viz:size", {{"value", to_text(*node.size)}}).close();
    xml_.close();
  }

  void write_edge(const NetworkEdge& edge) {
    xml_.open("edge");
    if (!edge.id.empty()) xml_.attribute("id", edge.id);
    xml_.attribute("source", network_.nodes[edge.source].id);
    xml_.attribute("target", network_.nodes[edge.target].id);
    if (edge.directed != network_.directed)
      xml_.attribute("type", edge.directed ? "directed" : "undirected");
    // Gephi tells parallel edges apart by the kind in the element; others read attributes only.
    for (const auto& value : edge.values)
      if (value.attribute == label_ || value.attribute == kind_)
        xml_.attribute(value.attribute == label_ ? "label" : "kind", to_text(value.value));
    if (edge.weight) xml_.attribute("weight", to_text(*edge.weight));
    write_values(edge.values, label_);
    xml_.close();
  }

  NetworkFile network_;
  Diagnostics& told_;
  XmlWriter xml_;
  std::optional<std::uint32_t> label_, kind_;  ///< attributes of edges
};

}  // namespace

std::string write_gexf(NetworkFile network, Diagnostics& told) {
  return GexfWriter(std::move(network), told).write();
}

}  // namespace coopnet::exchange
