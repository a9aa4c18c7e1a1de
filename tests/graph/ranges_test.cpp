#include "coopnet/graph/ranges.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"

namespace coopnet::graph {
namespace {

using Ends = std::pair<std::size_t, std::size_t>;
using Boosts =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                          boost::property<boost::edge_index_t, std::size_t>>;

// 0 ⟶ 1 ⟶ 2,  0 ⟶ 2,  3 alone
const std::vector<Ends> arrows{{0, 1}, {0, 2}, {1, 2}};

DirectedCsrGraph<> own() {
  std::vector<CsrEdge<>> list;
  for (const auto& [u, v] : arrows) {
    list.push_back({static_cast<std::uint32_t>(u), static_cast<std::uint32_t>(v)});
  }
  return DirectedCsrGraph<>(4, list);
}
Boosts boosts() {
  Boosts g(4);
  for (std::size_t i = 0; i < arrows.size(); ++i) {
    add_edge(arrows[i].first, arrows[i].second, i, g);
  }
  return g;
}

template <class G>
void expect_ranges(const G& g) {
  std::vector<std::size_t> seen;
  for (const auto v : vertices_of(g)) seen.push_back(vertex_index_of(v, g));
  EXPECT_EQ(seen, (std::vector<std::size_t>{0, 1, 2, 3}));

  std::vector<Ends> ends;
  std::vector<std::size_t> numbers;
  for (const auto e : edges_of(g)) {
    ends.emplace_back(source(e, g), target(e, g));
    numbers.push_back(edge_index_of(e, g));
  }
  EXPECT_EQ(ends, arrows);
  EXPECT_EQ(numbers, (std::vector<std::size_t>{0, 1, 2}));

  std::vector<std::size_t> reached;
  for (const auto e : out_edges_of(0, g)) reached.push_back(target(e, g));
  EXPECT_EQ(reached, (std::vector<std::size_t>{1, 2}));

  std::vector<std::size_t> left;
  for (const auto e : in_edges_of(2, g)) left.push_back(source(e, g));
  EXPECT_EQ(left, (std::vector<std::size_t>{0, 1}));

  std::vector<std::size_t> next;
  for (const auto v : adjacent_of(0, g)) next.push_back(v);
  EXPECT_EQ(next, (std::vector<std::size_t>{1, 2}));

  EXPECT_TRUE(out_edges_of(3, g).empty());
  EXPECT_FALSE(out_edges_of(0, g).empty());
}

TEST(Ranges, WalkAnOwnGraph) { expect_ranges(own()); }
TEST(Ranges, WalkABoostGraph) { expect_ranges(boosts()); }

TEST(Ranges, OfAnOwnGraphFitStandardAlgorithms) {
  const auto g = own();
  const auto range = edges_of(g);
  const auto farthest = std::ranges::max_element(
      range, {}, [&](const Arc& e) { return std::pair(target(e, g), source(e, g)); });
  EXPECT_EQ(Ends(farthest->source, farthest->target), Ends(1, 2));
  EXPECT_EQ(std::ranges::count_if(vertices_of(g), [&](auto v) { return out_degree(v, g) == 0; }),
            2);
}

TEST(Ranges, OfAnEmptyGraphAreEmpty) {
  const CsrGraph<> none;
  EXPECT_TRUE(vertices_of(none).empty());
  EXPECT_TRUE(edges_of(none).empty());
}

}  // namespace
}  // namespace coopnet::graph
