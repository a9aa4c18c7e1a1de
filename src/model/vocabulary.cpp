#include "coopnet/model/vocabulary.hpp"

#include "coopnet/core/text.hpp"

namespace coopnet {
namespace {

template <class E>
constexpr Word w(std::string_view text, E value) {
  return {text, static_cast<std::uint8_t>(value)};
}

constexpr std::array actor_kinds{
    w("unknown", ActorKind::unknown),
    w("state", ActorKind::state),
    w("un_entity", ActorKind::un_entity),
    w("igo", ActorKind::igo),
    w("civil_society", ActorKind::civil_society),
    w("local_authority", ActorKind::local_authority),
    w("private_sector", ActorKind::private_sector),
    w("trade_union", ActorKind::trade_union),
    w("academia", ActorKind::academia),
    w("faith", ActorKind::faith),
    w("youth", ActorKind::youth),
    w("nhri", ActorKind::nhri),
    w("parliament", ActorKind::parliament),
    w("network", ActorKind::network),
    w("foundation", ActorKind::foundation),
    w("other", ActorKind::other),
    w("member_state", ActorKind::state),
    w("country", ActorKind::state),
    w("un", ActorKind::un_entity),
    w("cso", ActorKind::civil_society),
    w("ngo", ActorKind::civil_society),
    w("city", ActorKind::local_authority),
};
constexpr std::array forum_kinds{
    w("unknown", ForumKind::unknown),     w("rcp", ForumKind::rcp),
    w("inter_rcp", ForumKind::inter_rcp), w("regional_forum", ForumKind::regional_forum),
    w("global", ForumKind::global),       w("workstream", ForumKind::workstream),
    w("other", ForumKind::other),         w("irf", ForumKind::inter_rcp),
};
constexpr std::array member_roles{
    w("unknown", MemberRole::unknown),   w("member", MemberRole::member),
    w("observer", MemberRole::observer), w("partner", MemberRole::partner),
    w("chair", MemberRole::chair),       w("secretariat", MemberRole::secretariat),
    w("lead", MemberRole::lead),         w("co_lead", MemberRole::lead),
};
constexpr std::array pledge_kinds{
    w("unknown", PledgeKind::unknown),   w("individual", PledgeKind::individual),
    w("common", PledgeKind::common),     w("partnership", PledgeKind::partnership),
    w("matching", PledgeKind::matching), w("in_partnership", PledgeKind::partnership),
    w("joint", PledgeKind::common),
};
constexpr std::array statuses{
    w("unknown", Status::unknown),           w("announced", Status::announced),
    w("in_progress", Status::in_progress),   w("completed", Status::completed),
    w("discontinued", Status::discontinued), w("planned", Status::announced),
    w("planning", Status::announced),        w("ongoing", Status::in_progress),
    w("fulfilled", Status::completed),       w("done", Status::completed),
    w("cancelled", Status::discontinued),
};
constexpr std::array scopes{
    w("unknown", Scope::unknown),
    w("local", Scope::local),
    w("national", Scope::national),
    w("regional", Scope::regional),
    w("cross_regional", Scope::cross_regional),
    w("global", Scope::global),
};
constexpr std::array commitment_types{
    w("unknown", CommitmentType::unknown),
    w("policy", CommitmentType::policy),
    w("process", CommitmentType::process),
    w("financial", CommitmentType::financial),
    w("human_resource", CommitmentType::human_resource),
    w("technical", CommitmentType::technical),
    w("capacity", CommitmentType::capacity),
    w("data", CommitmentType::data),
    w("other", CommitmentType::other),
};
constexpr std::array directions{
    w("unknown", Direction::unknown),
    w("offer", Direction::offer),
    w("need", Direction::need),
};
constexpr std::array practice_kinds{
    w("unknown", PracticeKind::unknown),
    w("practice", PracticeKind::practice),
    w("plan", PracticeKind::plan),
    w("need", PracticeKind::need),
    w("support_given", PracticeKind::support_given),
};
constexpr std::array agreement_kinds{
    w("unknown", AgreementKind::unknown),
    w("mou", AgreementKind::mou),
    w("bla", AgreementKind::bla),
    w("readmission", AgreementKind::readmission),
    w("mobility_partnership", AgreementKind::mobility_partnership),
    w("peer_exchange", AgreementKind::peer_exchange),
    w("joint_pledge", AgreementKind::joint_pledge),
    w("co_chair", AgreementKind::co_chair),
    w("other", AgreementKind::other),
};
constexpr std::array party_roles{
    w("party", PartyRole::party),
    w("shared", PartyRole::shared),
    w("learned", PartyRole::learned),
};
constexpr std::array yes_no{
    w("unknown", YesNo::unknown), w("yes", YesNo::yes), w("no", YesNo::no),
    w("1", YesNo::yes),           w("0", YesNo::no),    w("true", YesNo::yes),
    w("false", YesNo::no),
};
constexpr std::array modalities{
    w("unknown", Modality::unknown),         w("in_person", Modality::in_person),
    w("virtual", Modality::virtual_meeting), w("hybrid", Modality::hybrid),
    w("online", Modality::virtual_meeting),
};

/// Letters and digits in lower case; blanks, hyphens and underscores all as one underscore.
std::string normal_form(std::string_view text) {
  std::string out = text::lower_ascii(text::trim(text));
  for (char& c : out)
    if (c == ' ' || c == '-') c = '_';
  return out;
}

}  // namespace

template <>
std::span<const Word> words<ActorKind>() {
  return actor_kinds;
}
template <>
std::span<const Word> words<ForumKind>() {
  return forum_kinds;
}
template <>
std::span<const Word> words<MemberRole>() {
  return member_roles;
}
template <>
std::span<const Word> words<PledgeKind>() {
  return pledge_kinds;
}
template <>
std::span<const Word> words<Status>() {
  return statuses;
}
template <>
std::span<const Word> words<Scope>() {
  return scopes;
}
template <>
std::span<const Word> words<CommitmentType>() {
  return commitment_types;
}
template <>
std::span<const Word> words<Direction>() {
  return directions;
}
template <>
std::span<const Word> words<PracticeKind>() {
  return practice_kinds;
}
template <>
std::span<const Word> words<AgreementKind>() {
  return agreement_kinds;
}
template <>
std::span<const Word> words<PartyRole>() {
  return party_roles;
}
template <>
std::span<const Word> words<YesNo>() {
  return yes_no;
}
template <>
std::span<const Word> words<Modality>() {
  return modalities;
}

std::optional<std::uint8_t> find_word(std::span<const Word> list, std::string_view text) {
  const auto key = normal_form(text);
  for (const Word& word : list)
    if (word.text == key) return word.value;
  return std::nullopt;
}

std::vector<std::string> written_words(std::span<const Word> list) {
  std::vector<std::string> out;
  std::vector<bool> seen(256);
  for (const Word& word : list) {
    if (seen[word.value]) continue;
    seen[word.value] = true;
    out.emplace_back(word.text);
  }
  return out;
}

}  // namespace coopnet
