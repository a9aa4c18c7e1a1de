// A workbook is an archive of parts that name each other by relations: the root names the workbook,
// the workbook its sheets, shared texts and styles. Only what is named is read.

#include "coopnet/io/xlsx.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "coopnet/core/text.hpp"
#include "io/xlsx_package.hpp"
#include "io/xlsx_sheet.hpp"
#include "io/xlsx_strings.hpp"
#include "io/xlsx_styles.hpp"
#include "io/xlsx_xml.hpp"

namespace coopnet::io {
namespace xlsx {
namespace {

struct Relation {
  std::string type;  ///< what stands behind the last "/" of it
  std::string part;
};
using Relations = std::map<std::string, Relation, std::less<>>;

class RelationReader : public Elements {
 public:
  explicit RelationReader(std::string_view from) : from_(from) {}
  void start(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    const auto type = attributes["Type"];
    relations_.try_emplace(std::string(attributes["Id"]),
                           Relation{std::string(type.substr(type.rfind('/') + 1)),
                                    resolve_part(from_, attributes["Target"])});
  }
  [[nodiscard]] Relations take() { return std::move(relations_); }

 private:
  std::string_view from_;
  Relations relations_;
};

/// The relations of a part; none where it has no list of them.
Relations read_relations(Package& package, std::string_view part) {
  const auto list = relations_of(part);
  RelationReader reader(part);
  if (package.holds(list)) read_xml(package, list, reader);
  return reader.take();
}

std::string find_part(const Relations& relations, std::string_view type) {
  for (const auto& [id, relation] : relations)
    if (relation.type == type) return relation.part;
  return {};
}

struct SheetEntry {
  std::string name, relation;
  bool hidden = false;
};

class WorkbookReader : public Elements {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") from_1904 = attributes.flag("date1904");
    if (name != "sheet") return;
    const auto state = attributes["state"];
    sheets.push_back({std::string(attributes["name"]), std::string(attributes.relation()),
                      state == "hidden" || state == "veryHidden"});
  }

  std::vector<SheetEntry> sheets;
  bool from_1904 = false;
};

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& file, Diagnostics& diagnostics,
         const XlsxLimits& limits)
      : package_(bytes, limits), file_(file), diagnostics_(diagnostics), limits_(limits) {}

  std::vector<Sheet> read() {
    std::string part = find_part(read_relations(package_, ""), "officeDocument");
    if (part.empty()) part = "xl/workbook.xml";
    if (!package_.holds(part)) throw Fault{"xlsx-no-workbook"};
    WorkbookReader workbook;
    read_xml(package_, part, workbook);
    if (workbook.sheets.empty()) throw Fault{"xlsx-no-workbook"};
    if (workbook.sheets.size() > limits_.sheets)
      throw Fault{"xlsx-too-many-sheets", {std::to_string(limits_.sheets)}};
    relations_ = read_relations(package_, part);
    read_book(workbook.from_1904);
    std::vector<Sheet> out;
    for (const auto& entry : workbook.sheets) add_sheet(entry, out);
    return out;
  }

 private:
  void read_book(bool from_1904) {
    book_.from_1904 = from_1904;
    Arena arena;
    if (const auto part = find_part(relations_, "sharedStrings"); package_.holds(part))
      book_.strings = read_shared_strings(package_, part, arena);
    book_.storage = arena.release();
    if (const auto part = find_part(relations_, "styles"); package_.holds(part))
      book_.formats = read_styles(package_, part);
  }

  void add_sheet(const SheetEntry& entry, std::vector<Sheet>& out) {
    const auto relation = relations_.find(entry.relation);
    if (relation == relations_.end()) throw Fault{"xlsx-part-missing", {text::inert(entry.name)}};
    if (relation->second.type != "worksheet") {
      diagnostics_.report(Severity::warning, "xlsx-no-cells", {file_, 0, 0}, "", entry.name);
      return;
    }
    Sheet sheet;
    sheet.name = entry.name;
    sheet.hidden = entry.hidden;
    read_sheet(package_, relation->second.part, file_, book_, limits_, sheet, diagnostics_);
    out.push_back(std::move(sheet));
  }

  Package package_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  const XlsxLimits& limits_;
  Relations relations_;
  Book book_;
};

}  // namespace
}  // namespace xlsx

bool looks_like_workbook(std::string_view bytes) {
  constexpr std::array<std::string_view, 2> starts{"PK\x03\x04", "\xD0\xCF\x11\xE0"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return bytes.starts_with(start); });
}

std::vector<Sheet> read_xlsx(std::string_view bytes, const std::string& file,
                             Diagnostics& diagnostics, const XlsxLimits& limits) {
  const std::size_t errors = diagnostics.errors();
  std::vector<Sheet> sheets;
  try {
    sheets = xlsx::Reader(bytes, file, diagnostics, limits).read();
  } catch (const xlsx::Fault& fault) {
    diagnostics.report(Severity::error, fault.code, {file, 0, 0}, "", "", fault.args);
  }
  if (diagnostics.errors() > errors) sheets.clear();
  return sheets;
}

std::string sheet_file(const std::string& file, const Sheet& sheet) {
  return file + '[' + sheet.name + ']';
}

std::string cell_reference(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters + std::to_string(row);
}

}  // namespace coopnet::io
