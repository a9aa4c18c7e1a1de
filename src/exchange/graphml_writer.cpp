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

/// Keys are numbered: n0, n1, ... of nodes, e0, ... of edges, g0, ... of the graph.
std::string key_id(char side, std::size_t number) { return side + std::to_string(number); }

void write_keys(XmlWriter& xml, char side, std::string_view target,
                const std::vector<Attribute>& attributes) {
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const auto& a = attributes[i];
    xml.open("key", {{"id", key_id(side, i)},
                     {"for", target},
                     {"attr.name", a.name},
                     {"attr.type", type_name(a.type)}});
    if (a.otherwise) xml.text_element("default", {}, to_text(*a.otherwise));
    xml.close();
  }
}

void write_values(XmlWriter& xml, char side, const AttributeValues& values) {
  for (const auto& value : values)
    xml.text_element("data", {{"key", key_id(side, value.attribute)}}, to_text(value.value));
}

std::string_view word(bool truth) { return truth ? "true" : "false"; }

void write_edges(XmlWriter& xml, const NetworkFile& network) {
  for (const auto& edge : network.edges) {
    xml.open("edge");
    if (!edge.id.empty()) xml.attribute("id", edge.id);
    xml.attribute("source", network.nodes[edge.source].id);
    xml.attribute("target", network.nodes[edge.target].id);
    if (edge.directed != network.directed) xml.attribute("directed", word(edge.directed));
    write_values(xml, 'e', edge.values);
    xml.close();
  }
}

}  // namespace

std::string write_graphml(NetworkFile network, Diagnostics& told) {
  const NetworkFile plain = spell_out(std::move(network), {}, told);
  XmlWriter xml;
  xml.open("graphml", {{"xmlns", "http://graphml.graphdrawing.org/xmlns"},
                       {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                       {"xsi:schemaLocation",
                        "http://graphml.graphdrawing.org/xmlns "
                        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"}});
  for (std::size_t i = 0; i < plain.properties.size(); ++i)
    xml.open("key", {{"id", key_id('g', i)},
                     {"for", "graph"},
                     {"attr.name", plain.properties[i].name},
                     {"attr.type", "string"}})
        .close();
  write_keys(xml, 'n', "node", plain.node_attributes);
  write_keys(xml, 'e', "edge", plain.edge_attributes);
  xml.open("graph", {{"edgedefault", plain.directed ? "directed" : "undirected"}});
  for (std::size_t i = 0; i < plain.properties.size(); ++i)
    xml.text_element("data", {{"key", key_id('g', i)}}, plain.properties[i].text);
  for (const auto& node : plain.nodes) {
    xml.open("node", {{"id", node.id}});
    write_values(xml, 'n', node.values);
    xml.close();
  }
  write_edges(xml, plain);
  xml.close();
  xml.close();
  return xml.finish();
}

}  // namespace coopnet::exchange
