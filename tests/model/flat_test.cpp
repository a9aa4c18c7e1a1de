#include <gmock/gmock.h>

#include "coopnet/core/rng.hpp"
#include "support/datasets.hpp"

namespace coopnet {
namespace {

using support::build_flat;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string pledges =
    "pledge_id,actor,region,objective,status\n"
    "A01,XAA,North,1,in progress\n"
    "A02,XAA,North,2,fulfilled\n"
    "A03,XBB,South,2,planning\n"
    "A04,XBB;XCC,South;East,8,\n";

TEST(Flat, ActorsAndRegionsComeFromTheColumns) {
  Diagnostics findings;
  const auto data = build_flat(pledges, findings);
  EXPECT_TRUE(findings.all().empty()) << testing::PrintToString(support::codes(findings));
  EXPECT_EQ(data.actors.size(), 3U);
  EXPECT_EQ(data.pledges.size(), 4U);
  EXPECT_EQ(data.pledges.rows[1].status.value, Status::completed);
  const auto scheme = std::string(data.primary_scheme());
  EXPECT_EQ(scheme, "region");
  const auto east = data.regions_of(*data.actors.find("XCC"), scheme);
  ASSERT_EQ(east.size(), 1U);
  EXPECT_EQ(data.regions[east.front()].label.en, "East");
}

TEST(Flat, FiveWaysToWriteItAreOneDataset) {
  Diagnostics findings;
  const auto hash = content_hash(build_flat(pledges, findings));
  std::string semicolons = pledges;
  std::replace(semicolons.begin(), semicolons.end(), ',', '\t');
  std::string crlf, quoted = "\"";
  for (const char c : pledges) {
    if (c == '\n') {
      crlf += "\r\n";
      quoted += "\"\n\"";
    } else {
      crlf += c;
      quoted += c == ',' ? std::string("\",\"") : std::string(1, c);
    }
  }
  quoted.pop_back();
  std::string spaced = pledges;
  spaced.replace(spaced.find("region"), 6, "region ");
  for (const auto& variant : {"\xEF\xBB\xBF" + pledges, semicolons, crlf, quoted, spaced})
    EXPECT_EQ(content_hash(build_flat(variant, findings)), hash) << variant;
  EXPECT_EQ(findings.errors(), 0U);
}

TEST(Flat, AFrameworkSaysWhichObjectivesThereAre) {
  Diagnostics findings;
  auto framework = support::raw_dataset(
      {{"tags", "facet,key,label\nobjective,1,Data\nobjective,2,Drivers\n"},
       {"regions", "id,scheme\nafrica,review_region\n"},
       {"actors", "id,name,kind,regions\nXAA,Alpha,state,africa\nXZZ,Unused,state,\n"}},
      findings);
  framework.description = support::description();
  const auto flat = support::table("flat", pledges, findings);
  const auto data = build_dataset(unfold_flat(flat, &framework, findings), findings);
  const auto* found = support::find(findings, "unknown-tag");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->value, "8");
  EXPECT_EQ(found->where, (Place{"flat.csv", 5, 24}));
  EXPECT_EQ(data.actors[*data.actors.find("XAA")].name.en, "Alpha");
  EXPECT_FALSE(data.actors.find("XZZ"));
  EXPECT_EQ(data.info.title, "");
}

const std::string events =
    "event_id,date,title,organizers,closed,source\n"
    "E1,2024-07-03/2024-07-04,Review,IOM;ESCWA,0,calendar\n"
    "E2,2024-09,Submission,IOM,1,calendar\n"
    "E1,2024-07-02/2024-07-03,Review,IOM;ESCWA,0,running text\n";

TEST(Flat, AnEventOfTwoSourcesGivesClaimsThatDisagree) {
  Diagnostics findings;
  const auto data = build_flat(events, findings);
  EXPECT_EQ(data.events.size(), 2U);
  EXPECT_EQ(data.events.rows[0].date.text, "2024-07-03/2024-07-04") << "the fuller source is kept";
  EXPECT_EQ(data.claims.size(), 2U);
  const auto* found = support::find(findings, "claims-disagree");
  ASSERT_NE(found, nullptr);
  EXPECT_THAT(found->args, Contains("calendar"));
  EXPECT_THAT(found->args, Contains("running text"));
  EXPECT_EQ(findings.all().size(), 1U);
}

TEST(Flat, ARepeatedPledgeIsAnError) {
  Diagnostics findings;
  build_flat(pledges + "A01,XCC,East,3,\n", findings);
  const auto* found = support::find(findings, "repeated-id");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->where, (Place{"flat.csv", 6, 1}));
  EXPECT_THAT(found->args, ElementsAre("2"));
}

}  // namespace
}  // namespace coopnet
