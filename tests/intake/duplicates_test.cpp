#include "coopnet/intake/duplicates.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "reference/duplicates_slow.hpp"
#include "support/datasets.hpp"

namespace coopnet::intake {
namespace {

using support::build;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Reason = DuplicateReason;

/// keep, drop, reason.
using Found = std::tuple<std::string, std::string, Reason>;

std::vector<Found> brief(const Duplicates& result) {
  std::vector<Found> out;
  for (const auto& d : result.found) out.emplace_back(d.keep, d.drop, d.reason);
  return out;
}

Dataset with(const support::NamedTables& tables) {
  Diagnostics findings;
  auto data = build(tables, findings);
  EXPECT_EQ(findings.errors(), 0U) << testing::PrintToString(support::codes(findings));
  return data;
}

Dataset pledges(const std::string& rows) {
  return with({{"actors", "id,name\nXAA,Alphaland\nXBB,Betaland\nXCC,Gammaland\n"},
               {"pledges", "id,title,actors,kind,year,summary,source\n" + rows}});
}

Dataset actors(const std::string& rows) {
  return with({{"actors", "id,name,name_fr,kind,parent,iso2,aliases\n" + rows}});
}

// An invented register with one of each planted, by hand, among rows that only resemble them.
const char* const planted =
    "P01,Clinic for seasonal workers,XAA,individual,2024,,https://r.org/1\n"
    "P02,CLINIC for Seasonal-Workers,XAA;XBB,,,,https://r.org/2\n"        // same title
    "P03,Clinic for seasonal workers,XCC,individual,,,https://r.org/3\n"  // same title as a joint
                                                                          // one
    "P04,Shared ferry passport,XAA,common,2023,,https://r.org/4\n"
    "P05,Shared ferry passport,XBB,common,,,https://r.org/5\n"  // joint
    "P06,Survey of harbour wages,XBB,,2022,,https://www.r.org/six/\n"
    "P07,Island school buses,XBB,,,,http://r.org/six#top\n"  // same page
    "P08,Lamp posts,XCC,,2021,The council buys forty lamp posts for the old harbour road,u8\n"
    "P09,Night walks,XAA,,,The council buys forty lamp posts for the old harbour road.,u9\n"  // text
    "P10,Legal aid desk in Port Alba,XAA,,2020,,u10\n"
    "P11,Legal aid desks in Port Alba,XAA,,,,u11\n"
    "P12,The legal aid desk in Port Alba town,XAA,,,,u12\n"  // near P10
    "P13,Legal aid desk in Port Alba,XCC,,,,u13\n"           // another actor
    "P14,Music rooms for newcomers,XBB,,2020,Dialect lessons given to teachers,u14\n"
    "P15,Orchestra,XCC,,2019,Newcomers meet in music rooms of the town on Sundays,u15\n";

TEST(Duplicates, PlantedPledgesAreFoundAndOthersAreNot) {
  const auto result = find_duplicates(pledges(planted));
  EXPECT_THAT(
      brief(result),
      ElementsAre(Found{"P01", "P02", Reason::same_title}, Found{"P03", "P02", Reason::joint_entry},
                  Found{"P04", "P05", Reason::joint_entry}, Found{"P06", "P07", Reason::same_page},
                  Found{"P08", "P09", Reason::same_text}, Found{"P10", "P12", Reason::near_title},
                  Found{"P14", "P15", Reason::title_over_text}));
  EXPECT_EQ(result.common_keys, 0U);
}

TEST(Duplicates, EachSaysWhyAndShowsWhatDiffers) {
  const auto result = find_duplicates(pledges(planted));
  ASSERT_THAT(result.found, SizeIs(7));
  const auto& title = result.found[0];
  EXPECT_THAT(title.args, ElementsAre("XAA"));
  EXPECT_THAT(
      title.fields,
      ElementsAre(SideBySide{"title", "Clinic for seasonal workers", "CLINIC for Seasonal-Workers"},
                  SideBySide{"actors", "XAA", "XAA;XBB"}, SideBySide{"kind", "individual", ""},
                  SideBySide{"year", "2024", ""},
                  SideBySide{"source", "https://r.org/1", "https://r.org/2"}));
  EXPECT_THAT(result.columns, ElementsAre("title", "actors", "kind", "year", "summary", "source"));
  EXPECT_THAT(result.found[2].args, ElementsAre("XAA", "XBB"));
  EXPECT_THAT(result.found[3].args, ElementsAre("https://www.r.org/six/"));
  EXPECT_THAT(result.found[6].args, ElementsAre("P14", "P15"));
  // "legal aid desk port alba" and the same with "town".
  EXPECT_EQ(result.found[5].shared, 5U);
  EXPECT_EQ(result.found[5].total, 6U);
}

TEST(Duplicates, TheFullerRowIsProposedToStay) {
  const auto result = find_duplicates(pledges(
      "P1,One title,XAA,,,,\nP2,One title,XAA,individual,2020,,page\nP3,One title,XAA,,,,page\n"));
  EXPECT_THAT(brief(result), ElementsAre(Found{"P2", "P1", Reason::same_title},
                                         Found{"P2", "P3", Reason::same_title}));
}

TEST(Duplicates, APageThatManyNameTellsNothing) {
  std::string rows;
  for (const char* title : {"red", "green", "blue", "grey"})
    rows += std::string("P-") + title + "," + title + " things,XAA,,,,https://list.org\n";
  EXPECT_THAT(find_duplicates(pledges(rows)).found, IsEmpty());
}

TEST(Duplicates, AJointTextUnderTwoTitlesIsAJointEntry) {
  const auto result = find_duplicates(
      pledges("P1,Ferry passport,XAA,common,,Both shores issue one passport for ferry crews,a\n"
              "P2,Crew card,XBB,,,Both shores issue one passport for ferry crews,b\n"));
  EXPECT_THAT(brief(result), ElementsAre(Found{"P1", "P2", Reason::joint_entry}));
}

TEST(Duplicates, OneBodyUnderSeveralSpellings) {
  const auto result =
      find_duplicates(actors("o1,International Organization for Migration,,un_entity,,,\n"
                             "o2,IOM,,,,,\n"
                             "o3,Int'l Organization for Migration,,,,,\n"
                             "o4,International Organisation for Migration,,,,,\n"
                             "o5,OIM,,,,,\n"
                             "o6,Internatonal Organization for Migration,,,,,\n"
                             "o7,Organization for International Migration,,,,,\n"
                             "o8,Fishermen of the North,,,,,\n"));
  const auto found = brief(result);
  EXPECT_THAT(found, Contains(Found{"o1", "o2", Reason::acronym}));
  EXPECT_THAT(found, Contains(Found{"o1", "o3", Reason::same_words}));
  EXPECT_THAT(found, Contains(Found{"o1", "o4", Reason::same_words}));
  EXPECT_THAT(found, Contains(Found{"o1", "o7", Reason::same_words}));
  EXPECT_THAT(found, Contains(Found{"o1", "o5", Reason::same_letters}));
  EXPECT_THAT(found, Contains(Found{"o1", "o6", Reason::near_name}));
  for (const auto& [keep, drop, reason] : found) EXPECT_NE(drop, "o8");
}

TEST(Duplicates, ActorsThatTheDatasetTellsApartAreNotSuggested) {
  EXPECT_THAT(find_duplicates(actors("AUS,Australia,,state,,AU,\nAUT,Austria,,state,,AT,\n"
                                     "LUX,Luxembourg,,state,,LU,\n"
                                     "city-lux,Luxembourg,,local_authority,LUX,,\n"))
                  .found,
              IsEmpty());
}

TEST(Duplicates, AnAliasOfOneThatIsTheNameOfAnother) {
  const auto result =
      find_duplicates(actors("a,Harbour Union,,network,,,Old Dockers\nb,Old-Dockers,,,,,\n"));
  EXPECT_THAT(brief(result), ElementsAre(Found{"a", "b", Reason::same_name}));
  EXPECT_THAT(result.found[0].args, ElementsAre("Old Dockers"));
}

/// Pledges of few words, so that near ones are many.
std::string random_rows(Rng& rng, int count) {
  static const std::vector<std::string> words{"port", "alba",  "desk", "legal", "aid",  "of",
                                              "the",  "night", "bus",  "lamp",  "crew", "card"};
  const auto text = [&](std::uint64_t most) {
    std::string out;
    for (std::uint64_t n = rng.below(most + 1); n > 0; --n)
      out += words[rng.below(words.size())] + " ";
    return out;
  };
  std::string rows;
  for (int i = 0; i < count; ++i) {
    const char* const who[] = {"XAA", "XBB", "XAA;XCC"};
    rows +=
        "P" + std::to_string(i) + "," + text(6) + "," + who[rng.below(3)] + ",,," + text(9) + ",\n";
  }
  return rows;
}

std::set<reference::IdPair> pairs_of(const Duplicates& result, Reason reason) {
  std::set<reference::IdPair> out;
  for (const auto& d : result.found)
    if (d.reason == reason) out.emplace(std::min(d.keep, d.drop), std::max(d.keep, d.drop));
  return out;
}

// A pair is told under its first reason only, and rows of one title by one of them; so what the
// search tells is among what all pairs tell, and every near pair of titles is told by some pair of
// rows with these titles.
TEST(Duplicates, AgreesWithAComparisonOfAllPairs) {
  int seen = 0;
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    Rng rng(seed);
    const auto data = pledges(random_rows(rng, 30));
    const auto result = find_duplicates(data, {.actors = false});
    const auto near = reference::near_titles(data, 75);
    const auto over = reference::titles_over_texts(data);
    std::set<reference::IdPair> told;
    for (const auto& d : result.found) {
      told.emplace(std::min(d.keep, d.drop), std::max(d.keep, d.drop));
      EXPECT_LE(d.shared, d.total);
    }
    for (const auto& pair : pairs_of(result, Reason::near_title)) EXPECT_THAT(near, Contains(pair));
    for (const auto& pair : pairs_of(result, Reason::title_over_text))
      EXPECT_THAT(over, Contains(pair));
    std::set<std::pair<std::string, std::string>> told_titles;
    const auto title = [&](const std::string& id) {
      return fold_name(data.pledges[*data.pledges.find(id)].title);
    };
    for (const auto& [a, b] : told) told_titles.insert(std::minmax(title(a), title(b)));
    for (const auto& [a, b] : near)
      EXPECT_TRUE(told_titles.contains(std::minmax(title(a), title(b)))) << seed << a << b;
    seen += static_cast<int>(near.size());
  }
  EXPECT_GT(seen, 25);
}

TEST(Duplicates, TheOrderOfRowsDoesNotMatter) {
  Rng rng(5);
  std::vector<std::string> lines;
  std::string line;
  for (const char c : random_rows(rng, 40)) {
    line += c;
    if (c == '\n') lines.push_back(std::exchange(line, ""));
  }
  const auto joined = [&] {
    std::string out;
    for (const auto& l : lines) out += l;
    return out;
  };
  const auto first = brief(find_duplicates(pledges(joined())));
  std::reverse(lines.begin(), lines.end());
  EXPECT_EQ(brief(find_duplicates(pledges(joined()))), first);
}

// Many rows that all look alike: no pair by pair, and what was not compared is told.
TEST(Duplicates, ManyEqualTitlesAreEachShownOnce) {
  std::string rows;
  constexpr std::size_t many = 2'000;
  for (std::size_t i = 0; i < many; ++i)
    rows += "P" + std::to_string(i) + ",The same title for everybody,XAA,,,,\n";
  const auto result = find_duplicates(pledges(rows));
  EXPECT_EQ(result.found.size(), many - 1);
}

TEST(Duplicates, WordsThatTooManyShareAreToldNotCompared) {
  std::string rows;
  for (int i = 0; i < 130; ++i)
    rows += "P" + std::to_string(i) + ",port alba legal aid desk number" + std::to_string(i) +
            ",XAA,,,,\n";
  const auto result = find_duplicates(pledges(rows), {.percent = 50});
  EXPECT_THAT(result.found, IsEmpty());
  EXPECT_GT(result.common_keys, 0U);
  const auto all = find_duplicates(pledges(rows), {.percent = 50, .most_alike = 1'000});
  EXPECT_EQ(all.found.size(), 130U * 129U / 2U);
  EXPECT_EQ(all.common_keys, 0U);
}

}  // namespace
}  // namespace coopnet::intake
