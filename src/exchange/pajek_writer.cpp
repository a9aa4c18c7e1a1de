#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "coopnet/core/text.hpp"
#include "exchange/readers.hpp"

namespace coopnet::exchange {
namespace {

class PajekWriter {
 public:
  PajekWriter(NetworkFile network, Diagnostics& told)
      : network_(std::move(network)),
        told_(told),
        two_mode_(!network_.nodes.empty() && is_two_mode(network_)) {
    order_.resize(network_.nodes.size());
    std::iota(order_.begin(), order_.end(), std::uint32_t{0});
    if (two_mode_)
      std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return *network_.nodes[a].mode < *network_.nodes[b].mode;
      });
    number_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) number_[order_[i]] = i + 1;
  }

  std::string write() {
    for (const auto& property : network_.properties)
      if (property.name == "title") out_ += "*Network " + plain(property.text) + '\n';
    write_vertices();
    write_ties(network_.directed);
    write_ties(!network_.directed);
    tell_counts();
    tell_left_out();
    return std::move(out_);
  }

 private:
  /// Text between quotes, where nothing can be escaped.
  std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool line_end = c == '\n' || c == '\r' || c == '\t';
      if (c == '"')
        out += "\xE2\x80\x9D";  // right double quotation mark
      else if (c == '\\')
        out += "\xE2\x88\x96";  // set minus
      else
        out += line_end ? ' ' : c;
      if (c == '"' || c == '\\' || line_end) ++replaced_;
    }
    return out;
  }

  /// A label that another node has got already is followed by the id, then by a number.
  std::string label_of(const NetworkNode& node) {
    auto label = plain(node.label.empty() ? node.id : node.label);
    if (text::trim(label).empty()) label = "node";
    if (labels_.insert(label).second) return label;
    ++changed_;
    const auto with_id = label + " (" + plain(node.id) + ")";
    std::string out = with_id;
    auto& n = numbered_[with_id];
    while (!labels_.insert(out).second) out = with_id + " " + std::to_string(++n + 1);
    return out;
  }

  void write_vertices() {
    out_ += "*Vertices " + std::to_string(order_.size());
    if (two_mode_)
      out_ += ' ' + std::to_string(std::count_if(network_.nodes.begin(), network_.nodes.end(),
                                                 [](const NetworkNode& n) { return n.mode == 0; }));
    out_ += '\n';
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const auto& node = network_.nodes[order_[i]];
      out_ += std::to_string(i + 1) + " \"" + label_of(node) + '"';
      if (node.position)
        out_ += ' ' + to_text(node.position->x) + ' ' + to_text(node.position->y) + " ellipse";
      if (node.colour) out_ += " ic RGB" + to_text(*node.colour).substr(1);
      out_ += '\n';
    }
  }

  void write_ties(bool directed) {
    const auto of_kind = [&](const NetworkEdge& e) { return e.directed == directed; };
    const bool any = std::any_of(network_.edges.begin(), network_.edges.end(), of_kind);
    if (!any && directed != network_.directed) return;
    out_ += directed ? "*Arcs\n" : "*Edges\n";
    for (const auto& edge : network_.edges) {
      if (!of_kind(edge)) continue;
      out_ += std::to_string(number_[edge.source]) + ' ' + std::to_string(number_[edge.target]);
      if (edge.weight) out_ += ' ' + to_text(*edge.weight);
      out_ += '\n';
    }
  }

  void tell_counts() {
    const auto report = [&](const char* code, std::size_t count) {
      if (count > 0) told_.report(Severity::warning, code, {}, "", "", {std::to_string(count)});
    };
    report("network-characters-replaced", replaced_);
    report("network-labels-changed", changed_);
  }

  void tell_left_out() {
    std::vector<std::string> names;
    for (const auto& p : network_.properties)
      if (p.name != "title") names.push_back(p.name);
    for (const auto* attributes : {&network_.node_attributes, &network_.edge_attributes})
      for (const auto& a : *attributes) names.push_back(a.name);
    const auto any = [](const auto& items, auto has) {
      return std::any_of(items.begin(), items.end(), has);
    };
    if (any(network_.nodes, [](const NetworkNode& n) { return !n.label.empty(); }))
      names.emplace_back("id");
    if (any(network_.nodes, [](const NetworkNode& n) { return n.size.has_value(); }))
      names.emplace_back("size");
    if (!two_mode_ && any(network_.nodes, [](const NetworkNode& n) { return n.mode.has_value(); }))
      names.emplace_back("bipartite");
    if (any(network_.edges, [](const NetworkEdge& e) { return !e.id.empty(); }))
      names.emplace_back("edge id");
    // A name that nodes and edges share is told once.
    std::vector<std::string> told;
    for (auto& name : names)
      if (std::find(told.begin(), told.end(), name) == told.end()) told.push_back(std::move(name));
    constexpr std::size_t most_named = 10;
    const auto count = told.size();
    if (count > most_named) {
      told.resize(most_named);
      told.emplace_back("...");
    }
    if (count > 0)
      told_.report(Severity::warning, "network-attributes-not-written", {}, "", "",
                   {text::join(told, ", "), std::to_string(count)});
  }

  NetworkFile network_;
  Diagnostics& told_;
  bool two_mode_;
  std::vector<std::uint32_t> order_;  ///< nodes as they are numbered
  std::vector<std::size_t> number_;   ///< of each node
  std::unordered_set<std::string> labels_;
  std::unordered_map<std::string, std::size_t> numbered_;
  std::size_t changed_ = 0, replaced_ = 0;
  std::string out_;
};

}  // namespace

std::string write_pajek(NetworkFile network, Diagnostics& told) {
  return PajekWriter(std::move(network), told).write();
}

}  // namespace coopnet::exchange
