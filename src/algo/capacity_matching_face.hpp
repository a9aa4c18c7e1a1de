#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// All circulations within bounds that differ from a known one: what is left of an optimal flow
/// when every arc with a reduced cost is fixed.
namespace coopnet::algo::detail {

struct FaceArc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::int64_t lower = 0;
  std::int64_t upper = 0;
  std::int64_t flow = 0;  // the known circulation
};

class CirculationFace {
 public:
  /// Only arcs with lower < upper are worth giving.
  CirculationFace(std::size_t nodes, std::vector<FaceArc> arcs);

  [[nodiscard]] const std::vector<FaceArc>& arcs() const { return arcs_; }

  /// For each arc: is there a circulation with another flow on it? Cost: O(nodes + arcs).
  ///
  /// A change is a sum of residual cycles, none of which goes along an arc and straight back. An
  /// arc within a strong component of the residual graph lies on one unless it is a bridge of the
  /// component: both its directions may be residual, but then nothing else joins its ends.
  [[nodiscard]] std::vector<std::uint8_t> free_arcs() const;

  /// Lists flows of all arcs; false if there are more than `most`.
  [[nodiscard]] bool list(std::size_t most, std::vector<std::vector<std::int64_t>>& found);

 private:
  struct Step {
    std::uint32_t arc;
    bool forward;
  };
  [[nodiscard]] bool residual(const FaceArc& arc, std::uint32_t from) const {
    return arc.from == from ? arc.flow < arc.upper : arc.flow > arc.lower;
  }
  [[nodiscard]] std::uint32_t other_end(const FaceArc& arc, std::uint32_t v) const {
    return arc.from == v ? arc.to : arc.from;
  }
  [[nodiscard]] std::vector<std::uint32_t> strong_components() const;
  [[nodiscard]] std::vector<Step> path(std::uint32_t from, std::uint32_t to,
                                       std::uint32_t without) const;
  void push(const std::vector<Step>& cycle, std::int64_t amount);
  void branch(std::size_t most, std::size_t pending, std::vector<std::vector<std::int64_t>>& found,
              bool& complete);

  std::vector<FaceArc> arcs_;
  std::vector<std::uint32_t> begin_;  // of each node in at_node_
  std::vector<std::uint32_t> at_node_;
};

}  // namespace coopnet::algo::detail
