#include "coopnet/io/json_writer.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "coopnet/core/errors.hpp"
#include "coopnet/io/json_reader.hpp"
#include "io/io_testing.hpp"

namespace coopnet::io {
namespace {

TEST(JsonWriter, LayoutIsStable) {
  JsonWriter json;
  json.begin_object();
  json.key("a").integer(-1).key("list").begin_array(true).string("x").unsigned_integer(2);
  json.null().end_array();
  json.key("rows").begin_array().begin_object().key("t").boolean(true).end_object();
  json.begin_array(true).boolean(false).end_array().end_array();
  json.key("none").begin_object().end_object().key("empty").begin_array().end_array();
  json.end_object();
  EXPECT_EQ(json.finish(),
            "{\n"
            "  \"a\": -1,\n"
            "  \"list\": [\"x\", 2, null],\n"
            "  \"rows\": [\n"
            "    {\n"
            "      \"t\": true\n"
            "    },\n"
            "    [false]\n"
            "  ],\n"
            "  \"none\": {},\n"
            "  \"empty\": []\n"
            "}\n");
}

std::string one(double value) {
  JsonWriter json;
  json.number(value);
  return json.finish();
}

TEST(JsonWriter, NumbersHaveTenDigits) {
  EXPECT_EQ(one(0.1), "0.1\n");
  EXPECT_EQ(one(1.0 / 3.0), "0.3333333333\n");
  EXPECT_EQ(one(-2.0), "-2\n");
  EXPECT_EQ(one(-0.0), "0\n");
  EXPECT_EQ(one(1e300), "1e+300\n");
  EXPECT_EQ(one(std::numeric_limits<double>::quiet_NaN()), "null\n");
  EXPECT_EQ(one(std::numeric_limits<double>::infinity()), "null\n");
  EXPECT_EQ(one(-std::numeric_limits<double>::infinity()), "null\n");
}

TEST(JsonWriter, WholeNumbersAreExact) {
  JsonWriter json;
  json.begin_array(true).integer(std::numeric_limits<std::int64_t>::min());
  json.unsigned_integer(std::numeric_limits<std::uint64_t>::max());
  json.number_as_written("-1.50E+03").end_array();
  EXPECT_EQ(json.finish(), "[-9223372036854775808, 18446744073709551615, -1.50E+03]\n");
}

TEST(JsonWriter, TextIsEscapedForHtmlToo) {
  JsonWriter json;
  json.begin_object();
  json.key("<\u2028>").string("</script>\u2029\"\\\n\x01\x7F\u6F22\u00A0 \u2027\xE2\x80\xAA<<");
  json.end_object();
  EXPECT_EQ(json.finish(),
            "{\n  \"\\u003C\\u2028>\": \"\\u003C/script>\\u2029\\\"\\\\\\n\\u0001\x7F\u6F22\u00A0 "
            "\u2027\xE2\x80\xAA\\u003C\\u003C\"\n}\n");
}

TEST(JsonWriter, RawValuesStandAsTheyAre) {
  JsonWriter inner;
  inner.begin_array(true).integer(1).integer(2).end_array();
  JsonWriter json;
  json.begin_object().key("a").raw(inner.finish()).key("b").raw("{\"<\":1}").end_object();
  EXPECT_EQ(json.finish(), "{\n  \"a\": [1, 2],\n  \"b\": {\"\\u003C\":1}\n}\n");
}

TEST(JsonWriter, CallsThatMakeNoJsonAreRefused) {
  const auto refused = [](auto calls) {
    JsonWriter json;
    EXPECT_THROW(calls(json), PreconditionError);
  };
  refused([](JsonWriter& j) { static_cast<void>(j.finish()); });
  refused([](JsonWriter& j) { j.key("a"); });
  refused([](JsonWriter& j) { j.end_array(); });
  refused([](JsonWriter& j) { j.integer(1).integer(2); });
  refused([](JsonWriter& j) { j.begin_object().string("a"); });
  refused([](JsonWriter& j) { j.begin_object().begin_array(); });
  refused([](JsonWriter& j) { j.begin_object().key("a").key("b"); });
  refused([](JsonWriter& j) { j.begin_object().key("a").end_object(); });
  refused([](JsonWriter& j) { j.begin_object().end_array(); });
  refused([](JsonWriter& j) { j.begin_array().key("a"); });
  refused([](JsonWriter& j) { j.begin_array().end_object(); });
  refused([](JsonWriter& j) { static_cast<void>(j.begin_array().finish()); });
  refused([](JsonWriter& j) { j.string("\xC3"); });
  refused([](JsonWriter& j) { j.begin_object().key("\xFF"); });
  refused([](JsonWriter& j) { j.raw("  "); });
  for (const auto* digits : {"", "-", "01", "1.", ".5", "1e", "+1", "NaN", "1 ", "0x1", "1,2"})
    refused([&](JsonWriter& j) { j.number_as_written(digits); });
  JsonWriter json;
  json.null();
  EXPECT_EQ(json.finish(), "null\n");
  EXPECT_THROW(static_cast<void>(json.finish()), PreconditionError);
}

bool is_list(std::string_view table, std::string_view column) {
  return table == "t" && column.starts_with("c") && column != "c0";
}

RawDataset read(const std::string& text, Diagnostics& diagnostics) {
  return read_json_dataset(text, "d.json", diagnostics);
}

TEST(WriteJsonDataset, LeavesOutEmptyCellsButNamesAllColumnsOnce) {
  RawDataset data;
  data.tables.push_back(table_of(
      "t",
      {{"c0", "c1", "c2"}, {"", "", ""}, {"a;b", "", "x;y"}, {"", "p", ""}, {"q", "; ;", "r; s"}}));
  data.tables.push_back(table_of("empty", {{"c0"}}));
  const std::string text = write_json_dataset(data, is_list);
  EXPECT_EQ(text,
            "{\n"
            "  \"format\": \"coopnet-dataset\",\n"
            "  \"schema_version\": 1,\n"
            "  \"t\": [\n"
            "    {\n"
            "      \"c0\": \"a;b\",\n"
            "      \"c1\": null,\n"
            "      \"c2\": [\"x\", \"y\"]\n"
            "    },\n"
            "    {\n"
            "      \"c1\": [\"p\"]\n"
            "    },\n"
            "    {\n"
            "      \"c0\": \"q\",\n"
            "      \"c1\": \"; ;\",\n"
            "      \"c2\": \"r; s\"\n"
            "    }\n"
            "  ],\n"
            "  \"empty\": []\n"
            "}\n");
}

TEST(WriteJsonDataset, DescriptionComesBackAsItWas) {
  const std::string description =
      "{\n"
      "  \"title\": \"T\",\n"
      "  \"sources\": [\n"
      "    {\n"
      "      \"n\": 1.50,\n"
      "      \"ok\": false,\n"
      "      \"none\": null\n"
      "    }\n"
      "  ]\n"
      "}\n";
  Diagnostics diagnostics;
  JsonWriter json;
  json.value(parse_json(description, "d.json", diagnostics));
  EXPECT_EQ(json.finish(), description);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(WriteJsonDataset, WhatIsWrittenIsRead) {
  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    Rng rng(seed);
    RawDataset data;
    Grid rows = nasty_grid(rng);
    if (rows.size() == 1) rows.push_back(std::vector<std::string>(rows[0].size(), "x"));
    data.tables.push_back(table_of("t", rows));
    data.tables.push_back(table_of("u", rows));
    const std::string text = write_json_dataset(data, is_list);
    Diagnostics diagnostics;
    const RawDataset back = read(text, diagnostics);
    expect_findings(diagnostics, {}, "d.json");
    ASSERT_EQ(back.tables.size(), 2U);
    ASSERT_EQ(grid(back.tables[0]), rows) << "seed " << seed << '\n' << text;
    ASSERT_EQ(grid(back.tables[1]), rows) << "seed " << seed << '\n' << text;
    ASSERT_EQ(write_json_dataset(back, is_list), text) << "seed " << seed;
  }
}

TEST(WriteJsonDataset, TreesDeeperThanAnyReaderAcceptsAreRefused) {
  RawValue deep;
  for (int i = 0; i < 2'000; ++i) {
    RawValue outer;
    outer.kind = RawValue::Kind::array;
    outer.items.push_back(std::move(deep));
    deep = std::move(outer);
  }
  JsonWriter json;
  EXPECT_THROW(json.value(deep), PreconditionError);
}

}  // namespace
}  // namespace coopnet::io
