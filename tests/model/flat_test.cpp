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

const std::string exchanges =
    "from,to,region_from,region_to,year,source\n"
    "XAA,XBB,North,South,2023,page 1\n"
    "XBB,XAA,South,North,,\n"
    "XAA,XCC,North,East,2024,\n";

/// "shared > learned year" of each agreement, by id.
std::vector<std::string> who_learned(const Dataset& data) {
  std::vector<std::string> out;
  for (const auto& agreement : data.agreements) {
    EXPECT_EQ(agreement.kind, AgreementKind::peer_exchange);
    std::string shared, learned;
    for (const auto& party : data.parties)
      if (data.agreements[party.agreement].id == agreement.id)
        (party.role == PartyRole::shared ? shared : learned) += data.actors[party.actor].id;
    out.push_back(shared + " > " + learned + " " + agreement.year.text);
  }
  return out;
}

TEST(Flat, ExchangesAreAgreementsOfTwo) {
  Diagnostics findings;
  const auto data = build_flat(exchanges, findings);
  EXPECT_TRUE(findings.all().empty()) << testing::PrintToString(support::codes(findings));
  EXPECT_THAT(who_learned(data), ElementsAre("XAA > XBB 2023", "XAA > XCC 2024", "XBB > XAA "));
  EXPECT_EQ(data.parties.size(), 6U);
  EXPECT_TRUE(data.pledges.empty());
  EXPECT_EQ(data.actors.size(), 3U);
  EXPECT_EQ(data.agreements.rows[0].source, "page 1");
  const auto scheme = std::string(data.primary_scheme());
  const auto label = [&](const char* actor) {
    const auto regions = data.regions_of(*data.actors.find(actor), scheme);
    return regions.size() == 1 ? data.regions[regions.front()].label.en : std::string();
  };
  EXPECT_EQ(label("XAA"), "North");
  EXPECT_EQ(label("XCC"), "East");
}

TEST(Flat, ExchangesWithoutRegionsOrWithOtherNamesForThem) {
  Diagnostics findings;
  const auto bare = build_flat("from,to\nXAA,XBB\n", findings);
  EXPECT_TRUE(findings.all().empty()) << testing::PrintToString(support::codes(findings));
  EXPECT_THAT(who_learned(bare), ElementsAre("XAA > XBB "));
  EXPECT_TRUE(bare.regions.empty());
  EXPECT_EQ(bare.primary_scheme(), "");
  const auto named =
      build_flat("To,FROM,to region,From-Region\nXBB,XAA,South;East,North\n", findings);
  EXPECT_EQ(named.regions.size(), 3U);
  EXPECT_EQ(named.regions_of(*named.actors.find("XBB"), "region").size(), 2U);
  EXPECT_EQ(findings.errors(), 0U);
}

TEST(Flat, TheSameExchangeTwiceIsTwoRows) {
  Diagnostics findings;
  const auto data = build_flat(
      "from,to,year\nXAA,XBB,2023\nXAA,XBB,2024\nXAA,XBB-2,2025\nXAA-XBB,XCC,\n"
      "XAA,XBB-XCC,\n",
      findings);
  EXPECT_EQ(findings.errors(), 0U) << testing::PrintToString(support::codes(findings));
  EXPECT_EQ(data.agreements.size(), 5U);
  EXPECT_THAT(who_learned(data),
              testing::UnorderedElementsAre("XAA > XBB 2023", "XAA > XBB 2024", "XAA > XBB-2 2025",
                                            "XAA-XBB > XCC ", "XAA > XBB-XCC "));
}

TEST(Flat, TheOrderOfExchangesMeansNothing) {
  Diagnostics findings;
  const std::string rows[] = {"XAA,XBB,2023\n", "XAA,XBB,2024\n", "XBB,XAA,2022\n"};
  const std::string header = "from,to,year\n";
  EXPECT_EQ(content_hash(build_flat(header + rows[0] + rows[1] + rows[2], findings)),
            content_hash(build_flat(header + rows[2] + rows[1] + rows[0], findings)));
}

TEST(Flat, AnExchangeWithoutAnEndIsAnError) {
  for (const auto* row : {"XAA,\n", ",XBB\n"}) {
    Diagnostics findings;
    build_flat(std::string("from,to\nXCC,XDD\n") + row, findings);
    EXPECT_GT(findings.errors(), 0U) << row;
    ASSERT_FALSE(findings.all().empty());
    EXPECT_EQ(findings.all().front().where.line, 3U);
  }
}

TEST(Flat, ATableWithActorsIsNoTableOfExchanges) {
  Diagnostics findings;
  const auto data = build_flat("pledge_id,actor,objective,from,to\nP1,XAA,1,a,b\n", findings);
  EXPECT_EQ(findings.errors(), 0U);
  EXPECT_EQ(data.pledges.size(), 1U);
  EXPECT_TRUE(data.agreements.empty());
}

TEST(Flat, ActorsOfExchangesComeFromTheFramework) {
  Diagnostics findings;
  auto framework = support::raw_dataset(
      {{"regions", "id,scheme\nafrica,review_region\n"},
       {"actors", "id,name,kind,regions\nXAA,Alpha,state,africa\nXZZ,Unused,state,\n"}},
      findings);
  framework.description = support::description();
  const auto flat = support::table("flat", "from,to\nXAA,XBB\n", findings);
  const auto data = build_dataset(unfold_flat(flat, &framework, findings), findings);
  EXPECT_EQ(findings.errors(), 0U) << testing::PrintToString(support::codes(findings));
  EXPECT_EQ(data.actors[*data.actors.find("XAA")].name.en, "Alpha");
  EXPECT_EQ(data.actors.size(), 2U);
  EXPECT_EQ(data.regions_of(*data.actors.find("XAA"), "review_region").size(), 1U);
}

}  // namespace
}  // namespace coopnet
