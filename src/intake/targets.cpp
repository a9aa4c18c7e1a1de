#include "intake/targets.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "coopnet/model/vocabulary.hpp"

namespace coopnet::intake {
namespace {

constexpr ReadAs text = ReadAs::text, names = ReadAs::names, word = ReadAs::word,
                 date = ReadAs::date, list = ReadAs::list;

/// One field of a table; "*" stands for the facets.
struct Line {
  std::string_view table, field;
  ReadAs read_as;
  bool many = false;
  std::span<const Word> (*vocabulary)() = nullptr;
};

constexpr std::array lines{
    Line{"pledges", "id", text},
    Line{"pledges", "title", text},
    Line{"pledges", "actors", names, true},
    Line{"pledges", "partners", names, true},
    Line{"pledges", "region", list, true},
    Line{"pledges", "actor_kind", word, true, words<ActorKind>},
    Line{"pledges", "kind", word, false, words<PledgeKind>},
    Line{"pledges", "*", ReadAs::tags, true},
    Line{"pledges", "scope", word, false, words<Scope>},
    Line{"pledges", "commitment_type", word, false, words<CommitmentType>},
    Line{"pledges", "offer_or_need", word, false, words<Direction>},
    Line{"pledges", "status", word, false, words<Status>},
    Line{"pledges", "year", date},
    Line{"pledges", "updated", date},
    Line{"pledges", "round", text},
    Line{"pledges", "answers", list, true},
    Line{"pledges", "summary", text},

    Line{"practices", "id", text},
    Line{"practices", "actor", names},
    Line{"practices", "region", list, true},
    Line{"practices", "actor_kind", word, true, words<ActorKind>},
    Line{"practices", "kind", word, false, words<PracticeKind>},
    Line{"practices", "*", ReadAs::tags, true},
    Line{"practices", "counterparts", names, true},
    Line{"practices", "year", date},
    Line{"practices", "summary", text},

    Line{"actors", "id", text},
    Line{"actors", "name", text},
    Line{"actors", "name_fr", text},
    Line{"actors", "name_es", text},
    Line{"actors", "name_ar", text},
    Line{"actors", "acronym", list, true},
    Line{"actors", "kind", word, false, words<ActorKind>},
    Line{"actors", "parent", names},
    Line{"actors", "region", list, true},
    Line{"actors", "level", text},
    Line{"actors", "standing", text},
    Line{"actors", "iso2", text},
    Line{"actors", "m49", text},
    Line{"actors", "aliases", list, true},
    Line{"actors", "champion_since", date},
    Line{"actors", "champion_known_by", date},
    Line{"actors", "champion_source", text},

    Line{"forums", "id", text},
    Line{"forums", "name", text},
    Line{"forums", "name_fr", text},
    Line{"forums", "name_es", text},
    Line{"forums", "name_ar", text},
    Line{"forums", "acronym", text},
    Line{"forums", "aliases", list, true},
    Line{"forums", "kind", word, false, words<ForumKind>},
    Line{"forums", "region", list, true},
    Line{"forums", "may_join", names, true},
    Line{"forums", "established", date},
    Line{"forums", "secretariat", text},
    Line{"forums", "status", text},
    Line{"forums", "*", ReadAs::tags, true},
    Line{"forums", "member", names, true},
    Line{"forums", "observer", names, true},
    Line{"forums", "partner", names, true},
    Line{"forums", "chair", names, true},
    Line{"forums", "lead", names, true},

    Line{"memberships", "forum", names},
    Line{"memberships", "actor", names, true},
    Line{"memberships", "role", word, false, words<MemberRole>},
    Line{"memberships", "from", date},
    Line{"memberships", "to", date},
    Line{"memberships", "as_of", date},

    Line{"agreements", "id", text},
    Line{"agreements", "kind", word, false, words<AgreementKind>},
    Line{"agreements", "title", text},
    Line{"agreements", "year", date},
    Line{"agreements", "*", ReadAs::tags, true},
    Line{"agreements", "parties", names, true},
    Line{"agreements", "from", names, true},
    Line{"agreements", "to", names, true},

    Line{"events", "id", text},
    Line{"events", "title", text},
    Line{"events", "kind", text},
    Line{"events", "date", date},
    Line{"events", "organisers", names, true},
    Line{"events", "region", list, true},
    Line{"events", "*", ReadAs::tags, true},
    Line{"events", "closed", word, false, words<YesNo>},
    Line{"events", "modality", word, false, words<Modality>},
    Line{"events", "location", text},
    Line{"events", "feeds_into", list, true},
};

const Line* find_line(std::string_view table, std::string_view field) {
  const auto at = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.table == table && line.field == field;
  });
  return at == lines.end() ? nullptr : &*at;
}

}  // namespace

const std::vector<std::string>& importable_tables() {
  static const std::vector<std::string> tables = [] {
    std::vector<std::string> out;
    for (const auto& line : lines)
      if (std::find(out.begin(), out.end(), line.table) == out.end()) out.emplace_back(line.table);
    return out;
  }();
  return tables;
}

std::vector<Target> targets_of(std::string_view table, const DatasetInfo& info) {
  std::vector<Target> out;
  for (const auto& line : lines) {
    if (line.table != table) continue;
    if (line.field != "*") {
      out.push_back({std::string(line.field), line.read_as, line.many, 0});
      continue;
    }
    for (std::size_t f = 0; f < info.facets.size(); ++f)
      out.push_back({info.facets[f].column, ReadAs::tags, true, f});
  }
  if (out.empty()) return out;
  out.push_back({"source", ReadAs::text, false, 0});
  out.push_back({"flags", ReadAs::list, true, 0});
  out.push_back({"note", ReadAs::text, false, 0});
  return out;
}

std::optional<std::string> vocabulary_word(std::string_view table, std::string_view field,
                                           std::string_view written) {
  const Line* line = find_line(table, field);
  if (line == nullptr || line->vocabulary == nullptr) return std::nullopt;
  const auto all = line->vocabulary();
  const auto value = find_word(all, written);
  if (!value) return std::nullopt;
  for (const auto& w : all)
    if (w.value == *value) return std::string(w.text);
  return std::nullopt;
}

std::vector<std::string> vocabulary_of(std::string_view table, std::string_view field) {
  const Line* line = find_line(table, field);
  if (line == nullptr || line->vocabulary == nullptr) return {};
  return written_words(line->vocabulary());
}

}  // namespace coopnet::intake
