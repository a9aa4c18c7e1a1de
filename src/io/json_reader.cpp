// The one file that knows RapidJSON's reader. Its known faults are met here: numbers come as they
// are written, because its own conversion to double is wrong; it does not recurse, and depth is
// limited; text behind a byte 0 and lone low surrogates, which it lets through, are refused.

#include "coopnet/io/json_reader.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <utility>

#include "io/json_events.hpp"
#include "io/json_tables.hpp"
#include "io/json_tree.hpp"

namespace coopnet::io {
namespace {

constexpr unsigned parse_flags = rapidjson::kParseNumbersAsStringsFlag |
                                 rapidjson::kParseValidateEncodingFlag |
                                 rapidjson::kParseIterativeFlag;

constexpr const char* surrogate_reason = "The surrogate pair in string is invalid.";

/// Turns RapidJSON's callbacks into events with places. During a callback the stream stands at the
/// first byte of a string, number or bracket, and behind the last of null, true and false.
class Adapter {
 public:
  Adapter(std::string_view text, const rapidjson::StringStream& stream, JsonEvents& events,
          Findings& findings, std::size_t depth_limit)
      : text_(text),
        stream_(stream),
        events_(events),
        findings_(findings),
        depth_limit_(depth_limit),
        spots_(text),
        passed_(text.data()) {}

  bool Null() { return word("null", RawValue::Kind::null); }
  bool Bool(bool b) { return word(b ? "true" : "false", RawValue::Kind::boolean); }
  bool RawNumber(const char* s, rapidjson::SizeType n, bool) {
    return events_.scalar(RawValue::Kind::number, {s, n}, here());
  }
  bool String(const char* s, rapidjson::SizeType n, bool) {
    const Spot spot = here();
    return proper({s, n}, spot) && events_.scalar(RawValue::Kind::string, {s, n}, spot);
  }
  bool Key(const char* s, rapidjson::SizeType n, bool) {
    const Spot spot = here();
    return proper({s, n}, spot) && events_.key({s, n}, spot);
  }
  bool StartObject() { return begin(RawValue::Kind::object); }
  bool StartArray() { return begin(RawValue::Kind::array); }
  bool EndObject(rapidjson::SizeType) { return end(); }
  bool EndArray(rapidjson::SizeType) { return end(); }

  // Not called: numbers come as strings.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

 private:
  Spot spot_at(std::size_t offset) {
    const char* const p = text_.data() + offset;
    spots_.pass(passed_, p);
    passed_ = p;
    return spots_.at(p);
  }
  Spot here() { return spot_at(stream_.Tell()); }

  bool word(std::string_view written, RawValue::Kind kind) {
    return events_.scalar(kind, written, spot_at(stream_.Tell() - written.size()));
  }
  /// A lone low surrogate comes out of RapidJSON as bytes that are no UTF-8.
  bool proper(std::string_view s, Spot spot) {
    if (!find_malformed_utf8(s)) return true;
    findings_.error("json-syntax", spot, {.args = {surrogate_reason}});
    return false;
  }
  bool begin(RawValue::Kind kind) {
    const Spot spot = here();
    if (++depth_ > depth_limit_) {
      findings_.error("json-depth", spot, {.args = {std::to_string(depth_limit_)}});
      return false;
    }
    return events_.begin(kind, spot);
  }
  bool end() {
    --depth_;
    return events_.end();
  }

  std::string_view text_;
  const rapidjson::StringStream& stream_;
  JsonEvents& events_;
  Findings& findings_;
  std::size_t depth_limit_;
  SpotCounter spots_;
  const char* passed_;
  std::size_t depth_ = 0;
};

bool report_syntax(std::string_view text, const rapidjson::ParseResult& result,
                   Findings& findings) {
  const std::size_t offset = std::min(result.Offset(), text.size());
  const Spot spot = spot_of(text, offset);
  if (offset < text.size() && text[offset] == '\0')
    findings.error("nul-byte", spot);
  else if (result.Code() == rapidjson::kParseErrorDocumentRootNotSingular)
    findings.error("json-trailing", spot, {.value = text.substr(offset)});  // cut where shown
  else
    findings.error("json-syntax", spot, {.args = {rapidjson::GetParseError_En(result.Code())}});
  return false;
}

}  // namespace

bool parse_events(const std::string& text, JsonEvents& events, Findings& findings,
                  std::size_t depth_limit) {
  if (!check_text(text, findings)) return false;
  const std::string_view body = without_mark(text);
  rapidjson::StringStream stream(body.data());  // ends in the 0 behind the string
  rapidjson::Reader reader;
  Adapter adapter(body, stream, events, findings, depth_limit);
  const auto result = reader.Parse<parse_flags>(stream, adapter);
  if (result.Code() == rapidjson::kParseErrorTermination) return false;  // reported where it arose
  if (result.IsError()) return report_syntax(body, result, findings);
  if (stream.Tell() >= body.size()) return true;
  // The reader takes a byte 0 for the end of the text.
  findings.error("json-trailing", spot_of(body, stream.Tell()));
  return false;
}

namespace {

RawValue parse_tree(const std::string& text, const std::string& file, Diagnostics& diagnostics,
                    const JsonLimits& limits, bool any_root) {
  Findings findings(diagnostics, file, limits.tables.findings);
  JsonTree tree(findings, limits, any_root);
  const bool complete = parse_events(text, tree, findings, limits.depth);
  findings.finish();
  return complete ? tree.take() : RawValue{};
}

}  // namespace

RawValue parse_json(std::string_view text, const std::string& file, Diagnostics& diagnostics,
                    const JsonLimits& limits) {
  return parse_tree(std::string(text), file, diagnostics, limits, false);
}

RawValue parse_any_json(const std::string& text, const std::string& file, Diagnostics& diagnostics,
                        const JsonLimits& limits) {
  return parse_tree(text, file, diagnostics, limits, true);
}

RawDataset read_json_dataset(std::string text, std::string file, Diagnostics& diagnostics,
                             const JsonLimits& limits) {
  Findings findings(diagnostics, std::move(file), limits.tables.findings);
  JsonTables tables(findings, limits);
  static_cast<void>(parse_events(text, tables, findings, limits.depth));
  std::string().swap(text);  // everything kept of it is copied
  RawDataset dataset = tables.take();
  findings.finish();
  return dataset;
}

}  // namespace coopnet::io
