#include "intake/html_text.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/text.hpp"
#include "coopnet/io/entities.hpp"

/// A page is read as browsers do with broken ones: a "<" that begins no tag is a "<", what is not
/// closed goes to the end. Every search that fails ends the page, so none is made twice over the
/// same bytes.
namespace coopnet::intake {
namespace {

constexpr std::array<std::string_view, 37> blocks{
    "address", "article", "aside", "blockquote", "body",   "caption",    "dd",     "details",
    "div",     "dl",      "dt",    "fieldset",   "figure", "figcaption", "footer", "form",
    "h1",      "h2",      "h3",    "h4",         "h5",     "h6",         "header", "hr",
    "html",    "li",      "main",  "nav",        "ol",     "p",          "pre",    "section",
    "summary", "table",   "title", "tr",         "ul"};

/// What stands in these is not for reading.
constexpr std::array<std::string_view, 6> hidden{"iframe", "script",   "style",
                                                 "svg",    "template", "object"};

template <class Names>
bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class HtmlReader {
 public:
  HtmlReader(std::string_view html, io::Findings& findings) : html_(html), findings_(findings) {}

  HtmlText read() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '<' && starts_markup())
        markup();
      else if (c == '&')
        entity();
      else if (is_blank(c))
        blank();
      else
        letters();
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] char next(std::size_t distance) const {
    return at_ + distance < html_.size() ? html_[at_ + distance] : '\0';
  }

  [[nodiscard]] bool starts_markup() const {
    const char c = next(1);
    return is_letter(c) || c == '!' || c == '?' || (c == '/' && next(2) != '\0');
  }

  void letters() {
    std::size_t end = at_ + 1;
    while (end < html_.size() && html_[end] != '<' && html_[end] != '&' && !is_blank(html_[end]))
      ++end;
    put(html_.substr(at_, end - at_), end - at_);
  }

  void blank() {
    if (in_pre_ && html_[at_] == '\n')
      breaks_ = std::min(breaks_ + 1, 2);
    else
      gap_ = true;
    ++at_;
  }

  /// `text` stands for the next `length` bytes of the page.
  void put(std::string_view text, std::size_t length) {
    if (!out_.text.empty()) {
      if (breaks_ > 0)
        out_.text.append(static_cast<std::size_t>(breaks_), '\n');
      else if (gap_)
        out_.text += ' ';
    }
    breaks_ = 0;
    gap_ = false;
    const bool runs_along =
        !out_.pieces.empty() &&
        out_.text.size() - out_.pieces.back().text_begin == at_ - out_.pieces.back().source_begin;
    if (!runs_along) out_.pieces.push_back({out_.text.size(), at_});
    out_.text += text;
    at_ += length;
  }

  void entity() {
    constexpr std::size_t longest = 12;  // with "&" and ";"
    const auto end = html_.substr(at_, longest).find(';');
    const auto length = end == std::string_view::npos ? 0 : end + 1;
    const auto decoded = io::decode_entities(html_.substr(at_, length));
    if (decoded.decoded == 0) {
      put(html_.substr(at_, 1), 1);
    } else if (text::trim(decoded.text).empty()) {
      gap_ = true;
      at_ += length;
    } else {
      put(decoded.text, length);
    }
  }

  /// The rest of the page belongs to something that never ends.
  void unclosed(std::string_view what, std::size_t begin) {
    findings_.warning("html-unclosed", io::spot_of(html_, begin), {.args = {std::string(what)}});
    at_ = html_.size();
  }

  void skip_past(std::string_view end, std::string_view what) {
    const std::size_t begin = at_;
    const auto found = html_.find(end, at_);
    if (found == std::string_view::npos)
      unclosed(what, begin);
    else
      at_ = found + end.size();
  }

  void markup() {
    if (html_.substr(at_).starts_with("<!--")) return skip_past("-->", "comment");
    const bool closing = next(1) == '/';
    if (!is_letter(next(closing ? 2 : 1))) return skip_past(">", "tag");
    const std::size_t begin = at_;
    const std::string name = tag_name(at_ + (closing ? 2 : 1));
    if (!skip_tag()) return unclosed("tag", begin);
    if (!closing && among(hidden, name)) return skip_hidden(name, begin);
    if (name == "pre") in_pre_ = !closing;
    if (among(blocks, name))
      breaks_ = 2;
    else if (name == "br")
      breaks_ = std::min(breaks_ + 1, 2);
    else if (name == "td" || name == "th")
      gap_ = true;
  }

  [[nodiscard]] std::string tag_name(std::size_t from) const {
    constexpr std::size_t longest = 16;
    std::size_t n = 0;
    while (n < longest && from + n < html_.size() &&
           (is_letter(html_[from + n]) || (html_[from + n] >= '0' && html_[from + n] <= '9')))
      ++n;
    return text::lower_ascii(html_.substr(from, n));
  }

  /// Moves behind the ">" that ends a tag; one in the quotes of an attribute does not.
  bool skip_tag() {
    char quote = '\0';
    char last = '\0';  // that is not blank
    for (std::size_t i = at_; i < html_.size(); ++i) {
      const char c = html_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '>') {
        at_ = i + 1;
        return true;
      } else if ((c == '"' || c == '\'') && last == '=') {
        quote = c;
      }
      if (!is_blank(c)) last = c;
    }
    return false;
  }

  void skip_hidden(const std::string& name, std::size_t begin) {
    for (auto i = html_.find("</", at_); i != std::string_view::npos; i = html_.find("</", i + 2)) {
      if (tag_name(i + 2) != name) continue;
      at_ = i;
      if (!skip_tag()) unclosed("tag", i);
      return;
    }
    unclosed(name, begin);
  }

  std::string_view html_;
  io::Findings& findings_;
  HtmlText out_;
  std::size_t at_ = 0;
  int breaks_ = 0;  ///< line ends to come before the next letter
  bool gap_ = false;
  bool in_pre_ = false;
};

}  // namespace

HtmlText html_to_text(std::string_view html, io::Findings& findings) {
  return HtmlReader(html, findings).read();
}

}  // namespace coopnet::intake
