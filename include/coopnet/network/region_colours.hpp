#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "coopnet/model/dataset.hpp"

/// One colour a region, the same in drawings and in files for other programs.
namespace coopnet {

/// Fills by class: the seven of the Okabe-Ito set that are colours, then grey for everything else.
/// Source: M. Okabe, K. Ito, "Color universal design", 2008, jfly.uni-koeln.de/color.
inline constexpr std::array<std::string_view, 8> region_fills{
    "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#CC79A7", "#0072B2", "#D55E00", "#C8C8C8"};

/// Class of what lies in several regions at once; regions have the ones before it.
inline constexpr std::size_t several_regions_class = 6;
/// Class of the regions for which no colour is left.
inline constexpr std::size_t other_regions_class = 7;

/// Class of each region of the dataset's first scheme: the first six in order have a colour of
/// their own. Regions of other schemes have none.
class RegionColours {
 public:
  explicit RegionColours(const Dataset& data);

  [[nodiscard]] std::optional<std::size_t> of(RegionId region) const {
    return class_[region.index()];
  }
  /// Of something that lies in these regions; nothing where that is not known.
  [[nodiscard]] std::optional<std::size_t> of(const std::vector<RegionId>& regions) const {
    if (regions.empty()) return std::nullopt;
    return regions.size() > 1 ? std::optional(several_regions_class) : of(regions.front());
  }

 private:
  std::vector<std::optional<std::size_t>> class_;  ///< by region
};

}  // namespace coopnet
