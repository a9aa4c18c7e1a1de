#include "common/pair_options.hpp"

#include <algorithm>

#include "common/failure.hpp"
#include "common/load.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/synergy_view.hpp"

namespace coopnet::tools {
namespace {

std::pair<ActorKind, ActorKind> kinds(const std::string& pair) {
  const auto colon = pair.find(':');
  const auto kind = [](const std::string& word) {
    const auto found = parse_word<ActorKind>(word);
    if (!found) refuse_value("--between", word, written_words(words<ActorKind>()));
    return *found;
  };
  if (colon == std::string::npos)
    throw UsageError(msg("synergy.between-form", {text::inert(pair)}));
  return {kind(pair.substr(0, colon)), kind(pair.substr(colon + 1))};
}

}  // namespace

std::optional<std::pair<std::uint64_t, std::uint64_t>> parse_ratio(const std::string& decimal) {
  constexpr std::size_t most_decimals = 6;
  constexpr std::uint64_t most = 1'000'000'000;
  const auto point = decimal.find('.');
  const bool whole = point == std::string::npos;
  const auto decimals = whole ? 0 : decimal.size() - point - 1;
  const auto numerator =
      text::parse_unsigned(whole ? decimal : decimal.substr(0, point) + decimal.substr(point + 1));
  if (!numerator || decimals > most_decimals || *numerator > most) return std::nullopt;
  std::uint64_t denominator = 1;
  for (std::size_t i = 0; i < decimals; ++i) denominator *= 10;
  return std::pair{*numerator, denominator};
}

void PairOptions::add_to(OptionSet& options, const char* measure_option, const char* measure_help) {
  measure_option_ = measure_option;
  options.choice("--of", synergy.of, {{"pledges", ItemKind::pledges}, {"actors", ItemKind::actors}},
                 synergy.of == ItemKind::pledges ? "synergy.opt-of" : "synergy.opt-of-actors");
  options.choice(measure_option, synergy.measure,
                 {{"score", SynergyMeasure::score},
                  {"shared", SynergyMeasure::shared},
                  {"jaccard", SynergyMeasure::jaccard},
                  {"overlap", SynergyMeasure::overlap},
                  {"cosine", SynergyMeasure::cosine}},
                 measure_help);
  options.list("--facet", "FACET", facets_, "synergy.opt-facet", ',');
  options.list("--weights", "FACET=N", weights_, "synergy.opt-weights", ',');
  options.choice("--across", across_, {{"regions", Across::regions}}, "synergy.opt-across");
  options.list("--between", "KIND:KIND", between_, "synergy.opt-between", ',');
  options.text("--min-score", "N", minimum_, "synergy.opt-min");
  options.flag("--same-actor", synergy.filter.same_actor, "synergy.opt-same-actor");
  options.after_parse([this] {
    if (!facets_.empty() && !weights_.empty()) throw UsageError(msg("synergy.facet-and-weights"));
  });
}

void PairOptions::settle(const Dataset& data, const FilterOptions& filter) {
  auto& pairs = synergy.filter;
  pairs.across_regions = across_ == Across::regions;
  pairs.kinds = filter.kinds;
  if (filter.regions.size() > 1 || filter.objectives.size() > 1)
    throw UsageError(msg("synergy.one-filter"));
  if (!filter.regions.empty()) pairs.region = find_region(data, filter.regions.front());
  if (!filter.objectives.empty()) pairs.tag = find_objective(data, filter.objectives.front());
  for (const auto& pair : between_) pairs.between.push_back(kinds(pair));
  settle_minimum();
  settle_weights(data);
}

void PairOptions::settle_minimum() {
  if (minimum_.empty()) return;
  const auto ratio = parse_ratio(minimum_);
  const bool bounded = synergy.measure != SynergyMeasure::shared;
  if (!ratio || (bounded && ratio->first > ratio->second))
    throw UsageError(
        msg("cli.bad-number", {"--min-score", "0", bounded ? "1" : "1000", text::inert(minimum_)}));
  synergy.minimum_numerator = ratio->first;
  synergy.minimum_denominator = ratio->second;
}

void PairOptions::settle_weights(const Dataset& data) {
  if (facets_.empty() && weights_.empty()) return;
  std::vector<std::string> known;
  for (const auto& facet : data.info.facets) known.push_back(facet.key);
  const auto facet = [&](const std::string& option, const std::string& key) {
    const auto found = data.find_facet(key);
    if (!found) refuse_value(option, key, known);
    return *found;
  };
  synergy.facet_weights.assign(data.info.facets.size(), 0);
  for (const auto& key : facets_) {
    const auto f = facet("--facet", key);
    synergy.facet_weights[f] = std::max(1U, data.info.facets[f].weight);
  }
  for (const auto& item : weights_) {
    const auto equals = item.find('=');
    const auto f = facet("--weights", item.substr(0, equals));
    const auto value =
        equals == std::string::npos ? std::nullopt : text::parse_unsigned(item.substr(equals + 1));
    constexpr std::uint64_t most = 1000;
    if (!value || *value > most)
      throw UsageError(msg("cli.bad-count", {"--weights", "0", "1000", text::inert(item)}));
    synergy.facet_weights[f] = static_cast<std::uint32_t>(*value);
  }
}

void PairOptions::record(render::Envelope& envelope, const Dataset& data) const {
  std::vector<std::string> weights;
  const auto used = facet_weights_of(data, synergy);
  for (std::size_t f = 0; f < used.size(); ++f)
    weights.push_back(data.info.facets[f].key + "=" + std::to_string(used[f]));
  envelope.option("of", synergy.of == ItemKind::pledges ? "pledges" : "actors");
  envelope.option(measure_option_ + 2, render::measure_word(synergy.measure));
  envelope.option("facet_weights", weights);
  envelope.option("across", across_ == Across::regions ? "regions" : "");
  envelope.option("between", between_);
  envelope.option("min_score", minimum_);
  envelope.option("same_actor", synergy.filter.same_actor);
}

}  // namespace coopnet::tools
