#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::intake {

/// Which rows of one table go into which.
class MergePlan {
 public:
  /// One confirmed row. A row may go into several, if these are one in the end.
  void add(const std::string& drop, const std::string& keep, const RawTable& confirmed,
           const RawCell& place, Diagnostics& findings);

  /// Reports circles and rows that would end in two; then the plan must not be carried out.
  void settle(Diagnostics& findings);

  /// From dropped to kept, so that whatever goes into a row does so before the row itself goes.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& steps() const {
    return steps_;
  }
  /// The id that stands for this one in the end: itself unless it is dropped.
  [[nodiscard]] const std::string& standing_for(const std::string& id) const;
  /// Whether another row ends in this one.
  [[nodiscard]] bool receives(const std::string& id) const { return ends_.contains(id); }

 private:
  struct Target {
    std::string keep;
    Place place;
  };
  void follow_chains(Diagnostics& findings, std::map<std::string, std::size_t>& depth);

  std::map<std::string, Target> into_;
  std::vector<std::pair<std::string, Target>> also_into_;
  std::map<std::string, std::string> last_;  ///< of each dropped id the end of its chain
  std::set<std::string> ends_;
  std::vector<std::pair<std::string, std::string>> steps_;
};

struct MergePlans {
  MergePlan pledges, actors;
};

/// The plans that a file of suggestions confirms. With errors in `findings` they are not complete.
[[nodiscard]] MergePlans read_plans(const Dataset& data, const RawTable& confirmed,
                                    Diagnostics& findings);

}  // namespace coopnet::intake
