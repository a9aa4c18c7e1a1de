#include "coopnet/io/load.hpp"

#include <utility>

#include "coopnet/io/dataset_files.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/model/check.hpp"

namespace coopnet::io {

LoadedDataset load_dataset(const std::string& path, const LoadOptions& options) {
  Diagnostics findings;
  const RawDataset raw = read_raw_dataset(path, table_names(), findings, options.limits);
  if (const RawTable* flat = raw.find(flat_table_name))
    return load_flat(*flat, std::move(findings), options);
  return finish_dataset(raw, std::move(findings));
}

LoadedDataset load_flat(const RawTable& flat, Diagnostics findings, const LoadOptions& options) {
  RawDataset framework;
  Diagnostics ignored;  // the framework is a dataset of its own and is checked as such
  if (!options.framework.empty())
    framework = read_raw_dataset(options.framework, table_names(), ignored, options.limits);
  const RawDataset* known = options.framework.empty() ? nullptr : &framework;
  const auto raw =
      options.unfold ? options.unfold(flat, known, findings) : unfold_flat(flat, known, findings);
  LoadedDataset out = finish_dataset(raw, std::move(findings));
  out.flat = true;
  return out;
}

LoadedDataset finish_dataset(const RawDataset& raw, Diagnostics findings) {
  LoadedDataset out;
  out.findings = std::move(findings);
  out.data = build_dataset(raw, out.findings);
  if (out.findings.errors() == 0) check_dataset(out.data, out.findings);
  return out;
}

IsList list_columns(const Dataset& data) {
  return [&data](std::string_view table, std::string_view column) {
    return is_list_column(data, table, column);
  };
}

void save_dataset(const Dataset& data, const std::string& path, bool overwrite) {
  const auto raw = to_raw(data);
  if (!path.ends_with(".json")) {
    write_raw_dataset_folder(raw, path, overwrite);
    return;
  }
  write_raw_dataset_json(raw, path, list_columns(data), overwrite);
}

}  // namespace coopnet::io
