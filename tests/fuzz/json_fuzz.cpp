// Reads any bytes as JSON, once as the description of a dataset and once as a whole dataset. What
// was read stands where it says; written, it is read again.
#include <algorithm>

#include "coopnet/io/json_reader.hpp"
#include "coopnet/io/json_writer.hpp"
#include "fuzz/fuzzing.hpp"

namespace coopnet::io {
namespace {

using fuzzing::require;
using Lines = std::vector<std::string_view>;

constexpr const char* file = "input.json";

bool same(const RawValue& a, const RawValue& b) {
  const auto same_member = [](const RawValue::Member& x, const RawValue::Member& y) {
    return x.key == y.key && same(x.value, y.value);
  };
  return a.kind == b.kind && a.text == b.text &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                    same_member);
}

/// Returns how many values there are.
std::size_t check_value(const RawValue& value, const Lines& lines, std::size_t depth_left) {
  const bool nested = value.kind == RawValue::Kind::array || value.kind == RawValue::Kind::object;
  require(!nested || depth_left > 0, "no deeper than the limit");
  require(fuzzing::lies_in(lines, value.line, value.column), "a value stands in the text");
  require(fuzzing::is_utf8(value.text), "texts are UTF-8");
  std::size_t values = 1;
  for (const auto& item : value.items) values += check_value(item, lines, depth_left - 1);
  for (const auto& member : value.members) {
    require(fuzzing::is_utf8(member.key), "keys are UTF-8");
    require(value.find(member.key) == &member.value, "keys are unique", member.key);
    values += check_value(member.value, lines, depth_left - 1);
  }
  return values;
}

void check_description(std::string_view text, const JsonLimits& limits) {
  Diagnostics findings;
  const RawValue value = parse_json(text, file, findings, limits);
  fuzzing::check_findings(findings, text, file);
  if (value.kind == RawValue::Kind::null) {
    require(findings.errors() > 0, "what cannot be read is an error");
    return;
  }
  require(value.kind == RawValue::Kind::object, "a description is an object");
  require(check_value(value, fuzzing::lines_of(text), limits.depth) <= limits.values,
          "no more values than the limit");
  JsonWriter writer;
  writer.value(value);
  const std::string written = writer.finish();
  Diagnostics none;
  const RawValue again = parse_json(written, file, none);
  require(none.all().empty() && same(value, again), "what is written is read", written);
}

void check_tables(const RawDataset& dataset, const Lines& lines, const TableLimits& limits) {
  for (const auto& table : dataset.tables) {
    require(table.columns() <= limits.columns, "no more columns than the limit");
    require(table.rows() <= limits.rows, "no more rows than the limit");
    require(table.cells.size() <= limits.cells, "no more cells than the limit");
    require(table.columns() == 0 || table.cells.size() == table.rows() * table.columns(),
            "every row has every column");
    for (const auto* cells : {&table.header, &table.cells})
      for (const auto& cell : *cells) {
        require(fuzzing::lies_in(lines, cell.line, cell.column), "a cell stands in the text");
        require(fuzzing::is_utf8(cell.text) && cell.text.find('\0') == std::string_view::npos,
                "a cell is text", cell.text);
      }
  }
}

void check_round_trip(const RawDataset& dataset) {
  for (const bool lists : {false, true}) {
    const auto is_list = [&](std::string_view, std::string_view) { return lists; };
    const std::string written = write_json_dataset(dataset, is_list);
    Diagnostics findings;
    const RawDataset again = read_json_dataset(written, file, findings);
    require(findings.all().empty(), "what is written is read without findings", written);
    require(same(dataset.description, again.description), "the description is read", written);
    require(dataset.tables.size() == again.tables.size(), "every table is read", written);
    for (std::size_t i = 0; i < dataset.tables.size(); ++i) {
      require(dataset.tables[i].name == again.tables[i].name, "under its name", written);
      require(
          dataset.tables[i].rows() == 0 || fuzzing::same_texts(dataset.tables[i], again.tables[i]),
          "with all its cells", written);
    }
  }
}

void check_dataset(std::string_view text, const JsonLimits& limits) {
  Diagnostics findings;
  const RawDataset dataset = read_json_dataset(std::string(text), file, findings, limits);
  fuzzing::check_findings(findings, text, file);
  check_tables(dataset, fuzzing::lines_of(text), limits.tables);
  if (findings.errors() == 0) check_round_trip(dataset);
}

}  // namespace
}  // namespace coopnet::io

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = coopnet::fuzzing::as_text(data, size);
  const coopnet::io::JsonLimits tight{
      .tables = {.field_bytes = 12, .columns = 4, .rows = 3, .cells = 8, .findings = 3},
      .depth = 4,
      .values = 12};
  for (const auto& limits : {coopnet::io::JsonLimits{}, tight}) {
    coopnet::io::check_description(text, limits);
    coopnet::io::check_dataset(text, limits);
  }
  return 0;
}
