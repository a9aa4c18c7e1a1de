#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "coopnet/model/raw_table.hpp"
#include "io/findings.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {

/// What a JSON text says, in order. Each call returns whether to go on. The text of a string or key
/// is UTF-8 and valid during the call only.
class JsonEvents {
 public:
  JsonEvents() = default;
  JsonEvents(const JsonEvents&) = delete;
  JsonEvents& operator=(const JsonEvents&) = delete;
  virtual ~JsonEvents() = default;

  virtual bool begin(RawValue::Kind kind, Spot spot) = 0;  ///< array or object
  virtual bool end() = 0;
  virtual bool key(std::string_view name, Spot spot) = 0;
  /// null, boolean, number (both as written) or string.
  virtual bool scalar(RawValue::Kind kind, std::string_view text, Spot spot) = 0;
};

/// Parses `text` into events; reports errors of encoding, syntax and depth. True if it is JSON to
/// the end and no event said to stop.
[[nodiscard]] bool parse_events(const std::string& text, JsonEvents& events, Findings& findings,
                                std::size_t depth_limit);

}  // namespace coopnet::io
