#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "coopnet/network/cooperation_graph.hpp"

/// The words by which files of ours tell what a node and an edge is.
namespace coopnet::exchange {

inline constexpr std::array<std::string_view, node_kinds> node_kind_words{
    "actor", "forum", "pledge", "practice", "agreement", "event", "tag"};
/// Names of their tables.
inline constexpr std::array<std::string_view, node_kinds> node_tables{
    "actors", "forums", "pledges", "practices", "agreements", "events", "tags"};
/// The column that holds the label, if there is one.
inline constexpr std::array<std::string_view, node_kinds> label_columns{
    "name", "name", "title", "", "title", "title", "label"};

inline constexpr std::array<std::string_view, 6> tie_kind_words{
    "commits_to", "reports", "belongs_to", "is_party_to", "organises", "is_about"};

template <std::size_t N>
std::optional<std::size_t> place_of(const std::array<std::string_view, N>& words,
                                    std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return i;
  return std::nullopt;
}

/// Names of attributes with a meaning of their own.
inline constexpr std::string_view kind_attribute = "kind";
inline constexpr std::string_view subkind_attribute = "subkind";
inline constexpr std::string_view region_attribute = "region";
inline constexpr std::string_view regions_prefix = "regions_";
inline constexpr std::string_view stated_attribute = "stated";
inline constexpr std::string_view declared_attribute = "declared";
/// Property that holds the description and the list of regions.
inline constexpr std::string_view dataset_property = "coopnet_dataset";

}  // namespace coopnet::exchange
