#include "coopnet/model/builder.hpp"

#include <gmock/gmock.h>

#include "coopnet/core/rng.hpp"
#include "coopnet/core/text.hpp"
#include "support/datasets.hpp"

namespace coopnet {
namespace {

using support::build;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const support::NamedTables small{
    {"regions", "id,scheme,label\nnorth,review_region,North\nsouth,review_region,South\n"},
    {"tags",
     "facet,key,label,group\nobjective,1,Data,a\nobjective,2,Drivers,a\nobjective,10,Traffic,b\n"
     "principle,rights,Human rights,\n"},
    {"actors",
     "id,name,kind,parent,regions\nXBB,Beta,state,,south\nXAA,Alpha,state,,north;~south\n"
     "city,Alphaville,local_authority,XAA,\n"},
    {"forums", "id,name,kind,may_join\nf1,Forum one,rcp,XAA;XBB\n"},
    {"memberships", "forum,actor,role,as_of\nf1,XBB,observer,2020\nf1,XAA,member,2021\n"},
    {"pledges",
     "id,title,actors,objectives,themes,status,answers,shade\n"
     "P2,Second,XAA;city,~10;1,Health Care,~in progress,P9,blue\n"
     "P1,First,XBB,2,health-care;jobs,,,\n"},
    {"events", "id,title,date,organisers\nE1,Meeting,2024-H2,f1;XAA\n"},
};

TEST(Builder, NumbersRowsByIdWhateverTheFileSays) {
  const auto data = build(small);
  ASSERT_EQ(data.actors.size(), 3U);
  EXPECT_EQ(data.actors.rows[0].id, "XAA");
  EXPECT_EQ(data.actors.rows[1].id, "XBB");
  EXPECT_EQ(data.actors.rows[2].id, "city");
  EXPECT_EQ(data.pledges.rows[0].id, "P1");
}

TEST(Builder, OrdersNumberedTagsAsNumbersAndFindsOpenOnesByUse) {
  const auto data = build(small);
  std::vector<std::string> ids;
  for (const auto& tag : data.tags) ids.push_back(tag.id);
  EXPECT_THAT(ids, ElementsAre("objective:1", "objective:2", "objective:10", "theme:health-care",
                               "theme:jobs", "principle:rights"));
  EXPECT_FALSE(data.tags.rows[3].declared);
  EXPECT_EQ(data.find_tag(1, "HEALTH care"), TagId(3));
}

TEST(Builder, KeepsStatedAndInferredApart) {
  const auto data = build(small);
  const auto& pledge = data.pledges[*data.pledges.find("P2")];
  EXPECT_THAT(pledge.tags,
              ElementsAre(TagUse{TagId(0), true}, TagUse{TagId(2), false}, TagUse{TagId(3), true}));
  EXPECT_EQ(pledge.status, (Marked<Status>{Status::in_progress, false}));
  EXPECT_EQ(data.pledges.rows[0].status.value, Status::unknown);
  EXPECT_EQ(data.actors.rows[0].regions[1], (RegionUse{RegionId(1), false}));
}

TEST(Builder, ACityLiesWhereItsStateLies) {
  const auto data = build(small);
  EXPECT_THAT(data.regions_of(*data.actors.find("city"), "review_region"),
              ElementsAre(RegionId(0), RegionId(1)));
  EXPECT_THAT(data.regions_of(*data.actors.find("city"), "commission"), IsEmpty());
}

TEST(Builder, UnderstandsFuzzyDatesAndMixedOrganisers) {
  const auto data = build(small);
  const auto& event = data.events.rows[0];
  ASSERT_TRUE(event.date.interval);
  EXPECT_EQ(to_string(event.date.interval->start.earliest), "2024-07-01");
  EXPECT_EQ(to_string(event.date.interval->end.latest), "2024-12-31");
  EXPECT_EQ(event.organisers.size(), 1U);
  EXPECT_EQ(event.organising_forums.size(), 1U);
}

TEST(Builder, KeepsUnknownColumnsAndSaysSo) {
  Diagnostics findings;
  const auto data = build(small, findings);
  EXPECT_THAT(data.pledges.extra_columns, ElementsAre("shade"));
  EXPECT_THAT(data.pledges.rows[1].extra, ElementsAre("blue"));
  const auto* found = support::find(findings, "unknown-column");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->where, (Place{"pledges.csv", 1, 50}));
}

TEST(Builder, WritesWhatItReads) {
  const auto data = build(small);
  Diagnostics findings;
  const auto again = build_dataset(to_raw(data), findings);
  EXPECT_EQ(findings.errors(), 0U);
  EXPECT_EQ(content_hash(again), content_hash(data));
  const auto* pledges = to_raw(data).find("pledges");
  ASSERT_NE(pledges, nullptr);
}

/// One changed line of one table, and the finding it has to give.
struct Fault {
  const char* name;
  const char* table;
  const char* csv;
  const char* code;
  Place where;
  const char* value;
  const char* nearest;
};

class Faults : public testing::TestWithParam<Fault> {};

// Rows without a reference that they need are not taken, whatever else reads them.
TEST(Builder, TablesWithoutAColumnTheyNeedGiveNoRows) {
  for (const auto* table : {"parties", "memberships", "priorities"}) {
    Diagnostics findings;
    const auto data = build({{table, "note\nx\n"}}, findings);
    EXPECT_NE(support::find(findings, "missing-column"), nullptr) << table;
    EXPECT_EQ(data.parties.size() + data.memberships.size() + data.priorities.size(), 0U) << table;
  }
}

TEST_P(Faults, AreReportedWithPlaceValueAndNearest) {
  auto tables = small;
  for (auto& [name, csv] : tables)
    if (name == GetParam().table) csv = GetParam().csv;
  Diagnostics findings;
  build(tables, findings);
  const auto* found = support::find(findings, GetParam().code);
  ASSERT_NE(found, nullptr) << testing::PrintToString(support::codes(findings));
  EXPECT_EQ(found->where, GetParam().where);
  EXPECT_EQ(found->value, GetParam().value);
  EXPECT_EQ(found->nearest, GetParam().nearest);
  EXPECT_EQ(found->severity, Severity::error);
}

INSTANTIATE_TEST_SUITE_P(OfOneCell, Faults,
                         testing::Values(Fault{"repeated",
                                               "pledges",
                                               "id,actors\nP1,XAA\nP2,XBB\nP1,XBB\n",
                                               "repeated-id",
                                               {"pledges.csv", 4, 1},
                                               "P1",
                                               ""},
                                         Fault{"objective",
                                               "pledges",
                                               "id,actors,objectives\nP1,XAA,1;12\n",
                                               "unknown-tag",
                                               {"pledges.csv", 2, 8},
                                               "12",
                                               "10"},
                                         Fault{"actor",
                                               "pledges",
                                               "id,actors\nP1,XAC\n",
                                               "unknown-actor",
                                               {"pledges.csv", 2, 4},
                                               "XAC",
                                               "XAA"},
                                         Fault{"date",
                                               "events",
                                               "id,date\nE1,2024-13\n",
                                               "bad-date",
                                               {"events.csv", 2, 4},
                                               "2024-13",
                                               ""},
                                         Fault{"word",
                                               "pledges",
                                               "id,actors,status\nP1,XAA,complete\n",
                                               "unknown-word",
                                               {"pledges.csv", 2, 8},
                                               "complete",
                                               "completed"},
                                         Fault{"forum",
                                               "memberships",
                                               "forum,actor\nf2,XAA\n",
                                               "unknown-forum",
                                               {"memberships.csv", 2, 1},
                                               "f2",
                                               "f1"},
                                         Fault{"region",
                                               "actors",
                                               "id,regions\nXAA,nort\nXBB,\ncity,\n",
                                               "unknown-region",
                                               {"actors.csv", 2, 5},
                                               "nort",
                                               "north"},
                                         Fault{"no actor",
                                               "pledges",
                                               "id,actors\nP1,\n",
                                               "missing-value",
                                               {"pledges.csv", 2, 4},
                                               "",
                                               ""},
                                         Fault{"no column",
                                               "pledges",
                                               "id,title\nP1,x\n",
                                               "missing-column",
                                               {"pledges.csv", 1, 0},
                                               "",
                                               ""},
                                         Fault{"bad id",
                                               "pledges",
                                               "id,actors\n~P1,XAA\n",
                                               "bad-id",
                                               {"pledges.csv", 2, 1},
                                               "~P1",
                                               ""},
                                         Fault{
                                             "scheme",
                                             "regions",
                                             "id,scheme\nnorth,revew_region\nsouth,review_region\n",
                                             "unknown-scheme",
                                             {"regions.csv", 2, 0},
                                             "revew_region",
                                             "review_region"},
                                         Fault{"one space of ids",
                                               "forums",
                                               "id,name\nf1,Forum\nXAA,Clash\n",
                                               "id-in-two-tables",
                                               {"forums.csv", 0, 0},
                                               "XAA",
                                               ""}),
                         [](const testing::TestParamInfo<Fault>& fault) {
                           std::string name = fault.param.name;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name;
                         });

TEST(Builder, ReportsEveryFaultInOneRun) {
  auto tables = small;
  tables[5].second = "id,actors,objectives,status\nP1,XAC,99,done\nP1,XAA,1,nonsense\n";
  Diagnostics findings;
  build(tables, findings);
  EXPECT_THAT(support::codes(findings),
              testing::IsSupersetOf({"unknown-actor", "unknown-tag", "repeated-id"}));
}

TEST(Builder, LeavesOutMembershipsItCannotRead) {
  auto tables = small;
  tables[4].second = "forum,actor\nf1,XAA\nf1,nobody\n";
  Diagnostics findings;
  const auto data = build(tables, findings);
  EXPECT_EQ(data.memberships.size(), 1U);
  EXPECT_EQ(findings.errors(), 1U);
}

/// The rows of a CSV text in another order.
std::string shuffled(const std::string& csv, Rng& rng) {
  std::vector<std::string> lines;
  for (const auto line : text::split_list(csv, '\n')) lines.emplace_back(line);
  rng.shuffle(std::span(lines).subspan(1));
  return text::join(lines, "\n") + "\n";
}

TEST(ContentHash, DoesNotDependOnTheOrderOfRows) {
  const auto hash = content_hash(build(small));
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Rng rng(seed);
    auto tables = small;
    for (auto& [name, csv] : tables) csv = shuffled(csv, rng);
    rng.shuffle(std::span(tables));
    EXPECT_EQ(content_hash(build(tables)), hash);
  }
}

TEST(ContentHash, ChangesWithEachCell) {
  const auto hash = content_hash(build(small));
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"First", "Fist"},
                                                        {"~10", "10"},
                                                        {"2024-H2", "2024-H1"},
                                                        {"blue", "red"},
                                                        {"Alphaville", "Alpha"},
                                                        {"observer", "member"}}) {
    auto tables = small;
    for (auto& [name, csv] : tables)
      if (const auto at = csv.find(from); at != std::string::npos) csv.replace(at, from.size(), to);
    EXPECT_NE(content_hash(build(tables)), hash) << from;
  }
}

TEST(Thesaurus, MergesSpellings) {
  auto tables = small;
  tables.push_back({"thesaurus", "facet,variant,preferred\ntheme,jobs,employment\n"});
  const auto data = build(tables);
  const auto preferred = data.preferred_tags();
  const auto jobs = data.find_tag(1, "jobs");
  const auto employment = data.find_tag(1, "employment");
  ASSERT_TRUE(jobs && employment);
  EXPECT_EQ(preferred[jobs->index()], *employment);
  EXPECT_EQ(preferred[employment->index()], *employment);
}

}  // namespace
}  // namespace coopnet
