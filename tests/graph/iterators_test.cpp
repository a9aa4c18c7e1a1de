#include "coopnet/graph/iterators.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace coopnet::graph {
namespace {

static_assert(std::random_access_iterator<VertexIterator>);
static_assert(std::random_access_iterator<OutArcIterator>);
static_assert(std::random_access_iterator<InArcIterator>);
static_assert(std::forward_iterator<EdgeIterator>);
static_assert(!std::bidirectional_iterator<EdgeIterator>);

TEST(Arc, IsTheSameEdgeFromBothEnds) {
  const Arc there{1, 2, 7};
  const Arc back{2, 1, 7};
  const Arc parallel{1, 2, 8};
  EXPECT_EQ(there, back);
  EXPECT_NE(there, parallel);
  EXPECT_LT(there, parallel);
}

TEST(VertexIterator, CountsAndJumps) {
  const VertexIterator first({}, 0);
  const VertexIterator last({}, 5);
  EXPECT_EQ(std::vector<std::uint32_t>(first, last), (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(last - first, 5);
  EXPECT_EQ(*(first + 3), 3U);
  EXPECT_EQ(*(2 + first), 2U);
  EXPECT_EQ(*(last - 1), 4U);
  EXPECT_EQ(first[4], 4U);
  EXPECT_LT(first, last);
  auto it = first;
  EXPECT_EQ(*it++, 0U);
  EXPECT_EQ(*it, 1U);
  EXPECT_EQ(*it--, 1U);
  EXPECT_EQ(*it, 0U);
  EXPECT_EQ(*++it, 1U);
  EXPECT_EQ(*--it, 0U);
  it += 4;
  it -= 1;
  EXPECT_EQ(*it, 3U);
  // A search by halving needs random access.
  EXPECT_EQ(*std::ranges::lower_bound(first, last, 3U), 3U);
}

TEST(ArcIterators, PointAwayAndTowards) {
  const std::array<std::uint32_t, 2> neighbours{4, 6};
  const std::array<std::uint32_t, 2> ids{10, 11};
  const OutArcIterator out({neighbours.data(), ids.data(), 1}, 0);
  EXPECT_EQ(out[1].source, 1U);
  EXPECT_EQ(out[1].target, 6U);
  EXPECT_EQ(out[1].id, 11U);
  EXPECT_EQ(out->target, 4U);
  const InArcIterator in({neighbours.data(), ids.data(), 1}, 0);
  EXPECT_EQ(in[1].source, 6U);
  EXPECT_EQ(in[1].target, 1U);
  EXPECT_EQ(in[1].id, 11U);
}

// Rows 0 and 2 number no edge: the iterator passes over them.
//   offsets 0 1 3 4, edges numbered at each vertex 0 2 0
TEST(EdgeIterator, PassesOverVerticesThatNumberNoEdge) {
  const std::array<std::uint32_t, 4> offsets{0, 1, 4, 5};
  const std::array<std::uint32_t, 4> first_edge{0, 0, 2, 2};
  const std::array<std::uint32_t, 5> targets{1, 0, 1, 2, 1};
  const auto at = [&](std::uint32_t id) {
    return EdgeIterator(offsets.data(), first_edge.data(), targets.data(), id, 2);
  };
  auto it = at(0);
  EXPECT_EQ(it->source, 1U);
  EXPECT_EQ((*it).target, 1U);
  const auto before = it++;
  EXPECT_EQ(before, at(0));
  EXPECT_EQ((*it).target, 2U);
  EXPECT_EQ((*it).id, 1U);
  EXPECT_EQ(++it, at(2));
}

}  // namespace
}  // namespace coopnet::graph
