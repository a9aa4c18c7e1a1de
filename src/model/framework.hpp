#pragma once

#include <limits>
#include <map>
#include <set>
#include <string>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/raw_table.hpp"

/// Tables that come without a description of their own (one flat file, another register) take it
/// from a framework: facets, tags, synonyms, regions, and the rows of the actors they name.
namespace coopnet {

/// What a table says about one actor, gathered over its rows.
struct ActorFacts {
  RawCell place{};
  std::set<std::string> kinds{};
  std::set<std::string> regions{};             ///< ids
  std::map<std::string, std::string> cells{};  ///< further columns of the table of actors
};
using ActorsFound = std::map<std::string, ActorFacts>;  ///< by id

/// What of a list speaks of the i-th of several actors: a list as long as theirs speaks of each in
/// turn, any other of all of them.
template <class Items>
void take_share(const Items& items, std::size_t i, std::size_t actors,
                std::set<std::string>& into) {
  const bool in_turn = items.size() == actors && actors > 1;
  for (std::size_t k = 0; k < items.size(); ++k)
    if (!in_turn || k == i) into.emplace(items[k]);
}

/// The scheme of regions that no framework knows.
inline constexpr std::string_view own_region_scheme = "region";

/// A dataset with the description and the lists of the framework (none: three open facets), and the
/// table of these actors. Those the framework knows by id keep their row, and their parents come
/// along; what it leaves empty is filled by what was found. Regions that it does not know make a
/// scheme of their own, the first one; `labels` may name them. An actor of two kinds is an error
/// (kind-differs).
[[nodiscard]] RawDataset with_framework(const RawDataset* framework, ActorsFound actors,
                                        const std::map<std::string, std::string>& labels,
                                        const std::string& file, Diagnostics& findings);

/// The column with one of these names, spelled as headers may be, or schema::no_column.
[[nodiscard]] std::size_t find_column(const RawTable& table,
                                      std::initializer_list<std::string_view> names);

}  // namespace coopnet
