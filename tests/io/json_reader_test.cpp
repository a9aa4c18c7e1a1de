#include "coopnet/io/json_reader.hpp"

#include <gtest/gtest.h>

#include "io/io_testing.hpp"

namespace coopnet::io {
namespace {

using namespace std::string_literals;

struct Tree {
  RawValue value;
  Diagnostics diagnostics;
};

Tree parse(std::string_view text, const JsonLimits& limits = {}) {
  Tree out;
  out.value = parse_json(text, "d.json", out.diagnostics, limits);
  return out;
}

struct Read {
  RawDataset dataset;
  Diagnostics diagnostics;
};

Read read(std::string text, const JsonLimits& limits = {}) {
  Read out;
  out.dataset = read_json_dataset(std::move(text), "d.json", out.diagnostics, limits);
  return out;
}

void expect_parse_error(std::string_view text, const Expected& e, const JsonLimits& limits = {}) {
  const Tree t = parse(text, limits);
  expect_findings(t.diagnostics, {e}, "d.json");
  EXPECT_EQ(t.value.kind, RawValue::Kind::null) << text;
}

void expect_spot(const RawCell& cell, std::uint32_t line, std::uint32_t column) {
  EXPECT_EQ(cell.line, line) << cell.text;
  EXPECT_EQ(cell.column, column) << cell.text;
}

TEST(ParseJson, KeepsEverythingAsWrittenAndInOrder) {
  const Tree t = parse(
      "{\"title\": \"\\u00e9\\n\",\n \"n\": [ -0.50e+1, 12345678901234567890],"
      "\n\"\xC3\xA9\": {\"t\": true, \"f\": false, \"z\": null}, \"e\": []}");
  expect_findings(t.diagnostics, {}, "d.json");
  ASSERT_EQ(t.value.kind, RawValue::Kind::object);
  ASSERT_EQ(t.value.members.size(), 4U);
  EXPECT_EQ(t.value.members[0].key, "title");
  EXPECT_EQ(member(t.value, "title").text, "\xC3\xA9\n");
  const RawValue& numbers = member(t.value, "n");
  ASSERT_EQ(numbers.items.size(), 2U);
  EXPECT_EQ(numbers.items[0].kind, RawValue::Kind::number);
  EXPECT_EQ(numbers.items[0].text, "-0.50e+1");
  EXPECT_EQ(numbers.items[1].text, "12345678901234567890");
  const RawValue& words = member(t.value, "\xC3\xA9");
  EXPECT_EQ(member(words, "t").text, "true");
  EXPECT_EQ(member(words, "f").text, "false");
  EXPECT_EQ(member(words, "f").kind, RawValue::Kind::boolean);
  EXPECT_EQ(member(words, "z").kind, RawValue::Kind::null);
  EXPECT_TRUE(member(t.value, "e").items.empty());
  EXPECT_EQ(t.value.find("none"), nullptr);
}

TEST(ParseJson, PlacesAreThoseOfTheFirstCharacter) {
  const Tree t = parse(
      "\xEF\xBB\xBF{\"\xC3\xA9\xC3\xA9\": \"a\\\"b\\\\\", \"n\":-1.5,\n"
      "  \"l\": [true, null , false,\r\n {\"\\u0041\": 0}]}");
  expect_findings(t.diagnostics, {}, "d.json");
  const auto at = [](const RawValue& v) { return std::pair(v.line, v.column); };
  using P = std::pair<std::uint32_t, std::uint32_t>;
  EXPECT_EQ(at(t.value), P(1, 1));
  EXPECT_EQ(at(member(t.value, "\xC3\xA9\xC3\xA9")), P(1, 8));
  EXPECT_EQ(at(member(t.value, "n")), P(1, 22));
  const RawValue& list = member(t.value, "l");
  EXPECT_EQ(at(list), P(2, 8));
  EXPECT_EQ(at(list.items[0]), P(2, 9));
  EXPECT_EQ(at(list.items[1]), P(2, 15));
  EXPECT_EQ(at(list.items[2]), P(2, 22));
  EXPECT_EQ(at(list.items[3]), P(3, 2));
  EXPECT_EQ(at(member(list.items[3], "A")), P(3, 13));
}

TEST(ParseJson, SyntaxErrorsHavePlaceAndReason) {
  expect_parse_error("", error("json-syntax", 1, 1, "", {"The document is empty."}));
  expect_parse_error("{\"a\": tru}", error("json-syntax", 1, 10, "", {"Invalid value."}));
  expect_parse_error("{\n \"\xC3\xA9\": 1,, }",
                     error("json-syntax", 2, 9, "", {"Missing a name for object member."}));
  expect_parse_error("{\"a\" 1}", error("json-syntax", 1, 6, "",
                                        {"Missing a colon after a name of object member."}));
  expect_parse_error("{\"a\": 1", error("json-syntax", 1, 8, "",
                                        {"Missing a comma or '}' after an object member."}));
  expect_parse_error("{\"a\": [1 2]}", error("json-syntax", 1, 10, "",
                                             {"Missing a comma or ']' after an array element."}));
  expect_parse_error("{\"a\": [1,]}", error("json-syntax", 1, 10, "", {"Invalid value."}));
  expect_parse_error("{\"a\": 1,}",
                     error("json-syntax", 1, 9, "", {"Missing a name for object member."}));
  expect_parse_error("{\"a\": \"x", error("json-syntax", 1, 9, "",
                                          {"Missing a closing quotation mark in string."}));
  expect_parse_error("{\"a\": \"x\ny\"}",
                     error("json-syntax", 1, 9, "", {"Invalid escape character in string."}));
  expect_parse_error("{\"a\": \"\\q\"}",
                     error("json-syntax", 1, 8, "", {"Invalid escape character in string."}));
  expect_parse_error(
      "{\"a\": \"\\u12G4\"}",
      error("json-syntax", 1, 8, "", {"Incorrect hex digit after \\u escape in string."}));
  expect_parse_error("{\"a\": 1.}",
                     error("json-syntax", 1, 9, "", {"Miss fraction part in number."}));
  expect_parse_error("{\"a\": 1e}", error("json-syntax", 1, 9, "", {"Miss exponent in number."}));
  expect_parse_error("{\"a\": 1e999}",
                     error("json-syntax", 1, 7, "", {"Number too big to be stored in double."}));
  for (const auto* word : {"NaN", "Infinity", "+1", "'a'", "// c\n1"})
    EXPECT_EQ(parse("{\"a\": "s + word + "}").diagnostics.all().at(0).code, "json-syntax") << word;
}

TEST(ParseJson, LoneSurrogatesAreRefused) {
  const std::vector<std::string> reason{"The surrogate pair in string is invalid."};
  expect_parse_error("{\"a\":\n \"x\\ud83c\"}", error("json-syntax", 2, 4, "", reason));
  expect_parse_error("{\"a\":\n \"x\\udc00\"}", error("json-syntax", 2, 2, "", reason));
  expect_parse_error("{\"\\udfff\": 1}", error("json-syntax", 1, 2, "", reason));
  EXPECT_EQ(member(parse("{\"a\": \"\\ud83c\\udf0d\"}").value, "a").text, "\U0001F30D");
}

TEST(ParseJson, NothingMayFollowTheValue) {
  expect_parse_error("{}\n  x y", error("json-trailing", 2, 3, "x y"));
  expect_parse_error("{} {}", error("json-trailing", 1, 4, "{}"));
  expect_parse_error("{}\n\0garbage"s, error("json-trailing", 2, 1));
  // Of a long text the beginning is shown, cut between characters.
  std::string shown = "x";
  for (int i = 0; i < 78; ++i) shown += "\u00E9";
  expect_parse_error("{} " + shown + "\u00E9\u00E9\u00E9",
                     error("json-trailing", 1, 4, shown + "\u2026"));
  EXPECT_EQ(parse("{} \n\r\t ").value.kind, RawValue::Kind::object);
}

TEST(ParseJson, BytesOfValueZeroAreRefused) {
  expect_parse_error("{\"a\":\n\"x\0y\"}"s, error("nul-byte", 2, 3));
  expect_parse_error("{\0}"s, error("nul-byte", 1, 2));
}

TEST(ParseJson, OtherEncodingsAreRefused) {
  expect_parse_error("{\"a\":\n\"\xC3\xA9 C\xF4te\"}",
                     error("not-utf8", 2, 5, "", {"0xF4", "ISO-8859-1"}));
  expect_parse_error("\xFF\xFE{\0}\0"s, error("not-utf8", 1, 1, "", {"0xFF", "UTF-16LE"}));
  // Overlong, and a surrogate in bytes.
  expect_parse_error("{\"a\": \"\xC0\xAF\"}", error("not-utf8", 1, 8, "", {"0xC0", "ISO-8859-1"}));
  EXPECT_EQ(parse("{\"a\": \"\xED\xB0\x80\"}").diagnostics.all().at(0).code, "not-utf8");
}

TEST(ParseJson, OnlyAnObjectDescribesADataset) {
  expect_parse_error(" []", error("json-not-object", 1, 2));
  expect_parse_error("\n12", error("json-not-object", 2, 1));
  expect_parse_error("\"x\"", error("json-not-object", 1, 1));
  expect_parse_error("null", error("json-not-object", 1, 1));
}

TEST(ParseJson, DuplicateKeysAreReportedAndLeftOut) {
  const Tree t = parse(
      "{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": {\"c\": 1, \"c\": [{\"d\": 0, \"d\": 1}]}},"
      "\n \"a\": [{\"x\": 1, \"x\": 2}], \"\\u0061\": 3, \"d\": 4}");
  expect_findings(t.diagnostics,
                  {error("json-duplicate-key", 2, 16, "c"), error("json-duplicate-key", 3, 2, "a"),
                   error("json-duplicate-key", 3, 27, "a")},
                  "d.json");
  ASSERT_EQ(t.value.members.size(), 3U);
  EXPECT_EQ(member(t.value, "a").text, "1");
  EXPECT_EQ(member(member(t.value, "b"), "c").text, "1");
  EXPECT_EQ(member(t.value, "d").text, "4");
}

TEST(ParseJson, DepthIsLimited) {
  const auto nested = [](std::size_t n) {
    return "{\"a\":" + std::string(n - 1, '[') + std::string(n - 1, ']') + "}";
  };
  EXPECT_EQ(parse(nested(64)).value.kind, RawValue::Kind::object);
  expect_parse_error(nested(65), error("json-depth", 1, 69, "", {"64"}));
  JsonLimits limits;
  limits.depth = 2;
  expect_parse_error("{\"a\":\n[1,\n{}]}", error("json-depth", 3, 1, "", {"2"}), limits);
}

TEST(ParseJson, FiveMillionBracketsEndAtOnce) {
  const std::string brackets(5'000'000, '[');
  expect_parse_error(brackets, error("json-not-object", 1, 1));
  expect_parse_error("{\"a\":" + brackets, error("json-depth", 1, 69, "", {"64"}));
  std::string objects;
  for (int i = 0; i < 1'000'000; ++i) objects += "{\"\":";
  expect_parse_error(objects, error("json-depth", 1, 257, "", {"64"}));
}

TEST(ParseJson, SizeIsLimited) {
  JsonLimits limits;
  limits.values = 4;
  EXPECT_EQ(parse("{\"a\": [1, 2]}", limits).value.kind, RawValue::Kind::object);
  expect_parse_error("{\"a\": [1, 2,\n3]}", error("json-too-many-values", 2, 1, "", {"4"}), limits);
  limits = {};
  limits.tables.field_bytes = 3;
  expect_parse_error("{\"a\":\n \"1234\"}", error("field-too-long", 2, 2, "1234", {"3"}), limits);
  expect_parse_error("{\"abcd\": 1}", error("field-too-long", 1, 2, "abcd", {"3"}), limits);
}

TEST(ReadJsonDataset, ReadsTablesAndDescription) {
  const Read r = read(
      "{\"format\": \"coopnet-dataset\", \"schema_version\": 1, \"content_hash\": \"ab\",\n"
      " \"dataset\": {\"title\": \"T\", \"sources\": [{\"id\": \"s\"}]},\n"
      " \"actors\": [\n"
      "  {\"id\": \"KEN\", \" Name \": \"Kenya\", \"champion\": true},\n"
      "  {\"name\": \"C\xC3\xB4te\", \"id\": \"CIV\", \"since\": 2020, \"champion\": false},\n"
      "  {\"id\": \"MAR\", \"regions\": [\"arab\", \"africa\", 7, null, true, \"\"], \"since\": "
      "null}],\n"
      " \"Pledges\": []}\n");
  expect_findings(r.diagnostics, {}, "d.json");
  EXPECT_EQ(member(r.dataset.description, "title").text, "T");
  EXPECT_EQ(member(member(r.dataset.description, "sources").items.at(0), "id").text, "s");
  EXPECT_EQ(r.dataset.description_file, "d.json");
  ASSERT_EQ(r.dataset.tables.size(), 2U);
  const RawTable& actors = r.dataset.tables[0];
  EXPECT_EQ(actors.name, "actors");
  EXPECT_EQ(actors.file, "d.json");
  EXPECT_EQ(grid(actors), (Grid{{"id", "name", "champion", "since", "regions"},
                                {"KEN", "Kenya", "yes", "", ""},
                                {"CIV", "C\xC3\xB4te", "no", "2020", ""},
                                {"MAR", "", "", "", "arab;africa;7;yes"}}));
  expect_spot(actors.header[1], 4, 17);
  expect_spot(actors.header[3], 5, 33);
  expect_spot(actors.cell(0, 1), 4, 27);
  expect_spot(actors.cell(0, 2), 4, 48);
  expect_spot(actors.cell(0, 3), 4, 3);  // not there: the row
  expect_spot(actors.cell(1, 3), 5, 42);
  expect_spot(actors.cell(2, 4), 6, 28);
  expect_spot(actors.cell(2, 3), 6, 76);
  EXPECT_EQ(r.dataset.tables[1].name, "pledges");
  EXPECT_EQ(r.dataset.tables[1].columns(), 0U);
  EXPECT_EQ(r.dataset.tables[1].rows(), 0U);
}

TEST(ReadJsonDataset, NumbersStayAsWritten) {
  const Read r = read(
      "{\"t\": [{\"a\": -0, \"b\": 1.50, \"c\": 123456789012345678901234567890, "
      "\"d\": 1E-400, \"e\": 0.1e2}]}");
  expect_findings(r.diagnostics, {}, "d.json");
  EXPECT_EQ(grid(r.dataset.tables[0])[1],
            (std::vector<std::string>{"-0", "1.50", "123456789012345678901234567890", "1E-400",
                                      "0.1e2"}));
}

TEST(ReadJsonDataset, RowsWithoutTextAreSkipped) {
  const Read r = read("{\"t\": [{}, {\"a\": null, \"b\": \"\"}, {\"c\": []}, {\"b\": \"x\"}]}");
  expect_findings(r.diagnostics, {}, "d.json");
  EXPECT_EQ(grid(r.dataset.tables[0]), (Grid{{"a", "b", "c"}, {"", "x", ""}}));
}

TEST(ReadJsonDataset, AnEmptyDatasetIsNoError) {
  const Read r = read("{}");
  expect_findings(r.diagnostics, {}, "d.json");
  EXPECT_TRUE(r.dataset.tables.empty());
  EXPECT_EQ(r.dataset.description.kind, RawValue::Kind::null);
  EXPECT_EQ(r.dataset.description_file, "");
  expect_findings(read("{\"dataset\": null}").diagnostics, {}, "d.json");
}

TEST(ReadJsonDataset, WhatIsNoDatasetIsReported) {
  const auto expect_finding = [](const std::string& text, const Expected& e) {
    expect_findings(read(text).diagnostics, {e}, "d.json");
  };
  expect_finding(" [{\"a\": 1}]", error("json-not-object", 1, 2));
  expect_finding("\n7", error("json-not-object", 2, 1));
  expect_finding("{\"format\":\n \"geojson\"}", error("json-format", 2, 2, "geojson"));
  expect_finding("{\"format\": []}", error("json-format", 1, 12));
  expect_finding("{\"schema_version\": 2}", error("json-schema-version", 1, 20, "2"));
  expect_finding("{\"schema_version\": {}}", error("json-schema-version", 1, 20));
  expect_finding("{\"dataset\": []}", error("json-dataset-not-object", 1, 13));
  expect_finding("{\"dataset\": 5}", error("json-dataset-not-object", 1, 13, "5"));
  expect_finding("{\"t\": [1]}", error("json-row-not-object", 1, 8, "1"));
  expect_finding("{\"t\": [\n [{\"a\": 1}]]}", error("json-row-not-object", 2, 2));
  expect_finding("{\"a\": 1, \"title\": \"x\"}"s.substr(0, 7) + "}",
                 warning("json-unknown-member", 1, 2, "a"));
  expect_finding("{\n \"other\": {\"t\": [1, {\"t\": 1, \"t\": 2}]}}",
                 warning("json-unknown-member", 2, 2, "other"));
  expect_finding("{\"content_hash\": [{}]}", warning("json-unknown-member", 1, 2, "content_hash"));
  expect_finding("{\"\": []}", error("json-empty-key", 1, 2));
  expect_finding("{\"t\": [{\" \": 1}]}", error("json-empty-key", 1, 9));
  expect_finding("{\"t\": [{\"a\": \"x\\u0000\"}]}", error("nul-byte", 1, 14));
  expect_finding("{\"t\\u0000\": []}", error("nul-byte", 1, 2));
  expect_finding("{\"t\": [{\"a\\u0000\": 1}]}", error("nul-byte", 1, 9));
}

TEST(ReadJsonDataset, DuplicateKeysAreReported) {
  const Read r = read(
      "{\"t\": [{\"a\": 1, \"b\": 2, \"A \": [3]},\n{\"b\": 4, \"b\": 5, \"a\": 6}],\n"
      " \"T\": [{\"a\": 7}], \"format\": \"coopnet-dataset\", \"format\": {}}");
  expect_findings(
      r.diagnostics,
      {error("json-duplicate-key", 1, 25, "A "), error("json-duplicate-key", 2, 10, "b"),
       error("json-duplicate-key", 3, 2, "T"), error("json-duplicate-key", 3, 48, "format")},
      "d.json");
  ASSERT_EQ(r.dataset.tables.size(), 1U);
  EXPECT_EQ(grid(r.dataset.tables[0]), (Grid{{"a", "b"}, {"1", "2"}, {"6", "4"}}));
}

TEST(ReadJsonDataset, ValuesMayNotBeNestedDeeper) {
  const Read r = read(
      "{\"t\": [{\"a\": {\"x\": [1]}, \"b\": 2},\n"
      " {\"a\": [\"p\", [1, [2]], {\"q\": 1}, \"r\"], \"b\": 3}]}");
  expect_findings(r.diagnostics,
                  {error("json-too-deep-value", 1, 14), error("json-too-deep-value", 2, 14),
                   error("json-too-deep-value", 2, 24)},
                  "d.json");
  EXPECT_EQ(grid(r.dataset.tables[0]), (Grid{{"a", "b"}, {"", "2"}, {"p;r", "3"}}));
}

TEST(ReadJsonDataset, ItemsMayNotHoldTheSeparator) {
  const Read r = read("{\"t\": [{\"a\":\n [\"p\", \"q;r\"], \"b\": \"s;t\"}]}");
  expect_findings(r.diagnostics, {error("json-list-separator", 2, 8, "q;r")}, "d.json");
}

TEST(ReadJsonDataset, SyntaxErrorsKeepWhatWasRead) {
  const Read r = read("{\"t\": [{\"a\": 1},\n {\"a\": 2} {]}");
  expect_findings(
      r.diagnostics,
      {error("json-syntax", 2, 11, "", {"Missing a comma or ']' after an array element."})},
      "d.json");
  EXPECT_EQ(grid(r.dataset.tables.at(0)), (Grid{{"a"}, {"1"}, {"2"}}));
}

TEST(ReadJsonDataset, DepthIsLimitedEverywhere) {
  const std::string brackets(5'000'000, '[');
  expect_findings(read(brackets).diagnostics, {error("json-not-object", 1, 1)}, "d.json");
  expect_findings(read("{\"dataset\":{\"a\":" + brackets).diagnostics,
                  {error("json-depth", 1, 79, "", {"64"})}, "d.json");
  const Read r = read("{\"t\": [{\"a\": " + brackets);
  EXPECT_EQ(r.diagnostics.all().back().code, "json-depth");
  EXPECT_EQ(r.diagnostics.errors(), 2U);
}

TEST(ReadJsonDataset, LimitsAreKept) {
  JsonLimits limits;
  limits.tables.rows = 2;
  Read r =
      read("{\"t\": [{\"a\": 1}, {}, {\"a\": 2},\n {\"a\": 3}, {\"a\": 4}], \"u\": [{\"a\": 5}]}",
           limits);
  expect_findings(r.diagnostics, {error("too-many-rows", 2, 2, "", {"2"})}, "d.json");
  EXPECT_EQ(r.dataset.tables[0].rows(), 2U);
  EXPECT_EQ(r.dataset.tables[1].rows(), 1U);

  limits = {};
  limits.tables.columns = 2;
  r = read("{\"t\": [{\"a\": 1, \"b\": 2, \"c\": 3}]}", limits);
  expect_findings(r.diagnostics, {error("too-many-columns", 1, 25, "", {"2"})}, "d.json");
  EXPECT_EQ(grid(r.dataset.tables[0]), (Grid{{"a", "b"}, {"1", "2"}}));

  r = read("{\"t\": [], \"u\": [],\n\"v\": []}", limits);
  expect_findings(r.diagnostics, {error("too-many-tables", 2, 1, "", {"2"})}, "d.json");

  limits = {};
  limits.tables.cells = 5;
  r = read("{\"t\": [{\"a\": 1}, {\"b\": 2},\n{\"a\": 3}]}", limits);
  expect_findings(r.diagnostics, {error("too-many-cells", 2, 1, "", {"5"})}, "d.json");
  EXPECT_EQ(grid(r.dataset.tables[0]), (Grid{{"a", "b"}, {"1", ""}, {"", "2"}}));

  r = read("{\"t\": [{\"a\": 1, \"b\": 1, \"c\": 1}, {\"a\": 1, \"b\": 1, \"c\": 1}]}", limits);
  expect_findings(r.diagnostics, {error("too-many-cells", 1, 34, "", {"5"})}, "d.json");
  EXPECT_EQ(r.dataset.tables[0].rows(), 1U);

  limits = {};
  limits.tables.field_bytes = 3;
  r = read("{\"t\": [{\"a\": \"1234\", \"b\": [12, 34], \"c\": 567}]}", limits);
  expect_findings(r.diagnostics,
                  {error("field-too-long", 1, 14, "1234", {"3"}),
                   error("field-too-long", 1, 27, "12;34", {"3"})},
                  "d.json");
  EXPECT_EQ(grid(r.dataset.tables[0]), (Grid{{"a", "b", "c"}, {"", "", "567"}}));
}

TEST(ReadJsonDataset, ManyFindingsOfOneCodeBecomeOne) {
  JsonLimits limits;
  limits.tables.findings = 3;
  const Read r = read("{\"t\": [1, 2, 3, 4, 5]}", limits);
  ASSERT_EQ(r.diagnostics.all().size(), 4U);
  EXPECT_EQ(r.diagnostics.all()[3],
            finding("d.json", error("more-of-the-same", 0, 0, "", {"json-row-not-object", "2"})));
}

TEST(ReadJsonDataset, ManyColumnsAndKeysStayLinear) {
  // Each row brings the keys in another order, so that no guess of the next column is right.
  std::string text = "{\"t\": [";
  for (int row = 0; row < 300; ++row) {
    text += row == 0 ? "{" : ",{";
    for (int c = 0; c < 1'000; ++c)
      text += (c == 0 ? "\"k" : ",\"k") + std::to_string((c * 7 + row) % 1'000) + "\":1";
    text += '}';
  }
  const Read r = read(text + "]}");
  expect_findings(r.diagnostics, {}, "d.json");
  EXPECT_EQ(r.dataset.tables[0].columns(), 1'000U);
  EXPECT_EQ(r.dataset.tables[0].rows(), 300U);
}

TEST(ReadJsonDataset, EveryRowMayBringColumnsOfItsOwn) {
  std::string text = "{\"t\": [";
  for (std::size_t i = 0; i < 1'000; ++i) {
    const std::string n = std::to_string(i);
    text += (i == 0 ? "{\"k" : ",\n{\"k") + n + "\": " + n;
    if (i > 0) text += ", \"k0\": \"x\"";
    text += '}';
  }
  const Read r = read(text + "]}");
  expect_findings(r.diagnostics, {}, "d.json");
  const RawTable& table = r.dataset.tables.at(0);
  ASSERT_EQ(table.columns(), 1'000U);
  ASSERT_EQ(table.rows(), 1'000U);
  for (std::size_t row = 0; row < 1'000; ++row)
    for (std::size_t c = 0; c < 1'000; ++c) {
      const RawCell& cell = table.cell(row, c);
      const bool own = row == c;
      ASSERT_EQ(cell.text, own ? std::to_string(c) : c == 0 ? "x" : "") << row << ' ' << c;
      ASSERT_EQ(cell.line, row + 1);
      ASSERT_TRUE(own || c == 0 || cell.column == (row == 0 ? 8U : 1U)) << row << ' ' << c;
    }
}

TEST(JsonRobustness, AnyBeginningOfAFileIsRead) {
  const std::string text =
      "\xEF\xBB\xBF{\"format\":\"coopnet-dataset\",\"schema_version\":1,\"dataset\":{\"a\":[1,{"
      "\"b\":"
      "null}]},\"t\":[{\"x\":\"\\u00e9\\ud83c\\udf0d\xC3\xA9\",\"l\":[\"p\",-1.5e3,true],\"n\":"
      "false}]}";
  for (std::size_t n = 0; n < text.size(); ++n) {
    const Read r = read(text.substr(0, n));
    EXPECT_GT(r.diagnostics.errors(), 0U) << n;
    EXPECT_EQ(parse(text.substr(0, n)).value.kind, RawValue::Kind::null) << n;
  }
  EXPECT_EQ(read(text).diagnostics.all().size(), 0U);
}

TEST(JsonRobustness, AnyTokensAreRead) {
  const std::vector<std::string> tokens{
      "{",       "}",           "[",           "]",          ":",    ",",    "\"a\"",
      "\"b\"",   "\"dataset\"", "\"t\"",       "1",          "-2.5", "true", "null",
      "\"x;y\"", "\"\"",        "\"\\udc00\"", "\"format\"", "\n",   "\xC3", "\0"s};
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    Rng rng(seed);
    std::string text = rng.below(2) == 0 ? "{\"t\":[{" : "{\"dataset\":{";
    for (std::uint64_t n = rng.below(25); n > 0; --n)
      text += tokens[static_cast<std::size_t>(rng.below(tokens.size()))];
    const Read r = read(text);
    for (const auto& table : r.dataset.tables)
      ASSERT_EQ(table.rows() * table.columns(), table.cells.size()) << "seed " << seed;
    ASSERT_EQ(r.diagnostics.errors() == 0 && !r.dataset.tables.empty(),
              r.diagnostics.errors() == 0 && text.starts_with("{\"t\""))
        << text;
    ASSERT_TRUE(parse(text).diagnostics.errors() > 0 ||
                parse(text).value.kind == RawValue::Kind::object);
  }
}

}  // namespace
}  // namespace coopnet::io
