#include "algo/maximum_weight_matching_start.hpp"

#include <algorithm>

namespace coopnet::algo::matching {

HalfEdgeStart::HalfEdgeStart(const Arcs& arcs)
    : price(arcs.vertices(), 0),
      mate(arcs.vertices(), none),
      arcs_(arcs),
      half_(arcs.vertices(), none),
      label_(arcs.vertices(), Label::out),
      reached_at_(arcs.vertices(), never),
      via_(arcs.vertices(), none),
      mark_(arcs.vertices(), 0) {}

void HalfEdgeStart::run(ProgressMeter& meter) {
  constexpr std::uint32_t report_every = 256;
  meter.check();
  lower_prices();
  for (std::uint32_t v = 0; v < arcs_.vertices(); ++v) {
    if (!is_paired(v) && half_[v] == none && price[v] > 0) grow_from(v);
    if (v % report_every != report_every - 1) continue;
    meter.advance(report_every);
    meter.check();
  }
  meter.advance(arcs_.vertices() % report_every);
  for (std::uint32_t v = 0; v < arcs_.vertices(); ++v)
    if (half_[v] != none) split_circuit(v);
}

/// Starts from half the heaviest edge at each vertex, the least that is sure to be enough.
void HalfEdgeStart::lower_prices() {
  for (std::uint32_t v = 0; v < arcs_.vertices(); ++v)
    for (auto k = arcs_.begin[v]; k < arcs_.begin[v + 1]; ++k)
      price[v] = std::max(price[v], arcs_.weight2[k] / 2);
  for (std::uint32_t v = 0; v < arcs_.vertices(); ++v) {
    if (is_paired(v)) continue;
    std::int64_t least = 0;
    std::uint32_t partner = none;
    for (auto k = arcs_.begin[v]; k < arcs_.begin[v + 1]; ++k) {
      const auto u = arcs_.target[k];
      const auto needed = arcs_.weight2[k] - price[u];
      if (needed < least) continue;
      if (needed > least) partner = none;
      least = needed;
      if (partner == none && !is_paired(u)) partner = u;
    }
    price[v] = least;
    if (partner == none) continue;
    mate[v] = partner;
    mate[partner] = v;
  }
}

void HalfEdgeStart::grow_from(std::uint32_t root) {
  now_ = 0;
  limit_ = never;
  make_even(root);
  for (Event event; events_.pop(event, limit_);) {
    const auto v = event.from;
    if (label_[v] != Label::out || event.at != reached_at_[v]) continue;
    now_ = event.at;
    label_[v] = Label::odd;
    price[v] -= now_;
    make_even(mate[v]);
  }
  now_ = limit_;
  finish();
  settle();
}

void HalfEdgeStart::make_even(std::uint32_t v) {
  label_[v] = Label::even;
  touched_.push_back(v);
  price[v] += now_;
  end_by(price[v], End::zero, v, none);
  scan(v);
}

void HalfEdgeStart::scan(std::uint32_t u) {
  for (auto k = arcs_.begin[u]; k < arcs_.begin[u + 1]; ++k) {
    const auto v = arcs_.target[k];
    if (label_[v] == Label::odd) continue;
    const auto slack = price[u] - arcs_.weight2[k] + price[v];  // of the start of the search
    if (label_[v] == Label::even) {
      end_by(slack / 2, End::circuit, u, v);  // even: prices in a tree have the same parity
    } else if (slack < std::min(reached_at_[v], limit_)) {
      if (reached_at_[v] == never) touched_.push_back(v);
      reached_at_[v] = slack;
      via_[v] = u;
      if (is_paired(v)) {
        events_.push({slack, v, none}, now_);
      } else {
        end_by(slack, End::join, u, v);
      }
    }
    if (limit_ == now_) return;
  }
}

void HalfEdgeStart::end_by(std::int64_t at, End how, std::uint32_t u, std::uint32_t v) {
  if (at >= limit_) return;
  limit_ = at;
  end_ = how;
  end_u_ = u;
  end_v_ = v;
}

void HalfEdgeStart::finish() {
  switch (end_) {
    case End::zero:
      flip_path(end_u_);
      break;
    case End::join:
      if (half_[end_v_] != none) split_circuit(end_v_);
      flip_path(end_u_);
      mate[end_u_] = end_v_;
      mate[end_v_] = end_u_;
      break;
    case End::circuit:
      close_circuit(end_u_, end_v_);
      break;
  }
}

void HalfEdgeStart::settle() {
  for (const auto v : touched_) {
    if (label_[v] == Label::even) price[v] -= now_;
    if (label_[v] == Label::odd) price[v] += now_;
    label_[v] = Label::out;
    reached_at_[v] = never;
  }
  touched_.clear();
  events_.clear();
}

std::uint32_t HalfEdgeStart::parent(std::uint32_t even) const {
  return mate[even] == none ? none : via_[mate[even]];
}

/// Frees the even vertex v; the pairs on its path move towards the root, which gets a mate.
void HalfEdgeStart::flip_path(std::uint32_t v) {
  auto odd = mate[v];
  mate[v] = none;
  while (odd != none) {
    const auto even = via_[odd];
    const auto next = mate[even];
    mate[odd] = even;
    mate[even] = odd;
    odd = next;
  }
}

/// Pairs all vertices of the circuit but v.
void HalfEdgeStart::split_circuit(std::uint32_t v) {
  auto a = half_[v];
  half_[v] = none;
  while (a != v) {
    const auto b = half_[a];
    const auto next = half_[b];
    mate[a] = b;
    mate[b] = a;
    half_[a] = half_[b] = none;
    a = next;
  }
}

std::uint32_t HalfEdgeStart::common_ancestor(std::uint32_t u, std::uint32_t v) {
  for (++marker_;; std::swap(u, v)) {
    if (u == none) continue;
    if (mark_[u] == marker_) return u;
    mark_[u] = marker_;
    u = parent(u);
  }
}

void HalfEdgeStart::close_circuit(std::uint32_t u, std::uint32_t v) {
  const auto top = common_ancestor(u, v);
  auto last = v;  // the circuit runs top .. u, v .. top
  for (auto x = u; x != top; x = parent(x)) {
    half_[x] = last;
    half_[mate[x]] = x;
    last = mate[x];
  }
  half_[top] = last;
  for (auto x = v; x != top; x = parent(x)) {
    half_[x] = mate[x];
    half_[mate[x]] = parent(x);
  }
  flip_path(top);
  for (auto x = half_[top]; x != top; x = half_[x]) mate[x] = none;
}

}  // namespace coopnet::algo::matching
