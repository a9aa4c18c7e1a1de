#include "exchange/xml_writer.hpp"

namespace coopnet::exchange {

void XmlWriter::indent() { out_.append(2 * open_.size(), ' '); }

void XmlWriter::end_tag() {
  if (in_tag_) out_ += ">\n";
  in_tag_ = false;
}

XmlWriter& XmlWriter::open(std::string_view name, Attributes attributes) {
  end_tag();
  indent();
  (out_ += '<') += name;
  in_tag_ = true;
  for (const auto& [key, value] : attributes) attribute(key, value);
  open_.emplace_back(name);
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  ((out_ += ' ') += name) += "=\"";
  escaped(value);
  out_ += '"';
  return *this;
}

void XmlWriter::close() {
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (in_tag_) {
    out_ += "/>\n";
    in_tag_ = false;
    return;
  }
  indent();
  ((out_ += "</") += name) += ">\n";
}

void XmlWriter::text_element(std::string_view name, Attributes attributes, std::string_view text) {
  open(name, attributes);
  out_ += '>';
  escaped(text);
  ((out_ += "</") += name) += ">\n";
  in_tag_ = false;
  open_.pop_back();
}

void XmlWriter::escaped(std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      case '\t':
        out_ += "&#9;";
        break;
      case '\n':
        out_ += "&#10;";
        break;
      case '\r':
        out_ += "&#13;";
        break;
      default:
        out_ += c;
    }
  }
}

}  // namespace coopnet::exchange
