#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "support/run_tool.hpp"

/// What a verb prints, as rows with named cells.
namespace support {

using Row = std::map<std::string, std::string>;

/// The rows of TSV without quoted cells, by the names in its first line.
inline std::vector<Row> tsv_rows(const std::string& text) {
  const auto cells = [](const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line) {
      if (c == '\t')
        out.emplace_back();
      else
        out.back() += c;
    }
    return out;
  };
  std::vector<Row> rows;
  const auto lines = lines_of(text);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto names = cells(lines[0]), values = cells(lines[i]);
    EXPECT_EQ(names.size(), values.size()) << lines[i];
    Row row;
    for (std::size_t c = 0; c < std::min(names.size(), values.size()); ++c)
      row[names[c]] = values[c];
    rows.push_back(row);
  }
  return rows;
}

/// A result is about records, never about who is good or bad.
inline void expect_no_judgement(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const char* word : {"laggard", "failing", "worst"})
    EXPECT_EQ(text.find(word), std::string::npos) << word;
}

/// A verb run quietly; nothing it prints may judge anybody.
class VerbRunner {
 public:
  VerbRunner(std::string verb, std::string dataset)
      : verb_(std::move(verb)), dataset_(std::move(dataset)) {}

  [[nodiscard]] ToolResult operator()(const std::vector<std::string>& args) const {
    return (*this)(args, dataset_);
  }
  [[nodiscard]] ToolResult operator()(const std::vector<std::string>& args,
                                      const std::string& dataset) const {
    std::vector<std::string> all{verb_, dataset, "-q"};
    all.insert(all.end(), args.begin(), args.end());
    const auto result = run_tool(all);
    expect_no_judgement(result.out + result.err);
    return result;
  }

  [[nodiscard]] std::vector<Row> rows(std::vector<std::string> args) const {
    return rows(std::move(args), dataset_);
  }
  [[nodiscard]] std::vector<Row> rows(std::vector<std::string> args,
                                      const std::string& dataset) const {
    args.insert(args.end(), {"--format", "tsv"});
    const auto result = (*this)(args, dataset);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return tsv_rows(result.out);
  }

 private:
  std::string verb_, dataset_;
};

/// Names of the tables in a JSON result of several, in order.
inline std::vector<std::string> table_names(const std::string& json) {
  std::vector<std::string> out;
  const std::string mark = "      \"name\": \"";
  for (auto at = json.find("\n" + mark); at != std::string::npos; at = json.find("\n" + mark, at)) {
    at += mark.size() + 1;
    out.push_back(json.substr(at, json.find('"', at) - at));
  }
  return out;
}

/// Copies the CSV files of a dataset folder with their rows turned round, to `to`.
inline void copy_turned_round(const std::string& from, const TemporaryFolder& to) {
  for (const auto& entry : std::filesystem::directory_iterator(from)) {
    const auto name = entry.path().filename().string();
    auto lines = lines_of(read_whole(entry.path().string()));
    if (entry.path().extension() == ".csv" && lines.size() > 1)
      std::reverse(lines.begin() + 1, lines.end());
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    to.write(name, text);
  }
}

}  // namespace support
