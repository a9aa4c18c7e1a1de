#include "coopnet/model/dataset.hpp"

#include <algorithm>

#include "schema.hpp"

namespace coopnet {

std::optional<std::size_t> Dataset::find_facet(std::string_view key) const {
  for (std::size_t i = 0; i < info.facets.size(); ++i)
    if (info.facets[i].key == key) return i;
  return std::nullopt;
}

std::optional<TagId> Dataset::find_tag(std::size_t facet, std::string_view key) const {
  std::string id = info.facets[facet].key;
  id += ':';
  const auto prefix = id.size();
  id += key;
  if (const auto exact = tags.find(id)) return exact;
  if (!info.facets[facet].open) return std::nullopt;
  id.resize(prefix);
  id += schema::open_key(key);
  return tags.find(id);
}

std::vector<TagId> Dataset::preferred_tags() const {
  std::vector<TagId> out(tags.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = TagId::at(i);
  for (const auto& entry : thesaurus) {
    const auto variant = find_tag(entry.facet, entry.variant);
    const auto preferred = find_tag(entry.facet, entry.preferred);
    if (variant && preferred) out[variant->index()] = *preferred;
  }
  return out;
}

std::vector<RegionId> Dataset::regions_of(ActorId actor, std::string_view scheme) const {
  constexpr int longest_chain = 8;  // a ministry of a state of a union: parents do not go deep
  std::optional<ActorId> at = actor;
  for (int step = 0; at && step < longest_chain; ++step) {
    std::vector<RegionId> found;
    for (const auto& use : actors[*at].regions)
      if (regions[use.id].scheme == scheme) found.push_back(use.id);
    if (!found.empty()) return found;
    at = actors[*at].parent;
  }
  return {};
}

std::string_view Dataset::primary_scheme() const {
  return info.region_schemes.empty() ? std::string_view{} : info.region_schemes.front().key;
}

}  // namespace coopnet
