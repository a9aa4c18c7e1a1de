#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/graph/rows.hpp"

/// The connected components of an undirected graph, each as a matrix of its own.
namespace coopnet::algo::detail {

/// Rows with the vertices put one component after the other: row i is that of vertex order[i], its
/// targets are such places too, ascending. Component c has the places begin[c] .. begin[c+1]-1.
struct ComponentRows {
  std::vector<std::uint32_t> component;  ///< of each vertex; numbered by smallest vertex
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> begin{0};
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> targets;
  std::vector<double> values;  ///< of each target, the largest of a component 1; empty: all 1
  std::vector<double> scale;   ///< of each component: what its values were divided by

  [[nodiscard]] std::size_t size() const { return begin.size() - 1; }
};

/// True unless the arc weighs nothing.
[[nodiscard]] inline bool stands(std::span<const double> weights, std::size_t arc) {
  return weights.empty() || weights[arc] > 0;
}

/// Breadth-first search from each vertex not met before; members of a component then ascend.
inline void find_components(const graph::RowView& rows, std::span<const double> weights,
                            ComponentRows& out) {
  const auto unmet = static_cast<std::uint32_t>(rows.vertex_count());
  out.component.assign(rows.vertex_count(), unmet);
  out.order.reserve(rows.vertex_count());
  for (std::uint32_t root = 0; root < rows.vertex_count(); ++root) {
    if (out.component[root] != unmet) continue;
    const auto number = static_cast<std::uint32_t>(out.size());
    out.component[root] = number;
    out.order.push_back(root);
    for (std::size_t i = out.begin.back(); i < out.order.size(); ++i)
      for (auto arc = rows.offsets[out.order[i]]; arc < rows.offsets[out.order[i] + 1]; ++arc) {
        const auto w = rows.targets[arc];
        if (out.component[w] != unmet || !stands(weights, arc)) continue;
        out.component[w] = number;
        out.order.push_back(w);
      }
    std::sort(out.order.begin() + out.begin.back(), out.order.end());
    out.begin.push_back(static_cast<std::uint32_t>(out.order.size()));
  }
}

/// Divides the values of each component by the largest, so that no square of one overflows.
inline void scale_values(ComponentRows& out) {
  for (std::size_t c = 0; c < out.size(); ++c) {
    const auto first = out.values.begin() + out.offsets[out.begin[c]];
    const auto last = out.values.begin() + out.offsets[out.begin[c + 1]];
    if (first == last) continue;
    out.scale[c] = *std::max_element(first, last);
    for (auto value = first; value != last; ++value) *value /= out.scale[c];
  }
}

/// `weights`: one an arc in the order of the rows, or none at all.
[[nodiscard]] inline ComponentRows component_rows(const graph::RowView& rows,
                                                  std::span<const double> weights) {
  for (const auto weight : weights)
    if (!(weight >= 0 && std::isfinite(weight)))
      throw PreconditionError("eigenvector centrality: a weight is negative or not finite");
  ComponentRows out;
  find_components(rows, weights, out);
  std::vector<std::uint32_t> place(rows.vertex_count());
  for (std::uint32_t i = 0; i < out.order.size(); ++i) place[out.order[i]] = i;
  out.offsets.reserve(rows.vertex_count() + 1);
  out.targets.reserve(rows.arc_count());
  for (const auto v : out.order) {
    for (auto arc = rows.offsets[v]; arc < rows.offsets[v + 1]; ++arc) {
      if (!stands(weights, arc)) continue;
      out.targets.push_back(place[rows.targets[arc]]);
      if (!weights.empty()) out.values.push_back(weights[arc]);
    }
    out.offsets.push_back(static_cast<std::uint32_t>(out.targets.size()));
  }
  out.scale.assign(out.size(), 1);
  if (!weights.empty()) scale_values(out);
  return out;
}

}  // namespace coopnet::algo::detail
