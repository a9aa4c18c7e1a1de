#include "algo/maximum_weight_matching_search.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace coopnet::algo::matching {

Search::Search(const Arcs& arcs, HalfEdgeStart&& start)
    : arcs_(arcs),
      nodes_(arcs.vertices(), std::move(start.mate)),
      price_(std::move(start.price)),
      label_(nodes_.nodes(), Label::out),
      entry_(nodes_.nodes()),
      merged_(nodes_.nodes()),
      mark_(nodes_.nodes(), 0),
      best_(arcs.vertices(), never),
      best_edge_(arcs.vertices()) {
  std::iota(merged_.begin(), merged_.end(), 0U);
}

void Search::grow_from(std::uint32_t root) {
  now_ = 0;
  limit_ = never;
  make_even(outermost(root), 0);
  scan_waiting();
  for (Event event; events_.pop(event, limit_);) {
    now_ = event.at;
    handle(event);
    scan_waiting();
  }
  now_ = limit_;
  flip_path(end_.from, end_.to);
  settle();
}

void Search::scan_waiting() {
  while (!to_scan_.empty() && limit_ > now_) {
    const auto u = to_scan_.back();
    to_scan_.pop_back();
    scan(u);
  }
}

void Search::scan(std::uint32_t u) {
  const auto own = price_[u];
  for (auto k = arcs_.begin[u]; k < arcs_.begin[u + 1]; ++k) {
    const auto v = arcs_.target[k];
    const auto offer = own - arcs_.weight2[k];
    const auto label = label_[v];
    if (label == Label::even) {
      const auto at = (offer + price_[v]) / 2;  // even: prices in a tree have the same parity
      if (at < limit_ && outermost(u) != outermost(v)) events_.push({at, u, k}, now_);
      continue;
    }
    if (offer >= best_[v]) continue;
    const auto at = offer + price_[v];
    if (label == Label::odd) {
      if (nodes_.is_blossom(outermost(v))) note_best(v, {offer, u, k});
    } else if (at < limit_) {
      note_best(v, {offer, u, k});
      if (nodes_.mate_of_base(outermost(v)) != none) {
        events_.push({at, u, k}, now_);
      } else {
        end_by(at, u, v);
        if (limit_ == now_) return;
      }
    }
  }
}

void Search::note_best(std::uint32_t v, const Event& edge) {
  if (best_[v] == never) noted_.push_back(v);
  best_[v] = edge.at;
  best_edge_[v] = edge;
}

void Search::end_by(std::int64_t at, std::uint32_t u, std::uint32_t v) {
  if (at >= limit_) return;
  limit_ = at;
  end_ = {u, v};
}

/// Events are never withdrawn; those that were overtaken are told by their slack or labels.
void Search::handle(const Event& event) {
  if (event.arc == none) {
    const auto blossom = event.from;
    if (label_[blossom] == Label::odd) open(blossom);
    return;
  }
  const auto v = arcs_.target[event.arc];
  const auto slack = price_[event.from] - arcs_.weight2[event.arc] + price_[v];
  if (label_[v] == Label::out && slack == now_) join(event.arc, event.from);
  if (label_[v] == Label::even && slack == 2 * now_) shrink(event.from, v);
}

// ---- Joining the tree ----

void Search::join(std::uint32_t arc, std::uint32_t from) {
  const auto v = arcs_.target[arc];
  const auto node = outermost(v);
  make_odd(node, {from, v});
  nodes_.for_vertices(node, [this](std::uint32_t x) {
    price_[x] -= now_;
    label_[x] = Label::odd;
    labelled_.push_back(x);
  });
  make_even(outermost(nodes_.mate_of_base(node)), now_);
}

/// `rise` takes the vertices' prices to the start of the search.
void Search::make_even(std::uint32_t node, std::int64_t rise) {
  label_[node] = Label::even;
  shift_price(node, -2 * now_);
  nodes_.for_vertices(node, [this, rise](std::uint32_t v) {
    label_[v] = Label::even;
    price_[v] += rise;
    end_by(price_[v], v, none);
    to_scan_.push_back(v);
    labelled_.push_back(v);
  });
}

void Search::make_odd(std::uint32_t node, Link entry) {
  label_[node] = Label::odd;
  entry_[node] = entry;
  if (!nodes_.is_blossom(node)) return;
  shift_price(node, 2 * now_);
  const auto at = nodes_.price[node] / 2;
  if (at < limit_) events_.push({at, node, none}, now_);
}

/// An opened blossom's child that is not needed in the tree: its best edge may bring it back.
void Search::make_out(std::uint32_t node) {
  label_[node] = Label::out;
  Event earliest{limit_, none, none};
  nodes_.for_vertices(node, [&](std::uint32_t v) {
    label_[v] = Label::out;
    price_[v] += now_;
    if (best_[v] == never || best_[v] + price_[v] >= earliest.at) return;
    earliest = best_edge_[v];
    earliest.at = best_[v] + price_[v];
  });
  if (earliest.arc != none) events_.push(earliest, now_);
}

void Search::shift_price(std::uint32_t node, std::int64_t amount) {
  if (nodes_.is_blossom(node)) nodes_.price[node] += amount;
}

// ---- Shrinking and opening ----

std::uint32_t Search::outermost(std::uint32_t vertex) {
  auto node = nodes_.top[vertex];
  while (merged_[node] != node) node = merged_[node] = merged_[merged_[node]];
  return node;
}

std::uint32_t Search::parent(std::uint32_t even) {
  const auto mate = nodes_.mate_of_base(even);
  return mate == none ? none : outermost(entry_[outermost(mate)].from);
}

std::uint32_t Search::common_ancestor(std::uint32_t x, std::uint32_t y) {
  for (++marker_;; std::swap(x, y)) {
    if (x == none) continue;
    if (mark_[x] == marker_) return x;
    mark_[x] = marker_;
    x = parent(x);
  }
}

/// The nodes from an even one up to below its ancestor, each with the edge towards the ancestor.
void Search::collect_path(std::uint32_t node, std::uint32_t ancestor) {
  while (node != ancestor) {
    const auto base = nodes_.base[node];
    const auto odd = outermost(nodes_.mate[base]);
    circuit_.push_back(node);
    links_.push_back({base, nodes_.mate[base]});
    circuit_.push_back(odd);
    links_.push_back({entry_[odd].to, entry_[odd].from});
    node = outermost(entry_[odd].from);
  }
}

void Search::shrink(std::uint32_t u, std::uint32_t v) {
  const auto x = outermost(u);
  const auto y = outermost(v);
  if (x == y) return;
  const auto ancestor = common_ancestor(x, y);
  circuit_.clear();
  links_.clear();
  collect_path(x, ancestor);
  circuit_.push_back(ancestor);
  std::reverse(circuit_.begin(), circuit_.end());  // from the ancestor down to x
  std::reverse(links_.begin(), links_.end());
  for (auto& link : links_) std::swap(link.from, link.to);
  links_.push_back({u, v});
  collect_path(y, ancestor);
  const auto blossom = nodes_.shrink(circuit_, links_);
  for (const auto child : circuit_) {
    if (label_[child] == Label::odd) {
      shift_price(child, -2 * now_);
      make_even(child, 2 * now_);
    }
    shift_price(child, 2 * now_);  // fixed from here on
    merged_[child] = blossom;
  }
  merged_[blossom] = blossom;
  label_[blossom] = Label::even;
  shift_price(blossom, -2 * now_);
  made_.push_back(blossom);
}

void Search::open(std::uint32_t blossom) {
  const auto entry = entry_[blossom];
  const auto base_child = nodes_.base_child[blossom];
  auto child = nodes_.child_with(blossom, entry.to);
  const bool forward = nodes_.paired_with_next[child] != 0;
  circuit_.clear();
  nodes_.for_children(blossom, [this](std::uint32_t c) { circuit_.push_back(c); });
  hand_over(blossom);
  make_odd(child, entry);
  while (child != base_child) {
    const auto even = forward ? nodes_.next[child] : nodes_.previous[child];
    const auto odd = forward ? nodes_.next[even] : nodes_.previous[even];
    make_even(even, 2 * now_);
    const auto link = nodes_.link[forward ? even : odd];
    make_odd(odd, forward ? link : Link{link.to, link.from});
    child = odd;
  }
  for (const auto c : circuit_)
    if (label_[c] == Label::out) make_out(c);
}

/// The largest child is found by way of the blossom's number until the search ends, so that only
/// the vertices of the others are visited.
void Search::hand_over(std::uint32_t blossom) {
  const auto heir = *std::max_element(
      circuit_.begin(), circuit_.end(),
      [this](std::uint32_t x, std::uint32_t y) { return nodes_.size[x] < nodes_.size[y]; });
  nodes_.dissolve(blossom);
  nodes_.size[blossom] = 0;
  merged_[blossom] = heir;
  opened_.emplace_back(blossom, heir);
  for (const auto c : circuit_) {
    label_[c] = Label::out;
    if (c != heir) nodes_.set_top(c);
  }
}

// ---- The end ----

/// Gives the even vertex u the mate v (or none), and each even node on its path to the root what
/// the odd node before it leaves.
void Search::flip_path(std::uint32_t u, std::uint32_t v) {
  if (v != none) {
    nodes_.set_base(outermost(v), v);
    nodes_.mate[v] = u;
  }
  for (;;) {
    const auto node = outermost(u);
    const auto old_mate = nodes_.mate_of_base(node);
    nodes_.set_base(node, u);
    nodes_.mate[u] = v;
    if (old_mate == none) return;
    const auto odd = outermost(old_mate);
    u = entry_[odd].from;
    v = entry_[odd].to;
    nodes_.set_base(odd, v);
    nodes_.mate[v] = u;
  }
}

void Search::settle() {
  settle_prices();
  settle_tops();
  for (const auto v : noted_) best_[v] = never;
  noted_.clear();
  labelled_.clear();
  made_.clear();
  opened_.clear();
  to_scan_.clear();
  events_.clear();
}

void Search::settle_prices() {
  for (const auto v : labelled_) {
    if (label_[v] == Label::out) continue;
    const auto node = outermost(v);
    const auto moved = label_[v] == Label::even ? now_ : -now_;
    price_[v] -= moved;
    if (label_[node] != Label::out) shift_price(node, 2 * moved);
    label_[v] = label_[node] = Label::out;
  }
}

/// Blossoms made in this search whose price is still zero are not kept.
void Search::settle_tops() {
  for (const auto& [opened, heir] : opened_)
    if (nodes_.size[heir] != 0) nodes_.set_top(heir);
  for (const auto v : labelled_) merged_[nodes_.top[v]] = nodes_.top[v];
  for (const auto& [opened, heir] : opened_) {
    merged_[opened] = opened;
    nodes_.release(opened);
  }
  for (auto made = made_.rbegin(); made != made_.rend(); ++made) {
    merged_[*made] = *made;
    if (nodes_.parent[*made] != none) continue;
    if (nodes_.price[*made] == 0) {
      nodes_.dissolve(*made);
      nodes_.release(*made);
    } else {
      nodes_.set_top(*made);
    }
  }
}

}  // namespace coopnet::algo::matching
