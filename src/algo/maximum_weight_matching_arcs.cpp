#include "algo/maximum_weight_matching_arcs.hpp"

#include <algorithm>
#include <numeric>

namespace coopnet::algo::matching {
namespace {

constexpr auto later = [](const Event& x, const Event& y) { return x.at > y.at; };

}  // namespace

Arcs::Arcs(std::size_t vertices, std::span<const WeightedEdge> edges, std::int64_t raise)
    : begin(vertices + 2, 0) {
  const auto counts = [raise](const WeightedEdge& e) { return e.a != e.b && e.weight > -raise; };
  for (const auto& e : edges) {
    if (!counts(e)) continue;
    ++begin[e.a + std::size_t{2}];
    ++begin[e.b + std::size_t{2}];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  target.resize(begin.back());
  weight2.resize(begin.back());
  const auto put = [&](std::uint32_t from, std::uint32_t to, std::int64_t weight) {
    const auto place = begin[from + std::size_t{1}]++;
    target[place] = to;
    weight2[place] = 2 * (weight + raise);
  };
  for (const auto& e : edges) {
    if (!counts(e)) continue;
    put(e.a, e.b, e.weight);
    put(e.b, e.a, e.weight);
  }
  begin.pop_back();
}

void EventQueue::clear() {
  due_.clear();
  heap_.clear();
}

void EventQueue::push(const Event& event, std::int64_t now) {
  if (event.at <= now) {
    due_.push_back(event);
    return;
  }
  heap_.push_back(event);
  std::push_heap(heap_.begin(), heap_.end(), later);
}

bool EventQueue::pop(Event& event, std::int64_t limit) {
  if (!due_.empty()) {
    if (due_.back().at >= limit) return false;
    event = due_.back();
    due_.pop_back();
    return true;
  }
  if (heap_.empty() || heap_.front().at >= limit) return false;
  std::pop_heap(heap_.begin(), heap_.end(), later);
  event = heap_.back();
  heap_.pop_back();
  return true;
}

}  // namespace coopnet::algo::matching
