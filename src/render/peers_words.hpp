#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "coopnet/render/peers_view.hpp"

/// Words that the views of peers share.
namespace coopnet::render {

class PeersWords {
 public:
  explicit PeersWords(const PeersContext& context) : context_(context), data_(context.data) {}

  [[nodiscard]] std::string say(std::string_view key,
                                std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, key, args);
  }
  [[nodiscard]] std::string name(ActorId actor) const;
  [[nodiscard]] std::string code(ActorId actor) const;
  [[nodiscard]] std::string tag(TagId tag, bool full) const;

  /// Hundredths for tables and for sentences.
  [[nodiscard]] static Cell number(std::int64_t hundredths);
  [[nodiscard]] static std::string text(std::int64_t hundredths);

  /// "support given (p-phl-11)"; a gap in the region is said.
  [[nodiscard]] Item record(const SupplyRecord& record) const;
  [[nodiscard]] Item record(const DemandRecord& record) const;
  /// "reports support given (p-phl-11: what the row says)".
  [[nodiscard]] std::string told(const SupplyRecord& record) const;
  [[nodiscard]] std::string told(const DemandRecord& record) const;
  [[nodiscard]] std::string row_id(const SupplyRecord& record) const;
  [[nodiscard]] std::string row_id(const DemandRecord& record) const;
  [[nodiscard]] std::string row_text(const SupplyRecord& record) const;
  [[nodiscard]] std::string row_text(const DemandRecord& record) const;
  [[nodiscard]] std::string row_source(const SupplyRecord& record) const;
  [[nodiscard]] std::string row_source(const DemandRecord& record) const;

  /// The objectives of a pair; "~" where one of the two records rests on an inferred word.
  [[nodiscard]] List objectives(const PeerPair& pair, bool ids) const;
  [[nodiscard]] List forums(const PeerPair& pair) const;
  [[nodiscard]] List agreements(const std::vector<AgreementId>& agreements) const;
  /// Forums by name, agreements by number.
  [[nodiscard]] List ties(const PeerPair& pair) const;
  [[nodiscard]] Cell across(const PeerPair& pair) const;
  [[nodiscard]] std::string region_names(ActorId actor) const;
  /// "states", or "states and cities"; "actors" where all kinds count.
  [[nodiscard]] std::string kinds(const std::vector<ActorKind>& kinds) const;
  /// What narrows "nothing is recorded": objectives asked for, stated words only; may be empty.
  [[nodiscard]] std::string scope() const;
  /// How a value is computed, with the percentages in force.
  [[nodiscard]] std::string formula() const;

 private:
  [[nodiscard]] const Row& row(const SupplyRecord& record) const;
  [[nodiscard]] const Row& row(const DemandRecord& record) const;

  const PeersContext& context_;
  const Dataset& data_;
};

/// Whether a row of the pair rests on an inferred word.
[[nodiscard]] bool rests_on_inferred(const PeerPair& pair);

}  // namespace coopnet::render
