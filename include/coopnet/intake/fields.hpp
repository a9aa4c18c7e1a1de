#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

/// The fields of the forms in which pledges and practices are collected: what a column of a table
/// is called in English, French, Spanish and Arabic, by whoever made the sheet.
namespace coopnet::intake {

/// One text in the languages of the forms.
struct Labels {
  std::string_view en{}, fr{}, es{}, ar{};

  /// By number, in the order above.
  [[nodiscard]] constexpr std::string_view operator[](std::size_t language) const {
    return language == 1 ? fr : language == 2 ? es : language == 3 ? ar : en;
  }
};
inline constexpr std::size_t form_languages = 4;

/// Who is asked for a field.
enum class Asked : bool {
  no,   ///< understood where a register has it
  yes,  ///< also a column of the empty form
};

/// A column as people meet it.
struct Field {
  std::string_view key;  ///< column of the table: "title", "actors", ...
  Labels label{};
  Labels help{};               ///< what to write there; empty for fields that no form asks for
  bool list = false;           ///< several values may stand in a cell
  std::string_view choices{};  ///< name of its closed list ("status"), or empty
  Asked asked = Asked::no;     ///< by the form of `coopnet template`
  std::string_view headers{};  ///< what else it is called in registers, separated by "|"
};

/// Columns of the table pledges, and of what belongs to the actors in a flat file (`region`,
/// `actor_kind`). Some are kept and not used: `deadline`, `progress`, `implemented_in`, ...
/// `other_parties` goes to `actors`.
[[nodiscard]] std::span<const Field> pledge_fields();
[[nodiscard]] std::span<const Field> practice_fields();

/// Columns of other tables, for sheets of actors, forums, members and meetings.
[[nodiscard]] std::span<const Field> actor_fields();
[[nodiscard]] std::span<const Field> forum_fields();
[[nodiscard]] std::span<const Field> membership_fields();
[[nodiscard]] std::span<const Field> event_fields();

/// The field that a header names, in any of the languages: case, accents, punctuation and blanks
/// do not matter, nor a number before it ("5. Pledge name"); of "Title / Titre" both sides must
/// name the same field. nullptr if there is none. `fields`: one of the lists above or a part of
/// it.
[[nodiscard]] const Field* find_field(std::span<const Field> fields, std::string_view header);

/// The field with this key; nullptr if there is none.
[[nodiscard]] const Field* field_of_key(std::span<const Field> fields, std::string_view key);

/// Whether a column holds how to reach a person (e-mail, telephone, focal point, address, names of
/// persons). Such columns are never read, not even kept.
[[nodiscard]] bool is_contact_header(std::string_view header);

/// A value of a closed list as forms name it.
struct Choice {
  std::string_view word;  ///< as files write it: "in_progress"
  Labels label{};
  std::string_view more{};  ///< what else is understood, separated by "|"; words of
                            ///< model/vocabulary.hpp are understood in any case
};

/// The values of a closed list without "unknown": status, scope, commitment_type, offer_or_need,
/// pledge_kind, practice_kind, actor_kind, forum_kind, role, yes_no, modality. Empty for any other
/// name.
[[nodiscard]] std::span<const Choice> choices(std::string_view list);

/// The word that files use for what somebody wrote: "en cours" is in_progress, "مكتمل" completed,
/// "inconnu" unknown. `field`: the name of the list, or the key of a field of pledges ("kind").
/// Case, accents, punctuation and blanks do not matter. Nothing is guessed: no near ones.
[[nodiscard]] std::optional<std::string_view> choice_word(std::string_view field,
                                                          std::string_view written);

}  // namespace coopnet::intake
