// Runs what the documents show. A block ```console holds commands after "$ " and what they print:
// on standard output, or on both streams; "..." on a line of its own stands for any number of
// lines. With COOPNET_UPDATE_DOCS=1 a block that no longer fits is written anew in place, kept as
// short as it was, and the test fails so that somebody reads the difference.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/run_tool.hpp"

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const fs::path root = fs::path(COOPNET_DATASETS).parent_path();
constexpr const char* any_lines = "...";

struct Command {
  std::string line;   ///< as typed, without the prompt
  Lines shown;        ///< what the document says it prints
  std::size_t begin;  ///< first shown line in the document
};

std::vector<Command> commands_of(const Lines& document) {
  std::vector<Command> out;
  bool inside = false;
  for (std::size_t i = 0; i < document.size(); ++i) {
    const auto& line = document[i];
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with("$ ")) {
      out.push_back({line.substr(2), {}, i + 1});
    } else if (inside && !out.empty()) {
      out.back().shown.push_back(line);
    }
  }
  return out;
}

/// The parts of `shown` between the lines "...".
std::vector<Lines> parts_of(const Lines& shown) {
  std::vector<Lines> parts(1);
  for (const auto& line : shown) {
    if (line == any_lines)
      parts.emplace_back();
    else
      parts.back().push_back(line);
  }
  return parts;
}

bool fits(const Lines& shown, const Lines& printed) {
  const auto parts = parts_of(shown);
  if (parts.size() == 1) return shown == printed;
  const auto& first = parts.front();
  const auto& last = parts.back();
  if (first.size() + last.size() > printed.size()) return false;
  if (!std::equal(first.begin(), first.end(), printed.begin())) return false;
  if (!std::equal(last.rbegin(), last.rend(), printed.rbegin())) return false;
  auto from = printed.begin() + static_cast<std::ptrdiff_t>(first.size());
  const auto to = printed.end() - static_cast<std::ptrdiff_t>(last.size());
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    from = std::search(from, to, parts[i].begin(), parts[i].end());
    if (from == to) return false;
    from += static_cast<std::ptrdiff_t>(parts[i].size());
  }
  return true;
}

/// Nothing but "...", which would show nothing and never be wrong.
bool fits_anything(const Lines& shown) {
  const auto parts = parts_of(shown);
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const Lines& part) {
           return std::all_of(part.begin(), part.end(),
                              [](const std::string& line) { return line.empty(); });
         });
}

/// What the document should show: each part begins where its first line is found again.
Lines renewed(const Lines& shown, const Lines& printed) {
  const auto parts = parts_of(shown);
  if (parts.size() == 1) return printed;
  Lines out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& part = parts[i];
    if (i > 0) out.emplace_back(any_lines);
    if (i > 0 && i + 1 == parts.size()) {
      at = std::max(at, printed.size() - std::min(printed.size(), part.size()));
    } else if (i > 0 && !part.empty()) {
      const auto found =
          std::find(printed.begin() + static_cast<std::ptrdiff_t>(at), printed.end(), part.front());
      if (found != printed.end()) at = static_cast<std::size_t>(found - printed.begin());
    }
    for (std::size_t k = 0; k < part.size() && at < printed.size(); ++k)
      out.push_back(printed[at++]);
  }
  return out;
}

std::string joined(const Lines& lines) {
  std::string out;
  for (const auto& line : lines) out += line + '\n';
  return out;
}

/// A folder that looks like the root of the repository, in which commands may write.
class Copy {
 public:
  Copy() {
    for (const char* name : {"datasets", "docs", "examples", "tests"})
      fs::create_directory_symlink(root / name, folder_.file(name));
    fs::create_directory(folder_.file("bin"));
    fs::create_symlink(COOPNET_TOOL, folder_.file("bin/coopnet"));
  }
  struct Printed {
    Lines out, both;
  };
  [[nodiscard]] Printed run(const std::string& line) const {
    support::ToolCall call;
    call.program = "/bin/sh";
    call.args = {"-c", "cd \"$1\" && PATH=\"$1/bin:$PATH\" && eval \"$2\"", "sh", folder_.file(""),
                 line};
    auto result = support::run_tool(call);
    std::erase(result.out, '\r');  // a shown file may have the line ends of a spreadsheet
    return {support::lines_of(result.out), support::lines_of(result.err + result.out)};
  }

 private:
  support::TemporaryFolder folder_;
};

std::vector<std::string> documents() {
  std::vector<std::string> out;
  const auto look = [&](const fs::path& path) {
    if (path.extension() == ".md" &&
        support::read_whole(path).find("```console\n") != std::string::npos)
      out.push_back(fs::relative(path, root).string());
  };
  for (const auto& entry : fs::directory_iterator(root)) look(entry.path());
  for (const auto* folder : {"docs", "datasets"})
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) look(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

class Document : public testing::TestWithParam<std::string> {};

TEST_P(Document, ShowsWhatItsCommandsPrint) {
  const fs::path path = root / GetParam();
  Lines document = support::lines_of(support::read_whole(path));
  const auto commands = commands_of(document);
  ASSERT_FALSE(commands.empty());
  const bool update = std::getenv("COOPNET_UPDATE_DOCS") != nullptr;
  const Copy copy;
  std::ptrdiff_t shift = 0;
  for (const auto& command : commands) {
    const auto run = copy.run(command.line);
    // An empty line before the next command of the block belongs to nobody.
    Lines shown = command.shown;
    EXPECT_FALSE(fits_anything(shown)) << GetParam() << ": $ " << command.line;
    if (fits(shown, run.both)) continue;
    const auto& printed = run.out.empty() ? run.both : run.out;
    while (!shown.empty() && shown.back().empty() && printed.size() < shown.size())
      shown.pop_back();
    EXPECT_TRUE(fits(shown, printed)) << GetParam() << ": $ " << command.line << "\nprints\n"
                                      << joined(printed) << "but the document shows\n"
                                      << joined(shown);
    if (!update || fits(shown, printed)) continue;
    const auto anew = renewed(shown, printed);
    const auto begin = document.begin() + static_cast<std::ptrdiff_t>(command.begin) + shift;
    document.erase(begin, begin + static_cast<std::ptrdiff_t>(shown.size()));
    document.insert(document.begin() + static_cast<std::ptrdiff_t>(command.begin) + shift,
                    anew.begin(), anew.end());
    shift += static_cast<std::ptrdiff_t>(anew.size()) - static_cast<std::ptrdiff_t>(shown.size());
  }
  if (update && HasFailure()) std::ofstream(path, std::ios::binary) << joined(document);
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(AllDocuments, Document, testing::ValuesIn(documents()), name_of);

/// The README quotes examples whole, between a mark that names the file and a mark of the end.
TEST(Documents, QuoteExamplesAsTheyAre) {
  const std::string text = support::read_whole(root / "README.md");
  std::size_t quotes = 0;
  constexpr std::string_view mark = "<!-- example: ";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const auto name = text.substr(at + mark.size(), text.find(" -->", at) - at - mark.size());
    const auto begin = text.find("```cpp\n", at) + 7;
    const auto end = text.find("```\n<!-- end -->", begin);
    ASSERT_NE(end, std::string::npos) << name;
    EXPECT_EQ(text.substr(begin, end - begin), support::read_whole(root / name)) << name;
    ++quotes;
  }
  EXPECT_GE(quotes, 1U);
}

}  // namespace
