#include "coopnet/exchange/formats.hpp"

#include <array>
#include <utility>

#include "coopnet/core/text.hpp"
#include "exchange/readers.hpp"
#include "exchange/writable.hpp"
#include "io/findings.hpp"
#include "io/text_scan.hpp"

namespace coopnet::exchange {

std::optional<FileFormat> format_of_path(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, FileFormat>, 5> endings{{
      {".graphml", FileFormat::graphml},
      {".gexf", FileFormat::gexf},
      {".net", FileFormat::pajek},
      {".dot", FileFormat::dot},
      {".gv", FileFormat::dot},
  }};
  const auto name = text::lower_ascii(path.substr(path.rfind('/') + 1));
  for (const auto& [ending, format] : endings)
    if (name.size() > ending.size() && name.ends_with(ending)) return format;
  return std::nullopt;
}

bool names_its_encoding(std::string_view xml) {
  if (xml.starts_with("\xFE\xFF") || xml.starts_with("\xFF\xFE")) return true;
  if (xml.starts_with(std::string_view("\0<", 2)) || xml.starts_with(std::string_view("<\0", 2)))
    return true;
  xml = io::without_mark(xml);
  if (!xml.starts_with("<?xml")) return false;
  const auto declaration = text::lower_ascii(xml.substr(0, xml.find("?>")));
  return declaration.find("encoding") != std::string::npos &&
         declaration.find("utf-8") == std::string::npos;
}

NetworkFile read_network(std::string_view text, FileFormat format, const std::string& file,
                         Diagnostics& findings, const NetworkLimits& limits) {
  const bool is_xml = format == FileFormat::graphml || format == FileFormat::gexf;
  io::Findings told(findings, file, limits.tables.findings);
  if (!(is_xml && names_its_encoding(text))) {
    if (!check_text(text, told)) return {};
    text = io::without_mark(text);
  }
  switch (format) {
    case FileFormat::graphml:
      return read_graphml(text, file, findings, limits);
    case FileFormat::gexf:
      return read_gexf(text, file, findings, limits);
    case FileFormat::pajek:
      return read_pajek(text, file, findings, limits);
    case FileFormat::dot:
      break;
  }
  return read_dot(text, file, findings, limits);
}

std::string write_network(const NetworkFile& network, FileFormat format, Diagnostics& told) {
  NetworkFile clean = writable(network, told);
  switch (format) {
    case FileFormat::graphml:
      return write_graphml(std::move(clean), told);
    case FileFormat::gexf:
      return write_gexf(std::move(clean), told);
    case FileFormat::pajek:
      return write_pajek(std::move(clean), told);
    case FileFormat::dot:
      break;
  }
  return write_dot(std::move(clean), told);
}

}  // namespace coopnet::exchange
