#include "coopnet/analysis/peers.hpp"

#include <gmock/gmock.h>

#include <map>

#include "support/datasets.hpp"

namespace coopnet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Loaded {
  Dataset data;
  Selection selection;
  Relations relations;
  PeerRecords records;
  explicit Loaded(Dataset d, bool stated_only = false) : data(std::move(d)), selection(data) {
    selection.stated_only = stated_only;
    relations = build_relations(data, selection);
    records = collect_peer_records(data, relations, selection);
  }
  ActorId actor(std::string_view id) const { return *data.actors.find(id); }
  PeerPair pair(std::string_view mentor, std::string_view learner,
                const PeerOptions& options = {}) const {
    return compare_peers(relations, records, options, actor(mentor), actor(learner));
  }
  std::int64_t value(std::string_view mentor, std::string_view learner,
                     const PeerOptions& options = {}) const {
    return pair(mentor, learner, options).value;
  }
  PeersResult find(std::string_view who, const PeerOptions& options = {}) const {
    return find_peers(data, relations, selection, records, actor(who), options);
  }
  std::string id(ActorId a) const { return data.actors[a].id; }
};

// N = 4 (all but XEE). With a record on 1: XAA, XBB, XCC; on 2: XAA, XBB, XDD; on 3: XAA, XBB, XCC:
// rarity log2(5 / 3) = 0.74. On 4: XBB, XCC: log2(5 / 2) = 1.32.
// Pledges in region s are on 1, 2, 3 (XBB) and 2 (XDD); in region n on 1 (XAA).
const support::NamedTables small{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\nobjective,4\n"},
    {"actors",
     "id,kind,regions,champion_known_by\nXAA,state,n,\nXBB,state,s,2023\nXCC,state,,2023\n"
     "XDD,civil_society,s,\nXEE,state,n,\n"},
    {"forums", "id,name\nf1,One\n"},
    {"memberships", "forum,actor,role\nf1,XAA,member\nf1,XBB,chair\n"},
    {"agreements", "id,kind,title\na1,peer_exchange,Visit\n"},
    {"parties", "agreement,actor,role\na1,XCC,shared\na1,XBB,learned\n"},
    {"pledges",
     "id,actors,objectives,status,offer_or_need\n"
     "P1,XAA,1,completed,\n"
     "P2,XBB,1;2,announced,\n"
     "P3,XCC,3,in_progress,\n"
     "P4,XDD,2,,offer\n"
     "P5,XBB,~3,,need\n"},
    {"practices",
     "id,actor,kind,objectives,counterparts\n"
     "q1,XBB,need,1;4,\n"
     "q2,XAA,practice,2,\n"
     "q3,XCC,support_given,4,XBB\n"
     "q4,XCC,plan,1,\n"},
    {"priorities", "actor,tag\nXAA,objective:3\n"},
};

std::vector<std::int64_t> objective_points(const PeerPair& pair) {
  std::vector<std::int64_t> out;
  for (const auto& row : pair.objectives) out.push_back(row.points);
  return out;
}

TEST(Peers, RarityCountsActorsWithARecord) {
  const Loaded l(support::build(small));
  EXPECT_EQ(l.records.actors, 4U);
  const auto rarity = [&](const char* key) {
    return l.records.rarity[l.data.find_tag(0, key)->index()];
  };
  EXPECT_EQ(rarity("1"), 74);
  EXPECT_EQ(rarity("4"), 132);
  EXPECT_EQ(l.records.carriers[l.data.find_tag(0, "2")->index()], 3U);
}

// On 1: completed pledge 3 x need 3 x 0.74 = 6.66. On 2: practice 2 x announced pledge 1 x 0.74 =
// 1.48. Sum 8.14; a quarter of it, 2.035, rounds to 2.04 for the forum and for the regions.
TEST(Peers, ValueByHandWithForumAndRegions) {
  const Loaded l(support::build(small));
  const auto pair = l.pair("XAA", "XBB");
  EXPECT_THAT(objective_points(pair), ElementsAre(666, 148));
  EXPECT_EQ(pair.objectives[0].supply.kind, SupplyKind::completed_pledge);
  EXPECT_EQ(pair.objectives[0].demand.kind, DemandKind::reported_need) << "stronger than P2";
  EXPECT_FALSE(pair.objectives[0].demand.gap) << "P2 is a pledge on 1 in the same region";
  EXPECT_THAT(pair.forums, ElementsAre(ForumId(0)));
  EXPECT_EQ(pair.forum_points, 204);
  EXPECT_TRUE(pair.across_regions);
  EXPECT_EQ(pair.across_points, 204);
  EXPECT_EQ(pair.tie_points, 0);
  EXPECT_EQ(pair.value, 1222);
}

// On 4: support given 3 x (need 3 + 1, no pledge on 4 in region s) x 1.32 = 15.84. On 3: pledge in
// progress 2 x pledge that asks 3 x 0.74 = 4.44. Sum 20.28; the exchange adds 5.07. XCC's region is
// not known.
TEST(Peers, ValueByHandWithAnExchangeAndAGap) {
  const Loaded l(support::build(small));
  const auto pair = l.pair("XCC", "XBB");
  EXPECT_THAT(objective_points(pair), ElementsAre(1584, 444));
  EXPECT_TRUE(pair.objectives[0].demand.gap);
  EXPECT_TRUE(pair.objectives[0].demand.stated);
  EXPECT_EQ(pair.objectives[1].demand.kind, DemandKind::pledged_need);
  EXPECT_FALSE(pair.objectives[1].demand.stated) << "the objective of P5 is inferred";
  EXPECT_THAT(pair.agreements, ElementsAre(AgreementId(0)));
  EXPECT_EQ(pair.tie_points, 507);
  EXPECT_FALSE(pair.regions_known);
  EXPECT_EQ(pair.across_points, 0);
  EXPECT_EQ(pair.value, 2535);
}

TEST(Peers, OtherDirectionsByHand) {
  const Loaded l(support::build(small));
  EXPECT_EQ(l.value("XAA", "XCC"), 444) << "completed pledge 3 x plan 2 x 0.74";
  EXPECT_EQ(l.value("XCC", "XAA"), 444) << "pledge in progress 2 x (priority 2 + gap 1) x 0.74";
  EXPECT_EQ(l.value("XBB", "XCC"), 148 + 37) << "announced pledge 1 x plan 2 x 0.74, exchange";
  EXPECT_EQ(l.value("XBB", "XAA"), 0) << "a pledge that asks for support is no supply";
  EXPECT_EQ(l.value("XDD", "XBB"), 222) << "offer 3 x announced pledge 1 x 0.74";
}

TEST(Peers, BonusesAreSettable) {
  const Loaded l(support::build(small));
  PeerOptions options;
  options.bonus = {0, 10, 200};
  const auto pair = l.pair("XAA", "XBB", options);
  EXPECT_EQ(pair.forum_points, 0);
  EXPECT_EQ(pair.across_points, 1628);
  EXPECT_EQ(l.pair("XCC", "XBB", options).tie_points, 203) << "202.8 rounds up";
}

TEST(Peers, AGapRaisesARecordedDemandAndCreatesNone) {
  const Loaded l(support::build(small));
  const auto& nobody = l.records.profiles[l.actor("XEE").index()];
  EXPECT_THAT(nobody.demand, IsEmpty()) << "region n lacks pledges on 2, 3, 4";
  auto tables = small;
  tables[7].second += "P6,XDD,4,in_progress,\n";
  const Loaded filled(support::build(tables));
  const auto pair = filled.pair("XCC", "XBB");
  for (const auto& row : pair.objectives) EXPECT_FALSE(row.demand.gap);
  const auto& unknown = l.records.profiles[l.actor("XCC").index()].demand;
  ASSERT_EQ(unknown.size(), 1U);
  EXPECT_FALSE(unknown[0].gap) << "of a region that is not known nothing is said";
}

// Without P5's inferred objective only XAA and XCC have a record on 3.
TEST(Peers, StatedOnlyLeavesInferredWordsOut) {
  const Loaded l(support::build(small), true);
  EXPECT_EQ(l.records.rarity[l.data.find_tag(0, "3")->index()], 132);
  EXPECT_THAT(objective_points(l.pair("XCC", "XBB")), ElementsAre(1584));
}

TEST(Peers, AnInferredStatusIsUnknownToStatedOnly) {
  auto tables = small;
  auto& pledges = tables[7].second;
  pledges.replace(pledges.find("completed"), 9, "~completed");
  EXPECT_FALSE(Loaded(support::build(tables)).pair("XAA", "XBB").objectives[0].supply.stated);
  const Loaded stated(support::build(tables), true);
  const auto pair = stated.pair("XAA", "XBB");
  EXPECT_EQ(pair.objectives[0].supply.kind, SupplyKind::pledge) << "of unknown status";
}

TEST(Peers, DiscontinuedAndCompletedPledgesAskForNothing) {
  for (const auto* status : {"completed", "discontinued"}) {
    auto tables = small;
    tables[7].second += std::string("P6,XEE,1,") + status + ",need\n";
    const Loaded l(support::build(tables));
    const auto& profile = l.records.profiles[l.actor("XEE").index()];
    EXPECT_THAT(profile.demand, IsEmpty()) << status;
    EXPECT_THAT(profile.supply, IsEmpty()) << status;
    EXPECT_EQ(profile.pledges, 1U);
  }
}

TEST(Peers, ListsRankAndCount) {
  const Loaded l(support::build(small));
  const auto result = l.find("XBB");
  ASSERT_EQ(result.learn_from.peers.size(), 2U);
  EXPECT_EQ(l.id(result.learn_from.peers[0].pair.mentor), "XCC");
  EXPECT_EQ(l.id(result.learn_from.peers[1].pair.mentor), "XAA");
  EXPECT_EQ(result.learn_from.peers[1].rank, 2U);
  ASSERT_EQ(result.help.peers.size(), 1U);
  EXPECT_EQ(l.id(result.help.peers[0].pair.learner), "XCC");
  EXPECT_EQ(result.considered, 3U) << "states but XBB";
  EXPECT_EQ(result.with_supply, 2U);
  EXPECT_EQ(result.with_demand, 2U);
  EXPECT_EQ(result.asking[l.data.find_tag(0, "1")->index()], 1U);
}

TEST(Peers, FiltersChooseWhoAndWhat) {
  const Loaded l(support::build(small));
  const auto mentors = [&](const PeerOptions& options) {
    std::vector<std::string> out;
    for (const auto& row : l.find("XBB", options).learn_from.peers)
      out.push_back(l.id(row.pair.mentor) + ":" + std::to_string(row.pair.value));
    return out;
  };
  std::vector<PeerOptions> options(6);
  options[0].filter.kinds = {ActorKind::civil_society};
  options[1].filter.regions = {*l.data.regions.find("n")};
  options[2].filter.across_regions = true;
  options[3].filter.objectives = {*l.data.find_tag(0, "1")};
  options[4].minimum = 2000;
  options[5].minimum = 9000;
  EXPECT_THAT(mentors(options[0]), ElementsAre("XDD:222"));
  EXPECT_THAT(mentors(options[1]), ElementsAre("XAA:1222"));
  EXPECT_THAT(mentors(options[2]), ElementsAre("XAA:1222"));
  EXPECT_THAT(mentors(options[3]), ElementsAre("XAA:1000")) << "666 + 167 + 167";
  EXPECT_THAT(mentors(options[4]), ElementsAre("XCC:2535"));
  EXPECT_THAT(mentors(options[5]), IsEmpty());
  EXPECT_EQ(l.find("XBB", options[5]).learn_from.highest, 2535);
}

TEST(Peers, TiesAreTies) {
  const Loaded l(support::build({
      {"tags", "facet,key\nobjective,1\n"},
      {"actors", "id,kind\nXAA,state\nXBB,state\nXCC,state\nXDD,state\nXEE,state\n"},
      {"practices",
       "id,actor,kind,objectives\nq1,XAA,need,1\nq2,XBB,practice,1\nq3,XCC,practice,1\n"
       "q4,XDD,practice,1\nq5,XEE,support_given,1\n"},
  }));
  PeerOptions options;
  options.top = 2;
  const auto list = l.find("XAA", options).learn_from;
  ASSERT_EQ(list.peers.size(), 2U);
  EXPECT_EQ(l.id(list.peers[0].pair.mentor), "XEE");
  EXPECT_EQ(list.peers[1].rank, 2U);
  EXPECT_EQ(list.tied_beyond, 2U);
  EXPECT_EQ(list.found, 4U);
  options.top = 0;
  const auto all = l.find("XAA", options).learn_from;
  EXPECT_EQ(all.peers[3].rank, 2U);
  EXPECT_EQ(all.tied_beyond, 0U);
}

TEST(Peers, AnActorWithoutRecordsGetsNoSuggestion) {
  const Loaded l(support::build(small));
  const auto result = l.find("XEE");
  EXPECT_THAT(result.learn_from.peers, IsEmpty());
  EXPECT_THAT(result.help.peers, IsEmpty());
  EXPECT_EQ(l.records.profiles[l.actor("XEE").index()].rows(), 0U);
  EXPECT_EQ(result.considered, 3U);
}

// Capacity 1: XCC helps XBB (25.35), XAA helps XCC (4.44). The other way to use all is XAA-XBB
// 12.22, XCC-XAA 4.44, XBB-XCC 1.85: less.
TEST(PeerPlan, BestTotalByHand) {
  const Loaded l(support::build(small));
  PeerPlanOptions options;
  options.all_mentors = options.all_learners = true;
  options.capacity = 1;
  const auto plan = plan_peers(l.data, l.relations, l.selection, l.records, options);
  EXPECT_EQ(plan.total, 2979);
  EXPECT_EQ(plan.candidates, 5U);
  ASSERT_EQ(plan.pairs.size(), 2U);
  EXPECT_EQ(l.id(plan.pairs[0].pair.mentor) + l.id(plan.pairs[0].pair.learner), "XCCXBB");
  EXPECT_EQ(l.id(plan.pairs[1].pair.mentor) + l.id(plan.pairs[1].pair.learner), "XAAXCC");
  EXPECT_TRUE(plan.pairs[0].firm && plan.pairs[1].firm);
  EXPECT_EQ(plan.optima, 1U);
  std::map<std::string, NoPeer> why;
  for (const auto& row : plan.unplanned)
    why[(row.as_mentor ? "mentor " : "learner ") + l.id(row.actor)] = row.reason;
  EXPECT_EQ(why, (std::map<std::string, NoPeer>{{"mentor XBB", NoPeer::spent_elsewhere},
                                                {"learner XAA", NoPeer::spent_elsewhere},
                                                {"mentor XDD", NoPeer::nothing_common},
                                                {"learner XDD", NoPeer::nothing_recorded},
                                                {"mentor XEE", NoPeer::nothing_recorded},
                                                {"learner XEE", NoPeer::nothing_recorded}}));
}

TEST(PeerPlan, ChampionsAndCapacityAndMinimum) {
  const Loaded l(support::build(small));
  const auto plan = [&](const PeerPlanOptions& options) {
    return plan_peers(l.data, l.relations, l.selection, l.records, options);
  };
  EXPECT_EQ(plan({}).total, 2535 + 185) << "XBB and XCC are Champions";
  PeerPlanOptions all;
  all.all_mentors = all.all_learners = true;
  EXPECT_EQ(plan(all).total, 1222 + 2535 + 185 + 444 + 444) << "capacity 2 holds all five";
  all.pairs.minimum = 1000;
  const auto few = plan(all);
  EXPECT_EQ(few.total, 1222 + 2535);
  const auto mentor =
      std::find_if(few.unplanned.begin(), few.unplanned.end(),
                   [&](const auto& row) { return row.as_mentor && l.id(row.actor) == "XBB"; });
  ASSERT_NE(mentor, few.unplanned.end());
  EXPECT_EQ(mentor->reason, NoPeer::below_minimum);
  PeerPlanOptions to_champions;
  to_champions.all_mentors = true;
  EXPECT_EQ(plan(to_champions).total, 1222 + 2535 + 185 + 444);
}

// XBB learned from XCC. Candidates: XAA and XCC. Without the exchange XCC has 20.28, XAA 12.22:
// won. Without q3, which names XBB, XCC has 4.44: lost. Of each three rows are recorded: a tie.
TEST(PeerEvaluation, ByHand) {
  const Loaded l(support::build(small));
  const auto result = evaluate_peers(l.data, l.relations, l.selection, l.records);
  ASSERT_EQ(result.cases.size(), 1U);
  EXPECT_EQ(l.id(result.cases[0].mentor), "XCC");
  EXPECT_EQ(result.cases[0].value, 2028);
  EXPECT_EQ(result.cases[0].higher, 0U);
  EXPECT_EQ(result.cases[0].candidates, 2U);
  std::map<PeerScore, double> auc, first;
  for (const auto& check : result.checks) {
    EXPECT_EQ(check.comparisons, 1U);
    EXPECT_DOUBLE_EQ(check.chance[0], 0.5);
    EXPECT_EQ(check.suggestions, (std::array<std::size_t, 3>{1, 2, 2}));
    EXPECT_DOUBLE_EQ(check.hits[1], 1) << "both candidates are looked at";
    auc[check.score] = check.auc().value_or(-1);
    first[check.score] = check.hits[0];
  }
  const std::map<PeerScore, double> expected{{PeerScore::value, 1},
                                             {PeerScore::value_asked, 1},
                                             {PeerScore::value_unnamed, 0},
                                             {PeerScore::mentor_rows, 0.5}};
  EXPECT_EQ(auc, expected);
  EXPECT_EQ(first, expected) << "among two, the first is the one that wins, a tie by lot";
}

TEST(PeerEvaluation, NothingIsDroppedInSilence) {
  auto tables = small;
  tables[5].second += "a2,peer_exchange,Other\na3,peer_exchange,Third\n";
  tables[6].second +=
      "a2,XDD,shared\na2,XBB,learned\n"   // of another kind: left out, counted
      "a3,XEE,shared\na3,XCC,learned\n";  // XEE has recorded nothing
  const Loaded l(support::build(tables));
  const auto result = evaluate_peers(l.data, l.relations, l.selection, l.records);
  EXPECT_EQ(result.cases.size(), 2U);
  EXPECT_EQ(result.left_out, 1U);
  EXPECT_EQ(result.mentor_silent, 1U);
  EXPECT_EQ(result.learner_silent, 0U);
  PeerOptions wide;
  wide.filter.kinds = {ActorKind::state, ActorKind::civil_society};
  EXPECT_EQ(evaluate_peers(l.data, l.relations, l.selection, l.records, wide).cases.size(), 3U);
}

TEST(PeerEvaluation, WithoutExchangesThereIsNothingToSay) {
  auto tables = small;
  tables[6].second = "agreement,actor,role\n";
  const Loaded l(support::build(tables));
  const auto result = evaluate_peers(l.data, l.relations, l.selection, l.records);
  EXPECT_THAT(result.cases, IsEmpty());
  for (const auto& check : result.checks) EXPECT_FALSE(check.auc());
}

}  // namespace
}  // namespace coopnet
