#include "coopnet/intake/fields.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"

/// Headers are compared as names are (intake/name_index.hpp), without the blanks between words.
namespace coopnet::intake {
namespace {

std::string header_key(std::string_view header) {
  std::string key = fold_name(header);
  std::erase(key, ' ');
  return key;
}

struct Known {
  std::string key;
  const Field* field;
  friend bool operator<(const Known& a, const Known& b) {
    return a.key != b.key ? a.key < b.key : a.field < b.field;
  }
  friend bool operator==(const Known&, const Known&) = default;
};

/// Every name of every field, sorted.
const std::vector<Known>& known_headers() {
  static const std::vector<Known> all = [] {
    std::vector<Known> out;
    for (const auto fields : {pledge_fields(), practice_fields(), actor_fields(), forum_fields(),
                              membership_fields(), event_fields()})
      for (const Field& field : fields) {
        out.push_back({header_key(field.key), &field});
        for (std::size_t i = 0; i < form_languages; ++i)
          out.push_back({header_key(field.label[i]), &field});
        for (const auto header : text::split_list(field.headers, '|'))
          out.push_back({header_key(header), &field});
      }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }();
  return all;
}

const Field* find_key(std::span<const Field> fields, const std::string& key) {
  if (key.empty()) return nullptr;
  const auto& known = known_headers();
  auto at = std::lower_bound(known.begin(), known.end(), Known{key, nullptr});
  for (; at != known.end() && at->key == key; ++at)
    if (at->field >= fields.data() && at->field < fields.data() + fields.size()) return at->field;
  return nullptr;
}

/// "5. Pledge name", "Q5) Pledge name" without what counts the questions.
std::string_view without_number(std::string_view header) {
  std::size_t i = 0;
  if (!header.empty() && (header[0] == 'q' || header[0] == 'Q')) ++i;
  const std::size_t digits = i;
  while (i < header.size() && header[i] >= '0' && header[i] <= '9') ++i;
  if (i == digits || i == header.size()) return header;
  if (std::string_view(".):- ").find(header[i]) == std::string_view::npos) return header;
  return text::trim(header.substr(i + 1));
}

const Field* find_one(std::span<const Field> fields, std::string_view header) {
  if (const Field* field = find_key(fields, header_key(header))) return field;
  const auto bare = without_number(header);
  return bare.size() == header.size() ? nullptr : find_key(fields, header_key(bare));
}

/// How to reach somebody, wherever it stands in a header. Folded as names are.
constexpr std::array contact_phrases{"email",
                                     "e mail",
                                     "mail address",
                                     "courriel",
                                     "adresse mail",
                                     "adresse electronique",
                                     "correo electronico",
                                     "direccion electronica",
                                     "phone",
                                     "telephone",
                                     "phone number",
                                     "telefono",
                                     "telefax",
                                     "whatsapp",
                                     "skype",
                                     "focal point",
                                     "maintainer",
                                     "maintainers",
                                     "webmaster",
                                     "focal points",
                                     "point focal",
                                     "points focaux",
                                     "punto focal",
                                     "puntos focales",
                                     "contact person",
                                     "contact details",
                                     "contact information",
                                     "contact name",
                                     "name of contact",
                                     "contact point",
                                     "personne a contacter",
                                     "personne ressource",
                                     "personne de contact",
                                     "persona de contacto",
                                     "datos de contacto",
                                     "coordonnees",
                                     "first name",
                                     "last name",
                                     "surname",
                                     "family name",
                                     "given name",
                                     "prenom",
                                     "apellido",
                                     "apellidos",
                                     "nom de famille",
                                     "postal address",
                                     "street address",
                                     "adresse postale",
                                     "direccion postal",
                                     "بريد",
                                     "البريد",
                                     "هاتف",
                                     "الهاتف",
                                     "جوال",
                                     "الجوال",
                                     "فاكس",
                                     "الفاكس",
                                     "نقطة الاتصال",
                                     "جهة الاتصال",
                                     "جهات الاتصال",
                                     "مسؤول الاتصال",
                                     "بيانات الاتصال",
                                     "معلومات الاتصال",
                                     "الشخص المسؤول",
                                     "اللقب",
                                     "رقم الاتصال"};

/// Words that mean it only where they are the whole header, with a word or two of no weight.
constexpr std::array contact_words{
    "contact",  "contacts",       "contacto",  "contactos", "address", "addresses", "adresse",
    "adresses", "direccion",      "tel",       "fax",       "mail",    "mobile",    "mobile number",
    "correo",   "your name",      "votre nom", "su nombre", "cell",    "portable",  "movil",
    "الاتصال",  "العنوان البريدي"};

struct ContactTerms {
  std::vector<std::string> phrases;  ///< with blanks around them
  std::vector<std::string> whole;
};

const ContactTerms& contact_terms() {
  static const ContactTerms all = [] {
    ContactTerms out;
    for (const auto* phrase : contact_phrases) out.phrases.push_back(' ' + fold_name(phrase) + ' ');
    for (const auto* word : contact_words) out.whole.push_back(fold_name(word));
    return out;
  }();
  return all;
}

}  // namespace

const Field* find_field(std::span<const Field> fields, std::string_view header) {
  if (const Field* field = find_one(fields, header)) return field;
  if (header.find_first_of("/\n|") == std::string_view::npos) return nullptr;
  const Field* found = nullptr;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= header.size(); ++i) {
    if (i < header.size() && std::string_view("/\n|").find(header[i]) == std::string_view::npos)
      continue;
    const auto part = text::trim(header.substr(from, i - from));
    from = i + 1;
    if (part.empty()) continue;
    const Field* field = find_one(fields, part);
    if (field == nullptr || (found != nullptr && found != field)) return nullptr;
    found = field;
  }
  return found;
}

const Field* field_of_key(std::span<const Field> fields, std::string_view key) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.key == key; });
  return found == fields.end() ? nullptr : &*found;
}

bool is_contact_header(std::string_view header) {
  const std::string folded = fold_name(header);
  const auto& [phrases, whole] = contact_terms();
  if (std::find(whole.begin(), whole.end(), folded) != whole.end()) return true;
  const std::string padded = ' ' + folded + ' ';
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return padded.find(phrase) != std::string::npos;
  });
}

}  // namespace coopnet::intake
