#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

/// Graphs with printed answers, read from tests/data/graphs (origin: the README.md there).
namespace coopnet::testing::classical {

struct ClassicalGraph {
  std::vector<std::string> names;
  std::vector<int> mode;  ///< a group of each vertex: karate the club, Davis women 0 and events 1
  std::vector<std::array<std::uint32_t, 2>> edges;  ///< each once, the smaller end first
  std::vector<double> weights;                      ///< of each edge; 1 where the source has none

  [[nodiscard]] std::size_t size() const { return names.size(); }
  [[nodiscard]] std::uint32_t at(const std::string& name) const {
    for (std::uint32_t v = 0; v < names.size(); ++v)
      if (names[v] == name) return v;
    throw std::out_of_range("no vertex " + name);
  }
};

namespace detail {

/// The cells row, name, other, value of a line; none of these files quotes a cell.
inline std::array<std::string, 4> cells(const std::string& line) {
  std::array<std::string, 4> out;
  std::istringstream in(line);
  for (auto& cell : out) std::getline(in, cell, ',');
  return out;
}

inline ClassicalGraph read(const std::string& name) {
  const std::string path = std::string(COOPNET_TEST_DATA) + "/graphs/" + name + ".csv";
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  ClassicalGraph out;
  std::map<std::string, std::uint32_t> number;
  std::string line;
  std::getline(in, line);  // the header
  while (std::getline(in, line)) {
    const auto [row, first, second, value] = cells(line);
    if (row == "vertex") {
      number[first] = static_cast<std::uint32_t>(out.names.size());
      out.names.push_back(first);
      out.mode.push_back(std::stoi(value));
    } else {
      out.edges.push_back({number.at(first), number.at(second)});
      out.weights.push_back(std::stod(value));
    }
  }
  return out;
}

}  // namespace detail

inline ClassicalGraph karate() { return detail::read("karate"); }
inline ClassicalGraph florentine() { return detail::read("florentine"); }
inline ClassicalGraph davis_women() { return detail::read("davis"); }
inline ClassicalGraph les_miserables() { return detail::read("les_miserables"); }

}  // namespace coopnet::testing::classical
