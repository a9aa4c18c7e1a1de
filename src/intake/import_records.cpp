#include "intake/import_records.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "coopnet/core/sha256.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/model/table_maker.hpp"

namespace coopnet::intake {
namespace {

bool is_one_of(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether two rows say the same or nothing in every column that is no list.
bool agree(const Record& a, const Record& b, const std::vector<std::string>& lists) {
  for (const auto& [column, text] : a.cells) {
    if (column == "id" || column == "own_id") continue;
    if (is_one_of(lists, column) || column.ends_with("_as_written")) continue;
    const auto& other = b.at(column);
    if (!text.empty() && !other.empty() && text != other) return false;
  }
  return true;
}

void join(Record& into, const Record& more, const std::vector<std::string>& lists) {
  for (const auto& [column, text] : more.cells) {
    auto& own = into.cells[column];
    if (own.empty())
      own = text;
    else if (is_one_of(lists, column) || column.ends_with("_as_written"))
      unite(own, text);
  }
}

std::string made_id(const Record& row, const std::vector<std::string>& made_of) {
  constexpr std::size_t longest = 60;
  std::string words;
  for (const auto& column : made_of) {
    std::string_view text = row.at(column);
    if (column == "actors" || column == "parties") text = text.substr(0, text.find_first_of(";\t"));
    if (!text.empty()) words += (words.empty() ? "" : " ") + std::string(text);
  }
  std::string id = text::slug(text::shorten(words, longest));
  if (id.empty()) {
    std::string all;
    for (const auto& [column, text] : row.cells) all += column + "\t" + text + "\n";
    constexpr std::size_t hash_letters = 8;
    id = "row-" + sha256_hex(all).substr(0, hash_letters);
  }
  return id;
}

}  // namespace

void unite(std::string& list, std::string_view more) {
  std::vector<std::string> items;
  for (const auto item : text::split_list(list)) items.emplace_back(item);
  for (const auto item : text::split_list(more))
    if (!is_one_of(items, std::string(item))) items.emplace_back(item);
  list = text::join(items, ";");
}

void Records::settle_ids(const std::vector<std::string>& made_of,
                         const std::vector<std::string>& lists, Diagnostics& findings) {
  std::set<std::string> own;
  for (const auto& row : rows_)
    if (!row.at("id").empty()) own.insert(row.at("id"));
  // By content, so that numbers do not depend on the order of rows.
  std::stable_sort(rows_.begin(), rows_.end(), [](const Record& a, const Record& b) {
    return std::tie(a.at("id"), a.cells) < std::tie(b.at("id"), b.cells);
  });
  std::vector<Record> out;
  std::map<std::string, std::size_t> numbered;
  const auto numbered_id = [&](const std::string& id, bool is_first) {
    std::size_t& n = numbered[id];
    if (n == 0 && is_first) return n = 1, id;
    if (n == 0) n = 1;
    std::string tried;
    do tried = id + "-" + std::to_string(++n);
    while (own.contains(tried));
    own.insert(tried);
    return tried;
  };
  for (auto& row : rows_) {
    const std::string id = row.at("id");
    if (id.empty()) {
      const auto made = made_id(row, made_of);
      row.cells["id"] = numbered_id(made, !own.contains(made));
      own.insert(row.cells["id"]);
      out.push_back(std::move(row));
      continue;
    }
    // The last rows of the same id; not all of them, which would be quadratic in a bad table.
    constexpr std::size_t most_compared = 50;
    auto same = out.rbegin();
    std::size_t compared = 0;
    const auto is_same_id = [&] {
      return same != out.rend() && same->at("own_id") == id && compared++ < most_compared;
    };
    bool joined = false;
    for (; !joined && is_same_id(); ++same)
      if (agree(*same, row, lists)) {
        join(*same, row, lists);
        joined = true;
      }
    if (joined) continue;
    const bool again = numbered.contains(id);
    row.cells["own_id"] = id;
    row.cells["id"] = numbered_id(id, true);
    if (again)
      findings.report(Severity::warning, "import-id-again",
                      {row.file, row.place.line, row.place.column}, "id", id, {row.cells["id"]});
    out.push_back(std::move(row));
  }
  for (auto& row : out) row.cells.erase("own_id");
  rows_ = std::move(out);
}

RawTable Records::to_table(const std::vector<std::string>& first) const {
  std::set<std::string> filled;
  for (const auto& row : rows_)
    for (const auto& [column, text] : row.cells)
      if (!text.empty()) filled.insert(column);
  std::vector<std::string> header;
  for (const auto& column : first)
    if (filled.erase(column) > 0) header.push_back(column);
  header.insert(header.end(), filled.begin(), filled.end());
  TableMaker out(table_, rows_.empty() ? "" : rows_.front().file, header);
  for (const auto& row : rows_)
    for (const auto& column : header) out.add(row.at(column), row.place);
  return out.take();
}

}  // namespace coopnet::intake
