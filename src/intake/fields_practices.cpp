#include <array>

#include "coopnet/intake/fields.hpp"

/// What sheets of practices ask for: who, what was done or is needed, on what, with whom.
namespace coopnet::intake {
namespace {

constexpr Asked asked = Asked::yes;

constexpr std::array all{
    Field{"id",
          {"Id", "Identifiant", "Identificador", "المعرّف"},
          {"Any short text, different in each row.", "Un texte court, différent à chaque ligne.",
           "Un texto corto, distinto en cada fila.", "نص قصير يختلف في كل صف."},
          false,
          {},
          asked,
          "Practice id|Reference|Ref|No|Number|Numéro|Référence|Número|Referencia|Código|رقم"},
    Field{
        "actor",
        {"Who reports it", "Qui en rend compte", "Quién informa", "الجهة المبلِّغة"},
        {"Name or id (ISO 3166 code of a state).", "Nom ou identifiant (code ISO 3166 d'un État).",
         "Nombre o identificador (código ISO 3166 de un Estado).",
         "الاسم أو المعرّف (رمز ISO 3166 للدولة)."},
        false,
        {},
        asked,
        "Actor|Actors|Entity|Submitting entity|Submitting "
        "entity(ies)|Country|Country(ies)|Countries|"
        "State|Member State|Organization|Organisation|Implementing entity|Implemented by|Acteur|"
        "Entité|Pays|État|État membre|Organisme|Entidad|País|Estado Miembro|Organización|الجهة|"
        "الدولة|البلد|الدولة العضو|المنظمة|الكيان"},
    Field{
        "actor_kind",
        {"Category of the entity", "Catégorie de l'entité", "Categoría de la entidad", "فئة الجهة"},
        {"One of the words listed.", "Un des mots indiqués.", "Una de las palabras indicadas.",
         "إحدى الكلمات المذكورة."},
        false,
        "actor_kind",
        asked,
        "Category|Entity category|Entity type|Type of entity|Type of actor|Catégorie|Type "
        "d'entité|Categoría|Tipo de entidad|نوع الجهة|الفئة"},
    Field{"region",
          {"Region", "Région", "Región", "المنطقة"},
          {"Regions of the entity; those listed, or another name.",
           "Régions de l'entité ; celles de la liste, ou un autre nom.",
           "Regiones de la entidad; las de la lista, u otro nombre.",
           "مناطق الجهة؛ من القائمة أو اسم آخر."},
          true,
          {},
          asked,
          "Regions|Region(s)|Région(s)|Régions|Regiones|Región(es)|المناطق|الإقليم"},
    Field{"kind",
          {"What it is", "De quoi s'agit-il", "Qué es", "ما هو"},
          {"One of the words listed.", "Un des mots indiqués.", "Una de las palabras indicadas.",
           "إحدى الكلمات المذكورة."},
          false,
          "practice_kind",
          asked,
          "Kind|Type|Type of practice|Practice type|Genre|Type de pratique|Tipo|Tipo de "
          "práctica|النوع|نوع الممارسة"},
    Field{"title",
          {"Title", "Titre", "Título", "العنوان"},
          {},
          false,
          {},
          Asked::no,
          "Practice|Title of practice|Title of the practice|Name of practice|Name of the "
          "practice|Practice name|Practice title|Titre de la pratique|Nom de la pratique|Pratique|"
          "Título de la práctica|Nombre de la práctica|Práctica|عنوان الممارسة|اسم "
          "الممارسة|الممارسة"},
    Field{
        "summary",
        {"Description", "Description", "Descripción", "الوصف"},
        {"What was done, how, what came of it; what others can take over.",
         "Ce qui a été fait, comment, avec quel effet ; ce que d'autres peuvent reprendre.",
         "Qué se hizo, cómo, con qué efecto; qué pueden retomar otros.",
         "ما الذي أُنجز وكيف وبأي أثر؛ وما يمكن للآخرين الأخذ به."},
        false,
        {},
        asked,
        "Summary|Description of practice|Description of the practice|Details|Brief "
        "description|Résumé|"
        "Descriptif|Description de la pratique|Resumen|Descripción de la práctica|Detalles|الملخص|"
        "وصف الممارسة|نبذة|التفاصيل"},
    Field{
        "objectives",
        {"Objectives", "Objectifs", "Objetivos", "الأهداف"},
        {"Numbers, separated by ;", "Numéros, séparés par ;", "Números, separados por ;",
         "أرقام مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Objective|Objective(s)|GCM objectives|GCM objective|GCM objective(s)|Primary GCM "
        "objectives|Main GCM objectives|Relevant GCM objectives|Objectif|Objectif(s)|Objectifs du "
        "Pacte|Objectifs du PMM|Objectifs du Pacte mondial|Objetivo|Objetivo(s)|Objetivos del "
        "Pacto|Objetivos del PMM|Objetivos del Pacto Mundial|الهدف|أهداف الاتفاق|أهداف الاتفاق "
        "العالمي"},
    Field{
        "themes",
        {"Themes", "Thèmes", "Temas", "المواضيع"},
        {"Free words, separated by ;", "Mots libres, séparés par ;",
         "Palabras libres, separadas por ;", "كلمات حرة مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Theme|Theme(s)|Topic|Topics|Thematic area|Thematic areas|Keywords|Tags|Thème|Thématique|"
        "Thématiques|Mots-clés|Tema|Palabras clave|الموضوع|المجالات المواضيعية|الكلمات المفتاحية"},
    Field{
        "principles",
        {"Guiding principles", "Principes directeurs", "Principios rectores", "المبادئ التوجيهية"},
        {"Words of the list, separated by ;", "Mots de la liste, séparés par ;",
         "Palabras de la lista, separadas por ;", "كلمات من القائمة مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Principles|Principle|Guiding principle|Guiding principle(s)|GCM guiding "
        "principles|Cross-cutting principles|Principes|Principe directeur|Principios|Principio "
        "rector|المبادئ|المبدأ التوجيهي"},
    Field{"recommendations",
          {"Recommendations", "Recommandations", "Recomendaciones", "التوصيات"},
          {},
          true,
          {},
          Asked::no,
          "Recommendation|Recommandation|Recomendación|التوصية"},
    Field{"counterparts",
          {"With whom, or for whom", "Avec qui, ou pour qui", "Con quién, o para quién",
           "مع من أو لمن"},
          {"Names or ids, separated by ;", "Noms ou identifiants, séparés par ;",
           "Nombres o identificadores, separados por ;", "أسماء أو معرّفات مفصولة بعلامة ;"},
          true,
          {},
          asked,
          "Counterparts|Counterpart|Partners|Partner|Implementing partners|Partner organizations|"
          "Beneficiary country|Partenaires|Partenaire|Contreparties|Partenaires de mise en "
          "œuvre|Socios|Socios en la ejecución|Contrapartes|Entidades asociadas|الشركاء|الأطراف "
          "المقابلة"},
    Field{"year",
          {"Year or date", "Année ou date", "Año o fecha", "السنة أو التاريخ"},
          {"2024, 2024-05 or 2024-05-31; start and end with / between.",
           "2024, 2024-05 ou 2024-05-31 ; début et fin séparés par /",
           "2024, 2024-05 o 2024-05-31; inicio y fin separados por /",
           "2024 أو 2024-05 أو 2024-05-31؛ البداية والنهاية تفصل بينهما /"},
          false,
          {},
          asked,
          "Year|Date|Dates|Start date|Period|Année|Date de début|Période|Año|Fecha|Fecha de inicio|"
          "Periodo|السنة|التاريخ|الفترة"},
    Field{
        "source",
        {"Source", "Source", "Fuente", "المصدر"},
        {"Where this can be read: an address of a page, or a document.",
         "Où cela peut être lu : adresse d'une page, ou document.",
         "Dónde puede leerse: dirección de una página, o documento.",
         "أين يمكن قراءته: عنوان صفحة أو وثيقة."},
        false,
        {},
        asked,
        "Sources|Source url|Url|Link|Web link|Page|Web page|Website|Lien|Page web|Site web|Enlace|"
        "Página web|Sitio web|الرابط|رابط|الموقع الإلكتروني"},
    Field{"flags", {"Flags", "Marques", "Marcas", "علامات"}, {}, true, {}, Asked::no, "Flag"},
    Field{"note",
          {"Note", "Remarque", "Observación", "ملاحظة"},
          {},
          false,
          {},
          Asked::no,
          "Notes|Comment|Comments|Remarks|Remark|Commentaire|Commentaires|Remarques|Observations|"
          "Comentario|Comentarios|Observaciones|Nota|Notas|ملاحظات|تعليقات"},
};

}  // namespace

std::span<const Field> practice_fields() { return all; }

}  // namespace coopnet::intake
