#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "coopnet/algo/similar_pairs.hpp"

/// All pairs, one by one, by the definition: the slow twin of similar_pairs. It compares scores as
/// fractions of long doubles squared where needed, not with the exact comparison under test.
namespace reference {

using coopnet::algo::Similarity;
using coopnet::algo::SimilarityParts;
using coopnet::algo::SimilarPair;
using coopnet::algo::WeightedSets;

inline long double slow_value(Similarity measure, const SimilarityParts& p) {
  const auto s = static_cast<long double>(p.shared);
  const auto a = static_cast<long double>(p.a);
  const auto b = static_cast<long double>(p.b);
  if (p.shared == 0) return 0;
  switch (measure) {
    case Similarity::shared:
      return s;
    case Similarity::jaccard:
      return s / (a + b - s);
    case Similarity::overlap:
      return s / std::min(a, b);
    case Similarity::cosine:
      return s * s / (a * b);
  }
  return 0;
}

inline std::uint64_t weight_of(const WeightedSets& sets, std::size_t set) {
  std::uint64_t sum = 0;
  for (const auto e : sets.elements(set)) sum += sets.weight[e];
  return sum;
}

template <class Admit>
std::vector<SimilarPair> similar_pairs_slow(const WeightedSets& sets, Similarity measure,
                                            std::size_t top, long double minimum, Admit admit) {
  std::vector<SimilarPair> all;
  for (std::uint32_t a = 0; a < sets.size(); ++a)
    for (std::uint32_t b = a + 1; b < sets.size(); ++b) {
      SimilarityParts parts{0, weight_of(sets, a), weight_of(sets, b)};
      for (const auto e : sets.elements(a))
        for (const auto f : sets.elements(b))
          if (e == f) parts.shared += sets.weight[e];
      if (parts.shared > 0 && admit(a, b) && slow_value(measure, parts) >= minimum)
        all.push_back({a, b, parts});
    }
  std::stable_sort(all.begin(), all.end(), [&](const SimilarPair& x, const SimilarPair& y) {
    return slow_value(measure, x.parts) > slow_value(measure, y.parts);
  });
  if (top > 0 && all.size() > top) all.resize(top);
  return all;
}

}  // namespace reference
