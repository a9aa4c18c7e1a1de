#include "coopnet/network/region_colours.hpp"

namespace coopnet {

RegionColours::RegionColours(const Dataset& data) : class_(data.regions.size()) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < data.regions.size(); ++i) {
    if (data.regions.rows[i].scheme != data.primary_scheme()) continue;
    class_[i] = next < several_regions_class ? next : other_regions_class;
    ++next;
  }
}

}  // namespace coopnet
