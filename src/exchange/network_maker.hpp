#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/exchange/formats.hpp"
#include "coopnet/model/dataset.hpp"
#include "io/findings.hpp"

/// A network while it is read, in whatever order a format tells it: edges may stand before their
/// nodes. What all readers report is reported here.
namespace coopnet::exchange {

using io::Spot;

class NetworkMaker {
 public:
  enum class Side : std::uint8_t { nodes, edges };

  NetworkMaker(const std::string& file, const NetworkLimits& limits, Diagnostics& out)
      : findings_(out, file, limits.tables.findings), limits_(limits) {}

  [[nodiscard]] io::Findings& findings() { return findings_; }
  [[nodiscard]] const NetworkLimits& limits() const { return limits_; }
  [[nodiscard]] NetworkFile& network() { return network_; }

  /// A new attribute. One of that name already there makes it another name (told), unless both are
  /// numbers: networkx declares an attribute once for each type it meets. Nothing where there are
  /// too many (an error).
  std::optional<std::uint32_t> declare(Side side, std::string_view name, ValueType type, Spot spot);
  /// The attribute of text with this name, made at its first use.
  std::optional<std::uint32_t> text_attribute(Side side, std::string_view name, Spot spot);
  void set_default(Side side, std::uint32_t attribute, std::string_view text, Spot spot);

  /// Null where the id is missing, too long or taken (an error). Stays valid until the next call.
  NetworkNode* add_node(std::string_view id, Spot spot);
  /// Null where an end is missing (an error); the ends are looked up in finish().
  NetworkEdge* add_edge(std::string_view source, std::string_view target, Spot spot);
  /// For formats that number their nodes.
  NetworkEdge* add_edge(std::uint32_t source, std::uint32_t target, Spot spot);
  /// An id that another edge has is left out (told): networkx writes the same ones again and again.
  void set_edge_id(NetworkEdge& edge, std::string_view id, Spot spot);

  /// Gives a value; what does not fit its type is reported. A decimal where whole numbers were
  /// declared makes the attribute one of numbers (told).
  void set(AttributeValues& values, Side side, std::uint32_t attribute, std::string_view text,
           Spot spot);
  /// A number of a field: weight, coordinate, size. Nothing, and an error, where it is none.
  std::optional<double> number(std::string_view field, std::string_view text, Spot spot);
  /// Whether a text is short enough to be kept (an error if not).
  bool fits(std::string_view field, std::string_view text, Spot spot);

  /// The whole: ends looked up, fields found by the names of attributes if asked, everything told.
  NetworkFile finish(bool adopt);

 private:
  struct Ends {
    std::string source, target;
    Spot spot;
  };

  std::vector<Attribute>& attributes(Side side) {
    return side == Side::nodes ? network_.node_attributes : network_.edge_attributes;
  }
  std::optional<Value> parsed(Side side, std::uint32_t attribute, std::string_view text, Spot spot);
  void resolve_ends();
  void widen();
  void report_unknown_node(const std::string& id, Spot spot);
  [[nodiscard]] std::string nearest_id(const std::string& id);

  using Index = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

  io::Findings findings_;
  NetworkLimits limits_;
  NetworkFile network_;
  std::array<Index, 2> names_;  ///< attributes by name, of each side
  Index nodes_;                 ///< by id
  std::unordered_map<std::string, Spot> edge_ids_;
  std::array<std::map<std::uint32_t, Spot>, 2>
      widened_;               ///< attributes, where the first decimal is
  std::vector<Spot> places_;  ///< of the nodes
  std::vector<Ends> ends_;    ///< of the edges, where they were given by id
  std::size_t hints_ = 0;     ///< nearest ids looked for so far
};

}  // namespace coopnet::exchange
