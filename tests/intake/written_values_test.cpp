#include "coopnet/intake/written_values.hpp"

#include <gtest/gtest.h>

#include "coopnet/intake/column_map.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/load.hpp"
#include "intake/header_line.hpp"
#include "intake/json_rows.hpp"

namespace coopnet::intake {
namespace {

/// The framework of the real case.
const Dataset& gcm() {
  static const Dataset data = io::load_dataset(std::string(COOPNET_DATASETS) + "/gcm").data;
  return data;
}

TEST(WrittenDate, FormsOfRegisters) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"2024", "2024"},
      {"2024-05", "2024-05"},
      {"2024-H2", "2024-H2"},
      {"31/12/2024", "2024-12-31"},
      {"12/31/2024", "2024-12-31"},
      {"31.12.2024", "2024-12-31"},
      {"5/5/2024", "2024-05-05"},
      {"2024/05/31", "2024-05-31"},
      {"05/2024", "2024-05"},
      {"March 2024", "2024-03"},
      {"mars 2024", "2024-03"},
      {"5 mai 2024", "2024-05-05"},
      {"1er août 2024", "2024-08-01"},
      {"31 de diciembre de 2024", "2024-12-31"},
      {"May 3rd, 2024", "2024-05-03"},
      {"مارس 2024", "2024-03"},
      {"كانون الأول 2024", "2024-12"},
      {"2019-2021", "2019/2021"},
      {"2019 – 2021", "2019/2021"},
      {"2024-05-31T10:00:00Z", "2024-05-31"},
      {"2024-05-31 14:30", "2024-05-31"},
      {"  2024 ", "2024"},
  };
  for (const auto& [written, expected] : cases)
    EXPECT_EQ(written_date(written), expected) << written;
}

TEST(WrittenDate, NothingIsGuessed) {
  for (const char* written :
       {"", "n/a", "soon", "45351", "03/04/2024", "31/31/2024", "2024-13", "99", "3.4.24",
        "2021-2019", "May", "2024 or 2025", "1st half of 2024", "99999999999999999999"})
    EXPECT_EQ(written_date(written), std::nullopt) << written;
}

TEST(WrittenDate, OrderOfDayAndMonth) {
  EXPECT_TRUE(depends_on_date_order("03/04/2024"));
  EXPECT_FALSE(depends_on_date_order("31/12/2024"));
  EXPECT_EQ(written_date("03/04/2024", DateOrder::day_first), "2024-04-03");
  EXPECT_EQ(written_date("03/04/2024", DateOrder::month_first), "2024-03-04");
}

TEST(WrittenNumber, PointAndComma) {
  EXPECT_EQ(written_number("0.5", false), "0.5");
  EXPECT_EQ(written_number("-12", false), "-12");
  EXPECT_EQ(written_number("0,5", true), "0.5");
  EXPECT_EQ(written_number("1.234,5", true), "1234.5");
  EXPECT_EQ(written_number("1.234.567,5", true), "1234567.5");
  for (const char* written : {"0,5", "1,234", "1,234.5", "", "x", "1.2.3", "1.", "--1"})
    EXPECT_EQ(written_number(written, false), std::nullopt) << written;
  for (const char* written : {"1.234", "12.34,5", "1,2,3", "5,"})
    EXPECT_EQ(written_number(written, true), std::nullopt) << written;
}

TEST(WrittenMark, TicksAndTheirContrary) {
  for (const char* yes : {"x", "X", "✓", "1", "Yes", "oui", "SÍ", "true", "نعم"})
    EXPECT_EQ(written_mark(yes), true) << yes;
  for (const char* no : {"", "0", "no", "Non", "-", "n/a"})
    EXPECT_EQ(written_mark(no), false) << no;
  EXPECT_EQ(written_mark("partly"), std::nullopt);
}

/// "5;~7;?24" for a cell: "?" before what is not known.
std::string keys(const TagReader& reader, std::string_view cell, std::string_view separators = {}) {
  std::string out;
  for (const auto& item : reader.read(cell, separators).items)
    out += (out.empty() ? "" : ";") + std::string(item.known ? "" : "?") +
           (item.stated ? "" : "~") + item.key;
  return out;
}

TEST(TagReader, CodesAndLabels) {
  const auto& data = gcm();
  const TagReader reader(data, data.info.primary_facet);
  const std::vector<std::pair<const char*, const char*>> cases{
      {"5", "5"},
      {"05", "5"},
      {"5; 7;16", "5;7;16"},
      {"5, 7 and 16", "5;7;16"},
      {"5 et 7", "5;7"},
      {"5 y 7", "5;7"},
      {"1,2,8", "1;2;8"},
      {"Objective 5", "5"},
      {"Objective 5: Enhance availability and flexibility of pathways, for all", "5"},
      {"Objective 5: Enhance a, b and c, Objective 7: Address d", "5;7"},
      {"Objectives 1, 2 and 8", "1;2;8"},
      {"Objectif n° 16", "16"},
      {"Objetivo 23", "23"},
      {"الهدف 8", "8"},
      {"GCM objective 21 - Return", "21"},
      {"5. Pathways\n7. Vulnerabilities", "5;7"},
      {"(8) Saving lives | (12) Screening", "8;12"},
      {"~5;16", "~5;16"},
      {"Migration data and evidence", "1"},
      {"8 Saving lives and missing migrants", "8"},
      {"24", "?24"},
      {"Objective 99: Unheard of", "?Objective 99: Unheard of"},
      {"3 workshops", "?3 workshops"},
      {"5b", "?5b"},
      {"5.7", "?5.7"},
      {"health", "?health"},
      {"5 and health", "5;?health"},
      {"", ""},
      {" ; , ", "?,"},
  };
  for (const auto& [written, expected] : cases)
    EXPECT_EQ(keys(reader, written), expected) << written;
  EXPECT_EQ(keys(reader, "5/7", "/"), "5;7");
}

TEST(TagReader, RangesAreRefused) {
  const auto& data = gcm();
  const TagReader reader(data, data.info.primary_facet);
  for (const char* range : {"3-7", "3 – 7", "3 to 7"}) {
    EXPECT_TRUE(reader.read(range).is_range) << range;
    EXPECT_FALSE(reader.read(range).items.front().known) << range;
  }
}

TEST(TagReader, HeadersThatNameATag) {
  const auto& data = gcm();
  const TagReader reader(data, data.info.primary_facet);
  EXPECT_EQ(reader.tag_of_header("Objective 8"), "8");
  EXPECT_EQ(reader.tag_of_header("Obj. 08 - Saving lives"), "8");
  EXPECT_EQ(reader.tag_of_header("8"), "8");
  EXPECT_EQ(reader.tag_of_header("Remarks"), std::nullopt);
}

TEST(HeaderLine, TitleLinesAboveATable) {
  const std::string text =
      "Register of pledges;;;\nUpdated;May 2024;;\n\nTitle;Who;Objectives;Status\na;KEN;5;done\n";
  const auto header = find_header_line(text, std::nullopt);
  EXPECT_EQ(header.line, 4U);
  EXPECT_EQ(text.substr(header.offset, 5), "Title");
  EXPECT_EQ(header.above,
            (std::vector<std::string>{"Register of pledges;;;", "Updated;May 2024;;"}));
}

TEST(HeaderLine, FirstLineOtherwise) {
  EXPECT_EQ(find_header_line("a,b\n1,2\n", std::nullopt).line, 1U);
  EXPECT_EQ(find_header_line("one column\nx\n", std::nullopt).line, 1U);
  EXPECT_EQ(find_header_line("", std::nullopt).line, 1U);
  EXPECT_EQ(find_header_line("\"a\nb\",c\n1,2\n", std::nullopt).line, 1U);
  EXPECT_EQ(header_at("a,b\nc,d\ne,f\n", 3).offset, 8U);
}

std::string cells_of(const RawTable& table) { return io::write_csv(table); }

TEST(JsonRows, ShapesOfRegisters) {
  const auto read = [](std::string text, bool lines = false) {
    Diagnostics findings;
    std::string out;
    for (const auto& table : read_json_rows(std::move(text), "f.json", "f", lines, findings))
      out += "[" + table.name + "]\n" + cells_of(table);
    for (const auto& d : findings.all()) out += d.code;
    return out;
  };
  EXPECT_EQ(read(R"([{"a":1,"b":true},{"b":false,"c":"x"}])"), "[f]\na,b,c\n1,yes,\n,no,x\n");
  EXPECT_EQ(read(R"({"meta":{"n":1},"data":[{"a":{"x":1,"y":null},"l":["p","q"]}]})"),
            "[data]\na.x,a.y,l\n1,,\"p\nq\"\n");
  EXPECT_EQ(read(R"({"KEN":{"n":"Kenya"},"MAR":{"n":"Morocco"},"PRT":{"n":"Portugal"}})"),
            "[f]\nkey,n\nKEN,Kenya\nMAR,Morocco\nPRT,Portugal\n");
  EXPECT_EQ(read(R"([{"who":[{"id":1,"n":"a"},{"id":2,"n":"b"}]}])"),
            "[f]\nwho.id,who.n\n\"1\n2\",\"a\nb\"\n");
  EXPECT_EQ(read("{\"a\":1}\n\n{\"a\":2}\n", true), "[f]\na\n1\n2\n");
  EXPECT_EQ(read("[1,2]"), "json-no-rows");
  EXPECT_EQ(read("{\"a\":"), "json-syntax");
}

TEST(ColumnMap, InlineWithAndWithoutQuotes) {
  const auto map =
      parse_inline_map("title=Pledge name, in full,actors=\"Who (entity)\",leave_out=E-mail");
  ASSERT_TRUE(map);
  ASSERT_EQ(map->columns.size(), 3U);
  EXPECT_EQ(map->columns[0].field, "title");
  EXPECT_EQ(map->columns[0].column, "Pledge name, in full");
  EXPECT_EQ(map->columns[1].column, "Who (entity)");
  EXPECT_EQ(map->columns[2].read_as, ReadAs::leave_out);
  for (const char* wrong : {"", "title", "=x", "title=", "Title Name=x"})
    EXPECT_FALSE(parse_inline_map(wrong)) << wrong;
}

TEST(ColumnMap, TableThereAndBack) {
  Diagnostics findings;
  const auto table = io::read_csv(
      "field,column,read_as,separator,value,means\n"
      "objectives,Objectives,tags,\",\",,\nstatus,,,,Under way,in_progress\n"
      "x,y,guess,,,\n,,,,,\n,,,;,,\n",
      "map.csv", "map", {}, findings);
  const auto map = parse_column_map(table, findings);
  ASSERT_EQ(map.columns.size(), 1U);
  EXPECT_EQ(map.columns[0].separators, ",");
  ASSERT_EQ(map.words.size(), 1U);
  EXPECT_EQ(map.words[0].means, "in_progress");
  ASSERT_EQ(findings.errors(), 2U);
  EXPECT_EQ(findings.all()[0].code, "unknown-word");
  EXPECT_EQ(findings.all()[1].code, "map-row-unclear");
  Diagnostics none;
  EXPECT_EQ(cells_of(write_column_map(parse_column_map(write_column_map(map), none))),
            cells_of(write_column_map(map)));
}

}  // namespace
}  // namespace coopnet::intake
