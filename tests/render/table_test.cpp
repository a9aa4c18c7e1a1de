#include "coopnet/render/table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "coopnet/core/text.hpp"
#include "coopnet/io/json_writer.hpp"

namespace {

using namespace coopnet;  // NOLINT(google-build-using-namespace)
using render::Cell;
using render::ColumnType;
using render::Importance;
using render::List;
using render::Ratio;
using render::Table;
using render::Unknown;
using testing::HasSubstr;
using testing::Not;

Table pairs() {
  Table table;
  table.caption = "Strongest pairs";
  table.columns = {{.key = "score", .title = "score", .type = ColumnType::number},
                   {.key = "pledge", .title = "pledge"},
                   {.key = "shared", .title = "shared", .type = ColumnType::list, .marked = true}};
  table.add({0.5, "KEN plan", List{{"16", false}, {"health", true}}});
  table.add({Ratio{1, 3}, "Bristol", List{}});
  table.notes = {"~ inferred."};
  return table;
}

Table one_column(Cell cell, ColumnType type = ColumnType::text) {
  Table table;
  table.columns = {{.key = "x", .title = "x", .type = type, .marked = true}};
  table.add({std::move(cell)});
  return table;
}

std::string json_of(const Table& table) {
  io::JsonWriter json;
  write_json(json, table);
  return json.finish();
}

TEST(TableText, NumbersStandRightAndTextsLeft) {
  EXPECT_EQ(to_text(pairs()),
            "Strongest pairs\n"
            "\n"
            "score  pledge    shared\n"
            " 0.50  KEN plan  ~16, health\n"
            " 0.33  Bristol   none\n"
            "\n"
            "~ inferred.\n");
}

TEST(TableText, WithoutHeaderTheTitlesTakeNoRoom) {
  EXPECT_THAT(to_text(pairs(), {.header = false}), HasSubstr("\n\n0.50  KEN plan  ~16, health\n"));
}

TEST(TableText, ColourMakesTitlesBoldAndChangesNothingElse) {
  const auto coloured = to_text(pairs(), {.colour = true});
  EXPECT_THAT(coloured, HasSubstr("\x1b[1mStrongest pairs\x1b[0m\n"));
  EXPECT_THAT(coloured, HasSubstr("\x1b[1mscore\x1b[0m  \x1b[1mpledge\x1b[0m    \x1b[1mshared"));
  std::string plain = coloured;
  for (const std::string code : {"\x1b[1m", "\x1b[0m"})
    for (auto at = plain.find(code); at != std::string::npos; at = plain.find(code))
      plain.erase(at, code.size());
  EXPECT_EQ(plain, to_text(pairs()));
}

TEST(TableText, WideCharactersTakeTwoColumnsAndMarksNone) {
  Table table;
  table.columns = {{.key = "name", .title = "name"},
                   {.key = "n", .title = "n", .type = ColumnType::integer}};
  table.add({"日本", 1});
  table.add({"Cote", 2});
  table.add({"Co\u0302te", 30});
  EXPECT_EQ(to_text(table),
            "name   n\n"
            "日本   1\n"
            "Cote   2\n"
            "Co\u0302te  30\n");
}

TEST(TableText, RightToLeftTextIsIsolatedAndCountsItsLetters) {
  Table table;
  table.columns = {{.key = "name", .title = "name"},
                   {.key = "n", .title = "n", .type = ColumnType::integer}};
  table.add({"المغرب", 12});
  EXPECT_EQ(to_text(table),
            "name     n\n"
            "\u2068المغرب\u2069  12\n");
}

TEST(TableText, ControlCharactersAreShownNotObeyed) {
  const auto text = to_text(one_column("a\x1b[31mb\nc\u202e"));
  EXPECT_EQ(text, "x\na\\u{1b}[31mb c\\u{202e}\n");
  Table table = pairs();
  table.caption = "\x07";
  table.notes = {"\x1b"};
  table.columns[1].title = "p\x1b";
  EXPECT_THAT(to_text(table), Not(HasSubstr("\x1b")));
  EXPECT_THAT(to_text(table), Not(HasSubstr("\x07")));
}

TEST(TableText, UnknownIsAWordAndNumbersThatAreNoneAreUnknown) {
  EXPECT_EQ(to_text(one_column(Unknown{})), "x\nunknown\n");
  for (const double odd : {std::nan(""), std::numeric_limits<double>::infinity()})
    EXPECT_EQ(to_text(one_column(odd, ColumnType::number)), "      x\nunknown\n");
  EXPECT_EQ(to_text(one_column(Ratio{3, 0}, ColumnType::ratio)), "      x\nunknown\n");
  EXPECT_EQ(to_text(one_column(std::optional<int>(), ColumnType::integer)), "      x\nunknown\n");
}

TEST(TableText, RatiosShowTheirDenominatorAndZeroHasNoSign) {
  EXPECT_EQ(to_text(one_column(Ratio{16, 150}, ColumnType::ratio)), "     x\n16/150\n");
  EXPECT_EQ(to_text(one_column(-0.001, ColumnType::number)), "   x\n0.00\n");
  EXPECT_EQ(to_text(one_column(-0.5, ColumnType::number)), "    x\n-0.50\n");
  EXPECT_EQ(to_text(one_column(3, ColumnType::number)), "   x\n3.00\n");
}

TEST(TableText, ATextThatDoesNotFitIsWrappedAndNumbersAreNot) {
  Table table;
  table.columns = {{.key = "n", .title = "n", .type = ColumnType::integer},
                   {.key = "what", .title = "what"}};
  table.add({1234567, "Review of the national plan for migration"});
  EXPECT_EQ(to_text(table, {.width = 30}),
            "      n  what\n"
            "1234567  Review of the\n"
            "         national plan for\n"
            "         migration\n");
  EXPECT_EQ(to_text(table, {.width = 0}),
            "      n  what\n"
            "1234567  Review of the national plan for migration\n");
}

TEST(TableText, AVeryLongTextEndsInAnEllipsisAfterThreeLines) {
  Table table;
  table.columns = {{.key = "what", .title = "what"}};
  table.add({"aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee"});
  EXPECT_EQ(to_text(table, {.width = 20}),
            "what\n"
            "aaaaaaaaa bbbbbbbbb\n"
            "ccccccccc ddddddddd\n"
            "eeeeeeeee\n");
  table.rows[0][0] = Cell("aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee fffffffff ggggg");
  EXPECT_EQ(to_text(table, {.width = 20}),
            "what\n"
            "aaaaaaaaa bbbbbbbbb\n"
            "ccccccccc ddddddddd\n"
            "eeeeeeeee fffffffff…\n");
}

TEST(TableText, ColumnsAreLeftOutByImportanceAndANoteSaysWhich) {
  Table table;
  table.columns = {
      {.key = "n", .title = "n", .type = ColumnType::integer, .importance = Importance::essential},
      {.key = "a", .title = "a"},
      {.key = "b", .title = "bee", .importance = Importance::extra}};
  table.add({100, "one two three four five", "six seven eight nine"});
  EXPECT_EQ(to_text(table, {.width = 24}),
            "  n  a\n"
            "100  one two three four\n"
            "     five\n"
            "\n"
            "1 more column in CSV and\n"
            "JSON.\n");
  EXPECT_EQ(to_text(table, {.width = 80}),
            "  n  a                        bee\n"
            "100  one two three four five  six seven eight nine\n");
}

TEST(TableText, NoLineIsLongerThanTheWidth) {
  Table table;
  table.caption = "Which pledges of one review region answer those of another one";
  table.columns = {{.key = "score",
                    .title = "score",
                    .type = ColumnType::number,
                    .importance = Importance::essential},
                   {.key = "first", .title = "first pledge", .importance = Importance::essential},
                   {.key = "second", .title = "second pledge", .importance = Importance::essential},
                   {.key = "shared", .title = "shared", .type = ColumnType::list, .marked = true},
                   {.key = "source", .title = "source", .importance = Importance::extra}};
  table.add({0.51, "KEN GCM implementation plan", "PRT Review of the national plan",
             List{{"23", false}, {"whole-of-society", true}},
             "https://example.org/a/long/address"});
  table.add({0.42, "Bristol Taskforce on migrant inclusion", "日本日本日本日本日本日本日本",
             List{{"16", false}, {"17", false}}, Unknown{}});
  table.notes = {"4 of 520 pairs across regions that share something; 83 pledges recorded here."};
  for (std::size_t width = 30; width <= 140; ++width) {
    const auto text = to_text(table, {.width = width});
    std::string_view rest = text;
    while (!rest.empty()) {
      const auto line = rest.substr(0, rest.find('\n'));
      EXPECT_LE(text::display_width(line), width) << text;
      rest.remove_prefix(line.size() + 1);
    }
    EXPECT_THAT(text, HasSubstr("0.51")) << width;
  }
}

TEST(TableText, AnEmptyTableSaysWhy) {
  Table table = pairs();
  table.rows.clear();
  table.empty_reason = "No two pledges recorded here share a tag.";
  EXPECT_EQ(to_text(table),
            "Strongest pairs\n"
            "No two pledges recorded here share a tag.\n"
            "~ inferred.\n");
}

TEST(TableCsv, KeysAsHeaderAndTenDigits) {
  EXPECT_EQ(to_csv(pairs()),
            "score,pledge,shared\n"
            "0.5,KEN plan,~16;health\n"
            "0.3333333333,Bristol,\n");
  EXPECT_EQ(to_csv(pairs(), {.delimiter = ';', .header = false}),
            "0.5;KEN plan;\"~16;health\"\n"
            "0.3333333333;Bristol;\n");
}

TEST(TableCsv, FormulasInTextsAreDisarmedAndNumbersAreNot) {
  Table table;
  table.columns = {{.key = "text", .title = "text"},
                   {.key = "list", .title = "list", .type = ColumnType::list},
                   {.key = "n", .title = "n", .type = ColumnType::integer}};
  for (const char* text : {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "a=b"})
    table.add({text, std::vector<std::string>{text, "y"}, -5});
  EXPECT_EQ(to_csv(table, {.header = false}),
            "'=1+1,\"'=1+1;y\",-5\n"  // quoted: the first line tells readers the delimiter
            "'+1,'+1;y,-5\n"
            "'-1,'-1;y,-5\n"
            "'@x,'@x;y,-5\n"
            "'\tx,'\tx;y,-5\n"
            "\"'\rx\",\"'\rx;y\",-5\n"
            "a=b,a=b;y,-5\n");
  EXPECT_THAT(to_csv(table, {.raw = true}), HasSubstr("\n=1+1,=1+1;y,-5\n"));
}

TEST(TableCsv, QuotesDelimitersAndLineEnds) {
  Table table;
  table.columns = {{.key = "a", .title = "a"}, {.key = "b", .title = "b"}};
  table.add({"x", "say \"hi\", twice\nnow"});
  EXPECT_EQ(to_csv(table), "a,b\nx,\"say \"\"hi\"\", twice\nnow\"\n");
}

TEST(TableCsv, TheMarkComesFirstAndUnknownIsEmpty) {
  Table table = one_column(Unknown{});
  table.add({std::numeric_limits<double>::quiet_NaN()});
  EXPECT_EQ(to_csv(table, {.bom = true}), "\xEF\xBB\xBFx\n\"\"\n\"\"\n");
}

TEST(TableMarkdown, GridWithAlignment) {
  EXPECT_EQ(to_markdown(pairs()),
            "**Strongest pairs**\n"
            "\n"
            "| score | pledge | shared |\n"
            "| ---: | :--- | :--- |\n"
            "| 0.50 | KEN plan | \\~16, health |\n"
            "| 0.33 | Bristol | none |\n"
            "\n"
            "\\~ inferred.\n");
}

TEST(TableMarkdown, MarkupInDataIsEscaped) {
  EXPECT_THAT(to_markdown(one_column("a|b *c* <i>[d](e) `f`_g_\n#h & \\")),
              HasSubstr("| a\\|b \\*c\\* \\<i\\>\\[d\\](e) \\`f\\`\\_g\\_ \\#h \\& \\\\ |\n"));
  Table table = pairs();
  table.notes = {"- no list", "1. no list either", "2024 is a year"};
  EXPECT_THAT(to_markdown(table),
              HasSubstr("\n\\- no list\n\n1\\. no list either\n\n2024 is a year\n"));
}

TEST(TableMarkdown, AnEmptyTableSaysWhy) {
  Table table = pairs();
  table.rows.clear();
  table.notes.clear();
  table.empty_reason = "Nothing recorded here.";
  EXPECT_EQ(to_markdown(table), "**Strongest pairs**\n\nNothing recorded here.\n");
}

TEST(TableHtml, CaptionScopesAndIsolation) {
  EXPECT_EQ(to_html_fragment(pairs()),
            "<table>\n"
            "<caption>Strongest pairs</caption>\n"
            "<thead>\n"
            "<tr><th scope=\"col\" class=\"number\">score</th><th scope=\"col\">pledge</th>"
            "<th scope=\"col\">shared</th></tr>\n"
            "</thead>\n"
            "<tbody>\n"
            "<tr><td class=\"number\">0.50</td><th scope=\"row\"><bdi>KEN plan</bdi></th>"
            "<td><abbr title=\"inferred\">~</abbr><bdi>16</bdi>, <bdi>health</bdi></td></tr>\n"
            "<tr><td class=\"number\">0.33</td><th scope=\"row\"><bdi>Bristol</bdi></th>"
            "<td>none</td></tr>\n"
            "</tbody>\n"
            "</table>\n"
            "<p>~ inferred.</p>\n");
}

TEST(TableHtml, DataIsEscapedEverywhere) {
  const std::string hostile = "<script>\"'&\x01</script>";
  Table table = one_column(hostile);
  table.caption = hostile;
  table.columns[0].title = hostile;
  table.notes = {hostile};
  const auto page = to_html_page(table);
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("\x01")));
  EXPECT_THAT(page,
              HasSubstr("<title>&lt;script&gt;&quot;&#39;&amp;\\u{1}&lt;/script&gt;</title>"));
  EXPECT_THAT(page, HasSubstr("Content-Security-Policy"));
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
}

TEST(TableHtml, UnknownIsMarkedAndEmptinessExplained) {
  EXPECT_THAT(to_html_fragment(one_column(Unknown{})), HasSubstr("<i>unknown</i>"));
  Table table = pairs();
  table.rows.clear();
  table.empty_reason = "Nothing & nobody.";
  EXPECT_THAT(to_html_fragment(table),
              HasSubstr("<tr><td colspan=\"3\">Nothing &amp; nobody.</td></tr>"));
}

TEST(TableJson, ObjectsWithStableKeys) {
  EXPECT_EQ(json_of(pairs()),
            "[\n"
            "  {\n"
            "    \"score\": 0.5,\n"
            "    \"pledge\": \"KEN plan\",\n"
            "    \"shared\": [\n"
            "      {\n"
            "        \"value\": \"16\",\n"
            "        \"stated\": false\n"
            "      },\n"
            "      {\n"
            "        \"value\": \"health\",\n"
            "        \"stated\": true\n"
            "      }\n"
            "    ]\n"
            "  },\n"
            "  {\n"
            "    \"score\": 0.3333333333,\n"
            "    \"pledge\": \"Bristol\",\n"
            "    \"shared\": []\n"
            "  }\n"
            "]\n");
}

TEST(TableJson, UnknownIsNull) {
  EXPECT_EQ(json_of(one_column(std::nan(""), ColumnType::number)),
            "[\n  {\n    \"x\": null\n  }\n]\n");
  Table table = one_column(Unknown{});
  table.columns[0].marked = false;
  table.add({"<b>"});
  EXPECT_EQ(json_of(table),
            "[\n  {\n    \"x\": null\n  },\n  {\n    \"x\": \"\\u003Cb>\"\n  }\n]\n");
}

TEST(TableCell, WholeNumbersThatDoNotFitAreRefused) {
  EXPECT_EQ(Cell(std::uint64_t{5}), Cell(5));
  EXPECT_THROW((void)Cell(std::numeric_limits<std::uint64_t>::max()), PreconditionError);
}

TEST(TableCheck, RefusesWhatDoesNotFitTogether) {
  Table table = pairs();
  EXPECT_NO_THROW(check(table));
  table.add({1.0, "too few"});
  EXPECT_THROW((void)to_text(table), PreconditionError);
  EXPECT_THROW((void)to_csv(table), PreconditionError);
  EXPECT_THROW((void)to_markdown(table), PreconditionError);
  EXPECT_THROW((void)to_html_fragment(table), PreconditionError);
  EXPECT_THROW((void)json_of(table), PreconditionError);
  table = pairs();
  table.columns[1].key = "score";
  EXPECT_THROW(check(table), PreconditionError);
  for (const char* key : {"", "Score", "1st", "a-b", "a b"}) {
    table.columns[1].key = key;
    EXPECT_THROW(check(table), PreconditionError) << key;
  }
  EXPECT_THROW(check(one_column("text", ColumnType::integer)), PreconditionError);
  EXPECT_THROW(check(one_column(1, ColumnType::text)), PreconditionError);
  EXPECT_THROW(check(one_column(1.5, ColumnType::integer)), PreconditionError);
  EXPECT_THROW(check(one_column("text", ColumnType::list)), PreconditionError);
}

TEST(TableCheck, InferredTextsNeedAMarkedColumn) {
  Table table = pairs();
  table.columns[2].marked = false;
  EXPECT_THROW(check(table), PreconditionError);
  EXPECT_EQ(to_csv(one_column(render::Item{"planned", false})), "x\n~planned\n");
}

}  // namespace
