#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coopnet/model/selection.hpp"

namespace coopnet {

/// Which actors a question is about: those of some kinds, in some regions. An empty list asks for
/// all. Regions are told and grouped by one scheme; those asked for can be of any.
class ActorScope {
 public:
  /// Keeps no reference. An empty scheme is the first of the dataset.
  ActorScope(const Dataset& data, const Selection& selection, std::string_view scheme,
             const std::vector<RegionId>& regions, const std::vector<ActorKind>& kinds);

  [[nodiscard]] const std::string& scheme() const { return scheme_; }
  /// Regions of the scheme it lies in, ascending; empty: not known.
  [[nodiscard]] const std::vector<RegionId>& regions(ActorId actor) const {
    return regions_[actor.index()];
  }
  /// Takes part and is of the kinds, wherever it lies.
  [[nodiscard]] bool counts(ActorId actor) const { return counts_[actor.index()]; }
  /// Takes part and lies in the regions, whatever its kind.
  [[nodiscard]] bool lies_there(ActorId actor) const { return lies_there_[actor.index()]; }
  /// Both.
  [[nodiscard]] bool inside(ActorId actor) const { return counts(actor) && lies_there(actor); }

  [[nodiscard]] bool wants_all_regions() const { return wanted_.empty(); }
  [[nodiscard]] bool wants(RegionId region) const;
  /// Whether a row that lies in these regions does so in one asked for.
  [[nodiscard]] bool wants_any(const std::vector<RegionUse>& regions) const;

 private:
  std::string scheme_;
  std::vector<RegionId> wanted_;
  std::vector<std::vector<RegionId>> regions_;  // by actor
  std::vector<bool> counts_, lies_there_;       // by actor
};

}  // namespace coopnet
