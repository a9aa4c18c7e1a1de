#pragma once

#include <algorithm>
#include <map>
#include <string>

#include "coopnet/render/drawing.hpp"
#include "coopnet/render/names.hpp"

/// Pieces that the pictures of a dataset share.
namespace coopnet::render {

/// Nodes of a drawing grouped by region: one cluster a region of the dataset's first scheme, one
/// for those in several, none for those whose region is not recorded.
class RegionClusters {
 public:
  RegionClusters(const Dataset& data, Drawing& drawing, Language language);
  /// Cluster of something that lies in these regions (ascending).
  [[nodiscard]] std::size_t of(const std::vector<RegionId>& regions) const;

 private:
  std::map<RegionId, std::size_t> cluster_;
  std::size_t several_ = no_cluster;
};

/// Kinds of actors and forums as shapes. The same kind has the same shape in every picture.
class KindShapes {
 public:
  KindShapes(Drawing& drawing, Language language);
  [[nodiscard]] std::size_t of(ActorKind kind) const;
  [[nodiscard]] std::size_t agreement() const { return 5; }
  [[nodiscard]] std::size_t forum() const { return 6; }
};

/// "Source: title, version".
[[nodiscard]] std::string source_line(const Dataset& data, Language language);

/// Title line, date, source and words that every picture of a dataset carries.
void sign(Drawing& drawing, const Dataset& data, const std::string& as_of, Language language);

}  // namespace coopnet::render
