// Loads a dataset and says what it holds.
#include <coopnet/coopnet.hpp>
#include <iostream>

int main() {
  const auto [data, findings, flat] = coopnet::io::load_dataset("datasets/tiny");
  for (const auto& finding : findings.all())
    std::cout << coopnet::render::describe(finding) << '\n';

  const coopnet::Selection everything(data);
  const auto relations = coopnet::build_relations(data, everything);
  const auto summary = coopnet::summarise(data, relations, everything, std::nullopt);
  std::cout << '\n' << summary.pledges << " pledges of " << summary.actors << " actors\n";
  for (const auto& row : summary.primary_tags)
    std::cout << "objective " << data.tags[row.tag].key << ": " << row.pledges << '\n';
}
