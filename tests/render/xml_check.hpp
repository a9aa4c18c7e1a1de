#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// A strict reader for the XML that this project writes: elements, attributes in double quotes, the
/// five predefined entities and decimal character references. No recursion.
namespace coopnet::render::test {

struct XmlSummary {
  std::vector<std::string> texts;  ///< of elements without children, entities decoded
  std::set<std::string> elements;
  std::vector<std::string> attributes;  ///< name=value, decoded
};

class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : rest_(text) {}

  /// Nothing if the text is not well-formed.
  std::optional<XmlSummary> read() {
    while (!rest_.empty()) {
      if (rest_.front() == '<') {
        if (!tag()) return std::nullopt;
      } else if (!characters()) {
        return std::nullopt;
      }
    }
    if (!open_.empty() || roots_ != 1) return std::nullopt;
    return out_;
  }

 private:
  bool characters() {
    const auto raw = rest_.substr(0, rest_.find('<'));
    rest_.remove_prefix(raw.size());
    const auto decoded = decode(raw);
    if (!decoded) return false;
    if (open_.empty() && decoded->find_first_not_of(" \n") != std::string::npos) return false;
    text_ += *decoded;
    return true;
  }

  bool tag() {
    const auto end = rest_.find('>');
    if (end == std::string_view::npos) return false;
    auto body = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (body.starts_with('/')) return close(body.substr(1));
    const bool empty = body.ends_with('/');
    if (empty) body.remove_suffix(1);
    const auto name = take_name(body);
    if (name.empty() || !attributes(body)) return false;
    if (open_.empty()) ++roots_;
    out_.elements.insert(name);
    text_.clear();
    if (!empty) open_.push_back(name);
    return true;
  }

  bool close(std::string_view name) {
    if (open_.empty() || open_.back() != name) return false;
    open_.pop_back();
    if (!text_.empty() && text_ != "\n") out_.texts.push_back(text_);
    text_.clear();
    return true;
  }

  static std::string take_name(std::string_view& body) {
    std::size_t n = 0;
    const auto allowed = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == ':' || c == '-' || c == '_';
    };
    while (n < body.size() && allowed(body[n])) ++n;
    std::string name(body.substr(0, n));
    body.remove_prefix(n);
    return name;
  }

  bool attributes(std::string_view body) {
    std::set<std::string> seen;
    while (!body.empty()) {
      if (body.front() != ' ') return false;
      body.remove_prefix(1);
      if (body.empty()) return true;
      const auto name = take_name(body);
      if (name.empty() || !seen.insert(name).second || !body.starts_with("=\"")) return false;
      body.remove_prefix(2);
      const auto end = body.find('"');
      if (end == std::string_view::npos) return false;
      const auto value = decode(body.substr(0, end));
      if (!value || body.substr(0, end).find('<') != std::string_view::npos) return false;
      out_.attributes.push_back(name + "=" + *value);
      body.remove_prefix(end + 1);
    }
    return true;
  }

  static std::optional<std::string> decode(std::string_view raw) {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      const auto byte = static_cast<unsigned char>(raw[i]);
      if (byte < 0x20 && raw[i] != '\n') return std::nullopt;
      if (raw[i] != '&') {
        out += raw[i];
        continue;
      }
      const auto end = raw.find(';', i);
      if (end == std::string_view::npos) return std::nullopt;
      const auto entity = raw.substr(i + 1, end - i - 1);
      constexpr std::array<std::pair<std::string_view, char>, 6> known = {
          {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"#39", '\''}}};
      bool found = false;
      for (const auto& [name, letter] : known)
        if (name == entity) {
          out += letter;
          found = true;
        }
      if (!found) return std::nullopt;
      i = end;
    }
    return out;
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  std::string text_;
  XmlSummary out_;
  int roots_ = 0;
};

inline std::optional<XmlSummary> read_xml(std::string_view text) { return XmlReader(text).read(); }

}  // namespace coopnet::render::test
