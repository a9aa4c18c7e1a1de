// Any bytes as a dataset in one JSON text. What has no errors is the same dataset after it was
// written in canonical form, as one JSON text and as a folder of tables, and read again.
#include "coopnet/io/csv.hpp"
#include "coopnet/io/json_reader.hpp"
#include "coopnet/io/json_writer.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/model/check.hpp"
#include "fuzz/fuzzing.hpp"

namespace coopnet {
namespace {

using fuzzing::require;

constexpr const char* file = "input.json";

std::string as_json(const Dataset& data) {
  return io::write_json_dataset(to_raw(data), [&](std::string_view table, std::string_view column) {
    return is_list_column(data, table, column);
  });
}

Dataset from_json(const std::string& written, Diagnostics& findings) {
  return build_dataset(io::read_json_dataset(written, file, findings), findings);
}

/// As a folder would hold it: dataset.json and one CSV text a table.
Dataset through_csv(const Dataset& data, Diagnostics& findings) {
  const RawDataset written = to_raw(data);
  RawDataset read;
  io::JsonWriter description;
  description.value(written.description);
  read.description = io::parse_json(description.finish(), "dataset.json", findings);
  for (const auto& table : written.tables)
    read.tables.push_back(
        io::read_csv(io::write_csv(table), table.name + ".csv", table.name, {}, findings));
  return build_dataset(read, findings);
}

void check_same(const Dataset& data, const Dataset& again, const Diagnostics& findings,
                const std::string& written) {
  require(findings.errors() == 0, "what is written of a dataset without errors has none", written);
  require(content_hash(again) == content_hash(data), "it has the same content", written);
}

void check(std::string_view text) {
  Diagnostics findings;
  const RawDataset raw = io::read_json_dataset(std::string(text), file, findings);
  const Dataset data = build_dataset(raw, findings);
  fuzzing::check_findings(findings, text, file);
  if (findings.errors() > 0) return;
  const std::string written = as_json(data);
  Diagnostics of_json;
  const Dataset again = from_json(written, of_json);
  check_same(data, again, of_json, written);
  require(as_json(again) == written, "written again it has the same bytes", written);
  Diagnostics of_csv;
  check_same(data, through_csv(data, of_csv), of_csv, written);
  check_dataset(data, findings);
  fuzzing::check_findings(findings, text, file);
}

}  // namespace
}  // namespace coopnet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  coopnet::check(coopnet::fuzzing::as_text(data, size));
  return 0;
}
