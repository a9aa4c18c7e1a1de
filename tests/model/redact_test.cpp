#include "coopnet/model/redact.hpp"

#include <gtest/gtest.h>

#include <map>

#include "coopnet/io/load.hpp"
#include "coopnet/model/builder.hpp"
#include "support/datasets.hpp"
#include "support/originals.hpp"

namespace coopnet {
namespace {

Dataset load(const char* name) {
  return io::load_dataset(std::string(COOPNET_DATASETS) + "/" + name).data;
}

std::string every_cell(const Dataset& data) {
  std::string out = data.info.title + '\n' + data.info.sample_of + '\n';
  for (const auto& caveat : data.info.caveats) out += caveat + '\n';
  for (const auto& source : data.info.sources) out += source.title + '\n' + source.url + '\n';
  for (const auto& table : to_raw(data).tables)
    for (const auto& cell : table.cells) (out += cell.text) += '\n';
  return out;
}

/// Everything about the structure that does not depend on what rows are called: rows of the first
/// are looked up in the second by their old ids.
class SameStructure {
 public:
  SameStructure(const Dataset& old, const Dataset& now) : old_(old), now_(now) {}

  void check() const {
    ASSERT_EQ(old_.actors.size(), now_.actors.size());
    for (const auto& row : old_.actors) {
      const auto& other = now_.actors[actor(row.id)];
      EXPECT_EQ(row.kind, other.kind);
      EXPECT_EQ(row.regions, other.regions);
      EXPECT_EQ(row.champion_known_by.text, other.champion_known_by.text);
      ASSERT_EQ(row.parent.has_value(), other.parent.has_value());
      if (row.parent) {
        EXPECT_EQ(actor(old_.actors[*row.parent].id), *other.parent);
      }
    }
    pledges();
    memberships();
    ties();
  }

 private:
  [[nodiscard]] ActorId actor(const std::string& old_id) const { return *now_.actors.find(old_id); }
  [[nodiscard]] std::vector<ActorId> mapped(const std::vector<ActorId>& actors) const {
    std::vector<ActorId> out;
    for (const ActorId a : actors) out.push_back(actor(old_.actors[a].id));
    std::sort(out.begin(), out.end());
    return out;
  }

  void pledges() const {
    ASSERT_EQ(old_.pledges.size(), now_.pledges.size());
    for (const auto& row : old_.pledges) {
      const auto& other = now_.pledges[*now_.pledges.find(row.id)];
      EXPECT_EQ(mapped(row.actors), other.actors);
      EXPECT_EQ(row.tags, other.tags);
      EXPECT_EQ(row.kind, other.kind);
      EXPECT_EQ(row.status, other.status);
      EXPECT_EQ(row.direction, other.direction);
      EXPECT_EQ(row.year.text, other.year.text);
      EXPECT_EQ(row.source.empty(), other.source.empty());
    }
  }

  void memberships() const {
    using Key = std::tuple<ForumId, ActorId, MemberRole, std::string>;
    std::multimap<Key, int> before, after;
    for (const auto& m : old_.memberships)
      before.emplace(Key{m.forum, actor(old_.actors[m.actor].id), m.role, m.from.text}, 0);
    for (const auto& m : now_.memberships)
      after.emplace(Key{m.forum, m.actor, m.role, m.from.text}, 0);
    EXPECT_EQ(before, after);
    for (std::size_t i = 0; i < old_.forums.size(); ++i) {
      EXPECT_EQ(old_.forums.rows[i].name.en, now_.forums.rows[i].name.en);
      EXPECT_EQ(mapped(old_.forums.rows[i].may_join), now_.forums.rows[i].may_join);
    }
  }

  void ties() const {
    std::multimap<std::pair<AgreementId, ActorId>, PartyRole> before, after;
    for (const auto& p : old_.parties)
      before.emplace(std::pair(*now_.agreements.find(old_.agreements[p.agreement].id),
                               actor(old_.actors[p.actor].id)),
                     p.role);
    for (const auto& p : now_.parties) after.emplace(std::pair(p.agreement, p.actor), p.role);
    EXPECT_EQ(before.size(), after.size());
    for (const auto& row : old_.practices) {
      const auto& other = now_.practices[*now_.practices.find(row.id)];
      EXPECT_EQ(actor(old_.actors[row.actor].id), other.actor);
      EXPECT_EQ(mapped(row.counterparts), other.counterparts);
      EXPECT_EQ(row.tags, other.tags);
    }
    for (const auto& row : old_.events) {
      const auto& other = now_.events[*now_.events.find(row.id)];
      EXPECT_EQ(mapped(row.organisers), other.organisers);
      EXPECT_EQ(row.feeds_into.size(), other.feeds_into.size());
    }
    EXPECT_EQ(old_.claims.size(), now_.claims.size());
    EXPECT_EQ(old_.priorities.size(), now_.priorities.size());
    EXPECT_EQ(old_.tags.size(), now_.tags.size());
  }

  const Dataset& old_;
  const Dataset& now_;
};

class Redact : public testing::TestWithParam<const char*> {};

TEST_P(Redact, LeavesNothingThatTellsWhoAndWhat) {
  const Dataset data = load(GetParam());
  const support::Originals originals(data);
  EXPECT_GT(originals.size(), 50u);
  EXPECT_FALSE(originals.in(every_cell(data)).empty());
  EXPECT_EQ(originals.in(every_cell(redact(data))), std::vector<std::string>{});
}

TEST_P(Redact, KeepsTheStructure) {
  const Dataset data = load(GetParam());
  SameStructure(data, redact(data)).check();
}

TEST_P(Redact, NumbersDoNotFollowTheOldOrder) {
  const Dataset data = load(GetParam());
  const Dataset now = redact(data);
  std::size_t rising = 0;
  for (std::size_t i = 1; i < data.pledges.size(); ++i)
    if (*now.pledges.find(data.pledges.rows[i - 1].id) < *now.pledges.find(data.pledges.rows[i].id))
      ++rising;
  EXPECT_GT(rising, 0u);
  EXPECT_LT(rising, 3 * data.pledges.size() / 4);
}

TEST_P(Redact, GivesTheSameEveryTime) {
  const Dataset data = load(GetParam());
  const Dataset now = redact(data);
  EXPECT_EQ(content_hash(now), content_hash(redact(data)));
  EXPECT_NE(content_hash(now), content_hash(data));
}

INSTANTIATE_TEST_SUITE_P(Datasets, Redact, testing::Values("tiny", "gcm"),
                         [](const auto& test) { return std::string(test.param); });

TEST(RedactNames, PrefixesOfTheDatasetAreNotTaken) {
  Diagnostics findings;
  const Dataset data = build_dataset(
      support::raw_dataset({{"actors", "id,name,kind\na1,One,state\na2,Two,state\nx,Three,state\n"},
                            {"pledges", "id,title,actors\np1,A,a1\npx,B,a2;x\n"}},
                           findings),
      findings);
  ASSERT_EQ(findings.errors(), 0u);
  const Dataset now = redact(data);
  for (const auto& row : now.actors) EXPECT_TRUE(row.id.starts_with("aa")) << row.id;
  for (const auto& row : now.pledges) EXPECT_TRUE(row.id.starts_with("pp")) << row.id;
  EXPECT_EQ(now.actors[*now.actors.find("One")].id, now.actors[*now.actors.find("a1")].id);
  EXPECT_EQ(now.actors.rows[0].name.en, "Actor 1");
}

TEST(RedactNames, ANameOfTwoActorsFindsNeither) {
  Diagnostics findings;
  const Dataset data = build_dataset(
      support::raw_dataset({{"actors", "id,name,kind\nx,Same,state\ny,Same,state\n"}}, findings),
      findings);
  const Dataset now = redact(data);
  EXPECT_FALSE(now.actors.find("Same"));
  EXPECT_TRUE(now.actors.find("x"));
}

}  // namespace
}  // namespace coopnet
