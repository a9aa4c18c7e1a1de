// Finds the pledges of different regions that have most in common, and says why.
#include <coopnet/coopnet.hpp>
#include <iostream>

int main() {
  const auto loaded = coopnet::io::load_dataset("datasets/gcm");
  const auto& data = loaded.data;
  const coopnet::Selection everything(data);
  const auto relations = coopnet::build_relations(data, everything);

  coopnet::SynergyOptions options;
  options.top = 3;
  options.filter.across_regions = true;
  const auto result = coopnet::find_synergies(data, relations, everything, options);

  const coopnet::render::SynergyContext context{data, relations, options, data.info.as_of};
  std::cout << coopnet::render::to_text(coopnet::render::synergy_table(result, context)) << '\n'
            << coopnet::render::explain_pair(result.items, result.pairs.front(), context);
}
