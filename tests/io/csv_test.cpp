#include "coopnet/io/csv.hpp"

#include <gtest/gtest.h>

#include "coopnet/core/text.hpp"
#include "io/io_testing.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {
namespace {

using namespace std::string_literals;

struct Read {
  RawTable table;
  Diagnostics diagnostics;
};

Read read(std::string text, const CsvLimits& limits = {},
          std::optional<char> delimiter = std::nullopt) {
  Read out;
  out.table = read_csv(std::move(text), "t.csv", "t", limits, out.diagnostics, delimiter);
  return out;
}

/// Reads, expects no finding, and gives the cells.
Grid clean(std::string text) {
  const Read r = read(std::move(text));
  expect_findings(r.diagnostics, {}, "t.csv");
  return grid(r.table);
}

void expect_spot(const RawCell& cell, std::uint32_t line, std::uint32_t column) {
  EXPECT_EQ(cell.line, line) << cell.text;
  EXPECT_EQ(cell.column, column) << cell.text;
}

TEST(CsvReader, ReadsPlainCellsWithTheirPlaces) {
  const Read r = read("id,name\nKEN,Kenya\nMAR, Morocco \n");
  EXPECT_EQ(r.table.name, "t");
  EXPECT_EQ(r.table.file, "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"id", "name"}, {"KEN", "Kenya"}, {"MAR", "Morocco"}}));
  expect_spot(r.table.header[1], 1, 4);
  expect_spot(r.table.cell(0, 0), 2, 1);
  expect_spot(r.table.cell(1, 1), 3, 6);
  EXPECT_EQ(r.table.place(r.table.cell(1, 1)), (Place{"t.csv", 3, 6}));
}

TEST(CsvReader, CountsColumnsInCharacters) {
  // Two, three and four bytes a character; the second line is ASCII again.
  const Read r = read("id,b,c\n\xC3\xA9\u6F22\U0001F30D,x,y\nab,\xC3\xA9,z\nab,cd,\u0627\n");
  expect_spot(r.table.cell(0, 1), 2, 5);
  expect_spot(r.table.cell(0, 2), 2, 7);
  expect_spot(r.table.cell(1, 1), 3, 4);
  expect_spot(r.table.cell(1, 2), 3, 6);
  expect_spot(r.table.cell(2, 2), 4, 7);
}

TEST(CsvReader, KeepsQuotedTextToTheLetterAndCountsItsLines) {
  const Read r = read("a,b,c\n\" x,\"\"\xC3\xA9\"\"\ny\r\nz\rw \",\xC3\xA9,q\nn,m,o\n");
  expect_findings(r.diagnostics, {}, "t.csv");
  EXPECT_EQ(r.table.cell(0, 0).text, " x,\"\xC3\xA9\"\ny\r\nz\rw ");
  expect_spot(r.table.cell(0, 0), 2, 1);
  expect_spot(r.table.cell(0, 1), 5, 5);
  expect_spot(r.table.cell(0, 2), 5, 7);
  expect_spot(r.table.cell(1, 0), 6, 1);
}

TEST(CsvReader, BlanksAroundQuotesAndCellsDoNotCount) {
  EXPECT_EQ(clean("a,b\n  \" x \"\t, \xC2\xA0y\xC2\xA0 \n"), (Grid{{"a", "b"}, {" x ", "y"}}));
  EXPECT_EQ(clean("a;b\n\xC2\xA0\"p;q\" ;\t r\n"), (Grid{{"a", "b"}, {"p;q", "r"}}));
  EXPECT_EQ(clean("a,b\nx\xC2\xA0\xC2\xA0,y \xC2\xA0 \n"), (Grid{{"a", "b"}, {"x", "y"}}));
}

TEST(CsvReader, AQuoteInsideAPlainCellIsText) {
  EXPECT_EQ(clean("a,b\n5\" pipe,it\"\"s\n"), (Grid{{"a", "b"}, {"5\" pipe", "it\"\"s"}}));
}

TEST(CsvReader, LastLineNeedsNoEnd) {
  EXPECT_EQ(clean("a,b\n1,2"), (Grid{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(clean("a,b\n1,\"2\""), (Grid{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(clean("a,b\n1,\"2\"\"\""), (Grid{{"a", "b"}, {"1", "2\""}}));
  EXPECT_EQ(clean("a,b\n1,"), (Grid{{"a", "b"}, {"1", ""}}));
  EXPECT_EQ(clean("a"), (Grid{{"a"}}));
}

TEST(CsvReader, HeaderIsTrimmedAndInLowerCase) {
  EXPECT_EQ(clean(" ID ,\" Full Name \",\xC3\x89tat\nx,y,z\n"),
            (Grid{{"id", "full name", "\xC3\x89tat"}, {"x", "y", "z"}}));
}

TEST(CsvReader, EmptyLinesSayNothing) {
  const Read r = read("\n \n\na,b\n\n1,2\n,\n  , \t\n\"\",\n3,4\n\n\n");
  expect_findings(r.diagnostics, {}, "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"a", "b"}, {"1", "2"}, {"3", "4"}}));
  expect_spot(r.table.cell(1, 0), 10, 1);
}

TEST(CsvReader, DelimiterIsTheMostFrequentOutsideQuotes) {
  EXPECT_EQ(clean("a;b;c,d\n1;2;3,4\n"), (Grid{{"a", "b", "c,d"}, {"1", "2", "3,4"}}));
  EXPECT_EQ(clean("a\tb\n1,5\t2;5\n"), (Grid{{"a", "b"}, {"1,5", "2;5"}}));
  EXPECT_EQ(clean("\"a;b;\"\"c;\",d\n1,2\n"), (Grid{{"a;b;\"c;", "d"}, {"1", "2"}}));
  EXPECT_EQ(clean("a;b,c\n1,2\n"), (Grid{{"a;b", "c"}, {"1", "2"}}));    // a tie
  EXPECT_EQ(clean("a;b\tc\n1;2\n"), (Grid{{"a", "b\tc"}, {"1", "2"}}));  // a tie
  EXPECT_EQ(clean("\n\na;b\n1;2\n"), (Grid{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(clean("a\n1;2\n"), (Grid{{"a"}, {"1;2"}}));
}

TEST(CsvReader, DelimiterCanBeGiven) {
  const Read r = read("a|b,c\n1|2\n", {}, '|');
  expect_findings(r.diagnostics, {}, "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"a", "b,c"}, {"1", "2"}}));
}

TEST(CsvReader, TabsBetweenCellsAreNoBlanks) {
  EXPECT_EQ(clean("a\tb\tc\n\t x \t\n"), (Grid{{"a", "b", "c"}, {"", "x", ""}}));
}

TEST(CsvReader, LineEndsMayBeOfAnyKind) {
  const Grid expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
  EXPECT_EQ(clean("a,b\r\n1,2\r\n3,4\r\n"), expected);
  const Read r = read("a,b\r1,2\r\r3,4\r");
  expect_findings(r.diagnostics, {warning("csv-lone-cr", 1, 4, "", {"4"})}, "t.csv");
  EXPECT_EQ(grid(r.table), expected);
  expect_spot(r.table.cell(1, 1), 4, 3);
}

TEST(CsvReader, ByteOrderMarkTakesNoColumn) {
  const Read r = read("\xEF\xBB\xBFid,b\n1,2\n");
  expect_findings(r.diagnostics, {}, "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"id", "b"}, {"1", "2"}}));
  expect_spot(r.table.header[0], 1, 1);
  expect_spot(r.table.header[1], 1, 4);
}

TEST(CsvReader, OtherEncodingsAreRefused) {
  const auto expect_refused = [](std::string text, const Expected& e) {
    const Read r = read(std::move(text));
    expect_findings(r.diagnostics, {e}, "t.csv");
    EXPECT_EQ(r.table.columns(), 0U);
    EXPECT_EQ(r.table.rows(), 0U);
  };
  expect_refused("id,name\n1,\xC3\xA9\n2,C\xF4te\n3,C\xF4te\n",
                 error("not-utf8", 3, 4, "", {"0xF4", "ISO-8859-1"}));
  expect_refused("\xEF\xBB\xBF\xE9t\n", error("not-utf8", 1, 1, "", {"0xE9", "ISO-8859-1"}));
  expect_refused("a\n\x93x\x94\n", error("not-utf8", 2, 1, "", {"0x93", "windows-1252"}));
  expect_refused("a\r\xE9", error("not-utf8", 2, 1, "", {"0xE9", "ISO-8859-1"}));
  expect_refused("\xFF\xFE\x61\0"s, error("not-utf8", 1, 1, "", {"0xFF", "UTF-16LE"}));
  expect_refused("\xFE\xFF\0\x61"s, error("not-utf8", 1, 1, "", {"0xFE", "UTF-16BE"}));
}

TEST(CsvReader, BytesOfValueZeroAreRefused) {
  const Read r = read("a,b\n\xC3\xA9,x\0y\n"s);
  expect_findings(r.diagnostics, {error("nul-byte", 2, 4)}, "t.csv");
  EXPECT_EQ(r.table.columns(), 0U);
}

TEST(CsvReader, NothingIsNoTable) {
  for (const auto* text : {"", "\xEF\xBB\xBF", "\n\r\n \n", ",,,\n", "\" \",\n"}) {
    const Read r = read(text);
    expect_findings(r.diagnostics, {error("csv-empty", 0, 0)}, "t.csv");
    EXPECT_EQ(r.table.columns(), 0U);
  }
}

TEST(CsvReader, AnOpenQuoteIsReportedWhereItBegan) {
  const Read r = read("a,b\n\xC3\xA9, \"x\ny,\"\"z\n");
  expect_findings(r.diagnostics, {error("csv-open-quote", 2, 4, "x\ny,\"z\n")}, "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"a", "b"}, {"\xC3\xA9", ""}}));
  expect_findings(read("a,b\n1,\"").diagnostics, {error("csv-open-quote", 2, 3)}, "t.csv");
  expect_findings(read("a,b\n1,\"\"\"").diagnostics, {error("csv-open-quote", 2, 3, "\"")},
                  "t.csv");
}

TEST(CsvReader, TextBehindAQuoteIsReported) {
  const Read r = read("a,b\n\"x\" y z ,2\n3,\"4\"\"\"5\n");
  expect_findings(r.diagnostics,
                  {error("csv-after-quote", 2, 5, "y z"), error("csv-after-quote", 3, 8, "5")},
                  "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"a", "b"}, {"x", "2"}, {"3", "4\""}}));
}

TEST(CsvReader, NamelessColumnsWithTextAreKept) {
  const Read r = read("a, ,b,,\n1,,2,,x\n3,,4,,\n");
  expect_findings(r.diagnostics,
                  {warning("csv-header-empty", 1, 4, "", {"column-2", "dropped"}),
                   warning("csv-header-empty", 1, 8, "", {"column-5", "kept"})},
                  "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"a", "b", "column-5"}, {"1", "2", "x"}, {"3", "4", ""}}));
}

TEST(CsvReader, DelimitersAtTheEndOfLinesAreHarmless) {
  EXPECT_EQ(clean("a,b,,\n1,2\n3,4,,\n5,6,,,,,\n"),
            (Grid{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}));
}

TEST(CsvReader, ANameTwiceIsReported) {
  const Read r = read("id,b, ID ,b\n1,2,3,4\n");
  expect_findings(
      r.diagnostics,
      {error("csv-header-twice", 1, 11, "b", {"2"}), error("csv-header-twice", 1, 7, "id", {"1"})},
      "t.csv");
  EXPECT_EQ(r.table.columns(), 4U);
}

TEST(CsvReader, TheNameMadeForANamelessColumnMayBeTaken) {
  const Read r = read("column-2,,\nx,y\n");
  expect_findings(r.diagnostics,
                  {warning("csv-header-empty", 1, 10, "", {"column-2", "kept"}),
                   error("csv-header-twice", 1, 10, "column-2", {"1"})},
                  "t.csv");
}

TEST(CsvReader, RowsOfAnotherLengthAreReported) {
  const Read r = read("a,b,c\n1,2\n\xC3\xA9,2,3,,x,y,\n1,2,3,,\n1\n");
  expect_findings(r.diagnostics,
                  {warning("csv-too-few-cells", 2, 4, "", {"2", "3"}),
                   error("csv-too-many-cells", 3, 8, "x", {"6", "3"}),
                   warning("csv-too-few-cells", 5, 2, "", {"1", "3"})},
                  "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"a", "b", "c"},
                                 {"1", "2", ""},
                                 {"\xC3\xA9", "2", "3"},
                                 {"1", "2", "3"},
                                 {"1", "", ""}}));
  expect_spot(r.table.cell(0, 2), 2, 4);
}

TEST(CsvReader, LimitsAreKept) {
  CsvLimits limits;
  limits.field_bytes = 4;
  Read r = read("a,b\n12345,1234\n\"1\"\"345\",\"1\"\"34\"\n", limits);
  expect_findings(r.diagnostics,
                  {error("field-too-long", 2, 1, "12345", {"4"}),
                   error("field-too-long", 3, 1, "1\"345", {"4"})},
                  "t.csv");
  EXPECT_EQ(grid(r.table), (Grid{{"a", "b"}, {"", "1234"}, {"", "1\"34"}}));

  limits = {};
  limits.columns = 2;
  expect_findings(read("a,b,,c\n1,2\n", limits).diagnostics,
                  {error("too-many-columns", 1, 6, "", {"2"})}, "t.csv");
  EXPECT_EQ(grid(read("a,b,,,\n1,2\n", limits).table), (Grid{{"a", "b"}, {"1", "2"}}));

  limits = {};
  limits.rows = 2;
  r = read("a\n1\n2\n\n3\n4\n", limits);
  expect_findings(r.diagnostics, {error("too-many-rows", 5, 1, "", {"2"})}, "t.csv");
  EXPECT_EQ(r.table.rows(), 2U);
  expect_findings(read("a\n1\n2\n\n", limits).diagnostics, {}, "t.csv");

  limits = {};
  limits.cells = 5;
  r = read("a,b\n1,2\n3,4\n5,6\n7,8\n", limits);
  expect_findings(r.diagnostics, {error("too-many-cells", 4, 1, "", {"5"})}, "t.csv");
  EXPECT_EQ(r.table.rows(), 2U);
}

TEST(CsvReader, ALineOfDelimitersTakesNoMemory) {
  const Read r = read(std::string(5'000'000, ',') + "x\n1\n");
  expect_findings(r.diagnostics, {error("too-many-columns", 1, 5'000'001, "", {"1000"})}, "t.csv");
}

TEST(CsvReader, ShortRowsOfAWideTableMeetTheLimitOfCells) {
  std::string text(999, ',');
  for (std::size_t i = text.size(); i > 0; --i) text.insert(i, "b" + std::to_string(i));
  text.insert(0, "a");
  CsvLimits limits;
  limits.cells = 50'000;
  for (int i = 0; i < 100; ++i) text += "\nx";
  const Read r = read(text, limits);
  EXPECT_EQ(r.table.rows(), 50U);
  EXPECT_EQ(r.diagnostics.all().back(),
            finding("t.csv", error("too-many-cells", 52, 1, "", {"50000"})));
}

TEST(CsvReader, ManyFindingsOfOneCodeBecomeOne) {
  std::string text = "a,b\n";
  for (int i = 0; i < 30; ++i) text += "1\n";
  CsvLimits limits;
  limits.findings = 10;
  const Read r = read(text, limits);
  ASSERT_EQ(r.diagnostics.all().size(), 11U);
  EXPECT_EQ(r.diagnostics.all()[9].where.line, 11U);
  EXPECT_EQ(r.diagnostics.all()[10],
            finding("t.csv", warning("more-of-the-same", 0, 0, "", {"csv-too-few-cells", "20"})));
}

TEST(CsvReader, CellsOutliveReaderCopiesAndMoves) {
  RawTable copy;
  {
    Read r = read("a\n\"x\"\"y\"\nlonger than any small buffer of a string\n");
    copy = r.table;
    r.table = RawTable{};
  }
  const RawTable moved = std::move(copy);
  EXPECT_EQ(grid(moved), (Grid{{"a"}, {"x\"y"}, {"longer than any small buffer of a string"}}));
}

/// Writes every cell between quotes.
std::string all_quoted(const Grid& rows, char delimiter, std::string_view line_end) {
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += delimiter;
      out += '"';
      for (const char c : row[i]) out.append(c == '"' ? 2 : 1, c);
      out += '"';
    }
    out += line_end;
  }
  return out;
}

TEST(CsvRoundTrip, WhatIsWrittenIsRead) {
  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    Rng rng(seed);
    const Grid rows = nasty_grid(rng);
    for (const char delimiter : {',', ';', '\t'}) {
      const std::string text = write_csv(table_of("t", rows), delimiter);
      ASSERT_EQ(clean(text), rows) << "seed " << seed << '\n' << text;
      ASSERT_EQ(write_csv(read(text).table, delimiter), text) << "seed " << seed;
    }
  }
}

TEST(CsvRoundTrip, VariantsOfSpreadsheetsReadAlike) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    Rng rng(seed);
    const Grid rows = nasty_grid(rng);
    for (const char delimiter : {',', ';', '\t'})
      for (const auto* line_end : {"\n", "\r\n"}) {
        const std::string text = all_quoted(rows, delimiter, line_end);
        ASSERT_EQ(clean(text), rows) << "seed " << seed << '\n' << text;
        ASSERT_EQ(clean("\xEF\xBB\xBF" + text), rows) << "seed " << seed << '\n' << text;
      }
  }
}

TEST(CsvRoundTrip, PlacesAgreeWithCountingFromTheStart) {
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    Rng rng(seed);
    const std::string text = write_csv(table_of("t", nasty_grid(rng)));
    const RawTable table = read(text).table;
    // The place of each cell must lead back to its text.
    for (const auto& cell : table.cells) {
      std::size_t offset = 0;
      for (Spot spot; spot != Spot{cell.line, cell.column}; ++offset) {
        ASSERT_LT(offset, text.size()) << "seed " << seed << '\n' << text;
        spot = spot_of(text, offset + 1);
        if (offset + 1 < text.size() && text[offset] == '\r' && text[offset + 1] == '\n') spot = {};
      }
      while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U)
        ++offset;
      const auto there = std::string_view(text).substr(offset);
      const bool same = there.starts_with('"') || there.starts_with(cell.text);
      ASSERT_TRUE(same) << "seed " << seed << ' ' << cell.line << ':' << cell.column;
    }
  }
}

TEST(CsvRobustness, AnyBeginningOfAFileIsRead) {
  const std::string text =
      "\xEF\xBB\xBFid;\"na\"\"me\";\xC3\x89tat\r\n1;\"a\r\nb\";\u6F22\r\n2; \"x\" "
      "y;\xC2\xA0z\n3;4\n";
  for (std::size_t n = 0; n <= text.size(); ++n) {
    const Read r = read(text.substr(0, n));
    for (const auto& row : grid(r.table)) EXPECT_EQ(row.size(), r.table.columns());
  }
}

TEST(CsvRobustness, AnyBytesAreRead) {
  constexpr std::string_view alphabet = "a,;\t\"\"\n\r \xC2\xA0\xC3\xA9\0x";
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    Rng rng(seed);
    std::string text;
    for (std::uint64_t n = rng.below(40); n > 0; --n)
      text += alphabet[static_cast<std::size_t>(rng.below(alphabet.size()))];
    const Read r = read(text);
    ASSERT_EQ(r.table.rows() * r.table.columns(), r.table.cells.size()) << "seed " << seed;
    ASSERT_EQ(text::first_invalid_utf8(text).has_value(),
              !r.diagnostics.all().empty() && r.diagnostics.all()[0].code == "not-utf8")
        << "seed " << seed;
  }
}

TEST(CsvRobustness, QuotesWithoutEndStayLinear) {
  // Twenty million bytes of what costs most a byte; quadratic work would not end.
  std::string text = "a,b\n\"";
  text.append(20'000'000, '"');
  CsvLimits limits;
  limits.field_bytes = std::size_t{1} << 30U;
  EXPECT_EQ(read(text + "\"\n", limits).table.cell(0, 0).text.size(), 10'000'000U);
}

std::string written(const Grid& rows, char delimiter = ',') {
  std::string out;
  CsvWriter writer(out, delimiter);
  for (const auto& row : rows) {
    for (const auto& cell : row) writer.cell(cell);
    writer.end_row();
  }
  return out;
}

TEST(CsvWriter, QuotesOnlyWhereNeeded) {
  EXPECT_EQ(written({{"a", "b"}, {"x y", "it's"}, {"", "~1;2"}, {"=1+1", "a\tb"}}),
            "a,b\nx y,it's\n,~1;2\n=1+1,a\tb\n");
  EXPECT_EQ(written({{"a"}, {"x,y"}, {"q\"r"}, {"l\nm"}, {"l\rm"}, {" n"}, {"o\t"}, {"\xC2\xA0p"}}),
            "a\n\"x,y\"\n\"q\"\"r\"\n\"l\nm\"\n\"l\rm\"\n\" n\"\n\"o\t\"\n\"\xC2\xA0p\"\n");
  EXPECT_EQ(written({{"a", "b"}, {"x,y", "x\ty"}}, '\t'), "a\tb\nx,y\t\"x\ty\"\n");
}

TEST(CsvWriter, TheFirstRowTellsTheDelimiter) {
  EXPECT_EQ(written({{"a;b;c", "d\te",
                      "\xEF\xBB\xBF"
                      "f"},
                     {"a;b", "c", ""}}),
            "\"a;b;c\",\"d\te\",\"\xEF\xBB\xBF"
            "f\"\na;b,c,\n");
}

TEST(CsvWriter, AnEmptyCellAloneIsNoEmptyLine) {
  EXPECT_EQ(written({{"a"}, {""}, {"x"}}), "a\n\"\"\nx\n");
  EXPECT_EQ(written({{"a", "b"}, {"", ""}}), "a,b\n,\n");
}

TEST(CsvWriter, ATableWithoutColumnsIsNothing) { EXPECT_EQ(write_csv(RawTable{}), ""); }

TEST(TextScan, MalformedUtf8IsFoundWhereTheSlowTwinFindsIt) {
  // Every sequence of up to three bytes of a set that has all classes of bytes, far from and near
  // the end of the text.
  constexpr std::string_view bytes =
      "\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xED\xEF\xF0\xF1\xF4\xF5\xFF";
  for (const char a : bytes)
    for (const char b : bytes)
      for (const char c : bytes)
        for (const std::string& tail : {""s, "\x80"s, "\x80\x80"s, "\xBF" + std::string(40, 'x')}) {
          const std::string text = std::string{'a', a, b, c} + tail;
          ASSERT_EQ(find_malformed_utf8(text), text::first_invalid_utf8(text));
        }
}

TEST(TextScan, MalformedUtf8IsFoundAtAnyOffset) {
  for (std::size_t n = 0; n < 100; ++n) {
    std::string text(100, 'x');
    EXPECT_EQ(find_malformed_utf8(text), std::nullopt);
    text[n] = '\xE9';
    EXPECT_EQ(find_malformed_utf8(text), n);
  }
}

TEST(TextScan, SpotsInGrowingOrderEqualSpotsFromTheStart) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Rng rng(seed);
    const std::string text = "x" + nasty_text(rng, 60);
    SpotCounter spots(text);
    const char* passed = text.data();
    for (std::size_t offset = 0; offset < text.size(); offset += 1 + rng.below(7)) {
      if (offset > 0 && text[offset - 1] == '\r' && text[offset] == '\n') continue;
      spots.pass(passed, text.data() + offset);
      passed = text.data() + offset;
      ASSERT_EQ(spots.at(passed), spot_of(text, offset)) << "seed " << seed << " at " << offset;
    }
  }
}

}  // namespace
}  // namespace coopnet::io
