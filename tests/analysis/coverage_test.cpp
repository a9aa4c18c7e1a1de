#include "coopnet/analysis/coverage.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <tuple>

#include "coopnet/io/load.hpp"
#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::random_world;
using support::World;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Coverage find(const World& w, const CoverageOptions& options = {}) {
  return find_coverage(w.data, w.relations, w.selection, options);
}

std::string unit_id(const World& w, const CoverageUnit& unit) {
  if (unit.kind == UnitKind::region) return w.data.regions.rows[unit.row].id;
  if (unit.kind == UnitKind::actor) return w.data.actors.rows[unit.row].id;
  return w.data.forums.rows[unit.row].id;
}
std::string subject_key(const World& w, const Coverage& c, std::size_t s) {
  return c.subjects[s].group.empty() ? w.key(c.subjects[s].tags.front()) : c.subjects[s].group;
}
std::size_t subject(const World& w, const Coverage& c, const std::string& key) {
  for (std::size_t s = 0; s < c.subjects.size(); ++s)
    if (subject_key(w, c, s) == key) return s;
  ADD_FAILURE() << "no subject " << key;
  return 0;
}
std::size_t unit(const World& w, const Coverage& c, const std::string& id) {
  for (std::size_t u = 0; u < c.units.size(); ++u)
    if (unit_id(w, c.units[u]) == id) return u;
  ADD_FAILURE() << "no unit " << id;
  return 0;
}

const std::map<CoverageGap, std::string> gap_words{{CoverageGap::unmet_need, "unmet"},
                                                   {CoverageGap::none_here, "none here"},
                                                   {CoverageGap::none_anywhere, "none anywhere"},
                                                   {CoverageGap::below_expected, "below"},
                                                   {CoverageGap::nothing_recorded, "nothing"}};

/// "n 3 none here": unit, subject and why.
std::vector<std::string> gaps(const World& w, const Coverage& c) {
  std::vector<std::string> out;
  for (const auto& row : c.gaps)
    out.push_back((row.unit ? unit_id(w, c.units[*row.unit]) : std::string("all")) + " " +
                  (row.gap == CoverageGap::nothing_recorded ? std::string("-")
                                                            : subject_key(w, c, row.subject)) +
                  " " + gap_words.at(row.gap));
  return out;
}

/// "pledges stated actors; completed in_progress announced discontinued unknown; practices needs
/// offers"
std::string counts(const SubjectCounts& c) {
  const auto status = [&](Status s) {
    return std::to_string(c.by_status[static_cast<std::size_t>(s)]);
  };
  return std::to_string(c.pledges) + " " + std::to_string(c.pledges_stated) + " " +
         std::to_string(c.actors) + "; " + status(Status::completed) + " " +
         status(Status::in_progress) + " " + status(Status::announced) + " " +
         status(Status::discontinued) + " " + status(Status::unknown) + "; " +
         std::to_string(c.practices) + " " + std::to_string(c.needs) + " " +
         std::to_string(c.offers);
}

// --- toy A: answers by an independent program ---

//   North  XAA 1 2 8 17, XBB 1 2 8     South  XCC 1 17 21, XEE 21 23     East  XDD 2 8
TEST(Coverage, ToyAAgainstItsFramework) {
  const World w(io::load_dataset(COOPNET_TEST_DATA "/toys/toyA_pledges.csv",
                                 {.framework = COOPNET_DATASETS "/gcm", .limits = {}})
                    .data);
  const auto c = find(w);
  ASSERT_THAT(c.subjects, SizeIs(23));
  std::map<std::string, std::uint32_t> actors;
  for (std::size_t s = 0; s < 23; ++s)
    if (c.scope[s].actors > 0) actors[subject_key(w, c, s)] = c.scope[s].actors;
  EXPECT_EQ(actors, (std::map<std::string, std::uint32_t>{
                        {"1", 3}, {"2", 3}, {"8", 3}, {"17", 2}, {"21", 2}, {"23", 1}}));
  EXPECT_EQ(counts(c.scope[subject(w, c, "1")]), "3 3 3; 0 2 1 0 0; 0 0 0");
  EXPECT_EQ(counts(c.scope[subject(w, c, "2")]), "3 3 3; 2 0 0 0 1; 0 0 0");
  EXPECT_EQ(counts(c.scope[subject(w, c, "8")]), "3 3 3; 0 0 1 0 2; 0 0 0") << "unknown apart";
  EXPECT_EQ(counts(c.scope[subject(w, c, "21")]), "2 2 2; 1 1 0 0 0; 0 0 0");
  EXPECT_EQ(c.pledges, 14U);
  EXPECT_EQ(c.with_pledge, 5U);
  std::vector<std::string> units;
  for (const auto& u : c.units)
    units.push_back(unit_id(w, u) + " " + std::to_string(u.pledges) + " " +
                    std::to_string(u.covered));
  EXPECT_THAT(units, ElementsAre("East 2 2", "North 7 4", "South 5 4"));

  const auto rows = gaps(w, c);
  ASSERT_THAT(rows, SizeIs(17 + 8)) << "17 objectives at zero, once each";
  for (std::size_t i = 0; i < 17; ++i) {
    EXPECT_EQ(c.gaps[i].gap, CoverageGap::none_anywhere);
    EXPECT_EQ(c.all[c.gaps[i].subject].pledges, 0U);
    EXPECT_FALSE(c.gaps[i].unit);
  }
  // Expected: 5 x 3 / 14, 5 x 3 / 14, 7 x 2 / 14, 7 x 1 / 14, 2 x 3 / 14, 2 x 2 / 14 twice, 2 / 14.
  EXPECT_THAT(std::vector(rows.begin() + 17, rows.end()),
              ElementsAre("South 2 none here", "South 8 none here", "North 21 none here",
                          "North 23 none here", "East 1 none here", "East 17 none here",
                          "East 21 none here", "East 23 none here"));
  EXPECT_DOUBLE_EQ(*c.gaps[17].expected, 15.0 / 14);
  EXPECT_DOUBLE_EQ(*c.gaps[19].expected, 1);
  EXPECT_DOUBLE_EQ(*c.gaps[24].expected, 1.0 / 7);
}

// --- by hand ---

//          1          2              3        4        none
// P1  XAA XBB (done)  P1 inferred
// P2                  XBB (a need)
// P3                  XCC (an offer)
// P4  XDD
// P5                                                   XAA
// P6                                 XUN (done)
// q1                                 XCC need
// q2  XCC support     q3 XAA         q4 XBB plan  q5 XDD need
const support::NamedTables drawn{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"tags",
     "facet,key,group\nobjective,1,RT1\nobjective,2,RT1\nobjective,3,RT2\nobjective,4,\n"
     "principle,p,\n"},
    {"actors",
     "id,kind,regions\nXAA,state,n\nXBB,state,n;s\nXCC,state,s\nXDD,state,\nXUN,un_entity,s\n"},
    {"forums", "id,name\nf1,One\nf2,Two\n"},
    {"memberships", "forum,actor,role\nf1,XAA,member\nf1,XCC,member\nf2,XDD,observer\n"},
    {"pledges",
     "id,actors,objectives,themes,status,offer_or_need\n"
     "P1,XAA;XBB,1;~2,,completed,\nP2,XBB,2,,announced,need\nP3,XCC,2,,~in_progress,offer\n"
     "P4,XDD,1,,,\nP5,XAA,,health,announced,\nP6,XUN,3,,completed,\n"},
    {"practices",
     "id,actor,kind,objectives\nq1,XCC,need,3\nq2,XCC,support_given,1\nq3,XAA,practice,2\n"
     "q4,XBB,plan,3\nq5,XDD,need,4\n"},
};

TEST(Coverage, CountsByHand) {
  const World w(drawn);
  const auto c = find(w);
  ASSERT_THAT(c.subjects, SizeIs(4));
  EXPECT_EQ(counts(c.scope[0]), "2 2 3; 1 0 0 0 1; 1 0 1");
  EXPECT_EQ(counts(c.scope[1]), "3 2 3; 1 1 1 0 0; 1 1 1");
  EXPECT_EQ(counts(c.scope[2]), "1 1 1; 1 0 0 0 0; 0 1 0") << "a plan is no practice";
  EXPECT_EQ(counts(c.scope[3]), "0 0 0; 0 0 0 0 0; 0 1 0");
  EXPECT_EQ(c.scope, c.all);
  EXPECT_EQ(counts(c.at(0, 0)), "1 1 2; 1 0 0 0 0; 0 0 0") << "one pledge of two actors";
  EXPECT_EQ(counts(c.at(0, 1)), "2 1 2; 1 0 1 0 0; 1 1 0");
  EXPECT_EQ(counts(c.at(1, 0)), "1 1 1; 1 0 0 0 0; 1 0 1");
  EXPECT_EQ(counts(c.at(1, 1)), "3 2 2; 1 1 1 0 0; 0 1 1");
  EXPECT_EQ(counts(c.at(1, 2)), "1 1 1; 1 0 0 0 0; 0 1 0");
  EXPECT_THAT(c.units_with, ElementsAre(2, 2, 1, 0));
}

TEST(Coverage, AStateInTwoRegionsCountsInBothAndOnceInTheTotals) {
  const World w(drawn);
  const auto c = find(w);
  ASSERT_THAT(c.units, SizeIs(2));
  const auto& n = c.units[0];
  const auto& s = c.units[1];
  EXPECT_EQ(std::tuple(n.actors, n.with_pledge, n.pledges, n.tagged, n.incidences, n.covered),
            std::tuple(2U, 2U, 3U, 2U, 3U, 2U));
  EXPECT_EQ(std::tuple(s.actors, s.with_pledge, s.pledges, s.tagged, s.incidences, s.covered),
            std::tuple(3U, 3U, 4U, 4U, 5U, 3U));
  EXPECT_EQ(n.shared_actors, 1U);
  EXPECT_EQ(s.shared_actors, 1U);
  EXPECT_EQ(n.needs, 1U);
  EXPECT_EQ(s.needs, 2U);
  EXPECT_EQ(c.pledges, 6U);
  EXPECT_EQ(c.actors, 5U);
  EXPECT_EQ(c.with_pledge, 5U);
  EXPECT_EQ(c.in_several_units, 1U);
  EXPECT_EQ(c.in_no_unit, 1U) << "XDD";
  EXPECT_EQ(c.no_subject.pledges, 1U) << "P5";
}

TEST(Coverage, ANeedOnTwoSubjectsIsOneNeedOfItsUnit) {
  const World w(support::with_row(drawn, "practices", "q6,XAA,need,1;2;3"));
  const auto c = find(w);
  EXPECT_EQ(c.units[0].needs, 2U) << "P2 and q6";
  EXPECT_EQ(c.at(0, 2).needs, 1U);
}

TEST(Coverage, GapsByHand) {
  const World w(drawn);
  const auto c = find(w);
  // The need of XDD, which lies in no region, is not lost: it is a gap of all.
  EXPECT_THAT(gaps(w, c), ElementsAre("all 4 unmet", "s 3 unmet", "n 3 none here"));
  EXPECT_EQ(c.gaps[1].observed, 1U);
  EXPECT_EQ(c.gaps[1].needs, 1U);
  EXPECT_EQ(c.gaps[1].offers_anywhere, 0U);
  EXPECT_DOUBLE_EQ(*c.gaps[2].expected, 0.5) << "3 tags of 6 x 1 on it";
  EXPECT_EQ(w.data.practices[*c.gaps[2].remedy.practice].id, "q4") << "a plan of a member";
}

TEST(Coverage, UnitsAreActorsOrMembersOfForums) {
  const World w(drawn);
  const auto actors = find(w, {.by = UnitKind::actor});
  EXPECT_THAT(actors.units, SizeIs(5));
  EXPECT_EQ(counts(actors.at(unit(w, actors, "XBB"), 1)), "2 1 1; 1 0 1 0 0; 0 1 0");
  EXPECT_THAT(gaps(w, actors), testing::IsSupersetOf({"XDD 4 unmet", "XCC 3 unmet"}));
  const auto forums = find(w, {.by = UnitKind::forum});
  ASSERT_THAT(forums.units, SizeIs(2));
  EXPECT_EQ(forums.units[0].pledges, 3U) << "XAA: P1, P5; XCC: P3";
  EXPECT_EQ(counts(forums.at(0, 1)), "2 1 2; 1 1 0 0 0; 1 0 1");
  EXPECT_EQ(forums.in_no_unit, 2U) << "XBB and XUN";
}

TEST(Coverage, GroupsAreSubjects) {
  const World w(drawn);
  const auto c = find(w, {.by_group = true});
  ASSERT_THAT(c.subjects, SizeIs(2)) << "4 is in no group";
  EXPECT_EQ(c.subjects[0].group, "RT1");
  EXPECT_THAT(c.subjects[0].tags, SizeIs(2));
  EXPECT_EQ(counts(c.scope[0]), "4 4 4; 1 1 1 0 1; 2 1 2") << "P1 once, and its stated tag counts";
}

TEST(Coverage, KindsAndRegionsAndTagsNarrow) {
  const World w(drawn);
  const auto states = find(w, {.kinds = {ActorKind::state}});
  EXPECT_EQ(states.all[2].pledges, 0U) << "P6 is of no state";
  EXPECT_EQ(states.actors, 4U);
  const auto north = find(w, {.regions = {w.region("n")}});
  EXPECT_THAT(north.units, SizeIs(1));
  EXPECT_EQ(counts(north.scope[1]), "2 1 2; 1 0 1 0 0; 1 1 0");
  EXPECT_EQ(north.all[1].pledges, 3U) << "elsewhere too";
  EXPECT_EQ(north.pledges, 3U);
  EXPECT_THAT(gaps(w, north), ElementsAre("all 4 none anywhere", "n 3 none here"))
      << "the need on 4 is not of this region";
  const auto one = find(w, {.tags = {w.objective("3")}});
  EXPECT_THAT(gaps(w, one), ElementsAre("s 3 unmet", "n 3 none here"));
  EXPECT_THAT(one.subjects, SizeIs(4)) << "what is expected does not change";
  EXPECT_DOUBLE_EQ(*one.gaps[1].expected, 0.5);
  const auto top = find(w, {.top = 1});
  EXPECT_THAT(top.gaps, SizeIs(1));
  EXPECT_EQ(top.gaps_found, 3U);
}

TEST(Coverage, StatedOnlyForgetsWhatIsInferred) {
  const World w(support::build(drawn), true);
  const auto c = find(w);
  EXPECT_EQ(counts(c.scope[1]), "2 2 2; 0 0 1 0 1; 1 1 1") << "P3's status is inferred";
}

TEST(Coverage, UnknownIsNotZero) {
  auto tables = support::with_row(drawn, "regions", "e,review_region");
  tables = support::with_row(tables, "actors", "XEE,state,e");
  tables = support::with_row(tables, "practices", "q9,XEE,practice,1");
  const World w(tables);
  const auto c = find(w);
  std::vector<std::string> of_e;
  for (const auto& row : gaps(w, c))
    if (row[0] == 'e') of_e.push_back(row);
  EXPECT_THAT(of_e, ElementsAre("e - nothing")) << "no row for each subject";
  EXPECT_EQ(c.gaps.back().gap, CoverageGap::nothing_recorded);
  for (const auto& row : gaps(w, find(w, {.by = UnitKind::actor})))
    EXPECT_EQ(row.find("XEE"), std::string::npos) << row;
}

// Nobody uses principles here; the list of tags relates p to 1 and 2, q to 4 (inferred).
TEST(Coverage, AFacetNobodyUsesIsUnknownNotZero) {
  auto tables = drawn;
  tables[1].second =
      "facet,key,related\nobjective,1,\nobjective,2,\nobjective,3,\nobjective,4,\n"
      "principle,p,objective:1;objective:2\nprinciple,q,~objective:4\n";
  const World w(tables);
  CoverageOptions options;
  options.facet = *w.data.find_facet("principle");
  const auto c = find(w, options);
  EXPECT_TRUE(c.silent);
  EXPECT_THAT(c.gaps, IsEmpty());
  EXPECT_EQ(c.no_subject.pledges, 6U);
  EXPECT_THAT(c.by_related, ElementsAre(4, 0)) << "P1 P2 P3 P4, each once";
  EXPECT_EQ(c.subjects[0].related, (std::vector{w.objective("1"), w.objective("2")}));
  EXPECT_THAT(c.subjects[1].related, SizeIs(1));
  const World stated(support::build(tables), true);
  EXPECT_THAT(find(stated, options).subjects[1].related, IsEmpty());
  options.regions = {w.region("s")};
  EXPECT_THAT(find(w, options).by_related, ElementsAre(3, 0)) << "P4 is of nobody there";
  EXPECT_FALSE(find(w).silent);
  auto needs = tables;
  needs[6].second = "id,actor,kind,principles\nq9,XAA,need,p\n";
  const World wished(needs);
  options.regions = {};
  EXPECT_THAT(gaps(wished, find(wished, options)), testing::Contains("n p unmet"));
}

// Region n: 1 of its 40 tags is on 1, in all 40 of 80 are. The upper end of the exact interval of 1
// in 40 is 0.131586 (R: qbeta(0.975, 2, 39)), of the quotient twice that.
TEST(Coverage, FewerThanExpectedBeyondChance) {
  std::string pledges = "id,actors,objectives\n";
  for (int i = 0; i < 40; ++i) {
    pledges += "N" + std::to_string(i) + ",XAA," + (i == 0 ? "1" : "2") + "\n";
    pledges += "S" + std::to_string(i) + ",XBB," + (i == 0 ? "2" : "1") + "\n";
  }
  const World w({{"regions", "id,scheme\nn,review_region\ns,review_region\n"},
                 {"tags", "facet,key\nobjective,1\nobjective,2\n"},
                 {"actors", "id,kind,regions\nXAA,state,n\nXBB,state,s\n"},
                 {"pledges", pledges}});
  const auto c = find(w);
  EXPECT_THAT(gaps(w, c), ElementsAre("n 1 below", "s 2 below"));
  EXPECT_EQ(c.gaps[0].observed, 1U);
  EXPECT_DOUBLE_EQ(*c.gaps[0].expected, 20);
  EXPECT_DOUBLE_EQ(c.gaps[0].quotient->value, 0.05);
  EXPECT_NEAR(c.gaps[0].quotient->high, 2 * 0.131586, 2e-6);
}

// f1: N1, S1     f2: N1, N2, S3     on objective 1: S1 announced, S2 completed, S3 in progress
TEST(Coverage, TheNearestRecord) {
  const support::NamedTables tables{
      {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
      {"tags", "facet,key\nobjective,1\nobjective,2\nobjective,3\nobjective,4\n"},
      {"actors",
       "id,kind,regions\nN1,state,n\nN2,state,n\nN3,state,n\nS1,state,s\nS2,state,s\nS3,state,s\n"},
      {"forums", "id,name,objectives\nf1,One,3\nf2,Two,\n"},
      {"memberships", "forum,actor\nf1,N1\nf1,S1\nf2,N1\nf2,N2\nf2,S3\n"},
      {"pledges",
       "id,actors,objectives,status\nP1,S1,1,announced\nP2,S2,1,completed\nP3,S3,1,in_progress\n"
       "P4,N1,2,\n"},
  };
  const auto remedy = [](const World& w, const std::string& gap) {
    const auto c = find(w);
    const auto rows = gaps(w, c);
    const auto at = std::find(rows.begin(), rows.end(), gap);
    if (at == rows.end()) return "no row " + gap;
    const auto& r = c.gaps[static_cast<std::size_t>(at - rows.begin())].remedy;
    return (r.practice ? w.data.practices[*r.practice].id : std::string("-")) + " " +
           (r.pledge ? w.data.pledges[*r.pledge].id : std::string("-")) + " " +
           (r.actor ? w.id(*r.actor) : std::string("-")) + " " +
           (r.forum ? w.id(*r.forum) : std::string("-"));
  };
  World w(tables);
  EXPECT_EQ(remedy(w, "n 1 none here"), "- P3 S3 f2") << "two of three members meet S3";
  EXPECT_EQ(remedy(w, "all 3 none anywhere"), "- - - f1") << "a forum that works on it";
  EXPECT_EQ(remedy(w, "all 4 none anywhere"), "- - - -");
  ASSERT_TRUE(w.selection.leave_out(w.data, "f2"));
  w.relations = build_relations(w.data, w.selection);
  EXPECT_EQ(remedy(w, "n 1 none here"), "- P1 S1 f1") << "one member meets S1";
  ASSERT_TRUE(w.selection.leave_out(w.data, "f1"));
  w.relations = build_relations(w.data, w.selection);
  EXPECT_EQ(remedy(w, "n 1 none here"), "- P2 S2 -") << "what is completed first";
  auto own = tables;
  own.push_back({"practices", "id,actor,kind,objectives\nq1,N2,plan,1\n"});
  EXPECT_EQ(remedy(World(own), "n 1 none here"), "q1 - - -");
  own.back().second += "q2,N3,practice,1\n";
  EXPECT_EQ(remedy(World(own), "n 1 none here"), "q2 - - -") << "what is done before a plan";
}

// --- slow twin: every count by looking at all rows ---

class SlowCoverage {
 public:
  SlowCoverage(const World& w, const CoverageOptions& options)
      : w_(w), options_(options), preferred_(w.data.preferred_tags()) {}

  /// Of the records with an actor in `who`, those on a subject.
  SubjectCounts counts(const std::set<ActorId>& who, const Subject& subject) const {
    SubjectCounts out;
    std::set<ActorId> with;
    for (const auto& p : w_.data.pledges) {
      if (!any(p.actors, who) || !carries(p.tags, subject, false)) continue;
      const auto status = w_.selection.seen(p.status);
      const auto direction = w_.selection.seen(p.direction);
      const bool open = status != Status::completed && status != Status::discontinued;
      ++out.pledges;
      out.pledges_stated += carries(p.tags, subject, true) ? 1U : 0U;
      ++out.by_status[static_cast<std::size_t>(status)];
      out.needs += direction == Direction::need && open ? 1U : 0U;
      out.offers += direction == Direction::offer ? 1U : 0U;
      for (const ActorId a : p.actors)
        if (who.contains(a)) with.insert(a);
    }
    for (const auto& q : w_.data.practices) {
      if (!who.contains(q.actor) || !carries(q.tags, subject, false)) continue;
      const bool given = q.kind == PracticeKind::support_given;
      out.practices += given || q.kind == PracticeKind::practice ? 1U : 0U;
      out.offers += given ? 1U : 0U;
      out.needs += q.kind == PracticeKind::need ? 1U : 0U;
    }
    out.actors = static_cast<std::uint32_t>(with.size());
    return out;
  }

  std::set<ActorId> members(const CoverageUnit& unit) const {
    std::set<ActorId> out;
    for (std::size_t i = 0; i < w_.data.actors.size(); ++i) {
      const auto& actor = w_.data.actors.rows[i];
      if (unit.kind == UnitKind::actor && i == unit.row) out.insert(ActorId::at(i));
      for (const auto& use : actor.regions)
        if (unit.kind == UnitKind::region && use.id.value == unit.row) out.insert(ActorId::at(i));
    }
    for (const auto& m : w_.data.memberships)
      if (unit.kind == UnitKind::forum && m.forum.value == unit.row) out.insert(m.actor);
    return counted(out);
  }
  std::set<ActorId> everybody() const {
    std::set<ActorId> out;
    for (std::size_t i = 0; i < w_.data.actors.size(); ++i) out.insert(ActorId::at(i));
    return counted(out);
  }
  std::set<ActorId> inside() const {
    std::set<ActorId> out;
    for (const ActorId a : everybody())
      for (const auto& use : w_.data.actors[a].regions)
        if (std::count(options_.regions.begin(), options_.regions.end(), use.id) > 0) out.insert(a);
    return options_.regions.empty() ? everybody() : out;
  }
  std::size_t pledges(const std::set<ActorId>& who) const {
    std::size_t out = 0;
    for (const auto& p : w_.data.pledges) out += any(p.actors, who) ? 1U : 0U;
    return out;
  }

 private:
  std::set<ActorId> counted(const std::set<ActorId>& all) const {
    std::set<ActorId> out;
    for (const ActorId a : all)
      if (options_.kinds.empty() || w_.data.actors[a].kind == options_.kinds.front()) out.insert(a);
    return out;
  }
  static bool any(const std::vector<ActorId>& actors, const std::set<ActorId>& who) {
    return std::any_of(actors.begin(), actors.end(), [&](ActorId a) { return who.contains(a); });
  }
  bool carries(const std::vector<TagUse>& uses, const Subject& subject, bool stated) const {
    return std::any_of(uses.begin(), uses.end(), [&](const TagUse& use) {
      const auto tag = preferred_[use.id.index()];
      return (use.stated || (!stated && !w_.selection.stated_only)) &&
             std::count(subject.tags.begin(), subject.tags.end(), tag) > 0;
    });
  }

  const World& w_;
  const CoverageOptions& options_;
  std::vector<TagId> preferred_;
};

void expect_as_slow(const World& w, const CoverageOptions& options) {
  const auto c = find(w, options);
  const SlowCoverage slow(w, options);
  const auto all = slow.everybody(), inside = slow.inside();
  EXPECT_EQ(c.actors, inside.size());
  EXPECT_EQ(c.pledges, slow.pledges(inside));
  std::set<std::string> rows;
  std::size_t tags = 0;
  for (const auto& s : c.subjects) tags += slow.counts(all, s).pledges;
  for (std::size_t s = 0; s < c.subjects.size(); ++s) {
    EXPECT_EQ(counts(c.all[s]), counts(slow.counts(all, c.subjects[s])));
    EXPECT_EQ(counts(c.scope[s]), counts(slow.counts(inside, c.subjects[s])));
    for (std::size_t u = 0; u < c.units.size(); ++u) {
      const auto cell = slow.counts(slow.members(c.units[u]), c.subjects[s]);
      ASSERT_EQ(counts(c.at(u, s)), counts(cell)) << unit_id(w, c.units[u]);
      const auto name = unit_id(w, c.units[u]) + " " + subject_key(w, c, s) + " ";
      if (cell.needs > 0 && c.all[s].offers == 0)
        rows.insert(name + "unmet");
      else if (c.units[u].pledges > 0 && cell.pledges == 0 && c.all[s].pledges > 0)
        rows.insert(name + "none here");
    }
  }
  for (const auto& u : c.units) EXPECT_EQ(u.pledges, slow.pledges(slow.members(u)));
  std::set<std::string> found;
  for (const auto& row : c.gaps) {
    const auto& counted = c.gaps.empty() ? SubjectCounts{} : c.all[row.subject];
    if (row.expected && tags > 0) {
      EXPECT_NEAR(*row.expected,
                  static_cast<double>(c.units[*row.unit].incidences * counted.pledges) /
                      static_cast<double>(tags),
                  1e-12);
    }
    const bool listed = row.gap == CoverageGap::unmet_need || row.gap == CoverageGap::none_here;
    if (listed && row.unit)
      found.insert(unit_id(w, c.units[*row.unit]) + " " + subject_key(w, c, row.subject) + " " +
                   gap_words.at(row.gap));
  }
  EXPECT_EQ(found, rows);
}

TEST(Coverage, EveryCountAsBySlowlyLookingAtAllRows) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const World w(support::build(random_world(seed)), seed % 4 == 0);
    for (const auto by : {UnitKind::region, UnitKind::actor, UnitKind::forum}) {
      CoverageOptions options{.by = by};
      expect_as_slow(w, options);
      options.by_group = true;
      options.kinds = {ActorKind::state};
      expect_as_slow(w, options);
      options.facet = 1;
      options.by_group = false;
      options.regions = {w.region("n"), w.region("e")};
      expect_as_slow(w, options);
    }
  }
}

// --- metamorphic ---

TEST(Coverage, AnOfferNeverAddsAnUnmetNeed) {
  const auto unmet = [](const World& w, UnitKind by) {
    std::map<std::string, std::size_t> out;
    const auto c = find(w, {.by = by});
    const auto rows = gaps(w, c);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (c.gaps[i].gap == CoverageGap::unmet_need) out[rows[i]] = c.gaps[i].needs;
    return out;
  };
  std::size_t fewer = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto tables = random_world(seed, {.rows = 8});
    const auto key = std::to_string(seed % 5 + 1), who = "X0" + std::to_string(seed % 9);
    const auto more =
        seed % 2 == 0
            ? support::with_row(tables, "pledges",
                                "PX," + who + "," + key + ",,in_progress,offer,,")
            : support::with_row(tables, "practices", "qx," + who + ",support_given," + key);
    const World before(tables), after(more);
    for (const auto by : {UnitKind::region, UnitKind::actor, UnitKind::forum}) {
      const auto old = unmet(before, by);
      for (const auto& [row, needs] : unmet(after, by)) {
        ASSERT_TRUE(old.contains(row)) << row << " seed " << seed;
        EXPECT_LE(needs, old.at(row));
      }
      fewer += unmet(after, by).size() < old.size() ? 1U : 0U;
    }
  }
  EXPECT_GT(fewer, 1U) << "the offers met something";
}

std::map<std::string, std::string> by_unit(const World& w, const CoverageOptions& options) {
  std::map<std::string, std::string> out;
  const auto c = find(w, options);
  for (std::size_t u = 0; u < c.units.size(); ++u) {
    const auto& x = c.units[u];
    auto& text = out[unit_id(w, x)];
    for (const auto n : {x.actors, x.with_pledge, x.pledges, x.tagged, x.incidences, x.covered,
                         x.needs, x.shared_actors})
      text += std::to_string(n) + " ";
    for (std::size_t s = 0; s < c.subjects.size(); ++s) text += "| " + counts(c.at(u, s));
  }
  return out;
}

TEST(Coverage, AnotherDatasetElsewhereChangesNoUnit) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto a = random_world(seed, {.prefix = "A"});
    const auto b = random_world(seed + 100, {.prefix = "B"});
    const World alone(a), merged(support::together(a, b));
    for (const auto by : {UnitKind::region, UnitKind::actor, UnitKind::forum}) {
      const auto all = by_unit(merged, {.by = by});
      for (const auto& [unit, figures] : by_unit(alone, {.by = by}))
        EXPECT_EQ(all.at(unit), figures) << unit;
      EXPECT_EQ(all.size(),
                by_unit(alone, {.by = by}).size() + by_unit(World(b), {.by = by}).size());
    }
    CoverageOptions there;
    there.regions = {merged.region("An"), merged.region("As")};
    const auto narrowed = find(merged, there);
    there.regions = {alone.region("An"), alone.region("As")};
    const auto before = find(alone, there);
    EXPECT_EQ(narrowed.scope, before.scope);
    EXPECT_EQ(narrowed.pledges, before.pledges);
  }
}

TEST(Coverage, TheOrderOfRowsChangesNothing) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto tables = random_world(seed);
    const World a(tables), b(support::shuffled(tables, seed));
    for (const auto by : {UnitKind::region, UnitKind::forum}) {
      const auto x = find(a, {.by = by}), y = find(b, {.by = by});
      EXPECT_EQ(x.cells, y.cells);
      EXPECT_EQ(gaps(a, x), gaps(b, y));
    }
  }
}

TEST(Coverage, NothingAtAll) {
  const World w(support::NamedTables{{"actors", "id,kind\nXAA,state\n"}});
  const auto c = find(w);
  EXPECT_THAT(c.units, IsEmpty());
  EXPECT_THAT(c.gaps, IsEmpty());
  EXPECT_EQ(c.actors, 1U);
}

}  // namespace
}  // namespace coopnet
