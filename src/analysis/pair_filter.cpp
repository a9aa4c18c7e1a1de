#include "coopnet/analysis/pair_filter.hpp"

#include <algorithm>

namespace coopnet {
namespace {

std::uint32_t bit(ActorKind kind) { return 1U << static_cast<unsigned>(kind); }

template <class T>
bool holds(const std::vector<T>& ascending, T value) {
  return std::binary_search(ascending.begin(), ascending.end(), value);
}

}  // namespace

PairAdmission::PairAdmission(const Dataset& data, const ItemSet& items, const PairFilter& filter)
    : data_(data), items_(items), filter_(filter), one_side_(items.size()), has_tag_(items.size()) {
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    one_side_[i] = is_one_side(i);
    has_tag_[i] = carries_tag(i);
    kinds_.push_back(kind_bits(i));
  }
  for (const auto kind : filter.kinds) wanted_kinds_ |= bit(kind);
}

bool PairAdmission::operator()(std::uint32_t a, std::uint32_t b) const {
  if (!(one_side_[a] || one_side_[b]) || !has_tag_[a] || !has_tag_[b]) return false;
  const bool kinds_fit =
      wanted_kinds_ == 0 || ((kinds_[a] & wanted_kinds_) != 0 && (kinds_[b] & wanted_kinds_) != 0);
  if (!kinds_fit) return false;
  if (!filter_.between.empty() && !connects_kinds(a, b)) return false;
  if (!filter_.same_actor && !disjoint(items_.actors[a], items_.actors[b])) return false;
  if (!filter_.across_regions) return true;
  const auto& x = items_.regions[a];
  const auto& y = items_.regions[b];
  return !x.empty() && !y.empty() && disjoint(x, y);
}

std::uint32_t PairAdmission::kind_bits(std::uint32_t item) const {
  std::uint32_t bits = 0;
  for (const ActorId actor : items_.actors[item]) bits |= bit(data_.actors[actor].kind);
  return bits;
}

/// Conditions that one of the two sides has to meet: region, actor, pledge.
bool PairAdmission::is_one_side(std::uint32_t item) const {
  if (filter_.region && !holds(items_.regions[item], *filter_.region)) return false;
  if (filter_.actor && !holds(items_.actors[item], *filter_.actor)) return false;
  return !filter_.pledge ||
         (items_.kind == ItemKind::pledges && items_.row[item] == filter_.pledge->value);
}

bool PairAdmission::carries_tag(std::uint32_t item) const {
  return !filter_.tag || std::any_of(items_.tags[item].begin(), items_.tags[item].end(),
                                     [&](const TagUse& use) { return use.id == *filter_.tag; });
}

bool PairAdmission::connects_kinds(std::uint32_t a, std::uint32_t b) const {
  return std::any_of(filter_.between.begin(), filter_.between.end(), [&](const auto& kinds) {
    const auto x = bit(kinds.first);
    const auto y = bit(kinds.second);
    return ((kinds_[a] & x) != 0 && (kinds_[b] & y) != 0) ||
           ((kinds_[a] & y) != 0 && (kinds_[b] & x) != 0);
  });
}

}  // namespace coopnet
