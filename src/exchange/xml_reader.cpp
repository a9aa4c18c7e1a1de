#include "exchange/xml_reader.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <type_traits>

namespace coopnet::exchange {
namespace {

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// What the callbacks share. An exception must not pass through expat, which is C: it is kept, the
/// parser is stopped, and the exception goes on behind it.
class Parsing {
 public:
  Parsing(std::size_t most_depth, XmlHandler& handler, io::Findings& findings)
      : parser_(XML_ParserCreate(nullptr)),
        most_depth_(most_depth),
        handler_(handler),
        findings_(findings) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &on_begin, &on_end);
    XML_SetCharacterDataHandler(parser_.get(), &on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), &on_doctype);
  }

  void feed(std::string_view text) {
    constexpr std::size_t most_at_once = std::size_t{64} << 20U;  // expat counts in int
    do {
      const auto piece = text.substr(0, most_at_once);
      text.remove_prefix(piece.size());
      const auto status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()),
                                    text.empty() ? XML_TRUE : XML_FALSE);
      if (failure_) std::rethrow_exception(failure_);
      if (status != XML_STATUS_OK) return report();
    } while (!text.empty());
  }

 private:
  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  [[nodiscard]] io::Spot spot() const {
    return {static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get())),
            static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get()) + 1)};
  }

  void stop() { XML_StopParser(parser_.get(), XML_FALSE); }

  template <class Step>
  void guarded(Step step) {
    if (failure_ || told_) return;  // expat may call once more after it was stopped
    try {
      step();
    } catch (...) {
      failure_ = std::current_exception();
      stop();
    }
  }

  void fail(std::string_view code, io::Detail detail = {}) {
    findings_.error(code, spot(), std::move(detail));
    told_ = true;
    stop();
  }

  void report() {
    if (told_) return;
    const auto error = XML_GetErrorCode(parser_.get());
    if (error == XML_ERROR_UNKNOWN_ENCODING || error == XML_ERROR_INCORRECT_ENCODING)
      findings_.error("network-encoding", spot());
    else
      findings_.error("network-xml", spot(), {.args = {XML_ErrorString(error)}});
  }

  static Parsing& of(void* user) { return *static_cast<Parsing*>(user); }

  static void on_begin(void* user, const char* name, const char** attributes) {
    auto& self = of(user);
    self.guarded([&] {
      if (++self.depth_ > self.most_depth_)
        return self.fail("network-too-deep", {.args = {std::to_string(self.most_depth_)}});
      self.handler_.begin(local_name(name), XmlAttributes(attributes), self.spot());
    });
  }
  static void on_end(void* user, const char* name) {
    auto& self = of(user);
    self.guarded([&] {
      --self.depth_;
      self.handler_.end(local_name(name));
    });
  }
  static void on_text(void* user, const char* text, int length) {
    auto& self = of(user);
    self.guarded([&] { self.handler_.text({text, static_cast<std::size_t>(length)}); });
  }
  static void on_doctype(void* user, const char*, const char*, const char*, int) {
    auto& self = of(user);
    self.guarded([&] { self.fail("network-doctype"); });
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::size_t most_depth_;
  std::size_t depth_ = 0;
  XmlHandler& handler_;
  io::Findings& findings_;
  bool told_ = false;
  std::exception_ptr failure_;
};

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** a = list_; *a != nullptr; a += 2)
    if (*a == name) return a[1];
  return std::nullopt;
}

void parse_xml(std::string_view text, std::size_t most_depth, XmlHandler& handler,
               io::Findings& findings) {
  Parsing(most_depth, handler, findings).feed(text);
}

}  // namespace coopnet::exchange
