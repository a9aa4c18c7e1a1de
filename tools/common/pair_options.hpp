#pragma once

#include <string>
#include <vector>

#include "common/option_set.hpp"
#include "common/options.hpp"
#include "coopnet/analysis/synergy.hpp"
#include "coopnet/render/envelope.hpp"

namespace coopnet::tools {

/// What is compared, by which measure, and which pairs count: the options of every verb that
/// compares pledges or actors two by two.
struct PairOptions {
  SynergyOptions synergy;  ///< complete after settle()

  /// `measure_option`: what the verb calls its measure. Defaults are those in `synergy`.
  void add_to(OptionSet& options, const char* measure_option, const char* measure_help);
  /// Words of the command line that only the dataset can understand (UsageError).
  void settle(const Dataset& data, const FilterOptions& filter);
  void record(render::Envelope& envelope, const Dataset& data) const;

 private:
  void settle_minimum();
  void settle_weights(const Dataset& data);

  enum class Across : std::uint8_t { no, regions };
  std::vector<std::string> facets_, weights_, between_;
  std::string minimum_;
  const char* measure_option_ = "";
  Across across_ = Across::no;
};

/// A decimal such as "0.25" as numerator and denominator; nothing if it is none, is above 10^9, or
/// has more than six decimals.
[[nodiscard]] std::optional<std::pair<std::uint64_t, std::uint64_t>> parse_ratio(
    const std::string& decimal);

}  // namespace coopnet::tools
