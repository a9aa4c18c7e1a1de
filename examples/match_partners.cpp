// Gives each actor one partner of another region, so that all pairs together share most, and shows
// that a proof comes with the answer.
#include <coopnet/algo/matching_certificate.hpp>
#include <coopnet/coopnet.hpp>
#include <iostream>

int main() {
  const auto loaded = coopnet::io::load_dataset("datasets/tiny");
  const auto& data = loaded.data;
  const coopnet::Selection everything(data);
  const auto relations = coopnet::build_relations(data, everything);

  coopnet::MatchOptions options;
  options.synergy.measure = coopnet::SynergyMeasure::shared;
  options.synergy.filter.across_regions = true;
  const auto result = coopnet::match_partners(data, relations, everything, options);
  for (const auto& row : result.pairs) {
    const auto name = [&](std::uint32_t item) {
      return data.actors[coopnet::ActorId(result.items.row[item])].id;
    };
    std::cout << name(row.pair.a) << " and " << name(row.pair.b) << " share " << row.weight
              << (row.firm ? ", in every best choice\n" : ", in some best choice\n");
  }
  std::cout << "total " << result.total << ", best choices: " << result.optima << '\n';

  // The same on plain edges: prices come with the matching, and a checker verifies them.
  const std::vector<coopnet::algo::WeightedEdge> path{{0, 1, 5}, {1, 2, 11}, {2, 3, 5}};
  const auto matching = coopnet::algo::maximum_weight_matching(4, path);
  const auto certificate = coopnet::algo::verify(4, path, matching);
  std::cout << "path 5-11-5: weight " << matching.total << ", proof "
            << (certificate.valid() ? "holds" : "does not hold") << '\n';
}
