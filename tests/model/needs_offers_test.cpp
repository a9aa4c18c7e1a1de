#include "coopnet/model/needs_offers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coopnet/io/csv.hpp"

namespace {

using namespace coopnet;
using testing::ElementsAre;

struct Read {
  NeedsOffers table;
  Diagnostics findings;
};

Read read(const std::string& csv, std::string_view fit = "fit") {
  Read out;
  const auto raw = io::read_csv(csv, "n.csv", "flat", {}, out.findings);
  out.table = read_needs_offers(raw, fit, out.findings);
  return out;
}

TEST(NeedsOffers, PartiesByIdAndFitsByPair) {
  const auto r = read(
      "Need,Offer,Offer capacity,fit\n"
      "N10,O2,2,5\n"
      "N9,O10,3,7\n"
      "N9,O2,,1\n");
  EXPECT_EQ(r.findings.all().size(), 0U);
  EXPECT_THAT(r.table.offers,
              ElementsAre(NeedsOffers::Party{"O2", 2}, NeedsOffers::Party{"O10", 3}));
  EXPECT_THAT(r.table.needs,
              ElementsAre(NeedsOffers::Party{"N9", 1}, NeedsOffers::Party{"N10", 1}));
  EXPECT_THAT(r.table.fits, ElementsAre(NeedsOffers::Fit{0, 0, 1}, NeedsOffers::Fit{0, 1, 5},
                                        NeedsOffers::Fit{1, 0, 7}));
  EXPECT_EQ(r.table.fit_unit, 1);
}

TEST(NeedsOffers, DecimalsShareOneUnit) {
  const auto r = read("offer,need,worth\nA,X,0.5\nA,Y,2\nB,X,-0.125\n", "Worth");
  EXPECT_EQ(r.findings.all().size(), 0U);
  EXPECT_EQ(r.table.fit_unit, 1000);
  EXPECT_THAT(r.table.fits, ElementsAre(NeedsOffers::Fit{0, 0, 500}, NeedsOffers::Fit{0, 1, 2000},
                                        NeedsOffers::Fit{1, 0, -125}));
}

struct Fault {
  const char* csv;
  const char* code;
  Place where;
  std::vector<std::string> args;
};

class NeedsFaults : public testing::TestWithParam<Fault> {};

TEST_P(NeedsFaults, AreReportedWithTheirPlace) {
  const auto r = read(GetParam().csv);
  ASSERT_EQ(r.findings.all().size(), 1U);
  const auto& found = r.findings.all().front();
  EXPECT_EQ(found.code, GetParam().code);
  EXPECT_EQ(found.where, GetParam().where);
  EXPECT_EQ(found.args, GetParam().args);
}

INSTANTIATE_TEST_SUITE_P(
    OfOneCell, NeedsFaults,
    testing::Values(
        Fault{"offer,need\nA,X\n", "missing-column", {"n.csv", 1, 0}, {"flat"}},
        Fault{"offer,need,fit\n,X,1\n", "missing-value", {"n.csv", 2, 1}, {"flat"}},
        Fault{"offer,need,fit\nA,X,\n", "missing-value", {"n.csv", 2, 5}, {"flat"}},
        Fault{"offer,need,fit\nA,X,high\n", "bad-fit", {"n.csv", 2, 5}, {}},
        Fault{"offer,need,fit\nA,X,\"0,5\"\n", "bad-fit", {"n.csv", 2, 5}, {}},
        Fault{"offer,need,fit\nA,X,1e3\n", "bad-fit", {"n.csv", 2, 5}, {}},
        Fault{"offer,need,fit\nA,X,0.1234567\n", "bad-fit", {"n.csv", 2, 5}, {}},
        Fault{"offer,need,fit\nA,X,9999999999999\n", "bad-fit", {"n.csv", 2, 5}, {}},
        Fault{"offer,need,fit,need_capacity\nA,X,1,-1\n", "bad-capacity", {"n.csv", 2, 7}, {}},
        Fault{"offer,need,fit,need_capacity\nA,X,1,1000001\n", "bad-capacity", {"n.csv", 2, 7}, {}},
        Fault{"offer,need,fit,need_capacity\nA,X,1,2\nB,X,1,3\n",
              "capacities-disagree",
              {"n.csv", 3, 7},
              {"X", "2"}},
        Fault{"offer,need,fit\nA,X,1\nA,X,2\n", "repeated-fit", {"n.csv", 3, 5}, {"A", "X", "2"}}));

}  // namespace
