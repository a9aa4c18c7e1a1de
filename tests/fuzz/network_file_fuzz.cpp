// Any bytes as a network of another program: the first byte picks the format. What is read without
// errors can be written in every format; GraphML gives the same network again, the others one of
// the same size; and the tables it becomes are a dataset, or it is said why not.
#include <array>

#include "coopnet/exchange/formats.hpp"
#include "coopnet/exchange/tables.hpp"
#include "coopnet/exchange/to_data.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/model/builder.hpp"
#include "exchange/readers.hpp"
#include "fuzz/fuzzing.hpp"

namespace coopnet {
namespace {

using exchange::FileFormat;
using exchange::NetworkFile;
using fuzzing::require;

constexpr const char* file = "input";
constexpr std::array formats{FileFormat::graphml, FileFormat::gexf, FileFormat::pajek,
                             FileFormat::dot};

/// Of both sides, by name and not by order: DOT sorts attributes.
std::size_t values_in(const NetworkFile& network) {
  std::size_t out = 0;
  for (const auto& node : network.nodes) out += node.values.size();
  for (const auto& edge : network.edges) out += edge.values.size();
  return out;
}

void check_written(const NetworkFile& network) {
  for (const FileFormat format : formats) {
    Diagnostics told, findings;
    const std::string text = exchange::write_network(network, format, told);
    require(fuzzing::is_utf8(text), "what is written is UTF-8");
    const auto back = exchange::read_network(text, format, file, findings);
    require(findings.errors() == 0, "what is written can be read", text);
    require(back.nodes.size() == network.nodes.size(), "as many nodes", text);
    require(back.edges.size() == network.edges.size(), "as many edges", text);
    if (format != FileFormat::graphml || !told.all().empty()) continue;
    // What looks like a field is taken for one, once.
    require(exchange::write_network(back, format, told) == text ||
                values_in(back) != values_in(network),
            "GraphML is written again in the same bytes", text);
  }
  for (const auto style : {exchange::TableStyle::gephi, exchange::TableStyle::neo4j,
                           exchange::TableStyle::graphframes}) {
    Diagnostics told, findings;
    const auto tables = exchange::to_tables(network, style, told);
    require(tables.nodes.rows() == network.nodes.size(), "a row for each node");
    for (const auto* table : {&tables.nodes, &tables.edges}) {
      const auto text = io::write_csv(*table);
      (void)io::read_csv(text, file, "table", {}, findings);
      require(findings.errors() == 0, "the tables can be read", text);
    }
  }
}

void check_dataset(const NetworkFile& network) {
  Diagnostics findings;
  const auto raw = exchange::to_dataset(network, file, findings);
  const auto data = build_dataset(raw, findings);
  for (const auto& finding : findings.all())
    require(fuzzing::is_utf8(finding.value), "findings are UTF-8", finding.code);
  if (findings.errors() > 0) return;
  Diagnostics again;
  require(content_hash(build_dataset(to_raw(data), again)) == content_hash(data),
          "the dataset has a canonical form");
}

void check(FileFormat format, std::string_view text) {
  Diagnostics findings;
  exchange::NetworkLimits limits;
  limits.vertices = 1'000;
  const auto network = exchange::read_network(text, format, file, findings, limits);
  const bool is_xml = format == FileFormat::graphml || format == FileFormat::gexf;
  if (!is_xml || !exchange::names_its_encoding(text)) fuzzing::check_findings(findings, text, file);
  if (findings.errors() > 0) return;
  validate(network);
  check_written(network);
  check_dataset(network);
}

}  // namespace
}  // namespace coopnet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  coopnet::check(coopnet::formats[data[0] % coopnet::formats.size()],
                 coopnet::fuzzing::as_text(data + 1, size - 1));
  return 0;
}
