#pragma once

#include <string>

#include "coopnet/model/dataset.hpp"
#include "coopnet/render/messages.hpp"

/// How rows are called in outputs.
namespace coopnet::render {

/// The label in a language, English where it has none.
[[nodiscard]] const std::string& label(const Names& names, Language language);

/// Full name of an actor; its id where none is recorded.
[[nodiscard]] std::string actor_name(const Dataset& data, ActorId actor, Language language);
/// Short: the id of a state (an ISO code), the name of any other actor.
[[nodiscard]] std::string actor_code(const Dataset& data, ActorId actor, Language language);
/// The acronym of a forum, else its first alias where that is shorter, else its name.
[[nodiscard]] std::string forum_code(const Dataset& data, ForumId forum);
/// Title of a pledge; its id where none is recorded.
[[nodiscard]] const std::string& pledge_title(const Pledge& pledge);
/// Who is behind a pledge, in short, and its title: "KEN: GCM implementation plan".
[[nodiscard]] std::string pledge_line(const Dataset& data, PledgeId pledge, Language language);
/// Title and year of an agreement with its id.
[[nodiscard]] std::string agreement_name(const Dataset& data, AgreementId agreement);

/// "8" for numbered tags of the primary facet, "8 Saving lives" with `full`; else the label.
[[nodiscard]] std::string tag_name(const Dataset& data, TagId tag, Language language, bool full);
[[nodiscard]] std::string region_name(const Dataset& data, RegionId region, Language language);

/// "states and local authorities"; "actors of any kind" where the list is empty.
[[nodiscard]] std::string actor_kinds_in_words(const std::vector<ActorKind>& kinds,
                                               Language language);

/// Items as a list in words: "a, b and c".
[[nodiscard]] std::string in_words(const std::vector<std::string>& items, Language language);

}  // namespace coopnet::render
