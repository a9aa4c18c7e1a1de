#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/svg_page.hpp"
#include "render/svg_place.hpp"

namespace coopnet::render {

/// Where nodes would like to be (nothing: no edge, no wish), and how this may be changed.
struct Wishes {
  std::vector<std::optional<Point>> positions;
  Fit fit = Fit::turn;
};

/// A page's middle part with every label shown, coded or left out.
struct Attempt {
  double size = smallest_text;  ///< of the labels
  std::vector<PlacedNode> nodes;
  std::vector<std::vector<std::string>> lines;  ///< of each label
  std::vector<std::size_t> missing;             ///< nodes whose label found no room
  std::vector<Picture::Code> codes;             ///< of the nodes that show a code
  Block key;
  std::size_t key_shown = 0;
  std::size_t named = 0;  ///< nodes whose name stands in the plot or in the key
  Rect plot;
};

/// Finds the most telling labels that fit between heading and legend:
///   1. every name, at the largest of four sizes;
///   2. names where they have room, codes with a key for the rest (less than half);
///   3. codes with a key for all;
///   4. names, or own codes, for as many nodes as have room, the largest first.
/// `free` is the height for plot and key together. The drawing is canonical.
[[nodiscard]] Attempt best_attempt(const Drawing& drawing, const Scales& scales,
                                   const Wishes& wishes, double free);

}  // namespace coopnet::render
