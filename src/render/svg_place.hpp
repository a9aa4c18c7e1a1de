#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "render/drawing_style.hpp"

namespace coopnet::render {

/// What must find room for one node: a symbol and, below it if possible, a label.
struct NodeBox {
  Extent symbol;
  Extent label;       ///< zero: no label
  bool roomy = true;  ///< the label counts when boxes are moved apart
};

/// How wished positions may be changed to fill the page: `turn` rotates and stretches (only
/// nearness means something), `stretch` keeps what is left and above, `keep` keeps proportions.
enum class Fit { turn, stretch, keep };

struct PlacedNode {
  Rect symbol;
  std::optional<Rect> label;  ///< nothing if there is no label, or no room for it
  Align align = Align::middle;
};

inline constexpr double label_gap = 1.5;

/// Symbol and label stacked.
[[nodiscard]] Extent whole(const NodeBox& box);
[[nodiscard]] bool overlap(const Rect& a, const Rect& b);

/// Places all nodes inside `plot`: those with a wish near it, the others in rows below. Then moves
/// boxes apart and finds each label a free side of its symbol: below, above, right or left.
/// Deterministic: every loop runs in the order of the nodes. O(n^2) at worst, with a fixed number
/// of rounds.
[[nodiscard]] std::vector<PlacedNode> place_nodes(std::span<const NodeBox> nodes,
                                                  std::span<const std::optional<Point>> wishes,
                                                  const Rect& plot, Fit fit);

/// The area of all boxes with a little air around each; a readable drawing has a multiple of it.
[[nodiscard]] double needed_area(std::span<const NodeBox> nodes);
inline constexpr double airiness = 5;

}  // namespace coopnet::render
