#include "algo/optimal_matchings_level.hpp"

namespace coopnet::algo::matching {

PartnerSearch::PartnerSearch(const Level& level)
    : level_(level),
      met_(level.nodes(), 0),
      even_(level.nodes(), 0),
      via_(level.nodes(), Level::none),
      base_(level.nodes(), 0),
      mark_(level.nodes(), 0) {}

void PartnerSearch::run(const Mates& mates, std::uint32_t node) {
  for (const auto x : reached_) met_[x] = even_[x] = 0;
  reached_.clear();
  queue_.clear();
  mates_ = &mates;
  node_ = node;
  root_ = mates[node];
  reach(root_, true);
  for (std::size_t head = 0; head < queue_.size(); ++head)
    for (const auto& option : level_.options[queue_[head]]) follow(queue_[head], option.to);
}

void PartnerSearch::reach(std::uint32_t node, bool even) {
  met_[node] = 1;
  base_[node] = node;
  reached_.push_back(node);
  if (!even) return;
  even_[node] = 1;
  queue_.push_back(node);
}

std::uint32_t PartnerSearch::base(std::uint32_t node) {
  while (base_[node] != node) node = base_[node] = base_[base_[node]];
  return node;
}

void PartnerSearch::follow(std::uint32_t a, std::uint32_t b) {
  if (b == node_ || (*mates_)[b] == Level::none) return;
  if (met_[b] == 0) {
    reach(b, false);
    via_[b] = a;
    reach((*mates_)[b], true);
  } else if (even_[b] != 0 && base(a) != base(b)) {
    shrink(a, b);
  }
}

/// The odd circuit closed by an edge between two even nodes: its odd nodes become even, too.
void PartnerSearch::shrink(std::uint32_t a, std::uint32_t b) {
  const auto top = common_base(a, b);
  merged_.clear();
  walk_up(a, top, b);
  walk_up(b, top, a);
  for (const auto x : merged_) base_[x] = top;
}

std::uint32_t PartnerSearch::common_base(std::uint32_t a, std::uint32_t b) {
  ++marker_;
  for (a = base(a);; a = base(above(a))) {
    mark_[a] = marker_;
    if (a == root_) break;
  }
  for (b = base(b); mark_[b] != marker_;) b = base(above(b));
  return b;
}

/// Collects the bases of what is shrunk from the node up to below the top, makes the odd nodes even
/// and tells each even node on the way how it is reached from the other side.
void PartnerSearch::walk_up(std::uint32_t node, std::uint32_t top, std::uint32_t other_way) {
  while (base(node) != top) {
    const auto odd = (*mates_)[node];
    merged_.push_back(base(node));
    merged_.push_back(base(odd));
    if (even_[odd] == 0) {
      even_[odd] = 1;
      queue_.push_back(odd);
    }
    via_[node] = other_way;
    other_way = odd;
    node = via_[odd];
  }
}

void take(Mates& mates, const std::vector<std::uint32_t>& via, std::uint32_t node,
          std::uint32_t partner) {
  for (auto odd = mates[partner]; odd != node;) {
    const auto even = via[odd];
    const auto next = mates[even];
    mates[odd] = even;
    mates[even] = odd;
    odd = next;
  }
  mates[node] = mates[partner] = Level::none;
}

}  // namespace coopnet::algo::matching
