#include "algo/maximum_weight_matching_blossoms.hpp"

#include <numeric>

namespace coopnet::algo::matching {

Blossoms::Blossoms(std::uint32_t vertices, std::vector<std::uint32_t> mates)
    : mate(std::move(mates)), top(vertices), next_vertex(vertices, none), vertices_(vertices) {
  // Nested odd sets are at most half as many as vertices; as many again may await their release.
  const std::size_t nodes = vertices + 2 * std::size_t{vertices / 2};
  parent.assign(nodes, none);
  base.resize(nodes);
  std::iota(base.begin(), base.end(), 0U);
  first = last = base;
  std::iota(top.begin(), top.end(), 0U);
  size.assign(nodes, 1);
  base_child.assign(nodes, none);
  next.assign(nodes, none);
  previous.assign(nodes, none);
  link.assign(nodes, {});
  paired_with_next.assign(nodes, 0);
  price.assign(nodes, 0);
  for (auto node = static_cast<std::uint32_t>(nodes); node-- > vertices;) unused_.push_back(node);
}

std::uint32_t Blossoms::child_with(std::uint32_t blossom, std::uint32_t vertex) const {
  auto node = vertex;
  while (parent[node] != blossom) node = parent[node];
  return node;
}

std::uint32_t Blossoms::shrink(const std::vector<std::uint32_t>& circuit,
                               const std::vector<Link>& links) {
  const auto blossom = unused_.back();
  unused_.pop_back();
  parent[blossom] = none;
  price[blossom] = 0;
  base_child[blossom] = circuit.front();
  base[blossom] = base[circuit.front()];
  first[blossom] = first[circuit.front()];
  last[blossom] = last[circuit.back()];
  size[blossom] = 0;
  for (std::size_t i = 0; i < circuit.size(); ++i) {
    const auto child = circuit[i];
    const auto following = circuit[i + 1 == circuit.size() ? 0 : i + 1];
    parent[child] = blossom;
    size[blossom] += size[child];
    next[child] = following;
    previous[following] = child;
    link[child] = links[i];
    paired_with_next[child] = i % 2;
    if (following != circuit.front()) next_vertex[last[child]] = first[following];
  }
  return blossom;
}

void Blossoms::dissolve(std::uint32_t blossom) {
  for_children(blossom, [this](std::uint32_t child) { parent[child] = none; });
  price[blossom] = 0;
}

void Blossoms::set_top(std::uint32_t node) {
  for_vertices(node, [this, node](std::uint32_t v) { top[v] = node; });
}

void Blossoms::set_base(std::uint32_t node, std::uint32_t vertex) {
  to_rebase_.emplace_back(node, vertex);
  while (!to_rebase_.empty()) {
    const auto [outer, wanted] = to_rebase_.back();
    to_rebase_.pop_back();
    // From the vertex outwards: each node on the way becomes the base child of the next.
    for (auto child = wanted; child != outer; child = parent[child]) {
      turn(parent[child], child);
      base[parent[child]] = wanted;
    }
  }
}

/// Moves the pairs along the circuit so that the new base child is the one left over.
void Blossoms::turn(std::uint32_t blossom, std::uint32_t new_base_child) {
  const auto old_base_child = base_child[blossom];
  base_child[blossom] = new_base_child;
  if (paired_with_next[new_base_child] != 0) {
    for (auto child = new_base_child; child != old_base_child;) {
      const auto other = next[child];
      paired_with_next[child] = 0;
      pair_along(other);
      child = next[other];
    }
  } else {
    for (auto child = new_base_child; child != old_base_child;) {
      const auto other = previous[child];
      paired_with_next[other] = 0;
      child = previous[other];
      pair_along(child);
    }
  }
}

/// Pairs the child with the next one by the edge between them.
void Blossoms::pair_along(std::uint32_t child) {
  const auto [from, to] = link[child];
  paired_with_next[child] = 1;
  mate[from] = to;
  mate[to] = from;
  if (is_blossom(child)) to_rebase_.emplace_back(child, from);
  if (is_blossom(next[child])) to_rebase_.emplace_back(next[child], to);
}

}  // namespace coopnet::algo::matching
