#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "coopnet/intake/name_index.hpp"
#include "coopnet/model/dataset.hpp"

namespace coopnet::intake {

/// Regions by id or label, in any language. The first scheme decides where two have a region of one
/// name.
class RegionNames {
 public:
  explicit RegionNames(const Dataset& data) {
    for (const auto& scheme : data.info.region_schemes)
      for (const auto& region : data.regions) {
        if (region.scheme != scheme.key) continue;
        for (const auto* name :
             {&region.id, &region.label.en, &region.label.fr, &region.label.es, &region.label.ar})
          if (!name->empty()) add(*name, region.id);
      }
  }

  void add(std::string_view name, const std::string& id) { ids_.try_emplace(fold_name(name), id); }

  [[nodiscard]] std::optional<std::string> find(std::string_view written) const {
    const auto known = ids_.find(fold_name(written));
    if (known == ids_.end()) return std::nullopt;
    return known->second;
  }

 private:
  std::map<std::string, std::string> ids_;  ///< by folded name
};

}  // namespace coopnet::intake
