#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/network/relations.hpp"

/// Who takes part in what, and how evenly: forums, agreements, partners and supported pledges a
/// state, and who leads forums, working groups and meetings.
namespace coopnet {

struct AccessOptions {
  std::string scheme{};             ///< of the regions; empty: the first of the dataset
  std::vector<RegionId> regions{};  ///< only actors that lie in one of them; empty: all
  std::vector<ActorKind> kinds{ActorKind::state};
};

struct AccessRow {
  ActorId actor;
  std::size_t forums = 0;      ///< in any role
  std::size_t agreements = 0;  ///< as a party
  std::size_t partners = 0;    ///< other actors that share an agreement or a pledge
  std::size_t pledges = 0;
  std::size_t supported = 0;  ///< of those: answered by a recorded pledge of money, people,
                              ///< technical help or capacity
  std::size_t leads = 0;      ///< forums chaired, led or hosted as secretariat; meetings organised
};

/// How evenly a count is spread over some actors.
struct Spread {
  std::size_t total = 0;
  std::size_t none = 0;  ///< actors with zero
  std::size_t highest = 0;
  std::optional<double> gini;        ///< nothing where the total is zero
  std::optional<double> herfindahl;  ///< sum of squared shares; nothing where the total is zero
  std::optional<double> top_two;     ///< share of the two highest
};

enum class AccessMeasure : std::uint8_t { forums, agreements, partners, pledges, supported, leads };
inline constexpr std::size_t access_measures = 6;

struct Access {
  std::vector<AccessRow> rows;                   ///< actors of the scope, ascending
  std::array<Spread, access_measures> spread{};  ///< over the rows
  /// Leadership by whoever leads, of any kind: each lead of a forum or meeting with somebody of the
  /// scope as member, or that lies there.
  std::vector<std::pair<ActorId, std::size_t>> leaders;  ///< leads descending, then id
  Spread leadership;                                     ///< over the leaders
};

/// Cost: O(ties + sum over agreements and pledges of actors^2).
[[nodiscard]] Access find_access(const Dataset& data, const Relations& relations,
                                 const Selection& selection, const AccessOptions& options = {});

}  // namespace coopnet
