#include "schema.hpp"

#include <algorithm>

namespace coopnet::schema {
namespace {

/// Looking for the nearest id costs a pass over all ids: only while there are few findings and ids.
constexpr std::size_t most_findings_with_hint = 200;
constexpr std::size_t most_candidates = 20'000;

template <class TableType, class IdType>
bool find_in(const Context& context, const TableType& table, std::string_view id, IdType& out,
             const char* code) {
  if (const auto found = table.find(id)) {
    out = *found;
    return true;
  }
  std::string nearest;
  const bool cheap =
      table.size() <= most_candidates && context.findings.all().size() < most_findings_with_hint;
  if (cheap) {
    std::vector<std::string> ids;
    for (const auto& row : table) ids.push_back(row.id);
    nearest = text::nearest(id, ids);
  }
  context.error(code, id, {}, nearest);
  return false;
}

bool same_tag_last(const TagUse& a, const TagUse& b) { return a.id < b.id; }

}  // namespace

void Context::report(Severity severity, std::string code, std::string_view value,
                     std::vector<std::string> args, std::string nearest) const {
  findings.report(severity, std::move(code),
                  cell == nullptr ? Place{table.file, 0, 0} : table.place(*cell),
                  std::string(field), std::string(value), std::move(args), std::move(nearest));
}

void read_date_cell(const Context& context, DateCell& out, std::string_view text) {
  out.interval = parse_fuzzy_interval(text);
  if (!out.interval) {
    context.error("bad-date", text);
    return;
  }
  out.text = text;
}

bool find_row(const Context& c, std::string_view id, ActorId& out) {
  return find_in(c, c.data.actors, id, out, "unknown-actor");
}
bool find_row(const Context& c, std::string_view id, ForumId& out) {
  return find_in(c, c.data.forums, id, out, "unknown-forum");
}
bool find_row(const Context& c, std::string_view id, RegionId& out) {
  return find_in(c, c.data.regions, id, out, "unknown-region");
}
bool find_row(const Context& c, std::string_view id, AgreementId& out) {
  return find_in(c, c.data.agreements, id, out, "unknown-agreement");
}
bool find_row(const Context& c, std::string_view id, EventId& out) {
  return find_in(c, c.data.events, id, out, "unknown-event");
}

const std::string& row_id(const Dataset& d, ActorId id) { return d.actors[id].id; }
const std::string& row_id(const Dataset& d, ForumId id) { return d.forums[id].id; }
const std::string& row_id(const Dataset& d, RegionId id) { return d.regions[id].id; }
const std::string& row_id(const Dataset& d, AgreementId id) { return d.agreements[id].id; }
const std::string& row_id(const Dataset& d, EventId id) { return d.events[id].id; }

void read_region_uses(const Context& context, std::vector<RegionUse>& out, std::string_view cell) {
  for (auto item : text::split_list(cell)) {
    RegionUse use;
    use.stated = take_stated(item);
    if (find_row(context, item, use.id)) out.push_back(use);
  }
  sort_unique(context, out, cell,
              [](const RegionUse& a, const RegionUse& b) { return a.id < b.id; });
}

std::string write_region_uses(const Dataset& data, const std::vector<RegionUse>& uses) {
  std::string out;
  for (const auto& use : uses) {
    if (!out.empty()) out += ';';
    if (!use.stated) out += '~';
    out += data.regions[use.id].id;
  }
  return out;
}

std::string open_key(std::string_view word) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  bool is_key = !word.empty() && plain(word.front()) && plain(word.back());
  for (std::size_t i = 0; is_key && i < word.size(); ++i)
    is_key = plain(word[i]) || (word[i] == '-' && word[i - 1] != '-');
  return is_key ? std::string(word) : text::slug(word);
}

void read_tags(const Context& context, std::size_t facet, std::vector<TagUse>& out,
               std::string_view cell) {
  const std::size_t before = out.size();
  for (auto item : text::split_list(cell)) {
    const bool stated = take_stated(item);
    if (const auto tag = context.data.find_tag(facet, item)) {
      out.push_back({*tag, stated});
      continue;
    }
    std::vector<std::string> keys;
    const bool cheap = context.data.tags.size() <= most_candidates &&
                       context.findings.all().size() < most_findings_with_hint;
    if (cheap)
      for (const auto& tag : context.data.tags)
        if (tag.facet == facet) keys.push_back(tag.key);
    const std::string first = keys.empty() ? "" : keys.front();
    const std::string last = keys.empty() ? "" : keys.back();
    context.error("unknown-tag", item,
                  {context.data.info.facets[facet].label, first, last, std::to_string(keys.size())},
                  text::nearest(item, keys));
  }
  std::vector<TagUse> added(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
  // The stated mention wins over an inferred one of the same tag.
  std::sort(added.begin(), added.end(), [](const TagUse& a, const TagUse& b) {
    return a.id != b.id ? a.id < b.id : a.stated > b.stated;
  });
  sort_unique(context, added, cell, same_tag_last);
  out.resize(before);
  out.insert(out.end(), added.begin(), added.end());
  std::inplace_merge(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                     same_tag_last);
}

std::string write_tags(const Dataset& data, std::size_t facet, const std::vector<TagUse>& tags) {
  std::string out;
  for (const auto& use : tags) {
    if (data.tags[use.id].facet != facet) continue;
    if (!out.empty()) out += ';';
    if (!use.stated) out += '~';
    out += data.tags[use.id].key;
  }
  return out;
}

bool find_qualified_tag(const Context& context, std::string_view text, TagId& out) {
  const auto colon = text.find(':');
  const auto facet = context.data.find_facet(text.substr(0, colon));
  if (colon != std::string_view::npos && facet) {
    if (const auto tag = context.data.find_tag(*facet, text.substr(colon + 1))) {
      out = *tag;
      return true;
    }
  }
  context.error("unknown-tag", text, {"facet:key", "", "", "0"});
  return false;
}

bool is_kept_column(std::string_view table, std::string_view key) {
  constexpr std::array<std::string_view, 6> of_pledges{
      "champion", "implemented_in", "answers_title", "deadline", "progress", "attachment"};
  if (table == "practices") return key == "title";
  return table == "pledges" &&
         std::find(of_pledges.begin(), of_pledges.end(), key) != of_pledges.end();
}

}  // namespace coopnet::schema
