#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A network as files of other programs hold it: nodes, edges, and what they carry. A plain value
/// that knows no domain and no format; every reader makes one, every writer takes one.
namespace coopnet::exchange {

enum class ValueType : std::uint8_t { text, integer, number, boolean };

/// The alternatives stand in the order of ValueType. Numbers are finite.
using Value = std::variant<std::string, std::int64_t, double, bool>;

[[nodiscard]] inline ValueType type_of(const Value& value) {
  return static_cast<ValueType>(value.index());
}

/// A named attribute of the nodes or of the edges. All its values have one type.
struct Attribute {
  std::string name;
  ValueType type = ValueType::text;
  std::optional<Value> otherwise{};  ///< counts where a node or an edge has no value of its own
  friend bool operator==(const Attribute&, const Attribute&) = default;
};

struct AttributeValue {
  std::uint32_t attribute = 0;  ///< index into node_attributes or edge_attributes
  Value value;
  friend bool operator==(const AttributeValue&, const AttributeValue&) = default;
};

/// Of one node or edge: ascending by attribute, none twice. An attribute without a value is not
/// known, which is not the same as an empty text.
using AttributeValues = std::vector<AttributeValue>;

struct Position {
  double x = 0, y = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

struct NetworkNode {
  std::string id;       ///< unique, not empty
  std::string label{};  ///< empty: none but the id
  AttributeValues values{};
  std::optional<Position> position{};
  std::optional<Colour> colour{};
  std::optional<double> size{};
  std::optional<std::uint8_t> mode{};  ///< side of a two-mode network: 0 or 1
  std::uint32_t line = 0;              ///< where it stood; 0: nowhere
  friend bool operator==(const NetworkNode& a, const NetworkNode& b);
};

struct NetworkEdge {
  std::uint32_t source = 0, target = 0;  ///< indexes into nodes
  bool directed = false;
  std::string id{};  ///< unique; empty: none
  std::optional<double> weight{};
  AttributeValues values{};
  std::uint32_t line = 0;
  friend bool operator==(const NetworkEdge& a, const NetworkEdge& b);
};

/// Something said about the network as a whole.
struct Property {
  std::string name, text;
  friend bool operator==(const Property&, const Property&) = default;
};

struct NetworkFile {
  bool directed = false;               ///< what an edge is where nothing else is said
  std::vector<Property> properties{};  ///< "title" is what formats call title or description
  std::vector<Attribute> node_attributes{}, edge_attributes{};
  std::vector<NetworkNode> nodes{};
  std::vector<NetworkEdge> edges{};  ///< also parallel ones and loops
  friend bool operator==(const NetworkFile&, const NetworkFile&) = default;
};

/// Throws PreconditionError unless ids and names of attributes are unique and not empty, ends and
/// attributes exist, values fit the types of their attributes, numbers are finite, modes are 0 or
/// 1, and every text is UTF-8. Cost: O(size).
void validate(const NetworkFile& network);

/// The value of an attribute, the default of the attribute included; null: not known.
[[nodiscard]] const Value* find_value(const std::vector<Attribute>& attributes,
                                      const AttributeValues& values, std::uint32_t attribute);

/// The attribute of this name, or nothing.
[[nodiscard]] std::optional<std::uint32_t> find_attribute(const std::vector<Attribute>& attributes,
                                                          std::string_view name);

/// Whether every node has a mode and every edge joins the two modes.
[[nodiscard]] bool is_two_mode(const NetworkFile& network);

/// Numbers with as many digits as it takes to read the same number again; "true", "false".
[[nodiscard]] std::string to_text(const Value& value);
[[nodiscard]] std::string to_text(Colour colour);  ///< "#E69F00"

/// Blanks around it do not matter. Nothing where the text is no value of this type, is out of
/// range, or is no finite number; booleans are true, false, 1, 0, yes, no, whatever the case.
[[nodiscard]] std::optional<Value> parse_value(std::string_view text, ValueType type);
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
/// "#E69F00", "#e90".
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);

}  // namespace coopnet::exchange
