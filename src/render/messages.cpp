#include "coopnet/render/messages.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/errors.hpp"
#include "render/messages_catalogue.hpp"
#include "render/messages_template.hpp"

namespace coopnet::render {
namespace {

using catalogue::Messages;

struct Domain {
  std::string_view name;
  Messages messages;
};

std::span<const Domain> domains_en() {
#define COOPNET_ENGLISH_DOMAIN(domain) Domain{#domain, catalogue::en_##domain()},
  static const std::array domains{COOPNET_MESSAGE_DOMAINS(COOPNET_ENGLISH_DOMAIN)};
#undef COOPNET_ENGLISH_DOMAIN
  return domains;
}

struct Catalogue {
  Language language;
  std::span<const Domain> (*domains)();
};

/// The languages that are complete.
constexpr std::array catalogues{Catalogue{Language::en, domains_en}};
constexpr std::array complete = [] {
  std::array<Language, catalogues.size()> languages{};
  std::ranges::transform(catalogues, languages.begin(), &Catalogue::language);
  return languages;
}();

std::span<const Domain> domains_of(Language language) {
  const auto found = std::ranges::find(catalogues, language, &Catalogue::language);
  if (found == catalogues.end())
    throw PreconditionError("no messages in the language " + std::string(language_code(language)));
  return found->domains();
}

std::optional<std::string_view> find_text(Language language, std::string_view key) {
  const auto dot = key.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto domains = domains_of(language);
  const auto domain = std::ranges::find(domains, key.substr(0, dot), &Domain::name);
  if (domain == domains.end()) return std::nullopt;
  const auto name = key.substr(dot + 1);
  const auto found = std::ranges::lower_bound(domain->messages, name, {}, &catalogue::Message::key);
  if (found == domain->messages.end() || found->key != name) return std::nullopt;
  return found->text;
}

}  // namespace

std::span<const Language> available_languages() { return complete; }

std::string_view language_code(Language language) {
  switch (language) {
    case Language::en:
      return "en";
    case Language::fr:
      return "fr";
    case Language::es:
      return "es";
    case Language::ar:
      return "ar";
  }
  throw PreconditionError("no such language");
}

std::optional<Language> parse_language(std::string_view code) {
  for (const Language language : available_languages())
    if (language_code(language) == code) return language;
  return std::nullopt;
}

std::string message(Language language, std::string_view key,
                    std::initializer_list<MessageArg> args) {
  return message(language, key, std::span<const MessageArg>(args.begin(), args.size()));
}

std::string message(Language language, std::string_view key, std::span<const MessageArg> args) {
  return catalogue::fill(language, message_template(language, key), {.args = args, .names = {}});
}

bool has_message(Language language, std::string_view key) {
  return find_text(language, key).has_value();
}

std::vector<std::string> message_keys(Language language) {
  std::vector<std::string> keys;
  for (const auto& domain : domains_of(language))
    for (const auto& entry : domain.messages)
      keys.push_back(std::string(domain.name) + '.' + std::string(entry.key));
  std::ranges::sort(keys);
  return keys;
}

std::string_view message_template(Language language, std::string_view key) {
  const auto text = find_text(language, key);
  if (!text) throw PreconditionError("no message has the key " + std::string(key));
  return *text;
}

}  // namespace coopnet::render
