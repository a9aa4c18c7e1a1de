#pragma once

#include <cstdint>
#include <limits>
#include <vector>

/// A small graph whose perfect matchings are sought, one node at a time.
namespace coopnet::algo::matching {

/// An edge as seen from one end; `choice` says what taking it means, the same in a mirrored copy.
struct Option {
  std::uint32_t to = 0;
  std::uint32_t choice = 0;
};

struct Level {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t first_copy = 0;  ///< nodes below this are chosen for; others mirror them or help
  bool mirrored = false;         ///< node a + first_copy is the twin of a
  std::vector<std::vector<Option>> options;  ///< of each node
  std::vector<std::uint32_t> mate;           ///< a perfect matching

  [[nodiscard]] std::uint32_t nodes() const { return static_cast<std::uint32_t>(options.size()); }
};

/// A perfect matching of what is left of a level. Nodes that are gone have no mate.
using Mates = std::vector<std::uint32_t>;

/// Alternating paths from the mate of a node, in the graph without that node: those nodes that can
/// be reached by an even number of edges are its possible partners.
/// Cost: about O(edges) of the connected part, and the lengths of the circuits shrunk.
class PartnerSearch {
 public:
  explicit PartnerSearch(const Level& level);

  void run(const Mates& mates, std::uint32_t node);
  /// Of the node last searched for; its mate is among them.
  [[nodiscard]] bool can_be_partner(std::uint32_t other) const { return even_[other] != 0; }
  /// The nodes before those reached by an odd number of edges, for take().
  [[nodiscard]] const std::vector<std::uint32_t>& via() const { return via_; }

 private:
  void reach(std::uint32_t node, bool even);
  void follow(std::uint32_t a, std::uint32_t b);
  void shrink(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::uint32_t common_base(std::uint32_t a, std::uint32_t b);
  void walk_up(std::uint32_t node, std::uint32_t top, std::uint32_t other_way);
  [[nodiscard]] std::uint32_t base(std::uint32_t node);
  [[nodiscard]] std::uint32_t above(std::uint32_t base) const { return via_[(*mates_)[base]]; }

  const Level& level_;
  const Mates* mates_ = nullptr;
  std::uint32_t node_ = 0;
  std::uint32_t root_ = 0;
  std::vector<std::uint8_t> met_;
  std::vector<std::uint8_t> even_;
  std::vector<std::uint32_t> via_;
  std::vector<std::uint32_t> base_;  // union-find: towards the base of the shrunk circuit
  std::vector<std::uint32_t> mark_;
  std::uint32_t marker_ = 0;
  std::vector<std::uint32_t> merged_;
  std::vector<std::uint32_t> reached_;
  std::vector<std::uint32_t> queue_;  // even nodes
};

/// Pairs node and partner by flipping the path found by the search, `via`, and takes both out.
void take(Mates& mates, const std::vector<std::uint32_t>& via, std::uint32_t node,
          std::uint32_t partner);

}  // namespace coopnet::algo::matching
