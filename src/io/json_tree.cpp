#include "io/json_tree.hpp"

#include <functional>
#include <utility>

namespace coopnet::io {

/// Whether the value that comes next belongs to a duplicate member.
bool JsonTree::is_left_out() {
  if (left_out_ > 0) return true;
  return !frames_.empty() && std::exchange(frames_.back().duplicate, false);
}

/// Makes the value that comes next, where it belongs; nullptr after an error.
RawValue* JsonTree::add(RawValue::Kind kind, Spot spot) {
  if (++values_ > limits_.values) {
    findings_.error("json-too-many-values", spot, {.args = {std::to_string(limits_.values)}});
    return nullptr;
  }
  if (frames_.empty() && kind != RawValue::Kind::object && !any_root_) {
    findings_.error("json-not-object", spot);
    return nullptr;
  }
  RawValue* value = &root_;
  if (!frames_.empty()) {
    RawValue& parent = *frames_.back().value;
    const bool in_array = parent.kind == RawValue::Kind::array;
    value = in_array ? &parent.items.emplace_back() : &parent.members.back().value;
  }
  value->kind = kind;
  value->line = spot.line;
  value->column = spot.column;
  return value;
}

bool JsonTree::fits(std::string_view text, Spot spot) {
  if (text.size() <= limits_.tables.field_bytes) return true;
  findings_.error("field-too-long", spot,
                  {.value = text, .args = {std::to_string(limits_.tables.field_bytes)}});
  return false;
}

bool JsonTree::begin(RawValue::Kind kind, Spot spot) {
  if (is_left_out()) {
    ++left_out_;
    return true;
  }
  RawValue* const value = add(kind, spot);
  if (value == nullptr) return false;
  frames_.push_back({value, {}, false});
  return true;
}

bool JsonTree::end() {
  if (left_out_ > 0)
    --left_out_;
  else
    frames_.pop_back();
  return true;
}

bool JsonTree::key(std::string_view name, Spot spot) {
  if (left_out_ > 0) return true;
  if (!fits(name, spot)) return false;
  Frame& frame = frames_.back();
  frame.duplicate = !frame.keys.emplace(name).second;
  if (frame.duplicate)
    findings_.error("json-duplicate-key", spot, {.value = name});
  else
    frame.value->members.push_back({std::string(name), {}});
  return true;
}

bool JsonTree::scalar(RawValue::Kind kind, std::string_view text, Spot spot) {
  if (is_left_out()) return true;
  if (!fits(text, spot)) return false;
  RawValue* const value = add(kind, spot);
  if (value == nullptr) return false;
  if (kind != RawValue::Kind::null) value->text = text;
  return true;
}

}  // namespace coopnet::io
