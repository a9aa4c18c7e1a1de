#pragma once

#include <limits>
#include <string>
#include <vector>

#include "schema.hpp"

namespace coopnet::schema {

inline constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();
inline constexpr std::size_t no_facet = std::numeric_limits<std::size_t>::max();

/// A column of a table of this dataset: a fixed one, or the one of a facet.
template <class R>
struct FullColumn {
  std::string name;
  Column<R> column;
  std::size_t facet = no_facet;

  [[nodiscard]] bool is_facet() const { return facet != no_facet; }
  [[nodiscard]] bool is_list() const { return is_facet() || column.shape == Shape::list; }
};

/// All columns of the table of `R` in the order written: id, the fixed ones with the facets in
/// their place, then source, flags and note.
template <class R>
std::vector<FullColumn<R>> full_columns(const DatasetInfo& info) {
  std::vector<FullColumn<R>> out;
  if constexpr (has_id<R>)
    out.push_back({"id", text<R, &Row::id>("id").needed().also("pledge_id", "event_id"), no_facet});
  for (const auto& column : Spec<R>::columns()) {
    if (column.shape != Shape::facets) {
      out.push_back({std::string(column.name), column, no_facet});
      continue;
    }
    for (std::size_t f = 0; f < info.facets.size(); ++f)
      out.push_back({info.facets[f].column, column, f});
  }
  out.push_back(
      {"source", text<R, &Row::source>("source").also("source_url", "sources"), no_facet});
  out.push_back({"flags", texts<R, &Row::flags>("flags"), no_facet});
  out.push_back({"note", text<R, &Row::note>("note"), no_facet});
  return out;
}

/// Blanks and hyphens in a header mean underscores: "Offer or need" is offer_or_need.
inline std::string header_key(std::string_view header) {
  std::string key = text::lower_ascii(text::trim(header));
  for (char& c : key)
    if (c == ' ' || c == '-') c = '_';
  return key;
}

template <class R>
bool answers_to(const FullColumn<R>& column, const DatasetInfo& info, std::string_view key) {
  if (key == column.name) return true;
  if (column.is_facet()) return key == info.facets[column.facet].key;
  return std::find(column.column.aliases.begin(), column.column.aliases.end(), key) !=
         column.column.aliases.end();
}

template <class R>
std::string write_cell(const Dataset& data, const FullColumn<R>& column, const R& row) {
  if constexpr (Tagged<R>) {
    if (column.is_facet()) return write_tags(data, column.facet, row.tags);
  }
  return column.column.write(data, row);
}

}  // namespace coopnet::schema
