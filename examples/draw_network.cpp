// Draws who cooperates with whom in one region, as a Graphviz file.
#include <coopnet/coopnet.hpp>
#include <iostream>

int main() {
  const auto loaded = coopnet::io::load_dataset("datasets/tiny");
  const auto& data = loaded.data;
  const coopnet::Selection everything(data);
  const auto relations = coopnet::build_relations(data, everything);

  const coopnet::render::ViewContext view{.data = data,
                                          .relations = relations,
                                          .selection = everything,
                                          .as_of = data.info.as_of,
                                          .region = std::nullopt,
                                          .kinds = {}};
  std::cout << coopnet::render::to_dot(coopnet::render::network_drawing(view));
}
