#include <algorithm>
#include <cmath>
#include <map>

#include "coopnet/core/text.hpp"
#include "render/peers_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

constexpr std::size_t few_cases = 20;

class EvaluationTables {
 public:
  EvaluationTables(const PeerEvaluation& evaluation, const PeersContext& context)
      : evaluation_(evaluation), data_(context.data), context_(context), words_(context) {}

  std::vector<NamedTable> make() {
    check();
    exchanges();
    return std::move(tables_);
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }
  Column column(const char* key, ColumnType type, Importance importance) const {
    return {key, say(std::string("peers.column-") + key), type, importance};
  }
  Table& begin(const char* name, std::string caption) {
    tables_.push_back({name, {}});
    tables_.back().table.caption = std::move(caption);
    return tables_.back().table;
  }

  static Cell share(const std::array<double, 3>& hits, const PeerCheck& check, std::size_t depth) {
    const auto looked_at = check.suggestions[depth];
    return looked_at == 0 ? Cell() : Cell(hits[depth] / static_cast<double>(looked_at));
  }

  void check() {
    Table& t = begin("check", say("peers.caption-check"));
    t.columns = {column("ranked_by", text, essential),     column("cases", integer, essential),
                 column("auc", number, essential),         column("precision_1", number, essential),
                 column("precision_3", number, essential), column("precision_5", number, essential),
                 column("comparisons", integer, extra),    column("higher", integer, extra),
                 column("equal", integer, extra)};
    if (evaluation_.cases.empty()) {
      t.empty_reason = say("peers.empty-check");
    } else {
      for (const auto& row : evaluation_.checks)
        t.add({ranked_by(row.score), row.cases, Cell(row.auc()), share(row.hits, row, 0),
               share(row.hits, row, 1), share(row.hits, row, 2), row.comparisons, row.higher,
               row.equal});
      constexpr double even = 0.5;
      const auto& lot = evaluation_.checks.front();
      t.add({say("peers.by-lot"), lot.cases, even, share(lot.chance, lot, 0),
             share(lot.chance, lot, 1), share(lot.chance, lot, 2), Cell(), Cell(), Cell()});
      in_plain_words(t);
    }
    if (evaluation_.left_out > 0)
      t.notes.push_back(say("peers.check-left-out", {evaluation_.left_out}));
  }

  std::string ranked_by(PeerScore score) const {
    switch (score) {
      case PeerScore::value:
        return say("peers.by-value");
      case PeerScore::value_asked:
        return say("peers.by-value-asked");
      case PeerScore::value_unnamed:
        return say("peers.by-value-unnamed");
      case PeerScore::mentor_rows:
        return say("peers.by-rows");
    }
    return {};
  }

  const PeerCheck& check_by(PeerScore score) const {
    return *std::find_if(evaluation_.checks.begin(), evaluation_.checks.end(),
                         [&](const PeerCheck& check) { return check.score == score; });
  }
  /// "6.0", comparisons won of ten; nothing where there are none.
  std::string won_of_ten(PeerScore score) const {
    constexpr double ten = 10;
    const auto auc = check_by(score).auc();
    return auc ? text::fixed(*auc * ten, 1) : std::string();
  }

  void in_plain_words(Table& t) const {
    const auto& value = check_by(PeerScore::value);
    t.notes.push_back(say("peers.check-cases", {value.cases, evaluation_.learners,
                                                evaluation_.mentors, context_.as_of}));
    if (value.cases < few_cases)
      t.notes.push_back(say("peers.check-few", {value.cases, few_cases}));
    if (value.comparisons > 0) {
      t.notes.push_back(say("peers.check-auc", {won_of_ten(PeerScore::value), value.comparisons}));
      t.notes.push_back(say("peers.check-others", {won_of_ten(PeerScore::mentor_rows),
                                                   won_of_ten(PeerScore::value_unnamed),
                                                   won_of_ten(PeerScore::value_asked)}));
    }
    t.notes.push_back(say("peers.check-first", {value.suggestions[0], text::fixed(value.hits[0], 1),
                                                text::fixed(value.chance[0], 1)}));
    if (value.cases > 1) t.notes.push_back(most_frequent_mentor());
    if (evaluation_.mentor_silent + evaluation_.learner_silent > 0)
      t.notes.push_back(say("peers.check-silent",
                            {evaluation_.mentor_silent, evaluation_.learner_silent, value.cases}));
    t.notes.push_back(say("peers.check-how"));
  }

  /// Cases of one mentor are not independent of each other, and a reader has to know.
  std::string most_frequent_mentor() const {
    std::map<ActorId, std::size_t> cases;
    for (const auto& row : evaluation_.cases) ++cases[row.mentor];
    const auto most =
        std::max_element(cases.begin(), cases.end(),
                         [](const auto& x, const auto& y) { return x.second < y.second; });
    return say("peers.check-mentors",
               {cases.size(), words_.name(most->first), most->second, evaluation_.cases.size()});
  }

  void exchanges() {
    Table& t = begin("exchanges", say("peers.caption-exchanges"));
    t.columns = {column("learner", text, essential), column("mentor", text, essential),
                 column("value", number, essential), column("place", integer, essential),
                 column("same", integer, normal),    column("of", integer, essential),
                 column("exchange", list, normal),   column("learner_id", text, extra),
                 column("mentor_id", text, extra)};
    for (const auto& row : evaluation_.cases)
      t.add({words_.name(row.learner), words_.name(row.mentor), PeersWords::number(row.value),
             row.value > 0 ? Cell(row.higher + 1) : Cell(),
             row.value > 0 ? Cell(row.equal) : Cell(), row.candidates,
             words_.agreements(row.agreements), data_.actors[row.learner].id,
             data_.actors[row.mentor].id});
    if (t.rows.empty()) t.empty_reason = say("peers.empty-check");
    if (!t.rows.empty()) t.notes.push_back(say("peers.note-exchanges"));
  }

  const PeerEvaluation& evaluation_;
  const Dataset& data_;
  const PeersContext& context_;
  PeersWords words_;
  std::vector<NamedTable> tables_;
};

}  // namespace

std::vector<NamedTable> peer_evaluation_tables(const PeerEvaluation& evaluation,
                                               const PeersContext& context) {
  return EvaluationTables(evaluation, context).make();
}

}  // namespace coopnet::render
