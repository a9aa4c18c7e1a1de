#include "coopnet/model/check.hpp"

#include <gmock/gmock.h>

#include "support/datasets.hpp"

namespace coopnet {
namespace {

using support::build;
using support::codes;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

const support::NamedTables clean{
    {"tags", "facet,key\nobjective,1\nobjective,2\n"},
    {"actors", "id,name,parent\nXAA,Alpha,\nXBB,Beta,\nXCC,Gamma,\n"},
    {"forums", "id,name,may_join\nf1,One,XAA;XBB\n"},
    {"memberships", "forum,actor,role,as_of\nf1,XAA,member,2020\nf1,XBB,chair,\n"},
    {"pledges", "id,title,actors,objectives,year\nP1,One,XAA,1,2022\nP2,Two,XAA;XBB,2,2022\n"},
    {"agreements", "id,kind\na1,mou\n"},
    {"parties", "agreement,actor\na1,XAA\na1,XBB\n"},
    {"events", "id,date,feeds_into,source\nE1,2024-01,E2,page\nE2,2024-02,,page\n"},
};

/// The codes found after one table was replaced or added.
std::vector<std::string> codes_with(const std::string& name, const std::string& csv) {
  auto tables = clean;
  const auto it =
      std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.first == name; });
  if (it == tables.end())
    tables.emplace_back(name, csv);
  else
    it->second = csv;
  Diagnostics findings;
  build(tables, findings);
  return codes(findings);
}

TEST(Check, IsSilentOnACleanDataset) {
  Diagnostics findings;
  build(clean, findings);
  EXPECT_TRUE(findings.all().empty()) << testing::PrintToString(codes(findings));
}

TEST(Check, ClaimsThatDisagreeWithEachOther) {
  Diagnostics findings;
  auto tables = clean;
  tables.emplace_back("claims",
                      "subject,field,value,source\nevent/E1,date,2024-01,letter\n"
                      "event/E1,date,2024-03,minutes\n");
  build(tables, findings);
  ASSERT_THAT(codes(findings), ElementsAre("claims-disagree"));
  EXPECT_THAT(findings.all()[0].args,
              ElementsAre("event/E1", "2024-01", "letter", "2024-03", "minutes"));
}

TEST(Check, AClaimThatDiffersFromItsRow) {
  EXPECT_THAT(codes_with("claims", "subject,field,value\nevent/E1,date,2024-05\n"),
              ElementsAre("claim-differs-from-row"));
  EXPECT_THAT(codes_with("claims", "subject,field,value\nevent/E1,date,2024-01\n"), ElementsAre());
  EXPECT_THAT(codes_with("claims", "subject,field,value\nevent/E9,date,2024-01\n"),
              ElementsAre("claim-subject-unknown"));
}

TEST(Check, TwoRowsThatLookLikeOnePledge) {
  EXPECT_THAT(codes_with("pledges", "id,title,actors\nP1,Data for ALL,XAA\nP2,data for all,XBB\n"),
              ElementsAre("looks-like-one-pledge"));
  EXPECT_THAT(codes_with("pledges",
                         "id,title,actors,objectives,year\nP1,Ours,XAA;XBB,1,2022\n"
                         "P2,Our joint one,XBB;XCC,1,2022\n"),
              ElementsAre("looks-like-one-pledge"));
  EXPECT_THAT(codes_with("pledges",
                         "id,title,actors,objectives,year\nP1,Ours,XAA;XBB,1,2022\n"
                         "P2,Our joint one,XBB;XCC,1,2023\n"),
              ElementsAre());
}

TEST(Check, APledgeThatAnswersOneNotRecorded) {
  EXPECT_THAT(codes_with("pledges", "id,actors,answers\nP1,XAA,P7\nP2,XBB,P1\n"),
              ElementsAre("answers-not-recorded"));
}

TEST(Check, AMemberOutsideWhoMayJoin) {
  EXPECT_THAT(codes_with("memberships", "forum,actor,role\nf1,XCC,member\nf1,XCC,chair\n"),
              ElementsAre("outside-may-join"));
}

TEST(Check, MembershipsGivenTwice) {
  EXPECT_THAT(codes_with("memberships", "forum,actor,role\nf1,XAA,member\nf1,XAA,member\n"),
              ElementsAre("member-twice"));
  EXPECT_THAT(codes_with("memberships", "forum,actor,role\nf1,XAA,observer\nf1,XAA,member\n"),
              ElementsAre("member-twice"));
}

TEST(Check, AnAgreementNeedsTwoParties) {
  EXPECT_THAT(codes_with("parties", "agreement,actor\na1,XAA\n"),
              ElementsAre("agreement-one-party"));
}

TEST(Check, CyclesAreNamed) {
  EXPECT_THAT(codes_with("actors", "id,parent\nXAA,XBB\nXBB,XCC\nXCC,XAA\n"),
              ElementsAre("cycle-in-parents"));
  Diagnostics findings;
  auto tables = clean;
  tables[7].second = "id,date,feeds_into\nE1,2024,E2\nE2,2024,E3\nE3,2024,E1\n";
  build(tables, findings);
  ASSERT_THAT(codes(findings), ElementsAre("cycle-in-events"));
  EXPECT_THAT(findings.all()[0].args, ElementsAre("E1 > E2 > E3 > E1"));
}

TEST(Check, ALongChainOfEventsNeedsNoStack) {
  std::string csv = "id,feeds_into\n";
  for (int i = 0; i < 50'000; ++i)
    csv += "E" + std::to_string(i) + ",E" + std::to_string(i + 1) + "\n";
  csv += "E50000,\n";
  EXPECT_THAT(codes_with("events", csv), ElementsAre());
}

}  // namespace
}  // namespace coopnet
