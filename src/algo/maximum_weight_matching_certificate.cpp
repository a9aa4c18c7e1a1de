#include "coopnet/algo/matching_certificate.hpp"

#include <optional>

namespace coopnet::algo {
namespace {

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using)
using Fault = CertificateFault;

constexpr std::uint32_t nothing = ~0U;

/// The steps of verify(); each returns whether it found no fault.
class Verifier {
 public:
  Verifier(std::size_t vertices, std::span<const WeightedEdge> edges, const Matching& matching,
           const MatchingOptions& options)
      : n_(vertices), edges_(edges), m_(matching), options_(options) {}

  Certificate run() {
    if (sizes() && mates() && pairs() && weights() && raise() && members() && blossoms() &&
        blossoms_full() && vertex_prices() && edge_prices() && pair_prices())
      sums();
    return result_;
  }

 private:
  bool refuse(Fault fault, std::size_t index = 0) {
    result_ = {fault, index};
    return false;
  }

  bool sizes() {
    if (m_.mate.size() != n_ || m_.dual.vertex.size() != n_) return refuse(Fault::wrong_size);
    for (const auto& e : edges_)
      if (e.a >= n_ || e.b >= n_) return refuse(Fault::wrong_size);
    return true;
  }

  bool mates() {
    for (std::uint32_t v = 0; v < n_; ++v) {
      const auto mate = m_.mate[v];
      if (mate == unmatched) continue;
      if (mate >= n_ || mate == v || m_.mate[mate] != v) return refuse(Fault::mates_disagree, v);
    }
    return true;
  }

  bool pairs() {
    std::size_t i = 0;
    pair_at_.assign(n_, nothing);
    for (std::uint32_t v = 0; v < n_; ++v) {
      const auto mate = m_.mate[v];
      if (mate == unmatched || mate < v) continue;
      if (i == m_.pairs.size() || m_.pairs[i].a != v || m_.pairs[i].b != mate)
        return refuse(Fault::pairs_disagree, i);
      pair_at_[v] = static_cast<std::uint32_t>(i++);
    }
    return i == m_.pairs.size() || refuse(Fault::pairs_disagree, i);
  }

  bool weights() {
    std::vector<std::optional<std::int64_t>> best(m_.pairs.size());
    for (const auto& e : edges_) {
      if (e.a == e.b || m_.mate[e.a] != e.b) continue;
      auto& weight = best[pair_at_[std::min(e.a, e.b)]];
      weight = std::max(weight.value_or(e.weight), e.weight);
    }
    Wide total = 0;
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (!best[i]) return refuse(Fault::not_an_edge, i);
      const bool worth_it = options_.cardinality == MatchingCardinality::maximum || *best[i] > 0;
      if (*best[i] != m_.pairs[i].weight || !worth_it) return refuse(Fault::wrong_weight, i);
      total += *best[i];
    }
    return total == m_.total || refuse(Fault::wrong_total);
  }

  /// With k the most pairs possible, two matchings, one with a pair more than the other, differ in
  /// weight by at most k times the range of weights (0 included): raise must be more.
  bool raise() {
    if (options_.cardinality == MatchingCardinality::any)
      return m_.dual.raise == 0 || refuse(Fault::wrong_raise);
    Wide least = 0;
    Wide greatest = 0;
    for (const auto& e : edges_) {
      if (e.a == e.b) continue;
      least = std::min<Wide>(least, e.weight);
      greatest = std::max<Wide>(greatest, e.weight);
    }
    return m_.dual.raise > Wide(n_ / 2) * (greatest - least) || refuse(Fault::wrong_raise);
  }

  bool members() {
    place_.assign(n_, nothing);
    for (std::uint32_t i = 0; i < m_.dual.member.size(); ++i) {
      const auto v = m_.dual.member[i];
      if (v >= n_ || place_[v] != nothing) return refuse(Fault::bad_member, i);
      place_[v] = i;
    }
    return true;
  }

  /// Finds the parent of each blossom and the innermost blossom of each vertex.
  bool blossoms() {
    const auto& all = m_.dual.blossoms;
    parent_.assign(all.size(), nothing);
    price_.assign(all.size(), 0);
    innermost_.assign(n_, nothing);
    auto open = nothing;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      const auto& b = all[i];
      if (b.begin >= b.end || b.end > m_.dual.member.size() || (b.end - b.begin) % 2 == 0 ||
          b.price <= 0)
        return refuse(Fault::bad_blossom, i);
      if (i > 0 && b.begin < all[i - 1].begin) return refuse(Fault::blossoms_cross, i);
      while (open != nothing && all[open].end <= b.begin) open = parent_[open];
      if (open != nothing && all[open].end < b.end) return refuse(Fault::blossoms_cross, i);
      parent_[i] = open;
      price_[i] = b.price + (open == nothing ? Wide{0} : price_[open]);
      open = i;
    }
    find_innermost();
    return true;
  }

  void find_innermost() {
    const auto& all = m_.dual.blossoms;
    auto open = nothing;
    std::uint32_t following = 0;
    for (std::uint32_t i = 0; i < m_.dual.member.size(); ++i) {
      while (open != nothing && all[open].end <= i) open = parent_[open];
      while (following < all.size() && all[following].begin == i) open = following++;
      innermost_[m_.dual.member[i]] = open;
    }
  }

  [[nodiscard]] std::uint32_t common_blossom(std::uint32_t a, std::uint32_t b) const {
    auto blossom = innermost_[a];
    if (blossom == nothing || place_[b] == nothing) return nothing;
    const auto holds_b = [&](const DualSolution::Blossom& x) {
      return x.begin <= place_[b] && place_[b] < x.end;
    };
    while (blossom != nothing && !holds_b(m_.dual.blossoms[blossom])) blossom = parent_[blossom];
    return blossom;
  }

  bool blossoms_full() {
    std::vector<std::uint32_t> inside(m_.dual.blossoms.size(), 0);
    for (const auto& pair : m_.pairs) {
      const auto blossom = common_blossom(pair.a, pair.b);
      if (blossom != nothing) ++inside[blossom];
    }
    for (auto i = inside.size(); i-- > 0;) {
      const auto& b = m_.dual.blossoms[i];
      if (inside[i] != (b.end - b.begin) / 2) return refuse(Fault::blossom_not_full, i);
      if (parent_[i] != nothing) inside[parent_[i]] += inside[i];
    }
    return true;
  }

  bool vertex_prices() {
    for (std::uint32_t v = 0; v < n_; ++v) {
      if (m_.dual.vertex[v] < 0) return refuse(Fault::negative_price, v);
      if (m_.dual.vertex[v] > 0 && m_.mate[v] == unmatched)
        return refuse(Fault::unmatched_has_price, v);
    }
    return true;
  }

  /// Price less twice the raised weight.
  [[nodiscard]] Wide slack(std::uint32_t a, std::uint32_t b, std::int64_t weight) const {
    const auto blossom = common_blossom(a, b);
    const Wide price = Wide{m_.dual.vertex[a]} + m_.dual.vertex[b] +
                       (blossom == nothing ? Wide{0} : price_[blossom]);
    return price - 2 * (Wide{weight} + m_.dual.raise);
  }

  bool edge_prices() {
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      const auto& e = edges_[i];
      if (e.a != e.b && slack(e.a, e.b, e.weight) < 0) return refuse(Fault::edge_above_price, i);
    }
    return true;
  }

  bool pair_prices() {
    for (std::size_t i = 0; i < m_.pairs.size(); ++i)
      if (slack(m_.pairs[i].a, m_.pairs[i].b, m_.pairs[i].weight) != 0)
        return refuse(Fault::pair_below_price, i);
    return true;
  }

  bool sums() {
    Wide bound = 0;
    for (const auto price : m_.dual.vertex) bound += price;
    for (const auto& b : m_.dual.blossoms) bound += Wide{b.price} * ((b.end - b.begin) / 2);
    const Wide raised = m_.total + Wide{m_.dual.raise} * static_cast<Wide>(m_.pairs.size());
    return bound == 2 * raised || refuse(Fault::sums_differ);
  }

  std::size_t n_;
  std::span<const WeightedEdge> edges_;
  const Matching& m_;
  MatchingOptions options_;
  Certificate result_;
  std::vector<std::uint32_t> pair_at_;    // by smaller end
  std::vector<std::uint32_t> place_;      // of a vertex in member
  std::vector<std::uint32_t> innermost_;  // blossom of a vertex
  std::vector<std::uint32_t> parent_;     // of a blossom
  std::vector<Wide> price_;               // of a blossom and all around it
};

}  // namespace

Certificate verify(std::size_t vertices, std::span<const WeightedEdge> edges,
                   const Matching& matching, const MatchingOptions& options) {
  return Verifier(vertices, edges, matching, options).run();
}

std::string_view to_string(CertificateFault fault) {
  switch (fault) {
    case Fault::none:
      return "the certificate holds";
    case Fault::wrong_size:
      return "the matching is for another graph";
    case Fault::mates_disagree:
      return "a vertex is not the mate of its mate";
    case Fault::pairs_disagree:
      return "the pairs are not those of the mates";
    case Fault::not_an_edge:
      return "a pair is not joined by an edge";
    case Fault::wrong_weight:
      return "a pair has not the weight of its best edge";
    case Fault::wrong_total:
      return "the total is not the sum of the weights";
    case Fault::wrong_raise:
      return "the raise does not suit the cardinality asked for";
    case Fault::bad_member:
      return "a member of blossoms is out of range or listed twice";
    case Fault::bad_blossom:
      return "a blossom is not an odd set with a price above zero";
    case Fault::blossoms_cross:
      return "two blossoms cross or are out of order";
    case Fault::blossom_not_full:
      return "a blossom with a price is not full of pairs";
    case Fault::negative_price:
      return "a vertex has a price below zero";
    case Fault::unmatched_has_price:
      return "an unmatched vertex has a price";
    case Fault::edge_above_price:
      return "an edge weighs more than its price";
    case Fault::pair_below_price:
      return "a pair weighs less than its price";
    case Fault::sums_differ:
      return "the total does not reach the bound";
  }
  return "unknown fault";
}

}  // namespace coopnet::algo
