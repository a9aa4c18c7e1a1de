// Runs the algorithms of coopnet on a graph of your own: any class that models the Boost.Graph
// concepts will do. No dataset is needed.
#include <boost/graph/adjacency_list.hpp>
#include <coopnet/algo/betweenness.hpp>
#include <coopnet/algo/cut_points.hpp>
#include <coopnet/algo/exact_lengths.hpp>
#include <iostream>

struct Meeting {
  std::uint64_t times;
};

int main() {
  //  0 -- 1 -- 2 -- 3
  //   \__4_____/         0 and 1 met six times, 1 and 2 twice, the others three times
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                      boost::no_property, Meeting>;
  Graph graph(5);
  add_edge(0, 1, {6}, graph);
  add_edge(1, 2, {2}, graph);
  add_edge(2, 3, {3}, graph);
  add_edge(0, 4, {3}, graph);
  add_edge(4, 2, {3}, graph);

  // Who met more often is nearer: 1/6 + 1/2 is exactly as long as 1/3 + 1/3.
  std::vector<std::uint64_t> strengths;
  for (const auto e : coopnet::graph::edges_of(graph)) strengths.push_back(graph[e].times);
  const auto lengths = coopnet::algo::exact_lengths(strengths);
  const auto length = [&](auto e) { return lengths.unit / graph[e].times; };

  const auto between = coopnet::algo::weighted_betweenness(graph, length);
  for (std::size_t v = 0; v < between.size(); ++v)
    std::cout << v << " lies between " << between[v] << " pairs\n";
  for (const auto& point : coopnet::algo::cut_points(graph).points)
    std::cout << "without " << point.vertex << " the graph falls into " << point.pieces.size()
              << " pieces\n";
}
