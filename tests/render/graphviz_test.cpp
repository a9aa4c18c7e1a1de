#include <coopnet/core/errors.hpp>
#include <coopnet/core/rng.hpp>
#include <coopnet/render/graphviz.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <future>

#include "render/graphviz_layout.hpp"
#include "sample_drawing.hpp"

namespace coopnet::render {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Many crossing edges: the engine dot works on it for minutes.
std::string hard_graph(std::size_t edges) {
  Rng rng(1);
  std::string out = "digraph { splines=none; ";
  for (std::size_t i = 0; i < edges; ++i)
    out += "a" + std::to_string(rng.below(2000)) + " -> a" + std::to_string(rng.below(2000)) + ";";
  return out + "}";
}

std::string failure(Engine engine, const std::string& dot, const LayoutLimits& limits) {
  try {
    (void)run_graphviz(engine, "plain", dot, limits);
  } catch (const ExternalError& error) {
    return error.what();
  }
  return "no failure";
}

TEST(Graphviz, AnswersInTheFormatAskedFor) {
  EXPECT_TRUE(run_graphviz(Engine::dot, "plain", "graph { a -- b }").starts_with("graph "));
  EXPECT_TRUE(contains(run_graphviz(Engine::sfdp, "svg", "graph { a -- b }"), "<svg"));
  EXPECT_TRUE(run_graphviz(Engine::neato, "png", "graph { a }").starts_with("\x89PNG"));
  EXPECT_TRUE(run_graphviz(Engine::neato, "pdf", "graph { a }").starts_with("%PDF"));
}

TEST(Graphviz, SamePositionsEveryTime) {
  const std::string dot = "graph { overlap=prism; start=7; a--b--c--d--a; b--e; c--f }";
  for (const auto engine : {Engine::neato, Engine::sfdp, Engine::dot})
    EXPECT_EQ(run_graphviz(engine, "plain", dot), run_graphviz(engine, "plain", dot));
}

TEST(Graphviz, FormatsThatAreNotListedNeverReachTheCommandLine) {
  for (const auto* format : {"plain -o/tmp/x", "", "exe", "svg:core", "xdot"})
    EXPECT_THROW((void)run_graphviz(Engine::dot, format, "graph {}"), PreconditionError) << format;
}

TEST(Graphviz, MissingProgramSaysWhatToInstall) {
  for (const auto* path : {"", "/nonexistent", "/nonexistent:/dev/null", "relative", ":."}) {
    LayoutLimits limits;
    limits.search_path = path;
    EXPECT_TRUE(contains(failure(Engine::dot, "graph {}", limits), "install graphviz")) << path;
  }
}

TEST(Graphviz, ErrorsOfTheProgramAreQuoted) {
  EXPECT_TRUE(contains(failure(Engine::dot, "graph { a -- ", {}), "syntax error"));
}

TEST(Graphviz, WallTimeEndsTheChild) {
  LayoutLimits limits;
  limits.wall_milliseconds = 200;
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(contains(failure(Engine::dot, hard_graph(8000), limits), "time limit of 0.2 s"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(Graphviz, ProcessorTimeEndsTheChild) {
  LayoutLimits limits;
  limits.cpu_seconds = 1;
  EXPECT_TRUE(
      contains(failure(Engine::dot, hard_graph(8000), limits), "limit of 1 s processor time"));
}

TEST(Graphviz, MemoryEndsTheChild) {
  LayoutLimits limits;
  limits.address_space_bytes = std::size_t{6} << 20;
  const auto said = failure(Engine::dot, hard_graph(8000), limits);
  EXPECT_TRUE(contains(said, "memory") || contains(said, "could not be started")) << said;
}

TEST(Graphviz, LongOutputEndsTheChild) {
  LayoutLimits limits;
  limits.output_bytes = 100;
  EXPECT_TRUE(contains(failure(Engine::sfdp, "graph { a -- b -- c -- d }", limits),
                       "output limit of 100 bytes"));
}

// Megabytes in both directions: whoever writes all before it reads would wait for ever.
TEST(Graphviz, LargeInputAndOutputDoNotBlock) {
  std::string dot = "graph { splines=none; node [shape=point]; ";
  const std::string comment = "/* " + std::string(1000, 'x') + " */";
  for (int i = 0; i < 3000; ++i)
    dot += "n" + std::to_string(i) + " [pos=\"" + std::to_string(i) + ",1\"]; " + comment;
  dot += "}";
  EXPECT_GT(run_graphviz(Engine::fixed, "plain", dot).size(), 100'000U);
}

TEST(Graphviz, ProgramThatStopsReadingIsNoSignalForUs) {
  EXPECT_NE(failure(Engine::dot, "nonsense " + std::string(2'000'000, 'x') + " {{", {}),
            "no failure");
}

TEST(Graphviz, NoFileIsOpenedForAnAttribute) {
  const std::string file = testing::TempDir() + "coopnet_graphviz_test.png";
  std::ofstream(file, std::ios::binary) << run_graphviz(Engine::neato, "png", "graph { a }");
  const std::string dot = "graph { a [shape=box, image=\"" + file + "\"] }";
  EXPECT_FALSE(contains(run_graphviz(Engine::dot, "svg", dot), "<image"));
  std::remove(file.c_str());
}

TEST(Graphviz, ThreadsRunTheirOwnPrograms) {
  std::vector<std::future<std::string>> runs;
  for (int i = 0; i < 4; ++i)
    runs.push_back(std::async(std::launch::async, [] {
      return run_graphviz(Engine::neato, "plain", "graph { start=7; a--b--c--a }");
    }));
  const auto expected = run_graphviz(Engine::neato, "plain", "graph { start=7; a--b--c--a }");
  for (auto& run : runs) EXPECT_EQ(run.get(), expected);
}

TEST(GraphvizLayout, ReadsPlain) {
  const auto p = parse_plain(
      "graph 1 2 3\nnode n1 0.5 1 1 1 \"\" solid box\nnode n0 1 3 0.5 0.5\nedge n0 n1 4\nstop\n",
      3);
  ASSERT_EQ(p.size(), 3U);
  EXPECT_EQ(p[1], (Point{36, 144}));
  EXPECT_EQ(p[0], (Point{72, 0}));
  EXPECT_FALSE(p[2].has_value());
}

TEST(GraphvizLayout, RefusesWhatItDoesNotUnderstand) {
  for (const auto* text : {"node n0 x 1", "node n0 1", "node", "node n3 1 1", "node a 1 1",
                           "node n0 nan 1", "graph 1 2", "node n-1 1 1", "node n0 1e999 1"})
    EXPECT_THROW((void)parse_plain(text, 3), ExternalError) << text;
  EXPECT_NO_THROW((void)parse_plain("", 3));
  EXPECT_NO_THROW((void)parse_plain("\n\nstop\n solid black", 3));
}

TEST(GraphvizLayout, BoxesDoNotOverlap) {
  const auto d = canonical(test::random_drawing(50, 10, 150, 4));
  const std::vector<Extent> boxes(d.nodes.size(), Extent{80, 25});
  const auto p = graphviz_positions(d, boxes, {});
  for (std::size_t i = 0; i < p.size(); ++i)
    for (std::size_t j = i + 1; j < p.size(); ++j)
      if (p[i] && p[j]) {
        EXPECT_TRUE(std::abs(p[i]->x - p[j]->x) > 79 || std::abs(p[i]->y - p[j]->y) > 24);
      }
}

TEST(GraphvizLayout, NodesWithoutTiesHaveNoPlace) {
  auto d = test::small_drawing();
  d.edges = {{0, 0, 0, 1, false, ""}};  // a loop ties nobody
  const std::vector<Extent> boxes(3, Extent{10, 10});
  LayoutLimits no_program;
  no_program.search_path = "";
  for (const auto& p : graphviz_positions(d, boxes, no_program)) EXPECT_FALSE(p.has_value());
}

}  // namespace
}  // namespace coopnet::render
