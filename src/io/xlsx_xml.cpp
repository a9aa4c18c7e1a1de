#include "io/xlsx_xml.hpp"

#include <expat.h>

#include <array>
#include <exception>
#include <memory>
#include <new>
#include <type_traits>

#include "coopnet/core/text.hpp"

namespace coopnet::io::xlsx {
namespace {

constexpr char separator = '\n';  // between namespace and name; stands in neither

/// Of the elements of a workbook, in the transitional and the strict form.
constexpr std::array<std::string_view, 3> own_namespaces{
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships"};
constexpr std::array<std::string_view, 2> relation_ids{
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships\nid",
    "http://purl.oclc.org/ooxml/officeDocument/relationships\nid"};

std::string_view own_name(std::string_view name) {
  const auto end = name.find(separator);
  if (end == std::string_view::npos) return {};
  for (const auto known : own_namespaces)
    if (name.substr(0, end) == known) return name.substr(end + 1);
  return {};
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

/// One reading of one part. Nothing may be thrown through expat, which is C: what a reader throws
/// waits until the parser has returned.
class Reading {
 public:
  Reading(std::string part, Elements& elements)
      : part_(std::move(part)),
        elements_(elements),
        parser_(XML_ParserCreateNS(nullptr, separator)) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  void feed(std::string_view piece, bool last) {
    const auto status =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status != XML_STATUS_OK) refuse(XML_ErrorString(XML_GetErrorCode(parser_.get())));
    // Expat scans an unfinished tag anew with each piece; one of many megabytes would take hours.
    fed_ += static_cast<XML_Index>(piece.size());
    if (!last && fed_ - XML_GetCurrentByteIndex(parser_.get()) > longest_tag)
      refuse("a tag is too long");
  }

 private:
  static constexpr XML_Index longest_tag = XML_Index{8} << 20U;

  [[noreturn]] void refuse(const char* reason) const {
    throw Fault{
        "xlsx-xml",
        {text::inert(part_), std::to_string(XML_GetCurrentLineNumber(parser_.get())), reason}};
  }

  template <class F>
  void guarded(F&& act) noexcept {
    if (thrown_) return;
    try {
      act();
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  static Reading& of(void* self) { return *static_cast<Reading*>(self); }
  static void XMLCALL on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    of(self).guarded([&] { of(self).elements_.start(own_name(name), Attributes(attributes)); });
  }
  static void XMLCALL on_end(void* self, const XML_Char* name) {
    of(self).guarded([&] { of(self).elements_.end(own_name(name)); });
  }
  static void XMLCALL on_text(void* self, const XML_Char* text, int size) {
    of(self).guarded([&] { of(self).elements_.text({text, static_cast<std::size_t>(size)}); });
  }
  static void XMLCALL on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*,
                                 int) {
    of(self).guarded([&] { throw Fault{"xlsx-doctype", {text::inert(of(self).part_)}}; });
  }

  std::string part_;
  Elements& elements_;
  Parser parser_;
  XML_Index fed_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

std::string_view Attributes::operator[](std::string_view name) const {
  for (const char** p = pairs_; *p != nullptr; p += 2)
    if (name == p[0]) return p[1];
  return {};
}

std::string_view Attributes::relation() const {
  for (const auto known : relation_ids)
    if (const auto value = (*this)[known]; !value.empty()) return value;
  return {};
}

void read_xml(Package& package, const std::string& part, Elements& elements) {
  Reading reading(part, elements);
  package.read(part, [&](std::string_view piece) { reading.feed(piece, false); });
  reading.feed({}, true);
}

}  // namespace coopnet::io::xlsx
