#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "coopnet/core/stop.hpp"
#include "coopnet/io/file.hpp"

/// Invented datasets of any size and shape, for measuring, for tests and for trying things out.
///
/// The same shape gives the same bytes on every machine: random numbers come from Rng alone, and
/// no result depends on floating point beyond the shape itself. A dataset comes in canonical form
/// and has no errors. Title, caveats and sources say that it is invented; names are codes.
///
/// How it is drawn: docs/verbs/generate.md.
namespace coopnet::io {

inline constexpr std::uint64_t most_synthetic_pledges = 1'000'000;
inline constexpr std::uint64_t most_synthetic_actors = 1'000'000;
inline constexpr std::uint64_t most_synthetic_forums = 100'000;
inline constexpr std::uint64_t most_synthetic_tags = 100'000;  ///< of one facet
inline constexpr double most_synthetic_tags_per_pledge = 100;
inline constexpr double steepest_synthetic_zipf = 16;

struct SyntheticShape {
  std::uint64_t pledges = 1'000;             ///< at least 1
  std::optional<std::uint64_t> actors = {};  ///< at least 2; else one for five pledges, at least 20
  std::optional<std::uint64_t> forums = {};  ///< else one for ten actors
  std::uint64_t objectives = 23;             ///< at least 1
  std::uint64_t themes = 200;
  std::uint64_t principles = 10;
  double tags_per_pledge = 9;  ///< in the mean, at least 1; fewer where there are too few tags
  double zipf = 1;             ///< tag number k of a facet, by use, is drawn with k^-zipf
  std::uint64_t seed = 1;
};

/// What was made.
struct SyntheticSize {
  std::uint64_t pledges = 0;
  std::uint64_t actors = 0;
  std::uint64_t rows = 0;   ///< of all tables
  std::uint64_t bytes = 0;  ///< of all files
};

/// The files of the dataset, dataset.json and one a table, in order of name. Throws
/// PreconditionError for a shape outside the bounds above.
[[nodiscard]] std::vector<NamedBytes> make_synthetic_dataset(const SyntheticShape& shape);

/// Writes them as a dataset folder while they are made: memory does not grow with the number of
/// pledges, only with actors and tags (some 30 bytes each). Progress is told in steps, most of them
/// a row; where it asks to stop, Interrupted is thrown and nothing is left behind. Throws IoError:
/// an existing folder only with `overwrite`, and not if it holds other tables that would be read
/// with these.
SyntheticSize write_synthetic_dataset(const SyntheticShape& shape, std::string_view folder,
                                      bool overwrite, Progress* progress = nullptr);

}  // namespace coopnet::io
