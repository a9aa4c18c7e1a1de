#include "coopnet/io/json_writer.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {
namespace {

using Buffer = rapidjson::StringBuffer;
using Writer = rapidjson::PrettyWriter<Buffer>;

[[noreturn]] void fail(std::string_view why) {
  throw PreconditionError("JSON writer: " + std::string(why));
}

rapidjson::SizeType size_of(std::string_view text) {
  if (text.size() > std::numeric_limits<rapidjson::SizeType>::max()) fail("text too long");
  return static_cast<rapidjson::SizeType>(text.size());
}

/// The text, never a null pointer.
std::string_view checked(std::string_view text) {
  if (find_malformed_utf8(text)) fail("text is not UTF-8");
  return text.empty() ? "" : text;
}

/// Whether `s` is a number of the JSON grammar.
bool is_json_number(std::string_view s) {
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t start = i;
    while (i < s.size() && s[i] >= '0' && s[i] <= '9') ++i;
    return i > start;
  };
  if (i < s.size() && s[i] == '-') ++i;
  if (i < s.size() && s[i] == '0')
    ++i;
  else if (!digits())
    return false;
  if (i < s.size() && s[i] == '.') {
    ++i;
    if (!digits()) return false;
  }
  if (i < s.size() && (s[i] == 'e' || s[i] == 'E')) {
    ++i;
    if (i < s.size() && (s[i] == '+' || s[i] == '-')) ++i;
    if (!digits()) return false;
  }
  return i == s.size();
}

/// Escapes what would end a script element or a line of a script. All of it stands inside strings,
/// as no JSON outside strings has these characters.
std::string html_safe(std::string_view json) {
  constexpr std::string_view line_separator = "\xE2\x80\xA8";
  constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  while (true) {
    const auto at = json.find_first_of("<\xE2");
    out += json.substr(0, at);
    if (at == std::string_view::npos) return out;
    json.remove_prefix(at);
    std::size_t taken = 3;
    if (json.starts_with(line_separator)) {
      out += "\\u2028";
    } else if (json.starts_with(paragraph_separator)) {
      out += "\\u2029";
    } else {
      taken = 1;
      if (json.front() == '<')
        out += "\\u003C";
      else
        out += json.front();
    }
    json.remove_prefix(taken);
  }
}

}  // namespace

struct JsonWriter::Impl {
  struct Frame {
    bool array;
    bool one_line;
    bool key_given;
  };

  Buffer buffer;
  Writer writer{buffer};
  std::vector<Frame> open;
  bool done = false;

  /// Called before each value: one may stand here.
  void expect_value() {
    if (open.empty()) {
      if (done) fail("the value is complete");
      return;
    }
    if (open.back().array) return;
    if (!open.back().key_given) fail("a member needs a key");
    open.back().key_given = false;
  }
  /// Called after each value with what the writer beneath said.
  void wrote(bool ok) {
    if (!ok) fail("the value was refused");
    if (open.empty()) done = true;
  }
  void set_layout() {
    const bool one_line = !open.empty() && open.back().one_line;
    writer.SetFormatOptions(one_line ? rapidjson::kFormatSingleLineArray
                                     : rapidjson::kFormatDefault);
  }
  void begin(bool array, bool one_line) {
    expect_value();
    if (!(array ? writer.StartArray() : writer.StartObject())) fail("the value was refused");
    open.push_back({array, one_line, false});
    set_layout();
  }
  void end(bool array) {
    if (open.empty() || open.back().array != array || open.back().key_given)
      fail("nothing to end here");
    const bool ok = array ? writer.EndArray() : writer.EndObject();
    open.pop_back();
    set_layout();
    wrote(ok);
  }
  void raw_number(std::string_view digits) {
    expect_value();
    wrote(writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType));
  }
};

JsonWriter::JsonWriter() : impl_(std::make_unique<Impl>()) { impl_->writer.SetIndent(' ', 2); }
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  impl_->begin(false, false);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  impl_->end(false);
  return *this;
}

JsonWriter& JsonWriter::begin_array(bool one_line) {
  impl_->begin(true, one_line);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  impl_->end(true);
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  auto& open = impl_->open;
  if (open.empty() || open.back().array || open.back().key_given) fail("no key can stand here");
  name = checked(name);
  if (!impl_->writer.Key(name.data(), size_of(name))) fail("the key was refused");
  open.back().key_given = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  text = checked(text);
  impl_->expect_value();
  impl_->wrote(impl_->writer.String(text.data(), size_of(text)));
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  impl_->raw_number(text::number(value));
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  impl_->expect_value();
  impl_->wrote(impl_->writer.Int64(value));
  return *this;
}

JsonWriter& JsonWriter::unsigned_integer(std::uint64_t value) {
  impl_->expect_value();
  impl_->wrote(impl_->writer.Uint64(value));
  return *this;
}

JsonWriter& JsonWriter::number_as_written(std::string_view digits) {
  if (!is_json_number(digits)) fail("not a number");
  impl_->raw_number(digits);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  impl_->expect_value();
  impl_->wrote(impl_->writer.Bool(value));
  return *this;
}

JsonWriter& JsonWriter::null() {
  impl_->expect_value();
  impl_->wrote(impl_->writer.Null());
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  json = text::trim(json);
  if (json.empty()) fail("no value");
  json = checked(json);
  impl_->expect_value();
  impl_->wrote(impl_->writer.RawValue(json.data(), json.size(), rapidjson::kObjectType));
  return *this;
}

std::string JsonWriter::finish() {
  if (!impl_->open.empty() || !impl_->done || !impl_->writer.IsComplete())
    fail("the value is not complete");
  std::string out = html_safe({impl_->buffer.GetString(), impl_->buffer.GetSize()});
  impl_ = std::make_unique<Impl>();
  out += '\n';
  return out;
}

}  // namespace coopnet::io
