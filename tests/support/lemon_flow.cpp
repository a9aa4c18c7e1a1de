#include "support/lemon_flow.hpp"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <limits>
#include <memory>

namespace coopnet::testing {

struct LemonFlowProblem::Data {
  using Graph = lemon::SmartDigraph;
  template <class Item>
  struct Column {
    using Key = Item;
    using Value = std::int64_t;
    std::vector<std::int64_t> values;
    std::int64_t operator[](Item item) const {
      return values[static_cast<std::size_t>(Graph::id(item))];
    }
  };

  using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

  Graph graph;
  Column<Graph::Node> supply;
  Column<Graph::Arc> lower, upper, cost;
  std::unique_ptr<Simplex> simplex;
};

LemonFlowProblem::LemonFlowProblem(std::size_t nodes, std::size_t arcs) : data_(new Data) {
  data_->graph.reserveNode(static_cast<int>(nodes));
  data_->graph.reserveArc(static_cast<int>(arcs));
  for (std::size_t v = 0; v < nodes; ++v) data_->graph.addNode();
  data_->supply.values.assign(nodes, 0);
  for (auto* column : {&data_->lower, &data_->upper, &data_->cost}) column->values.reserve(arcs);
}

LemonFlowProblem::~LemonFlowProblem() { delete data_; }

void LemonFlowProblem::set_supply(std::size_t node, std::int64_t supply) {
  data_->supply.values[node] = supply;
}

void LemonFlowProblem::add_arc(std::size_t from, std::size_t to, std::int64_t lower,
                               std::int64_t upper, std::int64_t cost) {
  data_->graph.addArc(Data::Graph::nodeFromId(static_cast<int>(from)),
                      Data::Graph::nodeFromId(static_cast<int>(to)));
  data_->lower.values.push_back(lower);
  data_->upper.values.push_back(upper < 0 ? std::numeric_limits<std::int64_t>::max() : upper);
  data_->cost.values.push_back(cost);
}

void LemonFlowProblem::prepare() {
  data_->simplex = std::make_unique<Data::Simplex>(data_->graph);
  data_->simplex->lowerMap(data_->lower).upperMap(data_->upper).costMap(data_->cost);
  data_->simplex->supplyMap(data_->supply);
}

LemonFlow LemonFlowProblem::run() {
  if (!data_->simplex) prepare();
  const auto status = data_->simplex->run();
  if (status == Data::Simplex::OPTIMAL)
    return {LemonFlow::optimal, data_->simplex->totalCost<std::int64_t>()};
  return {status == Data::Simplex::INFEASIBLE ? LemonFlow::infeasible : LemonFlow::unbounded, 0};
}

}  // namespace coopnet::testing
