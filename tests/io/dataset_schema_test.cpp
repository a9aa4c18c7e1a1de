// RapidJSON 1.1 predates C++20; its iterators trip this one warning of clang where they are used.
#ifdef __clang__
#pragma clang diagnostic ignored "-Wambiguous-reversed-operator"
#endif
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>
#include <rapidjson/schema.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "coopnet/io/file.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/model/builder.hpp"
#include "model/full_columns.hpp"

/// datasets/schema/dataset.schema.json against what is written, and against the tables of the
/// program: neither may drift.
namespace coopnet::io {
namespace {

const std::string datasets = COOPNET_DATASETS;

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document out;
  out.Parse(text.c_str(), text.size());
  EXPECT_FALSE(out.HasParseError());
  return out;
}

const rapidjson::Document& schema_text() {
  static const rapidjson::Document text =
      parsed(read_file(datasets + "/schema/dataset.schema.json"));
  return text;
}

/// What stands at a JSON pointer of the schema.
const rapidjson::Value* at(const std::string& pointer) {
  return rapidjson::Pointer(pointer.c_str()).Get(schema_text());
}

/// The keyword that a document breaks, or empty.
std::string broken_keyword(const rapidjson::Value& document) {
  static const rapidjson::SchemaDocument schema(schema_text());
  rapidjson::SchemaValidator validator(schema);
  if (document.Accept(validator)) return {};
  const char* keyword = validator.GetInvalidSchemaKeyword();
  return keyword == nullptr ? "unknown" : keyword;
}

const std::string& as_json(const std::string& name) {
  static std::map<std::string, std::string> known;
  auto& text = known[name];
  if (text.empty()) {
    const auto data = load_dataset(datasets + "/" + name).data;
    text = write_json_dataset(to_raw(data), list_columns(data));
  }
  return text;
}

TEST(DatasetSchema, WhatConvertWritesIsValid) {
  for (const char* name : {"tiny", "gcm"})
    EXPECT_EQ(broken_keyword(parsed(as_json(name))), "") << name;
}

struct Mutation {
  const char* pointer;  ///< what is replaced
  const char* value;    ///< by this JSON; nullptr: removed
  const char* keyword;  ///< that refuses it
};

TEST(DatasetSchema, EachKeywordBites) {
  const std::vector<Mutation> all{
      {"/format", "\"coopnet\"", "enum"},
      {"/format", nullptr, "required"},
      {"/schema_version", "2", "enum"},
      {"/dataset", nullptr, "required"},
      {"/dataset", "[]", "type"},
      {"/dataset/titel", "\"x\"", "additionalProperties"},
      {"/dataset/as_of", "\"soon\"", "pattern"},
      {"/dataset/facets", "{}", "type"},
      {"/dataset/facets/0/key", nullptr, "required"},
      {"/dataset/facets/0/key", "\"\"", "minLength"},
      {"/dataset/facets/0/weight", "1.5", "type"},
      {"/dataset/facets/0/weight", "-1", "minimum"},
      {"/dataset/facets/0/weight", "1001", "maximum"},
      {"/dataset/facets/0/open", "\"yes\"", "type"},
      {"/dataset/facets/0/colour", "1", "additionalProperties"},
      {"/dataset/region_schemes/0/key", nullptr, "required"},
      {"/dataset/sources/0/url", "3", "type"},
      {"/dataset/caveats/0", "3", "type"},
      {"/pledge", "[]", "additionalProperties"},
      {"/pledges", "{}", "type"},
      {"/pledges/0", "\"T01\"", "type"},
      {"/pledges/0/id", nullptr, "required"},
      {"/pledges/0/id", "null", "type"},
      {"/pledges/0/id", "\"~T01\"", "pattern"},
      {"/pledges/0/id", "\"a;b\"", "pattern"},
      {"/pledges/0/actors", "[]", "minItems"},
      {"/pledges/0/actors", "\"XAA\"", "type"},
      {"/pledges/0/actors/0", "\"~XAA\"", "pattern"},
      {"/pledges/0/title", "7", "type"},
      {"/pledges/0/kind", "\"alone\"", "enum"},
      {"/pledges/0/status", "\"~\"", "enum"},
      {"/pledges/0/year", "\"2022-13\"", "pattern"},
      {"/pledges/0/year", "2022", "type"},
      {"/pledges/0/year", "\"2022/\"", "pattern"},
      {"/pledges/0/answers/0", "\"\"", "pattern"},
      {"/pledges/0/objectives", "{}", "anyOf"},
      {"/pledges/0/objectives/0", "1", "anyOf"},
      {"/pledges/0/anything", "{}", "anyOf"},
      {"/memberships/0/forum", nullptr, "required"},
      {"/memberships/0/actor", "null", "type"},
      {"/tags/0/key", "\"\"", "minLength"},
      {"/tags/0/related", "[\"x\"]", "pattern"},
      {"/priorities/0/tag", "\"objective\"", "pattern"},
      {"/actors/0/regions/0", "\"~\"", "pattern"},
      {"/events/0/closed", "\"maybe\"", "enum"},
      {"/claims/0/value", "\"\"", "minLength"},
  };
  const auto valid = parsed(as_json("tiny"));
  for (const auto& m : all) {
    rapidjson::Document changed;
    changed.CopyFrom(valid, changed.GetAllocator());
    const rapidjson::Pointer place(m.pointer);
    if (m.value == nullptr) {
      EXPECT_TRUE(place.Erase(changed)) << m.pointer;
    } else {
      const auto value = parsed(m.value);
      place.Set(changed, value);
    }
    EXPECT_EQ(broken_keyword(changed), m.keyword) << m.pointer << " " << (m.value ? m.value : "-");
  }
}

TEST(DatasetSchema, WhatIsAllowedPasses) {
  const std::vector<Mutation> all{
      {"/pledges/0/status", "\"~fulfilled\"", ""},
      {"/pledges/0/status", "null", ""},
      {"/pledges/0/year", "\"2022-Q1/2023-05-31\"", ""},
      {"/pledges/0/objectives", "[\"~1\", \"2\"]", ""},
      {"/pledges/0/deadline", "\"2026\"", ""},
      {"/pledges/0/budget", "12.5", ""},
      {"/events/0/closed", "true", ""},
      {"/dataset/content_hash",
       "\"b6982be43b7222f4bd46d222d5da2f6dc30486405e962e8467efc4a5fcddf3bd\"", ""},
  };
  const auto valid = parsed(as_json("tiny"));
  for (const auto& m : all) {
    rapidjson::Document changed;
    changed.CopyFrom(valid, changed.GetAllocator());
    const auto value = parsed(m.value);
    rapidjson::Pointer(m.pointer).Set(changed, value);
    EXPECT_EQ(broken_keyword(changed), "") << m.pointer << " " << m.value;
  }
}

// --- no drift ---

std::set<std::string> names_in(const rapidjson::Value& object) {
  std::set<std::string> out;
  for (const auto& member : object.GetObject()) out.insert(member.name.GetString());
  return out;
}

std::set<std::string> texts_in(const rapidjson::Value& array) {
  std::set<std::string> out;
  for (const auto& item : array.GetArray())
    if (item.IsString()) out.insert(item.GetString());
  return out;
}

const rapidjson::Value& resolved(const rapidjson::Value& property) {
  if (!property.HasMember("$ref")) return property;
  const std::string ref = property["$ref"].GetString();
  return *at(ref.substr(1));
}

TEST(DatasetSchema, NamesTheTablesAndColumnsOfTheProgram) {
  std::set<std::string> tables{"format", "schema_version", "dataset"};
  schema::for_each_table([&]<class R>() {
    const std::string table(schema::Spec<R>::name);
    tables.insert(table);
    const auto* items = at("/properties/" + table + "/items");
    ASSERT_NE(items, nullptr) << table;
    std::set<std::string> columns, needed;
    for (const auto& column : schema::full_columns<R>({})) {
      columns.insert(column.name);
      if (column.column.required) needed.insert(column.name);
    }
    EXPECT_EQ(names_in((*items)["properties"]), columns) << table;
    EXPECT_EQ(texts_in((*items)["required"]), needed) << table;
  });
  EXPECT_EQ(names_in(schema_text()["properties"]), tables);
}

/// What a column says of a cell that is no word, no date and no id.
template <class R>
std::string complaint(const schema::Column<R>& column) {
  static const Dataset empty;
  Diagnostics findings;
  RawTable table;
  R row;
  column.read({empty, findings, table, nullptr, column.name}, row, "~?!");
  return findings.all().empty() ? std::string() : findings.all().front().code;
}

TEST(DatasetSchema, TypesAreThoseOfTheColumns) {
  schema::for_each_table([&]<class R>() {
    const std::string table(schema::Spec<R>::name);
    for (const auto& column : schema::Spec<R>::columns()) {
      if (column.shape == schema::Shape::facets) continue;
      const std::string name(column.name),
          path = "/properties/" + table + "/items/properties/" + name;
      const auto* property = at(path);
      ASSERT_NE(property, nullptr) << path;
      const auto& type = resolved(*property);
      const auto code = complaint(column);
      EXPECT_EQ(type.HasMember("enum"), code == "unknown-word") << path;
      EXPECT_EQ(&type == &schema_text()["definitions"]["date"], code == "bad-date") << path;
      EXPECT_EQ(type.HasMember("items"), column.shape == schema::Shape::list) << path;
    }
  });
}

TEST(DatasetSchema, ClosedListsAreThoseOfTheVocabulary) {
  const auto same = [](const char* name, std::span<const Word> words, bool marked) {
    std::set<std::string> expected;
    for (const Word& word : words) {
      expected.emplace(word.text);
      if (marked) expected.insert("~" + std::string(word.text));
    }
    ASSERT_TRUE(schema_text()["definitions"].HasMember(name)) << name;
    EXPECT_EQ(texts_in(schema_text()["definitions"][name]["enum"]), expected) << name;
  };
  same("actor_kind", words<ActorKind>(), false);
  same("forum_kind", words<ForumKind>(), false);
  same("member_role", words<MemberRole>(), false);
  same("pledge_kind", words<PledgeKind>(), false);
  same("status", words<Status>(), true);
  same("scope", words<Scope>(), true);
  same("commitment_type", words<CommitmentType>(), true);
  same("offer_or_need", words<Direction>(), true);
  same("practice_kind", words<PracticeKind>(), false);
  same("agreement_kind", words<AgreementKind>(), false);
  same("party_role", words<PartyRole>(), false);
  same("yes_no", words<YesNo>(), false);
  same("modality", words<Modality>(), false);
}

TEST(DatasetSchema, IsDraft4WithoutWhatValidatorsIgnore) {
  const std::string text = read_file(datasets + "/schema/dataset.schema.json");
  EXPECT_STREQ(schema_text()["$schema"].GetString(), "http://json-schema.org/draft-04/schema#");
  for (const char* later :
       {"\"const\"", "\"if\"", "\"contains\"", "\"examples\"", "\\\\d", "\\\\w"})
    EXPECT_EQ(text.find(later), std::string::npos) << later;
}

}  // namespace
}  // namespace coopnet::io
