#pragma once

#include <span>
#include <string>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/dataset.hpp"

namespace coopnet {

/// Which rows take part, and on which evidence. Every network is built from a dataset and a
/// selection, so leaving out an actor, asking for stated values only, or resampling rows are one
/// mechanism and copy no text. A row left out takes its ties along.
struct Selection {
  std::vector<bool> actors, forums, pledges, practices, agreements, events;
  bool stated_only = false;  ///< inferred tags and inferred words of closed lists do not count

  /// Everything that is recorded.
  explicit Selection(const Dataset& data);
  Selection() = default;

  /// Leaves out the row with this id, whichever table holds it; false when no table does.
  bool leave_out(const Dataset& data, std::string_view id);

  /// Whether the row with this id takes part; a row of a table that no selection narrows does.
  [[nodiscard]] bool holds(const Dataset& data, std::string_view id) const;

  /// A word of a closed list as this selection sees it: unknown when inferred and stated_only.
  template <class E>
  [[nodiscard]] E seen(const Marked<E>& marked) const {
    return stated_only && !marked.stated ? E::unknown : marked.value;
  }
};

}  // namespace coopnet
