#include "coopnet/intake/merge.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "support/datasets.hpp"

namespace coopnet::intake {
namespace {

using support::build;
using support::codes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const support::NamedTables register_tables{
    {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\n"},
    {"actors",
     "id,name,name_fr,kind,parent,aliases,source\n"
     "XAA,Alphaland,,state,,,atlas\n"
     "XBB,Betaland,,state,,,atlas\n"
     "union,Harbour Union,Union du port,network,,Dockers,web\n"
     "union-2,Harbor Union,,civil_society,union,,leaflet\n"
     "yard,Ship Yard,,other,union-2,,\n"},
    {"forums", "id,name,may_join\nf1,One,XAA;union;union-2\n"},
    {"memberships", "forum,actor,role\nf1,union,member\nf1,union-2,member\nf1,XAA,member\n"},
    {"pledges",
     "id,title,actors,kind,objectives,themes,status,scope,year,answers,summary,source,flags\n"
     "P1,Ferry passport,XAA,common,1;~2,ships,announced,~national,,P3,Short.,page-1,\n"
     "P2,Ferry passports,XBB;union-2,common,2;~3,crews,completed,national,2023,P1,Longer text.,"
     "page-2;page-1,seen\n"
     "P3,Crew card,XBB,,,,,,,P2,,page-3,\n"},
    {"practices", "id,actor,counterparts\nq1,union,union-2;XAA\nq2,XAA,union-2\n"},
    {"agreements", "id,kind\na1,mou\n"},
    {"parties", "agreement,actor\na1,union\na1,union-2\na1,XAA\n"},
    {"events", "id,organisers\ne1,union-2;f1\n"},
    {"claims",
     "subject,field,value,source\npledge/P2,year,2022,letter\nactor/union-2,level,local,x\n"},
    {"priorities", "actor,tag\nunion-2,objective:1\n"},
};

RawTable confirmed(const std::string& rows) {
  Diagnostics findings;
  auto table = support::table("duplicates", "kind,keep,drop,reason,merge\n" + rows, findings);
  EXPECT_THAT(codes(findings), IsEmpty());
  return table;
}

struct Outcome {
  Merged merged;
  Diagnostics findings;
};

Outcome outcome(const std::string& rows, const support::NamedTables& tables = register_tables) {
  Outcome out;
  const auto data = build(tables);
  out.merged = merge(data, confirmed(rows), out.findings);
  return out;
}

std::string cell(const Dataset& data, const std::string& table, const std::string& id,
                 const std::string& column) {
  const auto raw = to_raw(data);
  const RawTable& t = *raw.find(table);
  for (std::size_t c = 0; c < t.columns(); ++c)
    for (std::size_t r = 0; r < t.rows(); ++r)
      if (t.header[c].text == column && t.cell(r, 0).text == id)
        return std::string(t.cell(r, c).text);
  return "";
}

std::vector<std::string> claims(const Dataset& data) {
  std::vector<std::string> out;
  for (const auto& c : data.claims)
    out.push_back(text::join(std::vector{c.subject, c.field, c.value, c.source, c.note}, "|"));
  return out;
}

TEST(Merge, APledgeKeepsItsValuesAndTheOthersBecomeClaims) {
  const auto [merged, findings] = outcome("pledge,P1,P2,,yes\n");
  ASSERT_THAT(codes(findings), IsEmpty());
  EXPECT_EQ(merged.pledges, 1U);
  EXPECT_EQ(merged.actors, 0U);
  const auto& data = merged.data;
  ASSERT_EQ(data.pledges.size(), 2U);
  const auto p1 = [&](const char* column) { return cell(data, "pledges", "P1", column); };
  EXPECT_EQ(p1("title"), "Ferry passport");
  EXPECT_EQ(p1("actors"), "XAA;XBB;union-2");
  EXPECT_EQ(p1("objectives"), "1;2;~3") << "stated wins over inferred";
  EXPECT_EQ(p1("themes"), "crews;ships");
  EXPECT_EQ(p1("status"), "announced");
  EXPECT_EQ(p1("scope"), "national") << "the same word, stated by the other";
  EXPECT_EQ(p1("year"), "2023") << "what it lacked";
  EXPECT_EQ(p1("source"), "page-1;page-2");
  EXPECT_EQ(p1("flags"), "seen");
  EXPECT_EQ(p1("note"), "merged from P2");
  EXPECT_EQ(cell(data, "pledges", "P3", "answers"), "P1");
  EXPECT_THAT(
      claims(data),
      UnorderedElementsAre("pledge/P1|title|Ferry passports|page-2;page-1|merged from P2",
                           "pledge/P1|status|completed|page-2;page-1|merged from P2",
                           "pledge/P1|summary|Longer text.|page-2;page-1|merged from P2",
                           "pledge/P1|answers|P3;P1|page-1;page-2|a merge made it refer to itself",
                           "pledge/P1|year|2022|letter|", "actor/union-2|level|local|x|"));
}

TEST(Merge, AnActorIsReplacedEverywhereAndItsNameIsAnAlias) {
  const auto [merged, findings] = outcome("actor,union,union-2,,YES\n");
  ASSERT_THAT(codes(findings), IsEmpty());
  EXPECT_EQ(merged.actors, 1U);
  const auto& data = merged.data;
  EXPECT_FALSE(data.actors.find("union-2"));
  EXPECT_EQ(cell(data, "actors", "union", "aliases"), "Dockers;Harbor Union");
  EXPECT_EQ(cell(data, "actors", "union", "kind"), "network");
  EXPECT_EQ(cell(data, "actors", "union", "source"), "web;leaflet");
  EXPECT_EQ(cell(data, "actors", "union", "note"), "merged from union-2");
  EXPECT_EQ(cell(data, "actors", "union", "parent"), "") << "not its own parent";
  EXPECT_EQ(cell(data, "actors", "yard", "parent"), "union");
  EXPECT_EQ(cell(data, "forums", "f1", "may_join"), "XAA;union");
  EXPECT_EQ(data.memberships.size(), 2U) << "two equal rows stand once";
  EXPECT_EQ(cell(data, "pledges", "P2", "actors"), "XBB;union");
  EXPECT_EQ(cell(data, "practices", "q1", "counterparts"), "XAA");
  EXPECT_EQ(cell(data, "practices", "q2", "counterparts"), "union");
  EXPECT_EQ(data.parties.size(), 2U);
  EXPECT_EQ(cell(data, "events", "e1", "organisers"), "f1;union");
  EXPECT_EQ(data.actors[data.priorities.rows[0].actor].id, "union");
  EXPECT_THAT(
      claims(data),
      UnorderedElementsAre("pledge/P2|year|2022|letter|", "actor/union|level|local|x|",
                           "actor/union|kind|civil_society|leaflet|merged from union-2",
                           "actor/union|parent|union|web;leaflet|a merge made it refer to itself",
                           "practice/q1|counterparts|XAA;union-2||a merge made it refer to "
                           "itself"));
}

TEST(Merge, AChainEndsInOneRowWhateverTheOrderOfItsLinks) {
  const auto one = outcome("pledge,P2,P3,,yes\npledge,P1,P2,,yes\n");
  const auto other = outcome("pledge,P1,P2,,yes\npledge,P2,P3,,yes\n");
  ASSERT_THAT(codes(one.findings), IsEmpty());
  ASSERT_EQ(one.merged.data.pledges.size(), 1U);
  EXPECT_EQ(one.merged.pledges, 2U);
  EXPECT_EQ(cell(one.merged.data, "pledges", "P1", "note"), "merged from P2; merged from P3");
  EXPECT_THAT(claims(one.merged.data),
              testing::Contains("pledge/P1|title|Crew card|page-3|merged from P3"));
  EXPECT_EQ(content_hash(one.merged.data), content_hash(other.merged.data));
}

TEST(Merge, ThreeThatAreOneMayAllBeConfirmed) {
  const auto [merged, findings] =
      outcome("pledge,P1,P2,,yes\npledge,P1,P3,,yes\npledge,P2,P3,,yes\n");
  EXPECT_THAT(codes(findings), IsEmpty());
  EXPECT_EQ(merged.data.pledges.size(), 1U);
  EXPECT_EQ(merged.pledges, 2U);
}

TEST(Merge, WithoutAYesNothingChanges) {
  const auto before = content_hash(build(register_tables));
  for (const char* rows : {"", "pledge,P1,P2,,\n", "pledge,P1,P2,,no\nactor,union,union-2,,No\n",
                           "pledge,P1,P77,,\nplanet,P1,P1,,no\n"}) {
    const auto [merged, findings] = outcome(rows);
    EXPECT_THAT(codes(findings), IsEmpty()) << rows;
    EXPECT_EQ(content_hash(merged.data), before) << rows;
  }
}

TEST(Merge, RefusesWhatCannotBeCarriedOutAndThenChangesNothing) {
  const struct {
    const char* rows;
    const char* code;
  } cases[]{
      {"pledge,P1,P2,,yep\n", "merge-word"},
      {"planet,P1,P2,,yes\n", "merge-kind"},
      {"pledge,P1,P9,,yes\n", "merge-unknown-id"},
      {"pledge,union,union-2,,yes\n", "merge-unknown-id"},
      {"pledge,P1,P1,,yes\n", "merge-self"},
      {"pledge,P1,P2,,yes\npledge,P2,P1,,yes\n", "merge-cycle"},
      {"pledge,P1,P2,,yes\npledge,P2,P3,,yes\npledge,P3,P1,,yes\n", "merge-cycle"},
      {"pledge,P1,P2,,yes\npledge,P3,P2,,yes\n", "merge-two-targets"},
      {"pledge,P1,P2,,yes\nactor,XAA,nobody,,yes\n", "merge-unknown-id"},
      {"actor,XAA,yard,,yes\nactor,yard,XAA,,yes\n", "merge-cycle"},
  };
  const auto before = content_hash(build(register_tables));
  for (const auto& c : cases) {
    const auto [merged, findings] = outcome(c.rows);
    EXPECT_THAT(codes(findings), testing::Contains(c.code)) << c.rows;
    EXPECT_EQ(findings.errors(), findings.all().size());
    EXPECT_EQ(content_hash(merged.data), before) << c.rows;
  }
}

TEST(Merge, TellsWhereAndWhatIsWrong) {
  const auto [merged, findings] =
      outcome("pledge,P1,P2,,ye\npledge,P1,P22,,yes\npledge,P1,P2,,yes\npledge,P2,P1,,yes\n");
  ASSERT_THAT(codes(findings), ElementsAre("merge-word", "merge-unknown-id", "merge-cycle"));
  EXPECT_EQ(findings.all()[0].where, (Place{"duplicates.csv", 2, 15}));
  EXPECT_EQ(findings.all()[0].nearest, "yes");
  EXPECT_EQ(findings.all()[1].where, (Place{"duplicates.csv", 3, 11}));
  EXPECT_EQ(findings.all()[1].nearest, "P2");
  EXPECT_THAT(findings.all()[2].args, ElementsAre("P1 > P2 > P1"));
}

TEST(Merge, ACircleOfParentsThatAMergeMakesIsRefused) {
  const support::NamedTables tables{{"actors", "id,name,parent\na,A,c\nb,B,\nc,C,b\n"}};
  const auto [merged, findings] = outcome("actor,a,b,,yes\n", tables);
  EXPECT_THAT(codes(findings), ElementsAre("cycle-in-parents"));
  EXPECT_EQ(merged.data.actors.size(), 3U);
}

TEST(Merge, NeedsItsColumns) {
  Diagnostics findings;
  const auto data = build(register_tables);
  const auto table = support::table("duplicates", "keep,drop\nP1,P2\n", findings);
  EXPECT_EQ(content_hash(merge(data, table, findings).data), content_hash(data));
  EXPECT_THAT(codes(findings), ElementsAre("missing-column", "missing-column"));
}

TEST(Merge, AnIdGuardedAgainstSpreadsheetsIsUnderstood) {
  const support::NamedTables tables{{"actors", "id,name\nXAA,A\n"},
                                    {"pledges", "id,title,actors\n-1,One,XAA\n=2,Two,XAA\n"}};
  const auto [merged, findings] = outcome("pledge,'-1,'=2,,yes\n", tables);
  EXPECT_THAT(codes(findings), IsEmpty());
  EXPECT_EQ(merged.data.pledges.size(), 1U);
}

TEST(Merge, ANameThatCannotStandInAListBecomesAClaim) {
  const support::NamedTables tables{{"actors", "id,name\na,Ship Yard\nb,Yard; old\nc,SHIP YARD\n"}};
  const auto [merged, findings] = outcome("actor,a,b,,yes\nactor,a,c,,yes\n", tables);
  ASSERT_THAT(codes(findings), IsEmpty());
  EXPECT_EQ(cell(merged.data, "actors", "a", "aliases"), "") << "it is called so already";
  EXPECT_THAT(claims(merged.data), ElementsAre("actor/a|aliases|Yard; old||merged from b"));
}

TEST(Merge, LongChainsAndManyRowsAreFollowed) {
  std::string rows, confirmed_rows;
  constexpr int many = 1'000;
  for (int i = 0; i < many; ++i) {
    rows += "P" + std::to_string(i) + ",T,XAA\n";
    if (i > 0)
      confirmed_rows += "pledge,P" + std::to_string(i - 1) + ",P" + std::to_string(i) + ",,yes\n";
  }
  const support::NamedTables tables{{"actors", "id,name\nXAA,A\n"},
                                    {"pledges", "id,title,actors\n" + rows}};
  const auto [merged, findings] = outcome(confirmed_rows, tables);
  EXPECT_THAT(codes(findings), IsEmpty());
  ASSERT_EQ(merged.data.pledges.size(), 1U);
  EXPECT_EQ(merged.data.pledges.rows[0].id, "P0");
}

}  // namespace
}  // namespace coopnet::intake
