#include <array>

#include "coopnet/intake/fields.hpp"

/// Sheets of actors, forums, members and meetings, as secretariats keep them.
namespace coopnet::intake {
namespace {

using enum Asked;

constexpr Labels id_label{"Id", "Identifiant", "Identificador", "المعرّف"};
constexpr Labels region_label{"Region", "Région", "Región", "المنطقة"};
constexpr std::string_view region_headers =
    "Regions|Region(s)|Régions|Région(s)|Regiones|Región(es)|المناطق|الإقليم";
constexpr std::string_view source_headers =
    "Sources|Source url|Url|Link|Page|Website|Lien|Site web|Enlace|Sitio web|الرابط|الموقع "
    "الإلكتروني";
constexpr std::string_view note_headers =
    "Notes|Comment|Comments|Remarks|Commentaires|Remarques|Comentarios|Observaciones|Nota|Notas|"
    "ملاحظات|تعليقات";
constexpr Field source{"source",      {"Source", "Source", "Fuente", "المصدر"}, {}, false, {}, no,
                       source_headers};
constexpr Field note{"note",      {"Note", "Remarque", "Observación", "ملاحظة"}, {}, false, {}, no,
                     note_headers};

constexpr std::array actors{
    Field{"id", id_label, {}, false, {}, no, "Actor id|Code|ISO3|ISO code|Code ISO|Código|الرمز"},
    Field{"name",
          {"Name", "Nom", "Nombre", "الاسم"},
          {},
          false,
          {},
          no,
          "Actor|Name of actor|Name of the actor|Entity|Name of entity|Entity name|Organization|"
          "Organisation|Organization name|Name of organization|Institution|Stakeholder|Body|Acteur|"
          "Entité|Nom de l'entité|Organisme|Nom de l'organisme|Entidad|Nombre de la "
          "entidad|Organización|Nombre de la organización|Institución|اسم الجهة|الجهة|المنظمة|اسم "
          "المنظمة|المؤسسة"},
    Field{"name_fr", {"Name (French)", "Nom (français)", "Nombre (francés)", "الاسم بالفرنسية"}},
    Field{"name_es", {"Name (Spanish)", "Nom (espagnol)", "Nombre (español)", "الاسم بالإسبانية"}},
    Field{"name_ar", {"Name (Arabic)", "Nom (arabe)", "Nombre (árabe)", "الاسم بالعربية"}},
    Field{"kind",
          {"Kind", "Catégorie", "Categoría", "الفئة"},
          {},
          false,
          "actor_kind",
          no,
          "Type|Category|Type of actor|Actor type|Actor kind|Kind of actor|Type of entity|Entity "
          "type|Type of organization|Stakeholder type|Type d'acteur|Type d'entité|Type "
          "d'organisme|Tipo|Tipo de actor|Tipo de entidad|Tipo de organización|النوع|نوع الجهة|نوع "
          "المنظمة"},
    Field{"parent",
          {"Country", "Pays", "País", "البلد"},
          {},
          false,
          {},
          no,
          "Parent|Parent entity|State|Belongs to|Based in|Headquarters country|Country of "
          "headquarters|État|Pays du siège|Relève de|Estado|País sede|Pertenece a|الدولة|بلد المقر|"
          "تتبع لـ"},
    Field{"regions", region_label, {}, true, {}, no, region_headers},
    Field{"aliases",
          {"Acronym", "Sigle", "Sigla", "الاسم المختصر"},
          {},
          true,
          {},
          no,
          "Acronyms|Abbreviation|Short name|Aliases|Also known as|Other names|Acronyme|Abréviation|"
          "Nom court|Autres noms|Acrónimo|Siglas|Abreviatura|Nombre corto|Otros nombres|المختصر|"
          "أسماء أخرى"},
    Field{"level", {"Level", "Niveau", "Nivel", "المستوى"}},
    source,
    note,
};

constexpr std::array forums{
    Field{"id", id_label, {}, false, {}, no, "Forum id|Code|Código|الرمز"},
    Field{"name",
          {"Forum", "Enceinte", "Foro", "المنتدى"},
          {},
          false,
          {},
          no,
          "Name|Forum name|Name of forum|Name of the forum|Mechanism|Process|Consultative "
          "process|Regional consultative process|Dialogue|Working group|Workstream|Network|"
          "Nom|Nom du forum|Nom de l'enceinte|Mécanisme|Processus|Processus consultatif "
          "régional|Groupe de travail|Nombre|Nombre del foro|Mecanismo|Proceso|Proceso consultivo "
          "regional|Grupo de trabajo|الاسم|اسم المنتدى|الآلية|العملية|العملية التشاورية "
          "الإقليمية|فريق العمل"},
    Field{"name_fr", {"Name (French)", "Nom (français)", "Nombre (francés)", "الاسم بالفرنسية"}},
    Field{"name_es", {"Name (Spanish)", "Nom (espagnol)", "Nombre (español)", "الاسم بالإسبانية"}},
    Field{"name_ar", {"Name (Arabic)", "Nom (arabe)", "Nombre (árabe)", "الاسم بالعربية"}},
    Field{
        "acronym",
        {"Acronym", "Sigle", "Sigla", "الاسم المختصر"},
        {},
        false,
        {},
        no,
        "Abbreviation|Short name|Acronyme|Abréviation|Nom court|Acrónimo|Siglas|Abreviatura|Nombre "
        "corto|المختصر"},
    Field{"aliases",
          {"Other names", "Autres noms", "Otros nombres", "أسماء أخرى"},
          {},
          true,
          {},
          no,
          "Aliases|Also known as|Alias"},
    Field{"kind",
          {"Kind", "Catégorie", "Categoría", "الفئة"},
          {},
          false,
          "forum_kind",
          no,
          "Type|Category|Type of forum|Forum type|Kind of forum|Type de forum|Type d'enceinte|Tipo|"
          "Tipo de foro|النوع|نوع المنتدى"},
    Field{"regions", region_label, {}, true, {}, no, region_headers},
    Field{
        "objectives",
        {"Objectives", "Objectifs", "Objetivos", "الأهداف"},
        {},
        true,
        {},
        no,
        "Objective|Objective(s)|GCM objectives|Objectifs du Pacte|Objetivos del Pacto|الهدف|أهداف "
        "الاتفاق"},
    Field{"themes",
          {"Themes", "Thèmes", "Temas", "المواضيع"},
          {},
          true,
          {},
          no,
          "Theme|Topics|Thematic areas|Agenda|Thématiques|Ámbitos temáticos|الموضوع|المجالات "
          "المواضيعية"},
    Field{"established",
          {"Established", "Créé en", "Creado en", "سنة التأسيس"},
          {},
          false,
          {},
          no,
          "Founded|Year established|Year founded|Since|Année de création|Fondé en|Año de "
          "creación|Fundado en|تاريخ التأسيس"},
    Field{
        "secretariat",
        {"Secretariat", "Secrétariat", "Secretaría", "الأمانة"},
        {},
        false,
        {},
        no,
        "Secretariat of the forum|Support unit|Secrétariat assuré par|Secretaría a cargo de|أمانة "
        "المنتدى"},
    Field{"status", {"Status", "Statut", "Estado", "الحالة"}},
    source,
    note,
};

constexpr std::array memberships{
    Field{
        "forum",
        {"Forum", "Enceinte", "Foro", "المنتدى"},
        {},
        false,
        {},
        no,
        "Forum name|Name of forum|Forum id|Mechanism|Process|Working group|Workstream|Network|Nom "
        "du forum|Nom de l'enceinte|Mécanisme|Processus|Groupe de travail|Nombre del "
        "foro|Mecanismo|Proceso|Grupo de trabajo|اسم المنتدى|الآلية|العملية|فريق العمل"},
    Field{"actor",
          {"Member", "Membre", "Miembro", "العضو"},
          {},
          false,
          {},
          no,
          "Actor|Members|Participant|Participants|Country|State|Member State|Entity|Organization|"
          "Organisation|Name|Acteur|Membres|Pays|État|État membre|Entité|Organisme|Nom|"
          "Miembros|Participante|País|Estado|Estado Miembro|Entidad|Organización|Nombre|"
          "الأعضاء|المشارك|الدولة|البلد|الجهة|المنظمة|الاسم"},
    Field{
        "role",
        {"Role", "Rôle", "Función", "الدور"},
        {},
        false,
        "role",
        no,
        "Role in the forum|Type of membership|Membership|Membership type|Capacity|Fonction|Qualité|"
        "Type de participation|Rol|Papel|Calidad|Tipo de participación|الصفة|نوع العضوية"},
    Field{
        "from",
        {"From", "Depuis", "Desde", "من"},
        {},
        false,
        {},
        no,
        "Since|Start|Start date|Joined|Date joined|Member since|De|Début|Date de début|Date "
        "d'adhésion|Membre depuis|Inicio|Fecha de inicio|Fecha de adhesión|Miembro desde|منذ|تاريخ "
        "الانضمام|تاريخ البداية"},
    Field{"to",
          {"To", "Jusqu'à", "Hasta", "إلى"},
          {},
          false,
          {},
          no,
          "Until|End|End date|Left|À|Fin|Date de fin|Fecha de fin|Fecha de término|حتى|تاريخ "
          "النهاية"},
    Field{"as_of",
          {"As of", "À la date du", "A fecha de", "حتى تاريخ"},
          {},
          false,
          {},
          no,
          "Status date|Date|Date of list|État au|Fecha|التاريخ"},
    source,
    note,
};

constexpr std::array events{
    Field{"id", id_label, {}, false, {}, no, "Event id|Meeting id|Code|Código|الرمز"},
    Field{
        "title",
        {"Event", "Réunion", "Evento", "الفعالية"},
        {},
        false,
        {},
        no,
        "Title|Name|Event title|Event name|Name of event|Name of the event|Title of event|Meeting|"
        "Meeting title|Activity|Titre|Nom|Événement|Nom de l'événement|Titre de la "
        "réunion|Activité|"
        "Título|Nombre|Nombre del evento|Reunión|Título de la reunión|Actividad|العنوان|الاسم|"
        "اسم الفعالية|الاجتماع|الحدث|النشاط"},
    Field{
        "kind",
        {"Kind", "Catégorie", "Categoría", "الفئة"},
        {},
        false,
        {},
        no,
        "Type|Type of event|Event type|Type of meeting|Type d'événement|Type de réunion|Tipo|Tipo "
        "de evento|Tipo de reunión|النوع|نوع الفعالية"},
    Field{
        "date",
        {"Date", "Date", "Fecha", "التاريخ"},
        {},
        false,
        {},
        no,
        "Dates|Date(s)|When|Day|Date of event|Event date|Date of meeting|Quand|Date de la réunion|"
        "Fechas|Fecha(s)|Cuándo|Fecha del evento|Fecha de la reunión|الموعد|تاريخ الفعالية"},
    Field{
        "organisers",
        {"Organisers", "Organisateurs", "Organizadores", "الجهات المنظمة"},
        {},
        true,
        {},
        no,
        "Organiser|Organizer|Organizers|Organised by|Organized by|Host|Hosts|Hosted by|Lead|Lead "
        "entity|Organisateur|Organisé par|Hôte|Organizador|Organizado por|Anfitrión|الجهة المنظمة|"
        "تنظيم|المضيف"},
    Field{"regions", region_label, {}, true, {}, no, region_headers},
    Field{"location",
          {"Place", "Lieu", "Lugar", "المكان"},
          {},
          false,
          {},
          no,
          "Location|Venue|Where|City|Country|Ville|Pays|Où|Ciudad|País|Sede|Dónde|الموقع|المدينة|"
          "البلد"},
    Field{
        "modality",
        {"Modality", "Modalité", "Modalidad", "طريقة الانعقاد"},
        {},
        false,
        "modality",
        no,
        "Format|Mode|In person or virtual|Virtual or in person|Format de la réunion|En présence ou "
        "à distance|Formato|Presencial o virtual|الشكل"},
    Field{"closed",
          {"Closed", "À huis clos", "A puerta cerrada", "مغلق"},
          {},
          false,
          "yes_no",
          no,
          "Closed event|Closed meeting|By invitation only|Réunion fermée|Sur invitation|Reunión "
          "cerrada|Solo por invitación|اجتماع مغلق"},
    Field{
        "objectives",
        {"Objectives", "Objectifs", "Objetivos", "الأهداف"},
        {},
        true,
        {},
        no,
        "Objective|Objective(s)|GCM objectives|Objectifs du Pacte|Objetivos del Pacto|الهدف|أهداف "
        "الاتفاق"},
    Field{"themes",
          {"Themes", "Thèmes", "Temas", "المواضيع"},
          {},
          true,
          {},
          no,
          "Theme|Topic|Topics|Thème|Thématiques|Tema|الموضوع"},
    Field{"feeds_into",
          {"Feeds into", "Alimente", "Contribuye a", "يصب في"},
          {},
          true,
          {},
          no,
          "Input to|Leads to|Contribue à|Prepara|يُسهم في"},
    source,
    note,
};

}  // namespace

std::span<const Field> actor_fields() { return actors; }
std::span<const Field> forum_fields() { return forums; }
std::span<const Field> membership_fields() { return memberships; }
std::span<const Field> event_fields() { return events; }

}  // namespace coopnet::intake
