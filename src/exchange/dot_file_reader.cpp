#include <graphviz/cgraph.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <new>
#include <unordered_map>
#include <unordered_set>

#include "coopnet/core/text.hpp"
#include "core/cgraph_mutex.hpp"
#include "exchange/dot_scan.hpp"
#include "exchange/dot_text.hpp"
#include "exchange/network_maker.hpp"
#include "exchange/readers.hpp"

namespace coopnet::exchange {
namespace {

using Side = NetworkMaker::Side;

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

/// libcgraph tells an error in pieces, to a function without a context.
std::string& error_text() {
  static std::string text;
  return text;
}

int collect_error(char* piece) {
  try {
    constexpr std::size_t enough = 1'000;
    if (error_text().size() < enough) error_text() += piece;
  } catch (const std::bad_alloc&) {
    return 1;  // the place is lost, the error is not
  }
  return 0;
}

/// libcgraph's lexer is one for all texts. What it has not read of one stands before the next, and
/// a text that ends inside a string or a comment can leave it there. So after each text the rest is
/// read, and the lexer is brought to where a plain graph is understood again.
void settle_lexer() {
  constexpr int most_rests = 100, most_attempts = 4;
  for (int i = 0; i < most_rests && Graph(agmemread("")) != nullptr; ++i) {
  }
  const std::string way_out = "*/\"" + std::string(1'000, '>') + "x";
  for (int i = 0; i < most_attempts && Graph(agmemread("graph{}")) == nullptr; ++i)
    Graph(agmemread(way_out.c_str())).reset();
}

/// The text as a graph, or nothing and libcgraph's words in error_text().
Graph parse(const std::string& text) {
  const auto before = agseterrf(&collect_error);
  const auto level = agseterr(AGWARN);
  error_text().clear();
  Graph out(agmemread(text.c_str()));
  const std::string words = error_text();
  settle_lexer();
  error_text() = words;
  agseterr(level);
  agseterrf(before);
  return out;
}

/// libcgraph writes "syntax error in line 3 near 'x'".
std::uint32_t line_in(std::string_view message, std::string_view text) {
  constexpr std::string_view mark = " line ";
  const auto at = message.find(mark);
  std::uint32_t line = 0;
  if (at != std::string_view::npos)
    std::from_chars(message.data() + at + mark.size(), message.data() + message.size(), line);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
  return line <= lines ? line : 0;
}

/// Attributes that are read as something else than text, where every value allows it.
ValueType usual_type(Side side, std::string_view name) {
  if (side == Side::edges) return name == "weight" ? ValueType::number : ValueType::text;
  if (name == "bipartite") return ValueType::integer;
  return name == "x" || name == "y" || name == "size" ? ValueType::number : ValueType::text;
}

std::optional<Position> parse_position(std::string_view text) {
  if (text.ends_with('!')) text.remove_suffix(1);
  const auto parts = text::split_list(text, ',');
  if (parts.size() < 2) return std::nullopt;
  const auto x = parse_number(parts[0]), y = parse_number(parts[1]);
  return x && y ? std::optional<Position>(Position{*x, *y}) : std::nullopt;
}

class DotReader {
 public:
  DotReader(std::string_view text, const std::string& file, const NetworkLimits& limits,
            Diagnostics& out)
      : maker_(file, limits, out), text_(text) {}

  NetworkFile read() {
    auto& findings = maker_.findings();
    if (text_.size() > most_dot_bytes) {
      findings.file_error("text-too-long", {std::to_string(most_dot_bytes)});
      return maker_.finish(false);
    }
    if (const auto nul = text_.find('\0'); nul != std::string::npos) {
      findings.error("nul-byte", io::spot_of(text_, nul));
      return maker_.finish(false);
    }
    const auto scan = scan_dot(text_, maker_.limits(), findings);
    if (!scan.sound) return maker_.finish(false);
    const std::lock_guard lock(cgraph_mutex());
    const Graph graph = parse(scan.text);
    if (graph == nullptr) {
      report_syntax();
      return maker_.finish(false);
    }
    if (scan.second_graph) findings.warning("network-several-graphs", *scan.second_graph);
    if (scan.group) findings.warning("network-groups", *scan.group);
    take(graph.get());
    return maker_.finish(true);
  }

 private:
  void report_syntax() {
    auto message = std::string(text::trim(error_text()));
    std::erase(message, '\x01');
    if (text::first_invalid_utf8(message)) message.clear();  // cut inside a letter
    const auto line = line_in(message, text_);
    constexpr std::string_view near = " near ";
    const auto at = message.rfind(near);
    const auto value = at == std::string::npos ? std::string() : message.substr(at + near.size());
    maker_.findings().error("network-dot-syntax", {line, 0}, {.value = value});
  }

  void take(Agraph_t* graph) {
    maker_.network().directed = agisdirected(graph) != 0;
    take_properties(graph);
    std::vector<Agnode_t*> nodes;
    for (auto* n = agfstnode(graph); n != nullptr; n = agnxtnode(graph, n)) nodes.push_back(n);
    take_nodes(graph, nodes);
    std::vector<Agedge_t*> edges;
    for (auto* n : nodes)
      for (auto* e = agfstout(graph, n); e != nullptr; e = agnxtout(graph, e)) edges.push_back(e);
    std::sort(edges.begin(), edges.end(),
              [](Agedge_t* a, Agedge_t* b) { return AGSEQ(a) < AGSEQ(b); });
    take_edges(graph, edges);
  }

  void take_properties(Agraph_t* graph) {
    for (auto* a = agnxtattr(graph, AGRAPH, nullptr); a != nullptr;
         a = agnxtattr(graph, AGRAPH, a)) {
      const std::string name = dot_plain(unmarked(a->name));
      const std::string_view value = unmarked(agxget(graph, a));
      if (value.empty() || name.empty() || name == "charset") continue;
      if (name == "label")
        maker_.network().properties.push_back({"title", dot_label_text(value)});
      else
        maker_.network().properties.push_back({name, dot_plain(value)});
    }
  }

  static std::string_view name_of(Agnode_t* node) {
    const char* name = agnameof(node);
    return name == nullptr ? std::string_view() : unmarked(name);
  }

  /// Names without the doubled backslashes, unless two would then be one.
  std::vector<std::string> names_of(const std::vector<Agnode_t*>& nodes) {
    std::vector<std::string> plain;
    std::unordered_set<std::string> seen;
    bool differ = true;
    for (auto* n : nodes) {
      plain.push_back(dot_plain(name_of(n)));
      differ = seen.insert(plain.back()).second && differ;
    }
    if (differ) return plain;
    for (std::size_t i = 0; i < nodes.size(); ++i) plain[i] = name_of(nodes[i]);
    return plain;
  }

  /// An attribute of one side with what libcgraph knows it by.
  struct Column {
    Agsym_t* symbol;
    std::string name;
    std::optional<std::uint32_t> attribute;  ///< nothing: it is a field of ours
  };

  template <class Object>
  std::vector<Column> columns(Agraph_t* graph, int kind, Side side,
                              const std::vector<Object*>& objects,
                              std::initializer_list<std::string_view> fields) {
    std::vector<Column> out;
    for (auto* a = agnxtattr(graph, kind, nullptr); a != nullptr; a = agnxtattr(graph, kind, a)) {
      Column column{a, dot_plain(unmarked(a->name)), {}};
      const bool is_field = std::find(fields.begin(), fields.end(), column.name) != fields.end();
      if (!is_field) {
        auto type = usual_type(side, column.name);
        const bool fits =
            type == ValueType::text || std::all_of(objects.begin(), objects.end(), [&](Object* o) {
              const std::string_view value = unmarked(agxget(o, a));
              return value.empty() || parse_value(value, type);
            });
        if (!fits) type = ValueType::text;
        column.attribute = maker_.declare(side, column.name, type, {0, 0});
        if (!column.attribute) continue;
      }
      out.push_back(std::move(column));
    }
    return out;
  }

  /// Values that many nodes take from one default count each time.
  bool may_copy(std::string_view value) {
    constexpr std::size_t spare = std::size_t{64} << 20U;
    copied_ += value.size();
    if (copied_ <= 4 * text_.size() + spare) return true;
    if (!too_much_) maker_.findings().error("network-too-much-text", {0, 0});
    too_much_ = true;
    return false;
  }

  void set(AttributeValues& values, Side side, const Column& column, std::string_view value) {
    if (may_copy(value)) maker_.set(values, side, *column.attribute, dot_plain(value), {0, 0});
  }

  void take_nodes(Agraph_t* graph, const std::vector<Agnode_t*>& nodes) {
    const auto all = columns(graph, AGNODE, Side::nodes, nodes, {"label", "pos"});
    const auto names = names_of(nodes);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      number_.emplace(nodes[i], static_cast<std::uint32_t>(i));
      NetworkNode* node = maker_.add_node(names[i], {0, 0});
      if (node == nullptr) return;  // reported; edges would be numbered wrongly
      for (const auto& column : all) {
        char* const text = agxget(nodes[i], column.symbol);
        const std::string_view value = unmarked(text);
        if (value.empty()) continue;
        if (column.attribute)
          set(node->values, Side::nodes, column, value);
        else if (column.name == "label")
          node->label = label(text);
        else if (!(node->position = parse_position(value)))
          maker_.findings().error("network-bad-value", {0, 0},
                                  {.field = "pos", .value = value, .args = {"position"}});
      }
    }
  }

  /// A label "\N" says only that the name is shown, as it is without one. Markup has no escapes.
  std::string label(char* value) {
    const std::string_view text = unmarked(value);
    if (text == "\\N" || !may_copy(text)) return {};
    return aghtmlstr(value) != 0 ? std::string(text) : dot_label_text(text);
  }

  void take_edges(Agraph_t* graph, const std::vector<Agedge_t*>& edges) {
    const auto all = columns(graph, AGEDGE, Side::edges, edges, {"dir"});
    for (Agedge_t* e : edges) {
      const auto source = number_.find(agtail(e)), target = number_.find(aghead(e));
      if (source == number_.end() || target == number_.end()) return;
      NetworkEdge edge{source->second, target->second, maker_.network().directed};
      bool both = false;
      for (const auto& column : all) {
        const std::string_view value = unmarked(agxget(e, column.symbol));
        if (value.empty()) continue;
        if (column.attribute)
          set(edge.values, Side::edges, column, value);
        else
          both = turn(edge, value);
      }
      NetworkEdge there = edge;
      if (const char* key = agnameof(e); key != nullptr && *key != '%')
        maker_.set_edge_id(edge, dot_plain(unmarked(key)), {0, 0});
      maker_.network().edges.push_back(std::move(edge));
      if (!both) continue;
      std::swap(there.source, there.target);
      maker_.network().edges.push_back(std::move(there));
    }
  }

  /// In a digraph "none" means no direction and "back" the other one; true for "both".
  bool turn(NetworkEdge& edge, std::string_view dir) {
    if (!maker_.network().directed) return false;
    if (dir == "none") edge.directed = false;
    if (dir == "back") std::swap(edge.source, edge.target);
    if (dir != "none" && dir != "back" && dir != "forward" && dir != "both")
      maker_.findings().error("network-bad-value", {0, 0},
                              {.field = "dir", .value = dir, .args = {"direction"}});
    return dir == "both";
  }

  NetworkMaker maker_;
  std::string text_;
  std::unordered_map<const Agnode_t*, std::uint32_t> number_;
  std::size_t copied_ = 0;
  bool too_much_ = false;
};

}  // namespace

NetworkFile read_dot(std::string_view text, const std::string& file, Diagnostics& findings,
                     const NetworkLimits& limits) {
  return DotReader(text, file, limits, findings).read();
}

}  // namespace coopnet::exchange
