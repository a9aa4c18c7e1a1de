#include "exchange/writable.hpp"

#include <string_view>
#include <unordered_set>

#include "coopnet/model/dataset.hpp"
#include "exchange/fields.hpp"

namespace coopnet::exchange {
namespace {

/// Bytes of the character at the start of `rest` if it cannot be written, else 0.
std::size_t unwritable(std::string_view rest) {
  const auto c = static_cast<unsigned char>(rest.front());
  if (c < 32) return c == '\t' || c == '\n' || c == '\r' ? 0 : 1;
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

class Cleaner {
 public:
  void clean(std::string& text) {
    std::string out;
    bool changed = false;
    for (std::size_t i = 0; i < text.size();) {
      const auto drop = unwritable(std::string_view(text).substr(i));
      if (drop > 0 && !changed) {
        out = text.substr(0, i);
        changed = true;
      }
      if (drop == 0 && changed) out += text[i];
      if (drop > 0) ++dropped_;
      i += drop > 0 ? drop : 1;
    }
    if (changed) text = std::move(out);
  }

  /// The texts that `text` gives of the items: they stay unique and are not empty.
  template <class Items, class Text>
  void clean_unique(Items& items, std::string_view otherwise, Text text) {
    std::vector<std::size_t> changed;
    std::unordered_set<std::string, TextHash, std::equal_to<>> taken;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const auto before = dropped_;
      clean(text(items[i]));
      if (dropped_ > before)
        changed.push_back(i);
      else
        taken.insert(text(items[i]));
    }
    for (const auto i : changed) {
      auto& own = text(items[i]);
      own = free_name(own.empty() ? otherwise : own, taken);
      taken.insert(own);
    }
  }

  void clean_values(AttributeValues& values) {
    for (auto& value : values)
      if (auto* text = std::get_if<std::string>(&value.value)) clean(*text);
  }

  void clean_attributes(std::vector<Attribute>& attributes) {
    clean_unique(attributes, "attribute", [](Attribute& a) -> std::string& { return a.name; });
    for (auto& a : attributes)
      if (auto* text = a.otherwise ? std::get_if<std::string>(&*a.otherwise) : nullptr)
        clean(*text);
  }

  [[nodiscard]] std::size_t dropped() const { return dropped_; }

 private:
  std::size_t dropped_ = 0;
};

}  // namespace

NetworkFile writable(NetworkFile network, Diagnostics& told) {
  validate(network);
  Cleaner cleaner;
  for (auto& property : network.properties) {
    cleaner.clean(property.name);
    if (property.name.empty()) property.name = "property";
    cleaner.clean(property.text);
  }
  cleaner.clean_attributes(network.node_attributes);
  cleaner.clean_attributes(network.edge_attributes);
  cleaner.clean_unique(network.nodes, "node", [](NetworkNode& n) -> std::string& { return n.id; });
  for (auto& node : network.nodes) {
    cleaner.clean(node.label);
    cleaner.clean_values(node.values);
  }
  std::vector<NetworkEdge*> with_id;
  for (auto& edge : network.edges) {
    if (!edge.id.empty()) with_id.push_back(&edge);
    cleaner.clean_values(edge.values);
  }
  cleaner.clean_unique(with_id, "edge", [](NetworkEdge* e) -> std::string& { return e->id; });
  if (cleaner.dropped() > 0)
    told.report(Severity::warning, "network-control-dropped", {}, "", "",
                {std::to_string(cleaner.dropped())});
  return network;
}

}  // namespace coopnet::exchange
