#pragma once

#include <set>
#include <string>
#include <vector>

#include "coopnet/io/limits.hpp"
#include "io/json_events.hpp"

namespace coopnet::io {

/// Builds the tree of one JSON text: of an object, or of any value.
class JsonTree final : public JsonEvents {
 public:
  JsonTree(Findings& findings, const JsonLimits& limits, bool any_root)
      : findings_(findings), limits_(limits), any_root_(any_root) {}

  bool begin(RawValue::Kind kind, Spot spot) override;
  bool end() override;
  bool key(std::string_view name, Spot spot) override;
  bool scalar(RawValue::Kind kind, std::string_view text, Spot spot) override;

  /// Whether the outermost object is open.
  [[nodiscard]] bool open() const { return !frames_.empty(); }
  [[nodiscard]] RawValue take() { return std::move(root_); }

 private:
  struct Frame {
    RawValue* value;
    std::set<std::string, std::less<>> keys;
    bool duplicate = false;  ///< the member to come has a key that was there already
  };

  bool is_left_out();
  RawValue* add(RawValue::Kind kind, Spot spot);
  bool fits(std::string_view text, Spot spot);

  Findings& findings_;
  const JsonLimits& limits_;
  bool any_root_;
  RawValue root_;
  std::vector<Frame> frames_;
  std::size_t values_ = 0;
  std::size_t left_out_ = 0;  ///< open arrays and objects of a duplicate member
};

}  // namespace coopnet::io
