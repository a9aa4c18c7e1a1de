// Asks what is missing in a region: subjects without a pledge, and states that do not meet.
#include <coopnet/coopnet.hpp>
#include <iostream>

int main() {
  const auto loaded = coopnet::io::load_dataset("datasets/gcm");
  const auto& data = loaded.data;
  const coopnet::Selection everything(data);
  const auto relations = coopnet::build_relations(data, everything);
  const auto region = *data.regions.find("arab_states");

  const coopnet::CoverageOptions asked{
      .facet = data.info.primary_facet, .regions = {region}, .top = 5};
  const auto coverage = coopnet::find_coverage(data, relations, everything, asked);
  for (const auto& gap : coverage.gaps) {
    const auto tag = coverage.subjects[gap.subject].tags.front();
    std::cout << coopnet::render::tag_name(data, tag, coopnet::render::Language::en, true) << ": "
              << gap.observed << " pledges";
    if (gap.expected) std::cout << ", " << coopnet::text::fixed(*gap.expected, 1) << " expected";
    std::cout << '\n';
  }

  coopnet::MissingTiesOptions wanted;
  wanted.regions = {region};
  wanted.top = 3;
  for (const auto& tie : coopnet::find_missing_ties(data, relations, everything, wanted).ties)
    std::cout << data.actors[tie.a].id << " and " << data.actors[tie.b].id << " share "
              << tie.shared.size() << " priorities and do not meet\n";
}
