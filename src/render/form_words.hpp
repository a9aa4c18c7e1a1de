#pragma once

#include "coopnet/intake/fields.hpp"

/// What forms say besides the names of their fields, in their four languages. The messages of the
/// program stand in the catalogue; a form is a document of its own.
namespace coopnet::render {

inline constexpr intake::Labels pledge_form_title{"Pledge", "Engagement", "Promesa", "تعهد"};
inline constexpr intake::Labels practice_form_title{"Practice", "Pratique", "Práctica", "ممارسة"};

/// Of facets that only the framework knows.
inline constexpr intake::Labels tags_help{
    "Words of the list, separated by ;", "Mots de la liste, séparés par ;",
    "Palabras de la lista, separadas por ;", "كلمات من القائمة مفصولة بعلامة ;"};

inline constexpr intake::Labels how_to{
    "Write below each heading; put an x into the brackets of what applies. Leave empty what is not "
    "known. For another one, copy the whole page below this one. No e-mail addresses, telephone "
    "numbers or names of persons.",
    "Écrivez sous chaque titre ; mettez un x entre les crochets de ce qui convient. Laissez vide "
    "ce "
    "qui n'est pas connu. Pour un autre, copiez toute la page sous celle-ci. Ni adresse "
    "électronique, ni numéro de téléphone, ni nom de personne.",
    "Escriba debajo de cada título; ponga una x entre los corchetes de lo que corresponda. Deje "
    "vacío lo que no se sepa. Para otra, copie toda la página debajo de esta. Sin direcciones de "
    "correo, números de teléfono ni nombres de personas.",
    "اكتب تحت كل عنوان، وضع x بين القوسين أمام ما ينطبق. اترك ما لا يُعرف فارغاً. لإضافة آخر انسخ "
    "الصفحة كلها أسفل هذه. دون عناوين بريد إلكتروني أو أرقام هواتف أو أسماء أشخاص."};

}  // namespace coopnet::render
