#include "coopnet/analysis/access.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "support/worlds.hpp"

namespace coopnet {
namespace {

using support::random_world;
using support::World;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Access find(const World& w, const AccessOptions& options = {}) {
  return find_access(w.data, w.relations, w.selection, options);
}
/// "id: forums agreements partners pledges supported leads"
std::vector<std::string> rows(const World& w, const Access& found) {
  std::vector<std::string> out;
  for (const auto& r : found.rows) {
    out.push_back(w.id(r.actor));
    for (const auto n : {r.forums, r.agreements, r.partners, r.pledges, r.supported, r.leads})
      out.back() += " " + std::to_string(n);
  }
  return out;
}
std::vector<std::string> leaders(const World& w, const Access& found) {
  std::vector<std::string> out;
  for (const auto& [actor, leads] : found.leaders)
    out.push_back(w.id(actor) + " " + std::to_string(leads));
  return out;
}
const Spread& spread(const Access& found, AccessMeasure measure) {
  return found.spread[static_cast<std::size_t>(measure)];
}

// f1: A (chair and member) B     f2: A (secretariat) D     a1: A B     a2: A C N
// P1 A B, answered with money by P4; P2 A, answered with policy; P3 C, answered by nobody recorded
// E1 organised by A and f1, E2 by N in region s
const support::NamedTables drawn{
    {"regions", "id,scheme\nn,review_region\ns,review_region\n"},
    {"actors",
     "id,kind,regions\nXA,state,n\nXB,state,s\nXC,state,s\nXD,state,n\nXE,state,\n"
     "XN,civil_society,\n"},
    {"forums", "id,name,regions\nf1,One,\nf2,Two,\nf3,Three,s\n"},
    {"memberships",
     "forum,actor,role\nf1,XA,chair\nf1,XA,member\nf1,XB,member\nf2,XA,secretariat\nf2,XD,member\n"
     "f3,XN,lead\n"},
    {"agreements", "id,kind\na1,mou\na2,mou\n"},
    {"parties", "agreement,actor\na1,XA\na1,XB\na2,XA\na2,XC\na2,XN\n"},
    {"pledges",
     "id,actors,commitment_type,answers\nP1,XA;XB,,\nP2,XA,,\nP3,XC,,\nP4,XN,financial,P1;gone\n"
     "P5,XN,policy,P2\nP6,XN,~technical,P3\n"},
    {"events", "id,organisers,regions\nE1,XA;f1,\nE2,XN,s\n"},
};

TEST(Access, RowsByHand) {
  const World w(drawn);
  const auto found = find(w);
  EXPECT_THAT(rows(w, found), ElementsAre("XA 2 2 3 2 1 3",  // partners B C N; leads f1, f2, E1
                                          "XB 1 1 1 1 1 0",  // partner A, by a1 and by P1
                                          "XC 0 1 2 1 1 0",  // P6 answers P3
                                          "XD 1 0 0 0 0 0", "XE 0 0 0 0 0 0"));
  const World stated(support::build(drawn), true);
  EXPECT_EQ(find(stated).rows[2].supported, 0U) << "the type of P6 is inferred";
}

// Forums 2 1 0 1 0: Gini = (2 (4 x 1 + ... ) below by the formula sum (2i - n - 1) x_i / (n total),
// sorted 0 0 1 1 2: (-4) 0 + (-2) 0 + 0 + 2 + 8 = 10 / (5 x 4) = 0.5. Shares 1/2 1/4 1/4.
TEST(Access, SpreadByHand) {
  const World w(drawn);
  const auto found = find(w);
  const auto& forums = spread(found, AccessMeasure::forums);
  EXPECT_EQ(forums.total, 4U);
  EXPECT_EQ(forums.none, 2U);
  EXPECT_EQ(forums.highest, 2U);
  EXPECT_DOUBLE_EQ(*forums.gini, 0.5);
  EXPECT_DOUBLE_EQ(*forums.herfindahl, 0.25 + 2 * 0.0625);
  EXPECT_DOUBLE_EQ(*forums.top_two, 0.75);
  const auto& leads = spread(found, AccessMeasure::leads);
  EXPECT_EQ(leads.total, 3U);
  EXPECT_DOUBLE_EQ(*leads.gini, 0.8) << "one of five has everything";
  EXPECT_DOUBLE_EQ(*leads.herfindahl, 1);
}

TEST(Access, WhereNothingIsRecordedNoShareIsDefined) {
  const World w(support::NamedTables{{"actors", "id,kind\nXA,state\nXB,state\n"}});
  const auto found = find(w);
  for (const auto& s : found.spread) {
    EXPECT_EQ(s.total, 0U);
    EXPECT_EQ(s.none, 2U);
    EXPECT_FALSE(s.gini);
    EXPECT_FALSE(s.herfindahl);
    EXPECT_FALSE(s.top_two);
  }
  EXPECT_THAT(found.leaders, IsEmpty());
}

TEST(Access, LeadersOfAnyKind) {
  const World w(drawn);
  const auto found = find(w);
  EXPECT_THAT(leaders(w, found), ElementsAre("XA 3", "XN 2")) << "f3 and E2";
  EXPECT_EQ(found.leadership.total, 5U);
  EXPECT_DOUBLE_EQ(*found.leadership.herfindahl, 9.0 / 25 + 4.0 / 25);
  EXPECT_DOUBLE_EQ(*found.leadership.top_two, 1);
}

TEST(Access, RegionsAndKinds) {
  const World w(drawn);
  AccessOptions options;
  options.regions = {w.region("s")};
  const auto south = find(w, options);
  EXPECT_THAT(rows(w, south), ElementsAre("XB 1 1 1 1 1 0", "XC 0 1 2 1 1 0"));
  EXPECT_THAT(leaders(w, south), ElementsAre("XN 2", "XA 1"))
      << "f3 and E2 lie there, XB is in f1; E1 is of nobody there";
  options.kinds = {ActorKind::civil_society};
  options.regions = {};
  EXPECT_THAT(rows(w, find(w, options)), ElementsAre("XN 1 1 2 3 0 2"));
  options.kinds = {};
  EXPECT_THAT(find(w, options).rows, SizeIs(6));
}

// --- slow twin: every number by looking at all rows ---

std::vector<std::string> slow_rows(const World& w) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < w.data.actors.size(); ++i) {
    const auto me = ActorId::at(i);
    std::set<std::uint32_t> forums, leads, agreements, partners;
    for (const auto& m : w.data.memberships) {
      if (m.actor != me) continue;
      forums.insert(m.forum.value);
      if (m.role == MemberRole::chair || m.role == MemberRole::lead) leads.insert(m.forum.value);
    }
    for (const auto& p : w.data.parties)
      if (p.actor == me) agreements.insert(p.agreement.value);
    for (const auto& p : w.data.parties)
      if (agreements.contains(p.agreement.value)) partners.insert(p.actor.value);
    std::size_t pledges = 0, supported = 0, meetings = 0;
    for (const auto& p : w.data.pledges) {
      if (std::count(p.actors.begin(), p.actors.end(), me) == 0) continue;
      ++pledges;
      for (const ActorId other : p.actors) partners.insert(other.value);
      supported +=
          std::any_of(
              w.data.pledges.begin(), w.data.pledges.end(),
              [&](const auto& other) {
                const auto type = other.commitment.value;
                return (type == CommitmentType::financial || type == CommitmentType::capacity) &&
                       std::count(other.answers.begin(), other.answers.end(), p.id) > 0;
              })
              ? 1U
              : 0U;
    }
    partners.erase(me.value);
    for (const auto& e : w.data.events)
      meetings += std::count(e.organisers.begin(), e.organisers.end(), me) > 0 ? 1U : 0U;
    if (w.data.actors[me].kind != ActorKind::state) continue;
    out.push_back(w.id(me));
    for (const auto n : {forums.size(), agreements.size(), partners.size(), pledges, supported,
                         leads.size() + meetings})
      out.back() += " " + std::to_string(n);
  }
  return out;
}

TEST(Access, EveryNumberByLookingAtAllRows) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const World w(random_world(seed));
    const auto found = find(w);
    EXPECT_EQ(rows(w, found), slow_rows(w));
    for (std::size_t m = 0; m < access_measures; ++m) {
      constexpr std::array members{&AccessRow::forums,    &AccessRow::agreements,
                                   &AccessRow::partners,  &AccessRow::pledges,
                                   &AccessRow::supported, &AccessRow::leads};
      double apart = 0, total = 0, squares = 0;  // Gini by its definition: mean difference
      for (const auto& x : found.rows) {
        const auto own = static_cast<double>(x.*members[m]);
        total += own;
        squares += own * own;
        for (const auto& y : found.rows)
          apart += std::abs(own - static_cast<double>(y.*members[m]));
      }
      const auto& s = found.spread[m];
      ASSERT_EQ(s.gini.has_value(), total > 0);
      if (total == 0) continue;
      EXPECT_NEAR(*s.gini, apart / (2 * static_cast<double>(found.rows.size()) * total), 1e-12);
      EXPECT_NEAR(*s.herfindahl, squares / (total * total), 1e-12);
    }
  }
}

// --- metamorphic ---

TEST(Access, AnotherDatasetElsewhereChangesNoRegion) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto a = random_world(seed, {.prefix = "A"});
    const World alone(a), merged(support::together(a, random_world(seed + 9, {.prefix = "B"})));
    AccessOptions before, after;
    before.regions = {alone.region("An"), alone.region("As")};
    after.regions = {merged.region("An"), merged.region("As")};
    const auto x = find(alone, before), y = find(merged, after);
    EXPECT_EQ(rows(alone, x), rows(merged, y));
    EXPECT_EQ(leaders(alone, x), leaders(merged, y));
    for (std::size_t m = 0; m < access_measures; ++m) {
      EXPECT_EQ(x.spread[m].gini, y.spread[m].gini);
      EXPECT_EQ(x.spread[m].total, y.spread[m].total);
    }
    const World turned(support::shuffled(a, seed));
    EXPECT_EQ(rows(turned, find(turned)), rows(alone, find(alone)));
  }
}

}  // namespace
}  // namespace coopnet
