#include <algorithm>
#include <tuple>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "render/gaps_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class AccessTables {
 public:
  AccessTables(const Access& access, const AccessOptions& options, const GapsContext& context,
               std::size_t top)
      : access_(access),
        options_(options),
        context_(context),
        data_(context.data),
        words_(context, "access"),
        top_(top) {}

  std::vector<NamedTable> make() const { return {rows(), spread(), leadership()}; }

 private:
  std::string kinds() const { return actor_kinds_in_words(options_.kinds, context_.language); }

  NamedTable rows() const {
    Table t;
    t.caption = words_.say("caption-rows", {kinds(), words_.where()});
    t.columns = {words_.column("actor", text, essential),
                 words_.column("forums", integer, essential),
                 words_.column("agreements", integer, essential),
                 words_.column("partners", integer, essential),
                 words_.column("pledges", integer, essential),
                 words_.column("supported", integer, normal),
                 words_.column("leads", integer, normal),
                 words_.column("actor_id", text, extra)};
    mark_counts(t, {"partners", "pledges", "supported"});
    auto order = access_.rows;
    std::stable_sort(order.begin(), order.end(), [](const AccessRow& x, const AccessRow& y) {
      return std::tuple(x.forums + x.partners, x.pledges) <
             std::tuple(y.forums + y.partners, y.pledges);
    });
    if (top_ > 0 && order.size() > top_) order.resize(top_);
    for (const auto& row : order)
      t.add({words_.code(row.actor), row.forums, row.agreements, row.partners, row.pledges,
             row.supported, row.leads, data_.actors[row.actor].id});
    if (t.rows.empty()) t.empty_reason = words_.say("no-actors", {kinds(), words_.where()});
    if (!t.rows.empty()) {
      t.notes.push_back(words_.say("rows-note", {t.rows.size(), access_.rows.size(), kinds(),
                                                 words_.where(), context_.as_of}));
      t.notes.push_back(words_.say("definition"));
    }
    words_.close(t);
    return {"access", std::move(t)};
  }

  NamedTable spread() const {
    Table t;
    t.caption = words_.say("caption-spread", {access_.rows.size(), kinds(), words_.where()});
    t.columns = {
        words_.column("measure", text, essential), words_.column("total", integer, essential),
        words_.column("none", ratio, essential),   words_.column("highest", integer, normal),
        words_.column("gini", number, essential),  words_.column("top_two", number, essential)};
    mark_counts(t, {"none"});
    constexpr std::array keys{"forums", "agreements", "partners", "pledges", "supported", "leads"};
    for (std::size_t i = 0; i < keys.size() && !access_.rows.empty(); ++i) {
      const auto& s = access_.spread[i];
      t.add(
          {words_.say(std::string("column-") + keys[i]), s.total,
           Ratio{static_cast<std::int64_t>(s.none), static_cast<std::int64_t>(access_.rows.size())},
           s.highest, s.gini, s.top_two});
    }
    if (t.rows.empty()) t.empty_reason = words_.say("no-actors", {kinds(), words_.where()});
    if (!t.rows.empty()) t.notes.push_back(words_.say("spread-note", {access_.rows.size()}));
    words_.close(t);
    return {"spread", std::move(t)};
  }

  NamedTable leadership() const {
    Table t;
    t.caption = words_.say("caption-leadership", {words_.where()});
    t.columns = {words_.column("leader", text, essential),
                 words_.column("leads", integer, essential),
                 words_.column("share", number, essential), words_.column("actor_id", text, extra)};
    const auto& all = access_.leadership;
    const std::size_t shown =
        top_ > 0 ? std::min(top_, access_.leaders.size()) : access_.leaders.size();
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& [actor, leads] = access_.leaders[i];
      t.add({words_.name(actor), leads, static_cast<double>(leads) / static_cast<double>(all.total),
             data_.actors[actor].id});
    }
    if (t.rows.empty()) t.empty_reason = words_.say("no-leaders", {words_.where()});
    if (!t.rows.empty())
      t.notes.push_back(words_.say("leadership-note",
                                   {shown, access_.leaders.size(), all.total, hundredths(all.gini),
                                    hundredths(all.herfindahl), hundredths(all.top_two)}));
    words_.close(t);
    return {"leadership", std::move(t)};
  }

  static std::string hundredths(std::optional<double> value) {
    return value ? text::fixed(*value, 2) : "";
  }

  const Access& access_;
  const AccessOptions& options_;
  const GapsContext& context_;
  const Dataset& data_;
  GapsWords words_;
  std::size_t top_;
};

}  // namespace

std::vector<NamedTable> access_tables(const Access& access, const AccessOptions& options,
                                      const GapsContext& context, std::size_t top) {
  return AccessTables(access, options, context, top).make();
}

}  // namespace coopnet::render
