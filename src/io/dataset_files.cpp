#include "coopnet/io/dataset_files.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/json_reader.hpp"
#include "io/dataset_folder.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {
namespace {

namespace fs = std::filesystem;

std::string inside(const std::string& folder, std::string_view name) {
  std::string path = folder;
  if (path.empty() || path.back() != '/') path += '/';
  return path.append(name);
}

/// Names of the files of a folder that could belong to a dataset, sorted.
std::vector<std::string> dataset_file_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    // What begins with a dot is hidden, and none of the user's tables.
    if (!name.starts_with('.') && (name == description_file || name.ends_with(table_ending)))
      names.push_back(name);
  }
  if (error) throw IoError(folder + ": " + error.message());
  std::sort(names.begin(), names.end());
  return names;
}

std::string table_name_of(std::string_view file_name) {
  return std::string(file_name.substr(0, file_name.size() - table_ending.size()));
}

void warn_unknown(std::string_view code, const std::string& file, const std::string& value,
                  const std::string& name, std::span<const std::string> known,
                  Diagnostics& diagnostics) {
  Diagnostic d;
  d.severity = Severity::warning;
  d.code = code;
  d.where.file = file;
  d.value = value;
  d.nearest = text::nearest(name, known);
  diagnostics.add(std::move(d));
}

/// A file name as it can stand in a message: others may have made the folder.
std::string showable(const std::string& name) {
  return find_malformed_utf8(name) ? "(name that is not UTF-8)" : name;
}

RawDataset read_folder(const std::string& folder, std::span<const std::string> known,
                       Diagnostics& diagnostics, const ReadLimits& limits) {
  RawDataset dataset;
  for (const auto& name : dataset_file_names(folder)) {
    const std::string path = inside(folder, name);
    if (name == description_file) {
      dataset.description_file = path;
      dataset.description =
          parse_json(read_file(path, limits.file_bytes), path, diagnostics, limits.json);
      continue;
    }
    const std::string table = table_name_of(name);
    if (std::find(known.begin(), known.end(), table) != known.end())
      dataset.tables.push_back(
          read_csv(read_file(path, limits.file_bytes), path, table, limits.csv, diagnostics));
    else
      warn_unknown("unknown-table-file", inside(folder, showable(name)), showable(name), table,
                   known, diagnostics);
  }
  if (dataset.tables.empty() && dataset.description_file.empty()) {
    Diagnostic d;
    d.code = "no-tables";
    d.where.file = folder;
    diagnostics.add(std::move(d));
  }
  std::sort(dataset.tables.begin(), dataset.tables.end(),
            [](const RawTable& a, const RawTable& b) { return a.name < b.name; });
  return dataset;
}

RawDataset read_json_file(std::string text, const std::string& shown,
                          std::span<const std::string> known, Diagnostics& diagnostics,
                          const ReadLimits& limits) {
  RawDataset dataset = read_json_dataset(std::move(text), shown, diagnostics, limits.json);
  for (const auto& table : dataset.tables)
    if (std::find(known.begin(), known.end(), table.name) == known.end())
      warn_unknown("unknown-table", shown, table.name, table.name, known, diagnostics);
  return dataset;
}

RawDataset read_flat_file(std::string text, const std::string& shown, Diagnostics& diagnostics,
                          const ReadLimits& limits, std::optional<char> delimiter) {
  RawDataset dataset;
  dataset.tables.push_back(read_csv(std::move(text), shown, std::string(flat_table_name),
                                    limits.csv, diagnostics, delimiter));
  return dataset;
}

bool looks_like_json(std::string_view text) {
  text = without_mark(text);
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

/// What the ending of a file name says about its form.
enum class Form : std::uint8_t { json, flat, tabs, unknown };

Form form_of(std::string_view path) {
  const std::string lower = text::lower_ascii(path);
  if (lower.ends_with(".json")) return Form::json;
  if (lower.ends_with(".csv") || lower.ends_with(".txt")) return Form::flat;
  return lower.ends_with(".tsv") ? Form::tabs : Form::unknown;
}

NamedBytes table_file(const RawTable& table) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  if (table.name.empty() || !std::all_of(table.name.begin(), table.name.end(), plain))
    throw DataError("a table named \"" + text::inert(text::shorten(table.name, 80)) +
                    "\" cannot be a file of a dataset folder");
  return {table.name + std::string(table_ending), write_csv(table)};
}

}  // namespace

void refuse_leftovers(const std::string& folder, std::span<const std::string> written) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return;
  for (const auto& name : dataset_file_names(folder))
    if (std::find(written.begin(), written.end(), name) == written.end())
      throw IoError(inside(folder, showable(name)) +
                    ": would stay and be read with the dataset; remove it first");
}

RawDataset read_raw_dataset(const std::string& path, std::span<const std::string_view> table_names,
                            Diagnostics& diagnostics, const ReadLimits& limits) {
  const std::vector<std::string> known(table_names.begin(), table_names.end());
  std::error_code error;
  if (path != "-" && fs::is_directory(path, error))
    return read_folder(path, known, diagnostics, limits);
  std::string text = read_file(path, limits.file_bytes);
  const std::string shown = path == "-" ? "<stdin>" : path;
  const Form form = form_of(path);
  if (form == Form::json || (form == Form::unknown && looks_like_json(text)))
    return read_json_file(std::move(text), shown, known, diagnostics, limits);
  return read_flat_file(std::move(text), shown, diagnostics, limits,
                        form == Form::tabs ? std::optional('\t') : std::nullopt);
}

void write_raw_dataset_folder(const RawDataset& dataset, const std::string& folder,
                              bool overwrite) {
  std::vector<NamedBytes> files;
  if (dataset.description.kind != RawValue::Kind::null) {
    JsonWriter json;
    json.value(dataset.description);
    files.push_back({std::string(description_file), json.finish()});
  }
  for (const auto& table : dataset.tables)
    if (table.columns() > 0) files.push_back(table_file(table));
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.name);
  if (overwrite) refuse_leftovers(folder, names);
  write_folder_atomically(folder, files, overwrite);
}

void write_raw_dataset_json(const RawDataset& dataset, const std::string& path,
                            const IsList& is_list, bool overwrite) {
  write_file_atomically(path, write_json_dataset(dataset, is_list), overwrite);
}

}  // namespace coopnet::io
