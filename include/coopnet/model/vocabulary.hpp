#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The closed lists of the model. "unknown" is a value of its own wherever a source can be silent;
/// an empty cell means it. Words in files are the enumerators; a few aliases are understood too
/// ("fulfilled" is completed). Facets, tags, regions and themes are not here: they are data.
namespace coopnet {

enum class ActorKind : std::uint8_t {
  unknown,
  state,
  un_entity,
  igo,
  civil_society,
  local_authority,
  private_sector,
  trade_union,
  academia,
  faith,
  youth,
  nhri,
  parliament,
  network,
  foundation,
  other
};
enum class ForumKind : std::uint8_t {
  unknown,
  rcp,
  inter_rcp,
  regional_forum,
  global,
  workstream,
  other
};
enum class MemberRole : std::uint8_t {
  unknown,
  member,
  observer,
  partner,
  chair,
  secretariat,
  lead
};
enum class PledgeKind : std::uint8_t { unknown, individual, common, partnership, matching };
enum class Status : std::uint8_t { unknown, announced, in_progress, completed, discontinued };
enum class Scope : std::uint8_t { unknown, local, national, regional, cross_regional, global };
enum class CommitmentType : std::uint8_t {
  unknown,
  policy,
  process,
  financial,
  human_resource,
  technical,
  capacity,
  data,
  other
};
enum class Direction : std::uint8_t { unknown, offer, need };
enum class PracticeKind : std::uint8_t { unknown, practice, plan, need, support_given };
enum class AgreementKind : std::uint8_t {
  unknown,
  mou,
  bla,
  readmission,
  mobility_partnership,
  peer_exchange,
  joint_pledge,
  co_chair,
  other
};
enum class PartyRole : std::uint8_t { party, shared, learned };
enum class YesNo : std::uint8_t { unknown, yes, no };
enum class Modality : std::uint8_t { unknown, in_person, virtual_meeting, hybrid };

/// A word of a closed list. The first word listed for a value is the one written to files.
struct Word {
  std::string_view text;
  std::uint8_t value;
};

/// All words of the list of `E`, aliases included.
template <class E>
[[nodiscard]] std::span<const Word> words();

template <>
std::span<const Word> words<ActorKind>();
template <>
std::span<const Word> words<ForumKind>();
template <>
std::span<const Word> words<MemberRole>();
template <>
std::span<const Word> words<PledgeKind>();
template <>
std::span<const Word> words<Status>();
template <>
std::span<const Word> words<Scope>();
template <>
std::span<const Word> words<CommitmentType>();
template <>
std::span<const Word> words<Direction>();
template <>
std::span<const Word> words<PracticeKind>();
template <>
std::span<const Word> words<AgreementKind>();
template <>
std::span<const Word> words<PartyRole>();
template <>
std::span<const Word> words<YesNo>();
template <>
std::span<const Word> words<Modality>();

/// The written word of a value.
template <class E>
[[nodiscard]] std::string_view word(E value) {
  for (const Word& w : words<E>())
    if (w.value == static_cast<std::uint8_t>(value)) return w.text;
  return "unknown";
}

/// Case, blanks, hyphens and underscores do not matter: "In progress" is in_progress.
[[nodiscard]] std::optional<std::uint8_t> find_word(std::span<const Word> list,
                                                    std::string_view text);

template <class E>
[[nodiscard]] std::optional<E> parse_word(std::string_view text) {
  const auto value = find_word(words<E>(), text);
  if (!value) return std::nullopt;
  return static_cast<E>(*value);
}

/// The written words (no aliases), for messages.
[[nodiscard]] std::vector<std::string> written_words(std::span<const Word> list);

}  // namespace coopnet
