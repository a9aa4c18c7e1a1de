#include "coopnet/intake/fields.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"
#include "coopnet/model/vocabulary.hpp"

/// Headers and words as registers write them, and what they mean; written by hand.
namespace coopnet::intake {
namespace {

struct Header {
  const char* written;
  const char* key;  ///< nullptr: no field
};

TEST(Fields, HeadersOfPledgesInFourLanguages) {
  const std::vector<Header> all{
      {"Pledge name", "title"},
      {"PLEDGE_NAME", "title"},
      {"title", "title"},
      {"Nom de l'engagement", "title"},
      {"Nom de l’engagement", "title"},
      {"nom de l engagement :", "title"},
      {"Título de la promesa", "title"},
      {"Titulo de la promesa", "title"},
      {"اسم التعهد", "title"},
      {"Submitting entity(ies)", "actors"},
      {"submitting entity (ies) *", "actors"},
      {"Entidad", "actors"},
      {"Pays", "actors"},
      {"الجهة المتعهدة", "actors"},
      {"Country(ies) of implementation", "implemented_in"},
      {"Pays de mise en œuvre", "implemented_in"},
      {"Pays de mise en oeuvre", "implemented_in"},
      {"País(es) de ejecución", "implemented_in"},
      {"Objectifs du Pacte", "objectives"},
      {"GCM objective(s)", "objectives"},
      {"Objetivos", "objectives"},
      {"الأهداف", "objectives"},
      {"الاهداف", "objectives"},
      {"Guiding principles", "principles"},
      {"Principes directeurs", "principles"},
      {"Principios rectores", "principles"},
      {"Nature of the commitment", "commitment_type"},
      {"Type of pledge", "kind"},
      {"Type d'engagement", "kind"},
      {"Other parties", "other_parties"},
      {"Statut", "status"},
      {"État d’avancement", "status"},
      {"Estado", "status"},
      {"الحالة", "status"},
      {"Année", "year"},
      {"Tentative deadline", "deadline"},
      {"Progress notes", "progress"},
      {"Updated on", "updated"},
      {"Champion country", "champion"},
      {"5. Pledge name", "title"},
      {"Q12) Status", "status"},
      {"Title / Titre", "title"},
      {"Titre\nTítulo\nالعنوان", "title"},
      {"Title / Statut", nullptr},
      {"Status of the road", nullptr},
      {"Budget", nullptr},
      {"", nullptr},
      {"   ", nullptr},
      {"2024", nullptr},
      {"/", nullptr},
  };
  for (const auto& header : all) {
    const Field* field = find_field(pledge_fields(), header.written);
    if (header.key == nullptr)
      EXPECT_EQ(field, nullptr) << header.written;
    else
      EXPECT_TRUE(field != nullptr && field->key == header.key)
          << header.written << " is " << (field == nullptr ? "nothing" : std::string(field->key));
  }
}

TEST(Fields, HeadersOfOtherTables) {
  struct Case {
    std::span<const Field> fields;
    const char* written;
    const char* key;
  };
  const std::vector<Case> all{
      {practice_fields(), "Implementing partners", "counterparts"},
      {practice_fields(), "País", "actor"},
      {practice_fields(), "Titre de la pratique", "title"},
      {actor_fields(), "Entity type", "kind"},
      {actor_fields(), "Sigle", "aliases"},
      {actor_fields(), "Country", "parent"},
      {forum_fields(), "Acronym", "acronym"},
      {forum_fields(), "Name of the forum", "name"},
      {membership_fields(), "Member State", "actor"},
      {membership_fields(), "Joined", "from"},
      {membership_fields(), "Working group", "forum"},
      {event_fields(), "Venue", "location"},
      {event_fields(), "Organised by", "organisers"},
      {event_fields(), "Título", "title"},
  };
  for (const auto& c : all) {
    const Field* field = find_field(c.fields, c.written);
    ASSERT_NE(field, nullptr) << c.written;
    EXPECT_EQ(field->key, c.key) << c.written;
  }
  // A header belongs to the list asked for, not to another one.
  EXPECT_EQ(find_field(actor_fields(), "Pledge name"), nullptr);
}

const std::vector<std::span<const Field>> tables{pledge_fields(),     practice_fields(),
                                                 actor_fields(),      forum_fields(),
                                                 membership_fields(), event_fields()};

TEST(Fields, NoHeaderMeansTwoFieldsOfOneTable) {
  for (const auto fields : tables) {
    std::map<std::string, std::string_view> owner;
    const auto take = [&](std::string_view header, std::string_view key) {
      std::string folded = fold_name(header);
      std::erase(folded, ' ');
      EXPECT_FALSE(folded.empty()) << header;
      const auto [it, fresh] = owner.emplace(folded, key);
      EXPECT_EQ(it->second, key) << header;
    };
    for (const Field& field : fields) {
      take(field.key, field.key);
      for (std::size_t i = 0; i < form_languages; ++i) {
        EXPECT_FALSE(field.label[i].empty()) << field.key;
        take(field.label[i], field.key);
      }
      for (const auto header : text::split_list(field.headers, '|')) take(header, field.key);
    }
  }
}

TEST(Fields, WhatFormsAskForIsExplainedAndListed) {
  for (const auto fields : tables)
    for (const Field& field : fields) {
      EXPECT_EQ(field_of_key(fields, field.key), &field);
      EXPECT_EQ(choices(field.choices).empty(), field.choices.empty()) << field.key;
      for (std::size_t i = 0; i < form_languages; ++i)
        EXPECT_EQ(field.help[i].empty(), field.asked == Asked::no) << field.key << " " << i;
    }
}

TEST(Fields, ContactsAreKnown) {
  for (const char* header : {"E-mail",
                             "e-mail address",
                             "Email of focal point",
                             "Phone",
                             "Telephone number",
                             "Tel.",
                             "Focal point",
                             "Name of focal point",
                             "Point focal",
                             "Puntos focales",
                             "Contact person",
                             "CONTACT",
                             "Address",
                             "Adresse",
                             "Adresse postale",
                             "Correo",
                             "Correo electrónico",
                             "Courriel",
                             "Téléphone",
                             "Teléfono",
                             "هاتف",
                             "الهاتف",
                             "البريد الإلكتروني",
                             "جهة الاتصال",
                             "First name",
                             "Prénom",
                             "Apellidos",
                             "Fax",
                             "WhatsApp",
                             "Coordonnées",
                             "Contact details of the entity"})
    EXPECT_TRUE(is_contact_header(header)) << header;
}

TEST(Fields, OtherHeadersAreNoContacts) {
  for (const char* header :
       {"Objectives addressed", "Challenges this pledge will address", "Title", "عنوان التعهد",
        "العنوان", "Mobile populations", "Dirección General de Migración", "Country",
        "Contacts "
        "between regions",
        "Telemedicine", "Faxinal", "", "Source url", "اسم التعهد"})
    EXPECT_FALSE(is_contact_header(header)) << header;
  for (const auto fields : tables)
    for (const Field& field : fields) {
      for (std::size_t i = 0; i < form_languages; ++i)
        EXPECT_FALSE(is_contact_header(field.label[i])) << field.label[i];
      for (const auto header : text::split_list(field.headers, '|'))
        EXPECT_FALSE(is_contact_header(header)) << header;
    }
}

struct Written {
  const char* list;
  const char* written;
  const char* word;  ///< nullptr: not understood
};

TEST(Choices, WordsInFourLanguages) {
  const std::vector<Written> all{
      {"status", "En cours", "in_progress"},
      {"status", "en curso", "in_progress"},
      {"status", "In progress", "in_progress"},
      {"status", "ongoing", "in_progress"},
      {"status", "قيد التنفيذ", "in_progress"},
      {"status", "Terminé", "completed"},
      {"status", "TERMINE", "completed"},
      {"status", "cumplido", "completed"},
      {"status", "مكتمل", "completed"},
      {"status", "fulfilled", "completed"},
      {"status", "Annoncé", "announced"},
      {"status", "Interrumpida", "discontinued"},
      {"status", "Inconnu", "unknown"},
      {"status", "unknown", "unknown"},
      {"status", "in progres", nullptr},
      {"status", "", nullptr},
      {"status", "~completed", nullptr},
      {"kind", "individuel", "individual"},
      {"pledge_kind", "En partenariat", "partnership"},
      {"kind", "De contrapartida", "matching"},
      {"kind", "joint", "common"},
      {"kind", "مشترك", "common"},
      {"practice_kind", "Besoin", "need"},
      {"practice_kind", "ممارسة", "practice"},
      {"actor_kind", "Société civile", "civil_society"},
      {"actor_kind", "NGO", "civil_society"},
      {"actor_kind", "État", "state"},
      {"actor_kind", "مدينة", "local_authority"},
      {"commitment_type", "Ressources humaines", "human_resource"},
      {"commitment_type", "Financiero", "financial"},
      {"commitment_type", "مالي", "financial"},
      {"scope", "Interrégional", "cross_regional"},
      {"offer_or_need", "Necesidad", "need"},
      {"offer_or_need", "عرض", "offer"},
      {"role", "Observateur", "observer"},
      {"forum_kind", "Proceso consultivo regional", "rcp"},
      {"champion", "Oui", "yes"},
      {"yes_no", "no", "no"},
      {"modality", "En línea", "virtual"},
      {"colour", "red", nullptr},
  };
  for (const auto& c : all) {
    const auto word = choice_word(c.list, c.written);
    if (c.word == nullptr)
      EXPECT_FALSE(word.has_value()) << c.written;
    else
      EXPECT_EQ(word.value_or("nothing"), c.word) << c.list << ": " << c.written;
  }
}

TEST(Choices, EveryWordOfTheVocabularyHasItsLabelsAndNoOther) {
  const auto same = [](const char* list, std::span<const Word> vocabulary) {
    std::set<std::string> expected, got;
    for (const auto& word : written_words(vocabulary))
      if (word != "unknown") expected.insert(word);
    std::map<std::string, std::string_view> owner;
    for (const Choice& choice : choices(list)) {
      got.emplace(choice.word);
      for (std::size_t i = 0; i < form_languages; ++i) {
        EXPECT_FALSE(choice.label[i].empty()) << choice.word;
        EXPECT_EQ(choice_word(list, choice.label[i]), choice.word) << choice.label[i];
        owner.emplace(fold_name(choice.label[i]), choice.word);
      }
      for (const auto name : text::split_list(choice.more, '|')) {
        EXPECT_EQ(choice_word(list, name), choice.word) << name;
        // The words of the vocabulary are not repeated here.
        EXPECT_FALSE(find_word(vocabulary, name).has_value()) << list << ": " << name;
      }
    }
    EXPECT_EQ(got, expected) << list;
  };
  same("status", words<Status>());
  same("scope", words<Scope>());
  same("commitment_type", words<CommitmentType>());
  same("offer_or_need", words<Direction>());
  same("pledge_kind", words<PledgeKind>());
  same("practice_kind", words<PracticeKind>());
  same("actor_kind", words<ActorKind>());
  same("forum_kind", words<ForumKind>());
  same("role", words<MemberRole>());
  same("yes_no", words<YesNo>());
  same("modality", words<Modality>());
}

TEST(Choices, LongAndOddTextsAreNotUnderstood) {
  EXPECT_FALSE(choice_word("status", std::string(10'000, 'x')).has_value());
  EXPECT_FALSE(choice_word("status", "\x01\x02").has_value());
  EXPECT_FALSE(choice_word("status", "...").has_value());
  EXPECT_EQ(find_field(pledge_fields(), std::string(10'000, '/')), nullptr);
  EXPECT_FALSE(is_contact_header(std::string(10'000, 'e')));
}

}  // namespace
}  // namespace coopnet::intake
