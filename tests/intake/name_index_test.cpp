#include "coopnet/intake/name_index.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <string>
#include <thread>

#include "coopnet/core/rng.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/load.hpp"
#include "io/io_testing.hpp"
#include "support/datasets.hpp"

namespace coopnet::intake {
namespace {

using support::codes;
using testing::ElementsAre;
using testing::IsEmpty;
using Verdict = NameAnswer::Verdict;

RawTable table_at(const std::string& path) {
  Diagnostics findings;
  auto table = io::read_csv(io::read_file(path), path, "names", {}, findings);
  EXPECT_TRUE(findings.all().empty()) << path;
  return table;
}

/// The names of the real dataset and of the table that comes with the program.
const NameIndex& all_names() {
  static const NameIndex index = [] {
    auto out = name_index(io::load_dataset(std::string(COOPNET_DATASETS) + "/gcm").data);
    Diagnostics findings;
    add_names(out, table_at(std::string(COOPNET_DATASETS) + "/names.csv"), findings);
    EXPECT_TRUE(findings.all().empty()) << testing::PrintToString(codes(findings));
    return out;
  }();
  return index;
}

/// "KEN", "COD;COG", or nothing.
std::string owners(const NameAnswer& answer) {
  return answer.verdict == Verdict::found       ? answer.id
         : answer.verdict == Verdict::ambiguous ? text::join(answer.choices, ";")
                                                : std::string();
}

TEST(NameIndex, CountriesInFourLanguages) {
  const auto table = table_at(std::string(COOPNET_TEST_DATA) + "/names/countries.csv");
  ASSERT_GT(table.rows(), 250U);
  for (std::size_t r = 0; r < table.rows(); ++r)
    EXPECT_EQ(owners(all_names().resolve(table.cell(r, 0).text)), table.cell(r, 1).text)
        << table.cell(r, 0).text;
}

TEST(NameIndex, EveryRowOfTheTableOfNamesIsFoundAsItIsWritten) {
  const auto table = table_at(std::string(COOPNET_DATASETS) + "/names.csv");
  ASSERT_GT(table.rows(), 800U);
  for (std::size_t r = 0; r < table.rows(); ++r)
    EXPECT_EQ(owners(all_names().resolve(table.cell(r, 0).text)), table.cell(r, 1).text)
        << table.cell(r, 0).text;
}

TEST(NameIndex, SaysWhyANameIsKnown) {
  EXPECT_EQ(all_names().resolve("KEN").source, NameSource::id);
  EXPECT_EQ(all_names().resolve("ke").source, NameSource::code);
  EXPECT_EQ(all_names().resolve("Kenya").source, NameSource::name);
  EXPECT_EQ(all_names().resolve("Kenia").source, NameSource::alias);
  EXPECT_EQ(all_names().resolve("Republic of Kenya").source, NameSource::table);
}

NameIndex small() {
  NameIndex index;
  index.add("XAA", "XAA", NameSource::id);
  index.add("Alphaland", "XAA", NameSource::name);
  index.add("XBB", "XBB", NameSource::id);
  index.add("Betaland", "XBB", NameSource::name);
  index.add("Twinland", "XAA", NameSource::alias);
  index.add("Twinland", "XBB", NameSource::alias);
  return index;
}

TEST(NameIndex, TwoOwnersByOneSourceAreAmbiguousByTwoTheStrongerDecides) {
  auto index = small();
  EXPECT_EQ(owners(index.resolve("twinland")), "XAA;XBB");
  index.add("TWINLAND", "XBB", NameSource::name);
  EXPECT_EQ(owners(index.resolve("twinland")), "XBB");
  index.add("TWINLAND", "XAA", NameSource::table);
  EXPECT_EQ(owners(index.resolve("twinland")), "XBB") << "a weaker source changes nothing";
}

TEST(NameIndex, ANameDeclaredAmbiguousYieldsOnlyToIdsAndCodes) {
  auto index = small();
  index.add_ambiguous("Alphaland", {"XBB", "XAA"});
  EXPECT_EQ(owners(index.resolve("Alphaland")), "XAA;XBB");
  index.add_ambiguous("xaa", {"XAA", "XBB"});
  EXPECT_EQ(owners(index.resolve("XAA")), "XAA");
  EXPECT_EQ(owners(index.resolve("xaa")), "XAA");
}

TEST(NameIndex, IdsThatDifferByCaseOnlyAreToldApartAsWritten) {
  NameIndex index;
  index.add("ab", "ab", NameSource::id);
  index.add("AB", "AB", NameSource::id);
  EXPECT_EQ(owners(index.resolve("ab")), "ab");
  EXPECT_EQ(owners(index.resolve("AB")), "AB");
  EXPECT_EQ(owners(index.resolve("Ab")), "AB;ab");
}

TEST(NameIndex, NearNamesAreSuggestedNotTaken) {
  const struct {
    const char* written;
    const char* nearest;
    const char* id;
  } cases[]{
      {"Kenyya", "Kenya", "KEN"},         {"Moroco", "Morocco", "MAR"},
      {"Argentnia", "Argentina", "ARG"},  {"Philipines", "Philippines", "PHL"},
      {"Phili", "Philippines", "PHL"},    {"Gunea", "Guinea", ""},
      {"Land of Alphaland, the", "", ""},
  };
  for (const auto& c : cases) {
    const auto answer = all_names().resolve(c.written);
    EXPECT_EQ(answer.verdict, Verdict::unknown) << c.written;
    EXPECT_EQ(answer.nearest, c.nearest) << c.written;
    EXPECT_EQ(answer.nearest_id, c.id) << c.written;
  }
  EXPECT_THAT(all_names().resolve("Gunea").choices, ElementsAre("GIN", "GNB", "GNQ", "PNG"));
}

TEST(NameIndex, TheSameWordsInAnotherOrderAreASuggestion) {
  NameIndex index;
  index.add("International Organization for Migration", "iom", NameSource::name);
  const auto answer = index.resolve("Organization of International Migration");
  EXPECT_EQ(answer.verdict, Verdict::unknown);
  EXPECT_EQ(answer.nearest_id, "iom");
}

TEST(NameIndex, FoldsWhatIsWrittenInSeveralWays) {
  EXPECT_EQ(fold_name("The Republic-of   St. Łódź"), "republic of st lodz");
  EXPECT_EQ(fold_name("Þórshöfn & Ærø"), "thorshofn and aero");
  EXPECT_EQ(fold_name("Gambia (the)"), "gambia");
  EXPECT_EQ(fold_name("ليبيــا"), "ليبيا");
  EXPECT_EQ(fold_name("سورية"), "سوريه");
  EXPECT_EQ(fold_name("5+5 Dialogue"), "5+5 dialogue");
  EXPECT_EQ(fold_name("straße"), "strasse");
  EXPECT_EQ(fold_name(" \t.,;()'’-– "), "");
  EXPECT_EQ(fold_name("The"), "the") << "a name may be only an article";
  EXPECT_EQ(fold_name("a\x01\x7F"
                      "b\u202E"),
            "a b");
  EXPECT_EQ(fold_name("bad \xFF byte"), "");
}

TEST(NameIndex, HostileTextIsUnknownAndNothingElse) {
  std::string control;
  for (char c = 1; c < 32; ++c) control += c;
  for (const std::string& text :
       {std::string(), std::string("!!! ... ((("), control, std::string(10'000, 'a'),
        std::string(10'000, '('), std::string("\xFF\xFE\xC0"), std::string(3, '\0'),
        std::string(2'000, ','), std::string("\u202E\u200B")}) {
    const auto answer = all_names().resolve(text);
    EXPECT_EQ(answer.verdict, Verdict::unknown);
    EXPECT_THAT(answer.nearest, IsEmpty());
  }
  auto index = small();
  index.add("", "XAA", NameSource::name);
  index.add("***", "XAA", NameSource::name);
  index.add(std::string(1 << 20, 'z'), "XAA", NameSource::name);
  EXPECT_EQ(index.spellings().size(), small().spellings().size());
}

// The filter by pairs of letters must not lose a name that a search through all would find.
TEST(NameIndex, NoNearNameIsMissed) {
  Rng rng(7);
  std::vector<std::string> names;
  NameIndex index;
  const auto word = [&] {
    std::string out;
    for (std::uint64_t n = 4 + rng.below(14); n > 0; --n)
      out += static_cast<char>('a' + rng.below(4));
    return out;
  };
  for (int i = 0; i < 300; ++i) {
    names.push_back(word());
    index.add(names.back(), "id" + std::to_string(i), NameSource::name);
  }
  int near_by = 0;
  for (int i = 0; i < 600; ++i) {
    auto asked = i % 2 == 0 ? word() : names[rng.below(names.size())];
    for (std::uint64_t edits = rng.below(4); edits > 0; --edits)
      asked[rng.below(asked.size())] = static_cast<char>('a' + rng.below(4));
    const std::size_t limit = asked.size() < 7 ? 1 : asked.size() < 14 ? 2 : 3;
    std::size_t best = limit + 1;
    for (const auto& name : names) best = std::min(best, text::edit_distance(asked, name, limit));
    const auto answer = index.resolve(asked);
    if (best == 0) {
      EXPECT_NE(answer.verdict, Verdict::unknown);
    } else if (best <= limit) {
      ASSERT_FALSE(answer.nearest.empty()) << asked;
      const bool begun = answer.nearest.starts_with(asked);
      EXPECT_TRUE(begun || text::edit_distance(asked, answer.nearest, 9) == best) << asked;
      ++near_by;
    }
  }
  EXPECT_GT(near_by, 100);
}

TEST(NameIndex, ManyUnknownNamesAreAnswered) {
  Rng rng(3);
  for (int i = 0; i < 500; ++i) {
    std::string asked;
    for (int k = 0; k < 18; ++k) asked += static_cast<char>('a' + rng.below(26));
    EXPECT_EQ(all_names().resolve(asked).verdict, Verdict::unknown);
  }
}

TEST(NameIndex, MayBeAskedByTwoThreads) {
  const auto index = small();
  std::atomic<int> found = 0;
  const auto ask = [&] {
    for (int i = 0; i < 50; ++i)
      if (index.resolve("Alphalnd").nearest_id == "XAA") ++found;
  };
  std::thread other(ask);
  ask();
  other.join();
  EXPECT_EQ(found, 100);
}

TEST(NameIndex, SpellingsTellTheirOwners) {
  const auto index = small();
  std::vector<std::string> names;
  for (const auto& spelling : index.spellings())
    if (spelling.ids.size() == 1) names.emplace_back(spelling.folded);
  EXPECT_THAT(names, ElementsAre("alphaland", "betaland", "xaa", "xbb"));
}

TEST(AddNames, ReportsRowsThatCannotBeUsed) {
  Diagnostics findings;
  auto index = small();
  add_names(index,
            support::table("names",
                           "name,id,source\nOldland,XAA,book\n,XBB,book\nLostland,,book\n"
                           "...,XBB,\nOldland,XBB,map\nBoth,XAA;XBB,\n",
                           findings),
            findings);
  EXPECT_THAT(codes(findings), ElementsAre("name-row-incomplete", "name-row-incomplete",
                                           "name-row-incomplete", "name-twice"));
  EXPECT_EQ(findings.all()[0].where.line, 3U);
  EXPECT_EQ(findings.all()[3].where.line, 6U);
  EXPECT_EQ(owners(index.resolve("oldland")), "XAA;XBB");
  EXPECT_EQ(owners(index.resolve("both")), "XAA;XBB");
  Diagnostics without_columns;
  add_names(index, support::table("names", "nom,id\nA,XAA\n", without_columns), without_columns);
  EXPECT_THAT(codes(without_columns), ElementsAre("missing-column"));
}

TEST(AddNames, LeavesOutRowsAboutNobodyInTheDataset) {
  Diagnostics findings;
  const auto data = support::build({{"actors", "id,name\n1,Guinea\n2,Alphaland\n"}}, findings);
  const auto table = support::table("names", "name,id\nGuinea,GIN;GNB\nOldland,2\n", findings);
  auto index = name_index(data);
  add_names(index, table, findings, &data);
  EXPECT_EQ(owners(index.resolve("Guinea")), "1");
  EXPECT_EQ(owners(index.resolve("Oldland")), "2");
}

TEST(AddIsoCodes, ReadsNamesAndCodesAndRanksThemLast) {
  const io::ScratchFolder folder;
  io::put(folder / "iso_3166-1.json",
          R"({"3166-1": [{"alpha_2": "XA", "alpha_3": "XAA", "name": "Alphaland", "numeric": "991",
               "official_name": "Republic of Alphaland"},
              {"alpha_2": "XD", "alpha_3": "XDD", "name": "Betaland", "common_name": "Delta"},
              {"name": "Nobody"}]})");
  auto index = small();
  ASSERT_TRUE(add_iso_codes(index, folder.path()));
  EXPECT_EQ(owners(index.resolve("Alphaland, Republic of")), "XAA");
  EXPECT_EQ(index.resolve("991").source, NameSource::iso_codes);
  EXPECT_EQ(owners(index.resolve("Delta")), "XDD");
  EXPECT_EQ(owners(index.resolve("Betaland")), "XBB") << "the dataset is stronger";
  EXPECT_EQ(owners(index.resolve("Nobody")), "");
}

TEST(AddIsoCodes, RefusesWhatIsNotTheFile) {
  for (const char* text : {"", "{", "[]", "{}", R"({"3166-1": 7})", R"({"3166-1": [[[]]]})"}) {
    const io::ScratchFolder folder;
    io::put(folder / "iso_3166-1.json", text);
    NameIndex index;
    (void)add_iso_codes(index, folder.path());
    EXPECT_TRUE(index.spellings().empty()) << text;
  }
}

TEST(AddIsoCodes, AddsNothingWhereThePackageIsMissing) {
  NameIndex index;
  EXPECT_FALSE(add_iso_codes(index, "/no/such/folder"));
  EXPECT_TRUE(index.spellings().empty());
}

}  // namespace
}  // namespace coopnet::intake
