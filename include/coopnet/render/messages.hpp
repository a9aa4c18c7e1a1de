#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/core/diagnostics.hpp"

/// The message catalogue: every text that people read, by key and language.
///
/// A key is "domain.name". The texts of a domain in a language are one sorted array in one file,
/// src/render/messages_<language>_<domain>.cpp:
///
///   - a new text: one line in the array of its domain; the file does not compile if the line
///     stands in the wrong place;
///   - a new domain: copy such a file, and add the domain's word to the list in
///     src/render/messages_catalogue.hpp;
///   - a new language: a file a domain, its functions declared in the same header, and a line in
///     the list at the top of src/render/messages.cpp. A test then demands every key, with the
///     placeholders of the English text.
///
/// Placeholders: {0} {1} ... arguments; {*} all of them, separated by commas; {0?none named} an
/// argument or, where it is empty, the words after the "?"; {0:row|rows} the form that goes with
/// the number in argument 0 (two forms in English, French and Spanish, six in Arabic: zero, one,
/// two, few, many, other); [[ ({1} to {2})]] a section that is left out where one of its arguments
/// is empty or not given; {{ and }} braces.
///
/// The domain "check" holds the diagnostics: the name is the code. Its texts may also use {value}
/// and {field}, and have two lines: what was found and why; how to mend it.
namespace coopnet::render {

enum class Language : std::uint8_t { en, fr, es, ar };

/// Languages whose catalogue is complete, English first.
[[nodiscard]] std::span<const Language> available_languages();
/// "en", "fr", "es", "ar".
[[nodiscard]] std::string_view language_code(Language);
/// The language of a code, if its catalogue is complete.
[[nodiscard]] std::optional<Language> parse_language(std::string_view code);

/// An argument of a message: a text, or a whole number. Other numbers are made into text by the
/// caller, who knows how many decimals they deserve.
class MessageArg {
 public:
  MessageArg(std::string text) : text_(std::move(text)) {}
  MessageArg(std::string_view text) : text_(text) {}
  MessageArg(const char* text) : text_(text) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  MessageArg(T number) : text_(std::to_string(number)) {}

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// The text of `key` with its placeholders filled in. Arguments are put in as they are: who shows
/// the result escapes it for where it is shown.
/// Throws PreconditionError if the key or an argument is missing, or the language is not available.
[[nodiscard]] std::string message(Language, std::string_view key,
                                  std::initializer_list<MessageArg> args = {});
[[nodiscard]] std::string message(Language, std::string_view key, std::span<const MessageArg> args);

[[nodiscard]] bool has_message(Language, std::string_view key);
/// All keys, sorted.
[[nodiscard]] std::vector<std::string> message_keys(Language);
/// The text of a key with its placeholders as written. Throws PreconditionError if there is none.
[[nodiscard]] std::string_view message_template(Language, std::string_view key);

/// What was found, in one line without the place: `"24" is not listed under Objective; did you mean
/// "14"?`. Data in it cannot act on a terminal. A code without a text is shown as it is.
[[nodiscard]] std::string sentence(const Diagnostic&, Language = Language::en);
/// How to mend it, in one line; may be empty.
[[nodiscard]] std::string remedy(const Diagnostic&, Language = Language::en);
/// file:line:column, as far as known.
[[nodiscard]] std::string place_text(const Place&);

/// `file:line:column: error: field: what was found`, and the remedy in a second line. No line end
/// at the end.
[[nodiscard]] std::string describe(const Diagnostic&, Language = Language::en);

/// All of them, those of one code together, in the order in which the codes come first; of each
/// code at most `max_per_code` (at least one), then how many more there are, then the remedy once.
/// Ends with a line end unless there is nothing to say.
[[nodiscard]] std::string describe_all(const Diagnostics&, Language = Language::en,
                                       std::size_t max_per_code = 5);

/// "3 errors, 1 warning".
[[nodiscard]] std::string count_text(const Diagnostics&, Language = Language::en);

}  // namespace coopnet::render
