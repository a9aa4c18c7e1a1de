// Runs two Boost.Graph algorithms on the typed graph of a dataset.
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <coopnet/coopnet.hpp>
#include <coopnet/graph/bgl.hpp>
#include <iostream>

int main() {
  const auto loaded = coopnet::io::load_dataset("datasets/tiny");
  const auto& data = loaded.data;
  const auto relations = coopnet::build_relations(data, coopnet::Selection(data));
  const auto graph = coopnet::build_cooperation_graph(data, relations);
  const coopnet::NodeNumbers numbers(data);
  const auto index = get(boost::vertex_index, graph);

  std::vector<int> component(num_vertices(graph));
  const int count = boost::connected_components(
      graph, boost::make_iterator_property_map(component.begin(), index));
  std::cout << num_vertices(graph) << " rows, " << num_edges(graph) << " ties, " << count
            << " separate parts\n";

  // How many steps from the first actor to each other, through anything they share.
  const std::vector<int> one_step(num_edges(graph), 1);
  std::vector<int> steps(num_vertices(graph));
  boost::dijkstra_shortest_paths(
      graph, numbers.vertex({coopnet::NodeKind::actor, 0}),
      boost::weight_map(
          boost::make_iterator_property_map(one_step.begin(), get(boost::edge_index, graph)))
          .distance_map(boost::make_iterator_property_map(steps.begin(), index))
          .vertex_index_map(index));
  for (std::uint32_t row = 0; row < data.actors.size(); ++row) {
    const int far = steps[numbers.vertex({coopnet::NodeKind::actor, row})];
    std::cout << data.actors.rows[0].id << " to " << data.actors.rows[row].id << ": ";
    if (far == std::numeric_limits<int>::max())
      std::cout << "no path recorded\n";
    else
      std::cout << far << " steps\n";
  }
}
