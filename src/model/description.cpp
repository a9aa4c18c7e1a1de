#include "description.hpp"

#include <array>

#include "coopnet/core/text.hpp"

namespace coopnet {
namespace {

using Kind = RawValue::Kind;

/// Reads members of one object and reports those of the wrong shape.
class Reader {
 public:
  Reader(const RawValue& object, const std::string& file, Diagnostics& findings)
      : object_(object), file_(file), findings_(findings) {}

  std::string text(std::string_view key) const {
    const auto* value = find(key, Kind::string, "text");
    return value == nullptr ? std::string() : value->text;
  }

  std::uint32_t count(std::string_view key, std::uint32_t otherwise) const {
    const auto* value = find(key, Kind::number, "a whole number from 0 to 1000");
    if (value == nullptr) return otherwise;
    const auto number = text::parse_unsigned(value->text);
    if (number && *number <= 1000) return static_cast<std::uint32_t>(*number);
    wrong(key, *value, "a whole number from 0 to 1000");
    return otherwise;
  }

  bool flag(std::string_view key) const {
    const auto* value = find(key, Kind::boolean, "true or false");
    return value != nullptr && value->text == "true";
  }

  /// Calls `each` for the objects of an array.
  template <class Each>
  void objects(std::string_view key, Each each) const {
    const auto* list = find(key, Kind::array, "a list");
    if (list == nullptr) return;
    for (const auto& item : list->items) {
      if (item.kind == Kind::object)
        each(Reader(item, file_, findings_));
      else
        wrong(key, item, "a list of objects");
    }
  }

  std::vector<std::string> texts(std::string_view key) const {
    std::vector<std::string> out;
    const auto* list = find(key, Kind::array, "a list");
    if (list == nullptr) return out;
    for (const auto& item : list->items) {
      if (item.kind == Kind::string)
        out.push_back(item.text);
      else
        wrong(key, item, "a list of texts");
    }
    return out;
  }

  std::string required(std::string_view key) const {
    const auto value = text(key);
    if (value.empty())
      findings_.report(Severity::error, "description-missing",
                       {file_, object_.line, object_.column}, std::string(key), "",
                       {std::string(key)}, "");
    return value;
  }

  void wrong(std::string_view key, const RawValue& value, std::string expected) const {
    findings_.report(Severity::error, "description-shape", {file_, value.line, value.column},
                     std::string(key), value.text, {std::string(key), std::move(expected)}, "");
  }

  void unknown_members(std::span<const std::string_view> known) const {
    for (const auto& member : object_.members) {
      bool found = false;
      std::vector<std::string> names;
      for (const auto name : known) {
        found = found || name == member.key;
        names.emplace_back(name);
      }
      if (found) continue;
      findings_.report(Severity::warning, "unknown-column",
                       {file_, member.value.line, member.value.column}, member.key, member.key,
                       {"dataset.json"}, text::nearest(member.key, names));
    }
  }

 private:
  const RawValue* find(std::string_view key, Kind kind, const char* expected) const {
    const auto* value = object_.find(key);
    if (value == nullptr || value->kind == Kind::null) return nullptr;
    if (value->kind == kind) return value;
    wrong(key, *value, expected);
    return nullptr;
  }

  const RawValue& object_;
  const std::string& file_;
  Diagnostics& findings_;
};

constexpr std::array<std::string_view, 15> known_members{
    "format", "schema_version", "title",          "version",   "licence",
    "as_of",  "framework",      "framework_name", "sample_of", "primary_facet",
    "facets", "region_schemes", "caveats",        "sources",   "content_hash"};

std::vector<Facet> default_facets() {
  return {{"objective", "Objective", "objectives", 4, true},
          {"theme", "Theme", "themes", 2, true},
          {"principle", "Guiding principle", "principles", 1, true}};
}

Facet read_facet(const Reader& in) {
  constexpr std::uint32_t default_weight = 1;
  Facet facet;
  facet.key = in.required("key");
  facet.label = in.text("label");
  if (facet.label.empty()) facet.label = facet.key;
  facet.column = in.text("column");
  if (facet.column.empty()) facet.column = facet.key;
  facet.weight = in.count("weight", default_weight);
  facet.open = in.flag("open");
  return facet;
}

RawValue text_value(std::string text) {
  RawValue value;
  value.kind = Kind::string;
  value.text = std::move(text);
  return value;
}

RawValue plain(Kind kind, std::string text = {}) {
  RawValue value;
  value.kind = kind;
  value.text = std::move(text);
  return value;
}

void put(RawValue& object, std::string key, RawValue value) {
  object.members.push_back({std::move(key), std::move(value)});
}

void put_text(RawValue& object, std::string key, const std::string& text) {
  if (!text.empty()) put(object, std::move(key), text_value(text));
}

}  // namespace

DatasetInfo read_description(const RawDataset& raw, Diagnostics& findings) {
  DatasetInfo info;
  if (raw.description.kind == Kind::null) {
    info.facets = default_facets();
    return info;
  }
  if (raw.description.kind != Kind::object) {
    findings.report(Severity::error, "description-shape", {raw.description_file, 1, 1}, "", "",
                    {"dataset.json", "an object"}, "");
    info.facets = default_facets();
    return info;
  }
  const Reader in(raw.description, raw.description_file, findings);
  info.title = in.text("title");
  info.version = in.text("version");
  info.licence = in.text("licence");
  info.as_of = in.text("as_of");
  if (!info.as_of.empty() && !parse_day_range(info.as_of))
    findings.report(Severity::error, "bad-date", {raw.description_file, 0, 0}, "as_of", info.as_of,
                    {}, "");
  info.framework = in.text("framework");
  info.framework_name = in.text("framework_name");
  info.sample_of = in.text("sample_of");
  in.objects("facets", [&](const Reader& r) { info.facets.push_back(read_facet(r)); });
  if (info.facets.empty()) info.facets = default_facets();
  in.objects("region_schemes", [&](const Reader& r) {
    RegionScheme scheme{r.required("key"), r.text("label")};
    if (scheme.label.empty()) scheme.label = scheme.key;
    info.region_schemes.push_back(scheme);
  });
  info.caveats = in.texts("caveats");
  in.objects("sources", [&](const Reader& r) {
    info.sources.push_back({r.text("key"), r.text("title"), r.text("url")});
  });
  in.unknown_members(known_members);
  const auto primary = in.text("primary_facet");
  for (std::size_t i = 0; i < info.facets.size(); ++i)
    if (info.facets[i].key == primary) info.primary_facet = i;
  if (!primary.empty() && info.facets[info.primary_facet].key != primary)
    findings.report(Severity::error, "unknown-facet", {raw.description_file, 0, 0}, "primary_facet",
                    primary, {}, "");
  return info;
}

RawValue write_description(const DatasetInfo& info) {
  RawValue out = plain(Kind::object);
  put_text(out, "format", "coopnet-dataset");
  put(out, "schema_version", plain(Kind::number, "1"));
  put_text(out, "title", info.title);
  put_text(out, "version", info.version);
  put_text(out, "licence", info.licence);
  put_text(out, "as_of", info.as_of);
  put_text(out, "framework", info.framework);
  put_text(out, "framework_name", info.framework_name);
  put_text(out, "sample_of", info.sample_of);
  put_text(out, "primary_facet", info.facets[info.primary_facet].key);
  RawValue facets = plain(Kind::array);
  for (const auto& f : info.facets) {
    RawValue item = plain(Kind::object);
    put_text(item, "key", f.key);
    put_text(item, "label", f.label);
    put_text(item, "column", f.column);
    put(item, "weight", plain(Kind::number, std::to_string(f.weight)));
    put(item, "open", plain(Kind::boolean, f.open ? "true" : "false"));
    facets.items.push_back(std::move(item));
  }
  put(out, "facets", std::move(facets));
  RawValue schemes = plain(Kind::array);
  for (const auto& s : info.region_schemes) {
    RawValue item = plain(Kind::object);
    put_text(item, "key", s.key);
    put_text(item, "label", s.label);
    schemes.items.push_back(std::move(item));
  }
  put(out, "region_schemes", std::move(schemes));
  RawValue caveats = plain(Kind::array);
  for (const auto& c : info.caveats) caveats.items.push_back(text_value(c));
  put(out, "caveats", std::move(caveats));
  RawValue sources = plain(Kind::array);
  for (const auto& s : info.sources) {
    RawValue item = plain(Kind::object);
    put_text(item, "key", s.key);
    put_text(item, "title", s.title);
    put_text(item, "url", s.url);
    sources.items.push_back(std::move(item));
  }
  put(out, "sources", std::move(sources));
  return out;
}

}  // namespace coopnet
