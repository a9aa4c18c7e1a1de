#include <array>

#include "coopnet/intake/fields.hpp"

/// What registers of pledges ask for, in the order of the form: who, what, with whom, on what, how
/// far. Headers are those of public forms and of sheets made from them.
namespace coopnet::intake {
namespace {

constexpr Asked asked = Asked::yes;

constexpr std::array all{
    Field{
        "id",
        {"Id", "Identifiant", "Identificador", "المعرّف"},
        {"Any short text, different in each row. A pledge of an earlier round keeps its id.",
         "Un texte court, différent à chaque ligne. Un engagement d'un cycle antérieur garde le "
         "sien.",
         "Un texto corto, distinto en cada fila. Una promesa de una ronda anterior conserva el "
         "suyo.",
         "نص قصير يختلف في كل صف. يحتفظ تعهد الجولة السابقة بمعرّفه."},
        false,
        {},
        asked,
        "Pledge id|Pledge number|Reference|Reference number|Ref|No|Number|Numéro|Référence|Número|"
        "Referencia|Código|رقم|رقم التعهد|الرقم المرجعي"},
    Field{
        "title",
        {"Pledge name", "Nom de l'engagement", "Nombre de la promesa", "اسم التعهد"},
        {"One line.", "Une ligne.", "Una línea.", "سطر واحد."},
        false,
        {},
        asked,
        "Title|Pledge|Pledge title|Title of pledge|Title of the pledge|Name of pledge|Name of the "
        "pledge|Commitment|Name of the commitment|Titre|Intitulé|Engagement|Titre de "
        "l'engagement|Intitulé de l'engagement|Título|Título de la promesa|Compromiso|Título del "
        "compromiso|Nombre del compromiso|Promesa|العنوان|عنوان التعهد|التعهد|عنوان الالتزام"},
    Field{
        "actors",
        {"Submitting entity(ies)", "Entité(s) qui s'engage(nt)", "Entidad(es) que se compromete(n)",
         "الجهة أو الجهات المتعهدة"},
        {"Names or ids (ISO 3166 code of a state), separated by ;",
         "Noms ou identifiants (code ISO 3166 d'un État), séparés par ;",
         "Nombres o identificadores (código ISO 3166 de un Estado), separados por ;",
         "الأسماء أو المعرّفات (رمز ISO 3166 للدولة) مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Actors|Actor|Entity|Entities|Submitting entity|Submitting entities|Submitted by "
        "entity|Name of entity|Name of the entity|Pledging entity|Pledging entity(ies)|Pledging "
        "country|Pledging State|Country|Countries|State|States|Member State|Member "
        "States|Organization|Organisation|Organizations|Organisations|Organization(s)|Stakeholder|"
        "Stakeholders|Who|Submitter entity|Country/Organization|Acteur|Acteurs|Entité|Entités|"
        "Entité qui s'engage|Pays|État|États|État membre|États membres|Organisme|Nom de "
        "l'entité|Entidad|Entidades|Entidad que se compromete|Actores|País|Países|Estado "
        "Miembro|Estados Miembros|Organización|Organizaciones|Nombre de la entidad|الجهة|الجهات|"
        "الجهة المتعهدة|الدولة|البلد|الدول|الدولة العضو|المنظمة|الكيان|الجهات الفاعلة"},
    Field{
        "actor_kind",
        {"Category of the entity", "Catégorie de l'entité", "Categoría de la entidad", "فئة الجهة"},
        {"One of the words listed.", "Un des mots indiqués.", "Una de las palabras indicadas.",
         "إحدى الكلمات المذكورة."},
        true,
        "actor_kind",
        asked,
        "Category|Entity category|Entity type|Type of entity|Category of entity|Stakeholder "
        "type|Type of stakeholder|Type of actor|Actor type|Kind of actor|Actor "
        "kinds|Catégorie|Type "
        "d'entité|Type d'acteur|Categoría|Tipo de entidad|Tipo de actor|نوع الجهة|الفئة|نوع "
        "الكيان"},
    Field{
        "champion",
        {"Champion country", "Pays champion", "País Campeón", "بلد رائد"},
        {},
        false,
        {},
        Asked::no,
        "Champion|GCM Champion|Champion yes/no|Is the entity a Champion country|Champion country "
        "yes/no|Pays champion du Pacte|Campeón|País campeón del Pacto|دولة رائدة|البلدان الرائدة"},
    Field{"region",
          {"Region", "Région", "Región", "المنطقة"},
          {"Regions of the entity; those listed, or another name.",
           "Régions de l'entité ; celles de la liste, ou un autre nom.",
           "Regiones de la entidad; las de la lista, u otro nombre.",
           "مناطق الجهة؛ من القائمة أو اسم آخر."},
          true,
          {},
          asked,
          "Regions|Region(s)|Review region|Geographic region|Région(s)|Régions|Région de "
          "l'examen|Regiones|Región(es)|المناطق|الإقليم"},
    Field{
        "implemented_in",
        {"Country(ies) of implementation", "Pays de mise en œuvre", "País(es) de ejecución",
         "بلد أو بلدان التنفيذ"},
        {"Where it is carried out, if not in the country of the entity; separated by ;",
         "Où il est mis en œuvre, si ce n'est pas dans le pays de l'entité ; séparés par ;",
         "Dónde se ejecuta, si no es en el país de la entidad; separados por ;",
         "مكان التنفيذ إن لم يكن في بلد الجهة؛ مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Country of implementation|Countries of implementation|Implementation country|Implementing "
        "country|Location|Location of implementation|Place of implementation|Where|Pays de mise en "
        "œuvre de l'engagement|Lieu de mise en œuvre|País de ejecución|Países de ejecución|País de "
        "implementación|País(es) de implementación|Lugar de ejecución|بلد التنفيذ|بلدان التنفيذ|"
        "مكان التنفيذ"},
    Field{
        "kind",
        {"Type of pledge", "Type d'engagement", "Tipo de promesa", "نوع التعهد"},
        {"One of the words listed.", "Un des mots indiqués.", "Una de las palabras indicadas.",
         "إحدى الكلمات المذكورة."},
        false,
        "pledge_kind",
        asked,
        "Kind|Type|Pledge type|Kind of pledge|Type of commitment made|Modality of pledge|Nature de "
        "l'engagement individuel ou commun|Genre|Tipo|Tipo de compromiso asumido|Clase de "
        "promesa|النوع|نوع الالتزام"},
    Field{
        "other_parties",
        {"Other parties", "Autres parties", "Otras partes", "الأطراف الأخرى"},
        {"Who else makes this pledge; names or ids, separated by ;",
         "Qui d'autre prend cet engagement ; noms ou identifiants, séparés par ;",
         "Quién más hace esta promesa; nombres o identificadores, separados por ;",
         "من يشارك في هذا التعهد؛ أسماء أو معرّفات مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Other party|Other parties to the pledge|Other entities|Partners|Partner|Partner "
        "entities|Joint with|In partnership with|Pledging with|Co-pledgers|Partenaires|Partenaire|"
        "Autres entités|En partenariat avec|Socios|Otras entidades|En asociación con|Entidades "
        "asociadas|الشركاء|أطراف أخرى|بالشراكة مع"},
    Field{
        "answers",
        {"Id of the pledge it matches", "Identifiant de l'engagement auquel il répond",
         "Identificador de la promesa a la que responde", "معرّف التعهد الذي يستجيب له"},
        {"For a matching pledge: the id of the pledge it answers.",
         "Pour un engagement de contrepartie : l'identifiant de celui auquel il répond.",
         "Para una promesa de contrapartida: el identificador de aquella a la que responde.",
         "للتعهد المقابل: معرّف التعهد الذي يستجيب له."},
        true,
        {},
        asked,
        "Answers|Matches|Matching pledge id|Id of the pledge it answers|Matched pledge|Matched "
        "pledge id|Pledge matched|Matching pledge|Répond à|Engagement apparié|Responde a|Promesa a "
        "la que responde|يستجيب لـ|التعهد المقابل"},
    Field{
        "answers_title",
        {"Title of the pledge it matches", "Titre de l'engagement auquel il répond",
         "Título de la promesa a la que responde", "عنوان التعهد الذي يستجيب له"},
        {},
        false,
        {},
        Asked::no,
        "Title of the matched pledge|Matched pledge title|Matching pledge title|Name of the pledge "
        "it matches|Titre de l'engagement apparié|Título de la promesa de contrapartida"},
    Field{"commitment_type",
          {"Nature of the commitment", "Nature de l'engagement", "Naturaleza del compromiso",
           "طبيعة الالتزام"},
          {"One of the words listed.", "Un des mots indiqués.", "Una de las palabras indicadas.",
           "إحدى الكلمات المذكورة."},
          false,
          "commitment_type",
          asked,
          "Commitment type|Type of commitment|Nature|Nature of the pledge|Nature of pledge|Pledge "
          "nature|Type of support|Nature du soutien|Tipo de compromiso|Naturaleza|Naturaleza de la "
          "promesa|الطبيعة|طبيعة التعهد|نوع الدعم"},
    Field{"offer_or_need",
          {"Offer or need", "Offre ou besoin", "Oferta o necesidad", "عرض أم حاجة"},
          {"Does it offer support to others, or ask for it?",
           "Offre-t-il un soutien à d'autres, ou en demande-t-il un ?",
           "¿Ofrece apoyo a otros, o lo pide?", "هل يعرض دعماً للآخرين أم يطلبه؟"},
          false,
          "offer_or_need",
          asked,
          "Offer/need|Direction|Support offered or requested|Offered or needed|Soutien offert ou "
          "demandé|Apoyo ofrecido o solicitado|الدعم المقدم أو المطلوب"},
    Field{
        "objectives",
        {"Objectives", "Objectifs", "Objetivos", "الأهداف"},
        {"Numbers, separated by ; (the main three first of all).",
         "Numéros, séparés par ; (d'abord les trois principaux).",
         "Números, separados por ; (ante todo los tres principales).",
         "أرقام مفصولة بعلامة ; (الأهداف الثلاثة الرئيسية أولاً)."},
        true,
        {},
        asked,
        "Objective|Objective(s)|GCM objectives|GCM objective|GCM objective(s)|GCM "
        "Objectives addressed|Main GCM objectives|Main three objectives|Relevant GCM "
        "objectives|Objectives of the Compact|Objectif|Objectif(s)|Objectifs du Pacte|Objectifs du "
        "PMM|Objectifs du Pacte mondial|Principaux objectifs|Objetivo|Objetivo(s)|Objetivos del "
        "Pacto|Objetivos del PMM|Objetivos del Pacto Mundial|Objetivos principales|الهدف|أهداف "
        "الاتفاق|أهداف الاتفاق العالمي|الأهداف الرئيسية"},
    Field{
        "themes",
        {"Themes", "Thèmes", "Temas", "المواضيع"},
        {"Free words, separated by ;", "Mots libres, séparés par ;",
         "Palabras libres, separadas por ;", "كلمات حرة مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Theme|Theme(s)|Topic|Topics|Thematic area|Thematic areas|Keywords|Tags|Thème|Thématique|"
        "Thématiques|Domaines thématiques|Mots-clés|Tema|Ámbitos temáticos|Palabras clave|الموضوع|"
        "المجالات المواضيعية|الكلمات المفتاحية"},
    Field{
        "principles",
        {"Guiding principles", "Principes directeurs", "Principios rectores", "المبادئ التوجيهية"},
        {"Words of the list, separated by ;", "Mots de la liste, séparés par ;",
         "Palabras de la lista, separadas por ;", "كلمات من القائمة مفصولة بعلامة ;"},
        true,
        {},
        asked,
        "Principles|Principle|Guiding principle|Guiding principle(s)|GCM guiding "
        "principles|Cross-cutting principles|Principes|Principe directeur|Principes directeurs du "
        "Pacte|Principios|Principio rector|Principios rectores del Pacto|المبادئ|المبدأ التوجيهي|"
        "المبادئ التوجيهية للاتفاق"},
    Field{"recommendations",
          {"Recommendations", "Recommandations", "Recomendaciones", "التوصيات"},
          {},
          true,
          {},
          Asked::no,
          "Recommendation|Recommandation|Recomendación|التوصية"},
    Field{
        "scope",
        {"Scope", "Portée", "Alcance", "النطاق"},
        {"How far it reaches; one of the words listed.",
         "Jusqu'où il s'étend ; un des mots indiqués.",
         "Hasta dónde llega; una de las palabras indicadas.", "مدى التعهد؛ إحدى الكلمات المذكورة."},
        false,
        "scope",
        asked,
        "Level|Geographic scope|Geographical scope|Geographic coverage|Level of "
        "implementation|Niveau|Portée géographique|Échelle|Ámbito|Nivel|Alcance "
        "geográfico|Cobertura geográfica|المستوى|النطاق الجغرافي"},
    Field{
        "summary",
        {"Description", "Description", "Descripción", "الوصف"},
        {"What will be done, for whom, by whom; 300 to 3000 characters.",
         "Ce qui sera fait, pour qui, par qui ; 300 à 3000 caractères.",
         "Qué se hará, para quién, por quién; de 300 a 3000 caracteres.",
         "ما الذي سيُنجز ولمن ومن قِبل من؛ من 300 إلى 3000 حرف."},
        false,
        {},
        asked,
        "Summary|Pledge description|Description of pledge|Description of the pledge|Details|Short "
        "description|Pledge summary|Text of the pledge|Full text|Résumé|Descriptif|Description de "
        "l'engagement|Resumen|Descripción de la promesa|Descripción del "
        "compromiso|Detalle|Detalles|"
        "الملخص|وصف التعهد|نبذة|التفاصيل"},
    Field{"status",
          {"Status", "État d'avancement", "Situación", "الحالة"},
          {"How far it is; one of the words listed. Empty: not known.",
           "Où il en est ; un des mots indiqués. Vide : inconnu.",
           "Cómo va; una de las palabras indicadas. Vacío: no se sabe.",
           "مرحلة التنفيذ؛ إحدى الكلمات المذكورة. فارغ: غير معروف."},
          false,
          "status",
          asked,
          "Pledge status|Implementation status|Status of implementation|State of "
          "implementation|Statut|Avancement|État de mise en œuvre|Estado|Estado de "
          "ejecución|Estado de la promesa|Estado de implementación|حالة التنفيذ|حالة التعهد|الوضع"},
    Field{"year",
          {"Year or date of the pledge", "Année ou date de l'engagement",
           "Año o fecha de la promesa", "سنة التعهد أو تاريخه"},
          {"2024, 2024-05 or 2024-05-31.", "2024, 2024-05 ou 2024-05-31.",
           "2024, 2024-05 o 2024-05-31.", "2024 أو 2024-05 أو 2024-05-31."},
          false,
          {},
          asked,
          "Year|Date|Date of pledge|Pledge date|Date of submission|Submission date|Date "
          "submitted|Created|Created on|Year of pledge|Start|Start date|Année|Date de l'engagement|"
          "Date de soumission|Date de début|Année de l'engagement|Año|Fecha|Fecha de la promesa|"
          "Fecha de presentación|Fecha de inicio|السنة|التاريخ|تاريخ التعهد|تاريخ التقديم"},
    Field{"deadline",
          {"Tentative deadline", "Échéance prévue", "Plazo previsto", "الموعد النهائي المبدئي"},
          {"A date: 2026, 2026-12 or 2026-12-31.", "Une date : 2026, 2026-12 ou 2026-12-31.",
           "Una fecha: 2026, 2026-12 o 2026-12-31.", "تاريخ: 2026 أو 2026-12 أو 2026-12-31."},
          false,
          {},
          asked,
          "Deadline|Due date|Target date|End|End date|Expected completion|Completion date|Date "
          "limite|Échéance|Date de fin|Délai|Plazo|Fecha límite|Fecha de finalización|Fecha de "
          "término|الموعد النهائي|تاريخ الانتهاء|الأجل"},
    Field{"progress",
          {"Progress notes", "Notes sur l'avancement", "Notas sobre los avances",
           "ملاحظات عن التقدم"},
          {"What has been done so far.", "Ce qui a été fait jusqu'ici.", "Lo hecho hasta ahora.",
           "ما أُنجز حتى الآن."},
          false,
          {},
          asked,
          "Progress|Progress made|Update|Updates|Implementation notes|Progrès|Progrès accomplis|"
          "Avancées|Avances|Progresos|التقدم|التقدم المحرز|مستجدات"},
    Field{
        "updated",
        {"Updated on", "Mis à jour le", "Actualizado el", "تاريخ آخر تحديث"},
        {"A date.", "Une date.", "Una fecha.", "تاريخ."},
        false,
        {},
        asked,
        "Updated|Last updated|Last update|Date of update|Date updated|Dernière mise à jour|Date de "
        "mise à jour|Última actualización|Fecha de actualización|آخر تحديث|تاريخ التحديث"},
    Field{"round",
          {"Round", "Cycle", "Ronda", "الجولة"},
          {},
          false,
          {},
          Asked::no,
          "Review round|Review|Forum round|Cycle d'examen|Ronda de examen|Ciclo|جولة "
          "الاستعراض|الدورة"},
    Field{"attachment",
          {"Attachment", "Pièce jointe", "Adjunto", "المرفق"},
          {},
          false,
          {},
          Asked::no,
          "Attachments|Attached file|File|Document|Annexe|Fichier joint|Archivo adjunto|Anexo|ملف "
          "مرفق"},
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

std::span<const Field> pledge_fields() { return all; }

}  // namespace coopnet::intake
