#include <coopnet/core/errors.hpp>
#include <coopnet/render/svg.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sample_drawing.hpp"
#include "xml_check.hpp"

namespace coopnet::render {
namespace {

using test::hostile_texts;
using test::random_drawing;
using test::read_xml;
using test::shuffled;
using test::small_drawing;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

LayoutLimits no_program() {
  LayoutLimits limits;
  limits.search_path = "";
  return limits;
}

/// Positions on a spiral: what a layout would give, without running one.
std::vector<Point> spiral(std::size_t n) {
  std::vector<Point> out;
  for (std::size_t i = 0; i < n; ++i) {
    const double t = std::sqrt(static_cast<double>(i)) * 2;
    out.push_back({t * std::cos(t), t * std::sin(t)});
  }
  return out;
}

std::vector<std::string> shown_texts(const Picture& picture, PartRole role) {
  std::vector<std::string> out;
  for (const auto& part : picture.parts)
    if (part.role == role)
      for (const auto& text : part.texts) out.push_back(text.text);
  return out;
}

std::size_t count_parts(const Picture& picture, PartRole role) {
  return static_cast<std::size_t>(
      std::count_if(picture.parts.begin(), picture.parts.end(),
                    [role](const PicturePart& part) { return part.role == role; }));
}

void expect_no_faults(const Picture& picture, const std::string& what) {
  const auto faults = layout_faults(picture);
  EXPECT_TRUE(faults.empty()) << what << ": " << faults.size() << ", first: " << faults.front();
}

// ---- what readers stumble over -----------------------------------------------------------------

TEST(Svg, NothingOverlapsOrLeavesThePage) {
  for (const std::size_t nodes : {2U, 5U, 20U, 75U, 120U, 200U, 300U})
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      const auto d = random_drawing(nodes - nodes / 5, nodes / 5, 3 * nodes, seed);
      expect_no_faults(compose(d, spiral(nodes)),
                       std::to_string(nodes) + " nodes, seed " + std::to_string(seed));
    }
}

TEST(Svg, NothingOverlapsWithGraphviz) {
  expect_no_faults(compose(random_drawing(60, 15, 300, 7)), "75 nodes");
  expect_no_faults(compose(random_drawing(180, 20, 900, 7)), "200 nodes");
  auto layered = random_drawing(20, 8, 40, 7);
  layered.layered = true;
  expect_no_faults(compose(layered), "layers");
}

TEST(Svg, NodesOnOneSpotAreMovedApart) {
  const auto d = random_drawing(40, 10, 60, 3);
  expect_no_faults(compose(d, std::vector<Point>(50)), "one spot");
}

TEST(Svg, FaultsAreFound) {
  auto picture = compose(small_drawing(), spiral(3));
  expect_no_faults(picture, "small");
  auto moved = picture;
  for (auto& part : moved.parts)
    for (auto& text : part.texts)
      if (text.halo) text.box.x = text.box.y = 100;
  EXPECT_FALSE(layout_faults(moved).empty());
  moved = picture;
  moved.parts.back().texts[0].box.x = -5;
  EXPECT_FALSE(layout_faults(moved).empty());
  moved = picture;
  moved.parts.back().texts[0].size = 7.9;
  EXPECT_FALSE(layout_faults(moved).empty());
  moved = picture;
  moved.parts.back().texts[0].text += " and much more than was measured";
  EXPECT_FALSE(layout_faults(moved).empty());
  moved = picture;
  moved.height = page_height + 1;
  EXPECT_FALSE(layout_faults(moved).empty());
}

TEST(Svg, PageFitsA4WithTextOfEightPoints) {
  constexpr double a4_width = 277 / 25.4 * 72;
  constexpr double a4_height = 190 / 25.4 * 72;
  const double scale = std::min(a4_width / page_width, a4_height / page_height);
  EXPECT_GE(smallest_text * scale, 8.0);
}

// ---- empty and small ---------------------------------------------------------------------------

TEST(Svg, EmptyDrawingSaysSo) {
  auto d = small_drawing();
  d.nodes.clear();
  d.edges.clear();
  const auto picture = compose(d, no_program());
  expect_no_faults(picture, "empty");
  const auto svg = to_svg(picture);
  ASSERT_TRUE(read_xml(svg).has_value());
  EXPECT_TRUE(contains(svg, ">Nothing to show<"));
  EXPECT_TRUE(contains(svg, ">Who meets where</title>"));
  EXPECT_EQ(count_parts(picture, PartRole::legend), 0U);
  EXPECT_TRUE(read_xml(to_svg(Drawing{}, no_program())).has_value());
}

TEST(Svg, NodesWithoutEdgesNeedNoProgram) {
  auto d = small_drawing();
  d.edges.clear();
  const auto picture = compose(d, no_program());
  EXPECT_EQ(count_parts(picture, PartRole::node), 3U);
  expect_no_faults(picture, "three");
  d.nodes.resize(1);
  expect_no_faults(compose(d, no_program()), "one");
}

TEST(Svg, MissingProgramIsTold) {
  EXPECT_THROW((void)compose(small_drawing(), no_program()), ExternalError);
}

// ---- form --------------------------------------------------------------------------------------

TEST(Svg, IsAnImageWithWordsForScreenReaders) {
  auto d = small_drawing();
  d.language = "ar";
  d.direction = Direction::right_to_left;
  const auto svg = to_svg(compose(d, spiral(3)), "fig-1");
  for (const auto* part :
       {"role=\"img\"", "aria-labelledby=\"fig-1-title fig-1-desc\"", "<title id=\"fig-1-title\">",
        "<desc id=\"fig-1-desc\">3 of 5 shown. Nodes: 3. Links: 2.</desc>", "lang=\"ar\"",
        "xml:lang=\"ar\"", "dir=\"rtl\"", "viewBox=\"0 0 785.00 ",
        "<title>Beta; state; Africa; Pledges: 3</title>",
        "<title>Beta \u2192 Alpha; member; Meetings: 2</title>"})
    EXPECT_TRUE(contains(svg, part)) << part;
}

TEST(Svg, HasNothingThatActsOrLoads) {
  const auto summary = read_xml(to_svg(compose(random_drawing(20, 5, 40, 1), spiral(25))));
  ASSERT_TRUE(summary.has_value());
  const std::set<std::string> known = {"svg",  "title", "desc",    "g",      "rect",
                                       "path", "text",  "ellipse", "polygon"};
  for (const auto& element : summary->elements) EXPECT_TRUE(known.contains(element)) << element;
  for (const auto& attribute : summary->attributes) {
    EXPECT_FALSE(attribute.starts_with("on")) << attribute;
    EXPECT_FALSE(contains(attribute, "url(")) << attribute;
    EXPECT_FALSE(contains(attribute, "href")) << attribute;
  }
}

TEST(Svg, HostileTextsStayText) {
  for (const auto& text : hostile_texts()) {
    auto d = small_drawing();
    d.title = d.subtitle = d.source = d.date = d.description = text;
    d.size_measure = d.width_measure = d.words.key = d.words.shape = text;
    for (auto& node : d.nodes) {
      node.label = node.description = node.code = text;
      node.key += text;
    }
    for (auto& edge : d.edges) edge.description = text;
    for (auto& kind : d.kinds) kind.name = text;
    for (auto& cluster : d.clusters) cluster.name = text;
    for (auto& style : d.styles) style.name = text;
    const auto picture = compose(d, spiral(3));
    expect_no_faults(picture, text);
    const auto svg = to_svg(picture);
    const auto summary = read_xml(svg);
    ASSERT_TRUE(summary.has_value()) << text;
    EXPECT_FALSE(summary->elements.contains("script"));
    EXPECT_FALSE(contains(svg, "\u202E"));
    EXPECT_FALSE(contains(svg, "\uFFFF"));
  }
  auto d = small_drawing();
  d.nodes[0].label = "a < b & \"c\"";
  const auto summary = read_xml(to_svg(compose(d, spiral(3))));
  ASSERT_TRUE(summary.has_value());
  EXPECT_NE(std::find(summary->texts.begin(), summary->texts.end(), "a < b & \"c\""),
            summary->texts.end());
}

TEST(Svg, IdPrefixIsChecked) {
  const auto picture = compose(small_drawing(), spiral(3));
  for (const auto* prefix : {"", "1a", "a b", "a\"", "-a", "é"})
    EXPECT_THROW((void)to_svg(picture, prefix), PreconditionError) << prefix;
}

TEST(Svg, SameBytesForAnyOrder) {
  const auto original = random_drawing(50, 10, 150, 5);
  const auto expected = to_svg(compose(original));
  for (std::uint64_t seed = 1; seed <= 3; ++seed)
    EXPECT_TRUE(to_svg(compose(shuffled(original, seed))) == expected) << seed;
}

// ---- content -----------------------------------------------------------------------------------

TEST(Svg, HeadingLegendAndFooterAreInside) {
  const auto picture = compose(small_drawing(), spiral(3));
  const auto heading = shown_texts(picture, PartRole::heading);
  EXPECT_EQ(heading, (std::vector<std::string>{"Who meets where", "3 of 5 shown"}));
  const auto footer = shown_texts(picture, PartRole::footer);
  EXPECT_NE(std::find(footer.begin(), footer.end(), "Source: invented"), footer.end());
  EXPECT_NE(std::find(footer.begin(), footer.end(), "As of 2026-01-02"), footer.end());
  const auto legend = shown_texts(picture, PartRole::legend);
  EXPECT_EQ(legend,
            (std::vector<std::string>{"Colour:", "A", "Africa", "B", "Asia", "none recorded",
                                      "Shape:", "state", "forum", "Line:", "member", "observer",
                                      "Pledges:", "0", "1", "3", "Meetings:", "2", "5"}));
}

TEST(Svg, SymbolsCarryKindColourAndLetter) {
  const auto picture = compose(small_drawing(), spiral(3));
  std::size_t seen = 0;
  for (const auto& part : picture.parts) {
    if (part.role != PartRole::node || !part.title.starts_with("Alpha")) continue;
    ++seen;
    EXPECT_EQ(part.symbols.at(0).shape, Shape::square);
    EXPECT_EQ(part.symbols.at(0).fill, "#0072B2");
    EXPECT_EQ(part.texts.at(0).text, "B");
    EXPECT_TRUE(part.texts.at(0).white);
    EXPECT_EQ(part.texts.at(1).text, "Alpha");
  }
  EXPECT_EQ(seen, 1U);
}

TEST(Svg, GivenPositionsKeepTheirProportions) {
  auto d = small_drawing();
  d.edges.clear();
  const auto picture = compose(d, std::vector<Point>{{0, 0}, {300, 0}, {300, 100}});
  std::vector<Point> at(3);
  for (const auto& part : picture.parts)
    if (part.role == PartRole::node)
      at[part.title.starts_with("Beta")    ? 0
         : part.title.starts_with("Alpha") ? 1
                                           : 2] = part.symbols.at(0).box.centre();
  const double right = at[1].x - at[0].x;
  EXPECT_GT(right, 150);
  EXPECT_NEAR(at[2].x, at[1].x, 0.01);
  EXPECT_NEAR((at[2].y - at[1].y) / right, 1.0 / 3, 0.06);  // symbols differ in height
}

TEST(Svg, PositionsMustBeThereAndFinite) {
  const auto d = small_drawing();
  EXPECT_THROW((void)compose(d, spiral(2)), PreconditionError);
  EXPECT_THROW((void)compose(d, std::vector<Point>{{0, 0}, {1, std::nan("")}, {2, 2}}),
               PreconditionError);
}

TEST(Svg, LongNamesBecomeCodesWithAKey) {
  Drawing d = small_drawing();
  d.nodes.clear();
  d.edges.clear();
  for (int i = 0; i < 100; ++i) {
    DrawingNode node;
    node.key = "k" + std::to_string(100 + i);
    node.label = "The very long name of the institution that is number " + std::to_string(i);
    if (i < 2) node.code = "TWIN";  // not unique, so it names nobody
    if (i == 2) node.code = "OWN";
    d.nodes.push_back(node);
  }
  const auto picture = compose(d, spiral(100));
  expect_no_faults(picture, "codes");
  ASSERT_EQ(picture.codes.size(), 100U);
  EXPECT_EQ(picture.codes[0].code, "1");
  EXPECT_EQ(picture.codes[1].code, "2");
  EXPECT_EQ(picture.codes[2].code, "OWN");
  EXPECT_EQ(picture.codes[99].label, d.nodes[99].label);
  const auto key = shown_texts(picture, PartRole::key);
  EXPECT_EQ(std::count(key.begin(), key.end(), "OWN"), 1);
  const auto labels = shown_texts(picture, PartRole::node);
  EXPECT_EQ(std::count(labels.begin(), labels.end(), "OWN"), 1);
  EXPECT_EQ(std::count(labels.begin(), labels.end(), "TWIN"), 0);
}

TEST(Svg, TooManyNamesAreCounted) {
  const auto picture = compose(random_drawing(400, 0, 0, 2), spiral(400));
  EXPECT_GT(picture.labels_left_out, 0U);
  const auto footer = shown_texts(picture, PartRole::footer);
  EXPECT_TRUE(std::any_of(footer.begin(), footer.end(), [&](const std::string& text) {
    return text == "Names in the picture: " + std::to_string(400 - picture.labels_left_out) +
                       " of 400, the largest first.";
  })) << footer[0];
}

TEST(Svg, LargestDrawingIsComposed) {
  const auto picture =
      compose(random_drawing(max_drawing_nodes, 0, 0, 2), spiral(max_drawing_nodes));
  EXPECT_EQ(count_parts(picture, PartRole::node), max_drawing_nodes);
  for (const auto& part : picture.parts)
    for (const auto& symbol : part.symbols) {
      EXPECT_GE(symbol.box.x, 0);
      EXPECT_LE(symbol.box.bottom(), picture.height);
    }
}

// ---- other formats -----------------------------------------------------------------------------

TEST(Svg, PngHasTheSizeOfThePage) {
  const auto picture = compose(small_drawing(), spiral(3));
  const auto png = to_png(picture, 150);
  ASSERT_TRUE(png.starts_with("\x89PNG\r\n"));
  const auto number = [&](std::size_t at) {
    double value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
      value = value * 256 + static_cast<double>(static_cast<unsigned char>(png[i]));
    return value;
  };
  EXPECT_NEAR(number(16), page_width * 150 / 72, 3);
  EXPECT_NEAR(number(20), picture.height * 150 / 72, 3);
  EXPECT_THROW((void)to_png(picture, 10), PreconditionError);
}

TEST(Svg, PdfIsAPdf) {
  EXPECT_TRUE(to_pdf(compose(small_drawing(), spiral(3))).starts_with("%PDF"));
}

}  // namespace
}  // namespace coopnet::render
