#include <coopnet/core/errors.hpp>
#include <coopnet/core/rng.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/render/grid.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "render/grid_shades.hpp"
#include "sample_drawing.hpp"
#include "xml_check.hpp"

namespace coopnet::render {
namespace {

using test::hostile_texts;
using test::read_xml;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Grid square_grid(std::size_t n, std::uint64_t seed) {
  Rng rng(seed);
  Grid g;
  g.title = "Pledges that coincide";
  g.subtitle = "n of N shown";
  g.source = "Source: invented";
  g.date = "As of 2026-01-02";
  g.measure = "Shared objectives";
  g.mark = "more than chance";
  for (std::size_t i = 0; i < n; ++i)
    g.rows.push_back({"Name of row " + std::to_string(i + 1), ""});
  g.values.assign(n * n, 0);
  g.marks.assign(n * n, 0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      const auto value = static_cast<std::int64_t>(rng.below(3) == 0 ? rng.below(9) : 0);
      g.values[i * n + j] = i == j ? no_value : value;
      g.marks[i * n + j] = value == 8 ? 1 : 0;
    }
  return g;
}

Grid flat_grid(std::size_t n, std::size_t m, const std::string& column) {
  auto g = square_grid(n, 3);
  for (std::size_t j = 0; j < m; ++j) g.columns.push_back({column + std::to_string(j + 1), ""});
  g.values.assign(n * m, 2);
  g.marks.clear();
  return g;
}

std::vector<std::string> texts_of(const Picture& picture) {
  std::vector<std::string> out;
  for (const auto& part : picture.parts)
    for (const auto& text : part.texts) out.push_back(text.text);
  return out;
}

bool shows(const Picture& picture, const std::string& text) {
  const auto all = texts_of(picture);
  return std::find(all.begin(), all.end(), text) != all.end();
}

void expect_no_faults(const Picture& picture, const std::string& what) {
  const auto faults = layout_faults(picture);
  EXPECT_TRUE(faults.empty()) << what << ": " << faults.size() << ", first: " << faults.front();
}

TEST(Grid, RefusesWhatDoesNotFitTogether) {
  const std::vector<std::function<void(Grid&)>> breaks = {
      [](Grid& g) { g.values.pop_back(); },
      [](Grid& g) { g.marks.pop_back(); },
      [](Grid& g) { g.values[1] = -2; },
      [](Grid& g) { g.maximum = -1; },
      [](Grid& g) { g.row_blocks = {{3, "x"}}; },
      [](Grid& g) { g.row_blocks = {{1, "x"}, {1, "y"}}; },
      [](Grid& g) { g.columns = {{"one", ""}}; },
      [](Grid& g) { g.language = "\""; },
  };
  EXPECT_NO_THROW(validate(square_grid(3, 1)));
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    auto g = square_grid(3, 1);
    breaks[i](g);
    EXPECT_THROW(validate(g), PreconditionError) << "break " << i;
    EXPECT_THROW((void)compose(g), PreconditionError) << "break " << i;
    EXPECT_THROW((void)to_text(g), PreconditionError) << "break " << i;
  }
  EXPECT_THROW((void)compose(square_grid(max_grid_side + 1, 1)), PreconditionError);
}

TEST(Grid, NothingOverlapsAtAnySize) {
  for (const std::size_t n : {1U, 2U, 7U, 25U, 41U, 45U, 60U, 150U, 400U})
    expect_no_faults(compose(square_grid(n, n)), std::to_string(n) + " rows");
  for (const std::size_t m : {1U, 5U, 23U, 80U, 300U})
    for (const std::size_t n : {1U, 30U, 120U})
      for (const auto* name : {"", "A long name of a column, number "}) {
        auto g = flat_grid(n, m, name);
        g.column_blocks = {{0, "First block of columns"}};
        if (m > 3) g.column_blocks.push_back({m / 2, "Second"});
        if (n > 3) g.row_blocks = {{0, "Upper rows"}, {n / 2, "Lower rows"}};
        expect_no_faults(compose(g), std::to_string(n) + " x " + std::to_string(m) + name);
      }
}

TEST(Grid, RowsHaveNamesAndCellsNumbersWhereTheyFit) {
  auto g = square_grid(10, 2);
  g.values[1] = 7;
  const auto picture = compose(g);
  EXPECT_TRUE(shows(picture, "3 Name of row 3"));
  EXPECT_TRUE(shows(picture, "7"));
  EXPECT_TRUE(contains(to_svg(picture), "<title>Name of row 1 \u00D7 Name of row 2: 7</title>"));
  EXPECT_TRUE(picture.codes.empty());
}

TEST(Grid, CodesHeadTheColumnsIfEachRowHasItsOwn) {
  auto g = square_grid(3, 2);
  g.rows = {{"Kenya", "KEN"}, {"Peru", "PER"}, {"Chad", "TCD"}};
  EXPECT_TRUE(shows(compose(g), "PER"));
  EXPECT_TRUE(shows(compose(g), "PER Peru"));
  g.rows[1].code = "KEN";
  EXPECT_FALSE(shows(compose(g), "KEN"));
  EXPECT_TRUE(shows(compose(g), "2 Peru"));
}

TEST(Grid, ManyRowsHaveNumbersAndAKey) {
  const auto picture = compose(square_grid(200, 2));
  ASSERT_EQ(picture.codes.size(), 200U);
  EXPECT_EQ(picture.codes[41].code, "42");
  EXPECT_EQ(picture.codes[41].label, "Name of row 42");
  EXPECT_TRUE(shows(picture, "100"));
  const auto all = texts_of(picture);
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const std::string& text) {
    return text.starts_with("Names in the picture: ") && contains(text, " of 200");
  }));
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const std::string& text) {
    return text == "Too small to be marked here: more than chance.";
  }));
}

TEST(Grid, LongColumnNamesHaveAKey) {
  const auto picture = compose(flat_grid(10, 12, "A long name of a column, number "));
  ASSERT_EQ(picture.codes.size(), 12U);
  EXPECT_TRUE(shows(picture, "A long name of a column, number 12"));
  EXPECT_TRUE(compose(flat_grid(10, 12, "")).codes.empty());
}

TEST(Grid, LegendHasTheShadesInUse) {
  auto g = square_grid(2, 1);
  g.values = {no_value, 3, 1, no_value};
  g.marks.clear();
  const auto picture = compose(g);
  std::vector<std::string> legend;
  for (const auto& part : picture.parts)
    if (part.role == PartRole::legend)
      for (const auto& text : part.texts) legend.push_back(text.text);
  EXPECT_EQ(legend, (std::vector<std::string>{"Shared objectives:", "1", "3", "no value"}));
}

TEST(Grid, EmptyGridSaysSo) {
  Grid g;
  g.title = "Nobody";
  const auto svg = to_svg(g);
  EXPECT_TRUE(read_xml(svg).has_value());
  EXPECT_TRUE(contains(svg, ">Nothing to show<"));
  EXPECT_TRUE(contains(to_text(g), "Nothing to show"));
  g.rows = {{"a", ""}};
  g.values = {0};
  expect_no_faults(compose(g), "one zero");
}

TEST(Grid, HostileTextsStayText) {
  for (const auto& text : hostile_texts()) {
    auto g = square_grid(4, 4);
    g.title = g.subtitle = g.source = g.date = g.measure = g.mark = g.description = text;
    for (auto& row : g.rows) row = {text, text};
    g.row_blocks = {{0, text}, {2, text}};
    const auto picture = compose(g);
    expect_no_faults(picture, text);
    const auto summary = read_xml(to_svg(picture));
    ASSERT_TRUE(summary.has_value()) << text;
    EXPECT_FALSE(summary->elements.contains("script"));
    const auto out = to_text(g);
    EXPECT_EQ(out.find('\x1B'), std::string::npos);
    EXPECT_FALSE(contains(out, "\u202E"));
    EXPECT_FALSE(text::first_invalid_utf8(out).has_value()) << text;
  }
}

TEST(Grid, RightToLeftMirrorsThePage) {
  auto g = square_grid(5, 1);
  const auto left = compose(g);
  g.direction = Direction::right_to_left;
  g.language = "ar";
  const auto right = compose(g);
  expect_no_faults(right, "mirrored");
  for (std::size_t i = 0; i < left.parts.size(); ++i)
    for (std::size_t k = 0; k < left.parts[i].symbols.size(); ++k)
      EXPECT_NEAR(right.parts[i].symbols[k].box.x,
                  page_width - left.parts[i].symbols[k].box.right(), 1e-9);
}

TEST(GridShades, StepsCoverAllValuesInOrder) {
  for (const std::int64_t maximum : {std::int64_t{1}, std::int64_t{5}, std::int64_t{9},
                                     std::int64_t{1000}, std::int64_t{1} << 50}) {
    Grid g;
    g.maximum = maximum;
    const Shades shades(g, 6);
    EXPECT_EQ(shades.step(0), 0U);
    EXPECT_EQ(shades.step(no_value), 0U);
    EXPECT_EQ(shades.step(1), 1U);
    EXPECT_EQ(shades.step(maximum), shades.steps());
    EXPECT_EQ(shades.step(std::numeric_limits<std::int64_t>::max()), shades.steps());
    std::size_t last = 0;
    for (std::int64_t v = 0; v <= std::min<std::int64_t>(maximum, 1000); ++v) {
      EXPECT_GE(shades.step(v), last);
      last = shades.step(v);
    }
  }
  Grid g;
  g.maximum = 9;
  const Shades shades(g, 4);
  EXPECT_EQ(shades.range(1), "1\u20132");
  EXPECT_EQ(shades.range(4), "7\u20139");
  for (std::int64_t v = 1; v <= 9; ++v) {  // the legend and the cells agree
    const auto range = shades.range(shades.step(v));
    const auto dash = range.find("\u2013");
    EXPECT_LE(std::stoll(range), v);
    EXPECT_GE(std::stoll(dash == std::string::npos ? range : range.substr(dash + 3)), v);
  }
}

TEST(GridShades, CompactNumbersAreShort) {
  EXPECT_EQ(compact(0), "0");
  EXPECT_EQ(compact(999), "999");
  EXPECT_EQ(compact(12345), "12k");
  EXPECT_LE(compact(std::numeric_limits<std::int64_t>::max()).size(), 4U);
}

TEST(GridText, ShowsShadesAndNumbers) {
  auto g = square_grid(3, 1);
  g.rows = {{"Kenya", ""}, {"Peru", ""}, {"Chad", ""}};
  g.values = {no_value, 4, 0, 4, no_value, 1, 0, 1, no_value};
  g.marks = {0, 1, 0, 1, 0, 0, 0, 0, 0};
  EXPECT_EQ(to_text(g),
            "Pledges that coincide\n"
            "n of N shown\n"
            "         1  2  3\n"
            "1 Kenya  – █4* ·\n"
            "2 Peru  █4* – ░1\n"
            "3 Chad   · ░1  –\n"
            "Shared objectives: · 0 ░ 1 ▒ 2 ▓ 3 █ 4 – no value * more than chance\n"
            "Source: invented\n"
            "As of 2026-01-02\n");
}

TEST(GridText, FitsTheWidthAndSaysWhatIsLeftOut) {
  for (const std::size_t width : {20U, 40U, 80U, 200U})
    for (const std::size_t n : {1U, 12U, 60U}) {
      const auto out = to_text(square_grid(n, 5), width);
      std::string_view rest = out;
      while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        EXPECT_LE(text::display_width(line), width) << line;
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      }
    }
  EXPECT_TRUE(contains(to_text(square_grid(60, 5), 80), "to 60 have no room here."));
  EXPECT_FALSE(contains(to_text(square_grid(12, 5), 80), "no room"));
  EXPECT_THROW((void)to_text(square_grid(2, 1), 19), PreconditionError);
}

TEST(GridText, ShortColumnNamesAreHeadsAndLongOnesHaveAKey) {
  EXPECT_FALSE(contains(to_text(flat_grid(2, 5, "")), "1 1\n"));
  EXPECT_TRUE(contains(to_text(flat_grid(2, 5, "Theme ")), "\n5 Theme 5\n"));
}

TEST(Grid, ReorderedMovesRowsAndColumnsTogether) {
  auto g = square_grid(3, 1);
  g.values = {no_value, 1, 2, 3, no_value, 5, 6, 7, no_value};
  g.row_blocks = {{0, "x"}};
  const std::vector<std::size_t> order = {2, 0, 1};
  const auto r = reordered(g, order);
  EXPECT_EQ(r.rows[0].label, "Name of row 3");
  EXPECT_EQ(r.values, (std::vector<std::int64_t>{no_value, 6, 7, 2, no_value, 1, 5, 3, no_value}));
  EXPECT_TRUE(r.row_blocks.empty());
  for (const auto& wrong : {std::vector<std::size_t>{0, 1}, {0, 1, 1}, {0, 1, 3}})
    EXPECT_THROW((void)reordered(g, wrong), PreconditionError);
  EXPECT_THROW((void)reordered(flat_grid(3, 3, ""), order), PreconditionError);
}

}  // namespace
}  // namespace coopnet::render
