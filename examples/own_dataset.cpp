// Makes a dataset in code from the text of a table, as a program with a source of its own would.
#include <coopnet/coopnet.hpp>
#include <iostream>

int main() {
  const std::string pledges =
      "id,actors,region,objectives,status\n"
      "P1,XAA,North,1;8,in progress\n"
      "P2,XBB,South,8;17,planned\n"
      "P3,XCC,South,1;8;17,unknown\n";
  coopnet::Diagnostics findings;
  const auto table = coopnet::io::read_csv(pledges, "pledges.csv", "flat", {}, findings);
  const auto data =
      coopnet::build_dataset(coopnet::unfold_flat(table, nullptr, findings), findings);
  std::cout << findings.errors() << " errors, content " << coopnet::content_hash(data).substr(0, 12)
            << "\n\n";

  const coopnet::Selection everything(data);
  const auto relations = coopnet::build_relations(data, everything);
  coopnet::SynergyOptions options;
  options.measure = coopnet::SynergyMeasure::jaccard;
  const auto result = coopnet::find_synergies(data, relations, everything, options);
  for (const auto& pair : result.pairs) {
    std::cout << data.pledges[coopnet::PledgeId(result.items.row[pair.a])].id << " and "
              << data.pledges[coopnet::PledgeId(result.items.row[pair.b])].id << ": "
              << coopnet::text::fixed(pair.score, 2) << ", shared";
    for (const auto& tag : pair.shared) std::cout << ' ' << data.tags[tag.tag].key;
    std::cout << '\n';
  }
}
