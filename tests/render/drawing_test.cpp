#include <coopnet/core/errors.hpp>
#include <coopnet/render/drawing.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "render/drawing_style.hpp"
#include "render/drawing_text.hpp"
#include "render/drawing_words.hpp"
#include "sample_drawing.hpp"

namespace coopnet::render {
namespace {

using test::random_drawing;
using test::shuffled;
using test::small_drawing;

std::vector<std::string> texts_of(const Drawing& d, LegendPart part) {
  std::vector<std::string> out;
  for (const auto& entry : legend(d))
    if (entry.part == part) out.push_back(entry.text);
  return out;
}
using Texts = std::vector<std::string>;

// Nodes sorted without their edges being told would connect the wrong ones.
TEST(Drawing, CanonicalKeepsWhoIsTiedToWhom) {
  const auto d = canonical(small_drawing());
  ASSERT_EQ(d.nodes.size(), 3U);
  EXPECT_EQ(d.nodes[0].label, "Alpha");
  EXPECT_EQ(d.nodes[1].label, "Beta");
  EXPECT_EQ(d.nodes[2].label, "Gamma");
  ASSERT_EQ(d.edges.size(), 2U);
  EXPECT_EQ(d.edges[0].from, 0U);  // Alpha - Gamma
  EXPECT_EQ(d.edges[0].to, 2U);
  EXPECT_EQ(d.edges[1].from, 1U);  // Beta -> Alpha: directed, so not turned
  EXPECT_EQ(d.edges[1].to, 0U);
  EXPECT_TRUE(d.edges[1].directed);
}

TEST(Drawing, CanonicalForgetsTheOrderOfInput) {
  const auto original = random_drawing(40, 10, 120, 1);
  const auto a = canonical(original);
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto b = canonical(shuffled(original, seed));
    ASSERT_EQ(a.edges.size(), b.edges.size());
    for (std::size_t i = 0; i < a.nodes.size(); ++i) EXPECT_EQ(a.nodes[i].key, b.nodes[i].key);
    for (std::size_t i = 0; i < a.edges.size(); ++i) {
      EXPECT_EQ(a.edges[i].from, b.edges[i].from);
      EXPECT_EQ(a.edges[i].to, b.edges[i].to);
      EXPECT_EQ(a.edges[i].width, b.edges[i].width);
    }
  }
}

TEST(Drawing, RefusesWhatPointsNowhere) {
  const std::vector<std::function<void(Drawing&)>> breaks = {
      [](Drawing& d) { d.nodes[0].kind = 3; },
      [](Drawing& d) { d.nodes[0].cluster = 3; },
      [](Drawing& d) { d.nodes[0].size = -1; },
      [](Drawing& d) { d.nodes[0].size = std::nan(""); },
      [](Drawing& d) { d.nodes[0].key.clear(); },
      [](Drawing& d) { d.nodes[0].key = "a"; },
      [](Drawing& d) { d.edges[0].to = 3; },
      [](Drawing& d) { d.edges[0].from = no_cluster; },
      [](Drawing& d) { d.edges[0].style = 3; },
      [](Drawing& d) { d.edges[0].width = std::numeric_limits<double>::infinity(); },
      [](Drawing& d) { d.clusters[0].colour = other_colour + 1; },
      [](Drawing& d) { d.kinds[0].shape = static_cast<Shape>(shape_count); },
      [](Drawing& d) { d.styles[0].pattern = static_cast<LinePattern>(pattern_count); },
      [](Drawing& d) { d.language = "en\" onload=\""; },
      [](Drawing& d) { d.language.clear(); },
      [](Drawing& d) { d.edges.resize(max_drawing_edges + 1); },
  };
  EXPECT_NO_THROW(validate(small_drawing()));
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    auto d = small_drawing();
    breaks[i](d);
    EXPECT_THROW(validate(d), PreconditionError) << "break " << i;
  }
}

TEST(Drawing, LegendNamesWhatIsInUseAndNothingElse) {
  const auto d = small_drawing();
  EXPECT_EQ(texts_of(d, LegendPart::colour), (Texts{"Africa", "Asia", "none recorded"}));
  EXPECT_EQ(texts_of(d, LegendPart::shape), (Texts{"state", "forum"}));
  EXPECT_EQ(texts_of(d, LegendPart::line), (Texts{"member", "observer"}));
  EXPECT_EQ(texts_of(d, LegendPart::size), (Texts{"0", "1", "3"}));
  EXPECT_EQ(texts_of(d, LegendPart::width), (Texts{"2", "5"}));
}

TEST(Drawing, LegendIsEmptyWithoutNodes) {
  auto d = small_drawing();
  d.nodes.clear();
  d.edges.clear();
  EXPECT_TRUE(legend(d).empty());
}

TEST(Drawing, LegendHasNoMeasureThatIsNotNamed) {
  auto d = small_drawing();
  d.size_measure.clear();
  d.width_measure.clear();
  EXPECT_TRUE(texts_of(d, LegendPart::size).empty());
  EXPECT_TRUE(texts_of(d, LegendPart::width).empty());
}

TEST(Drawing, LegendSharesAnEntryBetweenNamesOfOneLook) {
  auto d = small_drawing();
  d.kinds[1].shape = Shape::circle;
  d.clusters[1].colour = other_colour;
  EXPECT_EQ(texts_of(d, LegendPart::shape), (Texts{"state, forum"}));
  EXPECT_EQ(texts_of(d, LegendPart::colour), (Texts{"Africa", "other: Asia", "none recorded"}));
}

TEST(Drawing, LegendLettersFollowTheColoursInUse) {
  const auto entries = legend(small_drawing());
  EXPECT_EQ(entries[0].letter, 'A');
  EXPECT_EQ(entries[0].index, 0U);
  EXPECT_EQ(entries[1].letter, 'B');
  EXPECT_EQ(entries[1].index, 5U);
  EXPECT_EQ(entries[2].letter, 0);
}

TEST(Drawing, LegendTellsWhichLinesAreArrows) {
  for (const auto& entry : legend(small_drawing()))
    if (entry.part == LegendPart::line) {
      EXPECT_EQ(entry.directed, entry.text == "member") << entry.text;
    }
}

double luminance(std::string_view colour) {
  const auto channel = [&](std::size_t at) {
    const double c = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
double contrast(std::string_view a, std::string_view b) {
  const double x = luminance(a) + 0.05;
  const double y = luminance(b) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

TEST(DrawingStyle, ContrastIsEnoughForReaders) {
  EXPECT_GE(contrast(outline_colour, "#FFFFFF"), 4.5);
  for (std::size_t colour = 0; colour <= no_colour; ++colour)
    EXPECT_GE(contrast(fill_of(colour), white_on(colour) ? "#FFFFFF" : "#000000"), 4.5) << colour;
  for (std::size_t k = 0; k < pattern_count; ++k)
    EXPECT_GE(contrast(line_colour(static_cast<LinePattern>(k)), "#FFFFFF"), 3.0) << k;
}

TEST(DrawingStyle, AreaGrowsWithTheValue) {
  const auto scales = scales_of(small_drawing());
  EXPECT_LT(scales.diameter(0), scales.diameter(1));
  EXPECT_LT(scales.diameter(1), scales.diameter(3));
  EXPECT_EQ(scales.diameter(3), scales.diameter_max);
  EXPECT_EQ(scales.line_width(5), scales.line_max);
}

TEST(DrawingStyle, CornersFillTheBox) {
  const Rect box{10, 20, 30, 40};
  for (std::size_t k = 1; k < shape_count; ++k) {
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
    for (const auto& p : corners(static_cast<Shape>(k), box)) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
    EXPECT_DOUBLE_EQ(left, 10) << k;
    EXPECT_DOUBLE_EQ(right, 40) << k;
    EXPECT_DOUBLE_EQ(top, 20) << k;
    EXPECT_DOUBLE_EQ(bottom, 60) << k;
  }
}

TEST(DrawingText, CleanDropsWhatActs) {
  EXPECT_EQ(clean("  a\t b\r\nc "), "a b c");
  EXPECT_EQ(clean("x\x01\x1B[31my\x7F"), "x[31my");
  EXPECT_EQ(clean("a\u202Eb\u2066c\u2069"), "abc");
  EXPECT_EQ(clean("bad \xFF byte"), "bad \uFFFD byte");
  EXPECT_EQ(clean("\uFEFFmark"), "mark");
  EXPECT_EQ(clean("\xC2\x85next"), "next");
  EXPECT_EQ(clean("abcdef", 3), "abc");
  EXPECT_EQ(clean("كلمة"), "كلمة");
}

TEST(DrawingText, WidthsAreThoseOfTheFont) {
  // DejaVu Sans: i 0.278, W 0.989 of the size.
  EXPECT_NEAR(text_width("i", 100), 27.8, 1.5);
  EXPECT_NEAR(text_width("W", 100), 98.9, 2.5);
  EXPECT_GT(text_width("Wide", 10, true), text_width("Wide", 10));
  EXPECT_EQ(text_width("e\u0301", 10), text_width("e", 10));
  EXPECT_EQ(text_width("", 10), 0);
}

TEST(DrawingText, WrapStaysInsideItsWidthAndLines) {
  for (const auto& text : test::hostile_texts()) {
    const auto lines = wrap(text, {.width = 60, .size = 10, .bold = false, .lines = 3});
    EXPECT_LE(lines.size(), 3U);
    for (const auto& line : lines) EXPECT_LE(text_width(line, 10), 60.001) << line;
  }
  EXPECT_EQ(wrap("one two three", {.width = 50, .size = 10, .bold = false, .lines = 3}),
            (Texts{"one two", "three"}));
  EXPECT_EQ(wrap("one\ntwo", {.width = 500, .size = 10, .bold = false, .lines = 3}),
            (Texts{"one", "two"}));
  const auto cut =
      wrap("aaaa bbbb cccc dddd", {.width = 30, .size = 10, .bold = false, .lines = 2});
  ASSERT_EQ(cut.size(), 2U);
  EXPECT_TRUE(cut.back().ends_with("…")) << cut.back();
}

TEST(DrawingText, LinesOfLabelsAreEven) {
  DrawingNode node;
  node.key = "x";
  node.label = "Micronesia (Federated States of)";
  const auto lines = label_lines(node);
  ASSERT_GE(lines.size(), 2U);
  for (const auto& line : lines) EXPECT_GE(line.size(), 8U) << line;
  node.label = "";
  EXPECT_EQ(label_lines(node), Texts{"x"});
}

TEST(DrawingText, FirstLetterDecidesTheDirection) {
  EXPECT_FALSE(is_right_to_left("(Latin)", true));
  EXPECT_TRUE(is_right_to_left("12 المغرب", false));
  EXPECT_TRUE(is_right_to_left("12", true));
  EXPECT_FALSE(is_right_to_left("12", false));
}

TEST(DrawingText, PointsHaveTwoDecimalsAndNoNegativeZero) {
  EXPECT_EQ(points(1), "1.00");
  EXPECT_EQ(points(-0.001), "0.00");
  EXPECT_EQ(points(-1.5), "-1.50");
}

TEST(DrawingText, FillReplacesOnlyWhatThereIs) {
  EXPECT_EQ(fill("{0} of {1}, {2} {x} {", {"1", "9"}), "1 of 9, {2} {x} {");
}

}  // namespace
}  // namespace coopnet::render
