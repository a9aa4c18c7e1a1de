#include "coopnet/model/builder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "coopnet/core/errors.hpp"
#include "description.hpp"
#include "table_reader.hpp"

namespace coopnet {
namespace {

using schema::Spec;
using schema::TableReader;

constexpr std::size_t no_raw_row = schema::no_column;

/// Rows that nothing refers to can be left out when they cannot be read.
template <class R>
constexpr bool can_be_left_out = !schema::has_id<R> || std::is_same_v<R, Practice>;
template <>
inline constexpr bool can_be_left_out<Tag> = false;

/// Reading takes two passes over the tables: first all ids, sorted, so that dense ids do not depend
/// on the order of rows; then all cells, in which every reference can be resolved.
class Builder {
 public:
  Builder(const RawDataset& raw, Diagnostics& findings) : raw_(raw), findings_(findings) {}

  Dataset build() {
    data_.info = read_description(raw_, findings_);
    schema::for_each_table([this]<class R>() { open_table<R>(); });
    schema::for_each_table([this]<class R>() { collect_ids<R>(); });
    report_ids_in_two_tables();
    schema::for_each_table([this]<class R>() { read_rows<R>(); });
    check_schemes();
    findings_.sort();
    return std::move(data_);
  }

 private:
  template <class R>
  struct Source {
    std::unique_ptr<TableReader<R>> reader;
    std::vector<std::size_t> raw_rows;  ///< of each row of the dataset
    std::vector<std::size_t>
        repeated;  ///< rows whose id stands already: read for their faults only
  };

  template <class R>
  Source<R>& source() {
    return std::get<Source<R>>(sources_);
  }

  template <class R>
  void open_table() {
    const RawTable* raw = raw_.find(Spec<R>::name);
    if (raw == nullptr || raw->header.empty()) return;
    if (raw->rows() > max_rows) throw DataError("more rows than a table can hold");
    source<R>().reader = std::make_unique<TableReader<R>>(data_, *raw, findings_);
    auto& table = Spec<R>::rows(data_);
    table.file = raw->file;
    table.extra_columns = source<R>().reader->extra_columns();
  }

  template <class R>
  void collect_ids() {
    if constexpr (std::is_same_v<R, Tag>) {
      collect_tags();
    } else if constexpr (schema::has_id<R>) {
      collect_plain_ids<R>();
    } else if (auto& reader = source<R>().reader) {
      source<R>().raw_rows.resize(reader->raw().rows());
      std::iota(source<R>().raw_rows.begin(), source<R>().raw_rows.end(), std::size_t{0});
    }
  }

  template <class R>
  void collect_plain_ids() {
    auto& reader = source<R>().reader;
    if (!reader) return;
    std::vector<std::pair<std::string_view, std::size_t>> ids;
    for (std::size_t r = 0; r < reader->raw().rows(); ++r) {
      const RawCell* cell = reader->cell(r, "id");
      if (cell == nullptr) return;  // reported as a missing column
      if (cell->text.empty())
        reader->report(Severity::error, "missing-value", *cell, "id", {std::string(Spec<R>::name)});
      else if (bad_id(cell->text))
        reader->report(Severity::error, "bad-id", *cell, "id", {});
      else
        ids.emplace_back(cell->text, r);
    }
    std::sort(ids.begin(), ids.end());
    auto& table = Spec<R>::rows(data_);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto [id, r] = ids[i];
      if (i > 0 && ids[i - 1].first == id) {
        const auto first = reader->cell(ids[first_of(ids, i)].second, "id")->line;
        reader->report(Severity::error, "repeated-id", *reader->cell(r, "id"), "id",
                       {std::to_string(first)});
        source<R>().repeated.push_back(r);
        continue;
      }
      table.rows.emplace_back().id = id;
      source<R>().raw_rows.push_back(r);
    }
    table.index();
  }

  static std::size_t first_of(const std::vector<std::pair<std::string_view, std::size_t>>& ids,
                              std::size_t i) {
    const auto less = [](const auto& a, const auto& b) { return a.first < b.first; };
    return static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), ids[i], less) -
                                    ids.begin());
  }

  static bool bad_id(std::string_view id) {
    return id.starts_with('~') || id.find(';') != std::string_view::npos ||
           std::any_of(id.begin(), id.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 32; });
  }

  // Tags: those listed in tags.csv and, of open facets, every word used in a cell.
  struct TagEntry {
    std::size_t facet;
    std::string key;
    std::size_t raw_row;
  };

  void collect_tags() {
    std::vector<TagEntry> entries = listed_tags();
    std::vector<std::set<std::string>> used(data_.info.facets.size());
    schema::for_each_table([&]<class R>() { collect_open_words<R>(used); });
    collect_synonym_words(used);
    for (std::size_t f = 0; f < used.size(); ++f)
      for (const auto& key : used[f]) entries.push_back({f, key, no_raw_row});
    std::sort(entries.begin(), entries.end(), [](const TagEntry& a, const TagEntry& b) {
      if (a.facet != b.facet) return a.facet < b.facet;
      if (a.key != b.key) return text::natural_less(a.key, b.key);
      return a.raw_row < b.raw_row;
    });
    for (const auto& entry : entries) add_tag(entry);
    data_.tags.index();
  }

  std::vector<TagEntry> listed_tags() {
    std::vector<TagEntry> out;
    auto& reader = source<Tag>().reader;
    if (!reader) return out;
    for (std::size_t r = 0; r < reader->raw().rows(); ++r) {
      const RawCell* facet = reader->cell(r, "facet");
      const RawCell* key = reader->cell(r, "key");
      if (facet == nullptr || key == nullptr) break;  // reported as missing columns
      const auto index = data_.find_facet(facet->text);
      if (!index) {
        reader->report(Severity::error, "unknown-facet", *facet, "facet", {facet_keys()});
      } else if (key->text.empty() || bad_id(key->text)) {
        reader->report(Severity::error, key->text.empty() ? "missing-value" : "bad-id", *key, "key",
                       {std::string(Spec<Tag>::name)});
      } else {
        const bool open = data_.info.facets[*index].open;
        out.push_back({*index, open ? schema::open_key(key->text) : std::string(key->text), r});
      }
    }
    return out;
  }

  std::string facet_keys() const {
    std::vector<std::string> keys;
    for (const auto& f : data_.info.facets) keys.push_back(f.key);
    return text::join(keys, ", ");
  }

  void add_tag(const TagEntry& entry) {
    auto& rows = data_.tags.rows;
    const bool repeated =
        !rows.empty() && rows.back().facet == entry.facet && rows.back().key == entry.key;
    if (repeated) {
      if (entry.raw_row == no_raw_row) return;
      auto& reader = *source<Tag>().reader;
      const auto first = source<Tag>().raw_rows.back();
      reader.report(Severity::error, "repeated-id", *reader.cell(entry.raw_row, "key"), "key",
                    {std::to_string(reader.cell(first, "key")->line)});
      return;
    }
    Tag& tag = rows.emplace_back();
    tag.facet = entry.facet;
    tag.key = entry.key;
    tag.id = data_.info.facets[entry.facet].key + ":" + entry.key;
    tag.declared = entry.raw_row != no_raw_row;
    if (!tag.declared) tag.label.en = entry.key;
    source<Tag>().raw_rows.push_back(entry.raw_row);
  }

  void add_open_word(std::vector<std::set<std::string>>& used, std::size_t facet,
                     std::string_view word) {
    if (!data_.info.facets[facet].open) return;
    schema::take_stated(word);
    auto key = schema::open_key(word);
    if (!key.empty()) used[facet].insert(std::move(key));
  }

  template <class R>
  void collect_open_words(std::vector<std::set<std::string>>& used) {
    if constexpr (schema::Tagged<R>) {
      auto& reader = source<R>().reader;
      if (!reader) return;
      for (const auto& [column, facet] : reader->facet_columns())
        for (std::size_t r = 0; r < reader->raw().rows(); ++r)
          for (const auto item : text::split_list(reader->raw().cell(r, column).text))
            add_open_word(used, facet, item);
    }
  }

  void collect_synonym_words(std::vector<std::set<std::string>>& used) {
    auto& reader = source<Synonym>().reader;
    if (!reader) return;
    for (std::size_t r = 0; r < reader->raw().rows(); ++r) {
      const RawCell* facet = reader->cell(r, "facet");
      const auto index = facet == nullptr ? std::nullopt : data_.find_facet(facet->text);
      if (!index) continue;  // reported when the row is read
      for (const auto* column : {"variant", "preferred"})
        if (const RawCell* cell = reader->cell(r, column)) add_open_word(used, *index, cell->text);
    }
  }

  template <class R>
  void read_rows() {
    auto& [reader, raw_rows, repeated] = source<R>();
    auto& table = Spec<R>::rows(data_);
    if (!schema::has_id<R> && !std::is_same_v<R, Tag>) table.rows.resize(raw_rows.size());
    std::vector<bool> usable(table.rows.size(), true);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      table.rows[i].extra.resize(table.extra_columns.size());
      if (!reader || raw_rows[i] == no_raw_row) continue;
      usable[i] = reader->read(raw_rows[i], table.rows[i]);
      if constexpr (std::is_same_v<R, Tag>) restore_tag_key(table.rows[i]);
    }
    for (const auto raw_row : repeated) {
      R ignored;
      reader->read(raw_row, ignored);
    }
    if constexpr (can_be_left_out<R>) leave_out(table, usable);
    if constexpr (!schema::has_id<R> && !std::is_same_v<R, Tag>) order_by_content(table);
  }

  void restore_tag_key(Tag& tag) {
    const bool open = data_.info.facets[tag.facet].open;
    if (tag.label.en.empty()) tag.label.en = tag.key;
    if (open) tag.key = schema::open_key(tag.key);
  }

  template <class TableType>
  static void leave_out(TableType& table, const std::vector<bool>& usable) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      if (usable[i]) {
        if (kept != i) table.rows[kept] = std::move(table.rows[i]);
        ++kept;
      }
    if (kept == table.rows.size()) return;
    table.rows.resize(kept);
    table.index();
  }

  /// Tables without ids are ordered by their cells, so that the order of the file does not matter.
  template <class TableType>
  void order_by_content(TableType& table) {
    using R = std::remove_reference_t<decltype(table.rows.front())>;
    const auto columns = schema::full_columns<R>(data_.info);
    std::vector<std::pair<std::string, std::size_t>> keys(table.rows.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      keys[i].second = i;
      for (const auto& column : columns)
        (keys[i].first += schema::write_cell(data_, column, table.rows[i])) += '\x1F';
      for (const auto& extra : table.rows[i].extra) (keys[i].first += extra) += '\x1F';
    }
    std::sort(keys.begin(), keys.end());
    std::vector<R> ordered;
    ordered.reserve(keys.size());
    for (const auto& [key, i] : keys) ordered.push_back(std::move(table.rows[i]));
    table.rows = std::move(ordered);
  }

  void report_ids_in_two_tables() {
    for (const auto& forum : data_.forums)
      if (data_.actors.find(forum.id))
        findings_.report(Severity::error, "id-in-two-tables", {data_.forums.file, 0, 0}, "id",
                         forum.id, {"actors", "forums"}, "");
  }

  void check_schemes() {
    std::vector<std::string> keys;
    for (const auto& scheme : data_.info.region_schemes) keys.push_back(scheme.key);
    for (const auto& region : data_.regions)
      if (std::find(keys.begin(), keys.end(), region.scheme) == keys.end())
        findings_.report(Severity::error, "unknown-scheme", {data_.regions.file, region.line, 0},
                         "scheme", region.scheme, {text::join(keys, ", ")},
                         text::nearest(region.scheme, keys));
  }

  const RawDataset& raw_;
  Diagnostics& findings_;
  Dataset data_;
  std::tuple<Source<Region>, Source<Tag>, Source<Synonym>, Source<Actor>, Source<Forum>,
             Source<Membership>, Source<Pledge>, Source<Practice>, Source<Agreement>, Source<Party>,
             Source<Event>, Source<Claim>, Source<Priority>>
      sources_;
};

}  // namespace

Dataset build_dataset(const RawDataset& raw, Diagnostics& findings) {
  return Builder(raw, findings).build();
}

}  // namespace coopnet
