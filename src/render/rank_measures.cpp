#include "render/rank_measures.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

constexpr RankMeasure degree{
    "degree", integer, 0, essential, false, [](const PositionRow& r) { return Cell(r.degree); }};
constexpr RankMeasure strength{
    "strength", integer, 0, normal, false, [](const PositionRow& r) { return Cell(r.strength); }};
constexpr RankMeasure path_share{
    "path_share", number, 3,
    essential,    false,  [](const PositionRow& r) { return Cell(r.path_share); }};
constexpr RankMeasure harmonic{
    "harmonic", number, 3, normal, false, [](const PositionRow& r) { return Cell(r.harmonic); }};
constexpr RankMeasure pagerank{
    "pagerank", number, 4, normal, false, [](const PositionRow& r) { return Cell(r.pagerank); }};
constexpr RankMeasure core{"core", integer, 0,
                           normal, false,   [](const PositionRow& r) { return Cell(r.core); }};
constexpr RankMeasure constraint{
    "constraint", number, 3, normal, true, [](const PositionRow& r) { return Cell(r.constraint); }};
constexpr RankMeasure effective{
    "effective_size", number, 2, extra, false, [](const PositionRow& r) {
      return Cell(r.effective_size);
    }};
constexpr RankMeasure betweenness{
    "betweenness", number, 2,
    extra,         false,  [](const PositionRow& r) { return Cell(r.betweenness); }};
constexpr RankMeasure normalised{
    "betweenness_normalised", number, 4, extra, false, [](const PositionRow& r) {
      return Cell(r.betweenness_normalised);
    }};
constexpr RankMeasure closeness{
    "closeness", number, 3, extra, false, [](const PositionRow& r) { return Cell(r.closeness); }};
constexpr RankMeasure eigenvector{
    "eigenvector", number, 4,
    extra,         false,  [](const PositionRow& r) { return Cell(r.eigenvector); }};
constexpr RankMeasure shared_out{
    "out_degree", integer, 0,
    essential,    false,   [](const PositionRow& r) { return Cell(r.out_degree); }};
constexpr RankMeasure learned{"in_degree", integer,
                              0,           essential,
                              false,       [](const PositionRow& r) { return Cell(r.in_degree); }};
constexpr RankMeasure mode_degree{
    "two_mode_degree", number, 3,
    essential,         false,  [](const PositionRow& r) { return Cell(r.two_mode_degree); }};
constexpr RankMeasure mode_closeness{
    "two_mode_closeness", number, 3, essential, false, [](const PositionRow& r) {
      return Cell(r.two_mode_closeness);
    }};
constexpr RankMeasure mode_betweenness{
    "two_mode_betweenness", number, 4, essential, false, [](const PositionRow& r) {
      return Cell(r.two_mode_betweenness);
    }};

}  // namespace

std::vector<RankMeasure> rank_measures_of(NetworkKind kind) {
  std::vector<RankMeasure> out{degree};
  if (kind == NetworkKind::actors_by_exchange) out.insert(out.end(), {shared_out, learned});
  if (kind == NetworkKind::two_mode)
    out.insert(out.end(), {mode_degree, mode_closeness, mode_betweenness});
  else
    out.push_back(strength);
  out.insert(out.end(), {path_share, harmonic, constraint, core, pagerank, effective, betweenness,
                         normalised, closeness, eigenvector});
  return out;
}

std::vector<std::string> rank_measures(NetworkKind kind) {
  std::vector<std::string> out;
  for (const auto& m : rank_measures_of(kind)) out.emplace_back(m.key);
  return out;
}

}  // namespace coopnet::render
