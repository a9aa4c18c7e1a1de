#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

#include "coopnet/core/text.hpp"
#include "exchange/network_maker.hpp"
#include "exchange/pajek_lines.hpp"
#include "exchange/readers.hpp"

namespace coopnet::exchange {
namespace {

using Side = NetworkMaker::Side;
using Words = std::span<const PajekWord>;

enum class Section : std::uint8_t {
  none,
  skipped,
  vertices,
  arcs,
  edges,
  arcs_list,
  edges_list,
  matrix
};

Section section_named(std::string_view word) {
  struct Name {
    std::string_view word;
    Section section;
  };
  constexpr std::array<Name, 6> names{{{"*vertices", Section::vertices},
                                       {"*arcs", Section::arcs},
                                       {"*edges", Section::edges},
                                       {"*arcslist", Section::arcs_list},
                                       {"*edgeslist", Section::edges_list},
                                       {"*matrix", Section::matrix}}};
  for (const auto& [name, section] : names)
    if (name == word) return section;
  return Section::skipped;
}

class PajekReader {
 public:
  PajekReader(std::string_view text, const std::string& file, const NetworkLimits& limits,
              Diagnostics& out)
      : maker_(file, limits, out), bytes_(text.size()), lines_(text, maker_.findings()) {}

  NetworkFile read() {
    std::vector<PajekWord> words;
    while (!refused_ && lines_.next(words)) {
      if (!words.front().quoted && words.front().text.starts_with('*'))
        begin_section(words);
      else
        read_line(words);
    }
    if (!has_vertices_ && !refused_)
      maker_.findings().error("network-other-format", {0, 0}, {.args = {"Pajek"}});
    if (times_) maker_.findings().warning("network-times", *times_);
    if (looks_) maker_.findings().warning("network-looks", *looks_);
    name_nodes();
    return maker_.finish(false);
  }

 private:
  std::vector<NetworkNode>& nodes() { return maker_.network().nodes; }

  void bad_line(const PajekWord& word, const char* expected) {
    maker_.findings().error("network-bad-line", word.spot,
                            {.value = word.text, .args = {expected}});
  }

  // --- sections ---

  void begin_section(Words words) {
    const auto name = text::lower_ascii(words.front().text);
    rows_ = 0;
    relation_.clear();
    if (name == "*network") {
      section_ = Section::none;
      return title();
    }
    section_ = section_named(name);
    if (section_ == Section::skipped)
      return maker_.findings().warning("network-section", words.front().spot,
                                       {.value = words.front().text});
    if (section_ == Section::vertices) return begin_vertices(words);
    if (!has_vertices_) {
      refused_ = true;
      return maker_.findings().error("network-no-vertices", words.front().spot);
    }
    const bool arcs = section_ == Section::arcs || section_ == Section::arcs_list ||
                      (section_ == Section::matrix && !two_mode_);
    if (!has_ties_) maker_.network().directed = arcs;
    has_ties_ = true;
    // "*Arcs :2 "lends to"": a relation of its own.
    if (words.size() > 1) relation_ = words.back().text;
    if (words.size() == 2 && relation_.starts_with(':')) relation_.erase(0, 1);
  }

  void title() {
    const auto line = text::trim(lines_.line());
    const auto name = text::trim(line.substr(std::string_view("*network").size()));
    if (!name.empty() && maker_.fits("title", name, {}))
      maker_.network().properties.push_back({"title", std::string(name)});
  }

  void begin_vertices(Words words) {
    const auto count = words.size() < 2 ? std::nullopt : text::parse_unsigned(words[1].text);
    const auto first =
        words.size() < 3 ? std::optional<std::uint64_t>(0) : text::parse_unsigned(words[2].text);
    refused_ = true;
    if (has_vertices_) return maker_.findings().error("network-vertices-twice", words.front().spot);
    if (!count || !first || *first > *count) return bad_line(words.back(), "*Vertices");
    // Vertices need not be listed: a short text could ask for any number of them.
    const auto most = std::min<std::uint64_t>(std::max(maker_.limits().vertices, bytes_),
                                              maker_.limits().tables.rows);
    if (*count > most)
      return maker_.findings().error("network-too-many-nodes", words[1].spot,
                                     {.args = {std::to_string(most)}});
    refused_ = false;
    has_vertices_ = true;
    first_mode_ = words.size() < 3 ? 0 : static_cast<std::size_t>(*first);
    two_mode_ = words.size() >= 3;
    nodes().resize(static_cast<std::size_t>(*count));
    if (two_mode_)
      for (std::size_t i = 0; i < nodes().size(); ++i) nodes()[i].mode = i < first_mode_ ? 0 : 1;
  }

  // --- lines ---

  void read_line(Words words) {
    switch (section_) {
      case Section::none:
        return bad_line(words.front(), "*");
      case Section::skipped:
        return;
      case Section::vertices:
        return read_vertex(words);
      case Section::arcs:
      case Section::edges:
        return read_tie(words);
      case Section::arcs_list:
      case Section::edges_list:
        return read_list(words);
      case Section::matrix:
        return read_row(words);
    }
  }

  std::optional<std::uint32_t> vertex(const PajekWord& word) {
    const auto number = text::parse_unsigned(word.text);
    if (number && *number >= 1 && *number <= nodes().size())
      return static_cast<std::uint32_t>(*number - 1);
    maker_.findings().error("network-bad-vertex", word.spot,
                            {.value = word.text, .args = {std::to_string(nodes().size())}});
    return std::nullopt;
  }

  void read_vertex(Words words) {
    const auto index = vertex(words[0]);
    if (!index) return;
    NetworkNode& node = nodes()[*index];
    if (node.line != 0)
      return maker_.findings().error("network-repeated-node", words[0].spot,
                                     {.value = words[0].text, .args = {std::to_string(node.line)}});
    node.line = words[0].spot.line;
    if (words.size() < 2) return;
    if (maker_.fits("label", words[1].text, words[1].spot)) node.label = words[1].text;
    auto rest = words.subspan(2);
    const auto numbers = static_cast<std::size_t>(
        std::find_if(rest.begin(), rest.end(),
                     [](const PajekWord& w) { return w.quoted || !parse_number(w.text); }) -
        rest.begin());
    if (numbers == 1 || numbers > 3) return bad_line(rest.front(), "x y");
    if (numbers >= 2)
      node.position = Position{*parse_number(rest[0].text), *parse_number(rest[1].text)};
    if (numbers == 3 && *parse_number(rest[2].text) != 0 && !looks_) looks_ = rest[2].spot;
    read_parameters(rest.subspan(numbers), Side::nodes, node.values, &node);
  }

  void read_tie(Words words) {
    const auto source = vertex(words[0]);
    if (words.size() < 2) return bad_line(words[0], "u v");
    const auto target = vertex(words[1]);
    if (!source || !target) return;
    NetworkEdge& edge = add(*source, *target, section_ == Section::arcs, words[0].spot);
    auto rest = words.subspan(2);
    if (!rest.empty() && !rest[0].quoted) {
      if (const auto weight = parse_number(rest[0].text)) {
        edge.weight = weight;
        rest = rest.subspan(1);
      }
    }
    read_parameters(rest, Side::edges, edge.values, nullptr);
  }

  NetworkEdge& add(std::uint32_t source, std::uint32_t target, bool directed, Spot spot) {
    NetworkEdge& edge = *maker_.add_edge(source, target, spot);
    edge.directed = directed;
    if (!relation_.empty())
      if (const auto index = maker_.text_attribute(Side::edges, "relation", spot))
        maker_.set(edge.values, Side::edges, *index, relation_, spot);
    return edge;
  }

  /// "ic Red bw 2", in any order; a shape may stand in front; times stand in square brackets.
  void read_parameters(Words words, Side side, AttributeValues& values, NetworkNode* node) {
    const auto put = [&](std::string_view name, const PajekWord& word) {
      if (const auto index = maker_.text_attribute(side, name, word.spot))
        maker_.set(values, side, *index, word.text, word.spot);
    };
    std::vector<const PajekWord*> pairs;
    for (const auto& word : words) {
      if (!word.quoted && word.text.starts_with('['))
        times_ = times_.value_or(word.spot);
      else
        pairs.push_back(&word);
    }
    std::size_t i = 0;
    if (pairs.size() % 2 == 1) {
      if (side == Side::edges) return bad_line(*pairs.front(), "u v");
      const auto& shape = *pairs[i++];
      if (shape.text != "ellipse") put("shape", shape);  // the usual one says nothing
    }
    for (; i < pairs.size(); i += 2) {
      const auto& name = pairs[i]->text;
      const auto& value = *pairs[i + 1];
      const auto colour = node != nullptr && name == "ic" && value.text.starts_with("RGB")
                              ? parse_colour("#" + value.text.substr(3))
                              : std::nullopt;
      if (colour)
        node->colour = colour;
      else if (side == Side::edges && name == "l")
        put("label", value);
      else
        put(name, value);
    }
  }

  void read_list(Words words) {
    const auto source = vertex(words[0]);
    if (!source) return;
    for (const auto& word : words.subspan(1))
      if (const auto target = vertex(word))
        add(*source, *target, section_ == Section::arcs_list, word.spot);
  }

  void read_row(Words words) {
    const std::size_t rows = two_mode_ ? first_mode_ : nodes().size();
    const std::size_t columns = two_mode_ ? nodes().size() - first_mode_ : nodes().size();
    if (rows_ >= rows || words.size() != columns) return bad_line(words.front(), "row");
    const auto source = static_cast<std::uint32_t>(rows_++);
    for (std::size_t c = 0; c < columns; ++c) {
      const auto weight = maker_.number("weight", words[c].text, words[c].spot);
      if (!weight || *weight == 0) continue;
      const auto target = static_cast<std::uint32_t>(two_mode_ ? first_mode_ + c : c);
      add(source, target, !two_mode_, words[c].spot).weight = weight;
    }
  }

  /// Labels that are all different make better ids than numbers.
  void name_nodes() {
    std::unordered_set<std::string_view> labels;
    const bool all_differ = std::all_of(nodes().begin(), nodes().end(), [&](const auto& node) {
      return !node.label.empty() && labels.insert(node.label).second;
    });
    for (std::size_t i = 0; i < nodes().size(); ++i) {
      auto& node = nodes()[i];
      if (all_differ)
        node.id = std::exchange(node.label, {});
      else
        node.id = std::to_string(i + 1);
    }
  }

  NetworkMaker maker_;
  std::size_t bytes_;
  PajekLines lines_;
  Section section_ = Section::none;
  bool has_vertices_ = false, has_ties_ = false, refused_ = false, two_mode_ = false;
  std::size_t first_mode_ = 0;  ///< vertices of mode 0
  std::size_t rows_ = 0;        ///< of the matrix so far
  std::string relation_;
  std::optional<Spot> times_, looks_;  ///< where the first of them stands
};

}  // namespace

NetworkFile read_pajek(std::string_view text, const std::string& file, Diagnostics& findings,
                       const NetworkLimits& limits) {
  return PajekReader(text, file, limits, findings).read();
}

}  // namespace coopnet::exchange
