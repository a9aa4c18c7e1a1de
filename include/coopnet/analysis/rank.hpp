#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "coopnet/core/stop.hpp"
#include "coopnet/network/network.hpp"

/// Who stands where in a network: who connects, who brokers, without whom it falls apart.
namespace coopnet {

/// What the strength of a tie means where paths are measured (closeness, betweenness).
enum class TieLength : std::uint8_t {
  equal,     ///< every tie is one step, however many items are shared
  strength,  ///< the more is shared, the nearer: length 1 / strength, exactly
  length,    ///< the number is a length
};

struct RankOptions {
  TieLength lengths = TieLength::equal;
  unsigned threads = 0;  ///< 0: one a processor
};

/// Undefined values are nothing; the reason is told with the member.
struct PositionRow {
  std::uint32_t degree = 0;                     ///< others tied to it, either way
  std::uint32_t in_degree = 0, out_degree = 0;  ///< of a directed network
  std::uint64_t strength = 0;                   ///< sum of the strengths of its ties
  std::uint32_t component = 0, component_size = 0;
  std::optional<double> closeness;  ///< nothing if it does not reach everybody
  std::optional<double> harmonic;   ///< mean of 1 / distance to all others; nothing if alone
  double betweenness = 0;
  std::optional<double> betweenness_normalised;  ///< of the largest possible; nothing under three
  std::optional<double> path_share;   ///< of the shortest paths between others that are connected;
                                      ///< nothing if no two others are
  std::optional<double> eigenvector;  ///< nothing outside the largest component
  double pagerank = 0;
  std::uint32_t core = 0;
  std::optional<double> constraint, effective_size;  ///< Burt; nothing without ties
  std::optional<double> two_mode_degree, two_mode_closeness, two_mode_betweenness;
};

/// How often a vertex stands between two that have no tie of their own, by the groups of the three
/// (algo/brokerage.hpp): coordinator, itinerant, representative, gatekeeper, liaison, and in all.
struct BrokerageRow {
  std::array<std::uint64_t, 6> counts{};
  std::array<std::optional<double>, 6> z{};  ///< nothing where the role cannot vary
};

/// Without this vertex its component falls apart.
struct FallsApart {
  std::uint32_t vertex = 0;
  std::vector<std::vector<std::uint32_t>> parts;  ///< what is left, the largest part first
};

/// A tie whose loss would separate two sides, and how many vertices stand on each.
struct OnlyTie {
  std::uint32_t a = 0, b = 0;  ///< a < b
  std::uint32_t a_side = 0, b_side = 0;
};

struct Position {
  std::vector<PositionRow> rows;  ///< by vertex
  std::size_t ties = 0;           ///< edges, of a directed network arcs
  std::size_t components = 0;
  std::size_t largest = 0;              ///< vertices of the largest component
  std::vector<FallsApart> falls_apart;  ///< by vertex; directions ignored
  std::vector<OnlyTie> only_ties;
  std::vector<BrokerageRow> brokerage;        ///< by vertex; empty unless actors with known regions
  std::vector<std::uint32_t> group;           ///< of each vertex, for brokerage
  std::vector<std::vector<RegionId>> groups;  ///< sets of regions; empty: not known
  bool lengths_rounded = false;               ///< lengths were too many to be exact
  bool converged = true;                      ///< eigenvector and PageRank
  std::optional<double> clustering;           ///< of a two-mode network (Robins-Alexander)
};

/// Cost: that of betweenness, O(vertices * edges). The same for any number of threads.
/// `scheme`: of the regions that make the groups.
[[nodiscard]] Position find_positions(const Dataset& data, const Network& network,
                                      std::string_view scheme, const RankOptions& options = {},
                                      Progress* progress = nullptr);

}  // namespace coopnet
