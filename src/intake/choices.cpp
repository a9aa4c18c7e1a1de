#include <array>
#include <map>
#include <string>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/fields.hpp"
#include "coopnet/intake/name_index.hpp"
#include "coopnet/model/vocabulary.hpp"

/// The closed lists in four languages. Their English words and aliases stand in
/// model/vocabulary.hpp; here is what forms show, and what registers write besides.
namespace coopnet::intake {
namespace {

constexpr std::array statuses{
    Choice{"announced",
           {"Announced", "Annoncé", "Anunciada", "معلن"},
           "Not started|Not yet started|Annoncée|À venir|Prévu|Prévue|Planifié|Planifiée|Non "
           "commencé|Pas encore commencé|Anunciado|Prevista|Previsto|Planificada|Planificado|No "
           "iniciada|No iniciado|معلنة|مخطط|مخطط له|لم يبدأ|لم يبدأ بعد|مقرر"},
    Choice{"in_progress",
           {"In progress", "En cours", "En curso", "قيد التنفيذ"},
           "Under way|Underway|Started|Ongoing implementation|Being implemented|Under "
           "implementation|Active|On track|En cours de mise en œuvre|En cours "
           "d'exécution|Commencé|Engagé|En ejecución|En marcha|En proceso|Iniciada|Iniciado|En "
           "implementación|جار|جاري|جارٍ|جاري التنفيذ|قيد الإنجاز|بدأ التنفيذ|مستمر"},
    Choice{"completed",
           {"Completed", "Terminé", "Cumplida", "مكتمل"},
           "Complete|Implemented|Achieved|Finished|Delivered|Terminée|Achevé|Achevée|Accompli|"
           "Réalisé|Réalisée|Mis en "
           "œuvre|Tenu|Complété|Cumplido|Completada|Completado|Finalizada|Finalizado|Terminada|"
           "Terminado|Ejecutada|Concluida|Concluido|مكتملة|منجز|منجزة|تم التنفيذ|اكتمل|نُفّذ|منفذ|تم "
           "الإنجاز"},
    Choice{"discontinued",
           {"Discontinued", "Abandonné", "Interrumpida", "متوقف"},
           "Stopped|Abandoned|Withdrawn|Canceled|Terminated "
           "early|Abandonnée|Interrompu|Interrompue|Annulé|Annulée|Retiré|Arrêté|Interrumpido|"
           "Cancelada|Cancelado|Abandonada|Abandonado|Retirada|متوقفة|ملغى|ملغي|ملغاة|أوقف"},
};

constexpr std::array scopes{
    Choice{"local",
           {"Local", "Local", "Local", "محلي"},
           "Locale|Municipal|Sub-national|Subnational|Infranational|Subnacional|Communal|محلية|"
           "بلدي|دون وطني"},
    Choice{"national",
           {"National", "National", "Nacional", "وطني"},
           "Nationale|Country level|وطنية|قومي"},
    Choice{"regional",
           {"Regional", "Régional", "Regional", "إقليمي"},
           "Régionale|Sub-regional|Subregional|Sous-régional|إقليمية|دون إقليمي"},
    Choice{"cross_regional",
           {"Cross-regional", "Interrégional", "Interregional", "أقاليمي"},
           "Crossregional|Inter-regional|Transregional|Transrégional|Interrégionale|Entre "
           "regiones|عبر الأقاليم|بين الأقاليم|بين المناطق"},
    Choice{"global",
           {"Global", "Mondial", "Mundial", "عالمي"},
           "Worldwide|Globale|Mondiale|Planétaire|عالمية"},
};

constexpr std::array commitment_types{
    Choice{"policy", {"Policy", "Politique", "Política", "سياسات"}, "Politiques|Políticas|سياسة"},
    Choice{"process",
           {"Process", "Processus", "Proceso", "عملية"},
           "Procedural|Procédure|Procesos|Procedimiento|عمليات|إجرائي"},
    Choice{"financial",
           {"Financial", "Financier", "Financiero", "مالي"},
           "Financial resources|Finance|Funding|Financière|Financement|Ressources "
           "financières|Financiera|Financiación|Financiamiento|Recursos "
           "financieros|مالية|تمويل|موارد مالية"},
    Choice{"human_resource",
           {"Human resources", "Ressources humaines", "Recursos humanos", "موارد بشرية"},
           "Human|Staff|Personnel|Humaines|Personal|بشري|بشرية"},
    Choice{"technical",
           {"Technical", "Technique", "Técnico", "تقني"},
           "Technical assistance|Technical support|Assistance technique|Appui "
           "technique|Técnica|Asistencia técnica|Apoyo técnico|تقنية|فني|مساعدة تقنية|دعم فني"},
    Choice{"capacity",
           {"Capacity building", "Renforcement des capacités", "Fomento de la capacidad",
            "بناء القدرات"},
           "Capacity development|Capacités|Desarrollo de capacidades|Fortalecimiento de "
           "capacidades|Capacidades|Capacidad|تنمية القدرات|تعزيز القدرات|قدرات"},
    Choice{"data",
           {"Data", "Données", "Datos", "بيانات"},
           "Data and research|Données et recherche|Datos e investigación|البيانات"},
    Choice{"other", {"Other", "Autre", "Otro", "غير ذلك"}, "Others|Autres|Otra|Otros|أخرى|آخر"},
};

constexpr std::array directions{
    Choice{"offer",
           {"Offer", "Offre", "Oferta", "عرض"},
           "Offered|Offers|Provides|Offert|Proposé|Ofrece|Ofrecido|Se ofrece|يعرض|معروض|تقديم"},
    Choice{"need",
           {"Need", "Besoin", "Necesidad", "حاجة"},
           "Needs|Needed|Request|Requested|Required|Seeks|Besoins|Demande|Demandé|Requis|Necesita|"
           "Solicitud|Solicitado|Se solicita|احتياج|طلب|مطلوب"},
};

constexpr std::array pledge_kinds{
    Choice{
        "individual",
        {"Individual", "Individuel", "Individual", "فردي"},
        "Individual pledge|Single|Individuelle|Engagement individuel|Promesa individual|فردية|تعهد "
        "فردي"},
    Choice{"common",
           {"Common", "Commun", "Común", "مشترك"},
           "Common pledge|Joint pledge|Collective|Commune|Conjoint|Conjointe|Engagement "
           "commun|Collectif|"
           "Conjunta|Conjunto|Promesa común|Promesa conjunta|Colectiva|مشتركة|تعهد مشترك|جماعي"},
    Choice{
        "partnership",
        {"In partnership", "En partenariat", "En asociación", "بالشراكة"},
        "Pledge in partnership|Partnership pledge|Partenariat|Engagement en partenariat|Asociación|"
        "Promesa en asociación|En alianza|Alianza|شراكة|في إطار شراكة|تعهد بالشراكة"},
    Choice{"matching",
           {"Matching", "De contrepartie", "De contrapartida", "مقابل"},
           "Matching pledge|Match|Contrepartie|Engagement de "
           "contrepartie|Apparié|Contrapartida|Promesa "
           "de contrapartida|Correspondiente|تعهد مقابل|مطابق|مطابقة"},
};

constexpr std::array practice_kinds{
    Choice{"practice",
           {"Practice", "Pratique", "Práctica", "ممارسة"},
           "Good practice|Promising practice|Bonne pratique|Pratique prometteuse|Buena práctica|"
           "ممارسة جيدة|ممارسة واعدة"},
    Choice{"plan",
           {"Plan", "Plan", "Plan", "خطة"},
           "Planned practice|Prévu|Prévue|Previsto|Prevista|مخطط له"},
    Choice{"need",
           {"Need", "Besoin", "Necesidad", "حاجة"},
           "Needs|Support needed|Besoins|Soutien demandé|Necesidades|Apoyo solicitado|احتياج"},
    Choice{"support_given",
           {"Support given", "Soutien apporté", "Apoyo prestado", "دعم مقدّم"},
           "Support provided|Support offered|Appui fourni|Soutien fourni|Apoyo brindado|Apoyo "
           "ofrecido|"
           "الدعم المقدم"},
};

constexpr std::array actor_kinds{
    Choice{"state",
           {"State", "État", "Estado", "دولة"},
           "States|Government|National government|States and governments|Gouvernement|État "
           "membre|Pays|Gobierno|Estado Miembro|País|الدولة|دولة عضو|حكومة|بلد"},
    Choice{
        "un_entity",
        {"UN entity", "Entité des Nations Unies", "Entidad de las Naciones Unidas",
         "كيان تابع للأمم المتحدة"},
        "UN agency|UN system|United Nations|United Nations entity|United Nations agency|Organisme "
        "des Nations Unies|Nations Unies|ONU|Système des Nations Unies|Organismo de las Naciones "
        "Unidas|Naciones Unidas|Agencia de la ONU|الأمم المتحدة|وكالة تابعة للأمم المتحدة"},
    Choice{
        "igo",
        {"Intergovernmental organization", "Organisation intergouvernementale",
         "Organización intergubernamental", "منظمة حكومية دولية"},
        "Intergovernmental organisation|Intergovernmental|International organization|International "
        "organisation|Regional organization|Regional organisation|OIG|Organisation "
        "internationale|Organización internacional|منظمة دولية|منظمة إقليمية"},
    Choice{"civil_society",
           {"Civil society", "Société civile", "Sociedad civil", "مجتمع مدني"},
           "Civil society organization|Civil society organisation|Non-governmental "
           "organization|Non-governmental organisation|NGOs|CSOs|Migrant organization|Organisation "
           "de la société civile|OSC|ONG|Organización de la sociedad civil|المجتمع المدني|منظمة "
           "غير حكومية|منظمة مجتمع مدني"},
    Choice{"local_authority",
           {"Local authority", "Autorité locale", "Autoridad local", "سلطة محلية"},
           "Local government|Local and regional government|Local authorities|Municipality|City or "
           "local government|Region or city|Collectivité locale|Collectivité "
           "territoriale|Ville|Municipalité|Commune|Gobierno "
           "local|Ciudad|Municipio|Municipalidad|حكومة محلية|مدينة|بلدية"},
    Choice{"private_sector",
           {"Private sector", "Secteur privé", "Sector privado", "قطاع خاص"},
           "Business|Company|Employer|Employers|Employers' "
           "organization|Entreprise|Employeurs|Empresa|Empleadores|القطاع الخاص|شركة|أصحاب العمل"},
    Choice{"trade_union",
           {"Trade union", "Syndicat", "Sindicato", "نقابة عمالية"},
           "Trade unions|Union|Workers' organization|Syndicats|Sindicatos|نقابة|نقابات"},
    Choice{"academia",
           {"Academia", "Milieu universitaire", "Mundo académico", "أوساط أكاديمية"},
           "Academic institution|University|Research|Research "
           "institute|Université|Universitaire|Recherche|Universidad|Academia e "
           "investigación|جامعة|الأوساط الأكاديمية"},
    Choice{"faith",
           {"Faith-based", "Confessionnel", "Confesional", "ديني"},
           "Faith-based organization|Faith-based organisation|Religious|Organisation "
           "confessionnelle|Organización confesional|Organización religiosa|منظمة دينية"},
    Choice{"youth",
           {"Youth", "Jeunesse", "Juventud", "شباب"},
           "Youth organization|Youth organisation|Jeunes|Organisation de jeunes|Organización "
           "juvenil|Jóvenes|منظمة شبابية|الشباب"},
    Choice{"nhri",
           {"National human rights institution", "Institution nationale des droits de l'homme",
            "Institución nacional de derechos humanos", "مؤسسة وطنية لحقوق الإنسان"},
           "Human rights institution|INDH"},
    Choice{"parliament",
           {"Parliament", "Parlement", "Parlamento", "برلمان"},
           "Parliamentarians|Legislature|Parlementaires|Parlamentarios|البرلمان|برلمانيون"},
    Choice{"network",
           {"Network", "Réseau", "Red", "شبكة"},
           "Networks|Alliance|Coalition|Plateforme|Alianza|Coalición|تحالف"},
    Choice{"foundation",
           {"Foundation", "Fondation", "Fundación", "مؤسسة"},
           "Philanthropy|Philanthropic organization|Fondation philanthropique|Filantropía|مؤسسة "
           "خيرية"},
    Choice{"other", {"Other", "Autre", "Otro", "غير ذلك"}, "Others|Autres|Otra|Otros|أخرى"},
};

constexpr std::array forum_kinds{
    Choice{"rcp",
           {"Regional consultative process", "Processus consultatif régional",
            "Proceso consultivo regional", "عملية تشاورية إقليمية"},
           "Regional consultation mechanism|Consultative process|PCR"},
    Choice{"inter_rcp",
           {"Inter-regional forum", "Forum interrégional", "Foro interregional", "منتدى أقاليمي"},
           "Interregional forum|Interregional consultation mechanism|Inter-regional process|FIR"},
    Choice{"regional_forum",
           {"Regional forum", "Forum régional", "Foro regional", "منتدى إقليمي"},
           "Regional mechanism|Mécanisme régional|Mecanismo regional|آلية إقليمية"},
    Choice{"global",
           {"Global forum", "Forum mondial", "Foro mundial", "منتدى عالمي"},
           "Global process|Mondial|Mundial|عالمي"},
    Choice{"workstream",
           {"Workstream", "Axe de travail", "Línea de trabajo", "مسار عمل"},
           "Working group|Thematic working group|Groupe de travail|Grupo de trabajo|فريق عمل"},
    Choice{"other", {"Other", "Autre", "Otro", "غير ذلك"}, "Others|Autres|Otra|Otros|أخرى"},
};

constexpr std::array roles{
    Choice{"member",
           {"Member", "Membre", "Miembro", "عضو"},
           "Member State|Full member|Participating State|État membre|Membre à part entière|Estado "
           "miembro|دولة عضو"},
    Choice{"observer",
           {"Observer", "Observateur", "Observador", "مراقب"},
           "Observer State|Observatrice|Observadora|بصفة مراقب"},
    Choice{"partner",
           {"Partner", "Partenaire", "Socio", "شريك"},
           "Partner organization|Partner organisation|Socia|Asociado"},
    Choice{"chair",
           {"Chair", "Présidence", "Presidencia", "رئاسة"},
           "Co-chair|Chairperson|Chairing|Presidency|Président|Présidente|Coprésidence|Presidente|"
           "Copresidencia|رئيس"},
    Choice{"secretariat",
           {"Secretariat", "Secrétariat", "Secretaría", "أمانة"},
           "Support unit|Secretaría técnica|الأمانة"},
    Choice{"lead",
           {"Lead", "Chef de file", "Líder", "قيادة"},
           "Leader|Co-leader|Co-chef de file|Colíder|قائد"},
};

constexpr std::array answers_yes_no{
    Choice{"yes", {"Yes", "Oui", "Sí", "نعم"}, "Y|O|S|Vrai|Verdadero|أجل"},
    Choice{"no", {"No", "Non", "No", "لا"}, "N|Faux|Falso|كلا"},
};

constexpr std::array modalities{
    Choice{"in_person",
           {"In person", "En présence", "Presencial", "حضوري"},
           "Face to face|Physical|En présentiel|Présentiel|En personne|En persona|بالحضور|وجاهي"},
    Choice{"virtual",
           {"Virtual", "À distance", "Virtual", "افتراضي"},
           "On line|Remote|Webinar|Virtuel|Virtuelle|En ligne|En línea|A distancia|عن بعد|عبر "
           "الإنترنت"},
    Choice{"hybrid", {"Hybrid", "Hybride", "Híbrida", "مختلط"}, "Híbrido|Mixte|Mixta|Mixto|هجين"},
};

/// What says in words that nothing is known.
constexpr std::string_view not_known =
    "Not known|Inconnu|Inconnue|Non précisé|Non renseigné|Desconocido|Desconocida|No se sabe|Sin "
    "datos|No especificado|Not specified|غير معروف|غير معروفة|غير محدد|مجهول";

struct List {
  std::string_view name;
  std::string_view field;  ///< a field of pledges of another name
  std::span<const Choice> choices;
  std::span<const Word> words;
};

const std::array lists{
    List{"status", {}, statuses, words<Status>()},
    List{"scope", {}, scopes, words<Scope>()},
    List{"commitment_type", {}, commitment_types, words<CommitmentType>()},
    List{"offer_or_need", {}, directions, words<Direction>()},
    List{"pledge_kind", "kind", pledge_kinds, words<PledgeKind>()},
    List{"practice_kind", {}, practice_kinds, words<PracticeKind>()},
    List{"actor_kind", {}, actor_kinds, words<ActorKind>()},
    List{"forum_kind", {}, forum_kinds, words<ForumKind>()},
    List{"role", {}, roles, words<MemberRole>()},
    List{"yes_no", "champion", answers_yes_no, words<YesNo>()},
    List{"modality", {}, modalities, words<Modality>()},
};

const List* list_of(std::string_view name) {
  for (const auto& list : lists)
    if (list.name == name || (!list.field.empty() && list.field == name)) return &list;
  return nullptr;
}

/// What is written, folded, and the word that files use for it.
using Spellings = std::map<std::string, std::string_view>;

Spellings spellings_of(const List& list) {
  Spellings out;
  const auto add = [&](std::string_view written, std::string_view word) {
    out.emplace(fold_name(written), word);
  };
  for (const Choice& choice : list.choices) {
    for (std::size_t i = 0; i < form_languages; ++i) add(choice.label[i], choice.word);
    for (const auto written : text::split_list(choice.more, '|')) add(written, choice.word);
  }
  for (const auto written : text::split_list(not_known, '|')) add(written, "unknown");
  return out;
}

const Spellings& spellings(const List& list) {
  static const auto all = [] {
    std::array<Spellings, lists.size()> out;
    for (std::size_t i = 0; i < lists.size(); ++i) out[i] = spellings_of(lists[i]);
    return out;
  }();
  return all[static_cast<std::size_t>(&list - lists.data())];
}

}  // namespace

std::span<const Choice> choices(std::string_view list) {
  const List* found = list_of(list);
  return found == nullptr ? std::span<const Choice>{} : found->choices;
}

std::optional<std::string_view> choice_word(std::string_view field, std::string_view written) {
  const List* list = list_of(field);
  if (list == nullptr) return std::nullopt;
  if (const auto value = find_word(list->words, written))
    for (const Word& word : list->words)
      if (word.value == *value) return word.text;  // the first of a value is the one written
  const auto& known = spellings(*list);
  const auto found = known.find(fold_name(written));
  if (found == known.end()) return std::nullopt;
  return found->second;
}

}  // namespace coopnet::intake
