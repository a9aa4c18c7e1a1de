#include <algorithm>

#include "exchange/dot_text.hpp"
#include "exchange/fields.hpp"
#include "exchange/readers.hpp"

namespace coopnet::exchange {
namespace {

class DotFileWriter {
 public:
  DotFileWriter(NetworkFile network, Diagnostics& told)
      : network_(spell_out(std::move(network), {.position = false}, told,
                           {.nodes = {"pos"}, .edges = {"dir", "key"}})),
        directed_(network_.directed ||
                  std::any_of(network_.edges.begin(), network_.edges.end(),
                              [](const NetworkEdge& e) { return e.directed; })) {}

  std::string write() {
    out_ = directed_ ? "digraph {\n" : "graph {\n";
    out_ += "  graph [charset=\"UTF-8\"";
    for (const auto& property : network_.properties)
      put(property.name == "title" ? "label" : property.name, property.text);
    out_ += "];\n";
    write_defaults("node", network_.node_attributes);
    write_defaults("edge", network_.edge_attributes);
    for (const auto& node : network_.nodes) write_node(node);
    for (const auto& edge : network_.edges) write_edge(edge);
    out_ += "}\n";
    return std::move(out_);
  }

 private:
  /// Behind the first attribute of a list.
  void put(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    ((out_ += ", ") += dot_quoted(name)) += '=';
    out_ += dot_quoted(value);
  }

  void write_defaults(std::string_view what, const std::vector<Attribute>& attributes) {
    for (const auto& a : attributes)
      if (const auto value = a.otherwise ? to_text(*a.otherwise) : std::string(); !value.empty())
        out_ +=
            "  " + std::string(what) + " [" + dot_quoted(a.name) + '=' + dot_quoted(value) + "];\n";
  }

  static void put_values(const std::vector<Attribute>& attributes, const AttributeValues& values,
                         std::string& list) {
    for (const auto& value : values) {
      const auto& attribute = attributes[value.attribute];
      const auto text = to_text(value.value);
      if (!text.empty() || attribute.otherwise) add(list, attribute.name, text);
    }
  }

  static void add(std::string& list, std::string_view name, std::string_view value) {
    if (!list.empty()) list += ", ";
    ((list += dot_quoted(name)) += '=') += dot_quoted(value);
  }

  void end_statement(const std::string& list) {
    if (!list.empty()) out_ += " [" + list + ']';
    out_ += ";\n";
  }

  void write_node(const NetworkNode& node) {
    std::string list;
    if (node.position)
      add(list, "pos", to_text(node.position->x) + ',' + to_text(node.position->y));
    put_values(network_.node_attributes, node.values, list);
    out_ += "  " + dot_quoted(node.id);
    end_statement(list);
  }

  void write_edge(const NetworkEdge& edge) {
    std::string list;
    if (!edge.id.empty()) add(list, "key", edge.id);
    if (directed_ && !edge.directed) add(list, "dir", "none");
    put_values(network_.edge_attributes, edge.values, list);
    out_ += "  " + dot_quoted(network_.nodes[edge.source].id) + (directed_ ? " -> " : " -- ") +
            dot_quoted(network_.nodes[edge.target].id);
    end_statement(list);
  }

  NetworkFile network_;
  bool directed_;
  std::string out_;
};

}  // namespace

std::string write_dot(NetworkFile network, Diagnostics& told) {
  return DotFileWriter(std::move(network), told).write();
}

}  // namespace coopnet::exchange
