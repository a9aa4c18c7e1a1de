#include "intake/import_cells.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/fields.hpp"
#include "coopnet/intake/written_names.hpp"
#include "coopnet/io/entities.hpp"
#include "intake/cells.hpp"
#include "intake/contacts.hpp"

namespace coopnet::intake {
namespace {

using Verdict = NameAnswer::Verdict;

void add_once(std::vector<std::string>& items, std::string item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
}

std::string word_key(std::string_view field, std::string_view written) {
  return std::string(field) + "\t" + text::fold(written);
}

}  // namespace

CellReader::CellReader(const Framework& framework, const NameIndex& names, Cast& cast,
                       const ImportOptions& options, ImportReport& report, Diagnostics& findings)
    : framework_(framework),
      names_(names),
      cast_(cast),
      options_(options),
      report_(report),
      findings_(findings),
      regions_(framework.data) {
  const auto& data = framework.data;
  for (std::size_t f = 0; f < data.info.facets.size(); ++f) tags_.emplace_back(data, f);
  for (const auto& word : options.map.words)
    words_[word_key(word.field, word.written)] = word.means;
}

void CellReader::warn(const At& at, std::string code, std::string_view value,
                      std::vector<std::string> args, std::string nearest) {
  findings_.report(Severity::warning, std::move(code), at.source.place(at.cell),
                   at.plan.target.field, std::string(value), std::move(args), std::move(nearest));
}

/// The text of a cell without HTML entities and e-mail addresses.
std::string CellReader::cleaned(const At& at) {
  std::string text(text::trim(at.cell.text));
  if (text.find('&') != std::string::npos) {
    auto decoded = io::decode_entities(text);
    if (decoded.text != text) ++report_.entities_decoded;
    text = text::trim(decoded.text);
  }
  // Ids, dates and links hold no contacts, but may look like telephone numbers.
  if (at.plan.target.read_as == ReadAs::text && at.plan.target.field != "id")
    if (auto masked = without_contacts(text); masked != text) {
      ++report_.contacts_masked;
      text = std::move(masked);
    }
  if (const auto repaired = io::looks_like_mojibake(text))
    warn(at, "import-text-encoding", text, {}, *repaired);
  return text;
}

void CellReader::not_understood(const At& at, std::string_view part, Reading& out,
                                std::string nearest) {
  if (!out.left.empty()) out.left += ';';
  out.left += part;
  warn(at, "import-not-understood", part, {at.plan.target.field}, std::move(nearest));
}

void CellReader::read_names(const At& at, std::string_view text, Reading& out) {
  const auto key = at.plan.separators + "\t" + std::string(text);
  auto known = read_before_.find(key);
  if (known == read_before_.end())
    known = read_before_.emplace(key, intake::read_names(text, names_, at.plan.separators)).first;
  const auto& read = known->second;
  if (read.split_softly) warn(at, "import-name-split", text);
  if (read.doubtful) warn(at, "import-name-doubtful", text);
  for (const auto& item : read.items) {
    if (!item.note.empty()) warn(at, "import-name-note", item.written, {item.note});
    if (item.answer.verdict == Verdict::ambiguous) {
      findings_.report(Severity::error, "import-name-ambiguous", at.source.place(at.cell),
                       at.plan.target.field, item.written, {text::join(item.answer.choices, ", ")});
      out.refused = true;
      continue;
    }
    const bool found = item.answer.verdict == Verdict::found;
    const bool as_forum = found && cast_.is_forum(item.answer.id);
    const bool wants_forum = at.plan.target.field == "forum";
    if (wants_forum && !as_forum) {
      not_understood(at, item.written, out, item.answer.nearest);
      continue;
    }
    if (as_forum && (wants_forum || at.plan.target.field == "organisers")) {
      add_once(out.items, item.answer.id);
      continue;
    }
    const auto actors_before = report_.new_actors;
    add_once(out.items, cast_.actor_of(item, at.cell));
    if (report_.new_actors > actors_before)
      warn(at, "import-name-new", item.written, {}, item.answer.nearest);
  }
}

void CellReader::read_tags(const At& at, std::string_view text, Reading& out) {
  const auto& facet = framework_.data.info.facets[at.plan.target.facet];
  const auto written = tags_[at.plan.target.facet].read(text, at.plan.separators);
  if (written.is_range) warn(at, "import-range", text);
  for (const auto& item : written.items) {
    const auto meant = words_.find(word_key(at.plan.target.field, item.written));
    if (meant != words_.end())
      add_once(out.items, meant->second);
    else if (item.known || (facet.open && !written.is_range))
      add_once(out.items, (item.stated ? "" : "~") + item.key);
    else
      not_understood(at, item.written, out);
  }
}

void CellReader::read_mark(const At& at, std::string_view text, Reading& out) {
  const auto ticked = written_mark(text);
  if (!ticked)
    not_understood(at, text, out);
  else if (*ticked)
    out.items.push_back(at.plan.marked_tag);
}

void CellReader::read_words(const At& at, std::string_view text, Reading& out) {
  const auto& field = at.plan.target.field;
  const auto read_one = [&](std::string_view written) {
    const bool stated = !written.starts_with('~');
    const auto bare = text::trim(stated ? written : written.substr(1));
    std::optional<std::string> word;
    if (const auto meant = words_.find(word_key(field, bare)); meant != words_.end())
      word = meant->second;
    else if (auto vocabulary = vocabulary_word(at.table, field, bare))
      word = *vocabulary;
    else if (const auto translated = choice_word(field, bare))
      word = vocabulary_word(at.table, field, *translated);
    if (word)
      add_once(out.items, (stated ? "" : "~") + *word);
    else
      not_understood(at, written, out, text::nearest(bare, vocabulary_of(at.table, field)));
  };
  if (!at.plan.target.many) return read_one(text);
  for (const auto part : cut_cell(text, at.plan.separators)) read_one(part);
}

void CellReader::read_date(const At& at, std::string_view text, Reading& out) {
  if (auto date = written_date(text, options_.dates)) {
    out.items.push_back(std::move(*date));
  } else if (depends_on_date_order(text)) {
    if (!out.left.empty()) out.left += ';';
    out.left += text;
    warn(at, "import-date-order", text);
  } else {
    not_understood(at, text, out);
  }
}

std::string CellReader::region_of(std::string_view written) {
  if (auto known = regions_.find(written)) return *known;
  std::string id = text::slug(written);
  if (id.empty()) id = "region";
  while (framework_.data.regions.find(id) || new_regions_.contains(id)) id += "-own";
  new_regions_.emplace(id, written);
  regions_.add(written, id);
  return id;
}

void CellReader::read_regions(const At& at, std::string_view text, Reading& out) {
  for (auto part : cut_cell(text, at.plan.separators)) {
    const bool stated = !part.starts_with('~');
    if (!stated) part = text::trim(part.substr(1));
    if (!part.empty()) add_once(out.items, (stated ? "" : "~") + region_of(part));
  }
}

Reading CellReader::read(const ColumnPlan& plan, std::string_view table, const RawTable& source,
                         const RawCell& cell) {
  const At at{plan, table, source, cell};
  Reading out;
  std::string text = cleaned(at);
  if (text.empty()) return out;
  switch (plan.target.read_as) {
    case ReadAs::names:
      read_names(at, text, out);
      break;
    case ReadAs::tags:
      read_tags(at, text, out);
      break;
    case ReadAs::mark:
      read_mark(at, text, out);
      break;
    case ReadAs::word:
      read_words(at, text, out);
      break;
    case ReadAs::date:
      read_date(at, text, out);
      break;
    case ReadAs::number:
      if (auto number = written_number(text, options_.decimal_comma))
        out.items.push_back(std::move(*number));
      else
        not_understood(at, text, out);
      break;
    case ReadAs::list:
      if (plan.target.field == "region") {
        read_regions(at, text, out);
        break;
      }
      for (const auto part : cut_cell(text, plan.separators)) {
        std::string item(part);
        std::replace(item.begin(), item.end(), ';', ',');
        add_once(out.items, std::move(item));
      }
      break;
    default:
      out.items.push_back(std::move(text));
  }
  return out;
}

}  // namespace coopnet::intake
