#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/io/csv.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/model/check.hpp"

/// Datasets written in tests as the CSV text of their tables.
namespace support {

using NamedTables = std::vector<std::pair<std::string, std::string>>;

inline coopnet::RawTable table(const std::string& name, const std::string& csv,
                               coopnet::Diagnostics& findings) {
  return coopnet::io::read_csv(csv, name + ".csv", name, {}, findings);
}

inline coopnet::RawDataset raw_dataset(const NamedTables& tables, coopnet::Diagnostics& findings) {
  coopnet::RawDataset raw;
  for (const auto& [name, csv] : tables) raw.tables.push_back(table(name, csv, findings));
  return raw;
}

/// A description with facets objective (closed), theme (open), principle (closed) and one scheme.
inline coopnet::RawValue description() {
  using Kind = coopnet::RawValue::Kind;
  const auto value = [](Kind kind, std::string text) {
    coopnet::RawValue v;
    v.kind = kind;
    v.text = std::move(text);
    return v;
  };
  coopnet::RawValue out = value(Kind::object, "");
  coopnet::RawValue facets = value(Kind::array, "");
  const auto facet = [&](std::string key, std::string column, std::string weight, bool open) {
    coopnet::RawValue f = value(Kind::object, "");
    f.members.push_back({"key", value(Kind::string, std::move(key))});
    f.members.push_back({"column", value(Kind::string, std::move(column))});
    f.members.push_back({"weight", value(Kind::number, std::move(weight))});
    f.members.push_back({"open", value(Kind::boolean, open ? "true" : "false")});
    facets.items.push_back(f);
  };
  facet("objective", "objectives", "4", false);
  facet("theme", "themes", "2", true);
  facet("principle", "principles", "1", false);
  coopnet::RawValue schemes = value(Kind::array, "");
  coopnet::RawValue scheme = value(Kind::object, "");
  scheme.members.push_back({"key", value(Kind::string, "review_region")});
  schemes.items.push_back(scheme);
  out.members.push_back({"title", value(Kind::string, "A dataset made for tests")});
  out.members.push_back({"as_of", value(Kind::string, "2024-06-30")});
  out.members.push_back({"facets", facets});
  out.members.push_back({"region_schemes", schemes});
  return out;
}

/// Built and checked; findings of both steps.
inline coopnet::Dataset build(const NamedTables& tables, coopnet::Diagnostics& findings) {
  auto raw = raw_dataset(tables, findings);
  raw.description = description();
  auto data = coopnet::build_dataset(raw, findings);
  if (findings.errors() == 0) coopnet::check_dataset(data, findings);
  return data;
}

/// Built; the test fails on any error.
inline coopnet::Dataset build(const NamedTables& tables) {
  coopnet::Diagnostics findings;
  auto data = build(tables, findings);
  for (const auto& d : findings.all())
    EXPECT_NE(d.severity, coopnet::Severity::error)
        << d.code << " " << d.where.file << ":" << d.where.line << " " << d.value;
  return data;
}

/// A flat CSV as a dataset without a framework.
inline coopnet::Dataset build_flat(const std::string& csv, coopnet::Diagnostics& findings) {
  const auto flat = table("flat", csv, findings);
  const auto raw = coopnet::unfold_flat(flat, nullptr, findings);
  auto data = coopnet::build_dataset(raw, findings);
  if (findings.errors() == 0) coopnet::check_dataset(data, findings);
  return data;
}

inline const coopnet::Diagnostic* find(const coopnet::Diagnostics& findings,
                                       std::string_view code) {
  const auto& all = findings.all();
  const auto it =
      std::find_if(all.begin(), all.end(), [&](const auto& d) { return d.code == code; });
  return it == all.end() ? nullptr : &*it;
}

inline std::vector<std::string> codes(const coopnet::Diagnostics& findings) {
  std::vector<std::string> out;
  for (const auto& d : findings.all()) out.push_back(d.code);
  return out;
}

}  // namespace support
