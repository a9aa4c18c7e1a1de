#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/core/date.hpp"
#include "coopnet/model/ids.hpp"
#include "coopnet/model/vocabulary.hpp"

/// The rows of a dataset. Every reference is a dense id; every row keeps its source, its flags
/// (provenance and caveats, never scored) and the columns we do not know.
namespace coopnet {

/// A value of a closed list and whether the source states it; in tables "~" marks inferred ones.
template <class E>
struct Marked {
  E value = E::unknown;
  bool stated = true;
  friend bool operator==(const Marked&, const Marked&) = default;
};

/// A reference to another row, stated by the source or inferred by the compiler.
template <class IdType>
struct Use {
  IdType id;
  bool stated = true;
  friend auto operator<=>(const Use&, const Use&) = default;
};
using TagUse = Use<TagId>;
using RegionUse = Use<RegionId>;

/// A label in the languages of the dataset; an empty one falls back to English.
struct Names {
  std::string en, fr, es, ar;
};

/// A date as written and as understood. Empty text: unknown.
struct DateCell {
  std::string text;
  std::optional<FuzzyInterval> interval;
};

struct Row {
  std::string id;
  std::string source;
  std::vector<std::string> flags;
  std::string note;
  std::vector<std::string> extra;  ///< aligned with Table::extra_columns
  std::uint32_t line = 0;          ///< where it stood in its file
};

struct Region : Row {
  std::string scheme;  ///< key of a region scheme of the dataset
  Names label;
};

struct Actor : Row {
  Names name;
  ActorKind kind = ActorKind::unknown;
  std::optional<ActorId> parent;   ///< the state of a city, a ministry, a national network
  std::vector<RegionUse> regions;  ///< of any scheme, own ones only (Dataset::regions_of inherits)
  std::string level, standing, iso2, m49;
  std::vector<std::string> aliases;
  DateCell champion_since;     ///< empty: not dated by a source
  DateCell champion_known_by;  ///< earliest date at which a source names it; empty: no Champion
  std::string champion_source;
};

struct Forum : Row {
  Names name;
  std::string acronym;
  std::vector<std::string> aliases;
  ForumKind kind = ForumKind::unknown;
  std::vector<RegionUse> regions;
  std::vector<ActorId> may_join;  ///< empty: not known who may
  DateCell established;
  std::string secretariat, status;
  std::vector<TagUse> tags;
};

struct Membership : Row {
  ForumId forum;
  ActorId actor;
  MemberRole role = MemberRole::unknown;
  DateCell from, to, as_of;
};

/// What a thing can be about: a value of a facet (objective 8, theme "health").
struct Tag : Row {
  std::size_t facet = 0;  ///< index into DatasetInfo::facets
  std::string key;
  Names label;
  std::string group;
  std::string keywords_en, keywords_fr, keywords_es;
  std::vector<TagUse> related;
  bool declared = true;  ///< false: not listed in tags.csv, made by its first use (open facets)
};

struct Pledge : Row {
  std::string title;
  std::vector<ActorId> actors;
  PledgeKind kind = PledgeKind::unknown;
  std::vector<TagUse> tags;
  Marked<Scope> scope;
  Marked<CommitmentType> commitment;
  Marked<Direction> direction;
  Marked<Status> status;
  DateCell year, updated;
  std::string round, summary;
  std::vector<std::string> answers;  ///< ids of pledges it matches; they need not be recorded here
};

struct Practice : Row {
  ActorId actor;
  PracticeKind kind = PracticeKind::unknown;
  std::vector<TagUse> tags;
  std::vector<ActorId> counterparts;
  DateCell year;
  std::string summary;
};

struct Agreement : Row {
  AgreementKind kind = AgreementKind::unknown;
  std::string title;
  DateCell year;
  std::vector<TagUse> tags;
};

struct Party : Row {
  AgreementId agreement;
  ActorId actor;
  PartyRole role = PartyRole::party;
};

struct Event : Row {
  std::string title, kind, location;
  DateCell date;
  std::vector<ActorId> organisers;
  std::vector<ForumId> organising_forums;
  std::vector<RegionUse> regions;
  std::vector<TagUse> tags;
  YesNo closed = YesNo::unknown;
  Modality modality = Modality::unknown;
  std::vector<EventId> feeds_into;
};

/// A second statement about a field of a row: subject is "table/id" ("event/E14").
struct Claim : Row {
  std::string subject, field, value;
  DateCell date;
};

struct Priority : Row {
  ActorId actor;
  TagUse tag;
  std::string rank;
  DateCell year;
};

/// One spelling of an open tag that stands for another: facet, variant, preferred.
struct Synonym : Row {
  std::size_t facet = 0;
  std::string variant, preferred;
};

}  // namespace coopnet
