#include "coopnet/io/synthetic.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/sha256.hpp"
#include "coopnet/io/load.hpp"
#include "io/io_testing.hpp"

namespace coopnet::io {
namespace {

/// Written to disk, read back.
struct Made {
  explicit Made(const SyntheticShape& shape)
      : size(write_synthetic_dataset(shape, folder / "d", false)),
        loaded(load_dataset(folder / "d")) {}

  const ScratchFolder folder;
  const SyntheticSize size;
  const LoadedDataset loaded;

  [[nodiscard]] const Dataset& data() const { return loaded.data; }
};

std::map<std::string, std::string> files_in(const std::string& path) {
  std::map<std::string, std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(path))
    out[entry.path().filename().string()] = bytes_of(entry.path().string());
  return out;
}

std::map<std::string, std::string> by_name(const std::vector<NamedBytes>& files) {
  std::map<std::string, std::string> out;
  for (const auto& file : files) out[file.name] = file.bytes;
  return out;
}

std::string hash_of(const SyntheticShape& shape) {
  Sha256 hash;
  for (const auto& file : make_synthetic_dataset(shape)) {
    hash.update(file.name);
    hash.update("\n");
    hash.update(file.bytes);
  }
  return hash.finish();
}

/// How far a count may be from what is expected before it is no accident: five times the standard
/// deviation of that many independent draws.
double slack(double draws, double probability) {
  return 5 * std::sqrt(draws * probability * (1 - probability)) + 1;
}

SyntheticShape small(std::uint64_t pledges) {
  SyntheticShape shape;
  shape.pledges = pledges;
  return shape;
}

class AnyShape : public testing::TestWithParam<SyntheticShape> {};

TEST_P(AnyShape, IsCanonicalAndWithoutErrors) {
  const Made made(GetParam());
  for (const auto& finding : made.loaded.findings.all())
    EXPECT_EQ(finding.code, "looks-like-one-pledge");  // two joint pledges alike, by accident
  save_dataset(made.data(), made.folder / "again", false);
  EXPECT_EQ(files_in(made.folder / "d"), files_in(made.folder / "again"));
}

TEST_P(AnyShape, HasTheNumbersAskedFor) {
  const Made made(GetParam());
  const auto& shape = GetParam();
  const auto& data = made.data();
  EXPECT_EQ(data.pledges.size(), shape.pledges);
  EXPECT_EQ(data.actors.size(),
            shape.actors.value_or(std::max<std::uint64_t>(shape.pledges / 5, 20)));
  EXPECT_EQ(data.forums.size(), shape.forums.value_or(data.actors.size() / 10));
  EXPECT_EQ(data.tags.size(), shape.objectives + shape.themes + shape.principles);
  EXPECT_EQ(data.agreements.size(), data.actors.size());
  EXPECT_EQ(data.practices.size(), data.actors.size());
  EXPECT_EQ(data.events.size(), data.forums.size());
  EXPECT_EQ(data.regions.size(), 5U);
  EXPECT_EQ(made.size.pledges, data.pledges.size());
  EXPECT_EQ(made.size.actors, data.actors.size());
  std::uint64_t lines = 0;
  std::uint64_t bytes = 0;
  for (const auto& [name, text] : files_in(made.folder / "d")) {
    bytes += text.size();
    if (name != "dataset.json")
      lines += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n')) - 1;
  }
  EXPECT_EQ(made.size.rows, lines);
  EXPECT_EQ(made.size.bytes, bytes);
}

TEST_P(AnyShape, IsTheSameInMemory) {
  const Made made(GetParam());
  EXPECT_EQ(by_name(make_synthetic_dataset(GetParam())), files_in(made.folder / "d"));
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, AnyShape,
    testing::Values(small(1), small(1'000),
                    SyntheticShape{.pledges = 1,
                                   .actors = 2,
                                   .forums = 0,
                                   .objectives = 1,
                                   .themes = 0,
                                   .principles = 0,
                                   .tags_per_pledge = 1},
                    SyntheticShape{.pledges = 60, .actors = 2, .forums = 9},
                    SyntheticShape{
                        .pledges = 200, .actors = 900, .themes = 500, .principles = 200, .seed = 9},
                    SyntheticShape{.pledges = 400, .themes = 0, .tags_per_pledge = 2.5, .zipf = 0},
                    SyntheticShape{.pledges = 100,
                                   .objectives = 5,
                                   .themes = 30,
                                   .tags_per_pledge = 100,
                                   .zipf = 16,
                                   .seed = std::numeric_limits<std::uint64_t>::max()}));

TEST(Synthetic, TheSameShapeGivesTheSameBytesEverywhere) {
  EXPECT_EQ(hash_of(small(1'000)),
            "badb476902da253c920ea4252219933e74f241189247558088f0c8316f80dada");
  EXPECT_EQ(hash_of({.pledges = 300,
                     .actors = 250,
                     .forums = 7,
                     .themes = 40,
                     .principles = 3,
                     .tags_per_pledge = 4.5,
                     .zipf = 0.7,
                     .seed = 2026}),
            "84d473e2f5bcc221f89863613e44e2e67fb87ed4e70aa91e809fcd37cd0deea7");
}

TEST(Synthetic, AnotherSeedGivesAnotherDataset) {
  auto shape = small(100);
  const auto first = by_name(make_synthetic_dataset(shape));
  shape.seed = 2;
  const auto second = by_name(make_synthetic_dataset(shape));
  ASSERT_EQ(first.size(), second.size());
  for (const auto& [name, bytes] : first) {
    const bool may_be_alike = name == "regions.csv" || name == "tags.csv";
    EXPECT_EQ(bytes == second.at(name), may_be_alike) << name;
  }
}

TEST(Synthetic, SaysThatItIsInventedAndHowItWasMade) {
  const Made made({.pledges = 30, .themes = 12, .tags_per_pledge = 2.5, .zipf = 0.5, .seed = 77});
  const auto& info = made.data().info;
  EXPECT_EQ(info.title, "Invented dataset: 30 pledges, seed 77");
  ASSERT_EQ(info.caveats.size(), 2U);
  EXPECT_EQ(info.caveats[0].find("Everything in this dataset is invented"), 0U);
  ASSERT_EQ(info.sources.size(), 1U);
  EXPECT_EQ(info.sources[0].title,
            "Made by coopnet generate --pledges 30 --actors 20 --forums 2 --objectives 23 "
            "--themes 12 --principles 10 --tags-per-pledge 2.5 --zipf 0.5 --seed 77");
  for (const auto& pledge : made.data().pledges) EXPECT_EQ(pledge.source, "invented");
}

/// How often each tag of a facet is used on pledges, most used first.
std::vector<double> usage(const Dataset& data, std::size_t facet) {
  std::vector<double> counts(data.tags.size());
  for (const auto& pledge : data.pledges)
    for (const auto& use : pledge.tags) counts[use.id.index()] += 1;
  std::vector<double> out;
  for (std::size_t t = 0; t < counts.size(); ++t)
    if (data.tags.rows[t].facet == facet) out.push_back(counts[t]);
  std::sort(out.begin(), out.end(), std::greater<>());
  return out;
}

TEST(Synthetic, TagsFollowZipfsLaw) {
  // With one tag a pledge, each is one draw of an objective.
  constexpr double draws = 20'000;
  for (const double exponent : {0.0, 1.0, 1.5}) {
    const Made made({.pledges = 20'000, .actors = 20, .tags_per_pledge = 1, .zipf = exponent});
    const auto counts = usage(made.data(), 0);
    ASSERT_EQ(counts.size(), 23U);
    double total = 0;
    for (std::size_t k = 1; k <= counts.size(); ++k)
      total += std::pow(static_cast<double>(k), -exponent);
    for (std::size_t k = 1; k <= counts.size(); ++k) {
      const double probability = std::pow(static_cast<double>(k), -exponent) / total;
      EXPECT_NEAR(counts[k - 1], draws * probability, slack(draws, probability))
          << "exponent " << exponent << ", item " << k;
    }
  }
}

TEST(Synthetic, PopularityIsNotTheOrderOfKeys) {
  const Made made({.pledges = 5'000, .actors = 20});
  std::vector<double> counts(made.data().tags.size());
  for (const auto& pledge : made.data().pledges)
    for (const auto& use : pledge.tags) counts[use.id.index()] += 1;
  EXPECT_FALSE(std::is_sorted(counts.begin(), counts.begin() + 23, std::greater<>()));
}

TEST(Synthetic, PledgesHaveTheMeanNumberOfTags) {
  for (const double mean : {1.0, 2.5, 9.0, 30.0}) {
    const Made made({.pledges = 10'000, .actors = 20, .tags_per_pledge = mean});
    double tags = 0;
    for (const auto& pledge : made.data().pledges) tags += static_cast<double>(pledge.tags.size());
    // The numbers 1 to 2m-1 have the variance ((2m-1)^2 - 1) / 12.
    const double deviation = std::sqrt(((2 * mean - 1) * (2 * mean - 1) - 1) / 12 / 10'000);
    EXPECT_NEAR(tags / 10'000, mean, 5 * deviation + 1e-12) << mean;
  }
}

TEST(Synthetic, EachPledgeHasAnObjectiveAndNoTagTwice) {
  const Made made({.pledges = 2'000, .tags_per_pledge = 20, .zipf = 3});
  for (const auto& pledge : made.data().pledges) {
    ASSERT_FALSE(pledge.tags.empty());
    EXPECT_EQ(made.data().tags[pledge.tags.front().id].facet, 0U);
    std::set<TagId> different;
    for (const auto& use : pledge.tags) different.insert(use.id);
    EXPECT_EQ(different.size(), pledge.tags.size());
  }
}

TEST(Synthetic, TooFewTagsAreAllUsed) {
  const Made made(
      {.pledges = 500, .objectives = 2, .themes = 1, .principles = 0, .tags_per_pledge = 50});
  for (const auto& pledge : made.data().pledges) EXPECT_LE(pledge.tags.size(), 3U);
  for (const double count : usage(made.data(), 0)) EXPECT_GT(count, 450);
}

TEST(Synthetic, HalfOfTheObjectivesAreInferred) {
  const Made made(small(5'000));
  std::array<double, 3> all{};
  std::array<double, 3> stated{};
  for (const auto& pledge : made.data().pledges)
    for (const auto& use : pledge.tags) {
      const auto facet = made.data().tags[use.id].facet;
      all[facet] += 1;
      stated[facet] += use.stated ? 1 : 0;
    }
  EXPECT_NEAR(stated[0], all[0] / 2, slack(all[0], 0.5));
  EXPECT_EQ(stated[1], all[1]);
  EXPECT_NEAR(stated[2], all[2] / 2, slack(all[2], 0.5));
}

TEST(Synthetic, MatchingPledgesAnswerAnEarlierNeedOnItsObjective) {
  const Made made(small(5'000));
  const auto& pledges = made.data().pledges;
  std::size_t answers = 0;
  for (const auto& pledge : pledges) {
    EXPECT_EQ(pledge.kind == PledgeKind::matching, !pledge.answers.empty()) << pledge.id;
    if (pledge.answers.empty()) continue;
    ++answers;
    ASSERT_EQ(pledge.answers.size(), 1U);
    const auto target = pledges.find(pledge.answers.front());
    ASSERT_TRUE(target);
    const auto& need = pledges[*target];
    EXPECT_LT(need.id, pledge.id);
    EXPECT_EQ(need.direction.value, Direction::need);
    EXPECT_EQ(pledge.direction.value, Direction::offer);
    const bool shared =
        std::any_of(pledge.tags.begin(), pledge.tags.end(), [&](const TagUse& mine) {
          return made.data().tags[mine.id].facet == 0 &&
                 std::any_of(need.tags.begin(), need.tags.end(),
                             [&](const TagUse& its) { return its.id == mine.id; });
        });
    EXPECT_TRUE(shared) << pledge.id << " answers " << need.id;
  }
  EXPECT_GT(answers, 200U);
}

template <class Table, class Member>
auto values_of(const Table& table, Member member) {
  std::set<std::decay_t<std::invoke_result_t<Member, decltype(*table.begin())>>> out;
  for (const auto& row : table) out.insert(std::invoke(member, row));
  return out;
}

TEST(Synthetic, HoldsOneOfNearlyEverything) {
  const Made made(small(5'000));
  const auto& data = made.data();
  EXPECT_EQ(values_of(data.pledges, &Pledge::kind).size(), 5U);
  EXPECT_EQ(values_of(data.pledges, [](const Pledge& p) { return p.status.value; }).size(), 5U);
  EXPECT_EQ(values_of(data.pledges, [](const Pledge& p) { return p.status.stated; }).size(), 2U);
  EXPECT_EQ(values_of(data.pledges, [](const Pledge& p) { return p.scope.value; }).size(), 6U);
  EXPECT_EQ(values_of(data.pledges, [](const Pledge& p) { return p.direction.value; }).size(), 3U);
  EXPECT_EQ(values_of(data.pledges, [](const Pledge& p) { return p.year.text; }).size(), 10U);
  EXPECT_EQ(values_of(data.actors, &Actor::kind).size(), 13U);
  EXPECT_EQ(values_of(data.forums, &Forum::kind).size(), 5U);
  EXPECT_EQ(values_of(data.memberships, &Membership::role).size(), 6U);
  EXPECT_EQ(values_of(data.practices, &Practice::kind).size(), 4U);
  EXPECT_EQ(values_of(data.agreements, &Agreement::kind).size(), 8U);
  EXPECT_EQ(values_of(data.parties, &Party::role).size(), 3U);
  const auto with = [](const auto& table, auto has) {
    return std::count_if(table.begin(), table.end(), has);
  };
  EXPECT_GT(with(data.actors, [](const Actor& a) { return a.parent.has_value(); }), 100);
  EXPECT_GT(with(data.actors, [](const Actor& a) { return a.regions.size() == 2; }), 5);
  EXPECT_GT(with(data.actors, [](const Actor& a) { return !a.champion_known_by.text.empty(); }),
            10);
  EXPECT_GT(with(data.actors, [](const Actor& a) { return !a.champion_since.text.empty(); }), 5);
  EXPECT_GT(with(data.pledges, [](const Pledge& p) { return p.actors.size() > 1; }), 500);
  EXPECT_GT(with(data.forums, [](const Forum& f) { return !f.may_join.empty(); }), 2);
  EXPECT_GT(with(data.events, [](const Event& e) { return !e.feeds_into.empty(); }), 10);
  EXPECT_GT(with(data.priorities, [](const Priority& p) { return !p.tag.stated; }), 10);
}

TEST(Synthetic, MeetingsOfARegionAreMostlyAttendedFromIt) {
  const Made made(small(5'000));
  const auto& data = made.data();
  double near = 0;
  double all = 0;
  for (const auto& m : data.memberships) {
    const auto& forum = data.forums[m.forum];
    if (forum.regions.size() != 1) continue;
    all += 1;
    const auto regions = data.regions_of(m.actor, data.primary_scheme());
    near += std::count(regions.begin(), regions.end(), forum.regions.front().id) > 0 ? 1 : 0;
  }
  ASSERT_GT(all, 300);
  EXPECT_GT(near / all, 0.8);
}

TEST(Synthetic, AgreementsHaveDifferentParties) {
  const Made made(small(1'000));
  const auto& data = made.data();
  std::map<AgreementId, std::vector<const Party*>> parties;
  for (const auto& party : data.parties) parties[party.agreement].push_back(&party);
  ASSERT_EQ(parties.size(), data.agreements.size());
  std::size_t multilateral = 0;
  for (const auto& [id, list] : parties) {
    std::set<ActorId> actors;
    std::multiset<PartyRole> roles;
    for (const auto* party : list) {
      actors.insert(party->actor);
      roles.insert(party->role);
    }
    EXPECT_EQ(actors.size(), list.size());
    ASSERT_GE(list.size(), 2U);
    if (list.size() > 2) ++multilateral;
    const bool exchange = data.agreements[id].kind == AgreementKind::peer_exchange;
    const std::multiset<PartyRole> parts{PartyRole::shared, PartyRole::learned};
    EXPECT_EQ(roles == parts, exchange) << data.agreements[id].id;
    EXPECT_EQ(roles.count(PartyRole::party), exchange ? 0 : list.size());
  }
  EXPECT_GT(multilateral, 10U);
}

/// Notes what it is told, and asks to stop at some point.
struct Watcher : Progress {
  std::uint64_t stop_after = std::numeric_limits<std::uint64_t>::max();
  std::vector<std::uint64_t> steps;
  std::uint64_t total = 0;

  void report(std::uint64_t done, std::uint64_t all) override {
    steps.push_back(done);
    total = all;
  }
  bool stop_requested() override { return !steps.empty() && steps.back() >= stop_after; }
};

TEST(WriteSynthetic, TellsHowFarItIs) {
  const ScratchFolder folder;
  Watcher watcher;
  write_synthetic_dataset(small(5'000), folder / "d", false, &watcher);
  ASSERT_GT(watcher.steps.size(), 5U);
  EXPECT_TRUE(std::is_sorted(watcher.steps.begin(), watcher.steps.end()));
  EXPECT_EQ(watcher.steps.back(), watcher.total);
  EXPECT_GT(watcher.total, 5'000U);
}

TEST(WriteSynthetic, StoppedItLeavesNothingBehind) {
  const ScratchFolder folder;
  Watcher watcher;
  watcher.stop_after = 2'000;
  EXPECT_THROW(write_synthetic_dataset(small(5'000), folder / "d", false, &watcher), Interrupted);
  EXPECT_TRUE(folder.names().empty());
  EXPECT_GE(watcher.steps.size(), 2U);  // it had begun
}

TEST(WriteSynthetic, StoppedItLeavesTheOldDataset) {
  const ScratchFolder folder;
  write_synthetic_dataset(small(10), folder / "d", false);
  const auto before = files_in(folder / "d");
  Watcher watcher;
  watcher.stop_after = 2'000;
  EXPECT_THROW(write_synthetic_dataset(small(5'000), folder / "d", true, &watcher), Interrupted);
  EXPECT_EQ(files_in(folder / "d"), before);
}

TEST(WriteSynthetic, ReplacesOnlyWhenAskedTo) {
  const ScratchFolder folder;
  write_synthetic_dataset(small(10), folder / "d", false);
  EXPECT_THROW(write_synthetic_dataset(small(20), folder / "d", false), IoError);
  write_synthetic_dataset(small(20), folder / "d", true);
  EXPECT_EQ(files_in(folder / "d"), by_name(make_synthetic_dataset(small(20))));
}

TEST(WriteSynthetic, TablesThatWouldMixWithItAreRefused) {
  const ScratchFolder folder;
  write_synthetic_dataset(small(10), folder / "d", false);
  put(folder / "d/claims.csv", "subject,field,value\n");
  const auto before = files_in(folder / "d");
  EXPECT_THROW(write_synthetic_dataset(small(20), folder / "d", true), IoError);
  EXPECT_EQ(files_in(folder / "d"), before);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_can_be_measured = false;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool memory_can_be_measured = false;
#else
constexpr bool memory_can_be_measured = true;
#endif
#else
constexpr bool memory_can_be_measured = true;
#endif

TEST(WriteSynthetic, MemoryStaysFarBelowWhatIsWritten) {
  if (!memory_can_be_measured) GTEST_SKIP() << "a sanitizer keeps memory that was freed";
  const ScratchFolder folder;
  rusage before{};
  ::getrusage(RUSAGE_SELF, &before);
  const auto size = write_synthetic_dataset(small(100'000), folder / "d", false);
  rusage after{};
  ::getrusage(RUSAGE_SELF, &after);
  constexpr long most_kilobytes = 6'000;
  EXPECT_GT(size.bytes, 20'000'000U);
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, most_kilobytes);
}

TEST(Synthetic, ShapesOutOfBoundsAreRefused) {
  const std::vector<SyntheticShape> shapes{
      {.pledges = 0},
      {.pledges = 1'000'001},
      {.actors = 1},
      {.actors = 1'000'001},
      {.forums = 100'001},
      {.objectives = 0},
      {.objectives = 100'001},
      {.themes = 100'001},
      {.principles = 100'001},
      {.tags_per_pledge = 0.5},
      {.tags_per_pledge = 100.5},
      {.tags_per_pledge = std::numeric_limits<double>::quiet_NaN()},
      {.zipf = -0.1},
      {.zipf = 16.1},
      {.zipf = std::numeric_limits<double>::quiet_NaN()},
  };
  for (const auto& shape : shapes)
    EXPECT_THROW(static_cast<void>(make_synthetic_dataset(shape)), PreconditionError);
}

}  // namespace
}  // namespace coopnet::io
