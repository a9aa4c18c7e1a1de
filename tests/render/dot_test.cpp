#include <coopnet/core/errors.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/render/dot.hpp>
#include <coopnet/render/svg.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <future>

#include "render/dot_writer.hpp"
#include "render/drawing_text.hpp"
#include "render/markup.hpp"
#include "sample_drawing.hpp"

namespace coopnet::render {
namespace {

using test::hostile_texts;
using test::random_drawing;
using test::shuffled;
using test::small_drawing;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

Drawing hostile_drawing() {
  auto d = small_drawing();
  d.nodes.clear();
  d.edges.clear();
  for (const auto& text : hostile_texts()) {
    DrawingNode node;
    node.key = std::to_string(100 + d.nodes.size()) + text;
    node.label = text;
    node.description = text;
    node.cluster = 0;
    d.nodes.push_back(node);
    d.edges.push_back({0, d.nodes.size() - 1, 0, 1, true, text});
  }
  d.title = d.subtitle = d.source = d.date = d.size_measure = d.width_measure = hostile_texts()[0];
  d.kinds[0].name = d.clusters[0].name = d.styles[0].name = "\"; evil [URL=\"x\"]; \\";
  return d;
}

TEST(Dot, SameBytesForAnyOrder) {
  const auto original = random_drawing(60, 15, 300, 2);
  const auto expected = to_dot(original);
  for (std::uint64_t seed = 1; seed <= 5; ++seed)
    EXPECT_TRUE(to_dot(shuffled(original, seed)) == expected) << seed;
}

TEST(Dot, GeneratesNamesAndDeclaresTheCharset) {
  const auto dot = to_dot(small_drawing());
  EXPECT_TRUE(dot.starts_with("digraph"));
  EXPECT_TRUE(contains(dot, "charset=\"UTF-8\""));
  EXPECT_TRUE(contains(dot, "label=Alpha"));
  EXPECT_TRUE(contains(dot, "n0 -- n2") || contains(dot, "n0 -> n2"));
  EXPECT_TRUE(contains(dot, "subgraph cluster_1"));
}

TEST(Dot, IsUndirectedWithoutArrows) {
  auto d = small_drawing();
  d.edges[0].directed = false;
  EXPECT_TRUE(to_dot(d).starts_with("graph"));
}

TEST(Dot, SaysTheLegendInWords) {
  const auto dot = to_dot(small_drawing());
  for (const auto* part : {"Who meets where", "3 of 5 shown", "orange = Africa", "circle = state",
                           "square = forum", "dashed = observer", "Pledges: 0; 1; 3",
                           "Meetings: 2; 5", "Source: invented", "As of 2026-01-02"})
    EXPECT_TRUE(contains(dot, part)) << part;
  EXPECT_FALSE(contains(dot, "partner"));
}

// An attribute of these opens files, links out, or reaches SVG unescaped.
TEST(Dot, NoAttributeOpensAnything) {
  for (const auto& dot : {to_dot(hostile_drawing()), to_dot(compose(hostile_drawing()))}) {
    for (const auto* attribute : {"URL=", "href=", "image=", "shapefile=", "stylesheet=",
                                  "imagepath=", "fontpath=", "edgeURL=", "labelURL="})
      EXPECT_EQ(count(dot, std::string("\t") + attribute), 0U) << attribute;
    EXPECT_EQ(count(dot, "=<"), 0U) << "an HTML label";
    EXPECT_FALSE(contains(dot, "<script"));
  }
}

// Written, read by Graphviz and painted, each label must come out letter by letter.
TEST(Dot, LabelsSurviveGraphvizUnchanged) {
  for (const auto& text : hostile_texts()) {
    auto d = small_drawing();
    d.nodes.resize(1);
    d.edges.clear();
    d.title = d.subtitle = d.source = d.date = "";
    d.nodes[0].label = text;
    const auto svg = run_graphviz(Engine::neato, "svg", to_dot(d));
    std::string shown;
    for (auto at = svg.find("<text"); at != std::string::npos; at = svg.find("<text", at + 1)) {
      const auto begin = svg.find('>', at) + 1;
      shown += svg.substr(begin, svg.find("</text>", begin) - begin) + "\n";
    }
    const auto lines =
        wrap(text.empty() ? "b" : text, {.width = 108, .size = 10, .bold = false, .lines = 3});
    for (const auto& line : lines) {
      auto expected = as_markup(line);
      for (auto at = expected.find('-'); at != std::string::npos; at = expected.find('-', at + 5))
        expected.replace(at, 1, "&#45;");
      const bool found = contains(shown, ">" + expected) || contains(shown, expected + "\n") ||
                         contains(shown, as_markup(line) + "\n");
      EXPECT_TRUE(found || lines.size() > 1) << line << "\nin\n" << shown;
    }
    EXPECT_FALSE(contains(svg, "<script")) << text;
    EXPECT_FALSE(contains(shown, "\nn0\n")) << "the generated name is shown";
  }
}

TEST(Dot, BackslashesAndCommandsAreText) {
  const std::vector<std::string> lines = {"\\N&\"<"};
  EXPECT_EQ(dot_label(lines), "\\\\N&amp;&quot;&lt;");
  EXPECT_EQ(dot_label(lines, LineEnd::left), "\\\\N&amp;&quot;&lt;\\l");
  const std::vector<std::string> two = {"a", "b"};
  EXPECT_EQ(dot_label(two), "a\\nb");
  EXPECT_EQ(dot_label({}), " ");
  EXPECT_FALSE(contains(dot_tooltip("\\N"), "\\"));
}

TEST(Dot, AttributesMustBeDeclared) {
  DotWriter writer(DotWriter::Kind::directed);
  EXPECT_THROW(writer.add_node({{"shape", "box"}}), PreconditionError);
}

TEST(Dot, EngineSuitsTheSize) {
  auto d = random_drawing(40, 10, 80, 1);
  EXPECT_EQ(layout_engine(d), Engine::neato);
  d.layered = true;
  EXPECT_EQ(layout_engine(d), Engine::dot);
  d = random_drawing(40, 10, 101, 1);
  d.layered = true;
  EXPECT_EQ(layout_engine(d), Engine::neato);
  EXPECT_EQ(layout_engine(random_drawing(149, 0, 0, 1)), Engine::neato);
  EXPECT_EQ(layout_engine(random_drawing(150, 0, 0, 1)), Engine::sfdp);
}

TEST(Dot, BoxesAroundRegionsOnlyWhereTheyDoNotMislead) {
  auto d = small_drawing();
  EXPECT_TRUE(contains(to_dot(d), "style=invis"));
  d.layered = true;
  EXPECT_FALSE(contains(to_dot(d), "style=invis"));
}

TEST(Dot, EmptyDrawingIsAGraph) {
  Drawing d;
  EXPECT_TRUE(contains(run_graphviz(Engine::neato, "svg", to_dot(d)), "<svg"));
}

TEST(Dot, ThreadsDoNotDisturbEachOther) {
  const auto d = random_drawing(30, 5, 60, 3);
  const auto expected = to_dot(d);
  std::vector<std::future<std::string>> runs;
  for (int i = 0; i < 8; ++i)
    runs.push_back(std::async(std::launch::async, [&d] { return to_dot(d); }));
  for (auto& run : runs) EXPECT_TRUE(run.get() == expected);
}

TEST(Dot, PinnedPictureStaysWhereItIs) {
  const auto picture = compose(small_drawing());
  const auto svg = run_graphviz(Engine::fixed, "svg", to_dot(picture, 72));
  EXPECT_TRUE(contains(svg, "width=\"785pt\"")) << svg.substr(0, 400);
  // Graphviz counts y upwards from the lower edge, in its SVG as negative numbers.
  for (const auto& part : picture.parts)
    for (const auto& symbol : part.symbols)
      if (symbol.shape == Shape::circle) {
        const auto x = "cx=\"" + text::number(std::round(symbol.box.centre().x * 100) / 100) + "\"";
        EXPECT_TRUE(contains(svg, x)) << x;
      }
  EXPECT_THROW((void)to_dot(picture, 35), PreconditionError);
  EXPECT_THROW((void)to_dot(picture, 601), PreconditionError);
}

}  // namespace
}  // namespace coopnet::render
