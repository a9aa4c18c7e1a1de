#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/exchange/network_file.hpp"

/// Label, position, colour, size, mode and weight are fields of a network and mere attributes of a
/// usual name in most formats. Here is the one place that turns the ones into the others.
namespace coopnet::exchange {

/// Which fields a format has no place for.
struct Fields {
  bool label = true;
  bool position = true;
  bool colour = true;
  bool size = true;
  bool mode = true;
  bool weight = true;
  bool edge_id = false;
};

/// Further names that a format needs for itself.
struct ReservedNames {
  std::vector<std::string_view> nodes, edges;
};

/// The network with these fields as attributes in front of its own; the fields are empty after it.
/// An attribute of the network whose name a field needs gets another one, which is told.
[[nodiscard]] NetworkFile spell_out(NetworkFile network, const Fields& fields, Diagnostics& told,
                                    const ReservedNames& reserved = {});

/// The reverse, by name: an attribute is taken for a field where it has a usual name, the field is
/// empty throughout, and every value of the attribute is one of the field. Two modes are also found
/// under "type", which igraph uses, where it is boolean and every edge joins the two.
[[nodiscard]] NetworkFile adopt_fields(NetworkFile network);

/// `name`, or the first of "name_2", "name_3", ... that `taken` does not hold.
template <class Taken>
[[nodiscard]] std::string free_name(std::string_view name, const Taken& taken) {
  std::string out(name);
  for (std::size_t n = 2; taken.contains(out); ++n)
    out = std::string(name) + "_" + std::to_string(n);
  return out;
}

}  // namespace coopnet::exchange
