#include "coopnet/model/redact.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/sha256.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/model/builder.hpp"

namespace coopnet {
namespace {

/// What a table's rows are called from now on.
struct NewIds {
  std::vector<std::string> ids;
  std::vector<std::size_t> numbers;  ///< from 1
};

class Redaction {
 public:
  Redaction(const Dataset& data, const RedactionWords& words)
      : data_(data),
        words_(words),
        key_(content_hash(data)),
        actors_(new_ids(data.actors, "a")),
        pledges_(new_ids(data.pledges, "p")),
        practices_(new_ids(data.practices, "r")),
        agreements_(new_ids(data.agreements, "g")),
        events_(new_ids(data.events, "e")) {}

  Dataset make() {
    info();
    lists();
    actors();
    forums();
    pledges();
    practices();
    agreements();
    events();
    claims();
    for (const auto& row : data_.priorities) {
      Priority p;
      base(row, p);
      p.actor = row.actor;
      p.tag = row.tag;
      p.year = row.year;
      out_.priorities.rows.push_back(std::move(p));
    }
    // Written and read again, the rows stand in the order of their new ids.
    Diagnostics findings;
    Dataset built = build_dataset(to_raw(out_), findings);
    if (findings.errors() > 0)
      throw InternalError("the redacted dataset is not sound: " + findings.all().front().code);
    remember(built);
    return built;
  }

 private:
  template <class TableType>
  NewIds new_ids(const TableType& table, std::string_view letter) const {
    std::string prefix(letter);
    while (is_used(prefix)) prefix += letter;
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t i = 0; i < table.size(); ++i) {
      Sha256 hash;
      for (const std::string_view part :
           {std::string_view(key_), letter, std::string_view(table.rows[i].id)}) {
        hash.update(part);
        hash.update("\x1F");
      }
      order.emplace_back(hash.finish(), i);
    }
    std::sort(order.begin(), order.end());
    const std::size_t width = std::to_string(table.size()).size();
    NewIds out{std::vector<std::string>(table.size()), std::vector<std::size_t>(table.size())};
    for (std::size_t n = 0; n < order.size(); ++n) {
      const std::string number = std::to_string(n + 1);
      out.ids[order[n].second] = prefix + std::string(width - number.size(), '0') + number;
      out.numbers[order[n].second] = n + 1;
    }
    return out;
  }

  /// Whether any id of the dataset is this prefix and a number.
  bool is_used(std::string_view prefix) const {
    const auto in = [&](const auto& table) {
      return std::any_of(table.begin(), table.end(), [&](const Row& row) {
        return row.id.starts_with(prefix) &&
               row.id.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
      });
    };
    return in(data_.actors) || in(data_.forums) || in(data_.pledges) || in(data_.practices) ||
           in(data_.agreements) || in(data_.events) || in(data_.regions);
  }

  /// What every row keeps: whether it names a source.
  void base(const Row& from, Row& to) const {
    if (!from.source.empty()) to.source = words_.text;
  }
  static std::string numbered(const std::string& word, const NewIds& ids, std::size_t row) {
    return word + ' ' + std::to_string(ids.numbers[row]);
  }

  void info() {
    const auto& from = data_.info;
    auto& to = out_.info;
    to.title = words_.title;
    to.as_of = from.as_of;
    to.framework = from.framework;
    to.framework_name = from.framework_name;
    if (!from.sample_of.empty()) to.sample_of = words_.sample;
    to.primary_facet = from.primary_facet;
    to.facets = from.facets;
    to.region_schemes = from.region_schemes;
    if (!words_.caveat.empty()) to.caveats = {words_.caveat};
  }

  /// Regions, tags and their synonyms: the words by which things are described.
  void lists() {
    for (const auto& row : data_.regions) {
      Region r;
      base(row, r);
      r.id = row.id;
      r.scheme = row.scheme;
      r.label = row.label;
      out_.regions.rows.push_back(std::move(r));
    }
    for (const auto& row : data_.tags) {
      Tag t;
      base(row, t);
      t.id = row.id;
      t.facet = row.facet;
      t.key = row.key;
      t.label = row.label;
      t.group = row.group;
      t.related = row.related;
      t.declared = row.declared;
      out_.tags.rows.push_back(std::move(t));
    }
    for (const auto& row : data_.thesaurus) {
      Synonym s;
      base(row, s);
      s.facet = row.facet;
      s.variant = row.variant;
      s.preferred = row.preferred;
      out_.thesaurus.rows.push_back(std::move(s));
    }
  }

  void actors() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto& row = data_.actors.rows[i];
      Actor a;
      base(row, a);
      a.id = actors_.ids[i];
      a.name.en = numbered(words_.actor, actors_, i);
      a.kind = row.kind;
      a.parent = row.parent;
      a.regions = row.regions;
      a.champion_since = row.champion_since;
      a.champion_known_by = row.champion_known_by;
      out_.actors.rows.push_back(std::move(a));
    }
  }

  void forums() {
    for (const auto& row : data_.forums) {
      Forum f;
      base(row, f);
      f.id = row.id;
      f.name = row.name;
      f.acronym = row.acronym;
      f.aliases = row.aliases;
      f.kind = row.kind;
      f.regions = row.regions;
      f.may_join = row.may_join;
      f.established = row.established;
      f.tags = row.tags;
      out_.forums.rows.push_back(std::move(f));
    }
    for (const auto& row : data_.memberships) {
      Membership m;
      base(row, m);
      m.forum = row.forum;
      m.actor = row.actor;
      m.role = row.role;
      m.from = row.from;
      m.to = row.to;
      m.as_of = row.as_of;
      out_.memberships.rows.push_back(std::move(m));
    }
  }

  void pledges() {
    for (std::size_t i = 0; i < data_.pledges.size(); ++i) {
      const auto& row = data_.pledges.rows[i];
      Pledge p;
      base(row, p);
      p.id = pledges_.ids[i];
      p.title = numbered(words_.pledge, pledges_, i);
      p.actors = row.actors;
      p.kind = row.kind;
      p.tags = row.tags;
      p.scope = row.scope;
      p.commitment = row.commitment;
      p.direction = row.direction;
      p.status = row.status;
      p.year = row.year;
      p.updated = row.updated;
      for (const auto& answered : row.answers)
        if (const auto known = data_.pledges.find(answered))
          p.answers.push_back(pledges_.ids[known->index()]);
      out_.pledges.rows.push_back(std::move(p));
    }
  }

  void practices() {
    for (std::size_t i = 0; i < data_.practices.size(); ++i) {
      const auto& row = data_.practices.rows[i];
      Practice p;
      base(row, p);
      p.id = practices_.ids[i];
      p.actor = row.actor;
      p.kind = row.kind;
      p.tags = row.tags;
      p.counterparts = row.counterparts;
      p.year = row.year;
      out_.practices.rows.push_back(std::move(p));
    }
  }

  void agreements() {
    for (std::size_t i = 0; i < data_.agreements.size(); ++i) {
      const auto& row = data_.agreements.rows[i];
      Agreement a;
      base(row, a);
      a.id = agreements_.ids[i];
      a.kind = row.kind;
      a.title = numbered(words_.agreement, agreements_, i);
      a.year = row.year;
      a.tags = row.tags;
      out_.agreements.rows.push_back(std::move(a));
    }
    for (const auto& row : data_.parties) {
      Party p;
      base(row, p);
      p.agreement = row.agreement;
      p.actor = row.actor;
      p.role = row.role;
      out_.parties.rows.push_back(std::move(p));
    }
  }

  void events() {
    for (std::size_t i = 0; i < data_.events.size(); ++i) {
      const auto& row = data_.events.rows[i];
      Event e;
      base(row, e);
      e.id = events_.ids[i];
      e.title = numbered(words_.event, events_, i);
      e.date = row.date;
      e.organisers = row.organisers;
      e.organising_forums = row.organising_forums;
      e.regions = row.regions;
      e.tags = row.tags;
      e.closed = row.closed;
      e.modality = row.modality;
      e.feeds_into = row.feeds_into;
      out_.events.rows.push_back(std::move(e));
    }
  }

  /// A claim stays a claim about its row and field; what it says is left out.
  void claims() {
    for (const auto& row : data_.claims) {
      Claim c;
      base(row, c);
      const auto slash = row.subject.find('/') + 1;
      c.subject = row.subject.substr(0, slash) + new_id(row.subject.substr(slash));
      c.field = row.field;
      c.value = words_.text;
      out_.claims.rows.push_back(std::move(c));
    }
  }

  std::string new_id(const std::string& id) const {
    if (const auto row = data_.actors.find(id)) return actors_.ids[row->index()];
    if (const auto row = data_.pledges.find(id)) return pledges_.ids[row->index()];
    if (const auto row = data_.practices.find(id)) return practices_.ids[row->index()];
    if (const auto row = data_.agreements.find(id)) return agreements_.ids[row->index()];
    if (const auto row = data_.events.find(id)) return events_.ids[row->index()];
    return data_.forums.find(id) ? id : words_.text;
  }

  /// Lets rows be found by what they were called.
  void remember(Dataset& built) const {
    const auto ids = [](const auto& from, const NewIds& renamed, auto& to) {
      for (std::size_t i = 0; i < from.size(); ++i)
        if (const auto row = to.find(renamed.ids[i])) to.also_known(from.rows[i].id, *row);
    };
    ids(data_.actors, actors_, built.actors);
    ids(data_.pledges, pledges_, built.pledges);
    ids(data_.practices, practices_, built.practices);
    ids(data_.agreements, agreements_, built.agreements);
    ids(data_.events, events_, built.events);
    std::map<std::string, std::vector<std::size_t>> named;
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto& row = data_.actors.rows[i];
      std::vector<std::string> names{row.name.en, row.name.fr, row.name.es, row.name.ar, row.iso2};
      names.insert(names.end(), row.aliases.begin(), row.aliases.end());
      std::sort(names.begin(), names.end());
      names.erase(std::unique(names.begin(), names.end()), names.end());
      for (const auto& name : names)
        if (!name.empty()) named[name].push_back(i);
    }
    for (const auto& [name, rows] : named)
      if (const auto row = built.actors.find(actors_.ids[rows.front()]); rows.size() == 1 && row)
        built.actors.also_known(name, *row);
  }

  const Dataset& data_;
  const RedactionWords& words_;
  std::string key_;
  NewIds actors_, pledges_, practices_, agreements_, events_;
  Dataset out_;
};

}  // namespace

Dataset redact(const Dataset& data, const RedactionWords& words) {
  return Redaction(data, words).make();
}

}  // namespace coopnet
