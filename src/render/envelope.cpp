#include "coopnet/render/envelope.hpp"

#include <algorithm>
#include <set>

#include "coopnet/core/errors.hpp"
#include "coopnet/io/json_writer.hpp"

namespace coopnet::render {
namespace {

void write_texts(io::JsonWriter& json,
                 std::initializer_list<const std::vector<std::string>*> lists) {
  json.begin_array();
  for (const auto* list : lists)
    for (const auto& text : *list) json.string(text);
  json.end_array();
}

struct OptionWriter {
  io::JsonWriter& json;

  void operator()(std::monostate) const { json.null(); }
  void operator()(bool flag) const { json.boolean(flag); }
  void operator()(std::int64_t number) const { json.integer(number); }
  void operator()(std::uint64_t number) const { json.unsigned_integer(number); }
  void operator()(double number) const { json.number(number); }
  void operator()(const std::string& text) const { json.string(text); }
  void operator()(const std::vector<std::string>& texts) const {
    json.begin_array(true);
    for (const auto& text : texts) json.string(text);
    json.end_array();
  }
};

void write_or_null(io::JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key);
  if (text.empty())
    json.null();
  else
    json.string(text);
}

/// Everything before the notes.
void write_head(io::JsonWriter& json, const Envelope& envelope) {
  json.key("schema").string(envelope.schema);
  json.key("schema_version").integer(envelope.schema_version);
  json.key("tool").begin_object();
  json.key("name").string("coopnet");
  json.key("version").string(envelope.tool_version);
  json.end_object();
  json.key("verb").string(envelope.verb);
  json.key("dataset").begin_object();
  write_or_null(json, "title", envelope.dataset_title);
  write_or_null(json, "as_of", envelope.as_of);
  write_or_null(json, "content_hash", envelope.content_hash);
  write_or_null(json, "sample_of", envelope.sample_of);
  json.key("caveats").begin_array();
  for (const auto& caveat : envelope.caveats) json.string(caveat);
  json.end_array();
  json.end_object();
  json.key("options").begin_object();
  for (const auto& [name, option] : envelope.options) {
    json.key(name);
    std::visit(OptionWriter{json}, option.value());
  }
  json.end_object();
  if (envelope.seed) json.key("seed").unsigned_integer(*envelope.seed);
  json.key("methods");
  write_texts(json, {&envelope.methods});
}

void write_rows(io::JsonWriter& json, const Table& table) {
  if (table.rows.empty()) write_or_null(json, "empty_reason", table.empty_reason);
  json.key("rows");
  write_json(json, table);
}

}  // namespace

void Envelope::option(std::string name, OptionValue value) {
  const bool known = std::any_of(options.begin(), options.end(),
                                 [&](const auto& option) { return option.first == name; });
  if (known) throw PreconditionError("the envelope has the option " + name + " already");
  options.emplace_back(std::move(name), std::move(value));
}

std::string to_json(const Table& table, const Envelope& envelope) {
  io::JsonWriter json;
  json.begin_object();
  write_head(json, envelope);
  json.key("notes");
  write_texts(json, {&envelope.notes, &table.notes});
  write_rows(json, table);
  json.end_object();
  return json.finish();
}

std::string to_json(std::span<const NamedTable> tables, const Envelope& envelope) {
  std::set<std::string_view> names;
  for (const auto& named : tables)
    if (!names.insert(named.name).second)
      throw PreconditionError("two tables have the name " + named.name);
  io::JsonWriter json;
  json.begin_object();
  write_head(json, envelope);
  json.key("notes");
  write_texts(json, {&envelope.notes});
  json.key("tables").begin_array();
  for (const auto& named : tables) {
    json.begin_object();
    json.key("name").string(named.name);
    write_or_null(json, "caption", named.table.caption);
    json.key("notes");
    write_texts(json, {&named.table.notes});
    write_rows(json, named.table);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.finish();
}

}  // namespace coopnet::render
