#include <coopnet/render/svg.hpp>

#include <gtest/gtest.h>

#include <set>

#include "render/svg_edges.hpp"
#include "render/svg_page.hpp"
#include "sample_drawing.hpp"

namespace coopnet::render {
namespace {

using test::small_drawing;

// ---- edges -------------------------------------------------------------------------------------

TEST(SvgEdges, StartAndEndAtTheSymbols) {
  auto d = canonical(small_drawing());
  const std::vector<PlacedNode> nodes = {{{100, 0, 20, 20}, {}, Align::middle},
                                         {{0, 0, 20, 20}, {}, Align::middle},
                                         {{100, 100, 20, 20}, {}, Align::middle}};
  const auto parts = edge_parts(d, scales_of(d), nodes, {0, 0, 200, 200});
  ASSERT_EQ(parts.size(), 2U);
  const auto& down = parts[0].lines.at(0);  // from the square Alpha to the circle Gamma
  EXPECT_NEAR(down.points[0].y, 20, 1e-9);
  EXPECT_NEAR(down.points[1].y, 100, 1e-9);
  EXPECT_FALSE(down.arrow);
  EXPECT_EQ(down.pattern, LinePattern::dashed);
  const auto& across = parts[1].lines.at(0);  // from Beta to Alpha
  EXPECT_NEAR(across.points[0].x, 20, 1e-9);
  EXPECT_NEAR(across.points[1].x, 100, 1e-9);
  EXPECT_TRUE(across.arrow);
}

TEST(SvgEdges, ArrowsStopBeforeALabelInTheirWay) {
  auto d = small_drawing();
  d.edges = {{2, 1, 0, 1, true, ""}};  // Gamma -> Alpha
  d = canonical(d);
  std::vector<PlacedNode> nodes(3);
  nodes[0] = {{100, 0, 20, 20}, Rect{80, 22, 60, 10}, Align::middle};
  nodes[2] = {{100, 100, 20, 20}, {}, Align::middle};
  const auto parts = edge_parts(d, scales_of(d), nodes, {0, 0, 200, 200});
  EXPECT_NEAR(parts[0].lines[0].points.back().y, 32, 0.5);
}

TEST(SvgEdges, SeveralEdgesOfAPairAreApartAndLoopsStayInside) {
  auto d = small_drawing();
  d.edges = {{0, 1, 0, 1, false, ""},
             {0, 1, 1, 1, false, ""},
             {1, 0, 2, 1, true, ""},
             {0, 0, 0, 1, true, ""}};
  d = canonical(d);
  const std::vector<PlacedNode> nodes = {{{100, 0, 20, 20}, {}, Align::middle},
                                         {{0, 0, 20, 20}, {}, Align::middle},
                                         {{100, 100, 20, 20}, {}, Align::middle}};
  const auto parts = edge_parts(d, scales_of(d), nodes, {0, 0, 200, 200});
  std::set<std::pair<double, double>> starts;
  for (const auto& part : parts) {
    const auto& points = part.lines.at(0).points;
    starts.insert({points[1].x, points[1].y});
    for (const auto& p : points) {
      EXPECT_GE(p.x, 0);
      EXPECT_GE(p.y, 0);
    }
  }
  EXPECT_EQ(starts.size(), 4U);
}

// ---- page --------------------------------------------------------------------------------------

TEST(SvgPage, MirrorTurnsSidesAround) {
  PicturePart part;
  part.texts.push_back(make_text("abc", 10, 0, 10));
  part.texts.push_back(make_text("mid", 50, 0, 10, Align::middle));
  const auto before = part;
  mirror(part, 100);
  EXPECT_EQ(part.texts[0].align, Align::right);
  EXPECT_DOUBLE_EQ(part.texts[0].box.right(), 90);
  EXPECT_EQ(part.texts[1].align, Align::middle);
  mirror(part, 100);
  EXPECT_NEAR(part.texts[0].box.x, before.texts[0].box.x, 1e-9);
}

TEST(SvgPage, KeyTellsHowManyFit) {
  std::vector<Picture::Code> codes;
  for (int i = 1; i <= 200; ++i) codes.push_back({std::to_string(i), "Name " + std::to_string(i)});
  std::size_t shown = 0;
  const auto all = key_block("Key", codes, 700, 400, shown);
  EXPECT_EQ(shown, 200U);
  EXPECT_LE(all.height, 400);
  const auto some = key_block("Key", codes, 300, 60, shown);
  EXPECT_GT(shown, 0U);
  EXPECT_LT(shown, 200U);
  EXPECT_LE(some.height, 60);
  EXPECT_EQ(some.part.texts.size(), 2 * shown + 1);
  (void)key_block("Key", codes, 300, 5, shown);
  EXPECT_EQ(shown, 0U);
}

}  // namespace
}  // namespace coopnet::render
