#include "coopnet/model/cover_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coopnet/io/csv.hpp"

namespace {

using namespace coopnet;
using testing::ElementsAre;
using testing::Pair;

struct Read {
  CoverTable table;
  Diagnostics findings;
};

Read read(const std::string& csv) {
  Read out;
  const auto raw = io::read_csv(csv, "c.csv", "flat", {}, out.findings);
  out.table = read_cover_table(raw, out.findings);
  return out;
}

TEST(CoverTable, IdsAscendAndNumbersAreNumbers) {
  const auto r = read("Element,Set,remark\n10,B,x\n9,B,\n10,A,\n10,B,again\n");
  EXPECT_EQ(r.findings.all().size(), 0U);
  EXPECT_THAT(r.table.sets, ElementsAre("A", "B"));
  EXPECT_THAT(r.table.elements, ElementsAre("9", "10"));
  EXPECT_THAT(r.table.members, ElementsAre(Pair(0, 1), Pair(1, 0), Pair(1, 1)));
  EXPECT_EQ(r.table.repeated, 1U);
}

TEST(CoverTable, TheOrderOfRowsDoesNotMatter) {
  const auto one = read("set,element\nA,1\nA,2\nB,2\n");
  const auto other = read("set,element\nB,2\nA,2\nA,1\n");
  EXPECT_EQ(one.table, other.table);
  EXPECT_EQ(content_hash(one.table), content_hash(other.table));
  EXPECT_NE(content_hash(one.table), content_hash(read("set,element\nA,1\nA,2\nB,1\n").table));
  EXPECT_NE(content_hash(one.table), content_hash(read("set,element\nA,1\nA,2\nC,2\n").table));
}

TEST(CoverTable, FaultsHaveTheirPlace) {
  const auto r = read("set,element\nA,1\n,2\nB,\n");
  ASSERT_EQ(r.findings.all().size(), 2U);
  EXPECT_EQ(r.findings.all()[0].code, "missing-value");
  EXPECT_EQ(r.findings.all()[0].where, (Place{"c.csv", 3, 1}));
  EXPECT_EQ(r.findings.all()[1].where, (Place{"c.csv", 4, 3}));
  EXPECT_EQ(read("set,member\nA,1\n").findings.all()[0].code, "missing-column");
}

TEST(CoverTable, IsToldFromAListOfPledges) {
  Diagnostics findings;
  EXPECT_TRUE(is_cover_table(io::read_csv("Set,x,element\n", "c.csv", "flat", {}, findings)));
  EXPECT_FALSE(is_cover_table(io::read_csv("id,actors,element\n", "c.csv", "flat", {}, findings)));
}

}  // namespace
